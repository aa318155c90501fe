"""Products in blocks are the products."""

from __future__ import annotations

import numpy as np
import pytest

from rag.ranking import products as module
from rag.ranking.products import products


@pytest.mark.parametrize(("left", "right", "wide"), [(0, 5, 384), (5, 0, 384), (1, 1, 384), (3, 50, 7), (60, 61, 384)])
@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_every_row_with_every_row(left: int, right: int, wide: int, kind: type) -> None:
    draw = np.random.default_rng(4)
    one, other = (draw.normal(size=(rows, wide)).astype(kind) for rows in (left, right))
    made = products(one, other)
    assert made.shape == (left, right)
    assert made.dtype == kind
    np.testing.assert_allclose(made, one @ other.T, rtol=1e-4, atol=1e-4)


def test_no_product_is_large_enough_for_a_team_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    multiply = np.matmul

    def counted(one: np.ndarray, other: np.ndarray, out: np.ndarray) -> np.ndarray:
        sizes.append(one.shape[0] * one.shape[1] * other.shape[1])
        return multiply(one, other, out=out)

    monkeypatch.setattr(module.np, "matmul", counted)
    products(np.ones((9, 384), np.float32), np.ones((2_000, 384), np.float32))
    assert sum(sizes) == 9 * 384 * 2_000
    assert max(sizes) <= 262_144
