"""A short answer read off a sentence, only where there is no doubt which words answer.

Which words answer, and whether one can be sure of it, the ranking has said (``Evidence.span``), and how they are said,
too. Does not know ranking.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.identity import aged_of
from rag.question import split_parts
from rag.ranking.ages import said_age
from rag.ranking.saying import sayings
from rag.types import Evidence, Question


def short_answer(question: Question, evidence: Sequence[Evidence]) -> tuple[str, Evidence] | None:
    """The short answer in the question's language and the sentence it stands in, or None where there is any doubt.

    Of several questions asked in one breath only the one that the first sentence answers has one.
    """
    several = len(split_parts(question.text)) > 1
    source = next((item for item in evidence[: 1 if several else None] if item.span is not None), None)
    if source is None or source.span is None:
        return None
    if aged_of(question.text):
        words = source.sentence.text[source.span[0] - source.sentence.start : source.span[1] - source.sentence.start]
        return (age, source) if (age := said_age(words, question.language)) else None
    start, end = source.span[0] - source.sentence.start, source.span[1] - source.sentence.start
    said = {
        source.sentence.text[start:end] if item.figure is None else item.text
        for item in sayings(question, source)
        if item.candidate.start < end and start < item.candidate.end
    }
    return (said.pop(), source) if len(said) == 1 else None
