"""Markdown, with front matter and without."""

from datetime import date

import pytest

from rag.readers import SourceFile, read_file
from rag.types import Article, Skipped

FRONT = "---\ntitle: Le titre\nsource: Le Quotidien\npublished: 2024-11-28\nlanguage: fr\n---\n"


def read(tmp_path, content, name="a.md"):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_file(tmp_path, SourceFile(name, path.stat().st_size, 0)))


def test_fields_and_text(tmp_path):
    (article,) = read(tmp_path, FRONT + "\nUn paragraphe.\n\nUn *autre*.\n")
    assert isinstance(article, Article)
    assert article.text == "Un paragraphe.\n\nUn *autre*."
    assert (article.id, article.info.title, article.info.source) == ("a.md", "Le titre", "Le Quotidien")
    assert (article.info.published, article.info.language) == (date(2024, 11, 28), "fr")


@pytest.mark.parametrize(
    "content",
    [
        FRONT.replace("\n", "\r\n") + "\r\nTexte.\r\n",
        "\ufeff" + FRONT + "Texte.",
        FRONT.replace("---\n", "---  \n") + "Texte.",
        FRONT[:-4] + "...\nTexte.",
    ],
    ids=["line ends", "byte order mark", "spaces", "dots"],
)
def test_front_matter_as_editors_write_it(tmp_path, content):
    (article,) = read(tmp_path, content)
    assert (article.text, article.info.title) == ("Texte.", "Le titre")


def test_values_stay_as_written(tmp_path):
    front = '---\nid: 007\ntitle: "No: 12"\nlanguage: no\nsource: Yes\nsample: true\nurl:\n---\n'
    (article,) = read(tmp_path, front + "Teksten er her.")
    assert (article.id, article.info.title, article.info.language, article.info.source) == (
        "007",
        "No: 12",
        "no",
        "Yes",
    )


def test_a_rule_in_the_text_ends_no_front_matter(tmp_path):
    (article,) = read(tmp_path, FRONT + "Un.\n\n---\n\nDeux.")
    assert article.text == "Un.\n\n---\n\nDeux."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("---\ntitle: sans fin\n\nTexte.", "front matter without an end"),
        ("+++\ntitle = sans guillemets\n+++\nTexte.", "not valid TOML"),
        ("---\ntitle: [\n  a\n---\nTexte.", "not valid YAML at line 4"),
        ("---\n- a\n- b\n---\nTexte.", "not a list of 'name: value' lines"),
        ("---\njuste du texte\n---\nTexte.", "not a list of 'name: value' lines"),
        ("---\n---\nTexte.", "not a list of 'name: value' lines"),
        (FRONT + "\n\n", "no text"),
    ],
)
def test_what_is_skipped_and_why(tmp_path, content, reason):
    (skipped,) = read(tmp_path, content)
    assert isinstance(skipped, Skipped)
    assert skipped.path == "a.md"
    assert reason in skipped.reason


@pytest.mark.parametrize(
    ("content", "title", "text"),
    [
        ("# Un pont à Nantes #\n\nLe maire a *ouvert* un pont.\n", "Un pont à Nantes", "Le maire a *ouvert* un pont."),
        ("Le maire a ouvert un pont.\n\n# Suite\n", "", "Le maire a ouvert un pont.\n\n# Suite"),
        ("\ufeff\n# Titre\r\nTexte.", "Titre", "Texte."),
        ("# Rien que le titre", "", "# Rien que le titre"),
        ("---\n\nUn filet, puis le texte.\n", "", "---\n\nUn filet, puis le texte."),
    ],
)
def test_without_front_matter_the_first_heading_is_the_title(tmp_path, content, title, text):
    (article,) = read(tmp_path, content)
    assert (article.info.title, article.text) == (title, text)


def test_a_text_between_two_rules_is_no_front_matter(tmp_path):
    text = "---\n\nLe pont de Vernoux rouvre. Coût : 3 millions.\n\nSource: la mairie.\n\n---\n\nFin."
    (article,) = read(tmp_path, text + "\n")
    assert (article.text, article.doubt) == (text, "")


def test_front_matter_may_begin_with_a_blank_line(tmp_path):
    (article,) = read(tmp_path, FRONT.replace("---\n", "---\n\n", 1) + "Texte.")
    assert (article.info.title, article.text) == ("Le titre", "Texte.")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Guerre : le prix: 3 milliards", "Guerre : le prix: 3 milliards"),
        ("title: @lemonde a dit", "@lemonde a dit"),
        ('title: "Le "grand" jour"', 'Le "grand" jour'),
        ("title: 'L'été'", "L'été"),
        ("title: [Vidéo] le pont", "[Vidéo] le pont"),
    ],
)
def test_front_matter_by_hand_that_is_not_quite_yaml(tmp_path, line, title):
    (article,) = read(tmp_path, f"---\n{line}\npublished: 2024-11-28\nsource:\n---\nTexte.")
    assert (article.info.title, article.info.published, article.info.source) == (title, date(2024, 11, 28), "")


def test_toml_front_matter(tmp_path):
    (article,) = read(tmp_path, '+++\ntitle = "Le pont"\ndate = 2024-11-28\ntags = ["a"]\n+++\nTexte.')
    assert (article.info.title, article.info.published, article.text) == ("Le pont", date(2024, 11, 28), "Texte.")
