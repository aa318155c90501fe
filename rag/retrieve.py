"""Question to ranked passages, and passages to ranked sentences.

Knows the order of the search: understand, fetch candidates of every language, fuse, read the best, rank. Does not
know how an index searches, how features are weighed, or what is written from the sentences.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from rag.encoders import Encoder, load_encoder
from rag.errors import IndexMissing
from rag.index import NewsIndex, open_index
from rag.question import analyse, check_length, split_parts
from rag.ranking.asked import Asked
from rag.ranking.candidates import Candidates
from rag.ranking.closer import closest_first
from rag.ranking.covering import covered
from rag.ranking.fusion import PassageFeatures, fused_score, passage_features
from rag.ranking.plans import newest_plan_first
from rag.ranking.reader import Reading
from rag.ranking.scorer import Scored, SentenceScorer
from rag.ranking.searches import Searches
from rag.ranking.spans import span_in
from rag.ranking.story import best_told_first
from rag.ranking.weights import Weights, log_odds, probability, weights
from rag.settings import Settings
from rag.types import Evidence, Filter, Hit, Question, SearchMode
from rag.unchanged import check_settings

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever

PASSAGES_READ, PASSAGES_SPARE = 10, 6
"""Passages read sentence by sentence, at most, before the final order is settled, and more where many articles tell of
what is asked."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A retrieved passage with what was known of it, and its sentences with what was known of each."""

    hit: Hit
    features: PassageFeatures
    sentences: tuple[Scored, ...]


class Retriever:
    """Searches one index with the encoder that made it.

    Follows new generations of the index by itself, and may be used from several threads at once.
    """

    def __init__(
        self, index: NewsIndex, encoder: Encoder, settings: Settings | None = None, weigh: Weights | None = None
    ) -> None:
        """Search ``index`` with the encoder that made it; ``weigh`` for other weights than the committed ones."""
        self._index = index
        self._encoder = encoder
        self._settings = settings or Settings()
        self._scorer = SentenceScorer(weigh, self._settings.threads)
        self._weigh = weigh or weights()
        self._candidates = Candidates(index, encoder)
        self._searches = Searches()

    @classmethod
    def open(cls, index: Path | str, *, settings: Settings | None = None, encoder: Encoder | None = None) -> Retriever:
        """Open a built index to search it.

        Raises:
            IndexMissing: there is no index in that folder.
            IndexMismatch: it was made by another encoder or version, or its articles were cut otherwise; the message
                names the command that repairs it.
            EncoderError: the encoder cannot be loaded.
        """
        settings = settings or Settings.from_environment()
        encoder = encoder or load_encoder(settings.encoder, settings.threads)
        opened = open_index(index, encoder=encoder)
        try:
            check_settings(opened, encoder)
        except BaseException:
            opened.close()
            raise
        return cls(opened, encoder, replace(settings, index=Path(index)))

    def close(self) -> None:
        """Let go of the index's files. May be called twice."""
        self._index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def index(self) -> NewsIndex:
        """The index searched."""
        return self._index

    @property
    def encoder(self) -> Encoder:
        """The encoder that questions are put into vectors with."""
        return self._encoder

    def last_published(self) -> date | None:
        """The day of the newest article, but today at most: a wrong date moves no "now". None where none has a day."""
        self._candidates.keep_up()
        last = self._candidates.info().last_published
        return min(last, date.today()) if last else None

    def search(
        self, question: str | Question, k: int = 8, filter: Filter | None = None, mode: SearchMode = "hybrid"
    ) -> list[Hit]:
        """The ``k`` best passages, best first, fewer only where the index has no more that pass the filter.

        Args:
            question: in English or French, as typed, or as ``analyse`` understood it.
            k: passages wanted; none are found for less than 1, or for a question without words.
            filter: which articles may be found; applied within the search, not to what it found.
            mode: ``dense`` and ``lexical`` give the bare order of one side of the index; ``hybrid`` fuses both, and
                reads the best.

        Raises:
            IndexMissing: there is an index, but no article in it yet: that nothing is found would tell nothing.
            IndexUnusable: the index became unusable.
        """
        return [item.hit for item in self._ranked(question, k, filter or Filter(), mode)]

    def evidence(self, question: Question, hits: Sequence[Hit]) -> list[Evidence]:
        """The sentences of the hits that are read, best first; the score is the probability, 0 to 1, that it answers.

        Those far behind the first are not, where one of these is likely to answer.

        Where several things are asked in one breath, each part is judged by itself, and the best sentence of each part
        comes before all others; one sentence may be the best of two.
        """
        parts = split_parts(question.text)
        if len(parts) < 2:
            return self._evidence(question, hits)
        found = [self._of_part(analyse(part, question.language), number, hits) for number, part in enumerate(parts)]
        best = sorted((items[0] for items in found if items), key=lambda item: -item.score)
        others = sorted((item for items in found for item in items), key=lambda item: -item.score)
        said = {item.place for item in best}
        unique: dict[tuple[str, int, int], Evidence] = {}
        for item in others:
            if item.place not in said:
                unique.setdefault(item.place, item)
        return [*best, *unique.values()]

    def _of_part(self, part: Question, number: int, hits: Sequence[Hit]) -> list[Evidence]:
        """The sentences for one part: the passages that say most of it first, for their scores are of the whole."""
        said = covered(hits, self.understood(part).words)
        order = sorted(range(len(hits)), key=lambda place: -said[place].passage)
        own = {hit.passage.id: hit for hit in hits}
        found = self._evidence(part, [replace(hits[place], score=0.5) for place in order])
        return [replace(item, part=number, hit=own[item.hit.passage.id]) for item in found]

    def _evidence(self, question: Question, hits: Sequence[Hit]) -> list[Evidence]:
        if not hits:
            return []
        asked = self.understood(question)
        scored = self._searches.sentences(question, hits) or self._scorer.score(
            asked, [replace(hit, score=log_odds(hit.score)) for hit in hits]
        )
        found = [
            Evidence(hit, item.sentence, item.probability, read=item.features.get("read", 0.0))
            for hit, row in zip(hits, scored, strict=True)
            for item in row
        ]
        found.sort(key=lambda item: (-item.score, item.hit.rank, item.sentence.start))
        read = partial(self.readings, question)
        found = closest_first(found, read) if self._weigh.reads else found
        found = newest_plan_first(question, best_told_first(asked, found))
        answer = span_in(asked, found, read)
        if answer is not None:
            place, span = answer
            found[place] = replace(found[place], span=span)
        return found

    def understood(self, question: Question) -> Asked:
        """The question as the search sees it in this index; the last ones are remembered."""
        return self._candidates.understood(question)

    def readings(self, question: Question, hits: Sequence[Hit]) -> list[list[Reading]]:
        """For each hit what the reading model says of its sentences; empty lists where there is no such model."""
        return self._scorer.readings(self.understood(question), hits)

    def mentions(self, word: str, language: str, filter: Filter) -> bool:
        """Whether an article that passes the filter mentions a word of ``language``, translated or not."""
        return self._candidates.mentions(word, language, filter)

    def alike(self, evidence: Evidence, k: int, filter: Filter) -> list[Evidence]:
        """The sentences of the ``k`` passages that say something like this one, best passage first."""
        hits = self._candidates.near(evidence.sentence.text, k, filter)
        return [Evidence(hit, sentence, hit.score) for hit in hits for sentence in hit.passage.sentences]

    def whole(self, question: Question, hits: Sequence[Hit]) -> list[Hit]:
        """The hits, and behind them the other passages of the articles that the first of them are of."""
        return self._candidates.whole(question, hits)

    def explain(self, question: str | Question, k: int = 8, filter: Filter | None = None) -> list[Explained]:
        """What ``search`` and ``evidence`` found, with every feature that led to the order."""
        return self._ranked(question, k, filter or Filter(), "hybrid")

    def candidates(self, question: Question) -> list[tuple[Hit, PassageFeatures]]:
        """What a search chooses from, in no order, with what is known of each before it is read."""
        self._candidates.keep_up()
        asked = self.understood(question)
        return _known_of(asked, self._candidates.fetch(asked, PASSAGES_READ, Filter(), "hybrid"))

    def as_langchain(self, k: int = 8) -> BaseRetriever:
        """This retriever as a LangChain ``BaseRetriever`` that returns ``k`` documents, best first."""
        adapter: Any = importlib.import_module("rag.langchain")
        made: BaseRetriever = adapter.NewsRetriever(retriever=self, k=k)
        return made

    def _ranked(self, question: str | Question, k: int, filter: Filter, mode: SearchMode) -> list[Explained]:
        if isinstance(question, str):
            check_length(question)
            question = analyse(question)
        if not question.text or k < 1:
            return []
        self._candidates.keep_up()
        self._refuse_empty()
        asked = self.understood(question)
        hits = self._candidates.fetch(asked, k, filter, mode)
        if mode != "hybrid":
            return [Explained(hit, features, ()) for hit, features in _known_of(asked, hits[:k])]
        return self._read(asked, hits, k)

    def _refuse_empty(self) -> None:
        if not self._candidates.info().articles:
            folder = self._settings.index
            raise IndexMissing(f"the index {folder} holds no articles yet: run `citewire build --index {folder}`")

    def _read(self, asked: Asked, hits: Sequence[Hit], k: int) -> list[Explained]:
        """Order by what is known outside, read the best sentence by sentence, and settle the order."""
        weigh = self._weigh.passage
        known = [(fused_score(features, weigh), hit, features) for hit, features in _known_of(asked, hits)]
        known.sort(key=lambda item: (-item[0], item[1].passage.article_id, item[1].passage.start))
        front = [replace(hit, score=score) for score, hit, _ in known[: PASSAGES_READ + PASSAGES_SPARE]]
        read = self._scorer.score(asked, front[:PASSAGES_READ], spare=front[PASSAGES_READ:])
        rows = {hit.passage.id: tuple(row) for hit, row in zip(front, read, strict=True)}
        found = []
        for score, hit, features in known:
            sentences = rows.get(hit.passage.id, ())
            score += weigh.get("reading", 0.0) * max((item.merit for item in sentences), default=0.0)
            found.append(Explained(replace(hit, score=score), features, sentences))
        found.sort(key=_settled)
        found = _scaled(found[:k])
        looked_at = (item for item in found if item.hit.passage.id in rows)
        self._searches.keep(asked.question, ((item.hit, item.sentences) for item in looked_at))
        return found


def _known_of(asked: Asked, hits: Sequence[Hit]) -> list[tuple[Hit, PassageFeatures]]:
    """Each hit with what is known of it before it is read."""
    return list(zip(hits, passage_features(hits, asked.words, asked.times), strict=True))


def _settled(item: Explained) -> tuple[bool, float, str, int]:
    """What passages are put in order by: what was read comes before what was not."""
    return not item.sentences, -item.hit.score, item.hit.passage.article_id, item.hit.passage.start


def _scaled(found: Sequence[Explained]) -> list[Explained]:
    """The same with ranks from 1, and logits as scores from 0 to 1 that never rise: what was not read is no better."""
    scaled: list[Explained] = []
    for rank, item in enumerate(found, 1):
        score = min(probability(item.hit.score), scaled[-1].hit.score if scaled else 1.0)
        scaled.append(replace(item, hit=replace(item.hit, rank=rank, score=score)))
    return scaled
