"""Word documents (``.docx``): their paragraphs and tables. The only door to ``python-docx``.

Knows: the title a document gives itself, what its tracked changes come to, and that a table is either figures in rows
or a page laid out in columns. Does not know notes, headers, text boxes or pictures.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import ArticleError
from rag.readers.decode import read_bytes
from rag.readers.record import LARGEST, to_article
from rag.types import Article, Skipped

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Row
    from docx.oxml.xmlchemy import BaseOxmlElement

_LARGEST_FILE = 100 * LARGEST  # bytes, pictures included
_LARGEST_TEXT = 50 * LARGEST  # bytes of the document's own XML once unpacked
_LARGEST_WHOLE = 2 * _LARGEST_FILE  # bytes of everything once unpacked: all of it is taken into memory
_TEXT = (".xml", ".rels")
_DEPTH = 5  # tables within tables that are read; what lies deeper is no news
_BETWEEN = " | "  # cells of a row
_WRAPS = ("}sdt", "}sdtContent", "}customXml")  # content controls: what is in them stands where they do
_SAID = tuple(f"w:{name}" for name in "t tab ptab br cr noBreakHyphen".split())
# What was taken out, what stands elsewhere, how it looks (tab stops are named as tabs are), what is said twice.
_UNSAID = ("}del", "}moveFrom", "}txbxContent", "}pPr", "}rPr", "}rt", "}Fallback")

Styled = tuple[str, str]
"""A paragraph: the name of its style, its text."""


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The one article of a ``.docx`` file.

    Raises:
        ArticleError: damaged, or not such a file.
    """
    from docx import Document as opened

    data = io.BytesIO(read_bytes(path, _LARGEST_FILE))
    try:
        with zipfile.ZipFile(data) as parts:
            _refuse_bomb(parts.infolist())
        document = opened(data)
        paragraphs = list(_paragraphs(document.element.body, document))
        title = document.core_properties.title or ""
    except ArticleError:
        raise
    except Exception as error:  # whatever zip, XML and python-docx make of a damaged file
        raise ArticleError(f"not a Word document that can be read ({type(error).__name__})") from None
    written = [text for _, text in paragraphs if text]
    heading = next((text for style, text in paragraphs if text and style in ("Title", "Heading 1")), "")
    title = heading or title
    if len(written) > 1 and written[0] == title:
        del written[0]
    yield to_article({"title": title, "text": "\n\n".join(written)}, name)


def _refuse_bomb(parts: Iterable[zipfile.ZipInfo]) -> None:
    """Refuse what would be far larger in memory than it is on disk; the sizes told are kept to when it is unpacked."""
    sizes = [(part.filename.lower().endswith(_TEXT), part.file_size) for part in parts]
    if sum(size for is_text, size in sizes if is_text) > _LARGEST_TEXT:
        raise ArticleError("too much text for one article: split it")
    if sum(size for _, size in sizes) > _LARGEST_WHOLE:
        raise ArticleError("too large once unpacked: take its pictures out, or split it")


def _paragraphs(part: BaseOxmlElement, document: Document, depth: int = 0) -> Iterator[Styled]:
    """What stands in a body or a cell, in reading order; the rows of a table are paragraphs."""
    from docx.oxml.table import CT_Tbl
    from docx.oxml.text.paragraph import CT_P
    from docx.text.paragraph import Paragraph

    for block in part.iterchildren():
        if isinstance(block, CT_P):
            paragraph = Paragraph(block, document._body)
            yield (paragraph.style.name or "" if paragraph.style else ""), "".join(_said(block)).strip()
        elif isinstance(block, CT_Tbl) and depth < _DEPTH:
            for row in block.tr_lst:
                yield from _row(row, document, depth + 1)
        elif str(block.tag).endswith(_WRAPS):
            yield from _paragraphs(block, document, depth)


def _said(part: BaseOxmlElement) -> Iterator[str]:
    """What a paragraph says once its tracked changes are accepted, in content controls and fields as well."""
    from docx.oxml.ns import qn

    said = frozenset(map(qn, _SAID))
    for element in part.iterchildren():
        tag = str(element.tag)
        if tag in said:
            yield str(element)
        elif not tag.endswith(_UNSAID) and not _is_prompt(element):
            yield from _said(element)


def _is_prompt(element: BaseOxmlElement) -> bool:
    """Whether it is a content control that nobody filled in: it says "Click here to enter text"."""
    return str(element.tag).endswith("}sdt") and element.find("{*}sdtPr/{*}showingPlcHdr") is not None


def _row(row: CT_Row, document: Document, depth: int) -> Iterator[Styled]:
    """A row on one line; where a cell holds several paragraphs, it is a column of a page and each stands by itself."""
    # The cells as they are written: python-docx repeats one that spans several columns or rows.
    cells = [[item for item in _paragraphs(cell, document, depth) if item[1]] for cell in row.tc_lst]
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 or any(len(cell) > 1 for cell in filled):
        for cell in filled:
            yield from cell
    else:
        yield "", _BETWEEN.join(text for cell in filled for _, text in cell)
