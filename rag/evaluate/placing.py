"""Gold questions beside the index they are asked of: what cannot be measured there is told before anything is asked.

Knows which articles the index holds. Does not know answers. A question without an answer needs no article: it may be
left out of the index on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.errors import UsageError
from rag.evaluate.gold import GoldQuestion
from rag.types import Article


def placed(questions: Sequence[GoldQuestion], article: Callable[[str], Article]) -> list[GoldQuestion]:
    """The questions, each with the language of its article where its file does not say.

    Args:
        questions: as they were read.
        article: an article of the index by its id; KeyError for one that it does not hold.

    Raises:
        UsageError: the article of an answerable question is not in the index, or its evidence not within its text.
    """
    return [_placed(question, article) for question in questions]


def _placed(question: GoldQuestion, article: Callable[[str], Article]) -> GoldQuestion:
    try:
        found = article(question.article_id)
    except KeyError:
        if question.evidence is None:
            return question
        raise UsageError(
            f"{question.line}: no article {question.article_id!r} in the index: give the id that ask --json tells as "
            "article_id, or build the index of these articles"
        ) from None
    if question.evidence and not 0 <= question.evidence[0] < min(question.evidence[1], len(found.text)):
        start, end = question.evidence
        raise UsageError(
            f"{question.line}: evidence {start} to {end} is not in the {len(found.text):,} characters of article "
            f"{question.article_id!r}: give evidence_start and evidence_end as places in its text"
        )
    return replace(question, language=found.info.language) if question.language == "und" else question


def asked_in(questions: Sequence[GoldQuestion], languages: Sequence[str]) -> None:
    """Refuse languages that no question is put in, which would measure nothing. Raises UsageError."""
    there = sorted({language for question in questions for language in question.texts})
    if languages and not set(languages) & set(there):
        raise UsageError(f"none of the questions is asked in {' or '.join(languages)}: choose from {', '.join(there)}")
