"""Likeness of words by the shipped vectors, within a language and across two."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.ranking.likeness import likeness

WORDS = st.text("abcdefghijklmnopqrstuvwxyzéèç", min_size=1, max_size=14)


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
