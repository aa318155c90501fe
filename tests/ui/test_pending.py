"""An answer on its way: what is written shows, and what goes wrong is raised where the answer is waited for."""

from __future__ import annotations

import threading

import pytest

from rag.types import Answer
from rag.ui.pending import OnText, Pending


def test_what_is_written_shows_before_the_answer_is_there() -> None:
    written, go = threading.Event(), threading.Event()

    def ask(show: OnText) -> Answer:
        show("It ")
        show("is")
        written.set()
        assert go.wait(10)
        return Answer("?", "en")

    pending = Pending(ask)
    assert written.wait(10)
    assert pending.written == "It is"
    assert not pending.ready(within=0)
    go.set()
    assert pending.ready(within=10)
    assert pending.result() == Answer("?", "en")


def test_what_goes_wrong_is_raised_where_it_is_waited_for() -> None:
    def ask(show: OnText) -> Answer:
        raise ValueError("no index")

    pending = Pending(ask)
    assert pending.ready(within=10)
    with pytest.raises(ValueError, match="no index"):
        pending.result()
