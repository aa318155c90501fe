"""How old somebody is, by the sentences that tell an age beside the name: "X, 41 ans", "X, aged 41", "41-year-old X".

Knows how English and French news tell ages, beside a name or at the start of the next sentence. Does not know
birthdays: an age is of the day its article was printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.figures import find_names
from rag.figures.flat import flatten
from rag.figures.places import known_keys
from rag.language import reading_of
from rag.ranking.descriptions import mention, names_person
from rag.ranking.introductions import by_day
from rag.types import Evidence, Hit

_MOST = 6  # sentences given
_AGED_BEHIND = re.compile(
    r"(?: \([a-z]{2,8}\))?"
    r"(?:, |,? (?:est |is |was )?(?:agee? de |aged )| \(| a | is | turns "
    r"|,? qui (?:a|aura|fete ses|vient de feter ses) "
    r"|,? who (?:is|was|turns|turned)(?: now)? |,? now (?:aged )?|, an? (?=\d{1,3}-year-old\b))"
    r"(?P<age>\d{1,3}(?: ans| years old)?)(?=[,.;)]| ans\b| years\b|-year-old\b|$)"
)
_AGED_BEFORE = re.compile(r"(?P<age>\d{1,3})(?: ans,? |-year-old (?:[a-z-]+ ){0,3})$")
_AGED_FIRST = re.compile(r"^(?:agee? de |aged |at (?:the age of )?|a (?:l'age de )?)(?P<age>\d{1,3}(?: ans)?), ")
_AGED_NEXT = re.compile(
    r"the (?P<en>\d{1,3})-year-old (?P<noun>(?:[a-z'-]+ ){1,3})"
    r"|(?:le |la |l')(?P<before>(?:[a-z'-]+ ){1,4})de (?P<fr>\d{1,3} ans)\b"
)
"""At the start of a sentence: the age of whom the one before it speaks of."""

_ACTS = re.compile(r"(?:[a-z]+ed|is|was|has|had|will|would|said|says|told|won|lost|took|became) ")
_SUBORDINATE = re.compile(r"[,;(:]|(?:^| )(?:after|before|when|while|since|as|apres|avant|depuis|quand|alors|lorsqu)\b")
_YEARS = {"en": "years", "fr": "ans"}
_APPOSITION = 80  # characters between an age that opens a sentence and whose it is, at most


def ages(name: str, hits: Sequence[Hit]) -> list[Evidence]:
    """The sentences that give somebody's age beside the name, the newest first, the age marked (``span``).

    So does a sentence that opens with an age right behind one of which the name is the subject: "The 41-year-old ...".
    """
    found = []
    for hit in hits:
        sought = _sought(name, hit)
        for place, sentence in enumerate(hit.passage.sentences):
            flat = flatten(sentence.text)
            matches = (match for pattern in sought for match in pattern.finditer(flat))
            told = next((age for match in matches if (age := _age_beside(sentence.text, flat, hit, match))), None)
            if told is None and place:
                told = _age_of_subject(hit.passage.sentences[place - 1].text, flat, hit.article.language, sought)
            if told is not None:
                span = (sentence.start + told[0], sentence.start + told[1])
                found.append(Evidence(hit, sentence, 1.0, span=span))
    return sorted(found, key=by_day)[:_MOST]


def said_age(words: str, language: str) -> str:
    """An age as it is said in a language, of the words that tell it: "41" -> "41 ans"; "" where they tell none."""
    digits = re.match(r"\d{1,3}", words)
    return f"{digits.group()} {_YEARS[reading_of(language)]}" if digits else ""


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


def _age_of_subject(before: str, flat: str, language: str, sought: Sequence[re.Pattern[str]]) -> tuple[int, int] | None:
    """Where a sentence that opens with an age tells it, if the one before speaks of nobody but who is sought."""
    opening = _AGED_NEXT.match(flat)
    if opening is None:
        return None
    noun = opening["noun"] or opening["before"]
    acts = bool(opening["noun"] and _ACTS.match(opening["noun"]))  # "The 41-year-old promised", but no bridge
    if not acts and not any(names_person(word.strip("'"), language) for word in re.split(r"[ ']", noun)):
        return None
    main = _SUBORDINATE.split(flatten(before))[0]
    people = [name for name in find_names(before, language) if " " in name.text and name.key not in known_keys()]
    if not any(pattern.search(main) for pattern in sought):
        return None
    others = [name for name in people if name.start < len(main) and not sought[0].search(flatten(name.text))]
    return None if others else opening.span("en" if opening["en"] else "fr")
