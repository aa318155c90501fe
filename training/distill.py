"""The student learns French: its vector of a French sentence should be the teacher's vector of the English one.

After Reimers & Gurevych 2020, "Making monolingual sentence embeddings multilingual", with an in-batch contrastive term,
and English words switched for French ones as a second source. Knows the loop; does not know retrieval (see finetune).
"""

from __future__ import annotations

import json
import lzma
import random
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tqdm import tqdm
from transformers import BertModel

from training.data import read_parallel, sample_parallel
from training.glossary import Glossary
from training.vectors import TokenCutter, by_length, embed, embed_all, load_model
from training.workers import fan_out

LAW_ROWS = 30_000
TATOEBA_SHARE = 0.8  # what one pass on two cores has time for; the rest of Tatoeba is mostly paraphrase
ENGLISH_SHARE = 0.15  # of the French rows: English sentences, to stay where the teacher is
SWITCHED_SHARE = 0.2  # of the French rows: English sentences with words switched for French ones
TEMPERATURE = 0.05
SAVE_EVERY = 240  # seconds
WARM_UP = 0.06  # of a stage
SAME_SENTENCE = 0.9  # two teacher vectors so alike are one meaning, no negatives of each other


@dataclass(frozen=True)
class Targets:
    """Texts for the student and the row of ``vectors`` (teacher, unit) that each should give."""

    texts: list[str]
    rows: NDArray[np.int64]
    vectors: NDArray[np.float16]


def wikipedia_sentences(data: Path) -> list[str]:
    """English sentences of SelQA, without the split that the ranker holds out."""
    found: set[str] = set()
    with lzma.open(data / "selqa.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["split"] != "dev":
                found.update(sentence for sentence in row["candidates"] if 5 <= len(sentence.split()) <= 40)
    return sorted(found)


def prepare(data: Path, teacher: Path, runs: Path, seed: int) -> Targets:
    """Teacher vectors of the English sides (kept in ``runs``), and the student's French, English and switched texts."""
    chooser = random.Random(seed)
    pairs = sample_parallel(read_parallel(data), LAW_ROWS, seed)
    pairs = [pair for pair in pairs if chooser.random() < (1.0 if pair.is_law else TATOEBA_SHARE)]
    english = sorted({pair.english for pair in pairs}) + wikipedia_sentences(data)[::3]
    cache = runs / "teacher.npy"
    if not cache.exists():
        np.save(cache, embed_all(teacher, english, 128, "teacher").astype(np.float16))
    vectors = np.load(cache)
    place = {text: number for number, text in enumerate(english)}
    texts = [pair.french for pair in pairs]
    rows = [place[pair.english] for pair in pairs]
    glossary = Glossary.load(runs / "lexicon.npz")
    for number in chooser.sample(range(len(english)), int(ENGLISH_SHARE * len(pairs))):
        texts.append(english[number])
        rows.append(number)
    for number in chooser.sample(range(len(english)), int(SWITCHED_SHARE * len(pairs))):
        texts.append(glossary.switch(english[number], chooser.uniform(0.4, 1.0), chooser))
        rows.append(number)
    return Targets(texts, np.array(rows), vectors)


def distillation_loss(student: torch.Tensor, teacher: torch.Tensor) -> torch.Tensor:
    """Cosine to the teacher's vector, and picking it among the batch's in both directions; shapes (n, d)."""
    near = (1 - (student * teacher).sum(1)).mean()
    alike = teacher @ teacher.T > SAME_SENTENCE
    alike.fill_diagonal_(False)
    scores = (student @ teacher.T / TEMPERATURE).masked_fill(alike, -1e4)
    target = torch.arange(len(student), device=student.device)
    contrast = torch.nn.functional.cross_entropy(scores, target) + torch.nn.functional.cross_entropy(scores.T, target)
    return 5 * near + 0.25 * contrast


class Clock:
    """How much of a stage is done, between 0 and 1: by steps, or by minutes where those run out first."""

    def __init__(self, steps: int, minutes: float) -> None:
        self._steps, self._seconds, self._began = steps, minutes * 60, time.monotonic()

    def done(self, step: int) -> float:
        """Share done at ``step``."""
        return min(1.0, max(step / self._steps, (time.monotonic() - self._began) / self._seconds))


class Optimiser:
    """Adam with a higher rate for the embedding rows (sparse) than for the rest; warm-up, then linear decay."""

    def __init__(self, model: BertModel, rows_rate: float, rest_rate: float, last: float) -> None:
        table = model.embeddings.word_embeddings
        table.sparse, table.padding_idx = True, None
        self._rest = [item for item in model.parameters() if item is not table.weight]
        self._parts: list[torch.optim.Optimizer] = [
            torch.optim.SparseAdam([table.weight], lr=rows_rate),
            torch.optim.AdamW(self._rest, lr=rest_rate, weight_decay=0.01),
        ]
        self._rates, self._last = (rows_rate, rest_rate), last

    def step(self, loss: torch.Tensor, done: float) -> None:
        """One update, when ``done`` of the stage is done."""
        factor = min(done / WARM_UP + 0.01, self._last + (1 - self._last) * (1 - done))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._rest, 1.0)
        for part, rate in zip(self._parts, self._rates, strict=True):
            part.param_groups[0]["lr"] = rate * factor
            part.step()
            part.zero_grad(set_to_none=True)


def save_student(model: torch.nn.Module, start: Path, folder: Path) -> None:
    """The folder of ``start`` with the model's weights."""
    from safetensors.torch import save_file

    shutil.copytree(start, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.safetensors"))
    weights = {key: value.detach().cpu().contiguous() for key, value in model.state_dict().items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})


def distill(targets: Targets, start: Path, folder: Path, seed: int, minutes: float, tokens: int = 2048) -> None:
    """One pass over the targets, ``minutes`` at most; a checkpoint every few minutes, from which a second call goes on.

    Workers share the weights and update them without locks (Niu et al. 2011, "Hogwild!"), so two runs differ a little.
    """
    rows = TokenCutter(start, 96).ids(targets.texts)
    batches = by_length(rows, tokens)
    random.Random(seed).shuffle(batches)
    model = load_model(start).train()
    checkpoint, begin = folder.with_suffix(".ckpt"), 0
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        begin = saved["step"]
    model.to("cuda" if torch.cuda.is_available() else "cpu").share_memory()
    vectors = torch.from_numpy(targets.vectors).share_memory_()
    lessons = [([rows[number] for number in batch], targets.rows[batch].tolist()) for batch in batches]
    fan_out(_distill_part, model, lessons, vectors, begin, minutes, checkpoint)
    save_student(model, start, folder)
    checkpoint.unlink(missing_ok=True)


Lesson = tuple[list[list[int]], list[int]]


def _distill_part(
    worker: int,
    workers: int,
    model: BertModel,
    lessons: list[Lesson],
    vectors: torch.Tensor,
    begin: int,
    minutes: float,
    checkpoint: Path,
) -> None:
    device = next(model.parameters()).device
    optimiser = Optimiser(model, 4e-4, 6e-5, last=0.15)
    clock = Clock(len(lessons), minutes)
    last_save, mean = time.monotonic(), 0.0
    progress = tqdm(range(begin + worker, len(lessons), workers), "distill", disable=worker > 0, mininterval=20)
    for step in progress:
        rows, places = lessons[step]
        loss = distillation_loss(embed(model, rows), vectors[places].float().to(device))
        done = clock.done(step)
        if done == 1.0:
            break
        optimiser.step(loss, done)
        mean += 0.02 * (float(loss.detach()) - mean)
        progress.set_postfix(loss=f"{mean:.3f}", refresh=False)
        if worker == 0 and time.monotonic() - last_save > SAVE_EVERY:
            torch.save({"model": model.state_dict(), "step": step + 1}, checkpoint)
            last_save = time.monotonic()
