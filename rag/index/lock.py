"""One writer at a time, across processes, with the owner's name for the second.

Knows: the lock file and the operating system's advisory locks, which end with the process that holds them: a killed
writer leaves no stale lock, only an old owner's note that the next one overwrites. Does not know what is written.
"""

from __future__ import annotations

import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from rag.errors import IndexLocked, IndexUnusable

try:
    import fcntl
except ImportError:  # pragma: no cover - not a POSIX system: SQLite's own lock still keeps writers apart
    fcntl = None  # type: ignore[assignment]

LOCK = "writer.lock"


class WriterLock:
    """Held from construction to ``release``."""

    def __init__(self, folder: Path) -> None:
        """Take the lock of ``folder``.

        Raises:
            IndexLocked: another process holds it; the message names it.
            IndexUnusable: the lock file cannot be written, or the file system does not lock.
        """
        self.path = folder / LOCK
        try:
            self._file: IO[str] | None = open(self.path, "a+", encoding="utf-8")  # held on purpose
        except OSError as error:
            raise IndexUnusable(
                f"cannot write to the index {folder} ({error.strerror}): check its permissions"
            ) from error
        try:
            if fcntl is not None:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            owner = self._owner()
            self._file.close()
            raise IndexLocked(f"{owner} is writing to the index {folder}: wait for it to end, or stop it") from None
        except OSError as error:
            self._file.close()
            raise IndexUnusable(
                f"the file system of {folder} does not lock files ({error.strerror}): put the index on another disk"
            ) from error
        since = datetime.now(UTC).isoformat(timespec="seconds")
        note = {"pid": os.getpid(), "host": socket.gethostname(), "since": since}
        try:
            self._file.truncate(0)
            self._file.write(json.dumps(note))
            self._file.flush()
        except OSError:  # a full disk: the note is a courtesy, the lock is the kernel's
            pass

    def release(self) -> None:
        """Let the next writer in. May be called twice."""
        if self._file is not None:
            try:
                self._file.close()
            except OSError:  # the unwritten note of a full disk
                pass
            self._file = None

    def _owner(self) -> str:
        try:
            note = json.loads(self.path.read_text(encoding="utf-8"))
            return f"process {note['pid']} on {note['host']} (since {note['since']})"
        except (OSError, ValueError, KeyError, TypeError):
            return "another process"
