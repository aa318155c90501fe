"""What is written from what was found, and what of it is proved: drafts, claims, citations, refusals, answers.

Knows evidence. Does not know how any of it is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from rag.types.news import PublishedOrigin
from rag.types.search import Evidence, Filter, Hit

RefusalReason = Literal["no_evidence", "weak_evidence", "false_premise", "filtered_out", "withheld", "empty_question"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One numbered proof: ``article.text[start:end] == quote``."""

    number: int
    article_id: str
    start: int
    end: int
    quote: str
    title: str = ""
    source: str = ""
    published: date | None = None
    url: str = ""
    language: str = "und"
    published_origin: PublishedOrigin = "unknown"
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A claim before verification: what the writer wrote and the sentences it says it rests on.

    ``unknown_marks`` are citation marks that named nothing the writer was shown; they cost the claim.
    """

    text: str
    evidence: tuple[Evidence, ...]
    unknown_marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A verified statement; every number, date and name in it occurs in a sentence it cites."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A draft claim that did not get through the guard, and why: one sentence in the question's language."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """The plain "the corpus does not say". ``nearest`` is the closest statement found, or None."""

    reason: RefusalReason
    message: str
    nearest: Citation | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a writer hands to the guard. Short answer (``direct``) and ``note`` are in the question's language.

    ``note`` is what the reader is to know of how the draft was written; ``by_model`` is whether a language model chose
    what is said: no sentence of the articles takes the place of what it wrote.
    """

    claims: tuple[DraftClaim, ...] = ()
    direct: str | None = None
    direct_evidence: Evidence | None = None
    refusal: RefusalReason | None = None
    note: str = ""
    by_model: bool = False


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One report of an evolving figure. ``status`` is relative to the rows before it in time.

    ``value`` says it in words; ``low`` and ``high`` are the bounds to draw, an open one ("at least 160") at the other.
    """

    value: str
    published: date | None
    source: str
    citation: Citation
    low: float
    high: float
    status: Literal["first", "update", "disagreement", "same"] = "first"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The reports of one figure over time, oldest first."""

    subject: str
    unit: str
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True)
class Answer:
    """The answer to one question, with its proof. A refusal has no claims.

    ``time_words`` are the words of the question that narrowed or ordered the search in time ("la semaine dernière",
    "currently"), empty where none did; ``counted_from`` is the day from which such words as "last week" were counted;
    ``window`` is the filter that was searched with, those words included.
    ``as_of`` is the day up to which the answer speaks.
    """

    question: str
    language: str
    direct: str | None = None
    claims: tuple[Claim, ...] = ()
    refusal: Refusal | None = None
    hits: tuple[Hit, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    ledger: Ledger | None = None
    notes: tuple[str, ...] = ()
    window: Filter = field(default_factory=Filter)
    time_words: str = ""
    counted_from: date | None = None
    standalone: str = ""
    as_of: date | None = None
    timings_ms: Mapping[str, float] = field(default_factory=dict)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the claims, once, in the order of its number."""
        unique = {citation.number: citation for claim in self.claims for citation in claim.citations}
        return tuple(unique[number] for number in sorted(unique))

    def to_dict(self) -> dict[str, object]:
        """The answer as plain JSON values: what ``citewire ask --json`` prints."""
        from rag.serialise import answer_to_dict

        return answer_to_dict(self)


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange of a conversation, for ``Assistant.ask(question, history)``.

    Attributes:
        question: as it was asked.
        standalone: what it was understood as, ``answer.standalone``; the question itself where that is empty.
        answer: what was given.
    """

    question: str
    standalone: str
    answer: Answer
