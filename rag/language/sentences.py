"""Where the sentences of a text are.

Knows: final punctuation, quotation marks, abbreviations, paragraphs, hard-wrapped lines, and paragraph breaks that landed
inside a quotation. Does not know articles or passages. Offsets are half-open and refer to the text as given, which is
read as ``normalise`` leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.language.abbreviations import goes_on

Span = tuple[int, int]

_SPACES = " \u00a0\u202f\u2009"
# A run of final punctuation, the marks that close after it, and the white space before whatever comes next.
_END = re.compile(rf"(?P<stop>[.!?…]+)(?P<close>(?:[{_SPACES}]?[»”]|[\"'’)\]])*)(?P<gap>\s+|\Z)")
_LOOSE_QUOTE = re.compile(r'\s*"(?=\s|\Z)')
_OPENERS = "«“\"'‘([-–—¿¡*•_#>"
_SAID = re.compile(
    r"(?:[A-Z][\w.’'-]+\s+){0,3}?(?:said|says|asked|added|told|wrote|writes|replied|shouted|cried|tweeted|declared|warned|explained)\b"
)
_BREAK = re.compile(r"[ ]*\n\s*")
_BULLET = re.compile(r"(?:[-–—*•▪◦]|\d{1,2}[.)]|#{1,6})\s")
_LIST_NUMBER = re.compile(r"(?:^|\n)\s*\d{1,3}$")
_WRAP = 100  # characters: longer lines are paragraphs, not wrapped lines


def sentence_spans(text: str, language: str) -> list[Span]:
    """The sentences of ``text`` as half-open offsets: in order, disjoint, trimmed, together all that is not white space.

    Args:
        text: in the form ``normalise`` gives.
        language: ISO 639-1 code. French and English rules are applied together, as either quotes the other's names.
    """
    del language  # one set of rules has served both; the parameter is the seam for a language that needs its own
    spans: list[Span] = []
    for start, end in _blocks(text):
        spans.extend(_sentences(text, start, end))
    return spans


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one block; a straight quote is taken as closing where one is open since the block began."""
    begin = start
    position = start
    while match := _END.search(text, position, end):
        position = match.end("stop")
        close = match.end("close")
        if match.end("gap") < end:
            loose = _LOOSE_QUOTE.match(text, close, end)
            if loose and text.count('"', begin, close) % 2:
                close = loose.end()
            if not _ends(text, start, match, close, end):
                continue
        yield from _trimmed(text, begin, close)
        begin = position = max(close, position)
    yield from _trimmed(text, begin, end)


def _ends(text: str, start: int, match: re.Match[str], close: int, end: int) -> bool:
    """Whether the punctuation of ``match`` (marks closed at ``close``) ends a sentence."""
    after = text[close : min(end, close + 60)].lstrip()
    if not after:
        return True
    if not (after[0].isupper() or after[0].isdigit() or after[0] in _OPENERS or not after[0].isascii()):
        return False
    if after[0].islower() or after[0] in ",;:":
        return False
    if match["close"] and _SAID.match(after):
        return False
    if after[0] in "-–—" and after.lstrip("-–— ")[:1].islower():
        return False
    if match["stop"] == "." and not match["close"]:
        before = text[max(start, match.start() - 40) : match.start()]
        return not (goes_on(before, after) or _LIST_NUMBER.search(text[max(0, match.start() - 8) : match.start()]))
    return True


def _blocks(text: str) -> Iterator[Span]:
    """Stretches no sentence crosses: paragraphs, or lines where lines are paragraphs."""
    wrapped = _is_wrapped(text)
    begin = 0
    for match in _BREAK.finditer(text):
        if not _is_soft(text, begin, match, wrapped):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(text)


def _is_soft(text: str, begin: int, match: re.Match[str], wrapped: bool) -> bool:
    """Whether a sentence may run across this line break."""
    before, after = text[begin : match.start()].rstrip(), text[match.end() : match.end() + 40]
    if not before or not after:
        return True
    if _BULLET.match(after) and not after[0] == '"':
        return False
    if wrapped and match.group().count("\n") == 1:
        return True
    if _breaks_quotation(before, after):
        return True
    final = before.rstrip("\"»”’')] \u00a0\u202f")[-1:] in set(".!?…")
    return after[0] in ",;:)»" or (not final and after.lstrip("\"«“ \u00a0\u202f")[:1].islower())


def _breaks_quotation(before: str, after: str) -> bool:
    """Whether the break sits just inside a straight quotation: after its opening mark, or before its closing one."""
    if before.count('"') % 2 == 0:
        return False
    opened_last = before.endswith('"') and not before[:-1].endswith((".", "!", "?", "…", ","))
    return opened_last or bool(re.match(r'"(?:[\s,;:.!?)]|$)', after))


def _is_wrapped(text: str) -> bool:
    """Whether line ends are a matter of width: short lines, most of them stopping in mid-sentence."""
    lines = [line.rstrip() for paragraph in re.split(r"\n\s*\n", text) for line in paragraph.split("\n")[:-1]]
    lines = [line for line in lines if line]
    if not lines or max(map(len, lines)) > _WRAP:
        return False
    unfinished = sum(line[-1] not in ".!?…\"»”:" for line in lines)
    long = sum(len(line) > 40 for line in lines)
    return 2 * unfinished > len(lines) and 2 * long >= len(lines)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
