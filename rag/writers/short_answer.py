"""A short answer read off a sentence, only where there is no doubt which words answer.

Typed rules: of all figures (dates, names) of the kind asked for that the question does not say itself, exactly one must
stand in the sentence, or one that fits better than all others. Knows figures and names. Does not know ranking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.figures import Figure, compare, find_figures, render
from rag.language import fold
from rag.types import Evidence, Question

_AMOUNTS = frozenset({"money", "percent", "quantity", "duration", "count"})
_MONEY = re.compile(
    r"\b(cost|price|pay|paid|spend|spent|money|sum|worth|budget|salary|fine|earn|euros?|dollars?|pounds?|raise[ds]?"
    r"|cout\w*|prix|somme|montant|budget|salaire|amende|argent|valai\w+|vaut|enveloppe|cotisation|payer?|depens\w+|facture)\b"
)
_SHARE = re.compile(r"\b(share|percent\w*|proportion|rate|part|pourcentage|taux|score)\b")
_LENGTH = re.compile(
    r"\b(how long|how many (years|months|weeks|days|hours)|duree|combien d(e temps|'annees|e mois|e jours))\b"
)


def short_answer(question: Question, evidence: Sequence[Evidence]) -> tuple[str, Evidence] | None:
    """The short answer in the question's language and the sentence it stands in, or None where there is any doubt.

    Amounts and times only: of the names read off like this on the development questions more were wrong than right.
    """
    if not evidence:
        return None
    best = evidence[0]
    read = {"how_much": _amount, "how_many": _amount, "when": _time}.get(question.kind)
    text = read(question, best) if read else None
    return (text, best) if text else None


def _amount(question: Question, best: Evidence) -> str | None:
    folded = fold(question.text)
    found = [f for f in _new_figures(question, best) if f.kind in _AMOUNTS and f.qualifier != "several"]
    for pattern, kinds in ((_MONEY, ("money",)), (_SHARE, ("percent",)), (_LENGTH, ("duration",))):
        if pattern.search(folded):
            found = [f for f in found if f.kind in kinds]
    if question.kind == "how_many":
        found = [f for f in found if f.kind in ("count", "quantity")]
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
    """Figures of the sentence that the question does not say; of them the one the ranker is sure of."""
    article = best.hit.article
    asked = find_figures(question.text, question.language, article.published)
    found = [
        figure
        for figure in find_figures(best.sentence.text, article.language, article.published)
        if not any(compare(figure, other) in ("equal", "contained") for other in asked)
    ]
    return [figure for figure in found if _is_span(best, figure.start, figure.end)]


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
