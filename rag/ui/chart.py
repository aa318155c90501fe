"""The figure ledger as a small plot over time, written as a Vega-Lite specification.

Knows: how reports of one figure become points, ranges and a line. Does not know Streamlit or where reports come from.
The grammar: https://vega.github.io/vega-lite/docs/
"""

from __future__ import annotations

from typing import Any

from rag.types import Ledger
from rag.ui.markup import ledger_heading, status
from rag.ui.words import Words

Spec = dict[str, Any]

_COLOURS = {"first": "#8a857a", "update": "#1f8a91", "disagreement": "#d0622d", "same": "#8a857a"}
_SHAPES = {"first": "circle", "update": "triangle-up", "disagreement": "cross", "same": "square"}
_SHORT_NUMBER = {
    "en": "replace(replace(format(datum.value, '~s'), 'G', ' bn'), 'M', ' m')",
    "fr": "replace(replace(replace(format(datum.value, '~s'), 'G', ' Md'), 'M', ' M'), '.', ',')",
}
_DAY = {"en": "%-d %b %Y", "fr": "%d/%m/%Y"}
_TICKS_ON_REPORTS = 6  # up to so many report days each get a tick of their own


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


def over_time(ledger: Ledger, words: Words) -> Spec:
    """A stepped line through the reports, a bar for each range, a mark by status. Hovering tells value and outlet."""
    values = points(ledger, words)
    day = {"field": "day", "type": "temporal", "title": None, "scale": {"padding": 16}, "axis": _days(values, words)}
    middle = {
        "field": "middle",
        "type": "quantitative",
        "title": ledger.unit or None,
        "scale": {"zero": False, "padding": 14},
        "axis": {"labelExpr": _SHORT_NUMBER[words.language], "tickCount": 4},
    }
    return {
        "data": {"values": values},
        "height": 190,
        "background": "transparent",
        "description": ledger_heading(ledger, words),
        "encoding": {"x": day},
        "layer": [
            {
                "transform": [{"filter": "datum.kind != 'disagreement'"}],
                "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 1.5, "color": _COLOURS["update"]},
                "encoding": {"y": middle},
            },
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
