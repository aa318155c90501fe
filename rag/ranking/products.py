"""Products of two sets of vectors, on the caller's own thread.

Knows when a BLAS library calls its team of threads. Does not know what the vectors are of.
"""

from __future__ import annotations

from math import isqrt
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", np.float32, np.float64)

_ALONE = 200_000
"""Multiplications that OpenBLAS does without its team (up to 262,144). The team is called for more, saves less than a
millisecond here, and then waits for the next call with its cores at full speed for a tenth of a second: passages, which
are read just then, took a third longer for it."""


def products(left: NDArray[Number], right: NDArray[Number]) -> NDArray[Number]:
    """Every row of ``left`` (n, d) with every row of ``right`` (m, d), shape (n, m): cosines, where rows are unit."""
    made = np.empty((len(left), len(right)), left.dtype)
    step = max(1, isqrt(_ALONE // max(1, left.shape[1])))
    for up in range(0, len(left), step):
        for along in range(0, len(right), step):
            block = np.s_[up : up + step, along : along + step]
            np.matmul(left[up : up + step], right[along : along + step].T, out=made[block])
    return made
