"""Gold questions to figures: evidence found, answers right, refusals justified, by language pair and question type.

Knows how the product is measured. Does not know how it works: it asks each question as a person would.
"""

from __future__ import annotations

from rag.evaluate.gold import GoldQuestion, matches, normalise, read_questions
from rag.evaluate.report import Figure, Report, Row
from rag.evaluate.run import Outcome, evaluate, summarise

__all__ = [
    "Figure",
    "GoldQuestion",
    "Outcome",
    "Report",
    "Row",
    "evaluate",
    "matches",
    "normalise",
    "read_questions",
    "summarise",
]
