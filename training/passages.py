"""Fits how what is known of a passage before it is read is weighed.

    python -m training.passages --data ../shared/data

The same questions as in ``ranker_mix``, asked of the same indexes, in both languages; of all candidates that the two
sides of the index give, those that overlap the gold evidence come first: listwise. Scores keep the spread that the
features of sentences and the passages left unread were chosen with: the seventh passage is ``BEHIND`` the first in the
median. Writes ``passage`` in rag/ranking/weights.json; what reading adds is chosen by hand.
Knows figures of candidates and which of them answer. Does not know what the features mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from rag.evaluate.gold import GoldQuestion
from rag.question import analyse
from rag.ranking.fusion import FEATURES
from rag.ranking.scorer import FRONT
from rag.ranking.weights import weights
from rag.retrieve import Retriever
from rag.types import Hit
from training.fits import Floats, listwise
from training.ranker_mix import Case, asked_of, main, precision, write_weights

NAMES = tuple(name for name in FEATURES if name != "dense")
DECAY, STEPS, RATE = 0.003, 400, 0.08
DEPTHS = (1, 5, 10)
BEHIND = 0.87  # of the weights chosen by hand before


def found_for(index: Path, gold: Iterable[GoldQuestion]) -> list[Case]:
    """What is known of each candidate of the answered questions, in each language."""
    found = []
    with Retriever.open(index) as retriever:
        for item in (item for item in gold if item.is_answerable):
            for language, text in item.texts.items():
                known = retriever.candidates(analyse(text, language))
                rows = [[getattr(features, name) for name in NAMES] for _, features in known]
                right = [_holds(item, hit) for hit, _ in known]
                found.append(Case(np.array(rows, float).reshape(-1, len(NAMES)), np.array(right, bool)))
    return found


def _holds(item: GoldQuestion, hit: Hit) -> bool:
    return any(item.overlaps(hit.article.id, sentence.start, sentence.end) for sentence in hit.passage.sentences)


def fit_passages(found: Sequence[Case]) -> Floats:
    """Weights (f,) in the scale in which the passage behind those always read is ``BEHIND`` the first."""
    groups = [(item.features, item.right.astype(float)) for item in found if item.right.any()]
    fitted = listwise(groups, DECAY, STEPS, RATE)
    scores = [np.sort(item.features @ fitted)[::-1] for item in found if len(item.right) > FRONT]
    return fitted * BEHIND / float(np.median([row[0] - row[FRONT] for row in scores]))


def fit(data: Path, runs: Path) -> None:
    """Build the indexes, find, fit, tell, write weights.json."""
    with ProcessPoolExecutor(2) as pool:
        found = list(pool.map(found_for, *asked_of(data, runs)))
    before = np.array([weights().passage.get(name, 0.0) for name in NAMES])
    fitted = fit_passages([*found[0], *found[1]])
    for name, part in zip(("fit half", "kept, fit", "held half", "kept for report"), found, strict=True):
        told = [precision(part, weigh, DEPTHS) for weigh in (before, fitted)]
        print(f"{name}: evidence among the first {DEPTHS} was {told[0]}, is {told[1]}", flush=True)
    values = {name: round(float(value), 3) for name, value in zip(NAMES, fitted, strict=True)}
    write_weights("passage", values | {"reading": weights().passage["reading"]})


if __name__ == "__main__":
    main(fit, __doc__)
