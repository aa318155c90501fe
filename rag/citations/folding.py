"""The same statement quoted in two languages is one claim with two citations.

Knows when two sentences bear each other out, in values, names, manner and most of their words. Does not know ranking,
nor which of the two an answer should show: the first stands.
"""

from __future__ import annotations

from rag.citations.aligned import places
from rag.citations.sources import Source, held, known_names
from rag.citations.support import why_unsupported

_ALIKE = (
    0.6  # share of each one's words that the other has; 1 of 900 neighbouring sentences folds wrongly, at 0.6 or 0.5
)


def says_the_same(one: Source, other: Source) -> bool:
    """Whether two sentences of two languages say the same; sentences without a figure or name are never told."""
    if one.language == other.language or not (held(one) or known_names(one)[0]):
        return False
    return all(
        _alike(a, b) and why_unsupported(a.text, a.language, [b]) is None for a, b in ((one, other), (other, one))
    )


def _alike(one: Source, other: Source) -> bool:
    found = places(one.text, one.language, other)
    return sum(map(bool, found)) >= _ALIKE * len(found)
