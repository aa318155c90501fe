"""A question about "last year" is answered by a later report where it says that it tells of that year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rag import Assistant, build
from rag.hindsight import told_later
from rag.timeline import TimeScope
from rag.types import Answer, Citation, Claim

ARTICLE = """---
title: The town of Carvel presents its budget
source: The Herald
published: 2024-11-25
language: en
---
The town of Carvel will spend 3 million euros on its roads. Last year it spent 2.1 million euros on them.

In 2023, 14 people were hurt in fires in the region. The mayor, Ana Torres, said the fire engine was 31 years old.
"""
YEAR = TimeScope(date(2023, 1, 1), date(2023, 12, 31), True, text="last year")


@pytest.fixture(scope="module")
def carvel(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("carvel")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "budget.md").write_text(ARTICLE, encoding="utf-8")
    build(folder / "corpus", folder / "index")
    return Assistant.open(folder / "index")


def claim(quote: str, number: int = 1) -> Claim:
    day = date(2024, 11, 25)
    return Claim(quote, (Citation(number, "a", 0, len(quote), quote, published=day, language="en"),))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much did Carvel spend on roads last year?", "Last year it spent 2.1 million euros on them."),
        (
            "Combien Carvel a-t-elle dépensé pour ses routes l'an dernier ?",
            "Last year it spent 2.1 million euros on them.",
        ),
        ("How many people were hurt in fires last year?", "In 2023, 14 people were hurt in fires in the region."),
    ],
)
def test_a_later_report_that_tells_of_the_year_answers(carvel: Assistant, question: str, told: str) -> None:
    answer = carvel.ask(question)
    assert [claim.text for claim in answer.claims] == [told]
    assert answer.notes[0].startswith(("No article of that time", "Aucun article de cette période"))
    assert not answer.window.since


def test_one_that_tells_of_another_year_does_not(carvel: Assistant) -> None:
    answer = carvel.ask("How old was the fire engine last year?")
    assert answer.refusal is not None
    assert answer.window.since == date(2023, 1, 1)


def test_claims_are_kept_up_to_the_first_that_is_of_another_time() -> None:
    told, now, again = (
        claim("Last year it spent 2 million."),
        claim("It spends 3 million.", 2),
        claim("In 2023, 14.", 3),
    )
    kept = told_later(Answer("q", "en", claims=(told, now, again)), YEAR)
    assert kept is not None
    assert kept.claims == (told,)
    assert kept.notes == ("No article of that time (last year) says so: a later one tells of it.",)
    assert told_later(Answer("q", "en", claims=(now, told)), YEAR) is None


def test_the_state_on_a_day_is_told_by_a_later_report_of_that_very_day() -> None:
    scope = TimeScope(until=date(2024, 9, 26), text="as of 26 September", as_of=True)
    told = claim("On 26 September 2024 there were 14 cases.")
    assert told_later(Answer("q", "en", claims=(told,)), scope) is not None
    assert told_later(Answer("q", "en", claims=(claim("On 20 September 2024 there were 9 cases."),)), scope) is None


def test_a_time_that_reaches_beyond_the_days_asked_about_is_not_of_them() -> None:
    assert told_later(Answer("q", "en", claims=(claim("Since 2021 it has spent 2 million."),)), YEAR) is None
