"""JSON lines: one object a line, read one at a time, so that a file may be of any size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rag.errors import ArticleError
from rag.readers.decode import decode, encoding_from, is_older, read_lines
from rag.readers.json_list import parse
from rag.readers.record import LARGEST, from_export
from rag.types import Article, Skipped

_LONGEST_LINE = 8 * LARGEST  # bytes: 1 MB of text with every character escaped, and room for the other fields


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The articles of a ``.jsonl`` file; each is named ``file#n`` after its line, and so is each line skipped.

    Raises:
        ArticleError: the archive is damaged, or no line holds anything.
    """
    found, encoding = False, None
    for number, line in enumerate(read_lines(path, _LONGEST_LINE), start=1):
        if line is None or line.strip():
            found = True
            if encoding is None and line is not None and is_older(line):
                encoding = encoding_from(path, _LONGEST_LINE, number)
            yield _one(line, f"{name}#{number}", encoding or "")
    if not found:
        raise ArticleError("the file is empty")


def _one(line: bytes | None, name: str, encoding: str) -> Article | Skipped:
    try:
        return from_export(_record(line, name, encoding), name)
    except ArticleError as error:
        return Skipped(name, str(error))


def _record(line: bytes | None, name: str, encoding: str) -> object:
    if line is None:
        raise ArticleError(f"a line of more than {_LONGEST_LINE // 1_000_000} MB")
    return parse(decode(line, name, encoding), one_line=True)
