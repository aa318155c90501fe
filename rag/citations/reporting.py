"""How a sentence holds what it says: reported, hedged or denied, with the part of the sentence each governs.

Knows cue words and where a clause ends, in English and French. Does not know who is quoted, or which words of another
sentence say the same. Two strengths: `governed` finds what a claim must not lose and is sparing with cues; `manner`
finds whether a claim keeps it and is generous.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rag.citations import cues, modality
from rag.figures.flat import flatten
from rag.language import reading_of

Kind = Literal["attributed", "conjectured", "hearsay", "planned", "coming", "conditional", "denied"]

_AND = re.compile(r"\b(?:and|et|but|mais) $")
_UNREAL: tuple[tuple[Kind, dict[str, re.Pattern[str]]], ...] = (
    ("conjectured", modality.CONJECTURES),
    ("hearsay", modality.HEARSAY),
    ("planned", modality.PLANS),
    ("coming", modality.COMING),
)


@dataclass(frozen=True, slots=True)
class Governed:
    """A part of a sentence, as offsets, and how the sentence holds it."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Manner:
    """How a statement holds what it says, read generously.

    Attributes:
        attributed: it names or implies somebody who says it, or quotes.
        doubted: it is said to be likely, possible or feared, or only reported.
        hedged: it is doubted, planned, asked for or to come.
        wanted: somebody wants, asks for, tries or owes it, or it depends on something.
        past: it is told as something that has happened.
        denied: it denies by grammar ("not", "ne ... pas"), "not until" and the like left aside.
        denies: it has a word that denies by grammar, "not until" and the like included.
        refused: it denies by a verb ("refused", "dément").
        negatives: how many words it has that deny, refuse, end or narrow ("not", "suspended", "sans", "only").
    """

    attributed: bool
    doubted: bool
    hedged: bool
    wanted: bool
    past: bool
    denied: bool
    denies: bool
    refused: bool
    negatives: int


@lru_cache(maxsize=2048)
def manner(text: str, language: str) -> Manner:
    """The manner of a statement in "fr", else read as English."""
    reading = reading_of(language)
    flat = readable(text, reading)
    denied = cues.DENIES[reading].search(flat) is not None
    doubted = bool(modality.DOUBTS[reading].search(flat))
    others = {match.start() for table in (cues.REFUSES, cues.NEGATIVE) for match in table[reading].finditer(flat)}
    return Manner(
        attributed=bool(cues.SAYS[reading].search(flat) or cues.QUOTES.search(flat)),
        doubted=doubted,
        hedged=doubted or bool(modality.INTENTS[reading].search(flat)),
        wanted=bool(modality.WANTED[reading].search(flat)),
        past=bool(modality.PAST[reading].search(flat)),
        denied=denied,
        denies=bool(cues.DENIES[reading].search(written(text))),
        refused=bool(cues.REFUSES[reading].search(flat)),
        negatives=denied + len(others),
    )


@lru_cache(maxsize=2048)
def governed(text: str, language: str) -> tuple[Governed, ...]:
    """The parts of a sentence that are reported, hedged or denied, by sure cues only."""
    reading = reading_of(language)
    flat = readable(text, reading)
    found: list[Governed] = []
    if cues.SOURCE[reading].search(flat):
        found.append(Governed("attributed", 0, len(flat)))
    for match in cues.SAYS_THAT[reading].finditer(flat):
        found.append(Governed("attributed", *_said(flat, match)))
    for match in cues.SAID[reading].finditer(flat):
        found.append(Governed("attributed", 0, match.start()))
    for kind, table in _UNREAL:
        found += [Governed(kind, *_predicate(flat, match)) for match in table[reading].finditer(flat)]
    for match in modality.CONDITIONS[reading].finditer(flat):
        found.append(Governed("conditional", match.end(), clause(flat, match.end(), match.end() + 1)[1]))
    for pattern in (cues.DENIES, cues.REFUSES):
        for match in pattern[reading].finditer(flat):
            start = match.start() if cues.ALONE.match(flat, match.start()) else clause(flat, *match.span())[0]
            found.append(Governed("denied", start, clause(flat, *match.span())[1]))
    return tuple(found)


def written(text: str) -> str:
    """Flat text of the same length, without "May" and "né", which fold to cues."""
    return flatten(cues.OTHERWISE.sub(lambda match: "_" * len(match.group()), text))


def readable(text: str, language: str) -> str:
    """Flat text as `written`, without what only looks like denial either."""
    return cues.NO_DENIAL[language].sub(lambda match: "_" * len(match.group()), written(text))


def _said(flat: str, match: re.Match[str]) -> tuple[int, int]:
    """What is said, where the verb comes first: all that follows "that" or a quote, else the rest of the clause."""
    if match.group().endswith(("that", "que", "qu'", '"', ":", ": ")):
        return match.end(), len(flat)
    return match.end(), clause(flat, *match.span())[1]


def _predicate(flat: str, match: re.Match[str]) -> tuple[int, int]:
    """The clause around a cue; from the cue on where it follows right on "and": "will cost 4 million and may open"."""
    start, end = clause(flat, *match.span())
    return (match.start() if _AND.search(flat, start, match.start()) else start), end


def clause(flat: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a cue, its subject included."""
    before = [match.end() for match in cues.BOUNDARY.finditer(flat, 0, start)]
    after = cues.BOUNDARY.search(flat, end)
    return (before[-1] if before else 0), (after.start() if after else len(flat))
