"""How much sentences say what those of other articles say.

What is told again and again is the story, and what only one article adds is an aside: the nearer a sentence is to the
likely sentences of others, the better it stands for all (Erkan & Radev, "LexRank", JAIR 2004). Near are sentences with
the same words, rare ones most, and with words of one meaning, in whatever language. Knows sentences and how likely they
answer. Does not know what they were asked, nor single values (``agreement`` compares these).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.language import fold
from rag.ranking.matching import telling_words
from rag.ranking.products import products
from rag.ranking.rarity import rarity
from rag.ranking.word_vectors import word_vectors
from rag.types import Evidence

_COMMON = 0.05  # what a word without an index term tells

Rows = NDArray[np.float64]


def centrality(items: Sequence[Evidence]) -> Rows:
    """How near each sentence is to those of other articles, 0 to 1, the likelier ones counting more, shape (n,).

    What is said word for word elsewhere is a copy: it speaks for the others once, and for itself not at all.
    """
    shares = _apart(items) * np.array([item.score for item in items])
    central: Rows = (_nearness(items) * shares).sum(axis=1) / np.maximum(shares.sum(axis=1), 1e-9)
    return central


def _apart(items: Sequence[Evidence]) -> Rows:
    """1 where a sentence may speak for another: of another article, no copy of it, and the first of its copies."""
    articles: dict[str, list[int]] = defaultdict(list)
    copies: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        articles[item.hit.article.id].append(place)
        copies[fold(item.sentence.text)].append(place)
    apart = np.ones((len(items), len(items)))
    for places in (*articles.values(), *copies.values()):
        apart[np.ix_(places, places)] = 0.0
    for places in copies.values():
        apart[:, places[1:]] = 0.0
    return apart


def _nearness(items: Sequence[Evidence]) -> Rows:
    """How much two sentences say the same, 0 to 1, by words and by meaning, half each, shape (n, n)."""
    said: dict[tuple[str, str], int] = {}
    rows: list[list[tuple[int, float]]] = []
    meanings: list[Rows] = []
    for item in items:
        language = item.hit.article.language
        words = [(word, stems[0] if stems else "") for word, stems, *_ in telling_words(item.sentence.text, language)]
        weights = [rarity(stem, language) if stem else _COMMON for _, stem in words]
        rows.append(
            [(said.setdefault((language, stem), len(said)), weight)
             for (_, stem), weight in zip(words, weights, strict=True) if stem]
        )  # fmt: skip
        vectors = word_vectors().of([word for word, _ in words]).astype(np.float64)
        meanings.append((vectors * np.array(weights)[:, None]).sum(axis=0))
    terms = np.zeros((len(items), len(said)))
    for place, row in enumerate(rows):
        for column, weight in row:
            terms[place, column] = weight
    return (_cosines(terms) + _cosines(np.stack(meanings))) / 2


def _cosines(rows: Rows) -> Rows:
    unit = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    near: Rows = np.clip(products(unit, unit), 0.0, 1.0)
    return near
