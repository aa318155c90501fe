"""Line plots as SVG, without a library: few lines, both axes from zero or both logarithmic.

Knows pixels. Does not know what the figures mean.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 70, 150, 44, 52
COLOURS = ("#1b6ca8", "#c0392b", "#2e8b57", "#8e44ad", "#b9770e")

Points = Sequence[tuple[float, float]]


def lines(title: str, across: str, up: str, series: Mapping[str, Points], *, logarithmic: bool = False) -> str:
    """An SVG document with one line per entry of ``series``, each named at its end."""
    xs = [x for points in series.values() for x, _ in points]
    ys = [y for points in series.values() for _, y in points]
    x_axis, y_axis = _axis(xs, logarithmic), _axis(ys, logarithmic)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        _text(LEFT, 22, title, size=15),
        _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, across, anchor="middle"),
        _text(LEFT, TOP - 8, up, anchor="middle"),
    ]
    for value in _marks(*x_axis, logarithmic):
        x = _place(value, *x_axis, logarithmic, LEFT, WIDTH - RIGHT)
        parts.append(_rule(x, TOP, x, HEIGHT - BOTTOM))
        parts.append(_text(x, HEIGHT - BOTTOM + 16, _label(value), anchor="middle"))
    for value in _marks(*y_axis, logarithmic):
        y = _place(value, *y_axis, logarithmic, HEIGHT - BOTTOM, TOP)
        parts.append(_rule(LEFT, y, WIDTH - RIGHT, y))
        parts.append(_text(LEFT - 6, y + 4, _label(value), anchor="end"))
    used: list[float] = []
    for (name, points), colour in zip(series.items(), COLOURS, strict=False):
        spots = [
            (
                _place(x, *x_axis, logarithmic, LEFT, WIDTH - RIGHT),
                _place(y, *y_axis, logarithmic, HEIGHT - BOTTOM, TOP),
            )
            for x, y in points
        ]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in spots]
        height = spots[-1][1] + 4
        while any(abs(height - other) < 14 for other in used):
            height -= 14
        used.append(height)
        parts.append(_text(spots[-1][0] + 9, height, name, colour=colour))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _axis(values: Sequence[float], logarithmic: bool) -> tuple[float, float]:
    if logarithmic:
        return 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))
    return 0.0, max(values) * 1.08


def _marks(low: float, high: float, logarithmic: bool) -> list[float]:
    if logarithmic:
        return [10.0**power for power in range(round(math.log10(low)), round(math.log10(high)) + 1)]
    step = 10 ** math.floor(math.log10(high / 4))
    step *= next(factor for factor in (1, 2, 5, 10) if high / (step * factor) <= 6)
    return [step * number for number in range(int(high / step) + 1)]


def _place(value: float, low: float, high: float, logarithmic: bool, start: float, end: float) -> float:
    if logarithmic:
        value, low, high = math.log10(value), math.log10(low), math.log10(high)
    return start + (value - low) / (high - low) * (end - start)


def _label(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:g}"


def _text(x: float, y: float, text: str, *, anchor: str = "start", size: int = 12, colour: str = "#333") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{colour}">{escape(text)}</text>'
    )


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'
