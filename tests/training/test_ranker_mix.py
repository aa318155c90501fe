"""The fit of the sentence weights: answers first, the usual spread of scores, and surer words where more is known."""

from __future__ import annotations

import math

import numpy as np
import pytest

from training.ranker_mix import NAMES, SPREAD, USUAL, Case, Read, fit_answers, fit_order, precision, scaled


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


def test_words_far_ahead_are_surer() -> None:
    read = [
        Read({"within": 1.0, "margin": margin, "logit": 0.0, "ahead": 1.0, "is_name": 0.0}, margin > 2)
        for margin in (0.5, 1.0, 1.5, 2.5, 3.0, math.inf)
    ]
    weights = fit_answers(read)
    assert weights["margin"] > 0
    assert all(math.isfinite(value) for value in weights.values())
