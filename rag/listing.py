"""Questions for several persons or places ("which ministers resigned?"): a sentence for each that is named.

No sentence holds such an answer: it lies scattered over the articles, one or two names in each. Knows how surely a
sentence must name somebody beside what is asked for, and when there are enough to make a list. Does not know how
passages are found, nor how many sentences are given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.citations.reporting import manner
from rag.language import fold, index_terms
from rag.question import several_of, split_parts
from rag.question.kinds import unbidden
from rag.ranking.agreement import Value, named
from rag.ranking.asked import Asked
from rag.ranking.terms import Wanted
from rag.types import Evidence, Hit, Question

if TYPE_CHECKING:
    from rag.retrieve import Retriever

FEWEST = 3
"""Names, each of an article of its own, below which there is no list."""

_READ = 60  # passages looked through
_SAID = 0.7  # how much of the question a sentence must say, with its title
_LEAST, _BEHIND = 0.4, 0.5  # what a name must weigh, and against the best one
_DOUBTED = 0.4  # what one counts beside which something is denied, or only may be
_NEAR = 110  # characters beside a name within which that tells
_LIKELY = 0.3  # probability from which a word of an article says one of the question's
_PARTS = re.compile(r"[:;]\s")
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?:in which|dans (?:quels|quelles)) ")


def listed(retriever: Retriever, asked: Question, found: Sequence[Hit]) -> list[Evidence]:
    """The best sentence of each person or place named for it; [] where fewer articles than ``FEWEST`` name some.

    The surest comes first; each is of an article of its own.

    Args:
        retriever: what the passages were found by.
        asked: the question.
        found: passages found for it, best first.
    """
    kind = several_of(asked.text)
    if kind is None or len(split_parts(asked.text)) > 1:
        return []
    understood = retriever.understood(replace(asked, text=unbidden(asked.text)))
    best: dict[Value, Evidence] = {}
    wanted = replace(understood, question=replace(understood.question, kind=kind))
    denied = manner(asked.text, asked.language).denied
    anywhere = not _INSIDE.match(fold(asked.text))
    for item, value, coverage in named(wanted, found[:_READ], anywhere=anywhere):
        told = replace(item, score=item.score * _standing(item, understood, denied))
        if coverage >= _SAID and (value not in best or best[value].score < told.score):
            best[value] = told
    chosen = _apart(sorted(best.values(), key=lambda item: -item.score))
    return [replace(item, span=None, score=min(1.0, item.score)) for item in chosen] if len(chosen) >= FEWEST else []


def _apart(ranked: Sequence[Evidence]) -> list[Evidence]:
    """Those near enough to the best, one of each article; what another says word for word is a copy of it."""
    chosen: list[Evidence] = []
    known: set[str] = set()
    for item in ranked:
        own = {item.hit.article.id, fold(item.sentence.text)}
        if item.score >= max(_LEAST, _BEHIND * ranked[0].score) and not own & known:
            chosen.append(item)
            known |= own
    return chosen


def _standing(item: Evidence, asked: Asked, denied: bool) -> float:
    """What a name counts by how the words beside it hold what is asked: as a fact, or denied where that is asked.

    A word of the question's own is no doubt ("which countries proposed ...?"), nor is what stands behind a colon.
    """
    language = item.hit.article.language
    near = manner(_without(_beside(item), asked.words.get(language, ()), language), language)
    is_denied = near.denied or (denied and near.refused)
    if denied != is_denied:
        return 0.0 if denied else _DOUBTED
    return _DOUBTED if near.hedged else 1.0


def _beside(item: Evidence) -> str:
    """The words near the marked ones, of the same part of the sentence."""
    text = item.sentence.text
    start, end = ((place - item.sentence.start) for place in item.span or (0, 0))
    before = [match.end() for match in _PARTS.finditer(text, 0, start)]
    after = _PARTS.search(text, end)
    first, last = (before[-1] if before else 0), (after.start() if after else len(text))
    return text[max(first, start - _NEAR) : min(last, end + _NEAR)]


def _without(text: str, words: Sequence[Wanted], language: str) -> str:
    """A text without the words that say one of a question's."""

    def kept(match: re.Match[str]) -> str:
        have = index_terms(match.group(), language)
        return " " if have and any(word.found_in(have) >= _LIKELY for word in words) else match.group()

    return _WORD.sub(kept, text)
