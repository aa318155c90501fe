"""A corpus folder: its files in order, each handed to the reader of its format.

Knows: folders, names, sizes, compression suffixes, duplicate ids. Does not know what is inside a format.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rag.errors import ArticleError, CorpusError
from rag.readers import json_list, jsonl, markdown, plain
from rag.types import Article, Skipped

_LOG = logging.getLogger(__name__)

Reader = Callable[[Path, str], Iterator[Article | Skipped]]

_READERS: dict[str, Reader] = {".txt": plain.read, ".md": markdown.read, ".json": json_list.read, ".jsonl": jsonl.read}
_COMPRESSED = (".gz", ".xz")


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
    """Every visible regular file under ``root``, in the order of their paths.

    Hidden files and folders (a leading dot) are not part of a corpus. Links are followed, except where they lead back
    into a folder already open or to nothing.

    Raises:
        CorpusError: ``root`` is not a folder that can be read.
    """
    root = Path(root)
    if not root.is_dir():
        raise CorpusError(f"corpus folder {root} does not exist or is not a folder: name one with --corpus")
    try:
        return sorted(_walk(root, root, frozenset()), key=lambda file: file.path)
    except PermissionError as error:
        raise CorpusError(f"corpus folder {error.filename} cannot be read: check its permissions") from None


def read_file(root: Path, file: SourceFile) -> Iterator[Article | Skipped]:
    """The articles of one file in their order; what cannot be an article comes as ``Skipped`` with the reason."""
    reader = _READERS.get(_format(file.path))
    if reader is None:
        known = ", ".join(_READERS)
        yield Skipped(file.path, f"not a format that is read ({known}, each also with .gz or .xz)")
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


def read_corpus(root: Path) -> Iterator[Article | Skipped]:
    """All articles under ``root`` in the order of their paths, the later of two with one id skipped.

    Raises:
        CorpusError: ``root`` is not a folder that can be read.
    """
    files = list_files(root)
    return without_duplicates(item for file in files for item in read_file(root, file))


def without_duplicates(items: Iterable[Article | Skipped]) -> Iterator[Article | Skipped]:
    """The same items, every article whose id was seen before replaced by a ``Skipped`` naming the first."""
    seen: dict[str, str] = {}
    for item in items:
        if isinstance(item, Skipped):
            yield item
        elif item.id in seen:
            yield Skipped(item.info.path, f"duplicate id {item.id!r}, already read from {seen[item.id]}")
        else:
            seen[item.id] = item.info.path
            yield item


def require_articles(root: Path, articles: int, skipped: Iterable[Skipped]) -> None:
    """Refuse a corpus without a single readable article.

    Raises:
        CorpusError: ``articles`` is 0; the message names the first file skipped and why.
    """
    if articles:
        return
    first = next(iter(skipped), None)
    told = f"; {first.path}: {first.reason}" if first else " (.txt, .md, .json or .jsonl files are read)"
    raise CorpusError(f"no readable article in {root}{told}")


def _format(path: str) -> str:
    name = path.lower()
    for suffix in _COMPRESSED:
        name = name.removesuffix(suffix)
    return os.path.splitext(name)[1]


def _walk(root: Path, folder: Path, open_folders: frozenset[str]) -> Iterator[SourceFile]:
    real = os.path.realpath(folder)
    if real in open_folders:
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = Path(entry.path)
            if _is_folder(entry):
                yield from _walk(root, path, open_folders | {real})
            elif path.is_file() and _is_storable(path):
                found = path.stat()
                yield SourceFile(path.relative_to(root).as_posix(), found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _is_storable(path: Path) -> bool:
    """Whether the name can be written down; one that is not Unicode can be neither told nor stored."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        _LOG.warning("file name %r is not Unicode, so the file is left out: rename it", path.name)
        return False
    return True


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that points at itself
        return False
