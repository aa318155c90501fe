"""The times a question speaks of: years, with the month or season where one is said.

Knows how a year and the months near it are written. Does not know windows of time or what they are searched in
(`timeline`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.figures.datewords import MONTH_NUMBERS
from rag.language import fold

_SEASONS = {
    name: months
    for names, months in (
        ("spring printemps", (3, 4, 5, 6)), ("summer ete", (6, 7, 8, 9)), ("autumn automne", (9, 10, 11, 12)),
        ("winter hiver", (12, 1, 2, 3)), ("christmas noel", (12, 1)), ("rentree", (8, 9)),
    )
    for name in names.split()
}  # fmt: skip
# "1980s" and "les années 1980" name no year: what is told of them may be of any of ten.
_YEAR = re.compile(r"(?<![\d.,])(?<!\bannees )((?:19|20)\d\d)(?!\d|'?s\b)")


@dataclass(frozen=True, slots=True)
class When:
    """A time a question speaks of: a year and the months meant, 1 to 12; no months where only the year is said."""

    year: int
    months: tuple[int, ...] = ()


def times_of(text: str) -> tuple[When, ...]:
    """The years, with month or season where one stands near, that the question speaks of, in order; no decades."""
    folded = fold(text)
    found = []
    last = 0
    for match in _YEAR.finditer(folded):
        before = re.findall(r"[a-z]+", folded[max(last, match.start() - 25) : match.start()])[-3:]
        last = match.end()
        months: tuple[int, ...] = ()
        for word in reversed(before):
            if word in MONTH_NUMBERS:
                months = (MONTH_NUMBERS[word],)
            elif word in _SEASONS:
                months = _SEASONS[word]
            if months:
                break
        found.append(When(int(match.group(1)), months))
    return tuple(found)
