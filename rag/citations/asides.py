"""Figures of a claim that its sources say in another way than by a figure: "both", "numéro 2", "d'abord", "Sundays".

Knows such words in English and French. Does not know how figures compare.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.citations.sources import Source, held, without
from rag.figures import Figure, numerals
from rag.figures.datewords import WEEKDAYS
from rag.figures.flat import flatten
from rag.figures.measures import measures
from rag.language import reading_of

_NUMBER = re.compile(r"(?:\b(?:number|no\.|numero|n°|phase|lesson|lecon)|#) ?([0-9]+|[a-z]+)")
_NUMBERED = re.compile(rf"{_NUMBER.pattern}$")
_ORDINALS = {
    1: re.compile(
        r"\b(?:first|premiers?|premieres?|1er|initial\w*|earl(?:y|ier|iest)|d'abord|principa\w+|original\w*"
        r"|au depart|top"
        r"|en tete|lead(?:s|er|ing)?|led|prenoms?|debut\w*|inaugural\w*|inedit\w*|never before|pionni\w+|prime"
        r"|primary)\b"
    ),
    2: re.compile(r"\b(?:secondes?|second)\b"),
}
_PAIRS = re.compile(
    r"\b(?:both|les deux|tous deux|toutes deux|couple|pair|duo|twins?|jumea\w+|twice|doubl\w*|bi-?annu\w+|reprises)\b"
)
_THIS_YEAR = ("this year", "the year", "cette annee", "l'annee")
_YEARS_END = re.compile(
    r"\b(?:(?:end|rest) of the year|year'?s end|(?:fin|reste) de l'annee|annee en cours|current year)\b"
)
_LONG = (
    ((6, "month"), re.compile(r"\b(?:first|second|last) half\b|\b(?:premier|second|deuxieme|dernier) semestre\b")),
    ((3, "month"), re.compile(r"\b(?:first|second|third|fourth|last) quarter\b|\btrimestre\b")),
)
_TENS_OF_YEARS = re.compile(r"\bdizaines? d'annees$")
_NOW = re.compile(
    r"\b(?:now|nowadays|currently|these days|this day|at present|maintenant|actuel\w*|desormais|a present"
    r"|de nos jours)\b"
)
_ONE = {"en": re.compile(r"\b(?:an?|one|single|each|every)\b"), "fr": re.compile(r"\b(?:une?|seule?|chaque)\b")}
_BIRTHDAY = re.compile(r" (?:anniversaire|birthday|anniversary)")
_AGE = re.compile(r"(?:\b(?:ages?|aged|age of|was|is|turned|turning|at|until (?:s?he) was)|,)(?: [0-9]{1,3} and)? $")


def said_otherwise(text: str, span: tuple[int, int], figures: Sequence[Figure], sources: Sequence[Source]) -> bool:
    """Whether a source says the figure at `span`, given as it was read, in words that are no figure."""
    figure = next((item for item in figures if (item.start, item.end) == span), None)
    if figure is None:
        return False
    flats = [(source, flatten(source.text)) for source in sources]
    said = flatten(figure.text)
    if figure.kind == "count":
        return _counted_otherwise(figure, said, flats) or _numbered(text, span, sources)
    if figure.kind == "date":
        return _dated_otherwise(figure, said, flats) or _numbered(text, span, sources)
    if figure.kind == "duration":
        return _lasting_otherwise(figure, said, flats) or _numbered(text, span, sources)
    if figure.kind == "percent":
        return any(_is_share_of(figure, source) for source in sources) or _numbered(text, span, sources)
    if figure.kind == "ordinal" and figure.low in _ORDINALS:
        others = {one.low for source in sources for one in held(source) if one.kind == "ordinal"} - {figure.low}
        return not others and any(_ORDINALS[int(figure.low)].search(flat) for _, flat in flats)
    if figure.kind == "ordinal":
        years = [one for source in sources for one in held(source) if one.kind == "duration" and one.unit == "year"]
        return bool(_BIRTHDAY.match(flatten(text), span[1])) and any(one.low == figure.low for one in years)
    return _numbered(text, span, sources)


def _counted_otherwise(figure: Figure, said: str, flats: Sequence[tuple[Source, str]]) -> bool:
    """Whether a count of the claim is a source's "both", "a", or a number in none of its figures."""
    if figure.low == figure.high == 2 and figure.text.isalpha() and any(_PAIRS.search(flat) for _, flat in flats):
        return True
    if not figure.unit and said.isdigit() and any(_unread(said, one) for one, _ in flats):
        return True
    one = said in ("one", "un", "une")
    return one and any(_ONE[reading_of(source.language)].search(flat) for source, flat in flats)


def _dated_otherwise(figure: Figure, said: str, flats: Sequence[tuple[Source, str]]) -> bool:
    """Whether a day of the claim is a habit of a source's ("le dimanche"), its "now" or its "end of the year"."""
    words = _YEARS_END if said in _THIS_YEAR else _NOW if said in ("today", "aujourd'hui") else None
    if words is not None:
        return any(words.search(flat) for _, flat in flats)
    return figure.text.isalpha() and any(_weekday(said) & _weekdays(flat) for _, flat in flats)


def _lasting_otherwise(figure: Figure, said: str, flats: Sequence[tuple[Source, str]]) -> bool:
    """Whether a duration of the claim is told by a source in other words: as one of `_LONG`, or as an age."""
    sources = [source for source, _ in flats]
    value, unit = figure.low if figure.low is not None else figure.high, figure.unit
    for (length, measure), theirs in _LONG:
        if value == length and unit == measure and any(theirs.search(flat) for _, flat in flats):
            return True
    if figure.qualifier in ("more than", "less than") and unit == "year":
        word = "over" if figure.qualifier == "more than" else "under"
        return any(f"{word}-{value}s" in flat or f"{word} {value}s" in flat for _, flat in flats)
    if _TENS_OF_YEARS.search(said):
        return any("decade" in measures(source.text, source.language) for source in sources)
    if any(_is_ago(said, source) for source in sources):
        return True
    if figure.low == figure.high == 1 and not any(char.isdigit() for char in said):
        return any(figure.unit in measures(source.text.replace("-", " "), source.language) for source in sources)
    return figure.unit == "year" and any(_aged(figure, source) for source in sources)


def _is_ago(said: str, source: Source) -> bool:
    """Whether a source's time is so long before it: "cinq ans plus tôt" for "il y a cinq ans"."""
    dates = (flatten(one.text) for one in held(source) if one.kind == "date")
    return any(re.search(rf"\bil y a {re.escape(said)}$|^{re.escape(said)} ago$", date) for date in dates)


def _is_share_of(figure: Figure, source: Source) -> bool:
    """Whether a share of so many in so many is a source's "three of the nine"."""
    spelt = [parsed.value for word in figure.text.split() if (parsed := numerals.parse(flatten(word), 0, "en")
             or numerals.parse(flatten(word), 0, "fr"))]  # fmt: skip
    if len(spelt) != 2:
        return False
    theirs = held(source)
    link = re.compile(r" (?:[a-z]+ )?(?:of|des|sur|out of)(?: the| les| its| ses)? ")
    return any(
        [one.low, other.low] == spelt and link.fullmatch(flatten(source.text), one.end, other.start)
        for one, other in zip(theirs, theirs[1:], strict=False)
    )


def _unread(digits: str, source: Source) -> bool:
    """Whether a source has a number in none of its figures: a score, a model, a page."""
    spans = [(figure.start, figure.end) for figure in held(source)]
    return re.search(rf"(?<![0-9.,]){digits}(?![0-9]|[.,][0-9])", without(source.text, spans)) is not None


def _numbered(text: str, span: tuple[int, int], sources: Sequence[Source]) -> bool:
    """Whether a figure only numbers something ("number two") that a source numbers so, too ("numéro 2")."""
    said = _NUMBERED.search(flatten(text[: span[1]]))
    if not said:
        return False
    theirs = {found.group(1) for source in sources for found in _NUMBER.finditer(flatten(source.text))}
    values = {parsed.value for word in theirs for lang in ("en", "fr") if (parsed := numerals.parse(word, 0, lang))}
    ours = [numerals.parse(said.group(1), 0, lang) for lang in ("en", "fr")]
    return any(parsed is not None and parsed.value in values for parsed in ours)


def _weekday(word: str) -> set[int]:
    return {table[word] for table in WEEKDAYS.values() if word in table}


def _weekdays(flat: str) -> set[int]:
    """The weekdays a text speaks of as habits: "on Sundays", "le dimanche", "chaque lundi"."""
    habits = re.findall(r"\b([a-z]+day)s\b|\b(?:le|les|chaque|tous les) ([a-z]+di|dimanche)s?\b", flat)
    return set().union(*(_weekday(word) for pair in habits for word in pair if word))


def _aged(figure: Figure, source: Source) -> bool:
    """Whether a source tells an age by a bare number or a birthday: "at the age of three", "its 60th anniversary"."""
    flat = flatten(source.text)
    if any(one.kind == "ordinal" and one.low == figure.low and _BIRTHDAY.match(flat, one.end) for one in held(source)):
        return True
    return any(
        theirs.kind == "count" and not theirs.unit and theirs.low == theirs.high == figure.low == figure.high
        and _AGE.search(flat[: theirs.start])
        for theirs in held(source)
    )  # fmt: skip
