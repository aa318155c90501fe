"""On which processors sums of int8 must be asked to be precise; texts cut up, and work side by side."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest

from rag.encoders.bundled import MODEL_FOLDER
from rag.encoders.opening import cut_up, open_tokenizer, side_by_side, sums_overflow


@pytest.mark.parametrize(
    ("machine", "flags", "expected"),
    [
        ("x86_64", "fpu avx2 bmi2", True),
        ("x86_64", "fpu avx2 avx512_vnni", False),
        ("x86_64", "fpu avx2 avx_vnni", False),
        ("AMD64", None, True),  # where the system does not tell
        ("aarch64", None, False),
    ],
)
def test_sums_overflow_where_there_is_no_vnni(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine: str, flags: str | None, expected: bool
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: machine)
    described = tmp_path / "cpuinfo"
    if flags is not None:
        described.write_text(f"processor\t: 0\nflags\t\t: {flags}\nbogomips\t: 5000\n", encoding="ascii")
    assert sums_overflow(described) is expected


@pytest.mark.parametrize("count", [0, 1, 3, 200])
def test_few_and_many_texts_are_cut_up_alike(count: int) -> None:
    texts = [f"La ministre a signé {n} accords." for n in range(count)]
    tokenizer = open_tokenizer(MODEL_FOLDER / "tokenizer.json")
    found = cut_up(tokenizer, texts)
    assert [item.ids for item in found] == [
        item.ids for item in tokenizer.encode_batch(texts, add_special_tokens=False)
    ]
    assert [item.offsets[-1][1] for item in found] == [len(text) for text in texts]


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_results_keep_their_order_and_the_largest_is_begun_first(threads: int) -> None:
    begun: list[str] = []

    def work(text: str) -> str:
        begun.append(text)
        return text.upper()

    texts = ["b", "dddd", "a", "ccc"]
    assert side_by_side(work, texts, len, threads) == ["B", "DDDD", "A", "CCC"]
    assert sorted(begun) == sorted(texts)
    if threads == 2:
        assert begun.index("dddd") < 2
    assert side_by_side(work, [], len, threads) == []
