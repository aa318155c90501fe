"""What a corpus is made of, and what a build made of it: articles, sentences, passages, counts.

Knows no search and no answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

PublishedOrigin = Literal["metadata", "text", "unknown"]
Taken = Literal["nothing", "before", "all"]


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
    """One news article: ``text`` is Unicode NFC, and every offset anywhere refers to it.

    ``doubt`` is what of it could not be taken as it was given, for the report of a build; it is not stored with it.
    """

    info: ArticleInfo
    text: str
    doubt: str = field(default="", compare=False)

    @property
    def id(self) -> str:
        """The stable identifier: from the record's id, else its URL, else its path (``rag.naming``: where taken)."""
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
class Skipped:
    """An input that was not taken as it is, and why.

    ``taken`` is what of it answers all the same: nothing; what was read from it before; all, but for what is doubtful.
    """

    path: str
    reason: str
    taken: Taken = "nothing"

    @property
    def is_folder(self) -> bool:
        """Whether it is a whole folder: its path ends with a slash."""
        return self.path.endswith("/")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What one build did. Counts are articles, except ``passages`` (in the index) and ``embedded`` (newly encoded).

    ``doubtful`` are articles taken all the same, with what is wrong about them; ``search`` is as in ``IndexInfo``.
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
    doubtful: tuple[Skipped, ...] = ()

    @property
    def emptied(self) -> bool:
        """Whether the last article of the corpus has gone, and nothing answers any more."""
        return bool(self.removed) and not self.passages


@dataclass(frozen=True)
class IndexInfo:
    """What is in an index, as people want to see it.

    ``search`` says how near passages are found: ``exact``, or by a graph with its measured recall. ``outdated`` are the
    files and records that could not be read when they were last looked at, and answer as they were read before.
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
    outdated: tuple[Skipped, ...] = ()
