"""A figure that a question takes for granted, held against the article that answers it best.

Knows sums, shares and counts of `figures` and how they compare. Does not know events or names, nor which figure of an
article the question means: it doubts only where a sentence that answers has another value and nothing found has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from rag.figures import Figure, compare, find_figures
from rag.types import Evidence, Question

_ANSWERING = 3  # best sentences among which the other value must stand
_ROUNDED = Decimal("0.1")  # share by which a question may round a figure
_KINDS = ("money", "percent", "count")


def contradicted_figure(question: Question, evidence: Sequence[Evidence]) -> tuple[Figure, Evidence] | None:
    """The first figure of the question that no passage found gives, with the sentence that gives another; else None.

    Args:
        question: as asked; one that asks for a figure takes none for granted that could be told from what it asks.
        evidence: ranked sentences, best first; the passages they come from are read whole.
    """
    if not evidence or question.kind in ("how_much", "how_many"):
        return None
    best = [item for item in evidence[:_ANSWERING] if item.hit.article.id == evidence[0].hit.article.id]
    for figure in find_figures(question.text, question.language):
        if (
            figure.kind not in _KINDS
            or figure.value is None
            or figure.qualifier
            or not figure.unit
            or ":" in figure.unit
        ):
            continue
        if any(_gives(other, figure) for item in evidence for other in _all_figures(item)):
            continue
        for item in best:
            found = find_figures(item.sentence.text, item.hit.article.language, item.hit.article.published)
            if any(compare(other, figure) == "contradictory" for other in found):
                return figure, item
    return None


def _gives(theirs: Figure, ours: Figure) -> bool:
    """Whether the figure may be ours: equal, around it, near it, or the same number of something."""
    if theirs.value is None or ours.value is None:
        return False
    near = abs(theirs.value - ours.value) <= _ROUNDED * abs(ours.value)
    return near or compare(theirs, ours) in ("equal", "contained")


def _all_figures(item: Evidence) -> tuple[Figure, ...]:
    article = item.hit.article
    return _read(f"{article.title}. {item.hit.passage.text}", article.language)


@lru_cache(maxsize=256)
def _read(text: str, language: str) -> tuple[Figure, ...]:
    return tuple(find_figures(text, language))
