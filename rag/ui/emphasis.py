"""Which characters of a quote hold the answer, to be set in bold.

Knows: how to find a short answer ("4–5 billion US dollars", "Keith Kellogg") in a quote, as a value and across
languages. Does not know HTML or screens.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.figures import compare, find_figures, find_names, same_name
from rag.types import Citation

Span = tuple[int, int]


@lru_cache(maxsize=2048)  # every interaction draws the whole conversation again
def spans(citation: Citation, wanted: tuple[str, ...], language: str) -> tuple[Span, ...]:
    """Half-open spans of the citation's quote that say one of the wanted values, left to right.

    ``wanted`` are short answers written in ``language``. Figures are looked for by value, then names, then the words
    themselves.
    """
    found: set[Span] = set()
    for value in wanted:
        found.update(
            _figures(citation, value, language) or _names(citation, value, language) or _words(citation, value)
        )
    return tuple(sorted(found))


@lru_cache(maxsize=512)
def proof(citations: tuple[Citation, ...], value: str, language: str) -> Citation | None:
    """The citation that says a short answer: the first that says it as a figure or a name, else in the same words."""
    for citation in citations:
        if _figures(citation, value, language) or _names(citation, value, language):
            return citation
    return next((citation for citation in citations if _words(citation, value)), None)


def _figures(citation: Citation, value: str, language: str) -> list[Span]:
    sought = find_figures(value, language, citation.published)
    held = find_figures(citation.quote, citation.language, citation.published) if sought else ()
    return [(has.start, has.end) for has in held if any(compare(has, figure) == "equal" for figure in sought)]


def _names(citation: Citation, value: str, language: str) -> list[Span]:
    sought = find_names(value, language)
    held = find_names(citation.quote, citation.language) if sought else ()
    return [(has.start, has.end) for has in held if any(same_name(has, name) for name in sought)]


def _words(citation: Citation, value: str) -> list[Span]:
    """Whole words alone: "32" is no part of "1932", "1,032" or "32.5"."""
    value = value.strip(" .,;:!?")
    whole = rf"(?<!\w)(?<!\d[.,]){re.escape(value)}(?!\w|[.,]\d)"
    return [match.span() for match in re.finditer(whole, citation.quote, re.IGNORECASE)] if value else []
