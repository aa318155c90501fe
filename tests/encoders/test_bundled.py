"""The shipped encoder: its promises about rows, and the vectors it must keep giving."""

import base64
import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.encoders import Encoder, describe_encoders, load_encoder
from rag.encoders.bundled import BundledEncoder
from rag.errors import EncoderError

REFERENCE = Path(__file__).parent / "reference.json"

ENGLISH = ["The mayor resigned on Monday.", "Rail workers are on strike.", "The bakery won first prize."]
FRENCH = ["Le maire a démissionné lundi.", "Les cheminots sont en grève.", "La boulangerie a remporté le premier prix."]


@cache
def one_encoder() -> BundledEncoder:
    """For property tests, which take no module fixture."""
    return BundledEncoder(threads=2)


@pytest.fixture(scope="module")
def encoder() -> BundledEncoder:
    return one_encoder()


def test_rows_are_unit_float32(encoder: BundledEncoder) -> None:
    rows = encoder.encode_passages(FRENCH)
    assert rows.shape == (3, encoder.dimension) == (3, 384)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(3), abs=1e-5)


def test_no_texts_give_no_rows(encoder: BundledEncoder) -> None:
    assert encoder.encode_queries([]).shape == (0, 384)
    assert encoder.encode_passages([]).shape == (0, 384)
    assert encoder.count_tokens([]) == []


def test_a_sentence_is_nearest_its_translation(encoder: BundledEncoder) -> None:
    scores = encoder.encode_queries(ENGLISH) @ encoder.encode_passages(FRENCH).T
    assert scores.argmax(axis=1).tolist() == [0, 1, 2]
    assert scores.argmax(axis=0).tolist() == [0, 1, 2]
    others = scores - 9 * np.eye(3)
    assert scores.diagonal().min() > others.max() + 0.25


def test_a_row_does_not_depend_on_its_neighbours(encoder: BundledEncoder) -> None:
    long = " ".join(FRENCH * 20)
    together = encoder.encode_passages([FRENCH[0], long, FRENCH[1], ""])
    alone = np.concatenate([encoder.encode_passages([text]) for text in (FRENCH[0], long, FRENCH[1], "")])
    assert np.array_equal(together, alone)


def test_two_encoders_and_many_threads_agree(encoder: BundledEncoder) -> None:
    expected = encoder.encode_passages(FRENCH)
    with ThreadPoolExecutor(4) as pool:
        for rows in pool.map(encoder.encode_passages, [FRENCH] * 8):
            assert np.array_equal(rows, expected)
    assert np.array_equal(BundledEncoder(threads=1).encode_passages(FRENCH), expected)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_finite_unit_row(text: str) -> None:
    rows = one_encoder().encode_queries([text])
    assert np.isfinite(rows).all()
    assert np.linalg.norm(rows[0]) == pytest.approx(1.0, abs=1e-5)


def test_the_end_of_a_long_text_counts(encoder: BundledEncoder) -> None:
    filler = "Le conseil municipal a examiné le budget de la voirie pendant une longue séance. " * 40
    assert encoder.count_tokens([filler])[0] > 2 * encoder.max_tokens
    plain, ended = encoder.encode_passages([filler, filler + "Un volcan est entré en éruption en Islande. " * 15])
    about = encoder.encode_queries(["volcano eruption in Iceland"])[0]
    assert float(about @ ended) > float(about @ plain) + 0.05


def test_the_second_window_of_a_long_text_weighs_half(encoder: BundledEncoder) -> None:
    first, second = ("council " * (encoder.max_tokens - 2), "harvest " * (encoder.max_tokens - 2))
    long, one, two = encoder.encode_passages([first + second, first, second])
    mixed = one + two / 2
    np.testing.assert_allclose(long, mixed / np.linalg.norm(mixed), atol=1e-5)


def test_tokens_are_counted_with_the_special_ones(encoder: BundledEncoder) -> None:
    assert encoder.count_tokens(["", "gouvernement", "Le gouvernement"]) == [2, 3, 4]


def test_reference_vectors(encoder: BundledEncoder) -> None:
    """The committed weights, run here, give what they gave when they were made (0.999: processors round int8 apart)."""
    reference = json.loads(REFERENCE.read_text(encoding="utf-8"))
    assert encoder.fingerprint == reference["fingerprint"]
    rows = encoder.encode_passages(reference["texts"])
    stored = np.frombuffer(base64.b64decode(reference["vectors"]), np.float16).reshape(rows.shape).astype(np.float32)
    assert (rows * stored).sum(axis=1).min() > 0.999


def test_it_meets_the_protocol(encoder: BundledEncoder) -> None:
    assert isinstance(encoder, Encoder)
    assert encoder.name == "bundled"
    assert encoder.max_tokens == 256
    assert len(encoder.fingerprint) == 16


def test_half_a_surrogate_pair_is_no_obstacle(encoder: BundledEncoder) -> None:
    rows = encoder.encode_passages(["Le maire \ud83d a démissionné.", "Le maire ? a démissionné."])
    assert np.array_equal(rows[0], rows[1])
    assert encoder.count_tokens(["\ud83d"]) == [3]


def test_a_string_or_a_number_is_refused(encoder: BundledEncoder) -> None:
    with pytest.raises(EncoderError, match=r"pass \[text\]"):
        encoder.encode_queries("one text")
    with pytest.raises(EncoderError, match="text number 1 is a int"):
        encoder.encode_queries(["fine", 3])  # type: ignore[list-item]


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="sentence_bert_config.json is missing"):
        BundledEncoder(tmp_path)
    (tmp_path / "sentence_bert_config.json").write_text('{"max_seq_length": 256}')
    (tmp_path / "tokenizer.json").write_text("{")
    with pytest.raises(EncoderError, match="tokenizer.json is missing or unreadable"):
        BundledEncoder(tmp_path)


def test_the_environment_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CITEWIRE_ENCODER", raising=False)
    monkeypatch.setenv("CITEWIRE_THREADS", "1")
    assert load_encoder().name == "bundled"
    text = describe_encoders()
    assert "In use: bundled" in text
    assert "CITEWIRE_ENCODER=intfloat/multilingual-e5-small" in text
    assert one_encoder().fingerprint in text
