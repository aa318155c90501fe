"""Questions for who somebody or what something named is, and what is no such question. A table of cases of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language.identity import aged_of, name_of, person_of, thing_of
from rag.question import analyse


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Who is Ada Lovelace?", "Ada Lovelace"),
        ("who's Ada Lovelace", "Ada Lovelace"),
        ("Who was Vincent van Gogh?", "Vincent van Gogh"),
        ("Who was Jean d'Ormont?", "Jean d'Ormont"),
        ("Who's Anwar al-Sadat?", "Anwar al-Sadat"),
        ("Who are the Proud Boys?", "Proud Boys"),
        ("who is ada lovelace?", "ada lovelace"),
        ("Qui est Ada Lovelace ?", "Ada Lovelace"),
        ("Qui était Marie Curie ?", "Marie Curie"),
        ("C'est qui Marie Curie ?", "Marie Curie"),
        ("Marie Curie, c'est qui ?", "Marie Curie"),
    ],
)
def test_whom_a_question_asks_about(text: str, name: str) -> None:
    assert person_of(text) == name
    asked = analyse(text)
    assert (asked.kind, asked.topic) == ("identity", name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("What is Brexit?", "Brexit"),
        ("What is the European Medicines Agency?", "European Medicines Agency"),
        ("What does CDU stand for?", "CDU"),
        ("Qu'est-ce que la Convention citoyenne pour le climat ?", "Convention citoyenne pour le climat"),
        ("C'est quoi la PMA ?", "PMA"),
        ("La 5G, c'est quoi ?", "5G"),
        ("Que signifie OMS ?", "OMS"),
    ],
)
def test_what_a_question_asks_about(text: str, name: str) -> None:
    assert thing_of(text) == name
    asked = analyse(text)
    assert (asked.kind, asked.topic) == ("identity", name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("How old is Ada Lovelace?", "Ada Lovelace"),
        ("What is Ada Lovelace's age?", "Ada Lovelace"),
        ("Quel âge a Ada Lovelace ?", "Ada Lovelace"),
        ("Quel est l'âge d'Ada Lovelace ?", "Ada Lovelace"),
        ("How old was the driver?", None),
        ("How old is the Eiffel Tower restaurant?", None),
    ],
)
def test_whose_age_is_asked(text: str, name: str | None) -> None:
    assert aged_of(text) == name
    assert analyse(text).topic == (name or "")


@pytest.mark.parametrize(
    "text",
    [
        "Who is the mayor of Lyon?",
        "Who is Ada Lovelace meeting?",
        "Who is Lovelace's husband?",
        "Who is responsible?",
        "who is most affected",
        "Who is in charge?",
        "Who is the CEO of Marelec?",
        "Qui est le PDG d'Air Porto ?",
        "Qui est le maire de Lyon ?",
        "Qui est mort ?",
        "What is the price of bread?",
        "What is Ada Lovelace accused of?",
        "What is France doing?",
        "Qu'est-ce que le maire a dit ?",
        "What is 2020?",
        "",
    ],
)
def test_what_is_no_such_question(text: str) -> None:
    assert name_of(text) is None
    assert analyse(text).kind != "identity"


@given(st.text(max_size=60))
def test_any_text_may_be_read(text: str) -> None:
    name = name_of(text)
    assert name is None or name.strip() == name != ""
