"""Under which id an article is filed: its own, or one within its file where another text has that one already.

Ids are meant to be an article's own all over the world (a guid, a URL), and often are not: tables number their rows
from 1. Knows which ids this build has given out, and that of two files the first by path comes first. Does not know
formats, nor what becomes of an article. Imports nothing heavy: ``import rag`` imports it.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rag.types import Article

if TYPE_CHECKING:
    from rag.index import EmbeddedIndex, Filed

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Named:
    """An article under the id it goes by.

    ``twice``: where the same text was read under the same id before, "" for nowhere. ``shadowed``: an id of it belongs
    to another file, and may be its own once that goes. ``ousted``: the later file whose article had the id so far.
    """

    article: Article
    twice: str = ""
    shadowed: bool = False
    ousted: str = ""


@dataclass(frozen=True, slots=True)
class _Owner:
    file: str
    path: str
    said: int  # of its text: one process has one hash for it


class Naming:
    """The ids given out in one build."""

    def __init__(self, index: EmbeddedIndex) -> None:
        self._index = index
        self._owners: dict[str, _Owner] = {}

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._owners

    def __len__(self) -> int:
        return len(self._owners)

    def keep(self, stored: Filed) -> None:
        """A stored article keeps its id though it was not read again."""
        self._owners[stored.id] = self._owner(stored)

    def named(self, article: Article, file: str, kept: Collection[str]) -> Named:
        """The article under its id, or the first other that is free; given out from now on, unless read ``twice``.

        Args:
            article: as it was read.
            file: where; files are read in the order of their paths.
            kept: files that are not read in this build, whose stored articles count all the same.
        """
        said, shadowed, path = hash(article.text), False, ""
        for article_id in _candidates(article, file):
            owner = self._owners.get(article_id) or self._filed(article_id, kept)
            if owner is None or owner.file > file:
                self._owners[article_id] = _Owner(file, article.info.path, said)
                return Named(_under(article, article_id), "", shadowed, owner.file if owner else "")
            shadowed, path = shadowed or owner.file != file, owner.path
            if owner.said == said:
                break
        return Named(_under(article, article_id), path, shadowed)

    def _filed(self, article_id: str, kept: Collection[str]) -> _Owner | None:
        """The stored article of this id, where its file is not read again."""
        stored = self._index.filed(article_id)
        return self._owner(stored) if stored is not None and stored.file in kept else None

    def _owner(self, stored: Filed) -> _Owner:
        return _Owner(stored.file, stored.path, hash(self._index.article(stored.id).text))


def _candidates(article: Article, file: str) -> Iterator[str]:
    """The id of an article, one within its file, and its place, which no other article has."""
    yield article.id
    if article.info.path != file:
        yield f"{file}:{article.id}"
    yield article.info.path


def _under(article: Article, article_id: str) -> Article:
    if article_id == article.id:
        return article
    _LOG.info("%s: its id %r is another article's: filed as %r", article.info.path, article.id, article_id)
    return replace(article, info=replace(article.info, id=article_id))
