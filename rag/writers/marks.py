"""What a chat model wrote, split into claims and the numbers they cite.

Knows labels, bullets, headings, tables, lists of sources and other lines that are no claims. Does not know how a mark
is written (`brackets`) or what the numbers stand for: a mark that reads as no number is reported as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rag.writers.brackets import MARK, MARKS, OPEN, numbers_in, squared, unreadable_in
from rag.writers.leading import without_lead_ins
from rag.writers.plain import plain
from rag.writers.refusing import CANNOT_ANSWER, gives_up, is_phrase, is_refusal

__all__ = ["CANNOT_ANSWER", "DIRECT_LABEL", "Marked", "read_line", "read_reply", "split_line"]

DIRECT_LABEL = "ANSWER:"
"""What begins the line of the short answer, in every language."""

_MARKS_AT_END = re.compile(rf"{MARK.pattern}[\s.!?…]*$", re.IGNORECASE)
_HEADING = re.compile(r"^\s*#{1,6}\s")
_BOLD = re.compile(r"\s*(\*\*|__)(?=\S)[^*]*[^\s*.!?…]\1\s*")
# Looks behind it, so that a long run of signs is gone through once and not again from each of its places.
_LEAD_IN = re.compile(r"(?:^|(?<=\w))(?=[^\w:：]*[:：])\W*$")
_BULLET = re.compile(r"^\s*(?:[-*•–—‣]\s+|#{1,6}\s+|>\s+|\|\s*|\(?\d{1,2}[.)]\s+)")
_TABLE_RULE = re.compile(r"\s*\|?[\s:]*-{2,}[\s:]*\|[\s:|-]*")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1|(?<![\w*])(\*)(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
_ANSWER = r"(?:(?:short |direct |final )?answer|réponse(?: courte| directe| finale)?)"
_LABEL = re.compile(rf"^{_ANSWER}\s*[:：]\s*", re.IGNORECASE)
_LABEL_ALONE = re.compile(rf"\W*{_ANSWER}\W*", re.IGNORECASE)
_CLAIM_LABEL = re.compile(
    r"^(?:claim|statement|fact|point|finding|affirmation|énoncé|fait|constat)\s*(?:\d{1,2}\s*[:：.)–—-]|[:：])\s+",
    re.IGNORECASE,
)
_PROOF = r"(?:sources?|citations?|references?|références?|refs?|réfs?)"
_PROOF_LABEL = re.compile(rf"(?:^\W*|(?<=[\s(])){_PROOF}\s*[:：]\s*(?={OPEN})|^\W*{_PROOF}\s*(?={OPEN})", re.IGNORECASE)
_PROOF_LIST = re.compile(rf"\W*{_PROOF}\W*", re.IGNORECASE)
# "Sources: [3] The Lantern", "Source: [3]: The Lantern"; "Source: [3] Nine died." is a claim.
_PROOF_LISTED = re.compile(
    rf"\W*(?:{_PROOF}(?<=s)\s*[:：][\s*_]*(?>{MARKS.pattern})|{_PROOF}\s*[:：][\s*_]*(?>{MARKS.pattern})\s*[:：–—-])\W*[^\W\d_]",
    re.IGNORECASE,
)
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
    raws = _labelled([raw for raw in plain(reply).splitlines() if raw.strip()])
    others = [raw for n, raw in enumerate(raws) if not (is_refusal(_bare(raw)) or (n == 0 and _gives_up(raw)))]
    lines = _claims(others)
    if len(others) < len(raws):
        if not any(line.numbers for line in lines):
            return tuple(lines), True
        lines = _claims(raw for raw in raws if not is_phrase(_bare(raw)))
    return tuple(lines), False


def _labelled(raws: Sequence[str]) -> list[str]:
    """The lines; a label of the short answer alone on one goes before the next that has none and is no heading."""
    lines: list[str] = []
    is_label = False
    for raw in raws:
        text = _EMPHASIS.sub(_emphasised, _BULLET.sub("", raw)).strip()
        if _LABEL_ALONE.fullmatch(text):
            is_label = True
            continue
        is_led = is_label and not _HEADING.match(raw) and not _LABEL.match(text)
        lines.append(f"{DIRECT_LABEL} {text}" if is_led else raw)
        is_label = False
    return lines


def _gives_up(raw: str) -> bool:
    """Whether a line without a mark says that there is no answer. One with a mark may say so of the world."""
    return not MARK.search(squared(raw)) and gives_up(_bare(raw))


def _bare(raw: str) -> str:
    """A line without bullet, emphasis, label and marks."""
    text = _EMPHASIS.sub(_emphasised, _BULLET.sub("", raw)).strip()
    return MARK.sub("", _LABEL.sub("", text))


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
        if any(item.numbers for item in lines) and (_PROOF_LIST.fullmatch(line) or _PROOF_LISTED.match(line)):
            listed = True
            continue
        if _FOOTNOTE.match(raw) or (listed and (MARKS.match(line) or not MARK.search(line))):
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
    line = without_lead_ins(squared(line))
    if MARKS.match(line) and not _MARKS_AT_END.search(line):
        starts = [mark.start() for mark in MARKS.finditer(line) if line[: mark.start()].rstrip()[-1:] in _ENDS]
        ends = [*starts[1:], len(line)]
        return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    pieces, start = [], 0
    for mark in MARKS.finditer(line):
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
    text = _PROOF_LABEL.sub("", without_lead_ins(squared(text)))
    numbers = numbers_in(text)
    begins = MARKS.match(text.lstrip()) is not None
    text = MARKS.sub("", text)
    text = _LEFT.sub("", text, count=1) if begins and _LEFT.match(text) else text
    unreadable = unreadable_in(text)
    for mark in unreadable:
        text = text.replace(mark, "")
    return Marked(_tidy(text), tuple(dict.fromkeys(numbers)), tuple(unreadable), label is not None)


def _emphasised(found: re.Match[str]) -> str:
    return found[2] or found[4]


def _joined(line: Marked, marks: Marked) -> Marked:
    numbers = tuple(dict.fromkeys(line.numbers + marks.numbers))
    return Marked(line.text, numbers, line.unreadable + marks.unreadable, line.is_direct)


def _tidy(text: str) -> str:
    """No space before a full stop where a mark stood, no doubled spaces, no brackets left empty behind a mark."""
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" \|(?= \S)", ":", text)  # cells of a table
    text = re.sub(r" +([.,])", r"\1", text)
    text = re.sub(r"(?<![\s,;:|])[\s,;:|]+([.!?…]?)$", r"\1", text)
    return re.sub(r"([.!?])\.$", r"\1", text).strip()
