"""Articles to measure with, and vectors around real ones.

Knows the shape of the shared data (JSON lines with ``text`` and ``title``, maybe compressed). Does not know indexes.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from rag.types import Vectors

DATA = Path("../shared/data/orangesum_train.jsonl.xz")


def read(source: Path = DATA) -> Iterator[dict[str, str]]:
    """The records of the file, in order."""
    if not source.is_file():
        raise SystemExit(f"{source} is missing: name a JSON lines file of articles with --data")
    opened = lzma.open if source.suffix == ".xz" else open
    with opened(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def write_files(folder: Path, count: int, source: Path = DATA, skip: int = 0) -> list[str]:
    """``count`` articles as text files, as a folder of downloads would have them; their titles."""
    folder.mkdir(parents=True, exist_ok=True)
    titles = []
    for number, record in enumerate(read(source)):
        if number < skip:
            continue
        if number >= skip + count:
            break
        (folder / f"{number:06}.txt").write_text(record["text"], encoding="utf-8")
        titles.append(record["title"])
    return titles


class Cloud:
    """Draws unit rows between neighbours of real ones, so that a million are spread as a few thousand are."""

    def __init__(self, real: Vectors, seed: int = 0) -> None:
        self._real = real
        self._chance = np.random.default_rng(seed)
        similar = real @ real.T
        np.fill_diagonal(similar, -1)
        self._near = np.argpartition(-similar, 10, axis=1)[:, :10]

    def draw(self, count: int) -> Vectors:
        """Rows of length one, shape (count, dimension)."""
        chance, real = self._chance, self._real
        one = chance.integers(0, len(real), count)
        other = self._near[one, chance.integers(0, self._near.shape[1], count)]
        share = chance.random((count, 1), dtype=np.float32) * 0.6
        rows = real[one] + share * (real[other] - real[one])
        rows += 0.02 * chance.standard_normal(rows.shape, dtype=np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)
