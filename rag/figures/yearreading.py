"""What each shape of a year says, and of what is told by years: decades, centuries, quarters, seasons.

Knows which numbers of four digits are years. Does not know the shapes themselves (see `dateshapes`).
"""

from __future__ import annotations

import re

from rag.figures import calendar as cal
from rag.figures import datewords as words
from rag.figures import phrases, units
from rag.figures.datereading import Found, Reader, part_of
from rag.figures.nouns import HUMAN


def read_year(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "the end of 2022": a year or a part of one."""
    number = int(m["year"])
    if not _is_year(reader, m):
        return None
    part = part_of(reader, m["part"])
    return m.start(), m.end(), "span" if part else "year", cal.year_span(number, part)


_YEAR_LEAD = {
    "en": re.compile(
        r"(?:\b(?:in|since|by|until|till|during|from|of|before|after|through|to|year|late|early|mid|around|circa|and"
        r"|for|ended)[ -]|\()$"
    ),
    "fr": re.compile(
        r"(?:\b(?:en|depuis|d'ici|d'ici a|avant|apres|des|annee|jusqu'en|fin|debut|mi|ete|hiver|automne|printemps"
        r"|vers|ans|pour|de|d'|et|a|l'an)[ -]?|\()$"
    ),
}
_YEAR_NEXT = re.compile(r" ?([a-z%€$£°]+)")
_NOT_YEARS = re.compile(
    r"(?:%|€|\$|£|°|(?:[a-z]*(?:euros?|dollars?|km|metres?|pour|percent|cases?|million|people|personnes?)|h|gmt)\b)"
)


def _is_year(reader: Reader, m: re.Match[str]) -> bool:
    flat, start = reader.flat, m.start("year")
    if phrases.BEFORE_CHRIST.match(flat, m.end()):
        return False
    if m["part"]:
        return True
    if flat[start - 1 : start] in tuple(".,/:-'’$€£") and flat[start - 2 : start - 1].isdigit():
        return False
    if flat[m.end() : m.end() + 1] in tuple("%$€£/°_") or re.match(r"[.,][0-9]|-[a-z]", flat[m.end() : m.end() + 2]):
        return False
    following = _YEAR_NEXT.match(flat, m.end())
    lead = _YEAR_LEAD[reader.language].search(flat, max(0, start - 12), start)
    if following and following.start(1) > m.end():
        word = following.group(1)
        if _NOT_YEARS.match(word) and not re.match(r"pour\b(?! ?cent)", word):
            return False
        if noun := units.NOUNS.match(flat, following.start(1)):
            return _is_named_by_year(reader, m, noun[0])
        if reader.language == "fr" and word.endswith(("s", "x")) and word not in _NOT_NOUNS:
            return False
    return bool(lead) or 1900 <= int(m["year"]) <= 2060


_THE = re.compile(r"\b(?:the|a|his|her|their|its|our|this|that|since|after|before|of|in|from) $")


def _is_named_by_year(reader: Reader, m: re.Match[str], noun: str) -> bool:
    """Whether what stands behind an English year is called by it and not counted: "the 2015 attacks"."""
    told = _THE.search(reader.flat, max(0, m.start("year") - 8), m.start("year"))
    return reader.language == "en" and bool(told) and 1900 <= int(m["year"]) <= 2060 and noun not in HUMAN


_NOT_NOUNS = frozenset(
    "dans sans plus mais alors depuis puis pas vers sous apres ses les des nous vous lors aux ces tous elles"
    " ils".split()
)


_OF_AGE = re.compile(r"\b(?:his|her|their|my|our|your) ?$")
_DECADE_PARTS = {"start": (0, 4), "middle": (4, 3), "end": (7, 3)}


def read_decade(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "the 1990s": ten years; "the early 1990s": four."""
    word = m["decade"]
    if len(word) != 4 and _OF_AGE.search(reader.flat, max(0, m.start() - 12), m.start()):
        return None
    first = int(word) if word.isdigit() else _decade(word, reader.language)
    first += 1900 if first < 100 else 0
    begins, length = _DECADE_PARTS.get(part_of(reader, m.groupdict().get("part")), (0, 10))
    start, end = cal.year_span(first + begins), cal.year_span(first + begins + length - 1)
    return (m.start(), m.end(), "span", (start[0], end[1])) if start and end else None


def _decade(word: str, language: str) -> int:
    return next(first for pattern, first in words.DECADES[language] if re.fullmatch(pattern, word))


_ROMAN = {"i": 1, "v": 5, "x": 10}


def read_century(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "XXIe siècle": a hundred years."""
    text = m["century"]
    named = words.CENTURIES[reader.language]
    number = int(text) if text.isdigit() else named.index(text) + 1 if text in named else 0
    if text == "0" * len(text) or phrases.BEFORE_CHRIST.match(reader.flat, m.end()):
        return None
    if not number:
        values = [_ROMAN[c] for c in text]
        number = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    start, end = cal.year_span(number * 100 - 99), cal.year_span(min(number * 100, 9998))
    return (m.start(), m.end(), "span", (start[0], end[1])) if start and end else None


_QUARTER_LEAD = re.compile(r"\b(?:in|for|during|of|from|to|since|by|until) the $|\b(?:its|their) $")


def read_quarter(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "troisième trimestre 2020": a quarter or half of a year."""
    number = words.QUARTERS[reader.language].get(m["quarter"] or "", 0) or int(m["digit"] or 0)
    if m["digit"] and not m["year"]:
        return None  # the tram T3
    length = 6 if m.groupdict().get("half") else 3
    if not m["year"] and reader.language == "en" and not _QUARTER_LEAD.search(reader.flat, 0, m.start()):
        return None  # "the first half" of a match
    year = int(m["year"]) if m["year"] else reader.published.year if reader.published else None
    if year is None:
        return m.start(), m.end(), f"--{'S' if length == 6 else 'Q'}{number}", None
    span = cal.months_span(year, (number - 1) * length + 1, length)
    is_ahead = not m["year"] and span is not None and reader.published is not None and span[0] > reader.published
    if is_ahead and reader.lean(m) not in ("future", "coming"):  # results are told of a quarter that is over
        span = cal.months_span(year - 1, (number - 1) * length + 1, length)
    return m.start(), m.end(), "span", span


def read_season(reader: Reader, m: re.Match[str]) -> Found | None:
    """Read "the summer of 2020": three months."""
    bare = not m["year"] and not m.group().endswith(("dernier", "prochain"))
    if bare and not m.group().startswith(("ce", "this ", "last ", "next ")):
        return None
    season = words.SEASONS[reader.language][m["season"]]
    month, length = cal.SEASONS[season]
    year = reader.year_of(month, None, m["year"], m)
    if year is None:
        return m.start(), m.end(), f"--{season}", None
    span = cal.months_span(year, month, length)
    lean = 0 if m["year"] else -1 if re.search(r"\b(?:last|dernier)\b", m.group()) else int("prochain" in m.group())
    if lean and span and reader.published and span[0] <= reader.published <= span[1]:
        span = cal.months_span(year + lean, month, length)
    return m.start(), m.end(), "span", span


def read_years(reader: Reader, m: re.Match[str]) -> Found | None:
    """A span of years; joined by "and"/"et" only after "between"/"entre"."""
    link = reader.flat[m.end("year") : m.start("year2")]
    before = reader.flat[max(0, m.start() - 9) : m.start()]
    if len(m["year2"]) == 2 and link not in ("-", "/"):
        return None
    if link in (" et ", " and ") and not before.endswith(("entre ", "between ")):
        return None
    if link in (" a ", " to ") and not before.endswith(("de ", "from ")):
        return None
    first = int(m["year"])
    last = int(m["year2"]) if len(m["year2"]) == 4 else first // 100 * 100 + int(m["year2"])
    start, end = cal.year_span(first), cal.year_span(last)
    if not (start and end and first < last and last - first < 200):
        return None
    return m.start(), m.end(), "span", (start[0], end[1])
