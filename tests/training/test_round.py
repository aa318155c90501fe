"""The encoder's last layer: made from how vectors are spread, written as sentence-transformers reads it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sentence_transformers import SentenceTransformer

from rag.encoders.base import unit_rows
from rag.encoders.bundled import DENSE, MODEL_FOLDER, BundledEncoder
from rag.encoders.opening import open_layer
from rag.errors import EncoderError
from training.data import NewsText
from training.restore import restore
from training.round import rounding, spread, texts_of, write_layer
from training.vectors import TokenCutter, embed, load_model

TEXTS = [
    "Le pont de Millau a coûté 394 millions d'euros.",
    "How much did the bridge cost?",
    "Rail workers are on strike.",
]


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """The model folder that ships, by links, without its last layer."""
    folder = tmp_path / "model"
    folder.mkdir()
    for item in MODEL_FOLDER.iterdir():
        if item.name not in (DENSE.parent.name, "modules.json"):
            os.symlink(item, folder / item.name)
    return folder


def test_the_spread_is_about_the_mean_and_of_trace_d() -> None:
    rows = np.array([[5.0, 1.0, 0.0], [5.0, -1.0, 0.0], [5.0, 0.0, 2.0], [5.0, 0.0, -2.0]], np.float32)
    assert spread(rows) == pytest.approx(np.diag([0.0, 0.6, 2.4]), abs=1e-6)


def test_wide_directions_are_drawn_in_and_narrow_ones_let_out() -> None:
    made = rounding(np.diag([4.0, 1.0, 0.25]), power=0.5, ridge=0.0)
    assert made == pytest.approx(np.diag([0.5, 1.0, 2.0]), abs=1e-9)
    softly = rounding(np.diag([4.0, 1.0, 0.25]), power=0.5, ridge=1.0)
    assert np.diag(softly) == pytest.approx([5**-0.5, 2**-0.5, 1.25**-0.5])


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(0.05, 0.5))
def test_vectors_become_rounder_and_nothing_is_turned(seed: int, power: float) -> None:
    chance = np.random.default_rng(seed)
    rows = (chance.normal(size=(200, 6)) * [5, 3, 2, 1, 1, 0.5]).astype(np.float32)
    covariance = spread(rows)
    layer = rounding(covariance, power)
    assert layer == pytest.approx(layer.T, abs=1e-9)
    assert layer @ covariance == pytest.approx(covariance @ layer, abs=1e-6)  # the same directions
    before, after = (np.linalg.eigvalsh(spread(found)) for found in (rows, (rows @ layer).astype(np.float32)))
    assert after[-1] / after[0] < before[-1] / before[0]


def test_passages_stand_under_their_title() -> None:
    passages, titles = texts_of([NewsText("Grève", "Les trains s'arrêtent."), NewsText("Pluie", "Il pleut.")])
    assert passages == ["Grève\nLes trains s'arrêtent.", "Pluie\nIl pleut."]
    assert titles == ["Grève", "Pluie"]


def test_a_vector_goes_through_the_layer(plain: Path) -> None:
    before = BundledEncoder(plain)
    rows, fingerprint = before.encode_passages(TEXTS), before.fingerprint
    layer = np.diag(np.linspace(0.5, 2, before.dimension))
    layer[0, 1] = 0.75  # not symmetric: which side a row stands on is seen
    write_layer(plain, layer)
    after = BundledEncoder(plain)
    expected = rows @ layer
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    np.testing.assert_allclose(after.encode_passages(TEXTS), expected, atol=2e-4)
    assert after.fingerprint != fingerprint
    modules = json.loads((plain / "modules.json").read_text(encoding="utf-8"))
    assert [item["path"] for item in modules] == ["", "1_Pooling", "2_Dense", "3_Normalize"]


def test_a_layer_that_is_damaged_is_named(plain: Path) -> None:
    (plain / DENSE.parent).mkdir()
    for content in (None, b"no layer", b""):
        if content is not None:
            (plain / DENSE).write_bytes(content)
        with pytest.raises(EncoderError, match=r"2_Dense/model\.safetensors is missing or unreadable: reinstall"):
            BundledEncoder(plain)


def test_sentence_transformers_reads_the_folder_alike(tmp_path: Path) -> None:
    restore(tmp_path)
    own = SentenceTransformer(str(tmp_path), device="cpu").encode(TEXTS)
    with torch.no_grad():
        before = embed(load_model(tmp_path).eval(), TokenCutter(tmp_path, 64).ids(TEXTS)).numpy()
    layer = open_layer(MODEL_FOLDER / DENSE)
    np.testing.assert_allclose(own, unit_rows(before @ layer.T, "by hand"), atol=2e-3)  # the latter in bfloat16
    assert float((own * before).sum(axis=1).max()) < 0.995  # the layer does something
    assert float((own * BundledEncoder().encode_passages(TEXTS)).sum(axis=1).min()) > 0.985
