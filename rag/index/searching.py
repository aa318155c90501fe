"""One question to one snapshot: both sides searched, joined, and the best fetched.

Knows: how candidates of the dense and the lexical side become ranked ``Hit``s. Does not know generations or writers:
the caller holds the transaction, so that vectors, words and text are of the same generation.
"""

from __future__ import annotations

import numpy as np

from rag.index import records
from rag.index.fusion import Fused, fuse
from rag.index.lexical import Lexicon
from rag.index.snapshot import Snapshot
from rag.index.store import Database
from rag.index.vectors import Mask
from rag.types import Hit, Query, Vectors

_SPARE = 32
"""Candidates taken beyond the depth asked for, so that equals at the edge are chosen by id, not by accident."""


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
        dense, dense_scores = self._dense(query, depth, allowed)
        lexical, lexical_scores = self._lexical(query, depth, allowed)
        names = self._names({*dense, *lexical})
        dense.sort(key=lambda place: (-dense_scores[place], names[place]))
        lexical.sort(key=lambda place: (-lexical_scores[place], names[place]))
        fused = fuse(dense[:depth], lexical[:depth], query.dense_weight, query.lexical_weight)[: query.k]
        missing = np.array([item.key for item in fused if item.key not in dense_scores], np.int64)
        if query.vector is not None and len(missing):
            dense_scores.update(
                zip(missing.tolist(), self.snapshot.vectors.scores(query.vector, missing).tolist(), strict=True)
            )
        return self._hydrated(fused, dense_scores, lexical_scores)

    def _dense(self, query: Query, depth: int, allowed: Mask | None) -> tuple[list[int], dict[int, float]]:
        if query.vector is None:
            return [], {}
        places, scores = self.snapshot.vectors.search(query.vector, depth + _SPARE, allowed)
        found = dict(zip(places.tolist(), scores.tolist(), strict=True))
        return list(found), found

    def _lexical(self, query: Query, depth: int, allowed: Mask | None) -> tuple[list[int], Vectors]:
        if not query.terms:
            return [], np.zeros(0, np.float32)
        scores = self._lexicon.scores(self.snapshot, query.terms)
        open_to = scores if allowed is None else np.where(allowed, scores, np.float32(0))
        places = np.flatnonzero(open_to)
        if len(places) > depth + _SPARE:
            places = places[np.argpartition(-open_to[places], depth + _SPARE)[: depth + _SPARE]]
        return places.tolist(), scores

    def _names(self, places: set[int]) -> dict[int, tuple[str, int]]:
        chosen = sorted(places)
        numbers = self.snapshot.columns.number[chosen].tolist() if chosen else []
        found = records.places(self._database, numbers)
        return {place: found[number] for place, number in zip(chosen, numbers, strict=True)}

    def _hydrated(self, fused: list[Fused], dense: dict[int, float], lexical: Vectors) -> list[Hit]:
        numbers = [int(self.snapshot.columns.number[item.key]) for item in fused]
        found = records.passages(self._database, numbers)
        return [
            Hit(
                *found[number], item.score, rank,
                dense.get(item.key), item.dense_rank,
                float(lexical[item.key]) if len(lexical) else None, item.lexical_rank,
            )
            for rank, (number, item) in enumerate(zip(numbers, fused, strict=True), 1)
        ]  # fmt: skip
