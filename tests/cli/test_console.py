"""Terminals: emphasis and progress where somebody watches, plain text where nobody does."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.cli import draw
from rag.cli.console import Console, ProgressLine, clean, describe_progress, describe_seconds
from rag.pace import Progress
from rag.settings import Settings, wants_plain_text
from rag.types import Answer, Citation, Claim, Filter, Ledger, LedgerRow, Refusal, Withheld
from tests.found import ARTICLE, evidence

QUOTE = "Le fonds compte 12 millions d'euros."
CITED = Citation(
    1, "fund", 0, len(QUOTE), QUOTE, "Le fonds", "Le Phare", date(2024, 11, 28), "https://example.org", "fr"
)


def console(styled: bool = False, live: bool = False, width: int = 0) -> Console:
    return Console(io.StringIO(), io.StringIO(), styled, live, width)


def drawn(answer: Answer, terminal: Console) -> str:
    draw.answer(answer, terminal)
    return terminal.out.getvalue()


def test_a_whole_answer_as_plain_text() -> None:
    row = LedgerRow("12 million", date(2024, 11, 28), "Le Phare", CITED, 12e6, 12e6)
    update = LedgerRow("14 million", None, "Echo", CITED, 14e6, 14e6, "update")
    answer = Answer(
        "and how much?", "en", direct="12 million euros", claims=(Claim("The fund holds 12 million euros.", (CITED,)),),
        withheld=(Withheld("It is empty.", "It cites no sentence."),), ledger=Ledger("fund", "EUR", (row, update)),
        notes=("A note.",), standalone="How much is in the fund?", as_of=date(2024, 11, 28),
    )  # fmt: skip
    assert drawn(answer, console()) == (
        "Understood as: How much is in the fund?\n"
        "12 million euros\n"
        "\n"
        "  The fund holds 12 million euros. [1]\n"
        "\n"
        "How the figure moved: fund\n"
        "  2024-11-28  12 million  Le Phare\n"
        "  undated     14 million  Echo  update\n"
        "\n"
        "[1] Le fonds. Le Phare, 2024-11-28, fr\n"
        "    « Le fonds compte 12 millions d'euros. »\n"
        "    https://example.org\n"
        "\n"
        "As of 28 November 2024.\n"
        "A note.\n"
        "  - It is empty.\n"
        "    It cites no sentence.\n"
    )


def test_what_is_said_beside_the_articles_words_is_in_the_language_of_the_question() -> None:
    row = LedgerRow("12 millions", None, "Le Phare", CITED, 12e6, 12e6)
    update = LedgerRow("14 millions", date(2024, 12, 1), "Écho", CITED, 14e6, 14e6, "update")
    told = drawn(
        Answer(
            "et combien ?", "fr", standalone="Combien dans le fonds ?", as_of=date(2024, 12, 1),
            refusal=Refusal("weak_evidence", "Le corpus ne le dit pas.", CITED),
            ledger=Ledger("fonds", "EUR", (row, update)),
        ),
        console(),
    )  # fmt: skip
    lines = told.splitlines()
    assert lines[0] == "Compris ainsi\u00a0: Combien dans le fonds ?"
    assert "La phrase la plus proche\u00a0:" in lines
    assert "L’évolution du chiffre\u00a0: fonds" in lines
    assert "  sans date   12 millions  Le Phare" in lines
    assert "  2024-12-01  14 millions  Écho  mise à jour" in lines
    assert "Au 1er décembre 2024." in lines


def test_five_thousand_words_withheld_take_one_line_and_a_long_question_heads_no_ledger() -> None:
    row = LedgerRow("12 million", None, "Echo", CITED, 12e6, 12e6)
    told = drawn(
        Answer(
            "who?", "en", withheld=(Withheld("word " * 5000, "It cites no sentence."),), standalone="who?",
            ledger=Ledger("how much " * 500, "EUR", (row,)),
        ),
        console(),
    )  # fmt: skip
    assert max(map(len, told.splitlines())) < 310
    assert told.count("…") == 2


def test_an_article_without_a_title_is_called_by_its_address_or_its_file() -> None:
    file = Citation(1, "2024/été à la plage.txt", 0, 3, "Oui", language="fr")
    page = replace(file, number=2, article_id="url-0123456789abcdef0123", url="https://example.org/plage")
    told = drawn(Answer("?", "fr", claims=(Claim("Oui", (file,)), Claim("Non", (page,)))), console())
    assert "[1] 2024/été à la plage.txt. sans date, fr\n" in told
    assert "[2] https://example.org/plage. sans date, fr\n" in told and "url-0123" not in told


def test_what_the_search_kept_to_is_told() -> None:
    window = Filter(languages=("fr",), sources=("Le Phare",), since=date(2024, 12, 2), until=date(2024, 12, 8))
    refused = Answer("?", "en", refusal=Refusal("no_evidence", "No."), window=window, time_words="last week")
    assert drawn(refused, console()).splitlines()[2:] == [
        "Only reports since 2 December 2024 until 8 December 2024.",
        "Only articles in French, in Le Phare.",
        "Time taken from “last week”.",
    ]


def test_a_refusal_offers_the_nearest_statement() -> None:
    refused = Answer(
        "who?", "en", refusal=Refusal("withheld", "The corpus does not say.", CITED), standalone="who?",
        withheld=(Withheld("It is empty.", "It cites no sentence."), Withheld("It is full.", "It cites no sentence.")),
    )  # fmt: skip
    assert drawn(refused, console()) == (
        "The corpus does not say.\n"
        "\n"
        "The nearest statement found:\n"
        "    « Le fonds compte 12 millions d'euros. »\n"
        "    — Le fonds. Le Phare, 2024-11-28, fr\n"
        "\n"
        "2 statements withheld: not borne out by what they cite.\n"
        "  - It is empty.\n"
        "    It cites no sentence.\n"
        "  - It is full.\n"
        "    It cites no sentence.\n"
    )


def test_what_an_explanation_leaves_out_says_how_it_is_shown() -> None:
    terminal = console()
    article = replace(ARTICLE, id="fund")
    items = tuple(evidence(f"Ship {number} sailed.", article) for number in range(draw.SENTENCES + 4))
    draw.answer(Answer("who?", "en", evidence=items), terminal, explain=True)
    assert "\n  and 4 more: --explain --json lists all\n" in terminal.out.getvalue()


def test_a_terminal_shows_the_figure_in_bold_in_quote_and_claim() -> None:
    answer = Answer(
        "how much?", "en", direct="12 million euros", claims=(Claim(QUOTE, (CITED,)),), standalone="how much?"
    )
    shown = drawn(answer, console(styled=True, width=80))
    assert shown.startswith("\x1b[1m12 million euros\x1b[22m\n")
    assert "Le fonds compte \x1b[1m12 millions d'euros\x1b[22m. [1]" in shown
    assert "\ue000" not in shown


@pytest.mark.parametrize("styled", [False, True])
def test_json_is_written_character_for_character(styled: bool) -> None:
    value = {"quote": "\ue000bold\ue002 \ue001 \x1b[1m", "titre": "Écho"}
    terminal = console(styled)
    terminal.data(value)
    written = terminal.out.getvalue()
    assert json.loads(written) == value
    assert "\x1b" not in written and "Écho" in written


@pytest.mark.parametrize("styled", [False, True])
def test_what_an_article_says_is_no_emphasis(styled: bool) -> None:
    quote = "\ue000Douze\ue002 \ue001millions."
    cited = replace(CITED, quote=quote, title="\ue000Le fonds", source="\ue001Écho")
    shown = drawn(Answer("?", "fr", claims=(Claim(quote, (cited,)),), standalone="?"), console(styled, width=80))
    assert "\ufffdDouze\ufffd \ufffdmillions." in shown and "\ufffdLe fonds. \ufffdÉcho" in shown
    assert "\x1b[1m" not in shown and not set(shown) & set("\ue000\ue001\ue002")


def test_where_nothing_is_styled_no_character_is_made_a_style() -> None:
    terminal = console()
    terminal.line("\ue000plain\ue002")
    assert terminal.out.getvalue() == "\ue000plain\ue002\n"


def test_lines_are_wrapped_at_the_margin_whatever_is_in_bold() -> None:
    terminal = console(styled=True, width=40)
    terminal.paragraph(f"one two {terminal.bold('three four five')} six seven eight nine ten", indent=2, hang=2)
    lines = terminal.out.getvalue().splitlines()
    assert lines == ["  one two \x1b[1mthree four five\x1b[22m six seven", "    eight nine ten"]


@pytest.mark.parametrize(
    ("environ", "plain"),
    [
        ({}, False),
        ({"NO_COLOR": "1"}, True),
        ({"NO_COLOR": ""}, False),
        ({"TERM": "dumb"}, True),
        ({"TERM": "xterm"}, False),
    ],
)
def test_no_color_is_heeded(environ: dict[str, str], plain: bool) -> None:
    assert wants_plain_text(environ) is plain


@given(st.text())
def test_cleaned_text_holds_no_control_character(text: str) -> None:
    cleaned = clean(text)
    assert not any(character < " " and character not in "\n\t" for character in cleaned)
    assert not set(cleaned) & set("\x7f\x9b\u202e\u2066\ue000\ue001\ue002")
    assert clean(cleaned) == cleaned


def test_nothing_is_drawn_where_nobody_watches() -> None:
    terminal = console()
    line = ProgressLine(terminal)
    line(Progress("embedding", 1, 10))
    line.text("writing")
    line.clear()
    assert terminal.err.getvalue() == terminal.out.getvalue() == ""


def test_progress_tells_rate_and_time_left_and_leaves_no_trace() -> None:
    terminal, now = console(live=True), [0.0]
    line = ProgressLine(terminal, clock=lambda: now[0])
    for done, now[0] in ((0, 0.0), (1, 0.05), (50, 5.0), (100, 10.0)):
        line(Progress("embedding", done, 100))
    line.clear()
    assert terminal.err.getvalue().split("\r") == [
        "",
        "embedding 0 of 100 articles\x1b[K",
        "embedding 50 of 100 articles, 10/s, 5.0 s left\x1b[K",
        "embedding 100 of 100 articles, 10/s\x1b[K",
        "\x1b[K",
    ]
    assert terminal.out.getvalue() == ""


def test_a_new_stage_is_timed_afresh() -> None:
    terminal, now = console(live=True), [0.0]
    line = ProgressLine(terminal, clock=lambda: now[0])
    for stage, done, now[0] in (
        ("reading", 0, 0.0),
        ("reading", 1000, 1.0),
        ("embedding", 0, 100.0),
        ("embedding", 5, 110.0),
    ):
        line(Progress(stage, done, 1000))
    assert terminal.err.getvalue().endswith("embedding 5 of 1,000 articles, 0.5/s, 33 min 10 s left\x1b[K")


def test_embedding_tells_passages_a_second() -> None:
    told = describe_progress(Progress("embedding", 1200, 5000, 16.0, rate=225.4), 1200, 16.0)
    assert told == "embedding 1,200 of 5,000 articles, 225 passages/s, 51 s left"


def test_an_unknown_total_is_not_told() -> None:
    assert describe_progress(Progress("reading", 1200, 0), 1200, 10.0) == "reading 1,200 files, 120/s"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0.04, "0.0 s"),
        (9.96, "10.0 s"),
        (18.4, "18 s"),
        (59.6, "1 min 00 s"),
        (200, "3 min 20 s"),
        (7500, "2 h 05 min"),
    ],
)
def test_durations_are_told_as_people_say_them(seconds: float, told: str) -> None:
    assert describe_seconds(seconds) == told


def test_a_process_started_from_here_gets_the_settings() -> None:
    settings = Settings(hits=5, chat_model="openai:small")
    environment = settings.to_environment({"PATH": "/bin", "CITEWIRE_HITS": "9"})
    assert environment["PATH"] == "/bin"
    assert Settings.from_environment(environment) == settings
