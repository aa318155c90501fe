"""The cues of a figure as one question takes them: what is only promised answers who asks for promises.

Knows cues and the words of a question. Does not know passages, nor how cues are weighed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rag.figures import Figure
from rag.figures.flat import flatten
from rag.reconcile.cues import ASKS_LIKELY, ASKS_WIDER, cues, is_narrower, then_said
from rag.reconcile.roles import roles_of_flat
from rag.reconcile.sought import FATES, PER, Sought
from rag.types import Question

_BEHIND = 30  # characters behind a part of a number that say what befell it
_NEXT = re.compile(r"[,;:.(]")


class Meant:
    """Reads the cues of figures for one question."""

    def __init__(self, asked: Question, want: Sought, roles: frozenset[str]) -> None:
        """``roles`` are those of the question's words."""
        self._flat = flatten(asked.text)
        self._want = want
        self._roles = roles
        self._off = {
            "wider": ASKS_WIDER.search(self._flat) is not None,
            "goal": ASKS_LIKELY.search(self._flat) is not None,
            "rate": PER.search(self._flat) is not None,
        }

    def marks(self, figure: Figure, flat: str, figures: Sequence[Figure], published: date | None) -> dict[str, float]:
        """The cues of a figure, each 0 to 1; those that say nothing against it as an answer to this question are 0."""
        found = cues(flat, figure, figures, published)
        found |= {name: 0.0 for name, is_asked in self._off.items() if is_asked}
        if found["then"] and self._roles & roles_of_flat(then_said(flat, figure)):
            found["then"] = 0.0
        if figure.unit == self._want.unit and figure.unit in FATES:  # "huit de ces 14 décès"
            found["whole"] = 0.0
        if found["part"] and self._is_asked_part(figure, flat):
            found["part"] = 0.0
        if is_narrower(flat, figure, self._flat):
            found["part"] = 1.0
        return found

    def _is_asked_part(self, figure: Figure, flat: str) -> bool:
        """Whether a part is just those asked for: "19.861 malades, dont 2.203 en réanimation"."""
        behind = _NEXT.split(flat[figure.end : figure.end + _BEHIND])[0]
        own = roles_of_flat(behind) & self._roles
        return bool(own) and flat[: figure.start].rstrip().endswith(("dont", "including"))
