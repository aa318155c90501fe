"""Days of another deed than the one asked about, with the shipped word vectors."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.question import analyse
from rag.ranking.asked import words_in
from rag.ranking.deeds import is_of_another_deed
from tests.found import ARTICLE, evidence

BOTH = "The championships opened on 2 August and closed on 10 August."
STRIKE = "La grève a commencé le 2 septembre et a pris fin le 11 septembre."


@pytest.mark.parametrize(
    ("question", "text", "day", "expected"),
    [
        ("When was Ella Marsh found?", "Ella Marsh went missing in Wexley on 3 May.", "3 May", True),
        ("When was Ella Marsh found?", "Ella Marsh was found in Wexley on 3 May.", "3 May", False),
        ("When were the robbers arrested?", "Two men robbed a bank on 3 May.", "3 May", True),
        ("When were the robbers arrested?", "Police detained the robbers on 3 May.", "3 May", False),
        ("When did the championships open?", BOTH, "10 August", True),
        ("When did the championships open?", BOTH, "2 August", False),
        ("When did the championships close?", BOTH, "10 August", False),
        ("When did the championships close?", BOTH, "2 August", True),
        ("Quand la grève a-t-elle commencé ?", STRIKE, "11 septembre", True),
        ("Quand la grève a-t-elle commencé ?", STRIKE, "2 septembre", False),
        ("Quand le décret a-t-il été pris ?", "Le décret a été promulgué le 3 mai.", "3 mai", False),  # a light verb
        ("When is the fair?", "The fair takes place on 3 May.", "3 May", False),  # no verb at the end
    ],
)
def test_a_day_of_another_deed(question: str, text: str, day: str, expected: bool) -> None:
    asked = analyse(question)
    item = evidence(text, replace(ARTICLE, language=asked.language))
    words = words_in(asked, [asked.language])[asked.language]
    assert is_of_another_deed(question, words, item, text.index(day)) is expected
