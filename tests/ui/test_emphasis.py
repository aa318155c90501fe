"""The short answer is found in its quote, across languages, and nothing else is set in bold."""

from __future__ import annotations

from datetime import date

import pytest

from rag.types import Citation
from rag.ui.emphasis import proof, spans

CASES = [
    ("On estime qu'il dispose de 4 à 5 milliards de dollars jusqu'au 20 janvier.", "fr",
     "4–5 billion US dollars", "en", ["4 à 5 milliards de dollars"]),
    ("It is worth $725 million and holds 12 launchers.", "en", "725 millions de dollars", "fr", ["$725 million"]),
    ("Elle entrera en fonction le 20 janvier.", "fr", "20 January 2025", "en", ["le 20 janvier"]),
    ("Il a nommé Keith Kellogg comme envoyé spécial.", "fr", "Keith Kellogg", "en", ["Keith Kellogg"]),
    ("The vote was held in secret.", "en", "in secret", "en", ["in secret"]),
    ("Nothing of the kind was said.", "en", "725 million", "en", []),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "language", "direct", "asked_in", "bold"), CASES)
def test_the_answer_is_found_in_its_quote(
    quote: str, language: str, direct: str, asked_in: str, bold: list[str]
) -> None:
    citation = Citation(1, "a", 0, len(quote), quote, language=language, published=date(2024, 11, 28))
    found = [quote[start:end] for start, end in spans(citation, (direct,), asked_in)]
    assert len(found) == len(bold)
    for held, wanted in zip(found, bold, strict=True):
        assert held in wanted
        assert len(held) >= len(wanted) - 3  # an article or a space may stay outside


@pytest.mark.parametrize(
    ("quote", "bold"),
    [
        ("The treaty of 1932 was signed.", []),
        ("Some 1,032 or 32.5 per cent of 320.", []),
        ("In all, (32) of 132.", ["32"]),
    ],
)
def test_a_short_answer_is_no_part_of_another_word(quote: str, bold: list[str]) -> None:
    citation = Citation(1, "a", 0, len(quote), quote, language="en")
    assert [quote[start:end] for start, end in spans(citation, ("32",), "en")] == bold
    assert spans(Citation(1, "a", 0, 25, "In secrets (in secret). A", language="en"), ("in secret",), "en") == (
        (12, 21),
    )


def test_a_short_answer_is_proved_where_it_is_said_as_a_figure_or_a_name() -> None:
    texts = ("In 1932 someone wrote keith kellogg.", "In 2024, 32 countries met.", "He named Keith Kellogg envoy.")
    cited = tuple(Citation(n, "a", 0, len(text), text, language="en") for n, text in enumerate(texts, start=1))
    assert proof(cited, "32", "en") == cited[1]
    assert proof(cited, "Keith Kellogg", "en") == cited[2]
    assert proof(cited[:2], "Keith Kellogg", "en") == cited[0], "its words are enough where nothing else says it"
    assert proof(cited, "725 million", "en") is None
    assert proof((), "32", "en") is None


def test_nothing_wanted_nothing_bold() -> None:
    citation = Citation(1, "a", 0, 5, "12 %.", language="en")
    assert spans(citation, (), "en") == ()
    assert spans(citation, ("", " . "), "en") == ()
