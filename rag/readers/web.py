"""Pages saved from the web: the article in an HTML file, without menus and footers. The only door to ``trafilatura``.

Knows: what a page says of itself (title, outlet, address, encoding). Does not know which of its dates is its own: that
is ``page_date``; nor the network: a page is read as it lies there, nothing is fetched.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import ArticleError
from rag.readers.decode import decode, read_bytes
from rag.readers.linked_data import LiveBlog, live_blog
from rag.readers.page_date import day_of_page, linked_data
from rag.readers.record import LARGEST, to_article
from rag.readers.stand_ins import stand_in
from rag.readers.surroundings import is_around, without_invitation, without_surroundings
from rag.types import Article, Skipped

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

_LARGEST_PAGE = 20 * LARGEST  # bytes: pages saved in one file carry their pictures
_EMBEDDED = re.compile(r"data:[\w./+-]+;base64,[\w+/=\s]+")  # those pictures
_NONE = "no article can be made out in this page: save its text as .txt"
_CUT = "it ends with an invitation to subscribe, so that its text may be cut: save the page with the article open"
_SHORT = 1_000  # characters: with more, trafilatura has found the text by itself
_LEAST = 20  # characters that may be an article; by default, trafilatura believes in 250
_A_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S+[.!?…](?:[\s»”\"')]|$)")
_PARTS = ("thead", "tbody", "tfoot", "tr", "td", "th")
_IN_LINE = frozenset("a abbr b big cite em font i small span strong u".split())
_COLUMN = 120  # characters of a paragraph that no table of figures has in a cell
_NO_SEARCH = {"extensive_search": False}  # for the day, which is not taken from there: it guesses
_HEAD = 4096  # bytes within which a page says its encoding
_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The one article of an ``.html`` file; its paragraphs are separated by blank lines.

    Raises:
        ArticleError: no article can be made out in the page.
    """
    from trafilatura import load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong with a page is told once, below
    data = read_bytes(path, _LARGEST_PAGE)
    declared = _CHARSET.search(data[:_HEAD])
    tree = load_html(_EMBEDDED.sub("", decode(data, name, declared[1].decode("ascii") if declared else "")))
    page = None if tree is None else _extracted(tree)
    if tree is None or page is None:
        raise ArticleError(_NONE)
    live = live_blog(linked_data(tree)) or LiveBlog("", "", "")
    title = live.headline or (page.title or "").strip()
    if instead := stand_in(title, page.text or "") or stand_in(_named(tree), page.text or ""):
        raise ArticleError(instead)
    paragraphs, is_cut = _paragraphs(page.text or "", title)
    day = day_of_page(tree, page.url or "", title)
    record = {"title": title, "text": "\n\n".join(paragraphs), "published": day, "url": page.url}
    article = to_article({**record, "source": live.publisher or page.sitename}, name)
    yield replace(article, doubt="; ".join(filter(None, (article.doubt, _CUT if is_cut else ""))))


def _extracted(tree: HtmlElement) -> Document | None:
    """What a page says of itself and its text; None where no text can be made out.

    Of a short article, trafilatura takes the whole part of the page that it is in, with its buttons. What it finds
    without that is better, unless it lacks a sentence.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG, Document

    _open_layout(tree)
    page = bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=_NO_SEARCH)
    if not isinstance(page, Document) or not (page.text or "").strip():
        return None
    if len(page.text or "") <= _SHORT:
        _unwrap(tree)
        config = deepcopy(DEFAULT_CONFIG)
        config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_LEAST)
        closer = bare_extraction(tree, include_comments=False, config=config)
        text = (closer.text or "") if isinstance(closer, Document) else ""
        page.text = text if text.strip() and not _lacks_sentence(text, page.text or "") else page.text
    return page


def _unwrap(tree: HtmlElement) -> None:
    """Put each paragraph on one line: trafilatura takes the ends of lines for those of paragraphs at times."""
    for part in [part for around in tree.iter("p", "li", "h1", "h2", "h3") for part in around.iter()]:
        part.text = part.text and part.text.replace("\n", " ")
        part.tail = part.tail and part.tail.replace("\n", " ")


def _lacks_sentence(text: str, whole: str) -> bool:
    """Whether the whole has a sentence, of an article by its words, that is not in the text."""
    rest = whole
    for line in sorted(text.splitlines(), key=len, reverse=True):
        rest = rest.replace(line.strip().removeprefix("- "), "\n")
    return any(_A_SENTENCE.search(piece) and not is_around(piece) for piece in rest.splitlines())


def _paragraphs(text: str, title: str) -> tuple[list[str], bool]:
    """The paragraphs of the article alone, and whether an invitation to subscribe ended them."""
    told = [line.strip() for line in text.splitlines() if line.strip()]
    paragraphs, is_cut = without_invitation(without_surroundings(told))
    if len(paragraphs) > 1 and paragraphs[0] == title:
        del paragraphs[0]
    if not paragraphs:
        raise ArticleError(_NONE)
    return paragraphs, is_cut


def _open_layout(tree: HtmlElement) -> None:
    """Make tables that hold the columns of a page mere parts of it: their cells are no figures in rows.

    From the innermost on: one around a table of figures stays, since trafilatura would not see that one by itself.
    """
    for table in reversed(list(tree.iter("table"))):
        own = list(table.iter(*_PARTS)) if len(list(table.iter("table"))) == 1 else []
        cells = [part for part in own if part.tag in ("td", "th")]
        if any(len("".join(each.itertext())) >= _COLUMN for cell in cells for each in cell.iter("p")):
            for part in (table, *own):
                part.tag = "div"
            for cell in cells:
                _mark_lines(cell)


def _mark_lines(cell: HtmlElement) -> None:
    """Make paragraphs of the lines of a cell that only ``<br>`` ends."""
    line: HtmlElement | None = None
    for part in list(cell):
        if part.tag not in _IN_LINE:
            line = None
            continue
        if line is None:
            line = part.makeelement("p")
            part.addprevious(line)
        line.append(part)


def _named(tree: HtmlElement | None) -> str:
    """The name a page has in the browser, which is not always its headline."""
    named = None if tree is None else next(tree.iter("title"), None)
    return "" if named is None else "".join(named.itertext()).strip()
