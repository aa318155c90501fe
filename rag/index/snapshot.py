"""What of one generation is kept in memory: vectors, and for every passage the numbers that filters need.

Knows: how to load a generation from the database or the derived file, how to move to a newer one, which positions a
filter admits. Does not know ranking, text or who writes. Positions are places in these arrays; numbers (``no``) are the
database's, ascending with the position.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rag.errors import IndexDamaged, IndexMismatch
from rag.index import derived
from rag.index.store import Database
from rag.index.vectors import Halves, Mask, Measured, Positions, VectorTable
from rag.types import Filter

NO_DAY = -1
_PORTION = 20_000
_LONG_TAIL = 20_000
_LOAD = """SELECT p.no, p.article_no, a.language_no, a.source_no, ifnull(a.day, -1), p.terms, e.vector
    FROM passages p JOIN articles a ON a.no = p.article_no JOIN embeddings e ON e.no = p.embedding_no
    WHERE p.no > ? ORDER BY p.no"""

COLUMNS = ("number", "article", "language", "source", "day", "terms")


@dataclass
class Columns:
    """One entry per position, shape (n,): database numbers, and the count of index terms."""

    number: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    article: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    language: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    source: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    day: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    terms: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))

    def extended(self, other: Columns) -> Columns:
        """These entries and then the other's."""
        return Columns(*(np.concatenate([getattr(self, name), getattr(other, name)]) for name in COLUMNS))


class Snapshot:
    """Positions, columns and vectors of one generation; ``catch_up`` moves all of them to the newest."""

    def __init__(self, dimension: int, fingerprint: str) -> None:
        self.fingerprint = fingerprint
        self.generation = self._taken = -1
        self.layout = 0
        """How often positions were given anew: within one layout a position stays that of its passage."""
        self.columns = Columns()
        self.vectors = VectorTable(dimension)
        self.alive: Mask = np.zeros(0, np.bool_)
        self.common: dict[str, int] = {}
        """Terms in many passages and in about how many, as of the derived file; what is not here is rare or new."""
        self._masks: dict[Filter, Mask | None] = {}
        self._living = -1, 0

    def __len__(self) -> int:
        return len(self.columns.number)

    @property
    def living(self) -> int:
        """Passages that are not deleted."""
        if self._living[0] != self.generation:
            self._living = self.generation, int(np.count_nonzero(self.alive))
        return self._living[1]

    def catch_up(self, database: Database) -> None:
        """Read what is newer in the database, inside the caller's ``reading()``.

        Raises:
            IndexDamaged: a stored vector has another length than the manifest says.
            IndexMismatch: the index has been made anew with another encoder since it was opened.
        """
        generation = int(database.meta("generation", "0"))
        if generation == self.generation:
            return
        if database.meta("encoder_fingerprint") != self.fingerprint:
            raise IndexMismatch(f"the index {database.folder} has since been made with another encoder: open it again")
        if len(self) and not int(database.meta("floor", "0")) <= self.generation <= generation:
            self.forget()
        gone = database.rows("SELECT passage_no FROM tombstones WHERE generation > ?", (self.generation,))
        newest = int(self.columns.number[-1]) if len(self) else 0
        portion: list[tuple[object, ...]] = []
        for row in database.stream(_LOAD, (newest,)):
            portion.append(row)
            if len(portion) == _PORTION:
                self._append(portion)
                portion = []
        self._append(portion)
        self._bury(np.array([row[0] for row in gone], np.int64))
        self.generation = generation
        self._masks = {}

    def positions(self, numbers: NDArray[np.int64]) -> Positions:
        """Where passages stand, -1 for numbers that are not here."""
        if not len(self):
            return np.full(len(numbers), -1, np.int64)
        first, last = int(self.columns.number[0]), int(self.columns.number[-1])
        if last - first + 1 == len(self):  # none is missing in between
            return np.where((numbers >= first) & (numbers <= last), numbers - first, -1)
        places = np.searchsorted(self.columns.number, numbers)
        places[places == len(self)] = 0
        return np.where(self.columns.number[places] == numbers, places, -1)

    def admitted(self, where: Filter, database: Database) -> Mask | None:
        """Which living positions pass the filter, shape (n,); None where all positions do."""
        if where.is_empty and self.living == len(self):
            return None
        if where not in self._masks:
            if len(self._masks) >= 8:
                self._masks.clear()
            mask = self._mask(where, database)
            self._masks[where] = None if mask.all() else mask
        return self._masks[where]

    def _mask(self, where: Filter, database: Database) -> Mask:
        mask = self.alive.copy()
        for names, column in ((where.languages, self.columns.language), (where.sources, self.columns.source)):
            if names:
                labels = database.where_in("SELECT no FROM labels WHERE name IN ({marks})", list(names))
                mask &= np.isin(column, np.array([row[0] for row in labels], np.int32))
        if where.article_ids:
            numbers = database.where_in("SELECT no FROM articles WHERE id IN ({marks})", list(where.article_ids))
            mask &= np.isin(self.columns.article, np.array([row[0] for row in numbers], np.int32))
        if where.since is not None:
            mask &= self.columns.day >= where.since.toordinal()
        if where.until is not None:
            mask &= (self.columns.day <= where.until.toordinal()) & (self.columns.day != NO_DAY)
        return mask

    def take_derived(self, database: Database) -> bool:
        """Start from the derived file if it fits; outside ``reading()``, so that the file is not the newer one."""
        table = VectorTable(self.vectors.dimension)

        def room(name: str, shape: tuple[int, ...]) -> Halves | None:
            fitting = name == "vectors" and shape[1:] == (table.dimension,)
            return table.room(shape[0]) if fitting else None

        found = derived.read(database.folder, room)
        if found is None or len(table) != found[0].rows or not self.fits(found[0], database):
            return False
        stamp, arrays = found
        self.forget()
        self.columns = Columns(*(arrays[name] for name in COLUMNS))
        self.alive = arrays["alive"].astype(np.bool_)
        self.vectors = table
        self.common = json.loads(arrays["common"].tobytes()) if "common" in arrays else {}
        if "graph" in arrays:
            self.vectors.take_graph(arrays["graph"], Measured(stamp.recall, stamp.effort))
        self.generation = self._taken = stamp.generation
        return True

    def long_tail(self, database: Database) -> bool:
        """Whether so much is behind the graph that a newer derived file, if there is one, is worth reading."""
        behind = len(self) - self.vectors.linked
        if behind < _LONG_TAIL or behind < 0.2 * len(self):
            return False
        stamp = derived.stamp(database.folder)
        return stamp is not None and stamp.effort > 0 and stamp.generation > self._taken

    def write_derived(self, database: Database) -> None:
        """Keep what is in memory in the derived file."""
        arrays = {name: getattr(self.columns, name) for name in COLUMNS}
        arrays |= {"alive": self.alive.astype(np.uint8), "vectors": self.vectors.rows()}
        arrays["common"] = np.frombuffer(json.dumps(self.common).encode(), np.uint8)
        graph, measured = self.vectors.graph(), self.vectors.measured
        if graph is not None and measured is not None:
            arrays["graph"] = graph
        recall, effort = (measured.recall, measured.effort) if measured else (0.0, 0)
        uid = database.meta("uid")
        stamp = derived.Stamp(uid, self.fingerprint, self.vectors.dimension, self.generation, len(self), recall, effort)
        derived.write(database.folder, stamp, arrays)

    def fits(self, stamp: derived.Stamp, database: Database) -> bool:
        """Whether a derived file so stamped is of this index and recent enough to be caught up."""
        with database.reading():
            newest, floor = int(database.meta("generation", "0")), int(database.meta("floor", "0"))
            same = stamp.uid == database.meta("uid") and stamp.fingerprint == self.fingerprint
        return same and stamp.dimension == self.vectors.dimension and floor <= stamp.generation <= newest

    def forget(self) -> None:
        """Start over, as if nothing had been read."""
        self.columns, self.alive, self.common = Columns(), np.zeros(0, np.bool_), {}
        self.vectors = VectorTable(self.vectors.dimension)
        self.generation = -1
        self.layout += 1
        self._masks, self._living = {}, (-1, 0)

    def _append(self, rows: list[tuple[object, ...]]) -> None:
        if not rows:
            return
        *columns, blobs = zip(*rows, strict=True)
        vectors = self._halves([bytes(blob) for blob in blobs])
        types = (np.int64, np.int32, np.int32, np.int32, np.int32, np.int32)
        self.columns = self.columns.extended(
            Columns(*(np.array(column, kind) for column, kind in zip(columns, types, strict=True)))
        )
        self.vectors.add(vectors)
        self.alive = np.concatenate([self.alive, np.ones(len(rows), np.bool_)])

    def _halves(self, blobs: list[bytes]) -> Halves:
        size = self.vectors.dimension * 2
        if any(len(blob) != size for blob in blobs):
            raise IndexDamaged(
                f"a stored vector is not {self.vectors.dimension} numbers long: move the index away and build it again"
            )
        return np.frombuffer(b"".join(blobs), np.float16).reshape(len(blobs), self.vectors.dimension)

    def _bury(self, numbers: NDArray[np.int64]) -> None:
        places = self.positions(numbers)
        self.alive[places[places >= 0]] = False
