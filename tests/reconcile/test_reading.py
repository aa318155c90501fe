"""Which figures of a passage may be what is asked for, and which are labels, the question's own or of another fate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.question import analyse
from rag.reconcile.reading import Reader
from rag.reconcile.sought import sought
from rag.types import ArticleInfo
from tests.found import hit_of


def read(question: str, text: str, language: str = "en") -> list[str]:
    """The figures read as candidates, as written."""
    asked = analyse(question)
    want = sought(asked)
    assert want is not None
    info = ArticleInfo("a", "Vernoux", "Journal", published=date(2021, 3, 1), language=language)
    return [item.figure.text for item in Reader(asked, want).read([hit_of(info, text, dense=0.8)])]


@pytest.mark.parametrize(
    ("question", "text", "figures"),
    [
        ("How many boats did Orlin build?", "The yard built 40 boats beside the Orlin 520 last year.", ["40"]),
        ("How many boats will Orlin 520 be?", "Orlin calls it the 520, and will build 40.", ["40"]),
        ("How many people died at Vernoux?", "The number of people killed at Vernoux rose to 21.", ["21"]),
        ("How many people were injured at Vernoux?", "The number of people killed at Vernoux rose to 21.", []),
        ("How many people died at Vernoux?", "At Vernoux 9 people died and 30 were injured.", ["9"]),
    ],
)
def test_figures_that_may_answer(question: str, text: str, figures: list[str]) -> None:
    assert [figure.removesuffix(" people").removesuffix(" boats") for figure in read(question, text)] == figures


def test_what_happened_is_found_in_other_words() -> None:
    asked = analyse("Combien de personnes ont perdu la vie à Vernoux ?")
    want = sought(asked)
    assert want is not None
    info = ArticleInfo("a", "Crue", "Journal", published=date(2021, 3, 1), language="fr")
    full = hit_of(replace(info, id="b"), "Deux personnes ont perdu la vie à Vernoux.")
    found = {}
    for text in ("La crue a fait 21 morts à Vernoux.", "La crue a touché 21 personnes à Vernoux."):
        hits = [hit_of(info, text, dense=0.8), full]
        found[text] = [item.features["near"] for item in Reader(asked, want).read(hits)]
    assert found["La crue a fait 21 morts à Vernoux."] == [1.0, 1.0]
    assert all(near < 1.0 for near in found["La crue a touché 21 personnes à Vernoux."][:-1])
