"""Vectors of words, and how alike words are by them, within a language and across two."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.ranking.word_vectors import likeness, word_vectors

WORDS = st.text("abcdefghijklmnopqrstuvwxyzéèç", min_size=1, max_size=14)


def test_vectors_are_unit_rows_and_translations_lie_together() -> None:
    rows = word_vectors().of(["killed", "tue", "killed", "plan"])
    assert rows.shape == (4, 384)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    np.testing.assert_array_equal(rows[0], rows[2])
    assert rows[0] @ rows[1] > 0.9
    assert abs(rows[0] @ rows[3]) < 0.2


def test_a_word_has_the_same_vector_alone_and_among_others() -> None:
    alone = word_vectors().of(["harmoniciste"])
    np.testing.assert_allclose(word_vectors().of(["pont", "harmoniciste", "3,5"])[1], alone[0], atol=1e-6)


def test_no_words_have_no_rows() -> None:
    assert word_vectors().of([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("one", "other"),
    [("bells", "cloches"), ("salary", "salaire"), ("copies", "exemplaires"), ("fair", "équitable"), ("Price", "prix")],
)
def test_translations_are_alike(one: str, other: str) -> None:
    assert likeness([one], ["incendie", other])[0] > 0.6


@pytest.mark.parametrize(("one", "other"), [("bells", "incendie"), ("viewers", "diffusé"), ("ticket", "parc")])
def test_words_of_one_subject_are_not_alike(one: str, other: str) -> None:
    assert likeness([one], [other])[0] < 0.3


@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_between_0_and_1_and_1_for_itself(words: list[str], others: list[str]) -> None:
    found = likeness(words, others)
    assert found.shape == (len(words),)
    assert np.all((found >= 0) & (found <= 1.0001))
    assert np.allclose(likeness(words, words), 1.0, atol=1e-4) or not words
