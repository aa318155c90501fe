"""A story that many articles tell: which of its sentences come first.

What is asked for counts there by what the articles have in common, a reason by the words that give one: beside so many
sentences that say what happened, likeness to the question tells little. Knows sentences, how likely they answer, and
how much of the question they say. Does not know how they were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from rag.figures.flat import flatten
from rag.language import reading_of
from rag.ranking.consensus import centrality
from rag.ranking.weights import log_odds
from rag.types import Evidence, Question

ARTICLES = 3
"""Articles that must tell of what is asked about, to be many."""

_TOLD = 0.6  # how much of the question's words a sentence must say to tell of it
_COMPARED = 24  # sentences put in order, the likeliest
_CENTRAL, _REASON = 8.0, 1.5  # what nearness to the others, and a word that gives a reason, count against a logit
_REASONS = 2  # words that give one which count; more of them make a long sentence
_OF_ONE = frozenset({"how", "yes_no"})
"""Kinds of question whose answers are no more likely where several articles say the same."""

_CAUSE = {
    "en": re.compile(
        r"\b(?:because|due to|owing to|after|following|as a result|accused of|suspected of|over"
        r"|for (?:having|failing|refusing)|amid|blam\w+|reasons?|caus\w+|explain\w*|prompted|led to|forced|scandal"
        r"|row)\b"
    ),
    "fr": re.compile(
        r"\b(?:parce qu|car|puisque|en raison d|a cause d|du fait d|faute d|a la suite d|suite a|au motif|sur fond d"
        r"|face a|apres|afin d|pour (?:avoir|protester|denoncer|cause)|accus\w+ d|soupconn\w+ d|reproch\w+|raisons?"
        r"|motifs?|expliqu\w+|justifi\w+|pouss\w+ a|contrain\w+|provoqu\w+|mis\w* en cause|scandale|affaire"
        r"|polemique)\b"
    ),
}


def told_by_many(said: Iterable[tuple[str, float]]) -> bool:
    """Whether many articles tell of what is asked: by sentence its article, and how much of the question it says."""
    return len({article for article, meant in said if meant >= _TOLD}) >= ARTICLES


def best_told_first(question: Question, items: Sequence[Evidence], meant: Sequence[float]) -> list[Evidence]:
    """The sentences in the order that they answer such a question in, where many articles tell of it.

    Scores stay in order: the first sentence is given the best one's, the second the second one's. All but the first
    two dozen stay where they are.

    Args:
        question: as asked.
        items: sentences, best first.
        meant: how much of the question's words each says, 0 to 1.
    """
    articles = [item.hit.article.id for item in items]
    if question.kind in _OF_ONE or not told_by_many(zip(articles, meant, strict=True)):
        return list(items)
    front = items[:_COMPARED]
    if question.kind == "why":
        worth = _REASON * np.array([said * _reasons(item) for item, said in zip(front, meant, strict=False)])
    else:
        worth = _CENTRAL * centrality(front)
    return [*_in_order(front, worth), *items[_COMPARED:]]


def _in_order(items: Sequence[Evidence], worth: NDArray[np.float64]) -> list[Evidence]:
    """The sentences by logit and worth, (n,), the scores as they stood."""
    order = np.argsort(-(worth + [log_odds(item.score) for item in items]), kind="stable")
    return [replace(items[place], score=item.score) for place, item in zip(order, items, strict=True)]


def _reasons(item: Evidence) -> int:
    """How many words of a sentence give a reason, each once."""
    found = _CAUSE[reading_of(item.hit.article.language)].findall(flatten(item.sentence.text))
    return min(_REASONS, len(set(found)))
