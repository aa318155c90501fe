"""Brings an index in line with a corpus: what is added, changed, moved and removed, and nothing else.

Knows the order of reading, cutting, encoding and writing. Does not know formats, models or tables, nor how a file is
known to be as it was (`unchanged`). Imports nothing heavy: ``import rag`` imports it.

What a build promises: only text that was never embedded is embedded; each batch is one transaction, so that a build
stopped at any moment leaves a good index and the next one goes on; of two articles with one id the one in the first
file (by path) counts, in whatever order files came; a file or record that can no longer be read keeps the article that
was read from it before, and the report says so: to remove an article, remove its file or record.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rag.pace import Pace, Progress
from rag.types import Article, BuildReport, Passage, Skipped
from rag.unchanged import settings_hash, state_of, untouched

if TYPE_CHECKING:
    from rag.encoders import Encoder
    from rag.index import EmbeddedIndex, FileState, Upsert
    from rag.readers import SourceFile

BATCH = 256
"""Passages embedded and committed at once."""

_HELD = 50_000_000  # characters of changed articles kept in memory before the first are embedded


def build(
    corpus: Path | str,
    index: Path | str,
    *,
    encoder: Encoder | str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> BuildReport:
    """Bring the index in folder ``index``, made if missing, in line with the articles in folder ``corpus``.

    Args:
        corpus: read, never written to.
        index: one process may build at a time; others may go on searching.
        encoder: an encoder, its name, or None for the one of the settings. An index of another encoder is made anew:
            first every text is encoded, then all is replaced in one transaction; until then the old one answers.
        progress: called often with how far a stage has come.

    Raises:
        CorpusError: the corpus has no readable article; the index is left as it was.
        IndexMismatch: the index is of a newer version.
        IndexLocked: another process is building.
        EncoderError: the encoder cannot be loaded or gave unusable vectors; what was committed before stays.
    """
    from rag.encoders import load_encoder
    from rag.index import open_index
    from rag.readers import list_files

    pace = Pace(progress or (lambda step: None))
    root = Path(corpus)
    files = list_files(root)
    _refuse_empty(root, Path(index), files)
    chosen = load_encoder(encoder) if encoder is None or isinstance(encoder, str) else encoder
    with open_index(index, encoder=chosen, create=True, adopt=True) as opened:
        work = _Build(root, opened, chosen, pace)
        if opened.adopts:
            work.stash(files)
            with opened.adopted():
                report = work.run(files)
        else:
            report = work.run(files)
        opened.settle()
        return replace(report, search=opened.nearness, seconds=pace.seconds)


@dataclass
class _Tally:
    added: int = 0
    changed: int = 0
    removed: int = 0
    moved: int = 0
    unchanged: int = 0
    embedded: int = 0


@dataclass(frozen=True)
class _Change:
    """An article to write, the file it came from, and the id it had under another path."""

    article: Article
    file: str
    formerly: str = ""
    passages: tuple[Passage, ...] = ()


@dataclass
class _Pending:
    """Changes decided and not yet written."""

    changes: list[_Change] = field(default_factory=list)
    characters: int = 0
    moves: list[tuple[str, str, str]] = field(default_factory=list)
    states: dict[int, list[FileState]] = field(default_factory=dict)

    def add(self, article: Article, file: str, formerly: str = "") -> None:
        self.changes.append(_Change(article, file, formerly))
        self.characters += len(article.text)

    def note(self, state: FileState) -> None:
        """Remember a file, to be written with the last article of it."""
        self.states.setdefault(len(self.changes), []).append(state)


class _Build:
    """One run of a build over an open index."""

    def __init__(
        self,
        root: Path,
        index: EmbeddedIndex,
        encoder: Encoder,
        pace: Pace,
    ) -> None:
        self._root = root
        self._index = index
        self._encoder = encoder
        self._pace = pace
        self._tally = _Tally()
        self._pending = _Pending()
        self._skipped: list[Skipped] = []
        self._seen: dict[str, str] = {}
        self._known = index.files()
        self._settings = settings_hash(encoder)
        self._afresh = index.settings_hash not in ("", self._settings)
        self._gone: dict[str, str] = {}
        self._done = 0

    def run(self, files: Sequence[SourceFile]) -> BuildReport:
        """Read, embed, write, remove; in that order, so that a moved text keeps its embedding."""
        present = {file.path: file for file in files}
        gone = [path for path in self._known if path not in present]
        self._gone = {row.content_hash: row.id for path in gone for row in self._index.filed_in(path)}
        reread, kept = self._sorted_out(files)
        self._read_all(present, reread, kept)
        untouched = self._index.filed_count() - sum(len(self._index.filed_in(path)) for path in (*gone, *reread))
        self._tally.unchanged += untouched
        self._refuse_nothing_left(untouched)
        self._flush()
        self._remove([*gone, *reread], gone)
        for path in sorted(kept):
            self._skipped += self._known[path].skipped
        info = self._index.info()
        tally = self._tally
        return BuildReport(
            tally.added, tally.changed, tally.removed, tally.moved, tally.unchanged,
            tuple(sorted(self._skipped, key=lambda item: item.path)), info.passages, tally.embedded, info.generation,
        )  # fmt: skip

    def stash(self, files: Sequence[SourceFile]) -> None:
        """Encode every text of the corpus for an index that is still another encoder's."""
        from rag.passages import split
        from rag.readers import read_file

        texts: dict[str, None] = {}
        for done, file in enumerate(files, 1):
            for item in read_file(self._root, file):
                if isinstance(item, Article):
                    passages = split(item, self._encoder.count_tokens, self._encoder.max_tokens)
                    texts |= dict.fromkeys(passage.embedding_text for passage in passages)
                if len(texts) >= BATCH:
                    self._stash(list(texts))
                    self._pace.embedded(len(texts))
                    texts = {}
            self._pace.tell("embedding", done, len(files))
        self._stash(list(texts))

    def _stash(self, texts: Sequence[str]) -> None:
        known = self._index.stored_vectors(texts)
        new = [text for text, vector in zip(texts, known, strict=True) if vector is None]
        if new:
            self._index.stash(new, self._encoder.encode_passages(new))
            self._tally.embedded += len(new)

    def _sorted_out(self, files: Sequence[SourceFile]) -> tuple[set[str], set[str]]:
        """Paths to read and paths that are as they were."""
        from rag.readers import worth_reading_again

        reread, kept = set(), set()
        touched: list[FileState] = []
        for file in files:
            known = self._known.get(file.path)
            if known is None or self._afresh or known.shadowed:
                reread.add(file.path)
            elif known.skipped and worth_reading_again(file.path, known.skipped):
                reread.add(file.path)
            elif untouched(file, known):
                kept.add(file.path)
            else:
                state = state_of(self._root, file)
                if state.hash and state.hash == known.hash:
                    kept.add(file.path)
                    touched.append(replace(state, skipped=known.skipped, shadowed=known.shadowed))
                else:
                    reread.add(file.path)
        if touched:
            self._index.note_files(touched)
        return reread, kept

    def _read_all(self, present: dict[str, SourceFile], reread: set[str], kept: set[str]) -> None:
        queue = sorted(reread)
        done = 0
        while queue:
            path = heapq.heappop(queue)
            for other in self._read(present[path], kept):
                kept.remove(other)
                reread.add(other)
                heapq.heappush(queue, other)
            done += 1
            self._pace.tell("reading", done, done + len(queue))
            if self._pending.characters > _HELD:
                self._flush()

    def _read(self, file: SourceFile, kept: set[str]) -> Iterator[str]:
        """Decide on every article of a file; yields later files whose article this one comes before."""
        from rag.readers import read_file

        state = state_of(self._root, file)
        skipped: list[Skipped] = []
        twice: list[Skipped] = []
        shadowed = False
        for item in read_file(self._root, file):
            if isinstance(item, Skipped):
                skipped.append(item)
                continue
            first, stored = self._seen.get(item.id), self._index.filed(item.id)
            if first is None and stored is not None and stored.file in kept:
                if stored.file < file.path:
                    first = stored.path
                else:
                    yield stored.file
            if first is not None:
                twice.append(Skipped(item.info.path, f"duplicate id {item.id!r}, already read from {first}"))
                shadowed = shadowed or first.partition("#")[0] != file.path
                continue
            self._seen[item.id] = item.info.path
            self._decide(item, file.path)
        self._keep_unreadable(file.path, skipped)
        self._skipped += skipped + twice
        self._pending.note(replace(state, skipped=(*skipped, *twice), shadowed=shadowed))

    def _decide(self, article: Article, file: str) -> None:
        stored = self._index.filed(article.id)
        if stored is None:
            formerly = self._gone.pop(article.info.content_hash, "")
            if formerly in self._seen:
                formerly = ""
            self._tally.moved += bool(formerly)
            self._tally.added += not formerly
            self._pending.add(article, file, formerly)
        elif stored.content_hash != article.info.content_hash or self._afresh:
            self._tally.changed += 1
            self._pending.add(article, file)
        elif (stored.path, stored.file) != (article.info.path, file):
            self._tally.moved += 1
            self._pending.moves.append((article.id, article.info.path, file))
        else:
            self._tally.unchanged += 1

    def _keep_unreadable(self, file: str, skipped: list[Skipped]) -> None:
        """What was read before from a file or record that cannot be read now stays."""
        reasons = {item.path: place for place, item in enumerate(skipped)}
        if not reasons:
            return
        for row in self._index.filed_in(file):
            place = reasons.get(row.path, reasons.get(file))
            if place is not None and row.id not in self._seen:
                self._seen[row.id] = row.path
                self._tally.unchanged += 1
                if self._afresh:
                    self._pending.add(self._index.article(row.id), row.file)
                item = skipped[place]
                if "kept" not in item.reason:
                    skipped[place] = Skipped(item.path, f"{item.reason}; what was read from it before is kept")

    def _flush(self) -> None:
        """Embed and write what is pending, one transaction a batch."""
        from rag.passages import split

        pending, self._pending = self._pending, _Pending()
        total = self._done + len(pending.changes)
        states = pending.states.get(0, [])
        if states or pending.moves:
            self._index.apply(moves=pending.moves, files=states)
        batch: list[_Change] = []
        states = []
        if pending.changes:
            self._pace.tell("embedding", self._done, total)
        for place, change in enumerate(pending.changes, 1):
            passages = split(change.article, self._encoder.count_tokens, self._encoder.max_tokens)
            batch.append(replace(change, passages=passages))
            states += pending.states.get(place, [])
            if sum(len(change.passages) for change in batch) >= BATCH or place == total - self._done:
                formerly = [change.formerly for change in batch if change.formerly]
                self._index.apply(self._embedded(batch), deletes=formerly, files=states)
                self._pace.embedded(sum(len(change.passages) for change in batch))
                batch, states = [], []
                self._pace.tell("embedding", self._done + place, total)
        self._done = total

    def _embedded(self, batch: Sequence[_Change]) -> list[Upsert]:
        import numpy as np

        from rag.index import Upsert

        texts = [passage.embedding_text for change in batch for passage in change.passages]
        known = self._index.stored_vectors(texts)
        new = list(dict.fromkeys(text for text, vector in zip(texts, known, strict=True) if vector is None))
        fresh = dict(zip(new, self._encoder.encode_passages(new), strict=True)) if new else {}
        self._tally.embedded += len(new)
        vectors = [fresh[text] if vector is None else vector for text, vector in zip(texts, known, strict=True)]
        upserts, start = [], 0
        for change in batch:
            rows = vectors[start : start + len(change.passages)]
            start += len(change.passages)
            matrix = np.stack(rows) if rows else np.zeros((0, self._encoder.dimension), np.float32)
            upserts.append(Upsert(change.article, change.passages, matrix, change.file))
        return upserts

    def _remove(self, files: Sequence[str], gone: Sequence[str]) -> None:
        """Drop stored articles that no file holds any more."""
        lost = [row.id for path in files for row in self._index.filed_in(path) if row.id not in self._seen]
        if lost or gone or self._index.settings_hash != self._settings:
            self._pace.tell("removing", 0, len(lost))
            self._tally.removed += self._index.apply(deletes=lost, forget=gone, settings_hash=self._settings)
            self._pace.tell("removing", len(lost), len(lost))

    def _refuse_nothing_left(self, untouched: int) -> None:
        from rag.readers import require_articles

        require_articles(self._root, len(self._seen) + untouched, self._skipped)


def _refuse_empty(root: Path, index: Path, files: Sequence[SourceFile]) -> None:
    """Refuse a corpus without an article before an index is made for it."""
    from rag.index import DATABASE
    from rag.readers import read_file, require_articles

    if (index / DATABASE).exists():
        return
    skipped: list[Skipped] = []
    for file in files:
        for item in read_file(root, file):
            if isinstance(item, Article):
                return
            skipped.append(item)
    require_articles(root, 0, skipped)
