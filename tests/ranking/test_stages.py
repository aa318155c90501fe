"""What was only asked for, offered, planned or allowed, against what was done."""

from __future__ import annotations

import pytest

from rag.ranking.stages import is_of_another_stage, is_of_what_would_be, is_undone


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("How much ransom did the clinic pay?", "Hackers are demanding 5 million euros.", "5 million", True),
        ("How much are the hackers demanding?", "Hackers are demanding 5 million euros.", "5 million", False),
        ("How much ransom did the clinic pay?", "It paid the 5 million euros they demanded.", "5 million", False),
        ("How much was the club sold for?", "A fund has offered 250 million pounds for it.", "250 million", True),
        ("How much was the club sold for?", "The club was sold for 250 million pounds.", "250 million", False),
        ("How many jobs has Korvex cut?", "Korvex plans to cut 300 jobs.", "300", True),
        ("How many jobs will Korvex cut?", "Korvex plans to cut 300 jobs.", "300", False),
        ("How many jobs has Korvex cut?", "Korvex cut 300 jobs in May, and may cut more.", "300", False),
        ("How many years did Hale get?", "The prosecutor asked the court to jail Hale for nine years.", "nine", True),
        ("Combien de loups ont été abattus ?", "Le préfet a autorisé l'abattage de trois loups.", "trois", True),
        (
            "Combien de brebis ont été tuées ?",
            "Il a autorisé un tir, après des attaques qui ont tué 9 brebis.",
            "9",
            False,
        ),
        ("Combien la clinique a-t-elle payé ?", "Les pirates exigent 5 millions d'euros.", "5 millions", True),
        ("Combien la clinique a-t-elle payé ?", "La clinique a payé 5 millions d'euros.", "5 millions", False),
        ("Combien les pirates exigent-ils ?", "Les pirates exigent 5 millions d'euros.", "5 millions", False),
    ],
)
def test_a_deed_taken_for_done(question: str, text: str, words: str, expected: bool) -> None:
    start = text.index(words)
    assert is_undone(question, text, start, start + len(words)) == expected


def test_what_is_asked_for_is_not_the_sentence() -> None:
    assert is_of_another_stage("How long did the prosecutor seek?", "The judge sentenced him to two years.")
    assert is_of_another_stage("À combien a-t-il été condamné ?", "Le parquet a requis deux ans.")
    assert not is_of_another_stage("À combien a-t-il été condamné ?", "Il a été condamné à deux ans.")


def test_what_it_would_cost_is_not_what_it_came_to() -> None:
    assert is_of_what_would_be("How much did the bridge cost in the end?", "A tunnel would cost 9 million.")
    assert not is_of_what_would_be("How much did the bridge cost in the end?", "The bridge cost 9 million.")
