"""Reading gold questions, and lenient matching."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.errors import UsageError
from rag.evaluate import GoldQuestion, matches, normalise, read_questions
from rag.evaluate.gold import same_value

GOOD = {
    "qid": "q1", "type": "how_much", "article_id": "a", "language": "fr",
    "question_en": "How much?", "question_fr": "Combien ?",
    "answers": ["12 euros"], "evidence_start": 3, "evidence_end": 9,
}  # fmt: skip


def gold(*answers: str, type: str = "how_much") -> GoldQuestion:
    return GoldQuestion("q", type, "a", "fr", {"en": "?"}, answers, (0, 1))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("1 250,5 €", "1,250.5 euros"),
        ("1.800", "1 800"),
        ("12 %", "12% "),
        ("12 pour cent", "12%"),
        ("l'Été, à Évreux", "ete evreux"),
        ("2,7 kilos", "2.7 kg"),
        ("10H00", "10h"),
    ],
)
def test_forms_that_do_not_matter(left: str, right: str) -> None:
    assert normalise(left) == normalise(right)


@pytest.mark.parametrize(
    ("text", "item", "found"),
    [
        ("Cela a coûté 96.749 euros.", gold("96 749 euros"), True),
        ("Cela a coûté 196.749 euros.", gold("96 749 euros"), False),
        ("Le 17 août 2020", gold("17 août"), True),
        ("", gold("17 août"), False),
        ("C'est faute de place dans les hangars", gold("faute de place dans hangars vides", type="why"), True),
        ("Les vols reprennent", gold("faute de place dans hangars vides", type="why"), False),
        ("Faute de place dans les grands hangars", gold("faute de place dans hangars vides", type="who"), False),
    ],
)
def test_matches(text: str, item: GoldQuestion, found: bool) -> None:
    assert matches(text, item) is found


def test_a_value_is_the_same_in_either_language() -> None:
    item = gold("environ six milliards de dollars")
    assert same_value("about 6 billion US dollars", "en", item)
    assert not same_value("about 3 billion US dollars", "en", item)
    assert not same_value("dollars", "en", item)


def test_reads_answerable_and_unanswerable(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    other = {"qid": "u1", "kind": "absent", "about_article_id": "a", "question_en": "Who?"}
    file.write_text(f"{json.dumps(GOOD)}\n\n{json.dumps(other)}\n", encoding="utf-8")
    first, second = read_questions(file)
    assert first.texts == {"en": "How much?", "fr": "Combien ?"}
    assert (first.evidence, first.is_answerable) == ((3, 9), True)
    assert (second.type, second.is_answerable, second.answers) == ("absent", False, ())
    assert len(read_questions([file, file])) == 4


@pytest.mark.parametrize("line", ["{", "[]", '{"qid": "q"}', json.dumps(GOOD | {"evidence_end": "x"})])
def test_bad_lines_are_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(f"{json.dumps(GOOD)}\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"questions\.jsonl:2: not a question"):
        read_questions(file)


def test_missing_and_empty_files(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl")
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no questions"):
        read_questions(tmp_path / "empty.jsonl")


def test_one_answer_is_a_list_of_one_and_a_separator_inside_a_line_ends_none(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    row = GOOD | {"answers": "Paris", "question_fr": "Où\u2028donc ?"}
    file.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    (found,) = read_questions(file)
    assert (found.answers, found.texts["fr"]) == (("Paris",), "Où\u2028donc ?")
    file.write_text(json.dumps(GOOD | {"answers": {"a": 1}}), encoding="utf-8")
    with pytest.raises(UsageError, match="answers is not a list"):
        read_questions(file)
    file.write_bytes("é".encode("latin-1"))
    with pytest.raises(UsageError, match="save the file as UTF-8"):
        read_questions(file)


def test_an_answer_without_its_place_is_no_unanswerable_question(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps({k: v for k, v in GOOD.items() if k != "evidence_start"}), encoding="utf-8")
    with pytest.raises(UsageError, match="lacks 'evidence_start'"):
        read_questions(file)
