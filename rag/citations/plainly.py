"""Whether words that are given as the plain answer stand plainly in a text: neither in doubt nor denied.

Knows where in a text words or their figures stand, and the cues of doubt and denial before them. Does not know whether
they answer the question; what is asked in doubt, or about what did not happen, may be answered so.
"""

from __future__ import annotations

import re

from rag.citations import cues, modality
from rag.citations.reporting import governed, manner, readable
from rag.citations.sources import Source, held
from rag.citations.values import holds
from rag.figures import find_figures, find_names
from rag.figures.flat import flatten
from rag.language import reading_of
from rag.types import Question

# What contradicts a plain answer though the question is of what is to come.
_DOUBT = {
    "en": re.compile(
        r"\b(?:may|might|could|possibly|perhaps|allegedly|apparently|suspected|presumed|unconfirmed|rumou?red)\b"
    ),
    "fr": re.compile(
        r"\b(?:peut-etre|eventuel\w*|presumee?s?|suspect\w*|apparemment|possible(?:ment)?"
        r"|[a-z]{2,}(?:er|ir|dr|vr|rr)ai(?:t|ent)|serai(?:t|ent)|aurai(?:t|ent))\b"
    ),
}
_DENIES_THAT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing)|dement(?:i|ie|ent|ait)?|ni(?:e|ent|ait|er|ant)|refut(?:e|ent|ait|er))\b"
)
_SPARED = re.compile(
    r"\b(?:since|until|till|before|except|but|than|depuis|avant|jusqu|sauf|hormis|sinon|mais|que)\b|\bqu'"
)
"""Behind a denial: what comes next is not denied ("has not been seen since May")."""

_IN_DOUBT = frozenset(("conjectured", "hearsay", "planned"))
_AND = re.compile(r"\b(?:and|et|but|mais)\b")
_STOP = re.compile(r"[,;:.]")


def held_plainly(text: str, source: Source, question: Question) -> bool:
    """Whether the short answer ``text`` stands in ``source`` in no part that is in doubt or denied.

    Where it cannot be found there, nothing speaks against it.
    """
    at = _place(text, source, question.language)
    if at is None:
        return True
    ours, asked = manner(text, question.language), manner(question.text, question.language)
    if not ours.hedged and _is_doubted(source, at, question):
        return False
    denies = ours.denies or ours.refused or asked.denies or asked.refused
    return denies or not _is_denied(source, at)


def _place(text: str, source: Source, language: str) -> int | None:
    """Where the words of a text stand in a source, or its first figure or name."""
    whole = re.search(rf"(?<!\w){re.escape(flatten(text))}(?!\w)", flatten(source.text))
    if whole:
        return whole.start()
    for figure in find_figures(text, language, source.published):
        same = next((theirs.start for theirs in held(source) if holds(theirs, figure, source)), None)
        if same is not None:
            return same
    for name in find_names(text, language):
        last = re.search(rf"(?<!\w){re.escape(flatten(name.text.split()[-1]))}(?!\w)", flatten(source.text))
        if last:
            return last.start()
    return None


def _is_doubted(source: Source, at: int, question: Question) -> bool:
    """Whether a place is in a clause with a word of doubt, and the question has none; one of what is to come has some.

    What stands before such a word and an "and" is not in doubt: "costs 4 million and may open in June".
    """
    asked = readable(question.text, reading_of(question.language))
    if _DOUBT[reading_of(question.language)].search(asked):
        return False
    reading = reading_of(source.language)
    flat = readable(source.text, reading)
    all_doubts = (modality.CONJECTURES, modality.HEARSAY, modality.PLANS)
    doubts = (_DOUBT,) if manner(question.text, question.language).hedged else all_doubts
    for part in governed(source.text, source.language):
        if part.kind in _IN_DOUBT and part.start <= at < part.end:
            for doubt in doubts:
                for cue in doubt[reading].finditer(flat, part.start, part.end):
                    if cue.start() < at or not _AND.search(flat, at, cue.start()):
                        return True
    return False


def _is_denied(source: Source, at: int) -> bool:
    """Whether a word that denies stands before a place in its clause, or one that denies a whole statement."""
    reading = reading_of(source.language)
    flat = readable(source.text, reading)
    for cue, border in ((cues.DENIES[reading], cues.BOUNDARY), (_DENIES_THAT, _STOP)):
        start = max((match.end() for match in border.finditer(flat, 0, at)), default=0)
        found = next(iter(cue.finditer(flat, start, at)), None)
        if found and not (_SPARED.search(flat, found.end() + len(" that"), at) or _SPARED.match(flat, at)):
            return True
    return False
