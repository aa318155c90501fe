"""What counts as said in an answer about names and events, and the gold that is compared with it."""

import json
from pathlib import Path

import pytest

from benchmarks.names import judged, says, spellings
from rag.types import Answer, Claim

EVENTS = Path(__file__).parents[2] / "benchmarks" / "events.jsonl"


def answer(*claims: str, direct: str | None = None) -> Answer:
    return Answer("?", "en", direct=direct, claims=tuple(Claim(text, ()) for text in claims))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("245", "4", False),
        ("4 personnes", "4", True),
        ("L'immeuble de la rue d'Aubagne, en 2018, s'est effondré.", "8", False),
        ("huit morts, 8 selon la mairie", "8", True),
        ("190", "90", False),
        ("90 000 manifestants", "90", False),
        ("90,5 %", "90", False),
        ("Le bilan est de 90.", "90", True),
        ("1 245 morts", "245", False),
        ("En 2015, 245 morts", "245", True),
        ("en 2015 245 morts", "245", True),
        ("Le 23 mars 2018", "3", False),
        ("le 25 mai 2019", "25 mai", True),
        ("le 25 mai 2019", "5 mai", False),
        ("on May 25 2019", "May 25", True),
        ("le Covid-19", "19", False),
        ("282.710 manifestants", "282.", True),
        ("2 262 migrants", "2 2", True),
        ("1,5°C", "1,5", True),
        ("21,5 millions", "1,5", False),
        ("Elisabeth II", "Abe", False),
        ("Shinzo Abe", "Abe", True),
        ("ce que dit l'UEFA", "UE", False),
        ("l'UE", "UE", True),
        ("les murs", "mur", True),
        ("un murmure", "mur", False),
        ("les policiers", "polic", True),
        ("des métropoles policées", "polic", True),
        ("la métropole", "polic", False),
        ("Jérôme ZÉLENSKY", "Zelensk", True),
        ("une demi-finale en Russie", "Russ", True),
    ],
)
def test_says(text: str, word: str, expected: bool) -> None:
    assert says(text, word) is expected


def test_an_answer_is_judged_by_its_short_answer_else_by_its_first_sentence() -> None:
    assert judged(answer("Quatre personnes ont été tuées.", direct="245"), ["quatre", "4"]) == "wrong"
    assert judged(answer("Quatre personnes ont été tuées.", "245 en tout."), ["quatre", "4"]) == "right"
    assert judged(answer(), ["4"]) == "refused"


def test_somebodys_words_name_the_speaker_in_one_spelling_or_another() -> None:
    said = answer("La Syrie est stable, a dit Vladimir Poutine.")
    assert judged(said, ["Syrie"], spellings(["Putin", "Poutine"])) == "right"
    assert judged(said, ["Syrie"], spellings("Poutine")) == "right"
    assert judged(said, ["Syrie"], spellings("Macron")) == "wrong"


def test_half_of_a_list_is_named_and_two_of_it() -> None:
    named = ["Abe", "Modi"]
    assert judged(answer("Abe est là.", "Modi aussi.", "Elisabeth, non."), named, several=True) == "right"
    assert judged(answer("Abe est là.", "Elisabeth, non."), named, several=True) == "wrong"


def test_a_statement_can_be_right_in_french_whatever_the_question_calls_its_speaker() -> None:
    """The articles are French: what a speaker is called there is among the spellings, as in the French question."""
    rows = [json.loads(line) for line in EVENTS.read_text(encoding="utf-8").splitlines()]
    statements = [row for row in rows if row["kind"] == "statement"]
    english, french = ([row for row in statements if row["language"] == language] for language in ("en", "fr"))
    assert [row["speaker"] for row in english] == [row["speaker"] for row in french]
    for row in french:
        assert any(says(row["question"], speaker) for speaker in spellings(row["speaker"]))
