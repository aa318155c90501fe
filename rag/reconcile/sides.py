"""Whose count a figure is, where a question asks for one side's: the police's or the organisers'.

Knows the words for both sides and how a count is put into somebody's mouth. Does not know who is right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.figures import Figure
from rag.figures.flat import flatten

_SIDES = {
    "officials": re.compile(
        r"\b(?:police|prefecture|prefect|prefet|authorities|autorites|officials|ministry|ministere|interior|interieur)\b"
    ),
    "organisers": re.compile(r"\b(?:organi[sz]ers?|organisat\w+|unions?|syndicats?|cgt)\b"),
}
_BY = re.compile(r"\b(?:according to|selon|d'apres|said by|by)\b(?P<who>.*)$")
_COUNTS = re.compile(r"\b(?:port|revendiqu|compt|estim|claim|put|count|recens|avanc|annonc)\w*")


def side_of(question: str, flat: str, figure: Figure, others: Sequence[Figure]) -> float:
    """1 where the side that the question names gives the figure, -1 where another does, 0 where neither is told.

    Args:
        question: as asked.
        flat: the sentence, flattened.
        figure: one of its figures.
        others: all of them that may be what is asked for: a side stands between a figure and the next.
    """
    asked = _asked(question)
    if not asked:
        return 0.0
    left = max((other.end for other in others if other.end <= figure.start), default=0)
    right = min((other.start for other in others if other.start >= figure.end), default=len(flat))
    near = []
    for side, words in _SIDES.items():
        for match in words.finditer(flat, left, right):
            if match.start() >= figure.end:
                if right < len(flat) and _COUNTS.search(flat, match.end(), right):
                    continue  # "police counted" the next one
                near.append((match.start() - figure.end, side))
            elif _COUNTS.search(flat, match.end(), figure.start):
                near.append((figure.start - match.end(), side))
    if not near:
        return 0.0
    return 1.0 if min(near)[1] in asked else -1.0


@lru_cache(maxsize=64)
def _asked(question: str) -> frozenset[str]:
    """The sides whose count a question asks for; it is held against many figures."""
    match = _BY.search(flatten(question))
    return frozenset(side for side, words in _SIDES.items() if match and words.search(match["who"]))
