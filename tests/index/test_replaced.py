"""An index that is deleted, and perhaps built again, under a reader that has it open."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from rag.errors import IndexDamaged, IndexMismatch, IndexMissing, IndexUnusable
from rag.index import DATABASE, open_index
from rag.index.store import Database
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


def test_what_is_no_database_any_more_is_damaged_for_whoever_searches(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    made(folder, [OLD]).close()
    with open_index(folder, encoder=ENCODER) as reader:
        reader.search(query("old bridge"))
        shutil.rmtree(folder)
        folder.mkdir()
        (folder / DATABASE).write_bytes(b"nothing that SQLite knows " * 200)
        for use in (lambda: reader.search(query("old bridge")), reader.state, reader.info):
            with pytest.raises(IndexDamaged, match="is damaged"):
                use()


def test_a_closed_reader_stays_closed_when_the_index_is_built_anew(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    made(folder, [OLD]).close()
    reader = open_index(folder, encoder=ENCODER)
    reader.close()
    made(tmp_path / "aside", [NEW]).close()
    (tmp_path / "aside" / DATABASE).replace(folder / DATABASE)
    for use in (reader.articles, lambda: reader.search(query("new tunnel"))):
        with pytest.raises(IndexUnusable, match="has been closed: open it again"):
            use()


def test_what_takes_the_name_while_it_is_opened_is_seen_to_be_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, aside = tmp_path / "index", tmp_path / "aside"
    made(folder, [OLD]).close()
    made(aside, [NEW]).close()
    connect = Database._connect

    def late(self: Database) -> sqlite3.Connection:
        connection = connect(self)
        if self.folder == folder and aside.exists():
            (folder / DATABASE).unlink()
            (aside / DATABASE).rename(folder / DATABASE)
            shutil.rmtree(aside)
        return connection

    monkeypatch.setattr(Database, "_connect", late)
    with open_index(folder, encoder=ENCODER) as reader:
        assert [info.id for info in reader.articles()] == ["new"]
