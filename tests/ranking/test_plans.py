"""The newest plan first, in sentences of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.question import analyse
from rag.ranking.plans import newest_plan_first
from rag.types import Evidence
from tests.found import ARTICLE, evidence

OLD = "Le pont de Vernoux rouvrira le 4 mars 2024, a promis le département."
MOVED = "La réouverture du pont de Vernoux est reportée au 22 avril 2024."
AGAIN = "Drivers will have to wait until 10 June 2024 to use the Vernoux bridge."
BIRTHDAY = "Le pont fêtera ses 90 ans le 9 mai 2024."
PAST = "Le 4 mars 2024, l'ouverture a été retardée."
ASKED = "When will the Vernoux bridge reopen?"


def told(text: str, day: date, score: float, language: str = "fr") -> Evidence:
    return evidence(text, replace(ARTICLE, id=text[:9], published=day, language=language), score=score)


FIRST = told(OLD, date(2023, 10, 10), 0.6)
SECOND = told(MOVED, date(2024, 2, 13), 0.4)
THIRD = told(AGAIN, date(2024, 4, 16), 0.3, "en")


@pytest.mark.parametrize("question", [ASKED, "Quand le pont de Vernoux rouvrira-t-il ?"])
def test_the_newest_that_puts_a_day_off_comes_first_and_scores_stay_in_order(question: str) -> None:
    found = newest_plan_first(analyse(question), [FIRST, SECOND, THIRD])
    assert [item.sentence.text for item in found] == [AGAIN, OLD, MOVED]
    assert [item.score for item in found] == [0.6, 0.4, 0.3]


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("When did the Vernoux bridge reopen?", [FIRST, SECOND]),  # what was, not what is to come
        ("Who will reopen the Vernoux bridge?", [FIRST, SECOND]),
        (ASKED, [SECOND, FIRST]),  # the older one moves nothing
        (ASKED, [FIRST, replace(SECOND, score=0.1)]),
        (ASKED, [FIRST, told(BIRTHDAY, date(2024, 2, 13), 0.5)]),
        (ASKED, [FIRST, told(PAST, date(2024, 4, 1), 0.5)]),
        (ASKED, []),
    ],
)
def test_nothing_moves_elsewhere(question: str, items: list[Evidence]) -> None:
    assert newest_plan_first(analyse(question), items) == items
