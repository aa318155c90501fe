"""Questions for several persons or places ("which ministers resigned?"): a sentence for each that is named.

No sentence holds such an answer: it lies scattered over the articles, one or two names in each. Knows how surely a
sentence must name somebody beside what is asked for, and when there are enough to make a list. Does not know how
passages are found, nor how many sentences are given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.citations.reporting import manner
from rag.language import fold
from rag.question import several_of, split_parts
from rag.ranking.agreement import Value, named
from rag.types import Evidence, Hit, Question

if TYPE_CHECKING:
    from rag.retrieve import Retriever

FEWEST = 3
"""Names, each of an article of its own, below which there is no list."""

_READ = 60  # passages looked through
_SAID = 0.7  # how much of the question a sentence must say, with its title
_LEAST, _BEHIND = 0.4, 0.5  # what a name must weigh, and against the best one
_DOUBTED = 0.4  # what one counts beside which something is denied, or only may be
_NEAR = 110  # characters beside a name within which that tells


def listed(retriever: Retriever, asked: Question, found: Sequence[Hit]) -> list[Evidence]:
    """The best sentence of each person or place named for it; [] where fewer articles than ``FEWEST`` name some.

    The surest comes first; each is of an article of its own.

    Args:
        retriever: what the passages were found by.
        asked: the question.
        found: passages found for it, best first.
    """
    kind = several_of(asked.text)
    if kind is None or len(split_parts(asked.text)) > 1:
        return []
    understood = retriever.understood(asked)
    best: dict[Value, Evidence] = {}
    wanted = replace(understood, question=replace(asked, kind=kind))
    for item, value, coverage in named(wanted, found[:_READ], anywhere=True):
        told = replace(item, score=item.score * (_DOUBTED if _is_doubted(item) else 1.0))
        if coverage >= _SAID and (value not in best or best[value].score < told.score):
            best[value] = told
    chosen = _apart(sorted(best.values(), key=lambda item: -item.score))
    return [replace(item, span=None, score=min(1.0, item.score)) for item in chosen] if len(chosen) >= FEWEST else []


def _apart(ranked: Sequence[Evidence]) -> list[Evidence]:
    """Those near enough to the best, one of each article; what another says word for word is a copy of it."""
    chosen: list[Evidence] = []
    known: set[str] = set()
    for item in ranked:
        own = {item.hit.article.id, fold(item.sentence.text)}
        if item.score >= max(_LEAST, _BEHIND * ranked[0].score) and not own & known:
            chosen.append(item)
            known |= own
    return chosen


def _is_doubted(item: Evidence) -> bool:
    """Whether something is denied beside the name, or only planned, possible or asked for."""
    start, end = ((place - item.sentence.start) for place in item.span or (0, 0))
    near = manner(item.sentence.text[max(0, start - _NEAR) : end + _NEAR], item.hit.article.language)
    return near.hedged or near.denied
