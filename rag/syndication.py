"""Which articles are copies of one another: one wire story under several outlets' headlines.

Knows: runs of five words, and that a later version with other figures is an update and no copy. Does not know indexes
or answers. A copy says the same on the whole, not in every sentence: whoever writes "also in" looks for the sentence.
Figures: ``benchmarks/syndication.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.language import fold

SAME = 0.7
"""Share of the shorter text's word runs found in the other, from which the two are copies."""

_RUN = 5  # words in a run
_DATELINE = 100  # characters at the start whose figures need no counterpart: place and day of the report
_TOLERANCE = 8  # one figure in so many may differ on both sides
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(
    r"\d+(?:[ \u00a0\u202f.,]\d+)*"
    r"|\b(?:deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty)\b"
)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What texts are compared by: runs of five words (all words, where there are fewer), figures, those past the head.

    Case, accents and punctuation make no difference.
    """

    runs: frozenset[tuple[str, ...]]
    figures: frozenset[str]
    told: frozenset[str]


def sketch(text: str) -> Sketch:
    """What stands for ``text`` when it is compared with others."""
    folded = fold(text)
    words = _WORD.findall(folded)
    length = min(_RUN, len(words))
    figures = [(found.start(), re.sub(r"\D", "", found.group()) or found.group()) for found in _FIGURE.finditer(folded)]
    return Sketch(
        frozenset(zip(*(words[start:] for start in range(length)), strict=False)),
        frozenset(figure for _, figure in figures),
        frozenset(figure for start, figure in figures if start >= _DATELINE),
    )


def is_copy(one: Sketch, other: Sketch) -> bool:
    """Whether two texts are copies of one another; an empty one is nobody's."""
    shorter = min(len(one.runs), len(other.runs))
    return shorter > 0 and len(one.runs & other.runs) >= SAME * shorter and _figures_agree(one, other)


def _figures_agree(one: Sketch, other: Sketch) -> bool:
    """Whether one of the two has no figures of its own, but for a few; leaving some out is what copies do."""
    own = min(len(one.told - other.figures), len(other.told - one.figures))
    return own <= len(one.figures & other.figures) // _TOLERANCE
