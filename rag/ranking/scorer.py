"""Passages to sentences with a probability that each answers the question.

Knows where the features come from and remembers what it has read. Does not know indexes, nor what is done with the
scores.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.ranking.asked import Asked
from rag.ranking.kinds import Expected, candidates, expected
from rag.ranking.reader import Reading, default_reader
from rag.ranking.sentences import FEATURES, sentence_features
from rag.ranking.weights import Weights, probability, weights
from rag.types import Hit, Sentence

_KEPT = 400  # passages remembered; a question reads about a dozen
FIT = 4.0  # logits that a fitting candidate is ahead of one that does not fit at all
MARGIN = 1.5  # logits by which the words that answer must be ahead of all others


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence, the probability that it answers, the features behind it, and the words that answer, if clear.

    ``span`` are half-open offsets into the article's text.
    """

    sentence: Sentence
    probability: float
    features: Mapping[str, float]
    span: tuple[int, int] | None = None


class SentenceScorer:
    """Scores the sentences of passages. Not safe for several threads at once; cheap to make."""

    def __init__(self, threads: int = 0, weigh: Weights | None = None) -> None:
        """Score with the committed weights, or with others to try them."""
        self._threads = threads
        self._weigh = weigh or weights()
        self._read: OrderedDict[tuple[str, str, str], list[Scored]] = OrderedDict()

    def score(self, asked: Asked, hits: Sequence[Hit]) -> list[list[Scored]]:
        """For each hit its sentences in order of the text, scored. What was read for this question is remembered."""
        best = max((hit.score for hit in hits), default=0.0)
        keys = [(asked.question.text, hit.passage.id, hit.passage.text) for hit in hits]
        fresh = [hit for hit, key in zip(hits, keys, strict=True) if key not in self._read]
        for hit, scored in zip(fresh, self._scored(asked, fresh, best), strict=True):
            self._read[asked.question.text, hit.passage.id, hit.passage.text] = scored
        result = [self._read[key] for key in keys]
        while len(self._read) > _KEPT:
            self._read.popitem(last=False)
        return result

    def _scored(self, asked: Asked, hits: Sequence[Hit], best: float) -> list[list[Scored]]:
        readings = self._readings(asked, hits)
        return [self._of_hit(asked, hit, row, best) for hit, row in zip(hits, readings, strict=True)]

    def _of_hit(self, asked: Asked, hit: Hit, readings: Sequence[Reading | None], best: float) -> list[Scored]:
        want = expected(asked.question, hit.article.language)
        features = sentence_features(hit, asked.words, want)
        place = max(0.0, 1 - (best - hit.score))
        known = [item.score for item in readings if item is not None]
        others = log_sum([0.0, *known])  # all sentences of the passage, and that none of them answers
        scored = []
        for sentence, found, reading in zip(hit.passage.sentences, features, readings, strict=True):
            values = {name: float(getattr(found, name)) for name in FEATURES} | {
                "place": place,
                "dense": hit.dense_score or 0.0,
            }
            if reading is not None:
                values |= {"reader": clipped(reading.score), "reader_share": clipped(reading.score - others)}
            span = best_span(want, sentence, reading, hit.article.language) if reading else None
            scored.append(Scored(sentence, probability(_logit(values, self._weigh.sentence)), values, span))
        return scored

    def _readings(self, asked: Asked, hits: Sequence[Hit]) -> list[Sequence[Reading | None]]:
        """What the reader says of each sentence; None where there is no reader."""
        reader = default_reader(self._threads) if self._weigh.reads else None
        if reader is None:
            return [[None] * len(hit.passage.sentences) for hit in hits]
        return list(reader.read(asked.question.text, [hit.passage for hit in hits]))


def best_span(want: Expected, sentence: Sentence, reading: Reading, language: str) -> tuple[int, int] | None:
    """The candidate the reader takes for the answer, where it fits and no other comes near; offsets into the text."""
    found = sorted(
        (
            (reading.within(item.start, item.end) + FIT * item.fit, item)
            for item in candidates(want, sentence.text, language)
        ),
        key=lambda pair: -pair[0],
    )
    if not found or found[0][1].fit < 1.0 or (len(found) > 1 and found[0][0] - found[1][0] < MARGIN):
        return None
    best = found[0][1]
    return sentence.start + best.start, sentence.start + best.end


def clipped(logit: float) -> float:
    """A logit of the reader, within bounds that the mix was fitted on."""
    return max(-10.0, min(10.0, logit))


def log_sum(values: Sequence[float]) -> float:
    """Logarithm of the sum of exponentials."""
    top = max(values)
    return top + math.log(sum(math.exp(value - top) for value in values))


def _logit(values: Mapping[str, float], weigh: Mapping[str, float]) -> float:
    return weigh.get("bias", 0.0) + sum(weigh.get(name, 0.0) * value for name, value in values.items())
