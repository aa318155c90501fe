"""The day an article was published, as outlets write it.

Knows: ISO 8601, RFC 822, and full dates in French and English words or numbers. Does not know relative dates, dates of
events, or files and their times. Only a full date (day, month, year) counts.
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
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
# All over folded text: no accents, lower case.
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/-]|\.\d)")
    for form in (
        rf"{_YEAR}-(?P<month>[01]?\d)-{_DAY}",
        rf"{_YEAR}/(?P<month>[01]?\d)/{_DAY}",
        rf"{_DAY}(?:er|st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -]{_YEAR}",
        rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"(?P<first>[0-3]?\d)(?P<mark>[/.])(?P<second>[0-3]?\d)(?P=mark){_YEAR}",
    )
)
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")
_HEAD_LINES = 3
_HEAD_CHARACTERS = 400


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
        if moment is not None:
            return moment
    found = find_date(given, day_first=language == "fr")
    if found is None:
        raise ArticleError(f"published {given!r} is no full date that can be read: write it as 2024-11-28")
    return found, ""


def date_in_head(text: str) -> date | None:
    """The first full date in the first lines of a text, or None."""
    lines = [line for line in text[: 4 * _HEAD_CHARACTERS].split("\n") if line.strip()][:_HEAD_LINES]
    return find_date("\n".join(lines)[:_HEAD_CHARACTERS])


def find_date(text: str, day_first: bool = False) -> date | None:
    """The first full date in ``text``; one all in numbers only where it cannot be misread, or with ``day_first``."""
    folded = re.sub(r"[^\S\n]+", " ", fold(text))
    found: list[tuple[int, date]] = []
    for form in _FORMS:
        for match in form.finditer(folded):
            day = _day(match.groupdict(), day_first)
            if day is not None:
                found.append((match.start(), day))
                break
    return min(found)[1] if found else None


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
        month = int(written) if written.isdigit() else _MONTHS[written]
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
    except (ValueError, IndexError, TypeError):
        return None
    return moment.date(), moment.isoformat()
