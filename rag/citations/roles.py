"""Who did what to whom, and who says it: a claim may not change the places of two names of its source.

Knows verbs that one does to another and where their subject and object stand in English and French, and that who is
spoken of in a quotation is not its speaker. Only what is sure in both texts is compared. Does not know figures' values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rag.citations.reasons import Reason
from rag.citations.sources import Source
from rag.figures import Figure, Name, find_names
from rag.figures.flat import flatten
from rag.figures.names import same_key
from rag.figures.nouns import HUMAN
from rag.figures.units import NOUNS
from rag.language import reading_of
from rag.language.speech import SPEAKS

_SUBJECT = 60  # characters between a verb and its subject at most
_DEEDS = {
    "kill": ("kill(?:ed|ing|s)?|murder(?:ed|s|ing)?", "tue(?:e|es|s|r|nt)?|assassine\\w*|abatt\\w*"),
    "arrest": ("arrest(?:ed|s|ing)?|detain(?:ed|s)", "arrete\\w*|interpelle\\w*"),
    "rob": ("st[oe]len?|steals?|robb(?:ed|ing)|robs", "vole(?:e|es|s|r|nt)?|derobe\\w*"),
    "attack": ("attack(?:ed|s|ing)|assault(?:ed|s|ing)|hit", "agresse\\w*|attaque(?:e|es|r|nt)|frappe(?:e|es|r|nt)"),
    "threaten": ("threaten(?:ed|s|ing)", "menace(?:e|es|r|nt)?"),
    "accuse": ("accus(?:ed|es|ing)|sue[ds]?|suing", "accuse\\w*"),
    "sentence": ("sentenc(?:ed|es|ing)|convicted|fined", "condamne\\w*"),
    "replace": ("replac(?:ed|es|ing)|succeed(?:ed|s|ing)", "remplace\\w*|succed\\w*"),
    "appoint": ("appoint(?:ed|s|ing)", "nomme\\w*"),
    "blame": (
        "critici[sz](?:ed|es|ing)|slam(?:s|med)|denounc(?:ed|es|ing)",
        "critique(?:e|r|nt)|denonce\\w*|fustige\\w*",
    ),
    "praise": ("prais(?:ed|es|ing)|thank(?:ed|s)|congratulat(?:ed|es)", "salue\\w*|remercie\\w*|felicite\\w*"),
    "beat": ("beat(?:en|s)?|defeat(?:ed|s|ing)", "battu\\w*|bat|elimine\\w*"),
    "buy": ("bought|buys|acquir(?:ed|es|ing)", "achete\\w*|rachete\\w*"),
    "dismiss": ("dismiss(?:ed|es|ing)|sack(?:ed|s|ing)|fired", "limoge\\w*|licencie\\w*"),
}
_VERBS = {
    lang: [(deed, re.compile(rf"\b(?:{verbs[n]})(?![\w-])")) for deed, verbs in _DEEDS.items()]
    for n, lang in enumerate(("en", "fr"))
}
_PASSIVE = {
    "en": re.compile(
        r"\b(?:(?:was|were|been|being|is|are|gets?|got|be) (?:\w+ly |also |since )?|had (?:[\w']+ ){1,4})$"
    ),
    "fr": re.compile(r"\b(?:ete|est|sont|etait|etaient|soit|fut|furent|etre|(?:s'est|se|sont) faite?s?) (?:[a-z]+ )?$"),
}
_APPOSED = re.compile(r", (?:deja |already |recently |recemment )?")  # "Jean Vasseur, condamné en 2022"
_OBJECT = re.compile(r" (?:(?:l'|le |la |les |the |an? |une? |his |her |sa |son |president |m\. |mr |mrs |mme )){0,2}$")
_BY = re.compile(r"(?: |^)(?:par|by) (?:(?:l'|le |la |the |m\. |mr |mrs |mme )){0,2}$")
_QUOTED = re.compile(r'«[^«»]{3,}»|“[^“”]{3,}”|(?<![\w.,!?])"(?=\S)[^"]{3,}"')
_WORD = re.compile(r"[a-z]+")
_BREAK = re.compile(r"[.;:\"()]")
_SPEAKS = {lang: re.compile(rf" (?:has |had |a |ont )?(?:{verbs})\b") for lang, verbs in SPEAKS.items()}


@dataclass(frozen=True, slots=True)
class _Deed:
    deed: str
    agent: str
    patient: str


def misplaced(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """The first name of the text that speaks, acts or suffers where its sources have another do so, as a reason."""
    reading = reading_of(language)
    flat = flatten(text)
    for name in find_names(text, language):
        if _SPEAKS[reading].match(flat, name.end):
            places = [place for source in sources for place in _quoted(name.key, source)]
            if places and (all(places) or any(_others_speak(name.key, source) for source in sources)):
                return Reason("swapped", name.text)
    for deed in _deeds(text, reading):
        for key, acts in ((deed.agent, True), (deed.patient, False)):
            if key and any(_reversed(deed.deed, key, acts, source) for source in sources):
                return Reason("swapped", key.title())
    return None


def crossed(text: str, language: str, pairs: Sequence[tuple[int, Figure]], source: Source) -> Reason | None:
    """A name whose figure was exchanged with another name's: "Monday in A, Friday in B" for "Friday in A, Monday in B".

    Args:
        text: the claim.
        language: the claim's.
        pairs: where each figure of the claim begins, with the source's figure that it is.
        source: the one sentence cited.
    """
    places = {name.key: name.start for name in find_names(source.text, source.language)}
    ours = {name.key: name.start for name in find_names(text, language) if name.key in places}
    places = {key: places[key] for key in ours}
    for (one, first), (two, second) in combinations(sorted(pairs, key=lambda pair: pair[0]), 2):
        said, theirs = _alternating(one, two, ours), _alternating(first.start, second.start, places)
        if first.kind == second.kind and said and theirs == (said[0], said[2], said[1]):
            return Reason("swapped", text[ours[said[1]] :].split(",")[0].split(" ")[0])
    return None


def _alternating(one: int, two: int, names: dict[str, int]) -> tuple[str, ...]:
    """Whether a name or a figure comes first, and the names of the figures at `one` and `two`, where they alternate."""
    first, last = sorted((one, two))
    before = [key for key, at in names.items() if at < first]
    between = [key for key, at in names.items() if first < at < last]
    behind = [key for key, at in names.items() if at > last]
    if len(between) != 1 or bool(before) == bool(behind):
        return ()
    names_of = (between[0], behind[0]) if behind else (before[-1], between[0])
    return ("figure" if behind else "name", *(names_of if one < two else names_of[::-1]))


def _quoted(key: str, source: Source) -> list[bool]:
    """For each time that a source has a name: whether between quotation marks."""
    places = [name.start for name in find_names(source.text, source.language) if same_key(key, name.key)]
    quoted = [match.span() for match in _QUOTED.finditer(source.text)]
    return [any(start < at < end for start, end in quoted) for at in places]


def _others_speak(key: str, source: Source) -> bool:
    """Whether others speak in a source that has the name: "Paul Ferrand a assuré que Jeanne Morel ..."."""
    flat, pattern = flatten(source.text), _SPEAKS[reading_of(source.language)]
    names = find_names(source.text, source.language)
    speak = [pattern.match(flat, name.end) is not None for name in names if not same_key(key, name.key)]
    own = [flat[name.end : name.end + 1] in (",", "(") or pattern.match(flat, name.end) for name in names
           if same_key(key, name.key)]  # fmt: skip
    return any(speak) and bool(own) and not any(own)


def _reversed(deed: str, key: str, acts: bool, source: Source) -> bool:
    """Whether a source has somebody suffer what the claim has them do, or the other way round, and never the same."""
    theirs = [one for one in _deeds(source.text, reading_of(source.language)) if one.deed == deed]
    same = [one.agent if acts else one.patient for one in theirs]
    other = [one.patient if acts else one.agent for one in theirs]
    return any(one and same_key(key, one) for one in other) and not any(one and same_key(key, one) for one in same)


def people_in(text: str, flat: str, language: str) -> list[Name]:
    """The names of a text and the people it tells by what they are ("teacher"), left to right."""
    told = [Name(word.start(), word.end(), word.group(), NOUNS.name(word.group())) for word in _WORD.finditer(flat)]
    people = [*find_names(text, language), *(noun for noun in told if noun.key in HUMAN)]
    return sorted(people, key=lambda name: name.start)


def _acts(behind: str) -> bool:
    """Whether what stands between a passive verb and a name makes the name that of who did it."""
    return len(behind) <= _SUBJECT and _BY.search(behind) is not None and not _BREAK.search(behind)


@lru_cache(maxsize=2048)
def _deeds(text: str, language: str) -> tuple[_Deed, ...]:
    """What one does to another in a text, as far as either has a name next to the verb."""
    flat = flatten(text)
    names, found = people_in(text, flat, language), []
    for deed, verb in _VERBS[language]:
        for match in verb.finditer(flat):
            start, end = match.span()
            before = [
                one for one in names if 0 < start - one.end <= _SUBJECT and not _BREAK.search(flat, one.end, start)
            ]
            after = [one for one in names if one.start >= end][:1]
            subject, object_ = (before[-1].key if before else ""), (after[0].key if after else "")
            behind = flat[end : after[0].start] if after else ""
            if _PASSIVE[language].search(flat[:start]) or (before and _APPOSED.fullmatch(flat, before[-1].end, start)):
                agent = next((one.key for one in names if one.start >= end and _acts(flat[end : one.start])), "")
                found.append(_Deed(deed, agent, subject))
            else:
                found.append(_Deed(deed, subject, object_ if _OBJECT.fullmatch(behind) else ""))
    return tuple(found)
