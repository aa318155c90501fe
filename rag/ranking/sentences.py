"""Features of a candidate sentence: what can be known of it without reading it with a model.

Knows sentences, the question's telling words, figures and names. Does not know how the features are weighed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from rag.ranking.kinds import Expected, measure
from rag.ranking.terms import Wanted, coverage, terms_of
from rag.types import ArticleInfo, Hit


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What is known of a sentence, each value from 0 to 1 unless said.

    ``said``: coverage of the question's words by the sentence; ``around``: by it and its neighbours; ``passage``: by
    passage and title; ``names``: coverage of the question's names and numbers by passage, title and date; ``here``:
    the same by the sentence; ``kind``: whether it holds something of the kind asked for that is not in the question;
    ``fits``: whether that is of the right unit or form; ``first``: whether it opens the article; ``short``: whether
    it has under six words; ``question``: whether it asks itself.
    """

    said: float
    around: float
    passage: float
    names: float
    here: float
    kind: float
    fits: float
    first: float
    short: float
    question: float


FEATURES = tuple(field.name for field in fields(SentenceFeatures))


def sentence_features(hit: Hit, words: Mapping[str, Sequence[Wanted]], want: Expected) -> list[SentenceFeatures]:
    """Features of each sentence of a passage, in order."""
    language = hit.article.language
    telling = tuple(words.get(language, ()))
    named = tuple(word for word in telling if word.is_name)
    terms = [terms_of(sentence.text, language) for sentence in hit.passage.sentences]
    whole = frozenset().union(*terms, terms_of(hit.article.title, language), _day_terms(hit.article, language))
    passage, names = coverage(telling, whole), coverage(named, whole) if named else 1.0
    measured = [measure(want, sentence.text, language) for sentence in hit.passage.sentences]
    return [
        SentenceFeatures(
            said=coverage(telling, own),
            around=coverage(telling, own.union(*terms[max(0, n - 1) : n + 2])),
            passage=passage,
            names=names,
            here=coverage(named, own) if named else 0.0,
            kind=measured[n][0],
            fits=measured[n][1],
            first=float(hit.passage.ordinal == 0 and n == 0),
            short=float(len(sentence.text.split()) < 6),
            question=float(sentence.text.rstrip(' "»”').endswith("?")),
        )
        for n, (sentence, own) in enumerate(zip(hit.passage.sentences, terms, strict=True))
    ]


def _day_terms(article: ArticleInfo, language: str) -> list[str]:
    """The article's year as an index term: a question's "in 2019" is met by news of 2019."""
    return [str(article.published.year)] if article.published else []
