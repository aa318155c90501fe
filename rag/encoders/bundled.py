"""The encoder that ships with the package: English and French in one space, ONNX Runtime, no torch.

Knows the model folder's files and how to run them. Does not know how the model was made (see training/), nor what its
vectors are used for. Each text runs by itself, a thread per core: the weights are int8 and activations are scaled per
run, so in a batch a text's vector would depend on its neighbours, and adding articles later would give other vectors
than building at once. One text a run also pads nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.encoders.base import checked_texts, unit_rows
from rag.encoders.opening import cut_up, open_layer, open_session, open_tokenizer, side_by_side
from rag.errors import EncoderError
from rag.types import Vectors

MODEL_FOLDER = Path(__file__).parent / "model"
WEIGHTS = Path("onnx") / "model.onnx"
DENSE = Path("2_Dense") / "model.safetensors"
SPECIAL = 2  # [CLS] and [SEP] around every run


class BundledEncoder:
    """A sentence-transformers folder whose weights are one ONNX file with an output ``sentence_embedding`` (1, d).

    Where the folder has a linear layer behind it (``2_Dense``), a vector goes through that, too.
    Texts longer than ``max_tokens`` are read window by window, and their windows averaged with the first ones weighing
    more: nothing is cut off.
    Safe to use from several threads.
    """

    name = "bundled"

    def __init__(self, folder: Path = MODEL_FOLDER, threads: int = 0) -> None:
        """Open the folder.

        Args:
            folder: a folder with ``tokenizer.json``, ``sentence_bert_config.json`` and ``onnx/model.onnx``.
            threads: texts encoded at once; 0 for one per core.

        Raises:
            EncoderError: a file is missing or unreadable; the message names it.
        """
        self._folder = folder
        self._threads = threads
        self.max_tokens = _window(folder)
        self._tokenizer = open_tokenizer(folder / "tokenizer.json")
        self._session = open_session(folder / WEIGHTS)
        self.dimension = int(self._session.get_outputs()[1].shape[-1])
        self._layer = open_layer(folder / DENSE) if (folder / DENSE.parent).exists() else None

    @cached_property
    def fingerprint(self) -> str:
        """16 hexadecimal digits over the weights, the tokenizer, the window and how windows are put together."""
        digest = hashlib.sha256(b"nth window: 1/n")
        layer = () if self._layer is None else (DENSE,)
        for file in (WEIGHTS, *layer, Path("tokenizer.json"), Path("sentence_bert_config.json")):
            with (self._folder / file).open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
        return digest.hexdigest()[:16]

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, shape (n, d); the model needs no prompt, so queries and passages are read alike."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, shape (n, d); a text's row never depends on the texts beside it."""
        return self._encode(texts)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, special ones included."""
        return [len(found) + SPECIAL for found in self._token_ids(checked_texts(texts))]

    def _token_ids(self, texts: list[str]) -> list[list[int]]:
        return [found.ids for found in cut_up(self._tokenizer, texts)]

    def _encode(self, texts: Sequence[str]) -> Vectors:
        found = self._token_ids(checked_texts(texts))
        if not found:
            return np.empty((0, self.dimension), np.float32)
        return unit_rows(np.stack(side_by_side(self._row, found, len, self._threads)), self.name)

    def _row(self, ids: list[int]) -> Vectors:
        """The mean over a text's windows, the nth weighing 1/n: news says first what it is about; shape (d,)."""
        start, end = self._tokenizer.token_to_id("[CLS]"), self._tokenizer.token_to_id("[SEP]")
        windows = [np.array([[start, *window, end]], np.int64) for window in _cut(ids, self.max_tokens - SPECIAL)]
        rows = np.concatenate([self._run(window) for window in windows])
        weights = 1 / np.arange(1, len(rows) + 1, dtype=np.float32)
        mean: Vectors = weights @ rows / weights.sum()
        return mean

    def _run(self, ids: NDArray[np.int64]) -> Vectors:
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        row: Vectors = self._session.run(["sentence_embedding"], feeds)[0]
        if self._layer is None:
            return row
        # Not by BLAS: it would wake a team of threads for a tenth of a millisecond's work, which then is in the way.
        return unit_rows(np.einsum("ni,oi->no", row, self._layer), self.name)


def _cut(ids: list[int], size: int) -> list[list[int]]:
    """Windows of nearly equal length, each at most ``size``; one empty window for an empty text."""
    count = max(1, -(-len(ids) // size))
    step = -(-len(ids) // count)
    return [ids[n * step : (n + 1) * step] for n in range(count)]


def _window(folder: Path) -> int:
    file = folder / "sentence_bert_config.json"
    try:
        return int(json.loads(file.read_text(encoding="utf-8"))["max_seq_length"])
    except (OSError, ValueError, KeyError) as error:
        raise EncoderError(f"{file} is missing or unreadable ({type(error).__name__}): reinstall citewire") from error
