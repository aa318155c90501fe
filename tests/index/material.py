"""Articles made of few words, and the shortest ways to index and to ask."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from rag.index import EmbeddedIndex, Upsert, open_index
from rag.language import index_terms
from rag.passages import split
from rag.types import Article, ArticleInfo, Filter, Hit, Query
from tests.fakes import WordHashEncoder

ENCODER = WordHashEncoder()


def article(
    identifier: str,
    text: str,
    *,
    title: str = "",
    language: str = "en",
    source: str = "",
    published: date | None = None,
) -> Article:
    return Article(
        ArticleInfo(
            identifier, title=title, language=language, source=source, published=published, path=f"{identifier}.txt",
            content_hash=hashlib.blake2b(text.encode(), digest_size=16).hexdigest(),
        ),
        text,
    )  # fmt: skip


def upsert_of(item: Article, encoder: WordHashEncoder = ENCODER) -> Upsert:
    passages = split(item, encoder.count_tokens, encoder.max_tokens)
    return Upsert(item, passages, encoder.encode_passages([passage.embedding_text for passage in passages]))


def fill(index: EmbeddedIndex, articles: Iterable[Article], encoder: WordHashEncoder = ENCODER) -> None:
    index.apply([upsert_of(item, encoder) for item in articles])


def made(folder: Path, articles: Sequence[Article], encoder: WordHashEncoder = ENCODER) -> EmbeddedIndex:
    index = open_index(folder, encoder=encoder, create=True)
    fill(index, articles, encoder)
    return index


def query(text: str, k: int = 10, *, language: str = "en", where: Filter | None = None, depth: int = 50) -> Query:
    return Query(
        k,
        ENCODER.encode_queries([text])[0],
        {language: tuple((term, 1.0) for term in index_terms(text, language))},
        where or Filter(),
        depth,
    )


class Close(float):
    """A score, equal to another that differs by no more than adding up in another order may change it."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, float) and abs(float(self) - float(other)) <= 2e-5

    def __ne__(self, other: object) -> bool:
        return not self == other


def facts(hits: Iterable[Hit]) -> list[tuple[object, ...]]:
    """What must not depend on how an index came about."""
    return [
        (
            hit.rank, hit.passage, hit.article, round(hit.score, 9),
            None if hit.dense_score is None else Close(hit.dense_score), hit.dense_rank,
            None if hit.lexical_score is None else Close(hit.lexical_score), hit.lexical_rank,
        )
        for hit in hits
    ]  # fmt: skip
