"""The extractive writer: which sentences, when none, and the short answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.question import analyse
from rag.types import ArticleInfo, Evidence
from rag.writers.extractive import ExtractiveWriter
from rag.writers.short_answer import short_answer
from tests import found


def evidence(text: str, score: float = 0.9, span: tuple[int, int] | None = None) -> Evidence:
    article = ArticleInfo("a", language="fr", published=date(2020, 6, 1))
    return replace(found.evidence(text, article, score=score), span=span)


QUESTION = analyse("Combien le pont a-t-il coûté ?")


def test_refuses_without_and_with_weak_evidence() -> None:
    writer = ExtractiveWriter()
    assert writer.write(QUESTION, []).refusal == "no_evidence"
    assert writer.write(QUESTION, [evidence("Il a coûté 12 millions d'euros.", 0.01)]).refusal == "weak_evidence"
    assert writer.write(QUESTION, [evidence("Il a coûté 12 millions d'euros.", 0.4)]).refusal is None
    assert writer.write(QUESTION, [evidence("Le pont est beau.", 0.9)]).refusal == "weak_evidence"
    assert ExtractiveWriter(threshold=0.0).write(QUESTION, [evidence("Le pont est beau.", 0.01)]).refusal is None
    assert writer.write(analyse(""), [evidence("Le pont est beau.")]).refusal == "empty_question"


def test_claims_are_verbatim_and_prove_themselves() -> None:
    items = [evidence("Il a coûté 12 millions d'euros.", 0.8), evidence("Il en coûtait 15 millions d'euros.", 0.7)]
    draft = ExtractiveWriter(threshold=0.1).write(QUESTION, items)
    assert [claim.text for claim in draft.claims] == [item.sentence.text for item in items]
    assert [claim.evidence for claim in draft.claims] == [(item,) for item in items]


def test_only_sentences_near_the_best_are_added() -> None:
    items = [evidence("Un.", 0.8), evidence("Deux.", 0.7), evidence("Trois.", 0.1)]
    assert len(ExtractiveWriter(threshold=0.05).write(QUESTION, items).claims) == 2
    assert len(ExtractiveWriter(claims=1, threshold=0.05).write(QUESTION, items).claims) == 1


def test_beside_a_sentence_with_the_figure_asked_for_those_without_one_add_nothing() -> None:
    writer = ExtractiveWriter(threshold=0.1)
    plain, figure = evidence("Il est beau.", 0.7), evidence("Il a coûté 12 millions d'euros.", 0.8)
    assert [claim.text for claim in writer.write(QUESTION, [figure, plain]).claims] == [figure.sentence.text]
    assert len(ExtractiveWriter(threshold=0.0).write(QUESTION, [plain, figure]).claims) == 2


def test_beside_a_figure_another_must_be_nearer_than_beside_words() -> None:
    writer = ExtractiveWriter(threshold=0.1)
    scores = (0.8, 0.5)
    figures = [evidence(f"Il a coûté {n} millions d'euros.", score) for n, score in zip((12, 15), scores, strict=True)]
    reasons = [
        evidence(f"Il a fermé en raison {what}.", score)
        for what, score in zip(("du vent", "de la pluie"), scores, strict=True)
    ]
    assert len(writer.write(QUESTION, figures).claims) == 1
    assert len(writer.write(analyse("Pourquoi le pont a-t-il fermé ?"), reasons).claims) == 2


def test_nothing_is_said_twice() -> None:
    items = [evidence("Il a coûté 12 euros.", 0.8), evidence("il a  coûté 12 euros.", 0.79)]
    assert len(ExtractiveWriter(threshold=0.1).write(QUESTION, items).claims) == 1


def test_each_part_of_a_question_is_answered() -> None:
    question = analyse("Who built the bridge and how much did it cost?")
    items = [evidence("Jeanne Morel l'a construit.", 0.9), replace(evidence("Il a coûté 12 euros.", 0.2), part=1)]
    assert len(ExtractiveWriter(threshold=0.1).write(question, items).claims) == 2


def test_a_part_that_is_not_answered_is_told() -> None:
    asked = analyse("Combien le pont a-t-il coûté et qui l'a construit ?")
    cost = evidence("Il a coûté 12 millions d'euros.", 0.8)
    stray = replace(evidence("Le pont est beau.", 0.01), part=1)
    draft = ExtractiveWriter().write(asked, [cost, stray])
    assert [claim.text for claim in draft.claims] == [cost.sentence.text]
    assert draft.note == "Le corpus ne le dit pas : qui l'a construit ?"
    assert ExtractiveWriter(threshold=0.0).write(asked, [cost, stray]).note == ""


def test_a_topic_is_answered_by_its_leads_however_unsure() -> None:
    leads = [evidence("Le pont a rouvert.", 0.3), evidence("Le pont a fermé.", 0.1)]
    draft = ExtractiveWriter().write(analyse("Quoi de neuf sur le pont ?"), leads)
    assert [claim.text for claim in draft.claims] == ["Le pont a rouvert.", "Le pont a fermé."]


def test_text_is_streamed() -> None:
    heard: list[str] = []
    ExtractiveWriter(threshold=0.1).write(QUESTION, [evidence("Il a coûté 12 euros.")], on_text=heard.append)
    assert heard == ["Il a coûté 12 euros."]


@pytest.mark.parametrize(
    ("question", "sentence", "sure", "direct"),
    [
        ("How much did it cost?", "Il a coûté 4 à 5 milliards de dollars.", "4 à 5", "4–5 billion US dollars"),
        ("Combien a-t-il coûté ?", "Il a coûté 12 millions d'euros.", "12 millions", "12 millions d'euros"),
        ("What share of pupils passed?", "81 % des élèves ont réussi.", "81 %", "81%"),
        ("When does it reopen?", "Il rouvrira le 3 juillet 2020.", "3 juillet", "3 July 2020"),
        ("Quand rouvre-t-il ?", "Il rouvrira fin septembre.", "fin septembre", "fin septembre"),
        ("When was it built?", "Il date des années 1960.", "années 1960", None),
        ("When is it open?", "Il est ouvert entre 10h00 et 18h00.", "10h00", "10:00–18:00"),
        ("When is it open?", "Il est ouvert de 10h00 à 18h00 et le bar dès 20h00.", "10h00", None),
        ("How much did it cost?", "Il a coûté 3 millions d'euros, contre 2 millions d'euros.", "3", "3 million euros"),
        ("How much did it cost?", "Il a coûté 3 millions d'euros, contre 2 millions d'euros.", "", None),
        ("How much did it cost?", "Il est long de 300 mètres.", "300 mètres", None),
        ("When does it reopen?", "Il rouvrira.", "", None),
        ("Why was it closed?", "Il a été fermé le 3 mai 2020.", "3 mai", None),
        ("Who built it?", "Il est l'œuvre de Jeanne Morel.", "Jeanne Morel", "Jeanne Morel"),
        ("Where was it built?", "Il se trouve à Millau, en Aveyron.", "Millau", "Millau"),
        ("Who built it?", "Il est l'œuvre du ministre de la Santé Jeanne Morel.", "Jeanne Morel", "Jeanne Morel"),
        ("Who built it?", "Il est l'œuvre de Jeanne Morel.", "", None),
    ],
)  # fmt: skip
def test_short_answer_only_of_words_that_are_sure(question: str, sentence: str, sure: str, direct: str | None) -> None:
    start = sentence.index(sure)
    item = evidence(sentence, span=(start, start + len(sure)) if sure else None)
    found = short_answer(analyse(question), [item])
    assert (found[0] if found else None) == direct


def test_short_answer_of_nothing() -> None:
    assert short_answer(QUESTION, []) is None
