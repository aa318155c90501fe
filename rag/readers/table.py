"""Tables of articles: ``.csv`` and ``.tsv``, the first row naming the fields, one article a row.

Knows: separators and quoted fields that run over lines. Does not know the fields: that is ``record``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from rag.errors import ArticleError
from rag.readers.decode import read_text
from rag.readers.fields import has_text
from rag.readers.record import LARGEST, from_export
from rag.types import Article, Skipped

_LARGEST_FILE = 200 * LARGEST  # bytes: it is read whole; larger collections are for .jsonl, read line by line
_SEPARATORS = ",;\t|"
_TOLD = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
_TORN = "its row has more cells than there are names, so that its text may be cut: put texts with separators in quotes"


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The articles of a table; each is named ``file#n`` after its row, the first under the names being 1.

    A row with more cells than names is taken with a doubt: its text may have been cut at a comma.

    Raises:
        ArticleError: no row of names, none of them that of the text, or not a table.
    """
    content = read_text(path, _LARGEST_FILE).removeprefix("\ufeff")
    line = _TOLD.match(content)  # as spreadsheets write for each other
    content = content[line.end() :] if line else content
    head = content[: content.find("\n")] if "\n" in content else content
    separator = line[1] if line else max(_SEPARATORS, key=head.count)
    csv.field_size_limit(8 * LARGEST)
    rows = csv.DictReader(io.StringIO(content, newline=""), delimiter=separator)
    try:
        names = [field or "" for field in rows.fieldnames or ()]
        if not has_text(names):
            told = ", ".join(name.strip()[:40] for name in names[:8])
            raise ArticleError(f"no column of texts: name one 'text' (the first row has: {told})")
        for number, row in enumerate(rows, start=1):
            item = from_export({field: value for field, value in row.items() if field}, f"{name}#{number}")
            if isinstance(item, Article) and any(_beyond(row)):
                item = replace(item, doubt="; ".join(filter(None, (item.doubt, _TORN))))
            yield item
    except csv.Error as error:
        raise ArticleError(f"not a table that can be read: {error}") from None


def _beyond(row: Mapping[str | None, object]) -> list[str]:
    """The cells of a row to the right of the last name."""
    cells = row.get(None)
    return [str(cell).strip() for cell in cells] if isinstance(cells, list) else []
