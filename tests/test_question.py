"""Questions: kind, language, names, parts, times. A table of cases, none of them from an evaluation set."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.errors import UsageError
from rag.language import normalise
from rag.language.talk import is_talk
from rag.question import When, analyse, check_length, kind_of, several_of, split_parts, times_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("who signed the treaty of the harbour? " * 60, "A question may have 400 words and 3000 characters at most"),
        ("qui a signé le traité du port ? " * 100, "Une question compte au plus 400 mots et 3000 caractères"),
        ("x" * 3001, "3000 characters"),
    ],
)
def test_what_is_too_long_to_be_a_question_is_refused_in_its_language(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        check_length(text)
    check_length("x" * 3000)
    check_length("a " * 400)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Who won the election?", "who"),
        ("What prison term did he receive?", "what"),
        ("What company name was chosen?", "what"),
        ("What was the score of the final?", "what"),
        ("What ransom did the clinic pay?", "how_much"),
        ("To whom was the prize awarded?", "who"),
        ("Which minister resigned over the affair?", "who"),
        ("Qui a gagné l'élection ?", "who"),
        ("À qui revient la coupe ?", "who"),
        ("Quelle association a porté plainte ?", "who"),
        ("Comment s'appelle le chien du président ?", "who"),
        ("When did the bridge open?", "when"),
        ("On what date was the treaty signed?", "when"),
        ("Until when is the road closed?", "when"),
        ("On what dates will the fair be held?", "when"),
        ("À quelle période la récolte a-t-elle lieu ?", "when"),
        ("D'ici à quand l'usine doit-elle ouvrir ?", "when"),
        ("À quand remonte la dernière crue ?", "when"),
        ("What rent did the tenant pay?", "how_much"),
        ("What did the village spend on the hall?", "how_much"),
        ("What will the money be spent on?", "what"),
        ("Quelle sanction financière vise la banque ?", "what"),
        ("What is the city's yearly operating budget?", "how_much"),
        ("What did the painting fetch at auction?", "how_much"),
        ("Quelle autonomie aura la nouvelle berline ?", "how_much"),
        ("Quel candidat le parti soutient-il ?", "who"),
        ("Sur quel quai le train est-il arrivé ?", "where"),
        ("Quand le pont a-t-il ouvert ?", "when"),
        ("Jusqu'à quand la route est-elle fermée ?", "when"),
        ("En quelle année le musée a-t-il été fondé ?", "when"),
        ("When the bridge opened, who cut the ribbon?", "who"),
        ("Where was the summit held?", "where"),
        ("In which city was the summit held?", "where"),
        ("Où s'est tenu le sommet ?", "where"),
        ("Dans quel pays se trouve l'usine ?", "where"),
        ("How many people died?", "how_many"),
        ("Combien de personnes sont mortes ?", "how_many"),
        ("Combien d'élèves ont été reçus ?", "how_many"),
        ("Combien d'essence reste-t-il ?", "how_much"),
        ("How much did the ship cost?", "how_much"),
        ("What did the ship cost?", "how_much"),
        ("What share of voters stayed at home?", "how_much"),
        ("Combien le navire a-t-il coûté ?", "how_much"),
        ("Quel est le prix du billet ?", "how_much"),
        ("Why was the match abandoned?", "why"),
        ("What led the mayor to resign?", "why"),
        ("Pourquoi le match a-t-il été arrêté ?", "why"),
        ("Pour quelle raison le match a-t-il été arrêté ?", "why"),
        ("How did the thieves get in?", "how"),
        ("Comment les voleurs sont-ils entrés ?", "how"),
        ("Did the mayor resign?", "yes_no"),
        ("Le maire a-t-il démissionné ?", "yes_no"),
        ("What did the thieves take?", "what"),
        ("Qu'est-ce que les voleurs ont pris ?", "what"),
        ("When did the mayor tell reporters who would pay?", "when"),
        ("De quand date cette église ?", "when"),
        ("Where in Lyon did the tram stop?", "where"),
        ("In which building was the clock found?", "where"),
        ("Dans quel cimetière repose le poète ?", "where"),
        ("Which police union boss spoke?", "who"),
        ("Which carpenter built the roof?", "who"),
        ("Quel pilote a conduit la voiture ?", "who"),
        ("Quelle coiffeuse a rouvert la première ?", "who"),
        ("What was the firm accused of?", "what"),
        ("De quoi la société est-elle accusée ?", "what"),
        ("Quelle est la population du village ?", "how_much"),
        ("What was the population of the village?", "how_much"),
        ("On what grounds did the judge refuse?", "why"),
        ("Qu'est-ce qui a fait reporter le match ?", "why"),
        ("À quoi tenait la panne ?", "why"),
        ("Which order did the waiter take?", "what"),
        ("drawdown authority", "overview"),
        ("", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_analyse_tells_language_and_names() -> None:
    question = analyse("  When did\nAngela Merkel visit Lyon? ")
    assert question.text == "When did Angela Merkel visit Lyon?"
    assert (question.language, question.kind) == ("en", "when")
    assert question.names == ("Angela Merkel", "Lyon")
    assert analyse("Quand Angela Merkel est-elle venue à Lyon ?").language == "fr"
    assert analyse("Kellogg ?", language="fr").language == "fr"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Who won the prize and how much did he get?", ("Who won the prize?", "how much did he get?")),
        ("Qui a gagné, et combien a-t-il touché ?", ("Qui a gagné?", "combien a-t-il touché ?")),
        ("When did it open? Who opened it?", ("When did it open?", "Who opened it?")),
        ("How many people live in Paris and Lyon?", ("How many people live in Paris and Lyon?",)),
        ("Who said what and to whom?", ("Who said what and to whom?",)),
    ],
)
def test_parts(text: str, parts: tuple[str, ...]) -> None:
    assert split_parts(text) == parts


def test_a_later_part_is_told_whom_the_first_is_about() -> None:
    assert split_parts("When was Marie Curie born and where did she die?")[1] == "where did she die (Marie Curie)?"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("What happened in April 2017?", (When(2017, (4,)),)),
        ("Que s'est-il passé le 4 août 2020 ?", (When(2020, (8,)),)),
        ("Qui a gagné en 2019 ?", (When(2019),)),
        ("Who won in summer 2020 and in 2016?", (When(2020, (6, 7, 8, 9)), When(2016))),
        ("Did 12,019 people come?", ()),
        ("Why was she barred in the 1980s?", ()),
        ("Pourquoi dans les années 1980 ?", ()),
        ("Who won?", ()),
    ],
)
def test_times(text: str, times: tuple[When, ...]) -> None:
    assert times_of(text) == times


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_understood(text: str) -> None:
    question = analyse(text)
    assert question.text in (" ".join(normalise(text).split()), "")
    assert bool(question.text) == (any(character.isalnum() for character in text) and not is_talk(text))
    assert split_parts(text)
    times_of(text)


def test_accents_written_apart_and_stray_characters_make_no_difference() -> None:
    asked = "Qui a été élu à Orléans ?"
    assert analyse(unicodedata.normalize("NFD", asked)) == analyse(asked)
    assert analyse("Qui a\x00 été\ud800 élu\nà\tOrléans\ufeff ?") == analyse(asked)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Which ministers resigned?", "who"),
        ("Which football players were hurt?", "who"),
        ("Who are the candidates for mayor of Lyre?", "who"),
        ("Which companies moved to Lyre?", "who"),
        ("Quels ministres ont démissionné ?", "who"),
        ("Qui sont les candidats à la mairie de Lyre ?", "who"),
        ("Quelles villes ont interdit les trottinettes ?", "where"),
        ("Quelles sont les villes qui ont interdit les trottinettes ?", "where"),
        ("Dans quelles villes les trottinettes sont-elles interdites ?", "where"),
        ("Donne-moi la liste des villes qui ont interdit les trottinettes.", "where"),
        ("Citez tous les ministres qui ont démissionné.", "who"),
        ("In which countries was it signed?", "where"),
        ("What are the countries that signed the treaty?", "where"),
        ("List all the countries that signed the treaty.", "where"),
        ("Give me the names of the ministers who resigned.", "who"),
        ("Name the price of bread.", None),
        ("What are the causes of the fire?", None),
        ("Which countries signed the treaty?", "where"),
        ("Which minister resigned?", None),
        ("Who is the mayor of Lyre?", None),
        ("What measures were taken?", None),
        ("Quelles mesures ont été prises ?", None),
        ("Quel pays a signé ?", None),
        ("Which glass broke?", None),
        ("How many ministers resigned?", None),
        ("", None),
    ],
)
def test_several_persons_or_places_are_asked_for(text: str, kind: str | None) -> None:
    assert several_of(text) == kind


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Que s'est-il passé à Lyre en février 2025 ?", "Lyre"),
        ("What happened in Lyre in February 2025?", "Lyre"),
        ("Que s'est-il passé à Lyre ?", "Lyre"),
    ],
)
def test_the_time_is_no_part_of_a_topic(text: str, topic: str) -> None:
    asked = analyse(text)
    assert (asked.kind, asked.topic) == ("overview", topic)


@pytest.mark.parametrize("text", ["Who is the prime minister?", "Qui est le premier ministre ?", "Qui est le maire ?"])
def test_an_office_is_nobodys_name(text: str) -> None:
    assert analyse(text).kind == "who"
