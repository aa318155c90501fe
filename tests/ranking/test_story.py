"""Which sentences come first where many articles tell of what is asked: over sentences of our own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.question import analyse
from rag.ranking.asked import Asked, words_in
from rag.ranking.story import ARTICLES, best_told_first, told_by_many
from rag.types import ArticleInfo, Evidence
from tests.found import evidence

WHO = "Qui a mis le feu à l'église de Lyre ?"
ASIDE = "L'église de Lyre, en feu, est chère à la chanteuse Ada Brune."
DEEDS = (
    "Paul Marle est soupçonné d'avoir mis le feu à l'église de Lyre.",
    "Paul Marle a mis le feu à l'église de Lyre, selon l'enquête.",
    "Le pompier Paul Marle a avoué avoir mis le feu à l'église de Lyre.",
)


def told(*texts: str) -> list[Evidence]:
    """Each of an article of its own, the first a little likelier than the next."""
    return [
        evidence(text, ArticleInfo(f"a{number}", language="fr"), score=0.3 - number / 100)
        for number, text in enumerate(texts)
    ]


def ordered(question: str, items: list[Evidence]) -> list[Evidence]:
    asked = analyse(question)
    words = words_in(asked, sorted({item.hit.article.language for item in items}))
    return best_told_first(Asked(asked, np.zeros(4, np.float32), words, ()), items)


def texts_of(items: list[Evidence]) -> list[str]:
    return [item.sentence.text for item in items]


def test_articles_are_many_from_three_on_that_say_most_of_the_question() -> None:
    assert ARTICLES == 3
    assert told_by_many([("a", 0.6), ("b", 0.9), ("c", 1.0)])
    assert not told_by_many([("a", 0.6), ("b", 0.9), ("c", 0.5)])
    assert not told_by_many([("a", 0.9), ("b", 0.9), ("b", 1.0), ("a", 0.7)])


def test_what_the_articles_have_in_common_comes_before_an_aside() -> None:
    items = told(ASIDE, *DEEDS)
    found = ordered(WHO, items)
    assert texts_of(found)[-1] == ASIDE
    assert [item.score for item in found] == [item.score for item in items]


@pytest.mark.parametrize(
    "question", ["Comment a-t-on mis le feu à l'église de Lyre ?", "L'église de Lyre a-t-elle pris feu ?"]
)
def test_means_and_yes_or_no_are_no_likelier_for_being_told_again(question: str) -> None:
    items = told(ASIDE, *DEEDS)
    assert ordered(question, items) == items


def test_where_few_articles_tell_all_stays_as_it_is() -> None:
    items = told(ASIDE, DEEDS[0], "L'église de Lyre est fermée.")
    assert ordered(WHO, items) == items
    assert ordered(WHO, []) == []


def test_what_one_article_alone_is_asked_for_stays_first() -> None:
    items = told("Le sacristain de l'église de Lyre, Luc Ferrand, a donné l'alarme.", *DEEDS)
    assert ordered("Qui est le sacristain de l'église de Lyre ?", items) == items


@pytest.mark.parametrize(
    ("question", "language"),
    [("Pourquoi la maire de Lyre a-t-elle démissionné ?", "fr"), ("Why did the mayor of Lyre resign?", "en")],
)
def test_of_reasons_a_sentence_that_gives_one_comes_first(question: str, language: str) -> None:
    items = {
        "fr": told(
            "La maire de Lyre a démissionné lundi.",
            "La démission de la maire de Lyre a été acceptée.",
            "La maire de Lyre a démissionné à la suite d'une affaire de marchés truqués.",
        ),
        "en": told("The mayor of Lyre resigned on Monday.", "Lyre's mayor has resigned.")
        + [
            evidence(
                "The mayor of Lyre resigned amid a row over rigged bids.", ArticleInfo("e", language="en"), score=0.2
            )
        ],
    }[language]
    found = ordered(question, items)
    assert found[0].sentence.text == items[-1].sentence.text
    assert found[0].score == items[0].score


def test_what_is_denied_gives_no_reason() -> None:
    items = told(
        "La maire de Lyre n'a pas démissionné après l'affaire des marchés, a-t-elle expliqué.",
        "La maire de Lyre a démissionné après l'affaire des marchés.",
        "La démission de la maire de Lyre est acceptée.",
    )
    assert ordered("Pourquoi la maire de Lyre a-t-elle démissionné ?", items)[0] == replace(items[1], score=0.3)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from((ASIDE, *DEEDS, "…")), st.integers(0, 5), st.floats(0.0, 1.0)),
        max_size=30,
    ),
    st.sampled_from((WHO, "Pourquoi l'église de Lyre a-t-elle brûlé ?")),
)
def test_no_sentence_is_lost_or_said_twice_and_scores_stay_in_order(
    rows: list[tuple[str, int, float]], question: str
) -> None:
    items = [
        evidence(text, ArticleInfo(f"a{article}", language="fr"), start=1000 * place, score=score)
        for place, (text, article, score) in enumerate(rows)
    ]
    items.sort(key=lambda item: -item.score)
    found = ordered(question, items)
    assert sorted(item.place for item in found) == sorted(item.place for item in items)
    assert [item.score for item in found] == [item.score for item in items]
