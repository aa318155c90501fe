"""Writers: ranked sentences to a draft answer, with a language model or without.

Knows which writer the settings ask for. Imports the one that is wanted only.
"""

from __future__ import annotations

from rag.settings import Settings
from rag.writers.base import Writer

__all__ = ["Writer", "load_writer"]


def load_writer(settings: Settings) -> Writer:
    """The chat-model writer where the settings name a model, else the extractive one.

    Raises:
        WriterError: the chat model cannot be set up; the message says what to do.
    """
    if settings.chat_model:
        from rag.writers.chat import ChatWriter

        return ChatWriter.from_settings(settings)
    from rag.writers.extractive import ExtractiveWriter

    return ExtractiveWriter(claims=settings.claims, threshold=settings.refusal_threshold)
