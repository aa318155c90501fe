"""Trains the passage reader, exports it, and fits the weights of the sentence ranking.

    python -m training.ranker --data ../shared/data

The reader that ships is trained further, over all questions or, with ``--since``, the new ones and as many of those it
knows; ``--anew`` trains one from the encoder instead. Seeded; resumes from its last checkpoint; stops by
itself when ``--minutes`` are over, the learning rate having come down by then. A finished reader
(training/runs/ranker/reader.pt) is not trained again: delete it to do so. Figures on held-out rows go to
training/runs/ranker/figures.json; training/RANKER.md is the model card.
Knows the loop and its order. Does not know the network (ranker_model) or where rows come from (ranker_rows).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from rag.ranking.reader import MODEL
from training.passages import fit as fit_passages
from training.ranker_data import Row, read_piaf, read_selqa
from training.ranker_export import export
from training.ranker_mix import fit
from training.ranker_model import (
    FROZEN,
    Group,
    Reader,
    Tokens,
    batches_of,
    loss_of,
    opened,
    padded,
    sentence_logits,
    tokens_of,
)
from training.ranker_questions import ENGLISH, chosen, groups_of, index_articles, read_news_questions
from training.ranker_rows import training_groups
from training.reports import make as fit_reports
from training.restore import restore
from training.spans import make as fit_spans
from training.sureness import make as fit_sureness
from training.vectors import half_precision

PEAK, FURTHER, WARM_UP = 1.2e-4, 8e-5, 0.06  # learning rates: of a new reader, of one trained further
NEWS_PASSES = 1
SAVE_EVERY = 200  # steps


def rate(progress: float) -> float:
    """The learning rate as a share of the peak: up over the warm-up, then down to nothing."""
    return progress / WARM_UP if progress < WARM_UP else max(0.0, (1 - progress) / (1 - WARM_UP))


def train(
    reader: Reader, batches: list[list[Group]], peak: float, minutes: float, checkpoint: Path, watch: list[Tokens]
) -> None:
    """Steps until all batches are seen or the time is over, whichever comes first."""
    decayed = [p for n, p in reader.named_parameters() if p.requires_grad and p.ndim > 1]
    plain = [p for n, p in reader.named_parameters() if p.requires_grad and p.ndim <= 1]
    optimiser = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}], lr=peak, fused=True
    )
    first, spent = 0, 0.0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        reader.load_state_dict(state["reader"])
        optimiser.load_state_dict(state["optimiser"])
        first, spent = state["step"], state["spent"]
    started, losses = time.monotonic() - spent, []
    for step in range(first, len(batches)):
        progress = max((time.monotonic() - started) / (60 * minutes), step / len(batches))
        if progress >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = peak * rate(progress)
        batch = batches[step]
        with half_precision("cpu"):
            logits = reader(*padded([row for group in batch for row in group]))
        loss = loss_of(logits.float(), batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        losses.append(float(loss.detach()))
        if step % 25 == 0:
            print(f"step {step}/{len(batches)} {progress:.0%} loss {np.mean(losses[-50:]):.3f}", flush=True)
        if step % SAVE_EVERY == SAVE_EVERY - 1:
            state = {"reader": reader.state_dict(), "optimiser": optimiser.state_dict(), "step": step + 1}
            torch.save(state | {"spent": time.monotonic() - started}, checkpoint)
            print(f"  held out: {precision(reader, watch)}", flush=True)


@torch.no_grad()
def precision(reader: Reader, rows: list[Tokens]) -> dict[str, float]:
    """P@1 among a passage's sentences; and how often the null wins although there is an answer."""
    right = null = 0
    for n in range(0, len(rows), 16):
        batch = rows[n : n + 16]
        with half_precision("cpu"):
            logits = reader(*padded(batch)).float()
        for row, row_logits in zip(batch, logits, strict=True):
            scores = sentence_logits(row_logits, row)
            right += int(scores.argmax()) in row.gold
            null += float(scores.max()) < 0
    return {"P@1": round(right / len(rows), 4), "null": round(null / len(rows), 4), "rows": len(rows)}


def held_out(data: Path, news: Sequence[list[Row]], tokenizer: Tokenizer) -> dict[str, list[Tokens]]:
    """Held-out rows by name: news in both languages, French and English encyclopaedia."""
    named: dict[str, list[Row]] = {}
    for group in news:
        row = group[0]
        if row.gold:
            held = "en" if int(row.group[1:]) >= ENGLISH else "fr"
            named.setdefault(f"news, {row.language} over {held}", []).append(row)
    named |= {"piaf": read_piaf(data)[1], "selqa": read_selqa(data)[1]}
    return {name: [tokens_of(row, tokenizer) for row in rows if len(row.sentences) > 1] for name, rows in named.items()}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--anew", action="store_true", help="not from the reader that ships: from the encoder")
    parser.add_argument("--further", type=Path, default=MODEL, help="the reader to train further, .onnx or .pt")
    parser.add_argument("--since", type=int, default=0, help="of the news questions so many are known from before")
    parser.add_argument("--frozen", type=int, default=FROZEN, help="lowest layers that stay: others cost megabytes")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"))
    parser.add_argument("--minutes", type=float, default=35)
    parser.add_argument("--seed", type=int, default=29)
    arguments = parser.parse_args()
    folder = arguments.runs / "ranker"
    start = arguments.runs / "shipped"
    if not (start / "model.safetensors").exists():
        restore(start)
    if not (folder / "reader.pt").exists():
        make_reader(arguments, start)
    export(start, folder / "reader.pt", MODEL)
    fit_passages(arguments.data, arguments.runs)
    fit(arguments.data, arguments.runs)
    fit_sureness(arguments.data, arguments.runs)
    fit_spans(arguments.data, arguments.runs)
    fit_reports(arguments.data, arguments.runs)


def make_reader(arguments: argparse.Namespace, start: Path) -> None:
    """Groups, training, figures; ``start`` is the folder of the encoder."""
    data, seed, further = arguments.data, arguments.seed, None if arguments.anew else arguments.further
    torch.manual_seed(seed)
    torch.set_num_threads(2)
    folder = arguments.runs / "ranker"
    tokenizer = Tokenizer.from_file(str(start / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    questions = read_news_questions()
    index = index_articles(data, folder)
    kept = [item for item in questions if item.is_held_out]
    learned = [item for item in chosen(questions, arguments.since, seed) if not item.is_held_out]
    news = groups_of(learned, index, folder / "found.jsonl")
    watch = held_out(data, groups_of(kept, index, folder / "held.jsonl"), tokenizer)
    groups = [[tokens_of(row, tokenizer) for row in group] for group in training_groups(data, news, NEWS_PASSES, seed)]
    batches = batches_of(groups, seed)
    tokens = sum(len(row.ids) for group in groups for row in group)
    print(f"{len(groups)} questions, {len(batches)} batches, {tokens} tokens", flush=True)
    reader = opened(start, further, arguments.frozen)
    print({name: precision(reader, found) for name, found in watch.items()}, flush=True)
    train(
        reader,
        batches,
        PEAK if further is None else FURTHER,
        arguments.minutes,
        folder / "checkpoint.pt",
        watch["news, en over fr"][:200],
    )
    figures = {name: precision(reader, found) for name, found in watch.items()}
    (folder / "figures.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    torch.save(reader.state_dict(), folder / "reader.pt")
    print(figures)


if __name__ == "__main__":
    main()
