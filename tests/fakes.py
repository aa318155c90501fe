"""Fakes that go through the real doors."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from rag.encoders.base import checked_texts, unit_rows
from rag.language import fold
from rag.types import Vectors


class WordHashEncoder:
    """Every word a fixed random direction, a text the sum of its words: equal words, near vectors."""

    def __init__(self, dimension: int = 64, max_tokens: int = 128, salt: str = "") -> None:
        self.name = f"word-hash-{dimension}{salt}"
        self.dimension = dimension
        self.max_tokens = max_tokens
        self.fingerprint = hashlib.blake2b(self.name.encode(), digest_size=8).hexdigest()
        self.encoded: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        rows = [self._row(text) for text in checked_texts(texts)]
        return unit_rows(np.array(rows, np.float32).reshape(-1, self.dimension), self.name)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        return self.encode_queries(texts)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) + 2 for text in texts]

    def _row(self, text: str) -> Vectors:
        total = np.zeros(self.dimension, np.float32)
        for word in [*fold(text).split(), self.name]:
            seed = int.from_bytes(hashlib.blake2b(f"{self.name} {word}".encode(), digest_size=8).digest())
            total += np.random.default_rng(seed).standard_normal(self.dimension, np.float32)
        return total
