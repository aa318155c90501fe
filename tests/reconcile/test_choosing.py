"""Which reports belong together, and which of them answers: pure decisions over reports and time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.figures import find_figures
from rag.ledger import Report
from rag.reconcile.choosing import WEIGHTS, in_time, last_day, newest, reports_of
from rag.reconcile.reading import Candidate
from rag.reconcile.sought import Sought
from rag.timeline import TimeScope
from rag.types import ArticleInfo
from tests.found import evidence

DEATHS = Sought(frozenset({"count"}), "death")
MONEY = Sought(frozenset({"money"}))


def report(key: str, day: date, text: str) -> Report:
    info = ArticleInfo(key, "Crue à Vernoux", "Journal", published=day, published_at=f"{day}T10:00", language="fr")
    return Report(find_figures(text, "fr", day)[0], evidence(text, info))


FIRST = report("a", date(2021, 3, 1), "Douze morts dans la crue.")
EXACT = report("b", date(2021, 3, 9), "192 morts dans la crue.")
LOOSE = report("c", date(2021, 3, 12), "Plus de 190 morts dans la crue.")
LATE = report("d", date(2021, 6, 1), "204 morts dans la crue.")


@pytest.mark.parametrize(
    ("reports", "want", "scope", "answer"),
    [
        ([FIRST, EXACT], DEATHS, TimeScope(), EXACT),
        ([FIRST, EXACT, LOOSE], DEATHS, TimeScope(), EXACT),
        ([FIRST, EXACT, LOOSE, LATE], DEATHS, TimeScope(), LATE),
        ([FIRST, EXACT], MONEY, TimeScope(until=date(2021, 3, 1), text="avant le 2 mars"), FIRST),
        ([FIRST, EXACT], DEATHS, TimeScope(until=date(2021, 3, 8), text="au 8 mars", as_of=True), FIRST),
        ([FIRST, EXACT, LATE], DEATHS, TimeScope(date(2021, 3, 1), date(2021, 3, 31), text="mars 2021"), EXACT),
    ],
)
def test_the_report_that_answers(reports: list[Report], want: Sought, scope: TimeScope, answer: Report) -> None:
    assert newest(reports, want, scope) is answer


def test_how_long_a_time_is_told_of() -> None:
    whole = TimeScope(date(2021, 5, 1), date(2021, 5, 31), text="mai 2021")
    days = TimeScope(date(2021, 5, 1), date(2021, 5, 10), text="début mai 2021")
    assert last_day(MONEY, whole) == date(2021, 7, 15)
    assert last_day(MONEY, days) == date(2021, 5, 13)
    assert last_day(DEATHS, days) == date(2021, 6, 24)
    assert last_day(MONEY, TimeScope(until=date(2021, 5, 3), text="au 3 mai", as_of=True)) == date(2021, 5, 3)
    assert last_day(MONEY, TimeScope()) is None
    assert last_day(MONEY, TimeScope(until=date.max, text="...")) == date.max


def test_a_time_that_begins_with_the_calendar_has_nothing_before_it() -> None:
    item = read("a", date(2021, 3, 1), "Douze morts dans la crue.", 1.0)
    assert in_time(item, DEATHS, TimeScope(since=date.min, text="depuis toujours"))


def read(key: str, day: date | None, text: str, score: float) -> Candidate:
    """The figure of an article that says all of the question, with a score made up by its total."""
    base = report(key, day or date(2021, 3, 1), text)
    info = replace(base.evidence.hit.article, published=day, published_at="")
    features = dict.fromkeys(WEIGHTS, 0.0) | {"unit": 1.0, "passage": 1.0, "titled": 1.0, "near": 1.0, "dense": 1.0}
    told = sum(WEIGHTS[name] * value for name, value in features.items())
    features["total"] = (score - told) / WEIGHTS["total"]
    return Candidate(base.figure, replace(base.evidence, hit=replace(base.evidence.hit, article=info)), features)


@pytest.mark.parametrize(
    ("days", "values"),
    [
        ((date(2021, 3, 1), date(2021, 3, 9)), [12, 192]),
        ((date(2021, 3, 1), None), []),  # one report, and not a sure one: of the other nobody knows when it was so
        ((None, date(2021, 3, 9)), []),
        ((None, None), []),
    ],
)
def test_only_dated_reports_follow_one_another(days: tuple[date | None, date | None], values: list[int]) -> None:
    found = [read("a", days[0], "12 morts dans la crue.", 8.9), read("b", days[1], "192 morts dans la crue.", 8.8)]
    assert [each.figure.value for each in reports_of(found, DEATHS, TimeScope())] == values


def test_an_undated_report_may_answer_alone() -> None:
    (only,) = reports_of([read("a", None, "12 morts dans la crue.", 11.5)], DEATHS, TimeScope())
    assert (only.figure.value, round(only.score, 6)) == (12, 11.5)


def test_of_two_figures_of_an_article_the_one_nearer_to_what_another_article_surely_says_is_chosen() -> None:
    day, next_day = date(2021, 3, 1), date(2021, 3, 2)
    sure = read("a", day, "21 morts dans la crue.", 11.0)
    far, near = read("b", next_day, "2000 morts dans la crue.", 9.6), read("b", next_day, "24 morts dans la crue.", 9.0)
    chosen = reports_of([sure, far, near], DEATHS, TimeScope())
    assert [(each.figure.value, round(each.score, 1)) for each in chosen] == [(21, 11.0), (24, 9.0)]


def test_a_figure_that_surely_counts_something_else_is_no_report() -> None:
    sure = read("a", date(2021, 3, 1), "21 morts dans la crue.", 11.0)
    other = read("b", date(2021, 3, 2), "24 morts dans la crue.", 10.0)
    other = replace(other, features={**other.features, "unit": 0.1})
    assert [each.figure.value for each in reports_of([sure, other], DEATHS, TimeScope())] == [21]


@pytest.mark.parametrize(("roles", "values"), [((1.0, 1.0, -1.0), [21, 24]), ((1.0, 0.0, -1.0), [21, 24, 31])])
def test_what_something_else_happens_to_is_no_report_where_others_say_the_deed(
    roles: tuple[float, ...], values: list[int]
) -> None:
    texts = ((1, "21 morts dans la crue."), (2, "24 morts dans la crue."), (3, "31 morts dans la crue."))
    found = []
    for (day, text), role in zip(texts, roles, strict=True):
        item = read(f"a{day}", date(2021, 3, day), text, 11.0)
        found.append(replace(item, features={**item.features, "role": role, "total": item.features["total"] - role}))
    assert [each.figure.value for each in reports_of(found, DEATHS, TimeScope())] == values
