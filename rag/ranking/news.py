"""The news of some days: whose articles open it, and what later articles say of a day.

Knows titles, days and passages. Does not know indexes, nor what is written from the sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from rag.figures import find_figures, find_names
from rag.figures.places import peoples
from rag.ranking.leads import lead_of
from rag.ranking.terms import Wanted, wanted
from rag.types import ArticleInfo, Evidence, Hit, Passage

_READ = 400  # articles whose titles are held against each other
_YEAR = timedelta(days=366)
_FADING = 0.5  # what a name told already still counts


def stories(articles: Sequence[ArticleInfo], count: int) -> list[ArticleInfo]:
    """The articles that stand for the most others: those whose titles name what most titles name, each thing once.

    Args:
        articles: of the days asked about, the newest first; of equals the first comes first.
        count: how many are wanted at most.
    """
    named = {article.id: titled_names(article) for article in articles[:_READ]}
    told = Counter(key for keys in named.values() for key in keys)
    worth = {key: float(number - 1) for key, number in told.items()}
    left = list(articles[:_READ])
    chosen: list[ArticleInfo] = []
    while left and len(chosen) < count:
        best = max(left, key=lambda article: sum(worth[key] for key in named[article.id]))
        left.remove(best)
        chosen.append(best)
        for key in named[best.id]:
            worth[key] *= _FADING**2
    return chosen


def titled_names(article: ArticleInfo) -> dict[str, str]:
    """Whom and what a title names, peoples apart: as written, by key."""
    nations = set(peoples().values())
    names = find_names(article.title, article.language)
    return {name.key: name.text for name in names if name.key not in nations}


def openings(articles: Sequence[ArticleInfo], passages: Iterable[Passage]) -> list[Evidence]:
    """The lead of each article, in their order, as far as its first passage is there; the score is 1.

    It is the sentence that says most of the title: it names who and what it is of.
    """
    first = {passage.article_id: passage for passage in passages if passage.ordinal == 0}
    hits = [
        Hit(first[article.id], article, 1.0, rank) for rank, article in enumerate(articles, 1) if article.id in first
    ]
    return [Evidence(hit, lead_of(hit, _titled(hit.article)), 1.0) for hit in hits]


def _titled(article: ArticleInfo) -> tuple[Wanted, ...]:
    return wanted(article.title, article.language, article.language)


def told_of(day: date, hits: Sequence[Hit]) -> list[Evidence]:
    """The sentences that name a day, one of each article, in the order of the hits; the score is 1.

    Without its year only articles of about that time can mean it.
    """
    found: dict[str, Evidence] = {}
    for hit in hits:
        article = hit.article
        for sentence in hit.passage.sentences:
            if article.id in found or not _may_name(day, sentence.text, article.published):
                continue
            figures = find_figures(sentence.text, article.language, article.published)
            if any(figure.date_from == figure.date_to == day for figure in figures):
                found[article.id] = Evidence(hit, sentence, 1.0)
    return list(found.values())


def _may_name(day: date, text: str, published: date | None) -> bool:
    """Whether a day's number stands in a text, with its year or in an article of the year after it."""
    if not re.search(rf"\b{day.day}(?:er|st|nd|rd|th)?\b", text):
        return False
    return str(day.year) in text or (published is not None and timedelta(0) <= published - day <= _YEAR)
