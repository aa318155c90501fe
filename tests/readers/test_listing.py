"""Files of a folder, plain text, and a corpus as a whole."""

import json
import os
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.errors import CorpusError
from rag.language import normalise
from rag.readers import SourceFile, corpus, list_files, look_through, read_file, require_articles
from rag.readers.formats import ABOUT_THE_FOLDER, NAMED
from rag.types import Article, Skipped


def read_all(root):
    return [item for file in list_files(root) for item in read_file(root, file)]


def put(root, name, content="Le conseil a voté lundi la construction d'une passerelle."):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_files_come_in_the_order_of_their_paths_with_size_and_time(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/é.txt", "c.md", ".caché.txt", ".git/x.txt", "a/.b/x.txt"):
        put(tmp_path, name, "abc")
    files = list_files(tmp_path)
    assert [file.path for file in files] == ["a/z.txt", "a/é.txt", "b.txt", "c.md"]
    found = (tmp_path / "b.txt").stat()
    assert files[2] == SourceFile("b.txt", 3, found.st_mtime_ns, found.st_ctime_ns)


def test_links_are_followed_but_never_in_circles(tmp_path):
    put(tmp_path, "a/one.txt")
    put(tmp_path.parent / "elsewhere", "two.txt")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    (tmp_path / "away").symlink_to(tmp_path.parent / "elsewhere")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "linked.txt").symlink_to(tmp_path / "a/one.txt")
    assert [file.path for file in list_files(tmp_path)] == ["a/one.txt", "away/two.txt", "linked.txt"]


def test_what_is_about_the_folder_is_no_article(tmp_path, caplog):
    caplog.set_level("INFO", "rag.readers")
    for name in ("README.md", "sous/readme.TXT", "LICENSE", "Thumbs.db", "readme-first.md", "README.json", "~$a.docx"):
        put(tmp_path, name)
    assert [file.path for file in list_files(tmp_path)] == ["README.json", "readme-first.md"]
    assert "README.md is about the folder, not an article: left out" in caplog.text


def test_what_is_left_out_by_its_name_is_named(tmp_path):
    for name in ("README.md", "sous/notice.txt", "LICENSE", "Thumbs.db", "citewire.db", "a.txt"):
        put(tmp_path, name)
    files, left_out = look_through(tmp_path)
    assert [file.path for file in files] == ["a.txt"]
    assert left_out == [Skipped(name, ABOUT_THE_FOLDER) for name in ("LICENSE", "README.md", "sous/notice.txt")]


@pytest.mark.parametrize("parts", ["page_files", "page_fichiers"])
def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path, parts):
    put(tmp_path, "page.html")
    put(tmp_path, f"{parts}/style.css")
    put(tmp_path, "other_files/a.txt")
    assert [file.path for file in list_files(tmp_path)] == ["other_files/a.txt", "page.html"]


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert list_files(tmp_path) == []


def test_what_is_no_file_is_left_out_by_name_and_reason(tmp_path):
    put(tmp_path, "a.txt")
    put(tmp_path, "README.md")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "sub").mkdir()
    os.mkfifo(tmp_path / "sub/pipe.txt")
    with open(os.fsencode(tmp_path) + b"/sub/caf\xe9.txt", "wb") as stream:
        stream.write(b"Un texte.")
    files, left_out = look_through(tmp_path)
    assert [file.path for file in files] == ["a.txt"]
    assert left_out == [
        Skipped("README.md", ABOUT_THE_FOLDER),
        Skipped("gone.txt", "a link to nothing, or to itself: mend it or remove it"),
        Skipped("self", "a link to nothing, or to itself: mend it or remove it"),
        Skipped("sub/caf\\xe9.txt", "its name is not Unicode: rename it"),
        Skipped("sub/pipe.txt", "neither a file nor a folder, but a pipe, a socket or a device"),
    ]


@pytest.mark.parametrize("name", ["missing", "file.txt"])
def test_a_root_that_is_no_folder_is_an_error(tmp_path, name):
    put(tmp_path, "file.txt")
    with pytest.raises(CorpusError, match="does not exist or is not a folder"):
        list_files(tmp_path / name)


def test_plain_text(tmp_path):
    put(tmp_path, "sous/a.txt", "Paris, le 28 novembre 2024 - Le conseil a voté.\n")
    (article,) = read_all(tmp_path)
    assert (article.id, article.info.title, article.info.path) == ("sous/a.txt", "", "sous/a.txt")
    assert article.text == "Paris, le 28 novembre 2024 - Le conseil a voté.\n"
    assert (str(article.info.published), article.info.published_origin) == ("2024-11-28", "text")


def test_what_is_skipped_is_named_with_the_reason(tmp_path):
    put(tmp_path, "a.txt")
    put(tmp_path, "blank.txt", " \n ")
    put(tmp_path, "empty.txt", "")
    put(tmp_path, "large.txt", "mot " * 300_000)
    put(tmp_path, "notes.doc", "oui")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\0\0" * 100)
    found = read_all(tmp_path)
    assert [item.info.path for item in found if isinstance(item, Article)] == ["a.txt"]
    reasons = {item.path: item.reason for item in found if isinstance(item, Skipped)}
    assert reasons == {
        "blank.txt": "no text",
        "empty.txt": "the file is empty",
        "large.txt": "1.2 MB of text: an article may have 1 MB at most",
        "notes.doc": f"not a format that is read ({NAMED}): save it as .docx",
        "photo.txt": "binary, not text",
    }


def test_a_name_that_is_not_unicode_is_left_out_and_told(tmp_path, caplog):
    put(tmp_path, "a.txt")
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as stream:
        stream.write(b"Un texte.")
    assert [file.path for file in list_files(tmp_path)] == ["a.txt"]
    assert "is not Unicode" in caplog.text


@pytest.mark.parametrize(
    "name",
    ["a.txt", "a.md", "a.json", "a.jsonl", "a.txt.gz", "a.jsonl.xz", "a.html", "a.csv", "a.tsv.gz", "a.pdf", "a.docx"],
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    data=st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.dictionaries(
            st.sampled_from(["id", "title", "text", "url", "source", "published", "language", "date"]),
            st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.text(), max_size=2)),
        ).map(lambda record: json.dumps(record).encode()),
        st.text(max_size=50).map(lambda text: f"---\ntitle: {text}\n---\nUn texte.".encode("utf-8", "surrogatepass")),
    )
)
def test_whatever_is_in_a_file_becomes_articles_or_named_skips(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    for item in read_file(tmp_path, SourceFile(name, len(data), 0)):
        if isinstance(item, Skipped):
            assert item.path.startswith(name) and item.reason and "\n" not in item.reason
        else:
            assert item.text.strip() and item.id and item.info.path.startswith(name)
            assert item.text == normalise(item.text)
            item.text.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '{"text": "a", "id": ' + "9" * 5_000 + "}"),
        ("a.jsonl", '{"text": "a", "id": ' + "9" * 5_000 + "}"),
        ("a.md", "---\na: " + "[" * 20_000 + "\n---\nTexte."),
        ("a.md", "---\na: " + "b" * 60_000 + "\n---\nTexte."),
    ],
)
def test_hostile_files_are_skipped(tmp_path, name, content):
    put(tmp_path, name, content)
    (skipped,) = read_all(tmp_path)
    assert isinstance(skipped, Skipped)


def test_a_url_that_is_none_still_gives_an_id(tmp_path):
    put(tmp_path, "a.json", '{"text": "Le texte.", "url": "http://[oops"}')
    (article,) = read_all(tmp_path)
    assert article.id.startswith("url-")


def test_a_file_that_went_away_is_skipped(tmp_path):
    (skipped,) = read_file(tmp_path, SourceFile("gone.txt", 5, 0))
    assert skipped == Skipped("gone.txt", "cannot be read: No such file or directory")


def test_a_corpus_without_an_article_is_an_error(tmp_path):
    require_articles(tmp_path, 1, [])
    with pytest.raises(CorpusError, match=r"no readable article in .*: put articles there \(\.txt"):
        require_articles(tmp_path, 0, [])
    with pytest.raises(CorpusError, match="notes.md: no text"):
        require_articles(tmp_path, 0, [Skipped("notes.md", "no text")])


def test_a_file_that_breaks_its_reader_is_skipped_and_costs_no_other(tmp_path, monkeypatch, caplog):
    put(tmp_path, "broken.txt")
    put(tmp_path, "whole.txt")

    def reader(path, name):
        if name == "broken.txt":
            raise ZeroDivisionError
        yield from plain(path, name)

    plain = corpus.reader_of("whole.txt")
    monkeypatch.setattr(corpus, "reader_of", lambda name: reader)
    broken, whole = read_all(tmp_path)
    assert broken == Skipped("broken.txt", "cannot be read (ZeroDivisionError): save it anew, or as plain text")
    assert isinstance(whole, Article)
    assert "ZeroDivisionError" in caplog.text


def test_what_vanishes_while_it_is_listed_is_left_out(tmp_path, monkeypatch):
    put(tmp_path, "a/one.txt")
    put(tmp_path, "b.txt")
    plain = corpus._is_folder

    def vanishing(entry):
        found = plain(entry)
        if entry.name == "a":
            shutil.rmtree(entry.path)
        return found

    monkeypatch.setattr(corpus, "_is_folder", vanishing)
    assert [file.path for file in list_files(tmp_path)] == ["b.txt"]


def test_a_corpus_that_vanishes_is_no_empty_one(tmp_path, monkeypatch):
    root = tmp_path / "corpus"
    put(root, "one.txt")
    plain = os.path.realpath
    monkeypatch.setattr(corpus.os.path, "realpath", lambda path: shutil.rmtree(path) or plain(path))
    with pytest.raises(CorpusError, match="is it still there"):
        list_files(root)
