"""A cited sentence as the guard's parts read it, with what is found in it once and used often.

Knows a sentence's text, language and day. Does not know articles, citations or claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rag.figures import Figure, find_figures, find_names, mentions
from rag.figures.flat import fold
from rag.figures.places import aliases

_INITIALS = re.compile(r"\b[A-Z]{2,6}\b")


@dataclass(frozen=True, slots=True)
class Source:
    """A cited sentence: its text, its language, the day its article was published.

    `context` is the passage around it; only the first name of somebody the sentence names may be taken from there.
    """

    text: str
    language: str
    published: date | None = None
    context: str = ""


@lru_cache(maxsize=2048)
def held(source: Source) -> tuple[Figure, ...]:
    """The figures of a source."""
    return find_figures(source.text, source.language, source.published)


@lru_cache(maxsize=2048)
def known_names(source: Source) -> tuple[tuple[str, ...], str]:
    """The name keys of a source, once for each time they are said, and its folded words between spaces."""
    said = [name.key for name in find_names(source.text, source.language)]
    others = mentions(source.text, source.language) - set(said)
    others |= {aliases()[fold(word)] for word in _INITIALS.findall(source.text) if fold(word) in aliases()}
    return (*said, *sorted(others)), f" {fold(source.text)} "


def without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with spans that are dealt with blanked out, every offset kept."""
    for start, end in spans:
        text = text[:start] + "_" * (end - start) + text[end:]
    return text
