"""What article after article says: the day, person, place or number that several name beside the event asked about.

A sentence about an event may name another day, or somebody else; that many articles name the same one beside it no
reading of a single sentence can tell (Dumais et al., "Web question answering: is more always better?", SIGIR 2002).
Knows sentences and the figures and names in them. Does not know whether articles tell of the very same event, nor how
sentences are ranked: it speaks only where one value is far ahead of every other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

import numpy as np

from rag.language import fold
from rag.question import names_of
from rag.ranking.asked import Asked
from rag.ranking.elsewhere import events_of, is_of_another_time, is_of_what_follows
from rag.ranking.matching import Matches, match_all
from rag.ranking.saying import Saying, sayings
from rag.ranking.sentences import QuestionWords, Row, share, tie
from rag.ranking.settled import dated, titled
from rag.types import Evidence, Hit

KINDS = frozenset({"when", "who", "where", "how_much", "how_many"})
"""Kinds of question whose answers are compared. Of a figure that changes the ledger tells the newest."""

ARTICLES = 3
"""Articles that must name the same value, each in other words: copies of one report count once."""

_MOST = 5  # articles that count: what is named everywhere is not named of this event
_AHEAD, _EACH = 2.25, 0.25  # times another value's weight that it must weigh, less this for each time as many articles
_LEAST, _BEST = 0.1, 0.3  # what a sentence must weigh, and the best of a value: less only touches on the event
_SAID, _WHOLE, _NAMED = 0.45, 0.75, 0.7  # how much of the question, and of its names, a sentence must say, and the best
_TITLED = 0.7  # what a word counts that only the title says
_APART = 0.3  # what a value counts that stands nowhere near the question's words
_FITS, _LIKELY = 0.5, 0.3  # how well a value must fit, and how likely a term must be for a name to be looked for by it
_EMPTY = frozenset("lieu place happen happened occur occurred produit produite passe passee deroule deroulee".split())
"""Words that say of an event no more than that it took place."""

_IN = re.compile(r"\b(?:à|en|aux?|dans l[ae]s?|in|at|pr[eè]s d[eu]|near) $", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_DATED = re.compile(r"\d|\w+di\b|\w+day\b|\bhier\b")  # what a sentence that names a day holds

Value: TypeAlias = "tuple[date, date] | str"
"""What sentences that name the same have in common: days, a number, or the last word of a name."""


@dataclass(slots=True)
class _Backing:
    """The sentences that name a value, by their words; ``score`` is what they weigh, ``whole`` the most one says."""

    found: dict[str, Evidence] = field(default_factory=dict)
    whole: float = 0.0

    def add(self, item: Evidence, coverage: float) -> None:
        """Count a sentence; what another says word for word is known already."""
        key = fold(item.sentence.text)
        self.whole = max(self.whole, coverage)
        if key not in self.found or self.found[key].score < item.score:
            self.found[key] = item

    @property
    def items(self) -> list[Evidence]:
        """The sentences, the weightiest first."""
        return sorted(self.found.values(), key=lambda item: -item.score)

    @property
    def articles(self) -> list[float]:
        """What the best sentence of each article weighs, the most first."""
        best: dict[str, float] = {}
        for item in self.items:
            best.setdefault(item.hit.article.id, item.score)
        return list(best.values())

    @property
    def weight(self) -> float:
        """What the first articles weigh together."""
        return sum(self.articles[:_MOST])

    def is_ahead_of(self, other: _Backing) -> bool:
        """Whether it weighs far more, the less the more articles name it for each that names the other."""
        times = len(self.articles) / len(other.articles)
        return self.weight >= max(1.0, _AHEAD - _EACH * times) * other.weight


def agreed(asked: Asked, hits: Sequence[Hit]) -> list[Evidence]:
    """The sentences that name the value most articles do, the weightiest first; [] where there is no such value.

    Each is marked with the words that name it (``span``); its score is what it weighs, 0 to about 1.

    Args:
        asked: a question of one of ``KINDS``.
        hits: passages found for it.
    """
    told: dict[Value, _Backing] = {}
    for item, value, coverage in named(asked, _about(asked, hits)):
        if item.score >= _LEAST:
            told.setdefault(value, _Backing()).add(item, coverage)
    first = _first(told)
    return told[first].items if first is not None else []


def _first(told: dict[Value, _Backing]) -> Value | None:
    """The value ahead of all that speak against it; of days within days the closest."""
    agreeing = [
        value
        for value, rows in told.items()
        if len(rows.articles) >= ARTICLES and rows.items[0].score >= _BEST and rows.whole >= _WHOLE
    ]
    if not agreeing:
        return None
    best = max(agreeing, key=lambda value: told[value].weight)
    against = (other for other in told if other != best and not _holds(best, other) and not _holds(other, best))
    if not all(told[best].is_ahead_of(told[other]) for other in against):
        return None
    within = [value for value in agreeing if _holds(best, value)]
    return max(within, key=lambda value: told[value].weight, default=best)


def _holds(value: Value, other: Value) -> bool:
    """Whether another day lies within these days."""
    if isinstance(value, str) or isinstance(other, str):
        return False
    return value != other and value[0] <= other[0] and other[1] <= value[1]


def _value(saying: Saying) -> Value:
    """What two sentences must have in common: the days, or the last word of a name ("Ada Lovelace", "Lovelace")."""
    if saying.figure is not None and saying.figure.date_from and saying.figure.date_to:
        return saying.figure.date_from, saying.figure.date_to
    if saying.figure is not None and saying.figure.value is not None:
        return str(saying.figure.value.normalize())
    return fold(saying.text).split()[-1]


def _about(asked: Asked, hits: Sequence[Hit]) -> list[Hit]:
    """The passages of articles that know the question's names; none where these are too few to agree."""
    names = {language: _names(asked, language) for language in {hit.article.language for hit in hits}}
    told: dict[str, str] = {}
    for hit in hits:
        told[hit.article.id] = f"{told.get(hit.article.id, fold(hit.article.title))} {fold(hit.passage.text)}"
    known = [hit for hit in hits if _may_name(names[hit.article.language], told[hit.article.id])]
    return known if len({hit.article.id for hit in known}) >= ARTICLES else []


def _names(asked: Asked, language: str) -> list[list[str]]:
    """For each of the question's names the terms that it is looked for by."""
    names = (word for word in asked.words.get(language, ()) if word.is_name and not word.word.isdigit())
    return [[term for term, chance in word.terms if chance >= _LIKELY] for word in names]


def _may_name(names: Sequence[Sequence[str]], folded: str) -> bool:
    """Whether a text, folded, may hold most of the names: their stems, whatever follows these."""
    return sum(any(term in folded for term in terms) for terms in names) >= _NAMED * len(names)


def _said_by(words: QuestionWords, said: Matches, title: Row, day: Row) -> float:
    """How much of the question a sentence says, 0 to 1, with its title; 0 where it says too little itself."""
    meant = np.maximum(said.meant(), day)
    if share(words.weights, meant) < _SAID or share(words.named, np.maximum(meant, title), 1.0) < _NAMED:
        return 0.0
    return share(words.weights, np.maximum(meant, _TITLED * title))


def named(asked: Asked, hits: Sequence[Hit], anywhere: bool = False) -> Iterator[tuple[Evidence, Value, float]]:
    """All that may answer in the sentences that say most of the question, marked, and how much of it they say.

    Places must stand behind "in" or "at", unless ``anywhere``: a country may be what does something, too.
    """
    own = {word for name in names_of(asked.question) for word in _WORD.findall(fold(name.text))}
    shape = _DATED if asked.question.kind == "when" else _CAPITAL
    for language in {hit.article.language for hit in hits}:
        near = [hit for hit in hits if hit.article.language == language]
        names, titles = _names(asked, language), {hit.article.id: fold(hit.article.title) for hit in near}
        items = [
            (hit, sentence)
            for hit in near
            for sentence in hit.passage.sentences
            if shape.search(sentence.text) and _may_name(names, f"{titles[hit.article.id]} {fold(sentence.text)}")
        ]
        words = QuestionWords.of([word for word in asked.words.get(language, ()) if fold(word.word) not in _EMPTY])
        around = {hit.article.id: (titled(hit.article, words.words), dated(hit.article, words.words)) for hit in near}
        matched = match_all(words.words, [sentence.text for _, sentence in items], language)
        for (hit, sentence), said in zip(items, matched, strict=True):
            title, day = around[hit.article.id]
            coverage = _said_by(words, said, title, day)
            item = Evidence(hit, sentence, 0.0)
            if not coverage or is_of_another_time(asked.question, sentence.text, language):
                continue
            events = events_of(words.words, said) if asked.question.kind == "when" else []
            for saying in sayings(asked.question, item):
                at = saying.candidate
                is_later = is_of_what_follows(sentence.text, at.start, at.end, events)
                if _may_be(asked, saying, item, own, anywhere) and not is_later:
                    weight = at.fit * coverage**3 * (_APART + tie(at, said, words.weights * (1 - day)))
                    span = (sentence.start + at.start, sentence.start + at.end)
                    yield replace(item, score=weight, span=span), _value(saying), coverage


def _may_be(asked: Asked, saying: Saying, item: Evidence, own: set[str], anywhere: bool) -> bool:
    """Whether it is a day, of a year asked about; a name that shares no word with the question's; a place."""
    if saying.candidate.fit < _FITS:
        return False
    if asked.question.kind == "when":
        last = saying.figure.date_to if saying.figure is not None else None
        return last is not None and (not asked.times or last.year in {time.year for time in asked.times})
    if saying.figure is not None:
        return saying.figure.value is not None
    if own & set(_WORD.findall(fold(saying.text))):
        return False
    if asked.question.kind == "who" or anywhere:
        return True
    return bool(_IN.search(item.sentence.text[: saying.candidate.start]))
