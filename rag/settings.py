"""One frozen Settings, and the only reader of environment variables.

Knows: the name, default and allowed values of every setting. Does not know what the settings do.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any

from rag.errors import SettingsError

_LOG = logging.getLogger(__name__)
_told: set[str] = set()  # each unknown variable is told once in a process


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a setting may be: ``told`` in words, ``read`` from text (ValueError: it is none), of which ``types``."""

    told: str
    read: Callable[[str], object]
    types: tuple[type, ...]

    def fits(self, value: object) -> bool:
        """Whether it may be given as it is; True and False are no numbers."""
        return isinstance(value, self.types) and not isinstance(value, bool)


def _folder(raw: str) -> Path:
    return Path(raw).expanduser()


def _finite(raw: str) -> float:
    number = float(raw)
    if not isfinite(number):
        raise ValueError(raw)
    return number


_FOLDER = _Kind("a path", _folder, (Path,))
_TEXT = _Kind("text", str, (str,))
_WHOLE = _Kind("a whole number", int, (int,))
_NUMBER = _Kind("a number", _finite, (int, float))
_KINDS = {
    "corpus": _FOLDER,
    "index": _FOLDER,
    "encoder": _TEXT,
    "chat_model": _TEXT,
    "chat_base_url": _TEXT,
    "chat_timeout": _NUMBER,
    "hits": _WHOLE,
    "claims": _WHOLE,
    "threads": _WHOLE,
    "refusal_threshold": _NUMBER,
}
"""What each field of ``Settings`` may be; where its default is None, it may be None as well."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How Citewire behaves. Every field can be set by the environment variable ``CITEWIRE_<FIELD>``.

    Attributes:
        corpus: folder of the articles; written to only where the page is asked to add some.
        index: folder of the built index.
        encoder: empty for the bundled encoder; else a sentence-transformers model name or path.
        chat_model: empty for the extractive writer; else ``provider:model`` for LangChain's ``init_chat_model``.
        chat_base_url: base URL of an OpenAI-compatible server, where the provider's own is not meant.
        chat_timeout: seconds to wait for the whole reply of the chat model (1 to 3600).
        hits: passages retrieved for a question (1 to 50).
        claims: sentences in an extractive answer at most (1 to 10); twice as many where several names are asked for.
        threads: threads for encoding (up to 256); 0 for all cores.
        refusal_threshold: sureness (0 to 1) below which the extractive writer refuses; None for the calibrated one, 0
            never for want of sureness: articles about something else refuse all the same. At any threshold reports that
            surely give the figure asked for take such a refusal back.

    Raises:
        SettingsError: a value is of another type, or out of its range; the message names it.
    """

    corpus: Path = Path("corpus")
    index: Path = Path("index")
    encoder: str = ""
    chat_model: str = ""
    chat_base_url: str = ""
    chat_timeout: float = 60.0
    hits: int = 8
    claims: int = 3
    threads: int = 0
    refusal_threshold: float | None = None

    def __post_init__(self) -> None:
        for item in fields(self):
            value, kind = getattr(self, item.name), _KINDS[item.name]
            if not (kind.fits(value) or (value is None and item.default is None)):
                raise SettingsError(f"{item.name}={value!r} is not {kind.told}: give one, or leave it out")
        _between("hits", self.hits, 1, 50)
        _between("claims", self.claims, 1, 10)
        _between("threads", self.threads, 0, 256)
        _between("chat_timeout", self.chat_timeout, 1, 3600)
        _between("refusal_threshold", self.refusal_threshold or 0.0, 0, 1)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read ``CITEWIRE_*`` from ``environ`` (the process's own by default).

        Raises:
            SettingsError: a value that cannot be converted or is out of range; the message names the variable.
        """
        environ = os.environ if environ is None else environ
        values: dict[str, Any] = {}
        _tell_unknown(environ, [f"CITEWIRE_{item.name.upper()}" for item in fields(cls)])
        for item in fields(cls):
            variable = f"CITEWIRE_{item.name.upper()}"
            raw = environ.get(variable, "").strip()
            if raw:
                values[item.name] = _convert(variable, raw, _KINDS[item.name])
        return cls(**values)

    def to_environment(self, environ: Mapping[str, str] | None = None) -> dict[str, str]:
        """``environ`` (the process's own by default) with these settings in it: for a process started from here."""
        merged = dict(os.environ if environ is None else environ)
        for item in fields(self):
            value = getattr(self, item.name)
            merged[f"CITEWIRE_{item.name.upper()}"] = "" if value is None else str(value)
        return merged


def wants_plain_text(environ: Mapping[str, str] | None = None) -> bool:
    """Whether the terminal is to get no colours: ``NO_COLOR`` (no-color.org) is set, or ``TERM`` is ``dumb``."""
    environ = os.environ if environ is None else environ
    return bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"


def _tell_unknown(environ: Mapping[str, str], known: list[str]) -> None:
    """A misspelt setting would be ignored without a word."""
    for variable in sorted(environ):
        if variable.startswith("CITEWIRE_") and variable not in known and variable not in _told:
            _told.add(variable)
            close = get_close_matches(variable, known, 1, 0.85)
            if close:
                _LOG.warning("%s is no setting: did you mean %s?", variable, close[0])


def _convert(variable: str, raw: str, kind: _Kind) -> object:
    try:
        return kind.read(raw)
    except (ValueError, RuntimeError):  # the latter of "~nobody": there is no such home
        raise SettingsError(f"{variable}={raw!r} is not {kind.told}: set it to one, or unset it") from None


def _between(name: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise SettingsError(f"{name}={value} is out of range: choose {low} to {high} (CITEWIRE_{name.upper()})")
