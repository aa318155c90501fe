"""Whom the noun of a description belongs to: "Italy's prime minister X", "X, Airbus's chief executive".

Knows possessives, words for peoples, and titles written with a capital, which open a description as another's name does
not. Does not know which nouns are of people or of things, nor how plainly a description introduces a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.figures.flat import flatten
from rag.figures.places import peoples

_TOLD = 2  # words before a noun that tell more of it
_OWNED = 5  # words before a noun among which its owner may stand: "South Africa's new acting prime minister"
_OWNER = re.compile(r"[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){0,3}(?:'s|s') (?=[a-z])")
_SHORT = re.compile(r"[A-Z]{2,4}(?![\w'-])(?! [A-ZÀ-Þ])")  # "CEO of", "UK trade secretary"
_FIRST = re.compile(r"(?P<word>[A-ZÀ-Þ][\w-]*)(?= [a-zà-þ])")
_OFFICE = re.compile(r"Premi[eè]re? ministre\b|[A-ZÀ-Þ][a-zà-þ]+ (?:of|de|du|des) |[A-ZÀ-Þ][a-zà-þ]+ d'")
_ANOTHER = re.compile(  # a name that is no part of the noun's: "its head Tomas Lindmark", "and Britain's"
    r"(?<![\w'])(?!(?:of|for|at|in|from|since|de|du|des|la|le|les|the|depuis|aux?) )[a-zà-þ][\w-]* [A-ZÀ-Þ][a-zà-þ]"
)


def start_of(words: Sequence[str], place: int) -> int:
    """Where a description begins whose noun stands at a place: two words before, or at its owner.

    Args:
        words: as written, a possessive cut behind its mark ("Italy'", "s").
        place: that of the noun.
    """
    start = max(0, place - _TOLD)
    for at in range(max(0, place - _OWNED), place):
        marked = words[at + 1] == "s" if words[at].endswith("'") else False
        if words[at][0].isupper() and (marked or words[at].endswith("s'")) and len(words[at]) > 2:
            return min(start, _named_from(words, at))
    return start


def _named_from(words: Sequence[str], place: int) -> int:
    """Where the name begins whose last word stands at a place."""
    while place > 0 and words[place - 1][0].isupper():
        place -= 1
    return place


def opening_of(told: str) -> int | None:
    """How many characters of an apposition tell only whose it is; None where it is another's name.

    Args:
        told: what stands between a name's comma and the next, as written: "Airbus's chief executive".
    """
    if not told[:1].isupper():
        return 0
    if _ANOTHER.search(told):
        return None
    owner = _OWNER.match(told)
    if owner:
        return owner.end()
    first = _FIRST.match(told)
    is_of_people = first is not None and flatten(first["word"]) in peoples()
    return 0 if is_of_people or _SHORT.match(told) or _OFFICE.match(told) else None
