"""What the clock of the answers' benchmark runs over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.answers import dense_times, speed
from rag.build import build
from rag.encoders.bundled import BundledEncoder
from rag.settings import Settings
from rag.types import Vectors

QUESTIONS = ["Which harbour did the strike close?", "Who mended the bridge of Marelle?"]


def test_a_dense_search_is_timed_with_the_encoding_of_its_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "strike.txt").write_text("A strike closed the harbour of Marelle.", encoding="utf-8")
    build(tmp_path / "corpus", tmp_path / "index")
    encoded: list[str] = []
    encode = BundledEncoder.encode_queries

    def recorded(self: BundledEncoder, texts: Sequence[str]) -> Vectors:
        encoded.extend(texts)
        return encode(self, texts)

    monkeypatch.setattr(BundledEncoder, "encode_queries", recorded)
    times = dense_times(tmp_path / "index", Settings(), [*QUESTIONS, QUESTIONS[0]])
    assert len(times) == 2, "one asked again would be timed without its encoding"
    assert len(encoded[8:]) == 2 and len(set(encoded)) == len(encoded)
    assert all(time > 0 for time in times)


def test_what_an_ask_takes_is_told_beside_it(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "strike.txt").write_text("A strike closed the harbour of Marelle.", encoding="utf-8")
    build(tmp_path / "corpus", tmp_path / "index")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        '{"qid": "1", "question_en": "Which harbour did the strike close?", "answers": ["Marelle"],'
        ' "article_id": "strike", "evidence_start": 0, "evidence_end": 39, "language": "en"}\n',
        encoding="utf-8",
    )
    told = speed([gold], tmp_path / "index", Settings())
    assert told["ask_ms_p50"] > 0 and told["dense_search_ms_p50"] > 0
    assert told["ask_over_dense"] > 0
