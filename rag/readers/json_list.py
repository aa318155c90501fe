"""JSON: one object, a list of objects, or an object that holds such a list under "articles"."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from rag.errors import ArticleError
from rag.readers.decode import read_text
from rag.readers.record import to_article
from rag.types import Article, Skipped

_LARGEST_FILE = 200_000_000  # bytes: it is parsed whole; larger collections are for .jsonl, read line by line


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The articles of a ``.json`` file; records of a list are named ``file#1`` and on.

    Raises:
        ArticleError: the file is not JSON of such a form.
    """
    try:
        content = json.loads(read_text(path, _LARGEST_FILE).removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise ArticleError(f"not valid JSON at line {error.lineno}: {error.msg}") from None
    except RecursionError:
        raise ArticleError("not valid JSON: nested too deeply") from None
    except ValueError as error:  # a number of more digits than Python converts
        raise ArticleError(f"not valid JSON: {error}") from None
    if isinstance(content, dict) and isinstance(content.get("articles"), list):
        content = content["articles"]
    if isinstance(content, dict):
        yield to_article(content, name)
    elif isinstance(content, list) and content:
        for number, record in enumerate(content, start=1):
            yield _one(record, f"{name}#{number}")
    else:
        raise ArticleError("holds neither an article (an object) nor a list of them")


def _one(record: object, name: str) -> Article | Skipped:
    if not isinstance(record, dict):
        return Skipped(name, "not an object with fields")
    try:
        return to_article(record, name)
    except ArticleError as error:
        return Skipped(name, str(error))
