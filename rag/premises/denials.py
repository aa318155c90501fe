"""A word of a question that the evidence says only to deny it: "insalubre" in "l'immeuble n'était pas insalubre".

Knows the words of a sentence that its denials govern (`reach`) and words that give a reason. Does not know events,
names or which word is a verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from rag.figures.flat import flatten
from rag.language import stop_words
from rag.premises.reach import denied_spans, denies, is_denied
from rag.types import Evidence

Alike = Callable[[Sequence[str], Sequence[str]], Sequence[float]]
"""For each of the first words how alike the likest of the second ones is, 0 to 1."""

_REFUSING = re.compile(
    r"\b(?:refus|reject|rejet|oppos|declin|exclu(?:[est]|es)?\b|den[iy]|deconseill|evit)\w*|\bturn(?:s|ed|ing)? down\b"
    r"|\b(?:advis|warn)\w* against\b|\bavoid\w*"
)
_NE = re.compile(r"\bn(?:e |')")  # whatever goes with it, and wherever: "personne, à bord, n'ose"
_REASON = re.compile(
    r"\b(?:because|due to|owing to|reasons?|so that|parce qu\w*|en raison|a cause|faute d\w*|raisons?|grace a|afin)\b"
)
_WORD = re.compile(r"[^\W_]+")
_SAME = 0.7  # likeness from which two words say the same
_MARGIN = 0.2  # how much liker the denied word must be than any that is not denied
_GRANTED = 0.6  # likeness from which the best sentence says the word
_ELSEWHERE = 0.7  # likeness that the likest of these stays under


def is_negated(text: str) -> bool:
    """Whether a text says that something is not so."""
    flat = flatten(text)
    return _NE.search(flat) is not None or any(denies(flat, language) for language in ("en", "fr"))


def is_negative(text: str) -> bool:
    """Whether a text denies or refuses something itself."""
    return is_negated(text) or _REFUSING.search(flatten(text)) is not None


def denied_word(
    words: Sequence[str], sentences: Iterable[Evidence], best: Evidence, alike: Alike
) -> tuple[str, Evidence] | None:
    """The word that sentences say, or say the like of, only under a denial, with the sentence; None where none is.

    Args:
        words: flat words of the question.
        sentences: what the evidence says.
        best: the sentence that answers best. A word it says without a denial is granted; one it says at all is, too,
            where it gives a reason, since a reason is of what is so.
        alike: how alike words are, across languages.
    """
    granted = _granted(words, best, alike)
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
        for word, (value, item), other, is_granted in zip(words, denied, said, granted, strict=True)
        if item is not None and not is_granted and value >= _SAME and other < min(value - _MARGIN, _ELSEWHERE)
    ]
    if not found:
        return None
    _, word, item = max(found, key=lambda entry: entry[0])
    return word, item


def _granted(words: Sequence[str], best: Evidence, alike: Alike) -> list[bool]:
    inside, outside = _split(best.sentence.text, best.hit.article.language)
    held = [*inside, *outside] if _REASON.search(flatten(best.sentence.text)) else outside
    return [value >= _GRANTED for value in alike(words, held)]


def _split(text: str, language: str) -> tuple[list[str], list[str]]:
    """The telling words of a sentence that a denial governs, and the others."""
    flat, stops = flatten(text), stop_words(language)
    spans = denied_spans(flat, language)
    inside: list[str] = []
    outside: list[str] = []
    for match in _WORD.finditer(flat):
        if len(match.group()) > 2 and match.group() not in stops:
            (inside if is_denied(spans, match.start()) else outside).append(match.group())
    return inside, outside
