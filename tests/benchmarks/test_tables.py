"""The tables of the benchmarks are written where they are asked for, and not where help is."""

import sys

import pytest

from benchmarks import tables


def test_help_is_help_and_writes_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tables, "RESULTS", tmp_path)
    monkeypatch.setattr(sys, "argv", ["tables", "--help"])
    with pytest.raises(SystemExit) as stopped:
        tables.main()
    assert stopped.value.code == 0 and "python -m benchmarks.tables" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(sys, "argv", ["tables"])
    tables.main()
    assert (tmp_path / "index.md").read_text(encoding="utf-8").startswith("# The index, measured")
