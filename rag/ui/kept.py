"""Conversations kept in this process, so that a page loaded again shows its own.

Knows: that whoever has the name of a conversation sees it, so that no name can be guessed; that so many are kept and no
more, nor of each more than so many exchanges. Does not know Streamlit, and writes nothing anywhere: a server that ends
takes them along.
"""

from __future__ import annotations

import secrets
import threading
from dataclasses import replace

from rag.ui.exchange import Exchange

_MOST_CONVERSATIONS = 200
_MOST_EXCHANGES = 100  # some kilobytes each
_NAME_BYTES = 16


class Conversation:
    """The exchanges of one conversation by number, counted from 0; every tab that shows it has this same one."""

    def __init__(self, most: int = _MOST_EXCHANGES) -> None:
        """``most``: how many exchanges are kept; the oldest is dropped for a new one."""
        self.name = secrets.token_urlsafe(_NAME_BYTES)
        self._most = most
        self._lock = threading.Lock()
        self._exchanges: dict[int, Exchange] = {}
        self._asked = 0

    def add(self, value: Exchange) -> None:
        """Take up the next exchange."""
        with self._lock:
            self._exchanges[self._asked] = value
            self._asked += 1
            self._exchanges.pop(self._asked - 1 - self._most, None)

    def change(self, number: int, value: Exchange) -> None:
        """Put what has become of an exchange in its place; without what was retrieved for it, which no page shows.

        An exchange that has been dropped or erased since is not brought back, nor put in the place of another question.
        """
        if value.answer is not None:
            value = replace(value, answer=replace(value.answer, hits=(), evidence=()))
        with self._lock:
            held = self._exchanges.get(number)
            if held is not None and held.question == value.question:
                self._exchanges[number] = value

    def exchanges(self) -> dict[int, Exchange]:
        """The exchanges as they are now, by number, oldest first."""
        with self._lock:
            return dict(self._exchanges)

    def erase(self) -> None:
        """Forget every exchange, in every tab that shows this conversation."""
        with self._lock:
            self._exchanges.clear()
            self._asked = 0

    @property
    def asked(self) -> int:
        """How many exchanges there have been, those dropped included; none since it was erased."""
        return self._asked


class Conversations:
    """Conversations by name, the one used longest ago dropped for a new one; may be used from several threads."""

    def __init__(self, most: int = _MOST_CONVERSATIONS) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._kept: dict[str, Conversation] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def keep(self, value: Conversation) -> None:
        """Keep a conversation under its own name, as the one used last."""
        with self._lock:
            self._kept.pop(value.name, None)
            self._kept[value.name] = value
            while len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]

    def erase(self, value: Conversation) -> None:
        """Keep a conversation no longer, and forget what was said in it."""
        with self._lock:
            self._kept.pop(value.name, None)
        value.erase()

    def find(self, name: str) -> Conversation | None:
        """The conversation of that name; None where none is kept under it."""
        with self._lock:
            return self._kept.get(name)
