"""Profits and losses told apart, over sentences of our own."""

from __future__ import annotations

import pytest

from rag.question import analyse
from rag.ranking.sums import is_another_sum
from tests.found import evidence

ENGLISH = "Rivetta made a loss of £45 million last year, after a profit of £20 million in 2022."
FRENCH = "Rivetta a perdu 45 millions d'euros, contre un bénéfice de 20 millions d'euros en 2022."


@pytest.mark.parametrize(
    ("question", "text", "language", "sum_of_it", "is_other"),
    [
        ("How much did Rivetta lose last year?", ENGLISH, "en", "£20", True),
        ("How much did Rivetta lose last year?", ENGLISH, "en", "£45", False),
        ("What profit did Rivetta make?", ENGLISH, "en", "£45", True),
        ("Combien Rivetta a-t-elle perdu ?", FRENCH, "fr", "20", True),
        ("Combien Rivetta a-t-elle perdu ?", FRENCH, "fr", "45", False),
        ("How much did the shares lose?", "The shares fell by £3 on Monday.", "en", "£3", False),
        ("How much does the man who lost the race earn?", "He earns £3 a day.", "en", "£3", False),
    ],
)
def test_a_loss_is_no_profit(question: str, text: str, language: str, sum_of_it: str, is_other: bool) -> None:
    item = evidence(text, language=language)
    assert is_another_sum(analyse(question), item, text.index(sum_of_it)) is is_other
