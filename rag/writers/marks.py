"""Citation marks in written text: what a chat model wrote, split into claims and the numbers they cite.

Knows every way a mark is written ([1], [1, 2], [1][3], [1-3], 【1】, a bare (1) at the end). Does not know what the
numbers stand for, and never guesses: a mark that reads as no number is reported as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CANNOT_ANSWER = "THE ARTICLES DO NOT SAY"
"""The one phrase for "cannot answer": the prompt asks for it, the parser knows it."""

DIRECT_LABEL = "ANSWER:"
"""What begins the line of the short answer, in every language."""

_OPEN, _CLOSE = r"[\[【［]", r"[\]】］]"
_WORD = r"(?:(?:source|sources|sentence|sentences|phrase|phrases|s|n°|no\.?|#)\s*)?"
_LIST = rf"\^?{_WORD}\d{{1,3}}(?:\s*(?:,|;|&|/|and|et|-|–|—|‑|to|à)\s*\^?{_WORD}\d{{1,3}})*"
_BRACKETED = re.compile(rf"{_OPEN}\s*({_LIST})\s*(?:†[^\]】］]*)?{_CLOSE}(?:\([^()\s]*\))?", re.IGNORECASE)
_MARKS = re.compile(rf"{_BRACKETED.pattern}(?:\s*[,;]?\s*{_BRACKETED.pattern})*", re.IGNORECASE)
_STRAY = re.compile(rf"{_OPEN}([^\[\]【】［］]{{0,40}}){_CLOSE}")
_ROUND_AT_END = re.compile(rf"((?:\s*\(\s*{_LIST}\s*\))+)\s*([.!?…]?)\s*$", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|—|‑|to|à)\s*[^\d]{0,10}?(\d{1,3})", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}")
_NUMBERISH = re.compile(r"\W*[^\W\d]{0,9}\W*\d[\d\W]*[^\W\d]?")
_HEADING = re.compile(r"^\s*#{1,6}\s")
_LEAD_IN = re.compile(r"[:：]\W*$")
_BULLET = re.compile(r"^\s*(?:[-*•–—‣]\s+|#{1,6}\s+|>\s+|\|\s*|\(?\d{1,2}[.)]\s+)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_LABEL = re.compile(r"^(?:answer|short answer|réponse|réponse courte)\s*[:：]\s*", re.IGNORECASE)
_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.IGNORECASE | re.DOTALL)
_ENDS = '.!?…»”"'
_LONGEST_RANGE = 20


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of written text without its marks: the numbers it cites, and the marks that read as no number."""

    text: str
    numbers: tuple[int, ...]
    unreadable: tuple[str, ...] = ()
    is_direct: bool = False


def read_reply(reply: str) -> tuple[tuple[Marked, ...], bool]:
    """The marked lines of a reply, and whether it says that it cannot answer.

    Marks on a line of their own belong to the line before. Lines without a letter or digit (rules, fences), headings
    and lead-ins without a mark, and a model's thinking aloud are skipped. The phrase counts as a refusal only where it
    stands alone on its line and no other line makes a claim.
    """
    lines: list[Marked] = []
    refused = False
    for raw in _THOUGHT.sub("", reply).splitlines():
        line = _BULLET.sub("", raw).strip()
        if not re.search(r"\w", line):
            continue
        if is_refusal(line):
            refused = True
            continue
        for piece in split_line(line):
            marked = read_line(piece)
            if not marked.numbers and (_HEADING.match(raw) or _LEAD_IN.search(piece)):
                continue
            if re.search(r"\w", marked.text):
                lines.append(marked)
            elif lines:
                lines[-1] = _joined(lines[-1], marked)
    return tuple(lines), refused and not any(line.numbers for line in lines)


def split_line(line: str) -> list[str]:
    """The line cut behind every mark that ends a sentence, so that each sentence stands on its own marks."""
    pieces, start = [], 0
    for mark in _MARKS.finditer(line):
        before, behind = line[: mark.start()].rstrip()[-1:], line[mark.end() :]
        stop = re.match(r"\s*[.!?…]+", behind)
        rest = behind[stop.end() :] if stop else behind
        follows = rest.lstrip()[:1]
        if (stop or (before and before in _ENDS)) and (follows.isupper() or (follows and follows in '«“"0123456789')):
            end = len(line) - len(rest)
            pieces.append(line[start:end].strip())
            start = end
    return [*pieces, line[start:].strip()]


def is_refusal(line: str) -> bool:
    """Whether a line says nothing but the phrase, in whatever case, punctuation or emphasis."""
    bare = _LABEL.sub("", _EMPHASIS.sub(r"\2", line).strip())
    bare = re.sub(r"[\W_]+", " ", _BRACKETED.sub("", bare)).strip()
    return bare.casefold() == CANNOT_ANSWER.casefold()


def read_line(line: str) -> Marked:
    """One line: its text without marks, and what it cites.

    Round brackets count as marks only at the end of a line without square ones: elsewhere "(3)" is text.
    """
    text = _EMPHASIS.sub(r"\2", line).strip()
    label = _LABEL.match(text)
    text = text[label.end() :] if label else text
    numbers = [number for found in _BRACKETED.finditer(text) for number in _numbers(found.group(1))]
    text = _MARKS.sub("", text)
    unreadable = [found.group(0) for found in _STRAY.finditer(text) if _looks_like_mark(found.group(1))]
    for mark in unreadable:
        text = text.replace(mark, "")
    tail = _ROUND_AT_END.search(text) if not numbers and not unreadable else None
    if tail:
        numbers = [number for piece in re.findall(r"\(([^()]*)\)", tail.group(1)) for number in _numbers(piece)]
        text = text[: tail.start()] + tail.group(2)
    return Marked(_tidy(text), tuple(dict.fromkeys(numbers)), tuple(unreadable), label is not None)


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


def _joined(line: Marked, marks: Marked) -> Marked:
    numbers = tuple(dict.fromkeys(line.numbers + marks.numbers))
    return Marked(line.text, numbers, line.unreadable + marks.unreadable, line.is_direct)


def _tidy(text: str) -> str:
    """No space before a full stop where a mark stood, no doubled spaces, no brackets left empty behind a mark."""
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" +([.,])", r"\1", text)
    text = re.sub(r"[\s,;:|]+([.!?…]?)$", r"\1", text)
    return re.sub(r"([.!?])\.$", r"\1", text).strip()
