"""Vectors in memory, searched by inner product, exactly or along a graph. The only door to FAISS.

Knows: float16 rows at positions 0..n-1, and a graph (HNSW) over the first of them. Does not know passages, articles,
files or SQL. Rows are unit vectors, so an inner product is a cosine; higher is better. The graph shares the rows with
the exact search; rows behind it are searched exactly until it is extended.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.types import Vectors

Halves = NDArray[np.float16]
Positions = NDArray[np.int64]
Mask = NDArray[np.bool_]

LINKS = 16
CONSTRUCTION = 80
EFFORTS = (96, 128, 192, 256, 384, 512, 768, 1024)
RECALL = 0.98
"""Of the ten nearest rows: a graph that stays below it at every effort is not used."""

_EXACT = 40_000  # rows a filter admits up to which looking at each is as fast as the graph
_FEW = 1000  # rows that are sooner read out than told to FAISS in a mask over all
_DEPTH = 3  # effort for each row wanted, on top of what was measured: the last of them shall be as sure as the first
_AMPLE = 1.25  # times the nearest rows that should hold enough admitted ones, so that one walk is mostly enough
_SAMPLE, _NEAREST = 200, 10
_WANTED = 0.995  # on the sample, so that what it misses of other questions still leaves RECALL
_OFF = 0.02
_PORTION = 50_000
_EQUAL = 1e-5  # of cosines: copies of one text differ by rounding at most


@dataclass(frozen=True, slots=True)
class Measured:
    """How well the graph finds the ten nearest rows at the effort chosen, against the exact search."""

    recall: float
    effort: int


class VectorTable:
    """Rows of shape (n, dimension) and, past a size its owner chooses, a graph over them."""

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension
        self._graph: Any = None
        self.measured: Measured | None = None

    @cached_property
    def _faiss(self) -> Any:  # noqa: ANN401 - FAISS has no types
        import faiss  # a tenth of a second, which a writer that searches nothing need not spend

        return faiss

    @cached_property
    def _rows(self) -> Any:  # noqa: ANN401
        kind, metric = self._faiss.ScalarQuantizer.QT_fp16, self._faiss.METRIC_INNER_PRODUCT
        return self._faiss.IndexScalarQuantizer(self.dimension, kind, metric)

    def __len__(self) -> int:
        return int(self._rows.ntotal) if "_rows" in self.__dict__ else 0

    @property
    def linked(self) -> int:
        """Rows the graph covers, from position 0."""
        return 0 if self._graph is None else int(self._graph.ntotal)

    def add(self, rows: Halves) -> None:
        """Append rows (m, dimension); they take the next positions."""
        if len(rows):
            codes = np.ascontiguousarray(rows, dtype=np.float16).view(np.uint8).reshape(len(rows), -1)
            self._rows.add_sa_codes(codes)

    def room(self, count: int) -> Halves:
        """Make the table ``count`` rows long and give their memory (count, dimension), to be filled before a search."""
        self._rows.codes.resize(count * self.dimension * 2)
        self._rows.ntotal = count
        return self.rows()

    def rows(self) -> Halves:
        """Every row, shape (n, dimension): a view, valid until the next ``add``."""
        n = len(self)
        if n == 0:
            return np.zeros((0, self.dimension), np.float16)
        codes = self._faiss.rev_swig_ptr(self._rows.codes.data(), n * self.dimension * 2)
        return np.asarray(codes).view(np.float16).reshape(n, self.dimension)

    def scores(self, query: Vectors, positions: Positions) -> Vectors:
        """The cosine of ``query`` (dimension,) with the rows at ``positions``, shape (m,).

        Row by row: a product of matrices adds up in an order that depends on the neighbours, and equal rows must tie.
        """
        return np.asarray(np.einsum("nd,d->n", self.rows()[positions].astype(np.float32), query), dtype=np.float32)

    def search(self, query: Vectors, k: int, allowed: Mask | None = None) -> tuple[Positions, Vectors]:
        """Positions and scores of the ``k`` best rows among ``allowed`` (n,), all where None; best first."""
        open_to = len(self) if allowed is None else int(np.count_nonzero(allowed))
        k = min(k, open_to)
        if self.measured is None or open_to <= _EXACT:
            return self.exact(query, k, allowed)
        if allowed is not None:
            return self._admitted_near(query, k, allowed, _AMPLE * k * len(self) / open_to)
        found = self._along_graph(query, k, self.measured.effort)
        return found if len(found[0]) == k else self.exact(query, k)

    def _admitted_near(self, query: Vectors, k: int, allowed: Mask, near: float) -> tuple[Positions, Vectors]:
        """The ``k`` best of ``allowed`` (n,), all of them among the ``near`` rows nearest of any kind, else exactly.

        The graph is walked without the filter: what the filter admits near a question may be far less than its share
        of all rows, and one that leaves out all that is near would end the walk among whatever passed by chance.
        """
        assert self.measured is not None
        while (effort := self.measured.effort + int(_DEPTH * near)) <= EFFORTS[-1]:
            positions, scores = self._along_graph(query, int(near), effort)
            passing = allowed[positions]
            admitted = int(np.count_nonzero(passing))
            if admitted >= k:
                return positions[passing][:k], scores[passing][:k]
            if not admitted or len(positions) < int(near):
                break
            near *= _AMPLE * k / admitted
        return self.exact(query, k, allowed)

    def exact(self, query: Vectors, k: int, allowed: Mask | None = None) -> tuple[Positions, Vectors]:
        """The same, every allowed row looked at."""
        parameters = None
        if allowed is not None and np.count_nonzero(allowed) <= _FEW:
            return self._among(query, k, np.flatnonzero(allowed))
        if allowed is not None:
            selector, kept = self._selector(allowed)
            parameters = self._faiss.SearchParameters(sel=selector)
            parameters.kept = kept
        return self._asked(self._rows, query, k, parameters)

    def _among(self, query: Vectors, k: int, positions: Positions) -> tuple[Positions, Vectors]:
        """The best of a few rows, without a look at the others."""
        scores = self.scores(query, positions)
        best = np.argsort(-scores, kind="stable")[:k]
        return positions[best], scores[best]

    def link(self) -> Measured | None:
        """Extend the graph to all rows, or make it, and measure it; None where it stays below ``RECALL``."""
        if self._graph is None:
            self._graph = self._attached(self._faiss.IndexHNSW(self._rows, LINKS))
            self._graph.hnsw.efConstruction = CONSTRUCTION
        self._extend()
        self.measured = self._measure()
        return self.measured

    def graph(self) -> NDArray[np.uint8] | None:
        """The graph without the rows, to be kept; None where there is none."""
        if self._graph is None:
            return None
        return np.asarray(self._faiss.serialize_index(self._graph, self._faiss.IO_FLAG_SKIP_STORAGE), np.uint8)

    def take_graph(self, kept: NDArray[np.uint8], measured: Measured) -> None:
        """Use a graph that ``graph`` gave for these rows."""
        self._graph = self._attached(self._faiss.deserialize_index(kept, self._faiss.IO_FLAG_SKIP_STORAGE))
        self.measured = measured

    def _along_graph(self, query: Vectors, k: int, effort: int) -> tuple[Positions, Vectors]:
        """Nearest rows by the graph, those behind it exactly, joined."""
        parameters = self._faiss.SearchParametersHNSW(efSearch=max(effort, k))
        found = self._asked(self._graph, query, k, parameters)
        if self.linked == len(self):
            return found
        behind = np.arange(len(self)) >= self.linked
        tail = self.exact(query, min(k, len(self) - self.linked), behind)
        positions, scores = np.concatenate([found[0], tail[0]]), np.concatenate([found[1], tail[1]])
        best = np.argsort(-scores, kind="stable")[:k]
        return positions[best], scores[best]

    def _selector(self, allowed: Mask) -> tuple[Any, Any]:
        """FAISS's view of a mask, and the memory it looks at, to be kept as long."""
        bits = np.packbits(allowed, bitorder="little")
        return self._faiss.IDSelectorBitmap(len(allowed), self._faiss.swig_ptr(bits)), bits

    def _asked(self, index: Any, query: Vectors, k: int, parameters: Any) -> tuple[Positions, Vectors]:  # noqa: ANN401
        if k <= 0:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        self._faiss.omp_set_num_threads(1)  # one query is one thread's work; a team would only wait for its slowest
        row = np.ascontiguousarray(query.reshape(1, -1), dtype=np.float32)
        scores, positions = index.search(row, k, params=parameters)
        found = positions[0] >= 0
        return positions[0][found].astype(np.int64), scores[0][found]

    def _attached(self, graph: Any) -> Any:  # noqa: ANN401 - FAISS has no types
        graph.storage = self._rows
        graph.own_fields = False
        return graph

    def _extend(self) -> None:
        """Link the rows behind the graph: FAISS stores what it links, so they are taken out and added through it."""
        tail = self.rows()[self.linked :].copy()
        self._rows.codes.resize(self.linked * self.dimension * 2)
        self._rows.ntotal = self.linked
        self._faiss.omp_set_num_threads(os.cpu_count() or 1)
        try:
            for start in range(0, len(tail), _PORTION):
                self._graph.add(tail[start : start + _PORTION].astype(np.float32))
        except BaseException:
            self.add(tail[len(self) - self.linked :])
            self._graph = self.measured = None
            raise

    def _measure(self) -> Measured | None:
        """The least effort that finds the ten nearest often enough; deterministic for equal rows.

        Asked with vectors that lie between stored ones, as questions do: a stored row finds itself too easily.
        """
        queries = self._between()
        truth = [self.exact(query, _NEAREST)[1] for query in queries]
        for effort in EFFORTS:
            found = [self._along_graph(query, _NEAREST, effort)[1] for query in queries]
            recall = float(np.mean([recall_of(scores, best) for scores, best in zip(found, truth, strict=True)]))
            if recall >= _WANTED:
                return Measured(recall, effort)
        return Measured(recall, effort) if recall >= RECALL else None

    def _between(self) -> Vectors:
        """Unit rows between sampled rows and their tenth neighbours, slightly off, shape (at most 200, dimension)."""
        chance = np.random.default_rng(len(self))
        chosen = chance.choice(len(self), min(_SAMPLE, len(self)), replace=False)
        rows = self.rows()
        ones = rows[np.sort(chosen)].astype(np.float32)
        others = np.stack([rows[self.exact(one, _NEAREST)[0][-1]] for one in ones]).astype(np.float32)
        between = ones + others + _OFF * chance.standard_normal(ones.shape, dtype=np.float32)
        return np.asarray(between / np.linalg.norm(between, axis=1, keepdims=True), dtype=np.float32)


def recall_of(found: Vectors, best: Vectors) -> float:
    """The share of ``best``'s places (k,) that ``found`` fills as well; of equals any will do."""
    return float(np.count_nonzero(found >= best[-1] - _EQUAL) / len(best))
