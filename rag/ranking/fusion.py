"""Candidates of both sides of the index to one ranking of passages.

Each side is weighed by what it can know: the cosine against the best cosine in the same language (texts of the
question's own language sit nearer whatever they say), BM25 against the best BM25 of the language by as much as that
language has to say, both supported by the next best passage of the same article, how much of the question is said
there, and the date.
Knows hits and weights. Does not know indexes or sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from rag.question import When
from rag.ranking.covering import Covered, covered, told_in
from rag.ranking.terms import Wanted
from rag.types import Hit


@dataclass(frozen=True, slots=True)
class PassageFeatures:
    """What is known of a candidate before it is read. All but ``dense`` lie between 0 and 1 (``when``: -1 and 1).

    ``dense``: cosine; ``near``: cosine against the best of that language; ``lexical``: BM25 against the best,
    less where another language says more of the question;
    ``near_article``, ``lexical_article``: the same of the article's best other passage; ``when``: whether the article
    is of the time that the question speaks of; ``cover``, ``cover_article``, ``names_article``: coverage of the
    question's words by passage and title, by the article as found, and of its names by the article, 0 for far ones.
    """

    dense: float
    near: float
    lexical: float
    near_article: float
    lexical_article: float
    when: float
    cover: float
    cover_article: float
    names_article: float


FEATURES = tuple(field.name for field in fields(PassageFeatures))
_LOOKED_AT = 40  # nearest candidates that are looked at for what they say of the question: all take 30 ms
_SPREAD = 0.3  # cosine below the best at which a passage is not near at all


def passage_features(
    hits: Sequence[Hit],
    words: Mapping[str, Sequence[Wanted]],
    times: Sequence[When],
) -> list[PassageFeatures]:
    """Features of each hit, in order.

    Args:
        hits: candidates with the scores of both sides.
        words: the question's telling words, by language of the articles.
        times: what the question says of time.
    """
    best_dense: dict[str, float] = defaultdict(lambda: -1.0)
    best_lexical: dict[str, float] = defaultdict(float)
    for hit in hits:
        language = hit.article.language
        best_dense[language] = max(best_dense[language], hit.dense_score or 0.0)
        best_lexical[language] = max(best_lexical[language], hit.lexical_score or 0.0)
    near = [_near(hit.dense_score, best_dense[hit.article.language]) for hit in hits]
    told = told_in(hits, words)
    lexical = [
        told[hit.article.language] * (hit.lexical_score or 0.0) / (best_lexical[hit.article.language] or 1.0)
        for hit in hits
    ]
    says = _says(hits, words, [a + b for a, b in zip(near, lexical, strict=True)])
    others = zip(_others(hits, near), _others(hits, lexical), strict=True)
    return [
        PassageFeatures(
            dense=hit.dense_score or 0.0,
            near=near[n],
            lexical=lexical[n],
            near_article=near_article,
            lexical_article=lexical_article,
            when=agreement(times, hit.article.published),
            cover=says[n].passage,
            cover_article=says[n].article,
            names_article=says[n].names,
        )
        for n, (hit, (near_article, lexical_article)) in enumerate(zip(hits, others, strict=True))
    ]


def _says(hits: Sequence[Hit], words: Mapping[str, Sequence[Wanted]], score: Sequence[float]) -> list[Covered]:
    """What the hits with the highest score say of the question; nothing for the others."""
    looked_at = sorted(range(len(hits)), key=lambda n: -score[n])[:_LOOKED_AT]
    found = dict(zip(looked_at, covered([hits[n] for n in looked_at], words), strict=True))
    return [found.get(n, Covered()) for n in range(len(hits))]


def _near(dense: float | None, best: float) -> float:
    return 0.0 if dense is None else max(0.0, 1 - (best - dense) / _SPREAD)


def _others(hits: Sequence[Hit], values: Sequence[float]) -> list[float]:
    """For each hit the best value of another hit of its article, 0 where there is none."""
    by_article: dict[str, list[float]] = defaultdict(list)
    for hit, value in zip(hits, values, strict=True):
        by_article[hit.article.id].append(value)
    best = {key: sorted(found, reverse=True)[:2] for key, found in by_article.items()}
    result = []
    for hit, value in zip(hits, values, strict=True):
        first, *second = best[hit.article.id]
        result.append((second[0] if second else 0.0) if value == first else first)
    return result


def agreement(times: Sequence[When], published: date | None) -> float:
    """1 where an article of that day is of a month the question names, -1 where it is too old to tell; between else.

    0 where the question names no time or the article has none. News of a month is also written in the next.
    """
    if not times or published is None:
        return 0.0
    return max(_agreement(time, published) for time in times)


def _agreement(time: When, published: date) -> float:
    if not time.months:
        return {0: 0.5, 1: 0.0}.get(published.year - time.year, -0.5)
    here = published.year * 12 + published.month
    after = [here - (time.year * 12 + month) for month in time.months]  # months from the time named to the article
    if 0 in after:
        return 1.0
    soonest = min((months for months in after if months > 0), default=None)
    if soonest is None:
        return 0.0 if max(after) >= -2 else -1.0  # written long before: it cannot tell of it
    return 0.7 if soonest == 1 else 0.1 if soonest <= 6 else -0.3


def fused_score(features: PassageFeatures, weights: Mapping[str, float]) -> float:
    """The weighted sum of the features."""
    return sum(weights.get(name, 0.0) * float(getattr(features, name)) for name in FEATURES)
