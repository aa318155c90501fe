"""What a page says of itself to programs, in JSON-LD: the days of its articles, and its live blog (https://schema.org).

Knows: which nodes are articles of the page's own, and that a live blog goes on being written for days. Does not know
pages: it is given their scripts; nor how a date is read: that is ``dates``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from rag.errors import ArticleError
from rag.readers.dates import parse_published

_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_LIVE = "LiveBlogPosting"
_LINKED = ("@graph", "mainEntity")  # what is listed there is the page itself; what is in an ItemList is others

Node = Mapping[str, Any]


class LiveBlog(NamedTuple):
    """A live blog: its own headline and outlet, not those of an update, and its newest day; each "" where not told."""

    headline: str
    publisher: str
    day: str


def days_of(scripts: Iterable[str]) -> set[str]:
    """The days on which the articles of a page were published, as they stand there."""
    return {day for node in _articles(scripts) if isinstance(day := node.get("datePublished"), str)}


def live_blog(scripts: Iterable[str]) -> LiveBlog | None:
    """The live blog a page is; None where it is none, or holds several.

    Its day is that of its newest update: what is told in it was not known before.
    """
    found = [node for node in _articles(text for text in scripts if _LIVE in text) if _LIVE in _kinds(node)]
    if len(found) != 1:
        return None
    node = found[0]
    publisher = next(iter(_listed(node.get("publisher"))), "")
    name = publisher.get("name") if isinstance(publisher, Mapping) else publisher
    updates = [update for update in _listed(node.get("liveBlogUpdate")) if isinstance(update, Mapping)]
    told = [node.get("dateModified"), *(update.get("datePublished") for update in updates)]
    return LiveBlog(_line(node.get("headline")), _line(name), _newest(told))


def _newest(told: Iterable[object]) -> str:
    """The newest of these days; those that cannot be read do not count."""
    read: list[tuple[date, str, str]] = []
    for said in told:
        try:
            read += [(*parse_published(said), said)] if isinstance(said, str) else []
        except ArticleError:
            continue
    return max(read, default=(date.min, "", ""))[2]


def _articles(scripts: Iterable[str]) -> Iterator[Node]:
    for script in scripts:
        try:
            yield from _articles_in(json.loads(script, strict=False))
        except (ValueError, RecursionError):
            continue


def _articles_in(content: object) -> Iterator[Node]:
    for node in _listed(content):
        if isinstance(node, Mapping):
            if any(map(_ARTICLE.search, _kinds(node))):
                yield node
            for name in _LINKED:
                yield from _articles_in(node.get(name))


def _kinds(node: Node) -> list[str]:
    return [str(kind) for kind in _listed(node.get("@type"))]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _line(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
