"""The reading side of the embedded index: searched, listed and checked, at the newest committed generation.

Knows: how database, snapshot and search are kept at one generation. Does not know how anything is written
(`embedded`), corpora, encoders beyond their fingerprint, or questions. One object may be shared by threads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rag.errors import UsageError
from rag.index import records, writing
from rag.index.searching import Searcher
from rag.index.snapshot import Snapshot
from rag.index.store import Database
from rag.index.verify import Finding, verify
from rag.index.writing import Filed, FileState, embedding_key
from rag.types import Article, ArticleInfo, Filter, Hit, IndexInfo, Passage, Query, Vectors


class ReadSide:
    """What can be asked of an index; ``dimension`` is the length of its vectors, ``folder`` where it lies."""

    def __init__(self, database: Database, fingerprint: str, dimension: int) -> None:
        self._database = database
        self._fingerprint = fingerprint
        self.folder = database.folder
        self.dimension = dimension
        self._begin()

    def _begin(self) -> None:
        """Nothing is in memory yet, or no longer: another file lies under the name."""
        self._opened = self._database.opened
        self._snapshot = Snapshot(self.dimension, self._fingerprint)
        self._searcher = Searcher(self._database, self._snapshot)

    def info(self) -> IndexInfo:
        """Encoder, dimension, counts, generation, as of the newest commit."""
        with self._database.reading():
            return records.index_info(self._database, self.folder)

    def search(self, query: Query) -> list[Hit]:
        """Dense, lexical or hybrid, filter included: ``query.k`` hits if they exist, best first.

        An empty query finds none.

        Raises:
            UsageError: the query's vector is of another length.
        """
        if query.vector is None and not query.terms:
            return []
        if query.vector is not None and query.vector.shape != (self.dimension,):
            raise UsageError(f"the query's vector has shape {query.vector.shape}, the index wants ({self.dimension},)")
        if query.k <= 0:
            return []
        with self._current():
            return self._searcher.hits(query)

    @property
    def settings_hash(self) -> str:
        """Of the settings the index was last built with."""
        return self._database.meta("settings_hash")

    @property
    def corpus(self) -> str:
        """The folder the index was last built from, as ``note_corpus`` was told; empty where it was not."""
        return self._database.meta("corpus")

    @property
    def nearness(self) -> str:
        """How near passages are found: exactly, or by a graph with the recall that was measured on these vectors."""
        return records.nearness(self.folder, self._database.meta("uid"))

    def verify(self) -> list[Finding]:
        """Every law that does not hold, with the command that mends it; empty for a sound index."""
        return verify(self._database, Snapshot(self.dimension, self._fingerprint))

    def files(self) -> dict[str, FileState]:
        """The files of the corpus as they were last read, by path."""
        with self._database.reading():
            return writing.files(self._database)

    def filed_in(self, file: str) -> list[Filed]:
        """The stored articles that came from a file of the corpus."""
        with self._database.reading():
            return writing.filed(self._database, "file", file)

    def filed_count(self) -> int:
        """How many stored articles came from files of a corpus."""
        return int(self._database.value("SELECT count(*) FROM articles WHERE file <> ''"))

    def filed(self, article_id: str) -> Filed | None:
        """Where a stored article came from; None for an unknown id."""
        with self._database.reading():
            return next(iter(writing.filed(self._database, "id", article_id)), None)

    def stored_vectors(self, texts: Sequence[str]) -> list[Vectors | None]:
        """For each embedding text its stored vector (dimension,), or None where it was never embedded."""
        with self._database.reading():
            return records.vectors(self._database, [embedding_key(self._fingerprint, text) for text in texts])

    def scan(self, after: str | None = None, where: Filter | None = None) -> Iterator[tuple[Passage, Vectors]]:
        """Every passage with its vector (dimension,), by article id and place; on behind passage id ``after``.

        Raises:
            UsageError: ``after`` is no passage id.
        """
        behind = _split_id(after) if after is not None else None
        for info in sorted(self.articles(where), key=lambda info: info.id):
            with self._database.reading():
                found = records.embedded(self._database, info.id)
            for passage, vector in found:
                if behind is None or (passage.article_id, passage.start) > behind:
                    yield passage, vector

    def article(self, article_id: str) -> Article:
        """The stored article. Raises KeyError for an unknown id."""
        with self._database.reading():
            return records.article(self._database, article_id)

    def articles(self, where: Filter | None = None) -> list[ArticleInfo]:
        """What is known of every article that passes the filter, newest first."""
        with self._database.reading():
            return records.articles(self._database, where)

    def refresh(self) -> bool:
        """Take up a newer committed generation; whether there was one."""
        before = self._opened, self._snapshot.generation
        return self.state() != before

    def state(self) -> tuple[int, int]:
        """How many files were opened under the name so far, and the newest committed generation, which is taken up."""
        with self._current():
            return self._opened, self._snapshot.generation

    @contextmanager
    def _current(self) -> Iterator[None]:
        """A transaction with the snapshot at its generation."""
        with self._database.lock:
            self._database.follow()
            if self._opened != self._database.opened:
                self._begin()
            if self._snapshot.generation < 0 or self._snapshot.long_tail(self._database):
                self._snapshot.take_derived(self._database)
            with self._database.reading():
                self._snapshot.catch_up(self._database)
                yield


def _split_id(passage_id: str) -> tuple[str, int]:
    article_id, _, span = passage_id.rpartition("@")
    start = span.partition("-")[0]
    if not start.isdecimal():
        raise UsageError(f"{passage_id!r} is no passage id: they end in @start-end, as Passage.id gives them")
    return article_id, int(start)
