"""What retrieval finds, made by hand: sentences of an article as a passage, and as evidence."""

from __future__ import annotations

from dataclasses import replace

from rag.types import ArticleInfo, Evidence, Hit, Passage, Sentence

ARTICLE = ArticleInfo("a", language="fr")


def passage_of(article: ArticleInfo, *sentences: str, start: int = 0) -> Passage:
    """Sentences that follow one another from a place of the article on, a space apart."""
    spans, at = [], start
    for text in sentences:
        spans.append(Sentence(at, at + len(text), text))
        at += len(text) + 1
    return Passage(article.id, 0, start, at - 1, " ".join(sentences), tuple(spans), article.title)


def hit_of(
    article: ArticleInfo, *sentences: str, start: int = 0, dense: float | None = None, lexical: float | None = None
) -> Hit:
    """A passage of these sentences, found at rank 1."""
    passage = passage_of(article, *sentences, start=start)
    return Hit(passage, article, 1.0, 1, dense_score=dense, lexical_score=lexical)


def evidence_of(hit: Hit) -> list[Evidence]:
    """Every sentence of the passage, each scored a little below the one before."""
    return [Evidence(hit, sentence, 1.0 - 0.1 * place) for place, sentence in enumerate(hit.passage.sentences)]


def evidence(
    text: str,
    article: ArticleInfo = ARTICLE,
    *,
    language: str = "",
    score: float = 1.0,
    start: int = 0,
    dense: float | None = None,
) -> Evidence:
    """One sentence, all there is of its passage; ``language`` is put in the place of the article's."""
    hit = hit_of(replace(article, language=language or article.language), text, start=start, dense=dense)
    return Evidence(hit, hit.passage.sentences[0], score)
