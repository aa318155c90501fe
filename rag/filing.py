"""Files articles in an index: cut into passages, embedded where that was never done, a batch a transaction.

Knows batches, and that a file is remembered as read no sooner than its articles are written. Does not know where
articles come from, nor which are new. Imports nothing heavy: ``import rag`` imports it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rag.pace import Pace
from rag.types import Article, Passage, Vectors

if TYPE_CHECKING:
    from rag.encoders import Encoder
    from rag.index import EmbeddedIndex, FileState

BATCH = 256
"""Passages embedded and committed at once, at most."""

_FIRST = 16  # of them in the first batch, before it is known how long one takes
_SECONDS = 5.0  # that a batch may take: what is embedded since the last commit is lost when a build is stopped

_HELD = 50_000_000  # characters of articles kept in memory before they are written


@dataclass(frozen=True, slots=True)
class _Filed:
    """An article to write, the file it came from, and the id it had under another path."""

    article: Article
    file: str
    formerly: str


_Batch = list[tuple[_Filed, tuple[Passage, ...]]]


class Filing:
    """What is to be written to an index, in order.

    Attributes:
        embedded: texts newly encoded so far.
    """

    def __init__(self, index: EmbeddedIndex, encoder: Encoder, pace: Pace) -> None:
        self.embedded = 0
        self._index = index
        self._encoder = encoder
        self._pace = pace
        self._queue: list[_Filed | FileState] = []
        self._moves: list[tuple[str, str, str]] = []
        self._texts: dict[str, None] = {}
        self._held = 0
        self._done = 0
        self._size = min(_FIRST, BATCH)

    def add(self, article: Article, file: str, formerly: str = "") -> None:
        """Write this article; the one of the id ``formerly`` goes."""
        self._queue.append(_Filed(article, file, formerly))
        self._held += len(article.text)

    def move(self, article_id: str, path: str, file: str) -> None:
        """An article as it was lies elsewhere in the corpus."""
        self._moves.append((article_id, path, file))

    def note(self, state: FileState) -> None:
        """Remember a file as read, once the articles added before are written."""
        self._queue.append(state)

    @property
    def is_full(self) -> bool:
        """Whether so much is held that it had better be written."""
        return self._held > _HELD

    def stash(self, article: Article) -> None:
        """Keep the vectors of an article that is written later, with all others in one transaction."""
        self._texts |= dict.fromkeys(passage.embedding_text for passage in self._passages(article))
        if len(self._texts) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Embed and write what is queued, one transaction a batch."""
        if self._texts:
            self._write_vectors()
        queue, self._queue, self._held = self._queue, [], 0
        total = self._done + sum(isinstance(item, _Filed) for item in queue)
        if total > self._done:
            self._pace.tell("embedding", self._done, total)
        batch: _Batch = []
        states: list[FileState] = []
        for item in queue:
            if isinstance(item, _Filed):
                batch.append((item, self._passages(item.article)))
            else:
                states.append(item)
            if _count(batch) >= self._size:
                self._write(batch, states, total)
                batch, states = [], []
        if batch or states or self._moves:
            self._write(batch, states, total)

    def _write(self, batch: _Batch, states: Sequence[FileState], total: int) -> None:
        """One transaction: these articles, the files read by then, and what moved."""
        import numpy as np

        from rag.index import Upsert

        vectors = self._stored(passage.embedding_text for _, passages in batch for passage in passages)
        fresh = [text for text, vector in vectors.items() if vector is None]
        began = time.monotonic()
        vectors |= self._encoded(fresh)
        self._size = _fitting(len(fresh), time.monotonic() - began)
        upserts = []
        for item, passages in batch:
            rows = [vectors[passage.embedding_text] for passage in passages]
            matrix = np.array(rows, np.float32).reshape(len(rows), self._encoder.dimension)
            upserts.append(Upsert(item.article, passages, matrix, item.file))
        formerly = [item.formerly for item, _ in batch if item.formerly]
        self._index.apply(upserts, deletes=formerly, moves=self._moves, files=states)
        self._moves = []
        if batch:
            self._done += len(batch)
            self._pace.embedded(_count(batch))
            self._pace.tell("embedding", self._done, total)

    def _write_vectors(self) -> None:
        import numpy as np

        fresh = self._encoded([text for text, vector in self._stored(self._texts).items() if vector is None])
        if fresh:
            self._index.stash(list(fresh), np.stack(list(fresh.values())))
        self._pace.embedded(len(self._texts))
        self._texts = {}

    def _passages(self, article: Article) -> tuple[Passage, ...]:
        from rag.passages import split

        return split(article, self._encoder.count_tokens, self._encoder.max_tokens)

    def _stored(self, texts: Iterable[str]) -> dict[str, Vectors | None]:
        """The vector (dimension,) of each text, None for one never embedded."""
        each = list(dict.fromkeys(texts))
        return dict(zip(each, self._index.stored_vectors(each), strict=True))

    def _encoded(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """The vector (dimension,) of each of these texts, encoded now."""
        self.embedded += len(texts)
        return dict(zip(texts, self._encoder.encode_passages(texts), strict=True)) if texts else {}


def _fitting(passages: int, seconds: float) -> int:
    """How many passages to embed at once, where so many took so long."""
    return max(1, min(BATCH, int(_SECONDS * passages / seconds))) if passages and seconds > 0 else BATCH


def _count(batch: _Batch) -> int:
    return sum(len(passages) for _, passages in batch)
