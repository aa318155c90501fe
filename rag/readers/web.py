"""Pages saved from the web: the article in an HTML file, without menus and footers. The only door to ``trafilatura``.

Knows: what a page says of itself (title, outlet, address, encoding). Does not know which of its dates is its own: that
is ``page_date``; nor the network: a page is read as it lies there, nothing is fetched.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import ArticleError
from rag.readers.decode import decode, read_bytes
from rag.readers.page_date import day_of_page
from rag.readers.record import LARGEST, to_article
from rag.readers.stand_ins import stand_in
from rag.types import Article, Skipped

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LARGEST_PAGE = 20 * LARGEST  # bytes: pages saved in one file carry their pictures
_EMBEDDED = re.compile(r"data:[\w./+-]+;base64,[\w+/=\s]+")  # those pictures
_NO_SEARCH = {"extensive_search": False}  # for the day, which is not taken from there: it guesses
_HEAD = 4096  # bytes within which a page says its encoding
_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The one article of an ``.html`` file; its paragraphs are separated by blank lines.

    Raises:
        ArticleError: no article can be made out in the page.
    """
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong with a page is told once, below
    data = read_bytes(path, _LARGEST_PAGE)
    declared = _CHARSET.search(data[:_HEAD])
    markup = _EMBEDDED.sub("", decode(data, name, declared[1].decode("ascii") if declared else ""))
    page = bare_extraction(markup, include_comments=False, with_metadata=True, date_extraction_params=_NO_SEARCH)
    text = (page.text or "") if isinstance(page, Document) else ""
    if not isinstance(page, Document) or not text.strip():
        raise ArticleError("no article can be made out in this page: save its text as .txt")
    title = (page.title or "").strip()
    tree = load_html(markup)
    if instead := stand_in(title, text) or stand_in(_named(tree), text):
        raise ArticleError(instead)
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    if len(paragraphs) > 1 and paragraphs[0] == title:
        del paragraphs[0]
    day = "" if tree is None else day_of_page(tree, page.url or "")
    record = {"title": title, "text": "\n\n".join(paragraphs), "published": day, "source": page.sitename}
    yield to_article({**record, "url": page.url}, name)


def _named(tree: HtmlElement | None) -> str:
    """The name a page has in the browser, which is not always its headline."""
    named = None if tree is None else next(tree.iter("title"), None)
    return "" if named is None else "".join(named.itertext()).strip()
