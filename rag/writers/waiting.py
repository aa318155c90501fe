"""Waiting for pieces with a limit on the whole wait, whatever the one who sends them does.

Knows threads and the clock. Does not know what the pieces are. An iterator that waits for the network cannot be
stopped from outside: it is left to a thread of its own, which ends at the next piece, at the client's own time limit or
with the program.
"""

from __future__ import annotations

import contextvars
import threading
import time
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from typing import TypeVar

Piece = TypeVar("Piece")


class _End:
    """What comes behind the last piece; ``error`` where the iterator broke off."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error


def in_time(pieces: Iterator[Piece], seconds: float) -> Iterator[Piece]:
    """The pieces as they come; the iterator is run in the caller's context, on another thread.

    Raises:
        TimeoutError: the seconds were over before the last piece.
        Exception: whatever the iterator raises.
    """
    deadline = time.monotonic() + seconds
    arrived: SimpleQueue[Piece | _End] = SimpleQueue()
    unwanted = threading.Event()

    def fetch() -> None:
        try:
            for piece in pieces:
                if unwanted.is_set():
                    return
                arrived.put(piece)
        except Exception as error:  # told to the one who waits
            arrived.put(_End(error))
        else:
            arrived.put(_End())

    threading.Thread(target=contextvars.copy_context().run, args=(fetch,), daemon=True).start()
    try:
        while True:
            piece = _next(arrived, deadline - time.monotonic())
            if not isinstance(piece, _End):
                yield piece
            elif piece.error is None:
                return
            else:
                raise piece.error
    finally:
        unwanted.set()


def _next(arrived: SimpleQueue[Piece | _End], seconds: float) -> Piece | _End:
    if seconds <= 0:
        raise TimeoutError
    try:
        return arrived.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
