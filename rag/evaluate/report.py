"""Figures of an evaluation, with bootstrap confidence intervals, as JSON and as a table.

Knows rows of zeros and ones. Does not know questions or answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

RESAMPLES = 1000
SEED = 20


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over ``count`` questions with its 95% bootstrap interval."""

    mean: float
    low: float
    high: float
    count: int

    @staticmethod
    def of(values: Sequence[float]) -> Figure:
        """The mean of values, none of them missing; resampled 1,000 times with a fixed seed."""
        if not values:
            return Figure(float("nan"), float("nan"), float("nan"), 0)
        rows = np.asarray(values, dtype=np.float64)
        picks = np.random.default_rng(SEED).integers(0, len(rows), (RESAMPLES, len(rows)))
        low, high = np.quantile(rows[picks].mean(axis=1), (0.025, 0.975))
        return Figure(float(rows.mean()), float(low), float(high), len(rows))

    def to_dict(self) -> dict[str, float | int]:
        """Plain numbers, rounded to four digits."""
        return {"mean": round(self.mean, 4), "low": round(self.low, 4), "high": round(self.high, 4), "n": self.count}


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one group of questions, by name."""

    name: str
    figures: Mapping[str, Figure]

    def __getitem__(self, figure: str) -> float:
        return self.figures[figure].mean


@dataclass(frozen=True)
class Report:
    """What an evaluation found: rows by language pair (``en -> fr``), and by question type within all pairs."""

    pairs: tuple[Row, ...]
    types: tuple[Row, ...]
    about: Mapping[str, object] = field(default_factory=dict)

    def pair(self, name: str) -> Row:
        """The row of a language pair. Raises KeyError where there is none."""
        return {row.name: row for row in self.pairs}[name]

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "about": dict(self.about),
            "by_language_pair": {
                row.name: {k: v.to_dict() for k, v in row.figures.items() if v.count} for row in self.pairs
            },
            "by_type": {row.name: {k: v.to_dict() for k, v in row.figures.items() if v.count} for row in self.types},
        }

    def to_table(self) -> str:
        """Two Markdown tables: by language pair with intervals, by question type without."""
        return "\n\n".join(
            table
            for table in (_table("question -> article", self.pairs, True), _table("type", self.types, False))
            if table
        )


def _table(corner: str, rows: Sequence[Row], intervals: bool) -> str:
    if not rows:
        return ""
    names = list(dict.fromkeys(name for row in rows for name, figure in row.figures.items() if figure.count))
    lines = ["| " + " | ".join([corner, "n", *names]) + " |", "|" + "---|" * (len(names) + 2)]
    for row in rows:
        count = max((figure.count for figure in row.figures.values()), default=0)
        cells = [_cell(row.figures.get(name), intervals) for name in names]
        lines.append("| " + " | ".join([row.name, str(count), *cells]) + " |")
    return "\n".join(lines)


def _cell(figure: Figure | None, interval: bool) -> str:
    if figure is None or not figure.count:
        return ""
    return f"{figure.mean:.2f} ({figure.low:.2f}–{figure.high:.2f})" if interval else f"{figure.mean:.2f}"
