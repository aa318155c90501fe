"""A follow-up question made to stand alone: "et en 2023 ?", "and who signed it?", "why?" with what went before.

Knows how English and French leave out what was just said. Does not know articles, indexes or models, and asks none:
rules only. Where a rule cannot say which word is meant, the context is added in brackets, so that nothing is lost and
the reader sees what was understood. A question that stands alone is returned as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.follow_up.across import complete_across
from rag.follow_up.fragments import complete_fragment, complete_question_word
from rag.follow_up.references import complete_references, may_take_up, needs_context
from rag.follow_up.shape import Shape, read
from rag.follow_up.topic import with_context
from rag.language import detect_question, fold, reading_of
from rag.language.news import after_news
from rag.language.talk import is_talk
from rag.types import Turn

__all__ = ["context_of", "is_whole", "language_of", "standalone", "takes_up"]

_POINTS = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|its|their|this|that|these|those|there|il|elle|ils|elles|lui|leur|leurs|son|sa"
    r"|ses|ca|cela|celui|celle|ceux|celles|ce|cet|cette|ces|y|en)\b"
)


def standalone(question: str, history: Sequence[Turn]) -> str:
    """The question with what it leaves unsaid, taken from the turns before it, oldest first.

    White space is normalised. The first letter of a completed question is a capital.
    """
    text = " ".join(question.split())
    history = [turn for turn in history if not _says_nothing(turn)]
    if not history or not any(character.isalnum() for character in text):
        return text
    last = history[-1]
    if after_news(text) == "" or is_talk(text):  # "what's new?" asks for all news, "who are you?" of none
        return text
    shape = read(text, detect_question(text, default=last.answer.language))
    completed = _completed(shape, history)
    return text if completed is None else completed[:1].upper() + completed[1:]


def _says_nothing(turn: Turn) -> bool:
    """Whether a turn leaves nothing to go on from: thanks, "who are you?", signs alone."""
    return is_talk(turn.question) or not any(character.isalnum() for character in turn.question)


def is_whole(question: str, completed: str) -> bool:
    """Whether the context was only added to a question that may mean what it says by itself, and points at nothing."""
    text = " ".join(question.split()).rstrip(" ?.!")
    return completed.lower().startswith(text.lower()) and "(" in completed and not _POINTS.search(fold(text))


def context_of(completed: str) -> str:
    """What a question was completed with in brackets; "" where nothing stands in any."""
    return completed.rpartition(" (")[2].partition(")")[0] if " (" in completed else ""


def takes_up(question: str) -> bool:
    """Whether a noun of the question may be one that was spoken of before ("the mayor")."""
    return may_take_up(read(question, detect_question(question)))


def language_of(question: str, history: Sequence[Turn]) -> str | None:
    """The language of the words just typed, that of the conversation where they do not tell; None before there is any.

    Of a completed question it cannot be told: its context may be of the other language.
    """
    return detect_question(" ".join(question.split()), default=history[-1].answer.language) if history else None


def _completed(shape: Shape, history: Sequence[Turn]) -> str | None:
    """The completed question, or None where it stands alone."""
    if shape.kind != "whole" and shape.language != reading_of(history[-1].answer.language):
        return complete_across(shape, history[-1])
    if shape.kind == "question_word":
        return complete_question_word(shape, history[-1])
    if shape.kind == "fragment":
        return complete_fragment(shape, history[-1])
    referred = complete_references(shape, history)
    if referred is not None:
        return referred
    if needs_context(shape):
        return with_context(shape.rest, history[-1])
    return shape.rest if shape.opened else None
