"""The shipped encoder as float weights again: the same vectors, but for the scaling of activations."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from rag.encoders import load_encoder
from rag.encoders.bundled import MODEL_FOLDER, WEIGHTS
from rag.ranking.reader import MODEL
from training.restore import float_weights, restore
from training.vectors import TokenCutter, embed, load_model

TEXTS = ["Le pont de Millau a coûté 394 millions d'euros.", "How much did the bridge cost?"]


def test_restored_weights_give_the_shipped_vectors(tmp_path: Path) -> None:
    restore(tmp_path)
    with torch.no_grad():
        own = embed(load_model(tmp_path).eval(), TokenCutter(tmp_path, 64).ids(TEXTS)).numpy()
    shipped = load_encoder().encode_passages(TEXTS)
    assert float((own * shipped).sum(axis=1).min()) > 0.985


def test_encoder_and_reader_have_the_same_layout() -> None:
    encoder, reader = float_weights(MODEL_FOLDER / WEIGHTS), float_weights(MODEL)
    layers = {name for name in encoder if ".layer." in name}
    assert {name.removeprefix("reader.") for name in reader if ".layer." in name} == layers
    assert reader["reader.head.weight"].shape == (3, 384)
    assert encoder["bert.encoder.layer.0.intermediate.dense.weight"].shape == (1536, 384)
    assert all(np.isfinite(value).all() for value in reader.values())
