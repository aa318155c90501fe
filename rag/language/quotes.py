"""Which straight double quotes open and which close.

Knows: what stands on either side of a mark, and whether one is open. Does not know sentences. Guillemets and curly
quotes tell by themselves and are not looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

_BEFORE_OPENING = "([{'’-–—«:/\u00a0\u202f"
_AFTER_CLOSING = ",;:.!?…)]}»\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Quotes:
    """Offsets of the straight double quotes of a text, by what each does."""

    opening: frozenset[int]
    closing: frozenset[int]


def straight_quotes(text: str) -> Quotes:
    """Tell the straight double quotes of ``text`` apart.

    The neighbours decide; where they do not (white space on both sides, or on neither), a mark closes if one is open. A
    mark that tells by itself corrects the count, so that one missing in the source does not turn all that follow.
    """
    opening: set[int] = set()
    closing: set[int] = set()
    is_open = False
    at = text.find('"')
    while at >= 0:
        opens = _opens(text, at)
        is_open = not is_open if opens is None else opens
        (opening if is_open else closing).add(at)
        at = text.find('"', at + 1)
    return Quotes(frozenset(opening), frozenset(closing))


def _opens(text: str, at: int) -> bool | None:
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if text[max(0, at - 3) : at].rstrip().endswith(":"):
        return True
    free_before = before.isspace() or before in _BEFORE_OPENING
    free_after = after.isspace() or after in _AFTER_CLOSING
    if after in ",;:.!?)" and before != "(":
        return False
    return None if free_before == free_after else free_before
