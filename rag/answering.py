"""Puts an answer together from what was found, drafted and verified: the refusal, the notes, the day it speaks of.

Knows what makes an answer a refusal. Does not retrieve, write or verify, and touches no index.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from rag.citations import Verified, cite
from rag.figures import find_names
from rag.messages import message
from rag.premises import doubtful_premise, peoples_named
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


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a question is not to be answered from what was found, before anything is written."""

    reason: RefusalReason
    told: str
    nearest: Evidence | None


def objection_to(asked: Question, evidence: Sequence[Evidence], knows: Callable[[str], bool]) -> Objection | None:
    """What speaks against answering: nothing found, a name the corpus never mentions, a contradicted premise.

    Args:
        asked: the standalone question.
        evidence: ranked sentences, best first.
        knows: whether any article mentions a word. Asked only where the best sentence is in the question's language:
            another language may spell the name otherwise.
    """
    if not evidence:
        reason: RefusalReason = "no_evidence" if asked.text else "empty_question"
        return Objection(reason, message(reason, asked.language), None)
    if evidence[0].hit.article.language == asked.language:
        for word in _name_words(asked):
            if not knows(word):
                return Objection("no_evidence", message("unheard", asked.language, name=word), evidence[0])
    premise = doubtful_premise(asked, evidence)
    if premise is not None and premise.relation == "contradicted":
        told = message("false_premise", asked.language, premise=premise.text)
        return Objection("false_premise", told, premise.evidence or evidence[0])
    return None


def refusal_of(
    asked: Question, draft: Draft, verified: Verified, evidence: Sequence[Evidence], objection: Objection | None
) -> Refusal | None:
    """Why there is no answer, with the nearest statement found; None where there is one."""
    if objection is not None:
        return Refusal(objection.reason, objection.told, cite(objection.nearest) if objection.nearest else None)
    if verified.claims and draft.refusal is None:
        return None
    reason: RefusalReason = draft.refusal or ("withheld" if verified.withheld else "weak_evidence")
    return Refusal(reason, message(reason, asked.language), cite(evidence[0]) if evidence else None)


def filtered_out(language: str) -> Objection:
    """The objection that the filters leave no article."""
    return Objection("filtered_out", message("filtered_out", language), None)


def _name_words(asked: Question) -> list[str]:
    """The words of the question's names that are long enough to tell; a people's name is no one's in particular."""
    return [
        word
        for name in find_names(asked.text, asked.language)
        if name.key not in peoples_named()
        for word in name.text.split()
        if len(word) > 3 and word[0].isupper()
    ]


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
