"""Rows of the database as the values everything else is written in.

Knows: which columns make an ``ArticleInfo``, a ``Passage``, an ``IndexInfo``. Does not know vectors or ranking.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from rag.index.store import Database, Row
from rag.types import Article, ArticleInfo, Filter, Passage, Sentence

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


def copies(database: Database, article_id: str) -> list[ArticleInfo]:
    """Other articles of the same cluster of near-duplicates, oldest first."""
    rows = database.rows(
        f"""SELECT {_INFO} {_FROM} WHERE a.id <> ?1 AND a.cluster = (SELECT cluster FROM articles WHERE id = ?1)""",
        (article_id,),
    )
    return sorted((article_info(row) for row in rows), key=lambda info: (info.published or date.max, info.id))


def condition(where: Filter | None) -> tuple[str, list[object]]:
    """A filter as SQL over ``articles a``, ``labels s`` (source) and ``labels l`` (language)."""
    clauses, values = ["1"], list[object]()
    if where is None:
        return "1", values
    for column, names in (("l.name", where.languages), ("s.name", where.sources), ("a.id", where.article_ids)):
        if names:
            clauses.append(f"{column} IN ({','.join('?' * len(names))})")
            values += names
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
