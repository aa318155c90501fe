"""A tokenizer, an ONNX model and a linear layer opened from their files, the same way for every model that ships.

Knows `tokenizers`, ONNX Runtime and `safetensors`, each imported when a file is opened, and how texts run side by side.
Does not know what the models are for.
"""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from rag.errors import EncoderError
from rag.types import Vectors

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

_PRECISE = "session.x64quantprecision"
"""Without it, sums of int8 products overflow on processors that have AVX2 but not VNNI: vectors then are only alike by
0.98 to 0.994, and what the passage reader says differs, too. Where there is VNNI the sums are right without it, and
it would cost a third more time."""

_PROCESSOR = Path("/proc/cpuinfo")
_SUMS_RIGHT = re.compile(r"^flags\b.*\b(?:avx512_vnni|avx_vnni)\b", re.MULTILINE)

_SLOWER = ["SkipLayerNormFusion"]  # on processors; without it an encoder's run takes 0.86 of the time

_FEW = 64  # texts; a passage has about ten sentences

T = TypeVar("T")
R = TypeVar("R")


def open_tokenizer(file: Path) -> Tokenizer:
    """The tokenizer of a ``tokenizer.json``, without cutting or filling up.

    Raises:
        EncoderError: the file is missing or unreadable.
    """
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(file))
    except Exception as error:  # the library raises bare Exception
        raise EncoderError(f"{file} is missing or unreadable: reinstall citewire") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def open_layer(file: Path) -> Vectors:
    """The matrix (out, in) of a linear layer without bias, as sentence-transformers' ``Dense`` keeps it.

    Raises:
        EncoderError: the file is missing or unreadable.
    """
    from safetensors.numpy import load_file

    try:
        weight = load_file(file)["linear.weight"]
    except Exception as error:  # the library raises its own, unrelated types
        raise EncoderError(f"{file} is missing or unreadable: reinstall citewire") from error
    return np.ascontiguousarray(weight, np.float32)


def cut_up(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Encoding]:
    """Each text's tokens, without special ones.

    A few texts are cut on the caller's own thread: for a batch the library wakes a pool of threads, which takes longer
    than the cutting while other texts are read.
    """
    if len(texts) <= _FEW:
        return [tokenizer.encode(text, add_special_tokens=False) for text in texts]
    return tokenizer.encode_batch(list(texts), add_special_tokens=False)


def open_session(file: Path) -> Any:  # noqa: ANN401 - onnxruntime has no types
    """The ONNX Runtime session of a model, on the processor and one thread: texts run side by side instead.

    Raises:
        EncoderError: the file is missing or unreadable.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if sums_overflow():
        options.add_session_config_entry(_PRECISE, "1")
    try:
        return onnxruntime.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )
    except Exception as error:  # onnxruntime raises its own, unrelated types
        raise EncoderError(f"{file} is missing or unreadable: reinstall citewire") from error


@cache
def sums_overflow(described: Path = _PROCESSOR) -> bool:
    """Whether int8 sums may overflow on this processor, or nobody can tell; on ARM they never do.

    Args:
        described: where the system tells what its processors can do (Linux).
    """
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return False
    try:
        return not _SUMS_RIGHT.search(described.read_text(encoding="ascii", errors="replace"))
    except OSError:
        return True


def side_by_side(work: Callable[[T], R], items: Sequence[T], size: Callable[[T], int], threads: int) -> list[R]:
    """``map`` on so many threads, 0 for one a core; ONNX Runtime lets go of the interpreter lock while it works.

    The largest by ``size`` are begun first, so that no thread is left alone with a long one at the end.
    """
    threads = min(threads or _cores(), len(items))
    if threads < 2:
        return [work(item) for item in items]
    order = sorted(range(len(items)), key=lambda number: -size(items[number]))
    with ThreadPoolExecutor(threads) as pool:
        done = dict(zip(order, pool.map(work, (items[number] for number in order)), strict=True))
    return [done[number] for number in range(len(items))]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
