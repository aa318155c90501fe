"""A question while it is being answered, in a thread of its own.

Knows: what has been written so far and whether the answer is there. Does not know Streamlit: a run of the page may end
at any click, and the next one takes up the same question.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait

from rag.drafts import OnText
from rag.types import Answer


class Pending:
    """An answer on its way. What goes wrong meanwhile is raised by :meth:`result`."""

    def __init__(self, ask: Callable[[OnText], Answer]) -> None:
        self._written: list[str] = []
        self._found: Future[Answer] = Future()
        threading.Thread(target=self._answer, args=(ask,), name="citewire-answer", daemon=True).start()

    def _answer(self, ask: Callable[[OnText], Answer]) -> None:
        try:
            self._found.set_result(ask(self._written.append))
        except Exception as error:  # told by whoever waits for the result
            self._found.set_exception(error)

    @property
    def written(self) -> str:
        """What a chat model has written so far, unverified."""
        return "".join(self._written)

    def ready(self, within: float) -> bool:
        """Whether the answer is there, or comes within so many seconds."""
        return bool(wait([self._found], within).done)

    def result(self) -> Answer:
        """The answer, waited for; raises what kept it from coming."""
        return self._found.result()
