"""Dates in a text, from "20 January 2025" to "mid-March", "last week" and "les années 1990", resolved to days.

Knows the shapes dates are written in, in English and French. Does not know calendars (see `calendar`) nor amounts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from rag.figures import calendar as cal
from rag.figures import datewords as words
from rag.figures import numerals
from rag.figures.calendar import Span
from rag.figures.model import Figure

Found = tuple[int, int, str, Span | None]  # start, end, unit, days
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|2100)(?![0-9])"
_DAY = {
    "en": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9a-z])",
    "fr": r"(?:1er|3[01]|[12][0-9]|0?[1-9])(?![0-9a-z])",
}


class _Reader:
    """One text being read: what it says, when it was published, and which way an undated day leans."""

    def __init__(self, text: str, flat: str, language: str, published: date | None) -> None:
        self.text, self.flat, self.language, self.published = text, flat, language, published

    def lean(self, match: re.Match[str]) -> str:
        """Past or future where words near the date say so, else ""."""
        after = self.flat[match.end() : match.end() + 14]
        before = self.flat[max(0, match.start() - 80) : match.start()]
        if match.group().endswith(("dernier", "derniere", "prochain", "prochaine")):
            return "future" if "prochain" in match.group() else "past"
        if re.search(r"\b(?:depuis|since)(?: le| la| the| le mois de)? $", before):
            return "past"
        if re.match(rf" (?:{words.PAST[self.language]})\b", after) or re.search(
            rf"\b(?:{words.PAST[self.language]}) $", before
        ):
            return "past"
        if re.match(rf" (?:{words.FUTURE[self.language]})\b", after) or re.search(
            rf"\b(?:{words.FUTURE[self.language]}) $", before
        ):
            return "future"
        if re.search(words.COMING[self.language], before):
            return "coming"
        return "past" if re.search(words.GONE[self.language], before[-45:]) else ""

    def month(self, word: str | None) -> int:
        return words.MONTHS[self.language].get(word or "", 0)

    def day(
        self, number: int, month: int, year: str | None, weekday: str | None, match: re.Match[str]
    ) -> tuple[str, Span | None]:
        """Unit and days of one day of a month."""
        partial = f"--{month:02d}-{number:02d}"
        if year:
            return self._exact(cal.day(int(year), month, number))
        if not self.published or not cal.day(2000, month, number):
            return partial, None
        found = None
        if weekday:
            found = cal.year_by_weekday(month, number, words.WEEKDAYS[self.language][weekday], self.published)
            if found is None:
                return f"{partial}/weekday-{words.WEEKDAYS[self.language][weekday]}", None
        year_of = found or cal.nearest_year(month, number, self.published, self.lean(match))
        return self._exact(cal.day(year_of, month, number))

    @staticmethod
    def _exact(there: date | None) -> tuple[str, Span | None]:
        return ("day", (there, there)) if there else ("", None)

    def year_of(self, month: int, number: int | None, year: str | None, match: re.Match[str]) -> int | None:
        if year:
            return int(year)
        if not self.published:
            return None
        return cal.nearest_year(month, number, self.published, self.lean(match))


def _number(text: str) -> int:
    return int(re.match(r"[0-9]+", text).group()) if text[:1].isdigit() else 0  # type: ignore[union-attr]


def _one_day(reader: _Reader, m: re.Match[str]) -> Found | None:
    month, number = reader.month(m["month"]), _number(m["day"])
    unit, span = reader.day(number, month, m["year"], m["wd"], m)
    return (m.start(), m.end(), unit, span) if unit else None


def _days(reader: _Reader, m: re.Match[str]) -> Found | None:
    """ "du 3 au 7 novembre", "June 3 to July 4, 2020": one span from the first day to the last."""
    last_month = reader.month(m["month2"] or m["month"])
    first_month = reader.month(m["month"] or m["month2"])
    first, last = _number(m["day"]), _number(m["day2"])
    unit, end = reader.day(last, last_month, m["year2"], None, m)
    if unit != "day" or end is None:
        return (
            (m.start(), m.end(), f"--{first_month:02d}-{first:02d}/{last_month:02d}-{last:02d}", None) if unit else None
        )
    year = int(m["year"]) if m.groupdict().get("year") else end[1].year - (first_month > last_month)
    start = cal.day(year, first_month, first)
    if start is None or start > end[1]:
        return None
    return m.start(), m.end(), "day" if start == end[1] else "span", (start, end[1])


def _part(reader: _Reader, phrase: str | None) -> str:
    """start, middle or end for "early", "mi-", "the end of"; "" for none."""
    words_said = re.findall("[a-z]+", phrase or "")
    return next((part for word in words_said if (part := words.PARTS[reader.language].get(word))), "")


def _month(reader: _Reader, m: re.Match[str]) -> Found | None:
    month = reader.month(m["month"])
    if not m["year"] and not m["part"] and not _month_alone(reader, m):
        return None
    part = _part(reader, m["part"])
    year = reader.year_of(month, None, m["year"], m)
    if year is None:
        return m.start(), m.end(), f"--{month:02d}", None
    return m.start(), m.end(), "span" if part else "month", cal.month_span(year, month, part)


_MONTH_LEAD = re.compile(
    r"\b(?:in|since|that|by|until|till|last|next|this|of|from|before|after|during|through|to|and|late|early|mid|every|each|between|for|on)[ -]$"
)


def _month_alone(reader: _Reader, m: re.Match[str]) -> bool:
    """Whether a month's name without day or year is the month: "May" is also a verb and a woman, "Mars" a planet."""
    at = m.start("month")
    if reader.language == "fr":
        return reader.text[at].islower()
    if not reader.text[at].isupper():
        return False
    if m["month"] not in ("may", "march", "april", "june", "august"):
        return True
    return bool(_MONTH_LEAD.search(reader.flat, max(0, at - 10), at)) or m["month"] in ("april", "june", "august")


def _months(reader: _Reader, m: re.Match[str]) -> Found | None:
    """ "de mars à mai 2020", "between March and May"."""
    first, last = reader.month(m["month"]), reader.month(m["month2"])
    year = reader.year_of(last, None, m["year"], m)
    if year is None:
        return m.start(), m.end(), f"--{first:02d}/{last:02d}", None
    return m.start(), m.end(), "span", cal.months_span(year - (first > last), first, (last - first) % 12 + 1)


_TO_WEEKDAY = {
    "en": re.compile(rf"\b({words.FULL_WEEKDAY['en']}) (?:to|until|through) $"),
    "fr": re.compile(rf"\b({words.FULL_WEEKDAY['fr']}) (?:a|au) $"),
}


def _newspaper(reader: _Reader, m: re.Match[str]) -> bool:
    """A French weekday with a capital inside a sentence is a name: "le Journal du Dimanche"."""
    before = reader.text[: m.start()].rstrip(" \u00a0")
    return reader.language == "fr" and reader.text[m.start()].isupper() and before[-1:].isalpha()


def _weekday(reader: _Reader, m: re.Match[str]) -> Found | None:
    weekday = words.WEEKDAYS[reader.language][m["wd"]]
    if reader.language == "en" and not reader.text[m.start("wd")].isupper():
        return None
    if not reader.published:
        return m.start(), m.end(), f"weekday-{weekday}", None
    if _newspaper(reader, m):
        return None
    lean = {"coming": "future"}.get(lean := reader.lean(m), lean)
    if lean == "past":
        said_last = re.search(rf"(?:{words.PAST[reader.language]})\b", reader.flat[max(0, m.start() - 9) : m.end() + 9])
        lean = "last" if said_last else ""
    previous = _TO_WEEKDAY[reader.language].search(reader.flat, max(0, m.start() - 14), m.start())
    if previous:  # "de mercredi à jeudi": the day after the first
        first = cal.weekday_near(words.WEEKDAYS[reader.language][previous[1]], reader.published, lean)
        there = first + timedelta(days=(weekday - first.weekday()) % 7)
        return m.start(), m.end(), "day", (there, there)
    if reader.flat[max(0, m.start() - 4) : m.start()].endswith(("ce ", "his ")) and lean != "last":
        lean = "" if weekday == reader.published.weekday() else lean
    elif lean == "future" and weekday == reader.published.weekday() and not m.group().endswith(("prochain", "next")):
        lean = ""
    there = cal.weekday_near(weekday, reader.published, lean)
    return m.start(), m.end(), "day", (there, there)


def _year(reader: _Reader, m: re.Match[str]) -> Found | None:
    number = int(m["year"])
    if not _is_year(reader, m):
        return None
    part = _part(reader, m["part"])
    return m.start(), m.end(), "span" if part else "year", cal.year_span(number, part)


_YEAR_LEAD = {
    "en": re.compile(
        r"(?:\b(?:in|since|by|until|till|during|from|of|before|after|through|to|year|late|early|mid|around|circa|and|for|ended)[ -]|\()$"
    ),
    "fr": re.compile(
        r"(?:\b(?:en|depuis|d'ici|d'ici a|avant|apres|des|annee|jusqu'en|fin|debut|mi|ete|hiver|automne|printemps|vers|ans|pour|de|d'|et|a|l'an)[ -]?|\()$"
    ),
}
_YEAR_STRONG = re.compile(r"(?:\b(?:in|since|en|depuis|d'ici|jusqu'en|annee|year|l'an|fin|debut|during|by)[ -]?|\()$")
_YEAR_NEXT = re.compile(r" ?([a-z%€$£°]+)")
_NOT_YEARS = re.compile(
    r"(?:%|€|\$|£|°|[a-z]*(?:euros?|dollars?|km|metres?|pour|percent|cases?|million|people|personnes?|h|gmt)\b)"
)


def _is_year(reader: _Reader, m: re.Match[str]) -> bool:
    flat, start = reader.flat, m.start("year")
    if m["part"]:
        return True
    if flat[start - 1 : start] in tuple(".,/:-'’$€£") and flat[start - 2 : start - 1].isdigit():
        return False
    if flat[m.end() : m.end() + 1] in tuple("%$€£/°_") or re.match(r"[.,][0-9]|-[a-z]", flat[m.end() : m.end() + 2]):
        return False
    following = _YEAR_NEXT.match(flat, m.end())
    lead = _YEAR_LEAD[reader.language].search(flat, max(0, start - 12), start)
    if following and following.start(1) > m.end():
        word = following.group(1)
        if _NOT_YEARS.match(word) and not re.match(r"pour\b(?! ?cent)", word):
            return False
        strong = _YEAR_STRONG.search(flat, max(0, start - 12), start)
        if numerals_noun(flat, following.start(1)) and not strong:
            return False
        if reader.language == "fr" and word.endswith(("s", "x")) and word not in _NOT_NOUNS and not strong:
            return False
    return bool(lead) or 1900 <= int(m["year"]) <= 2060


_NOT_NOUNS = frozenset(
    "dans sans plus mais alors depuis puis pas vers sous mais apres ses les des nous vous lors aux ces tous elles ils".split()
)


def numerals_noun(flat: str, pos: int) -> bool:
    """Whether a counted noun stands at `pos`."""
    from rag.figures import units

    return units.NOUNS.match(flat, pos) is not None


def _years(reader: _Reader, m: re.Match[str]) -> Found | None:
    first = int(m["year"])
    last = int(m["year2"]) if len(m["year2"]) == 4 else first // 100 * 100 + int(m["year2"])
    start, end = cal.year_span(first), cal.year_span(last)
    if not (start and end and first < last and last - first < 200):
        return None
    return m.start(), m.end(), "span", (start[0], end[1])


def _decade(reader: _Reader, m: re.Match[str]) -> Found | None:
    number = int(m["decade"])
    first = number if number > 99 else (1900 + number)
    start, end = cal.year_span(first), cal.year_span(first + 9)
    return (m.start(), m.end(), "span", (start[0], end[1])) if start and end else None


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _century(reader: _Reader, m: re.Match[str]) -> Found | None:
    text = m["century"]
    number = int(text) if text.isdigit() else 0
    if not number:
        values = [_ROMAN[c] for c in text]
        number = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    start, end = cal.year_span(number * 100 - 99), cal.year_span(min(number * 100, 9998))
    return (m.start(), m.end(), "span", (start[0], end[1])) if start and end else None


def _quarter(reader: _Reader, m: re.Match[str]) -> Found | None:
    number = words.QUARTERS[reader.language].get(m["quarter"] or "", 0) or int(m["digit"] or 0)
    length = 6 if m.groupdict().get("half") else 3
    year = int(m["year"]) if m["year"] else reader.published.year if reader.published else None
    if year is None:
        return m.start(), m.end(), f"--{'S' if length == 6 else 'Q'}{number}", None
    return m.start(), m.end(), "span", cal.months_span(year, (number - 1) * length + 1, length)


def _season(reader: _Reader, m: re.Match[str]) -> Found | None:
    season = words.SEASONS[reader.language][m["season"]]
    month, length = cal.SEASONS[season]
    year = reader.year_of(month, None, m["year"], m)
    if year is None:
        return m.start(), m.end(), f"--{season}", None
    return m.start(), m.end(), "span", cal.months_span(year, month, length)


def _relative(reader: _Reader, m: re.Match[str]) -> Found | None:
    grain, count = words.RELATIVE[reader.language][m.group()]
    if not reader.published:
        return m.start(), m.end(), f"{grain}{count:+d}", None
    return m.start(), m.end(), grain if grain != "weekend" else "span", cal.shifted(reader.published, grain, count)


def _ago(reader: _Reader, m: re.Match[str]) -> Found | None:
    numeral = numerals.parse(m["n"], 0, reader.language)
    if numeral is None and m["n"] not in ("a", "an"):
        return None
    value = numeral.value if numeral else Decimal(1)
    if value > 5000 or value != value.to_integral_value():
        return None
    unit = words.AGO_UNITS[reader.language].get(m["unit"].rstrip("s") if m["unit"] != "mois" else "mois", "")
    count, unit = (int(value) * 10, "year") if unit == "decade" else (int(value), unit)
    if not reader.published:
        return m.start(), m.end(), f"{unit}{-count:+d}", None
    return m.start(), m.end(), unit, cal.shifted(reader.published, unit, -count)


def _numeric(reader: _Reader, m: re.Match[str]) -> Found | None:
    if m["iso"]:
        year, month, number = (int(part) for part in m["iso"].split("-"))
    else:
        first, second, year = (int(part) for part in re.split(r"[/.-]", m["plain"]))
        year += 2000 if year < 100 else 0
        swap = second > 12 or (reader.language == "en" and first <= 12)
        month, number = (first, second) if swap else (second, first)
    there = cal.day(year, month, number)
    return (m.start(), m.end(), "day", (there, there)) if there else None


Shape = tuple[re.Pattern[str], re.Pattern[str] | None, Callable[[_Reader, re.Match[str]], Found | None]]


def _shapes(language: str) -> list[Shape]:
    month, full, day, wd = words.MONTH[language], words.FULL_MONTH[language], _DAY[language], words.WEEKDAY[language]
    full_wd = words.FULL_WEEKDAY[language]
    months_hint = re.compile(month)
    relative = "|".join(sorted(words.RELATIVE[language], key=len, reverse=True))
    number = numerals.NUMERAL[language]
    digits4 = re.compile("[0-9]{4}")
    rows: list[tuple[str, re.Pattern[str] | None, Callable[[_Reader, re.Match[str]], Found | None]]] = [
        (
            r"(?:(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?P<plain>[0-3]?[0-9]([/.-])[0-3]?[0-9]\3(?:[0-9]{4}|[0-9]{2})))(?![0-9/])",
            re.compile(r"[0-9][/.-][0-9]"),
            _numeric,
        ),
    ]
    if language == "fr":
        year = rf"(?: (?P<year>{_YEAR}))?"
        rows += [
            (
                rf"(?:{full_wd} )?(?P<day>{day})(?: (?P<month>{month})(?: (?P<year>{_YEAR}))?)?(?: au |-| ?- ?| et le | a | et (?:le )?| ou )(?:{full_wd} )?"
                rf"(?P<day2>{day}) (?P<month2>{month})(?: (?P<year2>{_YEAR}))?",
                months_hint,
                _days,
            ),
            (rf"(?:(?P<wd>{full_wd}) )?(?P<day>{day}) (?P<month>{month})(?![a-z]){year}", months_hint, _one_day),
            (
                rf"(?P<month>{full})(?: (?:a|au|et)|-) ?(?:mi-|fin |debut )?(?P<month2>{full})(?![a-z]){year}",
                months_hint,
                _months,
            ),
            (
                rf"(?P<part>(?:debut|fin|mi-|mi |milieu|courant) ?)?(?P<month>{full})(?![a-z]){year}(?: (?:derniere?|prochaine?)\b)?",
                months_hint,
                _month,
            ),
            (
                r"(?:(?P<quarter>premier|deuxieme|second|troisieme|quatrieme|1er|2e|3e|4e) (?:trimestre|(?P<half>semestre))|(?P<digit>(?<![a-z0-9])[t][1-4]\b))(?: (?:de |d')?(?P<year>"
                + _YEAR
                + "))?",
                re.compile("mestre"),
                _quarter,
            ),
            (rf"(?P<wd>{full_wd})(?: (?:dernier|prochain))?(?![a-z])", re.compile(full_wd), _weekday),
            (rf"(?P<year>{_YEAR})(?:-|/| a | et )(?P<year2>{_YEAR}|[0-9]{{2}}(?![0-9a-z%]))", digits4, _years_fr),
            (rf"annees (?P<decade>{_YEAR}|[2-9]0)\b", re.compile("annees"), _decade),
            (r"(?P<century>[0-9]{1,2}|[xvi]{1,5})(?:e|er|eme) siecle\b", re.compile("siecle"), _century),
            (
                rf"(?:(?:l'|cet |cette |le |au )(?P<season>ete|hiver|automne|printemps))(?: (?:de )?(?P<year>{_YEAR})| (?:dernier|prochain))",
                re.compile("ete|hiver|automne|printemps"),
                _season,
            ),
            (rf"(?:(?:{relative}))(?![a-z-])", re.compile(relative), _relative_fr),
            (
                rf"il y a (?:(?:environ|pres de|a peine|deja) ?)?(?P<n>{number}) (?P<unit>jours?|semaines?|mois|ans?|annees?|decennies?)\b",
                re.compile("il y a"),
                _ago,
            ),
            (rf"(?:(?P<part>(?:debut|fin|mi-|mi |milieu) ?))?(?P<year>{_YEAR})", digits4, _year),
        ]
    else:
        year = rf"(?:,? (?:of )?(?P<year>{_YEAR}))?"
        rows += [
            (rf"(?P<month>{month}) (?P<day>{day})(?: ?- ?| to | and | through | until )(?:(?P<month2>{month}) )?(?P<day2>{day})(?:,? (?P<year2>{_YEAR}))?(?P<year>)", months_hint, _days),
            (rf"(?:the )?(?P<day>{day})(?: (?P<month>{month})(?: (?P<year>{_YEAR}))?)?(?: ?- ?| to | and | through | until )(?:the )?(?P<day2>{day}) (?:of )?(?P<month2>{month})(?:,? (?P<year2>{_YEAR}))?", months_hint, _days),
            (rf"(?:(?P<wd>{wd}),? )?(?:the )?(?P<day>{day}) (?:of )?(?P<month>{month})(?![a-z]){year}", months_hint, _one_day),
            (rf"(?:(?P<wd>{wd}),? )?(?P<month>{month}) (?:the )?(?P<day>{day}){year}", months_hint, _one_day),
            (rf"(?P<month>{full})(?: to | and | through |-)(?P<month2>{full})(?![a-z]){year}", months_hint, _months),
            (rf"(?P<part>(?:early|late|mid|the (?:start|beginning|end|middle) of)[ -])?(?P<month>{full})(?![a-z]){year}", months_hint, _month),
            (r"(?:(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|(?P<half>half))|q(?P<digit>[1-4]))(?:,? (?:of )?(?P<year>" + _YEAR + "))", re.compile("quarter|half|q[1-4]"), _quarter),
            (rf"(?P<wd>{full_wd})(?![a-z])", re.compile(full_wd), _weekday),
            (rf"(?P<year>{_YEAR})(?:-|/| to | and | until )(?P<year2>{_YEAR}|[0-9]{{2}}(?![0-9a-z%]))", digits4, _years_fr),
            (r"(?:the )?(?P<decade>[12][0-9]{2}0)'?s\b", re.compile("0'?s"), _decade),
            (r"(?P<century>[0-9]{1,2})(?:st|nd|rd|th)[ -]century\b", re.compile("century"), _century),
            (rf"(?:(?:the|this|last|next|in) )(?P<season>spring|summer|autumn|fall|winter)(?: (?:of )?(?P<year>{_YEAR}))", re.compile("spring|summer|autumn|fall|winter"), _season),
            (rf"(?:{relative})(?![a-z-])", re.compile(relative), _relative),
            (rf"(?P<n>an?|{number}) (?P<unit>days?|weeks?|months?|years?|decades?) (?:ago|earlier this)\b", re.compile(" ago| earlier"), _ago),
            (rf"(?:(?P<part>(?:early|late|mid|the (?:start|beginning|end|middle) of)[ -]))?(?P<year>{_YEAR})", digits4, _year),
        ]  # fmt: skip
    return [
        (re.compile(rf"(?<![a-z0-9_])(?<![0-9][.,/])(?:{pattern})"), hint, handler) for pattern, hint, handler in rows
    ]


def _years_fr(reader: _Reader, m: re.Match[str]) -> Found | None:
    """A span of years; joined by "and"/"et" only after "between"/"entre"."""
    link = reader.flat[m.end("year") : m.start("year2")]
    before = reader.flat[max(0, m.start() - 9) : m.start()]
    if len(m["year2"]) == 2 and link not in ("-", "/"):
        return None
    if link in (" et ", " and ") and not before.endswith(("entre ", "between ")):
        return None
    if link in (" a ", " to ") and not before.endswith(("de ", "from ")):
        return None
    return _years(reader, m)


def _relative_fr(reader: _Reader, m: re.Match[str]) -> Found | None:
    if m.group() == "ce mois" and reader.flat.startswith((" de", " d'"), m.end()):
        return None
    return _relative(reader, m)


_SHAPES = {language: _shapes(language) for language in ("en", "fr")}


def find_dates(text: str, flat: str, language: str, published: date | None) -> list[Figure]:
    """Every date expression, left to right; shapes that say more win over those that say less."""
    reader = _Reader(text, flat, language, published)
    taken: list[tuple[int, int]] = []
    figures: list[Figure] = []
    for pattern, hint, handler in _SHAPES[language]:
        if hint is not None and not hint.search(flat):
            continue
        for match in pattern.finditer(flat):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            try:
                found = handler(reader, match)
            except OverflowError:  # before the first or after the last day of the calendar
                continue
            if found is None:
                continue
            start, end, unit, days = found
            taken.append((start, end))
            first, last = days or (None, None)
            figures.append(Figure("date", start, end, text[start:end], None, None, unit, None, first, last))
    return sorted(figures, key=lambda figure: figure.start)
