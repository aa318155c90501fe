"""Which words of the best sentences answer, and how sure that is.

All that may be said of the first sentences is weighed: how far its sentence is ahead, how well it fits what is asked,
what stands near it, and where the reading model sees the answer, in the passage and in the sentence alone. How sure is
a second, logistic model over what the best one is ahead of. Both have their weights from ``spans.json``. Knows what may
be said, the reader and ranked sentences. Does not know how sentences were ranked.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from rag.language import fold
from rag.ranking.asked import Asked
from rag.ranking.closer import by_itself
from rag.ranking.matching import match_all
from rag.ranking.misfits import is_amiss
from rag.ranking.reader import UNREAD, ReadHits, Reading
from rag.ranking.saying import Saying, sayings
from rag.ranking.sentences import tie
from rag.ranking.settled import dated
from rag.ranking.weights import log_odds, probability, weighted
from rag.types import Evidence

FILE = Path(__file__).parent / "spans.json"
"""``choose``: weights of what is known of words; ``sure``: of what is known of the best; ``least``: the probability
from which they are given, by what is asked for. Fitted on questions of our own (training/spans.py)."""

OFFERING, RIVALS = 3, 6
"""Sentences whose words may be given, and sentences that may speak against them."""

_MOST, _WIDEST = 6.0, 2.0  # what is further ahead than that tells no more
_UNTIL = r"jusqu'(?:au?|en|a la)|until|till|up to"
_BOUNDS = tuple(
    (re.compile(rf"\b(?:{asks})"), re.compile(rf"\b(?:{says})\s+(?:\w+di |l[ae] |the )?$"))
    for asks, says in (
        (r"until|till\b|up to what|jusqu'a", rf"{_UNTIL}|to|au?|et|and"),
        (r"since (?:when|what|which)|depuis (?:quand|quel)", r"since|depuis(?: l[ea])?"),
        (r"from (?:when|what|which)|a partir d|des qu(?:and|el)", r"from|a partir d[ue](?: la)?|des|depuis|du|entre"),
        (r"by (?:when|what|which)|d'ici", r"by|before|avant|d'ici(?: a| la| le)*"),
    )
)
_LONG = 3.0  # twenty years
_NEVER = 1e-4  # a probability beyond which nothing more is told
_BEFORE = 25  # characters before a time among which "until" or "since" stands


@dataclass(frozen=True, slots=True)
class Option:
    """What may be said of the ``place``-th sentence, from 0, and what is known of it."""

    place: int
    saying: Saying
    known: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Answering:
    """The likeliest option, what is known of it beside the others, and the probability that it answers."""

    option: Option
    known: Mapping[str, float]
    probability: float


def span_in(asked: Asked, ranked: Sequence[Evidence], read: ReadHits) -> tuple[int, tuple[int, int]] | None:
    """The words that answer, as place of their sentence and offsets into its article's text; None where unclear.

    Args:
        asked: the question.
        ranked: sentences, best first.
        read: reads passages with the question before them.
    """
    options = options_of(asked, ranked, read)
    found = likeliest(asked, options)
    if found is None or found.probability < _weights()["least"][kind_of(asked)] or _contradicted(found.option, options):
        return None
    item, words = ranked[found.option.place], found.option.saying.candidate
    if is_amiss(asked, item, words.start, words.end, found.option.known["fit"]):
        return None
    return found.option.place, (item.sentence.start + words.start, item.sentence.start + words.end)


def _contradicted(option: Option, options: Sequence[Option]) -> bool:
    """Whether a better sentence says something else that fits as well: then neither is sure."""
    said = fold(option.saying.text)
    others = (
        other
        for other in options
        if other.place < option.place and said not in (own := fold(other.saying.text)) and own not in said
    )
    return any(other.known["fit"] >= option.known["fit"] for other in others)


def kind_of(asked: Asked) -> str:
    """Whether an ``amount``, a ``time`` or a ``name`` is asked for."""
    return {"when": "time", "who": "name", "where": "name"}.get(asked.question.kind, "amount")


def likeliest(
    asked: Asked, options: Sequence[Option], weigh: Mapping[str, Mapping[str, float]] | None = None
) -> Answering | None:
    """The likeliest option, sure or not; None where there is none. ``weigh`` for other weights than the committed."""
    if not options:
        return None
    weigh = weigh or _weights()
    scored = sorted(
        ((weighted(option.known, weigh["choose"]), option) for option in options), key=lambda pair: -pair[0]
    )
    score, best = scored[0]
    other = next((value for value, option in scored if option.saying.text != best.saying.text), -math.inf)
    beside = {
        option.saying.text
        for option in options
        if option.place == best.place and option.known["fit"] >= best.known["fit"]
    }
    known = {
        "score": score,
        "margin": min(_MOST, score - other),
        "ahead": best.known["ahead"],
        "others": min(3.0, len(beside) - 1),
        "bound": best.known["bound"],
        "gone": best.known["gone"],
        "first_alone": float(best.known["alone"] >= max(option.known["alone"] for option in options)),
        "is_time": float(kind_of(asked) == "time"),
        "is_name": float(kind_of(asked) == "name"),
        "bias": 1.0,
    }
    return Answering(best, known, probability(weighted(known, weigh["sure"])))


def options_of(asked: Asked, ranked: Sequence[Evidence], read: ReadHits) -> list[Option]:
    """What may be said of the first sentences, with what is known of it; their passages are read where there is any.

    Known are ``score``: logit of the sentence, against the best; ``top``: whether it is the best; ``ahead``: its logit
    against the best sentence that says something else; ``within``, ``alone``: the reader's logit of the words, in the
    passage and in the sentence alone; ``peak``: against its likeliest words there; ``fit``, ``fits``: how well they fit
    what is asked for, and whether they do; ``tied``: what is asked about near them; ``again``: whether another sentence
    says it; ``bound``: 1 where they are said to be the "until" or "since" asked for, -1 where they are not; ``gone``:
    how long ago the day is that they are.
    """
    near = ranked[:RIVALS]
    found = [sayings(asked.question, item) for item in near]
    first = [(place, near[place]) for place in range(min(OFFERING, len(near))) if found[place]]
    whole = [item.hit for _, item in first]
    alone = [by_itself(item) for _, item in first]
    readings = [*read(whole), *read(alone)]
    if not all(readings):
        return []
    options = []
    for n, (place, item) in enumerate(first):
        reading = readings[n][item.hit.passage.sentences.index(item.sentence)]
        options += _options(asked, near, found, place, reading, readings[len(first) + n][0])
    return options


def _options(
    asked: Asked,
    near: Sequence[Evidence],
    found: Sequence[Sequence[Saying]],
    place: int,
    reading: Reading,
    alone: Reading,
) -> list[Option]:
    item = near[place]
    language = item.hit.article.language
    words = asked.words.get(language, ())
    (matched,) = match_all(words, [item.sentence.text], language)
    weigh = np.array([word.weight for word in words]) * (1 - dated(item.hit.article, words))
    peak = reading.peak()
    logits = [log_odds(other.score, _NEVER) for other in near]
    options = []
    for saying in found[place]:
        at = saying.candidate
        own = fold(item.sentence.text[at.start : at.end])
        agree = [any(other.text == saying.text for other in row) for row in found]
        rival = max(
            (
                logit
                for logit, other, agrees in zip(logits, near, agree, strict=True)
                if not agrees and own not in fold(other.sentence.text)
            ),
            default=-4.0,
        )
        within = reading.within(at.start, at.end)
        known = {
            "score": logits[place] - logits[0],
            "top": float(place == 0),
            "ahead": _clipped(logits[place] - rival, _WIDEST),
            "within": max(-4.0, min(_MOST, within)),
            "alone": max(-4.0, min(_MOST, alone.within(at.start, at.end))),
            "peak": max(-_MOST, within - peak) if peak > UNREAD else 0.0,
            "fit": at.fit,
            "fits": float(at.fit >= 1.0),
            "tied": tie(at, matched, weigh),
            "again": float(sum(agree) > 1),
            "bound": _bound(asked, item.sentence.text[: at.start]),
            "gone": _gone(saying, item),
        }
        options.append(Option(place, saying, known))
    return options


def _bound(asked: Asked, before: str) -> float:
    """Whether a time stands behind the "until", "since", "from" or "by" that is asked for; 0 where none is."""
    question = fold(asked.question.text)
    says = next((says for asks, says in _BOUNDS if asks.search(question)), None)
    if asked.question.kind != "when" or says is None:
        return 0.0
    return 1.0 if says.search(fold(before[-_BEFORE:])) else -1.0


def _gone(saying: Saying, item: Evidence) -> float:
    """How long ago a day is when its article is printed, as a logarithm of years: news seldom tells of long ago."""
    day, published = saying.figure.date_to if saying.figure else None, item.hit.article.published
    if day is None or published is None:
        return 0.0
    return min(_LONG, math.log1p(max(0.0, (published - day).days / 365)))


def _clipped(value: float, most: float) -> float:
    return max(-most, min(most, value))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    values: dict[str, dict[str, float]] = json.loads(FILE.read_text(encoding="utf-8"))
    return values
