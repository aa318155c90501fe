"""One question to one snapshot: both sides searched, joined, and the best fetched.

Knows: how candidates of the dense and the lexical side become ranked ``Hit``s. Does not know generations or writers:
the caller holds the transaction, so that vectors, words and text are of the same generation.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from rag.index import records
from rag.index.fusion import Fused, fuse
from rag.index.lexical import Lexicon, Scored
from rag.index.snapshot import Snapshot
from rag.index.store import Database
from rag.index.vectors import Mask
from rag.types import Hit, Query

_SPARE = 32
"""Candidates taken beyond the depth asked for, so that equals at the edge are chosen by id, not by accident."""

_NO_NAME = ("", 0)


class Searcher:
    """Searches ``snapshot``, which the caller keeps at the generation of the transaction it holds."""

    def __init__(self, database: Database, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._database = database
        self._lexicon = Lexicon(database)

    def hits(self, query: Query) -> list[Hit]:
        """``query.k`` hits if they exist, best first; equals in the order of article id and place."""
        allowed = self.snapshot.admitted(query.filter, self._database)
        depth = max(query.depth, query.k)
        dense_scores = self._dense(query, depth, allowed)
        scored = self._lexicon.scores(self.snapshot, query.terms) if query.terms else None
        dense = self._ordered(dense_scores)
        lexical = self._ordered(_best(scored, depth + _SPARE, allowed)) if scored is not None else []
        fused = fuse(dense[:depth], lexical[:depth])[: query.k]
        missing = np.array([item.key for item in fused if item.key not in dense_scores], np.int64)
        if query.vector is not None and len(missing):
            dense_scores.update(
                zip(missing.tolist(), self.snapshot.vectors.scores(query.vector, missing).tolist(), strict=True)
            )
        return [_on_one_scale(hit, query) for hit in self._hydrated(fused, dense_scores, scored)]

    def _dense(self, query: Query, depth: int, allowed: Mask | None) -> dict[int, float]:
        """The nearest positions with their cosines; none for a query without a vector."""
        if query.vector is None:
            return {}
        places, scores = self.snapshot.vectors.search(query.vector, depth + _SPARE, allowed)
        return dict(zip(places.tolist(), scores.tolist(), strict=True))

    def _ordered(self, scores: dict[int, float]) -> list[int]:
        """Positions, best first; equals by article id and place, which are only looked up where there are equals."""
        often = Counter(scores.values())
        names = self._names({place for place, score in scores.items() if often[score] > 1})
        return sorted(scores, key=lambda place: (-scores[place], names.get(place, _NO_NAME)))

    def _names(self, places: set[int]) -> dict[int, tuple[str, int]]:
        chosen = sorted(places)
        numbers = self.snapshot.columns.number[chosen].tolist() if chosen else []
        found = records.places(self._database, numbers)
        return {place: found[number] for place, number in zip(chosen, numbers, strict=True)}

    def _hydrated(self, fused: list[Fused], dense: dict[int, float], lexical: Scored | None) -> list[Hit]:
        numbers = [int(self.snapshot.columns.number[item.key]) for item in fused]
        found = records.passages(self._database, numbers)
        return [
            Hit(
                *found[number], item.score, rank,
                dense.get(item.key), item.dense_rank,
                None if lexical is None else lexical.of(item.key), item.lexical_rank,
            )
            for rank, (number, item) in enumerate(zip(numbers, fused, strict=True), 1)
        ]  # fmt: skip


def _on_one_scale(hit: Hit, query: Query) -> Hit:
    """A hit scored by the one side that was asked: its cosine, or what its terms weigh; fused ranks where both were."""
    side = hit.dense_score if not query.terms else hit.lexical_score if query.vector is None else None
    return hit if side is None else replace(hit, score=side)


def _best(scored: Scored, most: int, allowed: Mask | None) -> dict[int, float]:
    """At most so many of the positions that score best, of those allowed."""
    places, scores = scored.places, scored.scores
    if allowed is not None:
        open_to = allowed[places]
        places, scores = places[open_to], scores[open_to]
    if len(places) > most:
        best = np.argpartition(-scores, most)[:most]
        places, scores = places[best], scores[best]
    return dict(zip(places.tolist(), scores.tolist(), strict=True))
