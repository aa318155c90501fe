"""Markup inside a text field: feeds and exports often hold an article's HTML where its text is meant.

Knows: which tags begin a new paragraph or a new cell, which hold no text, and entities, also where all that was escaped
once more. Does not know whole pages: that is ``web``.
"""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from html.parser import HTMLParser

_BLOCKS = frozenset(
    """
    p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 hr blockquote section article header footer main aside tr table figure
    figcaption pre
    """.split()
)
_CELLS = frozenset({"td", "th"})
# A paragraph need not be closed; "<p and q>" is about sums.
_MARKUP = re.compile(
    rf"<(?:p|br|hr)(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>|</(?:{'|'.join(sorted(_BLOCKS | _CELLS))})\s*>", re.IGNORECASE
)
_CLOSED = re.compile(r"</p\s*>", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_PARAGRAPH, _CELL = "\0", "\1"  # what stands between them while a text is read
_BETWEEN = " | "  # cells of a row
# Tags within a line; a text that closes one has them, while one that only opens "<b" may be about sums.
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_ESCAPED = 2  # times programs escape what is escaped already
_SILENT = frozenset("script style head template noscript".split())


def plain(text: str) -> str:
    """What a field of an export says, without tags and entities; ``<`` and ``&`` that are neither stay as they are."""
    text = without_markup(text)
    for _ in range(_ESCAPED):
        if not _ENTITY.search(text):
            break
        text = without_markup(_ENTITY.sub(_character, text))
    return _INLINE.sub("", text) if any(tag.startswith("</") for tag in _INLINE.findall(text)) else text


def without_markup(text: str) -> str:
    """The text as it is; where it holds paragraphs of HTML, what they say, separated by blank lines."""
    return text_of(text) if _MARKUP.search(text) else text


def text_of(html: str) -> str:
    """What HTML says, its paragraphs separated by blank lines; a text without any tag as it is.

    Where no paragraph is closed, blank lines stand between paragraphs, too, as people type them.
    """
    if "<" not in html:
        return html
    reader = _Reader()
    reader.feed(html if _CLOSED.search(html) else _BLANK_LINES.sub("<br>", html))
    reader.close()
    paragraphs = map(_on_one_line, "".join(reader.pieces).split(_PARAGRAPH))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _on_one_line(paragraph: str) -> str:
    cells = (" ".join(cell.split()) for cell in paragraph.split(_CELL))
    return _BETWEEN.join(cell for cell in cells if cell)


def _character(entity: re.Match[str]) -> str:
    return unescape(entity[0]) if entity[0][1] == "#" or entity[0][1:] in html5 else entity[0]


class _Reader(HTMLParser):
    """Collects text, with marks between paragraphs and between cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, a line, a cell, or what is not told."""
        self._silent += tag in _SILENT
        self.pieces += [_PARAGRAPH] if tag in _BLOCKS or tag == "br" else [_CELL] if tag in _CELLS else []

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph, or what is not told."""
        self._silent = max(0, self._silent - (tag in _SILENT))
        self.pieces += [_PARAGRAPH] if tag in _BLOCKS else []

    def handle_data(self, data: str) -> None:
        """Text, unless it is that of a script."""
        if not self._silent:
            self.pieces.append(data.replace(_PARAGRAPH, "").replace(_CELL, ""))
