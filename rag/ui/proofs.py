"""The sources of an answer as they are shown: those of its claims, then those its ledger alone rests on.

Knows: which reports of a ledger are shown at once, and the number of each source. Does not know how they look.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.types import Answer, Citation, LedgerRow

_REPORTS_AT_ONCE, _NEWEST_REPORTS = 8, 6  # rows of a ledger shown: all of so many, else only the newest


def proofs(value: Answer) -> tuple[Citation, ...]:
    """The citations of the claims, then those only the ledger has, each with a number of its own; as they are shown."""
    cited = list(value.citations)
    places = {place(citation) for citation in cited}
    rows = value.ledger.rows if value.ledger else ()
    for row in rows[earlier(rows) :] + rows[: earlier(rows)]:
        if place(row.citation) not in places:
            places.add(place(row.citation))
            cited.append(replace(row.citation, number=max((c.number for c in cited), default=0) + 1))
    return tuple(cited)


def proofs_of(rows: Sequence[LedgerRow], cited: Sequence[Citation]) -> list[Citation]:
    """For each row of a ledger its source among those shown, which has its number."""
    at = {place(citation): citation for citation in cited}
    return [at[place(row.citation)] for row in rows]


def earlier(rows: Sequence[LedgerRow]) -> int:
    """How many reports of a ledger are folded up."""
    return len(rows) - _NEWEST_REPORTS if len(rows) > _REPORTS_AT_ONCE else 0


def place(citation: Citation) -> tuple[str, int, int]:
    """Article, start and end: which sentence it is, whatever its number."""
    return citation.article_id, citation.start, citation.end
