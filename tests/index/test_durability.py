"""What befalls files: missing, foreign, cut short, bits flipped, no room, no permission."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from rag.errors import IndexDamaged, IndexLocked, IndexMismatch, IndexMissing, IndexUnusable, UsageError
from rag.index import DATABASE, derived, open_index, upkeep
from rag.index.lexical import tokens
from rag.index.snapshot import Columns, Snapshot
from rag.language import index_terms
from rag.types import Filter
from tests.fakes import WordHashEncoder
from tests.index.material import ENCODER, article, facts, fill, made, query

ARTICLES = [article(f"a{n}", f"Report {n} tells of harbour number {n % 7} and bridge {n % 5}.") for n in range(60)]
ASKED = query("harbour 3 bridge 2", 10)


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "DERIVED_FROM", 1)


@pytest.fixture
def with_graph(monkeypatch: pytest.MonkeyPatch, small_limits: None) -> None:
    monkeypatch.setattr(upkeep, "GRAPH_FROM", 1)
    monkeypatch.setattr("rag.index.vectors._EXACT", 10)


@pytest.fixture
def folder(tmp_path: Path, small_limits: None) -> Path:
    with made(tmp_path / "index", ARTICLES) as index:
        assert index.settle()
    return tmp_path / "index"


def answers(folder: Path) -> list[tuple[object, ...]]:
    with open_index(folder, encoder=ENCODER) as index:
        return facts(index.search(ASKED))


def test_missing(tmp_path: Path) -> None:
    for write in (False, True):
        with pytest.raises(IndexMissing, match="run `citewire build"):
            open_index(tmp_path / "none", write=write)
        (tmp_path / "empty").mkdir(exist_ok=True)
        with pytest.raises(IndexMissing, match="run `citewire build"):
            open_index(tmp_path / "empty", write=write)
    assert not (tmp_path / "none").exists() and not list((tmp_path / "empty").iterdir())
    with pytest.raises(UsageError):
        open_index(tmp_path / "none", create=True)


def test_another_encoder(folder: Path) -> None:
    with pytest.raises(IndexMismatch, match="word-hash-64 .* not word-hash-32 .* run `citewire build"):
        open_index(folder, encoder=WordHashEncoder(32))
    with pytest.raises(IndexMismatch):
        open_index(folder, encoder=WordHashEncoder(64, salt="b"), create=True)


def test_a_newer_version_is_refused(folder: Path) -> None:
    with open_index(folder, write=True) as index:
        index._database.run("PRAGMA user_version=99")
    for write in (False, True):
        with pytest.raises(IndexMismatch, match="newer Citewire"):
            open_index(folder, write=write)


def test_one_writer_and_its_name(folder: Path) -> None:
    with open_index(folder, write=True), pytest.raises(IndexLocked, match=f"process {os.getpid()} on"):
        open_index(folder, write=True)
    open_index(folder, write=True).close()


def test_where_files_cannot_be_locked_nobody_is_said_to_write(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refused)
    with pytest.raises(IndexUnusable, match="does not lock files .*: put the index on another disk"):
        open_index(folder, write=True)


def test_a_manifest_without_a_dimension_is_damaged(folder: Path) -> None:
    with open_index(folder, write=True) as index:
        index._database.run("DELETE FROM meta WHERE key = 'dimension'")
    with pytest.raises(IndexDamaged, match="how long its vectors are: move the folder away and run `citewire build"):
        open_index(folder)


def test_the_lock_of_a_killed_writer_is_free(folder: Path) -> None:
    code = f"import os; from rag.index import open_index; i = open_index({str(folder)!r}, write=True); os._exit(9)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    open_index(folder, write=True).close()


def test_to_read_is_not_to_write(folder: Path) -> None:
    with open_index(folder) as index:
        for change in (lambda: fill(index, ARTICLES[:1]), lambda: index.delete(ids=["a1"]), index.settle):
            with pytest.raises(UsageError, match="write=True"):
                change()


@pytest.mark.parametrize("damage", ["cut", "flip", "header", "empty", "foreign"])
def test_a_damaged_derived_file_is_left_aside(folder: Path, damage: str, caplog: pytest.LogCaptureFixture) -> None:
    before = answers(folder)
    path = folder / derived.DERIVED
    data = bytearray(path.read_bytes())
    if damage == "cut":
        data = data[: len(data) - 100]
    elif damage == "flip":
        data[-50] ^= 4
    elif damage == "header":
        data[60] ^= 1
    elif damage == "empty":
        data = bytearray()
    else:
        data = bytearray(b"\x80\x04pickled" * 100)
    path.write_bytes(data)
    with caplog.at_level(logging.WARNING):
        assert answers(folder) == before
    assert "left aside" in caplog.text
    with open_index(folder, write=True) as index:
        (finding,) = index.verify()
        assert finding.law == "derived file" and "citewire compact" in str(finding)
        index.compact()
        upkeep.write(index._database, index._snapshot)
        assert index.verify() == []


def test_every_flipped_bit_of_the_derived_file_is_noticed(folder: Path) -> None:
    before = answers(folder)
    path = folder / derived.DERIVED
    whole = path.read_bytes()
    for place in np.random.default_rng(0).integers(0, len(whole), 25).tolist():
        data = bytearray(whole)
        data[place] ^= 1 << (place % 8)
        path.write_bytes(data)
        assert answers(folder) == before


def test_a_derived_file_of_another_index_is_left_aside(folder: Path, tmp_path: Path) -> None:
    with made(tmp_path / "other", ARTICLES[:30]) as index:
        index.settle()
    before = answers(folder)
    shutil.copy(tmp_path / "other" / derived.DERIVED, folder / derived.DERIVED)
    assert answers(folder) == before


def test_a_derived_file_that_is_behind_is_caught_up(folder: Path, tmp_path: Path) -> None:
    kept = (folder / derived.DERIVED).read_bytes()
    with open_index(folder, write=True) as index:
        index.delete(ids=["a3", "a4"])
        fill(index, [article("new", "Harbour 3 has a new bridge 2.")])
        (folder / derived.DERIVED).write_bytes(kept)
        assert index.verify() == []
    with made(tmp_path / "b", [*ARTICLES[:3], *ARTICLES[5:], article("new", "Harbour 3 has a new bridge 2.")]) as index:
        assert answers(folder) == facts(index.search(ASKED))


def test_a_derived_file_from_before_a_compaction_is_replaced(folder: Path) -> None:
    with open_index(folder, write=True) as index:
        index.delete(ids=["a3"])
        index.settle()
        kept = (folder / derived.DERIVED).read_bytes()
        index.compact()
        (folder / derived.DERIVED).write_bytes(kept)
        assert index.verify() == []
        assert index.settle() and not index.settle()
        assert (folder / derived.DERIVED).read_bytes() != kept


def test_an_older_copy_of_the_database_is_served_as_it_is(folder: Path, tmp_path: Path) -> None:
    before = answers(folder)
    shutil.copytree(folder, tmp_path / "backup")
    with open_index(folder) as reader:
        reader.refresh()
        with open_index(folder, write=True) as index:
            fill(index, [article("new", "Harbour 3 has a new bridge 2.")])
        assert facts(reader.search(ASKED)) != before
    shutil.copy(tmp_path / "backup" / DATABASE, folder / DATABASE)
    assert answers(folder) == before


@pytest.mark.parametrize("size", [0, 10, 100, 5000, 60_000])
def test_a_database_cut_short_is_refused_and_left_alone(folder: Path, size: int) -> None:
    path = folder / DATABASE
    os.truncate(path, size)
    for write in (False, True):
        with (
            pytest.raises((IndexDamaged, IndexMissing), match="citewire build"),
            open_index(folder, write=write) as index,
        ):
            index.search(ASKED)
            assert index.verify() == []
    with pytest.raises(IndexUnusable):
        with open_index(folder, encoder=WordHashEncoder(32), write=True) as index:
            fill(index, ARTICLES[:1])
    assert path.stat().st_size == size


def test_something_else_in_its_place_is_refused_and_left_alone(folder: Path) -> None:
    (folder / DATABASE).write_text("These are my notes, not a database. " * 200)
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(IndexDamaged, match="damaged"):
        open_index(folder)
    with pytest.raises(IndexDamaged, match="damaged"):
        open_index(folder, encoder=ENCODER, create=True)
    assert (folder / DATABASE).read_bytes() == before


def test_flipped_bits_of_the_database_are_found_by_verify_or_hit_nothing(folder: Path) -> None:
    path = folder / DATABASE
    whole, before = path.read_bytes(), _rows(path)
    noticed = 0
    for place in np.random.default_rng(1).integers(4096, len(whole), 30).tolist():
        data = bytearray(whole)
        data[place : place + 16] = bytes(byte ^ 0xFF for byte in data[place : place + 16])
        path.write_bytes(data)
        try:
            with open_index(folder) as index:
                found = index.verify()
        except IndexUnusable:
            found = [None]
        noticed += bool(found)
        assert found or _rows(path) == before, place
    assert noticed > 5


def _rows(path: Path) -> list[list[tuple[object, ...]]]:
    """Every row of every table that is not empty space."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    tables = (
        "meta",
        "labels",
        "files",
        "articles",
        "embeddings",
        "passages",
        "tombstones",
        "words_data",
        "words_content",
    )
    found = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
    connection.close()
    return found


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become another user")
def test_a_folder_that_cannot_be_written_to_can_be_read(folder: Path) -> None:
    before = answers(folder)
    for path in list(folder.parents)[:-1]:
        path.chmod(path.stat().st_mode | 0o555)
    folder.chmod(0o555)
    os.seteuid(65534)
    try:
        assert answers(folder) == before
        with pytest.raises(IndexUnusable, match="check its permissions"):
            open_index(folder, write=True)
        with pytest.raises(IndexUnusable, match="choose another --index"):
            open_index(folder / "deeper", encoder=ENCODER, create=True)
    finally:
        os.seteuid(0)


_NO_ROOM = """
import resource, signal, sys
from rag.errors import IndexUnusable
from rag.index import open_index
from tests.index.material import article, fill
folder, limit = sys.argv[1], int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
index = open_index(folder, write=True)
try:
    for n in range(200):
        fill(index, [article(f"more{n}-{m}", f"More of harbour {m} and bridge {n}.") for m in range(20)])
        print("in", flush=True)
except IndexUnusable as error:
    print(error)
"""


def test_no_room_left(folder: Path) -> None:
    with open_index(folder) as index:
        before = index.info().articles
    limit = (folder / DATABASE).stat().st_size + 200_000
    done = subprocess.run(
        [sys.executable, "-c", _NO_ROOM, str(folder), str(limit)], capture_output=True, text=True, check=True
    )
    *committed, told = done.stdout.splitlines()
    assert set(committed) == {"in"} and "free some space" in told
    with open_index(folder, write=True) as index:
        assert index.verify() == []
        assert index.info().articles == before + 20 * len(committed)
        fill(index, [article("after", "After the disk was cleared.")])


_FULL = """
import resource, signal, sys
from rag.index import open_index
from tests.index.test_durability import ASKED, answers
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
print(len(answers(Path(sys.argv[1]))))
"""


def test_a_full_disk_can_be_read(folder: Path) -> None:
    assert [path.name for path in folder.glob("*.db-*")] == []
    before = len(answers(folder))
    done = subprocess.run([sys.executable, "-c", _FULL, str(folder)], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == (f"{before}\n", "")


def test_what_was_opened_without_room_takes_up_what_is_written_later(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.index.store._may_write", lambda folder: False)
    with open_index(folder) as reader:
        assert reader._database._frozen
        monkeypatch.undo()
        with open_index(folder, write=True) as index:
            fill(index, [article("new", "Harbour 3 has a new bridge 2.")])
            assert "new" in {hit.article.id for hit in reader.search(ASKED)}
            assert not reader._database._frozen


def test_a_derived_file_without_room_keeps_the_old_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (folder / derived.DERIVED).read_bytes()
    monkeypatch.setattr(os, "fsync", _raise_full)
    with open_index(folder, write=True) as index, pytest.raises(IndexUnusable, match="free some space"):
        upkeep.write(index._database, index._snapshot)
    assert (folder / derived.DERIVED).read_bytes() == before
    assert [path.name for path in folder.glob(".*")] == []


def _raise_full(handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_half_written_files_of_killed_writers_are_swept(folder: Path) -> None:
    (folder / f".{derived.DERIVED}.4711").write_bytes(b"half")
    with open_index(folder, write=True) as index:
        index.settle()
    assert not list(folder.glob(".*"))


def test_a_graph_is_kept_measured_and_followed(tmp_path: Path, with_graph: None) -> None:
    exact = made(tmp_path / "exact", ARTICLES)
    with made(tmp_path / "graph", ARTICLES) as index:
        assert index.settle()
        with open_index(index.folder) as reader:
            assert facts(reader.search(ASKED)) == facts(exact.search(ASKED))
            measured = reader._snapshot.vectors.measured
            assert measured is not None and measured.recall >= 0.98 and reader._snapshot.vectors.linked == 60
            more = [article(f"b{n}", f"Harbour number {n} is new, so is bridge {n}.") for n in range(5)]
            fill(index, more)
            fill(exact, more)
            index.delete(ids=["a10"])
            exact.delete(ids=["a10"])
            assert facts(reader.search(ASKED)) == facts(exact.search(ASKED))
            assert reader._snapshot.vectors.linked == 60
        more = [article(f"c{n}", f"Harbour number {n} is newer, so is bridge {n}.") for n in range(20)]
        fill(index, more)
        fill(exact, more)
        assert index.settle() and index.verify() == []
    with exact, open_index(tmp_path / "graph") as reader:
        assert facts(reader.search(ASKED)) == facts(exact.search(ASKED))
        assert reader._snapshot.vectors.linked == 85  # the deleted row stays in the graph until it is compacted
        assert "recall" in reader.info().search
    with open_index(tmp_path / "graph", write=True) as index:
        index.compact()
        assert index._snapshot.vectors.linked == 84


def test_the_derived_file_knows_the_common_terms(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = answers(folder)
    monkeypatch.setattr("rag.index.lexical.COMMON", 9)
    with open_index(folder, write=True) as index:
        upkeep.write(index._database, index._snapshot)
    with open_index(folder) as index:
        index.refresh()
        told = Counter(term for item in ARTICLES for term in set(tokens(index_terms(item.text, "en"), "en")))
        assert index._snapshot.common == {term: count for term, count in told.items() if count >= 9}
        assert 1 <= len(index._snapshot.common) < len(told)
    assert answers(folder) == before


@pytest.mark.parametrize("numbers", [[4, 5, 6, 7], [1, 4, 9], [3], []])
def test_positions_of_passages_with_and_without_gaps(numbers: list[int]) -> None:
    snapshot = Snapshot(4, "0" * 16)
    snapshot.columns = Columns(np.array(numbers, np.int64))
    asked = np.arange(12)
    wanted = [numbers.index(number) if number in numbers else -1 for number in asked.tolist()]
    assert snapshot.positions(asked).tolist() == wanted


def test_a_derived_file_without_its_vectors_is_left_aside(folder: Path) -> None:
    before = answers(folder)
    found = derived.read(folder)
    assert found is not None
    stamp, arrays = found
    derived.write(folder, stamp, {name: array for name, array in arrays.items() if name != "vectors"})
    assert answers(folder) == before


def test_an_array_is_read_into_the_memory_it_is_given(tmp_path: Path) -> None:
    stamp = derived.Stamp("u", "f", 2, 1, 3)
    told = {"a": np.arange(6, dtype=np.float16).reshape(3, 2), "b": np.arange(4)}
    derived.write(tmp_path, stamp, told)
    memory = np.zeros((3, 2), np.float16)
    found = derived.read(tmp_path, lambda name, shape: memory if (name, shape) == ("a", (3, 2)) else None)
    assert found is not None and found[0] == stamp
    assert found[1]["a"] is memory and memory.tolist() == told["a"].tolist()
    assert found[1]["b"].tolist() == [0, 1, 2, 3]


def test_positions_given_anew_at_one_generation_are_not_mixed_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_graph: None
) -> None:
    """A reader takes up a derived file without the rows of what was deleted, a writer drops them from its memory."""
    monkeypatch.setattr("rag.index.snapshot._LONG_TAIL", 1)
    english = Filter(languages=("en",))
    asked = [query("bridge number77", 3), query("bridge number77", 3, where=english)]
    with made(
        tmp_path / "index", [article(f"a{n:02d}", f"The bridge of number{n} was closed.") for n in range(60)]
    ) as writer:
        with open_index(tmp_path / "index", encoder=ENCODER) as reader:
            reader.search(asked[0])
            writer.delete(ids=[f"a{n:02d}" for n in range(10)])
            fill(writer, [article(f"a{n:02d}", f"The bridge of number{n} was closed.") for n in range(60, 120)])
            for index in (reader, writer):
                assert [index.search(each)[0].article.id for each in asked] == ["a77", "a77"]
            assert writer.settle()
            for index in (reader, writer):
                assert [index.search(each)[0].article.id for each in asked] == ["a77", "a77"]
                assert len(index.search(query("bridge", 200, where=english, depth=200))) == 110
