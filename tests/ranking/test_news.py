"""The news of some days, over articles and passages made for the purpose."""

from __future__ import annotations

from datetime import date

from rag.ranking.news import openings, stories, told_of
from rag.types import ArticleInfo, Hit, Passage, Sentence


def article(name: str, title: str) -> ArticleInfo:
    return ArticleInfo(name, title=title, published=date(2024, 5, 9), language="en")


def passage(name: str, *texts: str, ordinal: int = 0) -> Passage:
    placed, start = [], 0
    for text in texts:
        placed.append(Sentence(start, start + len(text), text))
        start += len(text) + 1
    return Passage(name, ordinal, 0, start - 1, " ".join(texts), tuple(placed))


STORM = article("storm", "Storm over Osterland")
VOTE = article("vote", "In Osterland, voters turn to Lindmark")
RESIGNED = article("resigned", "Lindmark wins by a hair")
BREAD = article("bread", "The price of bread")


def test_what_most_titles_name_comes_first_and_each_thing_once() -> None:
    chosen = stories([BREAD, STORM, VOTE, RESIGNED], 2)
    assert chosen[0] == VOTE
    assert len(chosen) == 2
    assert stories([BREAD], 3) == [BREAD]
    assert stories([], 3) == []


def test_of_equals_the_newest_comes_first() -> None:
    assert stories([BREAD, STORM], 1) == [BREAD]


def test_each_article_opens_with_its_lead() -> None:
    first = passage(
        "storm",
        "A man was found dead in his car by the police in the morning.",
        "A storm swept over the whole of Osterland during the night.",
    )
    later = passage("storm", "Roofs were torn off in nine of the villages along the coast.", ordinal=1)
    found = openings([VOTE, STORM], [later, first])
    assert [(item.hit.article, item.sentence) for item in found] == [(STORM, first.sentences[1])]


def test_an_article_of_about_that_time_may_leave_out_the_year() -> None:
    text = passage("a", "The shock was felt on 3 May at 11 pm.")
    hits = [Hit(text, article("a", "Shock"), 0.5, rank=1)]
    assert len(told_of(date(2024, 5, 3), hits)) == 1
    assert told_of(date(2023, 5, 3), hits) == []


def test_later_articles_tell_of_a_day_where_they_name_it_with_its_year() -> None:
    named = passage("a", "It rained.", "On 3 May 2019 the bridge of Porto fell into the river.")
    other = passage("b", "On 4 May 2019 the bridge was cleared.", "The 3rd of May was a Friday.")
    hits = [Hit(text, article(text.article_id, "Bridge"), 0.5, rank=1) for text in (other, named)]
    assert [item.sentence for item in told_of(date(2019, 5, 3), hits)] == [named.sentences[1]]
