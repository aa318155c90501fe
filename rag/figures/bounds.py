"""What the word of a bound means beside its number: an age ("children under five"), or no bound at all ("over" a time).

Knows English, whose "over" and "under" say more than "plus de" and "moins de" do. Does not know how a bound is read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from rag.figures import units
from rag.figures.model import Figure, Qualifier
from rag.figures.nouns import FATES, HUMAN

# Between an amount and "over" its time: nothing, what is counted, or the rate of it.
_IN_ALL = re.compile(
    r" (?:(?:people|men|women|children|growth|increase|rise|fall|drop|[a-z-]+s) "
    r"|(?:an?|per) (?:year|month|quarter|week|day) )?"
)
_OLD = re.compile(r" (?:olds?|of age|ago|late)\b")
_OLDEST = 120
_PLURAL = re.compile(r" [a-z-]+s\b")
_OF_WHOM = re.compile(
    r"(?P<of>\b(?:numbers?|toll) of )?"
    r"\b(?:aged|those|anyone|everyone|boys|girls|adults|kids|infants|(?P<who>[a-z-]+)) $"
)


def without_over(flat: str, figure: Figure, found: list[Figure]) -> Figure:
    """A duration without the "over" that says in what time an amount found before it came: "up 3.8% over two years"."""
    if not flat.startswith("over ", figure.start) or _OLD.match(flat, figure.end):
        return figure
    last = max((other.end for other in found if other.end <= figure.start), default=-1)
    if last < 0 or not _IN_ALL.fullmatch(flat, last, figure.start):
        return figure
    skipped = len("over ")
    return replace(figure, start=figure.start + skipped, text=figure.text[skipped:], high=figure.low, qualifier=None)


def is_age(flat: str, start: int, end: int, value: Decimal, counted: str, qualifier: Qualifier | None) -> bool:
    """Whether a bound is one of age: "under the age of five", "children under five".

    The bound with its number stands from ``start`` to ``end``; ``counted`` is what the words behind would be by it.
    """
    if qualifier not in ("more than", "less than") or not 0 < value <= _OLDEST:
        return False
    if counted and (":" not in counted or _PLURAL.match(flat, end)):
        return False
    if " age of " in flat[start:end]:
        return True
    owner = _OF_WHOM.search(flat, max(0, start - 30), start)
    if owner is None or owner["of"] or not flat.startswith(("under ", "over "), start):
        return False
    return owner["who"] is None or units.NOUNS.name(owner["who"]) in HUMAN.difference(FATES)
