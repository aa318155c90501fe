"""What a single English word may be in French, and back, with probabilities.

Knows a table of word alignments (how it was made: training/table.py). Does not know grammar, phrases or which meaning
is meant: a term's translations are alternatives for a search, not a translation to show anybody.
"""

from __future__ import annotations

import lzma
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

__all__ = ["read_table", "translate_term", "words_from"]

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
    return read_table().get((source, _fold(term)), ())


def words_from(beginning: str, language: str) -> list[str]:
    """The table's words of a language that begin so, in alphabetical order: other forms of a word are among them.

    Args:
        beginning: at least two letters; case and accents do not matter.
        language: ``en`` or ``fr``; no words for another one.
    """
    start = _fold(beginning)
    if len(start) < 2:
        return []
    words = _words(language)
    return list(words[bisect_left(words, start) : bisect_left(words, start + "\uffff")])


@cache
def _words(language: str) -> Sequence[str]:
    return sorted(word for own, word in read_table() if own == language)


def _fold(word: str) -> str:
    marks = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in marks if unicodedata.category(c) != "Mn")


@cache
def read_table() -> Mapping[tuple[str, str], Translations]:
    """The whole table: translations by language and folded word."""
    found: dict[tuple[str, str], list[tuple[str, float]]] = {}
    with lzma.open(TABLE, "rt", encoding="utf-8") as lines:
        for line in lines:
            language, word, other, chance = line.rstrip("\n").split("\t")
            found.setdefault((language, word), []).append((other, float(chance)))
    return {key: tuple(options) for key, options in found.items()}
