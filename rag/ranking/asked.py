"""A question as the search sees it: its vector, its telling words in each language of the index, the times it names.

Knows how the parts are made. Does not know indexes or passages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.encoders import Encoder
from rag.question import When, times_of
from rag.ranking.terms import Wanted, wanted
from rag.types import Question, Vectors


@dataclass(frozen=True, eq=False)
class Asked:
    """What is made of a question once, for search and evidence alike; ``words`` by language of the articles."""

    question: Question
    vector: Vectors
    words: Mapping[str, tuple[Wanted, ...]]
    times: tuple[When, ...]


def understand(question: Question, languages: Sequence[str], encoder: Encoder) -> Asked:
    """Put the question into a vector, and its words into each of the languages."""
    return Asked(
        question,
        encoder.encode_queries([question.topic or question.text])[0],
        words_in(question, languages),
        times_of(question.text),
    )


def words_in(question: Question, languages: Sequence[str]) -> dict[str, tuple[Wanted, ...]]:
    """The question's telling words as terms of each of the languages."""
    text = question.topic or question.text
    return {language: wanted(text, question.language, language) for language in languages}
