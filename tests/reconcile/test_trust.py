"""When reports may speak for the answer: against a short answer, against a refusal, and with neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.figures import find_figures
from rag.ledger import Report
from rag.reconcile.choosing import WEIGHTS
from rag.reconcile.reading import Candidate
from rag.reconcile.trust import LEAST, Speaks, Told, speaks, told_of
from rag.types import ArticleInfo, Draft, DraftClaim
from tests.found import evidence


def report(key: str, text: str, score: float) -> Report:
    day = date(2021, 3, 1)
    info = ArticleInfo(key, "Crue à Vernoux", "Journal", published=day, language="fr")
    return Report(find_figures(text, "fr", day)[0], evidence(text, info), score)


OLD, NEW = report("a", "12 morts dans la crue.", 12.0), report("b", "21 morts dans la crue.", 11.0)
OPEN = Draft(claims=(DraftClaim(OLD.evidence.sentence.text, (OLD.evidence,)),))
SHORT = replace(OPEN, direct="12", direct_evidence=OLD.evidence)
REFUSED = Draft(refusal="weak_evidence")
SAID = [Candidate(OLD.figure, OLD.evidence, dict.fromkeys(WEIGHTS, 0.0))]


def chances(*reports: Report, draft: Draft = OPEN, near: tuple[Report, ...] = ()) -> list[float]:
    said = SAID if draft.direct else []
    return [told.chance for told in told_of(reports, said, draft, [item.evidence for item in near])]


def test_the_surer_report_is_likelier_and_one_that_is_hardly_of_the_thing_may_not_answer() -> None:
    sure, unsure = chances(OLD, NEW)
    assert sure > unsure > LEAST
    assert chances(OLD, replace(NEW, score=5.0))[1] < LEAST


def test_what_the_ranking_found_first_is_likelier() -> None:
    assert chances(OLD, NEW, near=(NEW,))[1] > chances(OLD, NEW, near=(OLD, NEW))[1] > chances(OLD, NEW)[1]


def test_a_figure_far_from_the_best_one_is_less_likely() -> None:
    far = report("b", "900 morts dans la crue.", NEW.score)
    assert chances(OLD, far)[1] < chances(OLD, NEW)[1]


def test_the_figure_of_the_short_answer_is_likelier_than_another() -> None:
    alike = replace(NEW, score=OLD.score)
    said, other = chances(OLD, alike, draft=SHORT)
    assert said > other


def test_a_refusal_makes_each_less_likely() -> None:
    assert chances(OLD, NEW, draft=REFUSED) < chances(OLD, NEW)


@pytest.mark.parametrize(
    ("draft", "chance", "is_said", "how"),
    [
        (OPEN, 0.4, False, "first"),  # its sentence comes first, without a short answer
        (OPEN, 0.6, False, "short"),
        (SHORT, 0.4, False, "not"),
        (SHORT, 0.5, False, "short"),
        (SHORT, 0.35, True, "short"),  # the short answer's own figure
        (REFUSED, 0.59, False, "not"),
        (REFUSED, 0.7, False, "short"),
    ],
)
def test_how_far_a_report_may_speak(draft: Draft, chance: float, is_said: bool, how: Speaks) -> None:
    assert speaks(Told(NEW, {"is_said": float(is_said)}, chance), draft) == how


@pytest.mark.parametrize(
    ("known", "how"),
    [
        ({"unit": 1.0, "role": 0.0}, "short"),
        ({"unit": 0.4, "role": 1.0}, "short"),
        ({"unit": 0.4, "role": 0.0}, "first"),
        ({"unit": 1.0, "role": -1.0}, "first"),
    ],
)
def test_one_article_that_counts_something_else_gives_no_short_answer(known: dict[str, float], how: Speaks) -> None:
    one = Told(replace(OLD, known=known), {"is_said": 0.0}, 0.9)
    assert speaks(one, OPEN, [one]) == how
    if how == "first":
        assert speaks(one, SHORT, [one]) == speaks(one, REFUSED, [one]) == "not"


@pytest.mark.parametrize(
    ("known", "draft", "how"),
    [
        ({"unit": 0.7, "role": 0.0, "said": 1.0}, OPEN, "first"),  # it counts another thing
        ({"unit": 1.0, "role": 0.0, "said": 0.0}, OPEN, "first"),  # nothing of the question is said beside it
        ({"unit": 1.0, "role": 0.0, "said": 1.0}, OPEN, "short"),
        ({"unit": 1.0, "said": 1.0, "asked": 0.07}, SHORT, "not"),  # the reading model sees nothing in it
        ({"unit": 1.0, "said": 1.0, "asked": 0.4}, SHORT, "short"),
    ],
)
def test_what_is_no_short_answer_however_likely(known: dict[str, float], draft: Draft, how: Speaks) -> None:
    one, other = (Told(replace(each, known=known), {"is_said": 0.0}, 0.9) for each in (NEW, OLD))
    assert speaks(one, draft, [one, other]) == how


@pytest.mark.parametrize(("beside", "how"), [(0.62, "short"), (0.5, "not")])
def test_two_articles_take_a_refusal_back_sooner_than_one(beside: float, how: Speaks) -> None:
    newest, other = Told(NEW, {"is_said": 0.0}, 0.44), Told(OLD, {"is_said": 0.0}, beside)
    assert speaks(newest, REFUSED, [newest, other]) == how
    assert speaks(newest, REFUSED, [newest, replace(other, report=NEW)]) == "not"  # the same article's


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=5))
def test_a_chance_is_a_probability(scores: list[float]) -> None:
    reports = [replace(OLD, score=score) for score in scores]
    assert all(0.0 <= chance <= 1.0 for chance in chances(*reports))
