"""Candidates of both sides fused, and how title and time count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.question import When
from rag.ranking.fusion import agreement, fused_score, passage_features
from rag.ranking.terms import wanted
from rag.types import ArticleInfo, Hit
from tests.found import hit_of


def hit(article: str, ordinal: int, dense: float | None, lexical: float | None, language: str = "en") -> Hit:
    made = hit_of(ArticleInfo(article, language=language), "Text", dense=dense, lexical=lexical)
    return replace(made, passage=replace(made.passage, ordinal=ordinal))


def test_each_language_is_measured_against_its_own_best() -> None:
    hits = [hit("a", 0, 0.8, 10.0, "en"), hit("b", 0, 0.5, 2.0, "fr"), hit("c", 0, 0.35, 1.0, "fr")]
    found = passage_features(hits, {}, ())
    assert [item.near for item in found] == pytest.approx([1.0, 1.0, 0.5])
    assert [item.lexical for item in found] == pytest.approx([1.0, 1.0, 0.5])


def saying(article: str, text: str, lexical: float, language: str) -> Hit:
    return hit_of(ArticleInfo(article, language=language), text, dense=0.5, lexical=lexical)


def test_the_best_of_a_language_that_says_little_counts_little() -> None:
    question = "How much does the Millau viaduct cost?"
    words = {language: wanted(question, "en", language) for language in ("en", "fr")}
    french = saying("a", "Le viaduc de Millau a coûté cher.", 9.0, "fr")
    english = saying("b", "Masks cost more than they did.", 9.0, "en")
    told, little = passage_features([french, english], words, ())
    assert told.lexical == 1.0
    assert 0 < little.lexical < 0.5
    (alone,) = passage_features([english], words, ())
    assert alone.lexical == 1.0  # one language is its own measure


def test_passages_of_one_article_support_each_other() -> None:
    hits = [hit("a", 0, 0.8, 8.0), hit("a", 1, 0.8, 4.0), hit("b", 0, 0.8, 2.0)]
    assert [item.lexical_article for item in passage_features(hits, {}, ())] == pytest.approx([0.5, 1.0, 0.0])


def test_a_side_that_does_not_know_a_passage_counts_nothing() -> None:
    (found,) = passage_features([hit("a", 0, None, None)], {}, ())
    assert (found.dense, found.near, found.lexical) == (0.0, 0.0, 0.0)


def test_what_passage_and_article_say_of_the_question() -> None:
    words = {"en": wanted("the bridge of Millau", "en", "en")}
    ordinal = replace(saying("a", "It opened in 2004.", 1.0, "en").passage, ordinal=1)
    hits = [
        saying("a", "The bridge of Millau is high.", 2.0, "en"),
        replace(saying("a", "It opened in 2004.", 1.0, "en"), passage=ordinal),
        saying("b", "A bridge in Paris.", 1.0, "en"),
    ]
    found = passage_features(hits, words, ())
    assert [item.cover for item in found[:2]] == [1.0, 0.0]
    assert 0 < found[2].cover < 1
    assert [item.cover_article for item in found[:2]] == [1.0, 1.0]
    assert [item.names_article for item in found] == [1.0, 1.0, 0.0]


def test_far_candidates_are_not_looked_at() -> None:
    words = {"en": wanted("the bridge of Millau", "en", "en")}
    near = [saying(f"a{n}", "The bridge of Millau is high.", 2.0, "en") for n in range(40)]
    found = passage_features([saying("far", "The bridge of Millau is high.", 1.0, "en"), *near], words, ())
    assert [item.cover for item in found] == [0.0, *[1.0] * 40]


@pytest.mark.parametrize(
    ("times", "published", "value"),
    [
        ((), date(2020, 5, 1), 0.0),
        ((When(2020, (5,)),), None, 0.0),
        ((When(2020, (5,)),), date(2020, 5, 31), 1.0),
        ((When(2020, (5,)),), date(2020, 6, 1), 0.7),
        ((When(2020, (5,)),), date(2022, 6, 1), -0.3),
        ((When(2020, (5,)),), date(2020, 4, 1), 0.0),
        ((When(2020, (5,)),), date(2019, 4, 1), -1.0),
        ((When(2020),), date(2020, 1, 1), 0.5),
        ((When(2020),), date(2017, 1, 1), -0.5),
        ((When(2016), When(2020, (5,))), date(2020, 5, 3), 1.0),
    ],
)
def test_agreement_of_times(times: tuple[When, ...], published: date | None, value: float) -> None:
    assert agreement(times, published) == value


def test_fused_score_is_the_weighted_sum() -> None:
    (found,) = passage_features([hit("a", 0, 0.5, 1.0)], {}, ())
    assert fused_score(found, {"near": 2.0, "lexical": 0.5, "unknown": 9.0}) == pytest.approx(2.5)
