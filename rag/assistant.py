"""The only conductor: a question in, a proved answer or a plain refusal out.

Knows the order of the steps: standalone question, retrieval, evidence, draft, guard, answer. Does not know how any of
them works, and keeps no conversation: the caller hands in the turns so far.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from rag.answering import notes_of, refusal_of, speaks_of
from rag.citations import verify
from rag.encoders.base import Encoder
from rag.follow_up import standalone
from rag.index.base import NewsIndex
from rag.question import analyse
from rag.retrieve import Retriever
from rag.settings import Settings
from rag.types import Answer, Draft, Filter, Turn
from rag.writers.base import Writer


class Assistant:
    """Answers questions over one index.

    Open it with :meth:`open`; it follows new generations of the index by itself.
    """

    def __init__(self, retriever: Retriever, writer: Writer, settings: Settings | None = None) -> None:
        self.retriever = retriever
        self.writer = writer
        self.settings = settings or Settings()

    @classmethod
    def open(
        cls,
        index: Path | str,
        settings: Settings | None = None,
        *,
        encoder: Encoder | None = None,
        writer: Writer | None = None,
    ) -> Assistant:
        """Open a built index with the encoder that made it and the writer the settings name.

        Raises:
            IndexMissing: no index there.
            IndexMismatch: made by another encoder or version; the message names the command that repairs it.
            WriterError: the chat model named by the settings cannot be set up.
        """
        settings = settings or Settings.from_environment()
        retriever = Retriever.open(index, settings=settings, encoder=encoder)
        return cls(retriever, writer or _writer(settings), settings)

    @property
    def index(self) -> NewsIndex:
        """The index answered from."""
        return self.retriever.index

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        filter: Filter | None = None,
        as_of: date | None = None,
        on_text: Callable[[str], None] | None = None,
    ) -> Answer:
        """Answer one question.

        Args:
            question: in English or French, as typed.
            history: earlier turns of the conversation, oldest first; a follow-up is completed from them.
            filter: which articles may answer.
            as_of: answer only from what was published by this day.
            on_text: receives unverified text while a chat model writes.

        Raises:
            WriterError: the chat model cannot be reached.
            IndexError_: the index became unusable.
        """
        clock = _Clock()
        window = _window(filter or Filter(), as_of)
        asked = analyse(standalone(question, history))
        clock.lap("analyse")
        hits = self.retriever.search(asked, k=self.settings.hits, filter=window) if asked.text else []
        clock.lap("retrieve")
        evidence = self.retriever.evidence(asked, hits)
        clock.lap("rank")
        draft = self.writer.write(asked, evidence, on_text=on_text) if evidence else Draft(refusal="no_evidence")
        clock.lap("write")
        verified = verify(draft, asked)
        filtered_out = not evidence and not window.is_empty and not self.index.articles(window)
        refusal = refusal_of(asked, draft, verified, evidence, filtered_out)
        clock.lap("verify")
        answer = Answer(
            question=question,
            language=asked.language,
            direct=None if refusal else verified.direct,
            claims=() if refusal else verified.claims,
            refusal=refusal,
            hits=tuple(hits),
            evidence=tuple(evidence),
            withheld=verified.withheld,
            window=window,
            standalone=asked.text,
            timings_ms=clock.laps,
        )
        return replace(answer, as_of=as_of or speaks_of(answer), notes=notes_of(answer, as_of))


class _Clock:
    """Milliseconds spent in each named step."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = round((now - self._last) * 1000, 1)
        self._last = now


def _writer(settings: Settings) -> Writer:
    if settings.chat_model:
        from rag.writers.chat import ChatWriter

        return ChatWriter.from_settings(settings)
    from rag.writers.extractive import ExtractiveWriter

    return ExtractiveWriter(claims=settings.claims, threshold=settings.refusal_threshold)


def _window(filter: Filter, as_of: date | None) -> Filter:
    """The filter with its end brought forward to ``as_of``."""
    if as_of is None:
        return filter
    return replace(filter, until=as_of if filter.until is None else min(filter.until, as_of))
