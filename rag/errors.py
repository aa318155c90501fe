"""Every error Citewire raises on purpose.

    CitewireError
    ├── UsageError            a question, option or setting that makes no sense
    │   └── SettingsError     an environment variable or setting with an impossible value
    ├── CorpusError           the corpus folder as a whole cannot be read
    │   └── ArticleError      one file or record cannot be an article (skipped by a build, with this reason)
    ├── EncoderError          an encoder cannot be loaded or gave unusable vectors
    ├── IndexUnusable         the index cannot be used
    │   ├── IndexMissing      there is none where one was expected, or no article in it yet
    │   ├── IndexMismatch     it was made by another encoder, settings or version; names the command that repairs it
    │   ├── IndexDamaged      a file of it is unreadable; names the command that repairs it
    │   └── IndexLocked       another process is writing to it
    ├── WriterError           the chat model cannot be reached or gave nothing usable
    └── MissingExtra          an optional dependency is not installed; names the pip command

Messages are one line: what was wrong, where, and what to do. Knows no third party: each is translated at its own door.
"""

from __future__ import annotations

INSTALL_HUB = "pip install -e '.[hub]'"
"""What brings sentence-transformers along, in a checkout: the one way in which Citewire comes."""


class CitewireError(Exception):
    """Base of all: catching it catches everything Citewire raises on purpose."""


class UsageError(CitewireError):
    """The caller asked for something that makes no sense."""


class SettingsError(UsageError):
    """A setting has an impossible value."""


class CorpusError(CitewireError):
    """The corpus as a whole cannot be read."""


class ArticleError(CorpusError):
    """One file or record cannot become an article; a build skips it and tells this reason."""


class EncoderError(CitewireError):
    """An encoder cannot be loaded, or gave unusable vectors."""


class IndexUnusable(CitewireError):
    """The index cannot be used."""


class IndexMissing(IndexUnusable):
    """There is no index where one was expected, or no article in it yet."""


class IndexMismatch(IndexUnusable):
    """The index was made by another encoder, other settings or another version."""


class IndexDamaged(IndexUnusable):
    """A file of the index is unreadable."""


class IndexLocked(IndexUnusable):
    """Another process is writing to the index."""


class WriterError(CitewireError):
    """The chat model cannot be reached, or gave nothing usable."""


class MissingExtra(CitewireError):
    """An optional dependency is not installed."""

    def __init__(self, package: str, purpose: str, install: str) -> None:
        super().__init__(f"{purpose} needs the package {package}, not installed here: `{install}` in Citewire's folder")
