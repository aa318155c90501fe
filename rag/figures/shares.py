"""Shares in words ("un tiers", "four fifths", "un enfant sur cinq") as percentages, parts of a unit ("half an hour").

Knows how English and French say a part of a whole. Does not know percentages written as such, nor ordinals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rag.figures import numerals, phrases
from rag.figures.model import Figure, Kind, Qualifier
from rag.figures.unitreading import of_contest

_PARTS = {
    "en": {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10},
    "fr": {"tiers": 3, "quart": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "dixieme": 10},
}
_RARE = {"en": "fifth|sixth|seventh|eighth|tenth", "fr": "cinquieme|sixieme|septieme|huitieme|dixieme"}
# What a text must have for a pattern to be worth trying.
_PARTED = re.compile(r"hal[fv]|third|quarter|fifth|enth|eighth|ixth|moitie|tiers|quart|ieme|demi-")
_OF_NUMBER = re.compile(r" (?:sur|out of|in|in every|every) (?:[0-9]|[a-z]{2,6}\b)")
# One part: in English "a third" is a share where nothing else can be meant ("a third term").
_ONE = {
    "en": re.compile(
        r"(?:a |the |one[ -])?(?P<a>half)(?= of\b| the\b| its\b| their\b| his\b)"
        r"|(?:(?<=than )|(?<=nearly )|(?<=almost )|(?<=about ))(?P<b>half)"
        r"(?! (?:an?|of|the|its|their|his)\b|-| hour| time| dozen)"
        r"|(?<=by )(?P<h>half)\b(?! (?:an?|past)\b)"
        r"|(?<=by )a (?P<i>quarter)\b(?![ -](?:to|past|final|hour|century|mile|turn)\b)"
        r"|one[ -](?P<c>third)\b(?! (?:party|person|time))"
        r"|a[ -](?P<d>third)\b(?! (?!of|said|say|were|are|was|had|have|more|less|in|on|to)[a-z])"
        r"|(?:a|one)[ -](?P<e>quarter)\b(?= of\b| \()"
        rf"|(?:a|one)[ -](?P<f>{_RARE['en']})\b(?= (?:of|less|more|fewer|lower|higher)\b)"
        r"|(?:(?<=by )|(?<=than )|(?<=nearly )|(?<=almost )|(?<=about )|(?<=around )|(?<=up )|(?<=down ))"
        rf"(?:a|one)[ -](?P<j>{_RARE['en']})\b(?! (?!on|in|to|from|this|last|since|after|over|as|and|but|at|during"
        r"|for|when|because|compared)[a-z])"
    ),
    "fr": re.compile(
        r"(?:la )?(?P<a>moitie)\b(?! (?:moins|plus)\b)"
        r"|(?:un |du |le )(?P<b>tiers)\b(?![ -](?:tour|monde))"
        r"|(?:un|du|le) (?P<c>quart)\b(?= d| \()(?! de finale)"
        r"|(?<=\bd')un (?P<e>quart)\b(?![ -](?:d|temps|tour))"
        rf"|un (?P<d>{_RARE['fr']})\b(?= d)"
        rf"|(?<=\bd')un (?P<f>{_RARE['fr']})\b(?! (?!en|sur|par|au|depuis|cette|dans|apres|et|mais|l'an)[a-z])"
    ),
}
# "à moitié vide", "sa moitié", "the second half of the match"
_NOT_AFTER = re.compile(r"\b(?:a|ma|ta|sa|leur|first|second|premiere|seconde|deuxieme) $")
_SEVERAL = {
    "en": re.compile(
        r"(?<!first )(?<!last )(?<!next )(?P<n>two|three|four|five|six|seven|eight|nine)[ -]"
        r"(?P<d>third|(?<=three.)quarter|fifth|sixth|seventh|eighth|tenth)s\b(?! of (?:a second|20|19))"
    ),
    "fr": re.compile(
        r"(?:les )?(?P<n>deux|trois|quatre|cinq|six|sept|huit|neuf)[ -]"
        r"(?P<d>tiers|quart(?=s)|(?:cinqu|six|sept|huit|dix)ieme(?=s))s?\b(?! de (?:finale|seconde))"
    ),
}
_N = {lang: rf"(?:[0-9]{{1,3}}|{numerals.WORDS[lang]})" for lang in _PARTS}
_OF_TIME = r"\b(?! (?:days?|weeks?|months?|years?|hours?|minutes?|jours?|mois|ans|semaines?|heures?|minutes?)\b)"
# "un enfant sur cinq", "one in five children": what is behind the second number is not counted by it.
_AMONG = {
    "en": re.compile(rf"(?P<n>{_N['en']})(?: (?!in\b|out\b)[a-z]+)? (?:out of|in|in every) (?:every )?(?={_N['en']})"),
    "fr": re.compile(rf"(?P<n>{_N['fr']})(?: [a-z-]+){{0,2}}? sur (?={_N['fr']})"),
}
_WHOLE_ENDS = {
    "en": re.compile(rf"{_OF_TIME}(?![0-9%-]|[.,][0-9])"),
    "fr": re.compile(rf"{_OF_TIME}(?![0-9%-]|[.,][0-9])(?! (?!dans|sans|depuis|apres)[a-z]{{3,}}[sx]\b)"),
}
_SLASHED = re.compile(
    r"(?<![0-9/.,])(?P<n>[1-9])/(?P<m>[2-9]|10)(?:(?= of\b| des?\b| d'| du\b)|(?<=\bby [0-9]/[0-9])(?![0-9/]))"
)
_IN_SO_MANY = re.compile(r" (?:sur|in|of) ")
_EXACT = re.compile(r"(?: [a-z]+)? \([0-9]+(?:[.,][0-9]+)? ?(?:%|per ?cent)")
_WHOLES = (2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000)  # "15 sur 20" is a mark
_WHOLE_UNITS: dict[str, tuple[Kind, int, str]] = {
    "hour": ("duration", 60, "minute"),
    "heure": ("duration", 60, "minute"),
    "century": ("duration", 100, "year"),
    "siecle": ("duration", 100, "year"),
    "point": ("percent", 1, "pp"),
}
_OF_UNIT = {
    "en": re.compile(
        r"(?:(?P<half>half)(?: an? |-)|(?:(?:an? |one[ -])(?P<quarter>quarter)|(?P<three>three[ -]quarters)) of an? |"
        r"(?:an? )?(?P<q2>quarter)-)(?P<unit>hour|century|(?:percentage[ -])?point)\b"
        r"|(?:an? )?(?:(?P<half2>half)|quarter)[ -](?P<unit2>(?:percentage[ -])?point)\b"
    ),
    "fr": re.compile(
        r"(?:une? )?(?:(?P<half>demi)-|(?P<quarter>quart) d['e] ?|(?P<three>trois quarts) d['e] ?)"
        r"(?P<unit>heure|siecle|point(?: de pourcentage)?)\b"
    ),
}  # fmt: skip
_POINT = re.compile(r"(?:percentage[ -])?point(?: de pourcentage)?")
_BEFORE = {
    language: re.compile(rf"\b(?:(?P<phrase>{pattern}) ?(?:la |les |le )?|(?P<of>plus|moins|pres) (?P<the>des )?)$")
    for language, pattern in phrases.BEFORE.items()
}
_OF_THE: dict[str, Qualifier] = {"plus": "more than", "moins": "less than", "pres": "about"}

_OF_SCALE = re.compile(r"(?: of an?| de|-)? (?:[mb]illi(?:on|ard)|trillion)\b|-[mb]illi(?:on|ard)\b")
"""Parts of a million are no shares."""


def find(text: str, flat: str, language: str, taken: list[tuple[int, int]]) -> list[Figure]:
    """Every share outside the taken spans."""
    found: list[Figure] = []
    for start, end, kind, value, unit in _read(flat, language):
        busy = [*taken, *((figure.start, figure.end) for figure in found)]
        if (
            (start and (flat[start - 1].isalnum() or flat[start - 1] in ".,"))
            or _OF_SCALE.match(flat, end)
            or any(a < end and start < b for a, b in busy)
        ):
            continue
        lead = _BEFORE[language].search(flat, max(0, start - 30), start)
        qualifier = None
        if lead and lead["phrase"]:
            qualifier = phrases.qualifier_of(lead["phrase"], language)
        elif lead and (lead["the"] or flat.startswith("du", start)):  # "plus des deux tiers", "près du quart"
            qualifier = _OF_THE[lead["of"]]
        start = lead.start() if lead and qualifier else start
        low = None if qualifier in ("up to", "less than") else value
        high = None if qualifier in ("more than", "at least") else value
        found.append(Figure(kind, start, end, text[start:end], low, high, unit, qualifier))
    return found


def told_exactly(figure: Figure, flat: str) -> bool:
    """Whether a share of so many in so many is told again as a percentage: "moins de trois sur dix (29%)"."""
    return _IN_SO_MANY.search(flat[figure.start : figure.end]) is not None and bool(_EXACT.match(flat, figure.end))


def _read(flat: str, language: str) -> Iterator[tuple[int, int, Kind, Decimal, str]]:
    """Start, end, kind, value and unit of each share."""
    if _PARTED.search(flat):
        yield from _parts(flat, language)
    for match in _SLASHED.finditer(flat) if "/" in flat else ():
        if int(match["n"]) < int(match["m"]):
            yield match.start(), match.end(), "percent", _percent(int(match["n"]), int(match["m"])), "%"
    for match in _AMONG[language].finditer(flat) if _OF_NUMBER.search(flat) else ():
        whole = numerals.parse(flat, match.end(), language)  # all of it: "un essai sur 4 800 enfants"
        if whole is None or whole.value not in _WHOLES or not _WHOLE_ENDS[language].match(flat, whole.end):
            continue
        above, below = _value(match["n"], language), int(whole.value)
        said = flat[match.start() : whole.end]
        plain = " in " in said and " every " not in said
        loose = plain and (above > 1 and below < 5 or above > 1 and len(said.split()) > 3)
        if 0 < above < below and not loose:  # "two in three games"
            yield match.start(), whole.end, "percent", _percent(above, below), "%"


def _parts(flat: str, language: str) -> Iterator[tuple[int, int, Kind, Decimal, str]]:
    """Those that name the part: "half an hour", "un tiers", "four fifths"."""
    for match in _OF_UNIT[language].finditer(flat):
        said = match.groupdict()
        kind, count, unit = _WHOLE_UNITS[_POINT.sub("point", said["unit"] or said["unit2"])]
        quarters = 2 if said["half"] or said.get("half2") else 3 if said["three"] else 1
        if unit == "pp" and of_contest(flat):
            kind, unit = "count", "point"
        yield match.start(), match.end(), kind, Decimal(count * quarters) / 4, unit
    for match in _ONE[language].finditer(flat):
        if not _NOT_AFTER.search(flat, max(0, match.start() - 10), match.start()):
            word = next(filter(None, match.groups()))
            yield match.start(), match.end(), "percent", _percent(1, _PARTS[language].get(word, 2)), "%"
    for match in _SEVERAL[language].finditer(flat):
        above, below = _value(match["n"], language), _PARTS[language][match["d"]]
        if above < below:
            yield match.start(), match.end(), "percent", _percent(above, below), "%"


def _value(word: str, language: str) -> int:
    numeral = numerals.parse(word, 0, language)
    return int(numeral.value) if numeral and numeral.end == len(word) else 0


def _percent(above: int, below: int) -> Decimal:
    """`above` of `below` in percent, to two places."""
    return (Decimal(100 * above) / below).quantize(Decimal("0.01")).normalize() + 0
