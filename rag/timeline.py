"""What a question says of time: "latest", "currently", "in November", "la semaine dernière" become a window or recency.

Knows time words of questions in English and French and the day they are asked on. Does not search, and decides
nothing for the user: a scope names the words it was read off, so that a screen can show it and take it away.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rag.figures import Figure, find_figures
from rag.figures.flat import flatten
from rag.language import reading_of
from rag.types import Filter

# News of an event is printed for some weeks after it; a later summary of it for longer.
AFTERMATH = timedelta(days=45)
RECENT = timedelta(days=30)
_RECENCY = {
    "en": re.compile(
        r"\b(?:latest|current(?:ly)?(?! affairs)|at present|at the moment|these days|nowadays|right now|so far|to date"
        r"|as of now|most recent(?:ly)?|up[- ]to[- ]date|newest|(?<!until )now|today's|still)\b"
    ),
    "fr": re.compile(
        r"\b(?:derniere?s? (?:nouvelles?|chiffres?|bilans?|estimations?|informations?|infos?|sondages?|decompte|etat)"
        r"|actuels?|actuelles?|actuellement|en ce moment|a ce jour|a l'heure actuelle|pour l'instant|desormais"
        r"|maintenant|a present"
        r"|ces temps-ci|le plus recent|la plus recente|les plus recente?s|jusqu'ici|jusqu'a present|toujours)\b"
    ),
}
# The perfect and the present ask for the count of today without a word of time: there is none to name, or to take away.
_UNTOLD = {"en": re.compile(r"\bhow many \w+ (?:has|have)\b")}
_LATELY = {
    "en": re.compile(
        r"\b(?:recently|lately|in recent (?:days|weeks)|(?:in|over) the (?:last|past) few (?:days|weeks))\b"
    ),
    "fr": re.compile(r"\b(?:recemment|dernierement|ces derniers jours|ces dernieres semaines|depuis peu)\b"),
}
_SPAN = {
    "en": re.compile(
        r"\b(?:in|over|during) the (?:last|past) (?:(\d+|two|three|four|five|six|seven|eight|nine|ten"
        r"|twelve|fifteen|twenty|thirty) )?(?:few |couple of |several )?(hour|day|week|month|year)(s)?\b"
    ),
    "fr": re.compile(
        r"\b(?:ces|dans les|au cours des|durant les|sur les) (?:(\d+|deux|trois|quatre|cinq|six|sept|huit|neuf"
        r"|dix|douze|quinze|vingt|trente) )?(?:dernier|derniere)s? (heure|jour|semaine|moi|annee|an)(s)?\b"
    ),
}
_COUNTS = dict(
    zip(
        "two three four five six seven eight nine ten twelve fifteen twenty thirty"
        " deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente".split(),
        (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30) * 2,
        strict=True,
    )
)
_SEVERAL = dict(
    hour=24, heure=24, day=10, jour=10, week=6, semaine=6, month=6, moi=6, year=5, annee=5, an=5
)  # what "the last days" may be, where no number is said
_DAYS = dict(
    hour=1 / 24, heure=1 / 24, day=1, week=7, month=30, year=365, jour=1, semaine=7, moi=30, mois=30, annee=365, an=365
)
_UP_TO = {
    "en": re.compile(r"\b(?:before|by|until|till|up to|as of|prior to)(?: the| (?:early|late|mid|the end of))? ?-?$"),
    "fr": re.compile(r"\b(?:avant|jusqu'(?:a|au|en)|d'ici|au plus tard|a la date du)(?: le| la| fin| debut)? ?$"),
}
_AS_OF = {
    "en": re.compile(r"\bas (?:of|at)(?: the| (?:early|late|mid|the end of))? ?-?$"),
    "fr": re.compile(r"\b(?:a la date du|en date du|arretee?s? au|au)(?: soir du| matin du)? ?$"),
}
_FROM = {
    "en": re.compile(r"\b(?:since|after|from)(?: the)? ?$"),
    "fr": re.compile(r"\b(?:depuis|apres|a partir (?:de|du|d'))(?: le| la)? ?$"),
}
_COMPARED = re.compile(
    r"\b(?:than|compared (?:with|to)|par rapport (?:a|au)|(?:plus|moins)(?: \w+)? (?:que|qu')) ?(?:in |en |a |au )?$"
)
_SPAN_FROM = {
    "en": re.compile(r"\b(?:from|between)(?: the)? $"),
    "fr": re.compile(r"\b(?:entre(?: le)? |du |de |d')$"),
}
_SPAN_TO = {
    "en": re.compile(r" (?:to|until|till|through|and)(?: the)? "),
    "fr": re.compile(r" (?:a|au|et(?: le)?|jusqu'(?:a|au|en)) ?"),
}
_YEAR = re.compile(r"\b\d{4}\b")
_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tonight|this|last|next|ago|hier|aujourd'hui|ce|cet|cette|dernier|derniere|passe|passee"
    r"|il y a)\b"
)
# What is still to come is told before it is: a question in the future asks for no report of those days.
_TO_COME = {
    "en": re.compile(r"\b(?:will|won't|going to|(?:is|are) (?:due|set|scheduled|expected|planned|supposed|to)\b)"),
    "fr": re.compile(
        r"\b[a-z]+r(?:a|ont)(?:-t)?-(?:il|elle|on|ils|elles)\b"
        r"|\b(?:sera|seront|aura|auront|ira|iront|fera|feront|viendra|pourra|pourront|devra|devront"
        r"|(?!opera|camera|cholera)[a-z]{2,}(?:era|eront|ira|iront))\b"
        r"|\b(?:va|vont|doit|doivent|devrait|devraient)(?:-t)?(?:-(?:il|elle|on|ils|elles))?\b"
        r"|\bprevue?s?\b"
    ),
}


@dataclass(frozen=True, slots=True)
class TimeScope:
    """The time a question speaks of.

    Attributes:
        since: first day of what is asked about; None when open.
        until: last day of it; None when open.
        strict: whether articles outside the window cannot answer: true for "last week", false for "in August 2020",
            which a later article may well tell of.
        recency: whether the newest report is wanted ("latest", "currently").
        text: the words of time this was read off, "" when the question has none: "how many seats has Labour?" asks for
            the newest report without one.
        as_of: whether what was known on the last day is asked for ("as of 3 May", "au 3 mai"): later articles cannot
            answer.
    """

    since: date | None = None
    until: date | None = None
    strict: bool = False
    recency: bool = False
    text: str = ""
    as_of: bool = False

    @property
    def is_of_any_year(self) -> bool:
        """Whether its words name a day or a month and no year, "on 18 May": the year is a guess."""
        return not self.strict and not _YEAR.search(self.text) and not _RELATIVE.search(flatten(self.text))

    @property
    def window(self) -> Filter:
        """The days of publication to search: from the first day asked about to some weeks after the last."""
        if self.as_of:
            return Filter(until=self.until)
        if not self.strict:
            return Filter()
        return Filter(since=self.since, until=None if self.until is None else later(self.until, AFTERMATH))

    def fits(self, published: date | None) -> float:
        """How well a day of publication suits, 0 to 1: 1 within the window and its aftermath, 0.5 when unknown."""
        if published is None or (self.since is None and self.until is None):
            return 0.5
        if self.since and published < self.since:
            return 0.0
        if self.until is None or published <= later(self.until, AFTERMATH):
            return 1.0
        return 0.5


def time_scope(question: str, language: str, today: date) -> TimeScope:
    """What a question says of time, read on `today` (or the day answers are to be as of)."""
    reading = reading_of(language)
    flat = flatten(question)
    recent = _RECENCY[reading].search(flat)
    scope = _lately(question, flat, reading, today) or _dated(question, flat, reading, today) or TimeScope()
    if scope.as_of or not (recent or (reading in _UNTOLD and _UNTOLD[reading].search(flat))):
        return scope
    told = (_words(question, recent) if recent else "", scope.text)
    return replace(scope, recency=True, text=", ".join(filter(None, told)))


def _words(question: str, match: re.Match[str]) -> str:
    return question[match.start() : match.end()]


def _lately(question: str, flat: str, language: str, today: date) -> TimeScope | None:
    """A window that ends today, for "recently" or "in the last three weeks"."""
    span = _SPAN[language].search(flat)
    if span:
        count = _COUNTS.get(span[1] or "") or int(span[1] or (_SEVERAL[span[2]] if span[3] else 1))
        days = timedelta(days=math.ceil(min(count, 400) * _DAYS[span[2]]))
        return TimeScope(earlier(today, days), today, True, False, _words(question, span))
    match = _LATELY[language].search(flat)
    return TimeScope(earlier(today, RECENT), today, True, True, _words(question, match)) if match else None


def _dated(question: str, flat: str, language: str, today: date) -> TimeScope | None:
    """The first date of the question as a window."""
    dates = [
        each
        for each in find_figures(question, language, today)
        if each.kind == "date" and each.date_from and not _COMPARED.search(flat[: each.start])
    ]
    if not dates:
        return None
    figure = dates[0]
    if span := _span_from(question, flat, language, dates):
        return span
    scope = _scope(question, flat, language, figure)
    ahead = (figure.date_from or today) > today or _TO_COME[language].search(flat) is not None
    return replace(scope, since=None, strict=False) if ahead and scope.strict else scope


def _span_from(question: str, flat: str, language: str, dates: Sequence[Figure]) -> TimeScope | None:
    """From one date to another, written as two or as one: "from October 2024 to March 2025"; None for anything else."""
    first, last = dates[0], dates[0]
    lead = _SPAN_FROM[language].search(flat, max(0, first.start - 12), first.start)
    if len(dates) > 1 and _SPAN_TO[language].fullmatch(flat[first.end : dates[1].start]):
        last = dates[1]
    elif not _SPAN_TO[language].search(flat[first.start : first.end]):
        return None
    if lead is None or first.date_from is None or last.date_to is None or last.date_to < first.date_from:
        return None
    return TimeScope(first.date_from, last.date_to, text=question[lead.start() : last.end])


def _scope(question: str, flat: str, language: str, figure: Figure) -> TimeScope:
    before = flat[max(0, figure.start - 24) : figure.start]
    as_of = _AS_OF[language].search(before) if figure.unit == "day" or language == "en" else None
    until = as_of or _UP_TO[language].search(before)
    since = _FROM[language].search(before)
    strict = bool(_RELATIVE.search(flat[figure.start : figure.end]))
    if since and strict and since.group().startswith("from"):  # "the news from last week" are of that week
        since = None
    lead = until or since
    start = figure.start - (len(before) - lead.start()) if lead else figure.start
    return TimeScope(
        since=None if until else figure.date_from,
        until=None if since else figure.date_to,
        strict=strict,
        text=question[start : figure.end],
        as_of=as_of is not None,
    )


def later(day: date, by: timedelta) -> date:
    """So long after a day, and no later than the last there is."""
    return day + by if day <= date.max - by else date.max


def earlier(day: date, by: timedelta) -> date:
    """So long before a day, and no sooner than the first there is."""
    return day - by if day >= date.min + by else date.min
