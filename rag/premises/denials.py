"""A word of a question that the evidence says only to deny it: "insalubre" in "l'immeuble n'était pas insalubre".

Knows denials in English and French and how far they reach. Does not know events, names or which word is a verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from rag.figures.flat import flatten
from rag.language import stop_words
from rag.types import Evidence

Alike = Callable[[Sequence[str], Sequence[str]], Sequence[float]]
"""For each of the first words how alike the likest of the second ones is, 0 to 1."""

_DENIED = re.compile(
    r"\bn(?:e |')(?:[\w']+ ){1,4}?(?:pas|plus|jamais|aucune?|rien|guere)\b|\bne (?:pas|plus|jamais)\b"
    r"|\b(?:sans|aucune?|jamais|non,|pas question|ni)\b"
    r"|\b(?:rejet\w*|refus\w*|exclu\w*|dement\w*|nie|nient|contest\w*|ecart\w*|s'oppos\w*|oppos\w*|refut\w*|recus\w*)\b"
    r"|\b(?:defend\w*) d'"
    r"|\b(?:not|never|no|without|neither|nor|rejects?|rejected|den(?:y|ies|ied)|ruled out|rules out|opposed?)\b|n't\b"
)
_NEGATED = re.compile(r"\bnot\b|n't|\bn(?:e |')|\b(?:pas|jamais|sans|never|no|without|none)\b")
_REFUSING = re.compile(r"\b(?:refus|reject|rejet|oppos|exclu|den[iy])\w*")
_CLAUSE = re.compile(r"[.;:!?]|, (?:mais|et|qui|but|and)\b|\b(?:mais|but)\b")
_REACH = 60  # characters behind a denial that it governs, where no clause ends before
_WORD = re.compile(r"[^\W_]+")
_SAME = 0.7  # likeness from which two words say the same
_MARGIN = 0.2  # how much liker the denied word must be than any that is not denied
_ELSEWHERE = 0.7  # likeness that the likest of these stays under


def is_negated(text: str) -> bool:
    """Whether a text says that something is not so."""
    return _NEGATED.search(flatten(text)) is not None


def is_negative(text: str) -> bool:
    """Whether a text denies or refuses something itself."""
    return is_negated(text) or _REFUSING.search(flatten(text)) is not None


def denied_word(words: Sequence[str], sentences: Iterable[Evidence], alike: Alike) -> tuple[str, Evidence] | None:
    """The word that sentences say, or say the like of, only under a denial, with the sentence; None where none is.

    Args:
        words: flat words of the question.
        sentences: what the evidence says.
        alike: how alike words are, across languages.
    """
    denied: list[tuple[float, Evidence | None]] = [(0.0, None)] * len(words)
    said = [0.0] * len(words)
    for item in sentences:
        inside, outside = _split(item.sentence.text, item.hit.article.language)
        said = [max(pair) for pair in zip(said, alike(words, outside), strict=True)]
        for place, value in enumerate(alike(words, inside)):
            if value > denied[place][0]:
                denied[place] = (float(value), item)
    found = [
        (value - other, word, item)
        for word, (value, item), other in zip(words, denied, said, strict=True)
        if item is not None and value >= _SAME and other < min(value - _MARGIN, _ELSEWHERE)
    ]
    if not found:
        return None
    _, word, item = max(found, key=lambda entry: entry[0])
    return word, item


def _split(text: str, language: str) -> tuple[list[str], list[str]]:
    """The telling words of a sentence that a denial governs, and the others."""
    flat, stops = flatten(text), stop_words(language)
    spans = []
    for match in _DENIED.finditer(flat):
        end = _CLAUSE.search(flat, match.end(), match.end() + _REACH)
        spans.append((match.start(), end.start() if end else match.end() + _REACH))
    inside: list[str] = []
    outside: list[str] = []
    for match in _WORD.finditer(flat):
        if len(match.group()) > 2 and match.group() not in stops:
            governed = any(start <= match.start() < end for start, end in spans)
            (inside if governed else outside).append(match.group())
    return inside, outside
