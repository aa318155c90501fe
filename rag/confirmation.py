"""The answer that most articles give put first, with the words that give it.

Knows when articles are compared, and what follows for the order of passages and sentences. Does not know how values are
found in sentences, nor what is written from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.question import split_parts
from rag.ranking.agreement import KINDS, agreed
from rag.types import Evidence, Hit, Question

if TYPE_CHECKING:
    from rag.retrieve import Retriever

_COMPARED = 60  # passages that are compared
_READ = 4  # articles that agree whose passages are read, to tell which sentence says it best
_DOUBT = 3.0  # logits by which other words of the sentence may be likelier: at 9 it tells of something else


def confirmed(
    retriever: Retriever, asked: Question, found: Sequence[Hit], hits: Sequence[Hit], evidence: Sequence[Evidence]
) -> tuple[list[Hit], list[Evidence]]:
    """The passages and sentences an answer may rest on, that first which best names what most articles do.

    They stay as they are where nothing is agreed on. The first one's ``span`` marks the value, the short answer, and
    ``articles`` says how many name it.

    Args:
        retriever: what the passages were found by.
        asked: the question.
        found: all passages found for it; these are compared.
        hits: the first of them, which an answer rests on otherwise.
        evidence: their sentences, best first.
    """
    if asked.kind not in KINDS or not evidence or len(split_parts(asked.text)) > 1:
        return list(hits), list(evidence)
    told = agreed(retriever.understood(asked), found[:_COMPARED])
    if not told:
        return list(hits), list(evidence)
    marked = {item.place: item for item in told}
    several = list({item.hit.article.id: item.hit for item in told}.values())[:_READ]
    naming = {item.place: item for item in (*retriever.evidence(asked, several), *evidence) if item.place in marked}
    best = max(naming.values(), key=lambda item: item.score * marked[item.place].score, default=told[0])
    backing = len({item.hit.article.id for item in told})
    first = replace(best, span=marked[best.place].span, score=max(best.score, evidence[0].score), articles=backing)
    if not _is_seen(retriever, asked, first):
        return list(hits), list(evidence)
    rest = [replace(item, span=None) for item in evidence if item.place != first.place]
    front = list({hit.passage.id: hit for hit in (first.hit, *hits)}.values())[: len(hits)]
    return [replace(hit, rank=rank) for rank, hit in enumerate(front, 1)], [first, *rest]


def _is_seen(retriever: Retriever, asked: Question, item: Evidence) -> bool:
    """Whether the reading model, where there is one, sees no far likelier answer in other words of the sentence."""
    (readings,) = retriever.readings(asked, [item.hit])
    if not readings or item.span is None:
        return True
    reading = readings[item.hit.passage.sentences.index(item.sentence)]
    start, end = (place - item.sentence.start for place in item.span)
    return reading.within(start, end) >= reading.peak() - _DOUBT
