"""Reports are judged right or wrong, and how likely one is to be right is fitted on that."""

from __future__ import annotations

from datetime import date

import pytest

from rag.evaluate.gold import GoldQuestion
from rag.figures import find_figures
from rag.ledger import Report
from rag.types import ArticleInfo
from tests.found import evidence
from training.reports import Case, by_gold, fit, in_group, told_over_folds


def report(article: str, text: str) -> Report:
    info = ArticleInfo(article, "Crue à Vernoux", "Journal", published=date(2021, 3, 1), language="fr")
    return Report(find_figures(text, "fr")[0], evidence(text, info))


@pytest.mark.parametrize(
    ("article", "text", "judged"),
    [
        ("a", "12 morts", (1.0, 1.0)),
        ("b", "21 morts", (1.0, 1.0)),
        ("b", "12 morts", (0.0, 0.0)),  # the older value told again
        ("b", "300 morts", (0.0, 1.0)),
        ("stranger", "15 morts", (0.0, 0.0)),  # may be a report nobody noted
        ("stranger", "300 morts", (0.0, 0.5)),
    ],
)
def test_a_report_of_a_figure_that_changes(article: str, text: str, judged: tuple[float, float]) -> None:
    assert in_group({"a": 12.0, "b": 21.0}, 1.0)(report(article, text)) == judged


def test_a_report_of_a_figure_told_once() -> None:
    gold = GoldQuestion("q", "how_much", "a", "fr", {"fr": "Combien de morts ?"}, ("21",), (0, 8))
    assert by_gold(gold, "fr")(report("a", "21 morts")) == (1.0, 1.0)
    assert by_gold(gold, "fr")(report("b", "12 morts")) == (0.0, 1.0)


def test_what_tells_right_from_wrong_gets_weight() -> None:
    cases = [
        Case({"bias": 1.0, "score": score, "noise": float(n % 2)}, float(score > 0), 1.0, n % 6)
        for n, score in enumerate([-2.0, -1.5, -1.0, -0.5, 0.5, 1.0, 1.5, 2.0] * 6)
    ]
    bias, noise, score = fit(cases, ["bias", "noise", "score"])
    assert score > 1.0 > 3 * max(abs(bias), abs(noise))
    assert "0.80 to 1.00" in told_over_folds(cases, ["bias", "noise", "score"])
