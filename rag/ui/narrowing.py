"""What a visitor keeps the search to, and how that is told in words: languages, outlets and days.

Knows: how a filter is told in English and in French. Does not know Streamlit, nor how the filter was set.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from rag.types import Filter, Refusal
from rag.ui.words import Words

_OF_THE_CORPUS = frozenset({"no_evidence", "weak_evidence"})  # refusals whose message speaks of the whole corpus
_FEW = 3
_OF_NONE = frozenset({"filtered_out", "empty_question"})  # where nothing was searched


@dataclass(frozen=True, slots=True)
class Choices:
    """What the visitor set: which articles may answer, and the day to answer for."""

    filter: Filter = field(default_factory=Filter)
    as_of: date | None = None

    @property
    def kept(self) -> Filter:
        """All of it as one filter."""
        return self.filter.within(None, self.as_of)


def within(kept: Filter, words: Words, shortly: bool = False) -> str:
    """Where and when articles must be published: "in English, in Harbour Post, by 11 September 2023".

    ``shortly``: of many outlets only some are named, for places that a list of fifty would fill.
    """
    told = []
    if kept.languages:
        told.append(words.in_languages.format(which=_either(map(words.language_name, kept.languages), words)))
    if kept.sources:
        names = list(kept.sources)
        if shortly and len(names) > _FEW + 1:
            names[_FEW:] = [words.other_outlets.format(n=words.number(len(names) - _FEW))]
        told.append(words.in_outlets.format(which=_either(names, words)))
    return ", ".join(told + _days(kept, words))


def contradiction(kept: Filter, words: Words) -> str:
    """That no day is both late and early enough, where that is so; else empty."""
    if kept.since is None or kept.until is None or kept.since <= kept.until:
        return ""
    return words.contradiction.format(since=words.day(kept.since), until=words.day(kept.until))


def _days(kept: Filter, words: Words) -> list[str]:
    since, until = kept.since, kept.until
    if since is not None and until is not None:
        template = words.on if since == until else words.between
        return [template.format(since=words.day(since), until=words.day(until))]
    if since is not None:
        return [words.since.format(day=words.day(since))]
    return [words.by.format(day=words.day(until))] if until is not None else []


def _either(names: Iterable[str], words: Words) -> str:
    *rest, last = names
    return f"{', '.join(rest)} {words.either} {last}" if rest else last


def refused(value: Refusal, kept: Filter, words: Words) -> tuple[str, str]:
    """What a refusal says, and what it adds: of a search that was narrowed, that only so much was looked through."""
    said = value.message or words.no_answer
    what = within(kept, words, shortly=True)
    if not what or value.reason in _OF_NONE:
        return said, ""
    line = words.refused_within.format(what=what)
    return (line, "") if value.reason in _OF_THE_CORPUS else (said, line)
