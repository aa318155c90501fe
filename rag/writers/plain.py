"""A model's reply as plain lines, out of whatever it is dressed in, with every citation mark in square brackets.

Knows thinking aloud, fences, HTML, Markdown escapes, LaTeX, raised figures and JSON. Does not know what a mark stands
for or what a line says, and takes away nothing that says something but a model's thinking.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_NOUN = r"(?:source|sentence|phrase|article|passage|r[eé]f[eé]rence|citation)s?"
_WORD = rf"\^?(?:(?:{_NOUN}|r[eé]fs?\.?|s|n°|no\.?|#)\s*)?"
LIST = rf"{_WORD}\d{{1,3}}\^?(?:\s*(?:,|;|&|/|and|et|-|–|—|‑|to|à)\s*{_WORD}\d{{1,3}}\^?)*"
"""The numbers of a mark, as they stand between its brackets; to be read whatever the case."""

_THINKING = r"(?:think(?:ing)?|thoughts?|reason(?:ing)?|analysis|scratchpad)"
_THOUGHT = re.compile(rf"<({_THINKING})>.*?(?:</\1>|\Z)|\[think\].*?(?:\[/think\]|\Z)", re.IGNORECASE | re.DOTALL)
_THOUGHT_BEFORE = re.compile(rf"\A.*(?:</{_THINKING}>|\[/think\])", re.IGNORECASE | re.DOTALL)
_OTHER_CHANNEL = re.compile(r"<\|channel\|>(?!\s*final).*?(?=<\|channel\|>|\Z)", re.DOTALL)
_TOKEN = re.compile(r"<\|channel\|>\s*final|<\|[^|<>]{1,30}\|>")
_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[ \t]*[\w+-]*[ \t]*$", re.MULTILINE)
# A raised figure is a mark behind a word or a stop: "m²" and "10²" are none.
_BEHIND = r"(?:(?<=[^\W\d_]{3})|(?<=[.!?…,;:»”\")\]]))"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_MARK = re.compile(rf"{_BEHIND}([{_RAISED}]+(?:[,˒ ][{_RAISED}]+)*)")
_LOWERED = str.maketrans(_RAISED + "˒ ", "0123456789,,")
# A space before it makes it a mark behind a figure, too: "in 2019 <sup>1</sup>", but "10 <sup>6</sup>".
_RAISED_TAG = re.compile(rf"(?:{_BEHIND}\s?|(?<=[^\W_]{{3}})\s)<sup>\s*\[?\s*({LIST})\s*\]?\s*</sup>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|mark|span|cite|small|code|sup|sub|a)(?: [^<>]{0,200})?>", re.IGNORECASE)
_ANSWER = r"(?:(?:short_|direct_|final_)?answer|réponse)"
_ANSWER_TAG = re.compile(rf"<{_ANSWER}>", re.IGNORECASE)
_BREAK = re.compile(
    rf"</?(?:br|p|li|ul|ol|div|h[1-6]|tr|output|response|reply|result|final|claims?|{_ANSWER})(?: [^<>]{{0,200}})?/?>",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[^\S\r\n\v\f\x1c-\x1e\x85\u2028\u2029]{2,}")  # a model stuck in them writes thousands
_ESCAPED = re.compile(r"\\([\[\]()*_#.!-])")
_CITED = re.compile(rf"~?\\cite\w{{0,10}}\{{\s*({LIST})\s*\}}", re.IGNORECASE)
_DOUBLED = re.compile(rf"\[\s*(\[\s*{LIST}\s*\](?:\s*[,;]?\s*\[\s*{LIST}\s*\])*)\s*\]", re.IGNORECASE)

_SHORT_ANSWER = frozenset({"answer", "short_answer", "direct", "reponse", "réponse"})
_PROOF = re.compile(r"cit|sourc|mark|ref|evidence|sentence_?(?:id|num|ind)|^ids?$|phrases", re.IGNORECASE)
_NUMBERED = re.compile(rf"\[?\s*{LIST}\s*\]?", re.IGNORECASE)


def plain(reply: str) -> str:
    """The reply as lines, each with its marks as [1] or [1, 2]."""
    text = _THOUGHT_BEFORE.sub("", _THOUGHT.sub("", reply))
    text = _FENCE.sub("", _TOKEN.sub("", _OTHER_CHANNEL.sub("", text)))
    text = _out_of_json(text)
    text = _ANSWER_TAG.sub("\nANSWER:\n", _RAISED_TAG.sub(r"[\1]", text))
    text = _BREAK.sub("\n", text)
    text = _CITED.sub(r"[\1]", _ESCAPED.sub(r"\1", _TAG.sub("", text)))
    text = _RAISED_MARK.sub(lambda mark: f"[{mark[1].translate(_LOWERED)}]", text)
    return _DOUBLED.sub(r"\1", _BLANKS.sub(" ", text))


def _out_of_json(text: str) -> str:
    """What a reply that is one JSON value says, a line each; any other text as it is."""
    if not re.match(r"\s*(?:\{|\[\s*[{\"])", text):
        return text
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return "\n".join(_lines(told))


def _lines(value: object) -> Iterator[str]:
    """The prose in a JSON value; what stands in one object with numbers of sentences has them as marks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _lines(item)
    elif isinstance(value, dict):
        numbers = [number for key, item in value.items() if _PROOF.search(key) for number in _numbers(item)]
        marks = "".join(f"[{number}]" for number in numbers)
        for key, item in value.items():
            if not isinstance(item, str):
                yield from () if _PROOF.search(key) else _lines(item)
            elif key.lower() in _SHORT_ANSWER and "\n" not in item and ":" not in item:
                yield f"ANSWER: {item} {marks}"
            elif " " in item.strip() and not _NUMBERED.fullmatch(item):
                yield f"{item} {marks}"


def _numbers(value: object) -> Iterator[str]:
    """The numbers of sentences in a JSON value, be they numbers or marks as text."""
    if isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, str) and _NUMBERED.fullmatch(value.strip()):
        yield value.strip("[] ")
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _numbers(item)
