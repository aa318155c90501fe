"""Features of a candidate sentence: what can be known of it without reading it with a model.

Knows sentences, the question's telling words, figures and names. Does not know how the features are weighed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from rag.figures import find_figures
from rag.language import fold, index_terms
from rag.ranking.terms import Wanted, coverage
from rag.types import ArticleInfo, Hit, Question, QuestionKind, Sentence

_REASON = re.compile(
    r"\b(parce qu|en raison d|a cause d|afin d|pour eviter|car\b|faute d|apres qu|suite a|du fait d|puisqu|explique|due? a\b"
    r"|because|due to|owing to|in order to|so that|after\b|as a result|since\b|reason)"
)
_MEANS = re.compile(
    r"\b(grace a|via|au moyen d|a l.aide d|par le biais|en [a-z]+ant\b|avec|sur des|by [a-z]+ing\b|through|using|thanks to|with)"
)
_PLACE = re.compile(r"\b(a|en|au|aux|dans|sur|pres d\w*|in|at|on|near)\b [^.]{0,12}")
_CAPITALS = re.compile(r"(?<=[\w,;:’'»\"(] )[A-ZÀ-Þ][\w’'-]+|(?<=[dlDL][’'])[A-ZÀ-Þ][\w-]+")
_AMOUNTS = frozenset({"money", "percent", "quantity", "duration", "count"})


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What is known of a sentence, each value from 0 to 1 unless said.

    ``said``: coverage of the question's words by the sentence; ``around``: by it and its neighbours; ``passage``: by passage and
    title; ``names``: coverage of the question's names and numbers by passage, title and date; ``here``: the same by the sentence;
    ``kind``: whether it holds something of the kind asked for that is not in the question; ``first``: whether it opens
    the article; ``short``: whether it has under six words; ``question``: whether it asks itself.
    """

    said: float
    around: float
    passage: float
    names: float
    here: float
    kind: float
    first: float
    short: float
    question: float


FEATURES = tuple(field.name for field in fields(SentenceFeatures))


def sentence_features(question: Question, hit: Hit, words: Mapping[str, Sequence[Wanted]]) -> list[SentenceFeatures]:
    """Features of each sentence of a passage, in order."""
    language = hit.article.language
    telling = tuple(words.get(language, ()))
    named = tuple(word for word in telling if word.is_name)
    terms = [frozenset(index_terms(sentence.text, language)) for sentence in hit.passage.sentences]
    whole = frozenset().union(*terms, index_terms(hit.article.title, language), _day_terms(hit.article, language))
    passage, names = coverage(telling, whole), coverage(named, whole) if named else 1.0
    asked = frozenset(index_terms(question.text, question.language)) | frozenset(fold(question.text).split())
    return [
        SentenceFeatures(
            said=coverage(telling, own),
            around=coverage(telling, own.union(*terms[max(0, n - 1) : n + 2])),
            passage=passage,
            names=names,
            here=coverage(named, own) if named else 0.0,
            kind=float(holds_kind(question.kind, sentence, hit.article, asked)),
            first=float(hit.passage.ordinal == 0 and n == 0),
            short=float(len(sentence.text.split()) < 6),
            question=float(sentence.text.rstrip(' "»”').endswith("?")),
        )
        for n, (sentence, own) in enumerate(zip(hit.passage.sentences, terms, strict=True))
    ]


def _day_terms(article: ArticleInfo, language: str) -> list[str]:
    """The article's year as an index term: a question's "in 2019" is met by news of 2019."""
    return [str(article.published.year)] if article.published else []


def holds_kind(kind: QuestionKind, sentence: Sentence, article: ArticleInfo, asked: frozenset[str]) -> bool:
    """Whether a sentence holds an answer of the kind that the question itself does not say already."""
    text, language = sentence.text, article.language
    if kind in ("how_much", "how_many"):
        return any(f.kind in _AMOUNTS and not _said(f.text, language, asked) for f in find_figures(text, language))
    if kind == "when":
        return any(
            _is_time(f.kind, f.unit) and not _said(f.text, language, asked) for f in find_figures(text, language)
        )
    if kind == "who":
        return any(fold(name) not in asked and not _said(name, language, asked) for name in _CAPITALS.findall(text))
    folded = fold(text)
    if kind == "where":
        return any(not _said(name, language, asked) for name in _CAPITALS.findall(text)) and bool(_PLACE.search(folded))
    if kind == "why":
        return bool(_REASON.search(folded))
    return kind != "how" or bool(_MEANS.search(folded))


def _is_time(kind: str, unit: str) -> bool:
    return kind in ("date", "duration") or (kind == "quantity" and unit == "clock")


def _said(text: str, language: str, asked: frozenset[str]) -> bool:
    terms = index_terms(text, language)
    return bool(terms) and all(term in asked for term in terms)
