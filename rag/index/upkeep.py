"""Keeping the files of an index small and quick: the derived file, compaction.

Knows: when a derived file is worth writing, and what deleting for good takes. Does not know what is stored. Only the
holder of the writer's lock comes here.
"""

from __future__ import annotations

import logging

from rag.index import derived
from rag.index.snapshot import Snapshot
from rag.index.store import Database

DERIVED_FROM = 20_000
"""Passages from which opening by the derived file beats reading the database."""

GRAPH_FROM = 100_000
"""Passages from which searches go along a graph; below, looking at every vector takes a few milliseconds."""

_STALE = 0.1  # share of rows that may be missing from, or dead in, the derived file

_log = logging.getLogger(__name__)


def settle(database: Database, snapshot: Snapshot) -> bool:
    """Write the derived file where it is missing or has fallen behind; whether it was written."""
    derived.sweep(database.folder)
    passages = int(database.value("SELECT count(*) FROM passages"))
    if passages < DERIVED_FROM:
        derived.remove(database.folder)
        return False
    stamp = derived.stamp(database.folder)
    known = stamp.rows if stamp is not None and stamp.uid == database.meta("uid") else 0
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
    if snapshot.living >= GRAPH_FROM and snapshot.vectors.link() is None:
        _log.warning("no graph finds the nearest passages of %s often enough: searching stays exact", database.folder)
    snapshot.write_derived(database)


def compact(database: Database, snapshot: Snapshot) -> None:
    """Leave nothing of what was deleted in any file: words, pages, log and vectors are written anew."""
    with database.writing() as generation:
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
