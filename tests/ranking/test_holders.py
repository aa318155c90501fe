"""Who holds an office, over sentences of our own in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rag.question import analyse
from rag.ranking.holders import holders, names_country
from rag.types import ArticleInfo, Evidence, Hit, Passage, Sentence


def hit(text: str, language: str = "fr", day: int = 1) -> Hit:
    passage = Passage(f"{text} {day}", 0, 0, len(text), text, (Sentence(0, len(text), text),))
    return Hit(
        passage,
        ArticleInfo(f"{text} {day}", published=date(2024, 5, 1) + timedelta(days=day - 1), language=language),
        0.5,
        rank=1,
    )


def found(question: str, *hits: Hit) -> list[Evidence]:
    asked = analyse(question)
    return holders(asked, asked.topic, hits)


def name(item: Evidence) -> str:
    assert item.span is not None
    return item.sentence.text[slice(*item.span)]


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        ("Who is the president of Brazil?", "Le président brésilien Ines Karsa a salué la foule.", "fr"),
        ("Qui est le président du Brésil ?", "The president of Brazil, Ines Karsa, waved.", "en"),
        ("Qui est la maire de Porto ?", "Ines Karsa, maire de Porto, a salué la foule.", "fr"),
        ("Who is the mayor of Porto?", "Ines Karsa, la maire socialiste de Porto, a salué la foule.", "fr"),
        ("Who is the head of Marelec?", "Marelec head Ines Karsa waved.", "en"),
        ("Who is the prime minister of France?", "Le Premier ministre Ines Karsa a salué la foule.", "fr"),
        ("Who is the former mayor of Porto?", "L'ancien maire de Porto Ines Karsa a salué la foule.", "fr"),
        ("Who is the prime minister of Italy?", "Italy's prime minister Ines Karsa will not visit Kyiv.", "en"),
        ("Qui est le ministre des Finances d'Italie ?", "Italy's new finance minister, Ines Karsa, waved.", "en"),
        ("Who is the president of France?", "Ines Karsa, France's president, will not visit Kyiv.", "en"),
        ("Qui est le premier ministre du Danemark ?", "La Première ministre danoise Ines Karsa a salué Porto.", "fr"),
        ("Qui est le premier ministre danois ?", "The Danish prime minister, Ines Karsa, met ministers.", "en"),
        ("Who is the Danish prime minister?", "The Danish prime minister, Ines Karsa, met ministers, too.", "en"),
        ("Qui est le premier ministre français ?", "Le Premier ministre Ines Karsa a salué Paris.", "fr"),
        ("Who is the French prime minister?", "Le Premier ministre Ines Karsa a salué l'Assemblée nationale.", "fr"),
        ("Qui est le roi de Belgique ?", "La Belgique a un nouveau roi. Le roi Ines Karsa a salué Bruxelles.", "fr"),
        ("Who is the president of Mexico?", "Mexican President Ines Karsa waved.", "en"),
        ("Qui est le directeur de l'OMS ?", "Le directeur général de l'OMS, Ines Karsa, a salué la foule.", "fr"),
    ],
)
def test_who_is_named_with_the_office_holds_it(question: str, text: str, language: str) -> None:
    again = hit(f"« Non. » {text}", language, day=2)
    assert {name(item) for item in found(question, hit(text, language), again)} == {"Ines Karsa"}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who is the mayor of Porto?", "L'ancien maire de Porto Ines Karsa a salué la foule."),
        ("Who is the mayor of Porto?", "Ines Karsa, adjointe au maire de Porto, a salué la foule."),
        ("Who is the mayor of Porto?", "Le maire de Lisbonne Ines Karsa a salué Porto."),
        ("Who is the president of France?", "Le président brésilien Ines Karsa a salué la France."),
        ("Who is the president of Brazil?", "Le vice-président brésilien Ines Karsa a salué la foule."),
        ("Who is the president?", "Le président brésilien Ines Karsa a salué la foule."),
        ("Who is the mayor of Porto?", "Ines Karsa a salué la maire de Porto."),
        ("Who is the president of Brazil?", "Ines Karsa, la femme du président brésilien, a salué la foule."),
        ("Who is the president of Brazil?", "La nièce du président brésilien Ines Karsa a salué la foule."),
        ("Who is the president of Brazil?", "Ines Karsa, présidente d'une banque au Brésil, a salué la foule."),
        ("Qui est le premier ministre de la France ?", "Le Premier ministre Ines Karsa a salué Jérusalem."),
        ("Qui est le premier ministre du Danemark ?", "La Belgique va mal. Le Premier ministre Ines Karsa part."),
        ("Who is the price of bread?", "Le prix du pain d'Ines Karsa a monté."),
    ],
)
def test_who_is_named_with_another_office_does_not(question: str, text: str) -> None:
    assert found(question, hit(text)) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ines Karsa was sworn in as mayor of Porto on Tuesday, eight days after Paul Lindt stepped down.", "en"),
        ("Ines Karsa took over as mayor of Porto on Tuesday.", "en"),
        ("Ines Karsa has been elected mayor of Porto.", "en"),
        ("Voters elected Ines Karsa as the new mayor of Porto.", "en"),
        ("The new mayor of Porto is Ines Karsa.", "en"),
        ("Le conseil a élu l'avocate Ines Karsa maire de Porto.", "fr"),
        ("Ines Karsa a pris ses fonctions de maire de Porto.", "fr"),
        ("Ines Karsa, élue maire de Porto en mai, se tait.", "fr"),
        ("Ines Karsa, qui est maire de Porto, se tait.", "fr"),
        ("Le nouveau maire de Porto s'appelle Ines Karsa.", "fr"),
    ],
)
def test_who_takes_office_by_a_verb_holds_it_and_not_who_left(text: str, language: str) -> None:
    left = hit("Paul Lindt, the mayor of Porto, resigned on Monday.", "en", day=1)
    newest = hit(text, language, day=9)
    assert [item.hit for item in found("Who is the mayor of Porto?", left, newest)] == [newest]


def test_an_arabic_name_is_told_in_full() -> None:
    texts = (
        "Le président égyptien Omar Fattah al-Karsa part.",
        "« Non. » Le président égyptien Omar Fattah al-Karsa part.",
    )
    told = found("Who is the president of Egypt?", *(hit(text, day=day) for day, text in enumerate(texts, 1)))
    assert {name(item) for item in told} == {"Omar Fattah al-Karsa"}


def test_a_prime_minister_is_no_other_minister() -> None:
    text = "Le ministre brésilien des Finances Ines Karsa a salué la foule."
    assert found("Who is the prime minister of Brazil?", hit(text)) == []


def test_an_office_of_a_country_alone_is_told_from_others() -> None:
    assert names_country("president of Brazil", "en")
    assert names_country("Premier ministre brésilien", "fr")
    assert not names_country("finance minister of Brazil", "en")
    assert not names_country("mayor of Porto", "en")


def test_a_title_in_capitals_is_no_crash() -> None:
    texts = ("The mayor of Porto, Prime Minister, spoke.", "Prime Minister, mayor of Porto, spoke.")
    for text in texts:
        assert found("Who is the mayor of Porto?", hit(text, "en")) in (
            [],
            found("Who is the mayor of Porto?", hit(text, "en")),
        )


def test_the_newest_holder_is_told_and_only_named_shortly_where_two_articles_agree() -> None:
    older = [hit("Le maire de Porto Tomas Lindmark a démissionné.", day=day) for day in (-70, -60)]
    newer = hit("La maire de Porto Ines Karsa a été applaudie.", day=8)
    question = "Who is the mayor of Porto?"
    assert [(item.hit, item.span) for item in found(question, *older, newer)] == [(newer, None)]
    agreed = found(question, *older, newer, hit("Ines Karsa, maire de Porto, se tait.", day=9))
    assert [name(item) for item in agreed] == ["Ines Karsa", "Ines Karsa"]
    assert agreed[0].hit.article.published == date(2024, 5, 9)


def test_one_article_of_the_same_weeks_does_not_outweigh_several() -> None:
    several = [hit("Le maire de Porto Tomas Lindmark a démissionné.", day=day) for day in (1, 2)]
    one = hit("Il rappelle le temps du maire de Porto Ines Karsa.", day=8)
    kin = hit("Le maire de Porto Mara Lindmark se tait.", day=90)
    assert {name(item) for item in found("Who is the mayor of Porto?", *several, one, kin)} == {"Tomas Lindmark"}
