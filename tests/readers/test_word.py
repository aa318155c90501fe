"""Word documents."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml

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


def saved(made):
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_a_table_of_figures_is_read_row_by_row_where_it_stands(tmp_path):
    made = Document()
    made.add_paragraph("Le maire a publié les comptes.")
    table = made.add_table(rows=3, cols=3)
    rows = (("Année", "Recettes", "Dépenses"), ("2023", "3 M€", "2 M€"), ("2024", "4 M€", ""))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.add_paragraph("Le conseil les a votés.")
    (article,) = read(tmp_path, saved(made))
    assert article.text == (
        "Le maire a publié les comptes.\n\nAnnée | Recettes | Dépenses\n\n2023 | 3 M€ | 2 M€\n\n2024 | 4 M€\n\n"
        "Le conseil les a votés."
    )


def test_a_page_laid_out_in_a_table_is_read_column_by_column_each_text_once(tmp_path):
    made = Document()
    table = made.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Le pont de Nantes"
    table.cell(0, 0).paragraphs[0].style = made.styles["Title"]
    left, right = table.cell(1, 0), table.cell(1, 1)
    left.text = "Le maire a ouvert un pont."
    left.add_paragraph("Il a coûté 3 M€.")
    inner = right.add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Longueur", "120 mètres"
    (article,) = read(tmp_path, saved(made))
    assert article.info.title == "Le pont de Nantes"
    assert article.text == "Le maire a ouvert un pont.\n\nIl a coûté 3 M€.\n\nLongueur | 120 mètres"


def test_what_stands_in_a_content_control_is_read(tmp_path):
    made = Document()
    made.add_paragraph("Le maire a ouvert un pont.")
    held = made.add_paragraph("Il a coûté 3 M€.")._p
    made.add_paragraph("Il mesure 120 mètres.")
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    held.addprevious(control)
    control.append(content)
    content.append(held)
    (article,) = read(tmp_path, saved(made))
    assert article.text == "Le maire a ouvert un pont.\n\nIl a coûté 3 M€.\n\nIl mesure 120 mètres."


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"not a document", document()[:2000]])
def test_a_damaged_document_is_skipped(tmp_path, data):
    (skipped,) = read(tmp_path, data)
    assert isinstance(skipped, Skipped) and "not a Word document that can be read" in skipped.reason


@pytest.mark.parametrize(
    ("part", "size", "told"),
    [
        ("word/more.xml", 51_000_000, "too much text for one article: split it"),
        ("word/MORE.XML", 51_000_000, "too much text for one article: split it"),
        ("word/_rels/more.xml.rels", 51_000_000, "too much text for one article: split it"),
        ("word/media/image1.bmp", 201_000_000, "too large once unpacked: take its pictures out, or split it"),
        ("word/media/image1.bmp", 51_000_000, None),
    ],
)
def test_a_small_file_that_is_huge_once_unpacked_is_skipped(tmp_path, part, size, told):
    stream = io.BytesIO(document(("Normal", "Le maire a ouvert un pont.")))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as parts:
        with parts.open(part, "w") as bomb:
            for _ in range(size // 1_000_000):
                bomb.write(bytes(1_000_000))
    (found,) = read(tmp_path, stream.getvalue())
    assert found == Skipped("a.docx", told) if told else found.text == "Le maire a ouvert un pont."


def test_an_empty_document_is_skipped(tmp_path):
    (skipped,) = read(tmp_path, document())
    assert skipped == Skipped("a.docx", "no text")


WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def runs(inside):
    """A document of one paragraph, what is in it being given as XML."""
    made = Document()
    body = parse_xml(f'<w:p xmlns:w="{WORDS}" xmlns:mc="{COMPATIBLE}">{inside}</w:p>')
    made.element.body.insert(0, body)
    return saved(made)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>It rose to </w:t></w:r><w:del><w:r><w:delText>1,200</w:delText><w:tab/></w:r></w:del>"
         "<w:ins><w:r><w:t>2,901</w:t></w:r></w:ins><w:r><w:t> people.</w:t></w:r>", "It rose to 2,901 people."),
        ("<w:moveFrom><w:r><w:t>Twice. </w:t></w:r></w:moveFrom><w:r><w:t>Once. </w:t></w:r>"
         "<w:moveTo><w:r><w:t>Twice.</w:t></w:r></w:moveTo>", "Once. Twice."),
        ("<w:r><w:t>On </w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>6 May</w:t></w:r></w:sdtContent></w:sdt>"
         "<w:fldSimple w:instr='NUMPAGES'><w:r><w:t> 12</w:t></w:r></w:fldSimple>"
         "<w:smartTag><w:r><w:t> in Lyon</w:t></w:r></w:smartTag><w:hyperlink><w:r><w:t>.</w:t></w:r></w:hyperlink>",
         "On 6 May 12 in Lyon."),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here.</w:t></w:r></w:sdtContent>"
         "</w:sdt><w:r><w:t>It opens.</w:t></w:r>", "It opens."),
        ("<w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr><w:r><w:t>porte</w:t><w:noBreakHyphen/>"
         "<w:t>parole</w:t><w:br/><w:t>a</w:t><w:cr/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br w:type='page'/></w:r>",
         "porte-parole\na\nb c"),
        ("<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>"
         "</w:txbxContent></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent>"
         "<w:t>It opens.</w:t></w:r>", "It opens."),
    ],
)  # fmt: skip
def test_a_paragraph_is_read_as_it_stands_with_its_changes_accepted(tmp_path, inside, text):
    (article,) = read(tmp_path, runs(inside))
    assert article.text == text
