"""Units and counted nouns: which one is written at a place, what it measures, and how it converts.

Knows the canonical names that `Figure.unit` holds. Does not know the words of a language (see `unittables`).
"""

from __future__ import annotations

import re
from decimal import Decimal

from rag.figures import unittables
from rag.figures.unittables import CENTS, CODES, SYMBOLS

__all__ = [
    "CENTS",
    "CODES",
    "CURRENCIES",
    "DURATIONS",
    "FACTORS",
    "NOUNS",
    "QUANTITIES",
    "SYMBOLS",
    "Table",
    "dimension",
]

FACTORS: dict[str, tuple[str, Decimal]] = {
    unit: (dimension, Decimal(factor))
    for dimension, units in {
        "length": {"km": "1000", "m": "1", "cm": "0.01", "mm": "0.001"},
        "mass": {"t": "1000", "kg": "1", "g": "0.001", "mg": "0.000001"},
        "volume": {"hl": "100", "L": "1", "cl": "0.01", "ml": "0.001"},
        "area": {"km2": "1000000", "ha": "10000", "m2": "1"},
        "power": {"GW": "1000000000", "MW": "1000000", "kW": "1000", "W": "1"},
        "energy": {"TWh": "1000000000", "GWh": "1000000", "MWh": "1000", "kWh": "1"},
        "time": {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800"},
        "months": {"month": "1", "quarter": "3", "semester": "6", "year": "12", "decade": "120", "century": "1200"},
    }.items()
    for unit, factor in units.items()
}

_DIMENSIONS = {unit: dimension for unit, (dimension, _) in FACTORS.items()} | {
    unit: dimension
    for dimension, names in {
        "length": "mile nmi ly au ft in yd",
        "mass": "lb oz",
        "volume": "m3 gal bbl",
        "area": "acre mi2 ft2",
        "speed": "km/h mph m/s kn",
        "temperature": "°C °F degree",
        "power": "hp",
    }.items()
    for unit in names.split()
}


def dimension(unit: str) -> str:
    """What a canonical unit measures, "length" for "mile"; "" where that is not known, as for what is counted."""
    return _DIMENSIONS.get(unit, "")


def _rows(table: str) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for line in table.strip().splitlines():
        canonical, _, patterns = line.partition(" ")
        depth, part = 0, ""
        for char in patterns + "|":
            depth += (char == "(") - (char == ")")
            if char == "|" and depth == 0:
                rows.append((part, canonical))
                part = ""
            else:
                part += char
    return rows


def _longest_first(rows: list[tuple[str, str]]) -> str:
    return "|".join(pattern for pattern, _ in sorted(rows, key=lambda row: -len(row[0])))


class Table:
    """A unit table compiled once: `match` at a place gives the canonical name and the end, or None."""

    def __init__(self, table: str, lead: str = "") -> None:
        rows = _rows(table)
        self._pattern = re.compile(rf"{lead}({_longest_first(rows)})(?![a-z0-9])")
        self._rows = [(re.compile(pattern), canonical) for pattern, canonical in rows]
        self._known: dict[str, str] = {}
        self.units = tuple(dict.fromkeys(canonical for _, canonical in rows))

    def match(self, flat: str, pos: int) -> tuple[str, int] | None:
        """The canonical unit written at `pos` and where it ends."""
        found = self._pattern.match(flat, pos)
        return (self.name(found.group(1)), found.end()) if found else None

    def name(self, word: str) -> str:
        """The canonical name of a flat word of the table; "" when it is not in it."""
        if word not in self._known:
            self._known[word] = next((name for row, name in self._rows if row.fullmatch(word)), "")
        return self._known[word]


CURRENCIES = Table(unittables.CURRENCY_WORDS, r" ?-?(?:de |d'|of )?")
QUANTITIES = Table(unittables.QUANTITIES, r" ?-?(?:de |d'|of )?")
DURATIONS = Table(
    unittables.DURATIONS,
    r" ?-?(?:de |d'|of )?(?:(?:prochaine?s?|derniere?s?|longue?s?|premiere?s?|petite?s?|next|last|long|full|more"
    r"|consecutive"
    r"|straight|autres?|short|bonnes?) )?",
)
NOUNS = Table(unittables.NOUNS)
