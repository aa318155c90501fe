"""Puts an answer together from what was found, drafted and verified: the refusal, the notes, the day it speaks of.

Knows what makes an answer a refusal. Does not retrieve, write or verify, and touches no index.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date

from rag.citations import Verified, cite
from rag.messages import message
from rag.premises import Premise
from rag.types import Answer, Draft, Evidence, Question, Refusal, RefusalReason


class Clock:
    """Milliseconds spent in each named step."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        """Book the time since the last lap under ``name``."""
        now = time.perf_counter()
        self.laps[name] = round((now - self._last) * 1000, 1)
        self._last = now


def refusal_of(
    asked: Question,
    draft: Draft,
    verified: Verified,
    evidence: Sequence[Evidence],
    filtered_out: bool,
    premise: Premise | None = None,
) -> Refusal | None:
    """Why there is no answer, with the nearest statement found; None where there is one."""
    if verified.claims and draft.refusal is None:
        return None
    nearest = evidence[0] if evidence else None
    reason: RefusalReason = draft.refusal or ("withheld" if verified.withheld else "weak_evidence")
    if not asked.text:
        reason = "empty_question"
    elif filtered_out:
        reason = "filtered_out"
    elif reason == "false_premise" and premise is not None:
        nearest = premise.evidence or nearest
    told = message(reason, asked.language, premise=premise.text if premise else "")
    return Refusal(reason, told, cite(nearest) if nearest else None)


def speaks_of(answer: Answer) -> date | None:
    """The day up to which the answer speaks: that of the newest article it cites."""
    return max((citation.published for citation in answer.citations if citation.published), default=None)


def notes_of(answer: Answer, as_of: date | None) -> tuple[str, ...]:
    """What the reader is told beside the claims, in the question's language."""
    notes = []
    if as_of is not None:
        notes.append(message("as_of_note", answer.language, date=as_of.isoformat()))
    if answer.ledger is not None:
        notes.append(message("superseded_note", answer.language))
    if answer.withheld and answer.refusal is None:
        notes.append(message("withheld_note", answer.language, count=len(answer.withheld)))
    return tuple(notes)
