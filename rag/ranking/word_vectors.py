"""Words as unit vectors, English and French in one space: the bundled encoder's input rows, before it reads anything.

Translations ("bells", "cloches") lie at 0.7 and above, kindred words ("beet", "betterave") at 0.2 to 0.6, strangers
near 0. Knows the word table and its tokenizer. Does not know what is compared, nor what likeness is used for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rag.ranking.products import products
from rag.ranking.reader import SHIPPED_ENCODER, shipped_tokenizer
from rag.ranking.word_table import read_word_table

_KEPT = 12_000  # words remembered, 18 MB; news of a day uses about as many
_EVERY = 7  # rows of the table that the mean is taken over
# What words have in common is not quite the same over the whole table and over its ordinary words alone. The weights
# of sentences were fitted on the first (`word_vectors`), what makes an answer sure on the second (`likeness`).
_ORDINARY = range(1_000, 60_000, _EVERY)


class WordVectors:
    """Vectors of words, remembered. Safe to use from several threads: what is lost in a race is computed again."""

    def __init__(self, sample: Sequence[int] = ()) -> None:
        """Read the table of the bundled encoder.

        Args:
            sample: rows whose mean is taken off every vector, as what all words have in common; else every seventh.

        Raises:
            EncoderError: the encoder or its tokenizer is missing or unreadable.
        """
        self._table = read_word_table(SHIPPED_ENCODER)
        self._tokenizer = shipped_tokenizer()
        self._mean = self._table.vectors(sample or range(0, len(self._table.rows), _EVERY)).mean(axis=0)
        self._known: dict[str, NDArray[np.float32]] = {}

    def of(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows, shape (words, d), of words in small letters; a word of several pieces is their mean."""
        known = self._known
        fresh = list(dict.fromkeys(word for word in words if word not in known))
        if len(known) + len(fresh) > _KEPT:
            known = {}
            fresh = list(dict.fromkeys(words))
        if fresh:
            known |= zip(fresh, self._made(fresh), strict=True)
        self._known = known
        if not words:
            return np.zeros((0, self._table.rows.shape[1]), np.float32)
        return np.stack([known[word] for word in words])

    def _made(self, words: Sequence[str]) -> NDArray[np.float32]:
        """All words are cut into pieces in one run, on one thread: a batch would wake a pool of them."""
        starts = np.cumsum([0, *(len(word) + 1 for word in words)])[:-1]
        found = self._tokenizer.encode(" ".join(words), add_special_tokens=False)
        owner = np.searchsorted(starts, [start for start, _ in found.offsets], side="right") - 1
        counts = np.bincount(owner, minlength=len(words))[:, None]
        made = np.zeros((len(words), self._table.rows.shape[1]), np.float32)
        np.add.at(made, owner, self._table.vectors(found.ids))
        made = made / np.maximum(counts, 1) - self._mean * (counts > 0)
        unit: NDArray[np.float32] = made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)
        return unit.astype(np.float32)


@cache
def word_vectors() -> WordVectors:
    """The vectors of the bundled encoder, less what all of its vocabulary has in common."""
    return WordVectors()


@cache
def _ordinary_vectors() -> WordVectors:
    return WordVectors(_ORDINARY)


def likeness(words: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    """For each of ``words`` its cosine with the likest of ``others``, 0 to 1, shape (n,); 0 where there are no others.

    Raises:
        EncoderError: the encoder or its tokenizer is missing or unreadable.
    """
    if not words or not others:
        return np.zeros(len(words), np.float32)
    vectors = _ordinary_vectors()
    ours, theirs = (vectors.of([word.lower() for word in group]) for group in (words, others))
    best: NDArray[np.float32] = np.clip(products(ours, theirs).max(axis=1), 0.0, 1.0)
    return best
