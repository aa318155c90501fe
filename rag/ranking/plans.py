"""The newest plan first: of the days that articles name for what is to come, the one that puts the others off.

Knows when a question asks for what is to come, and the words that move a day. Does not know whether articles speak of
one event: only sentences that answer nearly as well as the best are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.figures import find_figures
from rag.language import fold
from rag.ranking.saying import asks_ahead
from rag.types import Evidence, Question

_LOOKED_AT = 8  # sentences among which the newer plan must be
_NEARLY = 0.3  # share of the best score that its sentence must have
_MOVED = re.compile(
    r"\b(?:report\w*|repouss\w*|decal\w*|retard\w*|finalement|pas avant|plus tard que prevu|avancee?s? (?:au|a)"
    r"|n'[a-z]+(?: [a-z]+){0,4} qu(?:e|')|postpon\w*|delay\w*|put off|push\w* back|mov\w* (?:back|forward|to)"
    r"|defer\w*|wait until|not (?:before|until)|no earlier than|later than planned|brought forward|instead of"
    r"|au lieu d)\b"
)


def newest_plan_first(question: Question, items: Sequence[Evidence]) -> list[Evidence]:
    """The sentences, the newest that moves a day still to come first; as they are where the best names no such day.

    Scores stay in order: the first sentence is given the best one's.

    Args:
        question: as asked.
        items: sentences, best first.
    """
    if question.kind != "when" or not items or not asks_ahead(question.text) or not _names_a_day_ahead(items[0]):
        return list(items)
    first = items[0].hit.article.published
    moved = [
        item
        for item in items[1:_LOOKED_AT]
        if item.score >= _NEARLY * items[0].score
        and (day := item.hit.article.published) is not None
        and first is not None
        and day > first
        and _MOVED.search(fold(item.sentence.text))
        and _names_a_day_ahead(item)
    ]
    if not moved:
        return list(items)
    newest = max(moved, key=lambda item: (item.hit.article.published or first, item.score))
    order = [newest, *(item for item in items if item is not newest)]
    return [replace(item, score=old.score) for item, old in zip(order, items, strict=True)]


def _names_a_day_ahead(item: Evidence) -> bool:
    """Whether a sentence names a day that was still to come when its article was printed."""
    published = item.hit.article.published
    if published is None:
        return False
    figures = find_figures(item.sentence.text, item.hit.article.language, published)
    return any(
        figure.kind == "date" and figure.date_from is not None and figure.date_from > published for figure in figures
    )
