"""What is looked at now and then: never twice at once, never waited for long, and an error is no sight."""

from __future__ import annotations

import threading
import time

from rag.errors import CorpusError
from rag.ui.lookout import Lookout


def test_what_was_seen_holds_until_it_is_old() -> None:
    seen = iter(range(9))
    held = Lookout(lambda: next(seen), every=60)
    assert [held.seen(), held.seen()] == [0, 0]
    fresh = Lookout(lambda: next(seen), every=0)
    assert fresh.seen() == 1
    time.sleep(0.05)
    assert fresh.seen() == 2


def test_a_slow_look_is_not_waited_for_and_not_begun_twice() -> None:
    go, looks = threading.Event(), list[int]()

    def look() -> int:
        looks.append(1)
        assert go.wait(10)
        return len(looks)

    slow = Lookout(look, every=0)
    began = time.monotonic()
    assert [slow.seen(), slow.seen()] == [None, None]
    assert time.monotonic() - began < 5
    assert looks == [1]
    go.set()
    deadline = time.monotonic() + 10
    while slow.seen() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert slow.seen() is not None


def test_what_cannot_be_seen_is_nothing() -> None:
    def look() -> int:
        raise CorpusError("the folder is gone")

    assert Lookout(look).seen() is None
