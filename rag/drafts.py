"""What a caller reads along while a chat model writes: one draft after another, a blank line between two.

Knows where text goes. Does not know who writes it, nor what of it stands in the end.
"""

from __future__ import annotations

from collections.abc import Callable

OnText = Callable[[str], None]


class Drafts:
    """Hands on the text of one draft after another, with a blank line between two."""

    def __init__(self, on_text: OnText | None) -> None:
        """``on_text`` takes the text; None where nobody reads along."""
        self._on_text = on_text
        self._told = False
        self._gap = ""

    def next(self) -> OnText | None:
        """What takes the text of the next draft; None where nobody reads along."""
        self._gap = "\n\n" if self._told else ""
        return self._take if self._on_text else None

    def _take(self, text: str) -> None:
        assert self._on_text is not None
        if self._gap:
            self._on_text(self._gap)
        self._told, self._gap = True, ""
        self._on_text(text)
