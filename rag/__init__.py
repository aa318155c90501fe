"""Citewire: cited, verified, cross-lingual answers over a news corpus.

The public surface is ``__all__``; names load on first use, so that ``import rag`` takes no model into memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rag.build import build  # eager, and cheap: the function must win over the submodule of the same name

if TYPE_CHECKING:
    from rag.assistant import Assistant as Assistant
    from rag.errors import CitewireError as CitewireError
    from rag.retrieve import Retriever as Retriever
    from rag.settings import Settings as Settings
    from rag.types import Answer as Answer
    from rag.types import BuildReport as BuildReport
    from rag.types import Citation as Citation
    from rag.types import Claim as Claim
    from rag.types import Filter as Filter
    from rag.types import Hit as Hit
    from rag.types import Refusal as Refusal
    from rag.types import Turn as Turn

__version__ = "0.1.0"
__all__ = [
    "Answer", "Assistant", "BuildReport", "Citation", "CitewireError", "Claim", "Filter", "Hit", "Refusal", "Retriever",
    "Settings", "Turn", "build",
]  # fmt: skip

_HOMES = {
    "Assistant": "rag.assistant",
    "CitewireError": "rag.errors",
    "Retriever": "rag.retrieve",
    "Settings": "rag.settings",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module on first use (PEP 562)."""
    import importlib

    if name in __all__:
        return getattr(importlib.import_module(_HOMES.get(name, "rag.types")), name)
    raise AttributeError(f"module 'rag' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What ``help(rag)`` and completion offer: the public names, loaded or not."""
    return __all__
