"""What the last searches read, so that the sentences of what they found need not be scored again.

What a sentence scores depends on the passages that were read beside it: the sentences of hits are as a search scored
them only where that search returned just these hits. Knows hits and scored sentences. Does not know how they are made.
Safe for several threads.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rag.ranking.scorer import EARLY, Scored
from rag.types import Hit, Question

_KEPT = 32  # searches; far more than are under way at once

Read = tuple[Hit, Sequence[Scored]]
"""A hit as it was returned, and its sentences; none where it was left unread."""


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    text: str
    language: str
    read: Mapping[str, Read]  # by passage

    def is_for(self, question: Question, hits: Sequence[Hit]) -> bool:
        """Whether it was for this question, and returned these hits after it had looked at them."""
        return (self.text, self.language) == (question.text, question.language) and all(map(self._returned, hits))

    def _returned(self, hit: Hit) -> bool:
        own, _ = self.read.get(hit.passage.id, (None, ()))
        return own is not None and replace(hit, rank=own.rank) == own


class Searches:
    """The last searches, newest first."""

    def __init__(self) -> None:
        self._last: deque[_Search] = deque(maxlen=_KEPT)
        self._lock = threading.Lock()

    def keep(self, question: Question, read: Iterable[Read]) -> None:
        """Remember what a search for the question looked at, with the hits as it returns them."""
        found = {hit.passage.id: (hit, sentences) for hit, sentences in read}
        with self._lock:
            self._last.appendleft(_Search(question.text, question.language, found))

    def sentences(self, question: Question, hits: Sequence[Hit]) -> list[Sequence[Scored]] | None:
        """For each hit its sentences as the search that returned them scored them.

        None where no search remembered did, or it left one of the first ``EARLY`` unread.
        """
        with self._lock:
            last = list(self._last)
        search = next((search for search in last if search.is_for(question, hits)), None)
        if search is None:
            return None
        found = [search.read[hit.passage.id][1] for hit in hits]
        return found if all(found[:EARLY]) else None
