"""How two figures relate: equal, one contained in the other, contradictory, or not to be compared.

Knows intervals and unit conversions within one measure. Does not know where the figures came from.
"""

from __future__ import annotations

from decimal import Decimal

from rag.figures.model import Figure, Relation
from rag.figures.nouns import HUMAN
from rag.figures.units import FACTORS, dimension

_INFINITY = Decimal("Infinity")


def compare(a: Figure, b: Figure) -> Relation:
    """The relation of two figures.

    "equal": the same bounds (a qualifier that moves no bound is ignored). "contained": one interval lies within the
    other. "contradictory": they share no value. "incomparable": another kind or unit, an unresolved date, or
    intervals that overlap without either holding the other. A count whose noun is unknown in one language can equal
    another count but never contradict it.
    """
    if a.kind != b.kind:
        return "incomparable"
    if a.kind == "date":
        return _dates(a, b)
    spans = _spans(a, b)
    if spans is None:
        return "incomparable"
    relation = _intervals(*spans)
    sure = a.kind != "count" or _same_noun(a.unit, b.unit)
    return relation if sure or relation == "equal" else "incomparable"


def same_unit(a: Figure, b: Figure) -> bool:
    """Whether the two measure the same thing: the same unit or convertible ones, or nouns that may be the same."""
    return a.kind == b.kind and _spans(a, b) is not None


def same_value(a: Figure, b: Figure) -> bool:
    """Whether two state one value, each in its own unit: 24 months are two years. Qualifiers do not count."""
    factors = _factors(a.unit, b.unit)
    if a.value is None or b.value is None or factors is None:
        return a.value == b.value
    return a.value * factors[0] == b.value * factors[1]


def factor(unit: str, to: str) -> Decimal:
    """By what a value in one unit is multiplied to be in another; 1 where that is not known."""
    one, other = _factors(unit, to) or (Decimal(1), Decimal(1))
    return one / other


def _factors(a: str, b: str) -> tuple[Decimal, Decimal] | None:
    """By what values of two units are multiplied to be of one; None where they do not measure the same."""
    one, other = FACTORS.get(a), FACTORS.get(b)
    return (one[1], other[1]) if one and other and one[0] == other[0] else None


def same_dimension(a: Figure, b: Figure) -> bool:
    """Whether the two answer to the same question, in units however different: kilometres and miles."""
    return same_unit(a, b) or (a.kind == b.kind and dimension(a.unit) == dimension(b.unit) != "")


def _spans(a: Figure, b: Figure) -> tuple[Decimal, Decimal, Decimal, Decimal] | None:
    """Both intervals in one unit, open ends as infinities."""
    one = other = Decimal(1)
    if a.unit != b.unit:
        if a.kind == "count":
            if not _may_be_same_noun(a.unit, b.unit):
                return None
        else:
            factors = _factors(a.unit, b.unit)
            if factors is None:
                return None
            one, other = factors
    bounds = []
    for figure, times in ((a, one), (b, other)):
        bounds.append(-_INFINITY if figure.low is None else figure.low * times)
        bounds.append(_INFINITY if figure.high is None else figure.high * times)
    return bounds[0], bounds[1], bounds[2], bounds[3]


def _intervals(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> Relation:
    if (a, b) == (c, d):
        return "equal"
    if b < c or d < a:
        return "contradictory"
    if (a <= c and d <= b) or (c <= a and b <= d):
        return "contained"
    return "incomparable"


def _same_noun(a: str, b: str) -> bool:
    return a == b


def _may_be_same_noun(a: str, b: str) -> bool:
    """Different nouns that may yet count the same: unknown ones, other languages', "people" for any human being."""
    if not a or not b:
        return True
    if ":" in a or ":" in b:
        return a.split(":")[0] != b.split(":")[0] or ":" not in a or ":" not in b
    return "person" in (a, b) and a in HUMAN and b in HUMAN


def _dates(a: Figure, b: Figure) -> Relation:
    if a.date_from and a.date_to and b.date_from and b.date_to:
        if (a.date_from, a.date_to) == (b.date_from, b.date_to):
            return "equal"
        if a.date_to < b.date_from or b.date_to < a.date_from:
            return "contradictory"
        inside = a.date_from <= b.date_from and b.date_to <= a.date_to
        around = b.date_from <= a.date_from and a.date_to <= b.date_to
        return "contained" if inside or around else "incomparable"
    if not a.date_from and not b.date_from:
        return "equal" if a.unit == b.unit else "incomparable"
    known, partial = (a, b.unit) if a.date_from else (b, a.unit)
    if partial.startswith("--") and len(partial) == 7 and known.unit == "day" and known.date_from:
        return "equal" if partial == known.date_from.strftime("--%m-%d") else "contradictory"
    if partial.startswith("--") and len(partial) == 4 and known.unit == "month" and known.date_from:
        return "equal" if partial == known.date_from.strftime("--%m") else "contradictory"
    return "incomparable"
