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
        rf"{_YEAR}\.(?P<month>[01]?\d)\.{_DAY}",
        rf"{_DAY}(?:er|st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"(?P<first>[0-3]?\d)(?P<mark>[/.])(?P<second>[0-3]?\d)(?P=mark){_YEAR}",
    )
)
# Of two digits, the year is told from the day only where the month stands between them: "6 May 24", "19-Feb-18".
_SHORT = re.compile(rf"{_DAY}(?:[\s-]|\.\s)+{_MONTH},?[\s-]+['’]?(?P<year>\d\d)", re.IGNORECASE)
_WEEK = re.compile(r"(?:19|20)\d\d-?W\d\d-?[1-7]")
_PAST_THE_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)[T ](?:24:00(?::00)?|\d\d:\d\d:60)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
_ZONE = re.compile(r"\[[\w/+-]+\]$")  # "[Europe/Paris]", as Java adds it behind the offset
_NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)  # what programs write that know no date, besides the year 1
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")
_RUN_TOGETHER = re.compile(r"((?:19|20)\d\d[01]\d[0-3]\d)(\d{4}(?:\d\d)?)")  # the hour of 20241128 as well
_HALF = re.compile(r"\d\s?([ap])\.?m\b", re.IGNORECASE)
_FIRST_YEAR = 1600  # there was no news before; "0001-01-01" is what programs write that know no date


def parse_published(given: str, language: str = "") -> tuple[date, str]:
    """The calendar day of a metadata value, and the full ISO 8601 moment where it holds one (else "").

    The day is the outlet's own: an offset in the value is kept, never converted; of 24:00 and of leap seconds the day
    alone is told. ``03/04/2024`` is read day first for ``language`` "fr" and refused otherwise.

    Raises:
        ArticleError: no full date can be read from it.
    """
    given = given.strip()
    for parse in (_iso, _past_the_clock, _short, _run_together, _epoch, _rfc822):
        moment = parse(given)
        if moment is not None and moment[0].year >= _FIRST_YEAR:
            break
    else:
        day = find_date(given, day_first=language == "fr")
        moment = (day, "") if day else None
    if moment is None or _is_unset(*moment):
        raise ArticleError(f"published {given!r} is no full date that can be read: write it as 2024-11-28")
    return moment


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


def _is_unset(day: date, moment: str) -> bool:
    """Whether it is the first moment of 1970 by any clock, or of that day."""
    return day == _NO_MOMENT.date() or bool(moment) and _in_utc(datetime.fromisoformat(moment)) == _NO_MOMENT


def _in_utc(moment: datetime) -> datetime:
    """A moment that can be compared: one without an offset is taken for UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _iso(given: str) -> tuple[date, str] | None:
    given = _ZONE.sub("", given)
    if _WEEK.fullmatch(given):
        try:
            return date.fromisoformat(given), ""
        except ValueError:  # a week the year does not have
            return None
    if not re.match(r"\d{4}-?\d\d-?\d\d", given):
        return None
    if compact := _COMPACT.fullmatch(given):
        given = "-".join(compact.groups())
    try:
        moment = datetime.fromisoformat(given.replace(" UTC", "Z").replace(" GMT", "Z"))
    except ValueError:
        return None
    return moment.date(), moment.isoformat() if len(given) > 10 else ""


def _past_the_clock(given: str) -> tuple[date, str] | None:
    """The day of an hour that ISO 8601 has and Python has not."""
    return _iso(match[1]) if (match := _PAST_THE_CLOCK.fullmatch(given)) else None


def _short(given: str) -> tuple[date, str] | None:
    """A date whose year has two digits: the last year that ends so and is not still to come."""
    match = _SHORT.fullmatch(given)
    if match is None:
        return None
    this_year = date.today().year
    year = this_year - (this_year - int(match["year"])) % 100
    day = _day({**match.groupdict(), "year": str(year)}, day_first=True)
    return (day, "") if day else None


def _run_together(given: str) -> tuple[date, str] | None:
    """Day, hour and minute without anything between them; the day alone where there is no such hour."""
    match = _RUN_TOGETHER.fullmatch(given)
    day = _iso(match[1]) if match else None
    return _iso(f"{match[1]}T{match[2]}") or day if match and day else None


def _epoch(given: str) -> tuple[date, str] | None:
    """Seconds since 1970 as feeds and programs write them, or thousandths, millionths, billionths; in UTC."""
    match = re.fullmatch(r"(\d{9,10}|\d{12,13}|\d{15,16}|\d{18,19})(?:\.\d+)?", given)
    if match is None:
        return None
    whole = float(given) if len(match[1]) <= 10 else int(match[1])
    moment = datetime.fromtimestamp(whole / 1000 ** ((len(match[1]) - 8) // 3), UTC)
    return moment.date(), moment.isoformat()


def _rfc822(given: str) -> tuple[date, str] | None:
    if ":" not in given:
        return None
    try:
        moment = parsedate_to_datetime(given)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    year = rf"(?:(?<![\d:+-])|(?<=[a-z]-))(?:{moment.year}|{moment.year % 100:02})(?![\d:])"
    if not re.search(year, given, re.IGNORECASE):
        return None  # "30 Nov -0001", of which an offset and the year 2000 are made
    half = _HALF.search(given)
    if half is not None and moment.hour <= 12:  # of which RFC 822 knows nothing
        moment = moment.replace(hour=moment.hour % 12 + 12 * (half[1] in "pP"))
    return moment.date(), moment.isoformat()
