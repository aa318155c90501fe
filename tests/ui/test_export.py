"""A conversation written down holds what was said, with its proof, and text stays text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rag.types import Answer, Citation, Claim, Filter, Ledger, LedgerRow, Refusal, Withheld
from rag.ui.exchange import Exchange
from rag.ui.export import markdown, plain
from rag.ui.narrowing import Choices
from rag.ui.words import ENGLISH, FRENCH

QUOTE = "Il reste 4 à 5 milliards de dollars."
PROOF = Citation(
    1, "a", 0, len(QUOTE), QUOTE, "Retrait", "Journal", date(2024, 11, 29), "https://x.example/a", language="fr"
)
ANSWER = Answer("?", "en", direct="4–5 billion US dollars", claims=(Claim(QUOTE, (PROOF,)),), as_of=date(2024, 11, 29))


def written_of(answer: Answer) -> str:
    return markdown([Exchange("?", answer)], ENGLISH)


def test_a_conversation_holds_questions_answers_quotes_and_links() -> None:
    written = markdown([Exchange("How much *drawdown*?", ANSWER)], ENGLISH)
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
    written = written_of(replace(ANSWER, direct=None, claims=(Claim("Four to five.", (PROOF,)),)))
    assert "Four to five. \\[1\\]" in written


def test_a_refusal_is_written_with_its_nearest_statement() -> None:
    answer = Answer("?", "fr", refusal=Refusal("weak_evidence", "Le corpus ne le dit pas.", PROOF))
    written = written_of(answer)
    assert "Le corpus ne le dit pas." in written
    assert f"> {QUOTE}" in written


def test_no_text_becomes_a_sign() -> None:
    assert plain("# <b>x</b>\n> [a](b)") == "\\# \\<b\\>x\\</b\\> \\> \\[a\\](b)"
    assert plain("1. one") == "1\\. one"
    assert plain("- one") == "\\- one"
    hostile = replace(PROOF, url="javascript:alert(1)", title="<img src=x>")
    written = written_of(replace(ANSWER, claims=(Claim(QUOTE, (hostile,)),)))
    assert "javascript" not in written
    assert "\\<img" in written


EARLIER = replace(PROOF, number=1, start=40, end=58, quote="Il en restait | 7.", source="", published=None)
MOVED = replace(
    ANSWER,
    standalone="How much drawdown authority remains now?",
    ledger=Ledger(
        "drawdown",
        "USD",
        (
            LedgerRow("7 billion US dollars", None, "", EARLIER, 7, 7, "first"),
            LedgerRow("4–5 billion US dollars", date(2024, 11, 29), "Journal", PROOF, 4, 5, "update"),
        ),
    ),
    notes=("Reports give different values.", "1 statement withheld: not borne out by what it cites."),
    withheld=(Withheld("It is *9* billion.", "No sentence it cites says “9”."),),
    window=Filter(languages=("fr",), sources=("Le_Phare",), since=date(2024, 11, 18), until=date(2025, 1, 8)),
    time_words="last week",
    counted_from=date(2024, 11, 29),
)


def test_everything_the_page_shows_of_an_answer_is_written_down_in_its_order() -> None:
    written = written_of(MOVED)
    pieces = (
        "**4–5 billion US dollars**",
        "As of 29 November 2024",
        "Understood as: How much drawdown authority remains now?",
        "Reports give different values.",
        "Only reports since 18 November 2024 until 8 January 2025",
        "Only articles in French, in Le\\_Phare",
        "Time taken from “last week”, counted from 29 November 2024, the day of the newest article; reports up to 45 "
        "days later included",
        "| Date | Figure | Outlet | Status | Proof |\n| --- | --- | --- | --- | --- |\n",
        "| undated | 7 billion US dollars | Unknown outlet | first report | \\[2\\] |\n",
        "| 29 November 2024 | 4–5 billion US dollars | Journal | update | \\[1\\] |\n",
        f"> {QUOTE}",
        "> Il en restait \\| 7.",
        "> \\[2\\] Unknown outlet · undated · Retrait",
        "- ~~It is \\*9\\* billion.~~ No sentence it cites says “9”.",
    )
    places = [written.index(piece) for piece in pieces]
    assert places == sorted(places)
    assert written.count("withheld") == 1


def test_questions_that_failed_or_were_stopped_are_kept_and_how_one_was_asked() -> None:
    day = date(2024, 11, 29)
    asked = Exchange("Now?", replace(ANSWER, window=Filter(until=day)), read_time=False, chosen=Choices(as_of=day))
    written = markdown([Exchange("One?", failure="No *index*."), Exchange("Two?"), asked], FRENCH)
    assert "## One?\n\nCela n’a pas fonctionné. No \\*index\\*.\n\n## Two?\n\nArrêté avant la réponse." in written
    assert "All dates searched: the words of time in the question were not applied" in written


def test_where_else_a_statement_ran_is_written_down() -> None:
    copied = replace(ANSWER, claims=(Claim(QUOTE, (replace(PROOF, also_in=("Gazette", "Courrier")),)),))
    assert "<https://x.example/a> · also in 2 outlets: Gazette, Courrier" in written_of(copied)
