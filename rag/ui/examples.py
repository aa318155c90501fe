"""Questions to begin with on the empty page.

Knows: questions the sample corpus answers, and one it does not. Does not know any other corpus: for those the page
offers none.
"""

from __future__ import annotations

from rag.types import IndexInfo

_SAMPLE_OUTLET = "Citewire sample"

_SAMPLE_QUESTIONS = (
    "How much drawdown authority remains?",
    "Combien de personnes ont perdu la vie au Maroc ?",
    "Who received the Nobel Peace Prize?",
    "Quand Ariane 6 a-t-elle décollé ?",
    "Who became prime minister of the United Kingdom?",
    "Qui accueillera les Jeux olympiques de 2036 ?",
)


def questions(info: IndexInfo) -> tuple[str, ...]:
    """Questions for the articles of this index; none where the sample is not among them."""
    return _SAMPLE_QUESTIONS if any(outlet.startswith(_SAMPLE_OUTLET) for outlet in info.sources) else ()


def label(question: str) -> str:
    """The question as a label that never breaks before its French question mark."""
    return question.replace(" ?", "\u00a0?")
