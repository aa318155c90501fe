"""Any sentence-transformers model as an encoder: a tiny one with random weights, made here, through the real door."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rag.encoders import Encoder, load_encoder
from rag.encoders.hub import choose_prompts
from rag.errors import INSTALL_HUB, EncoderError

pytest.importorskip("sentence_transformers")

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", "passage", ":", "le", "maire", "the", "mayor", "."]


def make_model(folder: Path, prompts: dict[str, str], default: str | None = None) -> Path:
    """A one-layer BERT of 16 dimensions in the folder form of sentence-transformers."""
    import torch
    from transformers import BertConfig, BertModel

    torch.manual_seed(5)
    config = BertConfig(vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
                        intermediate_size=32, max_position_embeddings=32)  # fmt: skip
    BertModel(config).save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    parts = {
        "tokenizer_config.json": {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": 32},
        "sentence_bert_config.json": {"max_seq_length": 32, "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": 16, "pooling_mode_mean_tokens": True},
        "config_sentence_transformers.json": {"prompts": prompts, "default_prompt_name": default},
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
        ],
    }
    for name, content in parts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return folder


def make_static(folder: Path, longest: int | None = None) -> Path:
    """A vector of 16 dimensions for each word and no network; the tokenizer cuts off behind ``longest`` tokens."""
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    if longest is not None:
        tokenizer.enable_truncation(longest)
    tokenizer.save(str(folder / "tokenizer.json"))
    rows = np.random.default_rng(3).standard_normal((len(WORDS), 16), np.float32)
    save_file({"embedding.weight": rows}, str(folder / "model.safetensors"))
    module = {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"}
    (folder / "modules.json").write_text(json.dumps([module]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return load_encoder(str(make_model(tmp_path_factory.mktemp("plain"), {})), threads=1)


@pytest.fixture(scope="module")
def prompted(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    prompts = {"query": "query: ", "passage": "passage: "}
    return load_encoder(str(make_model(tmp_path_factory.mktemp("prompted"), prompts)), threads=1)


def test_a_local_folder_is_an_encoder(plain: Encoder) -> None:
    rows = plain.encode_passages(["le maire", "the mayor", ""])
    assert rows.shape == (3, plain.dimension) == (3, 16)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(3), abs=1e-5)
    assert plain.encode_queries([]).shape == (0, 16)
    assert plain.max_tokens == 32
    assert isinstance(plain, Encoder)


def test_prompts_come_from_the_configuration(plain: Encoder, prompted: Encoder) -> None:
    assert np.allclose(plain.encode_queries(["le maire"]), plain.encode_passages(["le maire"]), atol=1e-6)
    query, passage = prompted.encode_queries(["le maire"]), prompted.encode_passages(["le maire"])
    assert np.allclose(query, plain.encode_queries(["query: le maire"]), atol=1e-5)
    assert np.allclose(passage, plain.encode_passages(["passage: le maire"]), atol=1e-5)
    assert not np.allclose(query, passage, atol=1e-3)


def test_tokens_are_counted_with_prompt_and_special_ones(plain: Encoder, prompted: Encoder) -> None:
    assert plain.count_tokens(["le maire", ""]) == [4, 2]
    assert prompted.count_tokens(["le maire"]) == [6]


def test_fingerprints_tell_models_and_prompts_apart(plain: Encoder, prompted: Encoder, tmp_path: Path) -> None:
    again = load_encoder(str(make_model(tmp_path, {})), threads=1)
    assert again.fingerprint == plain.fingerprint
    assert prompted.fingerprint != plain.fingerprint


@pytest.mark.parametrize(
    ("prompts", "default", "query", "passage"),
    [
        ({"query": "query: "}, "query", "query: ", ""),
        ({"web_search_query": "query: "}, "web_search_query", "query: ", ""),
        ({"passage": "passage: "}, "passage", "", "passage: "),
        ({"any": "maire: "}, "any", "maire: ", "maire: "),
        ({"query": "query: ", "passage": "passage: "}, "query", "query: ", "passage: "),
    ],
)
def test_a_default_prompt_stands_before_no_text_of_the_other_side(
    plain: Encoder, tmp_path: Path, prompts: dict[str, str], default: str, query: str, passage: str
) -> None:
    encoder = load_encoder(str(make_model(tmp_path, prompts, default)), threads=1)
    assert np.allclose(encoder.encode_queries(["le maire"]), plain.encode_queries([query + "le maire"]), atol=1e-5)
    assert np.allclose(encoder.encode_passages(["le maire"]), plain.encode_passages([passage + "le maire"]), atol=1e-5)
    assert encoder.count_tokens(["le maire"]) == plain.count_tokens([passage + "le maire"])


def test_only_models_whose_passages_were_read_behind_the_default_prompt_are_known_anew(tmp_path: Path) -> None:
    """A fingerprint tells vectors that are wrong from right ones, and nobody else's index must be made again."""

    def fingerprint(name: str, prompts: dict[str, str], default: str | None) -> str:
        (tmp_path / name).mkdir()
        return load_encoder(str(make_model(tmp_path / name, prompts, default)), threads=1).fingerprint

    both = {"query": "query: ", "passage": "passage: "}
    assert fingerprint("a", both, "query") == fingerprint("b", both, None)
    assert fingerprint("c", {"any": "maire: "}, "any") == fingerprint("d", {}, None)
    assert fingerprint("e", {"query": "query: "}, "query") != fingerprint("f", {"query": "query: "}, None)


def test_a_model_of_static_vectors_is_an_encoder(tmp_path: Path) -> None:
    (tmp_path / "cut").mkdir()
    encoder = load_encoder(str(make_static(tmp_path)), threads=1)
    cut = load_encoder(str(make_static(tmp_path / "cut", longest=3)), threads=1)
    rows = encoder.encode_passages(["le maire", "the mayor"])
    assert rows.shape == (2, encoder.dimension) == (2, 16)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(2), abs=1e-5)
    assert (encoder.max_tokens, cut.max_tokens) == (512, 3)
    assert encoder.count_tokens(["le maire", "le maire le maire"]) == [2, 4]
    assert cut.count_tokens(["le maire le maire"]) == [4], "what is cut off must be counted, or nobody would know"
    assert len({encoder.fingerprint, cut.fingerprint}) == 2
    assert load_encoder(str(tmp_path), threads=1).fingerprint == encoder.fingerprint


@pytest.mark.parametrize(
    ("name", "configured", "expected"),
    [
        ("any/model", {}, ("", "")),
        ("any/model", {"query": "Q: ", "document": "D: "}, ("Q: ", "D: ")),
        ("any/model", {"query": "Q: "}, ("Q: ", "")),
        ("intfloat/multilingual-e5-small", {}, ("query: ", "passage: ")),
        ("/models/e5-base-v2/", {}, ("query: ", "passage: ")),
        ("intfloat/multilingual-e5-large-instruct", {}, ("", "")),
        ("intfloat/multilingual-e5-small", {"query": "ask: "}, ("ask: ", "")),
    ],
)
def test_prompts_of_known_families(name: str, configured: dict[str, str], expected: tuple[str, str]) -> None:
    assert choose_prompts(name, configured) == expected


def test_an_unknown_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="nowhere cannot be loaded"):
        load_encoder(str(tmp_path / "nowhere"))


def test_a_hub_that_cannot_be_reached_is_asked_once(tmp_path: Path) -> None:
    """In a process of its own, with an address where nothing listens; the hub's client alone tries for minutes."""
    code = "from rag.encoders import load_encoder; load_encoder('nobody/nothing')"
    environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    environment |= {"HF_ENDPOINT": "http://127.0.0.1:9", "HF_HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert "EncoderError: encoder nobody/nothing cannot be loaded" in run.stderr
    assert "Retrying" not in run.stderr


def test_a_missing_extra_names_the_pip_command() -> None:
    """In a process of its own, where the package cannot be found."""
    program = (
        "import sys; sys.modules['sentence_transformers'] = None\n"
        "from rag.encoders import load_encoder\n"
        "from rag.errors import MissingExtra\n"
        "try: load_encoder('any/model')\n"
        "except MissingExtra as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (
        f"encoder any/model needs the package sentence-transformers, not installed here: `{INSTALL_HUB}`" in done.stdout
    )


def test_importing_the_encoders_imports_no_runtime() -> None:
    program = (
        "import sys, rag.encoders\n"
        "print([m for m in ('torch', 'onnxruntime', 'sentence_transformers', 'tokenizers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_bundled_encoder_needs_no_torch() -> None:
    program = (
        "import sys; from rag.encoders import load_encoder\n"
        "rows = load_encoder('bundled').encode_queries(['bonjour'])\n"
        "print(rows.shape, 'torch' in sys.modules, 'sentence_transformers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(1, 384) False False"
