"""Figures of something else than is asked: a time for a length, a distance for a lead, a day on which it was only told.

Knows a question, a sentence and the figure in it. Does not know which figures are likeliest: it only speaks against.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rag.figures import Figure
from rag.figures.flat import flatten
from rag.language import fold, reading_of
from rag.language.speech import SPEAKS
from rag.ranking.demand import Demand, demand_of, fate_asked
from rag.ranking.held import figure_at, is_of_dimension, is_years_of_age, tells_fate
from rag.ranking.saying import is_change
from rag.ranking.sum_roles import is_said_to_be_another
from rag.types import Evidence, Question

_KINDS = frozenset({"money", "duration"})  # demands that one kind of figure meets
_TWO = re.compile(r"\d (?:et|and|&) \d+(?: ans)?$")  # "deux hommes de 54 et 61 ans"
_NEAR = 60  # characters around a figure within which a lead or a deficit is told of
_ASKS_LEAD = re.compile(
    r"\bhow far (?:ahead|behind|clear|adrift|in front)\b"
    r"|\b(?:quel(?:le)?|de combien|combien)\b.{0,30}\b(?:ecart|avance|retard|devanc\w+)\b"
    r"|\bby how (?:much|many \w+)\b.*\b(?:lead|leads|led|ahead|behind|trail\w*|beat|win|won|lost?e?)\b"
)
_LEAD = re.compile(
    r"\b(?:ahead|behind|clear|adrift|in front|leads?|leading|margin|gap|trail\w*|deficit|advantage|beat\w*|won by"
    r"|lost by|avance|retard|ecarts?|devant|derriere|devanc\w+|distanc\w+|leader|marge)\b"
)
_UP = re.compile(
    r"\b(?:rais(?:e|es|ed|ing) (?!money|funds)|increas\w+|r(?:i|o)ses?\b|risen|grew|grow(?:n|th)|climb\w*"
    r"|hauss\w*|augment\w*|progress(?:e|er|ion)\b|grimp\w+|relev(?:e|er|ee|ement)\b)"
)
_DOWN = re.compile(
    r"\b(?:reduc\w+|cuts?|cutting|lower(?:ed|s|ing)?|fell|falls?|fallen|drop(?:s|ped)?|decreas\w+|declin\w+|baiss\w*|redui\w+"
    r"|diminu\w+|recul(?:e|er)?\b|chut\w+|coup(?:e|er|es) dans)\b"
)
_ASKS_STEP = re.compile(r"^(?:by how (?:much|many)\b|de combien\b(?! (?:de|d)\b))")
_PRINTS = r"diffus\w+|publi\w+|paru\w*|presente\w*|released|published|presented|aired|broadcast"
_ASKS_TELLING = re.compile(
    r"\b(?:say|said|tell|told|announc\w+|declar\w+|explain\w*|reveal\w*|present\w*|publish\w*|releas\w+|broadcast|air(?:ed)?"
    r"|report\w*|warn\w*|confirm\w*|claim\w*|estimat\w+|testif\w+|promis\w+|admit\w*|recogni\w+|di(?:re|t|sait)|annonc\w+"
    r"|revel\w+|publi\w+|diffus\w+|expliqu\w+|affirm\w+|estim\w+|temoign\w+|reconn\w+|avou\w+|averti\w*|paru\w*|sortie?)\b"
)
_TOLD_ON = {
    language: re.compile(
        rf"\b(?:{verbs}|{_PRINTS})(?: (?:on|le|ce|this|late|early|a l'afp|to reporters"
        r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
        r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday))*,? $"
    )
    for language, verbs in SPEAKS.items()
}
_STEP = re.compile(r"\b(?:by|de|d'|of)\W*$")
_AFTER = re.compile(
    r"\b(?:(?<!been )after|following|since|once|in the wake of|apres|depuis|suite a"
    r"|a la suite d\w*|au lendemain d\w*)\b"
)
_BEFORE = re.compile(
    r"\b(?:before|prior to|until|ahead of|avant|jusqu a|jusqu au|jusqu alors|precedemment|previously|at the time of)\b"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question asks for: its demand, and whether a ``lead``, a ``step`` or what came ``after`` something.

    ``way``: words that say something went the way asked about, and words that it went the other, where one is;
    ``fate``: the word for the dead or the hurt counted, "" for neither.
    """

    demand: Demand
    lead: bool
    step: bool
    after: bool
    way: tuple[re.Pattern[str], re.Pattern[str]] | None
    fate: str


@lru_cache(maxsize=64)
def _read(question: Question) -> _Asked:
    """Read a question; it is held against figure after figure."""
    flat = fold(question.text)
    up, down = (bool(words.search(flat)) for words in (_UP, _DOWN))
    return _Asked(
        demand_of(question),
        lead=_ASKS_LEAD.search(flat) is not None,
        step=_ASKS_STEP.search(flat) is not None,
        after=_AFTER.search(flat) is not None and _BEFORE.search(flat) is None,
        way=None if up == down else (_UP, _DOWN) if up else (_DOWN, _UP),
        fate=fate_asked(question),
    )


def is_other_measure(question: Question, item: Evidence, start: int, end: int) -> bool:
    """Whether the figure at these offsets into a sentence measures something else than the question asks for."""
    figure = figure_at(item, start, end)
    return figure is not None and measures_else(question, figure, item.sentence.text)


def measures_else(question: Question, figure: Figure, text: str) -> bool:
    """The same of a figure of a text."""
    asked = _read(question)
    slot = asked.demand.slot
    is_share = asked.step and slot == "money" and figure.kind == "percent"  # "by how much did sales fall?"
    if not is_of_dimension(asked.demand, figure) or (slot in _KINDS and figure.kind != slot and not is_share):
        return True
    if (slot != "age" and is_years_of_age(figure, text)) or is_said_to_be_another(question.text, figure, text):
        return True
    if slot == "age" and _TWO.search(text[: figure.end]):
        return True
    if asked.lead and not _LEAD.search(fold(text[max(0, figure.start - _NEAR) : figure.end + _NEAR])):
        return True
    is_level = asked.step and figure.kind in ("money", "quantity") and not is_change(figure, text)
    if is_level and not _STEP.search(flatten(text[: figure.start])):
        return True
    return _tells_else(asked, text)


def _tells_else(asked: _Asked, text: str) -> bool:
    """Whether a text goes the other way, tells of the time before, or has no word for the dead or hurt asked for."""
    told = fold(text)
    if asked.way and asked.way[1].search(told) and not asked.way[0].search(told):
        return True
    if asked.after and _BEFORE.search(told) and not _AFTER.search(told):
        return True
    return bool(asked.fate) and not tells_fate(asked.fate, text)


def is_day_of_telling(question: Question, text: str, start: int, language: str) -> bool:
    """Whether the day at this place of a sentence is one on which somebody only said something, unasked."""
    before = flatten(text[:start])
    told = _TOLD_ON[reading_of(language)].search(before)
    return told is not None and not _ASKS_TELLING.search(flatten(question.text))
