"""Whether an office of a claim is the one its source gives the same person: a deputy mayor is no mayor.

Knows offices that news names people by, in English and French, what qualifies one ("former", "adjoint"), and where it
stands by a name. Does not know who holds an office but by the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.citations.reasons import Reason
from rag.citations.sources import Source
from rag.figures import find_names
from rag.figures.flat import flatten
from rag.language import reading_of

_OFFICES = {
    "premier": ("prime minister", "premier(?:e)? ministre"),
    "minister": ("minister|secretary of state", "ministre|secretaire d'etat"),
    "president": ("president|chair(?:man|woman)", "president(?:e)?"),
    "mayor": ("mayor", "maire|bourgmestre"),
    "governor": ("governor", "gouverneure?"),
    "director": ("director|chief executive|ceo|boss", "direct(?:eur|rice)(?: generale?)?|pdg|patronne?"),
    "judge": ("judge", "juge"),
    "prosecutor": ("prosecutor", "procureure?"),
    "ambassador": ("ambassador", "ambassad(?:eur|rice)"),
    "coach": ("coach", "entraineure?|selectionn(?:eur|euse)"),
    "senator": ("senator", "senat(?:eur|rice)"),
    "chancellor": ("chancellor", "chanceli(?:er|ere)"),
    "king": ("king", "roi"),
    "spokesperson": ("spokes(?:man|woman|person)", "porte-parole"),
    "lawyer": ("lawyer", "avocate?"),
}
_PATTERNS = {
    lang: {office: re.compile(rf"\b(?:{words[n]})\b") for office, words in _OFFICES.items()}
    for n, lang in enumerate(("en", "fr"))
}
# What a source must say to bind a claim; and, generously, what a claim may say to keep it.
_QUALIFIERS = {
    "deputy": re.compile(r"\b(?:deputy|vice|adjointe?)\b"),
    "former": re.compile(r"\b(?:former|ex|ancien(?:ne)?)\b"),
    "acting": re.compile(r"\b(?:acting|interim|interimaire)\b"),
}
_KEPT = {
    "deputy": re.compile(r"\b(?:deputy|vice|assistant|under|adjointe?|sous|second)\b"),
    "former": re.compile(
        r"\b(?:former(?:ly)?|ex|late|then|outgoing|previous(?:ly)?|until|ancien(?:ne)?|feu|alors|sortante?|jusqu)\b"
    ),
    "acting": re.compile(r"\b(?:acting|interim|caretaker|provisional|interimaire|provisoire)\b"),
}
_PAIR = 40  # characters behind an office in which a second holder of it may be told
_NEAR = 14  # characters before or behind an office in which its qualifier stands
_BEFORE = re.compile(  # between an office and the name behind it
    r"(?: (?:of|for|de|du|des|d'|a la|aux?|en)[^,;:().]{1,45}?)?,? (?:m\. |me |mr |mrs |mme )?"
)
_BEHIND = re.compile(
    r",? \(?(?:the |le |la |l'|an? |his |her |its |son |sa )?(?:[a-z'-]+ ){0,2}"
)  # a name and its office
_OTHERS = re.compile(r"\b(?:celui|celle|ceux|homologue|counterpart|predecess\w+|success\w+|colleague|and|et|both)\b")


@dataclass(frozen=True, slots=True)
class _Holder:
    """Somebody with an office: words of the names it stands by, what qualifies the office, where it stands."""

    names: frozenset[str]
    office: str
    qualifiers: frozenset[str]
    start: int
    end: int


def mistitled(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """The first office of the text that its sources give to somebody else, or only with a "deputy" or "former"."""
    for ours in _holders(text, language):
        if sources and all(_another(ours, source) for source in sources):
            return Reason("swapped", text[ours.start : ours.end])
        if sources and all(_unqualified(ours, text, source) for source in sources):
            return Reason("absent", text[ours.start : ours.end])
    return None


def _another(ours: _Holder, source: Source) -> bool:
    """Whether a source that names the person has the office held by others only."""
    flat = flatten(source.text)
    theirs = [one for one in _holders(source.text, source.language) if one.office == ours.office]
    if not theirs or any(one.names & ours.names for one in theirs) or _OTHERS.search(flat[theirs[0].end :][:_PAIR]):
        return False
    return any(re.search(rf"\b{re.escape(name)}\b", flat) for name in ours.names)


def _unqualified(ours: _Holder, text: str, source: Source) -> bool:
    """Whether every time a source gives the person the office, with a qualifier that the text has nowhere."""
    theirs = [one for one in _holders(source.text, source.language) if one.office == ours.office]
    flat = flatten(text)
    lost = [any(not _KEPT[sort].search(flat) for sort in one.qualifiers) for one in theirs if one.names & ours.names]
    return bool(lost) and all(lost)


@lru_cache(maxsize=2048)
def _holders(text: str, language: str) -> tuple[_Holder, ...]:
    """The people of a text with the office that stands by each name, before it or behind a comma."""
    flat, reading = flatten(text), reading_of(language)
    found: list[_Holder] = []
    taken: set[int] = set()
    for office, pattern in _PATTERNS[reading].items():
        for match in pattern.finditer(flat):
            if match.start() in taken:
                continue
            taken.update(range(*match.span()))
            names = _names_by(flat, text, language, *match.span())
            if names:
                around = flat[max(0, match.start() - _NEAR) : match.end() + _NEAR]
                sorts = frozenset(sort for sort, words in _QUALIFIERS.items() if words.search(around))
                found.append(_Holder(names, office, sorts, *match.span()))
    return tuple(found)


def _names_by(flat: str, text: str, language: str, start: int, end: int) -> frozenset[str]:
    """The words of the names that an office stands by, those of its department and country included."""
    found: set[str] = set()
    for name in find_names(text, language):
        begin = max(name.start, end + 1) if name.start <= start < name.end else name.start
        behind = end <= begin < name.end and _BEFORE.fullmatch(flat, end, begin)
        before = name.end <= start and flat[name.end] == "," and _BEHIND.fullmatch(flat, name.end, start)
        if behind or before:
            found.update(word for word in flat[begin : name.end].split(" ") if len(word) > 2)
    return frozenset(found)
