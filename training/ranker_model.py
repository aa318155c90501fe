"""The passage reader: a question and a passage in, for every token how much its sentence answers.

Knows the network and how a row becomes tokens. Does not know data sources or the training loop.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertModel

from rag.ranking.reading import WINDOW, lay_out
from training.ranker_data import Row
from training.restore import reader_weights

OUTPUTS = 3  # relevance, start, end
SPAN_SHARE = 0.25
BATCH_TOKENS = 3200
FROZEN = 2  # lowest layers that are not trained: a quarter of the training time


class Reader(torch.nn.Module):
    """The bilingual encoder with one linear layer on top. Embeddings and lowest layers stay the encoder's own."""

    def __init__(self, folder: Path, attention: str = "sdpa", frozen: int = FROZEN) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            folder,
            add_pooling_layer=False,
            attn_implementation=attention,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        for part in (self.bert.embeddings, *self.bert.encoder.layer[:frozen]):
            for weight in part.parameters():
                weight.requires_grad = False
        self.head = torch.nn.Linear(self.bert.config.hidden_size, OUTPUTS)
        torch.nn.init.normal_(self.head.weight, std=0.02)
        torch.nn.init.zeros_(self.head.bias)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """Shapes (n, t) to (n, t, 3): relevance, start and end of each token."""
        tokens = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types)[0]
        logits: torch.Tensor = self.head(tokens)
        return logits


def opened(start: Path, further: Path | None, frozen: int = FROZEN) -> Reader:
    """The reader over an encoder, as it is before training; ``further`` is one trained before."""
    reader = Reader(start, frozen=frozen)
    if further is not None:
        known = reader_weights(further) if further.suffix == ".onnx" else torch.load(further, weights_only=True)
        missing = set(reader.state_dict()) - set(known) - {"bert.embeddings.word_embeddings.weight"}
        if missing:
            raise SystemExit(f"{further} is no reader of this encoder: it lacks {min(missing)}; give another")
        reader.load_state_dict(known, strict=False)
    return reader


@dataclass(frozen=True)
class Tokens:
    """A row as numbers: ids and types (t,), the sentence of each token or -1 (t,), gold sentences, span of tokens."""

    ids: list[int]
    types: list[int]
    sentence: list[int]
    gold: tuple[int, ...]
    count: int
    span: tuple[int, int] | None


def tokens_of(row: Row, tokenizer: Tokenizer) -> Tokens:
    """The row laid out as the reader will see it in use; sentences beyond the window are lost."""
    found = tokenizer.encode_batch([row.question, row.title, *row.sentences], add_special_tokens=False)
    laid = lay_out(found[0].ids, found[1].ids, [item.ids for item in found[2:]])
    count = max(laid.sentence) + 1
    gold = tuple(n for n in row.gold if n < count)
    span = None
    if row.span and row.span[0] < count:
        number, start, end = row.span
        first = laid.sentence.index(number)
        inside = [n for n, (a, b) in enumerate(found[2 + number].offsets) if a < end and start < b]
        reach = laid.sentence.count(number)
        if inside and inside[-1] < reach:
            span = (first + inside[0], first + inside[-1])
    return Tokens(laid.ids, laid.types, laid.sentence, gold, count, span)


def padded(rows: list[Tokens]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, mask and types, each (n, t)."""
    longest = max(len(row.ids) for row in rows)
    ids = np.zeros((len(rows), longest), np.int64)
    mask, types = np.zeros_like(ids), np.zeros_like(ids)
    for n, row in enumerate(rows):
        ids[n, : len(row.ids)], mask[n, : len(row.ids)], types[n, : len(row.ids)] = row.ids, 1, row.types
    return torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(types)


def sentence_logits(logits: torch.Tensor, row: Tokens) -> torch.Tensor:
    """Shape (t, 3) to (sentences,): the mean relevance of each sentence's tokens."""
    where = torch.tensor(row.sentence)
    inside = where >= 0
    sums = torch.zeros(row.count).index_add(0, where[inside], logits[: len(row.ids)][inside, 0])
    return sums / torch.bincount(where[inside], minlength=row.count).clamp(min=1)


Group = list[Tokens]
"""The passages of one question."""


def batches_of(groups: Sequence[Group], seed: int) -> list[list[Group]]:
    """Groups of like length together, the batches in random order."""
    chooser = random.Random(seed)
    longest = {id(group): max(len(row.ids) for row in group) for group in groups}
    order = sorted(groups, key=lambda group: longest[id(group)] + chooser.random() * 24)
    batches: list[list[Group]] = [[]]
    for group in order:
        rows = sum(map(len, batches[-1])) + len(group)
        if batches[-1] and rows * longest[id(group)] > BATCH_TOKENS:
            batches.append([])
        batches[-1].append(group)
    chooser.shuffle(batches)
    return batches


def loss_of(logits: torch.Tensor, groups: Sequence[Sequence[Tokens]]) -> torch.Tensor:
    """Listwise with a null, within each passage and over all passages of a question, half each; and the span.

    Args:
        logits: (n, t, 3), the rows of all groups in order.
        groups: the passages of each question.
    """
    losses = []
    rows = iter(logits)
    for group in groups:
        read = [(row, next(rows)) for row in group]
        scores = [sentence_logits(found, row) for row, found in read]
        first = np.cumsum([0, *(row.count for row in group)])
        gold = [int(at) + g for at, row in zip(first, group, strict=False) for g in row.gold]
        within = torch.stack([_listwise(s, row.gold) for s, (row, _) in zip(scores, read, strict=True)]).mean()
        spans = torch.stack([_span_loss(found, row) for row, found in read]).mean()
        losses.append(0.5 * _listwise(torch.cat(scores), gold) + 0.5 * within + SPAN_SHARE * spans)
    return torch.stack(losses).mean()


def _listwise(scores: torch.Tensor, gold: Sequence[int]) -> torch.Tensor:
    """The answering sentences against all others and against "none of them", whose score is 0."""
    scores = torch.cat([torch.zeros(1), scores])
    wanted = torch.tensor([1 + g for g in gold] or [0])
    return torch.logsumexp(scores, 0) - torch.logsumexp(scores[wanted], 0)


def _span_loss(logits: torch.Tensor, row: Tokens) -> torch.Tensor:
    """The first and the last token of the answer, or of none; nothing where sentences answer and no words are known."""
    loss = torch.zeros(())
    if row.span or not row.gold:
        inside = torch.tensor(row.sentence) >= 0
        for column in (1, 2):
            ends = torch.where(inside, logits[: len(row.ids), column], -1e4)
            ends[0] = 0.0  # none
            place = row.span[column - 1] if row.span else 0
            loss = loss + torch.logsumexp(ends, 0) - ends[place]
    return loss


__all__ = ["WINDOW", "Reader", "Tokens", "loss_of", "padded", "sentence_logits", "tokens_of"]
