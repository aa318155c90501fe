"""Figures that measure something else than is asked: a time for a length, a distance for a lead, a level for a change.

Knows a question, a sentence and the figure in it. Does not know which figures are likeliest: it only speaks against.
"""

from __future__ import annotations

import re
from datetime import date

from rag.figures import Figure, find_figures
from rag.figures.units import dimension
from rag.language import fold
from rag.ranking.demand import Demand, demand_of
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
    r"\b(?:ahead|behind|clear|adrift|in front|leads?|leading|margin|gap|trail\w*|deficit|advantage|beat\w*|won by|lost by"
    r"|avance|retard|ecarts?|devant|derriere|devanc\w+|distanc\w+|leader|marge)\b"
)
_ASKS_STEP = re.compile(r"^(?:by how (?:much|many)\b|de combien\b(?! (?:de|d)\b))")
_AFTER = re.compile(
    r"\b(?:after|following|since|once|in the wake of|apres|depuis|suite a|a la suite d\w*|au lendemain d\w*)\b"
)
_BEFORE = re.compile(
    r"\b(?:before|prior to|until|ahead of|avant|jusqu a|jusqu au|jusqu alors|precedemment|previously|at the time of)\b"
)


def is_other_measure(question: Question, item: Evidence, start: int, end: int) -> bool:
    """Whether the figure at these offsets into a sentence measures something else than the question asks for."""
    text, language = item.sentence.text, item.hit.article.language
    figure = _figure_at(text, language, item.hit.article.published, start, end)
    if figure is None:
        return False
    asked = fold(question.text)
    if not _is_of_dimension(demand_of(question), figure):
        return True
    if _ASKS_LEAD.search(asked):
        return not _LEAD.search(fold(text[max(0, start - _NEAR) : end + _NEAR]))
    if _ASKS_STEP.search(asked) and figure.kind in ("money", "quantity") and not is_change(figure, text):
        return not re.search(r"\b(?:by|de|d'|of)\W*$", fold(text[:start]))
    return is_of_time_before(question.text, text)


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


def _figure_at(text: str, language: str, published: date | None, start: int, end: int) -> Figure | None:
    figures = find_figures(text, language, published)
    return next((figure for figure in figures if (figure.start, figure.end) == (start, end)), None)
