from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rag.errors import IndexLocked, UsageError
from rag.index import DATABASE, EmbeddedIndex, open_index, upkeep
from rag.language import index_terms
from rag.types import Filter, Query
from tests.index.material import article, fill, made, query, upsert_of

SECRET = "Zanzibarolix whispered quixotemple to the harbour master."
KEPT = [
    article("kept", "The harbour opened again.", source="Wire", published=date(2024, 1, 1)),
    article("also", "A bridge was built.", source="Post"),
]
GONE = article("gone", SECRET, title="Vermilionade", source="Nosuchpaper", published=date(2024, 2, 2))


def traces(folder: Path) -> list[str]:
    """What of the deleted article is in any file of the index."""
    marks = ["Zanzibarolix", "quixotemple", "Vermilionade", "Nosuchpaper"]
    marks += [f"en_{term}" for term in index_terms(SECRET, "en")[:3]]
    return [
        f"{path.name}: {mark}"
        for path in folder.iterdir()
        for mark in marks
        if mark.encode() in path.read_bytes() or mark.lower().encode() in path.read_bytes().lower()
    ]


def vector_of(folder: Path) -> bytes:
    return upsert_of(GONE).vectors.astype("<f2").tobytes()


@pytest.fixture(params=[1, 10_000], ids=["derived", "database only"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(upkeep, "DERIVED_FROM", request.param)
    with made(tmp_path, [*KEPT, GONE]) as index:
        index.settle()
    assert traces(tmp_path)
    return tmp_path


def unanswered(index: EmbeddedIndex) -> None:
    assert index.verify() == []
    with pytest.raises(KeyError):
        index.article("gone")
    asked = query(SECRET, 10)
    for question in (asked, Query(10, asked.vector), Query(10, terms=asked.terms)):
        assert "gone" not in {hit.article.id for hit in index.search(question)}


def test_nothing_is_left_after_compaction(folder: Path) -> None:
    with open_index(folder, write=True) as index, open_index(folder) as reader:
        assert len(reader.search(query(SECRET))) == 3
        assert index.delete(ids=["gone", "never there"]) == 1
        unanswered(index)
        unanswered(reader)
        index.compact()
        assert traces(folder) == []
        unanswered(index)
        unanswered(reader)
    assert traces(folder) == []
    assert not any(vector_of(folder) in path.read_bytes() for path in folder.iterdir())
    with open_index(folder) as reader:
        unanswered(reader)
        assert {hit.article.id for hit in reader.search(query("harbour bridge"))} == {"kept", "also"}


def test_the_text_is_overwritten_before_compaction(folder: Path) -> None:
    with open_index(folder, write=True) as index:
        index.delete(ids=["gone"])
    data = (folder / DATABASE).read_bytes()
    assert KEPT[0].text.encode() in data
    assert SECRET.encode() not in data and b"Vermilionade" not in data and vector_of(folder) not in data


def test_a_replaced_text_goes_as_well(folder: Path) -> None:
    with open_index(folder, write=True) as index:
        fill(index, [article("gone", "Nothing to see.")])
        index.compact()
        assert index.article("gone").text == "Nothing to see."
    assert traces(folder) == []


def test_compact_from_a_reader(folder: Path) -> None:
    with open_index(folder) as reader:
        with open_index(folder, write=True) as index:
            index.delete(ids=["gone"])
            with pytest.raises(IndexLocked):
                reader.compact()
        reader.compact()
        unanswered(reader)
    assert traces(folder) == []


def test_delete_by_filter(tmp_path: Path) -> None:
    with made(tmp_path, [*KEPT, GONE]) as index:
        for nothing in ({}, {"where": Filter()}):
            with pytest.raises(UsageError, match="ids or a filter"):
                index.delete(**nothing)
        assert index.delete(ids=["kept", "gone"], where=Filter(sources=("Wire",))) == 1
        assert index.delete(where=Filter(since=date(2024, 1, 1))) == 1
        assert index.delete(where=Filter(since=date(2024, 1, 1))) == 0
        assert index.delete(ids=[]) == 0
        assert [info.id for info in index.articles()] == ["also"]


def test_space_is_given_back(tmp_path: Path) -> None:
    long = [article(f"a{n}", f"Report {n} tells of the harbour. " * 40) for n in range(60)]
    with made(tmp_path, long) as index:
        index.compact()
        before = index.info().bytes_on_disk
        index.delete(ids=[item.id for item in long[5:]])
        index.compact()
        assert index.info().bytes_on_disk < before / 2 and index.verify() == []
