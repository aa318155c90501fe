"""What the empty page offers to ask is worth asking: the sample corpus answers it, and refuses the last."""

from __future__ import annotations

import pytest

from rag import Assistant
from rag.types import ArticleInfo, IndexInfo
from rag.ui import examples

SAID = ("4 à 5 milliards de dollars", "2 901 personnes", "Nihon Hidankyo", "mardi 9 juillet", "Keir Starmer")


@pytest.mark.parametrize("number", range(len(SAID)))
def test_an_example_is_answered_first_by_the_right_sentence(assistant: Assistant, number: int) -> None:
    question = examples.questions(assistant.index.info())[number]
    answer = assistant.ask(question)
    assert answer.refusal is None
    assert SAID[number] in answer.claims[0].citations[0].quote


def test_the_last_example_is_refused(assistant: Assistant) -> None:
    questions = examples.questions(assistant.index.info())
    assert len(questions) == len(SAID) + 1
    assert assistant.ask(questions[-1]).refusal is not None


def test_another_corpus_is_offered_none() -> None:
    info = IndexInfo("bundled", "x", 1, 1, 1, 1, sources={"Harbour Post": 1})
    assert examples.questions(info) == ()


def test_another_corpus_is_offered_what_its_newest_titles_name() -> None:
    titles = ("Harbour: Lindmark wants to go on", "Storm over Osterland", "Lindmark resigns", "Osterland votes", "Rain")
    articles = [ArticleInfo(str(number), title, language="en") for number, title in enumerate(titles)]
    assert examples.topics(articles) == ("Lindmark", "Osterland")


def test_a_people_and_what_one_title_names_are_no_topics() -> None:
    titles = ("Les Français votent", "Les Français attendent", "Karsa gagne", "Il pleut")
    articles = [ArticleInfo(str(number), title, language="fr") for number, title in enumerate(titles)]
    assert examples.topics(articles) == ()


def test_of_few_articles_all_are_looked_at_the_newest_first(assistant: Assistant) -> None:
    found = examples.newest(assistant.index)
    days = [article.published for article in found if article.published]
    assert days == sorted(days, reverse=True)
    assert len(found) == assistant.index.info().articles


def test_a_french_question_mark_stays_on_its_line() -> None:
    assert examples.label("Qui ?") == "Qui\u00a0?"
    assert examples.label("Who?") == "Who?"
