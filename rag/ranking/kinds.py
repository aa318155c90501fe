"""Whether a sentence holds an answer of the kind a question asks for.

A question is read once for what it expects (money, a share, a count of something, a day, an hour, a name ...); a
sentence is then measured against it. Knows figures, names and cue words. Does not know how much the measure counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.figures import Figure, find_figures
from rag.language import fold, index_terms
from rag.ranking.terms import Wanted, wanted
from rag.types import ArticleInfo, Question

_AMOUNTS = frozenset({"money", "percent", "quantity", "duration", "count"})
_NEAR = 40  # characters around a figure within which the thing counted is named
_LIKELY = 0.15  # probability from which a translation of the thing counted will do

_MONEY = re.compile(
    r"\b(costs?|price[ds]?|pay|paid|spen[dt]|money|sum|worth|budget|salar\w+|fines?|earn\w*|euros?|dollars?|pounds?|funds?"
    r"|raised|turnover|revenue|profit|fee|funding|aid|bring in|fetch\w*|value[ds]?"
    r"|cout\w*|prix|sommes?|montants?|salaires?|amende|argent|val(oir|ait|aient|ent)|vaut|enveloppe|cotisation|paye\w*"
    r"|depens\w+|facture\w*|rapport(e|er|ee|ees)|recettes?|chiffre d'affaires|benefice|tarif|financ\w+)\b"
)
_SHARE = re.compile(
    r"\b(share|per ?cent\w*|proportion|rate|score|part d\w+|quelle part|pourcentage|taux|recul|baisse|hausse)\b"
)
_SPAN = re.compile(
    r"\b(how long|combien de temps|duree|how many (years|months|weeks|days|hours)"
    r"|combien (d'annees|de (mois|jours|semaines)))\b"
)
_DAY = re.compile(r"\b((which|what) (day|date)|quel jour|quelle date)\b")
_HOUR = re.compile(r"\b(what times?|which times?|what hours?|quelles? heures?)\b")
_YEAR = re.compile(r"\b((which|what) year|quelle annee)\b")
_COUNTED = re.compile(
    r"\b(?:how many|combien d[e']\s?|combien des|(?:what|quel) (?:number|nombre) (?:of|d[e']))\s*((?:\S+\s*){1,3})"
)
_REASON = re.compile(
    r"\b(parce qu|en raison d|a cause d|afin d|pour eviter|car\b|faute d|apres qu|suite a|du fait d|puisqu|expliqu"
    r"|due? a\b|permet|because|due to|owing to|in order to|so that|after\b|as a result|since\b|reason)"
)
_MEANS = re.compile(
    r"\b(grace a|via|au moyen d|a l'aide d|par le biais|en [a-z]+ant\b|avec|sur des|by [a-z]+ing\b|through|using"
    r"|thanks to|with)"
)
_NAME = re.compile(
    r"(?:(?<=[\w,;:’'»\"(] )|(?<=[dlDLqQ][’']))[A-ZÀ-Þ][\w’'-]*\w(?: (?:d[eu] |la |le )?[A-ZÀ-Þ][\w’'-]*\w)*"
)
_PLACE = re.compile(
    r"\b(?:[àÀ]|[Ee]n|[Aa]ux?|[Dd]ans l[ae]s?|[Dd]e|[Pp]rès d[e’']|[Ii]n|[Aa]t|[Oo]n|[Nn]ear|sur l[ae]|du|col|rue)"
    r"\b[^.;,]{0,14}?[A-ZÀ-Þ]"
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a question expects: kinds of figure, units, the thing counted, and the words it says itself."""

    kind: str
    figures: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    counted: tuple[Wanted, ...] = ()
    asked: frozenset[str] = frozenset()


def expected(question: Question, language: str) -> Expected:
    """What the question expects of a sentence in ``language``."""
    folded = fold(question.text)
    asked = frozenset(index_terms(question.text, question.language)) | frozenset(re.findall(r"\w+", folded))
    figures: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    counted: tuple[Wanted, ...] = ()
    if question.kind in ("how_much", "how_many"):
        match = _COUNTED.search(folded)
        counted = wanted(match.group(1), question.language, language) if match else ()
        for pattern, kind in ((_SPAN, "duration"), (_MONEY, "money"), (_SHARE, "percent")):
            if pattern.search(folded):
                figures |= {kind}
    elif question.kind == "when":
        for pattern, unit in ((_DAY, "day"), (_HOUR, "clock"), (_YEAR, "year")):
            if pattern.search(folded):
                units |= {unit}
    return Expected(question.kind, figures, units, counted, asked)


def measure(want: Expected, text: str, article: ArticleInfo) -> tuple[float, float]:
    """Whether the sentence holds something of that kind that the question lacks, and whether it fits; each 0 to 1."""
    if want.kind in ("how_much", "how_many", "when"):
        return _figures(want, text, article.language)
    if want.kind in ("who", "where"):
        return _names(want, text, article.language)
    folded = fold(text)
    if want.kind == "why":
        return 1.0, float(bool(_REASON.search(folded)))
    if want.kind == "how":
        return 1.0, float(bool(_MEANS.search(folded)))
    return 1.0, 1.0


def _figures(want: Expected, text: str, language: str) -> tuple[float, float]:
    if want.kind != "when" and not any(letter.isdigit() for letter in text) and len(text) < 20:
        return 0.0, 0.0
    fresh = [figure for figure in find_figures(text, language) if not _said(figure.text, language, want.asked)]
    if want.kind == "when":
        fresh = [figure for figure in fresh if figure.kind in ("date", "duration") or figure.unit == "clock"]
    else:
        fresh = [figure for figure in fresh if figure.kind in _AMOUNTS and figure.unit != "clock"]
    if not fresh:
        return 0.0, 0.0
    return 1.0, max(_fit(want, figure, text, language) for figure in fresh)


def _fit(want: Expected, figure: Figure, text: str, language: str) -> float:
    if want.kind == "when":
        if "clock" in want.units:
            return float(figure.unit == "clock")
        if want.units:
            return float(
                figure.kind == "date" and figure.unit != "year" if "day" in want.units else figure.kind == "date"
            )
        return float(figure.kind == "date")
    if want.counted and figure.kind in ("count", "quantity", "duration"):
        near = frozenset(index_terms(text[max(0, figure.start - _NEAR // 2) : figure.end + _NEAR], language))
        return 1.0 if any(word.found_in(near) >= _LIKELY for word in want.counted) else 0.3
    if want.figures:
        return float(figure.kind in want.figures)
    return 0.3 if want.counted else 1.0


def _names(want: Expected, text: str, language: str) -> tuple[float, float]:
    fresh = [name for name in _NAME.findall(text) if not _said(name, language, want.asked)]
    if not fresh:
        return 0.0, 0.0
    if want.kind == "who":
        return 1.0, float(any(" " in name for name in fresh))
    return 1.0, float(bool(_PLACE.search(text)))


def _said(text: str, language: str, asked: frozenset[str]) -> bool:
    terms: Sequence[str] = index_terms(text, language)
    return all(term in asked for term in terms)
