"""An evaluation beside an earlier one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.errors import UsageError
from rag.evaluate import Comparison, Earlier, Outcome, compare, read_earlier, summarise

BEFORE = summarise(
    [
        Outcome("a", "who", "en -> en", rank=1, answered=True),
        Outcome("b", "who", "en -> en", rank=2, answered=False),
        Outcome("c", "absent", "en -> en", is_answerable=False, refused=False),
        Outcome("a", "who", "fr -> en", rank=1, answered=True),
    ]
)
NOW = summarise(
    [
        Outcome("a", "who", "en -> en", rank=1, answered=False),
        Outcome("b", "who", "en -> en", rank=1, answered=True),
        Outcome("c", "absent", "en -> en", is_answerable=False, refused=True),
        Outcome("d", "who", "en -> fr", rank=1, answered=True),
    ]
)


def kept(folder: Path, values: object) -> Path:
    path = folder / "figures.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def test_tells_what_changed_and_which_questions_turned(tmp_path: Path) -> None:
    found = compare(NOW, read_earlier(kept(tmp_path, BEFORE.to_dict())))
    by_name = {(change.pair, change.figure): change for change in found.changes}
    assert {pair for pair, _ in by_name} == {"en -> en"}  # fr -> en and en -> fr were asked in one run only
    assert by_name["en -> en", "hit@1"].to_dict() == {
        "pair": "en -> en", "figure": "hit@1", "before": 0.5, "now": 1.0, "change": 0.5,
    }  # fmt: skip
    assert (found.gained, found.lost) == (("b (en -> en)", "c (en -> en)"), ("a (en -> en)",))
    table = found.to_table()
    assert "| en -> en | 1.00 (+0.50) |" in table and "0.50 (=)" in table
    assert table.endswith("right now, not then: b (en -> en), c (en -> en)\n\nright then, not now: a (en -> en)")
    json.dumps(found.to_dict(), allow_nan=False)


def test_an_earlier_run_without_details_compares_figures_only(tmp_path: Path) -> None:
    values = BEFORE.to_dict() | {"about": {"asked": 4}}
    found = compare(NOW, read_earlier(kept(tmp_path, values)))
    assert (found.gained, found.lost) == (None, None)
    assert "not then" not in found.to_table()


def test_a_run_beside_itself_changes_nothing(tmp_path: Path) -> None:
    found = compare(NOW, read_earlier(kept(tmp_path, NOW.to_dict())))
    assert all(change.before == pytest.approx(change.now, abs=1e-4) for change in found.changes)
    assert (found.gained, found.lost) == ((), ())


def test_nothing_in_common_is_said() -> None:
    assert compare(NOW, Earlier({})) == Comparison(())
    assert compare(NOW, Earlier({})).to_table() == "The two runs have no figure in common."


@pytest.mark.parametrize("values", [[], {}, {"by_language_pair": {"en -> en": {"hit@1": "high"}}}, {"about": 3}])
def test_what_is_no_earlier_run_is_one_line(tmp_path: Path, values: object) -> None:
    with pytest.raises(UsageError, match=r"figures\.json: not the figures of an earlier run: .*--json"):
        read_earlier(kept(tmp_path, values))
    with pytest.raises(UsageError, match=r"gone\.json: cannot be read"):
        read_earlier(tmp_path / "gone.json")
