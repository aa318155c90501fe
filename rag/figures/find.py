"""All figures of a text, dates first, then clock times, then amounts.

Knows the order in which the finders may claim characters. Does not know how any of them reads.
"""

from __future__ import annotations

from datetime import date

from rag.figures.amounts import find_amounts
from rag.figures.clocks import find_clocks
from rag.figures.dates import find_dates
from rag.figures.flat import flatten
from rag.figures.model import Figure


def find_figures(text: str, language: str, published: date | None = None) -> tuple[Figure, ...]:
    """Every figure of a text, left to right, without overlap.

    Args:
        text: any text; offsets of the figures are into it.
        language: "fr" reads French; anything else reads English.
        published: the day of the article, against which "lundi" or "20 January" is resolved.
    """
    flat, reading = flatten(text), "fr" if language == "fr" else "en"
    found = find_dates(text, flat, reading, published)
    spans = [(figure.start, figure.end) for figure in found]
    clocks = find_clocks(text, flat, reading, spans)
    spans += [(figure.start, figure.end) for figure in clocks]
    found += clocks
    found += find_amounts(text, flat, reading, spans)
    return tuple(sorted(found, key=lambda figure: figure.start))
