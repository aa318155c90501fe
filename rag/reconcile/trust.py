"""How likely each report is to answer, and whether the newest of the likely ones may speak for the answer.

Most questions for a figure have one answer, in one article: there the reports of other articles are of something else,
and to take one of them for newer news is a false answer. Knows how surely each report is of the thing asked, what was
drafted from which sentences, and weights. Does not read text: `reading` and `choosing` have.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from rag.ledger import Report
from rag.ranking.weights import probability, weighted
from rag.reconcile.reading import Candidate
from rag.types import Draft, Evidence

FILE = Path(__file__).with_name("trust.json")
"""Weights by feature, fitted on questions of our own about figures that change and figures that do not
(training/reports.py)."""

LEAST = 0.3
"""Probability from which a report may answer at all."""

LISTED = 0.1
"""The same from which one stands in the ledger: fewer rows of other things, for 0.01 of the values."""

_OVER = 0.45  # the same where there is a short answer that gives another figure
_SHORT = 0.55  # from which it is given as the short answer where there is none
_TAKES_BACK = 0.6  # from which it takes a refusal back
_BORNE_OUT = 0.4  # the same where a report of another article is as likely as that
_USUAL, _SPREAD = 10.0, 4.0  # score that good reports usually have, and what a point of the feature is in it
_COUNTED = 0.5  # unit under which a number counts something that goes by another name: too little for a short answer
_SURELY = 0.8  # unit from which it surely counts what is asked for
_READ = 0.1  # what the reading model must see in it for it to take the place of another short answer
_MOST = 4.0  # a leap further than that, as a logarithm, tells no more

Speaks = Literal["short", "first", "not"]
"""How a report speaks: as the short answer, as the first sentence only, or not at all."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report, what is known of it beside the others and the draft, and the probability that it answers."""

    report: Report
    known: Mapping[str, float]
    chance: float


def told_of(reports: Sequence[Report], said: Sequence[Candidate], draft: Draft, near: Sequence[Evidence]) -> list[Told]:
    """The reports, in their order, each with how likely it is to answer.

    Args:
        reports: of one thing, at least one.
        said: what was read of the figure that is the short answer; none where there is none, or where it was not read.
        draft: what was written.
        near: the sentences it was written from, best first.
    """
    best = max(reports, key=lambda report: report.score)
    places = {item.place: n for n, item in reversed(list(enumerate(near, 1)))}
    values = {item.figure.value for item in said}
    shared = {
        "bias": 1.0,
        "refused": float(draft.refusal is not None),
        "good": sum(report.score >= _USUAL for report in reports) / len(reports),
    }
    told = []
    for report in reports:
        is_said = report.figure.value in values
        place = places.get(report.evidence.place)
        known = shared | {
            "score": (report.score - _USUAL) / _SPREAD,
            "leap": _leap(report, best) / 2,
            "is_said": float(is_said),
            "other_said": float(draft.direct is not None and not is_said),
            "near": 1 / math.sqrt(place) if place else 0.0,
            "rank": 1 / math.sqrt(report.evidence.hit.rank),
            **{name: report.known.get(name, 0.0) for name in ("headline", "total", "role")},
        }
        told.append(Told(report, known, probability(weighted(known, _weights()))))
    return told


def speaks(told: Told, draft: Draft, others: Sequence[Told] = ()) -> Speaks:
    """How far the report that would answer may take the place of what was drafted, ``others`` standing beside it."""
    if _counts_else(told):
        return "first" if draft.refusal is None and draft.direct is None else "not"
    if draft.refusal is not None:
        article = told.report.evidence.hit.article.id
        is_backed = any(
            other.chance >= _TAKES_BACK and other.report.evidence.hit.article.id != article for other in others
        )
        return "short" if told.chance >= (_BORNE_OUT if is_backed else _TAKES_BACK) else "not"
    own = told.report.known
    if draft.direct is not None:
        is_read_for_nothing = 0.0 < own.get("asked", 0.0) < _READ
        return "short" if told.known["is_said"] or (told.chance >= _OVER and not is_read_for_nothing) else "not"
    is_told = own.get("said", 1.0) > 0 and (own.get("unit", 1.0) >= _SURELY or own.get("role", 0.0) == 1.0)
    return "short" if is_told and told.chance >= _SHORT else "first"


def _counts_else(told: Told) -> bool:
    """Whether a number is of something that goes by another name or meets another fate than what is asked about."""
    role, unit = (told.report.known.get(name, default) for name, default in (("role", 0.0), ("unit", 1.0)))
    return role < 0 or (unit < _COUNTED and role < 1.0)


def _leap(report: Report, best: Report) -> float:
    """How far a figure is from the best one, as a logarithm: what moves, moves by steps."""
    here, there = (float(each.figure.value or 0) for each in (report, best))
    return min(_MOST, abs(math.log(here / there))) if here > 0 and there > 0 else 0.0


@cache
def _weights() -> Mapping[str, float]:
    values: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))
    return values
