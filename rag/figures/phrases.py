"""The small words around a number: qualifiers, links of a range, verbs of change, in English and French.

Knows patterns for flat text (see `flat`) only.
"""

from __future__ import annotations

import re

from rag.figures.model import Qualifier

_BEFORE: dict[str, dict[Qualifier, str]] = {
    "en": {
        "about": "about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated|circa"
        "|approx\\.?|~",
        "more than": "(?:a little |slightly |well |far )?(?:more than|over)|in excess of|upwards of|just over|above"
        "|(?:over|above) the age of|>",
        "at least": "at least|no fewer than|no less than|not less than|a minimum of|minimum|≥",
        "up to": "up to|as many as|as much as|at most|no more than|not more than|a maximum of|maximum|≤",
        "less than": "(?:a little |slightly |well |far )?(?:less than|fewer than)|just under|under|below"
        "|(?:under|below) the age of|<",
    },
    "fr": {
        "about": "environ|pres de|pres d'|quelque|quelques(?= [0-9])|autour de|autour d'|aux alentours de|a peu pres"
        "|presque|approximativement"
        "|de l'ordre de|de l'ordre d'|une? estimation de|quasiment|quasi|aux environs de|~",
        "more than": "(?:un peu |bien |beaucoup |nettement )?(?:plus de|plus d')|au[- ]dela de|au[- ]dessus de"
        "|superieure?s? a|>",
        "at least": "au moins|au minimum|pas moins de|pas moins d'|minimum|≥",
        "up to": "jusqu'a|au maximum(?: sur| de)?|au plus|maximum"
        "|pas (?:[a-z]+(?:er|ir|re) )?plus de|pas (?:[a-z]+(?:er|ir|re) )?plus d'|un maximum de|≤",
        "less than": "(?:un peu |bien |nettement )?(?:moins de|moins d')|a peine|en[- ]dessous de|au[- ]dessous de"
        "|inferieure?s? a|<",
    },
}
_AFTER: dict[str, dict[Qualifier, str]] = {
    "en": {
        "about": "or so|approximately|roughly",
        "at least": "(?:or|and) (?:more|over|above|older|upwards)|at least|\\+|plus\\b(?= )",
        "up to": "or less|or fewer|at most",
    },
    "fr": {
        "about": "environ|a peu pres",
        "at least": "ou plus|et plus|au moins|minimum|\\+",
        "up to": "au maximum|maximum|au plus|tout au plus",
    },
}


def _joined(table: dict[Qualifier, str]) -> str:
    parts = [part for patterns in table.values() for part in _split(patterns)]
    return "|".join(sorted(parts, key=len, reverse=True))


def _split(patterns: str) -> list[str]:
    parts, depth, part = [], 0, ""
    for char in patterns + "|":
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += char
    return parts


BEFORE = {language: _joined(table) for language, table in _BEFORE.items()}
_AFTER_RE = {
    language: re.compile(rf"(?: (?={_joined(table)}))?({_joined(table)})(?![a-z0-9])(?! ?[0-9])")
    for language, table in _AFTER.items()
}
_BEFORE_RE = {
    language: [(re.compile(patterns), qualifier) for qualifier, patterns in table.items()]
    for language, table in _BEFORE.items()
}
_AFTER_ROWS = {
    language: [(re.compile(patterns), qualifier) for qualifier, patterns in table.items()]
    for language, table in _AFTER.items()
}
BEFORE_CHRIST = re.compile(r",? (?:b\.?c\.?(?:e\.?)?(?![a-z])|av(?:ant|\.)? (?:j|notre ere))")
"""Behind a year, or a century: which it is then is not told by its number alone."""

RANGE_LINK = {
    "en": re.compile(r"(- to | ?- ?| to | and | or |-to-| up to )"),
    "fr": re.compile(r"( ?- ?| a | et | ou |-a-| voire )"),
}
BETWEEN = {"en": re.compile(r"\bbetween (?:[a-z]+ )?$"), "fr": re.compile(r"\bentre (?:[a-z]+ )?$")}
FROM = {"en": re.compile(r"\bfrom (?:[a-z]+ )?$"), "fr": re.compile(r"\b(?:de |d')(?:[a-z]+ )?$")}
CHANGE = {
    "en": re.compile(
        r"\b(?:r[oi]se|risen|rising|fell|fall|fallen|falling|increas|decreas|drop|jump|climb|gr[eo]w|went|go(?:es"
        r"|ing)?\b|cut|rais"
        r"|chang|slash|surg|soar|declin|reduc|slid|mov|revis|down|up\b|plung|tumbl|slump|shr[aiu]nk|lower|hik"
        r"|widen|narrow|expand|swell|swelled|doubl|tripl|improv|extend|bring|brought|t[ao]k(?:e|ing)\b)"
    ),
    "fr": re.compile(
        r"\b(?:pass(?:e|er|ant|ent|ait|era|ees?|es)\b|grimp|chut|baiss|augment|tomb|hauss|recul|progress|ramen"
        r"|diminu|mont|descend"
        r"|bond|remont|relev|abaiss|revu|revis|port[ea]|evolu|plong|accru|reduit|reduire|recule"
        r"|creus|doubl|tripl|gonfl|envol|elargi|resserr|amelior)"
    ),
}


_BY_SO_MUCH = re.compile(
    r"\b(?:hausses?|baisses?|progressions?|reculs?|augmentations?|diminutions?|reductions?|chutes?|ecarts?|marges?|gains?|pertes?)"
    r" (?:moyennes? |annuelles? |prevues? |attendues? )?(?:de |d')$"
    r"|\b(?:va|vont|pourrait|pourraient|devrait|devraient|doit|doivent|peut|peuvent) [a-z]+(?:er|ir|re) (?:de |d')$"
    r"|\b[a-z]+(?:era|eront|ira|iront|ra|ront) (?:de |d')$"
)


_MOVES = re.compile(
    r"\b(?:pass|port|ramen|relev|abaiss)[a-z]* (?:de |d')$"
)  # from one to the other, whatever the tense


def is_by_so_much(before: str) -> bool:
    """Whether what stands before "de 5 à 10 %" makes a range of it: "une hausse de", "vont augmenter de"."""
    return _BY_SO_MUCH.search(before) is not None and not _MOVES.search(before)


def qualifier_of(phrase: str, language: str) -> Qualifier | None:
    """The qualifier a flat phrase before a number stands for."""
    phrase = phrase.strip()
    return next((name for row, name in _BEFORE_RE[language] if row.fullmatch(phrase)), None)


def qualifier_after(flat: str, pos: int, language: str) -> tuple[Qualifier, int] | None:
    """A qualifier that follows a number or unit ("200 environ", "160+"), and where it ends."""
    found = _AFTER_RE[language].match(flat, pos)
    if not found:
        return None
    name = next((name for row, name in _AFTER_ROWS[language] if row.fullmatch(found.group(1))), None)
    return (name, found.end()) if name else None
