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
from rag.figures.flat import flatten, fold
from rag.figures.peoples import peoples
from rag.ranking.elsewhere import is_dated_back, is_of_a_later_event
from rag.ranking.kinds import noun_of
from rag.ranking.misfits import is_about_another
from rag.ranking.other_measures import measures_else
from rag.ranking.saying import asks_level, is_change, is_of_other_side, is_only_a_part
from rag.ranking.stages import is_of_another_stage, is_undone
from rag.ranking.terms import Wanted, coverage, terms_of, wanted
from rag.ranking.whose import is_bracketed_to_another, is_shared_out
from rag.reconcile.cues import has_number
from rag.reconcile.fitting import GENERIC, Gauge, Told, is_of_others
from rag.reconcile.meant import Meant
from rag.reconcile.roles import agreement, roles_asked, roles_of_flat
from rag.reconcile.sides import side_of
from rag.reconcile.sought import FATES, ROLE_OF, Sought
from rag.reconcile.wording import NEAR, clause_of, countries_in, said_of, terms_around, without_dates, words_for
from rag.types import Evidence, Hit, Question, Sentence

_CLOSE = 25  # characters either side of a figure within which the words say what it is of
_ABROAD = 0.6  # least share of the best of all languages that the best of one must reach to count as such
_SHARES = ("close", "near", "said", "titled", "passage")  # features that are told as shares of the best
_SPREAD = 0.3  # cosine below the best at which a passage is not near at all
# What happened to cause it is not what happens to the figure: "flights cancelled because of the strike".
_WHY = re.compile(r"\b(?:because of|due to|owing to|en raison d|à cause d|du fait d|pour cause d)", re.IGNORECASE)
_MILLIONS = re.compile(r"(?:million|milliard|billion)s?$")
_OTHER_TOLL = 3.0  # how far past the day of another event counts for
_NO_ROLE: frozenset[str] = frozenset()
_BROAD = frozenset(("attended", "offered", "needed", "received", "given", "sent"))
"""Classes of so many deeds that one of them does not say another: visitors of a fair are at no march."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that may be what is asked for, its sentence, and what is known of it.

    ``features`` are 0 to 1 unless said. ``unit``: whether it measures what is asked for; ``close``, ``near``,
    ``said``, ``titled``, ``passage``: how much of the question is said beside it, around it, in its sentence, there or
    in the title, in what was retrieved of the article; ``names``: the same of the question's names; ``dense``: cosine
    of passage and question, against the best; ``role``, -1 to 1: whether what happens to it is what is asked;
    ``other``: it is a share of something the question does not speak of; ``foreign``: its sentence is about other
    countries; ``headline``: the title gives it, too;
    ``first``: it is the first of its kind in the sentence; ``lead``: the sentence opens the article; ``asked``: how
    sure the reading model is that its sentence answers; and the cues.
    """

    figure: Figure
    evidence: Evidence
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Words:
    """The question's telling words in one language; of them the names, the thing counted, and the terms of the deed."""

    telling: tuple[Wanted, ...]
    named: tuple[Wanted, ...]
    things: tuple[Wanted, ...]
    deed: frozenset[str]


class Reader:
    """Reads passages for one question."""

    def __init__(self, asked: Question, want: Sought) -> None:
        self._asked = asked
        self._want = want
        self._roles = roles_asked(_WHY.split(asked.text)[0]) | ROLE_OF.get(want.unit, frozenset())
        self._deeds = self._roles - _BROAD
        self._gauge = Gauge(want, asked, self._roles)
        self._wants_level = asks_level(asked.text)
        self._meant = Meant(asked, want, self._roles)
        self._countries = countries_in(asked.text, asked.language)
        self._words: dict[str, _Words] = {}

    def read(self, hits: Sequence[Hit]) -> list[Candidate]:
        """The candidates of the passages, best passage first, in order of the text."""
        best: dict[str, float] = {}
        terms: dict[str, frozenset[str]] = {}
        for hit in hits:
            language, key = hit.article.language, hit.article.id
            best[language] = max(best.get(language, 0.0), hit.dense_score or 0.0)
            known = terms.get(key) or terms_of(hit.article.title, language)
            terms[key] = known | terms_of(hit.passage.text, language) | self._deed_in(hit.passage.text, hit)
        named = {hit.article.id: coverage(self._of(hit).named, terms[hit.article.id]) for hit in hits}
        most = max(named.values(), default=0.0)
        found: list[Candidate] = []
        for hit in hits:
            own = named[hit.article.id]
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
            thing = noun_of(self._want.things, asked.language)
            things = wanted(thing, asked.language, language)[:1] if thing else ()
            telling = tuple(
                word
                for word in wanted(without_dates(asked.text, asked.language), asked.language, language)
                if not GENERIC.fullmatch(fold(word.word)) and word not in things
            )
            nations = frozenset(peoples().values())
            named = tuple(
                word for word in telling if word.is_name and not mentions(word.word, asked.language) & nations
            )
            said = words_for(asked.text, self._deeds)
            deed = frozenset(term for word in telling if fold(word.word) in said for term, _ in word.terms)
            self._words[language] = _Words(telling, named, things, deed)
        return self._words[language]

    def _sentence(
        self, hit: Hit, sentence: Sentence, figures: Sequence[Figure], shared: Mapping[str, float]
    ) -> list[Candidate]:
        language, published, words = hit.article.language, hit.article.published, self._of(hit)
        flat = flatten(sentence.text)
        told = Told(sentence.text, flat, language)
        fits = self._fitting(figures, told, words, published)
        if not fits or is_of_another_stage(self._asked.text, sentence.text):
            return []
        if is_about_another(self._asked, sentence.text, language):
            return []
        own, title = terms_of(sentence.text, language), terms_of(hit.article.title, language)
        headline = {figure.value for figure in figures_of(hit.article.title, language, published)}
        fitting = [figure for figure, _ in fits]
        marks = [self._meant.marks(figure, flat, figures, published) for figure in fitting]
        first = _first(fits, marks)
        own |= self._deed_in(flat, hit)
        foreign = self._is_foreign(sentence.text, language)
        common = {**shared, "said": said_of(words.telling, own), "titled": said_of(words.telling, own | title)}
        found = []
        for (figure, fit), marked in zip(fits, marks, strict=True):
            close, near = (self._around(figure, flat, sentence, hit, reach) for reach in (_CLOSE, NEAR))
            features = {
                **common,
                "unit": fit,
                "close": said_of(words.telling, close),
                "near": said_of(words.telling, near),
                "role": agreement(
                    self._roles, roles_of_flat(clause_of(flat, figure)) | ROLE_OF.get(figure.unit, _NO_ROLE)
                ),
                "other": float(is_of_others(figure, told, words.telling, self._roles)),
                "foreign": foreign,
                "headline": float(figure.value in headline),
                "first": float(figure is first),
                **marked,
                "side": side_of(self._asked.text, flat, figure, fitting),
            }
            features["asked"] = features["linked"] = 0.0  # unless it is read (`asking`), or found to be (`links`)
            if self._want.unit in FATES:  # the day of the event is long told of; what is months past, another's toll
                features["past"] = _OTHER_TOLL * (features["past"] > 1.0)
            found.append(Candidate(figure, Evidence(hit, sentence, 0.0), features))
        return found

    def _fitting(
        self, figures: Sequence[Figure], told: Told, words: _Words, published: date | None
    ) -> list[tuple[Figure, float]]:
        """The figures that may be what is asked for, each with how well it measures that."""
        fits = ((figure, self._gauge.fit(figure, told, words.things)) for figure in figures)
        return [
            (figure, fit)
            for figure, fit in fits
            if fit > 0
            and not (self._wants_level and is_change(figure, told.text))
            and not measures_else(self._asked, figure, told.text)
            and not is_bracketed_to_another(self._asked, told.text, told.language, figure.start)
            and not is_shared_out(self._asked, told.text, told.language, figure.start)
            and not is_only_a_part(self._asked, figure, figures, told.text)
            and not is_of_other_side(self._asked.text, figure, told.text)
            and not is_of_a_later_event(self._asked, told.text, told.language, figure.start, figure.end)
            and not is_undone(self._asked.text, told.text, figure.start, figure.end)
            and not is_dated_back(self._asked.text, told.text, figure.start, figure.end, published)
        ]

    def _deed_in(self, text: str, hit: Hit) -> frozenset[str]:
        """The question's words for what has happened, where the text says the same in other ones."""
        deed = self._of(hit).deed
        return deed if deed and self._deeds & roles_of_flat(flatten(text)) else frozenset()

    def _around(self, figure: Figure, flat: str, sentence: Sentence, hit: Hit, reach: int) -> frozenset[str]:
        """What is said within reach of a figure, as terms."""
        have = terms_around(sentence.text, figure, hit.article.language, reach)
        return have | self._deed_in(flat[max(0, figure.start - reach) : figure.end + reach], hit)

    def _is_foreign(self, text: str, language: str) -> float:
        """Whether a sentence speaks of other countries only than the question does."""
        told = countries_in(text, language) if self._countries else _NO_ROLE
        return float(bool(told) and not told & self._countries)


def _first(fits: Sequence[tuple[Figure, float]], marks: Sequence[Mapping[str, float]]) -> Figure:
    """The first of those that fit best; no part of another, "80 millions sur les 850", where there is another."""
    top = max(fit for _, fit in fits)
    best = [(figure, marked) for (figure, fit), marked in zip(fits, marks, strict=True) if fit == top]
    return next((figure for figure, marked in best if not marked["part"]), best[0][0])


@lru_cache(maxsize=4096)
def figures_of(text: str, language: str, published: date | None) -> tuple[Figure, ...]:
    """The figures of a text, remembered: sentences and titles come up again and again."""
    return find_figures(text, language, published) if has_number(flatten(text)) else ()


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
