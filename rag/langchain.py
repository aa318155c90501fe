"""Citewire inside LangChain: its retriever and its encoder behind LangChain's own interfaces.

Knows ``langchain_core`` and the shape of a Document's metadata. Does not know how anything is found or encoded.
Imported only when asked for.
"""

from __future__ import annotations

from pathlib import Path

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import run_in_executor
from pydantic import ConfigDict, Field

from rag.encoders import Encoder, load_encoder
from rag.errors import UsageError
from rag.retrieve import Retriever
from rag.types import Filter, Hit, SearchMode

__all__ = ["NewsEmbeddings", "NewsRetriever", "document_of"]


class NewsRetriever(BaseRetriever):
    """Passages of a Citewire index as LangChain documents, best first.

    ``document.page_content == article.text[metadata["start"]:metadata["end"]]``. ``k`` and ``filter`` hold for every
    call, and can be given anew with one: ``retriever.invoke("question", k=3)``.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    retriever: Retriever
    k: int = Field(default=8, ge=1)
    filter: Filter | None = None
    mode: SearchMode = "hybrid"

    @classmethod
    def open(cls, index: Path | str, k: int = 8) -> NewsRetriever:
        """Over the index in a folder.

        Raises:
            IndexMissing, IndexMismatch: see ``Retriever.open``.
        """
        return cls(retriever=Retriever.open(index), k=k)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
        k: int | None = None,
        filter: Filter | None = None,  # the word the others have for it
    ) -> list[Document]:
        if filter is not None and not isinstance(filter, Filter):  # a dict, as LangChain's own stores take it
            raise UsageError(
                f"filter is a {type(filter).__name__}: pass rag.types.Filter, such as Filter(languages=('fr',))"
            )
        wanted = self.k if k is None else k
        hits = self.retriever.search(query, k=wanted, filter=filter or self.filter, mode=self.mode)
        return [document_of(hit) for hit in hits]

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,
        k: int | None = None,
        filter: Filter | None = None,
    ) -> list[Document]:
        """The same in a thread; the inherited one hands on neither ``k`` nor ``filter``."""
        found = self._get_relevant_documents
        return await run_in_executor(None, found, query, run_manager=run_manager.get_sync(), k=k, filter=filter)


class NewsEmbeddings(Embeddings):
    """A Citewire encoder as LangChain embeddings: unit rows, so that the inner product is the cosine."""

    def __init__(self, model: str = "", encoder: Encoder | None = None) -> None:
        """The encoder given, or the one of that name; the bundled one by default."""
        self.encoder = encoder or load_encoder(model)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One row of ``dimension`` floats for each text."""
        rows: list[list[float]] = self.encoder.encode_passages(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """A row of ``dimension`` floats."""
        row: list[float] = self.encoder.encode_queries([text])[0].tolist()
        return row


def document_of(hit: Hit) -> Document:
    """A passage as a Document. Metadata holds plain JSON values; ``published`` is an ISO 8601 day or None."""
    article, passage = hit.article, hit.passage
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "article_id": passage.article_id,
            "start": passage.start,
            "end": passage.end,
            "title": article.title,
            "source": article.source,
            "published": None if article.published is None else article.published.isoformat(),
            "url": article.url,
            "language": article.language,
            "score": float(hit.score),
            "rank": hit.rank,
        },
    )
