"""Citation marks in written text: what a chat model wrote, split into claims and the numbers they cite.

Knows every way a mark is written ([1], [1, 2], [1][3], [1] and [2], [1-3], 【1】, a bare (1) at the end of a sentence),
and lines that are no claims. Does not know what the numbers stand for, and never guesses: a mark that reads as no
number is reported as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.writers.plain import LIST, plain
from rag.writers.refusing import CANNOT_ANSWER, is_phrase, is_refusal

__all__ = ["CANNOT_ANSWER", "DIRECT_LABEL", "Marked", "read_line", "read_reply", "split_line"]

DIRECT_LABEL = "ANSWER:"
"""What begins the line of the short answer, in every language."""

_OPEN, _CLOSE = r"[\[【［]", r"[\]】］]"
_BRACKETED = re.compile(rf"{_OPEN}\s*({LIST})\s*(?:†[^\]】］]*)?{_CLOSE}(?:\([^()\s]*\))?", re.IGNORECASE)
_JOINED = r"\s*(?:[,;/]\s*(?:(?:and|et)\b\s*|&\s*)?|(?:and|et|to|à)\b\s*|[&–—‑-]\s*)?"
_UP_TO = frozenset("-–—‑") | {"to", "à"}
_MARKS = re.compile(rf"{_BRACKETED.pattern}(?:{_JOINED}{_BRACKETED.pattern})*", re.IGNORECASE)
_MARKS_AT_END = re.compile(rf"{_BRACKETED.pattern}[\s.!?…]*$", re.IGNORECASE)
_STRAY = re.compile(rf"{_OPEN}([^\[\]【】［］]{{0,40}}){_CLOSE}")
_ROUND = re.compile(
    rf"(\s*\(\s*(?i:{LIST})\s*\)(?:(?i:{_JOINED})\(\s*(?i:{LIST})\s*\))*)"
    r"(?=\s*[.!?…]?\s*$|[.!?…]\s+[«“\"]?[A-ZÀ-ÖØ-Þ]|(?<=[.!?…] \(.\))\s+[A-ZÀ-ÖØ-Þ])"
)
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|—|‑|to|à)\s*[^\d]{0,10}?(\d{1,3})", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}")
_NUMBERISH = re.compile(r"\W*[^\W\d]{0,9}\W*\d[\d\W]*[^\W\d]?")
_HEADING = re.compile(r"^\s*#{1,6}\s")
_BOLD = re.compile(r"\s*(\*\*|__)(?=\S)[^*]*[^\s*.!?…]\1\s*")
_LEAD_IN = re.compile(r"[:：]\W*$")
_BULLET = re.compile(r"^\s*(?:[-*•–—‣]\s+|#{1,6}\s+|>\s+|\|\s*|\(?\d{1,2}[.)]\s+)")
_TABLE_RULE = re.compile(r"\s*\|?[\s:]*-{2,}[\s:]*\|[\s:|-]*")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])(\*)(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
_LABEL = re.compile(r"^(?:answer|short answer|réponse|réponse courte)\s*[:：]\s*", re.IGNORECASE)
_CLAIM_LABEL = re.compile(
    r"^(?:claim|statement|fact|point|finding|affirmation|énoncé|fait|constat)\s*(?:\d{1,2}\s*[:：.)–—-]|[:：])\s+",
    re.IGNORECASE,
)
_PROOF = r"(?:sources?|citations?|references?|références?|refs?|réfs?)"
_PROOF_LABEL = re.compile(
    rf"(?:^\W*|(?<=[\s(])){_PROOF}\s*[:：]\s*(?={_OPEN})|^\W*{_PROOF}\s*(?={_OPEN})", re.IGNORECASE
)
_PROOF_LIST = re.compile(rf"\W*{_PROOF}\W*", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\s*\[\^\d{1,3}\]:\s")
_CHATTER = re.compile(
    r"^(?:let me know|i hope|hope this|feel free|please (?:let|feel|note that i)|would you like|is there anything"
    r"|if you (?:need|have|would|want|'d)|sure[,!.]|of course[,!.]|certainly[,!.]|here (?:is|are) the answer"
    r"|n['’]hésitez pas|j['’]espère|faites-(?:le-)?moi savoir|dites-moi|souhaitez-vous|voulez-vous"
    r"|si vous (?:avez|souhaitez|voulez|désirez)|bien sûr[,!.]|voici la réponse)",
    re.IGNORECASE,
)
_LEFT = re.compile(r"(?:\s|:|\.(?!\d)|[–—-]\s)+")  # at the front, behind a mark that is taken out
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

    It says so only where no other line makes a claim; the phrase asked for is never a claim itself.
    """
    raws = [raw for raw in plain(reply).splitlines() if raw.strip()]
    others = [raw for raw in raws if not is_refusal(_bare(raw))]
    lines = _claims(others)
    if len(others) < len(raws):
        if not any(line.numbers for line in lines):
            return tuple(lines), True
        lines = _claims(raw for raw in raws if not is_phrase(_bare(raw)))
    return tuple(lines), False


def _bare(raw: str) -> str:
    """A line without bullet, emphasis, label and marks."""
    text = _EMPHASIS.sub(_emphasised, _BULLET.sub("", raw)).strip()
    return _BRACKETED.sub("", _LABEL.sub("", text))


def _claims(raws: Iterable[str]) -> list[Marked]:
    """The lines that say something, each with its marks.

    Marks on a line of their own, with a label such as "Source:" or without, belong to the line before. Lines without a
    letter or digit, headings and lead-ins without a mark, bold ones above a claim among them, the heading row of a
    table, lists of sources and what a model says of its help are no claims.
    """
    lines: list[Marked] = []
    row = bold = listed = False
    for raw in raws:
        if row and _TABLE_RULE.fullmatch(raw) and not lines[-1].numbers:
            lines.pop()
            bold = False
        row = False
        line = _BULLET.sub("", raw).strip()
        listed = listed or bool(_PROOF_LIST.fullmatch(line) and any(item.numbers for item in lines))
        if _FOOTNOTE.match(raw) or (listed and (_MARKS.match(line) or not _BRACKETED.search(line))):
            continue
        for marked in _pieces(raw, line):
            if re.search(r"\w", marked.text):
                if bold and not lines[-1].numbers and not lines[-1].unreadable:
                    lines.pop()
                lines.append(marked)
                row, bold = "|" in raw, _BOLD.fullmatch(raw) is not None and not marked.is_direct
            elif lines and not (lines[-1].numbers and _PROOF_LABEL.match(line)):
                lines[-1] = _joined(lines[-1], marked)
    return lines


def _pieces(raw: str, line: str) -> Iterator[Marked]:
    """The sentences of a line with their marks, without what is no claim."""
    for piece in split_line(line):
        marked = read_line(piece)
        uncited = not marked.numbers and not marked.unreadable
        if uncited and (_HEADING.match(raw) or _LEAD_IN.search(piece) or _CHATTER.match(marked.text)):
            continue
        yield marked


def split_line(line: str) -> list[str]:
    """The line cut so that each sentence stands on its own marks.

    It is cut behind every mark that ends a sentence, or before every mark that begins one where the line begins with a
    mark and does not end with one.
    """
    line = _squared(line)
    if _MARKS.match(line) and not _MARKS_AT_END.search(line):
        starts = [mark.start() for mark in _MARKS.finditer(line) if line[: mark.start()].rstrip()[-1:] in _ENDS]
        ends = [*starts[1:], len(line)]
        return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
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


def read_line(line: str) -> Marked:
    """One line: its text without marks, and what it cites.

    Round brackets count as marks only at the end of a sentence of a line without square ones: elsewhere "(3)" is text.
    """
    text = _EMPHASIS.sub(_emphasised, line).strip()
    label = _LABEL.match(text)
    text = text[label.end() :] if label else _CLAIM_LABEL.sub("", text)
    text = _PROOF_LABEL.sub("", _squared(text))
    numbers = [number for found in _MARKS.finditer(text) for number in _numbers(_listed(found[0]))]
    begins = _MARKS.match(text.lstrip()) is not None
    text = _MARKS.sub("", text)
    text = _LEFT.sub("", text, count=1) if begins and _LEFT.match(text) else text
    unreadable = [found.group(0) for found in _STRAY.finditer(text) if _looks_like_mark(found.group(1))]
    for mark in unreadable:
        text = text.replace(mark, "")
    return Marked(_tidy(text), tuple(dict.fromkeys(numbers)), tuple(unreadable), label is not None)


def _squared(text: str) -> str:
    """The text with its round marks in square brackets, where it has no square ones."""
    if _BRACKETED.search(text) or any(_looks_like_mark(found.group(1)) for found in _STRAY.finditer(text)):
        return text
    return _ROUND.sub(lambda marks: marks[1].replace("(", "[").replace(")", "]"), text)


def _emphasised(found: re.Match[str]) -> str:
    return found[2] or found[4]


def _listed(marks: str) -> str:
    """``[1], [2]-[4]`` -> ``,1,2-4``: marks that stand together as the list of one, a dash between two a range."""
    listed, end = "", 0
    for mark in _BRACKETED.finditer(marks):
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


def _joined(line: Marked, marks: Marked) -> Marked:
    numbers = tuple(dict.fromkeys(line.numbers + marks.numbers))
    return Marked(line.text, numbers, line.unreadable + marks.unreadable, line.is_direct)


def _tidy(text: str) -> str:
    """No space before a full stop where a mark stood, no doubled spaces, no brackets left empty behind a mark."""
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" \|(?= \S)", ":", text)  # cells of a table
    text = re.sub(r" +([.,])", r"\1", text)
    text = re.sub(r"[\s,;:|]+([.!?…]?)$", r"\1", text)
    return re.sub(r"([.!?])\.$", r"\1", text).strip()
