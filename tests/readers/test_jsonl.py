"""JSON lines."""

import gzip
import json
import lzma

import pytest

from rag.readers import SourceFile, read_file
from rag.types import Skipped

RECORD = {"text": "Le conseil a voté lundi.", "language": "fr"}
LINE = json.dumps(RECORD).encode()


def read(tmp_path, content, name="a.jsonl"):
    path = tmp_path / name
    path.write_bytes(content)
    return list(read_file(tmp_path, SourceFile(name, path.stat().st_size, 0)))


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.jsonl", bytes), ("a.jsonl.gz", gzip.compress), ("a.jsonl.xz", lzma.compress), ("A.JSONL", bytes)],
)
def test_each_line_is_an_article_named_after_it(tmp_path, name, pack):
    one, other = read(tmp_path, pack(LINE + b"\n\n" + LINE), name)
    assert (one.id, other.id) == (f"{name}#1", f"{name}#3")
    assert one.text == other.text == RECORD["text"]


def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path):
    content = b"\n".join([LINE, b"{oops", b"[1]", b'{"text": ""}', b"\xff\x00\xfe" * 10, LINE])
    found = read(tmp_path, content)
    assert [item.path for item in found if isinstance(item, Skipped)] == [f"a.jsonl#{line}" for line in (2, 3, 4, 5)]
    reasons = [item.reason for item in found if isinstance(item, Skipped)]
    for reason, expected in zip(reasons, ["not valid JSON at column 2", "not an object", "no text", ""], strict=True):
        assert expected in reason
    assert found[-1].id == "a.jsonl#6"


def test_a_line_in_an_older_encoding_is_read(tmp_path):
    old = '{"text": "Le préfet a annoncé que l\'école de la forêt rouvrirait dès la rentrée, après des mois d\'été."}'
    (article,) = read(tmp_path, old.encode("cp1252"))
    assert "préfet a annoncé que l'école de la forêt" in article.text


@pytest.mark.parametrize("encoding", "utf-8-sig utf-16 utf-16-le utf-16-be utf-32".split())
@pytest.mark.parametrize(("name", "pack"), [("a.jsonl", bytes), ("a.jsonl.gz", gzip.compress)])
def test_lines_of_files_in_unicode_of_any_width(tmp_path, name, pack, encoding):
    # U+010A and U+0A0D hold the byte of a line's end
    texts = ["Le préfet a annoncé la réouverture.", "La forêt d'Ċirkewwa est fermée. ਍", "Il pleut."]
    lines = "\r\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts)
    found = read(tmp_path, pack(lines.encode(encoding)), name)
    assert [(item.id, item.text) for item in found] == [(f"{name}#{n}", text) for n, text in enumerate(texts, 1)]


def test_a_file_cut_within_a_letter_is_told(tmp_path):
    *_, skipped = read(tmp_path, '{"text": "Le préfet."}\n{"text": "Il ple'.encode("utf-16")[:-1])
    assert skipped == Skipped("a.jsonl", "not valid utf-16: save it as UTF-8")


def test_a_damaged_archive_keeps_what_was_read_before_the_damage(tmp_path):
    whole = gzip.compress(b"\n".join(json.dumps({**RECORD, "id": str(number)}).encode() for number in range(5_000)))
    found = read(tmp_path, whole[: len(whole) // 2], "a.jsonl.gz")
    assert len(found) > 100
    assert isinstance(found[-1], Skipped)
    assert "damaged archive" in found[-1].reason
    assert found[0].id == "0"


@pytest.mark.parametrize("content", [b"\n\n  \n", b" "])
def test_no_line_is_an_empty_file(tmp_path, content):
    assert read(tmp_path, content) == [Skipped("a.jsonl", "the file is empty")]


def test_short_lines_are_in_the_encoding_of_the_others(tmp_path):
    texts = ["Rzeka jest długa.", "Minister zapowiedział w środę, że szkoły zostaną otwarte już we wrześniu.", "Był."]
    lines = [json.dumps({"text": text}, ensure_ascii=False).encode("cp1250") for text in texts]
    assert [item.text for item in read(tmp_path, b"\n".join([LINE, *lines]))] == [RECORD["text"], *texts]
