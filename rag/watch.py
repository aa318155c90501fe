"""Follows a corpus folder and builds as files come, change and go. The only door to ``watchdog``.

Knows: when it has been quiet long enough to build, and which failures pass by themselves. Does not know what a build
does. Where the system reports no changes (network folders), the folder is looked at now and then all the same.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING

from rag.build import build
from rag.errors import CitewireError, CorpusError, IndexLocked
from rag.pace import Progress
from rag.types import BuildReport, Skipped

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers.api import BaseObserver

    from rag.encoders import Encoder

_CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})  # reading a file is an event, too
_log = logging.getLogger(__name__)


def watch(
    corpus: Path | str,
    index: Path | str,
    *,
    encoder: Encoder | str | None = None,
    on_build: Callable[[BuildReport], None] | None = None,
    on_error: Callable[[CitewireError], None] | None = None,
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
    quiet: float = 1.0,
    look: float = 60.0,
) -> None:
    """Build now, and again whenever the corpus has changed, until ``stop`` is set or Ctrl-C.

    Args:
        corpus: the folder to follow.
        index: the folder of the index.
        encoder: as for ``build``; loaded once.
        on_build: called after the first build, and every one that changed something or names other files than the last.
        on_error: called once while the corpus has no readable article or another process builds; both are tried again.
        progress: as for ``build``.
        stop: ends the watch when set.
        quiet: seconds without a change after which to build.
        look: seconds after which to look at the folder though no change was reported.

    Raises:
        CorpusError: ``corpus`` is not a folder.
        CitewireError: what a build raises, other than by ``on_error``.
    """
    from rag.encoders import load_encoder

    chosen = load_encoder(encoder) if encoder is None or isinstance(encoder, str) else encoder
    ended = stop or threading.Event()
    told = ""
    named: tuple[tuple[Skipped, ...], ...] | None = None
    with closing(_Bell(Path(corpus), Path(index))) as bell:
        while not ended.is_set():
            bell.follow()
            try:
                report = build(corpus, index, encoder=chosen, progress=progress)
            except (CorpusError, IndexLocked) as error:
                if told != (told := str(error)):
                    (on_error or _warn)(error)
                ended.wait(quiet)
                continue
            named, before = (report.skipped, report.doubtful), named
            if on_build is not None and (_changed(report) or named != before):
                on_build(report)
            told = ""
            bell.wait(ended, quiet, look)


class _Bell:
    """Rings when something in a folder changes, but in what is to be left out of it: the index may lie inside.

    Where the folder goes, or another takes its place (a disk that is mounted, a share that comes back), it rings, too.
    """

    def __init__(self, root: Path, without: Path) -> None:
        if not root.is_dir():
            raise CorpusError(f"corpus folder {root} does not exist or is not a folder: name one with --corpus")
        self._root, self._without = root, Path(os.path.realpath(without))
        self._rung = threading.Event()
        self._observer: BaseObserver | None = None
        self._followed: tuple[int, int] | None = None

    def follow(self) -> None:
        """Be silent, and listen to the folder that is there now; to none where none is."""
        from watchdog.observers import Observer

        self._rung.clear()
        if (found := _identity(self._root)) == self._followed:
            return
        self.close()
        self._followed = found
        if found is None:
            return
        observer = Observer()
        observer.schedule(self._handler(), str(self._root), recursive=True)
        try:
            observer.start()
        except OSError as error:  # so many folders may be followed and no more; or it went just now
            _log.warning("changes in %s are not reported (%s): it is looked at now and then", self._root, error)
        else:
            self._observer = observer

    def _handler(self) -> FileSystemEventHandler:
        from watchdog.events import FileSystemEventHandler

        rung, own = self._rung, self._without

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                # Path.resolve() raises where links lead in a circle, and this thread would end.
                changed = Path(os.path.realpath(os.fsdecode(event.src_path)))
                if event.event_type in _CHANGES and not changed.is_relative_to(own):
                    rung.set()

        return Handler()

    def wait(self, ended: threading.Event, quiet: float, look: float) -> None:
        """Return when it has rung and then been silent for ``quiet`` seconds, after ``look`` seconds, or when ended."""
        until = time.monotonic() + look
        while not ended.is_set() and time.monotonic() < until and _identity(self._root) == self._followed:
            if self._rung.wait(min(quiet, 0.2)):
                self._rung.clear()
                while not ended.is_set() and time.monotonic() < until and self._rung.wait(quiet):
                    self._rung.clear()
                return

    def close(self) -> None:
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another under the same path; None where there is no folder."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if S_ISDIR(found.st_mode) else None


def _changed(report: BuildReport) -> bool:
    return bool(report.added or report.changed or report.removed or report.moved)


def _warn(error: CitewireError) -> None:
    _log.warning("%s", error)
