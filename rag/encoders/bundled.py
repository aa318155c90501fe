"""The encoder that ships with the package: English and French in one space, ONNX Runtime, no torch.

Knows the model folder's files and how to run them. Does not know how the model was made (see training/), nor what its
vectors are used for. Each text runs by itself, a thread per core: the weights are int8 and activations are scaled per
run, so in a batch a text's vector would depend on its neighbours, and adding articles later would give other vectors
than building at once. One text a run also pads nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import numpy as np

from rag.encoders.base import Vectors, checked_texts, unit_rows
from rag.encoders.opening import open_session, open_tokenizer
from rag.errors import EncoderError

MODEL_FOLDER = Path(__file__).parent / "model"
WEIGHTS = Path("onnx") / "model.onnx"
SPECIAL = 2  # [CLS] and [SEP] around every run


class BundledEncoder:
    """A sentence-transformers folder whose weights are one ONNX file with two outputs.

    The file's outputs are ``last_hidden_state`` (1, tokens, d) and ``sentence_embedding`` (1, d), a unit row.
    Texts longer than ``max_tokens`` are read window by window and their windows averaged: nothing is cut off.
    Safe to use from several threads.
    """

    def __init__(self, folder: Path = MODEL_FOLDER, threads: int = 0, name: str = "bundled") -> None:
        """Open the folder.

        Args:
            folder: a folder with ``tokenizer.json``, ``sentence_bert_config.json`` and ``onnx/model.onnx``.
            threads: texts encoded at once; 0 for one per core.
            name: what the encoder calls itself.

        Raises:
            EncoderError: a file is missing or unreadable; the message names it.
        """
        self.name = name
        self._folder = folder
        self._threads = (
            threads or len(os.sched_getaffinity(0))
            if hasattr(os, "sched_getaffinity")
            else threads or os.cpu_count() or 1
        )
        self.max_tokens = _window(folder)
        self._tokenizer = open_tokenizer(folder / "tokenizer.json")
        self._session = open_session(folder / WEIGHTS)
        self.dimension = int(self._session.get_outputs()[1].shape[-1])

    @cached_property
    def fingerprint(self) -> str:
        """16 hexadecimal digits over the weights, the tokenizer and the window."""
        digest = hashlib.sha256()
        for file in (WEIGHTS, Path("tokenizer.json"), Path("sentence_bert_config.json")):
            with (self._folder / file).open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
        return digest.hexdigest()[:16]

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, shape (n, d); the model needs no prompt, so queries and passages are read alike."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, shape (n, d); a text's row never depends on the texts beside it."""
        return self._encode(texts)

    def encode_tokens(self, texts: Sequence[str]) -> list[Vectors]:
        """Unit rows of each text's tokens, special ones left out, shape (tokens, d), cut at ``max_tokens``."""
        windows = [[found[: self.max_tokens - SPECIAL]] for found in self._token_ids(checked_texts(texts))]
        outputs = self._run(windows, "last_hidden_state")
        return [
            unit_rows(rows[0][0, 1:-1], self.name)
            if rows[0].shape[1] > SPECIAL
            else np.empty((0, self.dimension), np.float32)
            for rows in outputs
        ]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, special ones included."""
        return [len(found) + SPECIAL for found in self._token_ids(checked_texts(texts))]

    def _token_ids(self, texts: list[str]) -> list[list[int]]:
        return [found.ids for found in self._tokenizer.encode_batch(texts, add_special_tokens=False)]

    def _encode(self, texts: Sequence[str]) -> Vectors:
        found = self._token_ids(checked_texts(texts))
        if not found:
            return np.empty((0, self.dimension), np.float32)
        windows = [_cut(ids, self.max_tokens - SPECIAL) for ids in found]
        outputs = self._run(windows, "sentence_embedding")
        rows = [_mean(vectors, pieces) for vectors, pieces in zip(outputs, windows, strict=True)]
        return unit_rows(np.stack(rows), self.name)

    def _run(self, windows: list[list[list[int]]], output: str) -> list[list[Vectors]]:
        """For each text the asked output of each of its windows, in order."""
        start, end = self._tokenizer.token_to_id("[CLS]"), self._tokenizer.token_to_id("[SEP]")

        def one(number: int) -> list[Vectors]:
            results = []
            for window in windows[number]:
                ids = np.array([[start, *window, end]], np.int64)
                feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
                results.append(self._session.run([output], feeds)[0])
            return results

        longest_first = sorted(range(len(windows)), key=lambda number: -sum(map(len, windows[number])))
        done = _map(one, longest_first, self._threads)
        results: list[list[Vectors]] = [[] for _ in windows]
        for number, vectors in zip(longest_first, done, strict=True):
            results[number] = vectors
        return results


def _map(function: Callable[[int], list[Vectors]], items: list[int], threads: int) -> list[list[Vectors]]:
    """``map`` over a thread per core; ONNX Runtime lets go of the interpreter lock while it works."""
    if len(items) < 2 or threads < 2:
        return [function(item) for item in items]
    with ThreadPoolExecutor(min(threads, len(items))) as pool:
        return list(pool.map(function, items))


def _cut(ids: list[int], size: int) -> list[list[int]]:
    """Windows of nearly equal length, each at most ``size``; one empty window for an empty text."""
    count = max(1, -(-len(ids) // size))
    step = -(-len(ids) // count)
    return [ids[n * step : (n + 1) * step] for n in range(count)]


def _mean(vectors: list[Vectors], windows: list[list[int]]) -> Vectors:
    weights = np.array([len(window) + SPECIAL for window in windows], np.float32)
    mean: Vectors = (np.concatenate(vectors) * weights[:, None]).sum(axis=0) / weights.sum()
    return mean


def _window(folder: Path) -> int:
    file = folder / "sentence_bert_config.json"
    try:
        return int(json.loads(file.read_text(encoding="utf-8"))["max_seq_length"])
    except (OSError, ValueError, KeyError) as error:
        raise EncoderError(f"{file} is missing or unreadable ({type(error).__name__}): reinstall citewire") from error
