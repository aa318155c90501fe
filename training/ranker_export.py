"""The trained passage reader as one int8 ONNX file beside the ranking, without the word table: that is the encoder's.

    python -m training.ranker_export --start training/runs/final

Knows the reader's graph; quantises as the encoder's export does. Does not know training data.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import torch

from rag.ranking.reader import MODEL, SHIPPED_ENCODER, sample_of
from rag.ranking.word_table import read_word_table
from training.export import fuse, quantise
from training.ranker_model import Reader


class FromVectors(torch.nn.Module):
    """The reader from word vectors on, instead of from token ids."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, vectors: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """Shapes (n, t, d), (n, t), (n, t) to (n, t, 3)."""
        tokens = self.reader.bert(inputs_embeds=vectors, attention_mask=mask, token_type_ids=types)[0]
        logits: torch.Tensor = self.reader.head(tokens)
        return logits


def export(start: Path, weights: Path, target: Path, encoder: Path = SHIPPED_ENCODER) -> None:
    """Write the model, whole or not at all, and beside it a sample of the word table it goes with."""
    config = json.loads((start / "config.json").read_text(encoding="utf-8"))
    reader = Reader(start, attention="eager")
    reader.load_state_dict(torch.load(weights, weights_only=True))
    reader.eval()
    names = ["word_vectors", "attention_mask", "token_type_ids"]
    mask = torch.ones(2, 8, dtype=torch.int64)
    axes = {name: {0: "batch", 1: "tokens"} for name in [*names, "logits"]}
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch, torch.no_grad():
        plain, fused, made = (Path(scratch) / name for name in ("plain.onnx", "fused.onnx", "made.onnx"))
        torch.onnx.export(
            FromVectors(reader),
            (torch.zeros(2, 8, config["hidden_size"]), mask, torch.zeros_like(mask)),
            str(plain),
            input_names=names,
            output_names=["logits"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        fuse(plain, fused, config["num_attention_heads"], config["hidden_size"])
        quantise(fused, made)
        made.replace(target)
    sample = sample_of(read_word_table(encoder))
    target.with_suffix(".json").write_text(json.dumps({"sample": sample}) + "\n", encoding="utf-8")
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, default=Path("training/runs/final"), help="the encoder it came from")
    parser.add_argument("--weights", type=Path, default=Path("training/runs/ranker/reader.pt"))
    parser.add_argument("--target", type=Path, default=MODEL)
    arguments = parser.parse_args()
    export(arguments.start, arguments.weights, arguments.target)


if __name__ == "__main__":
    main()
