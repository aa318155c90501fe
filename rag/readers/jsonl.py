"""JSON lines: one object a line, read one at a time, so that a file may be of any size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rag.errors import ArticleError
from rag.readers.decode import decode, encoding_from, is_older, read_lines
from rag.readers.json_list import parse
from rag.readers.record import LARGEST, from_export
from rag.readers.unnamed import with_doubts
from rag.types import Article, Skipped

_LONGEST_LINE = 8 * LARGEST  # bytes: 1 MB of text with every character escaped, and room for the other fields


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The articles of a ``.jsonl`` file; each is named ``file#n`` after its line, and so is each line skipped.

    Raises:
        ArticleError: the archive is damaged, or no line holds anything.
    """
    found = False
    for item in with_doubts(_items(path, name)):
        found = True
        yield item
    if not found:
        raise ArticleError("the file is empty")


def _items(path: Path, name: str) -> Iterator[tuple[object, Article | Skipped]]:
    """Each line that holds anything: its record, None where it is none, and the article of it."""
    encoding = None
    for number, line in enumerate(read_lines(path, _LONGEST_LINE), start=1):
        if line is None or line.strip():
            if encoding is None and line is not None and is_older(line):
                encoding = encoding_from(path, _LONGEST_LINE, number)
            yield _one(line, f"{name}#{number}", encoding or "")


def _one(line: bytes | None, name: str, encoding: str) -> tuple[object, Article | Skipped]:
    try:
        record = _record(line, name, encoding)
    except ArticleError as error:
        return None, Skipped(name, str(error))
    return record, from_export(record, name)


def _record(line: bytes | None, name: str, encoding: str) -> object:
    if line is None:
        raise ArticleError(f"a line of more than {_LONGEST_LINE // 1_000_000} MB")
    return parse(decode(line, name, encoding), one_line=True)
