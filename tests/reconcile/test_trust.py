"""When reports may speak for the answer: against a short answer, against a refusal, and with neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.figures import find_figures
from rag.ledger import Report
from rag.reconcile.choosing import WEIGHTS
from rag.reconcile.reading import Candidate
from rag.reconcile.trust import may_answer, that_may_answer
from rag.types import ArticleInfo
from tests.found import evidence


def report(key: str, text: str, score: float) -> Report:
    day = date(2021, 3, 1)
    info = ArticleInfo(key, "Crue à Vernoux", "Journal", published=day, language="fr")
    return Report(find_figures(text, "fr", day)[0], evidence(text, info), score)


def read(said: Report, score: float) -> Candidate:
    """The figure of a report as a candidate that comes to the score by its unit alone."""
    features = dict.fromkeys(WEIGHTS, 0.0) | {"unit": score / WEIGHTS["unit"]}
    return Candidate(said.figure, said.evidence, features)


OLD, NEW = report("a", "12 morts dans la crue.", 9.6), report("b", "21 morts dans la crue.", 9.0)
ELSEWHERE = report("c", "27 villages sous l'eau.", 9.5)


@pytest.mark.parametrize(
    ("scores", "refused", "may"),
    [
        ((9.6, 9.0), False, True),  # two articles surely give the figure
        ((9.6, 7.9), False, False),  # one of them does not
        ((9.1, 9.0), False, False),  # neither does it well
        ((11.0,), False, True),  # one alone, but very surely
        ((10.9,), False, False),
        ((9.6, 9.0), True, False),  # a refusal takes more
        ((10.1, 9.0), True, True),
        ((12.0,), True, True),  # or one alone that is very sure
        ((10.9,), True, False),
    ],
)
def test_without_a_short_answer(scores: tuple[float, ...], refused: bool, may: bool) -> None:
    reports = [replace(each, score=score) for each, score in zip((OLD, NEW), scores, strict=False)]
    assert may_answer(reports, [], False, refused) is may


def test_a_short_answer_that_is_one_of_the_reports_may_be_brought_up_to_date() -> None:
    assert may_answer([OLD, NEW], [read(OLD, 9.6)], True, False)
    assert that_may_answer([OLD, NEW], [read(OLD, 9.6)]) == [OLD, NEW]
    unsure = replace(NEW, score=7.9)
    assert that_may_answer([OLD, unsure], [read(OLD, 9.6)]) == [OLD]
    assert that_may_answer([OLD, unsure], [read(unsure, 7.9)]) == [OLD, unsure]


def test_a_short_answer_that_is_none_of_the_reports_stands_unless_it_is_plainly_of_something_else() -> None:
    sure = [replace(OLD, score=11.0), NEW]
    assert not may_answer([OLD, NEW], [read(ELSEWHERE, 9.5)], True, False)
    assert not may_answer([OLD, NEW], [], True, False)
    assert not may_answer(sure, [read(ELSEWHERE, 9.5)], True, False)
    assert may_answer(sure, [read(ELSEWHERE, 6.0)], True, False)
    assert may_answer(sure, [], True, False)


def test_one_report_alone_takes_the_place_of_a_short_answer_only_where_that_is_far_behind() -> None:
    alone = [replace(OLD, score=11.0)]
    assert not may_answer(alone, [read(ELSEWHERE, 7.5)], True, False)
    assert may_answer(alone, [read(ELSEWHERE, 7.0)], True, False)
    assert may_answer([replace(OLD, score=9.5)], [read(ELSEWHERE, 5.0)], True, False)
    assert not may_answer([replace(OLD, score=9.5)], [], True, False)


def test_a_value_that_two_articles_give_takes_less() -> None:
    unsure, again = replace(NEW, score=7.5), report("d", "21 morts.", 7.1)
    assert that_may_answer([OLD, unsure], []) == [OLD]
    assert that_may_answer([OLD, unsure, again], []) == [OLD, unsure, again]
    twice_in_one = replace(unsure, score=7.1)
    assert that_may_answer([OLD, unsure, twice_in_one], []) == [OLD]


def test_a_figure_far_from_the_best_one_takes_more() -> None:
    best = replace(OLD, score=12.0)
    far = report("b", "300 morts dans la crue.", 8.5)
    assert that_may_answer([best, far], []) == [best]
    assert that_may_answer([best, replace(far, score=11.0)], []) == [best, replace(far, score=11.0)]
