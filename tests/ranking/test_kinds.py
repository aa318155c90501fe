"""Whether a sentence holds what a question expects: a table."""

from __future__ import annotations

import pytest

from rag.question import analyse
from rag.ranking.kinds import candidates, expected, measure


@pytest.mark.parametrize(
    ("question", "sentence", "language", "kind", "fits"),
    [
        ("What did the bridge cost?", "Le pont a coûté 12 millions d'euros.", "fr", 1.0, 1.0),
        ("What did the bridge cost?", "Le pont mesure 300 mètres.", "fr", 1.0, 0.1),
        ("What did the bridge cost?", "Le pont est beau.", "fr", 0.0, 0.0),
        ("Quelle part des élèves a réussi ?", "81 % ont réussi.", "fr", 1.0, 1.0),
        ("How many pupils passed?", "Au total, 300 élèves ont été reçus.", "fr", 1.0, 1.0),
        ("How many pupils passed?", "L'école a 40 ans et 12 salles.", "fr", 1.0, 0.3),
        ("How many kilos of gold were found?", "On a trouvé 5 kg d'or.", "fr", 1.0, 1.0),
        ("How many kilos did French miners find?", "Ils étaient 3 045 Français.", "fr", 1.0, 0.1),
        ("How heavy is the bell?", "La cloche pèse 9 tonnes.", "fr", 1.0, 1.0),
        ("How heavy is the bell?", "Les deux hommes ont sonné la cloche.", "fr", 1.0, 0.1),
        ("Quelle est la hauteur du mur ?", "Le mur mesure quatre mètres.", "fr", 1.0, 1.0),
        ("Quelle est la hauteur du mur ?", "Le mur a coûté 2 millions d'euros.", "fr", 1.0, 0.1),
        ("Quel âge avait le maire ?", "Jean Morel, 52 ans, est élu.", "fr", 1.0, 1.0),
        ("Combien de temps le trajet dure-t-il ?", "Le trajet dure 40 minutes, dit-on.", "fr", 1.0, 1.0),
        ("When does the road reopen?", "La route rouvrira le 3 mai.", "fr", 1.0, 1.0),
        ("When does the road reopen?", "La route rouvrira mercredi.", "fr", 1.0, 0.5),
        ("When does the road reopen?", "La route rouvrira.", "fr", 0.0, 0.0),
        ("At what time does it open?", "Ouverture à 10h30 le 3 mai.", "fr", 1.0, 1.0),
        ("Who built the bridge?", "Il a été construit par Jeanne Morel.", "fr", 1.0, 1.0),
        ("Who built the bridge?", "Jeanne Morel l'a construit.", "fr", 1.0, 1.0),
        ("Who built the bridge?", "Il se trouve en Seine-et-Marne.", "fr", 1.0, 0.2),
        ("Who built the bridge?", "Il est vieux et beau.", "fr", 0.0, 0.0),
        ("Where was the bridge built?", "Il a été construit à Millau.", "fr", 1.0, 1.0),
        ("Why was it closed?", "Le pont a été fermé en raison du vent.", "fr", 1.0, 1.0),
        ("Why was it closed?", "Le pont a été fermé lundi.", "fr", 1.0, 0.6),
        ("How did they get in?", "They got in through a window.", "en", 1.0, 1.0),
        ("What did they take?", "They took a clock.", "en", 1.0, 1.0),
    ],
)
def test_measure(question: str, sentence: str, language: str, kind: float, fits: float) -> None:
    assert measure(expected(analyse(question), language), sentence, language) == (kind, fits)


def test_what_the_question_says_itself_is_no_answer() -> None:
    want = expected(analyse("Who met Jeanne Morel in Lyon on 3 May 2020?"), "fr")
    assert candidates(want, "C'est le 3 mai 2020 que Jeanne Morel est venue à Lyon.", "fr") == []


def test_candidates_are_where_they_say() -> None:
    text = "Le pont, long de 300 mètres, a coûté 12 millions d'euros."
    found = candidates(expected(analyse("Combien le pont a-t-il coûté ?"), "fr"), text, "fr")
    assert [(text[item.start : item.end], item.fit) for item in found] == [
        ("300 mètres", 0.1),
        ("12 millions d'euros", 1.0),
    ]


def test_whom_a_thing_of_the_question_is_named_after_is_no_answer() -> None:
    text = "La médaille Fields, du nom de John Charles Fields, revient à Hugo Duminil."
    found = candidates(expected(analyse("Who won the Fields Medal?"), "fr"), text, "fr")
    assert [text[item.start : item.end] for item in found] == ["Hugo Duminil"]


def test_a_surname_in_the_question_is_the_whole_name_in_the_sentence() -> None:
    text = "Jeanne Morel a rencontré Paul Lenoir."
    found = candidates(expected(analyse("Who did Morel meet?"), "fr"), text, "fr")
    assert [text[item.start : item.end] for item in found] == ["Paul Lenoir"]
