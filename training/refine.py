"""The encoder that ships learns retrieval further, its word table left as it is: what the passage reader starts from.

    python -m training.refine --data ../shared/data --minutes 38

Questions of our own over news in both languages, PIAF, SelQA and news titles, each query against its passage among
neighbours; parallel sentences and the English teacher's own are distilled beside them, so that what was learned stays.
The word table does not move: the passage reader shares it, and a new version of the file differs in its layers alone.
Knows the loop. Does not know how searches are made (see searches).
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from rag.passages import CountTokens, split
from rag.types import Article, ArticleInfo
from training.data import NewsText, read_orangesum, read_parallel, read_piaf, sample_parallel
from training.distill import LAW_ROWS, distillation_loss, save_student, wikipedia_sentences
from training.finetune import QUERY_WINDOW, average, neighbours, retrieval_loss
from training.glossary import Glossary
from training.ranker_questions import NewsQuestion, read_english, read_news_questions
from training.restore import restore
from training.searches import Search, chunks_of, english_searches, hard_batches, question_searches
from training.vectors import TokenCutter, embed, load_model
from training.words import teacher_folder

BATCH = 48
PASSAGE_WINDOW = 160
RATE, WARM_UP = 6e-5, 0.04
SENTENCES = 40  # distilled beside each batch
ENGLISH_SHARE = 0.3  # of these: English ones, to stay where the teacher is
REFINED_SHARE = 0.85  # of the refined weights in the average with those they came from
SAVE_EVERY = 600  # seconds


def asked_searches(
    questions: Sequence[NewsQuestion], news: Sequence[NewsText], tokens: CountTokens
) -> tuple[list[Search], dict[int, list[int]]]:
    """Our questions over the passages that answer, as an index has them; the other passages of an article are near."""
    searches: list[Search] = []
    near: dict[int, list[int]] = {}
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


def title_searches(news: Sequence[NewsText], glossary: Glossary, chooser: random.Random) -> list[Search]:
    """Titles over the beginnings of their articles: a third French, a third glossed, a third over glossed articles."""
    found = []
    for number, item in enumerate(news):
        chunks = chunks_of(item.text)
        if not chunks:
            continue
        title = item.title
        passage = " ".join(chunks[0] if chooser.random() < 0.7 else chooser.choice(chunks))
        glossed = chooser.choice(("title", "passage", "neither"))
        if glossed == "title":
            title = glossary.english(title, chooser)
        elif glossed == "passage":
            passage = glossary.english(passage, chooser)
        found.append(Search(title, passage, number))
    return found


def endless(make: Callable[[], list[list[Search]]]) -> Iterator[list[Search]]:
    """Batch after batch, made anew whenever all are used."""
    while True:
        yield from make()


def lessons_of(data: Path, seed: int) -> Iterator[tuple[list[str], list[str]]]:
    """Sentences for the student and the English that the teacher reads for them."""
    chooser = random.Random(seed)
    pairs = sample_parallel(read_parallel(data), LAW_ROWS, seed)
    english = wikipedia_sentences(data)
    while True:
        chosen = chooser.sample(pairs, SENTENCES)
        rows = [
            (text := (chooser.choice(english) if chooser.random() < 0.5 else pair.english), text)
            if chooser.random() < ENGLISH_SHARE
            else (pair.french, pair.english)
            for pair in chosen
        ]
        yield [own for own, _ in rows], [other for _, other in rows]


def searches_of(data: Path, start: Path, seed: int) -> list[Iterator[list[Search]]]:
    """Endless batches of each source."""
    chooser = random.Random(seed)
    glossary = Glossary.shipped()
    news, piaf = read_orangesum(data), read_piaf(data)
    cutter = TokenCutter(start, 100_000)
    asked, beside = asked_searches(
        [item for item in read_news_questions() if not item.is_held_out],
        [*news, *(NewsText(item["title"], item["text"]) for item in read_english())],
        lambda texts: [len(row) for row in cutter.ids(texts)],
    )
    titles = neighbours(start, {number: item.title for number, item in enumerate(news)}, "titles")
    heads = neighbours(start, dict(enumerate(piaf.paragraphs[: piaf.train_paragraphs])), "paragraphs")

    def batches(searches: list[Search], near: dict[int, list[int]]) -> list[list[Search]]:
        return [[searches[n] for n in chosen] for chosen in hard_batches(searches, near, BATCH, chooser)]

    return [
        endless(lambda: batches(asked, beside)),
        endless(lambda: batches(question_searches(piaf, glossary, chooser), heads)),
        endless(lambda: batches(english_searches(data, glossary, chooser), {})),
        endless(lambda: batches(title_searches(news, glossary, chooser), titles)),
    ]


SOURCES = (0.4, 0.2, 0.08, 0.32)
"""Share of the batches from our questions, PIAF, SelQA and titles."""


def refine(data: Path, start: Path, folder: Path, seed: int, minutes: float, threads: int = 2) -> None:
    """Steps until the time is over, the rate having come down by then."""
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    chooser = random.Random(seed)
    sources, lessons = searches_of(data, start, seed), lessons_of(data, seed)
    short, long = TokenCutter(start, QUERY_WINDOW), TokenCutter(start, PASSAGE_WINDOW)
    teacher, own = load_model(teacher_folder()).eval(), TokenCutter(teacher_folder(), 64)
    model = load_model(start).train()
    for weight in model.embeddings.parameters():
        weight.requires_grad = False
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.01, fused=True)
    began, mean, step, saved = time.monotonic(), np.zeros(2), 0, time.monotonic()
    while (done := (time.monotonic() - began) / (60 * minutes)) < 1:
        batch = next(chooser.choices(sources, SOURCES)[0])
        texts, english = next(lessons)
        with torch.no_grad():
            target = embed(teacher, own.ids(english))
        groups = [search.group for search in batch]
        queries = embed(model, short.ids([search.query for search in batch]))
        found = retrieval_loss(queries, embed(model, long.ids([search.passage for search in batch])), groups)
        kept = distillation_loss(embed(model, short.ids(texts)), target)
        (found + kept).backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.param_groups[0]["lr"] = RATE * min(done / WARM_UP + 0.01, 1 - done)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        mean += 0.03 * (np.array([found.item(), kept.item()]) - mean)
        step += 1
        if step % 25 == 0:
            print(f"step {step} {done:.0%} retrieval {mean[0]:.3f} distil {mean[1]:.3f}", flush=True)
        if time.monotonic() - saved > SAVE_EVERY:
            save_student(model, start, folder.with_suffix(".part"))
            saved = time.monotonic()
    save_student(model, start, folder)


def start_from_shipped(data: Path, runs: Path, folder: Path, minutes: float, seed: int = 23, threads: int = 2) -> None:
    """The encoder that ships, as floats again and refined, averaged with what it came from, in ``folder``."""
    shipped, refined = runs / "shipped", runs / "refined"
    if not (shipped / "model.safetensors").exists():
        restore(shipped)
    refine(data, shipped, refined, seed, minutes, threads)
    average(shipped, refined, REFINED_SHARE, folder)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"))
    parser.add_argument("--minutes", type=float, default=38)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=23)
    given = parser.parse_args()
    start_from_shipped(given.data, given.runs, given.runs / "final", given.minutes, given.seed, given.threads)


if __name__ == "__main__":
    main()
