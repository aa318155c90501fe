"""Days and titles under names that nobody knows."""

import gzip
import json

import pytest

from rag.readers import SourceFile, read_file
from rag.types import Skipped

DAY = "no field of a known name holds its date, but {} may: if that is when it was published, name it 'published'"
TITLE = "no field of a known name holds its title, but {} may: if that is its headline, name it 'title'"
ROWS = [{"title": f"Fair {n}", "text": f"The fair of Abdun had {n}00 guests."} for n in (1, 2)]


def read(tmp_path, name, content):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_file(tmp_path, SourceFile(name, (tmp_path / name).stat().st_size, 0)))


def lines(rows):
    return "\n".join(map(json.dumps, rows))


@pytest.mark.parametrize(
    "name",
    [
        "timestamp", "created_at", "published_on", "posted_on", "Date de parution", "seendate", "issue_date",
        "Date (UTC)", "first_published", "firstPublishedAt",
    ],
)  # fmt: skip
def test_names_of_days(tmp_path, name):
    (article,) = read(tmp_path, "a.csv", f"title,text,{name}\nA fair,The fair of Abdun has opened.,2024-05-04\n")
    assert (str(article.info.published), article.doubt) == ("2024-05-04", "")


@pytest.mark.parametrize("name", ["article_title", "news_title", "Heading", "headlines", "Headline Text"])
def test_names_of_titles(tmp_path, name):
    (article,) = read(tmp_path, "a.csv", f"{name},text\nA fair,The fair of Abdun has opened.\n")
    assert (article.info.title, article.doubt) == ("A fair", "")


def test_a_field_that_may_be_the_day_is_told_once_beside_the_last_article(tmp_path):
    rows = [{**row, "updated_at": "2024-05-04", "visits": "20240504", "place": "Abdun"} for row in ROWS]
    told = DAY.format("'updated_at'")
    assert [item.doubt for item in read(tmp_path, "a.jsonl", lines(rows))] == ["", told]
    assert [item.doubt for item in read(tmp_path, "a.json", json.dumps(rows))] == ["", told]
    assert [item.doubt for item in read(tmp_path, "b.json", json.dumps(rows[0]))] == [told]
    table = "title,text,updated_at\n" + "".join(f"{row['title']},{row['text']},2024-05-04\n" for row in rows)
    assert [item.doubt for item in read(tmp_path, "a.csv", table)] == ["", told]


def test_a_field_that_may_be_the_title_is_told(tmp_path):
    rows = [{"Subject": row["title"], "Title (EN)": "A", "text": row["text"]} for row in ROWS]
    assert [item.doubt for item in read(tmp_path, "a.jsonl", lines(rows))] == [
        "",
        TITLE.format("'Subject' or 'Title (EN)'"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [{**ROWS[0], "date": "2024-05-06", "seen": "2024-05-04"}, {**ROWS[1], "seen": "2024-05-04"}],
        [{**ROWS[0], "visits": "20240504", "place": "Abdun", "pages": 4}],
        [{**ROWS[0], "text": "ABDUN, 4 May 2024 - The fair has opened.", "seen": "2024-05-05"}],
    ],
)
def test_a_file_with_days_or_without_anything_like_one_is_not_doubted(tmp_path, rows):
    assert {item.doubt for item in read(tmp_path, "a.jsonl", lines(rows))} == {""}


def test_a_day_under_a_known_name_that_cannot_be_read_is_not_sought_elsewhere(tmp_path):
    (article,) = read(tmp_path, "a.json", json.dumps({**ROWS[0], "date": "soon", "seen": "2024-05-04"}))
    assert "no field of a known name" not in article.doubt


def test_order_is_kept_and_what_was_read_of_a_file_that_breaks_off(tmp_path):
    rows = [ROWS[0], {"title": "Nothing"}, ROWS[1], {"title": "Nothing"}]
    found = read(tmp_path, "a.jsonl", lines(rows))
    assert [isinstance(item, Skipped) for item in found] == [False, True, False, True]
    packed = gzip.compress(lines([{**ROWS[0], "n": n} for n in range(5000)]).encode() + b"\n")
    *first, last = read(tmp_path, "b.jsonl.gz", packed[: len(packed) // 2])
    assert first and isinstance(last, Skipped) and last.path == "b.jsonl.gz"
    assert [item.id for item in first] == [f"b.jsonl.gz#{place}" for place in range(1, len(first) + 1)]
