"""Articles are written a batch a transaction, a text embedded once, a file remembered no sooner than its articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import filing
from rag.filing import Filing
from rag.index import EmbeddedIndex, FileState, open_index
from rag.pace import Pace
from rag.types import Article, ArticleInfo
from tests.fakes import WordHashEncoder

TEXT = "The ferry to Osmer carried 41,200 passengers this summer."


class Counting(WordHashEncoder):
    """Notes how many texts it was given each time, and stops where told to."""

    def __init__(self, stop_at: int = 99) -> None:
        super().__init__()
        self.given: list[int] = []
        self.stop_at = stop_at

    def encode_passages(self, texts):
        self.given.append(len(texts))
        if len(self.given) == self.stop_at:
            raise KeyboardInterrupt
        return super().encode_passages(texts)


def article(key: str, text: str = TEXT) -> Article:
    return Article(ArticleInfo(key, path=key, language="en", content_hash=f"hash of {key}"), text)


def state(path: str) -> FileState:
    return FileState(path, 1, 1, 1, b"hash", 2)


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[EmbeddedIndex]:
    monkeypatch.setattr(filing, "BATCH", 2)
    with open_index(tmp_path / "index", encoder=WordHashEncoder(), create=True) as opened:
        yield opened


def test_each_text_is_embedded_once(index: EmbeddedIndex) -> None:
    encoder = Counting()
    work = Filing(index, encoder, Pace(lambda step: None))
    for key in "abc":
        work.add(article(key), key)
    work.flush()
    work.add(article("d", "The crossing stops for the winter."), "d")
    work.flush()
    assert (encoder.given, work.embedded) == ([1, 1], 2)
    assert {info.id for info in index.articles()} == set("abcd")


def test_a_file_is_remembered_no_sooner_than_its_articles(index: EmbeddedIndex) -> None:
    work = Filing(index, Counting(stop_at=2), Pace(lambda step: None))
    for number, key in enumerate("abcd"):
        work.add(article(key, f"{TEXT} Report {number}."), "ab" if key in "ab" else "cd")
        if key in "bd":
            work.note(state("ab" if key == "b" else "cd"))
    with pytest.raises(KeyboardInterrupt):
        work.flush()
    assert {info.id for info in index.articles()} == {"a", "b"}
    assert set(index.files()) <= {"ab"}


def test_a_text_that_moved_takes_its_old_article_away(index: EmbeddedIndex) -> None:
    work = Filing(index, Counting(), Pace(lambda step: None))
    work.add(article("old.txt"), "old.txt")
    work.flush()
    work.add(article("new.txt"), "new.txt", formerly="old.txt")
    work.flush()
    assert [info.id for info in index.articles()] == ["new.txt"]
    work.move("new.txt", "deep/new.txt", "deep/new.txt")
    work.flush()
    assert [info.path for info in index.articles()] == ["deep/new.txt"]
    assert index.verify() == []


def test_a_slow_encoder_is_given_as_much_as_it_does_in_some_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]

    class Slow(Counting):
        def encode_passages(self, texts):
            clock[0] += 0.5 * len(texts)
            return super().encode_passages(texts)

    monkeypatch.setattr(filing.time, "monotonic", lambda: clock[0])
    encoder = Slow(stop_at=4)
    with open_index(tmp_path / "index", encoder=encoder, create=True) as index:
        work = Filing(index, encoder, Pace(lambda step: None))
        for number in range(100):
            work.add(article(f"{number:02}", f"{TEXT} Report {number}."), "all")
        with pytest.raises(KeyboardInterrupt):
            work.flush()
        assert encoder.given == [16, 10, 10, 10]
        assert len(index.articles()) == 36


@pytest.mark.parametrize(
    ("passages", "seconds", "size"), [(16, 0.01, 256), (16, 8.0, 10), (16, 800.0, 1), (0, 0.0, 256)]
)
def test_a_batch_takes_seconds_and_has_a_passage_at_least(passages: int, seconds: float, size: int) -> None:
    assert filing._fitting(passages, seconds) == size


def test_what_is_stashed_is_not_embedded_again(index: EmbeddedIndex) -> None:
    encoder = Counting()
    work = Filing(index, encoder, Pace(lambda step: None))
    work.stash(article("a"))
    work.flush()
    work.add(article("a"), "a")
    work.flush()
    assert (encoder.given, work.embedded) == ([1], 1)
