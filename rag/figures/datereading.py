"""What each shape of a date says: matched words to days, read against the day of the article.

Knows how a year, a direction ("last", "next", a verb in the past) and a missing part are understood. Does not know the
shapes themselves (see `dateshapes`), nor years alone and what is named by them (see `yearreading`).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from rag.figures import calendar as cal
from rag.figures import datewords as words
from rag.figures import numerals
from rag.figures.besides import is_to_come, weeks_behind, years_behind
from rag.figures.calendar import Span

Found = tuple[int, int, str, Span | None]  # start, end, unit, days


class Reader:
    """One text being read: what it says, when it was published, and which way an undated day leans."""

    def __init__(self, text: str, flat: str, language: str, published: date | None) -> None:
        self.text, self.flat, self.language, self.published = text, flat, language, published

    def lean(self, match: re.Match[str]) -> str:
        """What words near the date say of it: last, past, coming or future, else ""."""
        after = self.flat[match.end() : match.end() + 14]
        before = self.flat[max(0, match.start() - 80) : match.start()]
        if match.group().endswith(("dernier", "derniere", "prochain", "prochaine")):
            return "future" if "prochain" in match.group() else "last"
        if re.search(r"\b(?:depuis|since)(?: le| la| the| le mois de)? $", before):
            return "past"
        if re.match(rf" (?:{words.PAST[self.language]})\b", after) or re.search(
            rf"\b(?:{words.PAST[self.language]}) $", before
        ):
            return "last"
        if re.match(rf" (?:{words.FUTURE[self.language]})\b", after) or re.search(
            rf"\b(?:{words.FUTURE[self.language]}) $", before
        ):
            return "future"
        if re.search(words.COMING[self.language], before):
            return "coming"
        if re.search(words.DONE[self.language], self.text[max(0, match.start() - 45) : match.start()]):
            return "past"
        if re.search(words.GONE[self.language], before[-45:]):
            return "past"
        behind = self.flat[match.end() : match.end() + 90]
        return "coming" if is_to_come(before, behind, self.language) else ""

    def month(self, word: str | None) -> int:
        """The month a word names, 0 for none."""
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
        """The year written, else the one most likely meant; None without an article date."""
        if year:
            return int(year)
        if not self.published:
            return None
        return cal.nearest_year(month, number, self.published, self.lean(match))


def _number(text: str) -> int:
    return int(re.match(r"[0-9]+", text).group()) if text[:1].isdigit() else 0  # type: ignore[union-attr]


def read_one_day(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "20 January 2025": a day of a month."""
    month, number = reader.month(m["month"]), _number(m["day"])
    year, end = _year_behind(reader, m)
    unit, span = reader.day(number, month, year, m["wd"], m)
    return (m.start(), end, unit, span) if unit else None


def _year_behind(reader: Reader, m: re.Match[str]) -> tuple[str | None, int]:
    """The year of a day or month, as written in it or said behind it ("last year"), and where the date ends."""
    behind = years_behind(reader.flat, m.end(), reader.language) if not m["year"] and reader.published else None
    if behind is None or reader.published is None:
        return m["year"], m.end()
    return str(reader.published.year + behind[0]), behind[1]


def read_days(reader: Reader, m: re.Match[str]) -> Found | None:
    """From "du 3 au 7 novembre", "June 3 to July 4, 2020": one span from the first day to the last."""
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


def part_of(reader: Reader, phrase: str | None) -> str:
    """start, middle or end for "early", "mi-", "the end of"; "" for none."""
    words_said = re.findall("[a-z]+", phrase or "")
    return next((part for word in words_said if (part := words.PARTS[reader.language].get(word))), "")


def read_month(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "mid-March 2020": a month or a part of one."""
    month = reader.month(m["month"])
    if not m["year"] and not m["part"] and not _month_alone(reader, m):
        return None
    part = part_of(reader, m["part"])
    of_1968 = _MAY_68.match(reader.flat, m.start("month"))
    if of_1968:
        return m.start(), of_1968.end(), "month", cal.month_span(1968, month)
    told, end = _year_behind(reader, m)
    year = reader.year_of(month, None, told, m)
    if year is None:
        return m.start(), m.end(), f"--{month:02d}", None
    return m.start(), end, "span" if part else "month", cal.month_span(year, month, part)


_MAY_68 = re.compile(r"mai '?68(?![0-9])")
_MONTH_LEAD = re.compile(
    r"\b(?:in|since|that|by|until|till|last|next|this|of|from|before|after|during|through|to|and|late|early|mid"
    r"|every|each|between|for|on)[ -]$"
)


def _month_alone(reader: Reader, m: re.Match[str]) -> bool:
    """Whether a month's name without day or year is the month: "May" is also a verb and a woman, "Mars" a planet."""
    at = m.start("month")
    if reader.language == "fr":
        return reader.text[at].islower()
    if not reader.text[at].isupper():
        return False
    if m["month"] not in ("may", "march", "april", "june", "august"):
        return True
    return bool(_MONTH_LEAD.search(reader.flat, max(0, at - 10), at)) or m["month"] in ("april", "june", "august")


def read_months(reader: Reader, m: re.Match[str]) -> Found | None:
    """From "de mars à mai 2020", "between March and May"."""
    first, last = reader.month(m["month"]), reader.month(m["month2"])
    year = reader.year_of(last, None, m["year"], m)
    if year is None:
        return m.start(), m.end(), f"--{first:02d}/{last:02d}", None
    return m.start(), m.end(), "span", cal.months_span(year - (first > last), first, (last - first) % 12 + 1)


_TO_WEEKDAY = {
    "en": re.compile(rf"\b({words.FULL_WEEKDAY['en']}) (?:to|until|through) $"),
    "fr": re.compile(rf"\b({words.FULL_WEEKDAY['fr']}) (?:a|au) $"),
}


def _newspaper(reader: Reader, m: re.Match[str]) -> bool:
    """A French weekday with a capital inside a sentence is a name: "le Journal du Dimanche"."""
    before = reader.text[: m.start()].rstrip(" \u00a0")
    return reader.language == "fr" and reader.text[m.start()].isupper() and before[-1:].isalpha()


def read_weekday(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "Monday": the last one, or the next where the words about it say so."""
    weekday = words.WEEKDAYS[reader.language][m["wd"]]
    if reader.language == "en" and not reader.text[m.start("wd")].isupper():
        return None
    if not reader.published:
        return m.start(), m.end(), f"weekday-{weekday}", None
    if _newspaper(reader, m):
        return None
    behind = weeks_behind(reader.flat, m.end(), reader.language)
    if behind:
        monday = reader.published - timedelta(days=reader.published.weekday()) + timedelta(weeks=behind[0])
        there = monday + timedelta(days=weekday)
        return m.start(), behind[1], "day", (there, there)
    lean = {"coming": "future", "past": ""}.get(lean := reader.lean(m), lean)
    previous = _TO_WEEKDAY[reader.language].search(reader.flat, max(0, m.start() - 14), m.start())
    if previous:  # "de mercredi à jeudi": the day after the first
        start = words.WEEKDAYS[reader.language][previous[1]]
        first = cal.weekday_near(start, reader.published, "" if start == reader.published.weekday() else lean)
        there = first + timedelta(days=(weekday - first.weekday()) % 7)
        return m.start(), m.end(), "day", (there, there)
    if reader.flat[max(0, m.start() - 4) : m.start()].endswith(("ce ", "his ")) and lean != "last":
        lean = "" if weekday == reader.published.weekday() else lean
    elif lean == "future" and weekday == reader.published.weekday() and not m.group().endswith(("prochain", "next")):
        lean = ""
    there = cal.weekday_near(weekday, reader.published, lean)
    return m.start(), m.end(), "day", (there, there)


def read_relative(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "last week": a span counted from the day of the article."""
    grain, count = words.RELATIVE[reader.language][m.group()]
    if not reader.published:
        return m.start(), m.end(), f"{grain}{count:+d}", None
    return m.start(), m.end(), grain if grain != "weekend" else "span", cal.shifted(reader.published, grain, count)


_OVER = re.compile(r"\b(?:more than|over|less than|at least|under) $")


def read_ago(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "three days ago": a span counted back from the day of the article."""
    numeral = numerals.parse(m["n"], 0, reader.language)
    if numeral is None and m["n"] not in ("a", "an"):
        return None
    value = numeral.value if numeral else Decimal(1)
    if _OVER.search(reader.flat, max(0, m.start() - 12), m.start()):
        return None  # "more than two years ago" is no year
    if value > 5000 or value != value.to_integral_value():
        return None
    unit = words.AGO_UNITS[reader.language].get(m["unit"].rstrip("s") if m["unit"] != "mois" else "mois", "")
    count, unit = (int(value) * 10, "year") if unit == "decade" else (int(value), unit)
    if not reader.published:
        return m.start(), m.end(), f"{unit}{-count:+d}", None
    return m.start(), m.end(), unit, cal.shifted(reader.published, unit, -count)


def read_numeric(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "2024-11-05", "05/11/2024": day first, in English month first where both can be."""
    if m["iso"]:
        year, month, number = (int(part) for part in m["iso"].split("-"))
    else:
        first, second, year = (int(part) for part in re.split(r"[/.-]", m["plain"]))
        year += 2000 if year < 100 else 0
        swap = second > 12 or (reader.language == "en" and first <= 12)
        month, number = (first, second) if swap else (second, first)
    there = cal.day(year, month, number)
    return (m.start(), m.end(), "day", (there, there)) if there else None


def read_relative_fr(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "ce mois", unless it is "ce mois de mai"."""
    if m.group() == "ce mois" and reader.flat.startswith((" de", " d'"), m.end()):
        return None
    return read_relative(reader, m)
