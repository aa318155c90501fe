"""The words of a question as index terms of any language: its own as they stand, another's by their translations.

A word is looked for through all that it may stand for, each counting by its probability (probabilistic structured
queries, Darwish & Oard, SIGIR 2003); names and numbers stand for themselves in every language. Knows words. Does not
know indexes or sentences.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.language import index_terms
from rag.language.irregular import other_forms
from rag.ranking.meanings import kin, means_itself, translations, translations_of_another_form
from rag.ranking.rarity import rarity

_WORD = re.compile(r"\d[\d.,\u00a0\u202f ]*\d(?!\w)|(?:[^\W\d_]\.){2,}|[^\W_]+")
# "été" behind a form of "avoir" is "been" and tells nothing; elsewhere it is the summer.
_BEEN = re.compile(
    r"\b(?:a|ai|as|ont|avons|avez|avait|avaient|ait|aient|aura|auront|aurait|auraient|ayant|avoir)"
    r"(?:-t)?(?:-(?:ils?|elles?|on|nous|vous|je|tu|ce))?(?: (?:pas|jamais|plus|aussi|déjà|toujours|bien|\w+ment))?"
    r" (été)\b",
    re.IGNORECASE,
)
_APOSTROPHE = re.compile(r"(?<!\w)[A-ZÀ-Þ]['’]$")
_LEAST = 0.03  # probability below which a translation is noise
_ITSELF = 0.4  # how surely a word that both languages spell and mean alike is said by itself, at least
_FORM = 0.8  # how surely a word is said by another form of its verb, which may be another word spelt alike


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
    been = {match.start(1) for match in _BEEN.finditer(text)} if language == "fr" else set()
    for position, match in enumerate(_WORD.finditer(text)):
        if match.start() in been:
            continue
        word = match.group()
        whole = (
            index_terms(text[match.start() - 2 : match.end()], target)
            if _APOSTROPHE.search(text, 0, match.start())
            else []
        )
        item = _wanted(word, language, target, starts=position == 0, whole=whole[-1:])
        if item is not None:
            found.setdefault(item.terms, item)
    return tuple(found.values())


def _wanted(word: str, language: str, target: str, starts: bool, whole: Sequence[str]) -> Wanted | None:
    """``whole`` is the term that the word is part of: "oleary" for the "Leary" of "O'Leary"."""
    own = index_terms(word, language)
    if not own:
        return None
    if any(letter.isdigit() for letter in word):
        return _made(word, [(term, 1.0) for term in own], (), 1.0, True, target)
    is_name = word[0].isupper() and not starts
    weight = max(rarity(term, language) for term in own)
    kindred = [*_as_terms(kin(word), target), *((term, 1.0) for term in whole)]
    if language == target:
        return _made(word, [(term, 1.0) for term in own], kindred, weight, is_name, target)
    options = _as_terms(translations(word, language, target), target)
    known = sum(chance for _, chance in options)
    options = options or _as_terms(translations_of_another_form(word, language, target), target)
    as_it_stands = index_terms(word, target) or own
    verbatim = 1.0 if is_name else max(0.0, 1.0 - known)
    if means_itself(word, language, target):
        verbatim = max(verbatim, _ITSELF - sum(chance for term, chance in options if term in as_it_stands))
    options += [(term, verbatim) for term in as_it_stands if verbatim > _LEAST]
    return _made(word, options, kindred, weight, is_name, target)


def _as_terms(words: Iterable[tuple[str, float]], target: str) -> list[tuple[str, float]]:
    return [(term, chance) for word, chance in words for term in index_terms(word, target)[:1]]


def _made(
    word: str,
    options: Iterable[tuple[str, float]],
    kindred: Iterable[tuple[str, float]],
    weight: float,
    is_name: bool,
    target: str,
) -> Wanted | None:
    """One wanted word: chances of options that come to the same term add up, of kindred ones the best counts."""
    best: dict[str, float] = {}
    for term, chance in options:
        best[term] = min(1.0, best.get(term, 0.0) + chance)
    forms = [] if is_name else [(form, _FORM * best[term]) for term in best for form in other_forms(term, target)]
    for term, chance in (*kindred, *forms):
        best[term] = max(best.get(term, 0.0), chance)
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
