"""Brings an index in line with a corpus: what is added, changed, moved and removed, and nothing else.

Knows which articles of which files are to be read, written and dropped. Does not know formats, models or tables, how a
file is known to be as it was (`unchanged`) or how articles are written (`filing`). Imports nothing heavy: ``import
rag`` imports it.

What a build promises: only text that was never embedded is embedded; each batch is one transaction, so that a build
stopped at any moment leaves a good index and the next one goes on; of two articles with one id the one in the first
file (by path) has it, in whatever order files came, and the other is told as a duplicate, or where it says something
else goes by an id within its file (`naming`); a file or record that can no longer be read keeps the article that was
read from it before, and the report says so: to remove an article, remove its file or record. A folder that has lost its
last article empties the index; another folder without one, or a disk that is not mounted, is refused.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rag.filing import Filing
from rag.naming import Naming
from rag.pace import Pace, Progress
from rag.types import Article, BuildReport, Skipped
from rag.unchanged import in_closed, settings_hash, state_of, untouched

if TYPE_CHECKING:
    from rag.encoders import Encoder
    from rag.index import EmbeddedIndex, FileState
    from rag.readers import SourceFile


def build(
    corpus: Path | str,
    index: Path | str,
    *,
    encoder: Encoder | str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> BuildReport:
    """Bring the index in folder ``index``, made if missing, in line with the articles in folder ``corpus``.

    Returns what was done: counts of articles, and what was skipped, with reasons.

    Args:
        corpus: read, never written to.
        index: one process may build at a time; others may go on searching.
        encoder: an encoder, its name, or None for the one of the settings. An index of another encoder is made anew:
            first every text is encoded, then all is replaced in one transaction; until then the old one answers.
        progress: called often with how far a stage has come.

    Raises:
        CorpusError: the corpus has no readable article, and is not the folder that the index was built from; the index
            is left as it was.
        IndexMismatch: the index is of a newer version.
        IndexLocked: another process is building.
        EncoderError: the encoder cannot be loaded or gave unusable vectors; what was committed before stays.
    """
    from rag.encoders import load_encoder
    from rag.index import open_index
    from rag.readers import look_through

    pace = Pace(progress or (lambda step: None))
    root = Path(corpus)
    files, left_out = look_through(root)
    closed = [item for item in left_out if item.is_folder]
    _refuse_empty(root, Path(index), files, closed)
    chosen = load_encoder(encoder) if encoder is None or isinstance(encoder, str) else encoder
    with open_index(index, encoder=chosen, create=True, adopt=True) as opened:
        work = _Build(root, opened, chosen, pace)
        files += work.behind(closed)
        if opened.adopts:
            work.stash(files)
            with opened.adopted():
                report = work.run(files)
        else:
            report = work.run(files)
        opened.settle()
        skipped = tuple(sorted((*report.skipped, *left_out), key=lambda item: item.path))
        return replace(report, skipped=skipped, search=opened.nearness, seconds=pace.seconds)


@dataclass
class _Tally:
    added: int = 0
    changed: int = 0
    removed: int = 0
    moved: int = 0
    unchanged: int = 0


class _Build:
    """One run of a build over an open index."""

    def __init__(self, root: Path, index: EmbeddedIndex, encoder: Encoder, pace: Pace) -> None:
        self._root = root
        self._index = index
        self._pace = pace
        self._tally = _Tally()
        self._filing = Filing(index, encoder, pace)
        self._skipped: list[Skipped] = []
        self._seen = Naming(index)
        self._known = index.files()
        self._settings = settings_hash(encoder)
        if not index.settings_hash and not index.filed_count():
            index.note_settings(self._settings)  # by which a build that goes on with this one knows how far it fits
        self._afresh = index.adopts or index.settings_hash != self._settings
        self._gone: dict[str, str] = {}

    def behind(self, closed: Sequence[Skipped]) -> list[SourceFile]:
        """The files known to lie in folders that are ``closed`` now."""
        from rag.readers import unreadable

        return [unreadable(path) for path in in_closed(self._known, closed)]

    def run(self, files: Sequence[SourceFile]) -> BuildReport:
        """Read, embed, write, remove; in that order, so that a moved text keeps its embedding."""
        present = {file.path: file for file in files}
        gone = [path for path in self._known if path not in present]
        # Only ids that name their file: one of the article's own may turn up in a file that is read later.
        self._gone = {
            row.content_hash: row.id for path in gone for row in self._index.filed_in(path) if row.id.startswith(path)
        }
        reread, kept = self._sorted_out(files)
        self._read_all(present, reread, kept)
        untouched = self._index.filed_count() - sum(len(self._index.filed_in(path)) for path in (*gone, *reread))
        self._tally.unchanged += untouched
        self._refuse_nothing_left(len(self._seen) + untouched)
        self._filing.flush()
        self._remove([*gone, *reread], gone)
        for path in sorted(kept):
            self._skipped += self._known[path].skipped
        info = self._index.info()
        tally = self._tally
        told = sorted(self._skipped, key=lambda item: item.path)
        return BuildReport(
            tally.added, tally.changed, tally.removed, tally.moved, tally.unchanged,
            tuple(item for item in told if item.taken != "all"), info.passages, self._filing.embedded,
            info.generation, doubtful=tuple(item for item in told if item.taken == "all"),
        )  # fmt: skip

    def stash(self, files: Sequence[SourceFile]) -> None:
        """Encode every text of the corpus for an index that is still another encoder's."""
        from rag.readers import read_file

        for done, file in enumerate(files, 1):
            for item in read_file(self._root, file):
                if isinstance(item, Article):
                    self._filing.stash(item)
            self._pace.tell("embedding", done, len(files))
        self._filing.flush()

    def _sorted_out(self, files: Sequence[SourceFile]) -> tuple[set[str], set[str]]:
        """Paths to read, and paths that are as they were."""
        from rag.readers import worth_reading_again

        reread, kept = set(), set()
        touched: list[FileState] = []
        for file in files:
            known = self._known.get(file.path)
            if known is None or self._afresh:
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
        if reread or len(self._known) > len(kept):  # an id may have come free, or been taken
            shadowed = {path for path in kept if self._known[path].shadowed}
            reread, kept = reread | shadowed, kept - shadowed
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
            if self._filing.is_full:
                self._filing.flush()

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
            named = self._seen.named(item, file.path, kept)
            shadowed = shadowed or named.shadowed
            if named.ousted:
                yield named.ousted
            if named.twice:
                told = f"duplicate id {named.article.id!r}, already read from {named.twice}"
                twice.append(Skipped(item.info.path, told))
                continue
            if item.doubt:
                skipped.append(Skipped(item.info.path, item.doubt, "all"))
            self._decide(named.article, file.path)
        self._keep_unreadable(file.path, skipped)
        self._skipped += skipped + twice
        self._filing.note(replace(state, skipped=(*skipped, *twice), shadowed=shadowed))

    def _decide(self, article: Article, file: str) -> None:
        stored = self._index.filed(article.id)
        if stored is None:
            formerly = self._gone.pop(article.info.content_hash, "")
            if formerly in self._seen:
                formerly = ""
            self._tally.moved += bool(formerly)
            self._tally.added += not formerly
            self._filing.add(article, file, formerly)
        elif stored.content_hash != article.info.content_hash or self._afresh:
            self._tally.changed += 1
            self._filing.add(article, file)
        elif (stored.path, stored.file) != (article.info.path, file):
            self._tally.moved += 1
            self._filing.move(article.id, article.info.path, file)
        else:
            self._tally.unchanged += 1

    def _keep_unreadable(self, file: str, skipped: list[Skipped]) -> None:
        """What was read before from a file or record that cannot be read now stays."""
        reasons = {item.path: place for place, item in enumerate(skipped) if item.taken != "all"}
        if not reasons:
            return
        for row in self._index.filed_in(file):
            place = reasons.get(row.path, reasons.get(file))
            if place is not None and row.id not in self._seen:
                self._seen.keep(row)
                self._tally.unchanged += 1
                if self._afresh:
                    self._filing.add(self._index.article(row.id), row.file)
                item = skipped[place]
                if item.taken == "nothing":
                    reason = f"{item.reason}; what was read from it before is kept"
                    skipped[place] = Skipped(item.path, reason, "before")

    def _remove(self, files: Sequence[str], gone: Sequence[str]) -> None:
        """Drop stored articles that no file holds any more."""
        lost = [row.id for path in files for row in self._index.filed_in(path) if row.id not in self._seen]
        if lost or gone or self._index.settings_hash != self._settings:
            self._pace.tell("removing", 0, len(lost))
            self._tally.removed += self._index.apply(deletes=lost, forget=gone, settings_hash=self._settings)
            self._pace.tell("removing", len(lost), len(lost))

    def _refuse_nothing_left(self, left: int) -> None:
        """Refuse a corpus with no article ``left``, unless those of the index were read from this very folder."""
        from rag.readers import place_of, require_articles

        here, known, held = place_of(self._root), self._index.corpus, self._index.filed_count()
        if not left and held and here == known:
            return
        index = self._index.folder
        kept = f"the index {index} keeps its {held:,} articles, {_read_elsewhere(here, known)}, or delete {index}"
        require_articles(self._root, left, self._skipped, kept if held else "")
        if here != known:
            self._index.note_corpus(here)


def _read_elsewhere(here: str, known: str) -> str:
    """How the corpus is not the one that was indexed, and what to do."""
    if known == here.replace("folder", "disk", 1):
        return "read when this was a disk: mount it"
    return "read from another folder: name that one with --corpus"


def _refuse_empty(root: Path, index: Path, files: Sequence[SourceFile], closed: Sequence[Skipped]) -> None:
    """Refuse a corpus without an article before an index is made for it."""
    from rag.index import DATABASE
    from rag.readers import read_file, require_articles

    if (index / DATABASE).exists():
        return
    skipped = list(closed)
    for file in files:
        for item in read_file(root, file):
            if isinstance(item, Article):
                return
            skipped.append(item)
    require_articles(root, 0, skipped)
