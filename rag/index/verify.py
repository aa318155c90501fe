"""Checks every law over a real index, and says what is wrong and which command mends it.

Knows: what must hold between the tables, and between them and what is derived. Does not change anything.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rag.errors import IndexDamaged, IndexUnusable
from rag.index import derived, records
from rag.index.snapshot import COLUMNS, Snapshot
from rag.index.store import Database
from rag.index.writing import checksum, embedding_key, words_of

_SAMPLE = 50
_TOLERANCE = 2e-3  # of a cosine between rows rounded to float16


@dataclass(frozen=True, slots=True)
class Finding:
    """A law that does not hold: which, where and how, and the command that mends it."""

    law: str
    message: str
    repair: str

    def __str__(self) -> str:
        return f"{self.law}: {self.message}: {self.repair}"


def verify(database: Database, snapshot: Snapshot) -> list[Finding]:
    """Everything found wrong, the database first; empty for a sound index. ``snapshot`` is moved to the newest."""
    anew = f"move {database.folder} away and run `citewire build --index {database.folder}`"
    with database.reading():
        try:
            broken = [row[0] for row in database.rows("PRAGMA integrity_check(5)") if row[0] != "ok"]
        except IndexDamaged as error:
            return [Finding("database", str(error), anew)]
        if broken:
            return [Finding("database", "; ".join(broken), anew)]
        rebuild = f"run `citewire compact --index {database.folder}`"
        found = [Finding(law, message, anew) for law, message in _read(_tables(database))]
        found += [Finding(law, message, anew) for law, message in _read(_articles(database))]
        found += [Finding(law, message, anew) for law, message in _read(_vectors(database, snapshot))]
        if not found:  # the words of damaged passages cannot be compared with anything
            told = _read(_words(database))
            found += [Finding(law, message, rebuild if law == "words" else anew) for law, message in told]
    if not found:
        found += [Finding("derived file", message, rebuild) for message in _derived(database, snapshot)]
    return found


def _read(findings: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The findings, and one more where a row is so damaged that it cannot be read."""
    try:
        yield from findings
    except (KeyError, ValueError, TypeError, IndexError, IndexUnusable) as error:
        yield "database", f"a row cannot be read ({error})"


def _tables(database: Database) -> Iterator[tuple[str, str]]:
    for table, _, parent, _ in database.rows("PRAGMA foreign_key_check"):
        yield "references", f"a row of {table} names a row of {parent} that is not there"
    for key in ("encoder", "encoder_fingerprint", "dimension", "uid"):
        if not database.meta(key):
            yield "manifest", f"{key} is missing"
    alive = database.value("SELECT count(*) FROM tombstones JOIN passages ON no = passage_no")
    if alive:
        yield "deletion", f"{alive} passages are marked deleted and still there"
    stale = database.value("SELECT count(*) FROM articles WHERE file <> '' AND file NOT IN (SELECT path FROM files)")
    if stale:
        yield "files", f"{stale} articles come from files the index does not know"


def _articles(database: Database) -> Iterator[tuple[str, str]]:
    """Offsets, order and embedding keys of every passage of every article."""
    fingerprint = database.meta("encoder_fingerprint")
    for article_id, stored in database.rows("SELECT id, checksum FROM articles ORDER BY no"):
        rows = database.rows(
            """SELECT p.no, e.key FROM passages p JOIN articles a ON a.no = p.article_no
            LEFT JOIN embeddings e ON e.no = p.embedding_no WHERE a.id = ? ORDER BY p.ordinal""",
            (article_id,),
        )
        article = records.article(database, article_id)
        if checksum(article) != stored:
            yield "hashes", f"article {article_id} is not what was written"
        found = records.passages(database, [row[0] for row in rows])
        end = 0
        for ordinal, (number, key) in enumerate(rows):
            passage = found[number][0]
            inside = 0 <= passage.start < passage.end <= len(article.text) and passage.start >= end
            if passage.ordinal != ordinal or not inside:
                yield "offsets", f"passage {passage.id} is out of place"
            end = passage.end
            if not passage.sentences or any(
                not passage.start <= sentence.start < sentence.end <= passage.end for sentence in passage.sentences
            ):
                yield "offsets", f"a sentence of {passage.id} lies outside it"
            if key != embedding_key(fingerprint, passage.embedding_text):
                yield "hashes", f"the vector of {passage.id} is not that of its text"
        if not rows and article.text.strip():
            yield "offsets", f"article {article_id} has no passages"


def _words(database: Database) -> Iterator[tuple[str, str]]:
    """The full-text index against the text."""
    if not database.value("SELECT count(*) FROM sqlite_master WHERE name = 'words'"):
        yield "words", "the full-text index is not there"
        return
    numbers = [row[0] for row in database.rows("SELECT no FROM passages ORDER BY no")]
    if [row[0] for row in database.rows("SELECT rowid FROM words ORDER BY rowid")] != numbers:
        yield "words", "the full-text index holds other passages than the database"
        return
    places: dict[str, tuple[int, int]] = {}
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        found = records.passages(database, part)
        texts: dict[int, str] = dict(database.where_in("SELECT rowid, terms FROM words WHERE rowid IN ({marks})", part))
        for number, (passage, info) in found.items():
            wanted = words_of(passage, info.language)
            if texts[number] != " ".join(wanted):
                yield "words", f"the words of {passage.id} are not those of its text"
            for token in wanted:
                often, total = places.get(token, (0, 0))
                places[token] = often + 1, total + number
    indexed = database.stream("SELECT term, count(*), sum(doc) FROM word_places GROUP BY term")
    if {row[0]: (row[1], row[2]) for row in indexed} != places:
        yield "words", "the full-text index does not hold the words of the passages"


def _vectors(database: Database, snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Every vector as written and of length one; sampled passages find themselves; FAISS agrees with NumPy."""
    wrong = sum(zlib.crc32(blob) != kept for blob, kept in database.stream("SELECT vector, checksum FROM embeddings"))
    if wrong:
        yield "vectors", f"{wrong} vectors are not what was written"
    snapshot.forget()
    snapshot.catch_up(database)
    rows = snapshot.vectors.rows()
    if not len(rows):
        return
    for start in range(0, len(rows), 50_000):
        norms = np.linalg.norm(rows[start : start + 50_000].astype(np.float32), axis=1)
        wrong = int(np.count_nonzero(~(np.abs(norms - 1) < _TOLERANCE)))
        if wrong:
            yield "vectors", f"{wrong} vectors are not of length one"
            return
    for place in np.linspace(0, len(rows) - 1, min(_SAMPLE, len(rows)), dtype=np.int64):
        query = rows[place].astype(np.float32)
        found, scores = snapshot.vectors.exact(query, 1)
        best = float((rows.astype(np.float32) @ query).max()) if len(rows) <= 50_000 else float(scores[0])
        if abs(float(scores[0]) - best) > 1e-4 or abs(float(scores[0]) - 1) > _TOLERANCE:
            yield "vectors", f"passage number {snapshot.columns.number[place]} does not find itself (finds {found[0]})"


def _derived(database: Database, snapshot: Snapshot) -> Iterator[str]:
    """The derived file, caught up, against the database."""
    if derived.stamp(database.folder) is None and not (database.folder / derived.DERIVED).exists():
        return
    other = Snapshot(snapshot.vectors.dimension, snapshot.fingerprint)
    if not other.take_derived(database):
        if derived.read(database.folder) is None:
            yield "it is damaged, and left aside"
        return  # of an earlier state, as a writer killed while compacting leaves it: not used, and soon replaced
    with database.reading():
        other.catch_up(database)
    same = all(
        np.array_equal(getattr(snapshot.columns, name), getattr(other.columns, name)[other.alive]) for name in COLUMNS
    )
    if snapshot.generation != other.generation:
        return  # a writer committed in between: nothing to compare
    if not same or not np.array_equal(snapshot.vectors.rows(), other.vectors.rows()[other.alive]):
        yield "it does not hold what the database holds"
