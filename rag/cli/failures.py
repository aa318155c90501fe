"""What the system refused, told as our own mistakes are: where, what, and what to do.

Knows the commonest refusals of an operating system. Does not know which command met them.
"""

from __future__ import annotations

import errno

_RIGHTS = "give yourself the right to read and write it, or name another place"
_REMEDIES = {
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: "it is on a disk that is read only: name another place",
    errno.ENOSPC: "make room on that disk, or name another place",
    errno.EDQUOT: "make room on that disk, or name another place",
    errno.EMFILE: "raise the limit of open files (ulimit -n), or close other programs",
    errno.ENFILE: "raise the limit of open files (ulimit -n), or close other programs",
    errno.EIO: "the disk or its connection fails: check it, or name another place",
}


def describe(error: OSError) -> str:
    """``index/citewire.db: Permission denied: give yourself ...``; the file and the remedy where they are known."""
    what = error.strerror or str(error) or type(error).__name__
    where = f"{error.filename!s}: " if error.filename else ""
    remedy = _REMEDIES.get(error.errno or 0, "")
    return f"{where}{what}: {remedy}" if remedy else f"{where}{what}"
