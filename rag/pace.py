"""How fast a build goes, and when it will be done.

Knows: steps as they are told, and a clock. Does not know what a build does, or who watches.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Stage = Literal["reading", "embedding", "indexing", "removing"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build has come: ``done`` of ``total`` units (files or articles) of a named stage.

    ``seconds`` since the build began, passages embedded a second (``rate``, 0 while unknown), and seconds until the end
    of the embedding (``left``, None while unknown).
    """

    stage: Stage
    done: int
    total: int
    seconds: float = 0.0
    rate: float = 0.0
    left: float | None = None


class Pace:
    """Turns steps into ``Progress``: passages embedded a second and the seconds left are counted from the first."""

    def __init__(self, show: Callable[[Progress], None], clock: Callable[[], float] = time.monotonic) -> None:
        """``show`` is called with every step, in the thread that tells it."""
        self._show = show
        self._clock = clock
        self._started = clock()
        self._since: float | None = None
        self._passages = 0

    @property
    def seconds(self) -> float:
        """Since the build began."""
        return self._clock() - self._started

    def embedded(self, passages: int) -> None:
        """Count passages that are embedded and written."""
        self._passages += passages

    def tell(self, stage: Stage, done: int, total: int) -> None:
        """``done`` of ``total`` files or articles of a stage."""
        rate, left = 0.0, None
        if stage == "embedding":
            now = self._clock()
            self._since = now if self._since is None else self._since
            spent = now - self._since
            if self._passages and done and spent > 0:
                rate, left = self._passages / spent, spent * (total - done) / done
        self._show(Progress(stage, done, total, self.seconds, rate, left))
