"""English articles asked in English and in French, from the question to the proved answer, with the bundled encoder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag import Assistant
from rag.types import Filter
from tests.opening import opened

ARTICLES = [
    {
        "id": "ferry",
        "title": "Ferry line to Port Ellery cut",
        "published": "2019-03-04",
        "text": "The Spanish operator Navemar will stop its ferry to Port Ellery on June 30th, it said on Monday. "
        '"The line lost $2.5m last year," Mr. Daniel Okafor, its chief executive, told reporters in Aldhaven. '
        "Some 1,400 passengers a week use the crossing.\n\nThe harbour master, Ruth Calloway, 52, called the news "
        "a blow. The first boat leaves at 6:30 a.m. and the last one at 9 p.m. The town's mayor was not reached.",
    },
    {
        "id": "mill",
        "title": "Old mill becomes a museum",
        "published": "2019-05-20",
        "text": "A paper mill in Brantley Cross will open as a museum in September 2020. The works cost £1m less than "
        "feared, at just £4.2m. The architect is Helen Marchetti, who also drew the station of Port Ellery.",
    },
    {
        "id": "moulin",
        "language": "fr",
        "title": "Le moulin devient un musée",
        "published": "2019-05-21",
        "text": "Un ancien moulin à papier de Brantley Cross deviendra un musée en septembre 2020. Les travaux ont "
        "coûté 4,2 millions de livres. L'architecte est Helen Marchetti.",
    },
]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    rows = ({"language": "en", "source": "The Aldhaven Post"} | article for article in ARTICLES)
    with opened(tmp_path_factory.mktemp("english"), rows) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("How much money did the ferry line to Port Ellery lose?", "$2.5m"),
        ("Combien d'argent la ligne de ferry vers Port Ellery a-t-elle perdu ?", "$2.5m"),
        ("How many passengers use the crossing to Port Ellery?", "1,400"),
        ("Combien de passagers empruntent la traversée vers Port Ellery ?", "1,400"),
        ("When will Navemar stop the ferry?", "June 30th"),
        ("Quand Navemar arrêtera-t-elle le ferry ?", "June 30th"),
        ("Who is the chief executive of the ferry operator from Spain?", "Daniel Okafor"),
        ("How old is the harbour master Ruth Calloway?", "52"),
        ("Who is the architect of the paper mill museum?", "Helen Marchetti"),
        ("Qui est l'architecte du musée du moulin à papier ?", "Helen Marchetti"),
    ],
)
def test_both_languages_are_answered_from_english_articles(assistant: Assistant, question: str, quoted: str) -> None:
    answer = assistant.ask(question, filter=Filter(languages=("en",)))
    assert answer.refusal is None
    assert any(quoted in citation.quote for citation in answer.citations)
    assert {citation.language for citation in answer.citations} == {"en"}


@pytest.mark.parametrize(
    ("question", "direct"),
    [
        ("How many passengers use the crossing to Port Ellery?", "about 1,400"),
        ("Combien de passagers empruntent la traversée vers Port Ellery ?", "environ 1\u202f400"),
    ],
)
def test_the_short_answer_is_in_the_language_of_the_question(assistant: Assistant, question: str, direct: str) -> None:
    assert assistant.ask(question).direct == direct


def test_a_sentence_ends_where_english_ends_it(assistant: Assistant) -> None:
    answer = assistant.ask("Who is the chief executive of Navemar?")
    quotes = [citation.quote for citation in answer.citations]
    assert (
        '"The line lost $2.5m last year," Mr. Daniel Okafor, its chief executive, told reporters in Aldhaven.' in quotes
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_filter_holds_in_a_corpus_of_two_languages(assistant: Assistant, language: str) -> None:
    answer = assistant.ask("Who is the architect of the paper mill?", filter=Filter(languages=(language,)))
    assert {hit.article.language for hit in answer.hits} == {language}
    assert {citation.language for citation in answer.citations} == {language}


@pytest.mark.parametrize(
    "question", ["Who is the architect of the paper mill museum?", "Qui est l'architecte du musée du moulin à papier ?"]
)
def test_neither_language_crowds_out_the_other(assistant: Assistant, question: str) -> None:
    assert {hit.article.language for hit in assistant.ask(question).hits[:2]} == {"en", "fr"}
