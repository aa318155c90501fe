"""Who gives up the value of an earlier article speaks of the same thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.figures import find_figures
from rag.reconcile.choosing import WEIGHTS
from rag.reconcile.links import linked
from rag.reconcile.reading import Candidate
from tests.found import ARTICLE, evidence

GOOD = {"unit": 1.0, "close": 1.0, "near": 1.0, "said": 1.0, "passage": 1.0, "names": 1.0, "dense": 1.0, "role": 1.0}


def candidates(key: str, text: str, day: date | None, **features: float) -> list[Candidate]:
    item = evidence(text, replace(ARTICLE, id=key, published=day, language="fr"))
    known = dict.fromkeys(WEIGHTS, 0.0)
    figures = find_figures(text, "fr", day)
    return [
        Candidate(figure, item, known | (features if number == 0 else {"old": 1.0}))
        for number, figure in enumerate(figures)
    ]


FIRST = candidates("a", "Au total 3.500 habitants ont quitté Vernoux.", date(2021, 3, 4), **GOOD, total=1.0, lead=1.0)


@pytest.mark.parametrize(
    ("text", "day", "is_linked"),
    [
        ("Ils sont désormais 5.200, contre 3.500 jeudi.", date(2021, 3, 6), True),
        ("Ils sont désormais 5.200, contre 3.400 jeudi.", date(2021, 3, 6), False),
        ("Ils sont désormais 5.200, contre 3.500 jeudi.", date(2021, 3, 2), False),
        ("Ils sont désormais 5.200, contre 3.500 jeudi.", None, False),
        ("Ils sont désormais 5.200.", date(2021, 3, 6), False),
    ],
)
def test_a_value_given_up_links_its_sentence_to_the_article_that_gave_it(
    text: str, day: date | None, is_linked: bool
) -> None:
    later = candidates("b", text, day)
    found = linked([*FIRST, *later], FIRST)
    assert [item.features["linked"] for item in found if item.evidence.hit.article.id == "b"][0] == float(is_linked)
    assert [(item.figure, item.evidence) for item in found] == [(c.figure, c.evidence) for c in [*FIRST, *later]]


def test_nothing_is_linked_to_a_figure_that_is_hardly_of_what_is_asked() -> None:
    weak = candidates("a", "Au total 3.500 habitants ont quitté Vernoux.", date(2021, 3, 4))
    later = candidates("b", "Ils sont désormais 5.200, contre 3.500 jeudi.", date(2021, 3, 6))
    assert not any(item.features["linked"] for item in linked([*weak, *later], weak))
