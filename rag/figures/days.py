"""Days, months, years and spans of days written in English or French: "20 January 2025", "late September 2020".

Knows which parts of a month or year, seasons and quarters have a name in both languages. Whether the text that a span
was read off named it so is looked up in its words: "from 21 to 30 September" keeps its days. Does not know how dates
are read.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from rag.figures import calendar as cal
from rag.figures import cldr
from rag.figures.datewords import SEASONS
from rag.figures.flat import fold
from rag.figures.model import Figure

_PARTS = {
    "en": {
        "start": "early {}",
        "middle": "mid-{}",
        "end": "late {}",
        "first": "the first half of {}",
        "second": "the second half of {}",
    },
    "fr": {
        "start": "début {}",
        "middle": "mi-{}",
        "end": "fin {}",
        "first": "la première moitié {}",
        "second": "la seconde moitié {}",
    },
}
_SEASONS = {
    "en": {name: f"the {name} of {{}}" for name in cal.SEASONS},
    "fr": {
        "spring": "le printemps {}",
        "summer": "l'été {}",
        "autumn": "l'automne {}",
        "winter": "l'hiver {}",
    },
}
_QUARTERS = {
    "en": (
        "the first quarter of {}",
        "the second quarter of {}",
        "the third quarter of {}",
        "the fourth quarter of {}",
    ),
    "fr": (
        "le premier trimestre {}",
        "le deuxième trimestre {}",
        "le troisième trimestre {}",
        "le quatrième trimestre {}",
    ),
}
_QUARTER = re.compile(r"(?:trimestre|quarter)s?\b|\b[tq][1-4]\b")
_NAMED = re.compile(
    r"\b(?:debut|fin|mi|milieu|courant|moitie|quinzaine|semestre|early|late|mid|start|beginning|end|middle|half)\b"
)
_SEASON = re.compile(rf"(?:{'|'.join(word for names in SEASONS.values() for word in names)})\b")


def render_days(figure: Figure, language: str) -> str:
    """A date in the language; one that was never resolved has no value, and its own text is returned.

    Args:
        figure: of kind "date".
        language: "en" or "fr".
    """
    first, last = figure.date_from, figure.date_to
    if first is None or last is None:
        return figure.text
    grain = _grain(first, last)
    if grain:
        return cldr.day(first, language, grain)
    named = _named(figure, first, last, language)
    if named:
        return named
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return f"{first.year}–{last.year}"
    if first.day == 1 and first.year == last.year and _grain(last.replace(day=1), last) == "month":
        months = cldr.day(first, language, "month").removesuffix(f" {first.year}")
        return f"{months} {'to' if language == 'en' else 'à'} {cldr.day(last, language, 'month')}"
    link = " to " if language == "en" else " au "
    if (first.year, first.month) == (last.year, last.month):
        start = ("1er" if language == "fr" else "1") if first.day == 1 else str(first.day)
        return f"{start}{link}{cldr.day(last, language)}"
    return cldr.day(first, language) + link + cldr.day(last, language)


def _grain(first: date, last: date) -> str:
    if first == last:
        return "day"
    if first.day == 1 and (last - first).days + 1 == monthrange(first.year, first.month)[1]:
        return "month"
    whole = (first.month, first.day) == (1, 1) and last == date(first.year, 12, 31)
    return "year" if whole and last - first > timedelta(days=300) else ""


def _named(figure: Figure, first: date, last: date, language: str) -> str:
    """The name of a season, a quarter or a part of a month or year, where the text gave it so; "" elsewhere."""
    said = fold(figure.text)
    if _SEASON.search(said):
        spans = {name: cal.months_span(first.year, *months) for name, months in cal.SEASONS.items()}
        season = next((name for name, span in spans.items() if span == (first, last)), "")
        return _SEASONS[language][season].format(first.year) if season else ""
    if _QUARTER.search(said) and first.month % 3 == 1 and (first, last) == cal.months_span(first.year, first.month, 3):
        return _QUARTERS[language][first.month // 3].format(first.year)
    if not _NAMED.search(said):
        return ""
    for part, wording in _PARTS[language].items():
        if cal.month_span(first.year, first.month, part) == (first, last):
            return wording.format(_of(cldr.day(first, language, "month"), wording))
        if cal.year_span(first.year, part) == (first, last):
            return wording.format(_of(cldr.day(first, language, "year"), wording))
    return ""


def _of(when: str, wording: str) -> str:
    """With the French "de" where the wording wants it: "la première moitié d'avril 2020"."""
    if "moitié" not in wording:
        return when
    return f"d'{when}" if when[0] in "ao" else f"de {when}"
