"""Another figure in the sentence of the short answer is no newer report of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rag.question import analyse
from rag.reconcile import series_of
from rag.timeline import TimeScope
from rag.types import Draft, DraftClaim, Evidence
from tests.found import ARTICLE, evidence


def report(key: str, day: date, text: str) -> Evidence:
    article = replace(ARTICLE, id=key, title="Incendie de Vernoux", published=day, language="fr")
    return evidence(text, article, dense=0.7)


def test_a_sentence_with_two_figures_is_left_to_the_short_answer() -> None:
    last = report(
        "b", date(2021, 6, 9), "L'incendie de Vernoux a fait 14 morts selon la mairie, 11 morts selon l'État."
    )
    first = report("a", date(2021, 6, 8), "L'incendie de Vernoux a fait 9 morts.")
    asked = analyse("Combien de morts l'incendie de Vernoux a-t-il faits ?")

    def answer(short: str) -> object:
        claims = (DraftClaim(last.sentence.text, (last,)),)
        draft = Draft(claims=claims, direct=short, direct_evidence=last if short else None)
        series = series_of(asked, draft, lambda: [last.hit, first.hit], lambda hits: [[] for _ in hits], TimeScope())
        return series and series.answer.figure.value

    chosen = answer("")
    assert chosen in (14, 11)
    assert answer(str(chosen)) == chosen
    assert answer("11" if chosen == 14 else "14") is None
