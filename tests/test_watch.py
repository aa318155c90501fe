from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from queue import Empty, Queue

import pytest

from rag.errors import CitewireError, CorpusError, IndexLocked
from rag.index import open_index
from rag.types import BuildReport
from rag.watch import _Bell, watch
from tests.fakes import WordHashEncoder
from tests.index.material import query


class Watched:
    """A watch in a thread, and what it told."""

    def __init__(self, corpus: Path, index: Path) -> None:
        self.reports: Queue[BuildReport] = Queue()
        self.errors: Queue[CitewireError] = Queue()
        self.stop = threading.Event()
        self.thread = threading.Thread(
            target=watch,
            args=(corpus, index),
            kwargs={
                "encoder": WordHashEncoder(), "on_build": self.reports.put, "on_error": self.errors.put,
                "stop": self.stop, "quiet": 0.1,
            },
        )  # fmt: skip
        self.thread.start()

    def report(self) -> BuildReport:
        return self.reports.get(timeout=30)


@pytest.fixture
def begin(tmp_path: Path) -> Callable[[], Watched]:
    started: list[Watched] = []

    def go() -> Watched:
        (tmp_path / "corpus").mkdir(exist_ok=True)
        started.append(Watched(tmp_path / "corpus", tmp_path / "index"))
        return started[-1]

    yield go
    for watched in started:
        watched.stop.set()
        watched.thread.join(timeout=30)
        assert not watched.thread.is_alive()


def test_files_come_change_and_go(tmp_path: Path, begin: Callable[[], Watched]) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("The harbour is closed.")
    watched = begin()
    assert watched.report().added == 1
    with open_index(tmp_path / "index") as reader:
        (corpus / "deep").mkdir()
        (corpus / "deep" / "b.txt").write_text("The bridge is open.")
        assert watched.report().added == 1
        assert {hit.article.id for hit in reader.search(query("bridge harbour"))} == {"a.txt", "deep/b.txt"}
        (corpus / "a.txt").write_text("The harbour is open again.")
        assert watched.report().changed == 1
        (corpus / "deep" / "b.txt").rename(corpus / "c.txt")
        assert watched.report().moved == 1
        (corpus / "c.txt").unlink()
        assert watched.report().removed == 1
        assert [hit.passage.text for hit in reader.search(query("bridge harbour"))] == ["The harbour is open again."]


def test_a_file_that_only_cannot_be_read_is_named_once(tmp_path: Path, begin: Callable[[], Watched]) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("The harbour is closed.")
    watched = begin()
    assert watched.report().skipped == ()
    (corpus / "b.json").write_text("{")
    assert [item.path for item in watched.report().skipped] == ["b.json"]
    (corpus / "a.txt").write_text("")
    assert [(item.path, item.taken) for item in watched.report().skipped] == [
        ("a.txt", "before"),
        ("b.json", "nothing"),
    ]
    (corpus / "a.txt").touch()
    with pytest.raises(Empty):
        watched.reports.get(timeout=1)


def test_an_empty_folder_and_a_busy_index_are_waited_for(tmp_path: Path, begin: Callable[[], Watched]) -> None:
    watched = begin()
    assert isinstance(watched.errors.get(timeout=30), CorpusError)
    (tmp_path / "corpus" / "a.txt").write_text("The harbour is closed.")
    assert watched.report().added == 1
    with open_index(tmp_path / "index", write=True):
        (tmp_path / "corpus" / "b.txt").write_text("The bridge is open.")
        assert isinstance(watched.errors.get(timeout=30), IndexLocked)
    assert watched.report().added == 1


def test_what_keeps_a_watch_waiting_is_told_once(begin: Callable[[], Watched]) -> None:
    watched = begin()
    assert isinstance(watched.errors.get(timeout=30), CorpusError)
    with pytest.raises(Empty):
        watched.errors.get(timeout=1)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="does not exist"):
        watch(tmp_path / "none", tmp_path / "index", encoder=WordHashEncoder())


def test_what_is_written_into_the_index_rings_nothing(tmp_path: Path) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "corpus" / ".index"
    index.mkdir(parents=True)
    with closing(_Bell(corpus, index)) as bell:
        bell.follow()
        (index / "citewire.db").write_text("a")
        assert not bell._rung.wait(0.5)
        (corpus / "a.txt").write_text("b")
        assert bell._rung.wait(10)


def test_a_link_that_leads_in_a_circle_ends_no_watch(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    with closing(_Bell(corpus, tmp_path / "index")) as bell:
        bell.follow()
        (corpus / "a").symlink_to(corpus / "b")
        (corpus / "b").symlink_to(corpus / "a")
        assert bell._rung.wait(10)
        bell.follow()
        (corpus / "c.txt").write_text("The harbour is closed.")
        assert bell._rung.wait(10)


def test_a_folder_that_goes_is_told_at_once_and_followed_when_it_is_back(
    tmp_path: Path, begin: Callable[[], Watched]
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("The harbour is closed.")
    watched = begin()
    assert watched.report().added == 1
    corpus.rename(tmp_path / "elsewhere")
    assert "does not exist" in str(watched.errors.get(timeout=30))
    with open_index(tmp_path / "index") as reader:
        assert reader.info().articles == 1, "what was read from it is kept"
    (tmp_path / "elsewhere" / "b.txt").write_text("The bridge is open.")
    (tmp_path / "elsewhere").rename(corpus)
    assert watched.report().added == 1
    (corpus / "c.txt").write_text("The road is wet.")
    assert watched.report().added == 1


def test_another_folder_in_its_place_is_read_and_followed(tmp_path: Path, begin: Callable[[], Watched]) -> None:
    corpus, other = tmp_path / "corpus", tmp_path / "other"
    for folder, text in ((corpus, "The harbour is closed."), (other, "The harbour is open.")):
        folder.mkdir()
        (folder / "a.txt").write_text(text)
    watched = begin()
    assert watched.report().added == 1
    corpus.rename(tmp_path / "old")
    other.rename(corpus)
    while not (report := watched.report()).changed:
        assert not report.removed
    (corpus / "b.txt").write_text("The bridge is open.")
    assert watched.report().added == 1


def test_where_changes_cannot_be_reported_the_folder_is_looked_at_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(self: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.Observer.start", refuse)
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("The harbour is closed.")
    reports: Queue[BuildReport] = Queue()
    stop = threading.Event()
    keywords = {"encoder": WordHashEncoder(), "on_build": reports.put, "stop": stop, "quiet": 0.1, "look": 0.3}
    thread = threading.Thread(target=watch, args=(corpus, tmp_path / "index"), kwargs=keywords)
    thread.start()
    try:
        assert reports.get(timeout=30).added == 1
        (corpus / "b.txt").write_text("The bridge is open.")
        assert reports.get(timeout=30).added == 1
    finally:
        stop.set()
        thread.join(timeout=30)
    assert "inotify watch limit reached" in caplog.text
