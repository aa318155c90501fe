"""Keeping the files of an index small and quick: the derived file, compaction.

Knows: when a derived file is worth writing, and what deleting for good takes. Does not know what is stored. Only the
holder of the writer's lock comes here.
"""

from __future__ import annotations

import logging

from rag.index import derived, records
from rag.index.lexical import common_terms
from rag.index.schema import WORDS
from rag.index.snapshot import Snapshot
from rag.index.store import Database
from rag.index.writing import words_of

DERIVED_FROM = 20_000
"""Passages from which opening by the derived file beats reading the database."""

GRAPH_FROM = 100_000
"""Passages from which searches go along a graph; below, looking at every vector takes a few milliseconds."""

_STALE = 0.1  # share of rows that may be missing from, or dead in, the derived file

_PORTION = 500

_log = logging.getLogger(__name__)


def settle(database: Database, snapshot: Snapshot) -> bool:
    """Write the derived file where it is missing or has fallen behind; whether it was written."""
    derived.sweep(database.folder)
    passages = int(database.value("SELECT count(*) FROM passages"))
    if passages < DERIVED_FROM:
        derived.remove(database.folder)
        return False
    stamp = derived.stamp(database.folder)
    known = stamp.rows if stamp is not None and snapshot.fits(stamp, database) else 0
    buried = int(database.value("SELECT count(*) FROM tombstones"))
    if known and abs(passages + buried - known) <= _STALE * passages and buried <= _STALE * passages:
        return False
    write(database, snapshot)
    return True


def write(database: Database, snapshot: Snapshot) -> None:
    """Write the derived file from the newest generation, with a graph where the index is large."""
    if snapshot.generation < 0:
        snapshot.take_derived(database)
    with database.reading():
        snapshot.catch_up(database)
    if len(snapshot) - snapshot.living > _STALE * len(snapshot):
        snapshot.forget()
        with database.reading():
            snapshot.catch_up(database)
    with database.reading():
        snapshot.common = common_terms(database)
    if snapshot.living >= GRAPH_FROM and snapshot.vectors.link() is None:
        _log.warning("no graph finds the nearest passages of %s often enough: searching stays exact", database.folder)
    snapshot.write_derived(database)


def compact(database: Database, snapshot: Snapshot) -> None:
    """Leave nothing of what was deleted in any file: words, pages, log and vectors are written anew."""
    with database.writing() as generation:
        _mend_words(database)
        database.run("INSERT INTO words(words) VALUES ('rebuild')")
        database.run("DELETE FROM tombstones")
        database.run("DELETE FROM embeddings WHERE no NOT IN (SELECT embedding_no FROM passages)")
        database.run(
            "DELETE FROM labels WHERE no NOT IN (SELECT source_no FROM articles UNION SELECT language_no FROM articles)"
        )
        database.set_meta("floor", str(generation))
    derived.remove(database.folder)
    database.vacuum()
    database.checkpoint()
    snapshot.forget()
    if int(database.value("SELECT count(*) FROM passages")) >= DERIVED_FROM:
        write(database, snapshot)


def _mend_words(database: Database) -> None:
    """Put the full-text index in line with the text, wherever it is not, or is not there at all."""
    for statement in WORDS:
        database.run(statement)
    database.run("DELETE FROM words WHERE rowid NOT IN (SELECT no FROM passages)")
    numbers = [row[0] for row in database.rows("SELECT no FROM passages ORDER BY no")]
    for start in range(0, len(numbers), _PORTION):
        part = numbers[start : start + _PORTION]
        stored: dict[int, str] = dict(
            database.where_in("SELECT rowid, terms FROM words WHERE rowid IN ({marks})", part)
        )
        for number, (passage, info) in records.passages(database, part).items():
            words = words_of(passage, info.language)
            if stored.get(number) != " ".join(words):
                database.run("INSERT OR REPLACE INTO words(rowid, terms) VALUES (?, ?)", (number, " ".join(words)))
                database.run("UPDATE passages SET terms = ? WHERE no = ?", (len(words), number))
