"""News feeds saved as files (RSS, Atom, RDF): an article an entry. The only door to ``feedparser``.

Knows: an entry's own text before its summary, what the feed says of all of them (outlet, language), and exports of
WordPress, which are feeds: their shortcodes, and what in them was never published. Does not know the network: a feed is
read as it lies there, nothing is fetched; what an entry only links to is not read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rag.errors import ArticleError
from rag.readers.decode import read_bytes
from rag.readers.markup import text_of
from rag.readers.record import LARGEST, from_export
from rag.readers.surroundings import without_surroundings
from rag.types import Article, Skipped

_LARGEST_FILE = 50 * LARGEST  # bytes: it is parsed whole
_NO_POSTS = ("attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache")
_CAPTION = re.compile(r"\[(caption|wp_caption|embed|audio|video|playlist|gallery)\b[^\[\]]*\].*?\[/\1\]", re.DOTALL)
# https://codex.wordpress.org/Shortcode: those it brings along, and any with attributes or an end of its own.
_SHORTCODE = re.compile(
    r"\[/?(?:caption|embed|playlist|gallery)\b[^\[\]]*\]|\[[a-z][\w-]*(?:\s+[\w-]+=[^\[\]]*)\]|\[/[a-z][\w-]*\]"
)
# What media:description says of a picture, feedparser would take for another description of the entry.
_OF_PICTURE = re.compile(rb"<(/?)media:description\b[^<>]*?(/?)>")


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The articles of a feed, each named ``file#n`` after its entry, the first being 1.

    Raises:
        ArticleError: not a feed, or one without entries.
    """
    import feedparser

    # From memory, and as bytes: a string might be taken for an address, and would be fetched.
    data = _OF_PICTURE.sub(rb"<\1media:caption\2>", read_bytes(path, _LARGEST_FILE))
    parsed: Any = feedparser.parse(io.BytesIO(data), sanitize_html=False)
    if not parsed.get("version"):
        raise ArticleError("not a feed (RSS or Atom): write its articles as .jsonl")
    if not parsed.entries:
        raise ArticleError("a feed without entries")
    shared = {"source": parsed.feed.get("title", ""), "language": parsed.feed.get("language", "")}
    for number, entry in enumerate(parsed.entries, start=1):
        place = f"{name}#{number}"
        if unpublished := _unpublished(entry):
            yield Skipped(place, unpublished)
        else:
            yield from_export({**shared, **_language(entry, parsed.feed), **_record(entry)}, place)


def _unpublished(entry: Mapping[str, Any]) -> str:
    """Why an entry of an export of WordPress is no article that was published; "" where it may be one."""
    status, kind = entry.get("wp_status", ""), entry.get("wp_post_type", "")
    if kind in _NO_POSTS or kind.startswith("wp_"):
        return f"not an article: WordPress has it as {kind!r}"
    return f"not published: its status is {status!r}" if status not in ("", "publish") else ""


def _without_shortcodes(text: str) -> str:
    """A text without what WordPress makes pictures and players of; other brackets are the author's."""
    return _SHORTCODE.sub("", _CAPTION.sub("", text))


def _text(html: str) -> str:
    """What a text says; its blank lines are paragraphs as well, as in the classic editor of WordPress."""
    return "\n\n".join(without_surroundings(text_of(_without_shortcodes(html)).split("\n\n")))


def _language(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, str]:
    """The language an entry gives itself, or its title where that is not only in the feed's; nothing where none is."""
    own, others = ((each.get("title_detail") or {}).get("language") or "" for each in (entry, feed))
    language = entry.get("language") or (own if own != others else "")
    return {"language": language} if language else {}


def _record(entry: Mapping[str, Any]) -> dict[str, object]:
    """The fields of an entry that are told; the longest of its texts is the article, the others are teasers of it.

    What is said of a picture is the article only where nothing else is, as in feeds of videos.
    """
    texts = [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
    if not any(text.strip() for text in texts):
        texts = [entry.get("media_caption", "")]
    told = {
        "title": text_of(entry.get("title", "")),
        "text": max(map(_text, texts), key=len),
        "published": entry.get("published") or entry.get("updated") or "",
        "url": entry.get("link", ""),
        "id": entry.get("id", ""),
        "source": (entry.get("source") or {}).get("title", ""),  # of a feed that gathers those of others
    }
    return {field: value for field, value in told.items() if value}
