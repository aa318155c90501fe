"""Passages to sentences with a probability that each answers the question.

Knows where the features come from and remembers what it has read. Does not know indexes, nor what is done with the
scores.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.ranking.asked import Asked
from rag.ranking.kinds import expected
from rag.ranking.sentences import FEATURES, sentence_features
from rag.ranking.weights import Weights, probability, weighted, weights
from rag.types import Hit, Sentence

_OF_PASSAGE = ("place", "order")  # what a sentence owes to its passage's rank
_KEPT = 400  # passages remembered; a question reads about a dozen


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence, the probability that it answers, and the features that gave it.

    ``merit`` is the part of the logit that is the sentence's own, without the rank of its passage.
    """

    sentence: Sentence
    probability: float
    features: Mapping[str, float]
    merit: float


class SentenceScorer:
    """Scores the sentences of passages. Not safe for several threads at once; cheap to make."""

    def __init__(self, weigh: Weights | None = None) -> None:
        """Score with the committed weights, or with others to try them."""
        self._weigh = weigh or weights()
        self._read: OrderedDict[tuple[str, str, str], list[Scored]] = OrderedDict()

    def score(self, asked: Asked, hits: Sequence[Hit]) -> list[list[Scored]]:
        """For each hit its sentences in order of the text, scored. What was read for this question is remembered."""
        keys = [(asked.question.text, hit.passage.id, hit.passage.text) for hit in hits]
        if any(key not in self._read for key in keys):
            for key, scored in zip(keys, self._scored(asked, hits), strict=True):
                self._read.setdefault(key, scored)
        result = [self._read[key] for key in keys]
        while len(self._read) > _KEPT:
            self._read.popitem(last=False)
        return result

    def _scored(self, asked: Asked, hits: Sequence[Hit]) -> list[list[Scored]]:
        best = max(hit.score for hit in hits)
        wants = {language: expected(asked.question, language) for language in {h.article.language for h in hits}}
        result = []
        for hit, row in zip(hits, sentence_features(hits, asked.words, wants), strict=True):
            place = {"place": max(0.0, 1 - (best - hit.score))}
            scored = []
            for sentence, found in zip(hit.passage.sentences, row, strict=True):
                values = {name: float(getattr(found, name)) for name in FEATURES} | place
                logit = self._weigh.sentence.get("bias", 0.0) + weighted(values, self._weigh.sentence)
                outside = sum(self._weigh.sentence.get(name, 0.0) * values[name] for name in _OF_PASSAGE)
                scored.append(Scored(sentence, probability(logit), values, logit - outside))
            result.append(scored)
        return result
