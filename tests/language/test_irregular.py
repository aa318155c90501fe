"""Forms of one verb, as index terms."""

from __future__ import annotations

import pytest

from rag.language import index_terms
from rag.language.irregular import other_forms


@pytest.mark.parametrize(
    ("asked", "told", "language"),
    [
        ("win", "won", "en"),
        ("leaves", "left", "en"),
        ("selling", "sold", "en"),
        ("élue", "élire", "fr"),
        ("meurt", "mort", "fr"),
        ("obtiennent", "obtenu", "fr"),
    ],
)
def test_forms_that_no_stemmer_brings_together(asked: str, told: str, language: str) -> None:
    (own,), (other,) = index_terms(asked, language), index_terms(told, language)
    assert other in other_forms(own, language)
    assert own in other_forms(other, language)


def test_regular_verbs_and_other_languages_have_none() -> None:
    assert other_forms("walk", "en") == other_forms("win", "de") == other_forms("win", "fr") == ()
