"""Weights fitted to rows whose right ones are known."""

from __future__ import annotations

import numpy as np
import pytest

from training.fits import listwise, logistic

RIGHT_BY_FIRST = [
    (np.array([[1.0, 0.3], [0.0, 0.9], [0.2, 0.1]]), np.array([1.0, 0.0, 0.0])),
    (np.array([[0.1, 0.8], [0.9, 0.2]]), np.array([0.0, 1.0])),
]


def test_what_tells_right_rows_from_the_others_of_their_group_weighs_most() -> None:
    weights = listwise(RIGHT_BY_FIRST, decay=0.01, steps=300, rate=0.05)
    assert [int((rows @ weights).argmax()) for rows, _ in RIGHT_BY_FIRST] == [0, 1]
    assert weights[0] > 2 > 0 > weights[1]


def test_a_feature_that_may_not_weigh_stays_at_nothing() -> None:
    weights = listwise(RIGHT_BY_FIRST, decay=0.01, steps=300, rate=0.05, free=np.array([1.0, 0.0]))
    assert weights[1] == 0 < weights[0]


def test_a_logistic_bias_that_is_free_tells_the_share_of_right_rows() -> None:
    rows, right = np.ones((10, 1)), np.array([1.0] * 8 + [0.0] * 2)
    assert logistic(rows, right, np.zeros(1))[0] == pytest.approx(np.log(8 / 2), abs=1e-6)


def test_rows_count_by_their_weight_and_decay_keeps_weights_small() -> None:
    rows, right = np.ones((2, 1)), np.array([1.0, 0.0])
    assert logistic(rows, right, np.zeros(1), np.array([3.0, 1.0]))[0] == pytest.approx(np.log(3), abs=1e-6)
    assert 0 < logistic(rows, right, np.ones(1), np.array([3.0, 1.0]))[0] < 0.6
