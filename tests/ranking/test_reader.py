"""The reader: its layout of scores, the shared word table, and what it says of a plain passage."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from rag.errors import EncoderError
from rag.ranking.reader import MODEL, SHIPPED_ENCODER, UNREAD, Reader, default_reader, headed
from rag.ranking.word_table import read_word_table
from rag.types import ArticleInfo, Hit
from tests.found import hit_of

SENTENCES = (
    "Le pont de Millau a été inauguré par Jeanne Morel en mars 2019.",
    "Il a coûté 394 millions d'euros.",
    "Les visiteurs affluent depuis son ouverture.",
)


def hit(texts: tuple[str, ...] = SENTENCES) -> Hit:
    return hit_of(ArticleInfo("a", "Le pont de Millau est ouvert"), *texts)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=2)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("Combien le pont a-t-il coûté ?", 1),
        ("How much did the bridge cost?", 1),
        ("Who opened the bridge?", 0),
        ("En quel mois le pont a-t-il été inauguré ?", 0),
    ],
)
def test_the_answering_sentence_scores_best(reader: Reader, question: str, best: int) -> None:
    (readings,) = reader.read(question, [hit()])
    assert max(range(3), key=lambda n: readings[n].score) == best


def test_words_that_answer_are_marked(reader: Reader) -> None:
    (readings,) = reader.read("Combien le pont a-t-il coûté ?", [hit()])
    text = SENTENCES[1]
    start = text.index("394")
    assert readings[1].within(start, len(text) - 1) > readings[1].within(0, 2)
    assert readings[1].within(len(text) + 5, len(text) + 9) == UNREAD


def test_passages_are_read_alone_or_side_by_side_alike(reader: Reader) -> None:
    both = reader.read("Who opened the bridge?", [hit(), hit(SENTENCES[:2])])
    alone = reader.read("Who opened the bridge?", [hit(SENTENCES[:2])])
    assert [item.score for item in both[1]] == [item.score for item in alone[0]]
    assert [len(row) for row in both] == [3, 2]
    assert reader.read("Who?", []) == []


def test_the_day_stands_above_a_passage() -> None:
    undated = hit()
    dated = replace(undated, article=replace(undated.article, published=date(2019, 3, 1), language="fr"))
    assert headed(undated) == "Le pont de Millau est ouvert"
    assert headed(dated) == "Le pont de Millau est ouvert (1er mars 2019)"
    english = replace(dated, article=replace(dated.article, language="en"))
    assert headed(english) == "Le pont de Millau est ouvert (1 March 2019)"


def test_what_does_not_fit_is_unread(reader: Reader) -> None:
    long = ("mot " * 400).strip()
    (readings,) = reader.read("Who?", [hit((long, "La fin."))])
    assert readings[1].score == UNREAD
    assert readings[1].places == ()


def test_the_word_table_is_the_encoders(reader: Reader) -> None:
    table = read_word_table(SHIPPED_ENCODER)
    assert table.vectors([101, 102]).shape == (2, table.rows.shape[1])
    assert table.rows.dtype == np.int8
    assert default_reader(1) is default_reader(1)


def test_broken_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "x.onnx").write_bytes(b"\xff\xff\xff")
    with pytest.raises(EncoderError, match=r"x\.onnx"):
        read_word_table(tmp_path / "x.onnx")
    with pytest.raises(EncoderError, match=r"none\.onnx"):
        read_word_table(tmp_path / "none.onnx")
    with pytest.raises(EncoderError, match=r"x\.onnx"):
        Reader(tmp_path / "x.onnx")


def test_another_encoder_is_refused(tmp_path: Path) -> None:
    model = tmp_path / "reader.onnx"
    model.symlink_to(MODEL)
    sample = json.loads(MODEL.with_suffix(".json").read_text(encoding="utf-8"))["sample"]
    (tmp_path / "reader.json").write_text(json.dumps({"sample": [row[::-1] for row in sample]}), encoding="utf-8")
    with pytest.raises(EncoderError, match="make train-ranker"):
        Reader(model)
