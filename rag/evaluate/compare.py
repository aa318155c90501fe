"""An evaluation beside an earlier one: every figure with its change, and the questions that turned.

Knows the JSON that ``citewire evaluate --json`` prints. Does not know what caused a change, nor whether two runs were
asked of the same corpus: that is for the person who names the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.errors import UsageError
from rag.evaluate.report import Report

_SAME = 0.005  # changes below are none at two digits


@dataclass(frozen=True)
class Earlier:
    """An earlier run: the mean by language pair and figure, and by question and pair whether it went well.

    ``judged`` is None where the run was kept without its details.
    """

    figures: Mapping[tuple[str, str], float]
    judged: Mapping[tuple[str, str], bool] | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One figure of one language pair, in both runs."""

    pair: str
    figure: str
    before: float
    now: float

    def to_dict(self) -> dict[str, object]:
        """Plain values, rounded to four digits."""
        return {
            "pair": self.pair,
            "figure": self.figure,
            "before": round(self.before, 4),
            "now": round(self.now, 4),
            "change": round(self.now - self.before, 4),
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since an earlier run.

    ``changes``: every figure both runs have, by language pair; ``gained`` and ``lost``: questions, each as
    "id (pair)", that went well in one run only: answerable ones were answered, the others refused. None where the
    earlier run was kept without its details.
    """

    changes: tuple[Change, ...]
    gained: tuple[str, ...] | None = None
    lost: tuple[str, ...] | None = None

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "figures": [change.to_dict() for change in self.changes],
            "gained": None if self.gained is None else list(self.gained),
            "lost": None if self.lost is None else list(self.lost),
        }

    def to_table(self) -> str:
        """A Markdown table, a row for each language pair, and a line each for what was gained and lost."""
        if not self.changes:
            return "The two runs have no figure in common."
        figures = list(dict.fromkeys(change.figure for change in self.changes))
        lines = ["| since then | " + " | ".join(figures) + " |", "|" + "---|" * (len(figures) + 1)]
        for pair in dict.fromkeys(change.pair for change in self.changes):
            of_pair = {change.figure: change for change in self.changes if change.pair == pair}
            cells = [_cell(of_pair.get(figure)) for figure in figures]
            lines.append("| " + " | ".join([pair, *cells]) + " |")
        for told, turned in (("right now, not then", self.gained), ("right then, not now", self.lost)):
            if turned is not None:
                lines += ["", f"{told}: {', '.join(turned) if turned else 'none'}"]
        return "\n".join(lines)


def read_earlier(path: Path) -> Earlier:
    """The figures of an earlier run, from what ``citewire evaluate --json`` printed.

    Raises:
        UsageError: the file is missing or is something else.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        figures = {
            (str(pair), str(figure)): float(value["mean"])
            for pair, row in values["by_language_pair"].items()
            for figure, value in row.items()
        }
        return Earlier(figures, _judged(values.get("about", {})))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}): name the JSON of an earlier run") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(
            f"{path}: not the figures of an earlier run: make them with citewire evaluate --json"
        ) from None


def compare(report: Report, earlier: Earlier) -> Comparison:
    """What changed between an earlier run and this report; figures that only one of them has are left out."""
    changes = tuple(
        Change(row.name, name, earlier.figures[row.name, name], figure.mean)
        for row in report.pairs
        for name, figure in row.figures.items()
        if figure.count and (row.name, name) in earlier.figures
    )
    then, now = earlier.judged, _judged(report.about)
    if then is None or now is None:
        return Comparison(changes)
    both = sorted(then.keys() & now.keys())
    return Comparison(
        changes,
        gained=tuple(" ".join(key) for key in both if now[key] and not then[key]),
        lost=tuple(" ".join(key) for key in both if then[key] and not now[key]),
    )


def _judged(about: Mapping[str, Any]) -> dict[tuple[str, str], bool] | None:
    """By question and language pair whether it went well; None without details."""
    outcomes = about.get("outcomes")
    if outcomes is None:
        return None
    return {
        (str(item["id"]), f"({item['pair']})"): bool(item["answered"] if item["is_answerable"] else item["refused"])
        for item in outcomes
    }


def _cell(change: Change | None) -> str:
    if change is None:
        return ""
    difference = change.now - change.before
    return f"{change.now:.2f} (=)" if abs(difference) < _SAME else f"{change.now:.2f} ({difference:+.2f})"
