"""Whether the sentences a text cites bear it out: every figure, date and name in it, and the manner it is said in.

Pure, and text in, reason out. Knows the order of the questions: values and their owners, names, words, opposites,
parts, offices, speakers, how many, manner (`values`, `owners`, `naming`, `wording`, `opposites`, `roles`, `titles`,
`speakers`, `quantifiers`, `holding`). Does not know citations, nor who wrote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from rag.citations.actors import changed_places
from rag.citations.asides import said_otherwise
from rag.citations.holding import lost_manner
from rag.citations.naming import missing_name
from rag.citations.opposites import turned_round
from rag.citations.owners import exchanged
from rag.citations.quantifiers import widened
from rag.citations.reasons import Reason
from rag.citations.roles import crossed, misplaced
from rag.citations.sides import sides_exchanged
from rag.citations.sources import Source, held, without
from rag.citations.speakers import other_speaker
from rag.citations.titles import mistitled
from rag.citations.values import holds
from rag.citations.wording import COPIED, missing_measure
from rag.figures import Figure, find_figures
from rag.figures.flat import fold
from rag.figures.measures import nouns
from rag.language import stop_words

__all__ = ["Source", "holds", "is_verbatim", "unsupported_value", "why_unsupported", "written_in"]

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[\w-]+\.)+(?:com|org|net|fr|io|info)\b\S*", re.I
)
_DIGITS = re.compile(r"[^\W_]*\d[^\W_]*")  # of any script
_BEHIND = re.compile(r" ([^\W\d_]+)")
_PHRASE = 4  # words behind a number in which what it counts is looked for, to quote it
_COVID = re.compile(r"\bcovid[-\u2011 ]19\b", re.IGNORECASE)


def why_unsupported(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """Why the sources do not bear out `text`; None when they do.

    Args:
        text: the statement.
        language: the language asked in; a statement in the sources' own words is read in theirs.
        sources: the sentences it cites, one or more.
    """
    if is_verbatim(text, sources):
        return None
    reading = written_in(text, language, sources)
    return (
        _foreign_address(text, sources)
        or unsupported_value(text, reading, sources)
        or turned_round(text, reading, sources)
        or misplaced(text, reading, sources)
        or changed_places(text, reading, sources)
        or sides_exchanged(text, reading, sources)
        or mistitled(text, reading, sources)
        or other_speaker(text, reading, sources)
        or widened(text, reading, sources)
        or lost_manner(text, reading, sources)
    )


def _foreign_address(text: str, sources: Sequence[Source]) -> Reason | None:
    """A web or mail address that no source gives: nobody shall be sent anywhere by what a model made up."""
    given = " ".join(source.text for source in sources).lower()
    found = (match.group().rstrip(".,;:!?)") for match in _ADDRESS.finditer(text))
    return next((Reason("absent", address) for address in found if address.lower() not in given), None)


def is_verbatim(text: str, sources: Sequence[Source]) -> bool:
    """Whether the text is whole cited sentences, in the order cited, spaces and outer quotation marks apart."""
    wanted = _plain(text)
    return any(wanted == _plain(source.text) for source in sources) or wanted == " ".join(
        _plain(source.text) for source in sources
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).strip("\"'“”«»‘’ ")


def written_in(text: str, language: str, sources: Sequence[Source]) -> str:
    """The language a text is written in: that of the sources where their function words prevail, else `language`."""
    words = fold(text).split()
    for source in sources:
        if source.language == language:
            continue
        own, other = stop_words(source.language), stop_words(language)
        theirs = sum(word in own and word not in other for word in words)
        ours = sum(word in other and word not in own for word in words)
        if theirs > ours or (theirs == ours and _share(text, [source]) >= COPIED):
            return source.language
    return language


def _share(text: str, sources: Sequence[Source]) -> float:
    """The share of the text's words that are its sources'."""
    words = [word for word in fold(text).split() if not word[0].isdigit()]
    own = {word for source in sources for word in fold(source.text).split()}
    return sum(word in own for word in words) / len(words) if words else 0.0


def unsupported_value(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """The first figure, number or name of the text that no source holds, as a reason; None when all are held.

    A value said twice must be found twice: a figure changed into another of the same sentence is not borne out.
    """
    matched = _match(text, language, sources)
    if matched.missing is not None:
        return matched.missing
    if len(sources) == 1:
        turned = crossed(text, language, matched.pairs, sources[0])
        if turned := turned or exchanged(text, language, matched.pairs, sources[0]):
            return turned
    rest = without(text, matched.spans)
    copied = _share(text, sources) if all(source.language == language for source in sources) else 0.0
    return (
        _numbers(rest, matched, sources)
        or missing_name(rest, language, sources)
        or missing_measure(text, matched.spans, language, sources, copied=copied)
    )


@dataclass(frozen=True, slots=True)
class _Matched:
    """The spans of a text's figures, the sources' figures they are, both by place, the first figure without a match."""

    spans: list[tuple[int, int]]
    used: list[tuple[Source, Figure]]
    pairs: list[tuple[int, Figure]]
    missing: Reason | None


def _match(text: str, language: str, sources: Sequence[Source]) -> _Matched:
    """Each figure of the text with one of a source's, figures of the same wording first."""
    supply = [(source, figure) for source in sources for figure in held(source)]
    readings = {source.published: find_figures(text, language, source.published) for source in sources}
    spans = sorted({(figure.start, figure.end) for figures in readings.values() for figure in figures})
    left, used, todo = list(range(len(supply))), [], spans
    used_for: list[tuple[tuple[int, int], Figure]] = []
    for same in (_same_words, _any):
        unmatched = []
        for span in todo:
            match = next((n for n in left if _borne(supply[n], readings, span, same)), None)
            if match is None:
                unmatched.append(span)
            else:
                left.remove(match)
                used.append(supply[match])
                used_for.append((span, supply[match][1]))
        todo = unmatched
    todo += _taken_for_relative(text, used_for, [supply[n][1] for n in left])
    read = [figure for figures in readings.values() for figure in figures]
    todo = [span for span in todo if not said_otherwise(text, span, read, sources)]
    pairs = [(span[0], theirs) for span, theirs in used_for]
    if not todo:
        return _Matched(spans, used, pairs, None)
    ours = next(figure for figure in read if (figure.start, figure.end) == todo[0])
    again = any(fold(text[slice(*span)]) == fold(ours.text) for span, _ in used_for if span != todo[0])
    return _Matched(spans, used, pairs, Reason("repeated" if again else "absent", _with_noun(text, ours)))


def _same_words(theirs: Figure, ours: Figure) -> bool:
    return fold(theirs.text) == fold(ours.text)


def _any(theirs: Figure, ours: Figure) -> bool:
    return True


def _with_noun(text: str, figure: Figure) -> str:
    """A figure as written; a count with the words behind it up to what it counts: "12 people were killed"."""
    end = figure.end
    for _ in range(_PHRASE if figure.kind == "count" else 0):
        behind = _BEHIND.match(text, end)
        if behind is None:
            break
        end = behind.end()
        if figure.unit in nouns(behind[1]):
            return text[figure.start : end]
    return figure.text


def _taken_for_relative(
    text: str, pairs: Sequence[tuple[tuple[int, int], Figure]], unused: Sequence[Figure]
) -> list[tuple[int, int]]:
    """Years and days of a text that only "this year" or "Monday" of a source bears out, though it gives one unused."""
    given = {figure.unit for figure in unused if figure.kind == "date" and _has_digit(figure.text)}
    return [
        span
        for span, theirs in pairs
        if theirs.unit in given & {"year", "day"} and _has_digit(text[slice(*span)]) and not _has_digit(theirs.text)
    ]


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _borne(
    offered: tuple[Source, Figure],
    readings: dict[date | None, tuple[Figure, ...]],
    span: tuple[int, int],
    same: Callable[[Figure, Figure], bool],
) -> bool:
    source, theirs = offered
    ours = next((figure for figure in readings[source.published] if (figure.start, figure.end) == span), None)
    return ours is not None and same(theirs, ours) and holds(theirs, ours, source)


def _numbers(rest: str, matched: _Matched, sources: Sequence[Source]) -> Reason | None:
    """The first word with a digit ("G7", "acte 3") that is in no figure of the text and nowhere else in a source."""
    supply: Counter[str] = Counter()
    rest = _COVID.sub("Covid", rest)
    for source in sources:
        spans = [(figure.start, figure.end) for one, figure in matched.used if one == source]
        supply.update(_DIGITS.findall(fold(_COVID.sub("Covid", without(source.text, spans)))))
    known = frozenset(supply)
    for match in _DIGITS.finditer(rest):
        token = fold(match.group())
        supply[token] -= 1
        if supply[token] < 0:
            return Reason("repeated" if token in known else "absent", match.group())
    return None
