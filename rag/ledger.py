"""The ledger of one figure: what each report gave for it, oldest first, with what changed and where outlets disagree.

Knows figures, citations and the order of time. Does not retrieve: the reports are read off sentences handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from rag.figures import Figure, factor, render, same_value
from rag.types import Citation, Evidence, Ledger, LedgerRow

Status = Literal["first", "update", "disagreement", "same"]


@dataclass(frozen=True, slots=True)
class Report:
    """One figure read off one sentence.

    ``score``: how surely it is of the thing asked, higher is surer; ``known``: what that was told from.
    """

    figure: Figure
    evidence: Evidence
    score: float = 0.0
    known: Mapping[str, float] = field(default_factory=dict, compare=False)

    @property
    def when(self) -> tuple[str, str]:
        """Sorts reports by day, then by time of day where the article gives one; undated ones first."""
        article = self.evidence.hit.article
        day = article.published.isoformat() if article.published else ""
        return day, article.published_at


def ledger_of(
    reports: Sequence[Report], subject: str, language: str, cite: Callable[[Evidence, int], Citation]
) -> Ledger | None:
    """The ledger of reports in order of time; None where they all give one value.

    Args:
        reports: of one thing, oldest first.
        subject: what the figure is of, as the screen shall call it.
        language: of the rendered values, "en" or "fr".
        cite: makes the numbered citation of a row.
    """
    if all(same_value(report.figure, reports[0].figure) for report in reports):
        return None
    unit = reports[-1].figure.unit
    rows: list[LedgerRow] = []
    for number, report in enumerate(reports, 1):
        low, high = bounds(report.figure, unit)
        citation = cite(report.evidence, number)
        row = LedgerRow(
            value=render(report.figure, language),
            published=citation.published,
            source=citation.source,
            citation=citation,
            low=low,
            high=high,
            status=_status(rows, report, reports),
        )
        rows.append(row)
    return Ledger(subject, unit, tuple(rows))


def bounds(figure: Figure, unit: str) -> tuple[float, float]:
    """The interval to draw, in a unit of the same measure; a bound left open is drawn at the one stated."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    scale = factor(figure.unit, unit)
    return float((low or Decimal(0)) * scale), float((high or Decimal(0)) * scale)


def _status(before: Sequence[LedgerRow], report: Report, reports: Sequence[Report]) -> Status:
    """How a report relates to those before it: same value, later news, or another outlet's other figure of the day."""
    if not before:
        return "first"
    earlier = reports[len(before) - 1]
    if same_value(earlier.figure, report.figure):
        return "same"
    here, there = report.evidence.hit.article, earlier.evidence.hit.article
    same_day = here.published == there.published
    return "disagreement" if same_day and (here.source != there.source or here.id == there.id) else "update"
