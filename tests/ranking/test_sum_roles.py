"""Sums that a sentence says to be something else than is asked for."""

from __future__ import annotations

import pytest

from rag.figures import find_figures
from rag.ranking.sum_roles import is_said_to_be_another

CASES = [
    # question, sentence, its language, whether its first sum is another
    ("What price did they ask for the statue?", "The statue is insured for £2.9 million.", "en", True),
    ("For how much is the statue insured?", "The statue is insured for £2.9 million.", "en", False),
    ("Quel est le prix de la statue ?", "La statue est assurée pour 3 millions d'euros.", "fr", True),
    ("How much money goes with the prize?", "La fête a un budget de 2,4 millions d'euros.", "fr", True),
    ("How much will the fair cost?", "La fête a un budget de 2,4 millions d'euros.", "fr", False),
    ("At what price will the power be sold?", "L'investissement s'élève à 2,3 milliards d'euros.", "fr", True),
    ("What will the dam cost?", "L'investissement s'élève à 2,3 milliards d'euros.", "fr", False),
    ("What did Norvex pay for the field?", "A first €60 million instalment of public support came.", "en", True),
    ("How much will the state give?", "A grant of 3 million euros was agreed.", "en", False),
    ("Combien Norvex a-t-il payé le champ ?", "Il attend 6 millions d'euros de recettes fiscales.", "fr", True),
    ("À combien chiffre-t-on les dégâts du gel ?", "Ils allument 400 bougies à 9 euros pièce.", "fr", True),
    ("Combien coûte une bougie ?", "Ils allument 400 bougies à 9 euros pièce.", "fr", False),
    ("How much does Norvex owe?", "It took a loan of 3 million euros.", "en", False),
    ("What did the statue fetch?", "The statue fetched 3 million euros.", "en", False),
]


@pytest.mark.parametrize(("question", "text", "language", "is_other"), CASES)
def test_what_a_sum_is_said_to_be(question: str, text: str, language: str, is_other: bool) -> None:
    figure = next(each for each in find_figures(text, language) if each.kind == "money")
    assert is_said_to_be_another(question, figure, text) is is_other


def test_only_sums_are_said_to_be_something() -> None:
    (figure,) = find_figures("A budget of 3 years.", "en")
    assert not is_said_to_be_another("How long did it last?", figure, "A budget of 3 years.")
