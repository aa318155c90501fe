"""PDF files: the text of their pages, lines joined to paragraphs again. The only door to ``pypdf``.

Knows: wrapped lines, words cut at a line's end, files without text. Does not know columns, pictures or tables: text
comes in the order the file has it.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from rag.errors import ArticleError
from rag.readers.decode import read_bytes
from rag.readers.record import LARGEST, to_article
from rag.types import Article, Skipped

_LARGEST_FILE = 100 * LARGEST  # bytes, pictures included
_CUT = re.compile(r"(?<=[^\W\d_])[-\xad]\n(?=[a-zà-öø-ÿ])")  # "gouver-" at a line's end, "nement" on the next
_FULL = 0.75  # of the usual width: a line shorter than this, with a full stop, ends a paragraph
_ENDS = (".", "!", "?", "…", "»", "”", '"', ":")


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The one article of a ``.pdf`` file.

    Raises:
        ArticleError: damaged, locked with a password, or pictures of pages without text.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told once, below
    try:
        reader = PdfReader(io.BytesIO(read_bytes(path, _LARGEST_FILE)))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError("locked with a password: save it without one")
        title = str(reader.metadata.title or "") if reader.metadata else ""
        pages = [page.extract_text() for page in reader.pages]
    except ArticleError:
        raise
    except Exception as error:  # whatever pypdf makes of a damaged file, or of a cipher that it lacks the package for
        raise ArticleError(f"not a PDF that can be read ({type(error).__name__}): save its text as .txt") from None
    text = unwrapped("\n".join(pages))
    if not text:
        raise ArticleError("no text in this PDF, only pictures of pages: run it through text recognition first")
    yield to_article({"title": title, "text": text}, name)


def unwrapped(text: str) -> str:
    """Paragraphs on one line each, a blank line between them; a word cut at the end of a line is whole again."""
    lines = [line.strip() for line in _CUT.sub("", re.sub(r"[^\S\n]+\n", "\n", text)).split("\n")]
    width = median([len(line) for line in lines if line] or [0])
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        if not line or (line.endswith(_ENDS) and len(line) < _FULL * width):
            paragraphs.append([])
    return "\n\n".join(" ".join(lines) for lines in paragraphs if lines)
