"""Whose a figure is, where a sentence tells of several."""

from __future__ import annotations

import pytest

from rag.question import analyse
from rag.ranking.whose import is_bracketed_to_another, is_given_to_another, is_of_somebody_else, is_shared_out


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("La Chine, qui a remporté 91 médailles, est deuxième.", "91", True),
        ("China won 91 medals.", "91", True),
        ("Le Japon termine la compétition avec 45 médailles.", "45", True),
        ("Norway won 12 medals, one less than China, which won 13.", "12", False),
        ("The team from China won 91 medals.", "91", False),
        ("The skiers won 12 medals.", "12", False),
        ("Erik Dahl won 12 medals.", "12", False),
    ],
)
def test_a_number_given_to_another_country_is_not_the_subjects(text: str, figure: str, expected: bool) -> None:
    question = analyse("How many medals did Norway win?")
    language = "en" if "medals" in text else "fr"
    assert is_given_to_another(question, text, language, text.index(figure)) is expected


@pytest.mark.parametrize(
    ("question", "text", "figure", "expected"),
    [
        (
            "How many people died in Sweden?",
            "Six people died in Norway, two in Sweden and one in Denmark.",
            "Six",
            True,
        ),
        (
            "How many people died in Sweden?",
            "Six people died in Norway, two in Sweden and one in Denmark.",
            "two",
            False,
        ),
        (
            "How many people died in Norway?",
            "Six people died in Norway, two in Sweden and one in Denmark.",
            "Six",
            False,
        ),
        ("How many people died in Sweden?", "Six people died in Sweden and Norway.", "Six", False),
        ("How many goals did Karl Ober score?", "Paul Dahl scored two goals and Karl Ober one.", "two", True),
        ("Combien de médailles pour la France ?", "La Chine a 40 médailles, la France 16 et l'Italie 12.", "40", True),
        ("Combien de médailles pour la France ?", "La Chine a 40 médailles, la France 16 et l'Italie 12.", "16", False),
        ("Combien de médailles pour la Chine ?", "La Chine a 40 médailles, la France 16 et l'Italie 12.", "40", False),
    ],
)
def test_one_share_of_several_is_not_the_others(question: str, text: str, figure: str, expected: bool) -> None:
    asked = analyse(question)
    assert is_shared_out(asked, text, asked.language, text.index(figure)) is expected
    assert is_of_somebody_else(asked, text, asked.language, text.index(figure)) is expected


def test_a_share_in_brackets_is_of_the_name_before_them() -> None:
    asked, text = analyse("What share did Odin Vale win?"), "Alma Kern (39%), Odin Vale (12%) and others ran."
    assert is_bracketed_to_another(asked, text, "en", text.index("39%"))
    assert not is_bracketed_to_another(asked, text, "en", text.index("12%"))
