"""One spelling for what both languages' transliterations of a name sound like.

Knows spellings of the same sound. Does not know names, nor which may be the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SOUNDS = [
    (re.compile(r"tch|tsch"), "ch"), (re.compile(r"sch|sh"), "ch"), (re.compile(r"ou|oo"), "u"),
    (re.compile(r"kh"), "k"),
    (re.compile(r"(?<=[a-z]{3})ine$"), "in"), (re.compile(r"[iy]+$"), "i"), (re.compile(r"y"), "i"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(.)\1+"), r"\1"), (re.compile(r"w"), "v"), (re.compile(r"(?<=[a-z]{3})ev$|(?<=[a-z]{3})iev$"), "ef"),
    (re.compile(r"dj"), "j"), (re.compile(r"q"), "k"),
]  # fmt: skip


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """A spelling both languages' transliterations share: "poutine" and "putin", "zelenskyy" and "zelensky"."""
    if len(word) < 4:
        return word
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word
