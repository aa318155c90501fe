"""Which words of the best sentence answer, where one can be sure: of all that fit, those the reading model takes.

How sure is a small logistic model over what the reader says of the words, how far they are ahead of all others, and how
far their sentence is ahead of those that say something else. Knows candidates, the reader and ranked sentences. Does
not know how sentences were ranked.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rag.language import fold
from rag.ranking.asked import Asked
from rag.ranking.kinds import Candidate, candidates, expected
from rag.ranking.matching import match_all
from rag.ranking.reader import Reading, default_reader
from rag.ranking.sentences import tie
from rag.ranking.settled import dated
from rag.ranking.weights import probability, weights
from rag.types import Evidence

FIT, TIED = 4.0, 3.0
"""Logits that a fitting candidate is ahead of one that does not, and one among words asked about of a lone one."""

MARGIN, AHEAD = 2.0, 0.3
"""Least logits by which the words must be ahead of others in the sentence, and the sentence of others."""

SURE, TAKEN = 0.4, -1.5
"""Least probability that the words answer, and least logit by which the reader takes them for it, all else apart."""

_MOST = {"within": 4.0, "margin": 4.0, "ahead": 2.0}  # what is more than that tells no more


@dataclass(frozen=True, slots=True)
class Answering:
    """The likeliest words of a sentence, what is known of them, and the probability that they answer."""

    candidate: Candidate
    known: dict[str, float]
    probability: float


def span_in(asked: Asked, ranked: Sequence[Evidence], threads: int = 0) -> tuple[int, int] | None:
    """The words of the first sentence that answer, as offsets into the article's text; None where it is not clear.

    Args:
        asked: the question.
        ranked: sentences, best first.
        threads: for the reader; 0 for one a core.
    """
    found = likeliest(asked, ranked, threads)
    if found is None or found.candidate.fit < 1.0 or found.probability < SURE:
        return None
    if found.known["margin"] < MARGIN or found.known["ahead"] < AHEAD or found.known["within"] < TAKEN:
        return None
    start = ranked[0].sentence.start
    return start + found.candidate.start, start + found.candidate.end


def likeliest(asked: Asked, ranked: Sequence[Evidence], threads: int = 0) -> Answering | None:
    """The words of the first sentence likeliest to answer, sure or not; None where nothing in it fits the question.

    The sentence's passage is read once, and only where there are candidates.
    """
    best = ranked[0]
    language = best.hit.article.language
    options = candidates(expected(asked.question, language), best.sentence.text, language)
    reader = default_reader(threads) if options else None
    if reader is None:
        return None
    (readings,) = reader.read(asked.question.text, [best.hit.passage])
    reading = readings[best.hit.passage.sentences.index(best.sentence)]
    scored = _scored(asked, best, options, reading)
    score, option = scored[0]
    text = _said(best, option)
    other = next((value for value, item in scored[1:] if _said(best, item) != text), -math.inf)
    rival = next((item.score for item in ranked[1:] if text not in fold(item.sentence.text)), 0.0)
    known = {
        "within": max(-4.0, reading.within(option.start, option.end)),
        "margin": score - other,
        "logit": _logit(best.score),
        "ahead": _logit(best.score) - _logit(rival),
        "is_name": float(asked.question.kind in ("who", "where")),
    }
    weigh = weights().answer
    told = sum(weigh.get(name, 0.0) * min(value, _MOST.get(name, value)) for name, value in known.items())
    return Answering(option, known, probability(weigh.get("bias", 0.0) + told))


def _scored(
    asked: Asked, best: Evidence, options: Sequence[Candidate], reading: Reading
) -> list[tuple[float, Candidate]]:
    """The candidates with their logits, best first."""
    language = best.hit.article.language
    words = asked.words.get(language, ())
    (matched,) = match_all(words, [best.sentence.text], language)
    weigh = np.array([word.weight for word in words]) * (1 - dated(best.hit.article, words))
    found = [
        (reading.within(item.start, item.end) + FIT * item.fit + TIED * tie(item, matched, weigh), item)
        for item in options
    ]
    return sorted(found, key=lambda pair: -pair[0])


def _said(best: Evidence, option: Candidate) -> str:
    return fold(best.sentence.text[option.start : option.end])


def _logit(chance: float) -> float:
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(chance / (1 - chance))
