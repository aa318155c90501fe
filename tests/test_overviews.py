"""What is told where nothing in particular is asked for, over the real index of the sample corpus."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rag import Assistant
from rag.messages import message
from rag.overviews import news, overview
from rag.question import analyse
from rag.timeline import TimeScope
from rag.types import Evidence, Filter


def told(assistant: Assistant, text: str) -> list[Evidence]:
    asked = analyse(text)
    found = assistant.retriever.search(asked, k=40)
    evidence = assistant.retriever.evidence(asked, found[:8])
    return overview(assistant.retriever, asked, found, evidence, Filter(), TimeScope())


def test_each_kind_of_topic_is_opened_by_sentences_of_its_own(assistant: Assistant) -> None:
    assert told(assistant, "Who is Keir Starmer?")[0].sentence.text.startswith("Keir Starmer became prime minister")
    assert told(assistant, "Finland")[0].hit.article.id.startswith("2023-04-05-finland")
    assert len({item.hit.article.id for item in told(assistant, "What's new?")}) >= 3
    assert told(assistant, "Who is the mayor of Timbuktu?") == []
    assert told(assistant, "Who is Cornelia Pfefferkorn?") == []


def test_an_article_opens_the_news_of_its_day_and_of_the_day_before(assistant: Assistant) -> None:
    article = next(item for item in assistant.index.articles() if item.published)
    assert article.published is not None
    for day in (article.published, article.published - timedelta(days=1)):
        ids = [item.hit.article.id for item in news(assistant.retriever, [], Filter(), day, day)]
        assert ids == [article.id]
    long_ago = date(1990, 1, 1)
    assert news(assistant.retriever, [], Filter(), long_ago, long_ago) == []


def test_what_is_new_is_new_within_the_window(assistant: Assistant) -> None:
    until = date(2024, 7, 1)
    found = news(assistant.retriever, [], Filter(until=until), None, None)
    days = [item.hit.article.published for item in found]
    assert len(found) >= 3
    assert all(day is not None and day <= until for day in days)
    only = news(assistant.retriever, [], Filter(languages=("fr",)), None, None)
    assert {item.hit.article.language for item in only} == {"fr"}


def test_the_first_and_the_last_day_there_are_may_be_asked_about(assistant: Assistant) -> None:
    assert news(assistant.retriever, [], Filter(), date.max, date.max) == []
    assert news(assistant.retriever, [], Filter(until=date.min), None, None) == []
    assert assistant.ask("what happened on 9999-12-31?").refusal is not None
    assert assistant.ask("what's new?", as_of=date.min).refusal is not None
    before_all = Filter(until=date.min)
    assert assistant.ask("who is the secretary general of NATO?", filter=before_all).refusal is not None


def test_the_sentences_of_a_day_told_later_follow_its_news(assistant: Assistant) -> None:
    found = assistant.retriever.search("8 septembre 2023", k=40)
    texts = [
        item.sentence.text for item in news(assistant.retriever, found, Filter(), date(2023, 9, 8), date(2023, 9, 8))
    ]
    assert texts == list(dict.fromkeys(texts))


@pytest.mark.parametrize(
    "question", ["What did Antony Blinken say about weapons?", "Qu'a dit Antony Blinken des armes ?"]
)
def test_what_somebody_says_of_a_matter_is_told_in_either_language(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.claims[0].text.startswith("Secretary of State Antony Blinken said the arms would come")


def test_what_nobody_says_is_refused(assistant: Assistant) -> None:
    refused = assistant.ask("What did Antony Blinken say about dinosaurs?").refusal
    assert refused is not None
    assert refused.message == message("unsaid", "en", who="Antony Blinken")
    assert assistant.ask("Qu'a dit Rishi Sunak ?").claims[0].text.startswith("Rishi Sunak congratulated his opponent")
    assert assistant.ask("What did Donald Trump promise?").claims[0].text.startswith("What the next administration")
