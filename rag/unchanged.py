"""How it is known that nothing changed: a file by its times and content, settings by how they read a probe.

Knows the record an index keeps of its corpus. Does not know what is done about a change. Imports nothing heavy.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import IndexMismatch
from rag.types import Article, ArticleInfo, Skipped

if TYPE_CHECKING:
    from rag.encoders import Encoder
    from rag.index import EmbeddedIndex, FileState
    from rag.readers import SourceFile

_SETTLED = 2_000_000_000  # nanoseconds after which a file's time is trusted: clocks of file systems are coarse
_PROBE = "L'article 3 du traité, signé à Paris le 4 mai 2021, vaut 1 250,5 euros. The U.S. envoys weren't told of it."


@dataclass(frozen=True, slots=True)
class Drift:
    """How many files of a corpus are new, changed or gone since they were last read."""

    new: int = 0
    changed: int = 0
    removed: int = 0


def drift(root: Path, known: Mapping[str, FileState]) -> Drift:
    """How far a corpus has gone on from the record an index keeps of it, by paths, sizes and times: no file is read.

    A build may find less to do: that a file was only touched, its content tells. Files in folders that cannot be read
    now are not gone: a build keeps them.

    Raises:
        CorpusError: ``root`` is not a folder that can be read.
    """
    from rag.readers import look_through

    files, left_out = look_through(root)
    present = {file.path: file for file in files}
    both = present.keys() & known.keys()
    changed = sum(_stamp(present[path]) != _stamp(known[path]) for path in both)
    missing = known.keys() - present.keys()
    return Drift(len(present) - len(both), changed, len(missing) - len(in_closed(missing, left_out)))


def in_closed(paths: Iterable[str], left_out: Iterable[Skipped]) -> list[str]:
    """Those of the paths that lie in folders among what was left out: files that cannot be read, not gone ones."""
    closed = tuple(item.path for item in left_out if item.is_folder)
    return [path for path in paths if path.startswith(closed)]


def untouched(file: SourceFile, known: FileState) -> bool:
    """Whether size and times say that a file is as it was last read, well before it was read."""
    same = bool(known.hash) and _stamp(known) == _stamp(file)
    return same and max(_times(known)) + _SETTLED < known.read_ns


def state_of(root: Path, file: SourceFile) -> FileState:
    """A file as it is now, its content hashed; an empty hash for one that cannot be read."""
    from rag.index import FileState

    read_ns = time.time_ns()
    try:
        with open(root / file.path, "rb") as stream:
            digest = hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=16)).digest()
    except OSError:
        digest = b""
    return FileState(file.path, file.size, file.mtime_ns, file.changed_ns, digest, read_ns)


def _stamp(file: SourceFile | FileState) -> tuple[int, int, int]:
    return file.size, *_times(file)


def _times(file: SourceFile | FileState) -> tuple[int, int]:
    return file.mtime_ns, file.changed_ns


def settings_hash(encoder: Encoder) -> str:
    """16 hexadecimal digits that change when the same article would be cut or indexed differently."""
    from rag.language import index_terms
    from rag.passages import TARGET, split

    told = [encoder.fingerprint, str(encoder.max_tokens), str(TARGET)]
    for language in ("fr", "en", "und"):
        article = Article(ArticleInfo("probe", title="Probe", language=language), _PROBE)
        told += [passage.id for passage in split(article, encoder.count_tokens, encoder.max_tokens)]
        told += index_terms(_PROBE, language)
    return hashlib.blake2b("\n".join(told).encode(), digest_size=8).hexdigest()


def check_settings(index: EmbeddedIndex, encoder: Encoder) -> None:
    """See that articles are cut and indexed now as they were when the index was built.

    Raises:
        IndexMismatch: they are not: questions would be looked for by other words than articles are found by.
    """
    if index.settings_hash not in ("", settings_hash(encoder)):
        raise IndexMismatch(
            f"the index {index.folder} was built by another version of Citewire, which cut articles otherwise: run "
            f"`citewire build --index {index.folder}`"
        )
