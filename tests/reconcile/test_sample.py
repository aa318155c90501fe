"""The toll of the sample corpus, asked in both languages: the newest report first, all three in the ledger."""

from __future__ import annotations

import pytest

from rag import Assistant

TOLLS = [2012, 2862, 2901]


@pytest.mark.parametrize(
    ("question", "direct"),
    [
        ("How many people died in Morocco?", "2,901"),
        ("How many people lost their lives in the earthquake in Morocco?", "2,901"),
        ("Combien de personnes ont perdu la vie au Maroc ?", "2\N{NARROW NO-BREAK SPACE}901"),
        ("Combien de morts le séisme au Maroc a-t-il faits ?", "2\N{NARROW NO-BREAK SPACE}901"),
    ],
)
def test_the_newest_toll_comes_first_and_the_older_ones_are_in_the_ledger(
    assistant: Assistant, question: str, direct: str
) -> None:
    answer = assistant.ask(question)
    assert answer.direct == direct
    assert "2 901 personnes ont perdu la vie" in answer.claims[0].text.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert answer.ledger is not None
    assert [row.low for row in answer.ledger.rows] == TOLLS
    assert [str(row.published) for row in answer.ledger.rows] == ["2023-09-10", "2023-09-11", "2023-09-13"]


def test_the_injured_of_the_same_sentence_are_another_figure(assistant: Assistant) -> None:
    answer = assistant.ask("Combien de blessés le séisme au Maroc a-t-il faits ?")
    assert answer.direct == "5\N{NARROW NO-BREAK SPACE}530"
    rows = [row.low for row in answer.ledger.rows] if answer.ledger else []
    assert rows[-1:] == [5530] and not set(rows) & set(TOLLS)
