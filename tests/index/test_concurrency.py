"""One process writes, others read: never an error, never half a batch, never back in time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rag.index import EmbeddedIndex, open_index, upkeep
from rag.types import Filter
from tests.index.material import ENCODER, article, fill, made, query

SECONDS = float(os.environ.get("CITEWIRE_TEST_CONCURRENCY", "4"))
READERS = int(os.environ.get("CITEWIRE_TEST_READERS", "4"))
ARTICLES = 8

_READER = """
import sys, time
from pathlib import Path
from tests.index.test_concurrency import read_for
print(*read_for(Path(sys.argv[1]), float(sys.argv[2])))
"""


def version(index: EmbeddedIndex, number: int) -> None:
    """Replace every article, in one batch."""
    fill(index, [article(f"a{n}", f"Version {number} of harbour {n}.", source=f"s{n % 2}") for n in range(ARTICLES)])


def read_for(folder: Path, seconds: float) -> tuple[int, int, int]:
    """Ask as long: questions asked, versions seen, the last one. Asserts that no answer is torn."""
    end = time.time() + seconds
    asked, seen, last, opened = 0, set[int](), -1, 0.0
    index: EmbeddedIndex | None = None
    try:
        while time.time() < end:
            if index is None or time.time() - opened > 1.0:
                if index is not None:
                    index.close()
                index, opened = open_index(folder, encoder=ENCODER), time.time()
            where = Filter(sources=("s1",)) if asked % 3 == 0 else Filter()
            hits = index.search(query("version harbour", 20, where=where))
            versions = {int(hit.passage.text.split()[1]) for hit in hits}
            assert len(hits) == (ARTICLES // 2 if where.sources else ARTICLES), f"{len(hits)} hits"
            assert len(versions) == 1, f"torn: {versions}"
            assert max(versions) >= last, f"back from {last} to {versions}"
            last = max(versions)
            seen.add(last)
            asked += 1
    finally:
        if index is not None:
            index.close()
    return asked, len(seen), last


@pytest.mark.timeout(60 + 4 * SECONDS)
def test_one_writer_and_many_reading_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "DERIVED_FROM", 1)
    folder = tmp_path / "index"
    with made(folder, []) as index:
        version(index, 0)
        command = [sys.executable, "-c", _READER, str(folder), str(SECONDS)]
        readers = [
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(READERS)
        ]
        number = 0
        while any(reader.poll() is None for reader in readers):  # each counts from when it has started
            number += 1
            version(index, number)
            if number % 10 == 0:
                index.settle()
            if number % 25 == 0:
                index.compact()
        told = [reader.communicate(timeout=60) for reader in readers]
    assert [reader.returncode for reader in readers] == [0] * READERS, [errors for _, errors in told]
    counts = [[int(word) for word in out.split()] for out, _ in told]
    assert all(asked > 0 and seen > 1 and last <= number for asked, seen, last in counts), counts
    with open_index(folder) as index:
        assert index.verify() == []
    sys.stderr.write(f"{number} commits, {sum(row[0] for row in counts)} questions by {READERS} readers, none torn\n")


def test_threads_share_one_reader(tmp_path: Path) -> None:
    failures: list[BaseException] = []
    with made(tmp_path, []) as index:
        version(index, 0)
        with open_index(tmp_path) as reader:

            def ask() -> None:
                try:
                    for _ in range(30):
                        hits = reader.search(query("version harbour", 20))
                        assert len({hit.passage.text.split()[1] for hit in hits}) == 1 and len(hits) == ARTICLES
                        assert reader.info().articles == ARTICLES
                        assert len(list(reader.scan())) == ARTICLES
                except BaseException as error:  # told below
                    failures.append(error)

            threads = [threading.Thread(target=ask) for _ in range(4)]
            for thread in threads:
                thread.start()
            for number in range(1, 30):
                version(index, number)
            for thread in threads:
                thread.join()
    assert failures == []


def test_an_open_reader_follows(tmp_path: Path) -> None:
    with made(tmp_path, [article("a", "The harbour is closed.")]) as index, open_index(tmp_path) as reader:
        assert reader.refresh() and not reader.refresh()
        first = reader.info().generation
        fill(index, [article("b", "The bridge is closed.")])
        assert {hit.article.id for hit in reader.search(query("bridge"))} == {"a", "b"}
        index.delete(ids=["a"])
        assert reader.refresh()
        assert [hit.article.id for hit in reader.search(query("bridge"))] == ["b"]
        assert reader.info().generation == first + 2


def test_everybody_who_looks_sees_that_the_index_is_another(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with made(folder, [article("a", "The harbour is closed.")]) as index, open_index(folder) as reader:
        seen = reader.state()
        assert reader.state() == seen and not reader.refresh()
        fill(index, [article("b", "The bridge is closed.")])
        assert reader.refresh()
        assert reader.state() != seen and reader.state() == reader.state()
        index.close()
        seen = reader.state()
        shutil.rmtree(folder)
        made(folder, [article("c", "The quay is closed.")]).close()
        assert reader.refresh()
        assert reader.state() != seen
