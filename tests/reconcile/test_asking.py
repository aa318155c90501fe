"""What the reading model says of the figures of a report."""

from __future__ import annotations

from datetime import date

import pytest

from rag.question import analyse
from rag.ranking.reader import Reading, default_reader
from rag.reconcile.asking import with_readings
from rag.reconcile.choosing import score
from rag.reconcile.reading import Candidate, Reader
from rag.reconcile.sought import sought
from rag.types import ArticleInfo, Hit
from tests.found import hit_of

QUESTION = "How many people were hurt in the Lyre station fire?"
REPORT = hit_of(
    ArticleInfo("a", "Incendie à la gare de Lyre", language="fr", published=date(2021, 3, 2)),
    "Quelque 240 voyageurs ont été évacués de la gare de Lyre.",
    "L'incendie a fait 17 blessés, dont trois pompiers.",
    dense=0.6,
)


def candidates() -> list[Candidate]:
    asked = analyse(QUESTION)
    want = sought(asked)
    assert want is not None
    return Reader(asked, want).read([REPORT])


def test_the_sentence_that_answers_is_the_surest() -> None:
    reader = default_reader(1)
    assert reader is not None
    read = with_readings(candidates(), lambda hits: reader.read(QUESTION, hits))
    by_value = {float(item.figure.value or 0): item.features["asked"] for item in read}
    assert max(by_value, key=lambda value: by_value[value]) == 17
    assert all(0.0 <= value <= 1.0 for value in by_value.values())


def test_without_a_reader_nothing_changes() -> None:
    before = candidates()
    after = with_readings(before, lambda hits: [[] for _ in hits])
    assert [score(item) for item in after] == pytest.approx([score(item) for item in before])


def test_each_passage_is_read_once() -> None:
    seen: list[Hit] = []

    def read(hits: list[Hit]) -> list[list[Reading]]:
        seen.extend(hits)
        return [[] for _ in hits]

    with_readings(candidates(), read)  # type: ignore[arg-type]
    assert seen == [REPORT]
    assert with_readings([], read) == []  # type: ignore[arg-type]
