"""Makes the encoder's vectors rounder: its last linear layer, from how its own vectors of news are spread.

    python -m training.round --data ../shared/data

Texts of one kind share directions that tell little; a search does better when these count less. The covariance of
vectors of passages and of titles, each of trace d, averaged; half its median eigenvalue is added, and the layer is the
result to the power ``-POWER``: between nothing (0) and whitening (0.5), which would take the small directions, mostly
noise, as seriously as the large. Nothing is learned from pairs, and nothing is subtracted. Writes ``2_Dense`` and names
it in ``modules.json``. Knows vectors. Does not know training.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from rag.encoders.bundled import DENSE, MODEL_FOLDER, BundledEncoder
from rag.types import Vectors
from training.data import NewsText, read_orangesum
from training.evaluate_encoder import passages_of
from training.export import REFERENCE, write_reference
from training.fits import Floats

ARTICLES = 6_000
POWER, RIDGE = 0.18, 0.5

MODULES = [("", "Transformer"), ("1_Pooling", "Pooling"), (str(DENSE.parent), "Dense"), ("3_Normalize", "Normalize")]


def spread(vectors: Vectors) -> Floats:
    """The covariance of rows (n, d) about their mean, shape (d, d), scaled to trace d."""
    apart = vectors.astype(np.float64) - vectors.mean(axis=0, dtype=np.float64)
    found = apart.T @ apart
    scaled: Floats = found * (len(found) / np.trace(found))
    return scaled


def rounding(covariance: Floats, power: float = POWER, ridge: float = RIDGE) -> Floats:
    """``(covariance + ridge * its median eigenvalue) ** -power``, shape (d, d) and symmetric."""
    sizes, directions = np.linalg.eigh(covariance)
    made: Floats = (directions * (sizes + ridge * np.median(sizes)) ** -power) @ directions.T
    return made


def texts_of(articles: Sequence[NewsText]) -> tuple[list[str], list[str]]:
    """Passages under their title, as an index holds them, and titles."""
    passages = [f"{item.title}\n{item.text[start:end]}" for item in articles for start, end in passages_of(item.text)]
    return passages, [item.title for item in articles]


def write_layer(folder: Path, layer: Floats) -> None:
    """Put the layer (d, d) into a model folder, in float16, as sentence-transformers reads it."""
    (folder / DENSE.parent).mkdir(exist_ok=True)
    size = len(layer)
    config = {
        "in_features": size,
        "out_features": size,
        "bias": False,
        "activation_function": "torch.nn.modules.linear.Identity",
    }
    (folder / DENSE.parent / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    save_file({"linear.weight": layer.T.astype(np.float16).copy()}, folder / DENSE)
    modules = [
        {"idx": n, "name": str(n), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for n, (path, kind) in enumerate(MODULES)
    ]
    (folder / "modules.json").write_text(json.dumps(modules, indent=2) + "\n", encoding="utf-8")


def make(data: Path, folder: Path) -> None:
    """Take the layer that is there off, encode, put the new one on."""
    shutil.rmtree(folder / DENSE.parent, ignore_errors=True)
    encoder = BundledEncoder(folder)
    passages, titles = texts_of(read_orangesum(data)[:ARTICLES])
    covariances = [spread(encoder.encode_passages(texts)) for texts in (passages, titles)]
    write_layer(folder, rounding((covariances[0] + covariances[1]) / 2))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--folder", type=Path, default=MODEL_FOLDER, help="an exported encoder")
    arguments = parser.parse_args()
    make(arguments.data, arguments.folder)
    if arguments.folder == MODEL_FOLDER:
        write_reference(MODEL_FOLDER, REFERENCE)


if __name__ == "__main__":
    main()
