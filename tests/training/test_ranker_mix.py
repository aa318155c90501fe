"""The fit of the sentence weights: answers first, and the usual spread of scores."""

from __future__ import annotations

import numpy as np
import pytest

from training.ranker_mix import NAMES, SPREAD, USUAL, Case, fit_order, precision, scaled


def cases() -> list[Case]:
    """Questions whose answering sentence has more of the first feature; the others are noise."""
    chooser = np.random.default_rng(4)
    made = []
    for _ in range(40):
        features = chooser.random((6, len(NAMES)))
        right = np.zeros(6, bool)
        right[int(features[:, 0].argmax())] = True
        made.append(Case(features, right))
    return made


def test_what_tells_answers_apart_is_found() -> None:
    weights = fit_order(cases())
    assert int(np.abs(weights).argmax()) == 0
    assert precision(cases(), weights)[0] > 0.7


def test_the_best_scores_have_the_usual_mean_and_spread() -> None:
    named = scaled(cases(), fit_order(cases()))
    weights = np.array([named[name] for name in NAMES])
    best = np.array([(case.features @ weights).max() + named["bias"] for case in cases()])
    assert best.mean() == pytest.approx(USUAL, abs=0.02)
    assert best.std() == pytest.approx(SPREAD, abs=0.02)
