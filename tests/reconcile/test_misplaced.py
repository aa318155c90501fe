"""A model's short answer that is another figure of its sentence than the one asked for costs itself only."""

from __future__ import annotations

from datetime import date

import pytest

from rag.question import analyse
from rag.reconcile.misplaced import without_misplaced
from rag.types import ArticleInfo, Draft, DraftClaim, Evidence
from tests.found import evidence_of, hit_of

FERRY = "A ferry sank off Lindhaven on Monday night, killing seven people and injuring 24 others, the coastguard said."
HIRED = "Norvex emploie 18 000 personnes dans 14 pays ; elle en recrutera 1 500 sur deux ans."
RACE = "Ida Holm won the race on Sunday, ahead of the champion, Otto Brandt."
VOTE = "Three of the nine board members voted against the loan."


def cited(text: str, language: str) -> Evidence:
    (item,) = evidence_of(hit_of(ArticleInfo("a", title="x", published=date(2024, 3, 14), language=language), text))
    return item


def short(question: str, text: str, language: str, direct: str, by_model: bool = True) -> str | None:
    item = cited(text, language)
    claims = (DraftClaim(text, (item,)),)
    draft = Draft(claims, direct=direct, direct_evidence=item, by_model=by_model)
    kept = without_misplaced(analyse(question), draft)
    assert kept.claims == claims
    return kept.direct


@pytest.mark.parametrize(
    ("question", "text", "language", "direct", "kept"),
    [
        ("How many people were killed when the ferry sank?", FERRY, "en", "seven", True),
        ("How many people were killed when the ferry sank?", FERRY, "en", "7 people", True),
        ("How many people were killed when the ferry sank?", FERRY, "en", "24", False),
        ("How many people were killed when the ferry sank?", FERRY, "en", "Monday night", False),
        ("Combien de morts dans le naufrage du ferry ?", FERRY, "en", "sept", True),
        ("Combien de morts dans le naufrage du ferry ?", FERRY, "en", "24 blessés", False),
        ("How many people were hurt when the ferry sank?", FERRY, "en", "24 others", True),
        ("When did the ferry sink?", FERRY, "en", "Monday night", True),
        ("How many members voted against the loan?", VOTE, "en", "three", True),
        ("How many members voted against the loan?", VOTE, "en", "nine", False),
        ("How many people does Norvex employ?", HIRED, "fr", "18,000 people", True),
        ("How many people does Norvex employ?", HIRED, "fr", "14", False),
        ("Who sank?", FERRY, "en", "the ferry", True),
        ("Who won the race?", RACE, "en", "Ida Holm", True),
        ("Who won the race?", RACE, "en", "Otto Brandt", False),
        ("Who lost against Ida Holm?", RACE, "en", "Otto Brandt", True),
        ("Qui a gagné la course ?", RACE, "en", "Otto Brandt", False),
        ("Who did Ida Holm beat?", RACE, "en", "Otto Brandt", True),
    ],
)
def test_the_figure_asked_for_is_kept_and_another_is_not(
    question: str, text: str, language: str, direct: str, kept: bool
) -> None:
    assert short(question, text, language, direct) == (direct if kept else None)


def test_what_no_model_wrote_is_left_as_it_is() -> None:
    assert short("How many people were killed when the ferry sank?", FERRY, "en", "24", by_model=False) == "24"
