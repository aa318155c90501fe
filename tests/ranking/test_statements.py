"""Who says what of a matter, over sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from rag.language.statements import Statement
from rag.ranking.statements import statements
from rag.types import ArticleInfo
from tests.found import hit_of

KARSA = Statement("Ines Karsa", "le pont")


def told(
    *texts: str, statement: Statement = KARSA, language: str = "fr", title: str = "Le pont", asked: str = "fr"
) -> list[str]:
    """The sentences found in one article of these."""
    info = ArticleInfo("a", title, language=language, published=date(2024, 5, 20))
    return [item.sentence.text for item in statements(statement, asked, [hit_of(info, *texts)])]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Karsa a déclaré que le pont serait refait.",
        "Ines Karsa, maire de Lyre, a aussi promis de refaire le pont.",
        "Mme Karsa juge le pont dangereux.",
        "La maire, Ines Karsa, promet un pont neuf.",
        "Ines Karsa a visité le pont et annoncé des travaux.",
        '"Le pont tiendra", a assuré Ines Karsa.',
        '"Le pont tiendra", a assuré la maire socialiste de la ville, Ines Karsa.',
        "« Le pont tiendra », estime Ines Karsa.",
        "Selon Ines Karsa, le pont tiendra.",
        "Pour la maire Ines Karsa, le pont tiendra.",
    ],
)
def test_whoever_is_the_subject_of_a_verb_of_saying_says_it(text: str) -> None:
    assert told(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Un conseiller d'Ines Karsa a déclaré que le pont serait refait.",
        "Marc Odul a déclaré que le pont d'Ines Karsa serait refait.",
        "Marc Odul a exhorté Ines Karsa à refaire le pont.",
        '"Le pont d\'Ines Karsa tiendra", a assuré Marc Odul.',
        "« Ines Karsa a promis un pont », raille Marc Odul.",
        "Ines Karsa est accusée par Marc Odul d'avoir vendu le pont.",
        "Pour un proche d'Ines Karsa, le pont tiendra.",
        "Paul Karsa a déclaré que le pont serait refait.",
        "Ines Karsa a traversé le pont.",
    ],
)
def test_nobody_says_what_another_does(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ines Karsa said the bridge would be mended.",
        '"The bridge will hold," said the mayor, Ines Karsa.',
        "According to Ines Karsa, the bridge will hold.",
    ],
)
def test_english_articles_are_asked_in_french(text: str) -> None:
    assert told(text, language="en", title="The bridge") == [text]


def test_an_acronym_that_is_a_common_word_may_speak() -> None:
    text = "L'OMS a déclaré que le vaccin tiendrait."
    assert told(text, statement=Statement("WHO", "vaccine"), asked="en", title="Le vaccin") == [text]


def test_they_are_whom_the_sentences_before_name_last() -> None:
    karsa, odul, she = "Ines Karsa a visité le pont.", "Marc Odul a visité le pont.", '"Le pont tiendra", a-t-elle dit.'
    assert told(odul, karsa, she) == [she]
    assert told(karsa, odul, she) == []
    assert told(she, title="Le pont d'Ines Karsa") == [she]
    assert told(she) == []
    assert told(karsa, "Marc Odul sourit, et elle a promis un pont.") == []
    both = "Si Ines Karsa aime le pont, elle juge la rampe dangereuse."
    assert told(odul, both) == [both]
    assert told(karsa, '"Je le veux", a-t-elle dit.') == []


def test_they_are_nobody_of_whom_the_sentence_before_only_tells_by_the_way() -> None:
    elected = "Ines Karsa a été élue vendredi, après le départ de Marc Odul."
    said = "Elle a dit que le pont tiendrait."
    assert told(elected, said) == [said]
    assert told(elected, said, statement=Statement("Marc Odul", "le pont")) == []
    alone = "Le départ d'Ines Karsa est annoncé."
    assert told(alone, said) == [said]


def test_it_is_of_the_matter_and_the_newest_comes_first() -> None:
    of_school = "Ines Karsa a déclaré que l'école serait refaite."
    assert told(of_school, title="L'école") == []
    assert told(of_school, title="L'école", statement=Statement("Ines Karsa", "")) == [of_school]
    euros = "Ines Karsa a promis 3 millions d'euros."
    assert told(euros, title="L'école", statement=Statement("Ines Karsa", "l'euro")) == []
    days = [
        hit_of(ArticleInfo(f"a{day}", "Le pont", language="fr", published=date(2024, 5, day)), text)
        for day, text in (
            (3, "Ines Karsa a dit que le pont était vieux."),
            (9, "Ines Karsa a dit que le pont tiendrait."),
        )
    ]
    found = statements(KARSA, "fr", [*days, days[0]])
    assert [item.hit.article.id for item in found] == ["a9", "a3"]
