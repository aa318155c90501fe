"""Why a claim is withheld, as people read it."""

from __future__ import annotations

from typing import get_args

import pytest

from rag.citations.reasons import Fault, Reason, unknown


@pytest.mark.parametrize("language", ["en", "fr", "de"])
@pytest.mark.parametrize("fault", get_args(Fault))
def test_every_fault_is_one_plain_sentence(fault: Fault, language: str) -> None:
    told = Reason(fault, "4.2 {million}").told(language)
    assert told[0].isupper() and told.endswith(".") and ". " not in told.replace("4.2 {million}", "")


@pytest.mark.parametrize(
    ("reason", "english", "french"),
    [
        (
            Reason("absent", "4.2 million"),
            "No sentence it cites says “4.2 million”.",
            "Aucune phrase citée ne dit «\u00a04.2 million\u00a0».",
        ),
        (Reason("unattributed"), "It drops who said so.", "Elle omet qui le dit."),
        (unknown(["[9]"]), "Mark [9] cites nothing.", "Le renvoi [9] ne correspond à aucune phrase."),
    ],
)
def test_told_in_both_languages(reason: Reason, english: str, french: str) -> None:
    assert (reason.told("en"), reason.told("fr")) == (english, french)


def test_several_marks_are_all_named() -> None:
    assert unknown(["[9]", "[?]"]).told("en") == "Marks [9], [?] cite nothing."
