"""Whether a claim denies what its sources deny, and nothing else: a denial stands by the same words in both.

Knows words that deny, in English and French, and what stands behind or around each. Does not know hedges or speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.citations import cues
from rag.citations.aligned import content, standing
from rag.citations.reasons import Fault
from rag.citations.reporting import clause, readable, written
from rag.citations.sources import Source
from rag.language import reading_of

_NOT = re.compile(r"not|n't|never|n'|ne |pas |jamais|, pas |\w+ pas ")  # these deny what comes behind them
_THAT = re.compile(
    r"(?: (?!and|but|or|et|mais|ou|while|as|said|says|dit)[a-z0-9'-]+){1,3} (?:that|que|qu')\b"  # "denied on Friday"
    r"| (?:to|that|having|(?!amid|during|nothing)\w+ing|de|d'|qu'|que|avoir|etre)\b"
)  # so do verbs with these
_BEFORE = re.compile(r"(?:[\w']+ )?$")  # an adverb or auxiliary: "certainly not"
_NARROW = re.compile(r"only|merely|except|against|seul|unique|sauf|hormis|contre\b")  # these deny no verb
_SAYING = re.compile(r"\b(?!however\b|cependant\b|toutefois\b|pourtant\b|donc\b)[a-z]{4,}")  # what may be denied
_LIGHT = re.compile(  # no verbs: adverbs, and the words that deny
    r"\w+(?:ly|ment)$|jamais$|rien$|aucune?$|personne$|never$|nothing$|none$|neither$|toujours$|encore$|tout$|yet$"
    r"|still$"
    r"|always$|however$|simply$|cependant$|toutefois$|pourtant$|sembl|seem|should$|devr|possible$|pu$|peu|pouv"
)
_PREFIXED = re.compile(
    r"non-|un(?:able|clear|willing|(?!it|der|iv|anim|pre|us)[a-z]{3,}(?:ed|able))"
    r"|in(?:sufficient|suffisan|capable|existant|disponible)"
)
_ASIDE = re.compile(r", [^,.;:]{2,40},")  # "denied that its head, Joan Marsh, had"
_NOT_BEFORE = {
    "en": re.compile(r"\b(?:not|n't|never) [^.;,]{0,60}?\b(?:before|until)\b"),
    "fr": re.compile(r"\bpas [^.;,]{0,60}?\bavant\b"),
}
_AHEAD = {"en": re.compile(r"\b(?:before|by)\b"), "fr": re.compile(r"\b(?:avant|d'ici)\b")}


@dataclass(frozen=True, slots=True)
class _Denial:
    """A word that denies, the part of its sentence that it may deny, and whether that comes behind it."""

    start: int
    end: int
    grammar: bool
    forward: bool
    clause: tuple[int, int]


def moved_denial(text: str, language: str, sources: Sequence[Source]) -> Fault | None:
    """How a text moves a denial of its sources to other words, or has another; None where each stands by its own."""
    if not sources:
        return None
    if all(_told_plainly(text, language, source) or _comes_early(text, language, source) for source in sources):
        return "undenied"
    if all(_denied_anew(text, language, source) for source in sources):
        return "denied"
    return None


def _told_plainly(text: str, language: str, source: Source) -> bool:
    """Whether a word that the source denies stands in the text, out of reach of whatever the text denies."""
    ours = _denials(text, language, blanked=False)
    told, flat = standing(text, language, source), written(text)
    for verb in _denied(source.text, source.language):
        said = [at for at, offsets in told.items() if verb in offsets and not _PREFIXED.match(flat, at)]
        if said and not any(_reached(at, ours, near=language == source.language) for at in said):
            return True
    return False


def _denied_anew(text: str, language: str, source: Source) -> bool:
    """Whether a word that the text denies stands in the source, out of reach of whatever the source denies."""
    theirs = _denials(source.text, source.language, blanked=False)
    told = standing(text, language, source)
    flat = written(source.text)
    said = (
        told[verb]
        for verb in _denied(text, language)
        if told.get(verb) and not any(_PREFIXED.match(flat, at) for at in told[verb])
    )
    near = language == source.language
    return any(not any(_reached(at, theirs, near=near) for at in offsets) for offsets in said)


def _comes_early(text: str, language: str, source: Source) -> bool:
    """Whether the source has "not before" and the text "before", without a denial."""
    flat, reading = written(text), reading_of(language)
    late = _NOT_BEFORE[reading_of(source.language)].search(written(source.text))
    return bool(late and _AHEAD[reading].search(flat) and not _denials(text, language, blanked=False))


def _denied(text: str, language: str) -> Iterator[int]:
    """Where the word that each "not", "ne" or "denied that" of a text denies stands, names left out."""
    flat = readable(text, reading_of(language))
    for denial in _denials(text, language):
        if denial.forward and (denial.grammar or _THAT.match(flat, denial.end)):
            behind = (item for item in content(text, language) if denial.end <= item[1] < denial.clause[1])
            verb = next((at for word, at in behind if not _LIGHT.match(word)), None)
            if verb is not None and text[verb].islower():
                yield verb


def _reached(at: int, denials: Sequence[_Denial], *, near: bool) -> bool:
    """Whether a word may be denied by any of the denials, itself aside; `near` where the order of words tells."""
    return any(
        (denial.start if near and denial.forward else denial.clause[0]) <= at < denial.clause[1]
        and not (not denial.grammar and denial.start <= at < denial.end)
        for denial in denials
    )


@lru_cache(maxsize=2048)
def _denials(text: str, language: str, *, blanked: bool = True) -> tuple[_Denial, ...]:
    """The words of a text that deny; `blanked` leaves out what only looks like denial."""
    reading = reading_of(language)
    flat = readable(text, reading) if blanked else written(text)
    found = []
    for match in cues.DENIES[reading].finditer(flat):
        start, end = _around(flat, *match.span())
        before = _BEFORE.search(flat[start : match.start()])
        begin = match.start() - len(before.group() if before else "")
        found.append(_Denial(begin, match.end(), True, bool(_NOT.match(flat, match.start())), (start, end)))
    for table, forward in ((cues.REFUSES, True), (cues.NEGATIVE, False)):
        for match in table[reading].finditer(flat):
            if not _NARROW.match(match.group()):
                found.append(_Denial(*match.span(), False, forward, _around(flat, *match.span())))
    return tuple(found)


def _around(flat: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a word that denies, with what follows "denied that" and "not, however"."""
    that = _THAT.match(flat, end)
    begin, stop = clause(flat, start, that.end() if that else end)
    while stop < len(flat) and not _SAYING.search(flat, end, stop):
        stop = clause(flat, start, stop + 1)[1]
    if that and (aside := _ASIDE.match(flat, stop)):
        stop = clause(flat, start, aside.end())[1]
    return begin, stop
