"""Where the sentences of a text are.

Knows: final punctuation, quotation marks and brackets that close after it, who-said-it after a quotation. Does not know
articles or passages. Offsets are half-open and refer to the text as given, which is read as ``normalise`` leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.language.abbreviations import goes_on
from rag.language.paragraphs import blocks
from rag.language.quotes import Quotes, straight_quotes

Span = tuple[int, int]

_THIN = " \u00a0\u202f\u2009"
# A run of final punctuation, the marks that close right after it, and the white space before whatever comes next;
# or a stop between two words that lost their space ("social.La"), which no address or name looks like.
_END = re.compile(
    rf"(?P<stop>[.!?…]+)(?:(?P<close>(?:[{_THIN}]?[»”]|[\"'’)\]])*)(?P<gap>\s+|\Z)"
    r"|(?<=[a-zà-ÿ]{2}[.!?])(?P<glued>)(?=[A-ZÀ-Þ][a-zà-ÿ'’ ]))"
)
_LOOSE_QUOTE = re.compile(r'\s*"')
_PLAIN_WORD = re.compile(r"(?:^|[\s'’(«\"])[a-zà-ÿ-]{2,}$")
_RUNS_ON = ",;:.!?%)]}»”&/+="
_SAID = re.compile(
    r"(?:[A-Z][\w.’'-]+\s+){0,3}?"
    r"(?:said|says|asked|added|told|wrote|writes|replied|shouted|cried|tweeted|declared|warned|explained|insisted)\b"
)
_LINE_NUMBER = re.compile(r"\s*\d{1,3}")
_LOOK = 60  # characters looked at on either side of a stop


def sentence_spans(text: str) -> list[Span]:
    """The sentences of ``text`` as half-open offsets: in order, disjoint, trimmed, together all but white space.

    French and English rules are applied together, as either quotes the other's names. ``text`` is in the form
    ``normalise`` gives.
    """
    quotes = straight_quotes(text)
    return [span for start, end in blocks(text, quotes) for span in _sentences(text, start, end, quotes)]


def _sentences(text: str, start: int, end: int, quotes: Quotes) -> Iterator[Span]:
    """The sentences of one block."""
    begin = start
    for match in _END.finditer(text, start, end):
        close = match.end("stop") if match["glued"] is not None else match.end("close")
        if close <= begin:
            continue
        loose = _LOOSE_QUOTE.match(text, close, end)
        if loose and loose.end() - 1 in quotes.closing:
            close = loose.end()
        if _ends(text, start, match, text[close : min(end, close + _LOOK)], closed=close > match.end("stop")):
            yield from _trimmed(text, begin, close)
            begin = close
    yield from _trimmed(text, begin, end)


def _ends(text: str, start: int, match: re.Match[str], rest: str, closed: bool) -> bool:
    """Whether the punctuation of ``match`` ends a sentence; ``rest`` follows it and the marks that close after it."""
    if match["glued"] is not None:
        return _PLAIN_WORD.search(text[max(start, match.start() - _LOOK) : match.start()]) is not None
    after = rest.lstrip()
    if not after:
        return True
    if after is rest or after[0].islower() or after[0] in _RUNS_ON:
        return False
    if after[0] in "-–—" and after.lstrip("-–— ")[:1].islower():
        return False
    if match["stop"] != ".":
        return not (closed and _SAID.match(after))
    if closed:
        return True
    line = text.rfind("\n", start, match.start()) + 1 or start
    if match.start() - line < 5 and _LINE_NUMBER.fullmatch(text, line, match.start()):  # the "2." of a numbered list
        return False
    return not goes_on(text[max(start, match.start() - _LOOK) : match.start()], after)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
