"""Gold questions to figures: evidence found, answers right, refusals justified, by language pair and question type.

Knows how the product is measured. Does not know how it works: it asks each question as a person would.
"""

from __future__ import annotations

from rag.evaluate.compare import Comparison, Earlier, compare, read_earlier
from rag.evaluate.gold import GoldQuestion, matches, normalise, read_questions
from rag.evaluate.report import Figure, Report
from rag.evaluate.run import Outcome, evaluate, summarise

__all__ = [
    "Comparison",
    "Earlier",
    "Figure",
    "GoldQuestion",
    "Outcome",
    "Report",
    "compare",
    "evaluate",
    "matches",
    "normalise",
    "read_earlier",
    "read_questions",
    "summarise",
]
