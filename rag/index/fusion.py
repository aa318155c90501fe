"""Joining the dense and the lexical ranking: reciprocal ranks.

Knows: ranks. Does not know what is ranked. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CONSTANT = 60.0
"""Of reciprocal rank fusion: Cormack, Clarke and Buettcher (SIGIR 2009)."""


@dataclass(frozen=True, slots=True)
class Fused:
    """One candidate: its key, its fused score and its place on each side (from 1), None where it was not returned."""

    key: int
    score: float
    dense_rank: int | None
    lexical_rank: int | None


def fuse(dense: Sequence[int], lexical: Sequence[int]) -> list[Fused]:
    """Every candidate of either ranking, best first; ties in the order of the dense ranking, then the lexical."""
    dense_ranks = {key: rank for rank, key in enumerate(dense, 1)}
    lexical_ranks = {key: rank for rank, key in enumerate(lexical, 1)}
    fused = []
    for key in dict.fromkeys((*dense, *lexical)):
        first, second = dense_ranks.get(key), lexical_ranks.get(key)
        fused.append(Fused(key, sum(1 / (CONSTANT + rank) for rank in (first, second) if rank), first, second))
    return sorted(fused, key=lambda item: -item.score)
