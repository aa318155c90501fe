"""Who holds an office, by the sentences that name somebody with it: "le président américain X", "X, mayor of Y".

Knows how news introduces names, and countries by their names and peoples. Does not know when an office changed hands:
the newest article is taken at its word. Does not retrieve.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.figures import Name, find_names, mentions
from rag.figures.flat import flatten
from rag.figures.peoples import homes
from rag.figures.places import aliases
from rag.language import index_terms
from rag.ranking.introductions import by_day, described, names_person
from rag.ranking.terms import Wanted, terms_of, wanted
from rag.types import Evidence, Hit, Question

_LIKELY = 0.05  # probability from which a translation of a word of the office will do
_AGREE = 2  # articles that must give the same name for it to be said as the short answer
_MOST = 3
_OTHERS = re.compile(
    r"\b(?:(?P<former>ex|anciens?|anciennes?|former)|(?P<deputy>vice|adjointe?|deputy)|(?P<elect>elect|elue?|future?)"
    r"|(?P<wishing>candidate?)|(?P<ousted>interim|acting|dechue?|demissionnaire|ousted)"
    r"|(?P<next>predecesseur|predecessor|successeur|successor)"
    r"|(?P<kin>epouse|wife|mari|husband|fils|son|fille|daughter|proche)"
    r"|(?P<aide>conseill\w+|adviser|avocate?|lawyer|porte-parole|spokesman|spokeswoman|spokesperson))\b"
)
"""Words that make of the holder of an office another one, by what they say; they count where the question does not."""

_HOME = {"fr": "france"}  # the country whose offices papers in this language name without saying of which country


@dataclass(frozen=True, slots=True)
class _Office:
    """The words that name an office in the articles' language, the countries and bodies it is of, as said otherwise."""

    words: tuple[Wanted, ...]
    keys: frozenset[str]
    others: frozenset[str]


def holders(question: Question, office: str, hits: Sequence[Hit]) -> list[Evidence]:
    """The sentences that name the holder of an office, the newest first; [] where none does.

    Where two articles or more give the newest name, it is marked as the words that answer (``span``); other names, of
    whoever held the office before, are not given.

    Args:
        question: as asked; its language is that of the office.
        office: its words, such as "mayor of Lyon".
        hits: passages found for it.
    """
    if not any(names_person(word, question.language) for word in _words(office)):
        return []
    found = [item for hit in hits for item in _named_in(hit, question, office)]
    found.sort(key=lambda item: by_day(item[1]))
    if not found:
        return []
    newest = _surname(found[0][0])
    same = {item.hit.article.id: (name, item) for name, item in reversed(found) if _surname(name) == newest}
    chosen = list(same.values())[::-1][:_MOST]
    if len(same) < _AGREE:
        return [item for _, item in chosen]
    return [_with_span(item, name) for name, item in chosen]


def _named_in(hit: Hit, question: Question, office: str) -> Iterator[tuple[Name, Evidence]]:
    """The people whom a passage names with the office."""
    language = hit.article.language
    sought = _sought(office, question.language, language)
    if not sought.words:
        return
    for sentence in hit.passage.sentences:
        have = terms_of(sentence.text, language)
        if not all(word.found_in(have) >= _LIKELY for word in sought.words):
            continue
        for name in (_apart(name, office) for name in find_names(sentence.text, language)):
            if len(name.text.split()) > 1 and _holds(described(name.text, sentence, language), sought, language):
                yield name, Evidence(hit, sentence, 1.0)
                break


def _apart(name: Name, office: str) -> Name:
    """A name without the office's own words before it: "le maire de Porto Ines Karsa"."""
    own = set(_words(office))
    first, _, rest = name.text.partition(" ")
    while rest and flatten(first) in own:
        start = name.start + len(first) + 1
        name = replace(name, start=start, text=rest, key=name.key.partition(" ")[2])
        first, _, rest = rest.partition(" ")
    return name


@lru_cache(maxsize=64)
def _sought(office: str, language: str, target: str) -> _Office:
    """An office in the words of another language."""
    known = _keys(office, language)
    bare = office
    for name in find_names(office, language):
        if _home(name.key) in known:
            bare = bare.replace(name.text, " ")
    nations = " ".join(word for word in bare.split() if not _keys(word, language))
    return _Office(wanted(nations, language, target), known, _others(flatten(office)))


def _holds(told: str, sought: _Office, language: str) -> bool:
    """Whether a description is of the office, of the same country or body, and of its holder."""
    if not told:
        return False
    have = frozenset(index_terms(told, language))
    if not all(word.found_in(have) >= _LIKELY for word in sought.words):
        return False
    if _others(told) - sought.others:
        return False
    keys = _keys(told, language)
    return keys == sought.keys or (not keys and sought.keys == {_HOME.get(language, "")})


def _others(flat: str) -> frozenset[str]:
    return frozenset(match.lastgroup for match in _OTHERS.finditer(flat) if match.lastgroup)


def _keys(text: str, language: str) -> frozenset[str]:
    """The countries and bodies that a text names, or whose people it does."""
    known = set(aliases().values()) | set(homes())
    return frozenset(_home(key) for key in mentions(text, language) if key in known)


def _home(key: str) -> str:
    return homes().get(key, key)


def _with_span(item: Evidence, name: Name) -> Evidence:
    start = item.sentence.start
    return replace(item, span=(start + name.start, start + name.end))


def _surname(name: Name) -> str:
    return name.key.split()[-1]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", flatten(text))
