"""The figures of retrieved passages that may be what a question asks for, each with what is known of it.

Knows sentences, the question's telling words and the words around figures. Does not choose: `choosing` weighs what is
told here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from rag.figures import Figure, find_figures, mentions
from rag.figures.cldr import territories
from rag.figures.flat import flatten, fold
from rag.figures.nouns import HUMAN
from rag.figures.peoples import homes, peoples
from rag.language import index_terms
from rag.ranking.terms import Wanted, coverage, terms_of, wanted
from rag.reconcile.cues import cues, has_number
from rag.reconcile.roles import agreement, first_role, role_words, roles_in, roles_of_flat
from rag.reconcile.sought import FATE_ROLES, FATES, ROLE_OF, Sought, unit_fit
from rag.types import Evidence, Hit, Question, Sentence

_CLOSE = 25  # characters either side of a figure within which the words say what it is of
_NEAR = 60  # the same, within which they belong to it
_REACH = 90  # characters behind "56 employees" within which they have caught it
_BEHIND = 30  # characters behind a count within which what is counted is named
_ALIKE = 0.8  # unit from which a figure is of the same thing under another name
_ROOT = 0.7  # what a word of the same root counts
_LIKELY = 0.15  # probability from which a translation of the thing counted will do
_NAMED = 0.45  # share of the question's names, of those the best article says, that an article must say
_ABROAD = 0.6  # least share of the best of all languages that the best of one must reach to count as such
_SHARES = ("close", "near", "said", "titled", "passage")  # features that are told as shares of the best
_SPREAD = 0.3  # cosine below the best at which a passage is not near at all
_GENERIC = re.compile(
    r"money|sums?|sommes?|montants?|argent|amounts?|share|part|percentage|pourcentage|proportion|taux|rate|numbers?"
    r"|nombres?|people|persons?|personnes?|total|many|much|combien|toll|bilan|humain|still|encore|toujours|latest"
    r"|derniere?|currently|actuellement|end?|fin|debut|early|late"
)
_BASES = re.compile(r"population|voix|votes?|suffrages|intentions?|electeurs|voters|votants|inscrits|sondes|actifs|cas")
# What happened to cause it is not what happens to the figure: "flights cancelled because of the strike".
_WHY = re.compile(r"\b(?:because of|due to|owing to|en raison d|à cause d|du fait d|pour cause d)", re.IGNORECASE)
_CAUGHT = re.compile(r"\b(?:positi\w+|contamin\w+|infect\w+|contract\w+|tested positive|sick|malades?)\b")
_MILLIONS = re.compile(r"(?:million|milliard|billion)s?$")
_LABELLED = re.compile(r"\S [A-Z][\w'-]*[ \u00a0-]$")  # "the new Porsche 935"; a sentence may begin with any word
_SHARE_OF = re.compile(r" (?:des|de la|du|de l'|d'|de|of the|of) ?([a-z'-]+)")
# "à six le nombre des disparus"; "11 millions d'exemplaires" may be of anything
_NO_THING = frozenset("fr:nombre fr:total en:number en:total fr:unite fr:exemplaire en:unit en:copy".split())
_SURE = frozenset({"death", "injury", "missing", "arrest"})
_NO_ROLE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that may be what is asked for, its sentence, and what is known of it.

    ``features`` are 0 to 1 unless said. ``unit``: whether it measures what is asked for; ``close``, ``near``,
    ``said``, ``titled``, ``passage``: how much of the question is said beside it, around it, in its sentence, there or
    in the title, in what was retrieved of the article; ``names``: the same of the question's names; ``dense``: cosine
    of passage and question, against the best; ``role``, -1 to 1: whether what happens to it is what is asked;
    ``other``: it is a share of something the question does not speak of; ``foreign``: its sentence is about other
    countries; ``headline``: the title gives it, too;
    ``first``: it is the first of its kind in the sentence; ``lead``: the sentence opens the article; and the cues.
    """

    figure: Figure
    evidence: Evidence
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Words:
    """The question's telling words in one language; of them the names, the thing counted, and the terms of its fate."""

    telling: tuple[Wanted, ...]
    named: tuple[Wanted, ...]
    things: tuple[Wanted, ...]
    fate: frozenset[str]


class Reader:
    """Reads passages for one question."""

    def __init__(self, asked: Question, want: Sought) -> None:
        self._asked = asked
        self._want = want
        self._roles = roles_in(_WHY.split(asked.text)[0]) | ROLE_OF.get(want.unit, frozenset())
        self._given = frozenset(re.findall(r"\b\d+\b", asked.text))
        self._fate = ROLE_OF.get(want.unit, _NO_ROLE)
        self._countries = _countries(asked.text, asked.language)
        self._words: dict[str, _Words] = {}

    def read(self, hits: Sequence[Hit]) -> list[Candidate]:
        """The candidates of the passages, best passage first, in order of the text."""
        best: dict[str, float] = {}
        terms: dict[str, frozenset[str]] = {}
        for hit in hits:
            language, key = hit.article.language, hit.article.id
            best[language] = max(best.get(language, 0.0), hit.dense_score or 0.0)
            known = terms.get(key) or terms_of(hit.article.title, language)
            terms[key] = known | terms_of(hit.passage.text, language) | self._fate_in(hit.passage.text, hit)
        named = {hit.article.id: coverage(self._of(hit).named, terms[hit.article.id]) for hit in hits}
        most = max(named.values(), default=0.0)
        found: list[Candidate] = []
        for hit in hits:
            own = named[hit.article.id]
            if own < _NAMED * most:
                continue
            shared = {
                "names": own / most if most else 1.0,
                "passage": coverage(self._of(hit).telling, terms[hit.article.id]),
                "dense": max(0.0, 1 - (best[hit.article.language] - (hit.dense_score or 0.0)) / _SPREAD),
            }
            currency = ""
            for place, sentence in enumerate(hit.passage.sentences):
                lead = {"lead": float(hit.passage.ordinal + place == 0)}
                figures = figures_of(sentence.text, hit.article.language, hit.article.published)
                figures, currency = _with_money(figures, currency)
                found += self._sentence(hit, sentence, figures, shared | lead)
        return _relative(found)

    def _of(self, hit: Hit) -> _Words:
        """The question's words in the language of a passage.

        Words of time and of amount tell nothing: the time is a matter of the report's day, the amount of its figure.
        """
        language = hit.article.language
        if language not in self._words:
            asked = self._asked
            things = wanted(self._want.things, asked.language, language)[:1] if self._want.things else ()
            telling = tuple(
                word
                for word in wanted(_without_dates(asked.text, asked.language), asked.language, language)
                if not _GENERIC.fullmatch(fold(word.word)) and word not in things
            )
            nations = frozenset(peoples().values())
            named = tuple(
                word for word in telling if word.is_name and not mentions(word.word, asked.language) & nations
            )
            said = _words_of(asked.text, self._fate)
            fate = frozenset(term for word in telling if fold(word.word) in said for term, _ in word.terms)
            self._words[language] = _Words(telling, named, things, fate)
        return self._words[language]

    def _sentence(
        self, hit: Hit, sentence: Sentence, figures: Sequence[Figure], shared: Mapping[str, float]
    ) -> list[Candidate]:
        language, published, words = hit.article.language, hit.article.published, self._of(hit)
        flat = flatten(sentence.text)
        fits = [(figure, self._fit(figure, flat, sentence.text, hit)) for figure in figures]
        fits = [(figure, fit) for figure, fit in fits if fit > 0]
        if not fits:
            return []
        own, title = terms_of(sentence.text, language), terms_of(hit.article.title, language)
        headline = {figure.value for figure in figures_of(hit.article.title, language, published)}
        top = max(fit for _, fit in fits)
        first = next(figure for figure, fit in fits if fit == top)
        own |= self._fate_in(flat, hit)
        foreign = self._is_foreign(sentence.text, language)
        common = {**shared, "said": _said(words.telling, own), "titled": _said(words.telling, own | title)}
        found = []
        for figure, fit in fits:
            close, near = (self._around(figure, flat, sentence, hit, reach) for reach in (_CLOSE, _NEAR))
            features = {
                **common,
                "unit": fit,
                "close": _said(words.telling, close),
                "near": _said(words.telling, near),
                "role": agreement(
                    self._roles, roles_of_flat(_clause(flat, figure)) | ROLE_OF.get(figure.unit, _NO_ROLE)
                ),
                "other": self._of_others(figure, flat, hit),
                "foreign": foreign,
                "headline": float(figure.value in headline),
                "first": float(figure is first),
                **cues(flat, figure, figures, published),
            }
            if self._want.unit in FATES:
                features["past"] = 0.0  # the day of the event, long told of
            found.append(Candidate(figure, Evidence(hit, sentence, 0.0), features))
        return found

    def _fate_in(self, text: str, hit: Hit) -> frozenset[str]:
        """The question's words for what has happened, where the text says the same in other ones."""
        fate = self._of(hit).fate
        return fate if fate and self._fate & roles_of_flat(flatten(text)) else frozenset()

    def _around(self, figure: Figure, flat: str, sentence: Sentence, hit: Hit, reach: int) -> frozenset[str]:
        """What is said within reach of a figure, as terms."""
        have = _around(sentence.text, figure, hit.article.language, reach)
        return have | self._fate_in(flat[max(0, figure.start - reach) : figure.end + reach], hit)

    def _is_foreign(self, text: str, language: str) -> float:
        """Whether a sentence speaks of other countries only than the question does."""
        told = _countries(text, language) if self._countries else _NO_ROLE
        return float(bool(told) and not told & self._countries)

    def _of_others(self, figure: Figure, flat: str, hit: Hit) -> float:
        """Whether a share is said to be of something else: "58% of guards", asked of the whole staff."""
        match = _SHARE_OF.match(flat, figure.end) if figure.kind == "percent" else None
        whole = match.group(1) if match else ""
        if _GENERIC.fullmatch(whole) or _BASES.fullmatch(whole):
            return 0.0
        have = frozenset(index_terms(whole, hit.article.language))
        words = self._of(hit).telling
        return float(bool(have) and not any(word.found_in(have) or _rooted(word, have) for word in words))

    def _fit(self, figure: Figure, flat: str, text: str, hit: Hit) -> float:
        """How well a figure measures what is asked for, 0 to 1."""
        want = self._want
        odd = figure.value is None or figure.unit in ("clock", "pp") or figure.qualifier == "several"
        if figure.kind not in want.kinds or odd:
            return 0.0
        if figure.kind == "duration":
            return float(want.unit == figure.unit)
        if figure.kind == "quantity" and want.unit:
            return float(want.unit == figure.unit or {want.unit, figure.unit} <= {"°C", "degree", "°F"})
        if figure.kind != "count" or want.kinds != {"count"}:
            return 1.0
        loose = not figure.unit or ":" in figure.unit
        if loose and (figure.text in self._given or _LABELLED.search(text[: figure.start])):
            return 0.0
        unit = "" if figure.unit in _NO_THING else figure.unit
        fit = unit_fit(want.unit, unit)
        if want.unit in FATES and fit < _ALIKE and (not unit or (want.unit in _SURE and unit not in FATES)):
            return self._fated(figure, unit, flat)
        if not unit and self._is_said_before(figure, flat, text, hit):
            return 0.95
        if fit == 1.0 or want.unit in _SURE:
            return fit
        if want.unit in ("infection", "case") and figure.unit in ("", *HUMAN):
            return 0.9 if _CAUGHT.search(flat, figure.start, figure.end + _REACH) else fit
        behind = frozenset(index_terms(text[figure.start : figure.end + _BEHIND], hit.article.language))
        return 1.0 if any(word.found_in(behind) >= _LIKELY for word in self._of(hit).things) else fit

    def _fated(self, figure: Figure, unit: str, flat: str) -> float:
        """How well a number of people, of something or of nothing said counts those to whom it happened."""
        asked = ROLE_OF[self._want.unit]
        behind = first_role(re.split(r"[,;:.(]", flat[figure.end : figure.end + _NEAR])[0])
        if behind in asked:
            return 0.95
        if not unit:
            before = roles_of_flat(flat[max(0, figure.start - _NEAR) : figure.start])
            return 0.0 if _other_fate(figure, flat, asked) else 0.95 if asked & before else 0.5
        return 0.4 * bool(":" in unit and asked & roles_of_flat(_clause(flat, figure)))

    def _is_said_before(self, figure: Figure, flat: str, text: str, hit: Hit) -> bool:
        """Whether what is counted stands before a bare number: "the number of dead rose to six"."""
        start = max(0, figure.start - _NEAR)
        before = frozenset(index_terms(text[text.rfind(" ", 0, start) + 1 : figure.start], hit.article.language))
        return any(word.found_in(before) >= _LIKELY for word in self._of(hit).things)


@lru_cache(maxsize=4096)
def figures_of(text: str, language: str, published: date | None) -> tuple[Figure, ...]:
    """The figures of a text, remembered: sentences and titles come up again and again."""
    return find_figures(text, language, published) if has_number(flatten(text)) else ()


@lru_cache(maxsize=64)
def _without_dates(text: str, language: str) -> str:
    for figure in reversed(find_figures(text, language)):
        if figure.kind == "date":
            text = f"{text[: figure.start]} {text[figure.end :]}"
    return text


@lru_cache(maxsize=64)
def _words_of(text: str, roles: frozenset[str]) -> frozenset[str]:
    """The words of a text, folded, that are of these classes: "perdu la vie" is three."""
    flat = flatten(text)
    return frozenset(fold(word) for start, end in role_words(flat, roles) for word in flat[start:end].split())


def _countries(text: str, language: str) -> frozenset[str]:
    """The countries a text names, or whose people it does."""
    home = homes()
    return frozenset(home.get(key, key) for key in mentions(text, language)) & _all_countries()


@lru_cache(maxsize=1)
def _all_countries() -> frozenset[str]:
    return frozenset(fold(name) for code, name in territories("en").items() if code.isalpha())


def _relative(found: Sequence[Candidate]) -> list[Candidate]:
    """Coverage as a share of the best there is in the language: a question's words are never all said.

    Another language says fewer of them, but where it says hardly any, its best is not good.
    """
    best = {name: _best(found, name) for name in _SHARES}
    return [replace(item, features={**item.features, **_shares(item, best)}) for item in found]


def _shares(item: Candidate, best: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    return {name: item.features[name] / best[name][_tongue(item)] for name in _SHARES}


def _best(found: Sequence[Candidate], name: str) -> dict[str, float]:
    best: dict[str, float] = {}
    for item in found:
        best[_tongue(item)] = max(best.get(_tongue(item), 0.0), item.features[name])
    most = max(best.values(), default=0.0)
    return {language: max(value, _ABROAD * most) or 1.0 for language, value in best.items()}


def _tongue(item: Candidate) -> str:
    return item.evidence.hit.article.language


def _around(text: str, figure: Figure, language: str, reach: int) -> frozenset[str]:
    """The index terms of the whole words within reach of a figure."""
    start, end = max(0, figure.start - reach), min(len(text), figure.end + reach)
    start = text.rfind(" ", 0, start) + 1
    end = text.find(" ", end) if " " in text[end:] else len(text)
    return frozenset(index_terms(f"{text[start : figure.start]} {text[figure.end : end]}", language))


def _other_fate(figure: Figure, flat: str, asked: frozenset[str]) -> bool:
    """Whether something else is said to have happened to what a bare number counts.

    Right behind it, "5,530 were injured", or else around it, "the number of people killed has risen to 2,862".
    """
    behind = roles_of_flat(re.split(r"[,;:.(]", flat[figure.end : figure.end + _BEHIND])[0]) & FATE_ROLES
    told = behind or roles_of_flat(_clause(flat, figure)) & FATE_ROLES
    return bool(told) and not told & asked


def _said(words: Sequence[Wanted], have: frozenset[str]) -> float:
    """Coverage by these terms, where a word of the same root counts for most of it: "grève" and "grévistes"."""
    total = sum(word.weight for word in words)
    told = sum(word.weight * (word.found_in(have) or _ROOT * _rooted(word, have)) for word in words)
    return told / total if total else 0.0


def _rooted(word: Wanted, have: frozenset[str]) -> float:
    """The probability of the likeliest form of a word that shares its root with one of the terms."""
    if word.is_name:
        return 0.0
    for term, chance in word.terms:
        for other in have:
            short, long = (term, other) if len(term) <= len(other) else (other, term)
            if len(short) >= 4 and len(long) - len(short) <= 4 and long.startswith(short):
                return chance
    return 0.0


def _with_money(figures: Sequence[Figure], currency: str) -> tuple[tuple[Figure, ...], str]:
    """The figures of a sentence, bare millions behind a sum of money read as money, too, and the currency last named.

    "80 millions d'euros, sur les 850 millions promis". The sum may stand in a sentence before.
    """
    read: list[Figure] = []
    for figure in figures:
        bare = figure.kind == "count" and (not figure.unit or ":" in figure.unit)
        if figure.kind == "money":
            currency = figure.unit
        elif currency and bare and _MILLIONS.search(flatten(figure.text)):
            figure = replace(figure, kind="money", unit=currency)
        read.append(figure)
    return tuple(read), currency


def _clause(flat: str, figure: Figure) -> str:
    """The words a figure stands among: back to the last colon, on to the next comma, some way at most."""
    before = re.split(r"[;:]", flat[max(0, figure.start - _NEAR) : figure.start])[-1]
    after = re.split(r"[;:]|, (?!\d)", flat[figure.end : figure.end + _REACH])[0]
    return f"{before}|{after}"
