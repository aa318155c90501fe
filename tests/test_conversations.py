"""Conversations over the sample corpus: what stands alone is answered alone, what follows is completed."""

from __future__ import annotations

from itertools import permutations

import pytest

from rag import Assistant
from rag.types import Answer, Turn
from rag.ui.examples import questions


def turn(assistant: Assistant, question: str, history: list[Turn] | None = None) -> Turn:
    answer = assistant.ask(question, history or [])
    return Turn(question, answer.standalone or question, answer)


def said(answer: Answer) -> tuple[object, ...]:
    return answer.language, answer.direct, [claim.text for claim in answer.claims], answer.refusal


def test_every_example_of_the_page_is_answered_after_every_other_as_alone(assistant: Assistant) -> None:
    alone = {question: turn(assistant, question) for question in questions(assistant.index.info())}
    assert len(alone) == 6
    for before, question in permutations(alone, 2):
        assert said(assistant.ask(question, [alone[before]])) == said(alone[question].answer), (before, question)


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How many people died in Morocco?", "how much drawdown authority remains?"),
        ("Who became prime minister of the United Kingdom?", "What is the interest rate?"),
        ("Who received the Nobel Peace Prize?", "Which rocket lifted off?"),
        ("Who received the Nobel Peace Prize?", "quand ariane 6 a-t-elle décollé ?"),
        ("Who became prime minister of the United Kingdom?", "combien de personnes ont perdu la vie au maroc ?"),
    ],
)
def test_a_new_subject_is_not_mixed_with_the_one_before(assistant: Assistant, before: str, question: str) -> None:
    answer = assistant.ask(question, [turn(assistant, before)])
    assert answer.standalone == question
    assert said(answer) == said(assistant.ask(question))


@pytest.mark.parametrize(
    ("before", "question", "understood", "direct"),
    [
        ("How many people died in Morocco?", "and the injured?", "How many injured (people died in Morocco)?", "5,530"),
        ("How many people died in Morocco?", "how many were hurt?", "How many were hurt (people died in Morocco)?",
         "5,530"),
        ("Quand Ariane 6 a-t-elle décollé ?", "D'où ?", "D'où (Ariane 6 a-t-elle décollé) ?", "Kourou"),
    ],
)  # fmt: skip
def test_what_goes_on_about_the_same_is_completed(
    assistant: Assistant, before: str, question: str, understood: str, direct: str
) -> None:
    answer = assistant.ask(question, [turn(assistant, before)])
    assert (answer.standalone, answer.direct) == (understood, direct)
