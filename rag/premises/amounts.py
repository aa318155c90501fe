"""A figure that a question takes for granted, held against the article that answers it best.

Knows sums, shares and counts of `figures` and how they compare. Does not know events or names, nor which figure of an
article the question means: it doubts only where a sentence that answers has another value and nothing found has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rag.figures import Figure, compare, find_figures
from rag.types import Evidence, Hit, Question, hits_of

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
    asserted = [figure for figure in find_figures(question.text, question.language) if _is_plain(figure)]
    if not asserted:
        return None
    best = [item for item in evidence[:_ANSWERING] if item.hit.article.id == evidence[0].hit.article.id]
    told = [figure for hit in hits_of(evidence) for figure in _figures_of(hit)]
    for figure in asserted:
        if any(_gives(other, figure) for other in told):
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


def _is_plain(figure: Figure) -> bool:
    """Whether a figure is one number, with a unit that both languages know."""
    is_shared = bool(figure.unit) and ":" not in figure.unit
    return figure.kind in _KINDS and figure.value is not None and not figure.qualifier and is_shared


def _figures_of(hit: Hit) -> tuple[Figure, ...]:
    return find_figures(f"{hit.article.title}. {hit.passage.text}", hit.article.language)
