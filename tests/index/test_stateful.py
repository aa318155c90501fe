"""An index against a model in plain Python: equal after every step, whatever the steps."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rag.build import build
from rag.errors import CorpusError
from rag.index import EmbeddedIndex, open_index, upkeep
from tests.fakes import WordHashEncoder
from tests.index.material import facts, query

NAMES = [f"{name}.txt" for name in ("a", "b", "deep/a", "deep/c")]
LISTS = ["m.jsonl", "n.jsonl"]
IDS = ["one", "two", "three"]
TEXTS = [
    f"{subject} {verb} the {thing}."
    for subject in ("The minister", "A storm")
    for verb in ("closed", "opened")
    for thing in ("harbour", "bridge", "court")
]
FIXED = 1_600_000_000_000_000_000

texts = st.sampled_from(TEXTS)
records = st.lists(st.tuples(st.sampled_from(IDS), texts), min_size=1, max_size=4)


class Corpus(RuleBasedStateMachine):
    """Files come, change, move and go; builds happen when they happen; the index is opened again and compacted."""

    def __init__(self) -> None:
        super().__init__()
        self.top = Path(tempfile.mkdtemp(prefix="citewire-"))
        self.corpus, self.folder = self.top / "corpus", self.top / "index"
        self.corpus.mkdir()
        self.encoder = WordHashEncoder(32)
        self.files: dict[str, str | list[tuple[str, str]]] = {}
        self.built: dict[str, str] | None = None
        self.built_of: dict[str, str | list[tuple[str, str]]] = {}
        self.reader: EmbeddedIndex | None = None

    @initialize(small=st.booleans())
    def limits(self, small: bool) -> None:
        upkeep.DERIVED_FROM = 1 if small else 20_000

    def teardown(self) -> None:
        if self.reader is not None:
            self.reader.close()
        shutil.rmtree(self.top)
        upkeep.DERIVED_FROM = 20_000

    @rule(name=st.sampled_from(NAMES), text=texts)
    def write(self, name: str, text: str) -> None:
        self._put(name, text)

    @rule(name=st.sampled_from(LISTS), rows=records)
    def write_list(self, name: str, rows: list[tuple[str, str]]) -> None:
        self._put(name, rows)

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.files)))
        del self.files[name]
        (self.corpus / name).unlink()

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.files)))
        onto = data.draw(st.sampled_from(NAMES if name in NAMES else LISTS))
        (self.corpus / onto).parent.mkdir(parents=True, exist_ok=True)
        os.replace(self.corpus / name, self.corpus / onto)
        self.files[onto] = self.files.pop(name)

    @rule()
    def bring_in_line(self) -> None:
        wanted = self._wanted()
        before = dict(self.built or {})
        if not wanted:
            self._bring_nothing_in_line()
            return
        self.encoder.encoded.clear()
        report = build(self.corpus, self.folder, encoder=self.encoder)
        self.built, self.built_of = wanted, dict(self.files)
        assert (report.passages, report.skipped == ()) == (len(wanted), len(wanted) == self._written())
        assert report.added + report.moved + report.changed + report.unchanged == len(wanted)
        assert not set(self.encoder.encoded) & set(before.values()), "text known before was embedded again"

    def _bring_nothing_in_line(self) -> None:
        """The folder that was indexed empties the index; where nothing is indexed, it is refused."""
        if not self.built:
            with pytest.raises(CorpusError):
                build(self.corpus, self.folder, encoder=self.encoder)
            return
        report = build(self.corpus, self.folder, encoder=self.encoder)
        assert (report.passages, report.removed, report.emptied) == (0, len(self.built), True)
        self.built, self.built_of = {}, dict(self.files)

    @precondition(lambda self: self.built)
    @rule()
    def compact(self) -> None:
        with open_index(self.folder, write=True) as index:
            index.compact()

    @precondition(lambda self: self.built)
    @rule()
    def open_again(self) -> None:
        if self.reader is not None:
            self.reader.close()
        self.reader = open_index(self.folder, encoder=self.encoder)

    @invariant()
    def equals_the_model(self) -> None:
        if self.reader is None:
            return
        assert self.built is not None
        assert {info.id: self.reader.article(info.id).text for info in self.reader.articles()} == self.built
        assert self.reader.info().articles == len(self.built)
        asked = query("minister harbour", 20)
        hits = self.reader.search(type(asked)(20, self.encoder.encode_queries(["minister harbour"])[0], asked.terms))
        assert {hit.article.id: hit.passage.text for hit in hits} == self.built
        assert self.reader.verify() == []

    @precondition(lambda self: self.built and self.built_of == self.files)
    @rule()
    def equals_an_index_built_at_once(self) -> None:
        other = self.top / "other"
        shutil.rmtree(other, ignore_errors=True)
        build(self.corpus, other, encoder=self.encoder)
        vector = self.encoder.encode_queries(["a storm closed the court"])[0]
        asked = type(query("x"))(20, vector, query("a storm closed the court").terms)
        with open_index(self.folder) as one, open_index(other) as two:
            assert facts(one.search(asked)) == facts(two.search(asked))

    def _put(self, name: str, content: str | list[tuple[str, str]]) -> None:
        self.files[name] = content
        path = self.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        else:
            lines = (json.dumps({"id": key, "text": text, "language": "en"}) for key, text in content)
            path.write_text("\n".join(lines), encoding="utf-8")
        os.utime(path, ns=(FIXED, FIXED))

    def _wanted(self) -> dict[str, str]:
        """The articles there should be: an id is of the first text in the order of paths, and others have another."""
        wanted: dict[str, str] = {}
        for name in sorted(self.files):
            content = self.files[name]
            for number, (key, text) in enumerate([(name, content)] if isinstance(content, str) else content, 1):
                ids = (key, f"{name}:{key}", f"{name}#{number}")
                wanted.setdefault(next(each for each in ids if wanted.get(each, text) == text), text)
        return wanted

    def _written(self) -> int:
        return sum(1 if isinstance(content, str) else len(content) for content in self.files.values())


TestCorpus = pytest.mark.timeout(600)(Corpus.TestCase)
TestCorpus.settings = settings(
    max_examples=int(os.environ.get("CITEWIRE_TEST_STATEFUL", "20")), stateful_step_count=20, deadline=None
)
