"""Which of a question's names the articles found know."""

from __future__ import annotations

import pytest

from rag.question import analyse
from rag.ranking.named import names_known
from rag.types import ArticleInfo, hits_of
from tests.found import evidence


@pytest.mark.parametrize(
    ("question", "text", "language", "names", "known"),
    [
        ("Who met Anne Courtois in London?", "Anne Courtois était à Londres.", "fr", 3, 1.0),
        ("Who met Anne Courtois in London?", "Anne Morel was in London.", "en", 3, 2 / 3),
        ("Qui a rencontré Anne Courtois ?", "Il pleut sur la ville.", "fr", 2, 0.0),
        ("What happened in May 2020?", "Il pleut sur la ville.", "fr", 0, 1.0),
        ("What did the French deputies want?", "Les députés se sont levés.", "fr", 0, 1.0),  # a people is no one
    ],
)
def test_names_are_known_in_either_language(question: str, text: str, language: str, names: int, known: float) -> None:
    assert names_known(analyse(question), [evidence(text, language=language).hit]) == (
        names,
        {"a": pytest.approx(known)},
    )


def test_an_article_knows_what_any_of_its_passages_found_says() -> None:
    items = [
        evidence("Anne Courtois parle."),
        evidence("Il pleut.", start=40),
        evidence("Il pleut.", ArticleInfo("b", language="fr")),
    ]
    assert names_known(analyse("What did Anne Courtois say?"), hits_of(items)) == (2, {"a": 1.0, "b": 0.0})


def test_nothing_found() -> None:
    assert names_known(analyse("What did Anne Courtois say?"), []) == (0, {})
