"""Figures of something else than is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.question import analyse
from rag.ranking.other_measures import is_day_of_telling, is_other_measure
from rag.types import ArticleInfo
from tests.found import evidence

ARTICLE = ArticleInfo("a", language="en", published=date(2023, 4, 6))


def is_other(question: str, text: str, words: str, language: str = "en") -> bool:
    start = text.index(words)
    item = evidence(text, replace(ARTICLE, language=language))
    asked = analyse(question, "fr" if question[0] in "CDQÀA" else "en")
    return is_other_measure(asked, item, start, start + len(words))


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("How long is the new railway?", "Trains cover it in 52 minutes.", "52 minutes", True),
        ("How long is the new railway?", "The line runs for 56 kilometres.", "56 kilometres", False),
        ("How long was the strike?", "They stopped work for 6 weeks.", "6 weeks", False),
        ("How long did the final last?", "Lea Brandt, 17 years old, won in three sets.", "17 years", True),
        ("How long did the final last?", "The final lasted 3 hours.", "3 hours", False),
        ("How much did the bridge cost?", "The bridge took 6 years.", "6 years", True),
        ("How far ahead of Kern was Odin?", "Odin won the stage of 174 kilometres.", "174 kilometres", True),
        ("How far ahead of Kern was Odin?", "Odin finished 9 kilometres ahead of Kern.", "9 kilometres", False),
        ("By how much did rents rise?", "The average rent is £142 a week.", "£142", True),
        ("By how much did rents rise?", "Rents rose by £12 a week.", "£12", False),
        ("By how much did the town raise rents?", "The town reduced rents by 12%.", "12%", True),
        ("By how much did the town raise rents?", "The town raised rents by 12%.", "12%", False),
        ("By how much did the town raise rents?", "The town reduced rents by £12.", "£12", True),
        ("How many copies were printed after the prize?", "Before the prize 18,000 copies were sold.", "18,000", True),
        ("How many copies were printed after the prize?", "After it 90,000 copies were printed.", "90,000", False),
        ("How many copies had been sold before the prize?", "Before it 18,000 copies were sold.", "18,000", False),
        ("How old are the two men?", "The men, aged 54 and 61, were jailed.", "61", True),
        ("How old is the man?", "The man, aged 61, was jailed.", "61", False),
        ("How many pupils were injured in the crash?", "The coach carried 50 pupils to school.", "50", True),
        ("How many pupils were injured in the crash?", "The crash injured 12 pupils.", "12", False),
    ],
)
def test_a_figure_of_something_else(question: str, text: str, words: str, expected: bool) -> None:
    assert is_other(question, text, words) == expected


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("De combien les loyers ont-ils augmenté ?", "Le loyer moyen est de 142 euros.", "142 euros", False),
        ("De combien les loyers ont-ils augmenté ?", "La ville a réduit les loyers de 12 %.", "12 %", True),
        ("Quelle avance Odin avait-il sur Kern ?", "Odin a gagné l'étape de 174 kilomètres.", "174 kilomètres", True),
        ("Combien d'élèves ont été blessés ?", "Le car transportait 50 élèves.", "50", True),
        ("Combien d'élèves ont été blessés ?", "L'accident a blessé 12 élèves.", "12", False),
    ],
)
def test_a_figure_of_something_else_in_french(question: str, text: str, words: str, expected: bool) -> None:
    assert is_other(question, text, words, "fr") == expected


@pytest.mark.parametrize(
    ("question", "text", "words", "language", "expected"),
    [
        ("When did Ilse Brandt win?", "Ilse Brandt a estimé dimanche 9 juillet avoir gagné.", "9 juillet", "fr", True),
        ("When did Ilse Brandt say so?", "Ilse Brandt a estimé dimanche 9 juillet que oui.", "9 juillet", "fr", False),
        ("When is the vote?", "Selon un sondage diffusé jeudi 13 décembre, elle perdrait.", "13 décembre", "fr", True),
        ("When does the bridge open?", "The bridge opens on 9 July, the mayor said.", "9 July", "en", False),
        ("When does the bridge open?", "The mayor said on 9 July that it was late.", "9 July", "en", True),
    ],
)
def test_a_day_on_which_something_was_only_said(
    question: str, text: str, words: str, language: str, expected: bool
) -> None:
    assert is_day_of_telling(analyse(question, "en"), text, text.index(words), language) == expected
