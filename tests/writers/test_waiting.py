"""Pieces of a reply are waited for up to a limit on the whole, and what breaks the reply off is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextvars import ContextVar

import pytest

from rag.writers.waiting import in_time


def test_pieces_come_in_order_and_in_the_callers_context() -> None:
    asked: ContextVar[str] = ContextVar("asked")
    asked.set("here")

    def pieces() -> Iterator[str]:
        yield "one"
        yield asked.get()

    assert list(in_time(pieces(), 5)) == ["one", "here"]


def test_an_iterator_that_never_answers_is_given_up_and_ends_at_its_next_piece() -> None:
    release, ended = threading.Event(), threading.Event()

    def pieces() -> Iterator[str]:
        try:
            yield "one"
            release.wait(10)
            yield "two"
            yield "three"
        finally:
            ended.set()

    begun, heard = time.monotonic(), []
    with pytest.raises(TimeoutError):
        heard.extend(iter(in_time(pieces(), 0.2)))
    assert time.monotonic() - begun < 2
    assert heard == ["one"]
    release.set()
    assert ended.wait(5)


def test_a_limit_holds_though_pieces_keep_coming() -> None:
    def pieces() -> Iterator[int]:
        while True:
            yield 1

    with pytest.raises(TimeoutError):
        for _ in in_time(pieces(), 0.1):
            pass


def test_what_breaks_off_is_told_behind_what_came() -> None:
    def pieces() -> Iterator[str]:
        yield "one"
        raise OSError("gone")

    heard = []
    with pytest.raises(OSError, match="gone"):
        for piece in in_time(pieces(), 5):
            heard.append(piece)
    assert heard == ["one"]
