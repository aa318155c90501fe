"""Where in a source the words of a claim stand, in the same language or the other.

Knows stems, irregular verbs, the table of translations, names and look-alikes. Does not know what any of it means for
the claim.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from rag.citations.naming import SMALL, translations
from rag.citations.sources import Source
from rag.figures.flat import flatten, fold
from rag.figures.places import aliases, peoples
from rag.language import stem, stop_words
from rag.language.irregular import other_forms

_WORD = re.compile(r"[^\W_]+")
_LIKE = 5  # letters two words of one root share at least


@lru_cache(maxsize=2048)
def content(text: str, language: str) -> tuple[tuple[str, int], ...]:
    """The words of a text that say something, folded, each with its offset."""
    stops = stop_words(language) | SMALL
    found = ((fold(match.group()), match.start()) for match in _WORD.finditer(flatten(text)))
    return tuple((word, at) for word, at in found if word and word not in stops and (len(word) > 2 or word.isdigit()))


def places(claim: str, language: str, source: Source) -> list[list[int]]:
    """For each word of a claim that says something: the offsets in the source where it may stand, none if nowhere."""
    theirs = content(source.text, source.language)
    return [
        [at for other, at in theirs if _same(word, language, other, source.language)]
        for word, _ in content(claim, language)
    ]


@lru_cache(maxsize=512)
def standing(claim: str, language: str, source: Source) -> Mapping[int, list[int]]:
    """The same, by where in the claim each word begins; remembered, for several rules ask."""
    at = (start for _, start in content(claim, language))
    return MappingProxyType(dict(zip(at, places(claim, language, source), strict=True)))


@lru_cache(maxsize=50_000)
def _same(word: str, language: str, other: str, theirs: str) -> bool:
    if word == other or stem(word, language) == stem(other, theirs):
        return True
    if word.isdigit() or other.isdigit():
        return False
    if _key(word) == _key(other):
        return True
    if len(word) > _LIKE and word[:_LIKE] == other[:_LIKE]:
        return True
    if language == theirs:
        return stem(other, theirs) in other_forms(stem(word, language), language)
    stems = {stem(option, theirs) for option in translations(word, language, theirs)}
    backwards = {stem(option, language) for option in translations(other, theirs, language)}
    return stem(other, theirs) in stems or stem(word, language) in backwards


def _key(word: str) -> str:
    return aliases().get(word) or peoples().get(word) or word
