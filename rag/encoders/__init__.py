"""Text to float32 unit rows: the bundled bilingual encoder, or any sentence-transformers model.

Knows which encoder a name means. Does not know what vectors are used for. Importing it imports no model runtime.
"""

from __future__ import annotations

from pathlib import Path

from rag.encoders.base import Encoder
from rag.errors import INSTALL_HUB
from rag.settings import Settings

__all__ = ["Encoder", "describe_encoders", "load_encoder"]

BUNDLED = "bundled"


def load_encoder(name: str | None = None, threads: int | None = None) -> Encoder:
    """The encoder of that name.

    Args:
        name: ``bundled`` or empty for the shipped one; else a sentence-transformers hub name or folder. None: what
            ``CITEWIRE_ENCODER`` says, the bundled one if it says nothing.
        threads: texts or torch threads at once, 0 for all cores. None: what ``CITEWIRE_THREADS`` says.

    Raises:
        EncoderError: it cannot be loaded.
        MissingExtra: it needs sentence-transformers, which is not installed.
    """
    if name is None or threads is None:
        settings = Settings.from_environment()
        name = settings.encoder if name is None else name
        threads = settings.threads if threads is None else threads
    if not name or name == BUNDLED:
        from rag.encoders.bundled import BundledEncoder

        return BundledEncoder(threads=threads)
    from rag.encoders.hub import HubEncoder

    return HubEncoder(str(Path(name).expanduser()) if name.startswith(("~", ".", "/")) else name, threads)


def describe_encoders() -> str:
    """What ``citewire encoders`` prints: the encoder at hand, and how to use another."""
    from rag.encoders.bundled import BundledEncoder

    encoder = BundledEncoder(threads=1)
    chosen = Settings.from_environment().encoder or BUNDLED
    return "\n".join(
        [
            f"bundled    English and French, {encoder.dimension} dimensions, {encoder.max_tokens} tokens, offline,"
            f" fingerprint {encoder.fingerprint}",
            "any other  a sentence-transformers model, by hub name or folder; its query and passage prompts are read",
            f"           from its configuration. Needs `{INSTALL_HUB}` in Citewire's folder",
            "",
            f"In use: {chosen}. To use another, for example:",
            "  CITEWIRE_ENCODER=intfloat/multilingual-e5-small citewire build",
            "An index is stamped with the encoder that made it; after switching, build again.",
        ]
    )
