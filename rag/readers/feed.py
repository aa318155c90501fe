"""News feeds saved as files (RSS, Atom, RDF): an article an entry. The only door to ``feedparser``.

Knows: an entry's own text before its summary, and what the feed says of all of them (outlet, language). Does not know
the network: a feed is read as it lies there, nothing is fetched; what an entry only links to is not read.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rag.errors import ArticleError
from rag.readers.decode import read_bytes
from rag.readers.markup import text_of
from rag.readers.record import LARGEST, from_export
from rag.types import Article, Skipped

_LARGEST_FILE = 50 * LARGEST  # bytes: it is parsed whole


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The articles of a feed, each named ``file#n`` after its entry, the first being 1.

    Raises:
        ArticleError: not a feed, or one without entries.
    """
    import feedparser

    # From memory, and as bytes: a string might be taken for an address, and would be fetched.
    parsed: Any = feedparser.parse(io.BytesIO(read_bytes(path, _LARGEST_FILE)), sanitize_html=False)
    if not parsed.get("version"):
        raise ArticleError("not a feed (RSS or Atom): write its articles as .jsonl")
    if not parsed.entries:
        raise ArticleError("a feed without entries")
    shared = {"source": parsed.feed.get("title", ""), "language": parsed.feed.get("language", "")}
    for number, entry in enumerate(parsed.entries, start=1):
        yield from_export({**shared, **_record(entry)}, f"{name}#{number}")


def _record(entry: Mapping[str, Any]) -> dict[str, object]:
    """The fields of an entry that are told; the longest of its texts is the article, the others are teasers of it."""
    texts = [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
    told = {
        "title": text_of(entry.get("title", "")),
        "text": max((text_of(text) for text in texts), key=len),
        "published": entry.get("published") or entry.get("updated") or "",
        "url": entry.get("link", ""),
        "id": entry.get("id", ""),
        "source": (entry.get("source") or {}).get("title", ""),  # of a feed that gathers those of others
    }
    return {field: value for field, value in told.items() if value}
