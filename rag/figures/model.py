"""What a figure and a name are: the values the rest of the house compares.

Knows the frozen dataclasses only. Does not know how they are found, compared or rendered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Kind = Literal["money", "count", "percent", "quantity", "duration", "date", "ordinal"]
Relation = Literal["equal", "contained", "contradictory", "incomparable"]
Qualifier = Literal["about", "more than", "at least", "up to", "less than", "several"]

LOWER_BOUNDS: tuple[Qualifier, ...] = ("more than", "at least", "several")
UPPER_BOUNDS: tuple[Qualifier, ...] = ("up to", "less than")


@dataclass(frozen=True, slots=True)
class Figure:
    """One value read off a text.

    Attributes:
        kind: what sort of value it is.
        start: first character in the text, its qualifier ("more than") included.
        end: one past its last character; the unit is inside, a counted noun ("160 countries") is not.
        text: the slice itself.
        low: lower bound, None when open ("up to 5"). None for dates.
        high: upper bound, None when open ("more than 5"). Equal to low for a single value.
        unit: "USD", "%", "pp", "km", "year"; for counts the thing counted, an English word where the noun is known
            in both languages ("country", "death"), otherwise "fr:chercheur" or "en:aid"; "" when unknown. For dates
            the grain ("day", "month", "year", "span") or, without a resolving date, an ISO 8601 partial ("--01-20").
            Clock times are quantities in "clock", hours since midnight.
        qualifier: about, more than, at least, up to, less than; "several" for "hundreds", "des centaines".
        date_from: first day of a date, inclusive; None when it could not be resolved.
        date_to: last day of a date, inclusive.
    """

    kind: Kind
    start: int
    end: int
    text: str
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    qualifier: Qualifier | None = None
    date_from: date | None = None
    date_to: date | None = None

    @property
    def value(self) -> Decimal | None:
        """The one number to sort or plot by: the middle of a range, the stated bound of an open one; None for dates."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.low if self.low is not None else self.high


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place or organisation as a span; `key` is folded, without titles, the same in English and French."""

    start: int
    end: int
    text: str
    key: str
