"""Days of something else than the event asked about, in sentences of our own."""

from __future__ import annotations

import re

import numpy as np
import pytest

from rag.question import analyse
from rag.ranking.asked import Asked, words_in
from rag.ranking.elsewhere import (
    is_elsewhere,
    is_of_a_later_event,
    is_of_a_plan,
    is_of_another_person,
    is_of_another_time,
    is_of_another_year,
    is_of_what_follows,
)
from tests.found import evidence


def follows(text: str, event: str, day: str) -> bool:
    return is_of_what_follows(
        text, text.index(day), text.index(day) + len(day), [m.span() for m in re.finditer(rf"\b{event}\b", text)]
    )


@pytest.mark.parametrize(
    ("text", "event", "day", "expected"),
    [
        ("Un an après sa mort, elle est entrée au Panthéon le 1er juillet.", "mort", "1er juillet", True),
        ("After the fire, she met the firemen on 12 May.", "fire", "12 May", True),
        ("Le 12 mai, trois jours après l'incendie, la rue a rouvert.", "incendie", "12 mai", True),
        ("After the fire of 3 May the street was closed.", "fire", "3 May", False),
        ("Depuis l'incendie de l'église de Lyre, survenu le 3 mai, la rue est fermée.", "incendie", "3 mai", False),
        ("L'incendie a eu lieu le 3 mai, après la messe.", "incendie", "3 mai", False),
        ("La messe du 3 mai fut belle.", "incendie", "3 mai", False),
    ],
)
def test_a_day_after_or_before_an_event_is_not_its_own(text: str, event: str, day: str, expected: bool) -> None:
    assert follows(text, event, day) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("When was the first round?", "Le second tour aura lieu le 28 juin.", True),
        ("Quand a lieu le deuxième tour ?", "Le 2e tour aura lieu le 28 juin.", False),
        ("When was the first round?", "Le premier tour a eu lieu le 15 mars.", False),
        ("When was the vote?", "Le second tour aura lieu le 28 juin.", False),
    ],
)
def test_a_first_time_is_not_a_second(question: str, text: str, expected: bool) -> None:
    assert is_of_another_time(analyse(question), text, "fr") is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("When did Ines Karsa resign?", "Marc Odul a démissionné en mai du gouvernement d'Ines Karsa.", True),
        ("Quand Ines Karsa a-t-elle démissionné ?", "Marc Odul a quitté en mai le parti de Mme Karsa.", True),
        ("When did Ines Karsa resign?", "La démission d'Ines Karsa, en mai, a surpris.", False),
        ("When did Ines Karsa resign?", "Marc Odul salue Ines Karsa, qui a démissionné en mai.", False),
        ("When did the mill of Ines Karsa burn?", "Marc Odul a vu brûler le moulin d'Ines Karsa en mai.", False),
        ("Who saw Ines Karsa?", "Marc Odul a quitté le parti d'Ines Karsa.", False),
    ],
)
def test_what_another_person_did_is_not_the_subjects(question: str, text: str, expected: bool) -> None:
    assert is_of_another_person(analyse(question), text, "fr") is expected


@pytest.mark.parametrize(
    ("question", "text", "day", "expected"),
    [
        (
            "When did Ines Karsa die?",
            "Un an après la mort d'Ines Karsa, sa rue a été inaugurée le 3 mai.",
            "3 mai",
            True,
        ),
        ("When did Ines Karsa die?", "Ines Karsa est morte le 3 mai.", "3 mai", False),
        ("When was the first vote?", "Le second vote aura lieu le 3 mai.", "3 mai", True),
        ("When did Ines Karsa die?", "Marc Odul est mort le 3 mai dans les bras d'Ines Karsa.", "3 mai", True),
    ],
)
def test_such_a_day_is_no_short_answer(question: str, text: str, day: str, expected: bool) -> None:
    asked = Asked(analyse(question), np.zeros(4, np.float32), words_in(analyse(question), ["fr"]), ())
    item = evidence(text)
    assert is_elsewhere(asked, item, text.index(day), text.index(day) + len(day)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept semaines après Alba, la tempête Berta a frappé la côte, faisant quatre morts.", True),
        ("La tempête Alba a fait quatre morts.", False),
        ("Quatre personnes sont mortes après le passage d'Alba.", False),
        ("Après Alba, qui a fait quatre morts, la tempête Berta arrive.", False),
    ],
)
def test_figures_of_what_came_after_are_not_its_own(text: str, expected: bool) -> None:
    start = text.index("quatre" if "quatre" in text else "Quatre")
    question = analyse("Combien de personnes la tempête Alba a-t-elle tuées ?")
    assert is_of_a_later_event(question, text, "fr", start, start + len("quatre")) is expected


@pytest.mark.parametrize(
    ("question", "text", "day", "expected"),
    [
        ("When will the museum reopen?", "The reopening, which was due on 3 May, is put off.", "3 May", True),
        ("When will the museum reopen?", "It was to have reopened on 3 May.", "3 May", True),
        ("When was the museum due to reopen?", "The reopening, which was due on 3 May, is put off.", "3 May", False),
        ("When will the museum reopen?", "It was due on 3 May, but will reopen on 9 June.", "9 June", False),
        ("When will the museum reopen?", "It will reopen on 9 June.", "9 June", False),
        ("Quand le musée rouvrira-t-il ?", "La réouverture était prévue le 3 mai.", "3 mai", True),
        ("Quand le musée rouvrira-t-il ?", "Le musée devait initialement rouvrir le 3 mai.", "3 mai", True),
        ("Quand le musée devait-il rouvrir ?", "Le musée devait rouvrir le 3 mai.", "3 mai", False),
        ("Quand le musée rouvrira-t-il ?", "La réouverture est prévue le 9 juin.", "9 juin", False),
    ],
)
def test_a_day_that_was_planned_once_is_that_of_the_plan(question: str, text: str, day: str, expected: bool) -> None:
    assert is_of_a_plan(question, text, text.index(day)) is expected


@pytest.mark.parametrize(
    ("question", "text", "figure", "expected"),
    [
        (
            "How many cars did Velto sell in 2023?",
            "It sold 51,000 cars this year, against 89,000 in 2023.",
            "51,000",
            True,
        ),
        (
            "How many cars did Velto sell in 2023?",
            "It sold 51,000 cars this year, against 89,000 in 2023.",
            "89,000",
            False,
        ),
        ("How many cars did Velto sell?", "It sold 51,000 cars this year, against 89,000 in 2023.", "51,000", False),
        ("Combien de voitures en 2023 ?", "Velto a vendu 51 000 voitures, contre 89 000 en 2023.", "51 000", True),
        ("Combien de voitures en 2023 ?", "Les ventes sont passées de 51 000 à 89 000 en 2023.", "89 000", False),
    ],
)
def test_the_figure_of_another_year_is_not_of_the_one_asked(
    question: str, text: str, figure: str, expected: bool
) -> None:
    start = text.index(figure)
    assert is_of_another_year(question, text, start, start + len(figure)) == expected
