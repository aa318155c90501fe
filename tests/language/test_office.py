"""Questions for who holds an office, and what is no such question. A table of cases of our own."""

from __future__ import annotations

import pytest

from rag.language.office import office_of
from rag.question import analyse


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Who is the mayor of Porto?", "mayor of Porto"),
        ("Who's the current mayor of Porto?", "mayor of Porto"),
        ("Who was the president of the United States?", "president of the United States"),
        ("Who is the new health minister now?", "health minister"),
        ("Who is the head of the WHO?", "head of the WHO"),
        ("Qui est le maire de Porto ?", "maire de Porto"),
        ("Qui est l'actuelle ministre de la Santé ?", "ministre de la Santé"),
        ("C'est qui le roi d'Espagne ?", "roi d'Espagne"),
        ("Comment s'appelle la maire de Porto ?", "maire de Porto"),
    ],
)
def test_the_office_asked_about(text: str, office: str) -> None:
    assert office_of(text) == office
    asked = analyse(text)
    assert (asked.kind, asked.topic) == ("who", office)


@pytest.mark.parametrize(
    "text",
    [
        "Who is Ines Karsa?",
        "Who is the man who was arrested in Porto?",
        "Who is the mayor of Porto and what did she say?",
        "Who became mayor of Porto?",
        "Qui est le maire qui a démissionné ?",
        "Who is mayor?",
        "",
    ],
)
def test_what_is_no_such_question(text: str) -> None:
    assert office_of(text) is None
