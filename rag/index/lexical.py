"""The lexical side: BM25 with weighted terms, language by language, over SQLite's full-text index.

Knows: how terms are stored (``fr_retrait``: a term counts in its own language only) and how passages are scored. Does
not know vectors or text. Counts of passages and their mean length are taken per language, so that a rare language of
the index is not favoured for being rare.

The full-text index is read through its vocabulary (places of a term) rather than ``MATCH``: SQLite's own ``bm25()`` has
no weights per term and takes 2 microseconds a passage; a term's places come at 0.2. Only to count a term's passages is
to walk through them all, which a common term of a large index is not worth: the snapshot knows those counts.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.index.snapshot import Snapshot
from rag.index.store import Database
from rag.types import Vectors

K1, B = 1.2, 0.75
BUDGET = 25_000
"""Passages looked at for one question: beyond it the commonest terms are left out, while rarer ones are there."""

_UNSAFE = re.compile(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]")  # ASCII but letters and digits
_LONGEST = 32_768  # bytes of a token: FTS5_MAX_TOKEN_SIZE, https://sqlite.org/src/file/ext/fts5/fts5Int.h
COMMON = 1000
"""Passages from which a term's count is kept with the snapshot instead of being read for each question."""

_KEPT_PLACES, _KEPT_SHARE = 800_000, 4  # places of terms kept at least, and for each passage
_KEPT_COUNTS = 100_000  # terms whose counts are remembered
_DRIFT = 0.05

Postings = tuple[NDArray[np.int32], NDArray[np.uint8]]  # positions, and how often there


def tokens(terms: Iterable[str], language: str) -> list[str]:
    """Index terms as the full-text index holds them, each marked with its language."""
    return [_cut(f"{language}_{_UNSAFE.sub('_', term)}") for term in terms if term]


def _cut(token: str) -> str:
    """What the full-text index keeps of a token: the rest of a longer one it would drop without a word."""
    if len(token) * 4 <= _LONGEST:  # no letter has more bytes
        return token
    return token.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore")


def common_terms(database: Database) -> dict[str, int]:
    """The terms in many passages, and in how many; inside ``reading()``. Looks through the whole full-text index."""
    return dict(database.rows("SELECT term, doc FROM word_counts WHERE doc >= ?", (COMMON,)))


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Positions (m,) in ascending order, and what each scored (m,), always above 0."""

    places: NDArray[np.int32]
    scores: Vectors

    def of(self, place: int) -> float:
        """The score of any position; 0 where no term occurs."""
        found = int(np.searchsorted(self.places, place))
        return float(self.scores[found]) if found < len(self.places) and self.places[found] == place else 0.0


class Lexicon:
    """Scores passages of the current generation; keeps the places of terms lately asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._of = -1, -1
        self._counts: dict[str, int] = {}
        self._counted = 0
        self._postings: OrderedDict[str, Postings] = OrderedDict()
        self._places = 0
        self._languages: dict[str, tuple[int, float]] = {}
        self._total: Vectors = np.zeros(0, np.float32)

    def scores(self, snapshot: Snapshot, terms: Mapping[str, Sequence[tuple[str, float]]]) -> Scored:
        """BM25 of every position where a term occurs; deleted positions are not among them."""
        self._follow(snapshot)
        if len(self._total) != len(snapshot):
            self._total = np.zeros(len(snapshot), np.float32)
        total, met = self._total, [np.zeros(0, np.int32)]
        for token, weight, language in self._affordable(self._weighted(terms), snapshot.common):
            count, mean = self._language(snapshot, language)
            places, counted = self._read(snapshot, token)
            if len(places):
                often = counted.astype(np.float32)
                idf = np.log1p((count - len(places) + 0.5) / (len(places) + 0.5))
                length = snapshot.columns.terms[places] / mean
                met.append(places[total[places] == 0])
                total[places] += weight * idf * often * (K1 + 1) / (often + K1 * (1 - B + B * length))
        found = np.sort(np.concatenate(met))
        scored = Scored(found, total[found])
        total[found] = 0  # to be all zero again for the next question, without a look at every passage
        return scored

    def _weighted(self, terms: Mapping[str, Sequence[tuple[str, float]]]) -> list[tuple[str, float, str]]:
        """(token, weight, language), equal tokens added up, in an order that does not depend on the caller's."""
        weights: dict[tuple[str, str], float] = {}
        for language in sorted(terms):
            for term, weight in terms[language]:
                for token in tokens([term], language):
                    weights[token, language] = weights.get((token, language), 0.0) + weight
        return [(token, weight, language) for (token, language), weight in sorted(weights.items()) if weight > 0]

    def _affordable(
        self, wanted: list[tuple[str, float, str]], common: Mapping[str, int]
    ) -> list[tuple[str, float, str]]:
        if len(self._counts) > _KEPT_COUNTS:
            self._counts = {}
        self._counts.update({token: common[token] for token, _, _ in wanted if token in common})
        unknown = [token for token, _, _ in wanted if token not in self._counts]
        found: dict[str, int] = dict(
            self._database.where_in("SELECT term, doc FROM word_counts WHERE term IN ({marks})", unknown)
        )
        self._counts.update({token: int(found.get(token, 0)) for token in unknown})
        rarest = sorted(wanted, key=lambda item: (self._counts[item[0]], item[0]))
        kept: list[tuple[str, float, str]] = []
        spent = 0
        for item in rarest:
            spent += self._counts[item[0]]
            if spent <= BUDGET or not any(self._counts[token] for token, _, _ in kept):
                kept.append(item)
        return kept

    def _read(self, snapshot: Snapshot, token: str) -> Postings:
        if token in self._postings:
            self._postings.move_to_end(token)
            return self._postings[token]
        text = self._database.value("SELECT group_concat(doc) FROM word_places WHERE term = ?", (token,))
        told = np.fromstring(text or "", np.int64, sep=",")
        firsts = np.flatnonzero(np.diff(told, prepend=-1))  # places come in order, a passage once for each
        numbers, often = told[firsts], np.diff(firsts, append=len(told))
        places = snapshot.positions(numbers)
        here = places >= 0
        postings = places[here].astype(np.int32), np.minimum(often[here], 255).astype(np.uint8)
        self._keep(token, postings, max(_KEPT_PLACES, _KEPT_SHARE * len(snapshot)))
        return postings

    def _keep(self, token: str, postings: Postings, most: int) -> None:
        self._postings[token] = postings
        self._places += len(postings[0])
        while self._places > most and self._postings:
            _, (gone, _) = self._postings.popitem(last=False)
            self._places -= len(gone)

    def _language(self, snapshot: Snapshot, language: str) -> tuple[int, float]:
        """Living passages of a language and their mean count of terms (at least 1)."""
        if language not in self._languages:
            number = self._database.value("SELECT no FROM labels WHERE name = ?", (language,))
            chosen = snapshot.alive & (snapshot.columns.language == (-1 if number is None else number))
            count = int(chosen.sum())
            mean = float(snapshot.columns.terms[chosen].mean()) if count else 1.0
            self._languages[language] = count, max(mean, 1.0)
        return self._languages[language]

    def _follow(self, snapshot: Snapshot) -> None:
        if (snapshot.layout, snapshot.generation) != self._of:
            self._of, self._places = (snapshot.layout, snapshot.generation), 0
            self._languages, self._postings = {}, OrderedDict()
            if abs(snapshot.living - self._counted) > _DRIFT * self._counted:  # they only decide what is affordable
                self._counts, self._counted = {}, snapshot.living
