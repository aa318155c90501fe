"""What is asked of an index, and what is found: filters, questions, queries, hits, and sentences as evidence.

Knows articles. Does not know what is written from what is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from rag.errors import UsageError
from rag.types.news import ArticleInfo, Passage, Sentence

if TYPE_CHECKING:  # the command line tells a mistake before numpy would be loaded
    import numpy as np
    from numpy.typing import NDArray

Vectors: TypeAlias = "NDArray[np.float32]"
"""Unit rows, shape (n, dimension), or one unit row of shape (dimension,)."""

QuestionKind = Literal[
    "who",
    "what",
    "when",
    "where",
    "how_many",
    "how_much",
    "why",
    "how",
    "yes_no",
    "overview",
    "identity",
    "news",
    "statement",
    "list",
    "other",
]
SearchMode = Literal["hybrid", "dense", "lexical"]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles may answer. An empty field admits all; those that are set must all be met.

    An article without a date passes only where neither ``since`` nor ``until`` is set. Lists and sets are taken for
    tuples, a time for its day, ``FR`` and ``fr-CA`` for ``fr``.

    Attributes:
        languages: ISO 639-1 codes, such as ``("fr", "en")``; "und" for articles of no known language.
        sources: outlets, spelt as the articles give them.
        since: the first day of publication, itself included.
        until: the last day, itself included.
        article_ids: identifiers of articles.

    Raises:
        UsageError: a field is of another type; the message names it.
    """

    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    article_ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        texts = {name: _texts(name, getattr(self, name)) for name in ("languages", "sources", "article_ids")}
        codes = (code.strip().lower().replace("_", "-").split("-")[0] for code in texts["languages"])
        texts["languages"] = tuple(dict.fromkeys(codes))
        days = {name: _day(name, getattr(self, name)) for name in ("since", "until")}
        for name, value in (*texts.items(), *days.items()):
            object.__setattr__(self, name, value)

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


def _texts(name: str, value: object) -> tuple[str, ...]:
    """A field of texts; text by itself would be taken letter by letter."""
    if isinstance(value, (tuple, list, set, frozenset)) and all(isinstance(item, str) for item in value):
        return tuple(value)
    given = f"({value!r},)" if isinstance(value, str) else "('one', 'another')"
    raise UsageError(f"{name}={value!r} of a filter is no tuple of texts: give one, such as {name}={given}")


def _day(name: str, value: object) -> date | None:
    if isinstance(value, datetime):  # no day can be compared with a time of day
        return value.date()
    if value is None or isinstance(value, date):
        return value
    raise UsageError(f"{name}={value!r} of a filter is no day: give one, such as {name}=date(2024, 11, 28)")


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

    ``topic``: the words searched for where an overview is wanted ("Brexit" of "what's new on Brexit?"), or who or what
    a name is ("Ada Lovelace" of "who is Ada Lovelace?"); of a question for the news as such the whole; else empty.
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
class Hit:
    """A retrieved passage. Ranks count from 1; a side that did not return the passage leaves None.

    ``score`` never rises from one rank to the next, and means something only within one search: 0 to 1, how well the
    passage answers, as a retriever ranks it; where one side of the index alone was asked, that side's own score, the
    cosine or what the terms weigh; of both sides, as an index gives them, fused ranks.
    """

    passage: Passage
    article: ArticleInfo
    score: float
    rank: int = 0
    dense_score: float | None = None
    dense_rank: int | None = None
    lexical_score: float | None = None
    lexical_rank: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a retrieved passage with the score the ranker gave it (higher is better).

    ``span`` are the words in it that answer, as offsets into the article's text, where the ranker is sure of them;
    ``read``, -1 to 1, is how sure the reading model alone is that the sentence answers, 0 where it was not read;
    ``part`` is the part of the question it was judged by, from 0; ``articles`` how many of those found name the same.
    """

    hit: Hit
    sentence: Sentence
    score: float
    span: tuple[int, int] | None = None
    read: float = 0.0
    part: int = 0
    articles: int = 1

    @property
    def place(self) -> tuple[str, int, int]:
        """Article, start and end: which sentence it is, whatever it was found by."""
        return self.hit.article.id, self.sentence.start, self.sentence.end


def numbered(hits: Iterable[Hit]) -> list[Hit]:
    """The hits with their ranks, from 1, in the order they stand in."""
    return [replace(hit, rank=rank) for rank, hit in enumerate(hits, 1)]


def hits_of(evidence: Iterable[Evidence]) -> list[Hit]:
    """The passages that sentences come from, each once, in the order of their first sentence."""
    return list({item.hit.passage.id: item.hit for item in evidence}.values())
