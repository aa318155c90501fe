"""A place with the word that says what it is: the canal of a river is no river, a street no town.

Knows the words for places that bear another's name, in English and French. Does not know which place answers.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rag.figures.flat import flatten
from rag.language import reading_of
from rag.ranking.kinds import Candidate
from rag.types import Question

_NOUNS = {
    "en": (
        "street|square|canal|lake|river|valley|bay|gulf|strait|islands?|isle|beach|forest|desert|port|harbour|harbor"
        "|airport|airfield|station|bridge|tunnel|hospital|clinic|university|campus|school|college|stadium|theatre"
        "|theater|museum|opera|palace|castle|church|cathedral|abbey|mosque|synagogue|prison|jail|court|barracks"
        "|factory|plant|refinery|mine|dam|park|cemetery|market"
    ),
    "fr": (
        "rue|avenue|boulevard|place|quai|impasse|canal|lac|riviere|vallee|baie|golfe|detroit|iles?|plage|foret|desert"
        "|port|gare|aeroport|aerodrome|pont|tunnel|hopital|clinique|universite|campus|ecole|lycee|college|stade"
        "|theatre|musee|opera|palais|chateau|eglise|cathedrale|basilique|abbaye|mosquee|synagogue|prison"
        "|maison d'arret|tribunal|caserne|usine|raffinerie|centrale|mine|barrage|parc|cimetiere|marche"
    ),
}
_BEFORE = {
    "en": re.compile(rf"\b(?P<noun>{_NOUNS['en']}) of (?:the )?$"),
    "fr": re.compile(rf"\b(?P<noun>{_NOUNS['fr']}) (?:de la |de l'|du |des |de |d')?$"),
}
_BEHIND = re.compile(rf" (?P<noun>{_NOUNS['en']})\b")
_ASKS_WHICH = r"\b(?:which|what|quel(?:le)?s?) (?:\w+ )?{noun}\b"


def whole_place(item: Candidate, question: Question, text: str, language: str) -> Candidate:
    """The place with the word before it or behind it that says what it is, where there is one.

    Where the question asks for the place of that very thing ("where is the university?") the bare name answers.
    """
    flat, tongue = flatten(text), reading_of(language)
    before = _BEFORE[tongue].search(flat, 0, item.start)
    behind = _BEHIND.match(flat, item.end) if tongue == "en" else None
    found = before or behind
    if found is None or _is_asked_about(found["noun"], question):
        return item
    return replace(item, start=found.start()) if found is before else replace(item, end=found.end())


def is_said_of(name: str, question: Question) -> bool:
    """Whether a question says a place as an adjective: asked for a Parisian square, "Paris" tells nothing."""
    own = flatten(name)
    return (
        own.isalpha()
        and re.search(rf"\b{own}(?:ien|ienne|ian|ais|aise|ois|oise|ain|aine)s?\b", flatten(question.text)) is not None
    )


def _is_asked_about(noun: str, question: Question) -> bool:
    """Whether a question says the word without asking which of them it is."""
    flat = flatten(question.text)
    is_said = re.search(rf"\b{re.escape(noun)}\b", flat) is not None
    return is_said and re.search(_ASKS_WHICH.format(noun=re.escape(noun)), flat) is None
