"""Writes articles handed over into a corpus folder: the one place where a file of a corpus is ever made.

Knows: what makes a name safe, and that no other file is written over. Does not know where files come from, nor what a
build makes of them.
"""

from __future__ import annotations

import errno
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable
from itertools import count
from pathlib import Path, PurePosixPath

from rag.errors import CorpusError
from rag.readers import list_files, read_file
from rag.types import Article, Skipped

_UNSAFE = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')  # what some file system or other does not take
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LONGEST, _LONGEST_ENDING = 180, 20  # bytes: file systems take 255, and a number may be added


def add(corpus: Path, files: Iterable[tuple[str, bytes]]) -> tuple[list[str], list[Skipped]]:
    """Write files, given by name and content, into a corpus: the names they have there, and what was not taken.

    Not taken is what holds no article, and what is there already. Where other content has the name, a number is added.

    Raises:
        CorpusError: the folder cannot be made or written to.
    """
    added: list[str] = []
    skipped: list[Skipped] = []
    for given, data in files:
        name = safe_name(given)
        reason = _objection(name, data)
        written = "" if reason else _write(corpus, name, data)
        if written:
            added.append(written)
        else:
            skipped.append(Skipped(name, reason or "it is in the corpus already"))
    return added, skipped


def writable(corpus: Path) -> bool:
    """Whether files may be written into a corpus, or the folder be made that is not there yet."""
    there = next((folder for folder in (corpus, *corpus.resolve().parents) if folder.exists()), corpus)
    return there.is_dir() and os.access(there, os.W_OK)


def safe_name(given: str) -> str:
    """The name of a file without folders, without what file systems do not take, neither hidden nor too long."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given).encode("utf-8", "ignore").decode("utf-8"))[-1]
    plain = _UNSAFE.sub("_", last).lstrip(".~$ ").rstrip(". ")
    stem, ending = _parted(plain or "article")
    return stem.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore") + ending


def _parted(name: str) -> tuple[str, str]:
    """A name and its ending, with the one before it (".txt.gz"), as far as these are short."""
    endings = [ending for ending in PurePosixPath(name).suffixes[-2:] if len(ending.encode("utf-8")) <= _LONGEST_ENDING]
    ending = "".join(endings)
    return (name.removesuffix(ending), ending) if name.endswith(ending) else (name, "")


def _objection(name: str, data: bytes) -> str:
    """Why a file would not do as part of a corpus, told by reading it where it does no harm; empty where it does."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / name).write_bytes(data)
            return _objection_in(root)
    except OSError as error:
        told = f"{name} cannot be looked at in a temporary folder ({error.strerror})"
        raise CorpusError(f"{told}: free some space, or set TMPDIR to a folder that can be written to") from None


def _objection_in(root: Path) -> str:
    """The same, of the only file of a folder."""
    files = list_files(root)
    if not files:
        return "a file of this name is about its folder, not an article: rename it"
    reason = ""
    for item in read_file(root, files[0]):
        if isinstance(item, Article):
            return ""
        reason = reason or item.reason
    return reason or "no article in it"


def _write(corpus: Path, name: str, data: bytes) -> str:
    """Write a file that was not there, under its name or with a number; "" where one of them holds the same."""
    stem, ending = _parted(name)
    try:
        corpus.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            path = corpus / (name if number == 1 else f"{stem}-{number}{ending}")
            try:
                _make(path, data)
            except FileExistsError:
                if path.is_file() and path.read_bytes() == data:
                    return ""
            else:
                return path.name
    except OSError as error:
        mend = "free some space" if error.errno in _NO_ROOM else "check its permissions"
        raise CorpusError(f"{name} cannot be written into {corpus} ({error.strerror}): {mend}") from None
    return ""


def _make(path: Path, data: bytes) -> None:
    """Write the whole of a new file, or leave none: the half of an article would be indexed as one."""
    stream = path.open("xb")
    try:
        with stream:
            stream.write(data)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
