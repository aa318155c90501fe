"""Whether a sentence holds just what a question demands."""

from __future__ import annotations

from datetime import date

import pytest

from rag.question import analyse
from rag.ranking.demand import demand_of
from rag.ranking.held import held
from rag.types import ArticleInfo
from tests.found import evidence

MUSEUM = ArticleInfo("a", "Le musée de Marelle", "Le Phare", published=date(2021, 3, 1), language="fr")


def meets(question: str, sentence: str) -> float:
    asked = analyse(question)
    return held(demand_of(asked), asked, evidence(sentence, MUSEUM))


@pytest.mark.parametrize(
    ("question", "there", "missing"),
    [
        (
            "How many bells were damaged?",
            "Trois cloches ont été endommagées.",
            "Trois pompiers ont été blessés par la chute d'une cloche.",
        ),
        (
            "Combien de visiteurs l'exposition a-t-elle attirés ?",
            "L'exposition a attiré 30.000 visiteurs.",
            "L'exposition réunit 500 photographies.",
        ),
        ("How much does a ticket cost?", "Le billet coûte 12 euros.", "Le musée a perdu 12 % de ses visiteurs."),
        ("What share of the visitors came by train?", "18 % sont venus en train.", "18 d'entre eux sont venus."),
        (
            "How many years in prison did he get?",
            "Il a été condamné à six ans de prison.",
            "Âgé de 37 ans, il est en prison.",
        ),
        ("When was the guard born?", "Le gardien est né en 1950.", "Le gardien a pris sa retraite en 1950."),
        ("How old was the guard?", "Le gardien avait 57 ans.", "Le gardien est mort."),
        ("In what year was the museum opened?", "Il a ouvert en 1987.", "Il a rouvert mardi."),
        ("At what time did it open?", "Il ouvre à 10h30.", "Il ouvre mardi."),
        ("What verdict did the court hand down?", "Il a été relaxé.", "L'audience aura lieu mardi."),
        ("What sentence did he get?", "Il est condamné à deux ans de prison ferme.", "Il sera jugé mardi."),
        ("How fast was the train going?", "Le train roulait à 160 km/h.", "Le train pesait 160 tonnes."),
        (
            "Who is the director of the museum?",
            "Le directeur Jean Morel a ouvert la salle.",
            "Le directeur a ouvert la salle.",
        ),
    ],
)
def test_what_is_demanded_is_told_from_what_is_near(question: str, there: str, missing: str) -> None:
    assert meets(question, there) > 0.5
    assert meets(question, missing) < 0.31


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        ("How many people died in the fire?", "Nobody died in the blaze.", "en"),
        ("How many people died in the fire?", "L'incendie n'a fait aucun mort.", "fr"),
        ("Combien de personnes sont mortes ?", "Personne n'est mort.", "fr"),
        ("Combien de blessés ?", "On ne compte pas de blessés.", "fr"),
    ],
)
def test_none_is_a_count_too(question: str, text: str, language: str) -> None:
    asked = analyse(question)
    assert held(demand_of(asked), asked, evidence(text, language=language)) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many people died in the fire?", "Nobody has been charged."),
        ("How many trains are running?", "No delay is expected."),
    ],
)
def test_none_of_something_else_is_no_count(question: str, text: str) -> None:
    asked = analyse(question)
    assert held(demand_of(asked), asked, evidence(text, language="en")) == 0.0


def test_a_figure_that_the_question_says_is_no_answer() -> None:
    assert meets("How much of the 40 million euros was spent?", "Le budget est de 40 millions d'euros.") == 0.0


def test_nothing_definite_cannot_be_missed() -> None:
    assert meets("Why did the museum close?", "Le musée est beau.") == 1.0
