"""How old somebody is, by the sentences that tell an age beside the name: "X, 41 ans", "X, aged 41", "41-year-old X".

Knows how English and French news tell ages. Does not know birthdays: an age is of the day its article was printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.figures import find_names
from rag.figures.flat import flatten
from rag.ranking.descriptions import mention
from rag.ranking.introductions import by_day
from rag.types import Evidence, Hit

_MOST = 6  # sentences given
_AGED_BEHIND = re.compile(
    r"(?: \([a-z]{2,8}\))?"
    r"(?:, |,? (?:est |is |was )?(?:agee? de |aged )| \(|,? qui (?:a|aura|fete ses) | a | is | turns )"
    r"(?P<age>\d{1,3}(?: ans| years old)?)(?=[,.;)]| ans\b| years\b|$)"
)
_AGED_BEFORE = re.compile(r"(?P<age>\d{1,3})(?: ans,? |-year-old (?:[a-z-]+ ){0,3})$")
_AGED_FIRST = re.compile(r"^(?:agee? de |aged |at (?:the age of )?|a (?:l'age de )?)(?P<age>\d{1,3}(?: ans)?), ")
_APPOSITION = 80  # characters between an age that opens a sentence and whose it is, at most


def ages(name: str, hits: Sequence[Hit]) -> list[Evidence]:
    """The sentences that give somebody's age beside the name, the newest first, the age marked (``span``)."""
    found = []
    for hit in hits:
        sought = _sought(name, hit)
        for sentence in hit.passage.sentences:
            flat = flatten(sentence.text)
            matches = (match for pattern in sought for match in pattern.finditer(flat))
            told = next((age for match in matches if (age := _age_beside(sentence.text, flat, hit, match))), None)
            if told is not None:
                span = (sentence.start + told[0], sentence.start + told[1])
                found.append(Evidence(hit, sentence, 1.0, span=span))
    return sorted(found, key=by_day)[:_MOST]


def _sought(name: str, hit: Hit) -> tuple[re.Pattern[str], ...]:
    """Finds the name in a passage, then the surname alone where the whole name is there and nobody else has it."""
    last = name.split()[-1]
    text = f"{hit.article.title}. {hit.passage.text}"
    whole, surname = mention(name), flatten(last)
    others = {flatten(other.text) for other in find_names(text, hit.article.language)}
    is_shared = any(other.endswith(f" {surname}") and not whole.search(other) for other in others)
    is_alone = last == name or is_shared or not whole.search(flatten(text))
    return (whole,) if is_alone else (whole, mention(last))


def _age_beside(text: str, flat: str, hit: Hit, name: re.Match[str]) -> tuple[int, int] | None:
    """Where the age stands that is told right behind a name, right before it, or of it at the start of a sentence."""
    behind = _AGED_BEHIND.match(flat, name.end())
    if behind:
        return behind.span("age")
    before = _AGED_BEFORE.search(flat[: name.start()])
    if before:
        return before.span("age")
    first = _AGED_FIRST.match(flat)
    if first is None or not first.end() <= name.start() <= first.end() + _APPOSITION:
        return None
    between = find_names(text[first.end() : name.start()], hit.article.language)
    return None if between else first.span("age")
