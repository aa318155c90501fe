"""How much a shared word tells: the rarity of a stem in its language at large.

Knows a table of common stems (made by training/rarity.py from wordfreq). Does not know the corpus: in a small one, how
often a word occurs there says little.
"""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "rarity.tsv.gz"
COMMONEST, RAREST = 8.0, 2.5
"""Zipf frequencies (power of ten of occurrences in a billion words) at which a word tells nothing, and tells most."""


def rarity(term: str, language: str) -> float:
    """From 0.05 for the commonest word to 1 for one that is not among the common ones; ``term`` is an index term."""
    zipf = _table().get((language, term), RAREST)
    return max(0.05, (COMMONEST - max(zipf, RAREST)) / (COMMONEST - RAREST))


@cache
def _table() -> dict[tuple[str, str], float]:
    found = {}
    with gzip.open(TABLE, "rt", encoding="utf-8") as lines:
        for line in lines:
            language, term, tenths = line.rstrip("\n").split("\t")
            found[language, term] = int(tenths) / 10
    return found
