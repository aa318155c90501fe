"""The seam between text and vectors: what every encoder offers.

Knows the shapes and the promises. Does not know any model, any file or any third party but NumPy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np

from rag.errors import EncoderError
from rag.types import EncoderIdentity, Vectors


@runtime_checkable
class Encoder(EncoderIdentity, Protocol):
    """Turns text into float32 rows of length one, so that the inner product of two rows is their cosine.

    Attributes:
        name: how a person names it; ``bundled`` for the shipped one, else the name or path it was loaded by.
        fingerprint: 16 hexadecimal digits over weights, tokenizer and settings; an index is stamped with it, and
            vectors of two encoders may be compared only if their fingerprints are equal.
        dimension: length d of a row.
        max_tokens: tokens, special ones included, that the model reads at once. Passages are cut to fit.
    """

    @property
    def max_tokens(self) -> int: ...  # noqa: D102

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, shape (n, d); shape (0, d) for no texts.

        Raises:
            EncoderError: a vector came out zero or not finite.
        """
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, shape (n, d); shape (0, d) for no texts. Text beyond ``max_tokens`` may not count.

        Raises:
            EncoderError: a vector came out zero or not finite.
        """
        ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, special ones included: what ``max_tokens`` is compared with."""
        ...


def unit_rows(rows: Vectors, encoder: str) -> Vectors:
    """Rows scaled to length one, shape (n, d).

    Raises:
        EncoderError: a row is zero or not finite, which no text may cause.
    """
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    bad = np.flatnonzero(~np.isfinite(norms[:, 0]) | (norms[:, 0] < 1e-12))
    if len(bad):
        raise EncoderError(
            f"encoder {encoder} gave no usable vector for text number {bad[0]} of {len(rows)}: use another encoder"
        )
    return np.ascontiguousarray(rows / norms, dtype=np.float32)


def checked_texts(texts: Sequence[str]) -> list[str]:
    """The texts as a list, halves of surrogate pairs (broken JSON escapes) replaced, which no tokenizer takes.

    A single string by mistake would otherwise be encoded letter by letter.

    Raises:
        EncoderError: ``texts`` is a string, or holds something that is not one.
    """
    if isinstance(texts, str):
        raise EncoderError("an encoder takes a list of texts, not one text: pass [text]")
    for position, text in enumerate(texts):
        if not isinstance(text, str):
            raise EncoderError(f"text number {position} is a {type(text).__name__}, not a string: convert it first")
    return [text.encode("utf-8", "replace").decode() for text in texts]
