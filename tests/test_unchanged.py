"""When a file counts as it was last read, and when the settings do."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from rag import Retriever, build
from rag.errors import IndexMismatch
from rag.readers import SourceFile, list_files
from rag.unchanged import Drift, drift, settings_hash, state_of, untouched
from tests.fakes import WordHashEncoder

LATER = 10_000_000_000  # nanoseconds


def listed(folder: Path, text: str) -> SourceFile:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    [file] = list_files(folder)
    return file


def test_a_file_is_as_it_was_where_size_and_times_are_and_time_has_passed(tmp_path: Path) -> None:
    file = listed(tmp_path, "The bridge is open.")
    state = state_of(tmp_path, file)
    assert not untouched(file, state)  # read within the coarseness of a file system's clock
    settled = replace(state, read_ns=max(file.mtime_ns, file.changed_ns) + LATER)
    assert untouched(file, settled)
    assert not untouched(replace(file, size=file.size + 1), settled)
    assert not untouched(replace(file, mtime_ns=file.mtime_ns + 1), settled)
    assert not untouched(file, replace(settled, hash=b""))


def test_a_corpus_that_has_gone_on_is_told_by_counts_without_reading_a_file(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("The bridge is open.", encoding="utf-8")
    known = {file.path: state_of(tmp_path, file) for file in list_files(tmp_path)}
    assert drift(tmp_path, known) == Drift()  # though it was read within the coarseness of the clock
    (tmp_path / "a.txt").write_text("The bridge is shut for now.", encoding="utf-8")
    (tmp_path / "b.txt").rename(tmp_path / "d.txt")
    (tmp_path / "e.txt").touch()
    assert drift(tmp_path, known) == Drift(new=2, changed=1, removed=1)
    assert drift(tmp_path, {}) == Drift(new=4)


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become another user")
def test_files_of_a_folder_that_cannot_be_read_now_are_not_gone(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for path in (tmp_path / "a.txt", tmp_path / "deep" / "b.txt"):
        path.write_text("The bridge is open.", encoding="utf-8")
    known = {file.path: state_of(tmp_path, file) for file in list_files(tmp_path)}
    for path in list(tmp_path.parents)[:-2] + [tmp_path]:
        path.chmod(path.stat().st_mode | 0o777)
    (tmp_path / "a.txt").unlink()
    (tmp_path / "deep").chmod(0o000)
    os.seteuid(65534)
    try:
        assert drift(tmp_path, known) == Drift(removed=1)
    finally:
        os.seteuid(0)
        (tmp_path / "deep").chmod(0o755)


def test_the_hash_is_of_the_content_alone_and_empty_for_what_cannot_be_read(tmp_path: Path) -> None:
    file = listed(tmp_path, "The bridge is open.")
    first = state_of(tmp_path, file)
    assert first.hash == state_of(tmp_path, listed(tmp_path, "The bridge is open.")).hash
    assert first.hash != state_of(tmp_path, listed(tmp_path, "The bridge is shut.")).hash
    assert state_of(tmp_path, replace(file, path="gone.txt")).hash == b""


def test_settings_differ_where_passages_would_be_cut_otherwise() -> None:
    wide, narrow = WordHashEncoder(), WordHashEncoder()
    narrow.max_tokens = 24
    assert settings_hash(wide) == settings_hash(WordHashEncoder())
    assert settings_hash(narrow) != settings_hash(wide)


def test_an_index_cut_otherwise_names_the_command(tmp_path: Path) -> None:
    narrow, wide = WordHashEncoder(max_tokens=12), WordHashEncoder()
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("The bridge is open.", encoding="utf-8")
    build(tmp_path / "corpus", tmp_path / "index", encoder=narrow)
    with Retriever.open(tmp_path / "index", encoder=narrow) as retriever:
        assert retriever.search("bridge")
    with pytest.raises(IndexMismatch, match="run `citewire build --index"):
        Retriever.open(tmp_path / "index", encoder=wide)
