"""A newer figure of somebody else is no newer report of the one asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.question import analyse
from rag.reconcile import series_of
from rag.timeline import TimeScope
from rag.types import Draft, DraftClaim, Evidence
from tests.found import ARTICLE, evidence


def cuts(name: str, jobs: str, day: date, nearness: float) -> Evidence:
    article = replace(ARTICLE, id=name, title=f"{name} supprime {jobs} emplois", published=day, language="fr")
    return evidence(f"{name} supprime {jobs} emplois en France, a annoncé la direction.", article, dense=nearness)


@pytest.mark.parametrize(("newer", "values"), [("Orvane Air", [1800, 1233]), ("Orvane Rail", [1800])])
def test_only_articles_that_know_the_names_asked_about_report(newer: str, values: list[int]) -> None:
    first = cuts("Orvane Air", "1.800", date(2021, 6, 18), 0.7)
    second = replace(cuts(newer, "1.233", date(2021, 6, 22), 0.6), score=0.5)
    second = replace(second, hit=replace(second.hit, article=replace(second.hit.article, id="later")))
    draft = Draft(claims=(DraftClaim(first.sentence.text, (first,)),))
    asked = analyse("Combien d'emplois Orvane Air supprime-t-il en France ?")
    series = series_of(asked, draft, lambda: [first.hit, second.hit], lambda hits: [[] for _ in hits], TimeScope())
    assert series is not None
    assert [report.figure.value for report in series.reports] == values
    assert series.answer.figure.value == values[-1]
