"""What Citewire itself says: the same in both languages, with the same gaps to fill."""

from __future__ import annotations

from string import Formatter

import pytest

from rag.messages import _MESSAGES, counted, message


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_is_there_in_both_languages_with_the_same_gaps() -> None:
    assert _MESSAGES["en"].keys() == _MESSAGES["fr"].keys()
    for key, english in _MESSAGES["en"].items():
        assert gaps(english) == gaps(_MESSAGES["fr"][key]), key


def test_another_language_is_told_in_english() -> None:
    assert message("empty_question", "de") == message("empty_question", "en") == "Ask something about the articles."


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError, match="no_such"):
        message("no_such", "en")


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("en", 1, "1 statement withheld: not borne out by what it cites."),
        ("en", 3, "3 statements withheld: not borne out by what they cite."),
        ("fr", 1, "1 affirmation écartée : les phrases citées ne l'étayent pas."),
        ("fr", 2, "2 affirmations écartées : les phrases citées ne les étayent pas."),
    ],
)
def test_one_is_told_in_the_singular(language: str, count: int, told: str) -> None:
    assert counted("withheld_note", language, count) == told
