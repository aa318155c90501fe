"""The words of a question as index terms of any language: its own as they stand, another's by their translations.

A word is looked for through all that it may stand for, each counting by its probability (probabilistic structured
queries, Darwish & Oard, SIGIR 2003); names and numbers stand for themselves in every language. Knows words. Does not
know indexes or sentences.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from rag.language import fold, index_terms, stop_words
from rag.ranking.rarity import rarity
from rag.translation import translate_term

_WORD = re.compile(r"\d[\d.,\u00a0\u202f ]*\d(?!\w)|(?:[^\W\d_]\.){2,}|[^\W_]+")
_LEAST = 0.03  # probability below which a translation is noise


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word of a question: what may stand for it in an article's language, with probabilities, and what it tells.

    ``weight`` is its rarity, 0 to 1, in its own language; ``is_name`` marks names and numbers, which are looked for as
    they stand.
    """

    word: str
    terms: tuple[tuple[str, float], ...]
    weight: float
    is_name: bool = False

    def found_in(self, have: Collection[str]) -> float:
        """The probability, 0 to 1, that the word is said by one of these terms."""
        for term, chance in self.terms:  # likeliest first
            if term in have:
                return chance
        return 0.0


def wanted(text: str, language: str, target: str) -> tuple[Wanted, ...]:
    """The telling words of a question in ``language``, as terms of articles in ``target``, each once."""
    found: dict[tuple[tuple[str, float], ...], Wanted] = {}
    for position, match in enumerate(_WORD.finditer(text)):
        word = match.group()
        item = _wanted(word, language, target, starts=position == 0)
        if item is not None:
            found.setdefault(item.terms, item)
    return tuple(found.values())


def _wanted(word: str, language: str, target: str, starts: bool) -> Wanted | None:
    own = index_terms(word, language)
    if not own:
        return None
    if any(letter.isdigit() for letter in word):
        return _made(word, [(term, 1.0) for term in own], 1.0, True)
    is_name = word[0].isupper() and not starts
    weight = max(rarity(term, language) for term in own)
    if language == target:
        return _made(word, [(term, 1.0) for term in own], weight, is_name)
    options = [
        (term, chance)
        for other, chance in _translations(word, language, target)
        for term in index_terms(other, target)[:1]
    ]
    known = sum(chance for _, chance in options)
    as_it_stands = index_terms(word, target) or own
    verbatim = 1.0 if is_name else max(0.0, 1.0 - known)
    options += [(term, verbatim) for term in as_it_stands if verbatim > _LEAST]
    return _made(word, options, weight, is_name)


def _translations(word: str, language: str, target: str) -> list[tuple[str, float]]:
    stops = stop_words(target)
    return [
        (other, chance)
        for other, chance in translate_term(word, language, target)
        if fold(other) not in stops and chance >= _LEAST
    ]


def _made(word: str, options: Iterable[tuple[str, float]], weight: float, is_name: bool) -> Wanted | None:
    best: dict[str, float] = {}
    for term, chance in options:
        best[term] = min(1.0, best.get(term, 0.0) + chance)
    if not best:
        return None
    return Wanted(word, tuple(sorted(best.items(), key=lambda item: (-item[1], item[0]))), weight, is_name)


@lru_cache(maxsize=20_000)
def terms_of(text: str, language: str) -> frozenset[str]:
    """The index terms of a text, each once; remembered, because titles and sentences come up again and again."""
    return frozenset(index_terms(text, language))


def coverage(words: Iterable[Wanted], have: Collection[str]) -> float:
    """The share, 0 to 1, of what the words tell that is said by these terms; 0 where there are no words."""
    words = tuple(words)
    total = sum(word.weight for word in words)
    return sum(word.weight * word.found_in(have) for word in words) / total if total else 0.0
