"""Changes to the database: articles in, articles out, files seen. Everything here runs inside one ``writing()``.

Knows: the order in which rows must come and go so that the tables agree. Does not know where articles come from, or
who searches. An embedding is stored once per text and encoder and goes with the last passage that has it.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rag.errors import UsageError
from rag.index.lexical import tokens
from rag.index.records import pack_sentences, skipped_as, skipped_from
from rag.index.store import Database, Row
from rag.language import index_terms
from rag.types import Article, Passage, Skipped, Vectors


@dataclass(frozen=True, eq=False)
class Upsert:
    """An article to add or to put in the place of the one with its id. ``vectors`` has shape (len(passages), d)."""

    article: Article
    passages: Sequence[Passage]
    vectors: Vectors
    file: str = ""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file of the corpus as it was read.

    ``skipped`` is what in it could not be taken as it is. ``shadowed``: an article of it has the id of one in another
    file, and comes back when that one goes.
    """

    path: str
    size: int
    mtime_ns: int
    changed_ns: int
    hash: bytes
    read_ns: int
    skipped: tuple[Skipped, ...] = ()
    shadowed: bool = False


@dataclass(frozen=True, slots=True)
class Filed:
    """Where in the corpus a stored article came from, and the hash of its content."""

    id: str
    path: str
    file: str
    content_hash: str


def files(database: Database) -> dict[str, FileState]:
    """The files of the corpus as they were last read, by path."""
    rows = database.rows("SELECT path, size, mtime_ns, changed_ns, hash, read_ns, skipped, shadowed FROM files")
    return {row[0]: _file_state(row) for row in rows}


def _file_state(row: Row) -> FileState:
    path, size, mtime_ns, changed_ns, digest, read_ns, skipped, shadowed = row
    return FileState(path, size, mtime_ns, changed_ns, digest, read_ns, skipped_from(skipped), bool(shadowed))


def filed(database: Database, column: str, value: str) -> list[Filed]:
    """Stored articles whose ``id`` or ``file`` is ``value``."""
    rows = database.rows(f"SELECT id, path, file, content_hash FROM articles WHERE {column} = ?", (value,))
    return [Filed(*row) for row in rows]


def embedding_key(fingerprint: str, text: str) -> bytes:
    """Equal for equal text under the same encoder, and only then."""
    return hashlib.blake2b(f"{fingerprint}\0{text}".encode(), digest_size=16).digest()


def words_of(passage: Passage, language: str) -> list[str]:
    """What the full-text index holds of a passage: the terms of its context and its text."""
    return tokens(index_terms(f"{passage.context}\n{passage.text}", language), language)


def checksum(article: Article) -> bytes:
    """Of all that is stored of an article but its place in the corpus."""
    info = article.info
    told = (info.id, info.title, info.source, info.url, str(info.published), info.published_at, info.published_origin,
            info.language, str(info.language_detected), info.content_hash, article.text)  # fmt: skip
    return hashlib.blake2b("\0".join(told).encode("utf-8", "surrogatepass"), digest_size=8).digest()


class Editor:
    """Applies changes within one transaction of ``database``."""

    def __init__(self, database: Database, generation: int, fingerprint: str, dimension: int) -> None:
        self._database = database
        self._generation = generation
        self._fingerprint = fingerprint
        self._dimension = dimension
        self._orphans: set[int] = set()
        self._touched: set[str] = set()

    def upsert(self, change: Upsert) -> None:
        """Write the article and its passages; the old ones of its id go.

        Raises:
            UsageError: the vectors do not fit the passages or the index.
        """
        wanted = (len(change.passages), self._dimension)
        if change.vectors.shape != wanted:
            raise UsageError(f"vectors of {change.article.id} have shape {change.vectors.shape}, not {wanted}")
        self.delete([change.article.id])
        self._touched.add(change.file)
        article_no = self._insert_article(change)
        language = change.article.info.language
        for passage, vector in zip(change.passages, change.vectors, strict=True):
            words = words_of(passage, language)
            number = self._insert_passage(change.article, article_no, passage, vector, len(words))
            self._database.run("INSERT INTO words(rowid, terms) VALUES (?, ?)", (number, " ".join(words)))

    def delete(self, ids: Sequence[str]) -> int:
        """Remove articles with all that is stored of them. Articles removed."""
        database = self._database
        articles = database.where_in("SELECT no, file FROM articles WHERE id IN ({marks})", ids)
        numbers = [number for number, _ in articles]
        self._touched.update(file for _, file in articles)
        gone = database.where_in("SELECT no, embedding_no FROM passages WHERE article_no IN ({marks})", numbers)
        buried = [(number, self._generation) for number, _ in gone]
        database.run_many("DELETE FROM words WHERE rowid = ?", [(number,) for number, _ in gone])
        database.run_many("INSERT INTO tombstones(passage_no, generation) VALUES (?, ?)", buried)
        database.run_many("DELETE FROM articles WHERE no = ?", [(number,) for number in numbers])
        self._orphans.update(embedding for _, embedding in gone)
        return len(numbers)

    def move(self, article_id: str, path: str, file: str) -> None:
        """Note that an unchanged article now lies elsewhere in the corpus."""
        self._touched.update((file, *(row.file for row in filed(self._database, "id", article_id))))
        self._database.run("UPDATE articles SET path = ?, file = ? WHERE id = ?", (path, file, article_id))

    def finish(self, files: Sequence[FileState], forget: Sequence[str] = ()) -> None:
        """The last step of a transaction: remember ``files`` as wholly read, ``forget`` paths that are gone.

        Any other file of which an article came or went is marked as half read, so that the next build reads it whatever
        its time and content are by then. Embeddings that no passage has any more are dropped.
        """
        self._database.run_many(
            """INSERT INTO files(path, size, mtime_ns, changed_ns, hash, read_ns, skipped, shadowed)
            VALUES (?, -1, 0, 0, x'', 0, '[]', 0) ON CONFLICT(path) DO UPDATE SET size = -1, hash = x''""",
            [(path,) for path in sorted(self._touched - {""})],
        )
        self._database.run_many(
            """INSERT OR REPLACE INTO files(path, size, mtime_ns, changed_ns, hash, read_ns, skipped, shadowed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                (f.path, f.size, f.mtime_ns, f.changed_ns, f.hash, f.read_ns, skipped_as(f.skipped), f.shadowed)
                for f in files
            ],
        )
        self._database.run_many("DELETE FROM files WHERE path = ?", [(path,) for path in forget])
        self._database.run_many(
            "DELETE FROM embeddings WHERE no = ?1 AND NOT EXISTS (SELECT 1 FROM passages WHERE embedding_no = ?1)",
            [(number,) for number in self._orphans],
        )

    def _insert_article(self, change: Upsert) -> int:
        info = change.article.info
        day = info.published.toordinal() if info.published else None
        return self._database.run(
            """INSERT INTO articles(id, title, text, source_no, language_no, url, published, day, published_at,
                published_origin, language_detected, path, file, content_hash, checksum)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                info.id, info.title, change.article.text, self._label(info.source), self._label(info.language),
                info.url, info.published.isoformat() if info.published else None, day, info.published_at,
                info.published_origin, int(info.language_detected), info.path, change.file, info.content_hash,
                checksum(change.article),
            ),
        )  # fmt: skip

    def _insert_passage(self, article: Article, article_no: int, passage: Passage, vector: Vectors, terms: int) -> int:
        context = None if passage.context == article.info.title else passage.context
        return self._database.run(
            """INSERT INTO passages(article_no, ordinal, start, "end", sentences, context, terms, embedding_no)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                article_no, passage.ordinal, passage.start, passage.end, pack_sentences(passage.sentences), context,
                terms, self.embedding(passage.embedding_text, vector),
            ),
        )  # fmt: skip

    def embedding(self, text: str, vector: Vectors) -> int:
        """The number of the stored embedding of a text; ``vector`` (dimension,) is stored where there is none."""
        key = embedding_key(self._fingerprint, text)
        known = self._database.value("SELECT no FROM embeddings WHERE key = ?", (key,))
        if known is not None:
            return int(known)
        blob = np.asarray(vector, "<f2").tobytes()
        return self._database.run(
            "INSERT INTO embeddings(key, vector, checksum) VALUES (?, ?, ?)", (key, blob, zlib.crc32(blob))
        )

    def _label(self, name: str) -> int:
        known = self._database.value("SELECT no FROM labels WHERE name = ?", (name,))
        return int(known) if known is not None else self._database.run("INSERT INTO labels(name) VALUES (?)", (name,))
