"""Figures over a real index, and their arithmetic."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.errors import UsageError
from rag.evaluate import Figure, GoldQuestion, Outcome, evaluate, summarise
from rag.evaluate.run import judge
from rag.settings import Settings
from rag.types import Answer, ArticleInfo, Citation, Claim, Hit, Passage, Refusal, Sentence
from tests.index.material import ENCODER, made
from tests.test_retrieve import ARTICLES

GOLD = GoldQuestion("q", "how_much", "pont", "fr", {"en": "?"}, ("394 millions",), (51, 83))


def hit(article: str, start: int, end: int) -> Hit:
    return Hit(Passage(article, 0, start, end, "x", (Sentence(start, end, "x"),)), ArticleInfo(article), 1.0)


def answer(claims: list[tuple[str, str, int, int]], direct: str | None = None) -> Answer:
    made = tuple(
        Claim(text, (Citation(number, article, start, end, text),))
        for number, (text, article, start, end) in enumerate(claims, 1)
    )
    return Answer("?", "en", direct, made, None if claims else Refusal("weak_evidence", "no"))


def test_judges_a_right_answer() -> None:
    given = answer([("394 millions", "pont", 51, 83), ("x", "fromage", 0, 5)])
    found = judge(GOLD, "en", given, [hit("x", 0, 9), hit("pont", 82, 90)])
    assert (found.rank, found.answered, found.cited, found.precision, found.refused) == (2, True, True, 0.5, False)


def test_a_refusal_answers_nothing() -> None:
    found = judge(GOLD, "en", answer([]), [hit("pont", 0, 51)])
    assert (found.rank, found.answered, found.cited, found.refused) == (None, False, None, True)


def test_a_wrong_short_answer_is_counted() -> None:
    found = judge(GOLD, "en", answer([("394 millions", "pont", 51, 83)], "12"), [])
    assert (found.direct_given, found.direct_right, found.answered) == (True, False, True)


def test_summary_by_pair_and_type() -> None:
    outcomes = [
        Outcome("a", "who", "en -> fr", rank=1, answered=True, cited=True, precision=1.0),
        Outcome("b", "who", "en -> fr", rank=6, answered=False, cited=False, precision=0.0),
        Outcome("c", "why", "fr -> fr", rank=None, answered=False, refused=True),
        Outcome("d", "absent", "en -> fr", is_answerable=False, refused=True),
    ]
    report = summarise(outcomes)
    row = report.pair("en -> fr")
    assert (row["hit@1"], row["hit@5"], row["hit@10"], row["answer"]) == (0.5, 0.5, 1.0, 0.5)
    assert row["MRR"] == pytest.approx((1 + 1 / 6) / 2)
    assert (row["refused unanswerable"], row["refused though answerable"]) == (1.0, 0.0)
    assert [item.name for item in report.types] == ["who, en -> fr", "why, fr -> fr"]
    table = report.to_table()
    assert "| en -> fr | 2 | 0.50" in table
    json.dumps(report.to_dict(), allow_nan=False)


def test_intervals_hold_the_mean_and_repeat() -> None:
    figure = Figure.of([1.0, 0.0, 1.0, 1.0])
    assert figure.low <= figure.mean == 0.75 <= figure.high
    assert figure == Figure.of([1.0, 0.0, 1.0, 1.0])
    assert math.isnan(Figure.of([]).mean)


START = ARTICLES[0].text.index("Il a coûté")
ROW = {
    "qid": "q1", "type": "how_much", "article_id": "pont", "answers": ["394 millions d'euros"],
    "question_en": "How much did the Millau bridge cost?",
    "question_fr": "Combien le pont de Millau a-t-il coûté ?",
    "evidence_start": START, "evidence_end": START + 32,
}  # fmt: skip


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Assistant]:
    made(tmp_path / "index", ARTICLES).close()
    with Assistant.open(tmp_path / "index", Settings(threads=1, refusal_threshold=0.0), encoder=ENCODER) as assistant:
        yield assistant


def written(folder: Path, *rows: dict[str, object]) -> Path:
    file = folder / "questions.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


def test_asks_every_question_in_every_language(tmp_path: Path, opened: Assistant) -> None:
    file, assistant = written(tmp_path, ROW | {"language": "fr"}), opened
    seen: list[Outcome] = []
    report = evaluate(file, assistant, on_outcome=seen.append)
    assert [item.pair for item in seen] == ["en -> fr", "fr -> fr"]
    assert (report.pair("fr -> fr")["hit@1"], report.pair("fr -> fr")["answer"]) == (1.0, 1.0)
    assert len(evaluate(file, assistant, languages=["fr"]).pairs) == 1


def test_the_language_of_an_article_is_known_from_the_index(tmp_path: Path, opened: Assistant) -> None:
    absent = {"qid": "u1", "question_en": "Who painted the Millau bridge?"}
    file = written(tmp_path, ROW, absent | {"about_article_id": "pont"}, absent | {"about_article_id": "gone"})
    seen: list[Outcome] = []
    evaluate(file, opened, on_outcome=seen.append)
    assert [item.pair for item in seen] == ["en -> fr", "fr -> fr", "en -> fr", "en -> und"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"article_id": "nope.md"}, r"questions\.jsonl:2: no article 'nope\.md' in the index: give the id"),
        (
            {"evidence_start": 99_999, "evidence_end": 100_010},
            r"jsonl:2: evidence 99999 to 100010 is not in the \d+ char",
        ),
        ({"evidence_start": 9, "evidence_end": 9}, "evidence 9 to 9 is not in the"),
        ({"evidence_start": -4}, "evidence -4 to"),
    ],
)
def test_what_the_index_cannot_measure_is_told_before_anything_is_asked(
    tmp_path: Path, opened: Assistant, wrong: dict[str, object], told: str
) -> None:
    seen: list[Outcome] = []
    with pytest.raises(UsageError, match=told):
        evaluate(written(tmp_path, ROW, ROW | wrong), opened, on_outcome=seen.append)
    assert seen == []


def test_a_language_that_nothing_is_asked_in_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="none of the questions is asked in de or es: choose from en, fr"):
        evaluate(written(tmp_path, ROW), tmp_path / "index", languages=["de", "es"])
