"""Which event is the opposite of which, and what a sentence says of one.

Knows opposites. Does not know their words (`event_words`), grammar, names, or what a question takes for granted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rag.figures.flat import flatten
from rag.language import reading_of
from rag.premises.event_words import patterns

Stance = Literal["affirmed", "against", "silent"]

OPPOSITES: dict[str, tuple[str, ...]] = {
    **{"rise": ("fall",), "fall": ("rise",), "resign": ("keep", "die", "dismiss"), "dismiss": ("keep",)},
    **{"agree": ("refuse",), "refuse": ("agree",), "reinstate": ("refuse", "keep"), "abolish": ("keep", "postpone")},
    **{"ban": ("allow", "request"), "allow": ("ban", "refuse"), "win": ("lose",), "lose": ("win",), "buy": ("refuse",)},
    **{"arrest": ("release",), "convict": ("acquit", "release"), "acquit": ("convict",), "open": ("close", "postpone")},
    **{"close": ("open", "keep"), "sign": ("refuse", "postpone"), "withdraw": ("join", "keep"), "join": ("withdraw",)},
    **{"launch": ("postpone", "abolish"), "marry": ("divorce",), "divorce": ("marry",), "admit": ("deny",)},
    **{"deny": ("admit",), "lift": ("keep",), "impose": ("refuse",), "elect": ("lose",), "sell": ("keep", "refuse")},
    **{"keep": ("abolish",)},
}
TELLING = frozenset(OPPOSITES) - {"reinstate", "refuse"} | {"die", "release", "postpone", "divorce"}
"""Concepts that news hardly tells of in words unknown here, so that silence on them tells something."""

_DENIAL = {
    "en": re.compile(r"(?:\b(?:not|never|no|without|neither|nor|deny|denied|rule[sd]? out|far from)\b|n't\b)"),
    "fr": re.compile(r"(?:\bn(?:e |')|\b(?:jamais|sans|aucune?|pas|exclu\w*|dement\w*|loin de)\b)"),
}
_REACH = 35  # characters before an event word within which a denial governs it


@dataclass(frozen=True, slots=True)
class Event:
    """An event word of a text, with its place and the concepts it may stand for, in the table's order."""

    start: int
    text: str
    concepts: tuple[str, ...]


def events(text: str, language: str) -> list[Event]:
    """The events a text speaks of, in order."""
    flat = flatten(text)
    found: dict[int, tuple[int, list[str]]] = {}
    for name, pattern in patterns()[reading_of(language)].items():
        for match in pattern.finditer(flat):
            end, names = found.get(match.start(), (match.end(), []))
            found[match.start()] = (max(end, match.end()), [*names, name])
    return [Event(start, text[start:end], tuple(names)) for start, (end, names) in sorted(found.items())]


def stance(text: str, language: str, concept: str) -> Stance:
    """What a sentence says of an event: that it is so, that it is not or its opposite is, or nothing."""
    flat, language = flatten(text), reading_of(language)
    affirmed = against = False
    for match in patterns()[language][concept].finditer(flat):
        start = max(0, match.start() - _REACH)
        denied = _DENIAL[language].search(flat, start, match.start()) or _only_asked(
            flat, start, match, concept, language
        )
        affirmed, against = affirmed or not denied, against or bool(denied)
    for opposite in OPPOSITES.get(concept, ()):
        against = against or patterns()[language][opposite].search(flat) is not None
    return "affirmed" if affirmed else "against" if against else "silent"


def _only_asked(flat: str, start: int, match: re.Match[str], concept: str, language: str) -> bool:
    """Whether an event is only called for ("demand a ban")."""
    return concept != "request" and patterns()[language]["request"].search(flat, start, match.start()) is not None
