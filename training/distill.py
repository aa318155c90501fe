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

from training.data import read_parallel, sample_parallel
from training.glossary import Glossary
from training.vectors import TokenCutter, by_length, embed, embed_all, load_model

LAW_ROWS = 60_000
ENGLISH_SHARE = 0.15  # of the French rows: English sentences, to stay where the teacher is
SWITCHED_SHARE = 0.2  # of the French rows: English sentences with words switched for French ones
TEMPERATURE = 0.05
SAME_SENTENCE = 0.9  # two teacher vectors so alike are one meaning, no negatives of each other


@dataclass(frozen=True)
class Targets:
    """Texts for the student and the row of ``vectors`` (teacher, unit) that each should give."""

    texts: list[str]
    rows: NDArray[np.int64]
    vectors: NDArray[np.float16]


def wikipedia_sentences(data: Path) -> list[str]:
    """English sentences of SelQA, without the split that the ranker holds out."""
    found = set()
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
    english = sorted({pair.english for pair in pairs}) + wikipedia_sentences(data)[::2]
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


class Optimiser:
    """Adam with a higher rate for the embedding rows (sparse) than for the rest; warm-up, then linear decay."""

    def __init__(self, model: torch.nn.Module, rows_rate: float, rest_rate: float, steps: int, last: float) -> None:
        table = model.embeddings.word_embeddings
        table.sparse, table.padding_idx = True, None
        rest = [item for item in model.parameters() if item is not table.weight]
        self._parts = [
            torch.optim.SparseAdam([table.weight], lr=rows_rate),
            torch.optim.AdamW(rest, lr=rest_rate, weight_decay=0.01),
        ]
        warm = min(100, steps // 10 + 1)

        def factor(step: int) -> float:
            return min((step + 1) / warm, last + (1 - last) * max(0.0, 1 - step / steps))

        self._rates = [torch.optim.lr_scheduler.LambdaLR(part, factor) for part in self._parts]
        self._rest = rest

    def step(self, loss: torch.Tensor) -> None:
        """One update."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._rest, 1.0)
        for part, rate in zip(self._parts, self._rates, strict=True):
            part.step()
            rate.step()
            part.zero_grad(set_to_none=True)

    def state(self) -> list[dict[str, object]]:
        """What ``restore`` takes."""
        return [item.state_dict() for item in (*self._parts, *self._rates)]

    def restore(self, state: list[dict[str, object]]) -> None:
        """Go on from a checkpoint."""
        for item, saved in zip((*self._parts, *self._rates), state, strict=True):
            item.load_state_dict(saved)


def save_student(model: torch.nn.Module, start: Path, folder: Path) -> None:
    """The folder of ``start`` with the model's weights."""
    from safetensors.torch import save_file

    shutil.copytree(start, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.safetensors"))
    weights = {key: value.detach().cpu().contiguous() for key, value in model.state_dict().items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})


def distill(
    targets: Targets, start: Path, folder: Path, seed: int, tokens: int = 2048, save_every: float = 300
) -> None:
    """One pass over the targets; a checkpoint every ``save_every`` seconds, from which a second call goes on."""
    torch.manual_seed(seed)
    model = load_model(start).train()
    model.to("cuda" if torch.cuda.is_available() else "cpu")
    device = next(model.parameters()).device
    rows = TokenCutter(start, 96).ids(targets.texts)
    batches = by_length(rows, tokens)
    random.Random(seed).shuffle(batches)
    optimiser = Optimiser(model, 4e-4, 6e-5, len(batches), last=0.15)
    checkpoint, begin = folder.with_suffix(".ckpt"), 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(saved["model"])
        optimiser.restore(saved["optimiser"])
        begin = saved["step"]
    last_save, mean = time.monotonic(), 0.0
    progress = tqdm(range(begin, len(batches)), "distill", initial=begin, total=len(batches), mininterval=20)
    for step in progress:
        chosen = batches[step]
        goal = torch.from_numpy(targets.vectors[targets.rows[chosen]]).float().to(device)
        loss = distillation_loss(embed(model, [rows[number] for number in chosen]), goal)
        optimiser.step(loss)
        mean += 0.02 * (float(loss) - mean)
        progress.set_postfix(loss=f"{mean:.3f}", refresh=False)
        if time.monotonic() - last_save > save_every:
            torch.save({"model": model.state_dict(), "optimiser": optimiser.state(), "step": step + 1}, checkpoint)
            last_save = time.monotonic()
    save_student(model, start, folder)
    checkpoint.unlink(missing_ok=True)
