"""What is told where no statement in particular is asked for: of a topic, of some days, of a name, of an office.

Knows which sentences open such an answer: leads of articles about a topic, leads of the stories of some days, what
introduces a name or tells an age beside it, who is named with an office, what somebody says of a matter. Does not know
how passages are found, nor what is written from the sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rag.language.broad import wants_newest
from rag.language.identity import person_of
from rag.language.statements import statement_of
from rag.ranking.ages import ages
from rag.ranking.holders import holders, names_country, office_terms
from rag.ranking.introductions import introductions
from rag.ranking.leads import leads
from rag.ranking.news import openings, stories, told_of
from rag.ranking.statements import MATTER, statements
from rag.ranking.terms import coverage, terms_of, wanted
from rag.timeline import TimeScope, earlier, later
from rag.types import ArticleInfo, Evidence, Filter, Hit, Query, Question

if TYPE_CHECKING:
    from rag.retrieve import Retriever

_STORIES = 8  # articles that stand for the news of some days
_LATELY = (7, 30, 365)  # days before the newest article that are looked at for what is new
_IN_OFFICE = (60, 365)  # days before the newest article that are looked through by themselves
_SAID = 60  # passages looked through for an office
_FEW = 3  # articles below which more days are


def overview(
    retriever: Retriever,
    asked: Question,
    found: Sequence[Hit],
    evidence: Sequence[Evidence],
    window: Filter,
    scope: TimeScope,
) -> list[Evidence]:
    """The sentences that open the answer to a question with a topic, best first; [] where nothing does.

    Args:
        retriever: what the passages were found by.
        asked: a question whose ``topic`` is not empty.
        found: passages found for it, best first.
        evidence: the best sentences of the first of them, best first.
        window: the articles that may answer.
        scope: the time the question speaks of.
    """
    if asked.kind == "news":
        return news(retriever, found, window, scope.since, scope.until)
    hits = retriever.whole(asked, found)
    if asked.kind == "identity":
        return introductions(asked.topic, hits, person_of(asked.text) is not None)
    if asked.kind == "statement":
        statement = statement_of(asked.text)
        return statements(statement, asked.language, hits) if statement else []
    if asked.kind == "how_much":
        return ages(asked.topic, hits)
    if asked.kind == "who":
        return holders(asked, asked.topic, [*_with_office(retriever, asked, window), *hits])
    told = leads(retriever.understood(asked), hits, scope.recency or wants_newest(asked.text))
    about, said = {item.hit.article.id for item in told}, {item.place for item in told}
    return told + [item for item in evidence if item.hit.article.id in about and item.place not in said]


def otherwise(asked: Question, evidence: Sequence[Evidence]) -> Question:
    """The question as it is asked where nothing opens the answer: like any other, but where that would be a guess.

    Of an age or a country's office the articles do not tell: the age or the name that stands elsewhere is somebody
    else's. Of a matter that even the best sentence says nothing of, nobody says anything.
    """
    is_of_country = asked.kind == "who" and names_country(asked.topic, asked.language)
    if is_of_country or asked.kind == "how_much":
        return replace(asked, topic="", kind="identity")
    if asked.kind == "statement":
        return replace(asked, topic="", kind="what" if _is_spoken_of(asked, evidence) else "statement")
    return replace(asked, topic="")


def _is_spoken_of(asked: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether the best sentence names whose words are asked for and, with its title, speaks of the matter, if any."""
    statement = statement_of(asked.text)
    if statement is None or not evidence:
        return False
    best = evidence[0]
    language = best.hit.article.language
    have = terms_of(f"{best.hit.article.title} {best.sentence.text}", language)
    words = wanted(statement.about, asked.language, language)
    who = wanted(statement.speaker, asked.language, language)[-1:]
    is_named = coverage(who, terms_of(best.sentence.text, language)) >= MATTER
    return is_named and (not words or coverage(words, have) >= MATTER)


def _with_office(retriever: Retriever, asked: Question, window: Filter) -> list[Hit]:
    """Passages that say the office in so many words, the newest first."""
    last = _last_day(retriever, window)
    terms = office_terms(asked, asked.topic, tuple(retriever.understood(asked).words))
    found = []
    since = [earlier(last, timedelta(days=days)) for days in _IN_OFFICE] if last else []
    for days in (*(window.within(day, None) for day in since), window):
        found += retriever.index.search(Query(k=_SAID, terms=terms, filter=days, depth=_SAID))
    return found


def news(
    retriever: Retriever, found: Sequence[Hit], window: Filter, since: date | None, until: date | None
) -> list[Evidence]:
    """The leads of the stories of some days, then what other articles say of a single day; [] for neither.

    Args:
        retriever: whose index is read.
        found: passages found for the question; only these are looked through for other articles.
        window: the articles that may answer.
        since: the first day asked about; where neither day is given, the newest articles tell.
        until: the last one; what is printed the day after is still of it.
    """
    if since is None and until is None:
        articles = _newest(retriever, window)
    else:
        articles = retriever.index.articles(window.within(since, later(until, timedelta(days=1)) if until else None))
    chosen = stories(articles, _STORIES)
    ids = tuple(article.id for article in chosen)
    told = (
        openings(chosen, (passage for passage, _ in retriever.index.scan(where=Filter(article_ids=ids)))) if ids else []
    )
    if since and since == until:
        told += [item for item in told_of(since, found) if item.hit.article.id not in ids]
    return told


def _last_day(retriever: Retriever, window: Filter) -> date | None:
    """The day of the newest article, or the last of the window before it; None where no article has a day."""
    last = retriever.last_published()
    return min(last, window.until) if last and window.until else last


def _newest(retriever: Retriever, window: Filter) -> list[ArticleInfo]:
    """The articles of the last week there is; of the last month or year where that has few."""
    last = _last_day(retriever, window)
    for days in _LATELY if last else ():
        since = earlier(last, timedelta(days=days)) if last else None
        found = retriever.index.articles(window.within(since, None))
        if len(found) >= _FEW:
            return found
    return retriever.index.articles(window)
