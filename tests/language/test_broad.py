"""Broad questions: the topic they leave open, and what is no such question. A table of cases of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language.broad import topic_of, wants_newest
from rag.question import analyse


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What happened in Porto?", "Porto"),
        ("what's the latest on the rail strike?", "rail strike"),
        ("What’s new in Chile?", "Chile"),
        ("What happened to Ada Lovelace?", "Ada Lovelace"),
        ("Qu'est-il arrivé à Ada Lovelace ?", "Ada Lovelace"),
        ("Que devient Ada Lovelace ?", "Ada Lovelace"),
        ("Tell me about Ada Lovelace", "Ada Lovelace"),
        ("Could you tell me more about the harbour fire?", "harbour fire"),
        ("Summarise the news about the budget", "budget"),
        ("Give me an overview of the negotiations", "negotiations"),
        ("give me 3 articles about the climate", "climate"),
        ("What do we know about the new virus?", "new virus"),
        ("Where do things stand with the merger?", "merger"),
        ("latest news about the storm", "storm"),
        ("What happened in Porto last week?", "Porto"),
        ("Quoi de neuf à Porto cette semaine ?", "Porto"),
        ("What's new in Porto today?", "Porto"),
        ("Que s'est-il passé à Porto la semaine dernière ?", "Porto"),
        ("Que s'est-il passé à Porto aujourd'hui ?", "Porto"),
        ("Ada Lovelace", "Ada Lovelace"),
        ("the rail strike", "rail strike"),
        ("Que s'est-il passé à Porto ?", "Porto"),
        ("Qu'est-ce qui s'est passé au Chili ?", "Chili"),
        ("Quoi de neuf sur la grève ?", "grève"),
        ("Parle-moi de l'incendie du port", "incendie du port"),
        ("Résume l'actualité du budget", "budget"),
        ("Faites le point sur les négociations", "négociations"),
        ("Que sait-on du nouveau virus ?", "nouveau virus"),
        ("Où en est la fusion ?", "fusion"),
        ("dernières nouvelles de la tempête", "tempête"),
        ("l'incendie du port", "incendie du port"),
    ],
)
def test_the_topic_of_a_broad_question(text: str, topic: str) -> None:
    assert topic_of(text) == topic
    asked = analyse(text)
    assert (asked.kind, asked.topic) == ("overview", topic)


@pytest.mark.parametrize(
    "text",
    [
        "What happened to the captain?",
        "Who resigned in Porto?",
        "When is the strike?",
        "Did the mayor resign?",
        "The mayor is to resign",
        "List the victims",
        "What did the minister say about the strike?",
        "Tell me who won",
        "Qui a démissionné ?",
        "Le maire a-t-il démissionné ?",
        "Parle-moi de ce que la ministre a dit et de qui elle a vu",
        "Pourquoi la grève ?",
        "",
    ],
)
def test_what_asks_for_something_definite_has_no_topic(text: str) -> None:
    assert topic_of(text) is None
    assert analyse(text).topic == ""


@pytest.mark.parametrize(
    ("text", "kind"), [("unemployment rate in Chile", "how_much"), ("prix du pain", "how_much"), ("bread", "overview")]
)
def test_a_topic_that_names_an_amount_asks_for_it(text: str, kind: str) -> None:
    assert analyse(text).kind == kind


@pytest.mark.parametrize(
    ("text", "newest"),
    [
        ("What's new in Chile?", True),
        ("Quoi de neuf au Chili ?", True),
        ("Où en est la fusion ?", True),
        ("Tell me about Chile", False),
        ("Que sait-on du Chili ?", False),
    ],
)
def test_whether_news_is_asked_for(text: str, newest: bool) -> None:
    assert wants_newest(text) is newest


@given(st.text(max_size=80))
def test_a_topic_stands_in_the_question(text: str) -> None:
    topic = topic_of(text)
    assert topic is None or len(topic.split()) <= 8
