"""Dates in a text, from "20 January 2025" to "mid-March", "last week" and "les années 1990", resolved to days.

Knows the order in which shapes may claim characters. Does not know the shapes (`dateshapes`) nor their meaning
(`datereading`).
"""

from __future__ import annotations

import re
from datetime import date

from rag.figures.datereading import Reader
from rag.figures.dateshapes import SHAPES
from rag.figures.datewords import FULL_MONTHS
from rag.figures.model import Figure

_MONTHS = "|".join(FULL_MONTHS["fr"])
_LOOSE = re.compile(rf"(?:\ba ce jour|(?:{_MONTHS}) de cette annee)$")  # no date, or the year of the month before
_VERB = re.compile(r"[0-9] may$")  # "SARS-CoV-2 may"


def find_dates(text: str, flat: str, language: str, published: date | None) -> list[Figure]:
    """Every date expression, left to right; shapes that say more win over those that say less."""
    reader = Reader(text, flat, language, published)
    taken: list[tuple[int, int]] = []
    figures: list[Figure] = []
    for pattern, hint, handler in SHAPES[language]:
        if hint is not None and not hint.search(flat):
            continue
        for match in pattern.finditer(flat):
            if language == "en" and _VERB.search(text, match.start(), match.end()):
                continue
            if language == "fr" and _LOOSE.search(flat, 0, match.end()):
                continue
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
