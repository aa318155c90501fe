"""Whether a figure of a claim is one of its source's: the same value, or a vaguer way to say it, never a firmer one.

Knows figures. Does not know names, words or manners of speech.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from rag.citations.sources import Source, held
from rag.citations.wording import said_so
from rag.figures import Figure, compare
from rag.figures.datewords import MONTH_NUMBERS
from rag.figures.flat import flatten
from rag.figures.measures import nouns
from rag.figures.model import LOWER_BOUNDS, UPPER_BOUNDS
from rag.figures.nouns import FATES, HUMAN
from rag.figures.units import NOUNS
from rag.language import stem
from rag.translation import translate_term

_DIGITS = re.compile(r"[0-9](?:[0-9 .,]*[0-9])?")
_DOZEN = re.compile(r"\b(?:an?|une?) (?:dozen|dizaine|douzaine)\b")
_BARE_CLOCK = re.compile(r"(?:1[0-2]|[1-9])[:.][0-5][0-9]|.* (?:past|to) [a-z]+")
_LINK = re.compile(r" ?(?:,|-|et|ou|and|or|to|a|of|of the|sur|sur les|out of)? ?(?:the |les )?(?:\w+ )?")
_MILITANTS = frozenset(("fighter", "supporter", "member", "en:activist", "en:campaigner"))  # French "militants"
_EMPLOYED = frozenset(("job", "employee", "person", "member"))  # who loses a job is one job less
_YEAR = re.compile(r"[0-9]{4}")
_MONTH_NAME = re.compile(rf"\b(?:{'|'.join(MONTH_NUMBERS)})\b")
_LIKELY = 0.2  # probability from which a word of the table is what a counted noun is called
_PHRASE = 40  # characters behind a number in which the head of "85 carcasses de dauphins" may stand


def holds(theirs: Figure, ours: Figure, source: Source | None = None) -> bool:
    """Whether a cited figure is the value of ours, unit and bounds included; ours may be vaguer, never firmer.

    Args:
        theirs: a figure of the source.
        ours: a figure of the claim.
        source: the source, whose words behind the figure may tell what it counts.
    """
    if _said_in_kind(theirs, ours, source):
        return True
    if theirs.unit == ours.unit == "clock":
        return _same_clock(theirs, ours)
    if source and theirs.kind == "count" != ours.kind:
        theirs = _with_shared_unit(theirs, ours, source)
    if theirs.kind != ours.kind:
        return False
    if ours.kind == "date":
        return _same_date(theirs, ours)
    if not (_unit_holds(theirs, ours) or _counts_the_same(theirs, ours, source)):
        return False
    if ours.kind == "count":
        theirs = replace(theirs, unit=ours.unit)  # what they count has been compared
    return _same_amount(theirs, ours)


def _said_in_kind(theirs: Figure, ours: Figure, source: Source | None) -> bool:
    """Whether the two are one value though they read as two kinds: degrees, a unit left out, "livres"."""
    if _same_degrees(theirs, ours, source.language if source else ""):
        return True
    if ours.unit == "clock" and theirs.kind == "duration" and theirs.low is not None and ours.low is not None:
        return theirs.low == ours.low * {"minute": 60, "hour": 1}.get(theirs.unit, -1)  # "parlé 1 h 45"
    left_out = ours.kind == "count" and not ours.unit and theirs.kind in ("money", "duration", "quantity")
    pounds = theirs.unit == "GBP" and ours.unit == "book"
    same = (theirs.low, theirs.high, theirs.qualifier) == (ours.low, ours.high, ours.qualifier)
    return same and (left_out or pounds)


def _same_date(theirs: Figure, ours: Figure) -> bool:
    if theirs.date_from is None and ours.date_from is not None:
        return False  # the source's day has no year to tell
    return (
        _same_weekday(theirs, ours)
        or _same_day_of_a_year(theirs, ours)
        or _same_words_of_time(theirs, ours)
        or compare(theirs, ours) == "equal"
        or _wider_date(theirs, ours)
    )


def _same_words_of_time(theirs: Figure, ours: Figure) -> bool:
    """Whether both say a time in the same words, a year left out: "fin juin" of what will be and of what was."""
    return as_written(theirs) == as_written(ours) and not _YEAR.search(flatten(ours.text))


def _same_day_of_a_year(theirs: Figure, ours: Figure) -> bool:
    """Whether both are one day or month of a year that neither tells: "le 5 août dernier" and "August 5"."""
    if theirs.unit != ours.unit or not theirs.date_from or not ours.date_from:
        return False
    texts = [flatten(figure.text) for figure in (theirs, ours)]
    if any(_YEAR.search(text) or not _MONTH_NAME.search(text) for text in texts):
        return False
    if ours.unit == "month":
        return theirs.date_from.month == ours.date_from.month
    return ours.unit == "day" and theirs.date_from.timetuple()[1:3] == ours.date_from.timetuple()[1:3]


def _barely(figure: Figure) -> Figure:
    """A figure without its "à peine", which English has as "just" or leaves out."""
    if figure.qualifier != "less than" or not flatten(figure.text).startswith("a peine "):
        return figure
    return replace(figure, low=figure.high, qualifier=None)


def _same_amount(theirs: Figure, ours: Figure) -> bool:
    theirs, ours = _barely(theirs), _barely(ours)
    if _dozen(theirs, ours):
        return True
    if theirs.qualifier == "about" and ours.qualifier is None:
        return False
    if compare(theirs, ours) == "equal" or _same_cents(theirs, ours):
        return True
    if theirs.unit == ours.unit and as_written(theirs) == as_written(ours):
        return True
    return _rounded(theirs, ours)


def as_written(figure: Figure) -> str:
    """A figure's own signs without spaces: a minus, a dash or a decimal point makes another figure."""
    return "".join(flatten(figure.text).split())


def _with_shared_unit(theirs: Figure, ours: Figure, source: Source) -> Figure:
    """The figure with the unit it shares with its neighbour: "308 et 306 km/h", "55 of the expected 80 days"."""
    if theirs.unit and not theirs.unit.startswith(("en:", "fr:")):
        return theirs
    for other in held(source):
        first, second = sorted((theirs, other), key=lambda figure: figure.start)
        link = flatten(source.text[first.end : second.start])
        if (other.kind, other.unit) == (ours.kind, ours.unit) and _LINK.fullmatch(link):
            return replace(theirs, kind=other.kind, unit=other.unit)
    return theirs


def _same_cents(theirs: Figure, ours: Figure) -> bool:
    """English "cents" are of any currency."""
    if theirs.kind != "money" or not {"cent", "centime"} <= {_cents(theirs), _cents(ours)}:
        return False
    return (theirs.low, theirs.high) == (ours.low, ours.high)


def _cents(figure: Figure) -> str:
    found = re.search(r"\b(centime|cent)s?\b", flatten(figure.text))
    return found.group(1) if found else ""


def _same_degrees(theirs: Figure, ours: Figure, language: str) -> bool:
    """French "33 degrés" of weather are degrees Celsius; the bare word may stand for either scale."""
    if theirs.kind != "quantity" or ours.kind != "quantity" or theirs.unit == ours.unit:
        return False
    bare_ours = ours.unit == "degree" and theirs.unit in ("°C", "°F")
    celsius = language == "fr" and theirs.unit == "degree" and ours.unit == "°C"
    return (bare_ours or celsius) and (theirs.low, theirs.high) == (ours.low, ours.high)


def _same_clock(theirs: Figure, ours: Figure) -> bool:
    """English "2:30" without am or pm may be 14:30."""
    if theirs.low is None or ours.low is None:
        return False
    bare = any(_BARE_CLOCK.fullmatch(figure.text) for figure in (theirs, ours))
    return theirs.low == ours.low or (bare and abs(theirs.low - ours.low) == 12)


def _same_weekday(theirs: Figure, ours: Figure) -> bool:
    """A bare weekday may be the one before or the one after the report: either is the cited day's."""
    if not (theirs.date_from and ours.date_from and theirs.date_from == theirs.date_to) or len(ours.text.split()) > 1:
        return False
    return ours.text.isalpha() and abs((theirs.date_from - ours.date_from).days) in (0, 7)


def _unit_holds(theirs: Figure, ours: Figure) -> bool:
    a, b = theirs.unit, ours.unit
    if ours.kind != "count" or a == b or not a or not b:
        return True
    if ":" in a and ":" in b:
        return a.split(":")[0] != b.split(":")[0] or _synonyms(a, b)
    if "copy" in (a, b):  # French "exemplaires" are of anything made
        return True
    if ("person" in (a, b) and a in HUMAN and b in HUMAN) or {a, b} <= _MILITANTS:
        return True
    return _named_so(a, b) or _named_so(b, a)


def _synonyms(a: str, b: str) -> bool:
    """Whether two nouns of one language the table lacks are one noun of the other: "defeat", "loss" and "défaite"."""
    language, _, one = a.partition(":")
    other = "en" if language == "fr" else "fr"
    mine, theirs = (
        {word for word, chance in translate_term(noun, language, other) if chance >= _LIKELY}
        for noun in (one, b.partition(":")[2])
    )
    return not mine.isdisjoint(theirs)


def _named_so(unknown: str, canonical: str) -> bool:
    """Whether a noun the table lacks ("fr:malade") may be one it has ("patient"), by way of the translations."""
    language, _, noun = unknown.partition(":")
    if not noun or ":" in canonical:
        return False
    other = "en" if language == "fr" else "fr"
    return any(NOUNS.name(word) == canonical for word, _ in translate_term(noun, language, other))


def _counts_the_same(theirs: Figure, ours: Figure, source: Source | None) -> bool:
    """Whether what ours counts stands right behind the source's number: dolphins in "85 carcasses de dauphins".

    Of people killed or hurt, the source may tell the fate far from the number.
    """
    if ours.kind != "count" or source is None:
        return False
    if "job" in (theirs.unit, ours.unit) and {theirs.unit, ours.unit} <= _EMPLOYED:
        return not any(other.unit == ours.unit for other in held(source))
    if theirs.unit in HUMAN | _MILITANTS and ours.unit in FATES and theirs.unit not in FATES:
        return said_so(ours.unit, source)
    if theirs.unit in FATES and ours.unit in HUMAN | _MILITANTS and ours.unit not in FATES:
        own = _MILITANTS if ours.unit in _MILITANTS else {ours.unit}
        return not own.isdisjoint(nouns(source.text))
    if not ours.unit.startswith(f"{source.language}:"):
        return False
    behind = re.split(r"[0-9.;:]", flatten(source.text[theirs.end : theirs.end + _PHRASE]))[0]
    wanted = stem(ours.unit.split(":")[-1], source.language)
    return any(stem(word, source.language) == wanted for word in re.findall(r"[a-z]+", behind))


def _wider_date(theirs: Figure, ours: Figure) -> bool:
    """Whether ours is vaguer: "January 2025" for "20 January 2025"."""
    if ours.unit not in ("month", "year") or not (
        ours.date_from and ours.date_to and theirs.date_from and theirs.date_to
    ):
        return False
    return ours.date_from <= theirs.date_from and theirs.date_to <= ours.date_to


def _rounded(theirs: Figure, ours: Figure) -> bool:
    """Whether ours rounds an exact value and says so: "about 4.8 million", "more than 160" for 163, never "160"."""
    if theirs.qualifier is not None or theirs.low is None or theirs.low != theirs.high or ours.qualifier is None:
        return False
    if theirs.unit != ours.unit:
        return False
    stated, step = ours.value, _step(ours)
    if stated is None or not step:
        return False
    gap = theirs.low - stated
    if ours.qualifier == "about":
        return abs(gap) <= step / 2
    if ours.qualifier in LOWER_BOUNDS and ours.qualifier != "several":
        return 0 < gap < step
    return ours.qualifier in UPPER_BOUNDS and 0 < -gap < step


def _step(figure: Figure) -> Decimal:
    """The worth of the last figure stated: 100,000 for "4.8 million", 10 for "160"; 0 where it cannot be told."""
    value = figure.value
    if value is None or value == 0:
        return Decimal(0)
    if figure.kind == "percent" and not _DIGITS.search(figure.text):
        return Decimal(5)  # "nearly half"
    digits = value.normalize().as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    return Decimal(1).scaleb(exponent) if len(digits.digits) > 1 or exponent < 1 else value / 10


def _dozen(theirs: Figure, ours: Figure) -> bool:
    """Whether an English dozen stands for "une dizaine", as translators have it, or the other way round."""
    texts = [flatten(figure.text) for figure in (theirs, ours)]
    return all(map(_DOZEN.search, texts)) and ("dozen" in texts[0]) != ("dozen" in texts[1])
