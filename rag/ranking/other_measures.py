"""Figures of something else than is asked: a time for a length, a distance for a lead, a day on which it was only told.

Knows a question, a sentence and the figure in it. Does not know which figures are likeliest: it only speaks against.
"""

from __future__ import annotations

import re

from rag.figures import Figure, find_figures
from rag.figures.flat import flatten
from rag.figures.units import dimension
from rag.language import fold, reading_of
from rag.language.speech import SPEAKS
from rag.ranking.demand import Demand, demand_of, fate_asked
from rag.ranking.held import is_years_of_age, tells_fate
from rag.ranking.saying import is_change
from rag.types import Evidence, Question

_DIMENSIONS = frozenset({"speed", "length", "mass"})
_KINDS = {"money": "money", "duration": "duration"}
_NEAR = 60  # characters around a figure within which a lead or a deficit is told of
_ASKS_LEAD = re.compile(
    r"\bhow far (?:ahead|behind|clear|adrift|in front)\b"
    r"|\b(?:quel(?:le)?|de combien|combien)\b.{0,30}\b(?:ecart|avance|retard|devanc\w+)\b"
    r"|\bby how (?:much|many \w+)\b.*\b(?:lead|leads|led|ahead|behind|trail\w*|beat|win|won|lost?e?)\b"
)
_LEAD = re.compile(
    r"\b(?:ahead|behind|clear|adrift|in front|leads?|leading|margin|gap|trail\w*|deficit|advantage|beat\w*|won by"
    r"|lost by"
    r"|avance|retard|ecarts?|devant|derriere|devanc\w+|distanc\w+|leader|marge)\b"
)
_UP = re.compile(
    r"\b(?:rais(?:e|es|ed|ing) (?!money|funds)|increas\w+|r(?:i|o)ses?\b|risen|grew|grow(?:n|th)|climb\w*"
    r"|hauss\w*|augment\w*"
    r"|progress(?:e|er|ion)\b|grimp\w+|relev(?:e|er|ee|ement)\b)"
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
        rf"\b(?:{verbs}|{_PRINTS})(?: (?:on|le|ce|this|late|early|a l'afp|to reporters|lundi|mardi|mercredi|jeudi"
        rf"|vendredi|samedi"
        rf"|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday))*,? $"
    )
    for language, verbs in SPEAKS.items()
}
_STEP = re.compile(r"\b(?:by|de|d'|of)\W*$")
_AFTER = re.compile(
    r"\b(?:(?<!been )after|following|since|once|in the wake of|apres|depuis|suite a|a la suite d\w*"
    r"|au lendemain d\w*)\b"
)
_BEFORE = re.compile(
    r"\b(?:before|prior to|until|ahead of|avant|jusqu a|jusqu au|jusqu alors|precedemment|previously|at the time of)\b"
)


def is_other_measure(question: Question, item: Evidence, start: int, end: int) -> bool:
    """Whether the figure at these offsets into a sentence measures something else than the question asks for."""
    text, language = item.sentence.text, item.hit.article.language
    figures = find_figures(text, language, item.hit.article.published)
    figure = next((figure for figure in figures if (figure.start, figure.end) == (start, end)), None)
    return figure is not None and measures_else(question, figure, text)


def measures_else(question: Question, figure: Figure, text: str) -> bool:
    """The same of a figure of a text."""
    asked, demand = fold(question.text), demand_of(question)
    if not _is_of_dimension(demand, figure) or (demand.slot != "age" and is_years_of_age(figure, text)):
        return True
    if _ASKS_LEAD.search(asked) and not _LEAD.search(fold(text[max(0, figure.start - _NEAR) : figure.end + _NEAR])):
        return True
    if _ASKS_STEP.search(asked) and figure.kind in ("money", "quantity") and not is_change(figure, text):
        return not _STEP.search(flatten(text[: figure.start]))
    if _is_other_way(asked, fold(text)):
        return True
    return is_of_time_before(question.text, text) or is_of_other_fate(question, text)


def _is_other_way(asked: str, told: str) -> bool:
    """Whether it is asked by how much something rose, and told only that something fell, or the other way round."""
    up, down = bool(_UP.search(asked)), bool(_DOWN.search(asked))
    if up == down:
        return False
    other, own = (_DOWN, _UP) if up else (_UP, _DOWN)
    return bool(other.search(told)) and not own.search(told)


def is_day_of_telling(question: Question, text: str, start: int, language: str) -> bool:
    """Whether the day at this place of a sentence is one on which somebody only said something, unasked."""
    before = flatten(text[:start])
    told = _TOLD_ON[reading_of(language)].search(before)
    return told is not None and not _ASKS_TELLING.search(flatten(question.text))


def is_of_other_fate(question: Question, text: str) -> bool:
    """Whether the dead or the hurt of some group are counted in the question, and a text has no word for either."""
    fate = fate_asked(question)
    return bool(fate) and not tells_fate(fate, text)


def is_of_time_before(question: str, text: str) -> bool:
    """Whether it is asked what came after something, and a text tells only of what was before."""
    asked, told = fold(question), fold(text)
    if not _AFTER.search(asked) or _BEFORE.search(asked):
        return False
    return bool(_BEFORE.search(told)) and not _AFTER.search(told)


def _is_of_dimension(demand: Demand, figure: Figure) -> bool:
    if demand.slot in _DIMENSIONS:
        return dimension(figure.unit) == demand.slot
    return figure.kind == _KINDS.get(demand.slot, figure.kind)
