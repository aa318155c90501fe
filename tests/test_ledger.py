"""The ledger of a figure: which sentences report it, their order, and what each row is to those before."""

from datetime import date

from rag.citations import cite
from rag.figures import find_figures
from rag.ledger import Report, latest, ledger_of, read_reports
from rag.types import ArticleInfo, Evidence, Hit, Passage, Sentence

STORM = "Tempête Ophir"


def evidence(name, day, text, *, title=f"{STORM} : le bilan", source="Le Phare", hour="10:00", language="fr"):
    sentence = Sentence(0, len(text), text)
    info = ArticleInfo(
        name, title, source, published=day, published_at=f"{day}T{hour}" if day else "", language=language
    )
    return Evidence(Hit(Passage(name, 0, 0, len(text), text, (sentence,)), info, 1.0, 1), sentence, 1.0)


def report(item):
    figures = find_figures(item.sentence.text, item.hit.article.language, item.hit.article.published)
    return Report(next(figure for figure in figures if figure.unit == "death"), item)


FIRST = evidence("a", date(2021, 3, 1), "La tempête Ophir a fait au moins 12 morts sur la côte de Marelle.")
SECOND = evidence("b", date(2021, 3, 2), "Le bilan de la tempête Ophir atteint 31 morts sur la côte de Marelle.")
OTHER = evidence(
    "c", date(2021, 3, 2), "La tempête Ophir a tué 28 personnes sur la côte de Marelle.", source="La Voix", hour="09:00"
)
LAST = evidence(
    "d", date(2021, 3, 9), "La tempête Ophir a finalement fait 44 morts et 200 blessés sur la côte de Marelle."
)
STRANGE = evidence(
    "e", date(2021, 3, 9), "Le séisme de Lanvaux a fait 60 morts dans la vallée.", title="Séisme à Lanvaux"
)
POINTLESS = evidence("f", date(2021, 3, 5), "La tempête Ophir a coûté 3 millions d'euros à la côte de Marelle.")
HUGE = evidence("g", date(2021, 3, 6), "Aucune tempête Ophir n'égale les 90.000 morts de 1890 sur la côte de Marelle.")
ALL = [LAST, STRANGE, SECOND, POINTLESS, FIRST, HUGE, OTHER]


def test_reports_of_one_figure_in_order_of_time():
    reports = read_reports(report(FIRST), ALL, asked=["ophir"])
    assert [item.evidence.hit.article.id for item in reports] == ["a", "c", "b", "d"]
    assert [item.figure.value for item in reports] == [12, 28, 31, 44]
    assert latest(reports).figure.value == 44


def test_any_report_leads_to_the_same_ledger():
    ids = [
        [r.evidence.hit.article.id for r in read_reports(report(item), ALL, ["ophir"])]
        for item in (FIRST, SECOND, LAST)
    ]
    assert ids == [["a", "c", "b", "d"]] * 3


def test_rows_say_what_changed_and_where_outlets_disagree():
    ledger = ledger_of(read_reports(report(LAST), ALL, ["ophir"]), "morts", "fr", cite)
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
    again = evidence("h", date(2021, 3, 12), "La tempête Ophir avait fait 44 morts sur la côte de Marelle.")
    ledger = ledger_of(read_reports(report(LAST), [again, SECOND], ["ophir"]), "deaths", "en", cite)
    assert ledger is not None
    assert [row.status for row in ledger.rows] == ["first", "update", "same"]


def test_one_value_makes_no_ledger():
    assert ledger_of([report(LAST)], "deaths", "en", cite) is None
    again = evidence("h", date(2021, 3, 12), "La tempête Ophir avait fait 44 morts sur la côte de Marelle.")
    assert ledger_of([report(LAST), report(again)], "deaths", "en", cite) is None


def test_undated_articles_come_first():
    undated = evidence("u", None, "La tempête Ophir a fait 20 morts sur la côte de Marelle.")
    assert [r.evidence.hit.article.id for r in read_reports(report(LAST), [undated], ["ophir"])] == ["u", "d"]


def test_reports_in_two_languages_share_a_ledger():
    english = evidence(
        "i",
        date(2021, 3, 10),
        "Storm Ophir killed 47 people on the Marelle coast.",
        title="Ophir Marelle",
        language="en",
    )
    found = read_reports(report(english), [LAST, STRANGE], ["ophir"])
    assert [item.figure.value for item in found] == [44, 47]
