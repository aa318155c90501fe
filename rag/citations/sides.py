"""What came after what, and why: a claim may not exchange the two sides of an "after", a "before" or a "because".

Knows these connectors in English and French, and where the words of a claim stand in its source. Compares only texts
with one of them each. Does not know days (`owners`), nor what is the cause of what where no such word stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.citations.aligned import standing
from rag.citations.reasons import Reason
from rag.citations.sources import Source
from rag.figures.flat import flatten
from rag.language import reading_of

_FEW, _HALF, _MOST = 0.34, 0.5, 0.66  # shares of the words of one side that stand on a side of the source
_AFTER = {"en": re.compile(r"\b(?:after|following)\b"), "fr": re.compile(r"\bapres\b")}
_BEFORE = {"en": re.compile(r"\b(?:before|ahead of)\b"), "fr": re.compile(r"\bavant\b")}
_CAUSE = {
    "en": re.compile(r"\b(?:because(?: of)?|due to|owing to)\b"),
    "fr": re.compile(r"\b(?:en raison d|parce qu|car|a cause d|du fait d)"),
}
_PAIRS = ((_AFTER, _AFTER), (_BEFORE, _BEFORE), (_CAUSE, _CAUSE), (_AFTER, _BEFORE), (_BEFORE, _AFTER))
_END = re.compile(r"[,;.]")


def sides_exchanged(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """The connector of a claim behind which stands what stands before it in its one source, as a reason."""
    if len(sources) != 1:
        return None
    (source,) = sources
    reading = reading_of(language)
    told = standing(text, language, source)
    for ours, theirs in _PAIRS:
        here = _behind(text, ours[reading])
        there = _behind(source.text, theirs[reading_of(source.language)])
        if here is None or there is None or (ours is not theirs and _says_both(text, reading)):
            continue
        behind = [where for at, where in told.items() if here[0] <= at < here[1] and where]
        before = [where for at, where in told.items() if not here[0] <= at < here[1] and where]
        if behind and before and _are_turned(behind, before, there, ours is theirs):
            return Reason("swapped", text[here[0] : here[1]].strip())
    return None


def _behind(text: str, words: re.Pattern[str]) -> tuple[int, int] | None:
    """From where to where what stands behind the only such word of a text reaches; None where there is not just one."""
    flat = flatten(text)
    found = list(words.finditer(flat))
    if len(found) != 1:
        return None
    end = _END.search(flat, found[0].end())
    return found[0].end(), end.start() if end else len(flat)


def _says_both(text: str, language: str) -> bool:
    flat = flatten(text)
    return all(words[language].search(flat) for words in (_AFTER, _BEFORE))


def _are_turned(
    behind: Sequence[Sequence[int]], before: Sequence[Sequence[int]], there: tuple[int, int], same: bool
) -> bool:
    """Whether the two sides of a claim are those of the source the other way round, by the places of their words.

    ``same``: whether both have the same connector; "after" for "before" is right where the sides are exchanged.
    """
    moved, left = (
        sum(any(there[0] <= at < there[1] for at in where) for where in side) / len(side) for side in (behind, before)
    )
    return (moved <= _FEW and left >= _HALF) if same else (moved >= _MOST and left <= _FEW)
