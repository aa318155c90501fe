"""What the encoder's upper layers learn from: questions and titles over news in both languages, and sentences to keep.

Knows where searches and sentences come from and how often each source is drawn. Does not know losses or the loop.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from rag.passages import CountTokens, split
from rag.types import Article, ArticleInfo
from training.data import NewsText, read_orangesum, read_parallel, read_piaf, sample_parallel
from training.distill import LAW_ROWS, wikipedia_sentences
from training.finetune import neighbours
from training.glossary import Glossary
from training.ranker_questions import NewsQuestion, read_english, read_news_questions
from training.searches import (
    Search,
    english_searches,
    foreign_searches,
    hard_batches,
    question_searches,
    report_searches,
    title_searches,
)
from training.vectors import TokenCutter, embed_all
from training.words import teacher_folder

BATCH = 64
PAIRS = 60_000  # parallel sentences that lessons are drawn from
SHARES = (0.38, 0.17, 0.06, 0.24, 0.15)
"""Of the batches: our questions, PIAF, SelQA, titles, reports of one event."""

Near = dict[int, list[int]]
"""For each group of searches the groups that are hard to tell from it, nearest first."""


def asked_searches(
    questions: Sequence[NewsQuestion], news: Sequence[NewsText], tokens: CountTokens
) -> tuple[list[Search], Near]:
    """Our questions over the passages that answer, as an index has them; the other passages of an article are near."""
    searches: list[Search] = []
    near: Near = {}
    number = 0
    by_article: dict[int, list[NewsQuestion]] = defaultdict(list)
    for item in questions:
        if item.evidence:
            by_article[item.article].append(item)
    for article, items in by_article.items():
        source = news[article]
        passages = split(Article(ArticleInfo(str(article), source.title), source.text), tokens, 256)
        groups = range(number, number + len(passages))
        number += len(passages)
        for group, passage in zip(groups, passages, strict=True):
            near[group] = [other for other in groups if other != group]
            for item in items:
                if item.kind == "answered" and passage.start <= item.evidence[0][0] < passage.end:
                    searches += [Search(text, passage.embedding_text, group) for text in item.texts.values()]
    return searches, near


def endless(passes: Sequence[tuple[list[Search], Near]], chooser: random.Random) -> Iterator[list[Search]]:
    """Batch after batch; the same few passes again and again, so that kept states serve anew."""
    while True:
        for searches, near in passes:
            for positions in hard_batches(searches, near, BATCH, chooser):
                yield [searches[number] for number in positions]


def searches_of(data: Path, start: Path, chooser: random.Random) -> list[Iterator[list[Search]]]:
    """Endless batches of each source, in the order of ``SHARES``; ``start`` says which texts are neighbours."""
    glossary = Glossary.shipped()
    news, piaf, english = read_orangesum(data), read_piaf(data), read_english()
    reports = [NewsText(item["title"], item["text"]) for item in english]
    cutter = TokenCutter(start, 100_000)
    asked = asked_searches(
        [item for item in read_news_questions() if not item.is_held_out],
        [*news, *reports],
        lambda texts: [len(row) for row in cutter.ids(texts)],
    )
    titles = neighbours(start, {number: item.title for number, item in enumerate(news)}, "titles")
    heads = neighbours(start, dict(enumerate(piaf.paragraphs[: piaf.train_paragraphs])), "paragraphs")
    events = neighbours(start, {number: item.title for number, item in enumerate(reports)}, "reports")
    pairs = [(news[int(item["source"])], report) for item, report in zip(english, reports, strict=True)]
    passes: list[list[tuple[list[Search], Near]]] = [
        [asked],
        [(question_searches(piaf, glossary, chooser), heads) for _ in range(2)],
        [(english_searches(data, glossary, chooser), {}) for _ in range(2)],
        [
            (title_searches(news, glossary, chooser), titles),
            (foreign_searches(news, glossary, chooser, first=0.7), titles),
        ],
        [(report_searches(pairs, glossary, chooser), events)],
    ]
    return [endless(source, chooser) for source in passes]


@dataclass(frozen=True)
class Lessons:
    """Sentences for the student, and for each the teacher's vector of what it says in English, shape (n, d)."""

    texts: list[str]
    vectors: torch.Tensor

    @staticmethod
    def read(data: Path, seed: int) -> Lessons:
        """Parallel sentences, and English ones, which are to stay where the teacher has them."""
        pairs = sample_parallel(read_parallel(data), LAW_ROWS, seed)[:PAIRS]
        english = [pair.english for pair in pairs[::4]] + wikipedia_sentences(data)[::3]
        rows = [(pair.french, pair.english) for pair in pairs] + [(text, text) for text in english]
        texts = sorted({text for _, text in rows})
        place = {text: number for number, text in enumerate(texts)}
        found = embed_all(teacher_folder(), texts, 64, "teacher")
        return Lessons([own for own, _ in rows], torch.from_numpy(found[[place[text] for _, text in rows]]))

    def draw(self, many: int, chooser: random.Random) -> tuple[list[str], torch.Tensor]:
        """``many`` of them, with the teacher's vectors."""
        numbers = chooser.sample(range(len(self.texts)), many)
        return [self.texts[number] for number in numbers], self.vectors[numbers]
