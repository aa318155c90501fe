"""The examples of ``--help`` work on the sample corpus, where a newcomer tries them."""

from __future__ import annotations

import io
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.cli import parser
from tests.cli.material import Run


def examples() -> list[str]:
    """Every example of ``citewire ask`` and ``citewire search``, as it is printed."""
    top = parser()
    lines = [line for each in (top, *top.commands.values()) for line in (each.epilog or "").splitlines()]
    return list(dict.fromkeys(line.strip() for line in lines if "citewire ask" in line or "citewire search" in line))


@pytest.mark.parametrize("example", examples())
def test_an_example_is_answered(
    sample_index: Path, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    piped, _, command = example.rpartition(" | ")
    monkeypatch.setattr("sys.stdin", io.StringIO(shlex.split(piped)[1] if piped else ""))
    told = run(*shlex.split(command)[1:], "--index", sample_index)
    assert (told.status, told.err) == (0, "")
    assert "nothing found" not in told.out and '"passages": []' not in told.out
