"""The embedded index: SQLite the truth, vectors and columns in memory derived from it, both searched as one.

Knows: how the parts of this package make a ``NewsIndex``. Does not know corpora, encoders beyond their identity, or
questions. One object may be shared by threads; any number of processes may read while one writes.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol

import numpy as np

from rag.errors import IndexError_, IndexMismatch, UsageError
from rag.index import records, writing
from rag.index.fusion import Fused, fuse
from rag.index.lexical import Lexicon
from rag.index.lock import WriterLock
from rag.index.snapshot import Snapshot
from rag.index.store import Database
from rag.index.writing import Editor, Filed, FileState, Upsert, embedding_key
from rag.types import Article, ArticleInfo, Filter, Hit, IndexInfo, Passage, Query, Vectors

_SPARE = 32
"""Candidates taken beyond the depth asked for, so that equals at the edge are chosen by id, not by accident."""


class EncoderIdentity(Protocol):
    """What an index needs to know of an encoder."""

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def fingerprint(self) -> str: ...  # noqa: D102

    @property
    def dimension(self) -> int: ...  # noqa: D102


def open_index(
    path: Path | str, *, encoder: EncoderIdentity | None = None, create: bool = False, write: bool = False
) -> EmbeddedIndex:
    """Open the index in folder ``path``: to read, to ``write`` (one process at a time), or to ``create`` it if missing.

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
            raise IndexError_(f"cannot make the folder {folder} ({error.strerror}): choose another --index") from error
    elif not folder.is_dir():
        Database(folder, write=False)
    lock = WriterLock(folder)
    try:
        return EmbeddedIndex(Database(folder, write=True, create=create), lock, encoder)
    except BaseException:
        lock.release()
        raise


class EmbeddedIndex:
    """A folder with one database; see ``NewsIndex`` for the promises."""

    def __init__(self, database: Database, lock: WriterLock | None, encoder: EncoderIdentity | None) -> None:
        self._database = database
        self._lock = lock
        self.folder = database.folder
        try:
            self._check(encoder)
            self._fingerprint = database.meta("encoder_fingerprint")
            self.dimension = int(database.meta("dimension"))
        except BaseException:
            database.close()
            raise
        self._snapshot = Snapshot(self.dimension)
        self._lexicon = Lexicon(database)

    def __enter__(self) -> EmbeddedIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def info(self) -> IndexInfo:
        """Encoder, dimension, counts, generation, as of the newest commit."""
        database = self._database
        with database.reading():
            infos = database.rows(
                """SELECT l.name, s.name, a.published, count(*) FROM articles a JOIN labels l ON l.no = a.language_no
                JOIN labels s ON s.no = a.source_no GROUP BY 1, 2, 3"""
            )
            passages = int(database.value("SELECT count(*) FROM passages"))
            days = sorted({row[2] for row in infos if row[2]})
            return IndexInfo(
                encoder=database.meta("encoder"),
                encoder_fingerprint=self._fingerprint,
                dimension=self.dimension,
                articles=sum(row[3] for row in infos),
                passages=passages,
                generation=int(database.meta("generation", "0")),
                built_at=database.meta("built_at"),
                languages=_counted(infos, 0),
                sources=_counted(infos, 1),
                first_published=date.fromisoformat(days[0]) if days else None,
                last_published=date.fromisoformat(days[-1]) if days else None,
                undated=sum(row[3] for row in infos if not row[2]),
                settings_hash=database.meta("settings_hash"),
                bytes_on_disk=sum(file.stat().st_size for file in self.folder.iterdir() if file.is_file()),
            )

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
        chosen = list(ids) if ids is not None else [info.id for info in self.articles(where)]
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

        ``moves`` are (article id, new path, new file); ``files`` and ``forget`` keep the record of the corpus.
        """
        self._writable()
        with self._database.writing() as generation:
            editor = Editor(self._database, generation, self._fingerprint, self.dimension)
            gone = editor.delete(deletes)
            for change in upserts:
                editor.upsert(change)
            for move in moves:
                editor.move(*move)
            editor.note_files(files)
            editor.forget_files(forget)
            editor.finish()
            if settings_hash:
                self._database.set_meta("settings_hash", settings_hash)
            self._database.set_meta("built_at", datetime.now(UTC).isoformat(timespec="seconds"))
        return gone

    def search(self, query: Query) -> list[Hit]:
        """Dense, lexical or hybrid, filter included: ``query.k`` hits if they exist, best first.

        Raises:
            UsageError: the query has neither a vector nor terms, or a vector of another length.
        """
        if query.vector is None and not query.terms:
            return []
        if query.vector is not None and query.vector.shape != (self.dimension,):
            raise UsageError(f"the query's vector has shape {query.vector.shape}, the index wants ({self.dimension},)")
        with self._database.reading():
            self._snapshot.catch_up(self._database)
            return self._hits(query) if query.k > 0 else []

    def files(self) -> dict[str, FileState]:
        """The files of the corpus as they were last read, by path."""
        with self._database.reading():
            return writing.files(self._database)

    def filed_in(self, file: str) -> list[Filed]:
        """The stored articles that came from a file of the corpus."""
        with self._database.reading():
            return writing.filed(self._database, "file", file)

    def filed(self, article_id: str) -> Filed | None:
        """Where a stored article came from; None for an unknown id."""
        with self._database.reading():
            return next(iter(writing.filed(self._database, "id", article_id)), None)

    def stored_vectors(self, texts: Sequence[str]) -> list[Vectors | None]:
        """For each embedding text its stored vector (dimension,), or None where it was never embedded."""
        keys = [embedding_key(self._fingerprint, text) for text in texts]
        with self._database.reading():
            rows = self._database.where_in(
                "SELECT key, vector FROM embeddings WHERE key IN ({marks})", sorted(set(keys))
            )
        known = {bytes(key): np.frombuffer(blob, "<f2").astype(np.float32) for key, blob in rows}
        return [known.get(key) for key in keys]

    def scan(self, after: str | None = None, where: Filter | None = None) -> Iterator[tuple[Passage, Vectors]]:
        """Every passage with its vector (dimension,), by article id and place; goes on behind the passage id ``after``."""
        for info in sorted(self.articles(where), key=lambda info: info.id):
            with self._database.reading():
                rows = self._database.rows(
                    """SELECT p.no, e.vector FROM passages p JOIN embeddings e ON e.no = p.embedding_no
                    JOIN articles a ON a.no = p.article_no WHERE a.id = ? ORDER BY p.ordinal""",
                    (info.id,),
                )
                found = records.passages(self._database, [row[0] for row in rows])
            for number, blob in rows:
                passage = found[number][0]
                if after is None or (passage.article_id, passage.start) > _split_id(after):
                    yield passage, np.frombuffer(blob, "<f2").astype(np.float32)

    def article(self, article_id: str) -> Article:
        """The stored article. Raises KeyError for an unknown id."""
        with self._database.reading():
            return records.article(self._database, article_id)

    def articles(self, where: Filter | None = None) -> list[ArticleInfo]:
        """What is known of every article that passes the filter, newest first."""
        with self._database.reading():
            return records.articles(self._database, where)

    def copies(self, article_id: str) -> list[ArticleInfo]:
        """Near-duplicates of an article (other outlets' copies), oldest first."""
        with self._database.reading():
            return records.copies(self._database, article_id)

    def refresh(self) -> bool:
        """Take up a newer committed generation; whether there was one."""
        with self._database.reading():
            return self._snapshot.catch_up(self._database)

    def close(self) -> None:
        """Let go of files; a writer first folds its log into the database. May be called twice."""
        if self._lock is not None:
            self._database.checkpoint()
        self._database.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _check(self, encoder: EncoderIdentity | None) -> None:
        database = self._database
        stamped = database.meta("encoder_fingerprint")
        if not stamped:
            if encoder is None or self._lock is None:
                raise IndexMismatch(
                    f"the index {self.folder} was never finished: run `citewire build --index {self.folder}`"
                )
            with database.writing():
                for key, value in (("encoder", encoder.name), ("encoder_fingerprint", encoder.fingerprint)):
                    database.set_meta(key, value)
                database.set_meta("dimension", str(encoder.dimension))
                database.set_meta("uid", secrets.token_hex(8))
        elif encoder is not None and encoder.fingerprint != stamped:
            raise IndexMismatch(
                f"the index {self.folder} was made with encoder {database.meta('encoder')} ({stamped}), not "
                f"{encoder.name} ({encoder.fingerprint}): set CITEWIRE_ENCODER to it, or run "
                f"`citewire build --index {self.folder}` to encode it anew"
            )

    def _writable(self) -> None:
        if self._lock is None:
            raise UsageError(f"the index {self.folder} was opened to read: open it with write=True")

    def _hits(self, query: Query) -> list[Hit]:
        allowed = self._snapshot.admitted(query.filter, self._database)
        depth = max(query.depth, query.k)
        dense, dense_scores = self._dense(query, depth, allowed)
        lexical, lexical_scores = self._lexical(query, depth, allowed)
        names = self._names({*dense, *lexical})
        dense.sort(key=lambda place: (-dense_scores[place], names[place]))
        lexical.sort(key=lambda place: (-lexical_scores[place], names[place]))
        fused = fuse(dense[:depth], lexical[:depth], query.dense_weight, query.lexical_weight)[: query.k]
        missing = np.array([item.key for item in fused if item.key not in dense_scores], np.int64)
        if query.vector is not None and len(missing):
            dense_scores.update(
                zip(missing.tolist(), self._snapshot.vectors.scores(query.vector, missing).tolist(), strict=True)
            )
        return self._hydrated(fused, dense_scores, lexical_scores)

    def _dense(self, query: Query, depth: int, allowed: np.ndarray | None) -> tuple[list[int], dict[int, float]]:
        if query.vector is None:
            return [], {}
        places, scores = self._snapshot.vectors.search(query.vector, depth + _SPARE, allowed)
        found = dict(zip(places.tolist(), scores.tolist(), strict=True))
        return list(found), found

    def _lexical(self, query: Query, depth: int, allowed: np.ndarray | None) -> tuple[list[int], Vectors]:
        if not query.terms:
            return [], np.zeros(0, np.float32)
        scores = self._lexicon.scores(self._snapshot, query.terms)
        open_to = scores if allowed is None else np.where(allowed, scores, np.float32(0))
        places = np.flatnonzero(open_to)
        if len(places) > depth + _SPARE:
            places = places[np.argpartition(-open_to[places], depth + _SPARE)[: depth + _SPARE]]
        return places.tolist(), scores

    def _names(self, places: set[int]) -> dict[int, tuple[str, int]]:
        chosen = sorted(places)
        numbers = self._snapshot.columns.number[chosen].tolist() if chosen else []
        found = records.places(self._database, numbers)
        return {place: found[number] for place, number in zip(chosen, numbers, strict=True)}

    def _hydrated(self, fused: list[Fused], dense: dict[int, float], lexical: Vectors) -> list[Hit]:
        numbers = [int(self._snapshot.columns.number[item.key]) for item in fused]
        found = records.passages(self._database, numbers)
        return [
            Hit(
                *found[number], item.score, rank,
                dense.get(item.key), item.dense_rank,
                float(lexical[item.key]) if len(lexical) else None, item.lexical_rank,
            )
            for rank, (number, item) in enumerate(zip(numbers, fused, strict=True), 1)
        ]  # fmt: skip


def _counted(rows: list[tuple[str | int, ...]], column: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[str(row[column])] = counts.get(str(row[column]), 0) + int(row[3])
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _split_id(passage_id: str) -> tuple[str, int]:
    article_id, _, span = passage_id.rpartition("@")
    return article_id, int(span.partition("-")[0])
