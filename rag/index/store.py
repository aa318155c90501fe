"""The database file: connections, transactions, schema version, errors. The only door to ``sqlite3``.

Knows: SQLite's pragmas, WAL, when a write is durable, what its errors mean for a person. Does not know: what the tables
hold (``schema`` names them), vectors, queries. One connection per object, guarded by a lock: threads may share it.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rag.errors import IndexDamaged, IndexLocked, IndexMismatch, IndexMissing, IndexUnusable, UsageError
from rag.index.schema import MIGRATIONS, SCHEMA, VERSION

Row = tuple[Any, ...]
DATABASE = "citewire.db"
_BUSY_SECONDS = 10.0
_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_SHM", "SQLITE_CANTOPEN")
_CHUNK = 500


class Database:
    """One SQLite file. Every read belongs inside ``reading()``, every write inside ``writing()``."""

    def __init__(self, folder: Path, *, write: bool, create: bool = False) -> None:
        """Open ``folder/citewire.db``; with ``create`` make it where there is none.

        Raises:
            IndexMissing: no database there, and ``create`` is false.
            IndexMismatch: the schema is of another version.
            IndexDamaged: the file is not a readable database.
        """
        self.folder = folder
        self.path = folder / DATABASE
        self.lock = threading.RLock()
        self._write = write
        self._depth = 0
        self._is_closed = False
        self._generation: int | None = None
        if not self.path.is_file() and not create:
            raise missing(folder)
        self.opened = 1
        """How many files have been opened under this name; see ``follow``."""
        self._file = self._identity()  # before it is opened: what takes its name meanwhile is seen to be another
        with self._told():
            self._connection = self._connect()
        try:
            with self._told():
                self._prepare(create)
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One consistent snapshot: everything read inside belongs to the same generation. May be nested."""
        with self.lock, self._told():
            if self._depth == 0:
                self.follow()
                self._connection.execute("BEGIN")
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0 and self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    def follow(self) -> None:
        """Open what lies there now: an index that was deleted and built again is another file of the same name.

        Raises:
            IndexMissing: it was deleted, and there is none now.
            IndexDamaged: what lies there now is not a readable database.
        """
        if self._write or self._is_closed:  # a writer holds the lock of the folder
            return
        found = self._identity()
        if found is None:
            raise missing(self.folder)
        if found != self._file or (self._frozen and self._has_log()):  # what is frozen sees no writer
            with self._told():
                self._connection.close()
                self._file = None  # what is there may not be fit to read yet; if so, it is opened anew next time
                self._connection = self._connect()
                self._prepare(create=False)
            self._file = found
            self.opened += 1

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return found.st_dev, found.st_ino

    @contextmanager
    def writing(self, *, advance: bool = True) -> Iterator[int]:
        """One transaction, durable when the outermost block ends, undone when it raises. Yields the new generation.

        Without ``advance`` the generation stays: for what no search can see.
        """
        with self.lock, self._told():
            if self._generation is not None:
                yield self._generation
                return
            self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                self._generation = generation = int(self.meta("generation", "0")) + advance
                yield generation
                self.set_meta("generation", str(generation))
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._generation = None
                self._depth -= 1

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Every row of a statement."""
        with self.lock, self._told():
            return self._connection.execute(sql, values).fetchall()

    def stream(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows one by one; use inside ``reading()``."""
        with self._told():
            yield from self._connection.execute(sql, values)

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:  # noqa: ANN401 - whatever the column holds
        """The first column of the first row, or None."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Execute one statement; the row id of an insert."""
        with self._told():
            return self._connection.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        """Execute one statement for every row of values."""
        with self._told():
            self._connection.executemany(sql, values)

    def where_in(self, sql: str, values: Sequence[object]) -> list[Row]:
        """Rows of ``sql`` with its ``{marks}`` filled for ``values``, in portions SQLite takes."""
        found: list[Row] = []
        for start in range(0, len(values), _CHUNK):
            part = values[start : start + _CHUNK]
            found += self.rows(sql.format(marks=",".join("?" * len(part))), part)
        return found

    def meta(self, key: str, default: str = "") -> str:
        """A line of the manifest."""
        found = self.value("SELECT value FROM meta WHERE key = ?", (key,))
        return default if found is None else str(found)

    def set_meta(self, key: str, value: str) -> None:
        """Write a line of the manifest; inside ``writing()``."""
        self.run("INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)", (key, value))

    def checkpoint(self) -> None:
        """Move the write-ahead log into the database and empty it, unless readers hold it back."""
        with self.lock, self._told():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def vacuum(self) -> None:
        """Rewrite the file without its free pages. Readers go on meanwhile."""
        with self.lock, self._told():
            self._connection.execute("VACUUM")

    def close(self) -> None:
        """Close the connection; the last one leaves a single file without a log."""
        with self.lock:
            self._is_closed = True
            self._connection.close()

    def _connect(self) -> sqlite3.Connection:
        self._frozen = not self._write and not _may_write(self.folder) and not self._has_log()
        try:
            return self._open()
        except sqlite3.OperationalError as error:
            full = error.sqlite_errorname.startswith(_NO_ROOM)
            if not full or self._write or self._frozen or self._has_log():
                raise
        self._frozen = True
        return self._open()

    def _open(self) -> sqlite3.Connection:
        """A connection; a frozen one where the log's shared memory cannot be put beside the file, even to read it."""
        mode = "rwc" if self._write else "ro&immutable=1" if self._frozen else "ro"
        uri = f"{self.path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(
            uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        try:
            connection.execute("PRAGMA schema_version").fetchone()
            connection.execute("PRAGMA cache_size=-8000")
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection

    def _has_log(self) -> bool:
        """Whether something is written that is not in the database file itself yet."""
        try:
            return self.path.with_name(DATABASE + "-wal").stat().st_size > 0
        except OSError:
            return False

    def _prepare(self, create: bool) -> None:
        version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        if version > VERSION:
            raise IndexMismatch(
                f"the index {self.folder} was made by a newer Citewire: update Citewire, or build another"
            )
        if version == 0 and not (self._write and create):
            raise missing(self.folder)
        if self._write:
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=FULL")
            self._connection.execute("PRAGMA foreign_keys=ON")
            self._connection.execute("PRAGMA secure_delete=ON")
            self._migrate(version)
        elif version < VERSION:
            raise IndexMismatch(
                f"the index {self.folder} is of an older Citewire: run `citewire build --index {self.folder}`"
            )

    def _migrate(self, version: int) -> None:
        steps = [SCHEMA] if version == 0 else [MIGRATIONS[step] for step in range(version, VERSION)]
        if not steps:
            return
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in (part for step in steps for part in step):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version={VERSION}")
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say SQLite's errors in our words."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise self._translated(error) from error
        except UnicodeEncodeError as error:
            raise UsageError(
                f"{str(error.object)[:80]!r} is no text that could be in an index: give it in UTF-8"
            ) from error

    def _translated(self, error: sqlite3.DatabaseError) -> IndexUnusable:
        name = getattr(error, "sqlite_errorname", "") or ""
        if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):
            return IndexUnusable(f"the index {self.folder} has been closed: open it again")
        if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_SHMSIZE")):
            return IndexUnusable(
                f"no room left to write the index {self.folder}: free some space and run the build again"
            )
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            return IndexUnusable(
                f"the index {self.folder} cannot be opened or written ({error}): check its permissions"
            )
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return IndexLocked(f"the index {self.folder} is busy: another process is writing to it; try again shortly")
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_SHORT_READ")):
            return IndexDamaged(
                f"{self.path} is damaged ({error}): put back a copy, or move the folder away and run "
                f"`citewire build --index {self.folder}`"
            )
        return IndexUnusable(f"the index {self.folder} could not be read or written ({error}): run `citewire verify`")


def _may_write(folder: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(folder, os.W_OK, effective_ids=effective)


def missing(folder: Path) -> IndexMissing:
    """The error for a folder without an index."""
    return IndexMissing(f"there is no index in {folder}: run `citewire build --index {folder}`")
