"""The trained passage reader as one int8 ONNX file beside the ranking.

    python -m training.ranker_export --start training/runs/averaged

Knows the reader's graph; quantises as the encoder's export does. Does not know training data.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import torch

from training.export import fuse, quantise, quantise_table
from training.ranker_model import Reader

TARGET = Path(__file__).resolve().parent.parent / "rag" / "ranking" / "model" / "reader.onnx"


def export(start: Path, weights: Path, target: Path) -> None:
    """Write the file; it appears whole or not at all."""
    config = json.loads((start / "config.json").read_text(encoding="utf-8"))
    reader = Reader(start, attention="eager")
    reader.load_state_dict(torch.load(weights, weights_only=True))
    reader.eval()
    names = ["input_ids", "attention_mask", "token_type_ids"]
    example = torch.ones(2, 8, dtype=torch.int64)
    axes = {name: {0: "batch", 1: "tokens"} for name in [*names, "logits"]}
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch, torch.no_grad():
        plain, fused, made = (Path(scratch) / name for name in ("plain.onnx", "fused.onnx", "made.onnx"))
        torch.onnx.export(
            reader,
            (example, example, torch.zeros_like(example)),
            str(plain),
            input_names=names,
            output_names=["logits"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        fuse(plain, fused, config["num_attention_heads"], config["hidden_size"])
        quantise(fused, made)
        quantise_table(made)
        made.replace(target)
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, default=Path("training/runs/averaged"), help="the encoder it came from")
    parser.add_argument("--weights", type=Path, default=Path("training/runs/ranker/reader.pt"))
    parser.add_argument("--target", type=Path, default=TARGET)
    arguments = parser.parse_args()
    export(arguments.start, arguments.weights, arguments.target)


if __name__ == "__main__":
    main()
