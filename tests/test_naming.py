"""Ids: an article's own, one within its file, or its place; never those of a text that somebody else has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rag.index import EmbeddedIndex, Upsert
from rag.naming import Named, Naming
from rag.types import Article, ArticleInfo
from tests.index.material import made, upsert_of

ONE, OTHER, THIRD = "The harbour is closed.", "The bridge is open.", "The glacier melts."


def row(number: int, text: str, file: str = "a#1.csv") -> Article:
    return Article(ArticleInfo("7", path=f"{file}#{number}", language="en"), text)


@pytest.fixture
def naming(tmp_path: Path) -> Iterator[Naming]:
    with made(tmp_path, []) as index:
        yield Naming(index)


def stored(index: EmbeddedIndex, article: Article, file: str) -> None:
    made_of = upsert_of(article)
    index.apply([Upsert(made_of.article, made_of.passages, made_of.vectors, file)])


def test_an_id_is_given_once_and_each_other_text_gets_one_of_its_own(naming: Naming) -> None:
    found = [naming.named(row(n, text), "a#1.csv", ()) for n, text in enumerate((ONE, OTHER, THIRD), 1)]
    assert [(each.article.id, each.twice, each.shadowed) for each in found] == [
        ("7", "", False), ("a#1.csv:7", "", False), ("a#1.csv#3", "", False),
    ]  # fmt: skip
    assert all(each.article.id in naming for each in found) and len(naming) == 3


@pytest.mark.parametrize(("file", "shadowed"), [("a#1.csv", False), ("b.csv", True)])
def test_the_same_text_under_the_same_id_is_told_as_read_twice(naming: Naming, file: str, shadowed: bool) -> None:
    naming.named(row(1, ONE), "a#1.csv", ())
    again = row(2, ONE, file)
    assert naming.named(again, file, ()) == Named(again, twice="a#1.csv#1", shadowed=shadowed)


def test_a_file_of_one_article_goes_by_its_path(naming: Naming) -> None:
    naming.named(row(1, ONE), "a#1.csv", ())
    page = Article(ArticleInfo("7", path="b.html"), OTHER)
    found = naming.named(page, "b.html", ())
    assert (found.article.id, found.article.text, found.shadowed) == ("b.html", OTHER, True)


def test_of_a_stored_article_and_one_read_now_the_first_file_has_the_id(tmp_path: Path) -> None:
    with made(tmp_path, []) as index:
        stored(index, row(1, ONE, "b.csv"), "b.csv")
        kept = {"b.csv"}
        earlier, later = row(1, OTHER, "a.csv"), row(1, OTHER, "c.csv")
        assert Naming(index).named(earlier, "a.csv", kept) == Named(earlier, ousted="b.csv")
        named = replace(later, info=replace(later.info, id="c.csv:7"))
        assert Naming(index).named(later, "c.csv", kept) == Named(named, shadowed=True)
        assert Naming(index).named(later, "c.csv", ()) == Named(later)


def test_what_is_kept_unread_keeps_its_id(tmp_path: Path) -> None:
    with made(tmp_path, []) as index:
        stored(index, row(1, ONE, "b.csv"), "b.csv")
        naming = Naming(index)
        naming.keep(index.filed_in("b.csv")[0])
        assert naming.named(row(2, OTHER, "c.csv"), "c.csv", ()).article.id == "c.csv:7"
        assert naming.named(row(3, ONE, "c.csv"), "c.csv", ()).twice == "b.csv#1"
