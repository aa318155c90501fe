"""A chat model with the articles' own sentences behind it: a question is answered though the model fails or errs.

Knows when to fall back: the model cannot be reached or says nothing usable, or the guard lets none of its claims
through. A model that says the articles do not answer is believed, unless reports surely give the figure asked for
(``rag.reconcile``); the reader is told what it said.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.citations import verify
from rag.errors import WriterError
from rag.messages import message
from rag.types import Draft, DraftClaim, Evidence, Question
from rag.writers.base import Writer

_log = logging.getLogger(__name__)


class BackedWriter:
    """Writes with one writer, and with another where nothing of the first can be used."""

    def __init__(self, writer: Writer, quotes: Writer) -> None:
        self._writer = writer
        self._quotes = quotes

    def write(
        self, question: Question, evidence: Sequence[Evidence], *, on_text: Callable[[str], None] | None = None
    ) -> Draft:
        """The draft of the first writer; else of the second, with a note that says why.

        What the first wrote in vain comes behind the quotes, for the guard to withhold in the reader's sight.
        """
        try:
            draft = self._writer.write(question, evidence, on_text=on_text)
        except WriterError as error:
            _log.info("%s", error)
            quotes = self._quotes.write(question, evidence)
            return replace(quotes, note=message("chat_failed_note", question.language, why=error))
        if draft.refusal == "weak_evidence":
            return replace(draft, note=message("chat_refused_note", question.language))
        draft = _with_its_short_answer(draft, question)
        if draft.refusal or verify(draft, question).claims:
            return draft
        quotes = self._quotes.write(question, evidence)
        if quotes.refusal:
            return draft
        note = " ".join(filter(None, (message("chat_unproved_note", question.language), draft.note)))
        return replace(quotes, claims=(*quotes.claims, *draft.claims), note=note)


def _with_its_short_answer(draft: Draft, question: Question) -> Draft:
    """The draft; its short answer is a claim of its own where no claim that holds bears it out.

    So it is verified by itself, and shown or told as withheld like any other. Where it holds as a claim but not as the
    short answer, it is left out beside others: a bare figure or name may be of something else.
    """
    if draft.direct is None or draft.direct_evidence is None:
        return draft
    is_claimed = any(claim.text.rstrip(".") == draft.direct for claim in draft.claims)
    held = verify(draft, question)
    if held.direct is not None or is_claimed:
        return draft
    short = DraftClaim(draft.direct, (draft.direct_evidence,))
    whole = replace(draft, claims=(short, *draft.claims))
    tried = verify(whole, question)
    is_bare = tried.direct is None and len(tried.claims) > len(held.claims)
    return draft if held.claims and is_bare else whole
