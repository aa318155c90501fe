"""The transformer as the training loops use it: token ids in, unit sentence vectors out, bfloat16 where it helps.

Knows torch and the folder form of a model. Does not know losses or data.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from tqdm import tqdm
from transformers import AutoModel, BertModel

from rag.types import Vectors
from training.workers import fan_out


def load_model(folder: Path, attention: str = "sdpa") -> BertModel:
    """The BERT of a sentence-transformers folder, dropout off: the data is seen once, and masks cost time."""
    model: BertModel = AutoModel.from_pretrained(
        folder,
        add_pooling_layer=False,
        attn_implementation=attention,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    return model


class TokenCutter:
    """Texts to token ids, cut at a window."""

    def __init__(self, folder: Path, window: int) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(window)

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """Token ids with special ones, at most ``window`` a text."""
        return [found.ids for found in self._tokenizer.encode_batch(list(texts))]


def pad(rows: Sequence[Sequence[int]], step: int = 1) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids and mask, shape (n, longest), the length rounded up to a multiple of ``step``."""
    longest = -(-max(len(row) for row in rows) // step) * step
    ids = torch.zeros(len(rows), longest, dtype=torch.int64)
    mask = torch.zeros(len(rows), longest, dtype=torch.int64)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = torch.tensor(row)
        mask[number, : len(row)] = 1
    return ids, mask


def half_precision(device: str) -> torch.autocast:
    """A context that computes in bfloat16 where the device can: emulated by a processor it is many times slower."""
    able = torch.cpu.get_capabilities()
    helps = device != "cpu" or any(able.get(name, False) for name in ("avx512_bf16", "amx_bf16"))
    return torch.autocast(device, torch.bfloat16, enabled=helps)


def embed(model: torch.nn.Module, rows: Sequence[Sequence[int]]) -> torch.Tensor:
    """Unit vectors, shape (n, d), float32."""
    ids, mask = pad(rows)
    device = next(model.parameters()).device
    ids, mask = ids.to(device), mask.to(device)
    with half_precision(device.type):
        tokens = model(input_ids=ids, attention_mask=mask).last_hidden_state
    real = mask.unsqueeze(-1).float()
    mean = (tokens.float() * real).sum(1) / real.sum(1)
    return torch.nn.functional.normalize(mean, dim=1)


def by_length(rows: Sequence[Sequence[int]], tokens: int) -> list[list[int]]:
    """Positions in batches of similar length, each about ``tokens`` tokens after padding."""
    order = sorted(range(len(rows)), key=lambda number: len(rows[number]))
    batches: list[list[int]] = [[]]
    for number in order:
        if batches[-1] and len(rows[number]) * (len(batches[-1]) + 1) > tokens:
            batches.append([])
        batches[-1].append(number)
    return batches


def embed_all(folder: Path, texts: Sequence[str], window: int, name: str, tokens: int = 6000) -> Vectors:
    """Unit vectors of all texts, shape (n, d)."""
    rows = TokenCutter(folder, window).ids(texts)
    width = int(json.loads((folder / "config.json").read_text(encoding="utf-8"))["hidden_size"])
    result = torch.empty(len(texts), width).share_memory_()
    fan_out(_embed_part, folder, rows, by_length(rows, tokens), result, name)
    vectors: Vectors = result.numpy()
    return vectors


@torch.no_grad()
def _embed_part(
    worker: int,
    workers: int,
    folder: Path,
    rows: list[list[int]],
    batches: list[list[int]],
    result: torch.Tensor,
    name: str,
) -> None:
    model = load_model(folder).eval()
    model.to("cuda" if torch.cuda.is_available() else "cpu")
    for batch in tqdm(batches[worker::workers], name, disable=worker > 0, mininterval=10):
        result[batch] = embed(model, [rows[number] for number in batch]).cpu()
