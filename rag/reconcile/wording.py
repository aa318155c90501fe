"""What words say of a figure: those around it, those of its part of the sentence, and how much of a question is there.

Knows sentences and words. Does not know what is asked for, nor how figures are weighed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.figures import Figure, find_figures, mentions
from rag.figures.cldr import territories
from rag.figures.flat import flatten, fold
from rag.figures.peoples import homes
from rag.language import index_terms
from rag.ranking.terms import Wanted
from rag.reconcile.roles import role_words

NEAR = 60  # characters either side of a figure within which words belong to it
REACH = 90  # the same, as far as they may
_ROOT = 0.7  # what a word of the same root counts


@lru_cache(maxsize=64)
def without_dates(text: str, language: str) -> str:
    """A text with the dates taken out."""
    for figure in reversed(find_figures(text, language)):
        if figure.kind == "date":
            text = f"{text[: figure.start]} {text[figure.end :]}"
    return text


@lru_cache(maxsize=64)
def words_for(text: str, roles: frozenset[str]) -> frozenset[str]:
    """The words of a text, folded, that are of these classes: "perdu la vie" is three."""
    flat = flatten(text)
    return frozenset(fold(word) for start, end in role_words(flat, roles) for word in flat[start:end].split())


def countries_in(text: str, language: str) -> frozenset[str]:
    """The countries a text names, or whose people it does."""
    home = homes()
    return frozenset(home.get(key, key) for key in mentions(text, language)) & _all_countries()


@lru_cache(maxsize=1)
def _all_countries() -> frozenset[str]:
    return frozenset(fold(name) for code, name in territories("en").items() if code.isalpha())


def terms_around(text: str, figure: Figure, language: str, reach: int) -> frozenset[str]:
    """The index terms of the whole words within reach of a figure."""
    start, end = max(0, figure.start - reach), min(len(text), figure.end + reach)
    start = text.rfind(" ", 0, start) + 1
    end = text.find(" ", end) if " " in text[end:] else len(text)
    return frozenset(index_terms(f"{text[start : figure.start]} {text[figure.end : end]}", language))


def said_of(words: Sequence[Wanted], have: frozenset[str]) -> float:
    """Coverage by these terms, where a word of the same root counts for most of it: "grève" and "grévistes"."""
    total = sum(word.weight for word in words)
    told = sum(word.weight * (word.found_in(have) or _ROOT * rooted(word, have)) for word in words)
    return told / total if total else 0.0


def rooted(word: Wanted, have: frozenset[str]) -> float:
    """The probability of the likeliest form of a word that shares its root with one of the terms."""
    if word.is_name:
        return 0.0
    for term, chance in word.terms:
        for other in have:
            short, long = (term, other) if len(term) <= len(other) else (other, term)
            if len(short) >= 4 and len(long) - len(short) <= 4 and long.startswith(short):
                return chance
    return 0.0


def clause_of(flat: str, figure: Figure) -> str:
    """The words a figure stands among: back to the last colon, on to the next comma, some way at most."""
    before = re.split(r"[;:]", flat[max(0, figure.start - NEAR) : figure.start])[-1]
    after = re.split(r"[;:]|, (?!\d)", flat[figure.end : figure.end + REACH])[0]
    return f"{before}|{after}"
