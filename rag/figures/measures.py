"""The measure words of a text by canonical name, with or without a number: "weeks" and "semaines" are both "week".

Knows the unit tables, scale words and weekdays. Does not know which number a measure belongs to.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.figures import datewords, units
from rag.figures.flat import flatten

_WORD = re.compile(r"[a-z][a-z-]*")
_WE_HAD = re.compile(r"\bnous (?:n'|l'|y |en |les )?avions\b")  # no planes
_SCALES = {
    "en": {"thousand": "e3", "thousands": "e3", "million": "e6", "millions": "e6", "billion": "e9", "billions": "e9"},
    "fr": {"million": "e6", "millions": "e6", "milliard": "e9", "milliards": "e9", "billion": "e12", "billions": "e12"},
}
_SCALES["en"] |= {"trillion": "e12", "trillions": "e12"}
_SCALES["fr"] |= {"milliers": "e3", "millier": "e3"}
# Also ordinals, feet of people and quantities of love.
_OTHERWISE = frozenset(
    "second seconde foot feet pieds pied in ton tons nuit night nights hp ch chevaux sterling yard yards".split()
)


@lru_cache(maxsize=2048)
def measures(text: str, language: str) -> tuple[str, ...]:
    """Every duration, quantity, currency, scale and weekday a text names in words, each as often as it is said."""
    reading = "fr" if language == "fr" else "en"
    return tuple(filter(None, (_measure(word, reading) for word in _words(text))))


@lru_cache(maxsize=2048)
def nouns(text: str) -> tuple[str, ...]:
    """Canonical names of the countable nouns of the tables that a text names, each as often as it is said."""
    return tuple(filter(None, map(units.NOUNS.name, _words(_WE_HAD.sub("", flatten(text))))))


def _words(text: str) -> list[str]:
    return _WORD.findall(flatten(text))


@lru_cache(maxsize=20_000)
def _measure(word: str, language: str) -> str:
    if len(word) < 2 or word in _OTHERWISE:
        return ""
    scale = _SCALES[language].get(word)
    if scale:
        return scale
    if word.endswith("days"):
        word = word.removesuffix("s") if word != "days" else word
    if word in datewords.WEEKDAYS[language] and len(word) > 3:
        return f"weekday-{datewords.WEEKDAYS[language][word]}"
    if len(word) < 3 and word not in ("an",):
        return ""
    if word == "an":
        return "year" if language == "fr" else ""
    return units.DURATIONS.name(word) or units.CURRENCIES.name(word) or units.QUANTITIES.name(word)
