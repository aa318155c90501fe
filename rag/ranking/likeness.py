"""How alike two words are, in one language or across two: the cosine of the bundled encoder's own word vectors.

Knows the shipped word table and its tokenizer. Does not know sentences, questions or what the likeness is used for.
Nothing is run but a look-up: "cloches" and "bells" are alike, "cloches" and "incendie" are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from rag.ranking.reader import SHIPPED_ENCODER, shipped_tokenizer
from rag.ranking.word_table import WordTable, read_word_table

_FIRST, _LAST, _STEP = 1_000, 60_000, 7  # of the vocabulary, to know what all words have in common


def likeness(words: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    """For each of ``words`` its cosine with the likest of ``others``, shape (n,); 0 where there are no others.

    Raises:
        EncoderError: the shipped word table is missing.
    """
    if not words or not others:
        return np.zeros(len(words), np.float32)
    ours, theirs = (np.stack([_vector(word.lower()) for word in group]) for group in (words, others))
    best: NDArray[np.float32] = np.clip((ours @ theirs.T).max(axis=1), 0.0, 1.0)
    return best


@lru_cache(maxsize=20_000)
def _vector(word: str) -> NDArray[np.float32]:
    """The mean of a word's pieces, less what all words have in common; a unit row, shape (d,)."""
    pieces = shipped_tokenizer().encode(word, add_special_tokens=False).ids
    vector = (_table().vectors(pieces).mean(axis=0) if pieces else np.zeros_like(_common())) - _common()
    unit: NDArray[np.float32] = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return unit


@cache
def _table() -> WordTable:
    return read_word_table(SHIPPED_ENCODER)


@cache
def _common() -> NDArray[np.float32]:
    mean: NDArray[np.float32] = _table().vectors(range(_FIRST, _LAST, _STEP)).mean(axis=0)
    return mean
