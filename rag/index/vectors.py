"""Vectors in memory, searched by inner product. The only door to FAISS.

Knows: float16 rows and positions 0..n-1. Does not know passages, articles, files or SQL. Rows are unit vectors, so an
inner product is a cosine; higher is better.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.types import Vectors

Halves = NDArray[np.float16]
Positions = NDArray[np.int64]
Mask = NDArray[np.bool_]


class FlatVectors:
    """Exact search over float16 rows, shape (n, dimension)."""

    def __init__(self, dimension: int) -> None:
        import faiss

        self.dimension = dimension
        self._faiss: Any = faiss
        self._index: Any = faiss.IndexScalarQuantizer(
            dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        )

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, rows: Halves) -> None:
        """Append rows (m, dimension); they take the next positions."""
        if len(rows):
            codes = np.ascontiguousarray(rows, dtype=np.float16).view(np.uint8).reshape(len(rows), -1)
            self._index.add_sa_codes(codes)

    def rows(self) -> Halves:
        """Every row, shape (n, dimension): a view, valid until the next ``add``."""
        n = len(self)
        if n == 0:
            return np.zeros((0, self.dimension), np.float16)
        codes = self._faiss.rev_swig_ptr(self._index.codes.data(), n * self.dimension * 2)
        return np.asarray(codes).view(np.float16).reshape(n, self.dimension)

    def scores(self, query: Vectors, positions: Positions) -> Vectors:
        """The cosine of ``query`` (dimension,) with the rows at ``positions``, shape (m,)."""
        return np.asarray(self.rows()[positions].astype(np.float32) @ query, dtype=np.float32)

    def search(self, query: Vectors, k: int, allowed: Mask | None = None) -> tuple[Positions, Vectors]:
        """Positions and scores of the ``k`` best rows among ``allowed`` (n,), all where None; best first."""
        k = min(k, len(self) if allowed is None else int(allowed.sum()))
        if k <= 0:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        parameters = None
        if allowed is not None:
            bits = np.packbits(allowed, bitorder="little")
            selector = self._faiss.IDSelectorBitmap(len(self), self._faiss.swig_ptr(bits))
            parameters = self._faiss.SearchParameters(sel=selector)
        row = np.ascontiguousarray(query.reshape(1, -1), dtype=np.float32)
        scores, positions = self._index.search(row, k, params=parameters)
        found = positions[0] >= 0
        return positions[0][found].astype(np.int64), scores[0][found]
