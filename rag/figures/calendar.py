"""From what a date expression says to the days it covers.

Knows the calendar and how a reader resolves "20 January" or "Monday" against an article's date. Does not know words.
All spans are inclusive pairs of days.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None when there is none such."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_span(year: int, month: int, part: str = "") -> Span | None:
    """A month, its start (1-10), middle (11-20) or end (21-), or its first or second half."""
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return None
    last = monthrange(year, month)[1]
    first, final = {
        "start": (1, 10),
        "middle": (11, 20),
        "end": (21, last),
        "first": (1, 15),
        "second": (16, last),
    }.get(part, (1, last))
    return date(year, month, first), date(year, month, final)


def months_span(year: int, month: int, count: int) -> Span | None:
    """`count` months from the first of `month`."""
    start = month_span(year, month)
    until = month_span(year + (month + count - 2) // 12, (month + count - 2) % 12 + 1)
    return (start[0], until[1]) if start and until else None


def year_span(year: int, part: str = "") -> Span | None:
    """A year, or its start (January to April), middle (May to August) or end (September to December)."""
    first, count = {"start": (1, 4), "middle": (5, 4), "end": (9, 4), "first": (1, 6), "second": (7, 6)}.get(
        part, (1, 12)
    )
    return months_span(year, first, count)


SEASONS = {"spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "winter": (12, 3)}


def nearest_year(month: int, number: int | None, published: date, lean: str = "") -> int:
    """The year a month (or day of it) without one most likely means: the nearest.

    News is more of what was than of what comes; `lean` "past" or "future" rules the other out, "last" the present too,
    "coming" favours what comes.
    """

    def distance(year: int) -> tuple[bool, int]:
        there = day(year, month, number or 15) or date(year, month, 28)
        days = (there - published).days
        if number is None and (year, month) == (published.year, published.month):
            days = 0
        wrong = (lean in ("past", "last") and days > 0) or (lean == "future" and days < 0)
        wrong = wrong or (lean == "last" and days == 0)
        unlikely = days < 0 if lean == "coming" else days > 0
        return wrong, abs(days) * ((3 if number else 8) if unlikely else 2)

    years = [
        published.year + offset for offset in (-1, 0, 1, -4, -3, -2, 2, 3, 4) if 1 <= published.year + offset <= 9998
    ]
    if number == 29 and month == 2:
        years = [year for year in years if day(year, 2, 29)] or years
    return min(years, key=distance)


def year_by_weekday(month: int, number: int, weekday: int, published: date) -> int | None:
    """The nearest year within three in which the day falls on that weekday (Monday is 0).

    Within a week of the report the day is believed rather than the weekday: outlets slip on those.
    """
    close = day(published.year, month, number)
    if close and abs((close - published).days) <= 7:
        return published.year
    offsets = (0, -1, 1, -2, 2, -3, 3)
    candidates = [found for offset in offsets if (found := day(published.year + offset, month, number))]
    fitting = [found for found in candidates if found.weekday() == weekday]
    return min(fitting, key=lambda found: abs((found - published).days)).year if fitting else None


def weekday_near(weekday: int, published: date, lean: str = "") -> date:
    """The weekday a report means: the last one up to the day of the report, or the next one after it."""
    back = (published.weekday() - weekday) % 7
    if lean == "future":
        return published + timedelta(days=(7 - back) if back else 7)
    if lean == "last":
        return published - timedelta(days=back or 7)
    return published - timedelta(days=back)


def shifted(published: date, unit: str, count: int) -> Span | None:
    """The day, week, month or year `count` units away (negative: ago), as a span of that grain."""
    try:
        if unit == "day":
            there = published + timedelta(days=count)
            return there, there
        if unit == "week":
            monday = published - timedelta(days=published.weekday()) + timedelta(weeks=count)
            return monday, monday + timedelta(days=6)
        if unit == "weekend":
            saturday = published - timedelta(days=published.weekday()) + timedelta(days=5, weeks=count)
            return saturday, saturday + timedelta(days=1)
        if unit == "month":
            index = published.year * 12 + published.month - 1 + count
            return month_span(index // 12, index % 12 + 1)
        return year_span(published.year + count)
    except (OverflowError, ValueError):
        return None
