"""What is handed over lands inside the corpus folder under a safe name, and nothing there is written over."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.adding import add, safe_name, writable
from rag.errors import CorpusError
from rag.types import Skipped

TEXT = b"The weir at Orsk was repaired on 3 May 2021. It cost 40,000 euros."


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("weir.txt", "weir.txt"),
        ("../../etc/weir.txt", "weir.txt"),
        ("C:\\news\\weir.txt", "weir.txt"),
        ("/etc/passwd", "passwd"),
        ("..", "article"),
        ("", "article"),
        (".hidden.md", "hidden.md"),
        ("~$weir.docx", "weir.docx"),
        ('a<b>:"c"|?*\x00.txt', "a_b___c_____.txt"),
        ("e\u0301te\u0301.txt", "été.txt"),
        ("été à la plage.txt", "été à la plage.txt"),
        ("w" * 400 + ".txt.gz", "w" * 180 + ".txt.gz"),
        ("a\udcff.txt", "a.txt"),
        ("weir.txt. ", "weir.txt"),
    ],
)
def test_a_name_is_made_safe(given_name: str, name: str) -> None:
    assert safe_name(given_name) == name


@given(st.text(max_size=300))
def test_no_name_leads_out_of_the_folder_or_is_hidden(given_name: str) -> None:
    name = safe_name(given_name)
    assert name and name == Path(name).name and "\\" not in name and not name.startswith((".", "~$"))
    assert len(name.encode("utf-8")) <= 225


def test_what_can_be_read_is_written_and_what_cannot_is_named_with_why(tmp_path: Path) -> None:
    corpus = tmp_path / "new" / "corpus"
    added, skipped = add(
        corpus,
        [
            ("../weir.txt", TEXT),
            ("empty.txt", b""),
            ("README.md", TEXT),
            ("weir.doc", TEXT),
            ("broken.json", b"{not json"),
            ("rows.jsonl", b'{"text": ""}\n{"text": "The quay is closed until Friday."}\n'),
        ],
    )
    assert added == ["weir.txt", "rows.jsonl"]
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*.*"))] == [
        "new/corpus/rows.jsonl",
        "new/corpus/weir.txt",
    ]
    assert (corpus / "weir.txt").read_bytes() == TEXT
    reasons = {item.path: item.reason for item in skipped}
    assert reasons["empty.txt"] == "the file is empty"
    assert "rename it" in reasons["README.md"]
    assert "save it as .docx" in reasons["weir.doc"]
    assert reasons.keys() == {"empty.txt", "README.md", "weir.doc", "broken.json"} and all(reasons.values())


def test_nothing_is_written_over_and_nothing_is_kept_twice(tmp_path: Path) -> None:
    other = TEXT.replace(b"40,000", b"50,000")
    (tmp_path / "weir-2.txt").mkdir()
    assert add(tmp_path, [("weir.txt", TEXT), ("weir.txt", other)]) == (["weir.txt", "weir-3.txt"], [])
    assert add(tmp_path, [("weir.txt", other), ("news/weir.txt", TEXT)]) == (
        [],
        [Skipped("weir.txt", "it is in the corpus already")] * 2,
    )
    assert [(tmp_path / name).read_bytes() for name in ("weir.txt", "weir-3.txt")] == [TEXT, other]


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    corpus, outside = tmp_path / "corpus", tmp_path / "outside.txt"
    corpus.mkdir()
    (corpus / "weir.txt").symlink_to(outside)
    assert add(corpus, [("weir.txt", TEXT)]) == (["weir-2.txt"], [])
    assert not outside.exists()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "corpus").write_bytes(b"a file")
    with pytest.raises(CorpusError, match="cannot be written into .*corpus"):
        add(tmp_path / "corpus", [("weir.txt", TEXT)])


class _Full(io.FileIO):
    """A file on a disk that has room for ten more bytes."""

    def write(self, data: object, /) -> int:
        super().write(bytes(data)[:10])  # type: ignore[call-overload]
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_where_there_is_no_room_nothing_is_left_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open
    monkeypatch.setattr(Path, "open", lambda path, mode="r": _Full(path, mode) if mode == "xb" else opened(path, mode))
    with pytest.raises(CorpusError, match=r"weir.txt cannot be written into .*: free some space$"):
        add(tmp_path / "corpus", [("weir.txt", TEXT)])
    assert list((tmp_path / "corpus").iterdir()) == []


def test_what_cannot_be_looked_at_first_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(CorpusError, match=r"weir.txt cannot be looked at in a temporary folder .*: free some space"):
        add(tmp_path / "corpus", [("weir.txt", TEXT)])


def test_a_folder_may_be_written_to_where_it_is_or_can_be_made(tmp_path: Path) -> None:
    assert writable(tmp_path) and writable(tmp_path / "not" / "yet")
    (tmp_path / "file").touch()
    assert not writable(tmp_path / "file") and not writable(tmp_path / "file" / "in")
