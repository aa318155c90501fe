"""How well a sentence meets what a question demands: a count of that very thing, a sum, a name beside the role asked.

Knows figures, names, and the words near them. Does not know how sentences are ranked, nor when an answer is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rag.figures import Figure, compare, find_figures, find_names
from rag.figures.flat import flatten
from rag.figures.nouns import HUMAN
from rag.figures.units import dimension
from rag.language import fold, stop_words
from rag.ranking.demand import Demand, demand_of
from rag.ranking.word_vectors import likeness
from rag.types import Evidence, Question

_BEHIND, _BEFORE = 28, 22  # characters around a figure among which the thing counted is named
_PEOPLE = re.compile(
    r"(?:people|persons?|personnes?|gens|men|women|hommes|femmes|participants?|adults?|adultes?"
    r"|deaths?|dead|morts?|victims?|victimes?|injured|wounded|blesse[es]*)$"
)
# Who died or was hurt is not whoever is counted: the sentence must have a word for it.
_FATES = tuple(
    (re.compile(head), re.compile(rf"\b(?:{said})"))
    for head, said in (
        (
            r"(?:deaths?|dead|morts?)$",
            r"dea(?:d|ths?)\b|died?\b|dies|kill|tues?\b|tuee|tuant|mort|deces|decede|peri[rst]?\b|victim|bodies|corps\b"
            r"|lives\b|vies?\b|fatal|toll\b|bilan\b|drown|noye|succomb|massacr|murder|assassin",
        ),
        (
            r"(?:injured|wounded|blesse[es]*)$",
            r"injur|wound|hurt\b|bless|hospital|atteint|touche|toll\b|bilan\b|victim",
        ),
    )
)
_FIGURES = {
    "money": ("money",),
    "percent": ("percent",),
    "duration": ("duration",),
    "amount": ("money", "percent", "quantity", "count", "duration"),
}
_DIMENSIONS = frozenset({"speed", "length", "mass"})
_AGE_BEFORE = re.compile(
    r"(?:\b(?:agee?s? (?:\w+ ){0,2}(?:de )?|aged )|, |\(|\b(?:homme|femme|fille|garcon|man|woman) (?:de |of )?)$"
)
_AGE_BEHIND = re.compile(r"\W*$| old\b|[,).]| (?:a ete|est|ont|was|et )")
_BARE_AGE = 120  # English gives ages as bare numbers: "Ann Smith, 52, said", "aged 81", "who is 34."
_BARE_BEFORE = re.compile(r"(?:\b[Aa]ged? (?:of )?|[A-Z][\w’'-]+, |\b(?:is|was|turn(?:s|ed)) )$")
_BARE_BEHIND = re.compile(r"(?:[,.;)]|$| when\b| at the time\b)")
_SCALES = frozenset("hundred thousand million millions billion billions milliers millier milliards milliard".split())
_SOMEBODY = re.compile(r"[a-z]{3,}(?:[eo]rs?|ees?|ists?|ants?|ians?|m[ae]n|eurs?|euses?|istes?|iens?|iennes?)$")
_PENALTY = re.compile(
    r"\b(?:prison|imprison\w*|jailed|jails|behind bars|life sentence|sentence of|ferme|sursis|amende"
    r"|reclusion|detention|perpetuite|jail|fined?|sentenced)\b"
)
_PART = re.compile(
    r"\b(?:half|third|thirds|quarter|quarters|moitie|tiers|quarts?)\b"
    r"|\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|one|two|three|four|five|six|seven|eight|nine|\d+)"
    r"(?: \w+){0,3} (?:sur|in|out of) (?:deux|trois|quatre|cinq|dix|cent|two|three|four|five|ten|100?|\d)\b"
)  # "un appel sur deux", "three in ten"
_NO_SUCH = re.compile(
    r"\b(?:no|without(?: any)?|aucune?|(?:pas|sans|ni)(?: faire)?(?: aucune?| de| d')?) ?([a-z]{3,})(?: ([a-z]{3,}))?"
)
_NOBODY = re.compile(r"\b(?:nobody|no one|none of (?:the|those|them)|personne (?:n'|ne ))")
_SAME_THING = 0.6  # likeness from which none of one thing is none of the other
_VERDICT = re.compile(
    r"\b(?:(?:ont|a|est|sont|was|were|been|ete) (?:\w+ )?(?:condamn\w+|relax\w+|acquitt\w+|deboute\w*|convicted"
    r"|acquitted|sentenced|cleared|jugee?s? coupables?|reconnue?s? coupables?|found guilty)|non-lieu|a tranche|ruled)\b"
)
_BORN = re.compile(
    r"\b(?:born|birth\w*|native|nés?|nées?|naquit|naquirent|naissance|natale?s?|originaires?)\b", re.IGNORECASE
)
_SUM_OF = 0.45  # likeness to "salary" or "fine" below which a sentence with a sum speaks of another one
ANOTHER_SUM = 0.5
"""How well a sentence meets the demand for a sum whose own word it lacks."""

_NEAR_ROLE = 7  # words between a role and the name of who holds it
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WORD = re.compile(r"[^\W_]+")


def held(demand: Demand, question: Question, item: Evidence) -> float:
    """How well the sentence meets the demand, 0 to 1; 1 where a question demands nothing that could be missed."""
    text, language = item.sentence.text, item.hit.article.language
    if demand.slot == "verdict":
        return float(bool(_VERDICT.search(fold(text))))
    if demand.slot == "penalty":
        return float(bool(_PENALTY.search(fold(text))))
    if demand.slot == "birth":
        return float(tells_of_birth(text))
    if demand.slot == "name":
        return _named(demand, question, text, language)
    if demand.slot in ("place", "words"):
        return 1.0
    if demand.slot == "percent" and _PART.search(fold(text)):
        return 1.0
    figures = _new_figures(question, text, language, item.hit.article.published)
    if demand.slot == "count":
        best = max((_counts(demand, figure, text, language) for figure in figures), default=0.0)
        return max(best, float(_counts_none(demand, question, text)))
    return max((_meets(demand, figure, text, language) for figure in figures), default=0.0)


def counts_alike(question: Question, item: Evidence, start: int, end: int) -> float:
    """How alike what the number at these offsets into a sentence counts is to what the question counts, 0 to 1."""
    figure = figure_at(item, start, end)
    return _counts(demand_of(question), figure, item.sentence.text, item.hit.article.language) if figure else 0.0


def figure_at(item: Evidence, start: int, end: int) -> Figure | None:
    """The figure at these offsets into a sentence; None where none is just there."""
    figures = find_figures(item.sentence.text, item.hit.article.language, item.hit.article.published)
    return next((figure for figure in figures if (figure.start, figure.end) == (start, end)), None)


def tells_of_birth(text: str) -> bool:
    """Whether a sentence says that somebody was born, or of where."""
    return bool(_BORN.search(text))


def _new_figures(question: Question, text: str, language: str, published: date | None) -> list[Figure]:
    """The figures of a sentence that the question does not say itself."""
    asked = frozenset(_WORD.findall(fold(question.text)))
    said = find_figures(question.text, question.language, published)
    return [
        figure
        for figure in find_figures(text, language, published)
        if not asked.issuperset(_WORD.findall(fold(figure.text)))
        and not any(compare(figure, other) == "equal" for other in said)
    ]


def _meets(demand: Demand, figure: Figure, text: str, language: str) -> float:
    if demand.slot == "clock":
        return float(figure.unit == "clock")
    if demand.slot == "year":
        return (1.0 if _YEAR.search(figure.text) else 0.3) if figure.kind == "date" else 0.0
    if demand.slot == "date":
        return (1.0 if re.search(r"\d", figure.text) else 0.6) if figure.kind == "date" else 0.0
    if demand.slot == "age":
        return float(_is_age(figure, text, language))
    if demand.slot in _DIMENSIONS:
        return float(is_of_dimension(demand, figure))
    if demand.slot == "duration":
        return _lasts(demand, figure, text, language)
    met = float(figure.kind in _FIGURES[demand.slot] and figure.unit != "clock")
    if (
        demand.slot == "money"
        and demand.heads
        and likeness(demand.heads, _telling(text, language)).max(initial=0.0) < _SUM_OF
    ):
        return met * ANOTHER_SUM
    return met


def is_of_dimension(demand: Demand, figure: Figure) -> bool:
    """Whether a figure is of the dimension that is demanded; any is where none is."""
    return demand.slot not in _DIMENSIONS or dimension(figure.unit) == demand.slot


def _is_age(figure: Figure, text: str, language: str) -> bool:
    """Whether a figure may be somebody's age: years or months, or in English a bare number where ages stand."""
    if figure.kind == "duration":
        return figure.unit in ("year", "month")
    if language != "en" or figure.kind != "count" or figure.unit or not figure.text.isdigit():
        return False
    return (
        int(figure.text) <= _BARE_AGE
        and _BARE_BEFORE.search(text[: figure.start]) is not None
        and _BARE_BEHIND.match(text, figure.end) is not None
    )


def _lasts(demand: Demand, figure: Figure, text: str, language: str) -> float:
    """Whether a figure is a time something took, not somebody's age; and of that thing, where one is asked for."""
    if figure.kind != "duration" or is_years_of_age(figure, text):
        return 0.0
    if not demand.heads:
        return 1.0
    near = _telling(text[figure.start : figure.end + 2 * _BEHIND], language)
    return float(likeness(demand.heads, near).max(initial=0.0))


def is_years_of_age(figure: Figure, text: str) -> bool:
    """Whether a number of years stands where somebody's age does: ", 52 ans,"."""
    flat = flatten(text)
    return figure.unit == "year" and bool(
        _AGE_BEFORE.search(flat[max(0, figure.start - 24) : figure.start]) and _AGE_BEHIND.match(flat[figure.end :])
    )


def _counts(demand: Demand, figure: Figure, text: str, language: str) -> float:
    """How alike the thing counted and the words next to a number are; "people" are whoever is counted."""
    if figure.kind in ("money", "percent", "date", "ordinal") or figure.unit == "clock" or not demand.heads:
        return 0.0
    behind = _telling(text[figure.start : figure.end + _BEHIND], language)[:6]
    before = _telling(text[max(0, figure.start - _BEFORE) : figure.start], language)
    best = max(
        float(likeness(demand.heads, behind).max(initial=0.0)),
        0.8 * float(likeness(demand.heads, before).max(initial=0.0)),
    )
    if not _PEOPLE.match(demand.heads[-1]) or not tells_fate(demand.heads[-1], text):
        return best
    return max(best, float(figure.unit in HUMAN), 0.6 * float(bool(behind) and _counts_somebody(behind)))


def tells_fate(head: str, text: str) -> bool:
    """Whether a text has a word for what befell those counted, where the dead or the hurt are."""
    return all(said.search(fold(text)) for asked, said in _FATES if asked.match(head))


def _counts_none(demand: Demand, question: Question, text: str) -> bool:
    """Whether a sentence says that there was none of what is counted: "nobody died", "aucune victime"."""
    folded = fold(text)
    if not demand.heads:
        return False
    if any(
        float(likeness(demand.heads, [word for word in match.groups() if word]).max(initial=0.0)) >= _SAME_THING
        for match in _NO_SUCH.finditer(folded)
    ):
        return True
    if not (_PEOPLE.match(demand.heads[-1]) and _NOBODY.search(folded)):
        return False
    deeds = [word for word in _telling(question.text, question.language) if word not in demand.heads]
    return bool(deeds) and float(likeness(deeds, _WORD.findall(folded)).max(initial=0.0)) >= _SAME_THING


def _counts_somebody(behind: Sequence[str]) -> bool:
    """Whether the first word behind a number that is none itself is one for people: "savers", "habitants"."""
    noun = next((word for word in behind if not word[0].isdigit() and word not in _SCALES), "")
    return _SOMEBODY.match(noun) is not None


def _named(demand: Demand, question: Question, text: str, language: str) -> float:
    """Whether a name that the question lacks stands in the sentence, and near a word like the role asked for."""
    asked = frozenset(_WORD.findall(fold(question.text)))
    names = [name for name in find_names(text, language) if not asked.issuperset(_WORD.findall(fold(name.text)))]
    if not names:
        return 0.0
    if not demand.heads:
        return 1.0 if any(" " in name.text for name in names) else 0.6
    return max(
        float(likeness(demand.heads, _around(text, name.start, name.end, language)).max(initial=0.0)) for name in names
    )


def _around(text: str, start: int, end: int, language: str) -> list[str]:
    before = text[:start].split()[-_NEAR_ROLE:]
    behind = text[end:].split()[:_NEAR_ROLE]
    return _telling(" ".join([*before, "|", *behind]), language)


def _telling(text: str, language: str) -> list[str]:
    stops = stop_words(language)
    return [word for word in _WORD.findall(fold(text)) if len(word) > 1 and word not in stops]
