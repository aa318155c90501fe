"""JSON: one object, a list of objects, or an object that holds such a list, as news services answer.

Several values one after the other do as well: many data sets are JSON Lines and end in ``.json`` all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from rag.errors import ArticleError
from rag.readers.decode import read_text
from rag.readers.fields import has_text
from rag.readers.record import from_export
from rag.readers.unnamed import with_doubts
from rag.types import Article, Skipped

_LISTS = (
    "articles", "items", "results", "docs", "documents", "entries", "data", "hits", "news", "value", "stories", "posts",
    "@graph",
)  # fmt: skip
_DEPTH = 3  # {"response": {"results": [...]}}, {"hits": {"hits": [...]}}
_LARGEST_FILE = 200_000_000  # bytes: it is parsed whole; larger collections are for .jsonl, read line by line


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The articles of a ``.json`` file; records of a list are named ``file#1`` and on.

    Raises:
        ArticleError: the file is not JSON of such a form.
    """
    content = _unpacked(_content(read_text(path, _LARGEST_FILE).removeprefix("\ufeff")))
    if isinstance(content, dict):
        yield from with_doubts([(content, from_export(content, name))])
    elif isinstance(content, list) and content:
        yield from with_doubts(
            (record, from_export(record, f"{name}#{number}")) for number, record in enumerate(content, start=1)
        )
    else:
        raise ArticleError("holds neither an article (an object) nor a list of them")


def _content(text: str) -> object:
    """What the file holds; the list of its objects where several stand one after the other."""
    try:
        return parse(text)
    except ArticleError:
        found = _objects(text)
        if len(found) < 2:
            raise
        return found


def _objects(text: str) -> list[object]:
    """The objects that stand one after the other; none where there is anything else among them."""
    decoder, found, place = json.JSONDecoder(), list[object](), 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            return []
        if not isinstance(value, dict):
            return []
        found.append(value)
    return found


def parse(text: str, *, one_line: bool = False) -> object:
    """What a JSON text holds.

    Raises:
        ArticleError: it is not JSON; the message names the line, or of ``one_line`` the column, and never the text.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if one_line else f"line {error.lineno}"
        raise ArticleError(f"not valid JSON at {place}: {error.msg}") from None
    except RecursionError:
        raise ArticleError("not valid JSON: nested too deeply") from None
    except ValueError as error:  # a number of more digits than Python converts
        raise ArticleError(f"not valid JSON: {error}") from None


def _unpacked(content: object) -> object:
    """The list of records inside an object that is not an article itself; anything else as it is."""
    for _ in range(_DEPTH):
        if not isinstance(content, dict) or (has_text(content) and "articles" not in content):
            break
        lists = [value for key in _LISTS if isinstance(value := content.get(key), list)]
        if lists:
            return next(filter(None, lists), [])
        packed = [value for key in ("response", *_LISTS) if isinstance(value := content.get(key), dict)]
        if not packed:
            break
        content = packed[0]
    return content
