"""Days and figures that a sentence tells of something else than what is asked about: what came after, who else did so.

Knows the words that put an event in the past of another ("after the fire"), ordinal numbers, and whose deed a noun or
verb is ("X left Y's government"). Does not know events: where nothing speaks against a day, it may still be another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from rag.figures import find_figures, find_names
from rag.figures.flat import flatten
from rag.figures.names import same_key
from rag.language import fold
from rag.ranking.asked import Asked
from rag.ranking.matching import Matches, match_all
from rag.ranking.terms import Wanted
from rag.types import Evidence, Question

_AFTER = re.compile(
    r"\b(?:apres|avant|depuis|lendemain de|veille de|suite a|after|before|since|following|ahead of) ?"
    r"(?:(?:la|le|les|l'|sa|son|ses|leur|cette?|the|his|her|their|its|an?|une?) ?)?(?:[a-z-]+ )?$"
)
_LATER = re.compile(r"\b(?:apres|avant|depuis|lendemain|veille|suite|after|before|since|following|ahead)\b")
_SAID = 0.5  # how surely a word must say what happened
_REACH = 70  # characters behind an event within which its day stands
_AWAY = re.compile(r"[;:.]|,(?! (?:qui|survenue?s?|le|mardi|which|that|on|in)\b)")
_CLAUSES = re.compile(r"[;:.]|, (?:mais|but)\b| (?:mais|but) ")
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]?\d)")
_IN_YEAR = (
    r"(?<![\d.,])[0-9][0-9., ]*[0-9](?: ?(?:%|[a-z€$]+)){{0,2}} (?:in|en|for|pour)(?: the whole of| all of)? {}\b"
)
_YEAR_BEFORE = re.compile(r"\b(?:in|en) ((?:19|20)\d\d),? (?:[^\W\d]+ ){0,3}$")
_YEAR_BEHIND = re.compile(r"(?: [^\W\d]+){0,2} (?:in|en) ((?:19|20)\d\d)\b")
_CLOSE = 3  # characters between two figures that are one: "de 51 000 à 89 000 en 2023"
_SINCE = re.compile(r"\b(?:since|depuis)\b")
_SUBJECT = re.compile(r"^(?:when|since when) (?:did|does|do|was|were|has|had|is|will) |^quand |^depuis quand ")
_OF = re.compile(r"(?:\bd(?:e|u|es) |\bd'|\bof |\bby |\bpar |\ba |\bto )(?:(?:la|le|l'|the|m\.|mme|mr|mrs) ?)?$")


_PLANNED = re.compile(
    r"\b(?:(?:etai(?:t|ent)|avai(?:t|ent) ete) (?:[a-z]+ ){0,2}(?:prevu|attendu|programme|fixe|annonce)e?s?"
    r"|devai(?:t|ent)|aurai(?:t|ent) du|initialement|a l'origine|d'abord (?:prevu|fixe|annonce)\w*"
    r"|(?:was|were|had been) (?:[a-z]+ )?(?:due|scheduled|planned|meant|set|supposed|expected|slated)"
    r"|(?:was|were) (?:originally |initially |first )?to (?:have )?[a-z]+|originally|initially)\b"
)
"""Before a day: it was the plan once, and nobody says that it still is."""

_GIVEN_UP = re.compile(
    r"\b(?:(?:and )?not(?: (?:in|on|before|by))?|instead of|rather than|et non(?: pas)?(?: (?:en|le|au|pour))?"
    r"|au lieu (?:de|du)|plutot que?)(?: le| en| the| on| in)? $"
)
"""Before a day that another has taken the place of: "on 30 June, and not in April as planned"."""
_ASKS_PLAN = re.compile(
    r"\b(?:prevue?s?|attendue?s?|programmee?s?|fixee?s?|annoncee?s?|devai(?:t|ent)|aurai(?:t|ent)|initial\w*|origin\w*"
    r"|d'abord|due|scheduled|planned|meant|supposed|expected|slated|first|should|was to|were to)\b"
)
_LONG_AGO = 2  # years before the article from which a year is told as of another time


def is_elsewhere(asked: Asked, item: Evidence, start: int, end: int) -> bool:
    """Whether a day, at these offsets into a sentence, is plainly of something else than what is asked about."""
    question, text, language = asked.question, item.sentence.text, item.hit.article.language
    if is_of_a_plan(question.text, text, start):
        return True
    if is_of_another_time(question, text, language) or is_of_another_person(question, text, language):
        return True
    words = asked.words.get(language, ())
    (said,) = match_all(words, [text], language)
    return is_of_what_follows(text, start, end, events_of(words, said))


def events_of(words: Sequence[Wanted], said: Matches) -> list[tuple[int, int]]:
    """Where the words for what happened stand in a sentence: all that are said but names."""
    acts = [n for n, word in enumerate(words) if not word.is_name]
    if not acts or not said.places:
        return []
    return [place for place, meant in zip(said.places, said.meaning[acts].max(axis=0), strict=True) if meant >= _SAID]


def is_of_what_follows(text: str, start: int, end: int, events: Iterable[tuple[int, int]]) -> bool:
    """Whether characters ``start`` to ``end`` of a text, a day, are of what came after or before the event.

    ``events``: where the words for the event stand. "After the fire, she left on 12 May" tells no day of the fire;
    "after the fire of 3 May" does.
    """
    near = min(events, key=lambda place: min(abs(place[0] - end), abs(start - place[1])), default=None)
    if near is None:
        return False
    flat = flatten(text)
    if not _AFTER.search(flat[: near[0]]):
        return False
    between = flat[near[1] : start]
    return not (near[1] <= start and len(between) <= _REACH and not _AWAY.search(between))


def is_of_a_plan(question: str, text: str, start: int) -> bool:
    """Whether a day is what was planned once, and the question is not of the plan.

    "The reopening, which was due on 15 December": whether it was on that day, or will be, the sentence does not say.
    """
    before = flatten(text[:start])
    given_up = _GIVEN_UP.search(before) is not None
    return (given_up or bool(_PLANNED.search(_CLAUSES.split(before)[-1]))) and not _ASKS_PLAN.search(fold(question))


def is_of_long_ago(question: Question, item: Evidence) -> bool:
    """Whether a sentence tells of a year long before its article that the question is not of, and of none it names.

    "In 1892 a like disaster killed 175 at Saint-Gervais" tells nothing of the flood of today.
    """
    text, language, published = item.sentence.text, item.hit.article.language, item.hit.article.published
    sought = names_sought(question.text, question.language)
    if published is None or not sought or _YEAR.search(question.text):
        return False
    years = [int(match.group()) for match in _YEAR.finditer(text)]
    if not years or _SINCE.search(flatten(text)) or max(years) > published.year - _LONG_AGO:
        return False
    return not any(same_key(name.key, other) for name in find_names(text, language) for other in sought)


def is_of_another_year(question: str, text: str, start: int, end: int) -> bool:
    """Whether the one year of a question stands in a text right behind another figure than the one at these offsets.

    "51,000 cars in the first half, compared with 89,000 in 2023": 51,000 are not those of 2023.
    """
    years = {match.group() for match in _YEAR.finditer(question)}
    if len(years) != 1:
        return False
    flat = flatten(text)
    for match in re.finditer(_IN_YEAR.format(years.pop()), flat):
        if not start <= match.start() < end and not end <= match.start() <= end + _CLOSE:
            return True
    return False


def is_dated_back(question: str, text: str, start: int, end: int, published: date | None) -> bool:
    """Whether the figure at these offsets is told of a year long before its article, and the question is of no time.

    "A one-day strike in 2017 cost it 5 million" is no newer report of what a strike costs.
    """
    if published is None or _YEAR.search(question):
        return False
    flat = flatten(text)
    before, behind = _YEAR_BEFORE.search(flat, 0, start), _YEAR_BEHIND.match(flat, end)
    return any(found is not None and int(found[1]) <= published.year - _LONG_AGO for found in (before, behind))


def is_of_a_later_event(question: Question, text: str, language: str, start: int, end: int) -> bool:
    """Whether characters ``start`` to ``end``, a figure, are of what another did after or before what is asked about.

    "Seven weeks after Alice, the storm Berta killed four": four are not those whom Alice killed. The question's names
    stand behind "after" or the like, and somebody or something else acts.
    """
    flat = flatten(text)
    if not _LATER.search(flat):
        return False
    sought = names_sought(question.text, question.language)
    told = find_names(text, language) if sought else ()
    own = [name for name in told if any(same_key(name.key, other) for other in sought)]
    others = [
        name
        for name in told
        if name not in own
        and (name.start or " " in name.text)  # a lone word that opens a sentence may be any: "Rescue teams ..."
        and not _OF.search(flat[: name.start])
    ]
    return bool(own and others) and is_of_what_follows(text, start, end, [(name.start, name.end) for name in own])


@lru_cache(maxsize=64)
def names_sought(text: str, language: str) -> tuple[str, ...]:
    """The keys of a question's names but those it puts behind "after" itself; it is held against many sentences."""
    whole = flatten(text)
    return tuple(name.key for name in find_names(text, language) if not _AFTER.search(whole[: name.start]))


def is_of_another_time(question: Question, text: str, language: str) -> bool:
    """Whether the question asks for a first or second time of something, and the sentence does not say which it is."""
    asked = _ordinals(question.text, question.language)
    return bool(asked) and not asked <= _ordinals(text, language)


@lru_cache(maxsize=512)
def _ordinals(text: str, language: str) -> frozenset[Decimal | None]:
    """The ordinal numbers of a text; remembered, for the question's are asked for beside every sentence."""
    return frozenset(figure.value for figure in find_figures(text, language) if figure.kind == "ordinal")


def is_of_another_person(question: Question, text: str, language: str) -> bool:
    """Whether somebody else acts in a sentence that names the question's subject only behind "of" or "by"."""
    asked = fold(question.text)
    head = _SUBJECT.match(asked)
    names = find_names(question.text, question.language)
    if head is None or not names or " " not in names[0].text or len(fold(question.text[: names[0].start])) > head.end():
        return False
    flat = flatten(text)
    told = find_names(text, language)
    own = [name for name in told if same_key(name.key, names[0].key)]
    others = [name for name in told if " " in name.text and not same_key(name.key, names[0].key)]
    acting = [name for name in others if not _OF.search(flat[: name.start])]
    return bool(own and acting) and all(_OF.search(flat[: name.start]) for name in own)
