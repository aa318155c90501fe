"""Weights of passages, fitted on candidates made for it."""

from __future__ import annotations

import numpy as np
import pytest

from rag.ranking.scorer import FRONT
from training.passages import BEHIND, DEPTHS, NAMES, fit_passages
from training.ranker_mix import Case, precision


def drawn(seed: int, telling: int, candidates: int = 20) -> Case:
    """Candidates of which the one with most of the feature ``telling`` is right, the others drawn."""
    features = np.random.default_rng(seed).uniform(size=(candidates, len(NAMES)))
    right = np.zeros(candidates, bool)
    right[features[:, telling].argmax()] = True
    return Case(features, right)


def test_the_feature_that_tells_is_weighed_and_the_scale_kept() -> None:
    telling = NAMES.index("cover")
    found = [drawn(seed, telling) for seed in range(40)]
    fitted = fit_passages(found)
    assert fitted.argmax() == telling
    scores = [np.sort(item.features @ fitted)[::-1] for item in found]
    assert float(np.median([row[0] - row[FRONT] for row in scores])) == pytest.approx(BEHIND)


def test_recall_counts_questions_whose_evidence_was_not_found() -> None:
    weights = np.eye(len(NAMES))[0]
    features = np.eye(len(NAMES))[::-1]
    first = Case(features, features[:, 0] == 1)
    nothing = Case(features, np.zeros(len(features), bool))
    assert precision([first, nothing], weights, DEPTHS) == (0.5, 0.5, 0.5)
