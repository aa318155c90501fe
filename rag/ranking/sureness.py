"""How sure it is that the best sentences answer at all, from few features with weights from ``sureness.json``.

Two things are told: whether the articles are about the question, and whether their sentences answer it; the less
sure of them decides. What the ranking says is weighed by what was asked: a sum, a count of a given thing or an age that
no near sentence holds is missing, however near the subject is; where nothing definite is asked for, the ranking cannot
tell. Knows ranked sentences. Does not know what is done with the figure.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from rag.ranking.demand import Slot, demand_of
from rag.ranking.held import held
from rag.ranking.sums import tells_of_sum
from rag.ranking.terms import coverage, terms_of, wanted
from rag.ranking.weights import probability, weighted
from rag.types import Evidence, Question, hits_of

FILE = Path(__file__).parent / "sureness.json"
"""Weights by feature, ``about`` and ``answers``, fitted on questions of our own over other articles, and on questions
about other things (training/sureness.py)."""

DEPTH = 8
NEAR = 0.4
"""Share of the best score from which a sentence is near enough to be given as an answer."""

MET = 0.31
"""How well the nearest sentences must meet a demand; below that, what was asked for is missing."""

LEAST = 0.08
"""Score below which the best sentence is hardly about the question: the figure goes down with it."""

_USUAL_COSINE, _SPREAD, _FAR = 0.484, 0.154, 1.5  # cosine that the best passage usually has, and what is far from it
_USUAL = 1.2  # logit of the score, with its sign turned, that best sentences usually have
_PLAINLY_SAID = frozenset({"birth"})  # what an article that tells of it says in so many words
_Kind = Literal["typed", "name", "free"]
_KINDS: Mapping[Slot, _Kind] = {"name": "name", "place": "free", "words": "free"}


def sureness(question: Question, evidence: Sequence[Evidence]) -> float:
    """The probability, 0 to 1, that the first sentences answer the question; 0 without evidence.

    Args:
        question: a single question.
        evidence: ranked sentences, best first.
    """
    if not evidence:
        return 0.0
    demand = demand_of(question)
    if demand.slot in _PLAINLY_SAID and missing(question, evidence):
        return 0.0
    if demand.slot == "money" and demand.heads and not _tells_of(demand.heads[0], evidence):
        return 0.0
    known = features(question, evidence)
    told = min(probability(weighted(known, weigh)) for weigh in _weights().values())
    return told * min(1.0, max(evidence[0].score, 0.0) / LEAST)


def _tells_of(head: str, evidence: Sequence[Evidence]) -> bool:
    """Whether a passage near enough has a word for the sum asked for: a bid is no salary, however near the mayor is."""
    near = [item for item in evidence[:DEPTH] if item.score >= NEAR * evidence[0].score]
    return any(tells_of_sum(head, f"{hit.article.title} {hit.passage.text}") for hit in hits_of(near))


def missing(question: Question, evidence: Sequence[Evidence]) -> Slot | None:
    """What is asked for, where it is so definite that it would be seen and no near sentence holds it; else None."""
    demand = demand_of(question)
    near = [item for item in evidence[:DEPTH] if item.score >= NEAR * evidence[0].score]
    if _kind(demand.slot) != "typed" or not near or any(held(demand, question, item) >= MET for item in near):
        return None
    return demand.slot


def features(question: Question, evidence: Sequence[Evidence]) -> dict[str, float]:
    """Features by name. Those ending in a kind of demand are nothing for the other kinds.

    ``is_``: the kind; ``score_``: logit of the best score, against what is usual; ``there``: whether a near sentence
    meets the demand; ``best``: how well the first one does; ``any``: how well any does, weighed by its score;
    ``name_near``: the same of near ones for a name; ``read_``: how sure the reading model is of the first sentence, and
    ``most_`` of the one it is surest of; ``foreign``: the first one is in another language than the question;
    ``near``: the cosine of the nearest passage, against what is usual; ``said``: how much of the question the first
    sentence's article says.
    """
    demand = demand_of(question)
    kind = _kind(demand.slot)
    best = max(evidence[0].score, 1e-4)
    first = list(evidence[:DEPTH])
    near = [n for n, item in enumerate(first) if item.score >= NEAR * best]
    meets = [held(demand, question, item) for item in first]
    there = max(meets[n] for n in near) >= MET
    score = math.log(best / max(1 - best, 1e-4)) + _USUAL
    reads = [item.read for item in first]
    found = {f"is_{kind}": 1.0, f"read_{kind}": reads[0], f"most_{kind}": max(reads)}
    if question.language != evidence[0].hit.article.language:
        found["foreign"] = 1.0
    if kind != "typed" or there:
        found[f"score_{kind}"] = score
    if kind == "typed":
        found |= {
            "there": float(there),
            "best": meets[0],
            "any": max(meet * item.score / best for meet, item in zip(meets, first, strict=True)),
        }
    if kind == "name":
        found["name_near"] = max(meets[n] for n in near)
    return found | _nearness(question, first)


def _nearness(question: Question, first: Sequence[Evidence]) -> dict[str, float]:
    """What tells whether the articles are about the question at all."""
    hits, best = hits_of(first), first[0].hit.article
    told = " ".join((best.title, *(hit.passage.text for hit in hits if hit.article.id == best.id)))
    cosine = max((hit.dense_score for hit in hits if hit.dense_score is not None), default=_USUAL_COSINE)
    return {
        "near": max(-_FAR, min(_FAR, (cosine - _USUAL_COSINE) / _SPREAD)),
        "said": coverage(wanted(question.text, question.language, best.language), terms_of(told, best.language)),
    }


def _kind(slot: Slot) -> _Kind:
    return _KINDS.get(slot, "typed")


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    values: dict[str, dict[str, float]] = json.loads(FILE.read_text(encoding="utf-8"))
    return values
