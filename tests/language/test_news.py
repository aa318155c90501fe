"""Questions for the news as such, and what is no such question. A table of cases of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language.news import after_news
from rag.question import analyse


@pytest.mark.parametrize(
    "text",
    [
        "what's new?",
        "What is the latest?",
        "latest news",
        "Top stories",
        "What happened yesterday?",
        "What happened last week?",
        "What happened on 13 November 2015?",
        "What happened in March 2019?",
        "what happened in the last 3 days?",
        "What's in the news today?",
        "Give me the main headlines",
        "Summarise the news",
        "Quoi de neuf ?",
        "Quoi de neuf aujourd'hui ?",
        "Que s'est-il passé hier ?",
        "Que s'est-il passé la semaine dernière ?",
        "Que s'est-il passé le 14 juillet 2016 ?",
        "Qu'est-ce qui s'est passé en mars 2019 ?",
        "Quelles sont les dernières nouvelles ?",
        "Donne-moi les titres du jour",
        "Résume l'actualité",
        "À la une",
    ],
)
def test_the_news_as_such(text: str) -> None:
    asked = analyse(text)
    assert (asked.kind, asked.topic) == ("news", asked.text)


@pytest.mark.parametrize(
    "text",
    [
        "What's new in Porto?",
        "What happened to the captain?",
        "What happened in Porto yesterday?",
        "news about the storm",
        "What's the latest on the strike?",
        "Quoi de neuf à Porto ?",
        "Que s'est-il passé à Porto hier ?",
        "Quelles sont les nouvelles mesures ?",
        "What is new about the engine?",
        "newspapers",
        "",
    ],
)
def test_a_topic_is_no_news_as_such(text: str) -> None:
    assert analyse(text).kind != "news"


@given(st.text(max_size=60))
def test_any_text_may_be_read(text: str) -> None:
    assert after_news(text) is None or isinstance(after_news(text), str)
