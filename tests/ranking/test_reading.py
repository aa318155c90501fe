"""The layout that the reading model sees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rag.ranking.reading import CLS, SEP, WINDOW, lay_out

ids = st.lists(st.integers(1000, 2000), max_size=120)


def test_layout() -> None:
    laid = lay_out([7, 8], [9], [[10, 11], [12]])
    assert laid.ids == [CLS, 7, 8, SEP, 9, 10, 11, 12, SEP]
    assert laid.types == [0, 0, 0, 0, 1, 1, 1, 1, 1]
    assert laid.sentence == [-1, -1, -1, -1, -1, 0, 0, 1, -1]


@given(ids, ids, st.lists(ids, max_size=8))
def test_laws_of_layout(question: list[int], title: list[int], sentences: list[list[int]]) -> None:
    laid = lay_out(question, title, sentences)
    assert len(laid.ids) == len(laid.types) == len(laid.sentence) <= WINDOW
    assert (laid.ids[0], laid.ids[-1]) == (CLS, SEP)
    read = [token for token, place in zip(laid.ids, laid.sentence, strict=True) if place >= 0]
    assert read == [token for sentence in sentences for token in sentence][: len(read)]
