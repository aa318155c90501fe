"""How an answer was searched for is told in plain lines, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.types import Answer, Filter
from rag.ui.remarks import remarks, searched
from rag.ui.words import ENGLISH, FRENCH, Words

NEWEST = date(2024, 12, 13)
WEEK = Filter(since=date(2024, 12, 2), until=date(2025, 1, 22))
ANSWER = Answer("?", "en", window=WEEK, time_words="last week", counted_from=NEWEST)
COUNTED = "Time taken from “last week”, counted from 13 December 2024"


@pytest.mark.parametrize(
    ("answer", "words", "kept", "told"),
    [
        (
            ANSWER,
            ENGLISH,
            Filter(),
            f"{COUNTED}, the day of the newest article; reports up to 45 days later included",
        ),
        (
            replace(ANSWER, time_words="la semaine dernière", language="fr"),
            FRENCH,
            Filter(),
            "Période déduite de «\u00a0la semaine dernière\u00a0», comptée à partir du 13 décembre 2024, "
            "jour de l’article le plus récent\u00a0; articles parus jusqu’à 45 jours après compris",
        ),
        (
            replace(
                ANSWER,
                as_of=NEWEST,
                window=replace(WEEK, until=NEWEST),
                notes=("Answered from what was published by 2024-12-13.",),
            ),
            ENGLISH,
            Filter(until=NEWEST),
            COUNTED,
        ),
        (ANSWER, ENGLISH, Filter(until=WEEK.until), f"{COUNTED}, the day of the newest article"),
        (
            replace(ANSWER, window=replace(WEEK, until=None)),
            ENGLISH,
            Filter(),
            f"{COUNTED}, the day of the newest article",
        ),
        (replace(ANSWER, counted_from=None), ENGLISH, Filter(), "Time taken from “last week”"),
    ],
    ids=["English", "French", "as of a day", "until a day", "open", "not counted"],
)
def test_words_of_time_tell_from_which_day_they_were_counted(
    answer: Answer, words: Words, kept: Filter, told: str
) -> None:
    assert searched(answer, words, kept)[-1] == told


def test_languages_and_outlets_are_told_apart() -> None:
    kept = Filter(languages=("en", "fr"), sources=("Post", "Gazette"))
    answer = Answer("?", "en", window=kept)
    assert searched(answer, ENGLISH) == ["Only articles in English or French, in Post or Gazette"]
    assert searched(answer, FRENCH) == ["Seulement les articles en anglais ou français, dans Post ou Gazette"]


def test_what_is_told_elsewhere_is_not_told_twice() -> None:
    notes = ("Answered from what was published by 2024-12-13.", "It moved.")
    answer = Answer("who?", "en", notes=notes, as_of=NEWEST, standalone="Who?")
    assert remarks(answer, ENGLISH, Filter()) == ["It moved."]
    assert remarks(answer, ENGLISH, Filter(), read_time=False)[1:] == [ENGLISH.time_not_read]
