"""Stretches of text that no sentence crosses: paragraphs, or lines where lines are paragraphs.

Knows: hard-wrapped lines, list items, and paragraph breaks that landed in mid-sentence or just inside a quotation, as
some feeds have them. Does not know final punctuation within a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.language.quotes import Quotes

FINAL = ".!?…"
"""Marks that end a sentence."""

_BREAK = re.compile(r"[^\S\n]*\n\s*")
_ITEM = re.compile(r"(?:[-–—*•▪◦]|\d{1,2}[.)]|#{1,6})\s")
_WIDEST = 100  # characters: longer lines are paragraphs, not wrapped lines
_FULL = 40  # characters: most wrapped lines are longer
_LOOK = 60  # characters looked at on either side of a break


def blocks(text: str, quotes: Quotes) -> Iterator[tuple[int, int]]:
    """Half-open offsets of the blocks of ``text`` in order; what lies between two is white space."""
    wrapped = _is_wrapped(text)
    begin = 0
    for match in _BREAK.finditer(text):
        before = text[max(begin, match.start() - _LOOK) : match.start()]
        after = text[match.end() : match.end() + _LOOK]
        one_line = wrapped and match.group().count("\n") == 1
        in_quotation = match.start() - 1 in quotes.opening or match.end() in quotes.closing
        if not _is_soft(before, after, one_line, in_quotation):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(text)


def _is_soft(before: str, after: str, wrapped: bool, in_quotation: bool) -> bool:
    """Whether a sentence may run on from ``before`` across a line break to ``after``."""
    if not before or not after:
        return True
    if _ITEM.match(after):
        return False
    if wrapped or in_quotation or after[0] in ",;:)»":
        return True
    ended = before.rstrip("\"»”’')] \u00a0\u202f")[-1:] in (*FINAL, "")
    return not ended and after.lstrip('"«“ \u00a0\u202f')[:1].islower()


def _is_wrapped(text: str) -> bool:
    """Whether line ends are a matter of width: short lines, most of them stopping in mid-sentence."""
    lines = [line.strip() for paragraph in re.split(r"\n\s*\n", text) for line in paragraph.split("\n")[:-1]]
    lines = [line for line in lines if line]
    if not lines or max(map(len, lines)) > _WIDEST:
        return False
    unfinished = sum(line[-1] not in FINAL + '"»”:' for line in lines)
    full = sum(len(line) > _FULL for line in lines)
    return 2 * unfinished > len(lines) and 2 * full >= len(lines)
