"""The tables of the embedded index, as SQL.

Knows: names and columns; how an older file becomes a newer one. Does not know who reads or writes them.
Numbers of articles and passages are never used twice, so that whoever has read up to one knows what is new;
``tombstones`` tell what has gone since. ``day`` is the proleptic ordinal of the publication day.
"""

from __future__ import annotations

VERSION = 1

WORDS: tuple[str, ...] = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(terms, columnsize=0, tokenize=\"ascii tokenchars '_'\")",
    "CREATE VIRTUAL TABLE IF NOT EXISTS word_counts USING fts5vocab(words, row)",
    "CREATE VIRTUAL TABLE IF NOT EXISTS word_places USING fts5vocab(words, instance)",
)
"""The full-text index: derived from the passages, and made anew from them where it was lost."""

SCHEMA: tuple[str, ...] = (
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE labels(no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    """CREATE TABLE files(
        path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, changed_ns INTEGER NOT NULL,
        hash BLOB NOT NULL, read_ns INTEGER NOT NULL, skipped TEXT NOT NULL, shadowed INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE articles(
        no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL,
        source_no INTEGER NOT NULL REFERENCES labels(no), language_no INTEGER NOT NULL REFERENCES labels(no),
        url TEXT NOT NULL, published TEXT, day INTEGER, published_at TEXT NOT NULL, published_origin TEXT NOT NULL,
        language_detected INTEGER NOT NULL, path TEXT NOT NULL, file TEXT NOT NULL, content_hash TEXT NOT NULL,
        checksum BLOB NOT NULL
    )""",
    "CREATE INDEX articles_file ON articles(file)",
    """CREATE TABLE embeddings(
        no INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, vector BLOB NOT NULL, checksum INTEGER NOT NULL
    )""",
    """CREATE TABLE passages(
        no INTEGER PRIMARY KEY AUTOINCREMENT, article_no INTEGER NOT NULL REFERENCES articles(no) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, sentences BLOB NOT NULL,
        context TEXT, terms INTEGER NOT NULL, embedding_no INTEGER NOT NULL REFERENCES embeddings(no)
    )""",
    "CREATE INDEX passages_article ON passages(article_no)",
    "CREATE INDEX passages_embedding ON passages(embedding_no)",
    "CREATE TABLE tombstones(passage_no INTEGER PRIMARY KEY, generation INTEGER NOT NULL)",
    *WORDS,
)

MIGRATIONS: dict[int, tuple[str, ...]] = {}
"""Statements that take a file from the version that is the key to the next one."""
