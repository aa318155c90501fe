"""The ``Writer`` seam: what turns ranked sentences into a draft answer.

Knows the operation. Does not know how a draft is written, and never verifies one: that is the guard's work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from rag.types import Draft, Evidence, Question


class Writer(Protocol):
    """Writes a draft from sentences, best first. ``on_text`` is given pieces of unverified text as they are written."""

    def write(
        self, question: Question, evidence: Sequence[Evidence], *, on_text: Callable[[str], None] | None = None
    ) -> Draft:
        """The draft answer.

        Raises:
            WriterError: the writer cannot be reached, or gave nothing usable.
        """
        ...
