"""An index that is deleted, and perhaps built again, under a reader that has it open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rag.errors import IndexUnusable, IndexMismatch, IndexMissing
from rag.index import DATABASE, open_index
from rag.types import Filter
from tests.fakes import WordHashEncoder
from tests.index.material import ENCODER, article, made, query

OLD = article("old", "The old bridge was closed on Monday.")
NEW = article("new", "The new tunnel was opened on Friday.")


def test_a_reader_goes_on_with_the_index_built_anew(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    made(folder, [OLD]).close()
    with open_index(folder, encoder=ENCODER) as reader:
        assert [hit.article.id for hit in reader.search(query("old bridge"))] == ["old"]
        generation = reader.info().generation
        shutil.rmtree(folder)
        made(folder, [NEW]).close()
        assert reader.info().generation == generation  # nothing but the file itself tells that it is another one
        assert reader.refresh()
        assert [hit.article.id for hit in reader.search(query("old bridge new tunnel"))] == ["new"]
        assert reader.article("new").text == NEW.text
        with pytest.raises(KeyError):
            reader.article("old")
        assert not reader.refresh()


def test_a_deleted_index_is_missing_until_it_is_built_again(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    made(folder, [OLD]).close()
    with open_index(folder, encoder=ENCODER) as reader:
        reader.search(query("old bridge"))
        shutil.rmtree(folder)
        for use in (
            reader.info,
            reader.refresh,
            lambda: reader.search(query("old bridge")),
            lambda: reader.article("old"),
        ):
            with pytest.raises(IndexMissing, match="citewire build"):
                use()
        made(folder, [NEW]).close()
        assert [hit.article.id for hit in reader.search(query("new tunnel"))] == ["new"]


def test_an_index_built_anew_with_another_encoder_is_a_mismatch(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    made(folder, [OLD]).close()
    with open_index(folder, encoder=ENCODER) as reader:
        shutil.rmtree(folder)
        made(folder, [NEW], WordHashEncoder(dimension=32)).close()
        with pytest.raises(IndexMismatch, match="open it again"):
            reader.search(query("new tunnel"))


def test_a_closed_index_says_so(tmp_path: Path) -> None:
    reader = made(tmp_path / "index", [OLD])
    reader.close()
    reader.close()
    with pytest.raises(IndexUnusable, match="has been closed: open it again"):
        reader.info()


def test_an_index_found_half_made_is_opened_anew_once_it_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    made(folder, [OLD]).close()
    with open_index(folder, encoder=ENCODER) as reader:
        reader.search(query("old bridge"))
        shutil.rmtree(folder)
        folder.mkdir()
        (folder / DATABASE).touch()  # as a writer leaves it before its first transaction
        with pytest.raises(IndexMissing):
            reader.refresh()
        made(folder, [NEW]).close()
        assert [hit.article.id for hit in reader.search(query("new tunnel"))] == ["new"]


def test_an_article_named_twice_is_deleted_once(tmp_path: Path) -> None:
    with made(tmp_path / "index", [OLD, NEW]) as index:
        assert index.delete(ids=["old"] * 501) == 1
        many = Filter(article_ids=tuple(f"x{n}" for n in range(40_000)) + ("new",))
        assert [info.id for info in index.articles(many)] == ["new"]
