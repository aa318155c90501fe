"""A part of a question after a question in the other language: "and the injured?" after "Combien de morts ?".

Knows how to ask on in the language just typed without mixing the two: what went before is put in brackets whole. Does
not translate.
"""

from __future__ import annotations

import re

from rag.follow_up.fragments import ARTICLE, COUNT, ending, lowered
from rag.follow_up.shape import Shape
from rag.follow_up.times import is_time, without_times
from rag.follow_up.topic import asked, bracketed, names, shortened
from rag.language import fold
from rag.types import Turn

_MOST = 3  # words of a noun that is counted


def complete_across(shape: Shape, last: Turn) -> str | None:
    """The part as a question of its own language; None where nothing says that it is a part of anything."""
    part, close = shape.bare, ending(shape)
    before = lowered(asked(last))
    if shape.kind == "question_word":
        return bracketed(f"{part}{close}", shortened(before))
    if not shape.opened:
        return None
    noun, named = ARTICLE.sub("", part), names(part, first_counts=True)
    if is_time(part):
        before = without_times(before)
    elif COUNT.search(before) and not named and len(noun.split()) <= _MOST:
        return bracketed(f"{_count(noun, shape.language)}{close}", shortened(before))
    return bracketed(f"{part}{close}", shortened(before))


def _count(noun: str, language: str) -> str:
    if language == "en":
        return f"how many {noun}"
    return f"combien d'{noun}" if re.match(r"[aeiouyh]", fold(noun)) else f"combien de {noun}"
