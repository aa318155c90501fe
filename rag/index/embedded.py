"""The embedded index: SQLite the truth, vectors and columns in memory derived from it, both searched as one.

Knows: how the parts of this package make a ``NewsIndex``. Does not know corpora, encoders beyond their identity, or
questions. One object may be shared by threads; any number of processes may read while one writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from rag.errors import IndexUnusable, UsageError
from rag.index import identity, records, upkeep, writing
from rag.index.lock import WriterLock
from rag.index.searching import Searcher
from rag.index.snapshot import Snapshot
from rag.index.store import DATABASE, Database, missing
from rag.index.verify import Finding, verify
from rag.index.writing import Editor, Filed, FileState, Upsert, embedding_key
from rag.types import Article, ArticleInfo, EncoderIdentity, Filter, Hit, IndexInfo, Passage, Query, Vectors


def open_index(
    path: Path | str,
    *,
    encoder: EncoderIdentity | None = None,
    create: bool = False,
    write: bool = False,
    adopt: bool = False,
) -> EmbeddedIndex:
    """Open the index in folder ``path``.

    Args:
        path: the folder.
        encoder: what the index must have been made with; None to take it as it is.
        create: make it for ``encoder`` where there is none, and write.
        write: to write, which one process may at a time.
        adopt: with ``create``, let an index of another encoder be made anew for this one (see ``adopted``).

    Raises:
        IndexMissing: there is none, and ``create`` is false.
        IndexMismatch: it was made by another encoder than ``encoder``, or by another version.
        IndexLocked: another process is writing to it.
        IndexDamaged: its database cannot be read.
    """
    folder = Path(path)
    if create and encoder is None:
        raise UsageError("an index is created for an encoder: pass encoder=")
    if not (create or write):
        return EmbeddedIndex(Database(folder, write=False), None, encoder)
    if create:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise IndexUnusable(f"cannot make the folder {folder} ({error.strerror}): choose another --index") from error
    elif not (folder / DATABASE).is_file():
        raise missing(folder)
    lock = WriterLock(folder)
    try:
        return EmbeddedIndex(Database(folder, write=True, create=create), lock, encoder, adopt)
    except BaseException:
        lock.release()
        raise


class EmbeddedIndex:
    """A folder with one database; see ``NewsIndex`` for the promises."""

    def __init__(
        self, database: Database, lock: WriterLock | None, encoder: EncoderIdentity | None, adopt: bool = False
    ) -> None:
        self._database = database
        self._lock = lock
        self.folder = database.folder
        try:
            self._adopts = encoder if adopt and identity.is_foreign(database, encoder) else None
            if self._adopts is None:
                identity.check(database, encoder, may_stamp=lock is not None)
            self._fingerprint = self._adopts.fingerprint if self._adopts else database.meta("encoder_fingerprint")
            self.dimension = self._adopts.dimension if self._adopts else identity.dimension(database)
        except BaseException:
            database.close()
            raise
        self._begin()

    def _begin(self) -> None:
        """Nothing is in memory yet, or no longer: another file lies under the name."""
        self._opened = self._database.opened
        self._snapshot = Snapshot(self.dimension, self._fingerprint)
        self._searcher = Searcher(self._database, self._snapshot)

    def __enter__(self) -> EmbeddedIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def info(self) -> IndexInfo:
        """Encoder, dimension, counts, generation, as of the newest commit."""
        with self._database.reading():
            return records.index_info(self._database, self.folder)

    def upsert(self, article: Article, passages: Sequence[Passage], vectors: Vectors) -> int:
        """Add the article or replace its old passages, in one transaction; durable on return. Passages written."""
        self.apply([Upsert(article, passages, vectors)])
        return len(passages)

    def delete(self, *, ids: Sequence[str] | None = None, where: Filter | None = None) -> int:
        """Remove articles by id or by filter (both given: those that meet both). Articles removed.

        Raises:
            UsageError: neither is given, or the filter is empty: nothing is deleted by an oversight.
        """
        if ids is None and (where is None or where.is_empty):
            raise UsageError("delete needs ids or a filter that is not empty")
        chosen = list(dict.fromkeys(ids)) if ids is not None else [info.id for info in self.articles(where)]
        if ids is not None and where is not None:
            admitted = {info.id for info in self.articles(where)}
            chosen = [article_id for article_id in chosen if article_id in admitted]
        return self.apply(deletes=chosen)

    def apply(
        self,
        upserts: Sequence[Upsert] = (),
        *,
        deletes: Sequence[str] = (),
        moves: Sequence[tuple[str, str, str]] = (),
        files: Sequence[FileState] = (),
        forget: Sequence[str] = (),
        settings_hash: str = "",
    ) -> int:
        """Make all these changes in one transaction, durable on return. Articles deleted.

        ``moves`` are (article id, new path, new file); ``files`` and ``forget`` keep the record of the corpus, and alone
        make no new generation: nobody who searches sees them.
        """
        with self._editing(advance=bool(upserts or deletes or moves)) as editor:
            gone = editor.delete(deletes)
            for change in upserts:
                editor.upsert(change)
            for move in moves:
                editor.move(*move)
            editor.finish(files, forget)
            if settings_hash:
                self._database.set_meta("settings_hash", settings_hash)
            self._database.set_meta("built_at", datetime.now(UTC).isoformat(timespec="seconds"))
        return gone

    def note_files(self, files: Sequence[FileState]) -> None:
        """Remember when files were last found as they are."""
        with self._editing(advance=False) as editor:
            editor.finish(files)

    def search(self, query: Query) -> list[Hit]:
        """Dense, lexical or hybrid, filter included: ``query.k`` hits if they exist, best first; none for an empty query.

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
    def adopts(self) -> bool:
        """Whether the index is another encoder's, and opened to be made anew; nothing of it can be searched then."""
        return self._adopts is not None

    @property
    def settings_hash(self) -> str:
        """Of the settings the index was last built with."""
        return self._database.meta("settings_hash")

    def note_settings(self, settings_hash: str) -> None:
        """Remember how articles are cut and indexed from now on."""
        with self._editing(advance=False):
            self._database.set_meta("settings_hash", settings_hash)

    @property
    def corpus(self) -> str:
        """The folder the index was last built from, as ``note_corpus`` was told; empty where it was not."""
        return self._database.meta("corpus")

    def note_corpus(self, place: str) -> None:
        """Remember which folder the index is built from."""
        with self._editing(advance=False):
            self._database.set_meta("corpus", place)

    def stash(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Keep vectors (n, dimension) of embedding texts for passages to come, in one transaction."""
        with self._editing(advance=False) as editor:
            for text, vector in zip(texts, vectors, strict=True):
                editor.embedding(text, vector)

    @contextmanager
    def adopted(self) -> Iterator[None]:
        """Make the index this encoder's in one transaction with every change of the block.

        The block must put a new article in the place of every old one; readers see all of it, or nothing.
        """
        self._writable()
        with self._database.writing() as generation:
            yield
            if self._adopts is not None:
                identity.stamp(self._database, self._adopts)
                self._database.set_meta("floor", str(generation))
        self._adopts = None

    @property
    def nearness(self) -> str:
        """How near passages are found: exactly, or by a graph with the recall that was measured on these vectors."""
        return records.nearness(self.folder, self._database.meta("uid"))

    def settle(self) -> bool:
        """Write the derived file where it is missing or has fallen behind; whether it was written."""
        self._writable()
        with self._database.lock:
            return upkeep.settle(self._database, self._snapshot)

    def compact(self) -> None:
        """Leave nothing of what was deleted in any file of the index, and give its space back.

        Opened to read, the index is opened once more to write meanwhile.

        Raises:
            IndexLocked: another process is writing to it.
        """
        if self._lock is None:
            with open_index(self.folder, write=True) as writer:
                writer.compact()
            return
        with self._database.lock:
            upkeep.compact(self._database, self._snapshot)

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

    def close(self) -> None:
        """Let go of files; a writer first folds its log into the database. May be called twice."""
        try:
            if self._lock is not None:
                self._database.checkpoint()
        finally:
            self._database.close()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

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

    @contextmanager
    def _editing(self, *, advance: bool = True) -> Iterator[Editor]:
        """A transaction of the writer's."""
        self._writable()
        with self._database.writing(advance=advance) as generation:
            yield Editor(self._database, generation, self._fingerprint, self.dimension)

    def _writable(self) -> None:
        if self._lock is None:
            raise UsageError(f"the index {self.folder} was opened to read: open it with write=True")


def _split_id(passage_id: str) -> tuple[str, int]:
    article_id, _, span = passage_id.rpartition("@")
    start = span.partition("-")[0]
    if not start.isdecimal():
        raise UsageError(f"{passage_id!r} is no passage id: they end in @start-end, as Passage.id gives them")
    return article_id, int(start)
