"""What passages, articles and languages say of a question."""

from __future__ import annotations

import pytest

from rag.ranking.covering import covered, told_in
from rag.ranking.terms import wanted
from rag.types import ArticleInfo, Hit
from tests.found import hit_of


def saying(article: str, text: str, language: str = "en", title: str = "") -> Hit:
    return hit_of(ArticleInfo(article, title=title, language=language), text, dense=0.5, lexical=1.0)


WORDS = {language: wanted("Who bought the Lumen bakery?", "en", language) for language in ("en", "fr")}


def test_an_article_says_what_its_passages_and_title_say_together() -> None:
    hits = [saying("a", "It was bought in May.", title="Lumen"), saying("a", "The bakery is old.", title="Lumen")]
    first, second = covered([*hits, saying("b", "The bakery burnt down.")], WORDS)[:2]
    assert first.passage < 1 and second.passage < 1
    assert first.article == second.article == pytest.approx(1.0)
    assert first.names == 1.0


def test_an_article_without_the_name_knows_none_of_it() -> None:
    (found,) = covered([saying("b", "Somebody bought the bakery.")], WORDS)
    assert found.names == 0.0
    assert 0 < found.article < 1


def test_words_are_found_through_their_translations() -> None:
    (found,) = covered([saying("a", "La boulangerie Lumen a été achetée.", "fr")], WORDS)
    assert found.names == 1.0
    assert found.passage > 0.5


def test_a_language_is_measured_against_the_one_that_says_most() -> None:
    french = saying("a", "La boulangerie Lumen a été achetée.", "fr")
    told = told_in([french, saying("b", "Somebody bought flowers.")], WORDS)
    assert told["fr"] == 1.0
    assert told["en"] < 0.7
    assert told_in([french], WORDS) == {"fr": 1.0}
