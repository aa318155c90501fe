"""How sure an answer is: what is asked for must be there, however near the subject is."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rag.question import analyse
from rag.ranking.sureness import FILE, features, missing, sureness
from tests.found import evidence
from tests.ranking.test_held import MUSEUM

QUESTION = analyse("Combien de visiteurs l'exposition de Marelle a-t-elle attirés ?")
THERE = evidence("L'exposition de Marelle a attiré 30.000 visiteurs.", MUSEUM, score=0.5)
NEAR = evidence("L'exposition de Marelle réunit 500 photographies.", MUSEUM, score=0.5)


def test_what_is_there_is_surer_than_what_is_near() -> None:
    assert sureness(QUESTION, [THERE]) > 0.6 > 0.38 > sureness(QUESTION, [NEAR])
    assert missing(QUESTION, [THERE]) is None
    assert missing(QUESTION, [NEAR]) == "count"


def test_any_sentence_near_the_best_may_hold_it_and_no_other() -> None:
    assert missing(QUESTION, [NEAR, replace(THERE, score=0.3)]) is None
    assert missing(QUESTION, [NEAR, replace(THERE, score=0.1)]) == "count"


def test_a_salary_that_no_near_passage_has_a_word_for_is_not_told() -> None:
    asked = analyse("Quel est le salaire du directeur du musée de Marelle ?")
    cost = evidence("Le musée de Marelle a payé 3 millions d'euros pour le toit.", MUSEUM, score=0.5)
    other = evidence("L'offre du directeur du musée de Marelle était de 3 millions d'euros.", MUSEUM, score=0.5)
    told = evidence("Le directeur du musée de Marelle gagne 6.000 euros par mois.", MUSEUM, score=0.5)
    assert sureness(asked, [other]) == 0.0 < min(sureness(asked, [cost]), sureness(asked, [told]))


def test_nothing_found_and_nothing_near() -> None:
    assert sureness(QUESTION, []) == 0.0
    assert sureness(QUESTION, [replace(THERE, score=0.001)]) < 0.05


def test_every_weight_is_of_a_feature_and_none_goes_against_its_sense() -> None:
    weights = json.loads(FILE.read_text(encoding="utf-8"))
    questions = ("How many came?", "When did it open?", "Who is the director?", "Why did it close?")
    known = {name for text in questions for name in features(analyse(text), [THERE])}
    known |= {name for name in features(QUESTION, [THERE])}
    assert set(weights) == {"about", "answers"}
    assert {name for part in weights.values() for name in part} <= known
    assert all(value >= 0 for name, value in weights["answers"].items() if not name.startswith("is_"))


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
@settings(max_examples=40, deadline=None)
def test_a_better_score_is_never_less_sure(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert sureness(QUESTION, [replace(THERE, score=low)]) <= sureness(QUESTION, [replace(THERE, score=high)]) + 1e-9
