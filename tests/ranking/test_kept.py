"""Values kept: the one longest not asked for goes first."""

from __future__ import annotations

from rag.ranking.kept import Kept


def test_keeps_at_most_so_many_and_those_asked_for_last() -> None:
    kept: Kept[str, int] = Kept(2)
    kept.put("a", 1)
    kept.put("b", 2)
    assert kept.get("a") == 1
    kept.put("c", 3)
    assert [kept.get(key) for key in "abc"] == [1, None, 3]
    kept.put("a", 4)
    assert kept.get("a") == 4
