"""A place is given with the word that says what it is."""

from __future__ import annotations

import pytest

from rag.question import analyse
from rag.ranking.saying import sayings
from rag.types import ArticleInfo
from tests.found import evidence


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("Où a-t-on trouvé la statue ?", "On l'a trouvée dans le canal de la Sambre.", "canal de la Sambre"),
        ("Sur quelle place ont-ils défilé ?", "Ils ont défilé place de la République.", "place de la République"),
        ("Où les blessés ont-ils été conduits ?", "Ils ont été conduits à l'hôpital de Vernoux.", "hôpital de Vernoux"),
        ("Où se trouve l'hôpital des frères Orlin ?", "Leur hôpital de Vernoux compte 40 lits.", "Vernoux"),
        ("Where were the injured taken?", "They were taken to Dover hospital by helicopter.", "Dover hospital"),
        ("Where did the ship dock?", "It docked in the port of Dover on Monday.", "port of Dover"),
        ("Where did the ship dock?", "It docked in Dover on Monday.", "Dover"),
    ],
)
def test_the_word_for_the_place_belongs_to_it(question: str, text: str, said: str) -> None:
    asked = analyse(question)
    article = ArticleInfo("a", "", "Le Phare", language=asked.language)
    assert said in [item.text for item in sayings(asked, evidence(text, article))]


def test_a_place_that_the_question_says_as_an_adjective_is_no_answer() -> None:
    article = ArticleInfo("a", "", "Le Phare", language="fr")
    text = "Ils se sont réunis place de la République, à Paris."
    said = [
        item.text for item in sayings(analyse("Sur quelle place parisienne ont-ils défilé ?"), evidence(text, article))
    ]
    assert said == ["place de la République"]
