"""Every figure of more than 200 short texts per language: its place, kind, value, unit and qualifier."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rag.figures import find_figures

PUBLISHED = date(2024, 11, 28)
QUALIFIERS = ("about", "more than", "at least", "up to", "less than", "several")


def cases(language):
    lines = Path(__file__).with_name(f"cases_{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [(language, *line.split("\t")) for line in lines if line and not line.startswith("#")]


CASES = cases("fr") + cases("en")


def parsed(marked):
    """The text without its brackets, and the spans they held."""
    text, spans = "", []
    for piece in marked.split("["):
        inside, bracket, rest = piece.partition("]")
        if bracket:
            spans.append((len(text), len(text) + len(inside)))
        text += inside + rest
    return text, spans


def wanted(expected):
    """(kind, low, high, unit, qualifier, from, to) of each expectation."""
    rows = []
    for item in filter(None, (part.strip() for part in expected.split(" ; "))):
        qualifier = next((name for name in QUALIFIERS if item.endswith(" " + name)), None)
        kind, value, *unit = (item.removesuffix(" " + qualifier) if qualifier else item).split(" ")
        low, dots, high = value.partition("..")
        if kind == "date":
            rows.append((kind, None, None, None, None, date.fromisoformat(low), date.fromisoformat(high)))
            continue
        bounds = [Decimal(end) if end else None for end in ((low, high) if dots else (low, low))]
        rows.append((kind, *bounds, unit[0] if unit else "", qualifier, None, None))
    return rows


@pytest.mark.parametrize(("language", "marked", "expected"), CASES, ids=lambda value: str(value)[:40])
def test_case(language, marked, expected):
    text, spans = parsed(marked)
    found = find_figures(text, language, PUBLISHED)
    assert [
        (f.kind, f.low, f.high, None if f.kind == "date" else f.unit, f.qualifier, f.date_from, f.date_to)
        for f in found
    ] == wanted(expected)
    if expected:
        assert [(f.start, f.end) for f in found] == spans
    assert all(text[f.start : f.end] == f.text for f in found)


def test_there_are_at_least_200_cases_per_language():
    assert min(len(cases("fr")), len(cases("en"))) >= 200
