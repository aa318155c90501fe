"""The report that answers comes first, and nothing a model wrote vanishes for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.figures import find_figures
from rag.ledger import Report
from rag.question import analyse
from rag.reconcile import Series, promote
from rag.types import Draft, DraftClaim, Evidence
from tests.found import ARTICLE, evidence

ASKED = analyse("How many people died in the Vernoux fire?")
INFO = replace(ARTICLE, title="Vernoux fire", published=date(2021, 6, 9), language="en")
NEWEST, OLDER, ELSE = (
    evidence(text, replace(INFO, id=key))
    for key, text in (
        ("new", "The fire in Vernoux killed 14 people."),
        ("old", "The fire in Vernoux killed 9 people."),
        ("else", "The hall was built in 1962."),
    )
)
(FIGURE,) = find_figures(NEWEST.sentence.text, "en")
SERIES = Series((Report(FIGURE, NEWEST),), Report(FIGURE, NEWEST))


def quoted(*items):
    return tuple(DraftClaim(item.sentence.text, (item,)) for item in items)


def test_the_report_comes_first_and_the_last_quote_gives_way() -> None:
    draft = promote(ASKED, Draft(quoted(OLDER, ELSE), direct="9", direct_evidence=OLDER), SERIES)
    assert draft.claims == quoted(NEWEST, OLDER)
    assert (draft.direct, draft.direct_evidence) == ("14", NEWEST)


@pytest.mark.parametrize(
    ("sure", "most", "kept"),
    [(True, 1, (NEWEST,)), (True, 3, (NEWEST, OLDER)), (False, 1, (OLDER,)), (False, 3, (NEWEST, OLDER))],
)
def test_an_answer_of_one_sentence_stays_one(sure: bool, most: int, kept: tuple[Evidence, ...]) -> None:
    series = replace(SERIES, sure=sure)
    draft = promote(ASKED, Draft(quoted(OLDER), direct="9", direct_evidence=OLDER), series, most)
    assert draft.claims == quoted(*kept)
    assert draft.direct_evidence in kept


@pytest.mark.parametrize("sure", [True, False])
def test_what_a_model_wrote_in_vain_stays_behind_the_quotes(sure: bool) -> None:
    vain = (DraftClaim("The fire killed 90 people.", (OLDER,)), DraftClaim(ELSE.sentence.text, (ELSE,), ("[9]",)))
    draft = promote(ASKED, Draft((*quoted(OLDER), *vain), note="why"), replace(SERIES, sure=sure))
    assert draft.claims == (*quoted(NEWEST, OLDER), *vain)
    assert draft.note == "why"


def test_a_models_draft_is_left_as_it_is_though_it_begins_with_a_quote() -> None:
    draft = Draft((*quoted(ELSE), DraftClaim("Nine people died.", (OLDER,))), by_model=True)
    assert promote(ASKED, draft, SERIES) == draft


def test_a_refusal_taken_back_keeps_what_is_told_of_it() -> None:
    draft = promote(ASKED, Draft(refusal="weak_evidence", note="why"), SERIES)
    assert (draft.claims, draft.direct, draft.refusal, draft.note) == (quoted(NEWEST), "14", None, "why")
