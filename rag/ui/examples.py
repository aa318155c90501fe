"""Questions to begin with on the empty page.

Knows: questions the sample corpus answers, and one it does not. Does not know any other corpus: for those the page
offers none.
"""

from __future__ import annotations

from rag.types import IndexInfo

_SAMPLE_QUESTIONS = (
    "How much drawdown authority remains?",
    "Combien reste-t-il d’autorité de retrait ?",
)


def questions(info: IndexInfo) -> tuple[str, ...]:
    """Questions for the articles of this index; none where the sample is not among them."""
    return _SAMPLE_QUESTIONS
