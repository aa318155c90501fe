"""Citewire in the browser: a cached assistant, the conversation, one answer after another.

Knows: what a visitor can do and in which order the page is drawn. Does not know how articles are read, searched or
quoted: that is ``rag.assistant``; nor how anything looks: that is ``rag.ui``.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from rag import adding
from rag.assistant import Assistant
from rag.build import build
from rag.drafts import OnText
from rag.errors import CitewireError, CorpusError, IndexMismatch, IndexMissing
from rag.settings import Settings
from rag.types import Answer, BuildReport, Skipped, Turn
from rag.ui import conversation, draw, examples, failures, markup, sidebar
from rag.ui.lookout import Lookout
from rag.ui.narrowing import Choices
from rag.ui.words import Words, words_for
from rag.unchanged import Drift, drift

logger = logging.getLogger("citewire.app")


@st.cache_resource(show_spinner=False)
def open_assistant(_settings: Settings, key: str) -> Assistant:
    """One assistant for all visitors, by index and settings."""
    return Assistant.open(_settings.index, _settings)


@st.cache_resource(show_spinner=False)
def build_lock() -> threading.Lock:
    """Builds started from the page wait for each other; one from elsewhere is told apart by the index itself."""
    return threading.Lock()


@st.cache_resource(show_spinner=False, max_entries=4)
def lookout(_assistant: Assistant, corpus: Path, key: str) -> Lookout[Drift]:
    """Who looks whether the corpus has gone on from the index, by what is in the index now."""
    return Lookout(lambda: drift(corpus, _assistant.index.files()))


def explain(error: Exception, words: Words) -> str:
    """One line for the page; what was not raised on purpose goes to the log in full."""
    if isinstance(error, CitewireError):
        return failures.told(error, words)
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
    lookout.clear()
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


def add_articles(settings: Settings, words: Words) -> None:
    """Where articles can be added, if the corpus may be written to; those handed over are written and indexed."""
    if not adding.writable(settings.corpus):
        return
    skipped: list[Skipped] = []
    progress = st.container()
    if files := sidebar.uploads(settings.corpus, words):
        try:
            with build_lock():
                _, skipped = adding.add(settings.corpus, files)
            with progress:
                report = update_index(settings, words.rebuilding, words)
        except Exception as error:  # the page stays; what was written is taken in by the next build
            st.session_state.report = None
            draw.failure(explain(error, words), words)
            sidebar.skipped(skipped, words)
        else:
            st.session_state.report = replace(report, skipped=(*skipped, *report.skipped))
            st.rerun()


def side(assistant: Assistant, settings: Settings, words: Words, just_built: bool) -> Choices:
    """The sidebar; returns what the visitor chose there."""

    @st.fragment(run_every="20s")  # a build from elsewhere shows up by itself
    def facts() -> None:
        try:
            assistant.index.refresh()
            sidebar.facts(assistant.index.info(), words)
        except Exception as error:  # a fragment runs on its own: nobody above would tell
            draw.failure(explain(error, words), words)

    @st.fragment(run_every="20s")
    def behind() -> None:
        seen = lookout(assistant, settings.corpus, f"{settings} {assistant.index.info().generation}").seen()
        if seen is not None:
            sidebar.behind(seen, words)

    with st.sidebar:
        facts()
        chosen = sidebar.choices(assistant.index.info(), words)
        behind()
        rebuild_button(settings, words, just_built)
        add_articles(settings, words)
        conversation.buttons(words)
    return chosen


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
                examples.label(question),
                key=f"example-{number}",
                width="stretch",
                on_click=conversation.put,
                args=(question,),
            )


def asking(assistant: Assistant) -> conversation.Ask:
    """How to ask this assistant."""

    def ask(question: str, history: Sequence[Turn], chosen: Choices, read_time: bool, on_text: OnText) -> Answer:
        return assistant.ask(
            question, history, filter=chosen.filter, as_of=chosen.as_of, read_time=read_time, on_text=on_text
        )

    return ask


def page() -> None:
    """Draw the page from top to bottom; Streamlit runs this on every interaction."""
    words = words_for(st.context.locale)
    st.set_page_config(page_title="Citewire", page_icon=draw.ICON, layout="centered")
    draw.style(words)
    draw.masthead(words)
    with st.sidebar:  # there from the beginning, so that the page does not move aside when it is filled
        sidebar.heading(words)
    try:
        settings = Settings.from_environment()
    except CitewireError as error:
        draw.failure(explain(error, words), words)
        return
    body = st.container(key="body")
    try:
        with body:
            assistant, just_built = assistant_or_build(settings, words)
        conversation.shown()
        # In a container of its own, kept at the foot by the style: a bare chat input makes Streamlit follow the end of
        # the page, and an answer is read from its beginning.
        with st.container(key="ask"):
            narrowed = st.container()
            st.chat_input(words.ask, key="question", on_submit=conversation.typed)
        chosen = side(assistant, settings, words, just_built)
        with narrowed:
            sidebar.narrowed(chosen, words)
    except CorpusError as error:  # no article yet: every run of the page looks for some again
        with body:
            draw.nothing_yet(settings.corpus, explain(error, words), words)
            st.button(words.look_again, icon=":material/refresh:", key="rebuild", type="primary")
            add_articles(settings, words)
        return
    except Exception as error:  # told in one line, with the button that may repair it
        with body:
            why = explain(error, words)
            draw.failure(why, words)
            rebuild_button(settings, words, told=why)
        return
    with body:
        if not conversation.shown().asked:
            welcome(words, assistant)
        desk = conversation.Desk(asking(assistant), assistant.index.article, assistant.index.state())
        conversation.converse(desk, chosen, partial(explain, words=words), words)


page()
