"""Whether a claim says it of more than its sources do: "all" for "some", "the four" for "two of the four".

Knows words of quantity in English and French, the noun behind each, and phrases that name a part of a number. Does not
know the values of figures beyond whether they are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.citations.aligned import content, standing
from rag.citations.reasons import Reason
from rag.citations.sources import Source, held
from rag.figures import Figure, find_figures
from rag.figures.flat import flatten
from rag.language import reading_of

_SOME, _MOST, _ALL = 2, 3, 4
_QUANTIFIERS = {
    "en": (
        (1, r"(?<!a )(?<!the )(?<!last )(?<!next )(?<!past )(?<!first )few|a (?:small )?minority of|hardly any"),
        (
            _SOME,
            r"some|several|many|numerous|a few|a (?:large |small |great )?number of|dozens of|(?:a )?part of|parts of",
        ),
        (
            _MOST,
            r"(?<!the )(?<!at )most(?= of | (?:[a-z]+s|people|children|women|men)\b)"
            r"|(?:a|the) (?:large |vast )?majority of",
        ),
        (
            _ALL,
            r"(?<!at )(?<!after )(?<!above )(?<!of )(?<!not )(?<!nearly )(?<!almost )(?<!virtually )"
            r"all(?![,.;]| (?:over|along|but|too|right|kinds|sorts|day|night|year|time|around|about|that|this|it)\b)"
            r"|every(?! (?:day|year|week|month|hour|night|time|other|now|[a-z]+ (?:years|days|months|weeks))\b)"
            r"|the (?:whole|entire)",
        ),
    ),
    "fr": (
        (1, r"(?<!un )(?<!depuis )peu de|une (?:petite )?minorite de|de rares"),
        (
            _SOME,
            r"certain(?:e?s)|quelques|plusieurs|de (?:tres )?nombreu(?:x|ses)|beaucoup de|des dizaines de"
            r"|une (?:bonne |grande )?partie d|un (?:grand |certain )?nombre d",
        ),
        (_MOST, r"la plupart|(?:la|une) (?:grande |large |tres grande )?majorite d|l'essentiel d"),
        (
            _ALL,
            r"(?<!presque )(?<!quasiment )(?<!en )(?<!pas )(?:tous les|toutes les|tous|toutes)"
            r"(?! (?:jours|ans|mois|heures|semaines|soirs|matins|deux|trois|cas|sortes|genres)\b)"
            r"|chaque(?! (?:jour|annee|mois|semaine|fois|soir|matin|heure)\b)|l'ensemble d|la totalite d",
        ),
    ),
}
_PATTERNS = {
    lang: tuple((level, re.compile(rf"\b(?:{words})(?![a-z])")) if words[-1] != "d"
                else (level, re.compile(rf"\b(?:{words})")) for level, words in rows)
    for lang, rows in _QUANTIFIERS.items()
}  # fmt: skip
_WHOLE = {
    "en": re.compile(r"(?<!of )(?<!among )(?<!between )\b(?:the|its|their|these) (?:[a-z-]+ )?$"),
    "fr": re.compile(r"(?<!parmi )(?<!entre )(?<!chez )\b(?:les|ses|leurs|ces) $"),
}
_PARTLY = re.compile(
    r"\b(?:half|third|quarters?|majority|minority|parts?|part of|one of|moitie|tiers|quarts?|partie|l'une?|un des"
    r"|une des"
    r"|among|parmi|certain|other|autres?|only|seuls?)\b|%"
)
_OF = re.compile(
    r" (?:[a-z]+ )?(?:out )?(?:of|des|sur|de|d'entre) (?:(?:the|its|their|his|her|ses|leurs|les|these"
    r"|ces) )?(?:[a-z-]+'s )?"
)
_INCLUDING = re.compile(
    r"\b(?:including|of whom|of them|of which|among them|dont|parmi (?:lesquels|lesquelles|eux|elles))\b([^.;]*)"
)
_COUNTED = re.compile(r"(?: [a-z]+){1,2}")
_GIVEN = re.compile(r"[a-z ]+? of (?:the|its|their|his|her|these)\b|certaine?s\b|une [a-z ]*partie (?:des|de[s ])")
_DEFINITE = re.compile(
    r"(?:\ball (?:of )?(?:the |its |their )?|(?<!of )(?<!among )(?<!parmi )\b(?:the|its|their|les|ses|leurs) )"
    r"(?:[a-z]+'s )?$"
)
_REACH = 45  # characters between a quantifier and its noun, or a figure and what it counts, at most


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A word of quantity: how much of the things it leaves, whether some of given ones, and where they are named."""

    level: int
    start: int
    end: int
    noun: int
    partial: bool


def widened(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """The words of a text that say it of more than every source does, as a reason; None where none do."""
    found = [_wider(text, language, source) for source in sources]
    return Reason("absent", found[0]) if found and all(found) else None


def _wider(text: str, language: str, source: Source) -> str:
    told = standing(text, language, source)
    return (
        _raised(text, language, source, told)
        or _dropped(text, language, source, told)
        or _total(text, language, source)
        or _part_for_whole(text, language, source, told)
    )


def _raised(text: str, language: str, source: Source, told: Mapping[int, list[int]]) -> str:
    """The first quantifier of the text that is wider than the source's of the same things."""
    theirs = _quantities(source.text, source.language)
    for ours in _quantities(text, language):
        same = [one for one in theirs if one.noun in told.get(ours.noun, ())]
        if same and max(one.level for one in same) < ours.level >= _MOST:
            return text[ours.start : ours.end]
    return ""


def _dropped(text: str, language: str, source: Source, told: Mapping[int, list[int]]) -> str:
    """The things of the text, told of as all, of which the source tells some or most."""
    flat = flatten(text)
    if _quantities(text, language) or _PARTLY.search(flat):
        return ""
    for one in _quantities(source.text, source.language):
        for at, offsets in told.items():
            whole = _WHOLE[reading_of(language)].search(flat[:at])
            if whole and one.partial and offsets == [one.noun]:
                return text[whole.start() : at] + text[at:].split(" ")[0].rstrip(".,;")
    return ""


def _total(text: str, language: str, source: Source) -> str:
    """The total that the text tells all of, where the source tells a number of it: "two of the four unions"."""
    ours = find_figures(text, language, source.published)
    theirs = held(source)
    flat, given = flatten(source.text), {figure.low for figure in ours}
    for part, total in zip(theirs, theirs[1:], strict=False):
        if (
            part.kind == total.kind == "count"
            and _OF.fullmatch(flat, part.end, total.start)
            and _less(part, total)
            and part.low not in given
        ):
            same = (figure for figure in ours if figure.kind == "count" and figure.low == total.low)
            mine = next((one for one in same if _DEFINITE.search(flatten(text[: one.start]))), None)
            if mine is not None:
                return mine.text
    return ""


def _part_for_whole(text: str, language: str, source: Source, told: Mapping[int, list[int]]) -> str:
    """A number of the text with what only a part of it was: "63 people, including 25 children", told as 63 children."""
    part = _INCLUDING.search(flatten(source.text))
    if part is None:
        return ""
    counts = [figure for figure in held(source) if figure.kind == "count"]
    begin = part.start() - 1  # the part's own number may stand before: "three of them"
    whole = {figure.low for figure in counts if figure.end < begin}
    inside = {figure.low for figure in counts if figure.end >= begin}
    flat = flatten(text)
    for figure in find_figures(text, language, source.published):
        if figure.kind != "count" or figure.low not in whole - inside:
            continue
        behind = _COUNTED.match(flat, figure.end)
        end = behind.end() if behind else figure.end
        for at, offsets in told.items():
            if figure.start < at < end and offsets and all(part.start() < one < part.end() for one in offsets):
                return text[figure.start : end]
    return ""


def _less(part: Figure, total: Figure) -> bool:
    return part.low is not None and total.low is not None and part.low < total.low


@lru_cache(maxsize=2048)
def _quantities(text: str, language: str) -> tuple[_Quantity, ...]:
    return tuple(_found(flatten(text), text, language))


def _found(flat: str, text: str, language: str) -> Iterator[_Quantity]:
    words = [at for word, at in content(text, language)]
    for level, pattern in _PATTERNS[reading_of(language)]:
        for match in pattern.finditer(flat):
            noun = next((at for at in words if match.end() <= at < match.end() + _REACH), -1)
            given = level != _SOME or _GIVEN.match(flat, match.start())
            yield _Quantity(level, *match.span(), noun, bool(given) and level < _ALL)
