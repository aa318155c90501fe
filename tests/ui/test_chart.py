"""The plot of a ledger says what the table says: every dated report, where and when it belongs."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

from rag.types import Citation, Ledger, LedgerRow
from rag.ui import chart
from rag.ui.words import ENGLISH, FRENCH


def row(
    low: float, high: float, day: date | None, status: Literal["first", "update", "disagreement", "same"] = "update"
) -> LedgerRow:
    return LedgerRow(f"{low}–{high}", day, "Paris", Citation(1, "a", 0, 1, "x"), low, high, status)


LEDGER = Ledger(
    "deaths",
    "death",
    (
        row(2012, 2012, date(2023, 9, 10), "first"),
        row(2862, 2862, date(2023, 9, 11)),
        row(2500, 2600, date(2023, 9, 11), "disagreement"),
        row(3000, 3000, None),
        row(2901, 2901, date(2023, 9, 13)),
    ),
)


def test_points_are_the_dated_rows() -> None:
    points = chart.points(LEDGER, FRENCH)
    assert [point["middle"] for point in points] == [2012, 2862, 2550, 2901]
    assert [point["day"][:10] for point in points] == ["2023-09-10", "2023-09-11", "2023-09-11", "2023-09-13"]
    assert [point["status"] for point in points] == ["premier chiffre", "mise à jour", "désaccord", "mise à jour"]
    assert all(earlier["day"] <= later["day"] for earlier, later in pairwise(points))


def test_the_line_leaves_disagreements_out_and_the_marks_show_them() -> None:
    spec = chart.over_time(LEDGER, ENGLISH)
    line, ranges, marks = spec["layer"]
    assert line["transform"] == [{"filter": "datum.kind != 'disagreement'"}]
    assert ranges["encoding"]["y"]["field"] == "low"
    assert ranges["encoding"]["y2"]["field"] == "high"
    assert marks["encoding"]["color"]["scale"]["domain"] == ["first report", "update", "disagreement"]
    assert len(set(marks["encoding"]["shape"]["scale"]["range"])) == 3


def test_few_report_days_are_the_ticks() -> None:
    axis = chart.over_time(LEDGER, ENGLISH)["encoding"]["x"]["axis"]
    assert axis["values"] == [{"year": 2023, "month": 9, "date": day} for day in (10, 11, 13)]
    many = Ledger("x", "", tuple(row(day, day, date(2024, 1, day)) for day in range(1, 10)))
    assert "values" not in chart.over_time(many, ENGLISH)["encoding"]["x"]["axis"]


def test_the_axis_of_what_is_never_negative_does_not_go_below_zero() -> None:
    rows = (row(100, 100, date(2024, 1, 1)), row(460_000, 500_000, date(2024, 1, 2)))
    low, high = chart.span(rows)
    assert low == 0
    assert 500_000 < high < 600_000
    assert chart.span((row(-12, -12, date(2024, 1, 1)), row(3, 3, date(2024, 1, 2))))[0] < -12
    assert chart.span((row(5, 5, None), row(5, 5, None))) == (4.4, 5.6)


def test_a_line_joins_only_few_reports_that_go_one_way() -> None:
    def layers(*values: float) -> int:
        rows = tuple(row(value, value, date(2024, 1, day)) for day, value in enumerate(values, 1))
        return len(chart.over_time(Ledger("x", "", rows), ENGLISH)["layer"])

    assert layers(1, 2, 2, 5) == layers(9, 4, 1) == 3
    assert layers(1, 5, 2) == layers(*range(12)) == 2
    assert len(chart.over_time(LEDGER, ENGLISH)["layer"]) == 3, "what disagrees is no step"


def test_what_is_counted_is_called_in_the_pages_language_or_not_at_all() -> None:
    assert [chart.measured_in("death", words) for words in (ENGLISH, FRENCH)] == ["deaths", "morts"]
    assert [chart.measured_in("EUR", words) for words in (ENGLISH, FRENCH)] == ["euros", "euros"]
    assert chart.measured_in("crown", ENGLISH) == chart.measured_in("fr:chercheur", FRENCH) == ""


def test_a_plot_needs_two_days() -> None:
    assert chart.plottable(LEDGER)
    assert not chart.plottable(Ledger("x", "", LEDGER.rows[1:4]))
    assert not chart.plottable(Ledger("x", "", ()))
