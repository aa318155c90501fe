"""Who holds an office, by the sentences that name somebody with it: "le président américain X", "X, mayor of Y".

Knows how news introduces names, and countries by their names and peoples. Does not know when an office changed hands:
the newest article is taken at its word. Does not retrieve.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from rag.figures import Name, find_names, mentions
from rag.figures.flat import flatten
from rag.figures.peoples import adjectives, homes
from rag.figures.places import aliases, known_keys
from rag.language import index_terms
from rag.ranking.capitals import capitals
from rag.ranking.descriptions import described, names_person
from rag.ranking.introductions import by_day
from rag.ranking.terms import Wanted, terms_of, wanted
from rag.types import Evidence, Hit, Question

_LIKELY = 0.05  # probability from which a translation of a word of the office will do
_AGREE = 2  # articles that must give the same name for it to be said as the short answer
_WEEKS = timedelta(days=30)  # how much newer a name must be that one article gives
_MOST = 3
_OTHERS = re.compile(
    r"\b(?:(?P<former>ex|anciens?|anciennes?|former|alors|then)|(?P<deputy>vice|adjointe?|deputy)"
    r"|(?P<elect>elect|elue?|future?)|(?P<wishing>candidate?)|(?P<ousted>interim|acting|dechue?|demissionnaire|ousted)"
    r"|(?P<next>predecesseur|predecessor|successeur|successor)"
    r"|(?P<kin>epouse|wife|mari|husband|fils|son|fille|daughter|proche)"
    r"|(?P<under>aupres|deleguee?|junior)"
    r"|(?P<aide>conseill\w+|adviser|avocate?|lawyer|porte-parole|spokesman|spokeswoman|spokesperson))\b"
)
"""Words that make of the holder of an office another one, by what they say; they count where the question does not."""

_PLAIN = frozenset("republique republic general generale actuel actuelle current nouveau nouvelle new elu".split())
"""Words behind an office that do not make it another one."""

_ALSO = {
    **dict.fromkeys(("prime", "premier", "premiere"), ("prime", "premier", "première")),
    **dict.fromkeys(("chancellor", "chancelier", "chanceliere"), ("chancellor", "chancelier", "chancelière")),
    **dict.fromkeys(("ceo", "pdg", "boss", "patron", "patronne"), ("CEO", "boss", "PDG", "patron", "patronne")),
    **dict.fromkeys(("mayor", "maire", "mairesse"), ("mayor", "maire", "mairesse")),
    **dict.fromkeys(("head", "dirigeant", "directeur"), ("head", "director", "patron", "directeur", "directrice")),
}
_REST = re.compile(r" (?:al|el|ben|bin|ould|as|ad)-[A-Z]\w+")
_JOINED = re.compile(r"^[A-Z]{2,} ")  # "LR de Tarbes Ines Karsa": words that stand before a name
_PRIME = re.compile(r"\bprime minister|\bpremiere? ministre|\bpremier\b(?! president)")
_HOME = {"fr": "france"}  # the country whose offices papers in this language name without saying of which country

_BODIES = {
    "france": frozenset(
        ("national assembly", "senate", "constitutional council", "council of state", "socialist party")
        + ("france unbowed", "national rally", "national front", "la republique en marche", "europe ecology the greens")
    )
}
"""Bodies of a country that papers name without saying of which."""


@dataclass(frozen=True, slots=True)
class _Office:
    """The words that name an office in the articles' language, the countries and bodies it is of, as said otherwise."""

    words: tuple[Wanted, ...]
    keys: frozenset[str]
    others: frozenset[str]
    is_prime: bool

    @property
    def terms(self) -> frozenset[str]:
        """All index terms that may stand for the words."""
        return frozenset(term for word in self.words for term, _ in word.terms)


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
    agreed = _agreed([(flatten(name.text), item.hit.article.id) for name, item in found])
    if not found:
        return []
    newest = _newest(found, agreed)
    same = {item.hit.article.id: (name, item) for name, item in reversed(found) if flatten(name.text) == newest}
    chosen = list(same.values())[::-1][:_MOST]
    return [_with_span(item, name) if newest in agreed else item for name, item in chosen]


def _agreed(named: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The names that several articles give, of names and articles."""
    articles: dict[str, set[str]] = {}
    for name, article in named:
        articles.setdefault(name, set()).add(article)
    return frozenset(name for name, ids in articles.items() if len(ids) >= _AGREE)


def _newest(found: Sequence[tuple[Name, Evidence]], agreed: frozenset[str]) -> str:
    """The name that the newest article gives; one given by several articles of the weeks before rather than by one."""
    first, item = found[0]
    sure = next(((name, other) for name, other in found if flatten(name.text) in agreed), None)
    if sure is None:
        return flatten(first.text)
    days = [other.hit.article.published for other in (item, sure[1])]
    is_later = days[0] is not None and days[1] is not None and days[0] - days[1] > _WEEKS
    is_kin = flatten(first.text).split()[-1] == flatten(sure[0].text).split()[-1]
    return flatten((first if is_later and not is_kin else sure[0]).text)


def is_of_former(told: str, question: str) -> bool:
    """Whether a description is of who held an office before, or of another one beside it, and the question is not."""
    return bool(_others(told) - _others(flatten(question)))


def names_country(office: str, language: str) -> bool:
    """Whether an office is one of a country, and nothing else: news names its holder where it speaks of it at all."""
    sought = _sought(office, language, language)
    return len(sought.words) <= 1 + sought.is_prime and bool(sought.keys & set(homes().values()))


def office_terms(question: Question, office: str, languages: Sequence[str]) -> dict[str, tuple[tuple[str, float], ...]]:
    """What to look for in each language: the words of the office, and its country also by its people's name."""
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for language in languages:
        sought = _sought(office, question.language, language)
        words = [pair for word in sought.words for pair in word.terms]
        forms = {form for key in sought.keys for form in (*adjectives(key, language), key)}
        words += [(term, 1.0) for form in sorted(forms) for term in index_terms(form, language)]
        found[language] = tuple(dict(words).items())
    return found


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
        for name in (_apart(name, sought, language) for name in find_names(sentence.text, language)):
            is_person = len(name.text.split()) > 1 and not _JOINED.search(name.text)
            told = described(name.text, sentence.text, language) if is_person else ""
            if told and _is_office(told, sought, language) and _is_of_country(told, sought, hit):
                yield name, Evidence(hit, sentence, 1.0)
                break


def _apart(name: Name, sought: _Office, language: str) -> Name:
    """A name without the office's own words before it: "le ministre de l'Intérieur Ines Karsa"."""
    own = sought.terms
    first, _, rest = name.text.partition(" ")
    while rest and own & set(index_terms(first, language)):
        name = replace(name, start=name.start + len(first) + 1, text=rest)
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
    words = tuple(_with_others(word, target) for word in wanted(nations, language, target))
    return _Office(words, known, _others(flatten(office)), bool(_PRIME.search(flatten(office))))


def _with_others(word: Wanted, target: str) -> Wanted:
    """A word with those for the same office that the translation table does not know."""
    others = [term for form in _ALSO.get(flatten(word.word), ()) for term in index_terms(form, target)]
    return replace(word, terms=(*word.terms, *((term, 1.0) for term in others)))


def _is_office(told: str, sought: _Office, language: str) -> bool:
    """Whether a description is of the office, and of its holder.

    Where the office is one word ("president"), or the country is left out, nothing else may follow: there are
    presidents of companies, too.
    """
    have = frozenset(index_terms(told, language))
    if not all(word.found_in(have) >= _LIKELY for word in sought.words) or not _others(told) <= sought.others:
        return False
    if not _heads(told, sought, language) or bool(_PRIME.search(told)) != sought.is_prime:
        return False
    if len(sought.words) > 1 and (not sought.keys or _keys(told, language)):
        return True
    own, body = sought.terms, _of(sought)
    words = [word for word in _words(told) if word not in _PLAIN]
    first = next((n for n, word in enumerate(words) if own & set(index_terms(word, language))), 0)
    behind = [word for word in words[first:] if not own & set(index_terms(word, language))]
    return all(not index_terms(word, language) or _keys(word, language) for word in behind if word not in body)


def _heads(told: str, sought: _Office, language: str) -> bool:
    """Whether the first noun for somebody in a description is the office's: "the wife of the president" is a wife."""
    head = next((word for word in _words(told) if names_person(word, language)), "")
    return bool(sought.terms & set(index_terms(head, language)))


def _of(sought: _Office) -> frozenset[str]:
    """The words of the country's or body's name."""
    forms = [form for form, key in aliases().items() if key in sought.keys]
    return frozenset(word for form in (*forms, *sought.keys) for word in form.split())


def _is_of_country(told: str, sought: _Office, hit: Hit) -> bool:
    """Whether a description is of the country or body asked about, by itself or by what its passage speaks of.

    Papers leave out the country, never the town, where there is no doubt: their own, or where no other is spoken of.
    Its own capital, parliament and parties are no other.
    """
    language = hit.article.language
    keys = _keys(told, language)
    if keys or not sought.keys:
        return keys == sought.keys
    if not sought.keys <= set(homes().values()):
        return False
    own = frozenset().union(*(capitals(key) | _BODIES.get(key, frozenset()) for key in sought.keys))
    around = _keys(f"{hit.article.title} {hit.passage.text}", language) - (own - sought.keys)
    return around == sought.keys or (not around and sought.keys == {_HOME.get(language, "")})


def _others(flat: str) -> frozenset[str]:
    return frozenset(match.lastgroup for match in _OTHERS.finditer(flat) if match.lastgroup)


def _keys(text: str, language: str) -> frozenset[str]:
    """The countries and bodies that a text names, or whose people it does."""
    return frozenset(_home(key) for key in mentions(text, language) if key in _known_keys())


@lru_cache(maxsize=1)
def _known_keys() -> frozenset[str]:
    return known_keys() | frozenset(homes())


def _home(key: str) -> str:
    return homes().get(key, key)


def _with_span(item: Evidence, name: Name) -> Evidence:
    start = item.sentence.start
    more = _REST.match(item.sentence.text, name.end)  # "Abdel Fattah al-Sissi"
    return replace(item, span=(start + name.start, start + (more.end() if more else name.end)))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", flatten(text))
