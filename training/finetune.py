"""The distilled student learns retrieval: a query should be nearer to its passage than to the batch's other passages.

Every step also distils a few parallel sentences, so that the two languages stay together. Knows the loop; does not know
how pairs are made (see searches).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm
from transformers import BertModel

from training.data import read_orangesum, read_piaf
from training.distill import Clock, Lesson, Optimiser, Targets, distillation_loss, save_student
from training.glossary import Glossary
from training.searches import Search, english_searches, foreign_searches, hard_batches, news_searches, question_searches
from training.vectors import TokenCutter, by_length, embed, embed_all, load_model
from training.workers import fan_out

BATCH = 64
QUERY_WINDOW, PASSAGE_WINDOW = 40, 96
TEMPERATURE = 0.05
ENGLISH_QUESTIONS = 1000
FOREIGN_TITLES = 1400
DISTIL_TOKENS = 1500  # of parallel sentences beside each batch


@dataclass(frozen=True)
class Batch:
    """Queries and their passages, row by row."""

    queries: list[str]
    passages: list[str]
    groups: list[int]


def neighbours(folder: Path, texts: dict[int, str], name: str, most: int = 12) -> dict[int, list[int]]:
    """For each group the groups whose texts are nearest, by the model itself."""
    groups = list(texts)
    vectors = torch.from_numpy(embed_all(folder, [texts[group] for group in groups], 48, name))
    near = (vectors @ vectors.T).fill_diagonal_(-1).topk(min(most, len(groups) - 1)).indices.numpy()
    return {group: [groups[other] for other in near[row]] for row, group in enumerate(groups)}


def prepare_batches(data: Path, start: Path, lexicon: Path, seed: int) -> list[Batch]:
    """All retrieval batches of one pass, sources mixed."""
    chooser = random.Random(seed)
    glossary = Glossary.load(lexicon)
    news, piaf = read_orangesum(data), read_piaf(data)
    titles = {number: item.title for number, item in enumerate(news)}
    heads = {number: text for number, text in enumerate(piaf.paragraphs[: piaf.train_paragraphs])}
    sources = [
        (news_searches(news, glossary, chooser), neighbours(start, titles, "titles")),
        (question_searches(piaf, glossary, chooser), neighbours(start, heads, "paragraphs")),
        (chooser.sample(english_searches(data, glossary, chooser), ENGLISH_QUESTIONS), {}),
        (foreign_searches(chooser.sample(news, FOREIGN_TITLES), glossary, chooser), {}),
    ]
    batches = []
    for searches, near in sources:
        for chosen in hard_batches(searches, near, BATCH, chooser):
            batches.append(_batch([searches[position] for position in chosen]))
    chooser.shuffle(batches)
    return batches


def _batch(searches: list[Search]) -> Batch:
    return Batch([s.query for s in searches], [s.passage for s in searches], [s.group for s in searches])


def retrieval_loss(queries: torch.Tensor, passages: torch.Tensor, groups: list[int]) -> torch.Tensor:
    """Each query picks its passage, each passage its query; others of the same text are no negatives. Shapes (n, d)."""
    scores = queries @ passages.T / TEMPERATURE
    group = torch.tensor(groups, device=scores.device)
    same = (group[:, None] == group[None, :]).fill_diagonal_(False)
    scores = scores.masked_fill(same, -1e4)
    target = torch.arange(len(groups), device=scores.device)
    cross = torch.nn.functional.cross_entropy
    return cross(scores, target) + 0.3 * cross(scores.T, target)


def finetune(batches: list[Batch], targets: Targets, start: Path, folder: Path, seed: int, minutes: float) -> None:
    """One pass over the batches, ``minutes`` at most. Workers share the weights, as in distillation."""
    cutter, short = TokenCutter(start, PASSAGE_WINDOW), TokenCutter(start, QUERY_WINDOW)
    tasks = [(short.ids(batch.queries), cutter.ids(batch.passages), batch.groups) for batch in batches]
    rows = TokenCutter(start, 64).ids(targets.texts)
    sentences = by_length(rows, DISTIL_TOKENS)
    random.Random(seed).shuffle(sentences)
    kept = [([rows[number] for number in batch], targets.rows[batch].tolist()) for batch in sentences[: len(tasks)]]
    model = load_model(start).train()
    model.to("cuda" if torch.cuda.is_available() else "cpu").share_memory()
    fan_out(_finetune_part, model, tasks, kept, torch.from_numpy(targets.vectors).share_memory_(), minutes)
    save_student(model, start, folder)


Task = tuple[list[list[int]], list[list[int]], list[int]]


def _finetune_part(
    worker: int,
    workers: int,
    model: BertModel,
    tasks: list[Task],
    lessons: list[Lesson],
    vectors: torch.Tensor,
    minutes: float,
) -> None:
    device = next(model.parameters()).device
    optimiser, mean = Optimiser(model, 1.5e-4, 5e-5, last=0.0), np.zeros(2)
    clock = Clock(len(tasks), minutes)
    progress = tqdm(range(worker, len(tasks), workers), "finetune", disable=worker > 0, mininterval=20)
    for step in progress:
        queries, passages, groups = tasks[step]
        rows, places = lessons[step % len(lessons)]
        found = retrieval_loss(embed(model, queries), embed(model, passages), groups)
        kept = distillation_loss(embed(model, rows), vectors[places].float().to(device))
        done = clock.done(step)
        if done == 1.0:
            break
        optimiser.step(found + kept, done)
        mean += 0.05 * (np.array([found.item(), kept.item()]) - mean)
        progress.set_postfix(retrieval=f"{mean[0]:.3f}", distil=f"{mean[1]:.3f}", refresh=False)


def average(first: Path, second: Path, share: float, folder: Path) -> None:
    """A student whose weights are ``share`` of the second's and the rest of the first's (Wortsman et al. 2022)."""
    one, two = load_model(first), load_model(second)
    mixed = {key: (1 - share) * value + share * two.state_dict()[key] for key, value in one.state_dict().items()}
    one.load_state_dict(mixed)
    save_student(one, first, folder)
