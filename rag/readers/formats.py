"""Which file is read by which reader, and what to do with a file that none reads.

Knows: names of files. Does not know what is inside them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from rag.readers import feed, json_list, jsonl, markdown, pdf, plain, table, web, word
from rag.types import Article, Skipped

Reader = Callable[[Path, str], Iterator[Article | Skipped]]

READERS: dict[str, Reader] = {
    ".txt": plain.read, ".md": markdown.read, ".html": web.read, ".json": json_list.read, ".jsonl": jsonl.read,
    ".csv": table.read, ".pdf": pdf.read, ".docx": word.read, ".rss": feed.read,
    ".markdown": markdown.read, ".htm": web.read, ".xhtml": web.read, ".ndjson": jsonl.read, ".tsv": table.read,
    ".atom": feed.read, ".rdf": feed.read, ".xml": feed.read,
}  # fmt: skip
NAMED = ", ".join(list(READERS)[:9])
"""The formats as messages name them; the others are other endings of these."""

_COMPRESSED = (".gz", ".xz")
_INSTEAD = {
    ".doc": "save it as .docx", ".odt": "save it as .docx", ".rtf": "save it as .docx", ".pages": "save it as .docx",
    ".epub": "save its text as .txt", ".eml": "save its text as .txt", ".xlsx": "save it as .csv",
    ".xls": "save it as .csv", ".ods": "save it as .csv", ".mhtml": "save the page as .html",
    ".mht": "save the page as .html", ".webarchive": "save the page as .html", ".zip": "unpack it",
    ".tar": "unpack it", ".7z": "unpack it", ".rar": "unpack it",
}  # fmt: skip
_ABOUT = ("readme", "license", "licence", "copying", "contributing", "changelog", "notice")
_LEFT_BEHIND = (
    "thumbs.db", "desktop.ini",
    "citewire.db", "citewire.db-wal", "citewire.db-shm", "writer.lock", "vectors.derived",  # an index inside the corpus
)  # fmt: skip
ABOUT_THE_FOLDER = "by its name about the folder, not an article: name it otherwise to have it read"
_PARTS = ("_files", "_fichiers", "-dateien", "_archivos", ".fld")  # folders browsers put beside a page they save


def reader_of(path: str) -> Reader | None:
    """The reader of a file by the end of its name, upper case or compressed all the same; None where there is none."""
    return READERS.get(_ending(path))


def advice(path: str) -> str:
    """Why a file is not read, and what to do about it."""
    instead = _INSTEAD.get(_ending(path))
    return f"not a format that is read ({NAMED}){f': {instead}' if instead else ''}"


def worth_reading_again(path: str, skipped: Iterable[Skipped]) -> bool:
    """Whether a file was skipped whole though there is a reader for it: a newer version may know its format better."""
    return reader_of(path) is not None and any(skip.path == path and skip.taken != "all" for skip in skipped)


def is_about_the_folder(name: str) -> bool:
    """Whether a file is about its folder (a README, a licence) and so no article."""
    folded = name.casefold()
    return folded.partition(".")[0] in _ABOUT and PurePosixPath(folded).suffix in (".md", ".txt", "")


def is_left_behind(name: str) -> bool:
    """Whether a program keeps the file for itself: no one's text."""
    return name.casefold() in _LEFT_BEHIND


def is_part_of_a_page(folder: Path) -> bool:
    """Whether a folder holds the pictures and scripts of a saved page that lies beside it."""
    for end in _PARTS:
        if folder.name.endswith(end):
            stem = folder.name.removesuffix(end)
            return any(folder.with_name(stem + suffix).is_file() for suffix in (".html", ".htm", ".xhtml"))
    return False


def _ending(path: str) -> str:
    name = path.lower()
    for suffix in _COMPRESSED:
        name = name.removesuffix(suffix)
    return os.path.splitext(name)[1]
