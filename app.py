"""Citewire in the browser: a cached assistant, the conversation, one answer after another.

Knows: what a visitor can do and in which order the page is drawn. Does not know how articles are read, searched or
quoted: that is ``rag.assistant``; nor how anything looks: that is ``rag.ui``.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence

import streamlit as st

from rag.assistant import Assistant
from rag.build import build
from rag.errors import CitewireError, CorpusError, IndexMismatch, IndexMissing
from rag.settings import Settings
from rag.types import BuildReport, Turn
from rag.ui import draw, examples, markup, sidebar
from rag.ui.words import Words, words_for

logger = logging.getLogger("citewire.app")

_DRAW_EVERY = 0.1  # seconds: each time the whole draft goes to the browser


@st.cache_resource(show_spinner=False)
def open_assistant(_settings: Settings, key: str) -> Assistant:
    """One assistant for all visitors, by index and settings."""
    return Assistant.open(_settings.index, _settings)


@st.cache_resource(show_spinner=False)
def build_lock() -> threading.Lock:
    """Builds started from the page wait for each other; one from elsewhere is told apart by the index itself."""
    return threading.Lock()


def explain(error: Exception, words: Words) -> str:
    """One line for the page; what was not raised on purpose goes to the log in full."""
    if isinstance(error, CitewireError):
        return str(error)
    logger.error("unexpected error", exc_info=error)
    return words.unexpected.format(kind=type(error).__name__)


def update_index(settings: Settings, label: str, words: Words) -> BuildReport:
    """Bring the index in line with the corpus, watched on the page."""
    with build_lock():
        report = sidebar.watched(
            label,
            words,
            lambda show: build(settings.corpus, settings.index, encoder=settings.encoder or None, progress=show),
        )
    open_assistant.clear()
    return report


def opened(settings: Settings, words: Words) -> Assistant:
    """The assistant, at the newest state of its index."""
    key = f"{settings.index.resolve()} {settings}"
    with st.spinner(words.opening):
        try:
            assistant = open_assistant(settings, key)
            assistant.index.refresh()
        except IndexMismatch:  # made anew for another encoder since: what is at hand is of the old one
            open_assistant.clear()
            assistant = open_assistant(settings, key)
    return assistant


def assistant_or_build(settings: Settings, words: Words) -> tuple[Assistant, bool]:
    """The assistant; where there is no index (or no longer), it is built first, in view. Whether it was."""
    try:
        return opened(settings, words), False
    except IndexMissing:
        label = words.first_build.format(corpus=f"`{settings.corpus}`")
        st.session_state.report = update_index(settings, label, words)
        return opened(settings, words), True


def rebuild_button(settings: Settings, words: Words, just_built: bool = False, told: str = "") -> None:
    """The button that rebuilds, the report of the last build, or why it failed unless that is ``told`` already."""
    if st.button(words.rebuild, icon=":material/refresh:", width="stretch", key="rebuild") and not just_built:
        try:
            st.session_state.report = update_index(settings, words.rebuilding, words)
        except Exception as error:  # the page stays; the reason is told in one line
            st.session_state.report = None
            why = explain(error, words)
            if why != told:
                draw.failure(why, words)
        else:
            st.rerun()
    if st.session_state.get("report") is not None:
        sidebar.report(st.session_state.report, words)


def side(assistant: Assistant, settings: Settings, words: Words, talking: bool, just_built: bool) -> sidebar.Choices:
    """The sidebar; returns what the visitor chose there."""

    @st.fragment(run_every="20s")  # a build from elsewhere shows up by itself
    def facts() -> None:
        try:
            assistant.index.refresh()
            sidebar.facts(assistant.index.info(), words)
        except Exception as error:  # a fragment runs on its own: nobody above would tell
            draw.failure(explain(error, words), words)

    with st.sidebar:
        facts()
        chosen = sidebar.choices(assistant.index.info(), words)
        rebuild_button(settings, words, just_built)
        if talking:
            st.button(words.clear, icon=":material/delete_sweep:", width="stretch", key="clear", on_click=forget)
    return chosen


def forget() -> None:
    """Begin again with an empty conversation."""
    st.session_state.exchanges = []


def put(question: str, read_time: bool = True) -> None:
    """Ask this question on the next run, as if it had been typed; or without reading a time from its words."""
    st.session_state.put = question
    st.session_state.read_time = read_time


def put_for_all_dates(question: str) -> None:
    """Ask this question again, over all dates."""
    put(question, read_time=False)


def welcome(words: Words, assistant: Assistant) -> None:
    """The empty page: what this is, and questions to begin with."""
    st.html(
        f'<div class="cw-welcome"><h2>{markup.text(words.welcome)}</h2><p>{markup.text(words.welcome_more)}</p></div>'
    )
    questions, invite = examples.questions(assistant.index.info()), words.try_one
    if not questions:
        questions = (words.whats_new, *examples.topics(examples.newest(assistant.index)))
        invite = words.in_the_news
    st.html(f'<span class="cw-eyebrow">{markup.text(invite)}</span>')
    with st.container(key="examples", gap="small"):
        for number, question in enumerate(questions):
            st.button(
                examples.label(question), key=f"example-{number}", width="stretch", on_click=put, args=(question,)
            )


def answer(
    question: str, past: Sequence[draw.Exchange], assistant: Assistant, chosen: sidebar.Choices, words: Words
) -> draw.Exchange:
    """Ask, showing what a chat model writes meanwhile; a failure becomes one line of the conversation."""
    place = st.empty()
    history = [Turn(e.question, e.answer.standalone or e.question, e.answer) for e in past if e.answer is not None]
    written: list[str] = []
    drawn = 0.0

    def show(piece: str) -> None:
        nonlocal drawn
        written.append(piece)
        if time.monotonic() - drawn >= _DRAW_EVERY:
            place.html(markup.streaming("".join(written), words))
            drawn = time.monotonic()

    try:
        with place, st.spinner(words.reading):
            found = assistant.ask(
                question,
                history,
                filter=chosen.filter,
                as_of=chosen.as_of,
                read_time=st.session_state.pop("read_time", True),
                on_text=show,
            )
        return draw.Exchange(question, found)
    except Exception as error:  # one line in the conversation, the rest in the log
        return draw.Exchange(question, failure=explain(error, words))
    finally:
        place.empty()


def converse(asked: str | None, assistant: Assistant, chosen: sidebar.Choices, words: Words) -> None:
    """The conversation so far, then the new question with its answer."""
    past: list[draw.Exchange] = st.session_state.exchanges
    for number, exchange in enumerate(past):
        with st.container(key=f"exchange-{number}"):
            draw.question(exchange.question, number, words)
            draw.outcome(exchange, number, assistant.index.article, words, put_for_all_dates)
    if asked:
        number = len(past)
        with st.container(key=f"exchange-{number}"):
            draw.question(asked, number, words)
            draw.scroll_to_last_question()
            history = list(past)
            past.append(draw.Exchange(asked, failure=words.interrupted))  # what stays if the visitor does not wait
            past[number] = answer(asked, history, assistant, chosen, words)
            draw.outcome(past[number], number, assistant.index.article, words, put_for_all_dates)
        draw.scroll_to_last_question()


def page() -> None:
    """Draw the page from top to bottom; Streamlit runs this on every interaction."""
    words = words_for(st.context.locale)
    st.set_page_config(page_title="Citewire", page_icon=draw.ICON, layout="centered")
    draw.style(words)
    draw.masthead(words)
    with st.sidebar:  # there from the beginning, so that the page does not move aside when it is filled
        sidebar.heading(words)
    st.session_state.setdefault("exchanges", [])
    try:
        settings = Settings.from_environment()
    except CitewireError as error:
        draw.failure(explain(error, words), words)
        return
    body = st.container(key="body")
    try:
        with body:
            assistant, just_built = assistant_or_build(settings, words)
        # In a container of its own, kept at the foot by the style: a bare chat input makes Streamlit follow the end of
        # the page, and an answer is read from its beginning.
        with st.container(key="ask"):
            asked = st.chat_input(words.ask, key="question") or st.session_state.pop("put", None)
        if asked:
            st.session_state.report = None  # told already
        chosen = side(assistant, settings, words, bool(asked or st.session_state.exchanges), just_built)
    except CorpusError as error:  # no article yet: every run of the page looks for some again
        with body:
            draw.nothing_yet(settings.corpus, explain(error, words), words)
            st.button(words.look_again, icon=":material/refresh:", key="rebuild", type="primary")
        return
    except Exception as error:  # told in one line, with the button that may repair it
        with body:
            why = explain(error, words)
            draw.failure(why, words)
            rebuild_button(settings, words, told=why)
        return
    with body:
        if not st.session_state.exchanges and not asked:
            welcome(words, assistant)
        converse(asked, assistant, chosen, words)


page()
