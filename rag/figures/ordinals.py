"""Ordinals: "3rd", "twenty-first", "vingtième", "le XVIe arrondissement".

Knows their words in English and French. Does not know centuries or days of the month: those are dates.
"""

from __future__ import annotations

import re
from decimal import Decimal

from rag.figures import numerals, units
from rag.figures.model import Figure

_ROOTS_EN = {
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9},
    **{
        "tenth": 10,
        "eleventh": 11,
        "twelfth": 12,
        "thirteenth": 13,
        "fourteenth": 14,
        "fifteenth": 15,
        "sixteenth": 16,
    },
    **{"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40},
    **{"fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100},
}
_TENS_EN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_EN = re.compile(
    rf"(?<![a-z0-9-])(?:([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,4}})(?:st|nd|rd|th)"
    rf"|(?:({_TENS_EN})[ -])?({'|'.join(_ROOTS_EN)}))(?![a-z0-9])"
    r"(?! of all\b)(?! lad(?:y|ies)\b)(?! minister\b)(?! name\b)(?!-?hand\b)(?! nations?\b)(?! world war\b)"
)
_FR = re.compile(
    r"(?<![a-z0-9-])(?:([0-9]{1,4}) ?(?:ers?|eres?|res?|nde?|e|emes?|iemes?)|(premiere?s?|seconde?s?)"
    r"|([a-z-]+?)iemes?)(?![a-z0-9])"
    r"(?!-? ?ministre)"
    r"(?! (?:dames?|nations?|secretaires?|choix|adjoint|temps|lieu|abord|plan|pas|secours|coup|de cordee"
    r"|guerre mondiale)\b)"
)
_ROMAN = re.compile(r"(?<![\w-])([IVX]{1,5})(?:e|ème|er|re)(?!\w)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_SECOND = re.compile(
    r" (?!(?:de|d|et|ou|a|au|par|pour|pres|plus|que|qui|en|apres|avant|dans|sur|il|elle|on|ne|guerre)\b)[a-z]{3,}"
)
_OPENS = re.compile(r"(?:^|[.!?:])[ \"]*$")  # "Second, the law"
_THING = re.compile(
    r" (?!(?:in|on|at|and|or|to|for|of|is|was|by|with|from|as|after|before|but|than|when|while)\b)[a-z]"
)
_BAD_EN = re.compile(r"\bat $")


def find(text: str, flat: str, language: str, taken: list[tuple[int, int]]) -> list[Figure]:
    """Every ordinal outside the taken spans."""
    found: list[Figure] = []
    pattern = _EN if language == "en" else _FR
    for match in pattern.finditer(flat):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        value = _value_en(flat, match) if language == "en" else _value_fr(flat, match)
        if value and not _of_so_many(flat, match, language):
            number = Decimal(value)
            found.append(
                Figure("ordinal", match.start(), match.end(), text[match.start() : match.end()], number, number)
            )
    if language == "fr":
        found += _roman(text, [*taken, *((figure.start, figure.end) for figure in found)])
    return found


_NUMERAL_BEFORE = re.compile(rf"(?<![a-z0-9]){numerals.NUMERAL['fr']} $")


def _of_so_many(flat: str, match: re.Match[str], language: str) -> bool:
    """Whether it is said of a time of several units: "the first six months", "les six premiers mois"."""
    if language == "fr":
        told = _NUMERAL_BEFORE.search(flat, max(0, match.start() - 20), match.start())
        return told is not None and units.DURATIONS.match(flat, match.end()) is not None
    numeral = numerals.parse(flat, match.end() + 1, "en") if flat[match.end() : match.end() + 1] == " " else None
    return numeral is not None and numeral.value > 1 and units.DURATIONS.match(flat, numeral.end) is not None


def _roman(text: str, taken: list[tuple[int, int]]) -> list[Figure]:
    """French ordinals in Roman capitals: "le Xe arrondissement"."""
    found = []
    for match in _ROMAN.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            values = [_ROMAN_DIGITS[letter] for letter in match[1]]
            total = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
            found.append(Figure("ordinal", match.start(), match.end(), match.group(), Decimal(total), Decimal(total)))
    return found


def _value_en(flat: str, match: re.Match[str]) -> int | None:
    digits, tens, word = match.groups()
    if digits:
        return int(digits.replace(",", ""))
    if _BAD_EN.search(flat, max(0, match.start() - 10), match.start()):
        return None
    before = flat[max(0, match.start() - 4) : match.start()]
    if word == "second" and not tens and re.search(r"[0-9a-z]-$|[0-9] $|\b(?:one|per) $", before):
        return None
    if word == "second" and before.endswith("a ") and not _THING.match(flat, match.end()):
        return None  # "five metres a second"
    if flat.startswith(",", match.end()) and (word == "first" or _OPENS.search(flat[: match.start()])):
        return None
    head = numerals.parse(tens, 0, "en") if tens else None
    return (int(head.value) if head else 0) + _ROOTS_EN[word]


def _value_fr(flat: str, match: re.Match[str]) -> int | None:
    digits, simple, stem = match.groups()
    if digits:
        return int(digits)
    if simple:
        if simple.startswith("premier"):
            return 1
        # "une seconde", "par seconde", "10 secondes" are durations, "une seconde fois", "la seconde audience" are not.
        before = flat[max(0, match.start() - 5) : match.start()]
        timed = re.search(r"[0-9] $|\bpar $", before) or simple == "secondes"
        alone = re.search(r"\b(?:une|la) $", before) and not _SECOND.match(flat, match.end())
        return None if timed or alone else 2
    if re.search(r"[0-9] $", flat[max(0, match.start() - 2) : match.start()]):
        return None  # "34 centièmes"
    for ending in ("", "e", "s"):
        whole = {"neuv": "neuf", "cinqu": "cinq", "uni": "un"}.get(stem, stem) + ending
        whole = re.sub(r"neuv$", "neuf", re.sub(r"cinqu$", "cinq", whole))
        numeral = numerals.parse(whole, 0, "fr")
        if numeral and numeral.end == len(whole):
            return int(numeral.value)
    return None
