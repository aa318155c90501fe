"""A closer look where the first sentences are about as good: what is read again, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from rag.question import analyse
from rag.ranking.closer import by_itself, closest_first
from rag.ranking.reader import Reading, default_reader
from rag.types import ArticleInfo, Evidence, Hit
from tests.found import evidence_of, hit_of

PORT = ArticleInfo("p", "The harbour", language="en")
NONE = np.zeros(0, np.float32)


def found(*scores: float, language: str = "en") -> list[Evidence]:
    hit = hit_of(
        replace(PORT, language=language), "It rained.", "The port shut at noon.", "Boats left.", "All is calm."
    )
    return [replace(item, score=score) for item, score in zip(evidence_of(hit), scores, strict=False)]


class Reads:
    """Says of sentences what it is told, and keeps what it was given."""

    def __init__(self, **logits: float) -> None:
        self.logits = {text.replace("_", " "): logit for text, logit in logits.items()}
        self.given: list[str] = []

    def __call__(self, hits: Sequence[Hit]) -> list[list[Reading]]:
        self.given += [hit.passage.text for hit in hits]
        return [
            [Reading(self.logits.get(s.text.rstrip("."), 0.0), NONE, NONE, ()) for s in hit.passage.sentences]
            for hit in hits
        ]


def texts(items: Sequence[Evidence]) -> list[str]:
    return [item.sentence.text for item in items]


def test_the_first_three_are_read_alone_and_between_their_neighbours() -> None:
    reads = Reads(The_port_shut_at_noon=4.0)
    items = found(0.5, 0.48, 0.3, 0.2)
    closer = closest_first(items, reads)
    assert texts(closer) == ["The port shut at noon.", "It rained.", "Boats left.", "All is calm."]
    assert [item.score for item in closer] == [0.5, 0.48, 0.3, 0.2]
    assert reads.given == [
        "It rained.",
        "The port shut at noon.",
        "Boats left.",
        "It rained. The port shut at noon.",
        "It rained. The port shut at noon. Boats left.",
        "The port shut at noon. Boats left. All is calm.",
    ]


@pytest.mark.parametrize(
    ("scores", "language"), [((0.5, 0.4, 0.3), "en"), ((0.5, 0.49), "de"), ((0.5,), "en"), ((), "en")]
)
def test_nothing_is_read_where_the_first_is_clear_or_the_language_was_not_learned(
    scores: tuple[float, ...], language: str
) -> None:
    reads = Reads(The_port_shut_at_noon=4.0)
    items = found(*scores, language=language)
    assert closest_first(items, reads) == items
    assert reads.given == []


def test_without_a_reading_model_the_order_stays() -> None:
    items = found(0.5, 0.49)
    assert closest_first(items, lambda hits: [[] for _ in hits]) == items


def test_a_sentence_by_itself_is_where_it_was() -> None:
    _, item, *_ = found(0.5, 0.4, 0.3)
    passage = by_itself(item).passage
    assert (passage.start, passage.end, passage.text) == (item.sentence.start, item.sentence.end, item.sentence.text)


def test_the_reading_model_tells_the_sentence_that_answers() -> None:
    reader = default_reader()
    assert reader is not None
    question = analyse("When did the port shut?")
    items = found(0.5, 0.49, 0.48)
    closer = closest_first(items, lambda hits: reader.read(question.text, hits))
    assert texts(closer)[0] == "The port shut at noon."
