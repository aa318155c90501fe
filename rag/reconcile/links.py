"""Figures whose sentence gives up the value that an earlier article gave: newer reports of the same thing.

"5.200 évacués, contre 3.500 jeudi" speaks of what an article of Thursday put at 3,500, in whatever words either does.
Knows candidates and their features. Does not read text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.reconcile.choosing import score
from rag.reconcile.reading import Candidate

_SURELY = 9.5
"""Score from which a figure is surely one of what is asked, so that who gives it up speaks of that."""


def linked(candidates: Sequence[Candidate], own: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in their order, ``linked`` set for those whose sentence gives up an earlier article's value.

    Args:
        candidates: all figures read.
        own: those of them whose article knows the names asked about.
    """
    known = [item for item in own if score(item) >= _SURELY and not item.features["old"]]
    if not known:
        return list(candidates)
    by_place: dict[tuple[str, int, int], list[Candidate]] = {}
    for item in candidates:
        if item.features["old"] or item.features["then"]:
            by_place.setdefault(item.evidence.place, []).append(item)
    return [
        replace(item, features={**item.features, "linked": 1.0})
        if any(_supersedes(item, given_up, known) for given_up in by_place.get(item.evidence.place, ()))
        else item
        for item in candidates
    ]


def _supersedes(item: Candidate, given_up: Candidate, known: Sequence[Candidate]) -> bool:
    """Whether a figure stands beside an old value, which an article of before or of the same day gives."""
    day = item.evidence.hit.article.published
    if given_up is item or item.features["old"] or day is None:
        return False
    return any(
        other.figure.kind == item.figure.kind
        and other.figure.value == given_up.figure.value
        and other.evidence.hit.article.id != item.evidence.hit.article.id
        and (before := other.evidence.hit.article.published) is not None
        and before <= day
        for other in known
    )
