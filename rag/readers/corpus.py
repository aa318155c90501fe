"""A corpus folder: its files in order, each handed to the reader of its format.

Knows: folders and sizes. Does not know formats.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from rag.errors import ArticleError, CorpusError
from rag.readers.formats import (
    ABOUT_THE_FOLDER,
    NAMED,
    advice,
    is_about_the_folder,
    is_left_behind,
    is_part_of_a_page,
    reader_of,
)
from rag.types import Article, Skipped

_LOG = logging.getLogger(__name__)
_HIDDEN = (".", "~$")  # the latter by Word, beside a document that is open

_NOWHERE = "a link to nothing, or to itself: mend it or remove it"
_NO_FILE = "neither a file nor a folder, but a pipe, a socket or a device"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the corpus: ``path`` relative to the root with forward slashes, size in bytes, times in nanoseconds.

    ``changed_ns`` is when the system last saw content or name change: a program can set the other time, not this one.
    """

    path: str
    size: int
    mtime_ns: int
    changed_ns: int = 0


def list_files(root: Path) -> list[SourceFile]:
    """The files of ``look_through`` without those left out."""
    return look_through(root)[0]


def look_through(root: Path) -> tuple[list[SourceFile], list[Skipped]]:
    """Every visible regular file under ``root``, in the order of their paths, and what is left out, by name and reason.

    The latter are READMEs, licences and the like, links to nothing, pipes, names that are not Unicode, and folders that
    cannot be read, their paths with a slash at the end. Hidden files and folders (a leading dot), an index, and what
    programs put beside a page or a document are not part of a corpus. Links are followed, except where they lead back
    into a folder already open.

    Raises:
        CorpusError: ``root`` is not a folder that can be read.
    """
    root = Path(root)
    if not root.is_dir():
        raise CorpusError(f"corpus folder {root} does not exist or is not a folder: name one with --corpus")
    try:
        found = sorted(_walk(os.fspath(root), "", frozenset()), key=lambda file: file.path)
    except PermissionError as error:
        raise CorpusError(f"corpus folder {error.filename} cannot be read: check its permissions") from None
    except OSError as error:
        raise CorpusError(f"corpus folder {root} cannot be read ({error.strerror}): is it still there?") from None
    return [file for file in found if isinstance(file, SourceFile)], [
        file for file in found if isinstance(file, Skipped)
    ]


def read_file(root: Path, file: SourceFile) -> Iterator[Article | Skipped]:
    """The articles of one file in their order; what cannot be an article comes as ``Skipped`` with the reason."""
    reader = reader_of(file.path)
    if reader is None:
        yield Skipped(file.path, advice(file.path))
        return
    if not file.size:
        yield Skipped(file.path, "the file is empty")
        return
    try:
        yield from reader(Path(root) / file.path, file.path)
    except ArticleError as error:
        yield Skipped(file.path, str(error))
    except OSError as error:
        yield Skipped(file.path, f"cannot be read: {error.strerror or error}")
    except Exception as error:  # one damaged file must not cost the others, whatever a parser makes of it
        _LOG.warning("%s cannot be read", file.path, exc_info=error)
        yield Skipped(file.path, f"cannot be read ({type(error).__name__}): save it anew, or as plain text")


def require_articles(root: Path, articles: int, skipped: Iterable[Skipped], kept: str = "") -> None:
    """Refuse a corpus without a single readable article.

    Raises:
        CorpusError: ``articles`` is 0; the message names the first file skipped and why, and what is ``kept``.
    """
    if articles:
        return
    first = next(iter(skipped), None)
    told = f"; {first.path}: {first.reason}" if first else f": put articles there ({NAMED})"
    raise CorpusError(f"no readable article in {root}{told}{f'; {kept}' if kept else ''}")


def place_of(root: Path) -> str:
    """Which folder a corpus is, and whether it is a disk by itself: where that is not mounted, an empty folder is."""
    real = os.path.realpath(root)
    kind = "disk" if os.path.ismount(real) else "folder"
    return f"{kind} {real}".encode("utf-8", "backslashreplace").decode()


def _walk(folder: str, prefix: str, open_folders: frozenset[str]) -> Iterator[SourceFile | Skipped]:
    """What is in a folder, ``prefix`` being its path inside the corpus. Strings: paths cost more than the disk."""
    real = os.path.realpath(folder)
    if real in open_folders:
        return
    entries = _entries(folder, prefix)
    if isinstance(entries, Skipped):
        yield entries
        return
    for entry in entries:
        if entry.name.startswith(_HIDDEN):
            continue
        if _is_folder(entry):
            if is_part_of_a_page(Path(entry.path)):
                _LOG.info("%s%s belongs to a saved page: left out", prefix, entry.name)
            else:
                yield from _walk(entry.path, f"{prefix}{entry.name}/", open_folders | {real})
        elif not is_left_behind(entry.name) and (found := _file(entry, f"{prefix}{entry.name}")):
            yield found


def _file(entry: os.DirEntry[str], path: str) -> SourceFile | Skipped | None:
    """A file, or why it is none; None for one that was removed since its name was read."""
    if not _is_storable(entry.path):
        _LOG.warning("file name %r is not Unicode, so the file is left out: rename it", entry.name)
        return Skipped(_told(path), "its name is not Unicode: rename it")
    if not _is_file(entry):
        return Skipped(path, _NOWHERE if entry.is_symlink() else _NO_FILE) if os.path.lexists(entry.path) else None
    if is_about_the_folder(entry.name):
        _LOG.info("%s is about the folder, not an article: left out", path)
        return Skipped(path, ABOUT_THE_FOLDER)
    found = _times_of(entry)
    return replace(found, path=path) if found else None


def _entries(folder: str, prefix: str) -> list[os.DirEntry[str]] | Skipped:
    """What is in a folder, nothing where it was removed, or why it cannot be read; for the corpus itself, OSError."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        if not prefix:
            raise
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            return Skipped(prefix, f"the folder cannot be read: {error.strerror or error}")
        return []


def _times_of(entry: os.DirEntry[str]) -> SourceFile | None:
    """A file with its size and times; None where it was removed since its name was read."""
    try:
        found = entry.stat()
    except FileNotFoundError:
        return None
    except PermissionError:
        return unreadable(entry.name)
    return SourceFile(entry.name, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def unreadable(path: str) -> SourceFile:
    """A file of which only the name is known: its folder does not let anybody look."""
    return SourceFile(path, -1, 0)


def _is_storable(path: str) -> bool:
    """Whether the name can be written down; one that is not Unicode can be neither told as it is nor stored."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _told(path: str) -> str:
    """A name with its bytes that are not Unicode spelt out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that points at itself
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads nowhere, or round and round
        return False
