"""Upper layers over kept states of the lower ones: the same vectors as the whole model's, and nothing else learns."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch")

import torch

from training.layers import States, UpperLayers
from training.restore import restore
from training.vectors import TokenCutter, embed, load_model

TEXTS = [
    "Le pont de Millau a coûté 394 millions d'euros.",
    "How much?",
    "Le pont de Millau a coûté 394 millions d'euros.",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("shipped")
    restore(made)
    return made


def test_vectors_over_kept_states_are_those_of_the_whole_model(folder: Path) -> None:
    layers, cutter = UpperLayers(folder, frozen=4), TokenCutter(folder, 48)
    with torch.no_grad():
        found = layers.vectors(States(layers, cutter)(TEXTS))
        whole = embed(load_model(folder).eval(), cutter.ids(TEXTS))
    assert float((found * whole).sum(1).min()) > 0.999
    assert torch.equal(found[0], found[2])


def test_a_text_is_read_by_the_lower_layers_once(folder: Path) -> None:
    layers = UpperLayers(folder, frozen=4)
    states = States(layers, TokenCutter(folder, 48))
    first, second = states(TEXTS[:2]), states(TEXTS[:1])
    assert second[0] is first[0]
    assert first[0].shape[1] == 384 and first[1].shape[0] == len(TokenCutter(folder, 48).ids(["How much?"])[0])


def test_only_the_upper_layers_learn(folder: Path) -> None:
    layers = UpperLayers(folder, frozen=4)
    layers.vectors(States(layers, TokenCutter(folder, 48))(TEXTS)).sum().backward()
    learning = {name for name, weight in layers.model.named_parameters() if weight.grad is not None}
    assert learning and all(name.startswith(("encoder.layer.4.", "encoder.layer.5.")) for name in learning)
