"""One process a core, one thread each: other work on the machine then slows a worker, not every matrix product.

Knows processes. Does not know what they do. On a GPU there is one worker.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import torch
from torch.multiprocessing.spawn import spawn


def worker_count() -> int:
    """Workers that pay off on this machine."""
    return 1 if torch.cuda.is_available() else max(1, len(os.sched_getaffinity(0)))


def fan_out(function: Callable[..., None], *arguments: Any) -> None:  # noqa: ANN401 - handed on as they are
    """Call ``function(worker, workers, *arguments)`` in every worker and wait; shared tensors stay shared."""
    workers = worker_count()
    if workers == 1:
        function(0, 1, *arguments)
        return
    spawn(_single_threaded, args=(workers, function, arguments), nprocs=workers)


def _single_threaded(worker: int, workers: int, function: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    torch.set_num_threads(1)
    function(worker, workers, *arguments)
