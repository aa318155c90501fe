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
    found = passage_features(hits, {}, {}, ())
    assert [item.near for item in found] == pytest.approx([1.0, 1.0, 0.5])
    assert [item.lexical for item in found] == pytest.approx([1.0, 1.0, 0.5])


def saying(article: str, text: str, lexical: float, language: str) -> Hit:
    return hit_of(ArticleInfo(article, language=language), text, dense=0.5, lexical=lexical)


def test_the_best_of_a_language_that_says_little_counts_little() -> None:
    question = "How much does the Millau viaduct cost?"
    words = {language: wanted(question, "en", language) for language in ("en", "fr")}
    french = saying("a", "Le viaduc de Millau a coûté cher.", 9.0, "fr")
    english = saying("b", "Masks cost more than they did.", 9.0, "en")
    told, little = passage_features([french, english], words, {}, ())
    assert told.lexical == 1.0
    assert 0 < little.lexical < 0.5
    (alone,) = passage_features([english], words, {}, ())
    assert alone.lexical == 1.0  # one language is its own measure


def test_passages_of_one_article_support_each_other() -> None:
    hits = [hit("a", 0, 0.8, 8.0), hit("a", 1, 0.8, 4.0), hit("b", 0, 0.8, 2.0)]
    assert [item.lexical_article for item in passage_features(hits, {}, {}, ())] == pytest.approx([0.5, 1.0, 0.0])


def test_a_side_that_does_not_know_a_passage_counts_nothing() -> None:
    (found,) = passage_features([hit("a", 0, None, None)], {}, {}, ())
    assert (found.dense, found.near, found.lexical) == (0.0, 0.0, 0.0)


def test_the_title_is_covered() -> None:
    words = {"en": wanted("the bridge of Millau", "en", "en")}
    (found,) = passage_features([hit("a", 0, 0.5, 1.0)], words, {"a": frozenset({"millau"})}, ())
    assert 0 < found.title < 1


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
    (found,) = passage_features([hit("a", 0, 0.5, 1.0)], {}, {}, ())
    assert fused_score(found, {"near": 2.0, "lexical": 0.5, "unknown": 9.0}) == pytest.approx(2.5)
