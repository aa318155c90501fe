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


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_quote_nobody_closed_is_told_and_costs_no_other_row(tmp_path, ending):
    rows = (
        "title,text,date", "Un,Le pont ouvre.,2024-11-01", 'Deux,"Le marché, dit-on, ferme.,2024-11-02',
        'Trois,"La gare, elle, rouvre.",2024-11-03', "Quatre,Le port ferme.,2024-11-04",
    )  # fmt: skip
    found = read(tmp_path, ending.join(rows))
    assert [(item.info.path, item.info.title, item.text, item.info.published.day) for item in found] == [
        ("a.csv#1", "Un", "Le pont ouvre.", 1),
        ("a.csv#2", "Deux", "Le marché, dit-on, ferme.", 2),
        ("a.csv#3", "Trois", "La gare, elle, rouvre.", 3),
        ("a.csv#4", "Quatre", "Le port ferme.", 4),
    ]
    assert ["the quotes in its row do not match" in item.doubt for item in found] == [False, True, False, False]


def test_a_quote_nobody_closed_at_the_end_or_again_and_again(tmp_path):
    lines = [f'"Le pont numéro {number} ouvre.' for number in range(200)]
    found = read(tmp_path, "text\n" + "\n".join(lines))
    assert [item.text for item in found] == [line[1:] for line in lines]
    assert all("do not match" in item.doubt for item in found)


def test_a_row_without_a_text_and_with_an_open_quote_is_skipped_by_name(tmp_path):
    skipped, whole = read(tmp_path, 'text,title\n,"Un titre\nLe pont ouvre.,Deux\n')
    assert skipped.path == "a.csv#1" and "no text" in skipped.reason and "do not match" in skipped.reason
    assert whole.text == "Le pont ouvre."


def test_quotes_inside_a_text_that_lead_nowhere_else_are_no_doubt(tmp_path):
    one, other = read(tmp_path, 'title,text\n"Un" pont,Il a dit "oui" hier.\nDeux,"Il dit ""oui"",\npuis non."\n')
    assert (one.info.title, one.text, one.doubt) == ("Un pont", 'Il a dit "oui" hier.', "")
    assert (other.text, other.doubt) == ('Il dit "oui",\npuis non.', "")


def test_a_table_of_summaries_is_one_of_articles(tmp_path):
    (article,) = read(tmp_path, 'headline,abstract\nR&amp;B,"Le pont ouvre&nbsp;: enfin."\n')
    assert (article.info.title, article.text) == ("R&B", "Le pont ouvre\xa0: enfin.")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("name,description\nAnne,Une fée\n", "no column of texts"),
        ("name,age\nAnne,3\n", "no column of texts: name one 'text' (the first row has: name, age)"),
        ("\n\n", "no column of texts"),
    ],
)
def test_a_table_of_something_else_is_skipped_once(tmp_path, content, reason):
    (skipped,) = read(tmp_path, content)
    assert skipped.path == "a.csv" and reason in skipped.reason


@pytest.mark.parametrize(
    ("row", "text", "doubt"),
    [
        ('1\tA\t"We will win," he said. "No doubt."', '"We will win," he said. "No doubt."', ""),
        ('1\t"A"\t"We will win," he said.', '"We will win," he said.', ""),
        ('1\tA\t"He said ""we will win""."', 'He said "we will win".', ""),
        ('1\t"A, say some\t"We will win," he said.', '"We will win," he said.', ""),
    ],
)
def test_quotes_a_text_begins_with_are_its_own_where_its_row_has_as_many_cells_as_names(tmp_path, row, text, doubt):
    (article,) = read(tmp_path, f"id\ttitle\ttext\n{row}\n", "a.tsv")
    assert (article.text, article.doubt) == (text, doubt)


def test_quotes_a_text_has_lost_are_told(tmp_path):
    (article,) = read(tmp_path, 'id,title,text\n1,A,"We will win, then," he said.\n')
    assert article.text == "We will win, then, he said."
    assert article.doubt == (
        "quotes its text begins with are left out: put it in quotes as a whole, and double those inside it"
    )
