"""Which words of a sentence say the words of a question, and where: as index terms, or by nearness of meaning.

Knows words, their translations and their vectors. Does not know what the matches are used for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rag.language import fold, index_terms, stop_words
from rag.ranking.products import products
from rag.ranking.terms import Wanted
from rag.ranking.word_vectors import word_vectors

_WORD = re.compile(r"\d[\d.,\u00a0\u202f]*\d|(?:[^\W\d_]\.){2,}|[^\W_]+")
_STRANGE, _SAME = 0.15, 0.75  # cosines up to which two words have nothing in common, and from which they mean the same
_NAME_SAME = 0.9  # names near each other are mostly other names; only translations count

Rows = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Matches:
    """``terms`` and ``meaning``: probability that question word i is said by sentence word j, shape (words, tokens).

    ``meaning`` is never less than ``terms``. ``places`` are the sentence words' offsets (start, end) into its text.
    """

    terms: Rows
    meaning: Rows
    places: tuple[tuple[int, int], ...]

    def said(self) -> Rows:
        """For each question word the probability that the sentence says it, by terms, shape (words,)."""
        return _best(self.terms)

    def meant(self) -> Rows:
        """The same by meaning, shape (words,)."""
        return _best(self.meaning)


def _best(rows: Rows) -> Rows:
    best: Rows = rows.max(axis=1) if rows.shape[1] else np.zeros(len(rows))
    return best


def match_all(words: Sequence[Wanted], texts: Sequence[str], language: str) -> list[Matches]:
    """The matches of each text with the question's words. All vectors are looked up at once."""
    split = [telling_words(text, language) for text in texts]
    folded = [fold(word.word) for word in words]
    vectors = word_vectors().of(folded + [word for item in split for word, *_ in item])
    asked, rest = vectors[: len(words)], vectors[len(words) :]
    near = _nearness(words, products(asked, rest).astype(np.float64))
    chances: dict[str, list[tuple[int, float]]] = {}
    for row, word in enumerate(words):
        for term, chance in word.terms:
            chances.setdefault(term, []).append((row, chance))
    found, first = [], 0
    for item in split:
        terms = np.zeros((len(words), len(item)))
        for column, (_, stems, _, _) in enumerate(item):
            for stem in stems:
                for row, chance in chances.get(stem, ()):
                    terms[row, column] = max(terms[row, column], chance)
        here = near[:, first : first + len(item)]
        first += len(item)
        found.append(Matches(terms, np.maximum(terms, here), tuple((a, b) for *_, a, b in item)))
    return found


def _nearness(words: Sequence[Wanted], cosines: Rows) -> Rows:
    near: Rows = np.clip((cosines - _STRANGE) / (_SAME - _STRANGE), 0.0, 1.0)
    for row, word in enumerate(words):
        if word.is_name:
            digits = any(letter.isdigit() for letter in word.word)
            near[row] = 0.0 if digits else (cosines[row] >= _NAME_SAME).astype(np.float64)
    return near


@lru_cache(maxsize=2_000)
def telling_words(text: str, language: str) -> tuple[tuple[str, tuple[str, ...], int, int], ...]:
    """Words of a text but for stop words and single letters: the folded word, its index terms, and its offsets."""
    stops = stop_words(language)
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        folded = _folded(word)
        if (folded in stops and not (len(word) > 1 and word.isupper())) or (len(folded) < 2 and not folded.isdigit()):
            continue
        found.append((folded, _stems(word, language), match.start(), match.end()))
    return tuple(found)


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=50_000)
def _stems(word: str, language: str) -> tuple[str, ...]:
    return tuple(index_terms(word, language))
