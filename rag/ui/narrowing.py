"""What the search is kept to, in words: languages, outlets and days of a filter.

Knows: how a filter is told in English and in French. Does not know Streamlit, nor who set the filter.
"""

from __future__ import annotations

from collections.abc import Iterable

from rag.types import Filter, Refusal
from rag.ui.words import Words

_OF_THE_CORPUS = frozenset({"no_evidence", "weak_evidence"})  # refusals whose message speaks of the whole corpus
_OF_NONE = frozenset({"filtered_out", "empty_question"})  # where nothing was searched


def within(kept: Filter, words: Words) -> str:
    """Where and when articles must be published: "in English, in Harbour Post, by 11 September 2023"."""
    told = []
    if kept.languages:
        told.append(words.in_languages.format(which=_either(map(words.language_name, kept.languages), words)))
    if kept.sources:
        told.append(words.in_outlets.format(which=_either(kept.sources, words)))
    if kept.since is not None:
        told.append(words.since.format(day=words.day(kept.since)))
    if kept.until is not None:
        told.append(words.by.format(day=words.day(kept.until)))
    return ", ".join(told)


def _either(names: Iterable[str], words: Words) -> str:
    *rest, last = names
    return f"{', '.join(rest)} {words.either} {last}" if rest else last


def refused(value: Refusal, kept: Filter, words: Words) -> tuple[str, str]:
    """What a refusal says, and what it adds: of a search that was narrowed, that only so much was looked through."""
    said = value.message or words.no_answer
    what = within(kept, words)
    if not what or value.reason in _OF_NONE:
        return said, ""
    line = words.refused_within.format(what=what)
    return (line, "") if value.reason in _OF_THE_CORPUS else (said, line)
