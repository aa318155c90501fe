"""What is said once for two numbers: "de 980 millions à 5,2 milliards d'euros", "187 des 540 emplois".

Knows the words that set two amounts against each other, and those that make one a part of the other. Does not know how
an amount is read. The scale is said once too: "from 3 to 5 billion euros" begins at three billion.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from rag.figures import numerals
from rag.figures.model import Figure

# What stands before the first number, and what between the two: at most a few words, no other amount, no full stop.
_PAIRS = {
    "en": (
        (r"\bfrom $", r"[^.;:!?()]{0,45} to "),
        (r"\bbetween $", r"[^.;:!?()]{0,45} and "),
        (r"", r",? (?:against|(?:as )?compared (?:with|to)|up from|down from|versus) "),
    ),
    "fr": (
        (r"\b(?:de |d')$", r"[^.;:!?()]{0,45} a "),
        (r"\bentre $", r"[^.;:!?()]{0,45} et "),
        (r"", r",? (?:contre|au lieu de) "),
    ),
}
_LINKED = {
    language: [(re.compile(before), re.compile(between)) for before, between in pairs]
    for language, pairs in _PAIRS.items()
}
_BEFORE = 12  # characters in which "from" or "de" stands
_LARGE = 1000
_PART_OF = re.compile(
    r" (?:(?:out )?of (?:(?:the|its|their|his|her|these|those|some|a total of|about) )?"
    r"|(?:des|sur (?:les|ses|leurs|un total de)|de (?:ses|leurs|ces)|parmi les) )"
)
_DIGIT = re.compile("[0-9]")
_OWN_NOUN = re.compile(r"[ \u00a0\u202f](?:[A-ZÀ-Þ]|of\b|des?\b|d['’])")


def with_shared_currency(text: str, flat: str, found: list[Figure], language: str) -> list[Figure]:
    """The amounts of a text in order, where one of two that are set against each other has the other's currency."""
    shared = list(found)
    for at, (first, second) in enumerate(zip(found, found[1:], strict=False)):
        for place, bare, money in ((at, first, second), (at + 1, second, first)):
            factor = _factor(flat, money, language) if money.kind == "money" and _is_bare(text, bare) else None
            if factor and _are_set(flat, first, second, language):
                shared[place] = _in_currency(flat, bare, money.unit, factor, language)
    return shared


def with_shared_noun(flat: str, found: list[Figure]) -> list[Figure]:
    """The amounts of a text in order, where a bare number that is part of another counts what that one does."""
    shared = list(found)
    for at, (part, whole) in enumerate(zip(found, found[1:], strict=False)):
        if whole.unit and not part.unit and part.qualifier != "several" and is_part_of(flat, part, whole):
            shared[at] = replace(part, unit=whole.unit)
    return shared


def is_part_of(flat: str, part: Figure, whole: Figure) -> bool:
    """Whether a number of a flat text is said to be part of another right behind it: "187 des 540 emplois"."""
    return part.kind == whole.kind == "count" and _PART_OF.fullmatch(flat, part.end, whole.start) is not None


def _is_bare(text: str, figure: Figure) -> bool:
    """Whether a number counts nothing, as far as is known: not "12 Varois", nor "12 of them"."""
    counts = figure.kind == "count" and not figure.unit and figure.qualifier != "several"
    return counts and not _OWN_NOUN.match(text, figure.end)


def _are_set(flat: str, first: Figure, second: Figure, language: str) -> bool:
    before = flat[max(0, first.start - _BEFORE) : first.start]
    return any(
        lead.search(before) and link.fullmatch(flat, first.end, second.start) for lead, link in _LINKED[language]
    )


def _in_currency(flat: str, bare: Figure, unit: str, factor: Decimal, language: str) -> Figure:
    """The bare number as money, in the other's millions or billions where it has no such word itself and is small."""
    large = any(bound is not None and bound >= _LARGE for bound in (bare.low, bare.high))
    scale = Decimal(1) if large or _factor(flat, bare, language) != 1 else factor
    low, high = (None if bound is None else bound * scale for bound in (bare.low, bare.high))
    return replace(bare, kind="money", low=low, high=high, unit=unit)


def _factor(flat: str, figure: Figure, language: str) -> Decimal | None:
    """What the digits of a figure are multiplied by to give its value: 10^9 in "5.2bn"; None without digits."""
    digits = _DIGIT.search(flat, figure.start, figure.end)
    numeral = numerals.parse(flat, digits.start(), language) if digits else None
    value = figure.low if figure.low is not None else figure.high
    return value * numeral.scale / numeral.value if numeral and numeral.value and value is not None else None
