"""The day of a report where its text is headed by it: a dateline, "Published on", a line of its own.

Knows: what stands around such a date, in French and English. Does not know the dates themselves: that is ``dates``. A
sentence that begins with a full date is as often of an event ("Le 6 juin 1944, ...") as of its report, and a guessed
day is worse than none.
"""

from __future__ import annotations

import re
from datetime import date

from rag.language import fold
from rag.readers.dates import place_of_date

_LINES = 5  # among which the day of a report stands
_WIDTH = 80  # characters into a line by which it does; a line as short may stand between title and text
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DAYS = """
    lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday mon tue
    wed thu fri sat sun
"""
# Between the beginning of a line and its date, besides names: "PARIS (AFP), le jeudi", "Last updated on".
_AHEAD = frozenset(
    f"""
    le la les du de a ce on in at by par of the and date dated publie publiee paru parue parution mis mise jour posted
    published publication updated last first edition article {_DAYS}
    """.split()
)
_TOLD = frozenset("publie publiee paru parue parution published posted publication updated jour".split())
_PUBLISHED = _TOLD - {"updated", "jour"}
_UPDATE = re.compile(r"\b(?:mise?s? a jour|maj|updated?|modifi(?:e|ee|ed|cation)|actualisee?)\b")
_TELLING = 25  # characters of a line within which it says that it tells the day
_BY = frozenset("by par".split())
# Behind the date, on a line of its own: "à 10h30", "at 10:30 a.m. GMT", "mis à jour le 9 mai 2024".
_BEHIND = frozenset(
    f"""
    a at h min mn am pm m p gmt utc est edt cet cest et pt bst t z le on the mis mise jour modifie modifiee last updated
    update read lecture de {_DAYS} janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    january february march april may june july august september october november december
    """.split()
)
_AGENCY = re.compile(r"\([^()\d]{2,40}\)|/[^/\d]{2,40}/")  # (Reuters), /PRNewswire/
_PLACE = 4  # words a place has at most
_REST = re.compile(r"[|•·]|\b(?:by|par)\b", re.IGNORECASE)
# From a date to the text behind it, by way of an hour and an agency; two days with a dash between them are a life.
_BETWEEN = re.compile(
    rf"(?:[,.]?\s*(?:(?:à|at)\s+)?\d{{1,2}}\s?[h:]\s?(?:\d\d)?(?:\s?(?:GMT|UTC))?)?"
    rf"(?:[,.]?\s*(?:[^\W\d_]+\s+){{0,2}}(?:{_AGENCY.pattern}))?"
    rf"\s*(?:\s--?\s|[–—]|\s?:\s)(?!\s*\d)"
)
_NOW = re.compile(
    rf"(?:ce|this|today\b,?|aujourd['’]hui\b,?)(?:\s+(?:{'|'.join(_DAYS.split())}))?,?\s*(?:le\s+)?", re.IGNORECASE
)

_AT_HAND = 10  # years
_NOT_NOW = re.compile(  # with its accents: "a" is a past, "à" none
    r"\b(?:a|ont|avait|avaient|fut|furent|était|étaient|aura|auront|sera|seront|est morte?|née?s?"
    r"|\w+(?:èrent|irent|urent|era|eront|ira|iront)"
    r"|was|were|had|did|will|born|hit|struck|left|became|took|came|went|fell|[a-z]{2,}ed)\b"
)


def date_in_head(text: str, day_first: bool = False) -> date | None:
    """The day of the report, where one of the first lines gives it as such; else None. ``day_first`` as in ``dates``.

    "PARIS (AFP), 28 November 2024 - ...", "Published on November 28, 2024", "Ce jeudi 28 novembre 2024, ...", or the
    date alone on a line, with what stands beside it there: an hour, a place, who wrote. The day of an update is taken
    only where no other follows.
    """
    updated = None
    for place, line in enumerate(_first_lines(text)):
        if place and len(line) > _WIDTH:
            continue
        while found := place_of_date(line[:_WIDTH], day_first):
            start, end, day = found
            is_own = _is_of_the_report(line, start, end)
            if not is_of_update(line[:start]):
                if is_own:
                    return day
                break
            updated = updated or (day if is_own else None)
            line = line[end:]
    return updated


def is_of_update(ahead: str) -> bool:
    """Whether a date behind these words is the day of an update: "Mis à jour le"; not behind "published" as well."""
    return _UPDATE.search(fold(ahead)) is not None and not _PUBLISHED & _words(ahead)


def past_update(line: str) -> str | None:
    """What stands behind the day of an update; None where the first date of a line is another, or there is none."""
    found = place_of_date(line, day_first=True)
    return line[found[1] :] if found and is_of_update(line[: found[0]]) else None


def date_at_start(text: str) -> date | None:
    """The date a text begins with, whatever it is of: "On 11 September 2001, ..."; else None."""
    for line in _first_lines(text)[:2]:
        found = place_of_date(line[:_WIDTH])
        if found and all(_is_ahead(word) for word in _WORD.findall(line[: found[0]])):
            return found[2]
    return None


def is_told_of_now(text: str, day: date) -> bool:
    """Whether a text that begins with this date tells of it as the present: then it is likely the day of the report.

    "Le 28 novembre 2024, le gouvernement se prépare ...": nothing past or to come in the sentence, no later year in the
    text, and not longer ago than news is kept at hand.
    """
    first = re.split(r"[.!?](?:\s|$)", next(iter(_first_lines(text)), ""))[0]
    later = any(int(year) > day.year for year in re.findall(r"\b(?:19|20)\d\d\b", text))
    recent = abs(date.today().year - day.year) <= _AT_HAND
    return recent and not later and not _NOT_NOW.search(first.lower())


def is_told(line: str) -> bool:
    """Whether a line begins as one that tells the day of its report: "Published", "Mis à jour le"."""
    return bool(_TOLD & _words(line[:_TELLING]))


def _first_lines(text: str) -> list[str]:
    return [line.strip() for line in text[:4_000].split("\n") if line.strip()][:_LINES]


def _is_ahead(word: str) -> bool:
    return not word[0].islower() or fold(word) in _AHEAD


def _is_of_the_report(line: str, start: int, end: int) -> bool:
    """Whether the date between ``start`` and ``end`` is given as the day of the report."""
    ahead, behind = line[:start], line[end:]
    if _NOW.fullmatch(ahead):
        return True
    if not all(_is_ahead(word) for word in _WORD.findall(ahead)) or ahead.count("(") != ahead.count(")"):
        return False
    between = _BETWEEN.match(behind)
    if _ends(behind):
        is_alone = _words(ahead) <= _AHEAD or bool(_words(ahead) & _BY)
        return is_alone or _tells(ahead) or _is_place(ahead)
    return between is not None and (_tells(ahead) or _is_place(ahead) or bool(_AGENCY.search(between[0])))


def _tells(ahead: str) -> bool:
    """Whether "published" or an agency stands ahead of a date."""
    return bool(_TOLD & _words(ahead)) or bool(_AGENCY.search(ahead))


def _is_place(ahead: str) -> bool:
    """Whether a place stands ahead of a date: a name before a comma, or one in capitals."""
    name = ahead.partition(",")[0].strip(" -–—")
    words = name.split()
    is_name = 0 < len(words) <= _PLACE and not any(word.islower() or fold(word) in _AHEAD for word in words)
    return is_name and ("," in ahead or name.isupper())


def _ends(behind: str) -> bool:
    """Whether nothing is told behind a date on its line but an hour, an agency or who wrote; no sentence goes on."""
    return not behind.endswith(",") and _words(_REST.split(_AGENCY.sub("", behind), maxsplit=1)[0]) <= _BEHIND


def _words(text: str) -> set[str]:
    return {fold(word) for word in _WORD.findall(text)}
