"""The words everything else is written in: frozen values passed along the build path and the ask path.

Knows: what an article, a passage, a hit, a claim and an answer are made of. Does not know: files, databases, models or
screens. Offsets are half-open character offsets into ``Article.text``; scores are cosines or ranker scores, higher is
better. Source text is a *Sentence* or a *Passage*; written text is a *Claim*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:  # the command line tells a mistake before numpy would be loaded
    import numpy as np
    from numpy.typing import NDArray

Vectors: TypeAlias = "NDArray[np.float32]"
"""Unit rows, shape (n, dimension), or one unit row of shape (dimension,)."""

PublishedOrigin = Literal["metadata", "text", "unknown"]
QuestionKind = Literal[
    "who", "what", "when", "where", "how_many", "how_much", "why", "how", "yes_no", "overview", "other"
]
SearchMode = Literal["hybrid", "dense", "lexical"]
RefusalReason = Literal["no_evidence", "weak_evidence", "false_premise", "filtered_out", "withheld", "empty_question"]


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What is known of an article besides its text.

    ``published`` is the calendar day the outlet gave; ``published_at`` the full ISO 8601 string where there is one, for
    order within a day. ``path`` is relative to the corpus folder, with ``#n`` for the n-th record of a file of many.
    """

    id: str
    title: str = ""
    source: str = ""
    url: str = ""
    published: date | None = None
    published_at: str = ""
    published_origin: PublishedOrigin = "unknown"
    language: str = "und"
    language_detected: bool = False
    path: str = ""
    content_hash: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One news article: ``text`` is Unicode NFC, and every offset anywhere refers to it."""

    info: ArticleInfo
    text: str

    @property
    def id(self) -> str:
        """The stable identifier: from the record's id, else its URL, else its path."""
        return self.info.id


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive whole sentences of one article, sized for the encoder's window.

    ``article.text[start:end] == text``; ``context`` (the title) is embedded with the text and never quoted.
    """

    article_id: str
    ordinal: int
    start: int
    end: int
    text: str
    sentences: tuple[Sentence, ...]
    context: str = ""

    @property
    def id(self) -> str:
        """Stable within an index: the article and the place in it."""
        return f"{self.article_id}@{self.start}-{self.end}"

    @property
    def embedding_text(self) -> str:
        """What the encoder sees: the context, a line break, the text."""
        return f"{self.context}\n{self.text}" if self.context else self.text


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles may answer. An empty field admits all; ``since`` and ``until`` are inclusive days.

    An article without a date passes only where neither ``since`` nor ``until`` is set.
    """

    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    article_ids: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether every article passes."""
        return self == Filter()

    def within(self, since: date | None, until: date | None) -> Filter:
        """This filter with other first and last days laid over its own; None leaves a day as it is."""
        return replace(
            self,
            since=max((day for day in (self.since, since) if day), default=None),
            until=min((day for day in (self.until, until) if day), default=None),
        )


class EncoderIdentity(Protocol):
    """How an index knows the encoder it was made with: vectors of two fingerprints are never compared."""

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def fingerprint(self) -> str: ...  # noqa: D102

    @property
    def dimension(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood: standalone text, its language, what kind of answer it wants, whom it names.

    ``topic``: the words searched for where an overview is wanted ("Brexit" of "what's new on Brexit?"); else empty.
    """

    text: str
    language: str
    kind: QuestionKind = "other"
    names: tuple[str, ...] = ()
    topic: str = ""


@dataclass(frozen=True, eq=False)
class Query:
    """What an index is asked. ``vector`` (dimension,) for the dense side, ``terms`` for the lexical side.

    ``terms`` are normalised index terms with weights, by language of the articles they are meant for
    (``{"fr": (("retrait", 1.0), ...)}``). ``depth`` candidates are taken from each side before fusion
    (reciprocal ranks); every candidate carries the rank and score each side gave it.
    """

    k: int
    vector: Vectors | None = None
    terms: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    filter: Filter = field(default_factory=Filter)
    depth: int = 50


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a retrieved passage with the score the ranker gave it (higher is better).

    ``span`` are the words in it that answer, as offsets into the article's text, where the ranker is sure of them;
    ``read``, -1 to 1, is how sure the reading model alone is that the sentence answers, 0 where it was not read;
    ``part`` is the part of the question it was judged by, from 0.
    """

    hit: Hit
    sentence: Sentence
    score: float
    span: tuple[int, int] | None = None
    read: float = 0.0
    part: int = 0

    @property
    def place(self) -> tuple[str, int, int]:
        """Article, start and end: which sentence it is, whatever it was found by."""
        return self.hit.article.id, self.sentence.start, self.sentence.end


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved passage. Ranks count from 1; a side that did not return the passage leaves None."""

    passage: Passage
    article: ArticleInfo
    score: float
    rank: int = 0
    dense_score: float | None = None
    dense_rank: int | None = None
    lexical_score: float | None = None
    lexical_rank: int | None = None


def hits_of(evidence: Iterable[Evidence]) -> list[Hit]:
    """The passages that sentences come from, each once, in the order of their first sentence."""
    return list({item.hit.passage.id: item.hit for item in evidence}.values())


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

    ``note`` is what the reader is to know of how the draft was written.
    """

    claims: tuple[DraftClaim, ...] = ()
    direct: str | None = None
    direct_evidence: Evidence | None = None
    refusal: RefusalReason | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One report of an evolving figure. ``status`` is relative to the rows before it in time."""

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
    "currently"), empty where none did; ``window`` is the filter that was searched with, those words included.
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
    """One exchange of a conversation: the question as asked, its standalone form, the answer given."""

    question: str
    standalone: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not taken, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What one build did. Counts are articles, except ``passages`` (in the index) and ``embedded`` (newly encoded).

    ``search`` is as in ``IndexInfo``.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    moved: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    passages: int = 0
    embedded: int = 0
    generation: int = 0
    seconds: float = 0.0
    search: str = "exact"


@dataclass(frozen=True)
class IndexInfo:
    """What is in an index, as people want to see it.

    ``search`` says how near passages are found: ``exact``, or by a graph with its measured recall.
    """

    encoder: str
    encoder_fingerprint: str
    dimension: int
    articles: int
    passages: int
    generation: int
    built_at: str = ""
    languages: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    first_published: date | None = None
    last_published: date | None = None
    undated: int = 0
    settings_hash: str = ""
    bytes_on_disk: int = 0
    search: str = "exact"
