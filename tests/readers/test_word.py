"""Word documents."""

import io

import pytest
from docx import Document

from rag.readers import SourceFile, read_file
from rag.types import Skipped


def read(tmp_path, data):
    (tmp_path / "a.docx").write_bytes(data)
    return list(read_file(tmp_path, SourceFile("a.docx", len(data), 0)))


def document(*paragraphs, title=""):
    made = Document()
    made.core_properties.title = title
    for style, text in paragraphs:
        made.add_paragraph(text, style=style)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_paragraphs_and_title(tmp_path):
    data = document(
        ("Title", "Un pont à Nantes"), ("Normal", "Le maire a ouvert un pont."), ("Normal", "Il a coûté 3 M€.")
    )
    (article,) = read(tmp_path, data)
    assert (article.info.title, article.text) == ("Un pont à Nantes", "Le maire a ouvert un pont.\n\nIl a coûté 3 M€.")


def test_the_title_among_the_properties(tmp_path):
    (article,) = read(tmp_path, document(("Normal", "Le maire a ouvert un pont."), title="Un pont"))
    assert (article.info.title, article.text) == ("Un pont", "Le maire a ouvert un pont.")


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"not a document", document()[:2000]])
def test_a_damaged_document_is_skipped(tmp_path, data):
    (skipped,) = read(tmp_path, data)
    assert isinstance(skipped, Skipped) and "not a Word document that can be read" in skipped.reason


def test_an_empty_document_is_skipped(tmp_path):
    (skipped,) = read(tmp_path, document())
    assert skipped == Skipped("a.docx", "no text")
