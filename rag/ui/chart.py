"""The figure ledger as a small plot over time, written as a Vega-Lite specification.

Knows: how reports of one figure become points, ranges and a line. Does not know Streamlit or where reports come from.
The grammar: https://vega.github.io/vega-lite/docs/
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from rag.figures import cldr
from rag.types import Ledger, LedgerRow
from rag.ui.ledgers import status
from rag.ui.words import Words

Spec = dict[str, Any]

_COLOURS = {"first": "#8a857a", "update": "#1f8a91", "disagreement": "#d0622d", "same": "#8a857a"}
_SHAPES = {"first": "circle", "update": "triangle-up", "disagreement": "cross", "same": "square"}
_NUMBER = {  # how Vega writes a tick: millions and more in short
    "en": "datum.value >= 1e9 ? format(datum.value / 1e9, ',~r') + ' billion' : datum.value >= 1e6 ? "
    "format(datum.value / 1e6, ',~r') + ' million' : format(datum.value, ',~r')",
    "fr": "replace(replace(datum.value >= 1e9 ? format(datum.value / 1e9, ',~r') + ' Md' : datum.value >= 1e6 ? "
    "format(datum.value / 1e6, ',~r') + ' M' : format(datum.value, ',~r'), regexp(',', 'g'), '\u202f'), '.', ',')",
}
_DAY = {"en": "%-d %b %Y", "fr": "%d/%m/%Y"}
_TICKS_ON_REPORTS = 6  # up to so many report days each get a tick of their own
_LINED = 8  # up to so many reports a line between them says how the figure went
_MARGIN = 0.12  # of the span of the values, left free above and below them
_CURRENCY = re.compile(r"[A-Z]{3}")


def plottable(ledger: Ledger) -> bool:
    """Whether there is something to see over time: reports from two days or more."""
    return len({row.published for row in ledger.rows if row.published is not None}) >= 2


def points(ledger: Ledger, words: Words) -> list[Spec]:
    """The dated rows as plain values: local midnight, low, high, middle, and what hovering tells."""
    return [
        {
            "day": f"{row.published.isoformat()}T00:00:00",  # local, so that no time zone moves it to the day before
            "when": words.day(row.published),
            "low": row.low,
            "high": row.high,
            "middle": (row.low + row.high) / 2,
            "value": row.value,
            "outlet": row.source or words.unknown_outlet,
            "kind": row.status,
            "status": status(row, words),
        }
        for row in ledger.rows
        if row.published is not None
    ]


def stepwise(rows: Sequence[LedgerRow]) -> bool:
    """Whether a figure went one way, in few steps: a line between unrelated reports would mislead."""
    went = [(row.low + row.high) / 2 for row in rows if row.published is not None and row.status != "disagreement"]
    pairs = list(pairwise(went))
    return len(went) <= _LINED and (all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs))


def measured_in(unit: str, words: Words) -> str:
    """What the figures count, as the page calls it: "deaths", "euros"; empty where we have no word for it."""
    if _CURRENCY.fullmatch(unit):
        name = cldr.currency(unit, Decimal(2), words.language)
        return name if name != unit else ""
    return dict(words.units).get(unit, "")


def span(rows: Sequence[LedgerRow]) -> tuple[float, float]:
    """Where the axis of values begins and ends: around them, and not below zero where no value is."""
    low, high = min(row.low for row in rows), max(row.high for row in rows)
    margin = (high - low or abs(high) or 1) * _MARGIN
    return (max(0.0, low - margin) if low >= 0 else low - margin), high + margin


def over_time(ledger: Ledger, words: Words) -> Spec:
    """A mark by status for each report, a bar for each range, a stepped line where the figure went one way.

    Hovering tells value and outlet.
    """
    values, dated = points(ledger, words), [row for row in ledger.rows if row.published is not None]
    day = {"field": "day", "type": "temporal", "title": None, "scale": {"padding": 16}, "axis": _days(values, words)}
    middle = {
        "field": "middle",
        "type": "quantitative",
        "title": None,
        "scale": {"zero": False, "domain": span(dated), "nice": True},
        "axis": {"labelExpr": _NUMBER[words.language], "tickCount": 4},
    }
    line = {
        "transform": [{"filter": "datum.kind != 'disagreement'"}],
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 1.5, "color": _COLOURS["update"]},
        "encoding": {"y": middle},
    }
    return {
        "data": {"values": values},
        "height": 250,
        "background": "transparent",
        "encoding": {"x": day},
        "layer": [
            *([line] if stepwise(dated) else []),
            {
                "mark": {"type": "rule", "strokeWidth": 4, "opacity": 0.5, "color": _COLOURS["update"]},
                "encoding": {"y": middle | {"field": "low"}, "y2": {"field": "high"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1},
                "encoding": {"y": middle, **_kinds(values), "tooltip": _told(words)},
            },
        ],
    }


def _days(values: list[Spec], words: Words) -> Spec:
    days = sorted({value["day"] for value in values})
    axis: Spec = {"format": _DAY[words.language], "labelAngle": 0, "grid": False, "labelOverlap": True}
    if len(days) > _TICKS_ON_REPORTS:
        return axis | {"tickCount": 5}
    ticks = [dict(zip(("year", "month", "date"), map(int, day[:10].split("-")), strict=True)) for day in days]
    return axis | {"values": ticks}


def _kinds(values: list[Spec]) -> Spec:
    """Colour and shape by status, for the kinds there are, under one legend."""
    present = {value["kind"]: value["status"] for value in values}
    kinds = [kind for kind in _COLOURS if kind in present]
    domain = [present[kind] for kind in kinds]
    by_status = {"field": "status", "type": "nominal", "legend": {"title": None, "orient": "top", "columns": 2}}
    return {
        "color": by_status | {"scale": {"domain": domain, "range": [_COLOURS[kind] for kind in kinds]}},
        "shape": by_status | {"scale": {"domain": domain, "range": [_SHAPES[kind] for kind in kinds]}},
    }


def _told(words: Words) -> list[Spec]:
    fields = {
        "when": words.column_date,
        "value": words.column_value,
        "outlet": words.column_source,
        "status": words.column_status,
    }
    return [{"field": field, "type": "nominal", "title": title} for field, title in fields.items()]
