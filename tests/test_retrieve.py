"""Search and evidence over a real index of a few articles in two languages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from rag.errors import IndexMissing
from rag.question import analyse
from rag.retrieve import Retriever
from rag.settings import Settings
from rag.types import Filter
from tests.fakes import WordHashEncoder
from tests.index.material import ENCODER, article, fill, made

ARTICLES = (
    article(
        "pont",
        "Le pont de Millau a été inauguré par Jeanne Morel. Il a coûté 394 millions d'euros. Il mesure 2 460 mètres.",
        title="Le pont de Millau est ouvert",
        language="fr",
        source="Gazette",
        published=date(2019, 3, 2),
    ),
    article(
        "bridge",
        "The Millau bridge drew 400,000 visitors in its first month. A toll of 8 euros is charged.",
        title="Visitors flock to the Millau bridge",
        language="en",
        source="Herald",
        published=date(2019, 4, 20),
    ),
    article(
        "fromage",
        "Un fromage de chèvre a gagné la médaille d'or. Le jury comptait douze membres.",
        title="Médaille d'or pour un fromage",
        language="fr",
        source="Gazette",
        published=date(2020, 1, 5),
    ),
)


@pytest.fixture
def retriever(tmp_path: Path) -> Iterator[Retriever]:
    made(tmp_path / "index", ARTICLES).close()
    retriever = Retriever.open(tmp_path / "index", settings=Settings(threads=1), encoder=ENCODER)
    yield retriever
    retriever.index.close()


@pytest.fixture
def often_switched() -> Iterator[None]:
    """Threads take turns so often that a race is met."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("Combien le pont de Millau a-t-il coûté ?", "pont"),
        ("How much did the Millau bridge cost in March 2019?", "pont"),
        ("How many visitors came to the Millau bridge in April 2019?", "bridge"),
        ("Quel fromage a gagné la médaille ?", "fromage"),
    ],
)
def test_finds_the_article_in_either_language(retriever: Retriever, question: str, best: str) -> None:
    hits = retriever.search(question, k=3)
    assert hits[0].article.id == best
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_no_more_hits_than_there_are_and_no_fewer_than_asked(retriever: Retriever) -> None:
    assert len(retriever.search("pont", k=2)) == 2
    assert len({hit.passage.id for hit in retriever.search("pont", k=50)}) == 3
    assert retriever.search("pont", k=0) == []
    assert retriever.search("") == []


def test_filters_reach_the_search(retriever: Retriever) -> None:
    found = retriever.search("Millau bridge", k=5, filter=Filter(languages=("fr",)))
    assert {hit.article.language for hit in found} == {"fr"}
    found = retriever.search("Millau bridge", k=5, filter=Filter(since=date(2020, 1, 1)))
    assert [hit.article.id for hit in found] == ["fromage"]
    assert retriever.search("Millau", filter=Filter(sources=("Nobody",))) == []


@pytest.mark.parametrize("mode", ["dense", "lexical"])
def test_bare_sides(retriever: Retriever, mode: str) -> None:
    hits = retriever.search("fromage médaille", k=2, mode=mode)
    assert hits[0].article.id == "fromage"
    assert all((hit.lexical_rank is None) == (mode == "dense") for hit in hits)
    assert all(hit.score == (hit.dense_score if mode == "dense" else hit.lexical_score) for hit in hits)


def test_scores_are_from_0_to_1_and_never_rise(retriever: Retriever) -> None:
    for question in ("fromage médaille", "How much did the Millau bridge cost?", "nothing of the sort"):
        scores = [hit.score for hit in retriever.search(question, k=9)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


def test_evidence_is_every_sentence_once_best_first(retriever: Retriever) -> None:
    question = analyse("How much did the Millau bridge cost?")
    hits = retriever.search(question, k=3)
    evidence = retriever.evidence(question, hits)
    assert len(evidence) == sum(len(hit.passage.sentences) for hit in hits) == 7
    assert evidence[0].sentence.text == "Il a coûté 394 millions d'euros."
    assert all(0 <= item.score <= 1 for item in evidence)
    assert [item.score for item in evidence] == sorted((item.score for item in evidence), reverse=True)
    assert retriever.evidence(question, []) == []


def test_each_part_of_a_question_is_looked_for(retriever: Retriever) -> None:
    question = analyse("How much did the Millau bridge cost and who opened it?")
    evidence = retriever.evidence(question, retriever.search(question, k=3))
    assert {item.sentence.text for item in evidence[:2]} == {
        "Le pont de Millau a été inauguré par Jeanne Morel.",
        "Il a coûté 394 millions d'euros.",
    }
    assert len({(item.hit.passage.id, item.sentence.start) for item in evidence}) == len(evidence) == 7


def test_mentions_words_that_are_there_and_no_others(retriever: Retriever) -> None:
    assert retriever.mentions("Millau", "en", Filter())
    assert not retriever.mentions("Xyzzyva", "en", Filter())
    assert not retriever.mentions("Millau", "en", Filter(sources=("Nobody",)))
    assert not retriever.mentions("", "en", Filter())
    assert retriever.mentions("Down", "en", Filter())  # articles are not found by it: "Harrow Down" may be there


def test_a_sentence_is_most_like_itself(retriever: Retriever) -> None:
    [first, *_] = retriever.evidence(analyse("How much did the Millau bridge cost?"), retriever.search("Millau", k=3))
    found = retriever.alike(first, k=2, filter=Filter())
    assert {item.hit.rank for item in found} == {1, 2}
    assert first.sentence in [item.sentence for item in found if item.hit.rank == 1]


def test_articles_are_looked_through_whole(tmp_path: Path) -> None:
    long = " ".join(f"La colline numéro {n} domine la vallée de Vernoux et ses vergers." for n in range(60))
    made(tmp_path / "index", [*ARTICLES, article("collines", long, title="Les collines", language="fr")]).close()
    with Retriever.open(tmp_path / "index", settings=Settings(threads=1), encoder=ENCODER) as retriever:
        asked = analyse("Que domine la colline numéro 7 ?")
        (first,) = retriever.search(asked, k=1)
        whole = retriever.whole(asked, [first])
        assert whole[0] == first
        assert {hit.article.id for hit in whole} == {"collines"}
        assert [hit.rank for hit in whole] == list(range(1, len(whole) + 1))
        assert {hit.passage.ordinal for hit in whole} == set(range(len(whole)))
        assert len(whole) > 2
        assert retriever.whole(asked, []) == []


def test_same_question_same_answer(retriever: Retriever) -> None:
    first = retriever.search("Millau bridge", k=3)
    retriever.search("fromage", k=3)
    assert retriever.search("Millau bridge", k=3) == first


def test_explains_what_led_to_the_order(retriever: Retriever) -> None:
    explained = retriever.explain("How much did the Millau bridge cost?", k=3)
    assert [item.hit for item in explained] == retriever.search("How much did the Millau bridge cost?", k=3)
    best = explained[0]
    assert best.features.lexical > 0
    assert max(best.sentences, key=lambda item: item.probability).features["fits"] == 1.0


def test_follows_a_new_generation(tmp_path: Path) -> None:
    encoder = WordHashEncoder()
    index = made(tmp_path / "index", ARTICLES[:1], encoder)
    retriever = Retriever.open(tmp_path / "index", settings=Settings(threads=1), encoder=encoder)
    assert [hit.article.id for hit in retriever.search("visitors", k=5)] == ["pont"]
    assert retriever.last_published() == date(2019, 3, 2)
    fill(index, ARTICLES[1:], encoder)
    assert retriever.last_published() == date(2020, 1, 5)
    assert retriever.mentions("visitors", "en", Filter())
    assert retriever.search("How many visitors came to the bridge?", k=5)[0].article.id == "bridge"
    retriever.index.close()
    index.close()


def test_follows_a_generation_that_somebody_else_took_up_first(tmp_path: Path) -> None:
    with made(tmp_path / "index", ARTICLES[:1]) as index:
        with Retriever.open(tmp_path / "index", settings=Settings(threads=1), encoder=ENCODER) as retriever:
            question = analyse("How many visitors came to the bridge in its first month?")
            assert retriever.last_published() == date(2019, 3, 2)
            assert set(retriever.understood(question).words) == {"fr"}
            fill(index, ARTICLES[1:])
            assert retriever.index.refresh()  # as the page does by itself
            assert retriever.last_published() == date(2020, 1, 5)
            assert retriever.search(question, k=5)[0].article.id == "bridge"
            assert set(retriever.understood(question).words) == {"fr", "en"}


def test_an_empty_index_is_no_longer_empty_once_it_is_filled(tmp_path: Path) -> None:
    with made(tmp_path / "index", []) as index:
        with Retriever.open(tmp_path / "index", settings=Settings(threads=1), encoder=ENCODER) as retriever:
            with pytest.raises(IndexMissing, match="holds no articles yet"):
                retriever.search("pont")
            fill(index, ARTICLES)
            retriever.index.refresh()
            assert retriever.search("pont", k=1)[0].article.id == "pont"


def test_threads_understand_alike_while_a_writer_commits(tmp_path: Path, often_switched: None) -> None:
    questions = [analyse(f"pont {word}") for word in ("gris", "noir", "bleu", "vert", "roux", "haut", "long", "neuf")]
    questions += [analyse(f"fromage {n}") for n in range(8)]
    with made(tmp_path / "index", ARTICLES) as index:
        with Retriever.open(tmp_path / "index", settings=Settings(threads=1), encoder=ENCODER) as retriever:

            def ask(start: int) -> None:
                for n in range(16):
                    question = questions[(start + 5 * n) % len(questions)]
                    assert retriever.understood(question).question == question
                    for _ in range(20):
                        assert retriever.last_published() == date(2020, 1, 5)

            with ThreadPoolExecutor(4) as pool:
                waiting = [pool.submit(ask, start) for start in range(4)]
                while not all(one.done() for one in waiting):
                    fill(index, ARTICLES[:1])
            for one in waiting:
                one.result()


@pytest.mark.parametrize(
    "question", ["How much did the Millau bridge cost?", "How much did the bridge cost and who opened it?"]
)
def test_what_was_asked_before_changes_no_score(tmp_path: Path, question: str) -> None:
    made(tmp_path / "index", ARTICLES).close()
    asked, french = analyse(question), Filter(languages=("fr",), until=date(2019, 12, 31))

    def told(retriever: Retriever, where: Filter) -> list[tuple[tuple[str, int, int], float]]:
        found = retriever.evidence(asked, retriever.search(asked, k=3, filter=where))
        return [(item.place, item.score) for item in found]

    alone = []
    for where in (french, Filter()):
        with Retriever.open(tmp_path / "index", settings=Settings(threads=1), encoder=ENCODER) as retriever:
            alone.append(told(retriever, where))
    with Retriever.open(tmp_path / "index", settings=Settings(threads=1), encoder=ENCODER) as retriever:
        assert [told(retriever, where) for where in (Filter(), french, Filter())] == [alone[1], *alone]
        wide, narrow = retriever.search(asked, k=3), retriever.search(asked, k=3, filter=french)
        for hits, known in ((wide, alone[1]), (narrow, alone[0])):
            assert [(item.place, item.score) for item in retriever.evidence(asked, hits)] == known


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Le pays vote. Le niveau est bas.", "Pays-Bas", False),
        ("Il vit aux Pays-Bas. Le pays vote.", "Pays-Bas", True),
        ("Les Néerlandais votent.", "Pays-Bas", True),
        ("Le maire de Boulogne démissionne.", "Boulogne-Billancourt", True),
        ("Le maire de Millau démissionne.", "Boulogne-Billancourt", False),
        ("La ville de Saint Malo est fière.", "Saint-Malo", True),
    ],
)
def test_a_hyphened_name_is_mentioned_by_all_of_it_or_by_a_name_in_it(
    tmp_path: Path, text: str, word: str, told: bool
) -> None:
    made(tmp_path / "index", (article("a", text, language="fr"),)).close()
    with Retriever.open(tmp_path / "index", settings=Settings(threads=1), encoder=ENCODER) as retriever:
        assert retriever.mentions(word, "fr", Filter()) is told


def test_an_article_dated_ahead_moves_no_now(tmp_path: Path) -> None:
    ahead = date.today() + timedelta(days=900)
    made(tmp_path / "index", (article("ahead", "Le pont ouvrira.", language="fr", published=ahead),)).close()
    with Retriever.open(tmp_path / "index", settings=Settings(threads=1), encoder=ENCODER) as opened:
        assert opened.last_published() == date.today()
