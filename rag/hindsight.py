"""Later reports of the days a question asks about: what "last year" cost may be told by an article of today.

Knows the days of a scope and the dates a cited sentence tells. Does not search, and does not know how it is answered.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import takewhile

from rag.figures import find_figures
from rag.messages import message
from rag.timeline import TimeScope
from rag.types import Answer, Citation, Claim


def told_later(answer: Answer, scope: TimeScope) -> Answer | None:
    """The answer, of all dates, as one to a question about the days of `scope`; None where it does not tell of them.

    Only claims are left whose cited sentences say that they are of those days, from the first on.
    """
    claims = tuple(takewhile(lambda claim: _is_of(claim, scope), answer.claims))
    if answer.refusal is not None or not claims:
        return None
    note = message("told_later_note", answer.language, words=scope.text)
    return replace(answer, claims=claims, ledger=None, notes=(note, *answer.notes))


def _is_of(claim: Claim, scope: TimeScope) -> bool:
    return any(_tells_of(citation, scope.since, scope.until) for citation in claim.citations)


def _tells_of(citation: Citation, since: date | None, until: date | None) -> bool:
    """Whether a sentence names a time that lies within the days from `since` to `until`, or the very day asked up to.

    What stood "as of 3 May" is told by a later report of that day, not by one of any day before it.
    """
    for figure in find_figures(citation.quote, citation.language, citation.published):
        first, last = figure.date_from, figure.date_to
        if figure.kind != "date" or first is None or last is None:
            continue
        if (first == last == until) if since is None else (since <= first and (until is None or last <= until)):
            return True
    return False
