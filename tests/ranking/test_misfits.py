"""Words of the right kind that are no answer, in sentences of our own about people of tests alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from rag.question import analyse
from rag.ranking.asked import Asked
from rag.ranking.misfits import is_about_another, is_amiss, is_of_another_stage
from rag.ranking.terms import wanted
from rag.types import ArticleInfo
from tests.found import evidence

TODAY = ArticleInfo("a", published=date(2024, 5, 3), language="en")


def amiss(question: str, text: str, words: str, language: str, fit: float = 1.0) -> bool:
    read = analyse(question)
    asked = Asked(read, np.zeros(4, np.float32), {language: wanted(question, read.language, language)}, ())
    start = text.index(words)
    return is_amiss(asked, evidence(text, replace(TODAY, language=language)), start, start + len(words), fit)


_DECREE = "La chasse est surveillée par un décret que le maire a rédigé et qui a été promulgué en 1975."


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Quel jour le tableau a-t-il disparu ?", "Le musée restera fermé jusqu'au 9 septembre.", "9 septembre", True),
        ("Jusqu'à quand le musée est-il fermé ?", "Le musée restera fermé jusqu'au 9 septembre.", "9 septembre", False),
        ("Quand le musée a-t-il fermé ?", "Le musée a fermé le 9 septembre.", "9 septembre", False),
        ("Quand a eu lieu la tempête ?", "C'est la plus coûteuse depuis 1990.", "1990", True),
        ("Quand a-t-elle gagné le prix ?", "Le prix, créé en 1988, récompense un roman.", "1988", True),
        ("Quand le prix a-t-il été créé ?", "Le prix, créé en 1988, récompense un roman.", "1988", False),
        ("Quand la chasse a-t-elle été interdite ?", _DECREE, "1975", True),
        ("When was hunting banned?", _DECREE, "1975", True),
        ("Quand le décret a-t-il été pris ?", _DECREE, "1975", False),
        ("Quand le texte a-t-il été promulgué ?", _DECREE, "1975", False),
    ],
)
def test_a_time_that_ends_something_else_is_no_answer(question: str, text: str, words: str, expected: bool) -> None:
    assert amiss(question, text, words, "fr") is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "fit", "expected"),
    [
        ("How many cameras does the museum have?", "The minister promised an audit of 180 towns.", "180", 0.3, True),
        ("How many cameras does the museum have?", "The museum has 180 cameras.", "180", 1.0, False),
        ("How old is Ines Karsa?", "Ines Karsa was sentenced to 3 years in prison.", "3 years", 1.0, True),
        ("How old is Ines Karsa?", "Ines Karsa, 54, said so.", "54", 1.0, False),
    ],
)
def test_a_number_of_something_else_is_no_answer(
    question: str, text: str, words: str, fit: float, expected: bool
) -> None:
    assert amiss(question, text, words, "en", fit) is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Who set fire to the house?", '"It spread fast", said the prosecutor, Ines Karsa.', "Ines Karsa", True),
        (
            "Which player scored the last try?",
            "« Je ne les accable pas, elles sont vidées », a soupiré Ines Karsa.",
            "Ines Karsa",
            True,
        ),
        ("Which player scored the last try?", "Ines Karsa a marqué le dernier essai.", "Ines Karsa", False),
        ("Who said that it spread fast?", '"It spread fast", said the prosecutor, Ines Karsa.', "Ines Karsa", False),
        ("Who stole the painting?", "The painting of Ines Karsa was stolen.", "Ines Karsa", True),
        ("Who noticed the fraud?", "Ines Karsa was the treasurer of the club for nine years.", "Ines Karsa", True),
        ("Who noticed the fraud?", "Ines Karsa was the one who noticed it.", "Ines Karsa", False),
        ("Who founded the club?", "Ines Karsa is the founder of the club.", "Ines Karsa", False),
        ("Who won the race?", "Ines Karsa was the winner of the race.", "Ines Karsa", False),
        ("Who wants a ban?", "Residents of Carrow want a ban.", "Carrow", True),
        ("Qui défend Paul Orme ?", "Devant la cour spéciale de Sarnen, il plaide.", "Sarnen", True),
        ("Who won?", "The victory of Carrow was close.", "Carrow", False),
        ("Which deputy of the mayor said so?", "The deputy of Ines Karsa said so.", "Ines Karsa", False),
        ("Who won the election?", "Paul Orme won by 300 votes over the mayor, Ines Karsa.", "Ines Karsa", True),
        ("Who won the election?", "Paul Orme won by 300 votes over the mayor, Ines Karsa.", "Paul Orme", False),
        ("Who is the minister of culture?", "The former minister of culture Ines Karsa spoke.", "Ines Karsa", True),
        ("Who was the former minister of culture?", "The former minister Ines Karsa spoke.", "Ines Karsa", False),
    ],
)
def test_who_only_speaks_or_lost_is_no_answer(question: str, text: str, words: str, expected: bool) -> None:
    assert amiss(question, text, words, "en") is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("What fine did prosecutors seek?", "The court fined him 100,000 euros.", True),
        ("What fine did prosecutors seek?", "Prosecutors sought a fine of 150,000 euros.", False),
        ("À combien a-t-il été condamné ?", "Le procureur a requis trois ans.", True),
        ("À combien a-t-il été condamné ?", "Il a été condamné à trois ans, bien moins que requis.", False),
        ("How much did it cost?", "The court fined him 100,000 euros.", False),
    ],
)
def test_what_is_asked_for_is_not_what_was_settled(question: str, text: str, expected: bool) -> None:
    assert is_of_another_stage(question, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paul Orme a été condamné à quatre ans de prison.", True),
        ("Mme Karsa a été condamnée à quatre ans de prison.", False),
        ("Elle a été condamnée à quatre ans de prison, a annoncé Paul Orme.", False),
        ("Elle a été condamnée à quatre ans de prison à Lyon.", False),
        ("La Banque Orme l'a fait condamner à quatre ans de prison.", False),
    ],
)
def test_a_sentence_about_somebody_else(text: str, expected: bool) -> None:
    assert is_about_another(analyse("À combien d'années Ines Karsa a-t-elle été condamnée ?"), text, "fr") is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("How many people did the Orvane flood kill?", "In 1892 a flood killed 175 in Lyre.", "175", True),
        ("How many people did the Orvane flood kill?", "In 1892 a flood killed 175 in Orvane.", "175", False),
        ("How many people died in the 1892 flood?", "In 1892 a flood killed 175 in Lyre.", "175", False),
        ("How many people did the Orvane flood kill?", "The flood killed 4 people, the worst since 1892.", "4", False),
        ("How many people did the Orvane flood kill?", "The flood killed 4 people.", "4", False),
        ("What is the salary of the head of Orvane Air?", "The fleet cost Orvane 4 million euros.", "4 million", True),
        ("What is the salary of the head of Orvane Air?", "His salary is 4 million euros a year.", "4 million", False),
    ],
)  # fmt: skip
def test_a_figure_of_long_ago_or_of_another_sum_is_no_answer(
    question: str, text: str, words: str, expected: bool
) -> None:
    assert amiss(question, text, words, "en") is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "language", "expected"),
    [
        ("How big was the deficit of Lumen?", "Net debt stood at 1.2 billion euros.", "1.2 billion euros", "en", True),
        ("How big was the deficit of Lumen?", "Lumen lost 58 million euros.", "58 million euros", "en", False),
        ("What profit does Lumen expect?", "It bid 31 euros a share for Lumen.", "31 euros", "en", True),
        ("Quel bénéfice Lumen a-t-il fait ?", "Lumen a gagné 3 millions d'euros.", "3 millions d'euros", "fr", False),
        (
            "Quel bénéfice Lumen a-t-il fait ?",
            "Lumen a perdu 8 millions d'euros, contre un bénéfice de 3 millions d'euros.",
            "8 millions d'euros",
            "fr",
            True,
        ),
        (
            "Quel bénéfice Lumen a-t-il fait ?",
            "Lumen a perdu 8 millions d'euros, contre un bénéfice de 3 millions d'euros.",
            "3 millions d'euros",
            "fr",
            False,
        ),
        ("How much was spent on the lake?", "A tunnel would cost 14 million euros.", "14 million euros", "en", True),
        ("How much was spent on the lake?", "The work cost 4 million euros.", "4 million euros", "en", False),
        ("How much would the tunnel cost?", "A tunnel would cost 14 million euros.", "14 million euros", "en", False),
    ],
)
def test_another_sum_and_what_would_be_are_no_answer(
    question: str, text: str, words: str, language: str, expected: bool
) -> None:
    assert amiss(question, text, words, language) is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Quelle banque a reporté le prêt ?", "« Deux banques hésitent », a déclaré Ann Brel.", "Ann Brel", True),
        ("Quelle banque a reporté le prêt ?", "La banque Brel Martin a reporté le prêt.", "Brel Martin", False),
    ],
)
def test_who_speaks_for_a_firm_is_none(question: str, text: str, words: str, expected: bool) -> None:
    assert amiss(question, text, words, "fr") is expected
