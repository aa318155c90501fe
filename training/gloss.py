"""Word-for-word rendering of a question in the other language, and paraphrase by pivot, from the aligned word table.

Knows probable counterparts of words. Does not know grammar: the result is a gloss, good enough to teach a model that
the words of one language ask about sentences of the other.
"""

# ruff: noqa: E501 - a table of phrases

from __future__ import annotations

import random
import re
from collections import defaultdict
from functools import lru_cache

import numpy as np

from rag.language import fold
from training.align import Lexicon

LEAST = 0.06  # probability below which a counterpart is noise
_WORD = re.compile(r"[^\W_]+|[^\w\s]|\s+")
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


class Glosser:
    """Glosses between English and French by sampling from the alignment's word table."""

    def __init__(self, lexicon: Lexicon) -> None:
        english, french = lexicon.english, lexicon.french
        self._tables: dict[str, dict[str, tuple[list[str], list[float]]]] = {}
        for source, seen, here, there, column in (
            ("en", lexicon.english_seen, english, french, 0),
            ("fr", lexicon.french_seen, french, english, 1),
        ):
            found: dict[int, list[tuple[float, str]]] = defaultdict(list)
            chance = lexicon.counts / np.maximum(seen[lexicon.links[:, column]], 1e-6)
            for row, p in zip(lexicon.links, chance, strict=True):
                if p >= LEAST:
                    found[int(row[column])].append((float(p), there[int(row[1 - column])]))
            self._tables[source] = {
                here[n]: ([w for _, w in sorted(x, reverse=True)[:4]], [p for p, _ in sorted(x, reverse=True)[:4]])
                for n, x in found.items()
            }

    def word(self, word: str, source: str, chooser: random.Random) -> str | None:
        """One counterpart of a word, drawn by probability; None where the table has none."""
        found = self._tables[source].get(_folded(word))
        return chooser.choices(found[0], found[1])[0] if found else None

    def gloss(self, text: str, source: str, share: float, chooser: random.Random) -> str:
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
                other = self.word(piece, source, chooser)
                out.append(other if other is not None else piece)
        return "".join(out).replace("' ", " ").replace("'", " ")

    def paraphrase(self, text: str, language: str, share: float, chooser: random.Random) -> str:
        """The text with about ``share`` of its longer words replaced by what a counterpart of theirs can also mean."""
        other = "en" if language == "fr" else "fr"
        out = []
        for piece in _WORD.findall(text):
            if len(piece) > 4 and piece[0].islower() and chooser.random() < share:
                pivot = self.word(piece, language, chooser)
                back = self.word(pivot, other, chooser) if pivot else None
                out.append(back if back else piece)
            else:
                out.append(piece)
        return "".join(out)


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    return fold(word)
