"""Ages told beside a name, over sentences of our own in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from rag.question import analyse
from rag.ranking.ages import ages, said_age
from rag.types import ArticleInfo, Hit, Passage, Sentence
from rag.writers.short_answer import short_answer
from tests.found import hit_of


def hit(text: str, day: int = 1) -> Hit:
    passage = Passage(text, 0, 5, 5 + len(text), text, (Sentence(5, 5 + len(text), text),))
    return Hit(passage, ArticleInfo(text, published=date(2024, 5, day)), 0.5, rank=1)


def next_age(before: str, text: str, language: str) -> str:
    """The age that a sentence gives of whom the one before it speaks of; "" for none."""
    found = ages("Ines Karsa", [hit_of(ArticleInfo("a", "Le pont", language=language), before, text)])
    return (
        found[0].sentence.text[slice(*(place - found[0].sentence.start for place in found[0].span or ()))]
        if found
        else ""
    )


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Ines Karsa, 41 ans, a été libérée.", "41 ans"),
        ("Ines Karsa (EELV), 41 ans, a été libérée.", "41 ans"),
        ("Ines Karsa (41 ans) a été libérée.", "41 ans"),
        ("Ines Karsa, âgée de 41 ans, a été libérée.", "41 ans"),
        ("Une femme de 41 ans, Ines Karsa, a été libérée.", "41"),
        ("Ines Karsa a 41 ans.", "41 ans"),
        ("Ines Karsa, aged 41, was released.", "41"),
        ("Ines Karsa, 41, was released.", "41"),
        ("The 41-year-old activist Ines Karsa was released.", "41"),
        ("Ines Karsa is 41 years old.", "41 years old"),
        ("Âgée de 41 ans, la plus jeune des élues, Ines Karsa, a été libérée.", "41 ans"),
        ("Aged 41, Ines Karsa was released.", "41"),
        ("Ines Karsa, who is 41, was released.", "41"),
        ("Ines Karsa, now 41, was released.", "41"),
        ("Ines Karsa, a 41-year-old activist, was released.", "41"),
        ("Ines Karsa, qui vient de fêter ses 41 ans, a été libérée.", "41 ans"),
    ],
)
def test_an_age_beside_the_name(text: str, age: str) -> None:
    (found,) = ages("Ines Karsa", [hit(text)])
    assert found.span is not None
    assert text[found.span[0] - 5 : found.span[1] - 5] == age


@pytest.mark.parametrize(
    ("text", "ages_told"),
    [
        ("Ines Karsa a été libérée lundi. Karsa, 41 ans, est avocate.", 1),
        ("Ines Karsa et Paul Karsa ont été libérés. Karsa, 41 ans, est avocate.", 0),
        ("La libération est pour lundi. Karsa, 41 ans, est avocate.", 0),
    ],
)
def test_an_age_beside_a_surname_that_is_nobody_elses(text: str, ages_told: int) -> None:
    assert len(ages("Ines Karsa", [hit(text)])) == ages_told


@pytest.mark.parametrize(
    "text",
    [
        "Âgé de 41 ans, le frère de Paul Lindt, qu'Ines Karsa connaît, a été libéré.",
        "Ines Karsa Jr., 41 ans, a été libéré.",
        "Tomas Lindmark, 41 ans, a salué Ines Karsa.",
        "Ines Karsa a 41 millions d'euros.",
        "Ines Karsa was jailed for 41 years.",
        "Ines Karsa, 41 voix, a perdu.",
        "Le père d'Ines Karsa a été libéré.",
    ],
)
def test_another_figure_or_another_person_is_none(text: str) -> None:
    assert ages("Ines Karsa", [hit(text)]) == []


@pytest.mark.parametrize(
    ("before", "text", "language", "age"),
    [
        ("Ines Karsa was elected after Paul Lindt left.", "The 41-year-old former teacher waved.", "en", "41"),
        ("Ines Karsa was elected on Friday.", "The 41-year-old promised a bridge.", "en", "41"),
        ("Ines Karsa a été élue vendredi.", "L'ancienne professeure de 41 ans a salué la foule.", "fr", "41 ans"),
        ("Ines Karsa congratulated Paul Lindt.", "The 41-year-old teacher waved.", "en", ""),
        ("Paul Lindt left after Ines Karsa was elected.", "The 41-year-old teacher waved.", "en", ""),
        ("Ines Karsa was elected on Friday.", "The 41-year-old bridge fell.", "en", ""),
        ("Ines Karsa a été élue vendredi.", "Le règne de 41 ans est fini.", "fr", ""),
    ],
)
def test_an_age_that_opens_the_next_sentence(before: str, text: str, language: str, age: str) -> None:
    assert next_age(before, text, language) == age


def test_an_age_is_said_in_the_language_of_the_question() -> None:
    assert [said_age(words, "fr") for words in ("41", "41 years old", "many")] == ["41 ans", "41 ans", ""]
    assert said_age("41 ans", "en") == "41 years"
    (told,) = ages("Ines Karsa", [hit("Ines Karsa, 41, was released.")])
    assert short_answer(analyse("Quel âge a Ines Karsa ?"), [told]) == ("41 ans", told)


def test_the_newest_comes_first() -> None:
    older, newer = hit("Ines Karsa, 40 ans, part.", day=2), hit("Ines Karsa, 41 ans, revient.", day=9)
    assert [item.hit for item in ages("Ines Karsa", [older, newer])] == [newer, older]
