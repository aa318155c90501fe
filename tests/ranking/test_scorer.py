"""Sentences scored: what the reader says counts where it has learned a language's news, and is told anywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from rag.question import analyse
from rag.ranking.asked import Asked
from rag.ranking.scorer import EARLY, FRONT, GAP, READ_FEATURES, SentenceScorer
from rag.ranking.story import ARTICLES
from rag.ranking.terms import wanted
from rag.ranking.weights import probability, weighted, weights
from rag.types import ArticleInfo, Hit
from tests.found import hit_of

QUESTION = "How much did the Lyre bridge cost?"
FRENCH = hit_of(
    ArticleInfo("f", "Le pont de Lyre", language="fr"), "Le pont de Lyre a coûté 12 millions d'euros.", "Il est beau."
)
ENGLISH = hit_of(
    ArticleInfo("e", "The Lyre bridge", language="en"), "The Lyre bridge cost 12 million euros.", "It is handsome."
)

GERMAN = hit_of(
    ArticleInfo("g", "Die Lyre-Brücke", language="de"), "The Lyre bridge cost 12 million euros.", "It is handsome."
)


def asked() -> Asked:
    words = {language: wanted(QUESTION, "en", language) for language in ("en", "fr", "de")}
    return Asked(analyse(QUESTION), np.zeros(4, np.float32), words, ())


@pytest.mark.parametrize("hit", [FRENCH, ENGLISH, GERMAN])
@pytest.mark.parametrize("reads", [True, False])
def test_what_is_read_and_what_is_not_have_weights_of_their_own(hit: Hit, reads: bool) -> None:
    weigh = weights().sentence if reads and hit is not GERMAN else weights().unread
    (found,) = SentenceScorer(replace(weights(), reads=reads), threads=1).score(asked(), [hit])
    assert found[0].probability > found[1].probability
    for item in found:
        assert (set(READ_FEATURES) <= set(item.features)) == reads
        assert item.probability == pytest.approx(probability(weigh["bias"] + weighted(item.features, weigh)))


def test_what_is_read_is_remembered_and_not_read_where_nothing_counts() -> None:
    scorer = SentenceScorer(threads=1)
    first, again = (scorer.readings(asked(), [FRENCH])[0] for _ in range(2))
    assert first is again
    assert first[0].score > first[1].score
    deaf = SentenceScorer(replace(weights(), reads=False), threads=1)
    assert not set(READ_FEATURES) & set(deaf.score(asked(), [FRENCH])[0][0].features)


def test_passages_far_behind_a_likely_answer_are_left_unread() -> None:
    others = [
        replace(hit_of(ArticleInfo(f"o{n}", "La mer", language="fr"), "La mer est calme."), score=0.9 - n / 100)
        for n in range(FRONT)
    ]
    near = [FRENCH, *others]
    scorer = SentenceScorer(threads=1)
    assert all(scorer.score(asked(), near))
    far = [*near[:-1], replace(near[-1], score=FRENCH.score - GAP)]
    scorer = SentenceScorer(threads=1)
    assert [bool(row) for row in scorer.score(asked(), far)] == [True] * FRONT + [False]
    farther = [*near[:EARLY], *(replace(hit, score=FRENCH.score - GAP) for hit in near[EARLY:])]
    assert [bool(row) for row in SentenceScorer(threads=1).score(asked(), farther)] == [True] * EARLY + [False] * 3
    assert all(scorer.score(asked(), far[FRONT:])), "asked for by itself it is read"
    thorough = SentenceScorer(replace(weights(), sure=2.0), threads=1)
    assert all(thorough.score(asked(), far))
    unlikely = [replace(hit, score=1 - n / 10) for n, hit in enumerate([*others, others[0]])]
    assert all(SentenceScorer(threads=1).score(asked(), unlikely))


def test_spare_passages_are_read_where_many_articles_tell_of_what_is_asked_and_they_do() -> None:
    aside = hit_of(ArticleInfo("s", "La mer", language="fr"), "La mer est calme.")
    other = hit_of(ArticleInfo("t", "Lyre", language="fr"), "Le pont de Lyre aura coûté cher.")
    few = SentenceScorer(threads=1).score(asked(), [FRENCH], spare=[aside, other])
    assert [bool(row) for row in few] == [True, False, False]
    several = [
        replace(
            FRENCH, article=replace(FRENCH.article, id=f"f{n}"), passage=replace(FRENCH.passage, article_id=f"f{n}")
        )
        for n in range(ARTICLES)
    ]
    scorer = SentenceScorer(threads=1)
    many = scorer.score(asked(), several, spare=[aside, other])
    assert [bool(row) for row in many] == [True] * ARTICLES + [False, True]
    (alone,) = scorer.score(asked(), [other])
    assert alone == SentenceScorer(threads=1).score(asked(), [other])[0], "nothing is left of what was beside it"


def test_a_passage_is_read_again_where_another_title_or_day_stands_above_it() -> None:
    scorer = SentenceScorer(threads=1)
    later = replace(FRENCH, article=replace(FRENCH.article, published=date(2021, 5, 4)))
    retitled = replace(FRENCH, passage=replace(FRENCH.passage, context="Un autre titre"))
    scorer.readings(asked(), [FRENCH])
    for hit in (later, retitled):
        (known,), (anew,) = scorer.readings(asked(), [hit]), SentenceScorer(threads=1).readings(asked(), [hit])
        assert [reading.score for reading in known] == [reading.score for reading in anew]
