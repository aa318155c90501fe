"""The only conductor: a question in, a proved answer or a plain refusal out.

Knows the order of the steps: standalone question, retrieval, evidence, draft, guard, answer. Does not know how any of
them works, and keeps no conversation: the caller hands in the turns so far.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, partial
from itertools import zip_longest
from pathlib import Path
from typing import Self

from rag.answering import Clock, Objection, filtered_out, near_enough, objection_to, refusal_of, rounded_off
from rag.citations import Verified, verify
from rag.confirmation import confirmed
from rag.drafts import Drafts, OnText
from rag.encoders.base import Encoder
from rag.errors import UsageError
from rag.follow_up import context_of, is_whole, language_of, standalone, takes_up
from rag.hindsight import told_later
from rag.index.base import NewsIndex
from rag.listing import listed
from rag.originals import cite_originals, with_outlets
from rag.overviews import otherwise, overview
from rag.question import analyse, check_length, split_parts
from rag.ranking.context import is_silent_on, stands_alone
from rag.reconcile import Series, ledger, promote, series_of
from rag.reconcile.misplaced import without_misplaced
from rag.retrieve import Retriever
from rag.settings import Settings
from rag.timeline import TimeScope, time_scope
from rag.types import Answer, Draft, Evidence, Filter, Hit, Question, Turn, hits_of, numbered
from rag.writers import Writer, load_writer

_RELATED = 80  # passages looked through for other reports of a figure
_COPIES = 40  # passages looked through for copies of a cited sentence


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to understand what was typed, and what was found for it."""

    asked: Question
    found: list[Hit]
    hits: list[Hit]
    evidence: list[Evidence]
    scope: TimeScope
    window: Filter
    today: date | None
    clock: Clock


class Assistant:
    """Answers questions over one index.

    Open it with :meth:`open`, where wanted in a ``with`` block; it follows new generations of the index by itself, and
    may be asked from several threads at once.
    """

    def __init__(self, retriever: Retriever, writer: Writer, settings: Settings | None = None) -> None:
        """Answer from what ``retriever`` finds in what ``writer`` makes of it; ``settings``: the defaults if None."""
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
            SettingsError: a ``CITEWIRE_*`` variable has an impossible value, where ``settings`` are not given.
            EncoderError: the encoder cannot be loaded.
            WriterError: the chat model named by the settings cannot be set up.
        """
        settings = settings or Settings.from_environment()
        retriever = Retriever.open(index, settings=settings, encoder=encoder)
        try:
            return cls(retriever, writer or load_writer(settings), settings)
        except BaseException:
            retriever.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the index's files. May be called twice."""
        self.retriever.close()

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
        read_time: bool = True,
        on_text: OnText | None = None,
    ) -> Answer:
        """Answer one question. Where the articles do not say, ``answer.refusal`` tells so, and it has no claims.

        Args:
            question: in English or French, as typed.
            history: earlier turns of the conversation, oldest first; a follow-up is completed from them.
            filter: which articles may answer.
            as_of: answer only from what was published by this day.
            read_time: let words such as "last week" narrow the search; False searches all dates.
            on_text: receives unverified text while a chat model writes; a blank line between two drafts.

        Raises:
            UsageError: the question is no text or too long, or ``as_of`` no date.
            IndexMissing: there is no article in the index yet.
            IndexUnusable: the index became unusable.
        """
        if not isinstance(question, str) or not (as_of is None or isinstance(as_of, date)):
            raise UsageError("ask wants a question as text, and as_of as a datetime.date")
        as_of = as_of.date() if isinstance(as_of, datetime) else as_of  # no day can be compared with a time of day
        check_length(question)
        language = language_of(question, history)
        completed = standalone(question, history)
        read = partial(self._read_as, language=language, filter=filter, as_of=as_of, read_time=read_time)
        readings = [read(completed)]
        if is_whole(question, completed):  # it may have left nothing unsaid
            readings = _likelier_first(readings[0], read(question), context_of(completed))
        answers, drafts = [], Drafts(on_text)
        for reading in readings:
            answers.append(self._answer(question, reading, as_of, drafts.next()))
            if answers[-1].refusal is None:
                return answers[-1]
        if readings[0].scope.window.is_empty:
            return answers[0]
        of_any_day = self._answer(question, read(readings[0].asked.text, any_day=True), as_of, drafts.next())
        return told_later(of_any_day, readings[0].scope) or answers[0]

    def _read_as(
        self,
        text: str,
        language: str | None,
        filter: Filter | None,
        as_of: date | None,
        read_time: bool,
        any_day: bool = False,
    ) -> _Reading:
        """What is found where the question is understood as ``text``; ``any_day``: whenever it was printed."""
        clock = Clock()
        asked = analyse(text, language)
        today = as_of or self.retriever.last_published()  # "last week" is counted from there
        scope = time_scope(asked.text, asked.language, today or date.today()) if read_time else TimeScope()
        scope = replace(scope, strict=False, as_of=False) if any_day else scope
        window = (filter or Filter()).within(None, as_of).within(scope.window.since, scope.window.until)
        clock.lap("analyse")
        found = self.retriever.search(asked, k=max(_RELATED, self.settings.hits), filter=window) if asked.text else []
        clock.lap("retrieve")
        asked, hits, evidence = self._ranked(asked, found, scope, window)
        clock.lap("rank")
        return _Reading(asked, found, hits, evidence, scope, window, today, clock)

    def _answer(self, question: str, reading: _Reading, as_of: date | None, on_text: OnText | None) -> Answer:
        """Answer what was read; ``question`` is as typed."""
        asked, evidence, clock = reading.asked, reading.evidence, reading.clock
        near, objection = self._near(asked, evidence, reading.window)
        written = Draft() if objection else self.writer.write(asked, near, on_text=on_text)
        clock.lap("write")
        draft, verified, series = self._proved(reading, written, near)
        refusal = refusal_of(asked, draft, verified, evidence, objection)
        clock.lap("verify")
        answer = Answer(
            question, asked.language, verified.direct, verified.claims, refusal, tuple(reading.hits), tuple(evidence),
            verified.withheld, ledger(asked, series, verified.claims), window=reading.window,
            time_words=reading.scope.text, counted_from=reading.today if reading.scope.strict else None,
            standalone=asked.text, timings_ms=clock.laps,
        )  # fmt: skip
        return rounded_off(answer, draft.note, as_of)

    def _ranked(
        self, asked: Question, found: Sequence[Hit], scope: TimeScope, window: Filter
    ) -> tuple[Question, list[Hit], list[Evidence]]:
        """The passages an answer may rest on, and their sentences, best first.

        Of a topic these are the leads of its articles, of a name what introduces it, of some days the leads of their
        stories; where there are none, it is asked about like anything else. Of several names each has its sentence, and
        what most articles name comes first.
        """
        told = listed(self.retriever, asked, found)
        if told:
            return replace(asked, kind="list", topic=asked.text), self._fronted(told), told
        hits = self._read(asked, found, window)
        evidence = self.retriever.evidence(asked, hits)
        if not asked.topic:
            return asked, *confirmed(self.retriever, asked, found, hits, evidence)
        told = overview(self.retriever, asked, found, evidence, window, scope)
        return (asked, self._fronted(told), told) if told else (otherwise(asked, evidence), hits, evidence)

    def _read(self, asked: Question, found: Sequence[Hit], window: Filter) -> list[Hit]:
        """The passages to read: those found, and of a question in several parts those found for each, in turn."""
        parts = split_parts(asked.text)
        if len(parts) < 2:
            return list(found[: self.settings.hits])
        each = [
            self.retriever.search(analyse(part, asked.language), k=self.settings.hits, filter=window) for part in parts
        ]
        turns = {hit.passage.id: hit for row in zip_longest(*each) for hit in row if hit is not None}
        return numbered(list(turns.values())[: self.settings.hits * (len(parts) + 1) // 2])

    def _fronted(self, told: Sequence[Evidence]) -> list[Hit]:
        """The passages that sentences chosen by themselves are of, as many as an answer rests on."""
        return numbered(hits_of(told)[: self.settings.hits])

    def _near(
        self, asked: Question, evidence: Sequence[Evidence], window: Filter
    ) -> tuple[list[Evidence], Objection | None]:
        """The sentences that are about the question at all, and what speaks against answering from them."""
        if not evidence and not window.is_empty and not self.index.articles(window):
            return [], filtered_out(asked.language)
        near = near_enough(asked, evidence)
        knows = partial(self.retriever.mentions, language=asked.language, filter=window)
        return near, objection_to(asked, evidence, near, knows)

    def _proved(
        self, reading: _Reading, written: Draft, near: Sequence[Evidence]
    ) -> tuple[Draft, Verified, Series | None]:
        """The draft with the newest report and the originals, what the guard leaves of it, and the reports."""
        asked = reading.asked
        written = without_misplaced(asked, written)
        whole, readings = partial(self.retriever.whole, asked, reading.found), partial(self.retriever.readings, asked)
        series = series_of(asked, written, whole, readings, reading.scope, near)
        related = cache(partial(self.retriever.alike, k=_COPIES, filter=reading.window))
        draft, elsewhere = cite_originals(
            promote(asked, written, series, self.settings.claims), related, self.index.article
        )
        reading.clock.lap("reconcile")
        return draft, with_outlets(verify(draft, asked), elsewhere), series


def _likelier_first(completed: _Reading, alone: _Reading, context: str) -> list[_Reading]:
    """Two readings of one question, the likelier first; the other is left out where it can only be about another."""
    typed = alone.asked
    if not stands_alone(typed, alone.evidence, completed.evidence, analyse(context), takes_up(typed.text)):
        return [completed, alone]
    return [alone] if is_silent_on(typed, completed.evidence) else [alone, completed]
