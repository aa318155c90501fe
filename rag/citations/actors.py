"""Two actors that change places around the same words: "Japan overtook Germany", where the source has it the other way.

Knows names, nouns for people and for bodies, and where the words of a claim stand in its source. Compares only what is
sure: each actor once in either text, in the other order, with most of what stands between them the same. Does not know
verbs: those of `roles` are told by their subjects and objects, passives among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rag.citations.aligned import content, places
from rag.citations.reasons import Reason
from rag.citations.roles import people_in
from rag.citations.sources import Source
from rag.figures.flat import flatten
from rag.figures.names import same_key
from rag.language import reading_of
from rag.language.speech import SAYS_OR_WANTS

_MOST = 0.6  # share of the words between two actors, either way, that must be the same
# Who may do something to another without being a name or a person of the tables.
_ACTORS = {
    "en": re.compile(
        r"\b(?:president|governor|minister|mayor|government|bank|unions?|managers?|management|police|officers?|council|court"
        r"|town|city|compan(?:y|ies)|firms?|group|fund|senators?|mps?|deput(?:y|ies)|part(?:y|ies)|owners?|director|boss|bishop"
        r"|soldiers?|rebels?|army|regulator|students?|judges?|prosecutors?|region|airline|hospital|ministry|actress|actor"
        r"|founder|leader|secretary)\b"
    ),
    "fr": re.compile(
        r"\b(?:presidente?|gouverneure?|ministre|maire|gouvernement|banque|syndicats?|direction|police|policiers?|conseil|cour"
        r"|commune|ville|entreprises?|societes?|groupe|fonds|senateurs?|deputes?|partis?|proprietaires?|directeur|directrice"
        r"|patronn?e?|eveque|soldats?|rebelles?|armee|regulateur|etudiants?|juges?|parquet|procureure?|region|compagnie"
        r"|hopital|ministere|actrice|acteur|fondat\w+|dirigeant\w*|secretaire)\b"
    ),
}
# Words that turn a clause round, so that the one behind the verb acts.
_TURNING = {
    "en": re.compile(r"\b(?:by|who|whom|which|that|whose|where|been|was|were|is|are|be|being)\b"),
    "fr": re.compile(r"\b(?:par|qui|que|qu'|dont|ou|ete|est|sont|etre)\b|s'est"),
}
_SAYS = {language: re.compile(rf"\b(?:{verbs})\b") for language, verbs in SAYS_OR_WANTS.items()}
_APART = re.compile(r"[;.:\"]")
# "le chef de la NASA" and "NASA's chief": the French owner stands behind, the English one before.
_OWNED = re.compile(r"(?:\bd(?:e|u|es|e la|e l'|')) ?$")
_SMALL = re.compile(r"\b(?:the|a|an|to|of|in|for|with|from|at|on|and|its|his|her|their|had|has|have)\b")


@dataclass(frozen=True, slots=True)
class _Actor:
    """One who stands once in either text: from where to where in the claim, and in its source."""

    text: str
    start: int
    end: int
    there: int
    ends_there: int


def changed_places(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """The first of two actors of a claim who have changed places against its one source, as a reason."""
    if len(sources) != 1:
        return None
    (source,) = sources
    reading = reading_of(language)
    told = dict(zip((at for _, at in content(text, language)), places(text, language, source), strict=True))
    actors = _actors(text, reading, told, source)
    for one, other in combinations(actors, 2):
        is_turned = other.ends_there <= one.there and one.end <= other.start
        if is_turned and _around_the_same(text, reading, told, source, (one, other)):
            return Reason("swapped", one.text)
    return None


def _actors(text: str, language: str, told: dict[int, list[int]], source: Source) -> list[_Actor]:
    """The actors of a claim that stand once in it and once in its source, left to right."""
    flat, theirs = flatten(text), flatten(source.text)
    reading = reading_of(source.language)
    ours, others = people_in(text, flat, language), people_in(source.text, theirs, reading)
    found: list[_Actor] = []
    for name in ours:
        same = [other for other in others if other.key == name.key or same_key(name.key, other.key)]
        twice = sum(other.key == name.key or same_key(other.key, name.key) for other in ours) > 1
        if len(same) == 1 and not twice:
            found.append(_Actor(name.text, name.start, name.end, same[0].start, same[0].end))
        elif not same and len(told.get(name.start, ())) == 1:
            found.append(_Actor(name.text, name.start, name.end, *_word_at(theirs, told[name.start][0])))
    bodies = {match.start() for match in _ACTORS[reading].finditer(theirs)}
    for match in _ACTORS[language].finditer(flat):
        there = told.get(match.start(), [])
        if len(there) == 1 and there[0] in bodies and not any(a.start <= match.start() < a.end for a in found):
            found.append(_Actor(match.group(), match.start(), match.end(), *_word_at(theirs, there[0])))
    return sorted(found, key=lambda actor: actor.start)


def _word_at(flat: str, start: int) -> tuple[int, int]:
    """Where a word begins and ends."""
    word = re.compile(r"[a-z'-]+").match(flat, start)
    return start, word.end() if word else start + 1


def _around_the_same(
    text: str, language: str, told: dict[int, list[int]], source: Source, pair: tuple[_Actor, _Actor]
) -> bool:
    """Whether most words between two actors stand between them in the source as well, and nothing turns them round."""
    one, other = pair
    reading = reading_of(source.language)
    between, theirs = flatten(text)[one.end : other.start], flatten(source.text)[other.ends_there : one.there]
    if _APART.search(between + theirs) or bool(_TURNING[language].search(between)) != bool(
        _TURNING[reading].search(theirs)
    ):
        return False
    if _SAYS[language].fullmatch(between.strip()) or (
        _SAYS[language].search(between) and _SAYS[reading].search(theirs)
    ):
        return False
    if language != reading:
        french, english = (between, theirs) if language == "fr" else (theirs, between)
        if _OWNED.search(french) and not _SMALL.search(english):
            return False
    bodies = {match.start() for match in _ACTORS[reading].finditer(flatten(source.text))}
    own = {match.start() for match in _ACTORS[language].finditer(flatten(text))}
    ours = [where for at, where in told.items() if one.end <= at < other.start and at not in own]
    there = [at for _, at in content(source.text, reading) if other.ends_there <= at < one.there and at not in bodies]
    if not ours or not there:
        return False
    met = {place for where in ours for place in where} & set(there)
    held = sum(bool(met & set(where)) for where in ours)
    return held >= _MOST * len(ours) and len(met) >= _MOST * len(there)
