from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from rag.build import build
from rag.errors import CorpusError, EncoderError, IndexLocked, IndexMismatch
from rag.index import open_index, upkeep
from rag.pace import Progress
from rag.readers import list_files
from rag.types import BuildReport, Filter, Query, Skipped
from rag.unchanged import settings_hash
from tests.fakes import WordHashEncoder
from tests.index.material import facts, query

HARBOUR = "A strike closed the harbour on Monday. The dockers want higher pay for the night shift."
GLACIER = "The glacier has lost a third of its ice since 1990. Scientists expect that the rest melts by 2060."
BRIDGE = "The bridge over the river opened again after two years of repairs. Thousands crossed it on foot."


def write(corpus: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def record(identifier: str, text: str, **fields: str) -> str:
    return json.dumps({"id": identifier, "text": text, "language": "en", **fields}) + "\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    write(folder, {"harbour.txt": HARBOUR, "glacier.txt": GLACIER, "deep/bridge.txt": BRIDGE})
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def encoder() -> WordHashEncoder:
    return WordHashEncoder()


def counts(report: BuildReport) -> tuple[int, int, int, int, int]:
    return report.added, report.changed, report.removed, report.moved, report.unchanged


def ids(index: Path) -> set[str]:
    with open_index(index) as opened:
        assert opened.verify() == []
        return {info.id for info in opened.articles()}


def texts(index: Path) -> dict[str, str]:
    return {each: text_of(index, each) for each in ids(index)}


def text_of(index: Path, article_id: str) -> str:
    with open_index(index) as opened:
        return opened.article(article_id).text


def test_first_build_then_nothing_to_do(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    steps: list[Progress] = []
    first = build(corpus, index, encoder=encoder, progress=steps.append)
    assert counts(first) == (3, 0, 0, 0, 0)
    assert (first.passages, first.embedded, first.skipped) == (3, 3, ())
    assert [(step.stage, step.done, step.total) for step in steps][:3] == [("reading", n, 3) for n in (1, 2, 3)]
    assert [(step.stage, step.done, step.total) for step in steps][3:5] == [("embedding", 0, 3), ("embedding", 3, 3)]
    assert steps[3].rate == 0.0 < steps[4].rate and steps[4].left == 0.0
    second = build(corpus, index, encoder=encoder)
    assert counts(second) == (0, 0, 0, 0, 3)
    assert (second.embedded, second.generation) == (0, first.generation)
    assert ids(index) == {"harbour.txt", "glacier.txt", "deep/bridge.txt"}


def test_only_new_text_is_embedded(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    long = " ".join(f"Sentence number {n} tells of the harbour and its {n} cranes in some detail." for n in range(60))
    write(corpus, {"harbour.txt": long})
    first = build(corpus, index, encoder=encoder)
    write(corpus, {"harbour.txt": long + " The last one is new.", "copy.txt": GLACIER})
    encoder.encoded.clear()
    second = build(corpus, index, encoder=encoder)
    assert counts(second) == (1, 1, 0, 0, 2)
    assert second.embedded == len(encoder.encoded) < first.passages / 2
    assert any("The last one is new." in text for text in encoder.encoded)
    assert not any(GLACIER in text for text in encoder.encoded)


def test_a_changed_article_no_longer_answers_as_it_did(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    build(corpus, index, encoder=encoder)
    write(corpus, {"glacier.txt": "The museum shows paintings of ice."})
    assert counts(build(corpus, index, encoder=encoder)) == (0, 1, 0, 0, 2)
    with open_index(index) as opened:
        texts = [hit.passage.text for hit in opened.search(query("scientists glacier melts"))]
    assert not any("Scientists" in text for text in texts) and "The museum shows paintings of ice." in texts


def test_a_removed_file_no_longer_answers(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    build(corpus, index, encoder=encoder)
    (corpus / "glacier.txt").unlink()
    report = build(corpus, index, encoder=encoder)
    assert counts(report) == (0, 0, 1, 0, 2) and report.passages == 2
    assert ids(index) == {"harbour.txt", "deep/bridge.txt"}


def test_a_moved_file_is_not_embedded_again(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    build(corpus, index, encoder=encoder)
    (corpus / "glacier.txt").rename(corpus / "deep" / "ice.txt")
    report = build(corpus, index, encoder=encoder)
    assert counts(report) == (0, 0, 0, 1, 2) and report.embedded == 0
    assert ids(index) == {"harbour.txt", "deep/bridge.txt", "deep/ice.txt"}


def test_an_article_with_an_id_of_its_own_keeps_it_when_it_moves(
    corpus: Path, index: Path, encoder: WordHashEncoder
) -> None:
    write(corpus, {"a.jsonl": record("one", GLACIER) + record("two", BRIDGE)})
    build(corpus, index, encoder=encoder)
    write(corpus, {"a.jsonl": record("two", BRIDGE), "b.jsonl": record("one", GLACIER)})
    report = build(corpus, index, encoder=encoder)
    assert counts(report) == (0, 0, 0, 2, 3) and report.embedded == 0
    with open_index(index) as opened:
        assert {info.id: info.path for info in opened.articles()}["one"] == "b.jsonl#1"


def test_a_record_that_goes_from_a_file_of_many(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    write(corpus, {"a.jsonl": record("one", GLACIER) + record("two", BRIDGE)})
    build(corpus, index, encoder=encoder)
    write(corpus, {"a.jsonl": record("two", BRIDGE)})
    build(corpus, index, encoder=encoder)
    assert "one" not in ids(index) and "two" in ids(index)


def test_what_differs_in_metadata_alone_is_changed_and_not_embedded(
    corpus: Path, index: Path, encoder: WordHashEncoder
) -> None:
    write(corpus, {"a.jsonl": record("one", GLACIER, source="Wire")})
    build(corpus, index, encoder=encoder)
    write(corpus, {"a.jsonl": record("one", GLACIER, source="Post")})
    report = build(corpus, index, encoder=encoder)
    assert counts(report) == (0, 1, 0, 0, 3) and report.embedded == 0
    with open_index(index) as opened:
        vector = encoder.encode_queries(["glacier"])[0]
        assert [hit.article.id for hit in opened.search(Query(5, vector, filter=Filter(sources=("Post",))))] == ["one"]


def test_touched_but_equal(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    first = build(corpus, index, encoder=encoder)
    for file in corpus.rglob("*.txt"):
        os.utime(file, ns=(1_600_000_000_000_000_000, 1_600_000_000_000_000_000))
    assert counts(build(corpus, index, encoder=encoder)) == (0, 0, 0, 0, 3)
    third = build(corpus, index, encoder=encoder)
    assert counts(third) == (0, 0, 0, 0, 3) and third.generation == first.generation


def test_changed_in_the_same_second_with_the_same_size(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    build(corpus, index, encoder=encoder)
    before = (corpus / "harbour.txt").stat()
    write(corpus, {"harbour.txt": HARBOUR.replace("Monday", "Friday")})
    os.utime(corpus / "harbour.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert counts(build(corpus, index, encoder=encoder)) == (0, 1, 0, 0, 2)


def test_bad_files_are_named_and_cost_nothing(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    (corpus / "empty.txt").touch()
    write(corpus, {"picture.png": "not text", "broken.jsonl": record("one", GLACIER) + "{not json\n"})
    for _ in range(2):
        report = build(corpus, index, encoder=encoder)
        assert [item.path.partition("#")[0] for item in report.skipped] == ["broken.jsonl", "empty.txt", "picture.png"]
        assert all(item.reason for item in report.skipped)
        assert "one" in ids(index)


def test_what_is_no_file_is_named_at_every_build(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    (corpus / "gone.txt").symlink_to(corpus / "nothing.txt")
    told = [Skipped("gone.txt", "a link to nothing, or to itself: mend it or remove it")]
    for _ in range(2):
        assert [item for item in build(corpus, index, encoder=encoder).skipped if item.path == "gone.txt"] == told


def test_an_article_with_an_unreadable_date_is_kept_undated_and_named_at_every_build(
    corpus: Path, index: Path, encoder: WordHashEncoder
) -> None:
    write(corpus, {"a.jsonl": record("one", "First of all.", published="hier") + record("two", "Second of all.")})
    write(corpus, {"b.md": "---\ntitle: Ice\npublished: 03/04/2024\nlanguage: en\n---\nThe ice melts."})
    for done in ((6, 0, 0, 0, 0), (0, 0, 0, 0, 6)):
        report = build(corpus, index, encoder=encoder)
        assert (counts(report), report.skipped) == (done, ())
        assert [(item.path, item.taken) for item in report.doubtful] == [("a.jsonl#1", "all"), ("b.md", "all")]
        assert all("date is none that can be read" in item.reason for item in report.doubtful)
    with open_index(index) as opened:
        assert opened.article("one").info.published is None and opened.info().undated == 6
    write(corpus, {"a.jsonl": record("one", "First of all.", published="2024-03-04")})
    report = build(corpus, index, encoder=encoder)
    assert (report.changed, [item.path for item in report.doubtful]) == (1, ["b.md"])


def test_what_can_no_longer_be_read_is_kept_and_told(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    write(corpus, {"a.jsonl": record("one", "First of all.") + record("two", "Second of all.")})
    build(corpus, index, encoder=encoder)
    write(corpus, {"a.jsonl": record("one", "First of all.") + "{cut\n", "glacier.txt": ""})
    report = build(corpus, index, encoder=encoder)
    assert ids(index) == {"one", "two", "harbour.txt", "glacier.txt", "deep/bridge.txt"}
    assert [item.path for item in report.skipped] == ["a.jsonl#2", "glacier.txt"]
    assert all("kept" in item.reason for item in report.skipped)
    (corpus / "glacier.txt").unlink()
    write(corpus, {"a.jsonl": record("one", "First of all.")})
    build(corpus, index, encoder=encoder)
    assert ids(index) == {"one", "harbour.txt", "deep/bridge.txt"}


def test_a_record_that_is_now_a_duplicate_keeps_nothing(tmp_path: Path, index: Path, encoder: WordHashEncoder) -> None:
    corpus = tmp_path / "corpus"
    write(corpus, {"b.jsonl": record("old", GLACIER)})
    build(corpus, index, encoder=encoder)
    write(corpus, {"a.jsonl": record("same", BRIDGE), "b.jsonl": record("same", BRIDGE)})
    assert build(corpus, index, encoder=encoder).removed == 1
    assert ids(index) == {"same"}


ORDERS = [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]]


@pytest.mark.parametrize("order", ORDERS)
def test_of_two_that_say_the_same_under_one_id_the_first_file_counts(
    tmp_path: Path, index: Path, encoder: WordHashEncoder, order: list[str]
) -> None:
    corpus = tmp_path / "corpus"
    for name in order:
        write(corpus, {f"{name}.jsonl": record("same", BRIDGE, source=name) + record(name, f"Only in {name}.")})
        report = build(corpus, index, encoder=encoder)
    told = {item.path for item in report.skipped if "duplicate" in item.reason}
    assert told == {"b.jsonl#1", "c.jsonl#1"}
    assert counts(build(corpus, index, encoder=encoder))[:4] == (0, 0, 0, 0)
    for gone, left in (("a", "b"), ("b", "c")):
        with open_index(index) as opened:
            assert opened.article("same").info.source == gone
        (corpus / f"{gone}.jsonl").unlink()
        build(corpus, index, encoder=encoder)
        with open_index(index) as opened:
            assert opened.article("same").info.source == left
    assert ids(index) == {"same", "c"}


@pytest.mark.parametrize("order", ORDERS)
def test_rows_of_several_tables_that_number_them_alike_are_all_kept(
    tmp_path: Path, index: Path, encoder: WordHashEncoder, order: list[str]
) -> None:
    corpus = tmp_path / "corpus"
    for name in order:
        write(corpus, {f"{name}.csv": f"id,text\n1,The first news of {name}.\n2,The second news of {name}.\n"})
        report = build(corpus, index, encoder=encoder)
    assert report.skipped == ()
    assert texts(index) == {
        f"{'' if name == 'a' else f'{name}.csv:'}{row}": f"The {word} news of {name}."
        for name in "abc"
        for row, word in ((1, "first"), (2, "second"))
    }
    again = build(corpus, index, encoder=encoder)
    assert (counts(again), again.generation) == ((0, 0, 0, 0, 6), report.generation)
    (corpus / "a.csv").unlink()
    assert build(corpus, index, encoder=encoder).embedded == 0
    assert texts(index) == {
        "1": "The first news of b.", "2": "The second news of b.",
        "c.csv:1": "The first news of c.", "c.csv:2": "The second news of c.",
    }  # fmt: skip


def test_a_table_whose_ids_are_taken_is_not_embedded_again_when_it_moves(
    tmp_path: Path, index: Path, encoder: WordHashEncoder
) -> None:
    corpus = tmp_path / "corpus"
    write(corpus, {"a.csv": f"id,text\n1,{HARBOUR}\n", "b.csv": f"id,text\n1,{GLACIER}\n"})
    build(corpus, index, encoder=encoder)
    (corpus / "b.csv").rename(corpus / "c.csv")
    report = build(corpus, index, encoder=encoder)
    assert (counts(report), report.embedded) == ((0, 0, 0, 1, 1), 0)
    assert texts(index) == {"1": HARBOUR, "c.csv:1": GLACIER}


def test_an_id_of_a_file_that_went_is_not_taken_for_a_moved_article_s_while_another_file_has_it(
    tmp_path: Path, index: Path, encoder: WordHashEncoder
) -> None:
    corpus = tmp_path / "corpus"
    write(corpus, {"x.csv": f"id,text\n3,{GLACIER}\n", "z.txt": BRIDGE})
    build(corpus, index, encoder=encoder)
    (corpus / "x.csv").unlink()
    write(corpus, {"a.csv": f"text\n{GLACIER}\n", "c.csv": f"id,text\n3,{GLACIER}\n"})
    assert build(corpus, index, encoder=encoder).embedded == 0
    assert texts(index) == {"a.csv#1": GLACIER, "3": GLACIER, "z.txt": BRIDGE}


def test_rows_of_one_table_with_one_id_are_all_kept(tmp_path: Path, index: Path, encoder: WordHashEncoder) -> None:
    corpus = tmp_path / "corpus"
    write(corpus, {"a.csv": f"id,text\n7,{HARBOUR}\n7,{GLACIER}\n7,{BRIDGE}\n7,{HARBOUR}\n"})
    report = build(corpus, index, encoder=encoder)
    assert texts(index) == {"7": HARBOUR, "a.csv:7": GLACIER, "a.csv#3": BRIDGE}
    assert [(item.path, item.reason) for item in report.skipped] == [
        ("a.csv#4", "duplicate id '7', already read from a.csv#1")
    ]
    assert counts(build(corpus, index, encoder=encoder)) == (0, 0, 0, 0, 3)


def test_a_corpus_without_articles_leaves_the_index(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    with pytest.raises(CorpusError, match="does not exist"):
        build(corpus / "nowhere", index, encoder=encoder)
    assert not index.exists()
    (corpus.parent / "none").mkdir()
    with pytest.raises(CorpusError, match="no readable article"):
        build(corpus.parent / "none", index, encoder=encoder)
    assert not index.exists()
    build(corpus, index, encoder=encoder)
    with pytest.raises(CorpusError, match="no readable article"):
        build(corpus.parent / "none", index, encoder=encoder)
    assert len(ids(index)) == 3


def test_the_last_article_that_goes_no_longer_answers(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    build(corpus, index, encoder=encoder)
    shutil.rmtree(corpus)
    corpus.mkdir()
    (corpus / "notes.png").write_text("no article")
    report = build(corpus, index, encoder=encoder)
    assert (counts(report), report.passages, report.emptied) == ((0, 0, 3, 0, 0), 0, True)
    assert [item.path for item in report.skipped] == ["notes.png"]
    assert ids(index) == set()
    with pytest.raises(CorpusError, match="no readable article in [^;]*$"):
        build(corpus, index, encoder=encoder)
    write(corpus, {"glacier.txt": GLACIER})
    report = build(corpus, index, encoder=encoder)
    assert (counts(report), report.emptied) == ((1, 0, 0, 0, 0), False)


def test_an_emptied_corpus_empties_the_index_of_another_encoder(
    corpus: Path, index: Path, encoder: WordHashEncoder
) -> None:
    build(corpus, index, encoder=encoder)
    for file in list_files(corpus):
        (corpus / file.path).unlink()
    assert build(corpus, index, encoder=WordHashEncoder(96)).removed == 3
    assert ids(index) == set()


def test_a_file_that_only_became_unreadable_empties_nothing(
    corpus: Path, index: Path, encoder: WordHashEncoder
) -> None:
    build(corpus, index, encoder=encoder)
    for file in list_files(corpus):
        (corpus / file.path).write_text("")
    report = build(corpus, index, encoder=encoder)
    assert (counts(report), report.emptied) == ((0, 0, 0, 0, 3), False)
    assert len(ids(index)) == 3


def test_an_empty_folder_that_was_a_disk_or_another_keeps_the_index_and_says_so(
    corpus: Path, index: Path, encoder: WordHashEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as mounted:
        mounted.setattr(os.path, "ismount", lambda path: True)
        build(corpus, index, encoder=encoder)
    shutil.rmtree(corpus)
    corpus.mkdir()
    with pytest.raises(CorpusError, match="keeps its 3 articles, read when this was a disk: mount it, or delete "):
        build(corpus, index, encoder=encoder)
    other = corpus.parent / "other"
    other.mkdir()
    with pytest.raises(CorpusError, match="keeps its 3 articles, read from another folder: name that one with --corp"):
        build(other, index, encoder=encoder)
    with pytest.raises(CorpusError, match="does not exist"):
        build(corpus / "nowhere", index, encoder=encoder)
    assert len(ids(index)) == 3
    write(corpus, {"glacier.txt": GLACIER})
    assert build(corpus, index, encoder=encoder).removed == 2
    (corpus / "glacier.txt").unlink()
    assert build(corpus, index, encoder=encoder).emptied


@pytest.mark.parametrize("mode", [0o000, 0o444])
@pytest.mark.skipif(os.getuid() != 0, reason="only root can become another user")
def test_a_folder_that_cannot_be_read_costs_no_other_and_keeps_its_articles(
    corpus: Path, index: Path, encoder: WordHashEncoder, mode: int
) -> None:
    build(corpus, index, encoder=encoder)
    for path in (*list(index.parents)[:-2], *index.iterdir(), index):
        path.chmod(path.stat().st_mode | 0o777)
    (corpus / "lost+found").mkdir(mode=0o700)
    (corpus / "glacier.txt").unlink()
    (corpus / "deep").chmod(mode)
    os.seteuid(65534)
    try:
        report = build(corpus, index, encoder=encoder)
    finally:
        os.seteuid(0)
    assert counts(report) == (0, 0, 1, 0, 2)
    told = {item.path: (item.reason, item.taken) for item in report.skipped}
    assert told.pop("lost+found/") == ("the folder cannot be read: Permission denied", "nothing")
    kept = "cannot be read: Permission denied; what was read from it before is kept"
    assert told.pop("deep/bridge.txt") == (kept, "before")
    assert told == ({} if mode else {"deep/": ("the folder cannot be read: Permission denied", "nothing")})
    assert ids(index) == {"harbour.txt", "deep/bridge.txt"}
    with open_index(index) as opened:
        assert [item.path for item in opened.info().outdated] == ["deep/bridge.txt"]
    (corpus / "deep").chmod(0o755)
    report = build(corpus, index, encoder=encoder)
    assert (counts(report), report.skipped) == ((0, 0, 0, 0, 2), ())


def test_one_at_a_time(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    build(corpus, index, encoder=encoder)
    with open_index(index, write=True), pytest.raises(IndexLocked, match=f"process {os.getpid()} on .* is writing"):
        build(corpus, index, encoder=encoder)


class _Stops(WordHashEncoder):
    """Gives up after so many texts, as Ctrl-C or a crash would make it."""

    def __init__(self, after: int, error: BaseException) -> None:
        super().__init__()
        self.after, self.error = after, error

    def encode_passages(self, texts):
        if len(self.encoded) + len(texts) > self.after:
            raise self.error
        return super().encode_passages(texts)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EncoderError("no usable vector")])
def test_a_stopped_build_goes_on_where_it_was(
    tmp_path: Path, index: Path, encoder: WordHashEncoder, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr(sys.modules["rag.filing"], "BATCH", 4)
    corpus = tmp_path / "corpus"
    write(corpus, {"all.jsonl": "".join(record(f"n{n}", f"Report {n} of the harbour.") for n in range(20))})
    with pytest.raises(type(error)):
        build(corpus, index, encoder=_Stops(11, error))
    assert len(ids(index)) == 8
    report = build(corpus, index, encoder=encoder)
    assert counts(report) == (12, 0, 0, 0, 8) and report.embedded == 12
    build(corpus, tmp_path / "other", encoder=encoder)
    with open_index(index) as one, open_index(tmp_path / "other") as other:
        asked = query("report 7 harbour", 20)
        assert facts(one.search(asked)) == facts(other.search(asked))


def test_a_file_half_read_by_a_stopped_build_and_then_removed_leaves_nothing(
    corpus: Path, index: Path, encoder: WordHashEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["rag.filing"], "BATCH", 1)
    build(corpus, index, encoder=encoder)
    write(corpus, {"many.jsonl": "".join(record(f"n{n}", f"Report {n} of the harbour.") for n in range(9))})
    with pytest.raises(KeyboardInterrupt):
        build(corpus, index, encoder=_Stops(5, KeyboardInterrupt()))
    assert "n3" in ids(index)
    (corpus / "many.jsonl").unlink()
    assert build(corpus, index, encoder=encoder).removed == 5
    assert len(ids(index)) == 3


def test_a_file_put_back_after_a_stopped_build_is_read_again(
    corpus: Path, index: Path, encoder: WordHashEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["rag.filing"], "BATCH", 1)
    old = corpus / "many.jsonl"
    write(corpus, {"many.jsonl": "".join(record(f"n{n}", f"Report {n} of the harbour.") for n in range(4))})
    os.utime(old, ns=(1_600_000_000_000_000_000, 1_600_000_000_000_000_000))
    build(corpus, index, encoder=encoder)
    old.rename(corpus.parent / "aside")
    write(corpus, {"many.jsonl": "".join(record(f"n{n}", f"Other report {n} of the glacier.") for n in range(4))})
    with pytest.raises(KeyboardInterrupt):
        build(corpus, index, encoder=_Stops(2, KeyboardInterrupt()))
    (corpus.parent / "aside").rename(old)
    assert counts(build(corpus, index, encoder=encoder)) == (0, 2, 0, 0, 5)
    with open_index(index) as opened:
        assert [opened.article(f"n{n}").text for n in range(4)] == [f"Report {n} of the harbour." for n in range(4)]


def test_another_encoder_makes_the_index_anew(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    build(corpus, index, encoder=encoder)
    (corpus / "glacier.txt").write_text("", encoding="utf-8")
    wider = WordHashEncoder(96)
    with open_index(index, encoder=encoder) as reader:
        assert len(reader.search(query("harbour"))) == 3
        with pytest.raises(IndexMismatch, match="citewire build"):
            open_index(index, encoder=wider)
        report = build(corpus, index, encoder=wider)
        with pytest.raises(IndexMismatch, match="open it again"):
            reader.search(query("harbour"))
    assert report.embedded >= 2 and report.passages == 3
    with open_index(index, encoder=wider) as opened:
        assert opened.verify() == [] and opened.info().dimension == 96
        (hit,) = opened.search(Query(1, wider.encode_queries(["closed harbour dockers strike"])[0]))
        assert hit.article.id == "harbour.txt"
    assert counts(build(corpus, index, encoder=wider)) == (0, 0, 0, 0, 3)


def test_a_stopped_change_of_encoder_leaves_the_old_index(
    corpus: Path, index: Path, encoder: WordHashEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["rag.filing"], "BATCH", 1)
    build(corpus, index, encoder=encoder)

    class Other(_Stops):
        def __init__(self) -> None:
            super().__init__(2, KeyboardInterrupt())
            self.fingerprint = "0123456789abcdef"

    with pytest.raises(KeyboardInterrupt):
        build(corpus, index, encoder=Other())
    with open_index(index, encoder=encoder) as opened:
        assert opened.verify() == [] and len(opened.search(query("harbour"))) == 3
    other = Other()
    other.after = 99
    assert build(corpus, index, encoder=other).embedded == 1


@pytest.mark.parametrize("dimension", [64, 96])
def test_a_stopped_first_build_that_another_encoder_ends_has_nothing_of_the_first_one(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch, dimension: int
) -> None:
    monkeypatch.setattr(sys.modules["rag.filing"], "BATCH", 1)
    with pytest.raises(KeyboardInterrupt):
        build(corpus, index, encoder=_Stops(2, KeyboardInterrupt()))
    assert len(ids(index)) == 2
    other = WordHashEncoder(dimension, salt="other")
    assert counts(build(corpus, index, encoder=other)) == (1, 2, 0, 0, 0)
    assert len(ids(index)) == 3
    with open_index(index, encoder=other) as opened:
        (hit,) = opened.search(Query(1, other.encode_queries(["glacier lost ice"])[0]))
        assert hit.article.id == "glacier.txt"


def test_a_stopped_first_build_that_goes_on_with_other_settings_cuts_all_alike(
    corpus: Path, index: Path, encoder: WordHashEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["rag.filing"], "BATCH", 1)
    with pytest.raises(KeyboardInterrupt):
        build(corpus, index, encoder=_Stops(2, KeyboardInterrupt()))
    narrower = WordHashEncoder()
    narrower.max_tokens = 24
    build(corpus, index, encoder=narrower)
    build(corpus, index.parent / "other", encoder=narrower)
    with open_index(index) as one, open_index(index.parent / "other") as other:
        assert [passage.id for passage, _ in one.scan()] == [passage.id for passage, _ in other.scan()]


def test_what_nobody_who_searches_sees_makes_no_new_generation(
    corpus: Path, index: Path, encoder: WordHashEncoder
) -> None:
    first = build(corpus, index, encoder=encoder)
    write(corpus, {"broken.json": "{"})
    second = build(corpus, index, encoder=encoder)
    assert [item.path for item in second.skipped] == ["broken.json"] and second.generation == first.generation


def test_other_settings_cut_every_article_anew(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    build(corpus, index, encoder=encoder)
    narrower = WordHashEncoder()
    narrower.max_tokens = 24
    assert settings_hash(narrower) != settings_hash(encoder)
    report = build(corpus, index, encoder=narrower)
    assert counts(report) == (0, 3, 0, 0, 0) and report.passages > 3
    assert len(ids(index)) == 3


def test_the_corpus_is_never_written_to(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    before = {path: path.stat().st_mtime_ns for path in corpus.rglob("*")}
    build(corpus, index, encoder=encoder)
    assert {path: path.stat().st_mtime_ns for path in corpus.rglob("*")} == before


@pytest.mark.parametrize("place", ["", "index"])
def test_an_index_inside_its_corpus_is_no_part_of_it(
    corpus: Path, encoder: WordHashEncoder, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(upkeep, "DERIVED_FROM", 1)
    build(corpus, corpus / place, encoder=encoder)
    with open_index(corpus / place, write=True):  # with the files that are there only while somebody writes
        assert {path.name for path in (corpus / place).glob("*.d*")} == {
            "citewire.db", "citewire.db-wal", "citewire.db-shm", "vectors.derived",
        }  # fmt: skip
        assert [file.path for file in list_files(corpus)] == ["deep/bridge.txt", "glacier.txt", "harbour.txt"]
    assert build(corpus, corpus / place, encoder=encoder).skipped == ()


def test_an_index_can_be_copied_while_nobody_writes(corpus: Path, index: Path, encoder: WordHashEncoder) -> None:
    build(corpus, index, encoder=encoder)
    shutil.copytree(index, index.parent / "copy")
    with open_index(index) as one, open_index(index.parent / "copy") as other:
        assert facts(one.search(query("bridge"))) == facts(other.search(query("bridge")))


def test_what_is_left_out_by_its_name_is_told_at_every_build(
    corpus: Path, index: Path, encoder: WordHashEncoder
) -> None:
    write(corpus, {"Changelog.md": "The harbour master resigned.", "deep/README": "About the bridge."})
    for _ in range(2):
        report = build(corpus, index, encoder=encoder)
        assert [item.path for item in report.skipped] == ["Changelog.md", "deep/README"]
        assert "by its name about the folder" in report.skipped[0].reason
    assert ids(index) == {"harbour.txt", "glacier.txt", "deep/bridge.txt"}
