from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.errors import UsageError
from rag.index import open_index
from rag.language import index_terms
from rag.types import Filter, Query
from tests.index.material import ENCODER, article, facts, fill, made, query, upsert_of

WORDS = "budget minister harbour strike river vaccine glacier satellite court museum election bridge".split()
ARTICLES = [
    article("budget", "The budget rose to 5 billion. The minister of finance resigned.", title="Money", source="Wire",
            published=date(2024, 11, 28)),
    article("harbour", "A strike closed the harbour. The minister spoke to the dockers.", title="Ports", source="Post",
            published=date(2024, 12, 2)),
    article("glacier", "The glacier lost a third of its ice.", title="Climate", source="Wire"),
    article("retrait", "Le budget de retrait atteint 5 milliards. Le ministre a démissionné.", title="Fonds",
            language="fr", source="Le Jour", published=date(2024, 12, 2)),
]  # fmt: skip

corpora = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join),
        st.sampled_from(["en", "fr", "und"]),
        st.sampled_from(["Wire", "Post"]),
        st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 5)),
    ),
    min_size=1,
    max_size=12,
).map(
    lambda rows: [
        article(f"a{number}", text + ".", language=language, source=source, published=day)
        for number, (text, language, source, day) in enumerate(rows)
    ]
)


def test_a_passage_finds_itself(tmp_path: Path) -> None:
    with made(tmp_path, ARTICLES) as index:
        for passage, vector in list(index.scan()):
            text = ENCODER.encode_passages([passage.embedding_text])[0]
            (hit,) = index.search(Query(1, text))
            assert hit.passage == passage
            assert hit.dense_score == pytest.approx(1.0, abs=1e-3)
            assert vector == pytest.approx(text, abs=1e-3)


def test_both_sides_are_told(tmp_path: Path) -> None:
    with made(tmp_path, ARTICLES) as index:
        hits = index.search(query("glacier ice", 4))
    first = hits[0]
    assert (first.article.id, first.rank, first.dense_rank, first.lexical_rank) == ("glacier", 1, 1, 1)
    assert first.score == pytest.approx(1 / 61 + 1 / 61)
    assert [hit.lexical_rank for hit in hits[1:]] == [None] * 3
    assert all(hit.dense_score is not None and hit.lexical_score == 0 for hit in hits[1:])
    assert [hit.rank for hit in hits] == [1, 2, 3, 4]


def test_a_passage_found_by_words_alone_still_has_its_cosine(tmp_path: Path) -> None:
    with made(tmp_path, ARTICLES) as index:
        vector = ENCODER.encode_queries(["glacier harbour"])[0]
        terms = {"fr": tuple((term, 1.0) for term in index_terms("retrait", "fr"))}
        _, hit = index.search(Query(2, vector, terms, depth=1))
        stored = {passage.article_id: row for passage, row in index.scan()}
    assert (hit.article.id, hit.dense_rank, hit.lexical_rank) == ("retrait", None, 1)
    assert hit.dense_score == pytest.approx(float(stored["retrait"] @ vector), abs=1e-5)


def test_terms_count_in_their_language_only(tmp_path: Path) -> None:
    with made(tmp_path, ARTICLES) as index:
        french = index.search(Query(4, terms={"fr": (("budget", 1.0),)}))
        both = index.search(Query(4, terms={"fr": (("budget", 1.0),), "en": (("budget", 1.0),)}))
        assert index.search(Query(4, terms={"de": (("budget", 1.0),)})) == []
    assert [hit.article.id for hit in french] == ["retrait"]
    assert {hit.article.id for hit in both} == {"retrait", "budget"}
    assert french[0].dense_score is None and french[0].dense_rank is None


def test_weights_of_terms_decide(tmp_path: Path) -> None:
    with made(tmp_path, ARTICLES) as index:
        for strong, best in (("glacier", "glacier"), ("harbour", "harbour")):
            terms = tuple((term, 1.0 if term == strong else 0.3) for term in ("glacier", "harbour"))
            hits = index.search(Query(2, terms={"en": terms}))
            assert [hit.article.id for hit in hits][0] == best
        once = index.search(Query(1, terms={"en": (("glacier", 1.0),)}))[0].lexical_score
        twice = index.search(Query(1, terms={"en": (("glacier", 1.5), ("glacier", 0.5))}))[0].lexical_score
    assert once is not None and twice == pytest.approx(2 * once)


def test_bm25_by_hand(tmp_path: Path) -> None:
    items = [article("a", "river river bridge."), article("b", "river court court museum."), article("c", "court.")]
    with made(tmp_path, items) as index:
        found = {hit.article.id: hit.lexical_score for hit in index.search(Query(3, terms={"en": (("river", 2.0),)}))}
    idf = np.log1p((3 - 2 + 0.5) / (2 + 0.5))
    mean = (3 + 4 + 1) / 3

    def score(often: int, length: int) -> float:
        return float(2.0 * idf * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * length / mean)))

    assert found == {"a": pytest.approx(score(2, 3), rel=1e-5), "b": pytest.approx(score(1, 4), rel=1e-5)}


def test_common_terms_are_left_out_only_while_rarer_ones_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.index.lexical.BUDGET", 3)
    items = [article(f"a{n}", f"river {'glacier' if n == 4 else 'court'} {n}.") for n in range(6)]
    with made(tmp_path, items) as index:
        alone = index.search(Query(6, terms={"en": (("river", 1.0),)}))
        rarer = index.search(Query(6, terms={"en": (("river", 1.0), ("glacier", 1.0))}))
    assert len(alone) == 6
    assert [hit.article.id for hit in rarer] == ["a4"]


@pytest.mark.parametrize(
    ("where", "admitted"),
    [
        (Filter(), {"budget", "harbour", "glacier", "retrait"}),
        (Filter(languages=("fr",)), {"retrait"}),
        (Filter(sources=("Wire",)), {"budget", "glacier"}),
        (Filter(since=date(2024, 11, 29)), {"harbour", "retrait"}),
        (Filter(until=date(2024, 12, 1)), {"budget"}),
        (Filter(since=date(2024, 12, 2), until=date(2024, 12, 2), languages=("en", "fr")), {"harbour", "retrait"}),
        (Filter(article_ids=("glacier", "unknown")), {"glacier"}),
        (Filter(sources=("nobody",)), set()),
        (Filter(since=date(2024, 12, 3), until=date(2024, 12, 1)), set()),
    ],
)
def test_filters_admit(tmp_path: Path, where: Filter, admitted: set[str]) -> None:
    with made(tmp_path, ARTICLES) as index:
        assert {hit.article.id for hit in index.search(query("minister budget", where=where))} == admitted
        assert {info.id for info in index.articles(where)} == admitted
        assert {passage.article_id for passage, _ in index.scan(where=where)} == admitted


@settings(deadline=None, max_examples=25)
@given(corpora, st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), st.integers(1, 8), st.data())
def test_equals_brute_force(tmp_path_factory, corpus: list, text: str, k: int, data: st.DataObject) -> None:
    where = Filter(
        languages=data.draw(st.sampled_from([(), ("en",), ("fr", "und")])),
        sources=data.draw(st.sampled_from([(), ("Post",)])),
        since=data.draw(st.sampled_from([None, date(2024, 1, 3)])),
    )
    vector = ENCODER.encode_queries([text])[0]
    with made(tmp_path_factory.mktemp("i"), corpus) as index:
        hits = index.search(Query(k, vector, filter=where))
        rows = [(passage, row) for passage, row in index.scan(where=where)]
    scores = sorted((float(row @ vector) for _, row in rows), reverse=True)[:k]
    assert [hit.dense_score for hit in hits] == pytest.approx(scores, abs=1e-5)
    assert len(hits) == min(k, len(rows))


@settings(deadline=None, max_examples=15)
@given(corpora, st.randoms(use_true_random=False), st.integers(0, 12))
def test_how_an_index_came_about_does_not_show(tmp_path_factory, corpus: list, chance, cut: int) -> None:
    shuffled = list(corpus)
    chance.shuffle(shuffled)
    extra = [article("gone", "river bridge court budget."), article("gone too", "minister.")]
    asked = [query("minister budget river", 8, depth=3), query("court", 3, where=Filter(sources=("Post",)))]
    with made(tmp_path_factory.mktemp("i"), corpus) as index:
        at_once = [facts(index.search(q)) for q in asked]
    with made(tmp_path_factory.mktemp("i"), [*shuffled[:cut], extra[0]]) as index:
        index.refresh()
        fill(index, [*shuffled[cut:], extra[1], *shuffled[:1]])
        index.delete(ids=["gone", "gone too"])
        assert [facts(index.search(q)) for q in asked] == at_once
        assert index.verify() == []
    with open_index(index.folder) as index:
        assert [facts(index.search(q)) for q in asked] == at_once


def test_scan_resumes(tmp_path: Path) -> None:
    with made(tmp_path, ARTICLES) as index:
        every = [passage.id for passage, _ in index.scan()]
        assert every == sorted(every)
        for place, passage_id in enumerate(every):
            assert [passage.id for passage, _ in index.scan(after=passage_id)] == every[place + 1 :]


@pytest.mark.parametrize("after", ["x", "a1@", "a1@x-3"])
def test_what_is_no_passage_id_is_refused(tmp_path: Path, after: str) -> None:
    with made(tmp_path / "index", [article("a1", "The harbour is closed.")]) as index, pytest.raises(UsageError):
        list(index.scan(after))


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    with made(tmp_path / "index", [article("a1", "The harbour is closed.")]) as index:
        with pytest.raises(UsageError, match="is no text that could be in an index"):
            index.search(query("harbour", where=Filter(sources=("\udcff",))))


def test_scan_into_another_index_gives_the_same_answers(tmp_path: Path) -> None:
    with made(tmp_path / "a", ARTICLES) as index, open_index(tmp_path / "b", encoder=ENCODER, create=True) as other:
        for info in index.articles():
            pairs = list(index.scan(where=Filter(article_ids=(info.id,))))
            other.upsert(index.article(info.id), [p for p, _ in pairs], np.stack([row for _, row in pairs]))
        asked = query("minister budget")
        assert facts(index.search(asked)) == facts(other.search(asked))


def test_articles_come_back_whole(tmp_path: Path) -> None:
    with made(tmp_path, ARTICLES) as index:
        for item in ARTICLES:
            assert index.article(item.id) == item
        assert [info.id for info in index.articles()] == ["harbour", "retrait", "budget", "glacier"]
        with pytest.raises(KeyError):
            index.article("unknown")
        info = index.info()
    assert (info.articles, info.passages, info.undated, info.dimension) == (4, 4, 1, 64)
    assert info.languages == {"en": 3, "fr": 1} and info.sources == {"Wire": 2, "Le Jour": 1, "Post": 1}
    assert (info.first_published, info.last_published) == (date(2024, 11, 28), date(2024, 12, 2))
    assert info.encoder_fingerprint == ENCODER.fingerprint and info.bytes_on_disk > 0


def test_questions_that_ask_nothing(tmp_path: Path) -> None:
    with open_index(tmp_path, encoder=ENCODER, create=True) as index:
        assert index.search(query("anything")) == []
        assert index.search(Query(5)) == []
        fill(index, ARTICLES)
        assert index.search(Query(0, ENCODER.encode_queries(["budget"])[0])) == []
        assert index.search(query("le la les", language="fr", k=2))[0].lexical_rank is None
        with pytest.raises(UsageError, match=r"shape \(3,\)"):
            index.search(Query(1, np.ones(3, np.float32)))


def test_wrong_vectors_are_refused(tmp_path: Path) -> None:
    change = upsert_of(ARTICLES[0])
    with made(tmp_path, ARTICLES[1:]) as index:
        generation = index.info().generation
        with pytest.raises(UsageError, match="budget have shape"):
            index.upsert(change.article, change.passages, change.vectors[:, :8])
        assert index.info().generation == generation and index.info().articles == 3
