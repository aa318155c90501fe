"""PDF files."""

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from rag.readers import SourceFile, read_file
from rag.readers.pdf import unwrapped
from rag.types import Skipped


def made(*pages, title="", password=""):
    """A PDF file with the lines of each page in Helvetica."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        stream.set_data(
            b"BT /F1 12 Tf 14 TL 50 800 Td "
            + b" ".join(b"(" + line.encode("cp1252") + b") Tj T*" for line in lines)
            + b" ET"
        )
        page[NameObject("/Contents")] = writer._add_object(stream)
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def read(tmp_path, data):
    (tmp_path / "a.pdf").write_bytes(data)
    return list(read_file(tmp_path, SourceFile("a.pdf", len(data), 0)))


def test_lines_become_paragraphs_and_pages_follow_each_other(tmp_path):
    data = made(
        ["Le maire de Nantes a ouvert lundi un nouveau pont au-dessus du fleuve, que le gouver-", "nement attendait."],
        ["Il a coûté 3 millions d'euros."],
        title="Un pont",
    )
    (article,) = read(tmp_path, data)
    assert article.info.title == "Un pont"
    assert article.text == (
        "Le maire de Nantes a ouvert lundi un nouveau pont au-dessus du fleuve, que le gouvernement attendait.\n\n"
        "Il a coûté 3 millions d'euros."
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4 fake", "not a PDF that can be read"),
        (made([]), "only pictures of pages"),
        (made(["Texte."], password="secret"), "locked with a password"),
    ],
)
def test_what_is_skipped_and_why(tmp_path, data, reason):
    (skipped,) = read(tmp_path, data)
    assert isinstance(skipped, Skipped) and reason in skipped.reason


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Une ligne assez longue pour être pleine\net sa suite.\nUne autre ligne assez longue pour finir\nici.\n",
         "Une ligne assez longue pour être pleine et sa suite.\n\nUne autre ligne assez longue pour finir ici."),
        ("Un.\n\nDeux.", "Un.\n\nDeux."),
        ("Saint-\nÉtienne gagne", "Saint- Étienne gagne"),
        ("que le gouver\u00ad\nnement attendait", "que le gouvernement attendait"),
        ("", ""),
    ],
)  # fmt: skip
def test_paragraphs_are_unwrapped(text, told):
    assert unwrapped(text) == told
