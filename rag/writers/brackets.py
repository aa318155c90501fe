"""Citation marks as they are written, and the numbers they hold.

Knows every way a mark is written ([1], [1, 2], [1][3], [1] and [2], [1-3], 【1】, a bare (1) at the end of a sentence).
Does not know lines or claims, nor what the numbers stand for, and never guesses: a mark that reads as no number is
told as it stands.
"""

from __future__ import annotations

import re

from rag.writers.plain import LIST

OPEN = r"[\[【［]"
_CLOSE = r"[\]】］]"
MARK = re.compile(rf"{OPEN}\s*({LIST})\s*(?:†[^\]】］]*)?{_CLOSE}(?:\([^()\s]*\))?", re.IGNORECASE)
"""One mark in square brackets, with what it holds as its only group."""
_JOINED = r"\s*(?:[,;/]\s*(?:(?:and|et)\b\s*|&\s*)?|(?:and|et|to|à)\b\s*|[&–—‑-]\s*)?"
_UP_TO = frozenset("-–—‑") | {"to", "à"}
MARKS = re.compile(rf"{MARK.pattern}(?:{_JOINED}{MARK.pattern})*", re.IGNORECASE)
"""Marks that stand together, with the words between them."""
_STRAY = re.compile(rf"{OPEN}([^\[\]【】［］]{{0,40}}){_CLOSE}")
_ROUND = re.compile(  # "(article 3)" is of a law
    rf"(\((?!\s*(?i:article))\s*(?i:{LIST})\s*\)(?:(?i:{_JOINED})\(\s*(?i:{LIST})\s*\))*)"
    r"(?=\s*[.!?…]?\s*$|[.!?…]\s+[«“\"]?[A-ZÀ-ÖØ-Þ]|(?<=[.!?…] \(.\))\s+[A-ZÀ-ÖØ-Þ])"
)
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|—|‑|to|à)\s*[^\d]{0,10}?(\d{1,3})", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}")
_NUMBERISH = re.compile(r"\W*[^\W\d]{0,9}\W*\d[\d\W]*[^\W\d]?")
_LONGEST_RANGE = 20


def squared(text: str) -> str:
    """The text with its round marks in square brackets, where it has no square ones."""
    if MARK.search(text) or unreadable_in(text):
        return text
    return _ROUND.sub(lambda marks: marks[1].replace("(", "[").replace(")", "]"), text)


def numbers_in(text: str) -> list[int]:
    """The numbers of all marks of a text, in their order."""
    return [number for found in MARKS.finditer(text) for number in _numbers(_listed(found[0]))]


def unreadable_in(text: str) -> list[str]:
    """The marks that read as no number, as they stand; call it on a text whose other marks are taken out."""
    return [found[0] for found in _STRAY.finditer(text) if _looks_like_mark(found[1])]


def _listed(marks: str) -> str:
    """``[1], [2]-[4]`` -> ``,1,2-4``: marks that stand together as the list of one, a dash between two a range."""
    listed, end = "", 0
    for mark in MARK.finditer(marks):
        listed += ("-" if marks[end : mark.start()].strip().casefold() in _UP_TO else ",") + mark[1]
        end = mark.end()
    return listed


def _numbers(listed: str) -> list[int]:
    """``1, 3-5`` -> 1, 3, 4, 5. A backward or very long range is taken as its two ends."""
    found: list[int] = []
    end = 0
    for span in _RANGE.finditer(listed):
        found += [int(number) for number in _NUMBER.findall(listed[end : span.start()])]
        low, high = int(span[1]), int(span[2])
        found += list(range(low, high + 1)) if 0 <= high - low <= _LONGEST_RANGE else [low, high]
        end = span.end()
    return found + [int(number) for number in _NUMBER.findall(listed[end:])]


def _looks_like_mark(inside: str) -> bool:
    """Whether brackets hold a mark that cannot be read ([?], [source], [x1], []) and not an editor's words ([sic])."""
    bare = inside.strip().casefold()
    return bare in ("", "?", "x", "n", "source", "sources", "citation needed", "ref") or bool(
        _NUMBERISH.fullmatch(bare)
    )
