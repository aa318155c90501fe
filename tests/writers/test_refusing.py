"""The phrase for "cannot answer", and words like it, in both languages."""

from __future__ import annotations

import pytest

from rag.writers.refusing import CANNOT_ANSWER, is_phrase, is_refusal


@pytest.mark.parametrize(
    "text",
    [
        CANNOT_ANSWER,
        f"{CANNOT_ANSWER} how long the tram line is.",
        f"{CANNOT_ANSWER}. They speak of its stops only.",
        "The articles do not say how many were hurt.",
        "Unfortunately, the provided articles don't mention the length of the line.",
        "The sentences given do not state a year.",
        "LES ARTICLES NE LE DISENT PAS",
        "Les articles ne disent pas combien de blessés il y a eu.",
        "Malheureusement, les phrases fournies ne permettent pas de répondre.",
        "Les articles n'en parlent pas.",
        "Le corpus ne contient aucune date.",
        "Aucun des articles ne précise la longueur.",
    ],
)
def test_a_refusal_is_known(text: str) -> None:
    assert is_refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said: the articles do not say.",
        "The articles do not say how many were hurt, but nine died.",
        "Les articles ne disent pas combien, mais neuf personnes sont mortes.",
        "The articles say that nine died.",
        "The report does not say who paid.",
        "Les articles 3 et 4 de la loi ne disent rien des retraites.",
        "I am sorry, I cannot help with that.",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert not is_refusal(text)


def test_only_the_phrase_itself_is_the_phrase() -> None:
    assert is_phrase(f"“{CANNOT_ANSWER.lower()}”.")
    assert not is_phrase(f"{CANNOT_ANSWER} how many")
