"""An exchange as Streamlit draws it: everything an answer may carry reaches the page, in its place."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

from streamlit.testing.v1 import AppTest

from rag.types import Answer, Citation, Claim, Filter, Ledger, LedgerRow, Refusal, Withheld
from rag.ui.proofs import proofs

TEXT = "Le bilan est de 2 012 morts. Il atteint 2 862 morts lundi."


def cite(number: int, start: int, end: int, day: int, **values: object) -> Citation:
    fixed: dict[str, object] = {
        "number": number, "article_id": "a", "start": start, "end": end, "quote": TEXT[start:end], "title": "Bilan",
        "source": "Paris", "published": date(2023, 9, day), "language": "fr",
    }  # fmt: skip
    return Citation(**(fixed | values))  # type: ignore[arg-type]


FIRST, SECOND = cite(1, 0, 28, 10), cite(1, 29, 58, 11)
ANSWER = Answer(
    question="and now?",
    standalone="How many died in the earthquake now?",
    language="en",
    direct="2,862 deaths",
    claims=(Claim(SECOND.quote, (SECOND,)),),
    ledger=Ledger(
        "deaths",
        "death",
        (
            LedgerRow("2,012", date(2023, 9, 10), "Paris", FIRST, 2012, 2012, "first"),
            LedgerRow("2,862", date(2023, 9, 11), "Paris", SECOND, 2862, 2862, "update"),
        ),
    ),
    withheld=(Withheld("3,000 died.", "no cited sentence says 3,000"),),
    notes=("It supersedes 2,012.",),
    window=Filter(since=date(2023, 9, 1), until=date(2023, 9, 30)),
    as_of=date(2023, 9, 11),
)


def page(drawn: str) -> AppTest:
    """A page that draws one of this module's answers."""

    def script(name: str) -> None:
        from rag.types import Article, ArticleInfo
        from rag.ui import draw
        from tests.ui import test_draw as here

        draw.answer(getattr(here, name), 0, lambda key: Article(ArticleInfo(key, language="fr"), here.TEXT))

    done = AppTest.from_function(script, args=(drawn,), default_timeout=30).run()
    assert not done.exception
    return done


def bodies(done: AppTest) -> list[str]:
    return [part.proto.body for part in done.get("html")]


def test_proofs_number_what_only_the_ledger_cites() -> None:
    first, second = proofs(ANSWER)
    assert (first.number, first.quote) == (1, SECOND.quote)
    assert (second.number, second.quote) == (2, FIRST.quote)


def test_everything_an_answer_carries_is_drawn_in_order() -> None:
    done = page("ANSWER")
    together = "\n".join(bodies(done))
    places = [
        together.index(piece)
        for piece in (
            'class="cw-direct"',
            'class="cw-claims"',
            "As of 11 September 2023",
            "Understood as: How many died in the earthquake now?",
            "It supersedes 2,012.",
            "Only reports since 1 September 2023 until 30 September 2023",
            'class="cw-ledger"',
            'id="source-0-1"',
            'id="source-0-2"',
            "no cited sentence says 3,000",
        )
    ]
    assert places == sorted(places)
    assert done.expander[0].label.startswith("1 statement withheld")


def test_the_ledgers_figures_are_bold_in_their_quotes() -> None:
    cards = [body for body in bodies(page("ANSWER")) if 'class="cw-card"' in body]
    assert "<strong>2 862 morts</strong>" in cards[0] or "<strong>2 862</strong>" in cards[0]
    assert "<strong>2 012" in cards[1]


YEAR = cite(1, 0, 28, 10, quote="The treaty of 1932 stands.", language="en")
SIGNED = cite(2, 29, 58, 11, quote="So far 32 countries have signed.", language="en")
SHORT = Answer("how many?", "en", direct="32", claims=(Claim(YEAR.quote, (YEAR,)), Claim(SIGNED.quote, (SIGNED,))))


def test_the_short_answer_is_marked_with_the_source_that_says_it() -> None:
    [direct] = [body for body in bodies(page("SHORT")) if 'class="cw-direct"' in body]
    assert direct.count("cw-mark") == 1
    assert 'href="#source-0-2"' in direct


def test_the_ledger_is_plotted() -> None:
    [plot] = page("ANSWER").get("vega_lite_chart")
    assert json.loads(plot.proto.spec)["layer"]
    assert '<p class="cw-unit" lang="en">deaths</p>' in bodies(page("ANSWER"))
    [rows] = [held.data.data for held in plot.proto.datasets] or [plot.proto.data.data]
    assert b"2023-09-10T00:00:00" in rows
    assert b"2023-09-11T00:00:00" in rows


MANY = replace(
    ANSWER,
    ledger=Ledger(
        "deaths",
        "death",
        tuple(
            LedgerRow(f"{2000 + day}", date(2023, 9, day), "Paris", cite(1, day, day + 9, day), day, day, "update")
            for day in range(1, 13)
        ),
    ),
)


def test_of_many_reports_the_newest_are_shown_and_the_others_folded_up_with_their_cards() -> None:
    done = page("MANY")
    [reports] = [folded for folded in done.expander if folded.label == "6 earlier reports"]
    inside = [part.proto.body for part in reports.get("html")]
    tables = [body for body in bodies(done) if 'class="cw-ledger"' in body]
    shown = next(body for body in tables if body not in inside)
    assert [shown.count("<tr"), inside[0].count("<tr")] == [7, 7]
    assert "2012" in shown and "2001" in inside[0]
    cards = [body for body in inside if 'class="cw-card"' in body]
    assert len(cards) == 6
    everywhere = "\n".join(bodies(done))
    marks = set(re.findall(r'href="#(source-0-\d+)"', everywhere))
    assert all(everywhere.count(f'id="{mark}"') == 1 for mark in marks), "every mark leads to a card"


def test_other_quotes_of_the_opened_article_are_marked_too() -> None:
    done = page("ANSWER")
    done.button(key="open-0-2").click().run()
    assert not done.exception
    [article] = [body for body in bodies(done) if 'class="cw-article"' in body]
    assert '<mark class="cw-cited" id="quoted-sentence"' in article
    assert f"<mark>{SECOND.quote}</mark>" in article


OPENED = Answer("And who signed it?", "en", standalone="Who signed it?")


def test_an_opening_left_out_is_not_worth_a_remark() -> None:
    assert "Understood as" not in "\n".join(bodies(page("OPENED")))


NARROWED = Answer(
    "?", "fr", refusal=Refusal("no_evidence", "Le corpus ne le dit pas."),
    window=Filter(languages=("en", "fr"), sources=("<b>Gazette</b>",)),
)  # fmt: skip


def test_an_answer_tells_to_which_languages_and_outlets_it_kept() -> None:
    together = "\n".join(bodies(page("NARROWED")))
    assert "Seulement les articles en anglais ou français, dans &lt;b&gt;Gazette&lt;/b&gt;" in together
    assert "Seulement les articles" not in "\n".join(bodies(page("REFUSED")))


def test_the_day_up_to_which_an_answer_speaks_is_told_once() -> None:
    together = "\n".join(bodies(page("OF_THAT_DAY")))
    assert "As of 11 September 2023" in together
    assert "2023-09-11." not in together


OF_THAT_DAY = replace(ANSWER, notes=("Answered from what was published by 2023-09-11.",))

REFUSED = Answer(
    "?", "fr", refusal=Refusal("weak_evidence", "Le corpus ne le dit pas.", FIRST), withheld=ANSWER.withheld
)


def test_a_refusal_is_drawn_with_its_nearest_statement() -> None:
    together = "\n".join(bodies(page("REFUSED")))
    assert "Le corpus ne le dit pas." in together
    assert "La phrase la plus proche" in together
    assert 'id="source-0-1"' in together
    assert "cw-claims" not in together
