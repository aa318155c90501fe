"""Questions of our own over news: what the file holds, and how they become what the reader is trained on."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import torch

from rag.build import build
from training.ranker_data import Row
from training.ranker_model import Tokens, batches_of, loss_of
from training.ranker_questions import (
    ARTICLES,
    ENGLISH,
    NewsQuestion,
    chosen,
    drawn,
    groups_of,
    read_english,
    read_news_questions,
)

TYPES = {"who", "when", "where", "how_much", "what", "why", "how"}


def test_every_question_is_whole() -> None:
    questions, english = read_news_questions(), read_english()
    assert len(questions) > 5_000
    for item in questions:
        assert 0 <= item.article < ARTICLES or 0 <= item.article - ENGLISH < len(english)
        assert item.type in TYPES
        assert all(len(text.split()) >= 4 for text in item.texts.values())
        assert (item.answer is not None) == (item.kind == "answered")
        assert item.evidence or item.kind != "answered"
        if item.answer:
            (start, end), *_ = item.evidence
            assert start <= item.answer[0] < item.answer[1] <= end
            if item.language == "en":
                assert end <= len(english[item.article - ENGLISH]["text"])


def test_english_articles_are_whole_and_in_place_of_their_sources() -> None:
    english = read_english()
    assert len({item["source"] for item in english}) == len(english) > 50
    asked = {item.article for item in read_news_questions()}
    for item in english:
        assert 0 <= item["source"] < ARTICLES
        assert item["source"] not in asked
        assert item["title"]
        assert len(item["text"].split()) > 100
        assert "\n\n" in item["text"]


def test_what_is_known_is_learned_again_beside_as_much_that_is_new() -> None:
    questions = read_news_questions()[:100]
    found = chosen(questions, 70, seed=3)
    assert found[30:] == questions[70:]
    assert set(item.name for item in found[:30]) < {item.name for item in questions[:70]}
    assert chosen(questions, 0, seed=3) == questions
    assert len(chosen(questions, 10, seed=3)) == 100


def test_questions_of_an_article_are_kept_back_together() -> None:
    questions = read_news_questions()
    kept = {item.article for item in questions if item.is_held_out}
    assert kept.isdisjoint(item.article for item in questions if not item.is_held_out)
    report = {item.article for item in questions if item.is_for_report}
    assert report < kept
    assert len(kept) < 0.2 * len({item.article for item in questions})


def test_a_question_becomes_the_passage_that_answers_and_others(tmp_path: Path) -> None:
    text = "Le maire a inauguré le pont. Il a coûté 12 millions d'euros."
    other = "Le pont de Brest a coûté 30 millions d'euros."
    rows = [("t0", "Pont de Lyre", text), ("t1", "Pont de Brest", other)]
    for name, title, body in rows:
        (tmp_path / f"{name}.json").write_text(
            f'{{"id": "{name}", "title": "{title}", "text": "{body}", "language": "fr"}}', encoding="utf-8"
        )
    build(tmp_path, tmp_path / "index")
    start = text.index("12 millions")
    asked = [
        NewsQuestion(
            0, "answered", "how_much", {"en": "What did the Lyre bridge cost?"}, ((29, 60),), (start, start + 19)
        ),
        NewsQuestion(0, "absent", "who", {"fr": "Qui a dessiné le pont de Lyre ?"}),
    ]
    answered, absent = groups_of(asked, tmp_path / "index", tmp_path / "kept.jsonl", workers=1)
    assert [(row.title, row.gold) for row in answered] == [("Pont de Lyre", (1,)), ("Pont de Brest", ())]
    assert answered[0].span is not None
    sentence, first, last = answered[0].span
    assert answered[0].sentences[sentence][first:last] == "12 millions d'euros"
    assert {row.title for row in absent} == {"Pont de Lyre", "Pont de Brest"}
    assert not any(row.gold for row in absent)
    assert groups_of(asked, tmp_path / "no index", tmp_path / "kept.jsonl") == [answered, absent]


def test_the_passage_that_answers_is_always_drawn() -> None:
    group = [Row("?", "en", "", (str(n),), (0,) if n == 0 else ()) for n in range(6)]
    for seed in range(20):
        found = drawn(group, 2, random.Random(seed))
        assert found[0].gold
        assert len({row.sentences for row in found}) == len(found) == 3


def tokens(gold: tuple[int, ...], length: int = 5) -> Tokens:
    return Tokens([1] * length, [0] * length, [-1, 0, 0, 1, 1], gold, 2, None)


def test_the_loss_is_less_where_the_answering_sentence_is_told_from_all_others() -> None:
    group = [tokens((1,)), tokens(())]
    flat = torch.zeros(2, 5, 3)
    right, wrong = flat.clone(), flat.clone()
    right[0, 3:, 0], wrong[1, 3:, 0] = 4.0, 4.0
    assert loss_of(right, [group]) < loss_of(flat, [group]) < loss_of(wrong, [group])
    spread = torch.full((2, 5, 3), -6.0)
    assert float(loss_of(spread, [[tokens(()), tokens(())]])) == pytest.approx(0.0, abs=0.1)


def test_batches_hold_every_group_once() -> None:
    groups = [[tokens(())] * (1 + n % 3) for n in range(40)]
    batches = batches_of(groups, seed=1)
    assert sum(map(len, batches)) == 40
