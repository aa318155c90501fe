"""What most articles name, over sentences of our own: a day, a person, a place, a number."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from rag.question import analyse, times_of
from rag.ranking.agreement import agreed
from rag.ranking.asked import Asked, words_in
from rag.types import ArticleInfo
from tests.found import hit_of


def told(question: str, *texts: str, language: str = "fr") -> set[str]:
    """The words marked, of articles printed on 20 May 2024."""
    asked = analyse(question)
    seen = Asked(asked, np.zeros(4, np.float32), words_in(asked, [language]), times_of(question))
    hits = [
        hit_of(ArticleInfo(f"a{number}", language=language, published=date(2024, 5, 20)), text)
        for number, text in enumerate(texts)
    ]
    items = agreed(seen, hits)
    spans = [item.span for item in items if item.span is not None]
    assert len(spans) == len(items)
    return {item.sentence.text[slice(*span)] for item, span in zip(items, spans, strict=True)}


FIRE = (
    "L'incendie de l'église de Lyre, le 3 mai, a fait deux blessés.",
    "Depuis l'incendie de l'église de Lyre le 3 mai dernier, la rue est fermée.",
    "L'église de Lyre a été ravagée par un incendie le 3 mai 2024.",
)
OTHER = "Après l'incendie de l'église de Lyre, la maire a reçu les pompiers le 12 mai."


@pytest.mark.parametrize("question", ["When did the Lyre church burn?", "Quand l'église de Lyre a-t-elle brûlé ?"])
def test_the_day_that_most_articles_name_is_told(question: str) -> None:
    assert told(question, OTHER, *FIRE) == {"3 mai", "3 mai 2024"}


def test_an_english_article_is_asked_in_french() -> None:
    fire = [f"The fire at the Lyre church on 3 May {rest}." for rest in ("hurt two", "closed the street", "was huge")]
    assert told("Quand a eu lieu l'incendie de l'église de Lyre ?", *fire, language="en") == {"3 May"}


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("Quand l'église de Lyre a-t-elle brûlé ?", FIRE[:2]),
        ("Quand l'église de Lyre a-t-elle brûlé ?", [FIRE[0], FIRE[1], FIRE[1]]),
        ("Quand l'église de Lyre a-t-elle brûlé ?", [*FIRE, *(text.replace("3 mai", "5 mai") for text in FIRE)]),
        ("Quand l'église de Lyre a-t-elle brûlé en 2019 ?", FIRE),
        ("Quand le château de Brenne a-t-il brûlé ?", FIRE),
        ("Quand l'église de Lyre a-t-elle été vendue aux enchères publiques ?", FIRE),
        ("Qui a incendié l'église de Lyre ?", FIRE),
    ],
)
def test_nothing_is_told_where_few_agree_or_of_something_else(question: str, texts: list[str]) -> None:
    assert told(question, *texts) == set()


def test_a_month_speaks_for_each_of_its_days() -> None:
    assert told("Quand l'église de Lyre a-t-elle brûlé ?", *FIRE, "L'église de Lyre a brûlé en mai 2024.") == {
        "3 mai",
        "3 mai 2024",
    }


def test_people_are_told_by_their_last_name_and_never_the_one_asked_about() -> None:
    texts = (
        "Ines Karsa a incendié l'église de Lyre, selon le parquet de Brenne.",
        "L'église de Lyre aurait été incendiée par Ines Karsa, une voisine.",
        "Accusée d'avoir incendié l'église de Lyre, Ines Karsa a été écrouée.",
    )
    assert told("Who burnt the Lyre church?", *texts) == {"Ines Karsa"}
    assert told("Qui est accusé, avec Ines Karsa, d'avoir incendié l'église de Lyre ?", *texts) == set()


def test_a_place_is_one_that_something_is_said_to_be_in() -> None:
    texts = [f"Le sommet de l'élevage s'est tenu à Lyre {rest}." for rest in ("mardi", "sans heurts", "sous la pluie")]
    assert told("Où s'est tenu le sommet de l'élevage ?", *texts) == {"Lyre"}
    away = [text.replace("à Lyre", "devant Lyre") for text in texts]
    assert told("Où s'est tenu le sommet de l'élevage ?", *away) == set()


def test_a_number_counts_whatever_stands_around_it() -> None:
    texts = (
        "L'incendie de l'église de Lyre a fait 12 blessés.",
        "Au moins douze blessés dans l'incendie de l'église de Lyre.",
        "Bilan de l'incendie de l'église de Lyre : 12 blessés, dont un pompier.",
        "L'incendie de l'église de Lyre avait d'abord fait 4 blessés.",
    )
    assert told("How many people were injured in the Lyre church fire?", *texts) == {"12", "Au moins douze"}
