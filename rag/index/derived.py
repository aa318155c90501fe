"""The derived file: what a snapshot keeps in memory, on disk, so that a large index opens fast.

Knows: a container of arrays with a manifest and checksums, written aside, synced and renamed. Does not know SQL.
Nothing in it is truth: a file that is missing, damaged, of another index or too old is left aside, and all is read from
the database again.
"""

from __future__ import annotations

import json
import logging
import os
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from rag.errors import IndexUnusable

DERIVED = "vectors.derived"
_MAGIC = b"CITEWIRE-DERIVED-1\n"
_ALIGN = 64
_log = logging.getLogger(__name__)

Room = Callable[[str, tuple[int, ...]], NDArray[Any] | None]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a derived file was made from. ``rows`` counts all positions, deleted ones too."""

    uid: str
    fingerprint: str
    dimension: int
    generation: int
    rows: int
    recall: float = 0.0
    effort: int = 0


def write(folder: Path, stamp: Stamp, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Put the arrays in place of the old file, at once or not at all.

    Raises:
        IndexUnusable: the file cannot be written; the old one stays.
    """
    target = folder / DERIVED
    aside = folder / f".{DERIVED}.{os.getpid()}"
    try:
        with open(aside, "wb") as stream:
            _write(stream, stamp, arrays)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(aside, target)
        _sync(folder)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise IndexUnusable(
            f"cannot write {target} ({error.strerror}): free some space and run the build again"
        ) from error


def read(folder: Path, room: Room = lambda name, shape: None) -> tuple[Stamp, dict[str, NDArray[Any]]] | None:
    """What the file holds; None where there is none that can be trusted (the reason is logged).

    ``room`` may give the memory an array is to be read into, by name and shape, so that a large one is not copied.
    """
    path = folder / DERIVED
    try:
        with open(path, "rb") as stream:
            return _read(stream, room)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("%s is left aside (%s): vectors are read from the database", path, error)
        return None


def stamp(folder: Path) -> Stamp | None:
    """Only what the file was made from, without reading its arrays."""
    try:
        with open(folder / DERIVED, "rb") as stream:
            return _header(stream)[0]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remove(folder: Path) -> None:
    """Delete the file, and what a killed writer left half written."""
    (folder / DERIVED).unlink(missing_ok=True)
    sweep(folder)


def sweep(folder: Path) -> None:
    """Delete half-written files of killed writers; only the holder of the writer's lock may."""
    for aside in folder.glob(f".{DERIVED}.*"):
        aside.unlink(missing_ok=True)


def _write(stream: IO[bytes], made: Stamp, arrays: Mapping[str, NDArray[Any]]) -> None:
    whole = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    sections = [[name, array.dtype.str, list(array.shape), zlib.crc32(_bytes(array))] for name, array in whole.items()]
    header = json.dumps({"stamp": asdict(made), "sections": sections}).encode()
    stream.write(_MAGIC + b"%08x%08x\n" % (len(header), zlib.crc32(header)) + header)
    for array in whole.values():
        stream.write(b"\0" * (-stream.tell() % _ALIGN))
        if array.size:
            stream.write(_bytes(array))


def _header(stream: IO[bytes]) -> tuple[Stamp, list[list[Any]]]:
    if stream.read(len(_MAGIC)) != _MAGIC:
        raise ValueError("it is not a derived file of this version")
    sizes = stream.read(17)
    header = stream.read(int(sizes[:8], 16))
    if zlib.crc32(header) != int(sizes[8:16], 16):
        raise ValueError("its manifest is damaged")
    told = json.loads(header)
    return Stamp(**told["stamp"]), told["sections"]


def _read(stream: IO[bytes], room: Room) -> tuple[Stamp, dict[str, NDArray[Any]]]:
    made, sections = _header(stream)
    arrays: dict[str, NDArray[Any]] = {}
    for name, kind, shape, checksum in sections:
        stream.seek(-stream.tell() % _ALIGN, os.SEEK_CUR)
        given = room(name, tuple(shape))
        array = np.empty(shape, np.dtype(kind)) if given is None else given
        view = _bytes(array)
        if array.size and stream.readinto(view) != len(view):  # type: ignore[attr-defined]
            raise ValueError("it is cut short")
        if zlib.crc32(view) != checksum:
            raise ValueError(f"its {name} are damaged")
        arrays[name] = array
    return made, arrays


def _bytes(array: NDArray[Any]) -> memoryview:
    """The memory of a contiguous array."""
    return array.reshape(-1).view(np.uint8).data


def _sync(folder: Path) -> None:
    """Make a rename durable, where the system lets a folder be synced."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
