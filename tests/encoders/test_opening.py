"""On which processors sums of int8 must be asked to be precise."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest

from rag.encoders.opening import sums_overflow


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
