"""A conversation written down holds what was said, with its proof, and text stays text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rag.types import Answer, Citation, Claim, Refusal
from rag.ui.export import markdown, plain
from rag.ui.words import ENGLISH

QUOTE = "Il reste 4 à 5 milliards de dollars."
PROOF = Citation(
    1, "a", 0, len(QUOTE), QUOTE, "Retrait", "Journal", date(2024, 11, 29), "https://x.example/a", language="fr"
)
ANSWER = Answer("?", "en", direct="4–5 billion US dollars", claims=(Claim(QUOTE, (PROOF,)),), as_of=date(2024, 11, 29))


def test_a_conversation_holds_questions_answers_quotes_and_links() -> None:
    written = markdown([("How much *drawdown*?", ANSWER)], ENGLISH)
    assert written.startswith("# Citewire")
    for piece in (
        "## How much \\*drawdown\\*?",
        "**4–5 billion US dollars**",
        f"> {QUOTE}",
        "> \\[1\\] Journal · 29 November 2024 · Retrait · <https://x.example/a>",
        "As of 29 November 2024",
    ):
        assert piece in written
    assert written.count(QUOTE) == 1


def test_what_is_written_anew_is_told_with_its_marks() -> None:
    written = markdown([("?", replace(ANSWER, direct=None, claims=(Claim("Four to five.", (PROOF,)),)))], ENGLISH)
    assert "Four to five. \\[1\\]" in written


def test_a_refusal_is_written_with_its_nearest_statement() -> None:
    answer = Answer("?", "fr", refusal=Refusal("weak_evidence", "Le corpus ne le dit pas.", PROOF))
    written = markdown([("Qui ?", answer)], ENGLISH)
    assert "Le corpus ne le dit pas." in written
    assert f"> {QUOTE}" in written


def test_no_text_becomes_a_sign() -> None:
    assert plain("# <b>x</b>\n> [a](b)") == "\\# \\<b\\>x\\</b\\> \\> \\[a\\](b)"
    assert plain("1. one") == "1\\. one"
    assert plain("- one") == "\\- one"
    hostile = replace(PROOF, url="javascript:alert(1)", title="<img src=x>")
    written = markdown([("?", replace(ANSWER, claims=(Claim(QUOTE, (hostile,)),)))], ENGLISH)
    assert "javascript" not in written
    assert "\\<img" in written
