"""Words that only lead to a mark go with it; whoever is named stays."""

from __future__ import annotations

import pytest

from rag.citations import verify
from rag.types import ArticleInfo, Question
from rag.writers.chat import draft_of
from rag.writers.marks import read_line, split_line
from tests.found import evidence_of, hit_of

BARE = "Five died."
BARE_FR = "Cinq sont morts."


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("According to [1], five died.", BARE),
        ("According to sentence [1], five died.", BARE),
        ("According to the articles [1, 2], five died.", BARE),
        ("As stated in [1], five died.", BARE),
        ("As [1] reports, five died.", BARE),
        ("In [1], five died.", BARE),
        ("Per [1]: five died.", BARE),
        ("Source [1] says that five died.", BARE),
        ("Sources [1] and [2] say that five died.", BARE),
        ("[1] reports that five died.", BARE),
        ("Five died (see [1] and [2]).", BARE),
        ("Five died (according to [1]).", BARE),
        ("Five died, as stated in [1].", BARE),
        ("Five died according to source [1].", BARE),
        ("Five died, [1] says.", BARE),
        ("Five died, see [1].", BARE),
        ("Five died, reports source [1].", BARE),
        ("Article [1] says five died.", BARE),
        ("Five died, according to [1], and six were hurt.", "Five died, and six were hurt."),
        ("Selon [1], cinq sont morts.", BARE_FR),
        ("D'après les phrases [1] et [2], cinq sont morts.", BARE_FR),
        ("Selon l’article [1], cinq sont morts.", BARE_FR),
        ("Dans [1], cinq sont morts.", BARE_FR),
        ("Comme l'indique [1], cinq sont morts.", BARE_FR),
        ("La phrase [1] indique que cinq sont morts.", BARE_FR),
        ("La source [1] précise qu'il est mort.", "Il est mort."),
        ("Cinq sont morts (voir [1]).", BARE_FR),
        ("Cinq sont morts, selon [1].", BARE_FR),
        ("Cinq sont morts, comme indiqué dans [1].", BARE_FR),
        ("Cinq sont morts, rapporte la phrase [1].", BARE_FR),
    ],
)
def test_a_lead_in_goes_with_its_mark(line: str, text: str) -> None:
    marked = read_line(line)
    assert (marked.text, marked.numbers[0]) == (text, 1)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("According to the ministry [1], five died.", "According to the ministry, five died."),
        ("According to [1] state television, five died.", "According to state television, five died."),
        ("According to sources [1], five died.", "According to sources, five died."),
        ("Five died [1], says the mayor [2].", "Five died, says the mayor."),
        ("It goes as far as one can see [1].", "It goes as far as one can see."),
        ("He left letters, notes [1].", "He left letters, notes."),
        ("Sentence [1] reports no survivors.", "Sentence reports no survivors."),
        ("[1] Reports that five died were denied.", "Reports that five died were denied."),
        ("Selon le ministère [1], cinq sont morts.", "Selon le ministère, cinq sont morts."),
        ("Selon des sources [1], cinq sont morts.", "Selon des sources, cinq sont morts."),
        ("Cinq sont morts [1], indique la mairie [2].", "Cinq sont morts, indique la mairie."),
    ],
)
def test_whoever_is_named_and_what_is_told_stays(line: str, text: str) -> None:
    assert read_line(line).text == text


def test_sentences_that_begin_with_a_lead_in_stand_on_their_own_marks() -> None:
    assert split_line("According to [1], nine died. According to [2], two were hurt.") == [
        "[1] Nine died.",
        "[2] Two were hurt.",
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "told", "led"),
    [
        (
            "en",
            "According to the ministry, 2,901 people were killed.",
            "According to the ministry, 2,901 people were killed [1].",
            "According to [1], 2,901 people were killed.",
        ),
        (
            "fr",
            "Selon le ministère, 2 901 personnes ont été tuées.",
            "Selon le ministère, 2 901 personnes ont été tuées [1].",
            "Selon [1], 2 901 personnes ont été tuées.",
        ),
    ],
)
def test_a_mark_is_nobody_who_says_so(language: str, sentence: str, told: str, led: str) -> None:
    evidence = evidence_of(hit_of(ArticleInfo("toll", language=language), sentence))
    asked = Question("", language)
    assert len(verify(draft_of(told, evidence), asked).claims) == 1
    assert verify(draft_of(led, evidence), asked).claims == ()
