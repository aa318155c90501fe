"""Word-for-word rendering of a question in the other language, from the word table that ships.

Knows probable counterparts of words. Does not know grammar: the result is a gloss, good enough to teach a model that
the words of one language ask about sentences of the other.
"""

# ruff: noqa: E501 - a table of phrases

from __future__ import annotations

import random
import re
from functools import lru_cache

from rag.translation import translate_term

LEAST = 0.06  # probability below which a counterpart is noise
_PHRASES = {
    "fr": (
        ("qu'est-ce que", "what"), ("qu'est-ce qui", "what"), ("est-ce que", "did"), ("combien de", "how many"),
        ("combien d'", "how many "), ("combien", "how much"), ("pourquoi", "why"), ("comment", "how"), ("quand", "when"),
        ("où", "where"), ("qui", "who"), ("quels", "which"), ("quelles", "which"), ("quelle", "which"), ("quel", "which"),
        ("à", "at"), ("du", "of the"), ("des", "of the"), ("au", "to the"), ("aux", "to the"), ("y a-t-il", "are there"),
    ),
    "en": (
        ("how many", "combien de"), ("how much", "combien"), ("why", "pourquoi"), ("how", "comment"), ("when", "quand"),
        ("where", "où"), ("who", "qui"), ("which", "quel"), ("what", "quel"), ("whose", "à qui"), ("did", ""), ("does", ""),
        ("do", ""),
    ),
}  # fmt: skip


def gloss(text: str, source: str, share: float, chooser: random.Random) -> str:
    """The text with about ``share`` of its words put into the other language; all question words at 1."""
    if share >= 1:
        for phrase, other in _PHRASES[source]:
            text = re.sub(rf"\b{phrase}(?!\w)", f"\x00{other}\x01", text, flags=re.IGNORECASE)
    out = []
    for piece in re.findall(r"\x00[^\x01]*\x01|[^\W_]+|[^\w\s]|\s+", text):
        if piece.startswith("\x00"):
            out.append(piece[1:-1])
        elif piece.isspace() or not piece[0].isalpha() or chooser.random() > share:
            out.append(piece)
        else:
            drawn = _drawn(piece, source, chooser)
            out.append(drawn if drawn is not None else piece)
    return "".join(out).replace("' ", " ").replace("'", " ")


def _drawn(word: str, source: str, chooser: random.Random) -> str | None:
    """One counterpart of a word, drawn by probability; None where the table has none."""
    found = _counterparts(word, source)
    return chooser.choices([w for w, _ in found], [p for _, p in found])[0] if found else None


@lru_cache(maxsize=100_000)
def _counterparts(word: str, source: str) -> tuple[tuple[str, float], ...]:
    found = translate_term(word, source, "fr" if source == "en" else "en")
    return tuple((other, chance) for other, chance in found if chance >= LEAST)
