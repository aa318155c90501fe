"""One question of a conversation, and what came of it.

Knows: what is kept of an exchange between two runs of the page. Does not know how it is drawn or answered.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Protocol

from rag.types import Answer
from rag.ui.narrowing import Choices
from rag.ui.pending import Pending


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question of the conversation with its answer, or with what went wrong in one line.

    ``pending`` is the answer on its way, once asked for; ``read_time``: whether the question's own words of time narrow
    the search; ``chosen`` is what the visitor had narrowed it to, ``state`` that of the index when it was asked.
    """

    question: str
    answer: Answer | None = None
    failure: str = ""
    pending: Pending | None = None
    read_time: bool = True
    chosen: Choices = field(default_factory=Choices)
    state: Hashable = None

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self.answer is None and not self.failure


class AskAgain(Protocol):
    """Asks a question once more: without reading a time from its words, or with every filter taken away."""

    def __call__(self, question: str, *, read_time: bool = True, everywhere: bool = False) -> None: ...  # noqa: D102
