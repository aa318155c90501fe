"""The ledger of a figure: which sentences report it, their order, and what each row is to those before."""

from datetime import date

from rag.citations import cite
from rag.figures import find_figures
from rag.ledger import Report, ledger_of
from rag.types import ArticleInfo
from tests.found import evidence

STORM = "Tempête Ophir"


def said(name, day, text, *, source="Le Phare", hour="10:00"):
    moment = f"{day}T{hour}" if day else ""
    return evidence(
        text,
        ArticleInfo(name, f"{STORM} : le bilan", source, published=day, published_at=moment, language="fr"),
    )


def report(item):
    figures = find_figures(item.sentence.text, item.hit.article.language, item.hit.article.published)
    return Report(next(figure for figure in figures if figure.unit == "death"), item)


FIRST = said("a", date(2021, 3, 1), "La tempête Ophir a fait au moins 12 morts sur la côte de Marelle.")
SECOND = said("b", date(2021, 3, 2), "Le bilan de la tempête Ophir atteint 31 morts sur la côte de Marelle.")
OTHER = said(
    "c", date(2021, 3, 2), "La tempête Ophir a tué 28 personnes sur la côte de Marelle.", source="La Voix", hour="09:00"
)
LAST = said("d", date(2021, 3, 9), "La tempête Ophir a finalement fait 44 morts et 200 blessés sur la côte de Marelle.")
ALL = [FIRST, OTHER, SECOND, LAST]


def reports(*items):
    return tuple(sorted(map(report, items), key=lambda each: each.when))


def test_rows_say_what_changed_and_where_outlets_disagree():
    ledger = ledger_of(reports(*ALL), "morts", "fr", cite)
    assert ledger is not None
    assert [(row.value, row.status) for row in ledger.rows] == [
        ("au moins 12", "first"),
        ("28", "update"),
        ("31", "disagreement"),
        ("44", "update"),
    ]
    assert [(row.low, row.high) for row in ledger.rows][:2] == [(12.0, 12.0), (28.0, 28.0)]
    assert (ledger.subject, ledger.unit) == ("morts", "death")
    assert [row.citation.number for row in ledger.rows] == [1, 2, 3, 4]
    assert ledger.rows[0].citation.quote == FIRST.sentence.text
    assert ledger.rows[3].published == date(2021, 3, 9)


def test_the_same_value_again_is_no_news():
    again = said("h", date(2021, 3, 12), "La tempête Ophir avait fait 44 morts sur la côte de Marelle.")
    ledger = ledger_of(reports(LAST, again, SECOND), "deaths", "en", cite)
    assert ledger is not None
    assert [row.status for row in ledger.rows] == ["first", "update", "same"]


def test_a_value_in_another_unit_is_no_update_and_is_drawn_in_one():
    texts = ("Les travaux dureront 24 mois.", "Les travaux dureront deux ans.", "Les travaux dureront trois ans.")
    told = [said(f"w{n}", date(2021, 3, n + 1), text) for n, text in enumerate(texts)]
    found = [Report(find_figures(item.sentence.text, "fr")[0], item) for item in told]
    assert ledger_of(found[:2], "durée", "fr", cite) is None
    ledger = ledger_of(found, "durée", "fr", cite)
    assert ledger is not None and ledger.unit == "year"
    assert [(row.status, row.low) for row in ledger.rows] == [("first", 2.0), ("same", 2.0), ("update", 3.0)]


def test_one_value_makes_no_ledger():
    assert ledger_of([report(LAST)], "deaths", "en", cite) is None
    again = said("h", date(2021, 3, 12), "La tempête Ophir avait fait 44 morts sur la côte de Marelle.")
    assert ledger_of([report(LAST), report(again)], "deaths", "en", cite) is None


def test_undated_articles_come_first():
    undated = said("u", None, "La tempête Ophir a fait 20 morts sur la côte de Marelle.")
    assert [each.evidence.hit.article.id for each in reports(LAST, undated)] == ["u", "d"]


def test_two_figures_of_one_article_disagree():
    text = "Le bilan de la tempête Ophir atteint 31 morts ; la mairie compte 35 morts."
    item = said("m", date(2021, 3, 2), text)
    both = [Report(figure, item) for figure in find_figures(text, "fr") if figure.kind == "count"]
    ledger = ledger_of(both, "morts", "fr", cite)
    assert ledger is not None
    assert [row.status for row in ledger.rows] == ["first", "disagreement"]
