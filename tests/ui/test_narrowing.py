"""What narrows the search is told in words, and a refusal never speaks for what was not searched."""

from __future__ import annotations

from datetime import date

import pytest

from rag.types import Filter, Refusal
from rag.ui.narrowing import Choices, contradiction, refused, within
from rag.ui.words import ENGLISH, FRENCH, Words

DAY, LATER = date(2023, 9, 11), date(2023, 10, 1)
SILENT = Refusal("no_evidence", "The corpus does not say: it never mentions Karsa.")


@pytest.mark.parametrize(
    ("kept", "words", "told"),
    [
        (Filter(), ENGLISH, ""),
        (Filter(until=DAY), ENGLISH, "by 11 September 2023"),
        (Filter(until=DAY), FRENCH, "jusqu’au 11 septembre 2023"),
        (
            Filter(("en", "fr"), ("Post", "Gazette", "Times")),
            ENGLISH,
            "in English or French, in Post, Gazette or Times",
        ),
        (Filter(("en",), ("Post",), since=DAY), FRENCH, "en anglais, dans Post, depuis le 11 septembre 2023"),
        (Filter(since=DAY, until=LATER), ENGLISH, "between 11 September 2023 and 1 October 2023"),
        (Filter(since=DAY, until=LATER), FRENCH, "entre le 11 septembre 2023 et le 1er octobre 2023"),
        (Filter(since=DAY, until=DAY), ENGLISH, "on 11 September 2023"),
        (Filter(since=DAY, until=DAY), FRENCH, "le 11 septembre 2023"),
    ],
)
def test_a_filter_is_told_in_words(kept: Filter, words: Words, told: str) -> None:
    assert within(kept, words) == told


def test_of_many_outlets_only_some_are_named_where_a_long_list_would_stand_over_what_is_read() -> None:
    many = Filter(sources=("Post", "Gazette", "Times", "Echo", "Star"))
    told = "in Post, Gazette, Times or 2 other outlets"
    assert within(many, ENGLISH, shortly=True) == told
    assert within(many, FRENCH, shortly=True) == "dans Post, Gazette, Times ou 2 autres médias"
    assert within(many, ENGLISH) == "in Post, Gazette, Times, Echo or Star"
    assert within(Filter(sources=many.sources[:4]), ENGLISH, shortly=True) == "in Post, Gazette, Times or Echo"
    assert refused(SILENT, many, ENGLISH)[0].startswith(f"Nothing published {told} says so")


def test_a_refusal_speaks_for_what_was_searched_only() -> None:
    assert refused(SILENT, Filter(), ENGLISH) == (SILENT.message, "")
    english, french = (refused(SILENT, Filter(until=DAY), words) for words in (ENGLISH, FRENCH))
    assert english == ("Nothing published by 11 September 2023 says so; the rest of the corpus was not searched.", "")
    assert french[0].startswith("Rien de paru jusqu’au 11 septembre 2023 ne le dit")


def test_a_refusal_with_a_reason_of_its_own_keeps_it() -> None:
    premise = Refusal("false_premise", "The corpus does not say that he resigned.")
    said, more = refused(premise, Filter(until=DAY), ENGLISH)
    assert said == premise.message
    assert more.startswith("Nothing published by 11 September 2023")
    for none in (
        Refusal("filtered_out", "No article passes the filters."),
        Refusal("empty_question", "Ask something."),
    ):
        assert refused(none, Filter(until=DAY), ENGLISH) == (none.message, "")


def test_days_that_leave_none_between_them_are_a_contradiction() -> None:
    kept = Choices(Filter(since=LATER), as_of=DAY).kept
    told = "No article can be published since 1 October 2023 and by 11 September 2023"
    assert contradiction(kept, ENGLISH) == f"{told}: these two days contradict each other"
    assert contradiction(kept, FRENCH).endswith("ces deux dates se contredisent")
    for sound in (Filter(), Filter(since=LATER), Filter(until=DAY), Filter(since=DAY, until=DAY)):
        assert contradiction(sound, ENGLISH) == ""
