"""Rows of the database as the values everything else is written in.

Knows which columns make an ``ArticleInfo``, a ``Passage``, an ``IndexInfo``, and how a vector is stored. Does not know
search or ranking.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import numpy as np

from rag.index import derived
from rag.index.store import Database, Row
from rag.types import Article, ArticleInfo, Filter, IndexInfo, Passage, Sentence, Skipped, Vectors

_INFO = """a.id, a.title, s.name, a.url, a.published, a.published_at, a.published_origin, l.name,
    a.language_detected, a.path, a.content_hash"""
_FROM = """FROM articles a JOIN labels s ON s.no = a.source_no JOIN labels l ON l.no = a.language_no"""
_WIDTH = 11


def article_info(row: Row) -> ArticleInfo:
    """The first columns of a row selected as ``_INFO``."""
    return ArticleInfo(
        id=row[0], title=row[1], source=row[2], url=row[3],
        published=date.fromisoformat(row[4]) if row[4] else None, published_at=row[5], published_origin=row[6],
        language=row[7], language_detected=bool(row[8]), path=row[9], content_hash=row[10],
    )  # fmt: skip


def article(database: Database, article_id: str) -> Article:
    """The stored article. Raises KeyError for an unknown id."""
    found = database.rows(f"SELECT {_INFO}, a.text {_FROM} WHERE a.id = ?", (article_id,))
    if not found:
        raise KeyError(article_id)
    return Article(article_info(found[0]), str(found[0][_WIDTH]))


def articles(database: Database, where: Filter | None) -> list[ArticleInfo]:
    """Every article that passes, newest first; undated ones last; the id decides ties."""
    clause, values = condition(where)
    rows = database.rows(f"SELECT {_INFO} {_FROM} WHERE {clause}", values)
    found = sorted((article_info(row) for row in rows), key=lambda info: info.id)
    return sorted(found, key=lambda info: (info.published or date.min, info.published_at), reverse=True)


def index_info(database: Database, folder: Path) -> IndexInfo:
    """What is in the index, inside the caller's ``reading()``."""
    rows = database.rows(
        """SELECT l.name, s.name, a.published, count(*) FROM articles a JOIN labels l ON l.no = a.language_no
        JOIN labels s ON s.no = a.source_no GROUP BY 1, 2, 3"""
    )
    days = sorted({row[2] for row in rows if row[2]})
    return IndexInfo(
        encoder=database.meta("encoder"),
        encoder_fingerprint=database.meta("encoder_fingerprint"),
        dimension=int(database.meta("dimension")),
        articles=sum(row[3] for row in rows),
        passages=int(database.value("SELECT count(*) FROM passages")),
        generation=int(database.meta("generation", "0")),
        built_at=database.meta("built_at"),
        languages=_counted(rows, 0),
        sources=_counted(rows, 1),
        first_published=date.fromisoformat(days[0]) if days else None,
        last_published=date.fromisoformat(days[-1]) if days else None,
        undated=sum(row[3] for row in rows if not row[2]),
        settings_hash=database.meta("settings_hash"),
        bytes_on_disk=_bytes_in(folder),
        search=nearness(folder, database.meta("uid")),
        outdated=_outdated(database),
    )


def skipped_from(told: str) -> tuple[Skipped, ...]:
    """What could not be taken of a file, from the JSON it is kept in."""
    return tuple(Skipped(*item) for item in json.loads(told)) if told != "[]" else ()


def skipped_as(skipped: Sequence[Skipped]) -> str:
    """The JSON of ``skipped_from``."""
    return json.dumps([(item.path, item.reason, item.taken) for item in skipped], ensure_ascii=False)


def _outdated(database: Database) -> tuple[Skipped, ...]:
    rows = database.rows("SELECT skipped FROM files WHERE skipped LIKE '%\"before\"%' ORDER BY path")
    return tuple(item for row in rows for item in skipped_from(row[0]) if item.taken == "before")


def condition(where: Filter | None) -> tuple[str, list[object]]:
    """A filter as SQL over ``articles a``, ``labels s`` (source) and ``labels l`` (language)."""
    clauses, values = ["1"], list[object]()
    if where is None:
        return "1", values
    for column, names in (("l.name", where.languages), ("s.name", where.sources), ("a.id", where.article_ids)):
        if names:
            clauses.append(f"{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(names))
    if where.since is not None:
        clauses.append("a.day >= ?")
        values.append(where.since.toordinal())
    if where.until is not None:
        clauses.append("a.day <= ?")
        values.append(where.until.toordinal())
    return " AND ".join(clauses), values


def places(database: Database, numbers: Sequence[int]) -> dict[int, tuple[str, int]]:
    """Article id and start of passages, by passage number: the order of equals."""
    rows = database.where_in(
        "SELECT p.no, a.id, p.start FROM passages p JOIN articles a ON a.no = p.article_no WHERE p.no IN ({marks})",
        numbers,
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def passages(database: Database, numbers: Sequence[int]) -> dict[int, tuple[Passage, ArticleInfo]]:
    """Passages with their articles, by passage number."""
    rows = database.where_in(
        'SELECT p.no, p.article_no, p.ordinal, p.start, p."end", p.sentences, p.context FROM passages p '
        "WHERE p.no IN ({marks})",
        numbers,
    )
    wanted = sorted({row[1] for row in rows})
    owners = {
        row[0]: (article_info(row[1:]), str(row[_WIDTH + 1]))
        for row in database.where_in(f"SELECT a.no, {_INFO}, a.text {_FROM} WHERE a.no IN ({{marks}})", wanted)
    }
    return {row[0]: (passage(row[2:], *owners[row[1]]), owners[row[1]][0]) for row in rows}


def vectors(database: Database, keys: Sequence[bytes]) -> list[Vectors | None]:
    """For each embedding key its stored vector (dimension,), or None."""
    rows = database.where_in("SELECT key, vector FROM embeddings WHERE key IN ({marks})", sorted(set(keys)))
    known = {bytes(key): _floats(blob) for key, blob in rows}
    return [known.get(key) for key in keys]


def embedded(database: Database, article_id: str) -> list[tuple[Passage, Vectors]]:
    """The passages of an article in their order, each with its vector (dimension,)."""
    rows = database.rows(
        """SELECT p.no, e.vector FROM passages p JOIN embeddings e ON e.no = p.embedding_no
        JOIN articles a ON a.no = p.article_no WHERE a.id = ? ORDER BY p.ordinal""",
        (article_id,),
    )
    found = passages(database, [row[0] for row in rows])
    return [(found[number][0], _floats(blob)) for number, blob in rows]


def _floats(blob: bytes) -> Vectors:
    return np.frombuffer(blob, "<f2").astype(np.float32)


def passage(row: Row, info: ArticleInfo, text: str) -> Passage:
    """A passage from (ordinal, start, end, sentences, context); a missing context means the title."""
    ordinal, start, end, blob, context = row
    return Passage(
        info.id, ordinal, start, end, text[start:end], unpack_sentences(blob, text),
        info.title if context is None else context,
    )  # fmt: skip


def pack_sentences(sentences: Iterable[Sentence]) -> bytes:
    """Offsets as little-endian 32-bit pairs."""
    return np.array([(sentence.start, sentence.end) for sentence in sentences], "<i4").tobytes()


def unpack_sentences(blob: bytes, text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text`` at the packed offsets."""
    pairs = np.frombuffer(blob, "<i4").reshape(-1, 2).tolist()
    return tuple(Sentence(start, end, text[start:end]) for start, end in pairs)


def _counted(rows: list[tuple[str | int, ...]], column: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[str(row[column])] = counts.get(str(row[column]), 0) + int(row[3])
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _bytes_in(folder: Path) -> int:
    total = 0
    for file in folder.iterdir():
        with suppress(FileNotFoundError):  # a writer's file, gone meanwhile
            total += file.stat().st_size if file.is_file() else 0
    return total


def nearness(folder: Path, uid: str) -> str:
    """How near passages are found: exactly, or by a graph as good as was measured."""
    stamp = derived.stamp(folder)
    if stamp is None or stamp.uid != uid or not stamp.effort:
        return "exact"
    return f"graph over {stamp.rows:,} passages, recall@10 {stamp.recall:.3f} against exact search"
