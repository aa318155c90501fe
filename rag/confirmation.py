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
from rag.ranking.leads import stands_alone
from rag.types import Evidence, Hit, Question, numbered

if TYPE_CHECKING:
    from rag.retrieve import Retriever

_COMPARED = 60  # passages that are compared
_READ = 4  # articles that agree whose passages are read, to tell which sentence says it best
_BROKEN = 0.5  # what half a quotation counts, or a sentence that points back, or a day of the week alone
_TRIED = 3  # sentences that may be put first, where the reading model sees something else in the one before
_DOUBT, _MOST = 3.0, 6.0  # logits by which other words of such a sentence, and of the first, may be likelier


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
    as_they_are = list(hits), list(evidence)
    if asked.kind not in KINDS or not evidence or len(split_parts(asked.text)) > 1:
        return as_they_are
    told = agreed(retriever.understood(asked), found[:_COMPARED])
    if not told:
        return as_they_are
    marked = {item.place: item for item in told}
    several = list({item.hit.article.id: item.hit for item in told}.values())[:_READ]
    naming = {item.place: item for item in (*retriever.evidence(asked, several), *evidence) if item.place in marked}
    likeliest = sorted(naming.values(), key=lambda item: -_worth(asked, item, marked[item.place]))[:_TRIED]
    best = _seen(retriever, asked, [replace(item, span=marked[item.place].span) for item in likeliest])
    if best is None:
        return as_they_are
    backing = len({item.hit.article.id for item in told})
    first = replace(best, score=max(best.score, evidence[0].score), articles=backing)
    rest = [replace(item, span=None) for item in evidence if item.place != first.place]
    front = list({hit.passage.id: hit for hit in (first.hit, *hits)}.values())[: len(hits)]
    return numbered(front), [first, *rest]


def _worth(asked: Question, item: Evidence, marked: Evidence) -> float:
    """How well a sentence tells what is agreed on: how likely, how much of the question, whether whole and plain."""
    start, end = marked.span or (0, 0)
    words = item.sentence.text[start - item.sentence.start : end - item.sentence.start]
    is_plain = asked.kind != "when" or any(letter.isdigit() for letter in words)  # "3 May" before "Tuesday"
    whole = 1.0 if stands_alone(item.sentence.text) and is_plain else _BROKEN
    return item.score * marked.score * whole


def _seen(retriever: Retriever, asked: Question, items: Sequence[Evidence]) -> Evidence | None:
    """The first in whose other words the reading model, where there is one, sees no likelier answer.

    None where there is no such, or where it sees a far likelier one in the first of all, which tells of something else.
    """
    doubts = [_doubt(retriever, asked, item) for item in items]
    if doubts[0] > _MOST:
        return None
    return next((item for item, doubt in zip(items, doubts, strict=True) if doubt <= _DOUBT), None)


def _doubt(retriever: Retriever, asked: Question, item: Evidence) -> float:
    """By how much of a logit other words of the sentence are likelier."""
    (readings,) = retriever.readings(asked, [item.hit])
    if not readings or item.span is None:
        return 0.0
    reading = readings[item.hit.passage.sentences.index(item.sentence)]
    start, end = (place - item.sentence.start for place in item.span)
    return reading.peak() - reading.within(start, end)
