"""Citewire: cited, verified, cross-lingual answers over a news corpus.

The public surface is ``__all__``; names load on first use, so that ``import rag`` takes no model into memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rag.build import build  # eager, and cheap: the function must win over the submodule of the same name

if TYPE_CHECKING:
    from rag.assistant import Assistant as Assistant
    from rag.retrieve import Retriever as Retriever
    from rag.settings import Settings as Settings
    from rag.types import Filter as Filter
    from rag.types import Turn as Turn

__version__ = "0.1.0"
__all__ = ["Assistant", "Filter", "Retriever", "Settings", "Turn", "build"]

_HOMES = {
    "Assistant": "rag.assistant",
    "Filter": "rag.types",
    "Retriever": "rag.retrieve",
    "Settings": "rag.settings",
    "Turn": "rag.types",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module on first use (PEP 562)."""
    import importlib

    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'rag' has no attribute {name!r}")
