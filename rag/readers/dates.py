"""The day an article was published, as outlets write it.

Knows: ISO 8601, RFC 822, and full dates in French and English words or numbers. Does not know relative dates, dates of
events, where in a text a date stands, or files and their times. Only a full date (day, month, year) counts.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from rag.errors import ArticleError
from rag.language import fold

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv january jan", "fevrier fevr fev february feb", "mars march mar", "avril avr april apr",
            "mai may", "juin june jun", "juillet juil july jul", "aout august aug", "septembre sept september sep",
            "octobre oct october", "novembre nov november", "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?P<month>janvier|janv|january|jan|f[eé]vrier|f[eé]vr?|february|feb|mars|march|mar|avril|avr|april|apr|mai|may"
    r"|juin|june|jun|juillet|juil|july|jul|ao[uû]t|august|aug|septembre|september|sept|sep|octobre|october|oct"
    r"|novembre|november|nov|d[eé]cembre|d[eé]c|december|dec)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/-]|\.\d)", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>[01]?\d)-{_DAY}",
        rf"{_YEAR}/(?P<month>[01]?\d)/{_DAY}",
        rf"{_DAY}(?:er|st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"(?P<first>[0-3]?\d)(?P<mark>[/.])(?P<second>[0-3]?\d)(?P=mark){_YEAR}",
    )
)
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")
_HALF = re.compile(r"\d\s?([ap])\.?m\b", re.IGNORECASE)
_FIRST_YEAR = 1600  # there was no news before; "0001-01-01" is what programs write that know no date


def parse_published(given: str, language: str = "") -> tuple[date, str]:
    """The calendar day of a metadata value, and the full ISO 8601 moment where it holds one (else "").

    The day is the outlet's own: an offset in the value is kept, never converted. ``03/04/2024`` is read day first for
    ``language`` "fr" and refused otherwise.

    Raises:
        ArticleError: no full date can be read from it.
    """
    given = given.strip()
    for parse in (_iso, _epoch, _rfc822):
        moment = parse(given)
        if moment is not None and moment[0].year >= _FIRST_YEAR:
            return moment
    found = find_date(given, day_first=language == "fr")
    if found is None:
        raise ArticleError(f"published {given!r} is no full date that can be read: write it as 2024-11-28")
    return found, ""


def find_date(text: str, day_first: bool = False) -> date | None:
    """The first full date in ``text``; all in numbers only where it cannot be misread, or with ``day_first``."""
    found = place_of_date(text, day_first)
    return found[2] if found else None


def place_of_date(text: str, day_first: bool = False) -> tuple[int, int, date] | None:
    """The first full date in ``text``: where it begins and ends, and the day."""
    found: list[tuple[int, int, date]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            day = _day(match.groupdict(), day_first)
            if day is not None:
                found.append((match.start(), match.end(), day))
                break
    return min(found, default=None)


def _day(parts: dict[str, str | None], day_first: bool) -> date | None:
    year = int(parts["year"] or 0)
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first > 12 or first == second or day_first:
            day, month = first, second
        elif second > 12:
            month, day = first, second
        else:
            return None
    else:
        written = parts["month"] or ""
        month = int(written) if written.isdigit() else _MONTHS[fold(written)]
        day = int(parts["day"] or 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(given: str) -> tuple[date, str] | None:
    if not re.match(r"\d{4}-?\d\d-?\d\d", given):
        return None
    if compact := _COMPACT.fullmatch(given):
        given = "-".join(compact.groups())
    try:
        moment = datetime.fromisoformat(given.replace(" UTC", "Z").replace(" GMT", "Z"))
    except ValueError:
        return None
    return moment.date(), moment.isoformat() if len(given) > 10 else ""


def _epoch(given: str) -> tuple[date, str] | None:
    """Seconds or milliseconds since 1970, as feeds write them, in UTC."""
    if not re.fullmatch(r"\d{9,10}|\d{12,13}", given):
        return None
    seconds = int(given) / (1000 if len(given) > 10 else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.date(), moment.isoformat()


def _rfc822(given: str) -> tuple[date, str] | None:
    if ":" not in given:
        return None
    try:
        moment = parsedate_to_datetime(given)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    half = _HALF.search(given)
    if half is not None and moment.hour <= 12:  # of which RFC 822 knows nothing
        moment = moment.replace(hour=moment.hour % 12 + 12 * (half[1] in "pP"))
    return moment.date(), moment.isoformat()
