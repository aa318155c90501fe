"""The encoder's upper layers learn retrieval further, on questions of our own over news in both languages.

    python -m training.refine --data ../shared/data --minutes 32

Our questions, PIAF, SelQA, news titles, and titles over the other language's report of the same event, each query
against its passage among neighbours; parallel sentences and the English teacher's own are distilled beside them, so
that what was learned stays. Starts from the encoder that ships; the result is averaged with what it came from. The word
table and the lower layers do not move: the passage reader shares the table, and a new version of the model file differs
in its upper layers alone. Knows the loop. Does not know where texts come from (refine_mix) or layers (layers).
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch

from training.distill import distillation_loss, save_student
from training.finetune import average, retrieval_loss
from training.layers import States, UpperLayers
from training.refine_mix import SHARES, Lessons, searches_of
from training.restore import restore
from training.vectors import TokenCutter

FROZEN = 4  # of six layers
QUERY_WINDOW, PASSAGE_WINDOW = 48, 200
RATE, WARM_UP = 1e-4, 0.04
LESSONS = 48  # sentences beside each batch
REFINED_SHARE = 0.6  # of the refined weights in the average with those they came from
SAVE_EVERY = 600  # seconds
SEED = 31


def refine(data: Path, start: Path, folder: Path, minutes: float, seed: int = SEED, threads: int = 2) -> None:
    """Steps until the time is over, the rate having come down by then."""
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    chooser = random.Random(seed)
    sources, lessons = searches_of(data, start, chooser), Lessons.read(data, seed)
    layers = UpperLayers(start, FROZEN)
    short, long = (States(layers, TokenCutter(start, window)) for window in (QUERY_WINDOW, PASSAGE_WINDOW))
    optimiser = torch.optim.AdamW(layers.weights, lr=RATE, weight_decay=0.01, fused=True)
    began, mean, step, saved = time.monotonic(), np.zeros(2), 0, time.monotonic()
    while (done := (time.monotonic() - began) / (60 * minutes)) < 1:
        batch = next(chooser.choices(sources, SHARES)[0])
        texts, taught = lessons.draw(LESSONS, chooser)
        own = layers.vectors(short([search.query for search in batch]) + short(texts))
        passages = layers.vectors(long([search.passage for search in batch]))
        found = retrieval_loss(own[: len(batch)], passages, [search.group for search in batch])
        kept = distillation_loss(own[len(batch) :], taught)
        (found + kept).backward()
        torch.nn.utils.clip_grad_norm_(layers.weights, 1.0)
        optimiser.param_groups[0]["lr"] = RATE * min(done / WARM_UP + 0.01, 1 - done)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        mean += 0.03 * (np.array([found.item(), kept.item()]) - mean)
        step += 1
        if step % 25 == 0:
            print(f"step {step} {done:.0%} retrieval {mean[0]:.3f} distil {mean[1]:.3f}", flush=True)
        if time.monotonic() - saved > SAVE_EVERY:
            save_student(layers.model, start, folder.with_suffix(".part"))
            saved = time.monotonic()
    save_student(layers.model, start, folder)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"))
    parser.add_argument("--minutes", type=float, default=32)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    shipped, refined = given.runs / "shipped", given.runs / "refined"
    if not (shipped / "model.safetensors").exists():
        restore(shipped)
    refine(given.data, shipped, refined, given.minutes, given.seed, given.threads)
    average(shipped, refined, REFINED_SHARE, given.runs / "final")


if __name__ == "__main__":
    main()
