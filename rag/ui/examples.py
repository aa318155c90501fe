"""Questions to begin with on the empty page.

Knows: questions the sample corpus answers, and one it does not. Does not know any other corpus: for those the page
offers none.
"""

from __future__ import annotations

from rag.types import IndexInfo

_SAMPLE_OUTLET = "Citewire sample"

_SAMPLE_QUESTIONS = (
    "How much drawdown authority remains?",
    "Combien de morts après le séisme au Maroc ?",
    "Who received the Nobel Peace Prize?",
    "Quand Ariane 6 a-t-elle décollé pour la première fois ?",
    "Combien de sièges le Parti travailliste a-t-il obtenus ?",
    "Who will host the 2036 Olympic Games?",
)


def questions(info: IndexInfo) -> tuple[str, ...]:
    """Questions for the articles of this index; none where the sample is not among them."""
    return _SAMPLE_QUESTIONS if any(outlet.startswith(_SAMPLE_OUTLET) for outlet in info.sources) else ()
