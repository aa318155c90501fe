"""What most articles name comes first, over an index of our own with the bundled encoder and reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from rag import Assistant
from rag.confirmation import confirmed
from rag.messages import message
from rag.question import analyse
from tests.opening import opened

FIRE = {
    "2024-05-04": "Un incendie a ravagé l'église de Lyre vendredi 3 mai. Deux pompiers ont été légèrement blessés.",
    "2024-05-12": "La maire de Lyre a reçu dimanche 12 mai les pompiers qui ont lutté contre l'incendie de l'église.",
    "2024-06-03": "Un mois après l'incendie du 3 mai à l'église de Lyre, la nef est bâchée. Luc Ferrand est le maçon.",
    "2025-05-02": "L'église de Lyre, détruite par un incendie le 3 mai 2024, rouvrira à Noël, dit l'évêque.",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    rows = (
        {"id": day, "title": "Lyre et son église", "published": day, "text": text, "language": "fr"}
        for day, text in FIRE.items()
    )
    with opened(tmp_path_factory.mktemp("fire"), rows) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [("When did the church in Lyre burn?", "3 May 2024"), ("Quand l'église de Lyre a-t-elle brûlé ?", "3 mai 2024")],
)
def test_the_day_that_most_articles_name_is_the_short_answer(asked: Assistant, question: str, told: str) -> None:
    answer = asked.ask(question)
    assert answer.direct == told
    assert "3 mai" in answer.claims[0].text
    assert message("agreed_note", answer.language, count=3) in answer.notes
    assert answer.citations[0].article_id in {hit.article.id for hit in answer.hits}
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))


def test_fewer_articles_do_not_agree(asked: Assistant) -> None:
    question = analyse("Quand l'église de Lyre a-t-elle brûlé ?", "fr")
    found = asked.retriever.search(question, k=20)
    evidence = asked.retriever.evidence(question, found)
    few = [hit for hit in found if hit.article.published and hit.article.published < date(2024, 6, 1)]
    assert confirmed(asked.retriever, question, few, few, evidence) == (few, evidence)
    hits, told = confirmed(asked.retriever, question, found, found[:2], evidence)
    assert len(hits) == 2
    assert told[0].hit.passage.id == hits[0].passage.id
    assert told[0].score >= evidence[0].score
    assert {item.place for item in told} == {item.place for item in evidence}


def test_what_is_not_asked_for_by_name_or_day_is_left_as_it_is(asked: Assistant) -> None:
    for text in ("Pourquoi l'église de Lyre est-elle fermée ?", "Quand a-t-elle brûlé et qui est le maçon de Lyre ?"):
        question = analyse(text, "fr")
        found = asked.retriever.search(question, k=20)
        evidence = asked.retriever.evidence(question, found)
        assert confirmed(asked.retriever, question, found, found, evidence) == (found, evidence)


def test_what_a_single_article_says_is_told_as_it_was(asked: Assistant) -> None:
    answer = asked.ask("Qui est le maçon de l'église de Lyre ?")
    assert answer.direct in (None, "Luc Ferrand")
    assert "Luc Ferrand" in answer.claims[0].text
