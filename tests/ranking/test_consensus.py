"""How near sentences are to those of other articles, over sentences of our own with the bundled encoder's words."""

from __future__ import annotations

import numpy as np

from rag.ranking.consensus import centrality
from rag.types import ArticleInfo, Evidence
from tests.found import evidence


def told(*texts: str, language: str = "fr") -> list[Evidence]:
    """Each of an article of its own, all as likely."""
    return [
        evidence(text, ArticleInfo(f"a{number}", language=language), score=0.2) for number, text in enumerate(texts)
    ]


STORY = (
    "L'incendie de l'église de Lyre a fait deux blessés.",
    "Deux pompiers ont été blessés dans l'incendie de l'église de Lyre.",
    "L'église de Lyre a brûlé, deux personnes sont blessées.",
)
ASIDE = "La maire de Lyre aime la pêche à la truite."


def test_what_others_say_too_is_nearer_to_all_than_an_aside() -> None:
    central = centrality(told(*STORY, ASIDE))
    assert central.shape == (4,)
    assert ((central >= 0) & (central <= 1)).all()
    assert int(central.argmin()) == 3


def test_words_of_one_meaning_are_near_across_languages() -> None:
    english = evidence("The church in Lyre burned, two firemen are hurt.", ArticleInfo("e", language="en"), score=0.2)
    stranger = evidence("The mayor of Lyre likes to fish for trout.", ArticleInfo("s", language="en"), score=0.2)
    central = centrality([*told(*STORY), english, stranger])
    assert central[3] > central[4]


def test_sentences_of_one_article_do_not_speak_for_each_other() -> None:
    article = ArticleInfo("a", language="fr")
    alone = [evidence(text, article, start=200 * n, score=0.2) for n, text in enumerate(STORY)]
    assert np.array_equal(centrality(alone), np.zeros(3))


def test_copies_speak_for_others_once_and_never_for_themselves() -> None:
    first, second, third = STORY
    once = centrality(told(first, second, third))
    copied = centrality(told(first, second, second, second, third))
    assert copied[[0, 1, 4]].tolist() == once.tolist()
    assert np.array_equal(centrality(told(first, first, first)), np.zeros(3))


def test_a_sentence_without_words_is_near_to_nothing() -> None:
    assert centrality(told(*STORY, "…"))[3] == 0.0
