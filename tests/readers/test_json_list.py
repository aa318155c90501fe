"""JSON files."""

import json

import pytest

from rag.readers import SourceFile, read_file
from rag.types import Article, Skipped

RECORD = {"title": "T", "text": "Le conseil a voté lundi.", "language": "fr", "published": "2024-11-28"}


def read(tmp_path, content, name="a.json"):
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return list(read_file(tmp_path, SourceFile(name, path.stat().st_size, 0)))


def test_one_object_is_one_article_named_after_the_file(tmp_path):
    (article,) = read(tmp_path, RECORD)
    assert (article.id, article.info.path, article.text) == ("a.json", "a.json", RECORD["text"])


@pytest.mark.parametrize("wrap", [lambda records: records, lambda records: {"articles": records}])
def test_a_list_is_many_named_by_their_place(tmp_path, wrap):
    one, bad, other = read(tmp_path, wrap([RECORD, {"title": "sans texte"}, {**RECORD, "id": 7}]))
    assert (one.id, one.info.path) == ("a.json#1", "a.json#1")
    assert bad == Skipped("a.json#2", "no text: the field 'text' is missing or empty (there are: title)")
    assert (other.id, other.info.path) == ("7", "a.json#3")


def test_a_byte_order_mark_is_no_error(tmp_path):
    (article,) = read(tmp_path, "\ufeff" + json.dumps(RECORD))
    assert isinstance(article, Article)


@pytest.mark.parametrize("between", ["", "\n", "\r\n \n"])
def test_objects_one_after_the_other_are_a_list(tmp_path, between):
    one, other = read(tmp_path, between.join(['{"text":\n "Un."}', '{"text": "Deux."}']) + between)
    assert [(item.id, item.text) for item in (one, other)] == [("a.json#1", "Un."), ("a.json#2", "Deux.")]


def test_objects_with_anything_else_among_them_are_none(tmp_path):
    (skipped,) = read(tmp_path, '{"text": "Un."}\n{"text": "Deux')
    assert skipped == Skipped("a.json", "not valid JSON at line 2: Extra data")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"text": "a"', "not valid JSON at line 1"),
        ('{\n"text": oui\n}', "not valid JSON at line 2"),
        ("[" * 100_000, "not valid JSON"),
        ("[]", "neither an article"),
        ('"texte"', "neither an article"),
        ("3", "neither an article"),
        ("[3]", "not an object"),
    ],
)
def test_what_is_skipped_and_why(tmp_path, content, reason):
    (skipped,) = read(tmp_path, content)
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason


@pytest.mark.parametrize(
    "wrap",
    [
        lambda records: {"status": "ok", "totalResults": 1, "items": records},
        lambda records: {"response": {"status": "ok", "results": records}},
        lambda records: {"data": records, "response": "none"},
        lambda records: {"stories": records},
        lambda records: {"articles": [], "posts": records},
        lambda records: {"took": 1, "hits": {"total": {"value": 1}, "hits": [{"_id": "1", "_source": records[0]}]}},
        lambda records: {"articles": {"totalResults": 1, "results": records}},
        lambda records: {"@context": "https://schema.org", "@graph": records},
        lambda records: {"version": "1.1", "title": "Le Soir", "description": "Un journal.", "items": records},
    ],
)
def test_lists_as_services_pack_them(tmp_path, wrap):
    (article,) = read(tmp_path, wrap([{**RECORD, "text": "<p>Un pont.</p><p>Deux&nbsp;ponts.</p>"}]))
    assert (article.info.path, article.text) == ("a.json#1", "Un pont.\n\nDeux ponts.")


def test_an_article_with_a_list_of_its_own_is_an_article(tmp_path):
    (article,) = read(tmp_path, {**RECORD, "items": [{"text": "Autre."}]})
    assert article.info.path == "a.json"
