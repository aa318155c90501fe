"""A short answer read off a sentence, only where there is no doubt which words answer.

Knows figures, and how to say one in the question's language. Which words answer, and whether one can be sure of it,
the ranking has said (``Evidence.span``). Does not know ranking.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.figures import Figure, compare, find_figures, render
from rag.ranking.kinds import candidates, expected
from rag.types import Evidence, Question

_AMOUNTS = frozenset({"money", "percent", "quantity", "duration", "count"})


def short_answer(question: Question, evidence: Sequence[Evidence]) -> tuple[str, Evidence] | None:
    """The short answer in the question's language and the sentence it stands in, or None where there is any doubt."""
    if not evidence or evidence[0].span is None:
        return None
    best = evidence[0]
    read = {"how_much": _amount, "how_many": _amount, "when": _time, "who": _name, "where": _name}.get(question.kind)
    text = read(question, best) if read else None
    return (text, best) if text else None


def _name(_question: Question, best: Evidence) -> str | None:
    """The name as the sentence writes it."""
    if best.span is None:
        return None
    first = best.sentence.start
    return best.sentence.text[best.span[0] - first : best.span[1] - first] or None


def _amount(question: Question, best: Evidence) -> str | None:
    found = [f for f in _new_figures(question, best) if f.kind in _AMOUNTS and f.qualifier != "several"]
    return _only(found, question.language)


def _time(question: Question, best: Evidence) -> str | None:
    found = [f for f in _new_figures(question, best) if _is_day(f) or f.unit == "clock"]
    if sum(figure.unit == "clock" for figure in find_figures(best.sentence.text, best.hit.article.language)) > 1:
        return None  # from one hour to another: half of it would be wrong
    if found and question.language == best.hit.article.language and found[0].unit == "span":
        return found[0].text if len(found) == 1 else None  # "fin septembre" says it better than its days
    return _only(found, question.language)


def _is_day(figure: Figure) -> bool:
    """Whether a date says when: a year at most, for "the sixties" are no answer to it."""
    if figure.kind != "date" or figure.date_from is None or figure.date_to is None:
        return figure.kind == "date"
    return (figure.date_to - figure.date_from).days <= 366


def _new_figures(question: Question, best: Evidence) -> list[Figure]:
    """Figures among the words that answer: of the kind asked for, and not the question's own."""
    article = best.hit.article
    asked = find_figures(question.text, question.language, article.published)
    found = [
        figure
        for figure in find_figures(best.sentence.text, article.language, article.published)
        if not any(compare(figure, other) in ("equal", "contained") for other in asked)
    ]
    options = candidates(expected(question, article.language), best.sentence.text, article.language)
    fitting = [(option.start, option.end) for option in options if option.fit >= 1.0]
    return [
        figure
        for figure in found
        if _is_span(best, figure.start, figure.end) and any(a < figure.end and figure.start < b for a, b in fitting)
    ]


def _is_span(best: Evidence, start: int, end: int) -> bool:
    """Whether these characters of the sentence are among those the ranker says answer."""
    if best.span is None:
        return False
    return best.sentence.start + start < best.span[1] and best.span[0] < best.sentence.start + end


def _only(found: Sequence[Figure], language: str) -> str | None:
    """The one figure there is, said in the language; equal ones count once."""
    if not found or any(compare(found[0], other) != "equal" for other in found[1:]):
        return None
    return render(found[0], language)
