"""What opens the articles about a topic: news says first what it is about.

Knows passages of the articles found. Does not know indexes, nor what is written from the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language import index_terms
from rag.ranking.asked import Asked
from rag.ranking.terms import Wanted, coverage, terms_of
from rag.types import Evidence, Hit, Sentence

_TELLS = 6  # index terms from which a sentence tells something
_QUOTES = ('"', "“", "«", "'", "’")
_POINTING = re.compile(
    r"(?:voilà|voici|c['’]est|cela|ceci|ce|cette|cet|ces|ils?|elles?|celui|celle|ceux|he|she|it|they|this|that|these"
    r"|those|there)\b",
    re.IGNORECASE,
)
"""A sentence that begins so speaks of what stands before it."""

_LATER = 0.1  # what a sentence loses for each that stands before it
_QUOTED = 0.3  # what a quotation, a question or a sentence that points back loses
_SAID, _TRANSLATED = 0.65, 0.4  # share of what the topic says that title and opening of an article about it say
_NEAR = 0.7  # share of the best article's standing from which another is about the topic, too
_SPREAD = 0.3  # cosine below the best at which a passage is not near at all


def leads(asked: Asked, hits: Sequence[Hit], newest_first: bool = False) -> list[Evidence]:
    """The lead of each article about the topic, the likeliest article first; the score is its cosine, 0 to 1.

    Args:
        asked: the question, its topic as vector and words.
        hits: passages of articles about it; those of articles whose first passage is not among them count nothing.
        newest_first: whether the newest article about it comes first.
    """
    first = [hit for hit in hits if hit.passage.ordinal == 0 and _is_about(asked, hit)]
    if not first:
        return []
    nearest = max(hit.dense_score or 0.0 for hit in first)
    standing = {hit.article.id: _standing(asked, hit, nearest) for hit in first}
    best = max(standing.values())
    about = [hit for hit in first if standing[hit.article.id] >= _NEAR * best]
    about.sort(key=lambda hit: (-standing[hit.article.id], hit.article.id))
    if newest_first:
        about.sort(key=lambda hit: hit.article.published.toordinal() if hit.article.published else 0, reverse=True)
    return [
        Evidence(hit, lead_of(hit, asked.words.get(hit.article.language, ())), max(0.0, hit.dense_score or 0.0))
        for hit in about
    ]


def _is_about(asked: Asked, hit: Hit) -> bool:
    """Whether title and opening say enough of the topic; words lost in translation are made allowance for."""
    return _said(asked, hit) >= (_SAID if hit.article.language == asked.question.language else _TRANSLATED)


def _said(asked: Asked, hit: Hit) -> float:
    """How much of the topic title and opening say, 0 to 1."""
    language = hit.article.language
    have = terms_of(hit.article.title, language) | terms_of(hit.passage.text, language)
    return coverage(asked.words.get(language, ()), have)


def _standing(asked: Asked, hit: Hit, nearest: float) -> float:
    """How much of an article is about the topic, 0 to 2.5: by its vector, its opening and, half, its title."""
    language = hit.article.language
    near = max(0.0, 1 - (nearest - (hit.dense_score or 0.0)) / _SPREAD)
    titled = coverage(asked.words.get(language, ()), terms_of(hit.article.title, language))
    return near + _said(asked, hit) + 0.5 * titled


def lead_of(hit: Hit, words: Sequence[Wanted] = ()) -> Sentence:
    """The sentence of an opening that says most of the topic's words, an earlier one rather than a later."""
    language = hit.article.language

    def worth(place: int, sentence: Sentence) -> float:
        told = index_terms(sentence.text, language)
        lost = _LATER * place + max(0, _TELLS - len(told)) / _TELLS + _QUOTED * (not stands_alone(sentence.text))
        return coverage(words, set(told)) - lost

    sentences = hit.passage.sentences
    return sentences[max(range(len(sentences)), key=lambda place: (worth(place, sentences[place]), -place))]


def stands_alone(text: str) -> bool:
    """Whether a sentence is told, in full, without pointing back: no question, quotation, or half of one."""
    text = text.lstrip("-–— ")
    if text.startswith(_QUOTES) or text.rstrip().endswith("?") or _POINTING.match(text):
        return False
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”") and text.count("«") == text.count("»")
