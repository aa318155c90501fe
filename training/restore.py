"""The shipped int8 models as float weights again, so that training may go on from what ships.

    python -m training.restore --target training/runs/shipped

Without the runs of `make train` (hours of training) the encoder's folder is made from its ONNX file: vectors equal to
the shipped ones but for the scaling of activations. Knows how `training.export` fuses and quantises. Does not train.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from transformers import BertConfig, BertModel

from rag.encoders.bundled import DENSE, MODEL_FOLDER, WEIGHTS
from rag.ranking.reader import MODEL

Floats = NDArray[np.float32]
_OF_LAYER = ("attention.output.dense", "intermediate.dense", "output.dense")


def float_weights(file: Path) -> dict[str, Floats]:
    """All weights of an exported model by the names that transformers gives them, matrices (out, in)."""
    graph = onnx.load(file).graph
    held: Mapping[str, NDArray] = {item.name: onnx.numpy_helper.to_array(item) for item in graph.initializer}  # type: ignore[type-arg]
    found = {name: value for name, value in held.items() if name.rpartition(".")[2] in ("weight", "bias")}
    if "word_rows" in held:
        found["bert.embeddings.word_embeddings.weight"] = held["word_rows"] * held["word_scales"]
    stem = next(name for name in found if "encoder.layer.0" in name).partition("encoder.layer.0")[0]
    products = [node for node in graph.node if node.op_type == "MatMulInteger"]
    layers = 0
    for layer, node in enumerate(node for node in graph.node if node.op_type == "QAttention"):
        whole = _whole(held, node.input[1], node.input[4], node.input[7])
        for part, matrix, bias in zip(
            ("query", "key", "value"), np.split(whole, 3), np.split(held[node.input[2]], 3), strict=True
        ):
            found[f"{stem}encoder.layer.{layer}.attention.self.{part}.weight"] = matrix
            found[f"{stem}encoder.layer.{layer}.attention.self.{part}.bias"] = bias
        layers = layer + 1
    names = [f"{stem}encoder.layer.{layer}.{part}.weight" for layer in range(layers) for part in _OF_LAYER]
    names += [name.replace(".bias", ".weight") for name in found if name.endswith("head.bias")]
    for name, node in zip(names, products, strict=True):
        weight = node.input[1]
        found[name] = _whole(held, weight, weight.replace("_quantized", "_scale"), node.input[3])
    return {name: np.array(value, np.float32) for name, value in found.items()}


def _whole(held: Mapping[str, NDArray], weight: str, scale: str, zero: str) -> Floats:  # type: ignore[type-arg]
    """An int8 matrix (in, out) with a scale and a zero for each column as floats, shape (out, in)."""
    made: Floats = ((held[weight].astype(np.float32) - held[zero].astype(np.float32)) * held[scale]).T
    return made


def restore(target: Path, source: Path = MODEL_FOLDER) -> None:
    """Write the encoder that ships as a folder which transformers and `training` read."""
    target.mkdir(parents=True, exist_ok=True)
    for item in source.iterdir():
        if item.is_file() and item.suffix == ".json":
            shutil.copy(item, target / item.name)
    for name in ("1_Pooling", DENSE.parent):
        shutil.copytree(source / name, target / name, dirs_exist_ok=True)
    model = BertModel(BertConfig.from_pretrained(source), add_pooling_layer=False)
    weights = {name.partition("bert.")[2]: torch.from_numpy(v) for name, v in float_weights(source / WEIGHTS).items()}
    model.load_state_dict(weights, strict=True)
    model.save_pretrained(target)


def reader_weights(file: Path = MODEL) -> dict[str, torch.Tensor]:
    """All weights of an exported passage reader but its word table, which is the encoder's, by the reader's names."""
    return {name.removeprefix("reader."): torch.from_numpy(value) for name, value in float_weights(file).items()}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", type=Path, default=Path("training/runs/shipped"))
    restore(parser.parse_args().target)


if __name__ == "__main__":
    main()
