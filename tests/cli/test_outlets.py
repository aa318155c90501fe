"""Outlets are found as people type them; of one that there is not, the nearest are named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.cli.outlets import as_spelt, unknown
from rag.types import Filter
from tests.cli.material import Built, Run

Runner = Callable[..., Run]
OUTLETS = ["Tidewater Post", "Écho", "echo", "Post", "", "Le Phare"]
QUESTION = "How much does the harbour fund hold?"


def test_case_and_accents_do_not_count_and_an_unknown_name_stays() -> None:
    spelt = as_spelt(Filter(("en",), ("le  phare", " LE PHARE ", "ECHO", "AFP")), OUTLETS)
    assert spelt == Filter(("en",), ("le  phare", "Le Phare", "Écho", "echo", "AFP"))
    assert as_spelt(Filter(), OUTLETS) == Filter()


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("AFP", "en", "No outlet is called “AFP”; citewire info --json names all there are."),
        ("pos", "en", "No outlet is called “pos”: the nearest are Tidewater Post, Post; citewire info"),
        ("Tidwater", "de", "No outlet is called “Tidwater”: the nearest are Tidewater Post; "),
        (
            "phare",
            "fr",
            "Aucun média ne s’appelle « phare »\u00a0: les plus proches sont Le Phare\u00a0; citewire info",
        ),
    ],
)
def test_the_nearest_outlets_are_named(name: str, language: str, told: str) -> None:
    (line,) = unknown([name, "Le Phare"], OUTLETS, language)
    assert line.startswith(told)


def test_an_outlet_is_found_whatever_its_case(built: Built, run: Runner) -> None:
    asked = run("ask", QUESTION, "--index", built.index, "--source", "tidewater post")
    assert (asked.status, asked.err) == (0, "") and "12 million" in asked.out
    found = run("search", "ships", "--index", built.index, "--source", "TIDEWATER POST", "--json").json
    assert found["passages"][0]["source"] == "Tidewater Post"


def test_where_an_unknown_outlet_admits_nothing_that_is_told(built: Built, run: Runner) -> None:
    told = "No outlet is called “Tidewater”: the nearest are Tidewater Post; citewire info --json names all there are."
    refused = run("ask", QUESTION, "--index", built.index, "--source", "Tidewater")
    assert (refused.status, refused.err) == (3, "") and refused.out.endswith(f"\n{told}\n")
    french = run("ask", "Combien contient le fonds du port ?", "--index", built.index, "--source", "Phare")
    assert "Aucun média ne s’appelle « Phare »\u00a0: les plus proches sont Le Phare" in french.out
    found = run("search", "ships", "--index", built.index, "--source", "Tidewater")
    assert (found.status, found.out, found.err) == (0, "  nothing found\n", f"citewire: {told}\n")
    assert run("ask", QUESTION, "--index", built.index, "--source", "Tidewater", "--json").json["claims"] == []


def test_a_search_that_its_filters_leave_empty_says_so(built: Built, run: Runner) -> None:
    found = run("search", "ships", "--index", built.index, "--since", "2030")
    told = "citewire: No passage passes the filters: widen them, or leave them out.\n"
    assert (found.status, found.out, found.err) == (0, "  nothing found\n", told)
