"""From a trained sentence-transformers folder to the folder that ships: one int8 ONNX file, no torch needed to run it.

Knows ONNX, ONNX Runtime's graph fusion and quantisation. Does not know training data.
"""

from __future__ import annotations

import base64
import json
import lzma
import os
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from transformers import AutoModel

from rag.encoders.bundled import BundledEncoder
from training.vectors import TokenCutter, load_model

OPERATORS = ["MatMul", "Attention"]
TABLE = "word_embeddings.weight"
REFERENCE = Path(__file__).parents[1] / "tests" / "encoders" / "reference.json"


class SentenceGraph(torch.nn.Module):
    """Token vectors and the mean over real tokens, scaled to length one."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager").eval()

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Shapes (n, t) to (n, t, d) and (n, d)."""
        tokens = self.bert(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)[0]
        real = attention_mask.unsqueeze(-1).to(tokens.dtype)
        mean = (tokens * real).sum(1) / real.sum(1).clamp(min=1e-9)
        return tokens, torch.nn.functional.normalize(mean, dim=1)


def write_float_graph(folder: Path, target: Path) -> None:
    """The folder's weights as a float32 ONNX graph."""
    names = ["input_ids", "attention_mask", "token_type_ids"]
    example = torch.ones(2, 8, dtype=torch.int64)
    axes = {name: {0: "batch", 1: "tokens"} for name in [*names, "last_hidden_state"]} | {
        "sentence_embedding": {0: "batch"}
    }
    with torch.no_grad():
        torch.onnx.export(
            SentenceGraph(folder),
            (example, example, torch.zeros_like(example)),
            str(target),
            input_names=names,
            output_names=["last_hidden_state", "sentence_embedding"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def fuse(source: Path, target: Path, heads: int, width: int) -> None:
    """Fuse attention, and activation with its bias, into single operators."""
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False  # the fused form takes a float table only: three times the file
    options.enable_skip_layer_norm = False  # normalisation fused with its addition takes four times as long as both
    model = optimize_model(
        str(source), "bert", num_heads=heads, hidden_size=width, opt_level=1, optimization_options=options
    )
    model.save_model_to_file(str(target))


def quantise(source: Path, target: Path) -> None:
    """Weights as int8 per channel, activations scaled at run time."""
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=OPERATORS,
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def quantise_table(file: Path) -> None:
    """The word embedding table as int8 with a scale for each row; two thirds of the file."""
    model = onnx.load(file)
    graph = model.graph
    table = next(item for item in graph.initializer if item.name.endswith(TABLE))
    rows = onnx.numpy_helper.to_array(table)
    scale = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-8) / 127
    whole = np.rint(rows / scale).astype(np.int8)
    position, lookup = next(
        (n, node) for n, node in enumerate(graph.node) if node.op_type == "Gather" and node.input[0] == table.name
    )
    ids, output = lookup.input[1], lookup.output[0]
    make = onnx.helper.make_node
    nodes = [
        make("Gather", ["word_rows", ids], ["word_rows_found"], axis=0),
        make("Gather", ["word_scales", ids], ["word_scales_found"], axis=0),
        make("Cast", ["word_rows_found"], ["word_rows_float"], to=onnx.TensorProto.FLOAT),
        make("Mul", ["word_rows_float", "word_scales_found"], [output]),
    ]
    graph.node.remove(lookup)
    for offset, node in enumerate(nodes):
        graph.node.insert(position + offset, node)
    graph.initializer.remove(table)
    graph.initializer.append(onnx.numpy_helper.from_array(whole, "word_rows"))
    graph.initializer.append(onnx.numpy_helper.from_array(scale.astype(np.float32), "word_scales"))
    onnx.save(model, file)


def export(trained: Path, folder: Path) -> None:
    """Write the shipped folder; it appears whole or not at all, so a reader never sees half a model."""
    config = json.loads((trained / "config.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        made = Path(scratch) / "model"
        (made / "onnx").mkdir(parents=True)
        write_float_graph(trained, Path(scratch) / "float.onnx")
        fuse(
            Path(scratch) / "float.onnx",
            Path(scratch) / "fused.onnx",
            config["num_attention_heads"],
            config["hidden_size"],
        )
        quantise(Path(scratch) / "fused.onnx", made / "onnx" / "model.onnx")
        quantise_table(made / "onnx" / "model.onnx")
        for name in (
            "config.json",
            "modules.json",
            "sentence_bert_config.json",
            "config_sentence_transformers.json",
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
        ):
            shutil.copy(trained / name, made / name)
        shutil.copytree(trained / "1_Pooling", made / "1_Pooling")
        card = folder / "README.md"
        if card.exists():
            shutil.copy(card, made / "README.md")
        replace_folder(made, folder)


def replace_folder(made: Path, folder: Path) -> None:
    """Put ``made`` in the place of ``folder``."""
    if folder.exists():
        with tempfile.TemporaryDirectory(dir=folder.parent) as aside:
            os.rename(folder, Path(aside) / "old")
            os.rename(made, folder)
    else:
        os.rename(made, folder)


def fidelity(trained: Path, folder: Path, data: Path, passages: int = 500) -> dict[str, float]:
    """Cosine of the shipped int8 vectors with the float32 ones over passages of the development pool."""
    with lzma.open(data.parent / "eval" / "dev_pool.jsonl.xz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"][:800] for line, _ in zip(lines, range(passages), strict=False)]
    shipped = BundledEncoder(folder).encode_passages(texts)
    rows = TokenCutter(trained, 256).ids(texts)
    model = load_model(trained).eval()
    cosines = []
    with torch.no_grad():
        for row, vector in zip(rows, shipped, strict=True):
            tokens = model(input_ids=torch.tensor([row])).last_hidden_state[0].mean(0)
            cosines.append(float(torch.nn.functional.normalize(tokens, dim=0) @ torch.from_numpy(vector)))
    return {"mean cosine": round(float(np.mean(cosines)), 4), "lowest cosine": round(min(cosines), 4)}


REFERENCE_TEXTS = (
    "Le gouvernement a annoncé une baisse des impôts pour les petites entreprises.",
    "The government announced a tax cut for small businesses.",
    "Quatre personnes ont été blessées dans l'incendie d'un immeuble à Lyon.",
    "How many people were hurt in the fire?",
    "L'équipe a gagné 3 à 1 ; l'entraîneur s'est dit « très fier » de ses joueurs.",
    "",
)


def write_reference(folder: Path, target: Path) -> None:
    """Vectors of a few sentences for the test that the committed weights still give them."""
    encoder = BundledEncoder(folder)
    vectors = encoder.encode_passages(REFERENCE_TEXTS).astype(np.float16)
    content = {
        "fingerprint": encoder.fingerprint,
        "texts": REFERENCE_TEXTS,
        "vectors": base64.b64encode(vectors.tobytes()).decode(),
    }
    target.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
