"""Passages to sentences with a probability that each answers the question.

Knows where the features come from and remembers what it has read. Does not know indexes, nor what is done with the
scores.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from rag.encoders import Encoder
from rag.ranking.asked import Asked
from rag.ranking.sentences import sentence_features
from rag.ranking.weights import probability, weights
from rag.types import Hit, Sentence

_KEPT = 400  # passages remembered; a question reads about a dozen


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence, the probability that it answers, and the features that gave it."""

    sentence: Sentence
    probability: float
    features: Mapping[str, float]


class SentenceScorer:
    """Scores the sentences of passages. Not safe for several threads at once; cheap to make."""

    def __init__(self, encoder: Encoder, threads: int = 0) -> None:
        self._encoder = encoder
        self._threads = threads
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
        similar = self._similar(asked, hits)
        return [
            [
                self._made(sentence, asdict(features) | {"place": max(0.0, 1 - (best - hit.score)), "similar": near})
                for sentence, features, near in zip(
                    hit.passage.sentences, sentence_features(asked.question, hit, asked.words), row, strict=True
                )
            ]
            for hit, row in zip(hits, similar, strict=True)
        ]

    def _made(self, sentence: Sentence, features: Mapping[str, float]) -> Scored:
        weigh = weights().sentence
        logit = weigh.get("bias", 0.0) + sum(weigh.get(name, 0.0) * value for name, value in features.items())
        return Scored(sentence, probability(logit), features)

    def _similar(self, asked: Asked, hits: Sequence[Hit]) -> list[list[float]]:
        """Cosine of each sentence with the question; zeros where the weights make nothing of it."""
        if not weights().sentence.get("similar"):
            return [[0.0] * len(hit.passage.sentences) for hit in hits]
        texts = [sentence.text for hit in hits for sentence in hit.passage.sentences]
        cosines = iter((self._encoder.encode_passages(texts) @ asked.vector).tolist() if texts else [])
        return [[next(cosines) for _ in hit.passage.sentences] for hit in hits]
