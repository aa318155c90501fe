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
from rag.index import identity, upkeep
from rag.index.lock import WriterLock
from rag.index.reading import ReadSide
from rag.index.store import DATABASE, Database, missing
from rag.index.writing import Editor, FileState, Upsert
from rag.types import Article, EncoderIdentity, Filter, Passage, Vectors


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
            raise IndexUnusable(
                f"cannot make the folder {folder} ({error.strerror}): choose another --index"
            ) from error
    elif not (folder / DATABASE).is_file():
        raise missing(folder)
    lock = WriterLock(folder)
    try:
        return EmbeddedIndex(Database(folder, write=True, create=create), lock, encoder, adopt)
    except BaseException:
        lock.release()
        raise


class EmbeddedIndex(ReadSide):
    """A folder with one database; see ``NewsIndex`` for the promises."""

    def __init__(
        self, database: Database, lock: WriterLock | None, encoder: EncoderIdentity | None, adopt: bool = False
    ) -> None:
        self._lock = lock
        try:
            self._adopts = encoder if adopt and identity.is_foreign(database, encoder) else None
            if self._adopts is None:
                identity.check(database, encoder, may_stamp=lock is not None)
            fingerprint = self._adopts.fingerprint if self._adopts else database.meta("encoder_fingerprint")
            dimension = self._adopts.dimension if self._adopts else identity.dimension(database)
        except BaseException:
            database.close()
            raise
        super().__init__(database, fingerprint, dimension)

    def __enter__(self) -> EmbeddedIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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

        ``moves`` are (article id, new path, new file); ``files`` and ``forget`` keep the record of the corpus, and make
        no new generation by themselves: nobody who searches sees them.
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

    @property
    def adopts(self) -> bool:
        """Whether the index is another encoder's, and opened to be made anew; nothing of it can be searched then."""
        return self._adopts is not None

    def note_settings(self, settings_hash: str) -> None:
        """Remember how articles are cut and indexed from now on."""
        with self._editing(advance=False):
            self._database.set_meta("settings_hash", settings_hash)

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
    def _editing(self, *, advance: bool = True) -> Iterator[Editor]:
        """A transaction of the writer's."""
        self._writable()
        with self._database.writing(advance=advance) as generation:
            yield Editor(self._database, generation, self._fingerprint, self.dimension)

    def _writable(self) -> None:
        if self._lock is None:
            raise UsageError(f"the index {self.folder} was opened to read: open it with write=True")
