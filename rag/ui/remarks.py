"""What is to be known of an answer beside its claims, in plain lines: how it was understood, and what was searched.

Knows: how a search is told in the answer's language. Does not know where the lines stand: on the page, in a file or in
a terminal.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rag.messages import counted, message
from rag.timeline import AFTERMATH
from rag.types import Answer, Filter
from rag.ui.narrowing import within
from rag.ui.words import Words

_WORD = re.compile(r"\w+")


def remarks(value: Answer, words: Words, kept: Filter, read_time: bool = True) -> list[str]:
    """All of them, but for the day the answer speaks for, and for how much was withheld: both stand apart.

    Args:
        value: the answer.
        words: of its language.
        kept: what the visitor had narrowed the search to.
        read_time: whether the question's own words of time could narrow it further.
    """
    apart = {counted("withheld_note", value.language, len(value.withheld)), _as_of_note(value)}
    told = [note for note in value.notes if note not in apart]
    if _says_more(value.standalone, value.question):
        told.insert(0, words.understood_as.format(question=value.standalone))
    told += searched(value, words, kept)
    if not read_time:
        told.append(words.time_not_read)
    return told


def searched(value: Answer, words: Words, kept: Filter | None = None) -> list[str]:
    """What the search kept to, in plain words: days, languages, outlets, and which words of the question said so."""
    window, told = value.window, []
    until = window.until if window.until != value.as_of else None  # told already
    ends = ((words.since, window.since), (words.until, until))
    span = " ".join(template.format(day=words.day(day)) for template, day in ends if day is not None)
    if span:
        told.append(words.window.format(span=span))
    if where := within(replace(window, since=None, until=None), words):
        told.append(words.narrowed.format(what=where))
    if value.time_words:
        own = until is not None and (kept is None or until != kept.until)
        told.append(words.time_read.format(words=value.time_words) + _counted(value, words, own))
    return told


def _counted(value: Answer, words: Words, own: bool) -> str:
    """From which day words of time were counted; ``own``: whether the last day searched comes from them alone."""
    if value.counted_from is None:
        return ""
    asked_for = _as_of_note(value) in value.notes
    counted = words.time_counted if asked_for else words.time_counted_newest
    later = words.time_later.format(n=AFTERMATH.days) if own else ""
    return counted.format(day=words.day(value.counted_from)) + later


def _as_of_note(value: Answer) -> str:
    return message("as_of_note", value.language, date=value.as_of.isoformat()) if value.as_of else ""


def _says_more(full: str, typed: str) -> bool:
    """Whether a completed question holds a word that was not typed; an opening left out is not worth a remark."""
    return not set(_WORD.findall(full.casefold())) <= set(_WORD.findall(typed.casefold()))
