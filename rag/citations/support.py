"""Whether the sentences a text cites bear it out: every figure, date and name in it, and the manner it is said in.

Pure, and text in, reason out. Knows figures, names and manners of speech. Does not know citations, nor who wrote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rag.citations.reporting import manner
from rag.figures import Figure, Name, compare, find_figures, find_names, mentions
from rag.figures.flat import fold
from rag.figures.measures import measures, nouns
from rag.figures.names import same_key
from rag.figures.nouns import HUMAN
from rag.figures.places import aliases, peoples
from rag.translation import translate_term

_SMALL = frozenset("of the and for in de du des d l la le les et pour en".split())
_LIKELY = 0.05  # probability from which a word of the table counts as a translation
_DIGITS = re.compile(r"[^\W_]*[0-9][^\W_]*")


@dataclass(frozen=True, slots=True)
class Source:
    """A cited sentence: its text, its language, the day its article was published."""

    text: str
    language: str
    published: date | None = None


def why_unsupported(text: str, language: str, sources: Sequence[Source]) -> str:
    """Why the sources do not bear out `text`, in a few words; "" when they do.

    Args:
        text: the statement.
        language: the language asked in; a statement in the sources' own words is read in theirs.
        sources: the sentences it cites, one or more.
    """
    if is_verbatim(text, sources):
        return ""
    reading = written_in(text, language, sources)
    return unsupported_value(text, reading, sources) or _lost_manner(text, reading, sources)


def is_verbatim(text: str, sources: Sequence[Source]) -> bool:
    """Whether the text is whole cited sentences, in the order cited, spaces and outer quotation marks apart."""
    wanted = _plain(text)
    return any(wanted == _plain(source.text) for source in sources) or wanted == " ".join(
        _plain(source.text) for source in sources
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).strip("\"'“”«»‘’ ")


def written_in(text: str, language: str, sources: Sequence[Source]) -> str:
    """The language a text is written in: that of a source it shares most of its words with, else `language`."""
    words = [word for word in fold(text).split() if not word[0].isdigit()]
    for source in sources:
        own = set(fold(source.text).split())
        if words and sum(word in own for word in words) >= 0.6 * len(words):
            return source.language
    return language


def unsupported_value(text: str, language: str, sources: Sequence[Source]) -> str:
    """The first figure, number or name of the text that no source holds, as a reason; "" when all are held.

    A value said twice must be found twice: a figure changed into another of the same sentence is not borne out.
    """
    matched = _match(text, language, sources)
    if matched.missing:
        return _absent(text[slice(*matched.missing)])
    rest = _without(text, matched.spans)
    return (
        _numbers(rest, matched, sources)
        or _missing_name(rest, language, sources)
        or _missing_measure(text, rest, language, sources)
    )


@dataclass(frozen=True, slots=True)
class _Matched:
    """The spans of a text's figures, the sources' figures they were matched with, the first span without a match."""

    spans: list[tuple[int, int]]
    used: list[tuple[Source, Figure]]
    missing: tuple[int, int] | None


def _match(text: str, language: str, sources: Sequence[Source]) -> _Matched:
    """Each figure of the text with one of a source's, figures of the same wording first."""
    supply = [(source, figure) for source in sources for figure in _held(source)]
    readings = {source.published: find_figures(text, language, source.published) for source in sources}
    spans = sorted({(figure.start, figure.end) for figures in readings.values() for figure in figures})
    left, used, todo = list(range(len(supply))), [], spans
    for same in (lambda theirs, ours: fold(theirs.text) == fold(ours.text), lambda theirs, ours: True):
        unmatched = []
        for span in todo:
            match = next((n for n in left if _borne(supply[n], readings, span, same)), None)
            if match is None:
                unmatched.append(span)
            else:
                left.remove(match)
                used.append(supply[match])
        todo = unmatched
    return _Matched(spans, used, todo[0] if todo else None)


def _borne(
    held: tuple[Source, Figure],
    readings: dict[date | None, tuple[Figure, ...]],
    span: tuple[int, int],
    same: Callable[[Figure, Figure], bool],
) -> bool:
    source, theirs = held
    ours = next((figure for figure in readings[source.published] if (figure.start, figure.end) == span), None)
    return ours is not None and same(theirs, ours) and holds(theirs, ours)


def _absent(text: str) -> str:
    return f"“{text}” is not in the sentence cited"


def _numbers(rest: str, matched: _Matched, sources: Sequence[Source]) -> str:
    """The first word with a digit ("G7", "acte 3") that is in no figure of the text and nowhere else in a source."""
    supply: Counter[str] = Counter()
    for source in sources:
        spans = [(figure.start, figure.end) for held, figure in matched.used if held == source]
        supply.update(_DIGITS.findall(fold(_without(source.text, spans))))
    for match in _DIGITS.finditer(rest):
        token = fold(match.group())
        supply[token] -= 1
        if supply[token] < 0:
            return _absent(match.group())
    return ""


def _missing_name(text: str, language: str, sources: Sequence[Source]) -> str:
    used: Counter[str] = Counter()
    for name in find_names(text, language):
        used[name.key] += 1
        if sum(_named(name, source, language) for source in sources) < used[name.key]:
            return _absent(name.text)
    return ""


def _named(name: Name, source: Source, language: str) -> int:
    """How often a source names what `name` names, word by word where it is in the other language."""
    keys, words = _known_names(source)
    count = _names(name, keys, words)
    if count or source.language == language:
        return count
    tokens = [token for token in fold(name.text).split() if token not in _SMALL]
    if all(_translated(token, language, source, keys, words) for token in tokens):
        return len(words.split())
    # A capital at the start of a sentence may be an ordinary word's.
    return len(words.split()) if name.start == 0 and len(tokens) == 1 and _ordinary(tokens[0], language, source) else 0


def _translated(token: str, language: str, source: Source, keys: Sequence[str], words: str) -> bool:
    """Whether one word of a name stands in a source of the other language, as it is, by sound, or translated."""
    if f" {token} " in words or peoples().get(token, token) in keys or aliases().get(token, token) in keys:
        return True
    if any(word in words.split() for word in _translations(token, language, source.language)):
        return True
    return len(token) > 3 and any(same_key(token, word) for word in words.split() if word[0] == token[0])


@lru_cache(maxsize=4096)
def _translations(token: str, language: str, other: str) -> frozenset[str]:
    """What a word may be in the other language, with a plural or singular of each."""
    found = {word for word, chance in translate_term(token, language, other) if chance >= _LIKELY}
    return frozenset(found | {f"{word}s" for word in found} | {word.removesuffix("s") for word in found})


def _ordinary(token: str, language: str, source: Source) -> bool:
    return token not in aliases() and bool(translate_term(token, language, source.language))


def _missing_measure(text: str, rest: str, language: str, sources: Sequence[Source]) -> str:
    """The first unit, currency, scale or weekday of the text that no source has, in words or as a value.

    In the source's own language counted nouns are held to the same: "soldiers" for "schools" is a changed unit.
    """
    known = {measure for source in sources for measure in measures(source.text, source.language)}
    for figure in (figure for source in sources for figure in _held(source)):
        known.add("month" if figure.unit.startswith("--") else figure.unit)
        if figure.date_from and figure.date_from == figure.date_to:
            known.add(f"weekday-{figure.date_from.weekday()}")
    said = set(measures(rest, language))
    said |= {measure for measure in measures(text, language) if measure.startswith("weekday")}
    if said - known:
        return _absent(min(said - known))
    return _changed_word(text, language, sources) if all(source.language == language for source in sources) else ""


def _changed_word(text: str, language: str, sources: Sequence[Source]) -> str:
    """The first counted noun or measure that the text has more often than its sources, all in one language."""
    said = Counter([*nouns(text), *measures(text, language)])
    theirs = Counter(word for source in sources for word in (*nouns(source.text), *measures(source.text, language)))
    more = said - theirs
    return _absent(min(more)) if more else ""


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with the figures, whose units have been compared, blanked out."""
    for start, end in spans:
        text = text[:start] + "_" * (end - start) + text[end:]
    return text


def holds(theirs: Figure, ours: Figure) -> bool:
    """Whether a cited figure is the value of ours, unit and bounds included; ours may be vaguer, never firmer."""
    if _same_year(theirs, ours):
        return True
    if theirs.kind == "duration" and ours.kind == "count" and theirs.unit == "year" and not ours.unit:
        return (theirs.low, theirs.high) == (ours.low, ours.high)  # an age may go without its years
    if theirs.kind != ours.kind or not _unit_holds(theirs, ours):
        return False
    if ours.kind == "date" and _same_weekday(theirs, ours):
        return True
    if theirs.qualifier == "about" and ours.qualifier is None:
        return False
    if fold(theirs.text) == fold(ours.text):
        return True
    relation = compare(theirs, ours)
    return relation == "equal" or (relation == "contained" and _wider_date(theirs, ours))


def _same_year(theirs: Figure, ours: Figure) -> bool:
    """A bare year is read as a number where its surroundings do not tell."""
    for day, other in ((theirs, ours), (ours, theirs)):
        if day.kind == "date" and day.unit == "year" and day.date_from and other.kind == "count" and not other.unit:
            return other.low == other.high == day.date_from.year
    return False


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
        return a.split(":")[0] != b.split(":")[0]
    return "person" in (a, b) and a in HUMAN and b in HUMAN


def _wider_date(theirs: Figure, ours: Figure) -> bool:
    """Whether ours is vaguer: "January 2025" for "20 January 2025"."""
    if ours.unit not in ("month", "year") or not (
        ours.date_from and ours.date_to and theirs.date_from and theirs.date_to
    ):
        return False
    return ours.date_from <= theirs.date_from and theirs.date_to <= ours.date_to


@lru_cache(maxsize=2048)
def _held(source: Source) -> tuple[Figure, ...]:
    return find_figures(source.text, source.language, source.published)


@lru_cache(maxsize=2048)
def _known_names(source: Source) -> tuple[tuple[str, ...], str]:
    """The name keys of a source, once for each time they are said, and its folded words between spaces."""
    said = [name.key for name in find_names(source.text, source.language)]
    others = mentions(source.text, source.language) - set(said)
    return (*said, *sorted(others)), f" {fold(source.text)} "


def _names(name: Name, keys: Sequence[str], words: str) -> int:
    """How often a source names what `name` names: in its own letters, or under a key that says no less."""
    written = max(words.count(f" {name.key} "), words.count(f" {fold(name.text)} "))
    size = len(name.key.split())
    return max(written, sum(size <= len(key.split()) and same_key(name.key, key) for key in keys))


def _lost_manner(text: str, language: str, sources: Sequence[Source]) -> str:
    """What every cited sentence says of its own statement and the text leaves out."""
    ours = manner(text, language)
    theirs = [manner(source.text, source.language) for source in sources]
    kept = ours.attributed or ours.hedged
    if all(source.attributed for source in theirs) and not kept:
        return "attribution lost"
    if all(source.hedged for source in theirs) and not kept:
        return "hedge lost"
    if all(source.denied for source in theirs) and not ours.denied:
        return "negation lost"
    if ours.denied and not any(source.denied for source in theirs):
        return "negation added"
    return ""
