"""The conversation on the page: what was asked, what came of it, and what is still to be answered.

Knows: the order of exchanges, that the page's address names the conversation it shows, and that a run of the page may
end at any click or at Stop. A question is recorded before anything is drawn and answered apart from the page, so that
the next run takes it up where it is, after the page was loaded again, too. Does not know how answers are found: it is
handed the function that asks.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from rag.drafts import OnText
from rag.types import Answer, Turn
from rag.ui import draw, export, markup, sidebar
from rag.ui.exchange import Exchange
from rag.ui.kept import Conversation, Conversations
from rag.ui.narrowing import Choices
from rag.ui.opened import FetchArticle
from rag.ui.pending import Pending
from rag.ui.words import Words

Ask = Callable[[str, Sequence[Turn], Choices, bool, OnText], Answer]
"""Question, turns before it, what to keep to, whether to read a time from its words, where unverified text goes."""
Explain = Callable[[Exception], str]

_LOOK_EVERY = 0.1  # seconds: each time the whole draft goes to the browser
_NAME = "conversation"  # of the parameter that names it in the page's address


@dataclass(frozen=True, slots=True)
class Desk:
    """Who answers: how to ask, where the articles are, and what is equal as long as the index holds the same."""

    ask: Ask
    fetch: FetchArticle
    state: Hashable


@st.cache_resource(show_spinner=False)
def _kept() -> Conversations:
    return Conversations()


def shown() -> Conversation:
    """The conversation that the page's address names; a new one, not named yet, where it names none that is kept.

    To be called before the sidebar is drawn: with a conversation its filters are back.
    """
    name = st.query_params.get(_NAME, "")
    held: Conversation | None = st.session_state.get("shown")
    if held is not None and held.name == name and held.asked:
        _kept().keep(held)
    elif (found := _kept().find(name)) is not None and (past := found.exchanges()):
        held = _opened(found, past)
    elif held is None or held.asked:
        held = Conversation()
    if not held.asked:
        st.session_state.told = 0
    st.session_state.shown = held
    return held


def _opened(found: Conversation, past: Mapping[int, Exchange]) -> Conversation:
    """A conversation that this page did not show until now: as if its last question had just been asked."""
    _kept().keep(found)
    newest = max(past)
    sidebar.choose(past[newest].chosen)
    st.session_state.fresh, st.session_state.told = True, newest
    return found


def typed() -> None:
    """Record what was typed into the box; the first thing that happens when it is sent. Nothing said is no question."""
    if any(letter.isalnum() for letter in st.session_state.question):
        put(st.session_state.question)


def put(question: str, *, read_time: bool = True, everywhere: bool = False) -> None:
    """Record a question, as if it had been typed; or without reading a time from its words, or with no filter set."""
    conversation = shown()
    if everywhere:
        sidebar.choose(Choices())
    conversation.add(Exchange(question, read_time=read_time))
    _name(conversation)
    st.session_state.pop("left", None)
    st.session_state.fresh = True
    st.session_state.report = None  # told already


def _name(conversation: Conversation) -> None:
    """Have the page's address name a conversation, by which it is found again."""
    _kept().keep(conversation)
    st.query_params[_NAME] = conversation.name


def begin() -> None:
    """Leave the conversation for a new one; until something is asked there, the old one can be had back or erased."""
    st.session_state.left, st.session_state.fresh = shown(), True
    st.query_params.pop(_NAME, None)


def back() -> None:
    """Return to the conversation that was left last."""
    _name(st.session_state.pop("left"))


def erase() -> None:
    """Forget the conversation that was left last, here and wherever else it is shown."""
    _kept().erase(st.session_state.pop("left"))


def buttons(words: Words) -> None:
    """What can be done with a whole conversation, where there is one: keep, leave, return to or erase it."""
    conversation = shown()
    if conversation.asked:
        st.download_button(
            words.download,
            lambda: export.markdown(conversation.exchanges().values(), words),
            words.file_name,
            "text/markdown",
            key="download",
            on_click="ignore",  # nothing on the page changes
            icon=":material/download:",
            width="stretch",
        )
        st.button(words.begin, icon=":material/add_comment:", width="stretch", key="begin", on_click=begin)
    elif (left := st.session_state.get("left")) is not None and left.asked:  # none where another tab has erased it
        st.button(words.back, icon=":material/undo:", width="stretch", key="back", on_click=back)
        # Asked for twice: it stands where a second click on the button for a new conversation would fall.
        with st.popover(words.erase, icon=":material/delete:", width="stretch"):
            st.caption(words.erase_more)
            st.button(words.erase_now, width="stretch", key="erase", on_click=erase)


def converse(desk: Desk, chosen: Choices, explain: Explain, words: Words) -> None:
    """The conversation from top to bottom; what is not answered yet is answered on the way."""
    conversation, fresh = shown(), bool(st.session_state.pop("fresh", False))
    past = conversation.exchanges()
    if fresh and not past:
        draw.focus_box()
    if dropped := conversation.asked - len(past):
        draw.dropped(dropped, words)
    for number, asked in past.items():
        with st.container(key=f"exchange-{number}"):
            draw.question(asked.question, number, words)
            newest = fresh and number == conversation.asked - 1
            if newest:
                draw.scroll_to_last_question()
            if asked.waiting:
                asked = past[number] = _answered(conversation, past, number, desk, chosen, explain, words)
            draw.outcome(asked, number, desk.fetch, words, put, moved_on=asked.state != desk.state)
            if number >= st.session_state.get("told", 0):  # by no run before, for one that brought it may have ended
                draw.announce()
                st.session_state.told = number + 1
        if newest:
            draw.scroll_to_last_question()


def _answered(
    conversation: Conversation,
    past: Mapping[int, Exchange],
    number: int,
    desk: Desk,
    chosen: Choices,
    explain: Explain,
    words: Words,
) -> Exchange:
    """Wait for what comes of an exchange; where a run before this one has asked, for what comes of that."""
    asked = past[number]
    pending = asked.pending
    if pending is None:
        earlier = [exchange for at, exchange in past.items() if at < number]
        turns = [Turn(e.question, e.answer.standalone or e.question, e.answer) for e in earlier if e.answer]
        pending = Pending(partial(desk.ask, asked.question, turns, chosen, asked.read_time))
        asked = replace(asked, pending=pending, chosen=chosen, state=desk.state)
        conversation.change(number, asked)
    place = st.empty()
    with place.container(key=f"waiting-{number}"):
        _wait(pending, number, words)
    try:
        asked = replace(asked, answer=pending.result(), pending=None)
    except Exception as error:  # one line in the conversation, the rest in the log
        asked = replace(asked, failure=explain(error), pending=None)
    conversation.change(number, asked)
    place.empty()
    return asked


def _wait(pending: Pending, number: int, words: Words) -> None:
    """Show what is written until the answer is there. A click or Stop may end this run of the page meanwhile.

    A stopped run draws nothing more, so the way on is drawn first; the style shows it once nothing runs, and any next
    run takes the question up.
    """
    st.html(markup.waiting(words))
    st.button(words.ask_again, key=f"again-{number}", icon=":material/refresh:")
    draft, before = st.empty(), ""
    while not pending.ready(within=_LOOK_EVERY):
        written = pending.written
        if written != before:
            draft.html(markup.streaming(written, words))
            before = written
        st.session_state.get("shown")  # where Streamlit lets a click or Stop through
