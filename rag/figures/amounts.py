"""Money, percentages, quantities, durations, counts and ordinals in a text.

Knows how numerals, qualifiers, units and ranges combine. Does not know dates or clock times: their spans are handed
in as taken, and no numeral inside one is read again; nor how a unit is written (see `unitreading`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from rag.figures import numerals, ordinals, phrases, shares, units
from rag.figures.bounds import is_age, without_over
from rag.figures.compounds import bare_degrees, compound, with_hundredths
from rag.figures.identifiers import codes, is_identifier
from rag.figures.model import LOWER_BOUNDS, UPPER_BOUNDS, Figure, Qualifier
from rag.figures.nouns import counted
from rag.figures.numerals import Numeral
from rag.figures.sharing import with_shared_currency, with_shared_noun
from rag.figures.unitreading import NONE, SYMBOL, Unit, currency_of, scaled, scaled_count, unit_at

_PREFIX = rf"(?:{SYMBOL}|(?:{'|'.join(units.CODES)}))"
_PREFIX_RE = re.compile(rf"{_PREFIX} ?")
_STARTERS = {
    "en": "half a |half an |an? |several |many |dozens?|tens|scores|hundreds?|thousands?|millions?|billions?",
    "fr": "une? |la |cette |plusieurs |quelques |de nombreux |dizaines|douzaines|centaines|milliers|millions|milliards",
}
_CANDIDATE = {
    language: re.compile(
        rf"(?<![a-z0-9_])(?<![a-z]-)(?<![0-9][.,'/])(?!(?<=[a-z)]\.)[0-9])(?:(?P<q>{phrases.BEFORE[language]}) ?)?"
        rf"(?:(?P<cur>(?<![a-z]){_PREFIX}) ?)?(?P<sign>(?<![a-z0-9)])[+-](?=[0-9])|)"
        rf"(?P<n>(?=\.?[0-9]|(?:{numerals.WORDS[language]})|{_STARTERS[language]}))"
    )
    for language in ("en", "fr")
}
_TAIL = re.compile(r"-[0-9]+(?![0-9a-z])")
_COMPOUND = re.compile(r"-[a-z]{2,}")
_LONGEST = 24  # digits: what has more is the number of something, and would be rounded
_THOUSANDS = re.compile(r"[0-9][ .,]000$")


def find_amounts(text: str, flat: str, language: str, taken: list[tuple[int, int]]) -> list[Figure]:
    """Every amount outside the taken spans, left to right."""
    taken = [*taken, *codes(text, flat)]
    found = shares.find(text, flat, language, taken)
    found += ordinals.find(text, flat, language, [*taken, *((figure.start, figure.end) for figure in found)])
    busy = sorted([*taken, *((figure.start, figure.end) for figure in found)])
    found = [figure for figure in found if not shares.told_exactly(figure, flat)]
    pos, block = 0, 0
    pattern = _CANDIDATE[language]
    while match := pattern.search(flat, pos):
        while block < len(busy) and busy[block][1] <= match.start("n"):
            block += 1
        if block < len(busy) and busy[block][0] < match.end("n") + 1:
            pos = max(busy[block][1], match.start() + 1)
            continue
        limit = busy[block][0] if block < len(busy) else len(flat)
        figure = _amount(text, flat, match, language, limit)
        if figure and found and figure.kind == "duration" and language == "en":
            figure = without_over(flat, figure, found)
        if figure:
            found.append(figure)
        pos = figure.end if figure else _after(flat, match.start("n"), language)
    found = sorted(found, key=lambda figure: figure.start)
    return with_shared_noun(flat, with_shared_currency(text, flat, found, language))


def _after(flat: str, pos: int, language: str) -> int:
    """Where to go on after a numeral that was not a figure: behind it ("737-800"), lest its tail be read as another."""
    numeral = numerals.parse(flat, pos, language)
    if numeral is None or not numeral.digits:
        return pos + 1
    tail = _TAIL.match(flat, numeral.end)
    return max(pos + 1, tail.end() if tail else numeral.end)


def _amount(text: str, flat: str, match: re.Match[str], language: str, limit: int) -> Figure | None:
    at = match.start("n")
    first = numerals.parse(flat, at, language)
    if first is None or first.end > limit or len(first.value.as_tuple().digits) > _LONGEST:
        return None
    currency = currency_of(match.group("cur"))
    first = scaled(flat, first, currency, language) if currency else scaled_count(text, flat, first, language)
    unit = unit_at(flat, first.end, currency, language) or (bare_degrees(text, first) if not currency else None)
    if unit is None or unit.end > limit:
        unit = NONE if not currency else Unit("money", currency, Decimal(1), first.end)
    first, second, unit = _range(flat, match, first, unit, currency, language, limit)
    if second is None and unit.kind == "duration":
        first, unit = compound(flat, first, unit, language, limit)
    elif second is None and language == "fr":
        first, unit = with_hundredths(flat, first, unit, limit)
    last = second or first
    end = max(last.end, unit.end)
    if not first.digits and text[at].isupper() and _NAME_BEFORE.search(text, max(0, at - 20), at):
        return None  # "Season Zero"
    if unit is NONE and (
        phrases.BEFORE_CHRIST.match(flat, end) or (language == "fr" and _COMPOUND.match(flat, last.end))
    ):
        return None  # "une 4-door coupé"
    if unit is NONE and (not _stands(flat, last.end) or not _counts(flat, first, language)):
        return None
    if first.digits and not match.group("q") and is_identifier(text, flat, at, last.end, unit.name):
        return None
    if first.shade == "one" and not second and not _one(flat, unit, first, language):
        return None
    return _figure(text, flat, match, (first, second, unit, end), language)


def _figure(
    text: str, flat: str, match: re.Match[str], parts: tuple[Numeral, Numeral | None, Unit, int], language: str
) -> Figure:
    first, second, unit, end = parts
    qualifier = phrases.qualifier_of(match.group("q") or "", language)
    start = match.start("q") if qualifier else match.start("cur") if match.group("cur") else match.start("n")
    if not qualifier and (shade := first.shade) in ("about", "several"):
        qualifier = "about" if shade == "about" else "several"
    low = first.value * unit.factor
    high = second.value * unit.factor if second else low
    minus = _may_fall(unit) and _MINUS.search(flat, max(0, start - 9), start)
    if match.group("sign") == "-" or minus:
        start = min(start, minus.start() if minus else match.start("sign"))
        low, high = (low, high) if second else (-low, -high)
    if not qualifier and (after := phrases.qualifier_after(flat, end, language)):
        qualifier, end = after
    name = unit.name
    if unit.kind == "count" and not name:
        name = counted(text, flat, start, end, language)
        if language == "en" and not second and is_age(flat, start, end, low, name, qualifier):
            unit, name = _YEARS, "year"
    if second:
        bounds: tuple[Decimal | None, Decimal | None] = (low, high)
    else:
        bounds = bounded(low, qualifier)
    return Figure(unit.kind, start, end, text[start:end], bounds[0], bounds[1], name, qualifier)


def _may_fall(unit: Unit) -> bool:
    """Whether what is measured so may be less than nothing: degrees, growth, a result."""
    return unit.name in _DEGREES or unit.kind in ("percent", "money")


def bounded(value: Decimal, qualifier: Qualifier | None) -> tuple[Decimal | None, Decimal | None]:
    """Lower and upper bound of a single stated value under its qualifier."""
    if qualifier in LOWER_BOUNDS:
        return value, None
    return (None, value) if qualifier in UPPER_BOUNDS else (value, value)


def _range(
    flat: str, match: re.Match[str], first: Numeral, unit: Unit, currency: str, language: str, limit: int
) -> tuple[Numeral, Numeral | None, Unit]:
    """Both ends of a range that begins with `first`, and its unit; as given, with None, when there is none."""
    none = (first, None, unit)
    link = phrases.RANGE_LINK[language].match(flat, max(first.end, unit.end))
    if not link:
        return none
    sign = _PREFIX_RE.match(flat, link.end())
    minus = "-" if link.group().endswith(" ") and flat.startswith("-", link.end()) else ""
    second = numerals.parse(flat, sign.end() if sign else link.end() + len(minus), language)
    if second is None or second.shade or second.end > limit or first.shade not in ("", "one"):
        return none
    second = scaled(flat, second, currency, language)
    second = replace(second, value=-second.value) if minus else second
    last = unit_at(flat, second.end, currency, language) or Unit("count", "", Decimal(1), second.end)
    if last.end > limit or not _linked(flat, match, link.group(1), unit, last, language):
        return none
    low = -first.value if match.group("sign") == "-" else first.value
    if unit.end <= first.end:  # "4 to 5 billion": the scale is said once, for both
        factor = last.factor if unit is NONE else Decimal(1)
        low *= second.scale if first.scale == 1 and low * second.scale < second.value else 1
        if link.group(1) == " a " and _short_of_thousands(flat, first, second, last):
            low *= 1000
    else:
        factor = unit.factor
    if low * factor >= second.value * last.factor:
        return none
    if last.kind == "count" and not _stands(flat, last.end):
        return none
    return replace(first, value=low * factor / last.factor), second, last


def _short_of_thousands(flat: str, first: Numeral, second: Numeral, last: Unit) -> bool:
    """Whether "10 à 15.000 euros" is short for 10.000 à 15.000."""
    written = _THOUSANDS.search(flat, 0, second.end) is not None and second.digits and first.digits
    small = first.value < 1000 <= second.value and first.value * 1000 < second.value
    return written and small and second.scale == 1 and last.kind == "money" and second.value <= first.value * 10_000


def _linked(flat: str, match: re.Match[str], link: str, unit: Unit, last: Unit, language: str) -> bool:
    """Whether the words between two numerals make a range of them."""
    if unit is not NONE and (unit.kind, unit.name) != (last.kind, last.name):
        return False
    before = flat[max(0, match.start() - 60) : match.start()]
    word = link.strip()
    if word in ("and", "et"):
        return bool(phrases.BETWEEN[language].search(before))
    if _AGED.search(before):
        return True
    if word in ("or", "ou", "voire"):
        return unit is NONE
    if word in ("to", "a", "up to"):
        if language == "fr" and phrases.is_by_so_much(before):
            return True
        moved = phrases.CHANGE[language].search(before)
        return not (phrases.FROM[language].search(before) and (moved or unit is not NONE))
    return True


def _stands(flat: str, end: int) -> bool:
    """Whether a bare number ends like one: not inside a code, a version, a fraction or a clock time."""
    tail = flat[end : end + 2]
    if tail[:1] == "+" and tail[1:].isdigit():
        return False
    if not tail:
        return True
    if tail[0].isalnum() or tail[0] == "_":
        return False
    return not (tail[0] in ".,:/'" and tail[1:].isdigit())


_YEARS = Unit("duration", "year", Decimal(1), -1)
_AGED = re.compile(r"\b(?:agee?s? de|aged(?: from)?) $")
_NINE_FOLLOWS = re.compile(r" [a-z]+[sx]\b")


def _counts(flat: str, first: Numeral, language: str) -> bool:
    """Number words that are also other words count only in company."""
    word = flat[first.end - 4 : first.end]
    if language == "fr" and word == "neuf" and not first.digits:
        return bool(_NINE_FOLLOWS.match(flat, first.end))
    if language == "fr" and not first.digits and flat[: first.end].endswith(("pour cent", "pour cents")):
        return False
    in_parts = language == "fr" and _IN_PARTS.search(flat, max(0, first.end - 12), first.end)
    if in_parts and not _OF_THEM.match(flat, first.end):
        return False  # "plié en deux"
    if language == "en" and _OR_SO.search(flat, max(0, first.end - 30), first.end):
        return False  # "a drink or two"
    return True


_OR_SO = re.compile(r"\ban? [a-z]+ or two$")
_DEGREES = ("degree", "°C", "°F")
_MINUS = re.compile(r"(?<!ou )(?<!au )(?<!du )\b(?:moins|minus) $|(?<![a-z0-9)])-$")
_TOLD = re.compile(r"\b(?:and|only|just|including|least) one$")  # "four males and one female"
_NAME_BEFORE = re.compile(r"[A-Z][a-z]+ $")
_IN_PARTS = re.compile(r"\ben (?:deux|trois|quatre)$")
_OF_THEM = re.compile(  # "en deux clics"
    r" (?!(?:dans|sous|mais|les|des|ses|vers|apres|depuis|sans|plus|puis|alors|tous|aux|ces)\b)[a-z]{3,}[sx]\b"
)
_ONE_FR = re.compile(r" (?:mort(?!e| )|mort (?:et|dans)|blessee?|tuee?|disparue?|deces)\b")


def _one(flat: str, unit: Unit, first: Numeral, language: str) -> bool:
    """Whether "un", "une" or "one" is a number here and not an article or a pronoun."""
    if unit is not NONE:
        return True
    if language == "fr":
        return flat[first.end - 2 : first.end] == "un" and _ONE_FR.match(flat, first.end) is not None
    if units.NOUNS.match(flat, first.end + 1):
        return not flat.endswith("at one", 0, first.end)  # "at one point"
    told = _TOLD.search(flat, max(0, first.end - 14), first.end)
    return told is not None and flat[first.end : first.end + 1] == " " and counted(flat, flat, 0, first.end, "en") != ""
