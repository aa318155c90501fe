"""Word documents (``.docx``): their paragraphs. The only door to ``python-docx``.

Knows: the title a document gives itself. Does not know tables, notes, headers or pictures.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from rag.errors import ArticleError
from rag.readers.decode import read_bytes
from rag.readers.record import LARGEST, to_article
from rag.types import Article, Skipped

_LARGEST_FILE = 100 * LARGEST  # bytes, pictures included
_LARGEST_TEXT = 50 * LARGEST  # bytes of the document's own XML once unpacked


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The one article of a ``.docx`` file.

    Raises:
        ArticleError: damaged, or not such a file.
    """
    from docx import Document

    data = io.BytesIO(read_bytes(path, _LARGEST_FILE))
    try:
        with zipfile.ZipFile(data) as parts:
            if sum(part.file_size for part in parts.infolist() if part.filename.endswith(".xml")) > _LARGEST_TEXT:
                raise ArticleError("too much text for one article: split it")
        document = Document(data)
        paragraphs = [(paragraph.style.name if paragraph.style else "", paragraph.text.strip())
                      for paragraph in document.paragraphs]  # fmt: skip
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
