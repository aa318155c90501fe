"""Sentences that say who somebody or what something is: a table of our own, then the order of what is found."""

from __future__ import annotations

from datetime import date

import pytest

from rag.ranking.introductions import introductions
from rag.types import ArticleInfo, Hit, Passage, Sentence


def hit(text: str, language: str = "en", day: int = 1) -> Hit:
    passage = Passage(text, 0, 0, len(text), text, (Sentence(0, len(text), text),))
    return Hit(passage, ArticleInfo(text, published=date(2024, 5, day), language=language), 0.5, rank=1)


def plainly(name: str, text: str, language: str, is_person: bool = True) -> float:
    found = introductions(name, [hit(text, language)], is_person)
    return found[0].score if found else 0.0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ines Karsa, the head of the port authority, refused to comment.", "en"),
        ("The former head of Rives Shipping Ines Karsa was released on Monday.", "en"),
        ("Swedish activist Ines Karsa spoke first.", "en"),
        ("Ines Karsa is the mayor of Porto.", "en"),
        ("Ines Karsa became prime minister on Friday.", "en"),
        ("Ines Karsa was sworn in on Friday as mayor of Porto.", "en"),
        ("The new mayor of Porto is Ines Karsa.", "en"),
        ("Ines Karsa, Rivetta's chief executive, blamed the rain.", "en"),
        ("Ines Karsa, CEO of Rivetta, blamed the rain.", "en"),
        ("Ines Karsa, British trade secretary, blamed the rain.", "en"),
        ("Ines Karsa, UK trade secretary, blamed the rain.", "en"),
        ("The minister, questioned about Ines Karsa, a lawyer from Porto, said nothing.", "en"),
        ("Ines Karsa, avocate du syndicat, a refusé de répondre.", "fr"),
        ("Ines Karsa, PDG de Rivetta, a refusé de répondre.", "fr"),
        ("Ines Karsa a pris ses fonctions de ministre lundi.", "fr"),
        ("Ines Karsa, Première ministre du Danemark, a refusé de répondre.", "fr"),
        ("L'ancien patron de Rives-Transport Ines Karsa a été libéré lundi.", "fr"),
        ("La ministre de la Santé Ines Karsa s'est rendue à Porto.", "fr"),
        ("Le député UMP de l'Isère Ines Karsa la compare à un phare.", "fr"),
        ("Il a salué Ines Karsa, seule survivante du naufrage.", "fr"),
        ("Ines Karsa, 41 ans, avocate, a refusé de répondre.", "fr"),
    ],
)
def test_a_sentence_that_says_who_somebody_is(text: str, language: str) -> None:
    assert plainly("Ines Karsa", text, language) == 1.0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rivetta's technical director, Ines Karsa, said it would fly.", "en"),
        ("It was found by the director, Ines Karsa.", "en"),
        ("Elle est remplacée par la directrice, Ines Karsa.", "fr"),
        ("The Dutch prime minister, Ines Karsa, visited farmers in Drenthe.", "en"),
        ("Italy's new finance minister, Ines Karsa, told reporters.", "en"),
    ],
)
def test_a_role_with_its_owner_or_article_before_the_name(text: str, language: str) -> None:
    assert plainly("Ines Karsa", text, language) == 0.8


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ines Karsa refused to comment.", "en"),
        ("The father of Ines Karsa is a lawyer.", "en"),
        ("They did not name Ines Karsa mayor of Porto.", "en"),
        ("Ines Karsa was named in a report by the minister.", "en"),
        ("The problem of the mayor is Ines Karsa's brother.", "en"),
        ("Ines Karsa, Rivetta's chief executive Tomas Lindmark and others met.", "en"),
        ("Ines Karsa, France's president and Italy's chancellor met.", "en"),
        ("Ines Karsa, French police chief Tomas Lindmark and others met.", "en"),
        ("According to Ines Karsa, the minister has lied.", "en"),
        ("The prosecutor Tomas Lindmark accuses Ines Karsa of fraud.", "en"),
        ("Le père d'Ines Karsa est avocat.", "fr"),
        ("Face à Ines Karsa, l'ancien président avait reculé.", "fr"),
        ("Le procureur Tomas Lindmark accuse Ines Karsa de fraude.", "fr"),
        ("L'ex-ministre d'Ines Karsa, fondateur du parti, ne paie plus.", "fr"),
        ("Pour Ines Karsa, un groupe de Porto a prié.", "fr"),
        ("Les députés ont applaudi.", "fr"),
    ],
)
def test_a_sentence_that_only_names_or_says_it_of_another(text: str, language: str) -> None:
    assert plainly("Ines Karsa", text, language) == 0.0


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("WPO", "The World Ports Organisation (WPO) met in Porto.", "en"),
        ("WPO", "The WPO is an agency of forty harbours.", "en"),
        ("ECB", "La Banque centrale européenne, une institution de l'Union, a baissé ses taux.", "fr"),
        ("OMP", "L'Organisation mondiale des ports (OMP) s'est réunie.", "fr"),
        ("Marelec", "Le compteur électrique Marelec a pris feu.", "fr"),
        ("Marelec", "Il a visité Marelec, une filiale du port de Porto.", "fr"),
        ("Marelec", "Marelec, Europe's biggest manufacturer, shut a plant.", "en"),
    ],
)
def test_a_sentence_that_says_what_something_is(name: str, text: str, language: str) -> None:
    assert plainly(name, text, language, is_person=False) >= 0.8


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("WPO", "The unions that oppose the bill (WPO, FSO) met in Porto.", "en"),
        ("WPO", "The unions that oppose the bill (WPO) met in Porto.", "en"),
        ("Marelec", "Elle soutenait un Marelec plus grand.", "fr"),
        ("Marelec", "Marelec, Italy's president said, is a great company.", "en"),
    ],
)
def test_a_sentence_that_does_not_say_what_something_is(name: str, text: str, language: str) -> None:
    assert plainly(name, text, language, is_person=False) == 0.0


def test_of_what_says_the_same_only_the_newest_is_given_and_the_plainest_comes_first() -> None:
    older = hit("The mayor of Porto Ines Karsa opened the bridge.", day=1)
    newer = hit("The mayor of Porto Ines Karsa closed the bridge.", day=9)
    aged = hit("Ines Karsa, 41, closed the bridge.", day=10)
    found = introductions("Ines Karsa", [older, aged, newer], True)
    assert [item.hit for item in found] == [newer, aged]
    assert [item.score for item in found] == [1.0, 0.5]


def test_the_opening_of_an_article_that_its_title_says_is_about_somebody_will_do() -> None:
    told = Hit(
        hit("Ines Karsa has won her fourth race. The swimmer is 22.").passage,
        ArticleInfo("a", title="A fourth race for Karsa", language="en"),
        0.5,
        rank=1,
    )
    assert [item.score for item in introductions("Ines Karsa", [told], True)] == [0.5]


def test_a_title_before_the_name_asked_about_is_left_out_of_account() -> None:
    assert plainly("President Karsa", "The mayor of Porto Karsa spoke.", "en") == 1.0


def test_a_common_word_is_no_name() -> None:
    assert plainly("rose", "A rose, the queen of flowers, is red.", "en", is_person=False) == 0.0
