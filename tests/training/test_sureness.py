"""The fit of sureness over questions made for the purpose."""

from __future__ import annotations

import numpy as np
import pytest

from rag.evaluate.gold import GoldQuestion
from training.sureness import Asked, Sort, fit, held_out, sort_of, sureness_of, told_of


def asked(number: int, sort: Sort, near: float, told: float, objected: bool = False) -> Asked:
    return Asked({"is_free": 1.0, "near": near, "score_free": told}, 0.5, f"a{number}", sort, objected)


ASKED = [
    item
    for n in range(20)
    for item in (
        asked(n, "answered", 1.0 + n % 3, 1.0),
        asked(n, "absent", 1.0 + n % 3, -1.0),
        asked(n, "false", 1.0, -1.0, objected=n % 2 == 0),
        asked(n, "stranger", -1.0 - n % 3, 1.0),
    )
]


@pytest.mark.parametrize(
    ("kind", "answerable", "sort"),
    [("who", True, "answered"), ("absent", False, "absent"), ("false_premise", False, "false")]
    + [("stranger", False, "stranger")],
)
def test_sorts(kind: str, answerable: bool, sort: str) -> None:
    gold = GoldQuestion("q", kind, "a", "fr", {"fr": "Qui ?"}, evidence=(0, 5) if answerable else None)
    assert sort_of(gold) == sort


def test_strangers_are_told_by_what_is_near_and_absent_details_by_what_is_told() -> None:
    weights = fit(ASKED)
    assert weights["about"]["near"] > 0.3
    assert weights["answers"]["score_free"] > 0.3
    assert "near" not in weights["answers"]
    sure = sureness_of(ASKED, weights)
    by_sort = {sort: sure[[item.sort == sort for item in ASKED]].mean() for sort in ("answered", "absent", "stranger")}
    assert by_sort["answered"] > 0.6 > 0.45 > max(by_sort["absent"], by_sort["stranger"])


def test_what_tells_an_answer_never_weighs_against_its_sense() -> None:
    turned = [asked(n, item.sort, item.features["near"], -item.features["score_free"]) for n, item in enumerate(ASKED)]
    assert fit(turned)["answers"]["score_free"] == 0.0


def test_every_question_is_told_by_weights_that_saw_no_other_on_its_article() -> None:
    told = held_out(ASKED)
    assert told.shape == (80,)
    assert np.all((told > 0) & (told < 1))


def test_what_would_be_refused_is_told_by_sort() -> None:
    told = np.array([0.9 if item.sort == "answered" else 0.1 for item in ASKED])
    assert told_of(ASKED, told, 0.5) == (
        "refused of the answered 0.000, of the absent 1.000, of the false 1.000, of the stranger 1.000;"
        " objected to of the false 0.500"
    )
