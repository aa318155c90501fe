"""Words of time in questions, and how one takes the place of another: "in 2023" in that of "in the 2004 earthquake".

Knows how English and French write a time and what leads to it. Does not know what day is meant. "May" may be a name or
a verb, "Mars" a planet: such words are a time only where something says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_I = re.IGNORECASE
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|janvier"
    r"|février|mars|avril|mai|juin"
    r"|juillet|août|septembre|octobre|novembre|décembre)"
)
_DAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_PERIOD = r"(?:week|month|year|summer|winter|spring|autumn|quarter|decade|century)"
_DATE = (
    rf"(?:{_DAY},? )?(?:\d{{1,2}}(?:er|st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?|{_MONTH} \d{{1,2}}(?:st"
    rf"|nd|rd|th)?(?:,? {_YEAR})?)"
)
_CORE = (
    rf"(?:(?:le |the )?{_DATE}"
    rf"|{_MONTH}(?:,? {_YEAR})?|{_YEAR}|(?:the )?(?:last|this|next|previous) {_PERIOD}|yesterday|today|tomorrow"
    rf"|(?:last |next )?{_DAY}(?: dernier| prochain)?|hier|aujourd['’]hui|demain"
    r"|l['’](?:an|année) (?:derni[eè]re?|prochaine?|pass[ée]e?)|(?:la semaine|le mois|l['’]été"
    r"|l['’]hiver|le week-?end|la nuit) (?:derni[eè]re?|prochaine?|pass[ée]e?)"
    r"|cette (?:année|semaine)|ce mois-ci)"
)
_PREPOSITION = (
    r"(?:in|on|since|before|after|during|by|until|en|depuis|avant|après|pendant|jusqu['’]en|au|fin|début|dès)"
    r"(?:\s+(?:early|late))?"
)
_TIME = re.compile(rf"(?<![\w–-])(?:(?P<preposition>{_PREPOSITION})\s+)?(?P<core>{_CORE})(?![\w–-])", _I)
_BETWEEN = re.compile(
    rf"\b(?:(?:between|from|entre|de)\s+|d['’]){_CORE}\s+(?:and|to|until|et|à|au|jusqu['’](?:à|en|au))\s+{_CORE}(?!\w)",
    _I,
)
_LEAD = re.compile(
    r"\b(?:(?P<determiner>the|an?|that|le|la|les|une?)\s+|(?P<pointer>last|next|this|ce)\s+|(?P<de>d(?:e|u)\s+|d['’])"
    r"|(?:of|for|from|pour)\s+)$",
    _I,
)
_PLAIN = frozenset(("", "in", "on", "en", "au", "during", "pendant"))  # they say no more than that it is then
_NEVER_OF_MONTHS = frozenset(("on", "au"))
_DOUBTFUL = frozenset(("may", "march", "august", "Mars"))  # as they are written: verbs, an adjective, a planet
_BEHIND_DETERMINER = re.compile(rf"{_DATE}|{_MONTH}(?:,? {_YEAR})?|{_YEAR}|{_DAY}", _I)
_BEHIND_POINTER = re.compile(rf"{_MONTH}|{_DAY}", _I)
_LONE_DAY = re.compile(
    r"(?:(?:on )?the |on |le )(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th)?)|(?P<ordinal>\d{1,2}(?:st|nd|rd|th))",
    _I,
)
_DAY_OF_MONTH = re.compile(r"(?<!\w)\d{1,2}(?:er|st|nd|rd|th)?(?!\w)", _I)


def times(text: str) -> Iterator[re.Match[str]]:
    """The times a text speaks of, in order, each with its ``core`` and the ``preposition`` that leads to it."""
    return (found for found in _TIME.finditer(text) if _is_meant(found))


def is_time(part: str) -> bool:
    """Whether a part of a question is a time and nothing else."""
    return _read(part) is not None


def says_time(text: str) -> bool:
    """Whether a text speaks of a time."""
    return next(times(text), None) is not None


def without_times(text: str) -> str:
    """The text with its times left out."""
    for found in reversed(list(times(text))):
        text = text[: found.start()] + text[found.end() :]
    return " ".join(text.split())


_LEADS_ITSELF = re.compile(
    r"l['’](?:an|année|été|hiver)\b|l[ea] (?:mois|semaine|nuit|week)|(?:last|next|this) ", re.IGNORECASE
)
"""Times before which no "in" or "en" stands: "l'an dernier", "last year"."""


def placed_time(before: str, part: str) -> str | None:
    """The question with a time in the place of its own, or at its end; None where the part is no time."""
    time = _read(part)
    if time is None:
        return _placed_day(before, part)
    if span := _BETWEEN.search(before):
        return before[: span.start()] + part + before[span.end() :]
    old = next(times(before), None)
    if old is None:
        return f"{before} {part if time['preposition'] or not re.fullmatch(_YEAR, part) else 'in ' + part}"
    lead = None if old["preposition"] else _LEAD.search(before[: old.start()])
    if lead:
        return _led(before, old, lead, time)
    years = all(re.fullmatch(_YEAR, found["core"]) for found in (old, time))
    if years and not old["preposition"] and _is_plain(time):  # "Euro 2024"
        return before[: old.start()] + time["core"] + before[old.end() :]
    if time["preposition"] or old["preposition"] is None or _LEADS_ITSELF.match(part):
        return before[: old.start()] + part + before[old.end() :]
    return before[: old.start("core")] + part + before[old.end("core") :]


def _read(part: str) -> re.Match[str] | None:
    """A part that is a time and nothing else; a month alone may be one ("and May?")."""
    found = _TIME.fullmatch(part)
    return found if found and (_preposition(found) == "" or _is_meant(found)) else None


def _is_meant(found: re.Match[str]) -> bool:
    """Whether a word of time is one where it stands: "Theresa May" and "may happen" name no month."""
    if re.fullmatch(_MONTH, found["core"], _I) is None:
        return True
    if preposition := _preposition(found):
        return preposition not in _NEVER_OF_MONTHS
    lead = _LEAD.search(found.string[: found.start()])
    return lead is not None and (found["core"] not in _DOUBTFUL or (lead["pointer"] or "").lower() in ("last", "next"))


def _preposition(time: re.Match[str]) -> str:
    return (time["preposition"] or "").lower()


def _is_plain(time: re.Match[str]) -> bool:
    return _preposition(time) in _PLAIN


def _led(before: str, old: re.Match[str], lead: re.Match[str], time: re.Match[str]) -> str:
    """The new time behind the word that leads to the old one: its core alone, where the two can stand together.

    Else it takes the place of both; behind an article, which the noun keeps, it comes at the end.
    """
    core, behind = time["core"], before[old.end() :]
    fits = _BEHIND_DETERMINER if lead["determiner"] else _BEHIND_POINTER if lead["pointer"] else None
    if _is_plain(time) and (fits is None or fits.fullmatch(core)):
        return before[: lead.start()] + (_of(core) if lead["de"] else lead[0] + core) + behind
    if lead["determiner"]:
        return " ".join(f"{before[: old.start()]}{behind} {time[0]}".split())
    return before[: lead.start()] + time[0] + behind


def _of(core: str) -> str:
    """A time behind the French "de": "du 11 mai", "d'avril", "de 2019"."""
    if core.lower().startswith("le ") or (core[0].isdigit() and not re.fullmatch(_YEAR, core)):
        return f"du {core.removeprefix('le ')}"
    return f"d'{core}" if re.match(r"[aàoôh]", core, _I) else f"de {core}"


def _placed_day(before: str, part: str) -> str | None:
    """``Who won on 10 May 2023`` and ``the 11th`` -> ``Who won on 11th May 2023``: a day of the same month."""
    new = _LONE_DAY.fullmatch(part)
    for old in times(before) if new else ():
        day = _DAY_OF_MONTH.search(before, old.start("core"), old.end("core"))
        if new and day:
            return before[: day.start()] + (new["day"] or new["ordinal"]) + before[day.end() :]
    return None
