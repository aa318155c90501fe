"""What a single English word may be in French, and back, with probabilities.

Knows a table of word alignments (how it was made: training/table.py). Does not know grammar, phrases or which meaning
is meant: a term's translations are alternatives for a search, not a translation to show anybody.
"""

from __future__ import annotations

import lzma
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["translate_term"]

TABLE = Path(__file__).parent / "table.tsv.xz"

Translations = tuple[tuple[str, float], ...]


def translate_term(term: str, source: str, target: str) -> Translations:
    """Words of ``target`` that ``term`` of ``source`` may stand for, likeliest first, with probabilities.

    Args:
        term: one word; case and accents do not matter.
        source: language code of the term, ``en`` or ``fr``.
        target: the other one.

    Returns:
        Up to three accent-folded, lower-case words; the probabilities sum to at most 1. Empty if the word is not in the
        table, the languages are the same or another language is asked for: names and numbers are the same on both
        sides, so the caller keeps the term itself.
    """
    if {source, target} != {"en", "fr"}:
        return ()
    return _table().get((source, _fold(term)), ())


def _fold(word: str) -> str:
    marks = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in marks if unicodedata.category(c) != "Mn")


@cache
def _table() -> Mapping[tuple[str, str], Translations]:
    found: dict[tuple[str, str], list[tuple[str, float]]] = {}
    with lzma.open(TABLE, "rt", encoding="utf-8") as lines:
        for line in lines:
            language, word, other, chance = line.rstrip("\n").split("\t")
            found.setdefault((language, word), []).append((other, float(chance)))
    return {key: tuple(options) for key, options in found.items()}
