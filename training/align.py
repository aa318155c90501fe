"""Word alignment over the parallel data: which English words a French word stands for, and back.

IBM Model 1 with a light diagonal prior, both directions, made to agree in the last iterations
(Liang, Taskar & Klein 2006, "Alignment by agreement"). Knows words and counts; does not know encoders.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from training.data import LAW_WEIGHT, Pair
from training.words import WordSplitter

DIAGONAL = 4.0  # sharpness of the prior, as in fast_align
NULL_SHARE = 0.08  # prior mass that a word has no counterpart
LONGEST = 40  # words a side; longer rows cost cells by the square and align badly


@dataclass(frozen=True)
class Lexicon:
    """Agreement counts between English and French words.

    ``links`` has one row (english id, french id) per pair seen, ``counts`` the expected number of agreeing links,
    ``english_seen`` / ``french_seen`` the weighted occurrences of each word.
    """

    english: tuple[str, ...]
    french: tuple[str, ...]
    links: NDArray[np.int32]
    counts: NDArray[np.float32]
    english_seen: NDArray[np.float32]
    french_seen: NDArray[np.float32]

    def save(self, path: Path) -> None:
        """Write one npz file."""
        words = json.dumps([self.english, self.french])
        np.savez_compressed(
            path,
            words=np.array(words),
            links=self.links,
            counts=self.counts,
            english_seen=self.english_seen,
            french_seen=self.french_seen,
        )

    @staticmethod
    def load(path: Path) -> Lexicon:
        """Read what ``save`` wrote."""
        with np.load(path) as file:
            english, french = json.loads(str(file["words"]))
            return Lexicon(
                tuple(english), tuple(french), file["links"], file["counts"], file["english_seen"], file["french_seen"]
            )


@dataclass(frozen=True)
class _Cells:
    """Every (English position, French position) of every sentence, flattened: C cells, U unique word pairs."""

    pair: NDArray[np.int32]  # (C,) index of the unique word pair
    french_slot: NDArray[np.int32]  # (C,) which French position of which sentence
    english_slot: NDArray[np.int32]  # (C,)
    prior_french: NDArray[np.float32]  # (C,) sums to 1 - NULL_SHARE within a French slot
    prior_english: NDArray[np.float32]
    weight: NDArray[np.float32]  # (C,) weight of the sentence
    links: NDArray[np.int32]  # (U, 2)
    french_of_slot: NDArray[np.int32]
    english_of_slot: NDArray[np.int32]


def _number(sentences: list[list[str]]) -> tuple[tuple[str, ...], list[NDArray[np.int32]]]:
    counts = Counter(word for sentence in sentences for word in sentence)
    words = tuple(word for word, _ in counts.most_common())
    index = {word: number for number, word in enumerate(words)}
    return words, [np.array([index[word] for word in sentence], np.int32) for sentence in sentences]


def _lay_out(
    english: list[NDArray[np.int32]], french: list[NDArray[np.int32]], weights: list[float], french_words: int
) -> _Cells:
    keys, slots_f, slots_e, priors_f, priors_e, cell_weights = [], [], [], [], [], []
    base_e = base_f = 0
    cache: dict[tuple[int, int], tuple[NDArray[np.float32], NDArray[np.float32]]] = {}
    for e, f, weight in zip(english, french, weights, strict=True):
        i, j = len(e), len(f)
        if (i, j) not in cache:
            gap = np.abs((np.arange(i) + 0.5)[None, :] / i - (np.arange(j) + 0.5)[:, None] / j)
            near = np.exp(-DIAGONAL * gap)
            cache[i, j] = (
                (near / near.sum(1, keepdims=True) * (1 - NULL_SHARE)).astype(np.float32).ravel(),
                (near / near.sum(0, keepdims=True) * (1 - NULL_SHARE)).astype(np.float32).ravel(),
            )
        keys.append((e.astype(np.int64)[None, :] * french_words + f[:, None]).ravel())  # French-major
        slots_f.append(np.repeat(np.arange(base_f, base_f + j, dtype=np.int32), i))
        slots_e.append(np.tile(np.arange(base_e, base_e + i, dtype=np.int32), j))
        priors_f.append(cache[i, j][0])
        priors_e.append(cache[i, j][1])
        cell_weights.append(np.full(i * j, weight, np.float32))
        base_e += i
        base_f += j
    unique, inverse = np.unique(np.concatenate(keys), return_inverse=True)
    links = np.stack([unique // french_words, unique % french_words], axis=1).astype(np.int32)
    return _Cells(
        inverse.astype(np.int32),
        np.concatenate(slots_f),
        np.concatenate(slots_e),
        np.concatenate(priors_f),
        np.concatenate(priors_e),
        np.concatenate(cell_weights),
        links,
        np.concatenate(french),
        np.concatenate(english),
    )


def _summed(places: NDArray[np.int32], weights: NDArray[np.float32], size: int) -> NDArray[np.float64]:
    """The weights added up by place, shape (size,); told apart from counts, which numpy gives the same type."""
    return np.bincount(places, weights, size).astype(np.float64, copy=False)


def _posterior(
    chance: NDArray[np.float32], prior: NDArray[np.float32], slot: NDArray[np.int32], null: NDArray[np.float64]
) -> NDArray[np.float32]:
    mass = chance * prior
    total = np.bincount(slot, weights=mass, minlength=len(null)) + NULL_SHARE * null
    result: NDArray[np.float32] = mass / total.astype(np.float32)[slot]
    return result


def _conditional(counts: NDArray[np.float64], given: NDArray[np.int32]) -> NDArray[np.float32]:
    totals = np.bincount(given, weights=counts)
    result: NDArray[np.float32] = (counts / np.maximum(totals[given], 1e-9)).astype(np.float32)
    return result


def align(pairs: list[Pair], splitter: WordSplitter, alone: int = 3, agreeing: int = 3) -> Lexicon:
    """Expectation maximisation: ``alone`` iterations in each direction apart, then ``agreeing`` ones together."""
    english = [words[:LONGEST] for words in splitter.words_of(pair.english for pair in tqdm(pairs, "english words"))]
    french = [words[:LONGEST] for words in splitter.words_of(pair.french for pair in tqdm(pairs, "french words"))]
    kept = [n for n in range(len(pairs)) if english[n] and french[n]]
    english_words, e_ids = _number([english[n] for n in kept])
    french_words, f_ids = _number([french[n] for n in kept])
    weights = [LAW_WEIGHT if pairs[n].is_law else 1.0 for n in kept]
    cells = _lay_out(e_ids, f_ids, weights, len(french_words))
    seen_e = np.bincount(cells.english_of_slot, minlength=len(english_words))
    seen_f = np.bincount(cells.french_of_slot, minlength=len(french_words))
    null_e = (seen_e / seen_e.sum())[cells.english_of_slot]  # a word without counterpart is drawn by frequency
    null_f = (seen_f / seen_f.sum())[cells.french_of_slot]
    size = len(cells.links)
    counts_f = counts_e = _summed(cells.pair, cells.weight * cells.prior_french, size)
    for step in tqdm(range(alone + agreeing), "alignment"):
        french_given = _conditional(counts_f, cells.links[:, 0])[cells.pair]
        towards_f = _posterior(french_given, cells.prior_french, cells.french_slot, null_f)
        english_given = _conditional(counts_e, cells.links[:, 1])[cells.pair]
        towards_e = _posterior(english_given, cells.prior_english, cells.english_slot, null_e)
        if step < alone:
            counts_f = _summed(cells.pair, towards_f * cells.weight, size)
            counts_e = _summed(cells.pair, towards_e * cells.weight, size)
        else:
            counts_f = counts_e = _summed(cells.pair, towards_f * towards_e * cells.weight, size)
    slot_weight = np.array(weights, np.float32)
    seen_e = np.bincount(cells.english_of_slot, np.repeat(slot_weight, [len(x) for x in e_ids]), len(english_words))
    seen_f = np.bincount(cells.french_of_slot, np.repeat(slot_weight, [len(x) for x in f_ids]), len(french_words))
    strong = counts_f > 0.02
    return Lexicon(
        english_words,
        french_words,
        cells.links[strong],
        counts_f[strong].astype(np.float32),
        seen_e.astype(np.float32),
        seen_f.astype(np.float32),
    )
