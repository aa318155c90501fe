"""Two actors that change places around the same words: "Japan overtook Germany", where the source has it the other way.

Knows names, nouns for people and for bodies, and where the words of a claim stand in its source. Compares only what is
sure: each actor once in either text, in the other order, with most of what stands between them the same. Does not know
verbs: those of `roles` are told by their subjects and objects, passives among them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rag.citations.aligned import content, standing
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
_BY = re.compile(r"\b(?:par|by) (?:(?:the|an?|le|la|les|une?) |l')?$")  # before who acts
_WORD = re.compile(r"[a-z'-]+")
# "le chef de la NASA" and "NASA's chief": the French owner stands behind, the English one before.
_OWNED = re.compile(r"(?:\bd(?:e|u|es|e la|e l'|')) ?$")
_SMALL = re.compile(r"\b(?:the|a|an|to|of|in|for|with|from|at|on|and|its|his|her|their|had|has|have)\b")


Span = tuple[int, int]


class _Read:
    """One of the two texts, with where its nouns for bodies and offices begin and end."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language, self.flat = text, language, flatten(text)
        self.bodies = {match.start(): match.end() for match in _ACTORS[language].finditer(self.flat)}

    def word_at(self, start: int) -> Span:
        """Where a word begins and ends."""
        word = _WORD.match(self.flat, start)
        return start, word.end() if word else start + 1


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
    ours, theirs = _Read(text, reading_of(language)), _Read(source.text, reading_of(source.language))
    told = standing(text, language, source)
    for one, other in combinations(_actors(ours, theirs, told), 2):
        if not (other.ends_there <= one.there and one.end <= other.start):
            continue
        spans = (one.end, other.start), (other.ends_there, one.there)
        if _goes_alike(ours, theirs, *spans) and _says_the_same(ours, theirs, told, *spans):
            return Reason("swapped", one.text)
    return None


def _actors(ours: _Read, theirs: _Read, told: Mapping[int, list[int]]) -> list[_Actor]:
    """The actors of a claim that stand once in it and once in its source, left to right."""
    mine, others = (people_in(each.text, each.flat, each.language) for each in (ours, theirs))
    found: list[_Actor] = []
    for name in mine:
        same = [other for other in others if other.key == name.key or same_key(name.key, other.key)]
        twice = sum(other.key == name.key or same_key(other.key, name.key) for other in mine) > 1
        if len(same) == 1 and not twice:
            found.append(_Actor(name.text, name.start, name.end, same[0].start, same[0].end))
        elif not same and len(told.get(name.start, ())) == 1:
            found.append(_Actor(name.text, name.start, name.end, *theirs.word_at(told[name.start][0])))
    for start, end in ours.bodies.items():
        there = told.get(start, [])
        if len(there) == 1 and there[0] in theirs.bodies and not any(a.start <= start < a.end for a in found):
            found.append(_Actor(ours.flat[start:end], start, end, *theirs.word_at(there[0])))
    return sorted(found, key=lambda actor: actor.start)


def _goes_alike(ours: _Read, theirs: _Read, here: Span, there: Span) -> bool:
    """Whether nothing between two actors, in one text or the other, makes of who stands first the one acted upon."""
    between, other = ours.flat[slice(*here)], theirs.flat[slice(*there)]
    turned = [bool(_TURNING[each.language].search(part)) for each, part in ((ours, between), (theirs, other))]
    passive = [_BY.search(part) is not None for part in (between, other)]
    if _APART.search(between + other) or turned[0] != turned[1] or passive[0] != passive[1]:
        return False
    says = _SAYS[ours.language]
    if says.fullmatch(between.strip()) or (says.search(between) and _SAYS[theirs.language].search(other)):
        return False
    if ours.language == theirs.language:
        return True
    french, english = (between, other) if ours.language == "fr" else (other, between)
    return not _OWNED.search(french) or _SMALL.search(english) is not None


def _says_the_same(ours: _Read, theirs: _Read, told: Mapping[int, list[int]], here: Span, there: Span) -> bool:
    """Whether most words between two actors stand between them in the source as well, and the other way round."""
    own = [where for at, where in told.items() if here[0] <= at < here[1] and at not in ours.bodies]
    words = (at for _, at in content(theirs.text, theirs.language))
    others = [at for at in words if there[0] <= at < there[1] and at not in theirs.bodies]
    met = {place for where in own for place in where} & set(others)
    kept = sum(bool(met & set(where)) for where in own)
    return bool(own and others) and kept >= _MOST * len(own) and len(met) >= _MOST * len(others)
