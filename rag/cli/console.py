"""Where the command line writes: plain text, a little emphasis on a terminal, and one line of progress.

Knows streams and terminals. Does not know what is written. Text of articles passes through ``clean`` first, so that no
control character of an article reaches the terminal.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import TextIOWrapper
from typing import TextIO

from rag.errors import UsageError
from rag.pace import Progress
from rag.settings import wants_plain_text

_STYLES = {"\ue000": "\x1b[1m", "\ue001": "\x1b[2m", "\ue002": "\x1b[22m"}  # one character each while lines are wrapped
_STRONG, _WEAK, _PLAIN = _STYLES
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ue000-\ue002]")
_UNITS = {"reading": "files", "embedding": "articles", "indexing": "articles", "removing": "articles"}


def clean(text: str) -> str:
    """``text`` without control characters (line breaks and tabs stay): an article may not steer the terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams of one run; ``styled`` where standard output is a terminal that may be coloured."""

    out: TextIO
    err: TextIO
    styled: bool
    live: bool
    width: int

    @classmethod
    def open(cls) -> Console:
        """The process's own streams, as UTF-8 whatever the locale says; one that is closed leads nowhere."""
        sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()  # for argparse and logging as well
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        plain = wants_plain_text()
        width = min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 0
        return cls(sys.stdout, sys.stderr, sys.stdout.isatty() and not plain, sys.stderr.isatty(), width)

    def line(self, text: str = "") -> None:
        """One line of the result."""
        for mark, code in _STYLES.items() if self.styled else ():  # elsewhere nothing of ours is marked
            text = text.replace(mark, code)
        with _told():
            print(text, file=self.out)

    def data(self, value: object) -> None:
        """The result as JSON, character for character: nothing in it is emphasis."""
        with _told():
            print(json.dumps(value, ensure_ascii=False, indent=2), file=self.out)

    def flush(self) -> None:
        """Hand on what was written so far."""
        with _told():
            self.out.flush()

    def note(self, text: str) -> None:
        """One line beside the result, on standard error; said to nobody where its reader has gone."""
        with suppress(OSError):
            print(text, file=self.err, flush=True)

    def paragraph(self, text: str, indent: int = 0, hang: int = 0) -> None:
        """Text indented, and on a terminal wrapped; ``hang`` more spaces from its second line on."""
        margin = " " * indent
        if not self.width:
            self.line(margin + text)
            return
        for piece in text.split("\n"):
            lines = textwrap.wrap(
                piece,
                self.width,
                initial_indent=margin,
                subsequent_indent=margin + " " * hang,
                break_long_words=False,
                break_on_hyphens=False,
            )
            for wrapped in lines or [""]:
                self.line(wrapped)

    def bold(self, text: str) -> str:
        """Strong emphasis, on a terminal."""
        return f"{_STRONG}{text}{_PLAIN}" if self.styled and text else text

    def dim(self, text: str) -> str:
        """Less weight, on a terminal."""
        return f"{_WEAK}{text}{_PLAIN}" if self.styled and text else text


class ProgressLine:
    """One line on the terminal that is written over: stage, count, rate, time left. Nothing where nobody watches."""

    def __init__(self, console: Console, clock: Callable[[], float] = time.monotonic) -> None:
        self._console = console
        self._clock = clock
        self._stage = ""
        self._since = 0.0
        self._first = 0
        self._drawn = float("-inf")

    def __call__(self, progress: Progress) -> None:
        """Draw ``progress``, ten times a second at most, and always the end of a stage."""
        if not self._console.live:
            return
        now = self._clock()
        if progress.stage != self._stage:
            self._stage, self._since, self._first = progress.stage, now, progress.done
            self._drawn = float("-inf")
        if now - self._drawn < 0.1 and progress.done < progress.total:
            return
        self._drawn = now
        self._write(describe_progress(progress, progress.done - self._first, now - self._since))

    def text(self, text: str) -> None:
        """Any other short message in the same place."""
        if self._console.live:
            self._write(text)

    def clear(self) -> None:
        """Leave the terminal's line empty."""
        if self._console.live:
            self._write("")

    def _write(self, text: str) -> None:
        with suppress(OSError):  # a terminal that has gone stops no build
            self._console.err.write(f"\r{text}\x1b[K")
            self._console.err.flush()


@contextmanager
def _told() -> Iterator[None]:
    """What keeps standard output from being written, as a mistake of ours; a reader that has gone is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        what = error.strerror or str(error)
        told = f"standard output cannot be written ({what}): make room there, or send it elsewhere"
        raise UsageError(told) from error


def _nowhere() -> TextIO:
    """In the place of a closed stream: its number, too, so that no file of the index is opened under it."""
    return open(os.devnull, "w", encoding="utf-8")


def describe_progress(progress: Progress, done: int, seconds: float) -> str:
    """``embedding 1,200 of 5,000 articles, 75 passages/s, 18 s left``; ``done`` in ``seconds`` gives other rates."""
    unit = _UNITS[progress.stage]
    text = f"{progress.stage} {progress.done:,}"
    text += f" of {progress.total:,} {unit}" if progress.total else f" {unit}"
    if done <= 0 or seconds < 0.5:
        return text
    rate = done / seconds
    shown, what = (progress.rate, " passages/s") if progress.rate else (rate, "/s")
    text += f", {shown:,.0f}{what}" if shown >= 10 else f", {shown:.1f}{what}"
    left = progress.total - progress.done
    return f"{text}, {describe_seconds(left / rate)} left" if left > 0 else text


def describe_seconds(seconds: float) -> str:
    """``0.4 s``, ``18 s``, ``3 min 20 s``, ``2 h 05 min``."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    if round(seconds) < 60:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02d} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min"
