"""Passages to sentences with a probability that each answers the question.

Knows where the features come from, has the passages read by the reading model, and remembers what that says. Does not
know indexes, nor what is done with the scores.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.ranking.asked import Asked
from rag.ranking.kept import Kept
from rag.ranking.kinds import expected
from rag.ranking.reader import Reading, default_reader, headed
from rag.ranking.sentences import FEATURES, sentence_features
from rag.ranking.story import tells, told_by_many
from rag.ranking.weights import Weights, probability, weighted, weights
from rag.types import Hit, Sentence

_OF_PASSAGE = ("place", "order")  # what a sentence owes to its passage's rank
_KEPT = 400  # passages remembered; a question reads about a dozen
LEARNED = frozenset({"en", "fr"})  # languages of whose news the reader has seen enough: elsewhere it ranks nothing
_SURE = 6.0  # a logit of the reader's beyond which nothing more is told

EARLY = 4
FRONT = 6
"""Passages after which reading stops where the next one is far behind and a sentence of these is likely to answer."""

_FITTING = 0.5  # how well a sentence must hold the kind of figure, day or name asked for, to be likely
GAP = 0.6
"""How far the next passage must be behind the first, in score, to leave it and all behind it unread where a sentence is
likely enough (``Weights.sure``). Of 1,424 questions kept from training two fewer are answered than with six passages
always read, and of 352 short answers eight right and five wrong ones are not given, since fewer passages agree."""

READ_FEATURES = ("read", "share", "span")
"""What the reading model says of a sentence: ``read``: the logit that it answers, against "nothing here does";
``share``: how much of all that is said for the sentences read, and for none of them, is said for it, 0 to 1; ``span``:
the logit of its likeliest words. Each a sixth of the logit, where it is one."""


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
    """Scores the sentences of passages, each among those given with it. Safe for several threads; cheap to make."""

    def __init__(self, weigh: Weights | None = None, threads: int = 0) -> None:
        """Score with the committed weights, or with others to try them; ``threads`` of the reader, 0: one a core."""
        self._weigh = weigh or weights()
        self._threads = threads
        self._readings: Kept[tuple[str, ...], list[Reading]] = Kept(_KEPT)

    def score(self, asked: Asked, hits: Sequence[Hit], spare: Sequence[Hit] = ()) -> list[list[Scored]]:
        """For each hit its sentences in order of the text, scored.

        Hits far behind the first have none where a sentence of the ``EARLY`` or ``FRONT`` first is likely to answer:
        they are not read.
        ``spare`` hits, which come after the others, have some only where many articles tell of what is asked, and they
        do: there the order of passages tells little.
        """
        if not hits:
            return []
        known = self._known(asked, hits)
        for front in (EARLY, FRONT):
            if len(hits) <= front or hits[0].score - hits[front].score < GAP:
                continue
            rows = self._weighed(asked, hits[:front], known[:front])
            if self._is_likely(max((item for row in rows for item in row), key=lambda s: s.probability)):
                return rows + [[] for _ in (*hits[front:], *spare)]
        if spare and told_by_many(_said(hits, known)):
            return self._with_spare(asked, hits, spare)
        return self._weighed(asked, hits, known) + [[] for _ in spare]

    def readings(self, asked: Asked, hits: Sequence[Hit]) -> list[list[Reading]]:
        """For each hit what the reading model says of its sentences; empty lists where there is no such model.

        It is remembered: it depends on the question and the passage alone.
        """
        reader = default_reader(self._threads)
        if reader is None:
            return [[] for _ in hits]
        keys = [_key(asked, hit) for hit in hits]
        found = {key: known for key in keys if (known := self._readings.get(key)) is not None}
        new = {key: hit for key, hit in zip(keys, hits, strict=True) if key not in found}
        for key, said in zip(new, reader.read(asked.question.text, list(new.values())), strict=True):
            found[key] = said
            self._readings.put(key, said)
        return [found[key] for key in keys]

    def _with_spare(self, asked: Asked, hits: Sequence[Hit], spare: Sequence[Hit]) -> list[list[Scored]]:
        """All hits scored, and of the spare ones those of which a sentence tells of what is asked."""
        every = [*hits, *spare]
        known = self._known(asked, every)
        chosen = [n for n in range(len(every)) if n < len(hits) or any(tells(found["meant"]) for found in known[n])]
        rows = self._weighed(asked, [every[n] for n in chosen], [known[n] for n in chosen])
        scored = dict(zip(chosen, rows, strict=True))
        return [scored.get(n, []) for n in range(len(every))]

    def _known(self, asked: Asked, hits: Sequence[Hit]) -> list[list[dict[str, float]]]:
        """What is known of each sentence without reading it."""
        best = max(hit.score for hit in hits)
        wants = {language: expected(asked.question, language) for language in {h.article.language for h in hits}}
        return [
            [
                {name: float(getattr(found, name)) for name in FEATURES} | {"place": max(0.0, 1 - (best - hit.score))}
                for found in row
            ]
            for hit, row in zip(hits, sentence_features(hits, asked.words, wants), strict=True)
        ]

    def _is_likely(self, best: Scored) -> bool:
        return best.probability >= self._weigh.sure and best.features["fits"] >= _FITTING

    def _weighed(
        self, asked: Asked, hits: Sequence[Hit], known: Sequence[Sequence[Mapping[str, float]]]
    ) -> list[list[Scored]]:
        """The sentences of these passages, read where there is a reader, with the weights of their language."""
        readings = self.readings(asked, hits) if self._weigh.reads else [[] for _ in hits]
        result = []
        for hit, row, read in zip(hits, known, _read(readings), strict=True):
            weigh = self._weigh.sentence if read and hit.article.language in LEARNED else self._weigh.unread
            scored = []
            for n, (sentence, found) in enumerate(zip(hit.passage.sentences, row, strict=True)):
                values = {**found, **(read[n] if read else {})}
                logit = weigh.get("bias", 0.0) + weighted(values, weigh)
                outside = sum(weigh.get(name, 0.0) * values[name] for name in _OF_PASSAGE)
                scored.append(Scored(sentence, probability(logit), values, logit - outside))
            result.append(scored)
        return result


def _key(asked: Asked, hit: Hit) -> tuple[str, ...]:
    """All that the reader is given."""
    return asked.question.text, headed(hit), *(sentence.text for sentence in hit.passage.sentences)


def _said(hits: Sequence[Hit], known: Sequence[Sequence[Mapping[str, float]]]) -> Iterator[tuple[str, float]]:
    """By sentence its article, and how much of the question it says."""
    return ((hit.article.id, found["meant"]) for hit, row in zip(hits, known, strict=True) for found in row)


def _read(readings: Sequence[Sequence[Reading]]) -> list[list[dict[str, float]]]:
    """What the reader says of each sentence of each passage, as features."""
    total = 1.0 + sum(math.exp(_bounded(reading.score)) for row in readings for reading in row)
    return [
        [
            {
                "read": _bounded(reading.score) / _SURE,
                "share": math.exp(_bounded(reading.score)) / total,
                "span": _bounded(reading.peak()) / _SURE,
            }
            for reading in row
        ]
        for row in readings
    ]


def _bounded(logit: float) -> float:
    return max(-_SURE, min(_SURE, logit))
