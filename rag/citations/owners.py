"""Whether a figure of a claim is told of what its source tells it: "from 5 to 6" turned round, another's year.

Knows words that order two figures, and the word right before or behind a figure. Only what is sure in both texts is
compared. Does not know the values themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.citations.aligned import content, standing
from rag.citations.reasons import Reason
from rag.citations.sources import Source, held
from rag.figures import Figure
from rag.figures.flat import flatten

Pair = tuple[int, Figure]

_FROM = re.compile(r"\b(?:from|de|d')[ ]?$")
_TO = re.compile(r"\b(?:to|a)[ ]$")
_LINK = re.compile(
    r"(?: (?:in|on|at|by|en|au|le|a|de|of|the|d'|around|about|some|environ|depuis|since|was|were|is))* ?$"
)
_NEXT = re.compile(r" ?(?:,|in|on|en|au|le|du)? ?(?:the |le )?")
_AGAINST = re.compile(
    r"\b(?:contre|against|compared (?:with|to)|(?:up|down) from|par rapport a)(?: some| quelque| environ)? $"
)
_BY = re.compile(r"\bby(?: (?:about|around|some|nearly|almost))? $")
_LEVEL = re.compile(
    r"\b(?:redui\w+|ramen\w+|limit\w+|abaiss\w+|port\w+|relev\w+|reduced|cut|raised|lowered|limited"
    r"|capped)(?: [\w-]+)? (?:a|to) $"
)
_UNITS = frozenset({"year", "month"})


def exchanged(text: str, language: str, pairs: Sequence[Pair], source: Source) -> Reason | None:
    """The first figure of the text that its source gives to something else, as a reason.

    Args:
        text: the claim.
        language: the claim's.
        pairs: where each figure of the claim begins, with the source's figure that it is.
        source: the one sentence cited.
    """
    ours = sorted(pairs, key=lambda pair: pair[0])
    at = (
        _reordered(text, ours, source)
        or _compared(text, ours, source)
        or _dated_anew(text, ours, source)
        or _moved(text, language, ours, source)
        or _level_for_step(text, ours, source)
    )
    return Reason("swapped", text[at - 1 :].split(" ")[0].strip(".,;:")) if at else None


def _reordered(text: str, pairs: Sequence[Pair], source: Source) -> int:
    """1 + where the text has the two ends of a change the other way round: "from 6 to 5" for "from 5 to 6"."""
    ours, theirs = _ends(flatten(text), pairs), _ends(flatten(source.text), [(one.start, one) for one in held(source)])
    for (start, end), at in ours.items():
        if (end, start) in theirs and (start, end) not in theirs:
            return at + 1
    return 0


def _compared(text: str, pairs: Sequence[Pair], source: Source) -> int:
    """1 + where the text compares with the figure that its source compares: "79, against 54" for "54, against 79"."""
    told = [one for one in held(source) if _AGAINST.search(flatten(source.text), 0, one.start)]
    mine = [(at, one) for at, one in pairs if _AGAINST.search(flatten(text), 0, at)]
    if len(told) != 1 or len(mine) != 1:
        return 0
    (old,), ((at, one),) = told, mine
    others = [figure for _, figure in pairs if figure is not one]
    same = one.unit == old.unit and one.kind == old.kind
    return at + 1 if one != old and old in others and (same or not (one.unit and old.unit)) else 0


def _level_for_step(text: str, pairs: Sequence[Pair], source: Source) -> int:
    """1 + where the text tells as a step what its source tells as a level: "cut by 30%" for "réduit à 30 %"."""
    flat, theirs = flatten(text), flatten(source.text)
    for at, one in pairs:
        if one.kind == "percent" and _BY.search(flat, 0, at) and _LEVEL.search(theirs, 0, one.start):
            return at + 1
    return 0


def _ends(flat: str, pairs: Sequence[Pair]) -> dict[tuple[int, int], int]:
    """Figure a change begins with and figure it ends with, each by its place in the source -> place in the text."""
    found = {}
    for (at, one), (other, two) in zip(pairs, pairs[1:], strict=False):
        before, between = flat[:at], flat[:other]
        if one.unit != two.unit or other - at > len(one.text) + 12:
            continue
        if _FROM.search(before) and _TO.search(between):
            found[one.start, two.start] = at
        elif _TO.search(before) and re.search(r"\bfrom $", between):
            found[two.start, one.start] = at
    return found


def _dated_anew(text: str, pairs: Sequence[Pair], source: Source) -> int:
    """1 + where a figure of the text stands by the year or month of another figure of its kind in the source."""
    mine = _dates(flatten(text), pairs)
    theirs = _dates(flatten(source.text), [(one.start, one) for one in held(source)])
    for (figure, when), at in mine.items():
        own = {date for one, date in theirs if one == figure}
        if own and when not in own and any(date == when for _, date in theirs):
            return at + 1
    return 0


def _dates(flat: str, pairs: Sequence[Pair]) -> dict[tuple[int, int], int]:
    """Figure and the year or month right behind it, by their places in the source -> the figure's place in the text."""
    found = {}
    for (at, one), (other, two) in zip(pairs, pairs[1:], strict=False):
        between = flat[at + len(one.text) : other]
        if one.kind != "date" and two.kind == "date" and two.unit in _UNITS and _NEXT.fullmatch(between):
            found[one.start, two.start] = at
    return found


def _moved(text: str, language: str, pairs: Sequence[Pair], source: Source) -> int:
    """1 + where a figure stands right behind a word that has another figure of its kind behind it in the source."""
    words = standing(text, language, source)
    heads = {one.start: _head(flatten(source.text), one.start, [at for _, at in content(source.text, source.language)])
             for one in held(source)}  # fmt: skip
    for at, figure in pairs:
        head = _head(flatten(text), at, list(words))
        if head < 0 or heads.get(figure.start, -1) < 0 or len(words[head]) != 1 or heads[figure.start] in words[head]:
            continue
        others = [one for one in held(source) if heads[one.start] in words[head]]
        if any((one.kind, one.unit) == (figure.kind, figure.unit) for one in others):
            return at + 1
    return 0


def _head(flat: str, start: int, words: Sequence[int]) -> int:
    """Where the word right before a figure stands, small words between them left out; -1 where there is none."""
    before = [at for at in words if at < start and not flat[at].isdigit()]
    if not before:
        return -1
    word = re.match(r"[a-z'-]+", flat[before[-1] :])
    end = before[-1] + (word.end() if word else 0)
    return before[-1] if _LINK.fullmatch(flat[end:start]) else -1
