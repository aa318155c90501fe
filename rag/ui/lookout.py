"""Looks now and then at what takes a while to see, without anybody waiting for it.

Knows: when it was last looked, and how long that took. Does not know what is looked at, nor Streamlit.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Generic, TypeVar

from rag.errors import CitewireError

Seen = TypeVar("Seen")

_LOG = logging.getLogger(__name__)
_EVERY = 5.0  # seconds between two looks at least
_SHARE = 0.05  # of the time that looking may take
_PATIENCE = 0.2  # seconds that a page waits for a look; then the one before has to do


class Lookout(Generic[Seen]):
    """What was seen last, looked for again when somebody asks and it is old; may be asked from several threads."""

    def __init__(self, look: Callable[[], Seen], every: float = _EVERY) -> None:
        """``look`` is called in a thread of its own, at most once in so many seconds; an error of ours is no sight."""
        self._look, self._every = look, every
        self._lock = threading.Lock()
        self._seen: Seen | None = None
        self._under_way: Future[None] = Future()
        self._under_way.set_result(None)
        self._due = 0.0

    def seen(self) -> Seen | None:
        """What was seen last; None where nothing was yet, or nothing can be."""
        with self._lock:
            if self._under_way.done() and time.monotonic() >= self._due:
                self._under_way = Future()
                threading.Thread(target=self._go, name="citewire-lookout", daemon=True).start()
            under_way = self._under_way
        wait([under_way], _PATIENCE)
        return self._seen

    def _go(self) -> None:
        began = time.monotonic()
        try:
            self._seen = self._look()
        except CitewireError as error:
            _LOG.info("%s", error)
            self._seen = None
        finally:
            ended = time.monotonic()
            self._due = ended + max(self._every, (ended - began) / _SHARE)
            self._under_way.set_result(None)
