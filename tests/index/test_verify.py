"""Every law broken on purpose is found, and named with the command that mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.index import open_index
from tests.index.material import article, made, query

BREAKS = {
    "references": "UPDATE passages SET embedding_no = 999 WHERE no = 1",
    "manifest": "DELETE FROM meta WHERE key = 'uid'",
    "deletion": "INSERT INTO tombstones(passage_no, generation) VALUES (2, 1)",
    "files": "UPDATE articles SET file = 'nowhere.txt' WHERE no = 1",
    "hashes": "UPDATE articles SET text = replace(text, 'three', 'seven') WHERE no = 1",
    "hashes of metadata": "UPDATE articles SET url = 'https://example.org/other' WHERE no = 1",
    "hashes of vectors": "UPDATE embeddings SET key = x'00' WHERE no = 2",
    "offsets": "UPDATE passages SET start = start + 1 WHERE no = 1",
    "offsets of sentences": "UPDATE passages SET sentences = x'0000000001000000ffffffff02000000' WHERE no = 2",
    "offsets left out": "DELETE FROM passages WHERE article_no = 2",
    "words": "DELETE FROM words WHERE rowid = 1",
    "words lost": "DROP TABLE words",
    "words of another text": "UPDATE words SET terms = 'en_other' WHERE rowid = 1",
    "words of nothing": "INSERT INTO words(rowid, terms) VALUES (77, 'en_ghost')",
    "words not indexed": "UPDATE words_content SET c0 = 'en_other' WHERE id = 1",
    "vectors": "UPDATE embeddings SET vector = zeroblob(128) WHERE no = 1",
}


@pytest.mark.parametrize("law", BREAKS)
def test_a_broken_law_is_found(tmp_path: Path, law: str) -> None:
    articles = [article("a", "The harbour has three cranes."), article("b", "The bridge has two towers.")]
    with made(tmp_path, articles) as index:
        assert index.verify() == []
        index._database.run("PRAGMA foreign_keys=OFF")
        index._database.run(BREAKS[law])
    with open_index(tmp_path) as index:
        found = index.verify()
    assert law.split()[0] in [finding.law for finding in found], found
    assert all("citewire" in finding.repair and finding.message for finding in found)


@pytest.mark.parametrize("letter", ["a", "é", "漢"])
def test_a_word_longer_than_the_full_text_index_holds_breaks_no_law(tmp_path: Path, letter: str) -> None:
    word = letter * 70_000
    with made(tmp_path, [article("a", f"The harbour has {word} and three cranes.")]) as index:
        assert index.verify() == []
        index.compact()
        assert index.verify() == []
        assert [hit.article.id for hit in index.search(query("cranes"))] == ["a"]
        assert [hit.article.id for hit in index.search(query(word))] == ["a"]


@pytest.mark.parametrize(
    "law", ["words", "words lost", "words of another text", "words of nothing", "words not indexed"]
)
def test_the_command_named_for_words_mends_them(tmp_path: Path, law: str) -> None:
    with made(tmp_path, [article("a", "The harbour has three cranes."), article("b", "The bridge is open.")]) as index:
        index._database.run(BREAKS[law])
        (finding, *_) = index.verify()
        assert "citewire compact" in finding.repair
        index.compact()
        assert index.verify() == []
