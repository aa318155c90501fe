"""What may be said as a short answer: names as written, and figures in the question's language.

Knows candidates, figures and how to render them. Does not know which words answer, nor how sure that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rag.figures import Figure, compare, find_figures, render
from rag.figures.flat import flatten
from rag.figures.sharing import is_part_of
from rag.language import fold
from rag.ranking.demand import demand_of
from rag.ranking.held import tells_of_birth
from rag.ranking.kinds import Candidate, candidates, expected
from rag.ranking.whole_places import is_said_of, whole_place
from rag.ranking.whose import is_of_somebody_else
from rag.types import Evidence, Question

_AMOUNTS = frozenset({"money", "percent", "quantity", "duration", "count"})
_CHANGING = frozenset({"money", "percent", "count"})
_FITTING = 0.2  # how well words must fit what is asked for: less is a figure of another kind
_SHOUTED = 3  # words in capitals that make a heading
_YEAR = 366
_LASTING = re.compile(r"\b(?:depuis|pendant|durant|il y a|apres|en|for|since|after|in|over|within) $")
"""Before a number of years: they are a time that passed, and nobody's age."""

_ABOUT = r"(?:(?:pres de|environ|plus de|moins de|about|around|nearly|some|more than|less than|almost|over) )?"
_CHANGED = re.compile(
    r"\b(?:augment\w*|progress\w*|hausses?|baiss\w*|recul\w*|chut\w*|bond\w*|diminu\w*|grimp\w*|rose|risen|rises?|fell"
    r"|fallen|falls?|increas\w*|decreas\w*|declin\w*|drop\w*|jump\w*|climb\w*|surg\w*"
    r"|(?<!make )(?<!makes )(?<!made )up|down) "
    r"(?:en moyenne |encore |again |further |on average )?"
    rf"(?:de |d['’]|by |of )?{_ABOUT}$"
)
"""Before a figure: it says by how much something changed, and not how much there is."""

_ASKS_CHANGE = re.compile(
    r"\b(?:r[io]s[ei]\w*|f[ae]ll\w*|increas\w*|decreas\w*|declin\w*|drop\w*|jump\w*|climb\w*|surg\w*|gr[eo]w\w*|chang\w*|cut\w*"
    r"|reduc\w*|up|down|by how|extra|additional|more|less|fewer"
    r"|augment\w*|progress\w*|hauss\w*|baiss\w*|recul\w*|chut\w*|bond\w*|diminu\w*|grimp\w*|redui\w*|evol\w*|plus|moins"
    r"|supplement\w*|gagn\w*|perd\w*|econom\w*|croissance|apport\w*|ajout\w*|sav(?:e|ed|es|ing|ings)|adds?)\b"
    r"|^de combien\b"
)
_DIMENSION = re.compile(
    r"\b(?:(?P<height>high|height|tall|haute?u?r?s?|taille)|(?P<width>wide|width|large|largeur)"
    r"|(?P<length>longs?|lengths?|longueur|longue)|(?P<depth>deep|depth|profond|profondeur)"
    r"|(?P<thickness>thick|thickness|epais|epaisseur)|(?P<distance>far|distance|away|loin))\b"
)
_ASKS_ALL = re.compile(
    r"\b(?:in all|in total|altogether|total|(?:are|were) there|do(?:es)? .*\b(?:have|own)|did .*\b(?:have|own)"
    r"|employ(?:s|ed)?|en tout|au total|y a t il|y avait il|comp(?:te|tent|tait|taient)|emploi\w+|employai\w+"
    r"|possed\w+|dispos\w+)\b"
)
"""With which the number of all is asked for: "how many seats does the parliament have?"."""
_BEHIND = 20  # characters behind a measure within which it is said of what it is
_OPENING = 8  # characters before an hour in which "between" stands
_SPANNING = re.compile(
    r".*?(?:\b(?:between|entre) \|(?:and|et)|\b(?:from|de|des) \|(?:to|until|till|a|jusqu'a)|\|(?:to|a|-|–|—))",
    re.DOTALL,
)
_AHEAD = re.compile(
    r"\b(?:will|going to|upcoming|forthcoming|(?:is|are)\b.*\bnext|a venir|prochain(?:e|s|es)?)\b"
    r"|\b(?:sera|seront|aura|auront|devra|devront|pourra|pourront|tiendra|tiendront)\b"
    r"|\w+r(?:a-t|ont)-(?:ils?|elles?|on)\b"
)
"""Of a question: what it asks for the time of is to come."""

_BACK = re.compile(
    r"^\W*when (?:did|was|were)\b"
    r"|\bquand\b.*\b(?:a|ont|avait|avaient|est|sont|etait|etaient|fut|furent)(?:-t)?-(?:ils?|elles?|on)\b"
)
_PLANNED = re.compile(
    r"\b(?:plan\w*|schedul\w+|due|expect\w+|set|supposed|postpon\w+|mov\w+|delay\w+|fix\w+|announc\w+|to be"
    r"|prev\w+|report\w+|fix\w+|annonc\w+|programm\w+|decal\w+|cense\w*)\b"
)
"""Of a question: what it asks for the time of was done, or was planned."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a sentence that may be the answer, and ``text``, how they would be said; ``figure`` if they are one."""

    candidate: Candidate
    text: str
    figure: Figure | None = None


def sayings(question: Question, evidence: Evidence) -> list[Saying]:
    """All that may be said of a sentence, in order: of the kind asked for, and not what the question says itself."""
    article, text = evidence.hit.article, evidence.sentence.text
    found = [
        item for item in candidates(expected(question, article.language), text, article.language)
        if item.fit >= _FITTING
    ]  # fmt: skip
    if demand_of(question).slot == "birth" and not tells_of_birth(text):
        return []
    if question.kind in ("who", "where"):
        if question.kind == "where":
            found = [item for item in found if not is_said_of(text[item.start : item.end], question)]
            found = [whole_place(item, question, text, article.language) for item in found]
        said = [Saying(item, text[item.start : item.end]) for item in found]
        return [item for item in said if not _is_headline(item.text)]
    figures = {(f.start, f.end): f for f in find_figures(text, article.language, article.published)} if found else {}
    asked = find_figures(question.text, question.language, article.published) if found else []
    hours = [figure for figure in figures.values() if figure.unit == "clock"]
    told_of: list[Saying] = []
    for item in found:
        figure = figures.get((item.start, item.end))
        if figure is None or any(compare(figure, other) == "equal" for other in asked):
            continue
        if figure.unit == "clock" and len(hours) > 1:  # from one hour to another: half of it would be wrong
            if figure is hours[0] and _is_span(text, hours):
                told_of.append(_from_to(item, hours, question.language))
            continue
        told = None
        if not (
            _is_only_the_whole(question, figure, figures.values(), text) or _is_of_another(question, figure, evidence)
        ):
            told = _told(question, figure, article.language)
        if told:
            told_of.append(Saying(item, told, figure))
    return told_of


def _is_span(text: str, hours: Sequence[Figure]) -> bool:
    """Whether the only hours of a text are two, from the one to the other."""
    if len(hours) != 2:
        return False
    first, last = hours
    between = fold(text[first.end : last.start]).strip()
    return bool(_SPANNING.fullmatch(f"{fold(text[: first.start])[-_OPENING:]}|{between}"))


def _from_to(first: Candidate, hours: Sequence[Figure], language: str) -> Saying:
    """Both hours as one answer."""
    told = "–".join(render(hour, language) for hour in hours)
    return Saying(replace(first, end=hours[1].end), told, hours[0])


def _is_headline(name: str) -> bool:
    """Whether what looks like a name is a heading in capitals that runs into the text."""
    return sum(len(word) > 3 and word.isupper() for word in name.split()) >= _SHOUTED


def _is_of_another(question: Question, figure: Figure, evidence: Evidence) -> bool:
    """Whether a figure tells of something else: a change, a time that passed, another side, a day gone by."""
    text, published = evidence.sentence.text, evidence.hit.article.published
    if asks_level(question.text) and (is_change(figure, text) or _is_step(question, figure)):
        return True
    language = evidence.hit.article.language
    if is_of_somebody_else(question, text, language, figure.start):
        return True
    if demand_of(question).slot == "age" and (figure.qualifier or _LASTING.search(fold(text[: figure.start]))):
        return True
    if question.kind == "when" and _is_past(figure, published) and asks_ahead(question.text):
        return True
    if question.kind == "when" and _is_to_come(figure, published) and asks_back(question.text):
        return True
    return is_of_other_side(question.text, figure, text)


def _is_only_the_whole(question: Question, figure: Figure, figures: Iterable[Figure], text: str) -> bool:
    """Whether another number is told as part of this one, and it is not asked how many there are in all."""
    return not asks_all(question.text) and any(is_part_of(flatten(text), other, figure) for other in figures)


def is_only_a_part(question: Question, figure: Figure, figures: Iterable[Figure], text: str) -> bool:
    """Whether a number is told as part of another, and it is asked how many there are in all: "9,000 of 130,000"."""
    return asks_all(question.text) and any(is_part_of(flatten(text), figure, other) for other in figures)


def asks_all(question: str) -> bool:
    """Whether the number of all is asked for."""
    return _ASKS_ALL.search(fold(question)) is not None


def asks_ahead(question: str) -> bool:
    """Whether a question asks for the time of what is still to come."""
    return bool(_AHEAD.search(fold(question)))


def asks_back(question: str) -> bool:
    """Whether a question asks for the time of what was done, and not of what was only planned."""
    flat = fold(question)
    return bool(_BACK.search(flat)) and not _PLANNED.search(flat)


def asks_level(question: str) -> bool:
    """Whether a question asks how much there is, and not by how much it changed."""
    return not _ASKS_CHANGE.search(fold(question))


def is_change(figure: Figure, text: str) -> bool:
    """Whether a figure of a text is the amount by which something rose or fell."""
    return figure.kind in _CHANGING and bool(_CHANGED.search(fold(text[: figure.start])))


def _is_step(question: Question, figure: Figure) -> bool:
    """Whether a figure is of points where a rate is asked for: "a quarter of a point" is no interest rate."""
    return figure.unit == "pp" and demand_of(question).slot == "percent"


def is_of_other_side(question: str, figure: Figure, text: str) -> bool:
    """Whether a measure is said to be of another dimension than asked: "80 centimetres thick" is no distance."""
    if figure.kind != "quantity":
        return False
    asked, told = _sides(question), _sides(text[figure.end : figure.end + _BEHIND])
    return bool(asked and told) and not asked & told


def _sides(text: str) -> set[str | None]:
    return {match.lastgroup for match in _DIMENSION.finditer(fold(text))}


def _told(question: Question, figure: Figure, language: str) -> str | None:
    """A figure in the question's language; None where it is too vague, or no answer to such a question."""
    if question.kind == "when":
        if not _is_time(figure):
            return None
        if figure.unit == "span" and question.language == language:
            return figure.text  # "fin septembre" says it better than its days
    elif figure.kind not in _AMOUNTS or figure.unit == "clock" or figure.qualifier == "several":
        return None
    return render(figure, question.language)


def _is_past(figure: Figure, published: date | None) -> bool:
    """Whether a day was gone by when the article was printed: what is to come is not answered with it."""
    return bool(figure.date_to and published and figure.date_to < published)


def _is_to_come(figure: Figure, published: date | None) -> bool:
    """Whether a day was still to come when the article was printed."""
    return bool(figure.date_from and published and figure.date_from > published)


def _is_time(figure: Figure) -> bool:
    """Whether a figure says when: a clock time, or a year at most, for "the sixties" are no answer to it."""
    if figure.kind != "date":
        return figure.unit == "clock"
    if figure.date_from is None or figure.date_to is None:
        return True
    return (figure.date_to - figure.date_from).days <= _YEAR
