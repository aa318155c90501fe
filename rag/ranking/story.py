"""A story that many articles tell: which of its sentences come first.

What is asked for counts there by what the articles have in common, a reason by the words that give one: beside so many
sentences that say what happened, likeness to the question tells little. Knows sentences, how likely they answer, and
the question's words in them. Does not know how they were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from rag.figures.flat import flatten
from rag.language import reading_of
from rag.ranking.asked import Asked
from rag.ranking.consensus import centrality
from rag.ranking.matching import match_all
from rag.ranking.sentences import QuestionWords, share
from rag.ranking.weights import log_odds
from rag.types import Evidence

ARTICLES = 3
"""Articles that must tell of what is asked about, to be many."""

_TOLD = 0.6  # how much of the question's words a sentence must say to tell of it
_SAID, _SEVERAL = 0.5, 2  # how surely a word must be said, and in how many articles
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
_DOUBTED = {
    "en": re.compile(r"\b(?:not|never|would|could|might|den(?:y|ied|ies))\b|n't\b"),
    "fr": re.compile(
        r"\bn(?:e |')(?:[a-z']+ ){0,2}(?:pas|jamais|plus)\b|\b(?:aur(?:ait|aient)|pourrai(?:t|ent)|voulait|hesit\w+"
        r"|dement\w*)\b"
    ),
}
"""What is denied, or only would be, has no reason."""


def tells(meant: float) -> bool:
    """Whether a sentence that says so much of the question, 0 to 1, tells of what is asked."""
    return meant >= _TOLD


def told_by_many(said: Iterable[tuple[str, float]]) -> bool:
    """Whether many articles tell of what is asked: by sentence its article, and how much of the question it says."""
    return len({article for article, meant in said if tells(meant)}) >= ARTICLES


def best_told_first(asked: Asked, items: Sequence[Evidence]) -> list[Evidence]:
    """The sentences in the order that they answer such a question in, where many articles tell of it.

    A word of the question that one article alone says asks for what that one adds: there nothing is changed. Scores
    stay in order: the first sentence is given the best one's, the second the second one's. All but the first two dozen
    stay where they are.

    Args:
        asked: the question, with its words in the articles' languages.
        items: sentences, best first.
    """
    kind, front = asked.question.kind, items[:_COMPARED]
    if kind in _OF_ONE:
        return list(items)
    meant, telling = _meant(asked, front)
    articles = [item.hit.article.id for item in front]
    if not told_by_many(zip(articles, meant, strict=True)) or any(len(found) < _SEVERAL for found in telling):
        return list(items)
    if kind == "why":
        worth = _REASON * np.array([said * _reasons(item) for item, said in zip(front, meant, strict=True)])
    else:
        worth = _CENTRAL * centrality(front)
    return [*in_order(front, worth), *items[_COMPARED:]]


def _meant(asked: Asked, items: Sequence[Evidence]) -> tuple[list[float], list[set[str]]]:
    """How much of the question each sentence says, 0 to 1; and for each word but numbers the articles that say it."""
    meant = [0.0] * len(items)
    telling: dict[str, set[str]] = {}
    for language in {item.hit.article.language for item in items}:
        words = QuestionWords.of(asked.words.get(language, ()))
        places = [place for place, item in enumerate(items) if item.hit.article.language == language]
        matched = match_all(words.words, [items[place].sentence.text for place in places], language)
        for place, said in zip(places, (found.meant() for found in matched), strict=True):
            meant[place] = share(words.weights, said)
            for word, chance in zip(words.words, said, strict=True):
                articles = telling.setdefault(word.word, set())
                if chance >= _SAID:
                    articles.add(items[place].hit.article.id)
    return meant, [found for word, found in telling.items() if not any(map(str.isdigit, word))]


def in_order(items: Sequence[Evidence], worth: NDArray[np.float64]) -> list[Evidence]:
    """The sentences by logit and worth, (n,), the scores as they stood."""
    order = np.argsort(-(worth + [log_odds(item.score) for item in items]), kind="stable")
    return [replace(items[place], score=item.score) for place, item in zip(order, items, strict=True)]


def _reasons(item: Evidence) -> int:
    """How many words of a sentence give a reason, each once; one less where something is denied or doubted."""
    reading, flat = reading_of(item.hit.article.language), flatten(item.sentence.text)
    found = len(set(_CAUSE[reading].findall(flat)))
    return min(_REASONS, found) - bool(_DOUBTED[reading].search(flat))
