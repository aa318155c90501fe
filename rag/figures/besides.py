"""What beside a month or weekday says which one it is: "June of last year", "Friday the court will rule".

Knows these turns in English and French, for flat text. Does not know calendars, nor the shapes of dates.
"""

from __future__ import annotations

import re

from rag.figures import numerals

_YEARS = {
    "en": re.compile(
        r",? (?:of )?(?:(?P<last>last year|the (?:previous|past) year)|(?P<next>next year)|this year)\b"
        r"|,? (?P<ago>[a-z0-9]+) years? ago\b"
    ),
    "fr": re.compile(
        r" de (?:(?P<last>l'an(?:nee)? (?:derniere?|passee?|precedente?))|(?P<next>l'an(?:nee)? prochaine?)"
        r"|cette annee)\b| il y a (?P<ago>[a-z0-9]+) ans?\b"
    ),
}
_WEEKS = {
    "en": re.compile(r" (?:of )?(?:(?P<last>last week|the previous week)|(?P<next>next week)|this week)\b"),
    "fr": re.compile(
        r" de (?:(?P<last>la semaine (?:derniere|passee|precedente))|(?P<next>la semaine prochaine)|cette semaine)\b"
    ),
}

# A date that opens a clause, and the clause's first verb: whether what is told of is still to come.
_OPENING = {
    "en": re.compile(r"(?:^|[.;:!?\"”]) ?\"?(?:on |in |by |next |late |early )?(?:the )?$"),
    "fr": re.compile(r"(?:^|[.;:!?\"»]) ?\"?(?:le |en |ce |des |au mois d[e'] ?)?$"),
}
_VERB_BEHIND = {
    "en": re.compile(
        r"\b(?:(?P<coming>will|shall|(?:is|are) (?:to|due|set|expected|scheduled|going))"
        r"|was|were|had|has|have|did|is|are|said|says?|told|would|could|[a-z]{2,}ed|[a-z]{2,}es|came|went|took|won|lost"
        r"|made|met|fell|rose|left)\b"
    ),
    "fr": re.compile(
        r"\b(?:(?P<coming>(?!camera|opera)[a-z]{2,}(?:era|eront|ira|iront|ndra|ndront|tra|tront|rra|rront)|aura|auront)"
        r"|a|ont|avait|avaient|est|sont|etait|etaient|fut|furent|s'est|va|vont|dit|doit|peut)\b"
    ),
}
# Verbs of the present right before a day, which say when something is to begin or end.
_STARTING = {
    "en": re.compile(
        r"\b(?:begins?|opens?|starts?|ends?|closes?|resumes?|expires?|takes effect)(?: on)? $|\bexpires? in $"
    ),
    "fr": re.compile(
        r"\b(?:s'ouvre|s'ouvrent|debute|debutent|s'acheve|s'achevent|expire|expirent|prend fin)(?: ce| le)? $"
        r"|\bexpire(?:nt)? en $"
    ),
}


def years_behind(flat: str, end: int, language: str) -> tuple[int, int] | None:
    """Years away from the article's (negative: before), and where the turn ends; None where none stands there."""
    return _away(_YEARS[language].match(flat, end), end, language)


def weeks_behind(flat: str, end: int, language: str) -> tuple[int, int] | None:
    """The same of weeks."""
    return _away(_WEEKS[language].match(flat, end), end, language)


def _away(match: re.Match[str] | None, end: int, language: str) -> tuple[int, int] | None:
    if match is None:
        return None
    said = match.groupdict()
    if said.get("ago"):
        numeral = numerals.parse(said["ago"], 0, language)
        return (-int(numeral.value), match.end()) if numeral and numeral.value < 200 else None
    if said["last"] or said["next"]:
        return -1 if said["last"] else 1, match.end()
    return 0, end  # "this year" says no more than the date alone


def is_to_come(before: str, behind: str, language: str) -> bool:
    """Whether words beside a date tell that it is still to come: it opens a clause whose verb is of the future.

    Args:
        before: flat text up to the date.
        behind: flat text from its end on.
        language: "en" or "fr".
    """
    if not _OPENING[language].search(before):
        return _STARTING[language].search(before) is not None
    clause = re.split(r"[.;:!?]", behind)[0]
    verb = _VERB_BEHIND[language].search(clause)
    return verb is not None and verb["coming"] is not None
