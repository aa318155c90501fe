"""Writers: ranked sentences to a draft answer, with a language model or without.

Knows which writer the settings ask for. Imports the one that is wanted only.
"""

from __future__ import annotations

from rag.settings import Settings
from rag.writers.base import Writer

__all__ = ["Writer", "load_writer"]


def load_writer(settings: Settings) -> Writer:
    """The extractive writer; behind the chat-model writer where the settings name a model.

    Raises:
        WriterError: the chat model cannot be set up; the message says what to do.
    """
    from rag.writers.extractive import ExtractiveWriter

    quotes = ExtractiveWriter(claims=settings.claims, threshold=settings.refusal_threshold)
    if not settings.chat_model:
        return quotes
    from rag.writers.backed import BackedWriter
    from rag.writers.chat import ChatWriter

    return BackedWriter(ChatWriter.from_settings(settings), quotes)
