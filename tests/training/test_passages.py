"""Weights of passages, fitted on candidates made for it."""

from __future__ import annotations

import numpy as np
import pytest

from rag.ranking.scorer import FRONT
from training.passages import BEHIND, NAMES, Found, fit_passages, recall


def drawn(seed: int, telling: int, candidates: int = 20) -> Found:
    """Candidates of which the one with most of the feature ``telling`` is right, the others drawn."""
    features = np.random.default_rng(seed).uniform(size=(candidates, len(NAMES)))
    right = np.zeros(candidates, bool)
    right[features[:, telling].argmax()] = True
    return Found(features, right)


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
    first = Found(features, features[:, 0] == 1)
    nothing = Found(features, np.zeros(len(features), bool))
    assert recall([first, nothing], weights) == "@1 0.500, @5 0.500, @10 0.500"
