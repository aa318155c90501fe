"""LangChain's own standard suites over an index built from files, and what the documents carry."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from langchain_tests.integration_tests import EmbeddingsIntegrationTests, RetrieversIntegrationTests
from langchain_tests.unit_tests import EmbeddingsUnitTests
from pydantic import ValidationError

from rag.build import build
from rag.errors import UsageError
from rag.langchain import NewsEmbeddings, NewsRetriever
from rag.retrieve import Retriever
from rag.types import Filter
from tests.fakes import WordHashEncoder

ARTICLES = [
    {"id": "bridge", "language": "en", "title": "Bridge reopens", "source": "Tidewater Post", "published": "2024-06-11",
     "url": "https://example.org/bridge", "text": "The harbour bridge reopened on Monday. Ships pass again."},
    {"id": "pont", "language": "fr", "title": "Le pont rouvre", "source": "Le Phare", "published": "2024-06-12",
     "text": "Le pont du port a rouvert lundi. Les navires passent de nouveau."},
    {"id": "orchard", "language": "en", "title": "Early apples", "source": "Tidewater Post",
     "text": "Apples ripen early."},
    {"id": "school", "language": "en", "title": "New school", "source": "Hill Echo", "text": "A school opens in May."},
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("langchain")
    (folder / "corpus").mkdir()
    lines = "\n".join(json.dumps(article) for article in ARTICLES)
    (folder / "corpus" / "news.jsonl").write_text(lines, encoding="utf-8")
    build(folder / "corpus", folder / "index", encoder=WordHashEncoder())
    return folder / "index"


@pytest.fixture(scope="module")
def opened(index: Path) -> Retriever:
    return Retriever.open(index, encoder=WordHashEncoder())


class TestStandardRetriever(RetrieversIntegrationTests):
    @pytest.fixture(autouse=True)
    def _open(self, opened: Retriever) -> None:
        self._retriever = opened

    @property
    def retriever_constructor(self) -> type[BaseRetriever]:
        return NewsRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"retriever": self._retriever, "k": 2}

    @property
    def retriever_query_example(self) -> str:
        return "When did the bridge reopen?"


class _OurEmbeddings:
    """What LangChain's own tests are run against."""

    @property
    def embeddings_class(self) -> type[Embeddings]:
        return NewsEmbeddings

    @property
    def embedding_model_params(self) -> dict[str, Any]:
        return {"encoder": WordHashEncoder()}


class TestStandardEmbeddings(_OurEmbeddings, EmbeddingsIntegrationTests):
    pass


class TestStandardEmbeddingsUnit(_OurEmbeddings, EmbeddingsUnitTests):
    pass


def test_a_document_carries_its_place_and_its_article(opened: Retriever) -> None:
    first = opened.as_langchain(k=1).invoke("When did the harbour bridge reopen?")[0]
    hit = opened.search("When did the harbour bridge reopen?", k=1)[0]
    assert first.page_content == opened.index.article("bridge").text[first.metadata["start"] : first.metadata["end"]]
    assert first.id == hit.passage.id
    assert first.metadata == {
        "article_id": "bridge",
        "start": hit.passage.start,
        "end": hit.passage.end,
        "title": "Bridge reopens",
        "source": "Tidewater Post",
        "published": "2024-06-11",
        "url": "https://example.org/bridge",
        "language": "en",
        "score": pytest.approx(hit.score),
        "rank": 1,
    }
    json.dumps(first.metadata)


def test_documents_come_in_the_order_of_the_hits(opened: Retriever) -> None:
    documents = NewsRetriever(retriever=opened, k=4).invoke("bridge")
    hits = opened.search("bridge", k=4)
    assert [document.metadata["article_id"] for document in documents] == [hit.article.id for hit in hits]
    scores = [document.metadata["score"] for document in documents]
    assert scores == sorted(scores, reverse=True)


def test_an_undated_article_says_none(opened: Retriever) -> None:
    documents = NewsRetriever(retriever=opened, k=4).invoke("apples")
    assert documents[0].metadata["article_id"] == "orchard"
    assert documents[0].metadata["published"] is None


def test_a_filter_holds_and_yields_to_that_of_a_call(opened: Retriever) -> None:
    french = NewsRetriever(retriever=opened, k=4, filter=Filter(languages=("fr",)))
    assert [document.metadata["article_id"] for document in french.invoke("bridge")] == ["pont"]
    since = Filter(since=date(2024, 6, 12))
    assert [document.metadata["article_id"] for document in french.invoke("bridge", filter=since)] == ["pont"]
    echo = Filter(sources=("Hill Echo",))
    assert [document.metadata["article_id"] for document in french.invoke("bridge", filter=echo)] == ["school"]


async def test_a_call_that_is_awaited_may_have_its_own_k_and_filter(opened: Retriever) -> None:
    retriever = NewsRetriever(retriever=opened, k=4, filter=Filter(languages=("fr",)))
    echo = Filter(sources=("Tidewater Post",))
    for given in ({}, {"filter": echo}, {"k": 1, "filter": echo}):
        assert await retriever.ainvoke("bridge", **given) == retriever.invoke("bridge", **given)
    assert [document.metadata["article_id"] for document in await retriever.ainvoke("bridge", k=1, filter=echo)] == [
        "bridge"
    ]


async def test_a_filter_as_other_stores_take_it_is_refused_by_name(opened: Retriever) -> None:
    retriever = NewsRetriever(retriever=opened, k=4)
    for given in ({"language": "fr"}, {}):
        with pytest.raises(UsageError, match="filter is a dict: pass rag.types.Filter"):
            retriever.invoke("bridge", filter=given)
        with pytest.raises(UsageError, match="filter is a dict: pass rag.types.Filter"):
            await retriever.ainvoke("bridge", filter=given)


def test_it_composes_with_a_chain(opened: Retriever) -> None:
    titles = NewsRetriever(retriever=opened, k=1) | (lambda documents: [d.metadata["title"] for d in documents])
    assert titles.invoke("apples") == ["Early apples"]


def test_k_is_at_least_one(opened: Retriever) -> None:
    with pytest.raises(ValidationError):
        NewsRetriever(retriever=opened, k=0)


def test_embeddings_are_the_encoders_own_rows() -> None:
    encoder = WordHashEncoder()
    adapted = NewsEmbeddings(encoder=encoder)
    texts = ["Le pont rouvre", "Apples ripen"]
    assert np.array_equal(np.array(adapted.embed_documents(texts), np.float32), encoder.encode_passages(texts))
    assert np.array_equal(np.array(adapted.embed_query("pont"), np.float32), encoder.encode_queries(["pont"])[0])
    assert adapted.embed_documents([]) == []
