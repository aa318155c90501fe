"""What a search read is told again of the hits that it returned, and of no others."""

from __future__ import annotations

from dataclasses import replace

from rag.question import analyse
from rag.ranking.scorer import Scored
from rag.ranking.searches import Searches
from rag.types import ArticleInfo, Hit
from tests.found import hit_of

QUESTION = analyse("How much did the Lyre bridge cost?")
HITS = [
    replace(
        hit_of(ArticleInfo(f"a{n}", "Lyre", language="en"), f"The bridge cost {n} euros."), score=0.9 - n / 10, rank=n
    )
    for n in (1, 2, 3)
]


def rows(hits: list[Hit], likely: float) -> list[tuple[Hit, list[Scored]]]:
    return [(hit, [Scored(hit.passage.sentences[0], likely, {}, 0.0)]) for hit in hits]


def test_the_newest_search_that_returned_the_hits_tells() -> None:
    searches = Searches()
    assert searches.sentences(QUESTION, HITS) is None
    searches.keep(QUESTION, rows(HITS, 0.1))
    searches.keep(QUESTION, rows(HITS[:2], 0.2))
    found = searches.sentences(QUESTION, [HITS[1], replace(HITS[0], rank=7)])
    assert found is not None and [row[0].probability for row in found] == [0.2, 0.2]
    found = searches.sentences(QUESTION, HITS)
    assert found is not None and [row[0].probability for row in found] == [0.1] * 3


def test_other_questions_other_hits_and_what_was_left_unread_are_scored_anew() -> None:
    searches = Searches()
    searches.keep(QUESTION, [*rows(HITS[:2], 0.1), (HITS[2], [])])
    assert searches.sentences(analyse("Who built the Lyre bridge?"), HITS[:2]) is None
    assert searches.sentences(QUESTION, [replace(HITS[0], score=0.5)]) is None
    assert searches.sentences(QUESTION, HITS) is None
