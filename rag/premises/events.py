"""Which event is the opposite of which, and what a sentence says of one.

Knows opposites, and events without which another is none. Does not know their words (`event_words`), how far a denial
reaches (`reach`), names, or what a question takes for granted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rag.figures.flat import flatten
from rag.language import reading_of
from rag.premises.event_words import patterns
from rag.premises.reach import Span, denied_spans, is_denied

Stance = Literal["affirmed", "against", "silent"]

OPPOSITES: dict[str, tuple[str, ...]] = {
    **{"rise": ("fall",), "fall": ("rise",), "resign": ("keep", "die", "dismiss"), "dismiss": ("keep",)},
    **{"agree": ("refuse",), "refuse": ("agree",), "reinstate": ("refuse", "keep"), "abolish": ("keep", "postpone")},
    **{"ban": ("allow", "request"), "allow": ("ban", "refuse"), "win": ("lose",), "lose": ("win",), "buy": ("refuse",)},
    **{"arrest": ("release",), "convict": ("acquit", "release"), "acquit": ("convict",), "open": ("close", "postpone")},
    **{"close": ("open", "keep"), "sign": ("refuse", "postpone"), "withdraw": ("join", "keep"), "join": ("withdraw",)},
    **{"launch": ("postpone", "abolish"), "marry": ("divorce",), "divorce": ("marry",), "admit": ("deny",)},
    **{"deny": ("admit",), "lift": ("keep",), "impose": ("refuse",), "elect": ("lose",), "sell": ("keep", "refuse")},
    **{"keep": ("abolish",), "charge": (), "die": ()},
}
TELLING = frozenset(OPPOSITES) - {"reinstate", "refuse", "charge"} | {"release", "postpone", "divorce"}
"""Concepts that news hardly tells of in words unknown here, so that silence on them tells something."""

_NEEDED = {"convict": ("charge",), "acquit": ("charge",)}
"""What must have been for an event to be: where nobody was charged, nobody was convicted."""

_CALLED_OFF = frozenset({"abolish"})
_NOT_HELD = {
    "en": re.compile(
        r"\b(?:(?:not|never)|\w+n't) (?:be |been )?(?:(?:take|taking|taken|took) place|go(?:ing)? ahead|held)\b"
    ),
    "fr": re.compile(
        r"\bn'(?:aura|auront|a|ont|aurait|auraient|avait)(?: finalement| donc)? (?:pas|plus)(?: \w+)?(?: eu)? lieu\b"
        r"|\bne (?:se )?(?:tiendra|tiendront|tiendrait)(?: finalement| donc)? (?:pas|plus)\b"
    ),
}
"""What is called off is said not to be held, which in form is a denial."""

_REACH = 35  # characters before an event word within which it may be called for


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
    spans = denied_spans(flat, language, refused_too=False)
    affirmed = against = False
    for match in patterns()[language][concept].finditer(flat):
        denied = is_denied(spans, match.start()) or _only_asked(flat, match, concept, language)
        affirmed, against = affirmed or not denied, against or denied
    for opposite in OPPOSITES.get(concept, ()):
        against = against or patterns()[language][opposite].search(flat) is not None
    affirmed = affirmed or (concept in _CALLED_OFF and _NOT_HELD[language].search(flat) is not None)
    against = against or any(_is_none(flat, needed, language, spans) for needed in _NEEDED.get(concept, ()))
    return "affirmed" if affirmed else "against" if against else "silent"


def _is_none(flat: str, concept: str, language: str, spans: list[Span]) -> bool:
    """Whether a text speaks of an event only to deny it."""
    found = [is_denied(spans, match.start()) for match in patterns()[language][concept].finditer(flat)]
    return bool(found) and all(found)


def _only_asked(flat: str, match: re.Match[str], concept: str, language: str) -> bool:
    """Whether an event is only called for ("demand a ban")."""
    start = max(0, match.start() - _REACH)
    return concept != "request" and patterns()[language]["request"].search(flat, start, match.start()) is not None
