"""What is known of sentences: each feature on a small article, and bounds on any."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.question import analyse
from rag.ranking.kinds import expected
from rag.ranking.sentences import SentenceFeatures, sentence_features
from rag.ranking.terms import wanted
from rag.types import ArticleInfo, Hit
from tests.found import hit_of

TEXTS = (
    "Le pont de Millau a rouvert.",
    "Les travaux ont coûté 12 millions d'euros.",
    "Le maire, âgé de 40 ans, est ravi du pont.",
)


def hit(texts: tuple[str, ...], title: str = "Un pont rouvert") -> Hit:
    return hit_of(ArticleInfo("a", title=title, language="fr", published=date(2020, 5, 1)), *texts)


def features(question: str, *hits: Hit) -> list[list[SentenceFeatures]]:
    asked = analyse(question)
    words = {"fr": wanted(asked.text, asked.language, "fr")}
    return sentence_features(hits, words, {"fr": expected(asked, "fr")})


def test_the_sentence_with_the_figure_asked_for_stands_out() -> None:
    (row,) = features("How much did the works on the Millau bridge cost in 2020?", hit(TEXTS))
    opening, answer, other = row
    assert (opening.kind, answer.kind, answer.fits, other.fits) == (0.0, 1.0, 1.0, 0.1)
    assert answer.tied > other.tied
    assert answer.detail > other.detail
    assert (opening.first, answer.first) == (1.0, 0.0)
    assert opening.here > 0 == answer.here
    assert answer.heard > 0, "the name stands in the sentence before"
    assert len({item.passage for item in row}) == len({item.names for item in row}) == 1


def test_a_word_that_all_say_tells_less_than_one_that_few_say() -> None:
    (row,) = features("pont maire", hit(("Le pont.", "Le pont du maire.", "Le pont, enfin."), title="Nouvelles"))
    assert row[1].telling > 2 * row[0].telling


def test_order_counts_passages() -> None:
    first, second = features("Quel pont ?", hit(TEXTS), hit(TEXTS))
    assert (first[0].order, second[0].order) == (1.0, 0.5)


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=3))
def test_values_are_between_0_and_1(question: str, texts: list[str]) -> None:
    for row in features(question or "?", hit(tuple(texts))):
        for item in row:
            assert all(-1e-9 <= value <= 1 + 1e-9 for value in astuple(item))


def test_no_words_in_common_is_nothing() -> None:
    (row,) = features("xylophone", hit(("Il pleut.",), title=""))
    assert row[0].said == pytest.approx(0.0)
    assert row[0].names == 1.0
