"""The shipped encoder as float weights again: the same vectors, but for the scaling of activations."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from rag.encoders import load_encoder
from rag.encoders.base import unit_rows
from rag.encoders.bundled import DENSE, MODEL_FOLDER, WEIGHTS
from rag.encoders.opening import open_layer
from rag.ranking.reader import MODEL, Reader
from rag.types import ArticleInfo
from tests.found import hit_of
from training.ranker_data import Row
from training.ranker_model import opened, padded, sentence_logits, tokens_of
from training.restore import float_weights, restore
from training.vectors import TokenCutter, embed, load_model

TEXTS = ["Le pont de Millau a coûté 394 millions d'euros.", "How much did the bridge cost?"]


def test_restored_weights_give_the_shipped_vectors(tmp_path: Path) -> None:
    restore(tmp_path)
    with torch.no_grad():
        own = embed(load_model(tmp_path).eval(), TokenCutter(tmp_path, 64).ids(TEXTS)).numpy()
    own = unit_rows(own @ open_layer(tmp_path / DENSE).T, "restored")
    shipped = load_encoder().encode_passages(TEXTS)
    assert float((own * shipped).sum(axis=1).min()) > 0.985


def test_encoder_and_reader_have_the_same_layout() -> None:
    encoder, reader = float_weights(MODEL_FOLDER / WEIGHTS), float_weights(MODEL)
    layers = {name for name in encoder if ".layer." in name}
    assert {name.removeprefix("reader.") for name in reader if ".layer." in name} == layers
    assert reader["reader.head.weight"].shape == (3, 384)
    assert encoder["bert.encoder.layer.0.intermediate.dense.weight"].shape == (1536, 384)
    assert all(np.isfinite(value).all() for value in reader.values())


def test_the_shipped_reader_reads_on_as_floats(tmp_path: Path) -> None:
    restore(tmp_path)
    tokenizer = Tokenizer.from_file(str(tmp_path / "tokenizer.json"))
    sentences = ("The Lyre bridge cost 12 million euros.", "It is handsome.")
    row = Row("How much did the Lyre bridge cost?", "en", "The Lyre bridge", sentences, (0,))
    tokens = tokens_of(row, tokenizer)
    with torch.no_grad():
        scores = sentence_logits(opened(tmp_path, MODEL).eval()(*padded([tokens]))[0], tokens)
    article = ArticleInfo("e", "The Lyre bridge", language="en")
    (shipped,) = Reader(threads=1).read(row.question, [hit_of(article, *sentences)])
    assert scores.tolist() == pytest.approx([item.score for item in shipped], abs=0.5)
