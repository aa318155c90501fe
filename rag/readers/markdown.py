"""Markdown with YAML front matter: the fields between two lines of ``---``, the text after them, kept as written.

A ``.md`` file without front matter (a README, a note) is not an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from rag.errors import ArticleError
from rag.readers.decode import read_text
from rag.readers.record import LARGEST, to_article
from rag.types import Article, Skipped

_LONGEST = 50_000  # characters of front matter; more is something else
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The one article of a ``.md`` file.

    Raises:
        ArticleError: no front matter, front matter that is not a mapping, or it cannot be an article.
    """
    whole = read_text(path, 4 * LARGEST)
    match = _FRONT.match(whole)
    if match is None:
        raise ArticleError("no YAML front matter (an article begins with a line of ---), so not an article")
    text = whole[match.end() :].strip("\r\n")
    yield to_article({**_fields(match["yaml"]), "text": text}, name)


def _fields(front: str) -> Mapping[str, object]:
    import yaml

    # BaseLoader keeps every scalar as written: no date becomes an object, no Norway (NO) becomes False.
    if len(front) > _LONGEST:
        raise ArticleError(f"front matter of {len(front)} characters: {_LONGEST} at most")
    try:
        fields = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes strings, lists, mappings only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 2}" if mark else ""
        raise ArticleError(
            f"front matter is not valid YAML{where}: {getattr(error, 'problem', '') or 'cannot be read'}"
        ) from None
    except RecursionError:
        raise ArticleError("front matter is not valid YAML: nested too deeply") from None
    if not isinstance(fields, dict):
        raise ArticleError("front matter is not a list of 'name: value' lines")
    return {str(key): value for key, value in fields.items()}
