"""The newest report of a figure comes first and the others stand in the ledger, over articles read through an index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.series import write_articles
from rag import Assistant, Settings, build

SERIES = Path(__file__).parents[1] / "series" / "groups.jsonl"
GROUPS = {group["sid"]: group for group in map(json.loads, SERIES.read_text(encoding="utf-8").splitlines())}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("series")
    write_articles(SERIES, folder / "corpus")
    build(folder / "corpus", folder / "index")
    opened = Assistant.open(folder / "index", Settings())
    yield opened
    opened.index.close()


def told(assistant: Assistant, sid: str, language: str, as_of: date | None = None) -> tuple[str | None, list[float]]:
    answer = assistant.ask(GROUPS[sid][f"question_{language}"], as_of=as_of)
    return answer.direct, [row.low for row in answer.ledger.rows] if answer.ledger else []


@pytest.mark.parametrize(
    ("sid", "language", "direct", "rows"),
    [
        ("flood-vernier", "fr", "27", [9, 21, 26, 27]),
        ("train-crash", "en", "6", [4, 7, 6]),  # corrected downward
        ("jobs-norvex", "en", "720", [600, 850, 720]),  # across languages
        ("budget-tram", "fr", "240 millions d'euros", [180e6, 215e6, 240e6]),  # years apart
        ("petition", "fr", "102\N{NARROW NO-BREAK SPACE}000", [15000, 64000, 102000]),  # the goal is no report
        ("copy-wire", "en", "58", [37, 58]),  # a wire copy counts once
        ("march", "fr", "8\N{NARROW NO-BREAK SPACE}000", [3200, 8000]),  # two sources of one day
        ("mine-year", "en", "19", [11, 19]),  # not the explosions of other years
        ("fire-evac", "fr", "5\N{NARROW NO-BREAK SPACE}300", [350, 2100, 5300]),  # not the hectares burned
        ("sentence-morel", "en", "3 years", [4, 5, 3]),  # not the years in office, nor the age
        ("protest-arrests", "fr", "25\N{NARROW NO-BREAK SPACE}000", [3000, 6700, 7000, 25000]),  # in four months
    ],
)
def test_the_newest_value_is_the_answer_and_the_others_are_in_the_ledger(
    assistant: Assistant, sid: str, language: str, direct: str, rows: list[float]
) -> None:
    assert told(assistant, sid, language) == (direct, rows)


@pytest.mark.parametrize(("day", "direct"), [("2021-11-03", "4"), ("2021-11-04", "7"), ("2021-11-06", "6")])
def test_as_of_a_day_the_value_of_that_day_is_the_answer(assistant: Assistant, day: str, direct: str) -> None:
    first, rows = told(assistant, "train-crash", "en", date.fromisoformat(day))
    assert first is not None and first.removeprefix("at least ") == direct
    assert all(value in (4, 7, 6) for value in rows)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sid=st.sampled_from(sorted(GROUPS)), language=st.sampled_from(("en", "fr")), after=st.integers(-3, 400))
def test_nothing_published_later_is_told_as_of_a_day(assistant: Assistant, sid: str, language: str, after: int) -> None:
    first = date.fromisoformat(GROUPS[sid]["reports"][0]["published"][:10])
    day = first + timedelta(days=after)
    answer = assistant.ask(GROUPS[sid][f"question_{language}"], as_of=day)
    nearest = [answer.refusal.nearest] if answer.refusal and answer.refusal.nearest else []
    rows = answer.ledger.rows if answer.ledger else ()
    shown = [*answer.citations, *nearest, *(row.citation for row in rows)]
    assert all(each.published is not None and each.published <= day for each in shown)
    assert all(row.published is not None and row.published <= day for row in rows)
    assert all(hit.article.published is not None and hit.article.published <= day for hit in answer.hits)
    assert answer.as_of == day


def test_a_day_said_in_the_question_is_kept_to(assistant: Assistant) -> None:
    asked = assistant.ask("As of 4 November 2021, how many people had died in the Oldney train crash?")
    assert asked.direct == "7"
    french = assistant.ask("Combien de blessés comptait-on à Talmar au 3 mars 2022 ?")
    assert french.direct == "612"


def test_same_day_figures_of_two_outlets_are_a_disagreement(assistant: Assistant) -> None:
    answer = assistant.ask(GROUPS["march"]["question_fr"])
    assert answer.ledger is not None
    assert [(row.source, row.status) for row in answer.ledger.rows] == [
        ("La Gazette des Monts", "first"),
        ("Le Fanal", "disagreement"),
    ]
    numbers = [row.citation.number for row in answer.ledger.rows]
    assert len(set(numbers)) == 2
    for row in answer.ledger.rows:
        text = assistant.index.article(row.citation.article_id).text
        assert text[row.citation.start : row.citation.end] == row.citation.quote


@pytest.mark.parametrize("question", ["Who is the mayor of Cassel?", "Quand le tramway de Montélier roulera-t-il ?"])
def test_a_question_that_asks_for_no_amount_has_no_ledger(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).ledger is None
