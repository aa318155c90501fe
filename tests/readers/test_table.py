"""Tables of articles."""

from datetime import date

import pytest

from rag.readers import SourceFile, read_file
from rag.types import Skipped


def read(tmp_path, content, name="a.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_file(tmp_path, SourceFile(name, path.stat().st_size, 0)))


def test_one_article_a_row(tmp_path):
    one, bad, other = read(
        tmp_path,
        'title,publication,date,content\n"Un pont","Le Soir",2024-11-28,"Le maire, hier,\na ouvert un pont."\n'
        "Vide,Le Soir,2024-11-28,\nDeux,,,<p>Deux ponts.</p>\n",
    )
    assert (one.id, one.info.title, one.info.source) == ("a.csv#1", "Un pont", "Le Soir")
    assert (one.text, one.info.published) == ("Le maire, hier,\na ouvert un pont.", date(2024, 11, 28))
    assert bad == Skipped(
        "a.csv#2", "no text: the field 'text' is missing or empty (there are: title, publication, date)"
    )
    assert (other.id, other.text) == ("a.csv#3", "Deux ponts.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "Titre;Texte\nUn pont;Le maire a ouvert, hier, un pont à Évry.\n".encode("cp1252")),
        ("a.tsv", "\ufefftitre\ttexte\r\nUn pont\tLe maire a ouvert, hier, un pont à Évry.\r\n"),
    ],
)
def test_separators_and_encodings_of_spreadsheets(tmp_path, name, content):
    (article,) = read(tmp_path, content, name)
    assert (article.info.title, article.text) == ("Un pont", "Le maire a ouvert, hier, un pont à Évry.")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_first_line_that_tells_the_separator_is_no_row(tmp_path, separator):
    content = separator.join(["id", "text"]) + "\n" + separator.join(["1", '"Un pont, deux ponts; trois."']) + "\n"
    (article,) = read(tmp_path, f"\ufeffsep={separator}\r\n{content}")
    assert (article.id, article.text) == ("1", "Un pont, deux ponts; trois.")


def test_a_row_of_more_cells_than_names_is_doubtful(tmp_path):
    torn, padded, whole = read(
        tmp_path, 'id,text\n1,Le maire a ouvert, hier, un pont.\n2,Un pont.,, \n3,"Ici, un pont."\n'
    )
    assert (torn.text, "more cells than there are names" in torn.doubt) == ("Le maire a ouvert", True)
    assert (padded.text, padded.doubt, whole.text, whole.doubt) == ("Un pont.", "", "Ici, un pont.", "")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("name,age\nAnne,3\n", "no column of texts: name one 'text' (the first row has: name, age)"),
        ("\n\n", "no column of texts"),
    ],
)
def test_a_table_of_something_else_is_skipped_once(tmp_path, content, reason):
    (skipped,) = read(tmp_path, content)
    assert skipped.path == "a.csv" and reason in skipped.reason
