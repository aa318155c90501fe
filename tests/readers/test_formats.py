"""Which file is read by which reader."""

import pytest

from rag.readers import jsonl, plain, table, web
from rag.readers.formats import advice, reader_of, worth_reading_again
from rag.types import Skipped


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("a.txt", plain.read),
        ("sous/A.TXT.GZ", plain.read),
        ("a.ndjson.xz", jsonl.read),
        ("a.htm", web.read),
        ("a.tsv", table.read),
        ("a.doc", None),
        ("txt", None),
        ("a.txt.zip", None),
    ],
)
def test_the_end_of_the_name_tells(name, reader):
    assert reader_of(name) is reader


def test_advice_says_what_to_do_where_something_can_be_done():
    assert advice("a.odt").endswith(".rss): save it as .docx")
    assert advice("a.jpg").endswith(".rss)")


def test_what_was_skipped_whole_is_tried_again_where_there_is_a_reader():
    assert worth_reading_again("a.pdf", [Skipped("a.pdf", "no reader in an older version")])
    assert not worth_reading_again("a.jpg", [Skipped("a.jpg", "not a format that is read")])
    assert not worth_reading_again("a.jsonl", [Skipped("a.jsonl#3", "no text")])
    assert not worth_reading_again("a.txt", [])
