"""What a question demands and whether a sentence has it, as English news writes counts, ages and measures."""

from __future__ import annotations

import pytest

from rag.question import analyse
from rag.ranking.demand import demand_of
from rag.ranking.held import held
from tests.found import evidence


def met(question: str, text: str, language: str = "en") -> float:
    asked = analyse(question)
    return held(demand_of(asked), asked, evidence(text, language=language))


@pytest.mark.parametrize(
    ("question", "slot", "heads"),
    [
        ("How many copies did the singer's album sell?", "count", ("copies",)),
        ("How many boats was the captain's son steering?", "count", ("boats",)),
        ("How many of Karel Novotny's lawyers resigned?", "count", ("lawyers",)),
        ("How high could the losses climb?", "amount", ()),
        ("How far did the shares fall?", "amount", ()),
        ("How high is the tower?", "length", ()),
        ("How far away was the village?", "length", ()),
    ],
)
def test_what_is_demanded(question: str, slot: str, heads: tuple[str, ...]) -> None:
    demand = demand_of(analyse(question))
    assert (demand.slot, demand.heads) == (slot, heads)


@pytest.mark.parametrize(
    ("text", "is_age"),
    [
        ("Ann Smith, 52, denied it.", True),
        ("The painter, aged 81, denied it.", True),
        ("The painter is 34.", True),
        ("She left at the age of 45.", True),
        ("The 16-year-old painter denied it.", True),
        ("The painter sold 81 pictures.", False),
        ("It is 34 degrees.", False),
        ("Smith, 5200, denied it.", False),
    ],
)
def test_ages_are_bare_numbers_in_english(text: str, is_age: bool) -> None:
    assert met("How old is the painter?", text) == float(is_age)


def test_a_bare_number_is_no_age_in_french() -> None:
    assert met("Quel âge a le peintre ?", "Le peintre Jean Petit, 52, a nié.", "fr") == 0.0
    assert met("Quel âge a le peintre ?", "Le peintre Jean Petit, 52 ans, a nié.", "fr") == 1.0


def test_lengths_and_weights_may_be_imperial() -> None:
    assert met("How tall is the tower?", "It rises 300 feet above the square.") == 1.0
    assert met("How heavy was the fish?", "The fish weighed 40 pounds.") == 1.0


def test_people_are_whoever_is_counted() -> None:
    question = "How many people had an account at the bank?"
    assert met(question, "The bank's 2.6 million savers were told.") > 0.5
    assert met(question, "The bank shut 26 branches.") < 0.2


def test_a_jail_term_is_a_penalty() -> None:
    assert met("What sentence did the driver get?", "The driver was jailed for two years.") == 1.0
    assert met("What sentence did the driver get?", "The driver stopped for two hours.") == 0.0
