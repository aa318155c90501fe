"""Tables of articles: ``.csv`` and ``.tsv``, the first row naming the fields, one article a row.

Knows: separators, quoted fields that run over lines, and quotes nobody closed. Does not know the fields: that is
``record``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from rag.errors import ArticleError
from rag.readers.decode import read_text
from rag.readers.fields import has_articles
from rag.readers.record import LARGEST, from_export
from rag.readers.unnamed import with_doubts
from rag.types import Article, Skipped

_LARGEST_FILE = 200 * LARGEST  # bytes: it is read whole; larger collections are for .jsonl, read line by line
_SEPARATORS = ",;\t|"
_TOLD = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
_TORN = "its row has more cells than there are names, so that its text may be cut: put texts with separators in quotes"
_UNCLOSED = (
    "the quotes in its row do not match, so that its text may be cut: close them, and double those inside a text"
)
_UNQUOTED = "quotes its text begins with are left out: put it in quotes as a whole, and double those inside it"
_WHOLE = re.compile(r'"(?:[^"]|"")*"')


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
    rows = _rows(content, separator)
    try:
        names = [field or "" for field in next(rows, _Row([]))[0]]
        if not has_articles(names):
            told = ", ".join(name.strip()[:40] for name in names[:8])
            raise ArticleError(f"no column of texts: name one 'text' (the first row has: {told})")
        filled = (row for row in rows if row.cells)
        yield from with_doubts(
            (dict(zip(names, row.cells, strict=False)), _item(names, row, separator, f"{name}#{number}"))
            for number, row in enumerate(filled, start=1)
        )
    except csv.Error as error:
        raise ArticleError(f"not a table that can be read: {error}") from None


class _Row(NamedTuple):
    """The cells of a row, and whether each of its quotes has its other.

    Where they have not, ``bare`` are its cells with their quotes, and ``has_speech`` tells whether one begins with
    words in quotes and goes on behind them: then the quotes are the text's own, and ``cells`` are without them.
    """

    cells: list[str]
    is_quoted_well: bool = True
    is_open: bool = False
    bare: Sequence[str] = ()
    has_speech: bool = False


def _item(names: Sequence[str], row: _Row, separator: str, name: str) -> Article | Skipped:
    cells, doubts = row.cells, []
    if row.has_speech and not row.is_open and len(row.bare) == len(names):
        cells = [_unquoted(cell) for cell in row.bare]
    elif row.is_open or not (row.is_quoted_well or len(cells) == len(names)):
        *cells, rest = cells  # which has taken in the cells behind it
        cells += [cell.strip().strip('"') for cell in rest.rsplit(separator, max(0, len(names) - len(row.cells)))]
        doubts.append(_UNCLOSED)
    elif row.has_speech:
        doubts.append(_UNQUOTED)
    if any(cell.strip() for cell in cells[len(names) :]):
        doubts.append(_TORN)
    item = from_export({field: cell for field, cell in zip(names, cells, strict=False) if field}, name)
    if isinstance(item, Article):
        return replace(item, doubt="; ".join(filter(None, (item.doubt, *doubts))))
    return replace(item, reason="; ".join((item.reason, *doubts)))


def _unquoted(cell: str) -> str:
    """A cell without the quotes around all of it; with any others."""
    return cell[1:-1].replace('""', '"') if _WHOLE.fullmatch(cell) else cell


def _rows(content: str, separator: str) -> Iterator[_Row]:
    """The rows of a table; one whose quotes do not match ends with its line.

    Otherwise a quote that nobody closed would take in all rows up to the next one.
    """
    # More than a word: "Un" pont says the same without.
    speech = re.compile(rf'(?:^|{re.escape(separator)})"[^"\s]+\s[^"]*"[^"\r\n{separator}]')
    lines = io.StringIO(content, newline="")
    while True:
        start = lines.tell()
        try:
            yield _Row(next(csv.reader(lines, delimiter=separator, strict=True)))
        except StopIteration:
            return
        except csv.Error:
            lines.seek(start)
            line = lines.readline()
            # Where a quote is open at the end of the line, one more on a line of its own closes it.
            is_open = len(list(csv.reader([line, '"'], delimiter=separator))) == 1
            bare = next(csv.reader([line], delimiter=separator, quoting=csv.QUOTE_NONE))
            cells = next(csv.reader([line], delimiter=separator))
            yield _Row(cells, False, is_open, bare, speech.search(line) is not None)
