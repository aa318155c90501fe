"""The conversation of one visitor: what was asked, what came of it, and what is still to be answered.

Knows: the order of exchanges, and that a run of the page may end at any click or at Stop. A question is recorded before
anything is drawn and answered apart from the page, so that the next run takes it up where it is. Does not know how
answers are found: it is handed the function that asks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from rag.assistant import OnText
from rag.types import Answer, Turn
from rag.ui import draw, export, markup, sidebar
from rag.ui.exchange import Exchange
from rag.ui.narrowing import Choices
from rag.ui.opened import FetchArticle
from rag.ui.pending import Pending
from rag.ui.words import Words

Ask = Callable[[str, Sequence[Turn], Choices, bool, OnText], Answer]
"""Question, turns before it, what to keep to, whether to read a time from its words, where unverified text goes."""
Explain = Callable[[Exception], str]

_LOOK_EVERY = 0.1  # seconds: each time the whole draft goes to the browser


def exchanges() -> list[Exchange]:
    """The exchanges so far, oldest first; to be changed in place."""
    kept: list[Exchange] = st.session_state.setdefault("exchanges", [])
    return kept


def typed() -> None:
    """Record what was typed into the box; the first thing that happens when it is sent. Nothing said is no question."""
    if any(letter.isalnum() for letter in st.session_state.question):
        put(st.session_state.question)


def put(question: str, *, read_time: bool = True, everywhere: bool = False) -> None:
    """Record a question, as if it had been typed; or without reading a time from its words, or with no filter set."""
    if everywhere:
        sidebar.widen()
    exchanges().append(Exchange(question, read_time=read_time))
    st.session_state.pop("cleared", None)
    st.session_state.fresh = True
    st.session_state.report = None  # told already


def forget() -> None:
    """Begin again with an empty conversation; until something is asked, the old one can be brought back."""
    st.session_state.cleared = exchanges()
    st.session_state.exchanges, st.session_state.told = [], 0


def restore() -> None:
    """Bring the conversation back that was cleared last."""
    st.session_state.exchanges = st.session_state.pop("cleared", [])


def buttons(words: Words) -> None:
    """What can be done with the whole conversation, where there is one: keep it, clear it, or undo that."""
    kept = exchanges()
    if kept:
        st.download_button(
            words.download,
            lambda: export.markdown(kept, words),
            words.file_name,
            "text/markdown",
            key="download",
            on_click="ignore",  # nothing on the page changes
            icon=":material/download:",
            width="stretch",
        )
        st.button(words.clear, icon=":material/delete_sweep:", width="stretch", key="clear", on_click=forget)
    elif st.session_state.get("cleared"):
        st.button(words.restore, icon=":material/undo:", width="stretch", key="restore", on_click=restore)


def converse(ask: Ask, chosen: Choices, fetch: FetchArticle, explain: Explain, words: Words) -> None:
    """The conversation from top to bottom; what is not answered yet is answered on the way."""
    past, fresh = exchanges(), bool(st.session_state.pop("fresh", False))
    for number in range(len(past)):
        with st.container(key=f"exchange-{number}"):
            draw.question(past[number].question, number, words)
            newest = fresh and number == len(past) - 1
            if newest:
                draw.scroll_to_last_question()
            if past[number].waiting:
                _answer(past, number, ask, chosen, explain, words)
            draw.outcome(past[number], number, fetch, words, put)
            if number >= st.session_state.get("told", 0):  # by no run before, for one that brought it may have ended
                draw.announce()
                st.session_state.told = number + 1
        if newest:
            draw.scroll_to_last_question()


def _answer(past: list[Exchange], number: int, ask: Ask, chosen: Choices, explain: Explain, words: Words) -> None:
    """Wait for an answer and put it into its exchange; where a run before this one has asked, for that one's."""
    asked = past[number]
    turns = [Turn(e.question, e.answer.standalone or e.question, e.answer) for e in past[:number] if e.answer]
    pending = asked.pending
    if pending is None:
        pending = Pending(partial(ask, asked.question, turns, chosen, asked.read_time))
        past[number] = asked = replace(asked, pending=pending, chosen=chosen)
    place = st.empty()
    with place.container(key=f"waiting-{number}"):
        _wait(pending, number, words)
    try:
        past[number] = replace(asked, answer=pending.result(), pending=None)
    except Exception as error:  # one line in the conversation, the rest in the log
        past[number] = replace(asked, failure=explain(error), pending=None)
    place.empty()


def _wait(pending: Pending, number: int, words: Words) -> None:
    """Show what is written until the answer is there. A click or Stop may end this run of the page meanwhile.

    A stopped run draws nothing more, so the way on is drawn first; the style shows it once nothing runs, and any next
    run takes the question up.
    """
    st.html(markup.waiting(words))
    st.button(words.ask_again, key=f"again-{number}", icon=":material/refresh:")
    draft, shown = st.empty(), ""
    while not pending.ready(within=_LOOK_EVERY):
        written = pending.written
        if written != shown:
            draft.html(markup.streaming(written, words))
            shown = written
        st.session_state.get("exchanges")  # where Streamlit lets a click or Stop through
