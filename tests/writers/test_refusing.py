"""The phrase for "cannot answer", and words like it, in both languages."""

from __future__ import annotations

import pytest

from rag.writers.refusing import CANNOT_ANSWER, gives_up, is_phrase, is_refusal


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
        "I'm sorry, but the articles do not say.",
        "Based on the sentences given, the articles don't say.",
        "The articles do not explicitly state the number.",
        "None of the sentences answers the question.",
        "Nothing in the articles answers this.",
        "Désolé, mais les articles ne le disent pas.",
        "Rien dans les articles ne permet de répondre.",
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


@pytest.mark.parametrize(
    "text",
    [
        "The sources do not say.",
        "The text does not mention it.",
        "It is not mentioned in the articles.",
        "The winner of the race is not specified in the provided sentences.",
        "Not stated in the articles.",
        "The information is not provided.",
        "I don't know.",
        "I cannot answer this question based on the sentences provided.",
        "I do not have enough information to answer.",
        "There is no information about that in the articles.",
        "Based on the articles, it is not possible to say.",
        "Je ne sais pas.",
        "Je ne peux pas répondre à cette question.",
        "Les sources ne le disent pas.",
        "Ce n'est pas mentionné dans les articles.",
        "Le nombre de morts n’est pas précisé dans les phrases fournies.",
        "L'information n'est pas fournie.",
        "Il n'y a pas d'information à ce sujet.",
        "D'après les articles fournis, il n'est pas possible de le dire.",
    ],
)
def test_that_there_is_no_answer_is_known_without_the_articles_being_named_first(text: str) -> None:
    assert gives_up(text)


@pytest.mark.parametrize(
    "text",
    [
        "I am sorry, I cannot help with that.",
        "I don't know, but nine died.",
        "The suspect was not named.",
        "Nothing in the law says so.",
        "No one died.",
        "Je ne sais pas, mais neuf personnes sont mortes.",
        "Il n'est pas venu.",
        "On ne peut pas quitter le pays.",
    ],
)
def test_what_is_said_of_the_world_gives_nothing_up(text: str) -> None:
    assert not gives_up(text)
