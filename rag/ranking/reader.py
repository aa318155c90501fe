"""The model that reads a passage with the question before it, and says which sentence answers and with which words.

Knows the model's files and what it is fed. Does not know how the model was trained (training/ranker.py), nor what else
a sentence is judged by.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rag.encoders.opening import cut_up, open_session, open_tokenizer, side_by_side
from rag.errors import EncoderError
from rag.figures import day
from rag.ranking.reading import lay_out
from rag.ranking.word_table import WordTable, read_word_table
from rag.types import Hit

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MODEL = Path(__file__).parent / "model" / "reader.onnx"
SHIPPED_ENCODER = Path(__file__).parents[1] / "encoders" / "model" / "onnx" / "model.onnx"
"""The bundled encoder: the reader was made from it, and uses its vocabulary and its word vectors."""

_SAMPLED = 40  # words whose vectors are compared, to know that the encoder is still the one the reader was made from
_ALIKE = 0.97  # least mean cosine of these

UNREAD = -12.0
"""The score of a sentence that did not fit into the window."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader says of a sentence.

    ``score`` is a logit against "no sentence of this passage answers"; ``starts`` and ``ends`` are logits of the
    answer's first and last token, shape (tokens,), at the character offsets ``places`` (start, end) into the
    sentence.
    """

    score: float
    starts: NDArray[np.float32]
    ends: NDArray[np.float32]
    places: tuple[tuple[int, int], ...]

    def within(self, start: int, end: int) -> float:
        """The logit that the answer is just these characters: best first and last token inside, half each."""
        inside = [n for n, (a, b) in enumerate(self.places) if a < end and start < b]
        if not inside:
            return UNREAD
        return float(self.starts[inside].max() + self.ends[inside].max()) / 2

    def peak(self) -> float:
        """The logit of the likeliest words: best first and best last token, half each."""
        if not len(self.starts):
            return UNREAD
        return float(self.starts.max() + self.ends.max()) / 2


ReadHits = Callable[[Sequence[Hit]], list[list[Reading]]]
"""Passages to what is said of their sentences, for one question; empty lists where there is no such model."""


def headed(hit: Hit) -> str:
    """What stands above a passage when it is read: its title, and the day in words, for questions name months."""
    published = hit.article.published
    if published is None:
        return hit.passage.context
    return f"{hit.passage.context} ({day(published, 'fr' if hit.article.language == 'fr' else 'en')})"


class Reader:
    """Reads passages side by side, one a core. Safe to use from several threads."""

    def __init__(self, model: Path = MODEL, encoder: Path = SHIPPED_ENCODER, threads: int = 0) -> None:
        """Open the model.

        Raises:
            EncoderError: a file is missing or unreadable, or the encoder is another than the reader was made from.
        """
        self._threads = threads
        self._session = open_session(model)
        self._table = read_word_table(encoder)
        self._tokenizer = shipped_tokenizer() if encoder == SHIPPED_ENCODER else open_tokenizer(_beside(encoder))
        _check(self._table, model)

    def read(self, question: str, hits: Sequence[Hit]) -> list[list[Reading]]:
        """For each hit what is said of each sentence of its passage, in order."""
        return side_by_side(
            lambda hit: self._one(question, hit), hits, lambda hit: len(hit.passage.text), self._threads
        )

    def _one(self, question: str, hit: Hit) -> list[Reading]:
        texts = [question, headed(hit), *(sentence.text for sentence in hit.passage.sentences)]
        found = cut_up(self._tokenizer, texts)
        laid = lay_out(found[0].ids, found[1].ids, [item.ids for item in found[2:]])
        types = np.array([laid.types], np.int64)
        vectors = self._table.vectors(laid.ids)[None]
        feeds = {"word_vectors": vectors, "attention_mask": np.ones_like(types), "token_type_ids": types}
        logits = self._session.run(["logits"], feeds)[0][0]
        place = np.array(laid.sentence)
        return [_reading(logits[place == n], item.offsets) for n, item in enumerate(found[2:])]


def _reading(logits: NDArray[np.float32], offsets: Sequence[tuple[int, int]]) -> Reading:
    """``logits`` (tokens, 3) of the part of a sentence that was read."""
    if not len(logits):
        return Reading(UNREAD, logits[:, 1], logits[:, 2], ())
    return Reading(float(logits[:, 0].mean()), logits[:, 1], logits[:, 2], tuple(offsets[: len(logits)]))


def sample_of(table: WordTable) -> list[list[float]]:
    """The beginnings of some words' vectors, by which a table is known again."""
    ids = np.linspace(1000, len(table.rows) - 1, _SAMPLED).astype(int).tolist()
    return [[round(float(value), 4) for value in row] for row in table.vectors(ids)[:, :16]]


def _check(table: WordTable, model: Path) -> None:
    try:
        known = np.array(json.loads(model.with_suffix(".json").read_text(encoding="utf-8"))["sample"])
    except (OSError, ValueError, KeyError) as error:
        raise EncoderError(f"{model.with_suffix('.json')} is missing or unreadable: reinstall citewire") from error
    now = np.array(sample_of(table))
    norms = np.linalg.norm(known, axis=1) * np.linalg.norm(now, axis=1)
    if float(((known * now).sum(axis=1) / np.maximum(norms, 1e-9)).mean()) < _ALIKE:
        raise EncoderError(f"{model.name} was made from another encoder than the bundled one: run `make train-ranker`")


@cache
def default_reader(threads: int = 0) -> Reader | None:
    """The reader that ships with the package; None where it was left out."""
    return Reader(threads=threads) if MODEL.exists() else None


@cache
def shipped_tokenizer() -> Tokenizer:
    """The bundled encoder's tokenizer, without cutting or filling up; loaded once."""
    return open_tokenizer(_beside(SHIPPED_ENCODER))


def _beside(encoder: Path) -> Path:
    """The tokenizer of a model folder whose weights are ``onnx/model.onnx``."""
    return encoder.parents[1] / "tokenizer.json"
