"""Plain text: the whole file is the text of one article, without a title or metadata."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rag.readers.decode import read_text
from rag.readers.record import LARGEST, to_article
from rag.types import Article, Skipped


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The one article of a ``.txt`` file.

    Raises:
        ArticleError: it cannot be an article.
    """
    yield to_article({"text": read_text(path, 4 * LARGEST)}, name)
