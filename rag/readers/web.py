"""Pages saved from the web: the article in an HTML file, without menus and footers. The only door to ``trafilatura``.

Knows: what a page says of itself (title, outlet, day, address, encoding). Does not know the network: a page is read as
it lies there, nothing is fetched.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

from rag.errors import ArticleError
from rag.readers.decode import decode, read_bytes
from rag.readers.record import LARGEST, to_article
from rag.types import Article, Skipped

_LARGEST_PAGE = 20 * LARGEST  # bytes: pages saved in one file carry their pictures
_EMBEDDED = re.compile(r"data:[\w./+-]+;base64,[\w+/=\s]+")  # those pictures
_HEAD = 4096  # bytes within which a page says its encoding
_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DAY_AS_SAID = {"extensive_search": False, "original_date": True}  # a guessed date is worse than none


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The one article of an ``.html`` file; its paragraphs are separated by blank lines.

    Raises:
        ArticleError: no article can be made out in the page.
    """
    import trafilatura
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong with a page is told once, below
    data = read_bytes(path, _LARGEST_PAGE)
    declared = _CHARSET.search(data[:_HEAD])
    markup = _EMBEDDED.sub("", decode(data, name, declared[1].decode("ascii") if declared else ""))
    page = trafilatura.bare_extraction(
        markup, include_comments=False, with_metadata=True, date_extraction_params=_DAY_AS_SAID
    )
    text = (page.text or "") if isinstance(page, Document) else ""
    if not isinstance(page, Document) or not text.strip():
        raise ArticleError("no article can be made out in this page: save its text as .txt")
    title = (page.title or "").strip()
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    if len(paragraphs) > 1 and paragraphs[0] == title:
        del paragraphs[0]
    record = {"title": title, "text": "\n\n".join(paragraphs), "published": page.date, "source": page.sitename}
    yield to_article({**record, "url": page.url}, name)
