"""Whether a question asked in a conversation means what it says by itself, or goes on about what was spoken of.

Told by what was found for both readings: how much of the words just typed, and of the context they were completed
with, the best article of each says. Knows ranked sentences. Does not know conversations, nor how one is completed.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.ranking.sureness import sureness
from rag.ranking.terms import coverage, terms_of, wanted
from rag.types import Evidence, Question, hits_of

_DEPTH = 8  # sentences whose passages tell what the best article says
_OWN = 2  # telling words from which a question may be one by itself: "who lost?" never is
_AS_WELL = 0.75  # share of what the reading alone says of the typed words that the completed one must say too
_HEARD = 0.1  # share of the context that the best article says at least, where the context found it
_RARE = 0.85  # rarity of a word that opens a subject of its own; those of true follow-ups reach 0.82
_DOUBTFUL = {False: 0.4, True: 0.2}
"""Sureness under which the completed reading is given up for a surer one, by whether the question takes something up
("the mayor"). Both measured on the conversations of benchmarks/follow_ups.jsonl: in thousands of articles some other
one always says the words, so that these alone tell nothing."""


def stands_alone(
    typed: Question, alone: Sequence[Evidence], completed: Sequence[Evidence], context: Question, takes_up: bool
) -> bool:
    """Whether the question as typed is better answered without its context.

    Args:
        typed: the question as typed.
        alone: ranked sentences found for it, best first.
        completed: those found for the question with its context.
        context: what it was completed with.
        takes_up: whether its words may take up what was spoken of ("the mayor").
    """
    words = wanted(typed.text, typed.language, typed.language)
    if not alone or not completed or len(words) < _OWN:
        return False
    if _said(context, completed) < _HEARD:  # nothing of it was found: it only disturbs
        return True
    have = _told(completed)
    said_in = wanted(typed.text, typed.language, completed[0].hit.article.language)
    if any(word.weight >= _RARE and not word.is_name and not word.found_in(have) for word in said_in):
        return True
    sure = sureness(typed, completed)
    less = _said(typed, completed) < _AS_WELL * _said(typed, alone)
    return less and sure < _DOUBTFUL[takes_up] and sure < sureness(typed, alone)


def is_silent_on(typed: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether the best article has none of the words of a question that says enough by itself."""
    enough = len(wanted(typed.text, typed.language, typed.language)) >= _OWN
    return enough and _said(typed, evidence) == 0.0


def _said(question: Question, evidence: Sequence[Evidence]) -> float:
    """The share, 0 to 1, of what its words tell that the article of the best sentence says where it was found."""
    if not evidence:
        return 0.0
    target = evidence[0].hit.article.language
    return coverage(wanted(question.text, question.language, target), _told(evidence))


def _told(evidence: Sequence[Evidence]) -> frozenset[str]:
    """The terms of the best sentence's article, as far as it was found."""
    first, best = evidence[:_DEPTH], evidence[0].hit.article
    passages = (hit.passage.text for hit in hits_of(first) if hit.article.id == best.id)
    return terms_of(" ".join((best.title, *passages)), best.language)
