"""What the reading model says of the figures of reports: in a report full of others, which one is asked for.

Knows candidates and readings. Does not know how candidates were found, nor what they are weighed by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.ranking.reader import ReadHits, Reading
from rag.ranking.weights import probability
from rag.reconcile.choosing import score
from rag.reconcile.reading import Candidate
from rag.types import Hit

_PASSAGES = 16  # of the likeliest figures, that are read
_SOFTLY = 2.0  # what the reading model's logits are divided by: it is surer than it is right


def with_readings(candidates: Sequence[Candidate], read: ReadHits) -> list[Candidate]:
    """The candidates with ``asked``, 0 to 1: how sure the reading model is that the figure's sentence answers.

    Which of the figures of a sentence it is, the words around them tell better.

    Only the passages of the likeliest figures are read; the others have 0.
    """
    best: dict[str, float] = {}
    hits: dict[str, Hit] = {}
    for item in candidates:
        hit = item.evidence.hit
        hits[hit.passage.id] = hit
        best[hit.passage.id] = max(best.get(hit.passage.id, 0.0), score(item))
    first = sorted(hits, key=lambda key: -best[key])[:_PASSAGES]
    told = dict(zip(first, read([hits[key] for key in first]), strict=True))
    return [
        replace(item, features={**item.features, "asked": _asked(item, told.get(item.evidence.hit.passage.id, ()))})
        for item in candidates
    ]


def _asked(item: Candidate, readings: Sequence[Reading]) -> float:
    if not readings:
        return 0.0
    reading = readings[item.evidence.hit.passage.sentences.index(item.evidence.sentence)]
    return probability(reading.score / _SOFTLY)
