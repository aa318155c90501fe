# ruff: noqa: E501 -- one shape of date is one pattern on one line: broken over four, none can be checked by eye
"""The shapes dates are written in, in English and French, those that say most first.

Knows patterns for flat text (see `flat`), by language and kind, and what letters a text must have for one to be worth
a try. Does not know what they mean (see `datereading`, `yearreading`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rag.figures import datereading as reading
from rag.figures import datewords as words
from rag.figures import numerals
from rag.figures import yearreading as years

_YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|2100)(?![0-9])"
_DAY = {
    "en": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9a-z])",
    "fr": r"(?:1er|3[01]|[12][0-9]|0?[1-9])(?![0-9a-z])",
}
Handler = Callable[[reading.Reader, re.Match[str]], reading.Found | None]
Shape = tuple[re.Pattern[str], re.Pattern[str] | None, Handler]
Row = tuple[str, re.Pattern[str] | None, Handler]

_DIGITS4 = re.compile("[0-9]{4}")
_NUMERIC: Row = (r"(?:(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?P<plain>[0-3]?[0-9]([/.-])[0-3]?[0-9]\3(?:[0-9]{4}|[0-9]{2})))(?![0-9/]|[.-][0-9])", re.compile(r"[0-9][/.-][0-9]"), reading.read_numeric)  # fmt: skip


def _french_days() -> list[Row]:
    """One day or two: "du 3 au 5 mai", "mardi 3 mai 2022"."""
    month, day, full_wd = words.MONTH["fr"], _DAY["fr"], words.FULL_WEEKDAY["fr"]
    year, hint = rf"(?: (?P<year>{_YEAR}))?", re.compile(month)
    return [
        (rf"(?:{full_wd} )?(?P<day>{day})(?: (?P<month>{month})(?: (?P<year>{_YEAR}))?)?(?: au |-| ?- ?| et le | a | et (?:le )?| ou )(?:{full_wd} )?(?P<day2>{day}) (?P<month2>{month})(?: (?P<year2>{_YEAR}))?", hint, reading.read_days),
        (rf"(?:(?P<wd>{full_wd})(?: (?:matin|midi|apres-midi|soir))?,? )?(?P<day>{day}) (?P<month>{month})(?![a-z]){year}", hint, reading.read_one_day),
    ]  # fmt: skip


def _french_months() -> list[Row]:
    """Months and quarters: "de mars à mai", "début juin 2021", "premier trimestre"."""
    full, hint = words.FULL_MONTH["fr"], re.compile(words.MONTH["fr"])
    year = rf"(?: (?P<year>{_YEAR}))?"
    return [
        (rf"(?P<month>{full})(?: (?:a|au|et)|-) ?(?:mi-|fin |debut )?(?P<month2>{full})(?![a-z]){year}", hint, reading.read_months),
        (rf"(?P<part>(?:debut|fin|mi-|mi |milieu|courant|(?:premiere|deuxieme|seconde) (?:quinzaine|moitie))(?: (?:du mois )?(?:de |d'))? ?)?(?P<month>{full})(?![a-z]){year}(?: (?:derniere?|prochaine?)\b)?", hint, reading.read_month),
        (r"(?:(?P<quarter>premier|deuxieme|second|troisieme|quatrieme|1er|2e|3e|4e) (?:trimestre|(?P<half>semestre))|t(?P<digit>[1-4])\b)(?: (?:de |d')?(?P<year>" + _YEAR + "))?", re.compile(r"mestre|\bt[1-4]\b"), years.read_quarter),
    ]  # fmt: skip


def _french_spans() -> list[Row]:
    """Several years, and seasons: "2019-2021", "les années 90", "XIXe siècle", "cet été"."""
    return [
        (rf"(?P<year>{_YEAR})(?:-|/| a | et )(?P<year2>{_YEAR}|[0-9]{{2}}(?![0-9a-z%]))", _DIGITS4, years.read_years),
        (rf"(?:(?P<part>debut|fin|milieu) des )?annees (?P<decade>{_YEAR}|[2-9]0|{words.DECADE['fr']})\b", re.compile("annees"), years.read_decade),
        (r"(?P<century>[0-9]{1,2}|[xvi]{1,5})(?:e|er|eme) siecle\b", re.compile("siecle"), years.read_century),
        (rf"(?P<century>{words.CENTURY['fr']}) siecle\b", re.compile("siecle"), years.read_century),
        (rf"(?:(?:l'|cet |cette |le |au |en )(?P<season>ete|hiver|automne|printemps))(?![a-z])(?: (?:de )?(?P<year>{_YEAR})| (?:dernier|prochain)(?![a-z]))?", re.compile("ete|hiver|automne|printemps"), years.read_season),
    ]  # fmt: skip


def _french_relative() -> list[Row]:
    """What is counted from the day of the text: "hier", "il y a trois ans"."""
    relative, number = _any_of(words.RELATIVE["fr"]), numerals.NUMERAL["fr"]
    return [
        (rf"(?:(?:{relative}))(?![a-z-])", re.compile(relative), reading.read_relative_fr),
        (rf"il y a (?:(?:environ|pres de|pres d'|presque|quasiment|a peine|tout juste|deja|maintenant) ?)?(?P<n>{number}) (?P<unit>jours?|semaines?|mois|ans?|annees?|decennies?)\b", re.compile("il y a"), reading.read_ago),
    ]  # fmt: skip


def _english_days() -> list[Row]:
    """One day or two: "May 3 to 5", "Tuesday, 3 May 2022"."""
    month, day, wd = words.MONTH["en"], _DAY["en"], words.WEEKDAY["en"]
    year, hint = rf"(?:,? (?:of )?(?P<year>{_YEAR}))?", re.compile(month)
    when = "(?: (?:morning|afternoon|evening|night))?,?"
    return [
        (rf"(?P<month>{month}) (?P<day>{day})(?: ?- ?| to | and | through | until )(?:(?P<month2>{month}) )?(?P<day2>{day})(?:,? (?P<year2>{_YEAR}))?(?P<year>)", hint, reading.read_days),
        (rf"(?:the )?(?P<day>{day})(?: (?P<month>{month})(?: (?P<year>{_YEAR}))?)?(?: ?- ?| to | and | through | until )(?:the )?(?P<day2>{day}) (?:of )?(?P<month2>{month})(?:,? (?P<year2>{_YEAR}))?", hint, reading.read_days),
        (rf"(?:(?P<wd>{wd}){when} )?(?:the )?(?P<day>{day}) (?:of )?(?P<month>{month})(?![a-z]){year}", hint, reading.read_one_day),
        (rf"(?:(?P<wd>{wd}){when} )?(?P<month>{month}) (?:the )?(?P<day>{day}){year}", hint, reading.read_one_day),
    ]  # fmt: skip


def _english_months() -> list[Row]:
    """Months and quarters: "March to May", "early June 2021", "Q2 2020"."""
    full, hint = words.FULL_MONTH["en"], re.compile(words.MONTH["en"])
    year = rf"(?:,? (?:of )?(?P<year>{_YEAR}))?"
    return [
        (rf"(?P<month>{full})(?: to | and | through |-)(?P<month2>{full})(?![a-z]){year}", hint, reading.read_months),
        (rf"(?P<part>(?:early|late|mid|(?:the )?(?:start|beginning|end|middle|first half|second half) of)[ -])?(?P<month>{full})(?![a-z]){year}", hint, reading.read_month),
        (r"(?:(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|(?P<half>half)(?=,? (?:of )?[12][0-9]{3}))(?! (?:final|of an?\b|mile|hour|centur|back))|q(?P<digit>[1-4]))(?:,? (?:of )?(?P<year>" + _YEAR + "))?", re.compile("quarter|half|q[1-4]"), years.read_quarter),
    ]  # fmt: skip


def _english_spans() -> list[Row]:
    """Several years, and seasons: "2019 to 2021", "the early '90s", "19th century", "last summer"."""
    part = "(?:the )?(?P<part>early|mid|late|(?:start|beginning|end|middle) of)[ -]"
    return [
        (rf"(?P<year>{_YEAR})(?:-|/| to | and | until )(?P<year2>{_YEAR}|[0-9]{{2}}(?![0-9a-z%]))", _DIGITS4, years.read_years),
        (rf"(?:{part})?(?:the )?(?P<decade>[12][0-9]{{2}}0)'?s\b", re.compile("0'?s"), years.read_decade),
        (rf"(?:{part})?(?:the '?|')(?P<decade>[2-9]0)'?s\b", re.compile("0'?s"), years.read_decade),
        (rf"(?:{part}(?:the )?|the )(?P<decade>{words.DECADE['en']})\b", re.compile("ties"), years.read_decade),
        (r"(?P<century>[0-9]{1,2})(?:st|nd|rd|th)[ -]century\b", re.compile("century"), years.read_century),
        (rf"(?P<century>{words.CENTURY['en']})[ -]century\b", re.compile("century"), years.read_century),
        (rf"(?:(?:the|this|last|next|in) )(?P<season>spring|summer|autumn|fall|winter)(?![a-z])(?: (?:of )?(?P<year>{_YEAR}))?", re.compile("spring|summer|autumn|fall|winter"), years.read_season),
    ]  # fmt: skip


def _english_relative() -> list[Row]:
    """What is counted from the day of the text: "yesterday", "three years ago"."""
    relative, number = _any_of(words.RELATIVE["en"]), numerals.NUMERAL["en"]
    return [
        (rf"(?:{relative})(?![a-z-])", re.compile(relative), reading.read_relative),
        (rf"(?P<n>an?|{number}) (?P<unit>days?|weeks?|months?|years?|decades?) (?:ago|earlier this)\b", re.compile(" ago| earlier"), reading.read_ago),
    ]  # fmt: skip


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for one of the phrases, the longest that fits."""
    return "|".join(sorted(phrases, key=len, reverse=True))


def _compiled(rows: list[Row]) -> list[Shape]:
    return [
        (re.compile(rf"(?<![a-z0-9_])(?<![0-9][.,/])(?:{pattern})"), hint, handler) for pattern, hint, handler in rows
    ]


_WEEKDAY: dict[str, Row] = {
    "fr": (rf"(?P<wd>{words.FULL_WEEKDAY['fr']})(?: (?:dernier|prochain))?(?![a-z])", re.compile(words.FULL_WEEKDAY['fr']), reading.read_weekday),
    "en": (rf"(?P<wd>{words.FULL_WEEKDAY['en']})(?![a-z])", re.compile(words.FULL_WEEKDAY['en']), reading.read_weekday),
}  # fmt: skip
_ONE_YEAR: dict[str, Row] = {
    "fr": (rf"(?:(?P<part>(?:debut|fin|mi-|mi |milieu|courant|(?:premiere|deuxieme|seconde) moitie)(?: de (?:l'annee |l'an )?)? ?))?(?P<year>{_YEAR})", _DIGITS4, years.read_year),
    "en": (rf"(?:(?P<part>(?:early|late|mid|(?:the )?(?:start|beginning|end|middle|first half|second half) of)[ -]))?(?P<year>{_YEAR})", _DIGITS4, years.read_year),
}  # fmt: skip

SHAPES = {
    "en": _compiled([_NUMERIC, *_english_days(), *_english_months(), _WEEKDAY["en"], *_english_spans(), *_english_relative(), _ONE_YEAR["en"]]),
    "fr": _compiled([_NUMERIC, *_french_days(), *_french_months(), _WEEKDAY["fr"], *_french_spans(), *_french_relative(), _ONE_YEAR["fr"]]),
}  # fmt: skip
"""By language, in the order in which they may claim characters; with what a text must hold for one to be tried."""
