"""The newest report of a figure comes first, where it is of the same event and of the time asked about."""

from __future__ import annotations

from datetime import date

import pytest

from rag.reconcile import anchor_of, ledger, other_reports, promote
from rag.timeline import TimeScope
from rag.types import ArticleInfo, Draft, DraftClaim, Evidence, Hit, Passage, Question, Sentence

ASKED = Question("Combien de morts dans la crue de Vernoux ?", "fr", "how_many", ("Vernoux",))


def report(key: str, day: date, count: str, score: float = 0.5) -> Evidence:
    text = f"La crue de la rivière à Vernoux a fait {count} morts dans la vallée, selon la préfecture de la région."
    sentence = Sentence(0, len(text), text)
    info = ArticleInfo(key, "Crue à Vernoux", f"Journal {key}", published=day, language="fr")
    return Evidence(Hit(Passage(key, 0, 0, len(text), text, (sentence,)), info, 1.0, 1, 0.8), sentence, score)


FIRST = report("a", date(2021, 3, 1), "12")
SECOND = report("b", date(2021, 3, 4), "19")
LATER = report("c", date(2021, 9, 4), "31")


def drafted(source: Evidence = FIRST) -> Draft:
    return Draft((DraftClaim(source.sentence.text, (source,)),), "12 morts", source)


def settled(related: list[Evidence], scope: TimeScope) -> tuple[Draft, int]:
    draft = Draft(drafted().claims)
    anchor = anchor_of(ASKED, draft)
    assert anchor is not None
    scores = {item.hit.article.id: item for item in [FIRST, *related]}
    reports = other_reports(ASKED, anchor, related, scope, lambda _, hits: [scores[hit.article.id] for hit in hits])
    return promote(ASKED, draft, reports, scope), len(reports)


def test_the_anchor_is_the_figure_asked_for() -> None:
    anchor = anchor_of(ASKED, Draft(drafted().claims))
    assert anchor is not None
    assert (anchor.figure.text, anchor.figure.unit) == ("12", "death")
    assert anchor_of(Question("Où est Vernoux ?", "fr", "where"), drafted()) is None
    assert anchor_of(ASKED, Draft(refusal="weak_evidence")) is None


@pytest.mark.parametrize(
    ("related", "scope", "first"),
    [
        ([SECOND], TimeScope(), "19 morts"),
        ([SECOND, LATER], TimeScope(), "19 morts"),
        ([SECOND, LATER], TimeScope(recency=True), "31 morts"),
        ([SECOND], TimeScope(until=date(2021, 3, 1), text="avant le 2 mars"), "19 morts"),
        ([LATER], TimeScope(until=date(2021, 3, 5), text="début mars", recency=True), "12 morts"),
        ([report("d", date(2021, 3, 4), "19", score=0.01)], TimeScope(), "12 morts"),
    ],
)
def test_the_newest_report_of_one_event_comes_first(related: list[Evidence], scope: TimeScope, first: str) -> None:
    draft, _ = settled(related, scope)
    assert first in draft.claims[0].text


def test_the_ledger_tells_what_changed_and_numbers_go_on() -> None:
    draft, count = settled([SECOND], TimeScope())
    assert count == 2
    anchor = anchor_of(ASKED, Draft(drafted().claims))
    assert anchor is not None
    scores = {"a": FIRST, "b": SECOND}
    reports = other_reports(ASKED, anchor, [SECOND], TimeScope(), lambda _, hits: [scores[h.article.id] for h in hits])
    told = ledger(ASKED, reports, ())
    assert told is not None
    assert [(row.low, row.status, row.citation.number) for row in told.rows] == [(12, "first", 1), (19, "update", 2)]
    assert draft.direct is not None and "19" in draft.direct
