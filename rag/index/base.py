"""The ``NewsIndex`` seam: what any index must do, whatever engine serves it.

Knows: the operations and their guarantees. Does not know SQLite, FAISS or PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Protocol

from rag.index.writing import FileState
from rag.types import Article, ArticleInfo, Filter, Hit, IndexInfo, Passage, Query, Vectors


class NewsIndex(Protocol):
    """Articles, their passages and their vectors, searchable with filters inside the search.

    Readers see the last committed generation; ``refresh`` moves to a newer one if there is one.
    """

    def info(self) -> IndexInfo:
        """Encoder, dimension, counts, generation."""
        ...

    def upsert(self, article: Article, passages: Sequence[Passage], vectors: Vectors) -> int:
        """Add the article or replace its old passages, in one transaction; durable on return. Passages written."""
        ...

    def delete(self, *, ids: Sequence[str] | None = None, where: Filter | None = None) -> int:
        """Remove articles by id or by filter, with all their passages. Articles removed."""
        ...

    def search(self, query: Query) -> list[Hit]:
        """Dense, lexical or hybrid, filter included: ``query.k`` hits if they exist, best first."""
        ...

    def scan(self, after: str | None = None, where: Filter | None = None) -> Iterator[tuple[Passage, Vectors]]:
        """Every passage with its vector (dimension,), in a stable order, to export, migrate or rebuild."""
        ...

    def article(self, article_id: str) -> Article:
        """The stored article. Raises KeyError for an unknown id."""
        ...

    def articles(self, where: Filter | None = None) -> list[ArticleInfo]:
        """What is known of every article that passes the filter, newest first."""
        ...

    def files(self) -> Mapping[str, FileState]:
        """The files of the corpus as they were last read, by path."""
        ...

    def refresh(self) -> bool:
        """Take up a newer committed generation; whether there was one."""
        ...

    def state(self) -> Hashable:
        """Take up the newest committed generation; what is equal as long as the index holds what it holds now.

        What has been read of the index is kept by this: ``refresh`` tells of a new generation only once, to one caller.
        """
        ...

    def close(self) -> None:
        """Let go of files."""
        ...
