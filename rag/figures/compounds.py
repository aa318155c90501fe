"""Amounts written in two parts or without a sign: "10 minutes 49 secondes", "3 euros 50", "1 m 20", "30C".

Knows which second part belongs to a first one. Does not know how an amount begins, nor ranges (`amounts`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from rag.figures import numerals, units
from rag.figures.model import Kind
from rag.figures.numerals import Numeral
from rag.figures.unitreading import NONE, Unit

_AND_A_HALF = re.compile(r" (?:et demie?|and a half)\b")
_SPLITS = {
    "dixiemes": Decimal("0.1"),
    "tenths": Decimal("0.1"),
    "centiemes": Decimal("0.01"),
    "milliemes": Decimal("0.001"),
}
_SPLITS |= {"hundredths": Decimal("0.01")}
_SPLIT_SECONDS = re.compile(rf" (?:et |and )?([0-9]{{1,3}}) ({'|'.join(_SPLITS)})\b")
_RESTS = {"hour": "minute", "minute": "second"}  # "8 minutes 35"
_BARE_REST = re.compile(r" ([0-5][0-9])(?![0-9%€$]|[.,:][0-9]| [a-z%€$])")
_THEN = re.compile(r",? (?:et |and )?(?=[0-9a-z])")
_BARE_DEGREES = re.compile(r"([CF])(?![\w'’-])")
_HUNDREDTHS = re.compile(
    r" ?([0-9]{2})(?![0-9%€$a-z]|[.,:][0-9]| [0-9%€$]| (?!les |des |dans |mais |sans |plus |moins )[a-z-]*[sx]\b)"
)
_OF_HUNDRED: dict[str, Kind] = {"EUR": "money", "m": "quantity"}
_EUROS = re.compile(r" ?€ ?(?=[0-9]{2}(?![0-9]))")


def compound(flat: str, first: Numeral, unit: Unit, language: str, limit: int) -> tuple[Numeral, Unit]:
    """One duration of several units, in the last: "10 minutes 49 secondes", "two years and three months"."""
    half = _AND_A_HALF.match(flat, unit.end)
    if half:
        return replace(first, value=first.value + Decimal("0.5")), replace(unit, end=half.end())
    if unit.name == "second" and (split := _SPLIT_SECONDS.match(flat, unit.end)):
        part = Decimal(split[1]) * _SPLITS[split[2]]
        return replace(first, value=first.value + part), replace(unit, end=split.end())
    if unit.name in _RESTS and (rest := _BARE_REST.match(flat, unit.end)) and rest.end() <= limit:
        value = first.value * 60 + Decimal(rest[1])
        return replace(first, value=value, end=rest.end()), Unit("duration", _RESTS[unit.name], Decimal(1), rest.end())
    while link := _THEN.match(flat, unit.end):
        more = numerals.parse(flat, link.end(), language)
        found = units.DURATIONS.match(flat, more.end) if more and not more.shade else None
        big, small = units.FACTORS.get(unit.name), units.FACTORS.get(found[0]) if found else None
        if not more or not found or not big or not small or found[1] > limit:
            break
        if big[0] != small[0] or big[1] <= small[1]:
            break
        value = first.value * big[1] / small[1] + more.value
        first, unit = replace(first, value=value, end=more.end), Unit("duration", found[0], Decimal(1), found[1])
        if unit.name == "second":
            return compound(flat, first, unit, language, limit)
    return first, unit


def bare_degrees(text: str, first: Numeral) -> Unit | None:
    """Degrees behind the digits of a temperature: "30C", "104F"."""
    match = _BARE_DEGREES.match(text, first.end) if first.digits else None
    return Unit("quantity", f"°{match[1]}", Decimal(1), match.end()) if match else None


def with_hundredths(flat: str, first: Numeral, unit: Unit, limit: int) -> tuple[Numeral, Unit]:
    """A sum or a height with its cents or centimetres behind the unit: "3 euros 50", "12€50", "1 m 20"."""
    euros = _EUROS.match(flat, first.end) if unit is NONE else None
    name = "EUR" if euros else unit.name
    if name not in _OF_HUNDRED or not first.digits or first.scale > 1 or first.value != first.value.to_integral_value():
        return first, unit
    rest = _HUNDREDTHS.match(flat, euros.end() if euros else unit.end)
    if rest is None or rest.end() > limit or not (euros or flat[unit.end : unit.end + 1] == " "):
        return first, unit
    value = first.value + Decimal(rest[1]) / 100
    return replace(first, value=value, end=rest.end()), Unit(_OF_HUNDRED[name], name, Decimal(1), rest.end())
