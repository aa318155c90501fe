"""The quote of an opened article stands where the article says it now, or is told to be gone."""

from __future__ import annotations

import pytest

from rag.errors import CitewireError
from rag.types import Article, ArticleInfo, Citation
from rag.ui import markup
from rag.ui.opened import FetchArticle, become_of, place_of
from rag.ui.words import ENGLISH, FRENCH, Words

TEXT = "The lock was opened. It cost 3 million euros. Boats passed."
QUOTE = "It cost 3 million euros."
CITED = Citation(1, "a", 21, 45, QUOTE)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (TEXT, (21, 45)),
        (f"Correction.\n\n{TEXT}", (34, 58)),
        (QUOTE, (0, 24)),
        (f"{QUOTE} {TEXT[5:]} {QUOTE}", (41, 65)),
        (TEXT.replace("3 million", "4 million"), None),
        ("", None),
    ],
    ids=["as it was", "moved on", "moved back", "the nearest of several", "changed", "emptied"],
)
def test_a_quote_is_found_again_where_it_stands_now(text: str, place: tuple[int, int] | None) -> None:
    assert place_of(CITED, text) == place
    if place:
        assert text[slice(*place)] == QUOTE


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (ENGLISH, "This article has changed since; the quoted sentence is no longer in it."),
        (FRENCH, "Cet article a changé depuis\u00a0; la phrase citée n’y figure plus."),
    ],
)
def test_an_article_without_its_quoted_sentence_says_so_and_highlights_none(words: Words, told: str) -> None:
    drawn = markup.article(Article(ArticleInfo("a"), TEXT), None, [(46, 59)], words)
    assert told in drawn
    assert "quoted-sentence" not in drawn
    assert "<mark>Boats passed.</mark>" in drawn
    assert told not in markup.article(Article(ArticleInfo("a"), TEXT), (21, 45), (), words)


def test_what_has_become_of_a_quote_is_told_unless_it_stands_or_cannot_be_looked_up() -> None:
    def missing(article_id: str) -> Article:
        raise KeyError(article_id)

    def unusable(article_id: str) -> Article:
        raise CitewireError("the index cannot be read")

    def holding(text: str) -> FetchArticle:
        return lambda article_id: Article(ArticleInfo(article_id), text)

    assert become_of(CITED, holding(f"Correction.\n\n{TEXT}"), ENGLISH) == ""
    assert become_of(CITED, holding("Nothing."), ENGLISH) == ENGLISH.quote_gone
    assert become_of(CITED, missing, FRENCH) == FRENCH.gone
    assert become_of(CITED, unusable, ENGLISH) == ""
