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


FULL = "The ferry pier of Wexall will be rebuilt for the first time in forty years, the port has said,"
HEAD = ["Pier of Wexall to be", "rebuilt", "Posted on 3 May 2024 by Una Moss"]
PRINTED = "11/28/26, 8:19 PM Pier of Wexall to be rebuilt"


def test_what_a_browser_prints_above_and_below_a_page_is_not_in_its_sentences(tmp_path):
    data = made(
        [PRINTED, *HEAD, FULL, "and six piers", "file:///home/una/pier.html 1/2"],
        [PRINTED, "in ten will follow it.", "file:///home/una/pier.html 2/2"],
        title="Pier of Wexall to be rebuilt",
    )
    (article,) = read(tmp_path, data)
    assert article.text == f"Posted on 3 May 2024 by Una Moss\n\n{FULL} and six piers in ten will follow it."
    assert (article.info.title, str(article.info.published)) == ("Pier of Wexall to be rebuilt", "2024-05-03")


def test_lines_that_pages_share_are_left_out_and_figures_in_rows_are_not(tmp_path):
    pages = [["The Wexall Gazette - page 1", FULL, "12,400 3,100", "- 1 -"]]
    pages += [["The Wexall Gazette - page 2", f"{FULL} twice.", "14,800 2,900", "- 2 -"]]
    (article,) = read(tmp_path, made(*pages))
    assert "Gazette" not in article.text and "- 1 -" not in article.text and "- 2 -" not in article.text
    assert "12,400 3,100" in article.text and "14,800 2,900" in article.text


@pytest.mark.parametrize("title", ["Microsoft Word - draft_v3.doc", "pier.html", "Untitled", "Sans titre 1", ""])
def test_a_title_that_a_program_gave_is_none(tmp_path, title):
    (article,) = read(tmp_path, made([*HEAD, FULL, "and soon."], title=title))
    assert article.info.title == "Pier of Wexall to be rebuilt"
    (article,) = read(tmp_path, made(["Pier to be rebuilt", FULL, "and soon."], title=title))
    assert (article.info.title, article.text) == ("Pier to be rebuilt", f"{FULL} and soon.")


def test_a_headline_that_is_not_the_title_and_who_wrote_stand_by_themselves(tmp_path):
    data = made(["Pier to be rebuilt", "By Una Moss", "3 May 2024", FULL, "and soon."], title="A pier | Wexall Gazette")
    (article,) = read(tmp_path, data)
    assert article.text == f"Pier to be rebuilt\n\nBy Una Moss\n\n3 May 2024\n\n{FULL} and soon."


@pytest.mark.parametrize(
    "lines",
    [
        [f"WEXALL, 3 May 2024 - {FULL}", "and soon."],
        ["It rained.", FULL, "and soon."],
        ["A pier,", "a ferry,", "a gull"],
    ],
)
def test_a_text_without_a_headline_keeps_its_first_line(tmp_path, lines):
    (article,) = read(tmp_path, made(lines))
    assert article.info.title == "" and article.text.startswith(lines[0])
