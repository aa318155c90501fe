"""The bundled encoder's word vectors, taken from its model file, so that the reader need not carry them a second time.

Knows where an ONNX file keeps its named tensors (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto). Does not know
what the vectors are used for. Nothing is copied: the rows stay in the mapped file.
"""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.errors import EncoderError

ROWS, SCALES = "word_rows", "word_scales"
_GRAPH, _INITIALIZER = 7, 5  # fields of ModelProto and GraphProto
_DIMENSIONS, _TYPE, _NAME, _DATA = 1, 2, 8, 9  # fields of TensorProto
_TYPES: dict[int, tuple[str, int]] = {1: ("<f4", 4), 3: ("i1", 1)}  # data type: how NumPy calls it, and its bytes


@dataclass(frozen=True, eq=False)
class WordTable:
    """``rows`` int8 (words, d) and ``scales`` float32 (words, 1): a word's vector is its row times its scale."""

    rows: NDArray[np.int8]
    scales: NDArray[np.float32]

    def vectors(self, ids: Sequence[int]) -> NDArray[np.float32]:
        """Float vectors of the words, shape (n, d)."""
        chosen = np.asarray(ids, np.int64)
        made: NDArray[np.float32] = self.rows[chosen].astype(np.float32) * self.scales[chosen]
        return made

    def digest(self) -> str:
        """16 hexadecimal digits over rows and scales."""
        return hashlib.sha256(self.rows.tobytes() + self.scales.tobytes()).hexdigest()[:16]


def read_word_table(model: Path) -> WordTable:
    """The table in an encoder's ONNX file.

    Raises:
        EncoderError: the file is missing, is no ONNX file or has no such table.
    """
    try:
        with model.open("rb") as stream:
            data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        found = {
            name: tensor
            for start, end in _fields(data, 0, len(data), _GRAPH)
            for name, tensor in _tensors(data, start, end)
            if name in (ROWS, SCALES)
        }
        return WordTable(found[ROWS], found[SCALES])
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise EncoderError(f"{model} is missing or holds no word table: reinstall citewire") from error


def _tensors(data: mmap.mmap, start: int, end: int) -> Iterator[tuple[str, NDArray[Any]]]:
    """Name and content of every initializer of the graph between two places."""
    for first, last in _fields(data, start, end, _INITIALIZER):
        parts = {number: (a, b) for number, a, b in _walk(data, first, last) if number in (_TYPE, _NAME, _DATA)}
        if not {_TYPE, _NAME, _DATA} <= parts.keys():
            continue
        name = data[slice(*parts[_NAME])].decode()
        kind = _TYPES.get(parts[_TYPE][0])
        if name in (ROWS, SCALES) and kind is not None:
            shape = [a for number, a, _ in _walk(data, first, last) if number == _DIMENSIONS]
            begin, stop = parts[_DATA]
            yield name, np.frombuffer(data, kind[0], (stop - begin) // kind[1], begin).reshape(shape)


def _fields(data: mmap.mmap, start: int, end: int, wanted: int) -> Iterator[tuple[int, int]]:
    yield from ((a, b) for number, a, b in _walk(data, start, end) if number == wanted)


def _walk(data: mmap.mmap, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Fields of a protocol buffer message: number and place (start, end); for a whole number its value twice."""
    place = start
    while place < end:
        key, place = _varint(data, place)
        number, wire = key >> 3, key & 7
        if wire == 0:
            value, place = _varint(data, place)
            yield number, value, value
            continue
        if wire == 2:
            size, place = _varint(data, place)
        elif wire in (1, 5):
            size = 8 if wire == 1 else 4
        else:
            raise ValueError(f"wire type {wire}")
        yield number, place, place + size
        place += size


def _varint(data: mmap.mmap, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
        shift += 7
