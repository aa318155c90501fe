"""Questions to begin with on the empty page.

Knows: questions the sample corpus answers, and one it does not; of any other corpus, whom and what the titles of its
newest articles name. Does not know whether an article answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from rag.index import NewsIndex
from rag.ranking.news import titled_names
from rag.types import ArticleInfo, Filter, IndexInfo

_SAMPLE_OUTLET = "Citewire sample"

_SAMPLE_QUESTIONS = (
    "How much drawdown authority remains?",
    "Combien de personnes ont perdu la vie au Maroc ?",
    "Who received the Nobel Peace Prize?",
    "Quand Ariane 6 a-t-elle décollé ?",
    "Who became prime minister of the United Kingdom?",
    "Qui accueillera les Jeux olympiques de 2036 ?",
)
_NEWEST = 200  # articles whose titles are read
_LATELY = timedelta(days=30)  # how far back from the last day these may be
_FEW = 20  # articles from which on they tell enough
_TOPICS = 5
_TITLES = 2  # titles that must name it
_SHORTEST = 3  # letters of a name


def questions(info: IndexInfo) -> tuple[str, ...]:
    """Questions for the articles of this index; none where the sample is not among them."""
    return _SAMPLE_QUESTIONS if any(outlet.startswith(_SAMPLE_OUTLET) for outlet in info.sources) else ()


def newest(index: NewsIndex) -> list[ArticleInfo]:
    """The articles of the last days of an index; where these are few, all."""
    last = index.info().last_published
    lately = index.articles(Filter(since=last - _LATELY)) if last else []
    return (lately if len(lately) >= _FEW else index.articles())[:_NEWEST]


def topics(articles: Sequence[ArticleInfo]) -> tuple[str, ...]:
    """Whom and what several of the titles name, the commonest first, as first written; each is a question by itself."""
    told: Counter[str] = Counter()
    written: dict[str, str] = {}
    for article in articles:
        for key, text in titled_names(article).items():
            if len(text) >= _SHORTEST:
                told[key] += 1
                written.setdefault(key, text)
    return tuple(written[key] for key, count in told.most_common(_TOPICS) if count >= _TITLES)


def label(question: str) -> str:
    """The question as a label that never breaks before its French question mark."""
    return question.replace(" ?", "\u00a0?")
