"""Whether a question means what it says by itself, over sentences found in the sample corpus."""

from __future__ import annotations

import pytest

from rag import Assistant
from rag.question import analyse
from rag.ranking.context import is_silent_on, stands_alone
from rag.types import Evidence


def found(assistant: Assistant, text: str) -> list[Evidence]:
    question = analyse(text)
    return assistant.retriever.evidence(question, assistant.retriever.search(question, k=8))


@pytest.mark.parametrize(
    ("typed", "context", "takes_up", "expected"),
    [
        ("How much drawdown authority remains?", "people died in Morocco", False, True),  # a rare word of its own
        ("What is the interest rate?", "the Nobel Peace Prize", False, True),  # the prize's article tells of no rate
        ("Which rocket lifted off?", "drawdown authority remains", False, True),
        ("Combien de personnes ont perdu la vie au maroc ?", "the Nobel Peace Prize", True, True),  # no prize found
        ("How many were hurt?", "people died in Morocco", False, False),
        ("Where was the epicentre?", "people died in Morocco", True, False),
        ("Who lost?", "prime minister of the United Kingdom", False, False),  # says too little
    ],
)
def test_the_reading_whose_article_says_more_is_taken(
    assistant: Assistant, typed: str, context: str, takes_up: bool, expected: bool
) -> None:
    question = analyse(typed)
    completed = found(assistant, f"{typed.rstrip(' ?')} ({context})?")
    assert stands_alone(question, found(assistant, typed), completed, analyse(context), takes_up) is expected


def test_without_sentences_the_context_stays(assistant: Assistant) -> None:
    question = analyse("Which rocket lifted off?")
    assert stands_alone(question, [], found(assistant, "Morocco"), analyse("Morocco"), False) is False


def test_an_article_that_has_none_of_the_words_is_silent(assistant: Assistant) -> None:
    prize = found(assistant, "Who received the Nobel Peace Prize?")
    assert is_silent_on(analyse("Which rocket lifted off?"), prize)
    assert not is_silent_on(analyse("Which prize was received?"), prize)
