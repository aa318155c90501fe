"""The question's own words for what it takes for granted: a verb with its object, a noun with what it is of.

Knows where a short phrase ends in English and French, and the names and days of `figures`. Does not know grammar, nor
which words are doubted.
"""

from __future__ import annotations

import re

from rag.figures import find_figures, find_names
from rag.figures.flat import flatten
from rag.language import reading_of, stop_words

_LONGEST = 6  # words of a phrase, where no name goes on behind
_DETERMINER = {
    "en": re.compile(r"(?:\b(?:the|an?|his|her|its|their|this|that|no|of) |'s )$"),
    "fr": re.compile(r"\b(?:(?:la|le|les|une?|son|sa|ses|leurs?|ce|cet|cette|ces|du|des|de|aux?) |[ld]')$"),
}
_CLAUSE = re.compile(
    r'[,;:?!.()"]| - |-(?:t-)?(?:ils?|elles?|on)\b'
    r"|\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|est|sont|etait|etaient|avait|ont|peut|doit|va)\b"
    r"|\b(?:who|which|that|when|while|after|before|because|despite|without|although|during|and|qui|que|dont|quand"
    r"|lorsque|apres|avant|parce|malgre|alors|pendant|sans|et)\b|\bqu'"
)
_OF = re.compile(r" (?:of|by|to|de|du|des|a|au|par) (?:(?:the|an?|la|le|les) |l')?[\w-]+| d'[\w-]+")
_PREPOSITION = re.compile(
    r" (?:in|on|at|from|to|for|of|with|by|over|against|under|into|dans|sur|en|a|au|aux|de|du|des|pour|par|avec|contre"
    r"|chez|sous) | d'"
)
_WORD = re.compile(r"[\w'-]+")
_LEADS_TO_TIME = re.compile(r"(?:\b(?:in|on|since|by|from|last|of|en|le|du|de|des|depuis|fin|debut|au mois d[e']) ?)*$")


def phrase_at(text: str, start: int, end: int, language: str) -> str:
    """The phrase of a question that an event word begins or is the noun of.

    Args:
        text: the question.
        start: where the event word begins.
        end: where it ends; the phrase is never shorter.
        language: of the question.
    """
    flat = flatten(text)
    is_infinitive = language == "fr" and flat[start:end].endswith("r")
    if _DETERMINER[reading_of(language)].search(flat, 0, start) and not is_infinitive:
        last = _OF.match(flat, end)
        return _trimmed(text, start, end, last.end() if last else end, language)
    stops = [match.start() for match in [_CLAUSE.search(flat, end)] if match]
    for figure in find_figures(text, reading_of(language)):
        if figure.kind == "date" and figure.start >= end:
            stops.append(_LEADS_TO_TIME.search(flat, end, figure.start).start())  # type: ignore[union-attr]
    stop = _shortened(flat, start, end, min(stops, default=len(text)))
    names = [name for name in find_names(text, language) if name.start < stop < name.end]
    return _trimmed(text, start, end, names[0].start if names else stop, language)


def word_as_asked(text: str, word: str) -> str:
    """A flat word of a question as the question spells it; the flat word where it has none such."""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", flatten(text))
    return text[found.start() : found.end()] if found else word


def _shortened(flat: str, start: int, end: int, stop: int) -> int:
    """Where the phrase ends at the latest: before the last preposition that leaves it short."""
    words = list(_WORD.finditer(flat, start, stop))
    if len(words) <= _LONGEST:
        return stop
    limit = words[_LONGEST].start()
    cuts = [match.start() for match in _PREPOSITION.finditer(flat, end, limit)]
    return cuts[-1] if cuts else limit


def _trimmed(text: str, start: int, end: int, stop: int, language: str) -> str:
    """The phrase without function words or a number at its end."""
    while stop > end:
        words = list(_WORD.finditer(text, end, stop))
        last = flatten(words[-1].group()) if words else ""
        if last and not last.isdigit() and last.rstrip("'") not in stop_words(language):
            return text[start : words[-1].end()]
        stop = words[-1].start() if words else end
    return text[start:end]
