"""The graph over vectors against the exact search, where a filter admits little or nothing near the question."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.index.vectors import RECALL, VectorTable, recall_of

ROWS, LINKED, DIMENSION = 8_000, 7_000, 48
QUESTIONS = 24

Rows = np.ndarray


@pytest.fixture(scope="module")
def made() -> tuple[VectorTable, Rows, Rows]:
    """A table whose last rows are behind its graph, its rows and some questions, all of 12 directions in 48."""
    chance = np.random.default_rng(11)
    drawn = chance.standard_normal((ROWS + QUESTIONS, 12)) @ chance.standard_normal((12, DIMENSION))
    drawn = (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)
    table = VectorTable(DIMENSION)
    table.add(drawn[:LINKED].astype(np.float16))
    assert table.link() is not None
    table.add(drawn[LINKED:ROWS].astype(np.float16))
    return table, drawn[:ROWS], drawn[ROWS:]


@pytest.fixture(autouse=True)
def _graph_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.index.vectors._EXACT", 100)


def recall(table: VectorTable, rows: Rows, questions: Rows, k: int, admits) -> float:
    """Of the ``k`` nearest that the filter ``admits(ranks, chance)`` of each question, against the exact search."""
    chance = np.random.default_rng(k)
    found = []
    for question in questions:
        ranks = np.empty(len(rows), np.int64)
        ranks[np.argsort(-(rows @ question))] = np.arange(len(rows))
        allowed = admits(ranks, chance)
        positions, scores = table.search(question, k, allowed)
        assert len(positions) == len(set(positions.tolist())) == k
        assert allowed[positions].all()
        assert scores == pytest.approx(table.scores(question, positions), abs=1e-4)
        found.append(recall_of(scores, table.exact(question, k, allowed)[1]))
    return float(np.mean(found))


@settings(deadline=None, max_examples=20)
@given(st.sampled_from((10, 40, 112)), st.integers(0, 3_000), st.floats(0.0, 1.0), st.floats(0.2, 1.0))
def test_a_filter_may_admit_little_near_the_question(made, k: int, near: int, inside: float, outside: float) -> None:
    """Of the ``near`` nearest a share ``inside`` passes, of the others another: other outlets, years and languages."""
    assert (
        recall(*made, k, lambda ranks, chance: chance.random(ROWS) < np.where(ranks < near, inside, outside)) >= RECALL
    )


@pytest.mark.parametrize("k", [10, 80])
@pytest.mark.parametrize("left_out", [150, 600, 4_000])
def test_a_filter_may_leave_out_all_that_is_near(made, k: int, left_out: int) -> None:
    assert recall(*made, k, lambda ranks, chance: ranks >= left_out) >= RECALL


def test_the_graph_is_still_used_where_a_filter_says_little(made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where half of everything passes, near the question as elsewhere, not every row is looked at."""
    table, rows, questions = made
    allowed = np.random.default_rng(0).random(ROWS) < 0.5
    truth = [table.exact(question, 40, allowed)[1] for question in questions]
    looked_at = []
    exact = VectorTable.exact
    monkeypatch.setattr(
        VectorTable,
        "exact",
        lambda self, query, k, mask=None: (looked_at.append(int(mask.sum())), exact(self, query, k, mask))[1],
    )
    found = [table.search(question, 40, allowed)[1] for question in questions]
    assert float(np.mean([recall_of(*pair) for pair in zip(found, truth, strict=True)])) >= RECALL
    assert set(looked_at) == {ROWS - LINKED}, "the rows behind the graph, and no others"
