"""The cues of a figure as one question takes them: what is only promised answers who asks for promises.

Knows cues and the words of a question. Does not know passages, nor how cues are weighed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rag.figures import Figure
from rag.figures.flat import flatten
from rag.reconcile.cues import cues, then_said
from rag.reconcile.roles import roles_of_flat
from rag.reconcile.sought import FATES, PER, Sought
from rag.types import Question

_ASKS_WIDER = re.compile(
    r"\b(?:year|annee|nationwide|country|pays|world\w*|monde|nation\w*|since|depuis"
    r"|in (?:19|20)\d\d|en (?:19|20)\d\d)\b"
)
_ASKS_LIKELY = re.compile(
    r"\b(?:estimat\w+|expect\w*|forecast\w*|plan(?:s|ned|ning)?|will|going to|would|could|estime\w*|estimation"
    r"|prevoi\w+|prevue?s?|devrai\w+|pourrai\w+|attendu\w*|cout\w*|costs?|aura|auront|sera|seront)\b"
)
_SOME_GOODS = re.compile(
    r"\b(?:(?P<goods>food|energy|core|underlying|wholesale|alimentaires?|alimentation|sous-jacente)\b"
    r"|hors \w+|excluding)[^.;]{0,45}$"
)
_ASKS_NEW = re.compile(
    r"\b(?:new|nouve(?:aux|lles?)|additional|supplementaires?|how many more|in the (?:past|last) (?:day|24 hours))\b"
)
_BEFORE = 90  # characters before a rate among which the goods stand that it is of
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
            "wider": _ASKS_WIDER.search(self._flat) is not None,
            "goal": _ASKS_LIKELY.search(self._flat) is not None,
            "rate": PER.search(self._flat) is not None,
        }

    def _asks_new(self) -> bool:
        return _ASKS_NEW.search(self._flat) is not None

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
        if self._asks_new():  # the total is no answer, what was added is
            found |= {"total": 0.0, "sum": 0.0, "added": 0.0, "part": max(found["part"], float(not found["added"]))}
        if self._is_narrower(figure, flat):
            found["part"] = 1.0
        return found

    def _is_narrower(self, figure: Figure, flat: str) -> bool:
        """Whether a rate is of some goods only, which the question does not name: food inflation is no inflation."""
        if figure.kind != "percent":
            return False
        found = _SOME_GOODS.search(flat[max(0, figure.start - _BEFORE) : figure.start])
        return found is not None and (found["goods"] or "hors") not in self._flat

    def _is_asked_part(self, figure: Figure, flat: str) -> bool:
        """Whether a part is just those asked for: "19.861 malades, dont 2.203 en réanimation"."""
        behind = _NEXT.split(flat[figure.end : figure.end + _BEHIND])[0]
        own = roles_of_flat(behind) & self._roles
        return bool(own) and flat[: figure.start].rstrip().endswith(("dont", "including"))
