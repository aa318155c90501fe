"""Two ways of giving weights to features: listwise, for what comes first, and logistic, for whether it is so.

Knows rows of features and which of them are right. Does not know what the features mean, nor where the rows come from.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def listwise(
    groups: Sequence[tuple[Floats, Floats]], decay: float, steps: int, rate: float, free: Floats | None = None
) -> Floats:
    """Weights (f,) that put right rows first within their group: softmax over each group, by Adam.

    Args:
        groups: the features (n, f) of each group's rows, and 1 for right rows, else 0, (n,); one row is right at least.
        decay: how much small weights are preferred.
        steps: of Adam, each over all groups.
        rate: the step's size.
        free: 1 for features that may weigh, 0 for those that may not, (f,); all may where it is None.
    """
    size = groups[0][0].shape[1]
    weights, first, second = (np.zeros(size) for _ in range(3))
    for step in range(1, steps + 1):
        slope = decay * weights
        for rows, right in groups:
            logits = rows @ weights
            share = np.exp(logits - logits.max())
            share /= share.sum()
            wanted = share * right
            slope += rows.T @ (share - wanted / (wanted.sum() + 1e-12)) / len(groups)
        if free is not None:
            slope *= free
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def logistic(rows: Floats, right: Floats, decay: Floats, weigh: Floats | None = None, steps: int = 50) -> Floats:
    """Weights (f,) whose logistic tells whether a row is right, by Newton's method.

    Args:
        rows: features, (n, f).
        right: 1 for right rows, else 0, (n,).
        decay: how much a small weight is preferred, by feature, (f,); 0 leaves one free.
        weigh: what each row counts, (n,); alike where it is None.
        steps: of Newton's method.
    """
    counts = np.ones(len(right)) if weigh is None else weigh
    weights = np.zeros(rows.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (counts * (chance - right)) + decay * weights
        bend = (rows * (counts * chance * (1 - chance))[:, None]).T @ rows + np.diag(decay + 1e-9)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def named(names: Sequence[str], weights: Floats) -> dict[str, float]:
    """Weights (f,) by the names of their features, as they are written to a file."""
    return {name: round(float(value), 3) for name, value in zip(names, weights, strict=True)}
