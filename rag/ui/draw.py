"""Answers on the page: what ``markup`` makes of them, put into Streamlit's containers with what can be clicked.

Knows: the order of things in an exchange. Does not know where answers come from; articles are fetched by the function
it is handed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from rag.messages import counted
from rag.types import Answer, Citation
from rag.ui import chart, emphasis, ledgers, markup, scripts
from rag.ui.exchange import AskAgain, Exchange
from rag.ui.narrowing import refused
from rag.ui.opened import FetchArticle, become_of, open_article
from rag.ui.proofs import earlier, place, proofs, proofs_of
from rag.ui.remarks import remarks
from rag.ui.words import Words, words_for

ICON = Path(__file__).with_name("icon.svg")
_STYLE = Path(__file__).with_name("style.css")


def style(words: Words) -> None:
    """The page's own style and the language it speaks; call once per run."""
    st.html(_STYLE)
    st.html(scripts.SPEAKS[words.language], unsafe_allow_javascript=True)


def masthead(words: Words) -> None:
    """The name of the paper."""
    st.html(f'<header class="cw-masthead"><h1>Cite<span>wire</span></h1><p>{markup.text(words.tagline)}</p></header>')


def failure(message: str, words: Words) -> None:
    """What went wrong, in one line."""
    st.html(markup.failure(message, words))


def nothing_yet(corpus: Path, reason: str, words: Words) -> None:
    """The page of somebody who has no articles yet: where to put them, and why what lies there does not do."""
    held = corpus.is_dir() and any(corpus.iterdir())
    st.html(markup.nothing_yet(corpus.expanduser().resolve(), reason if held else "", words))


def scroll_to_last_question() -> None:
    """Put the newest question at the top of the page, so that its answer is read from the beginning."""
    st.html(scripts.SHOW_LAST_QUESTION, unsafe_allow_javascript=True)


def focus_box() -> None:
    """Put the focus into the box one asks in, where it is nowhere else."""
    st.html(scripts.FOCUS_BOX, unsafe_allow_javascript=True)


def announce() -> None:
    """Have the newest answer told to who does not see it, and every exchange in its own language."""
    st.html(scripts.SAY_NEWEST, unsafe_allow_javascript=True)


def question(value: str, turn: int, words: Words) -> None:
    """The question as the heading of its exchange."""
    st.html(markup.question(value, turn, words))


def dropped(number: int, words: Words) -> None:
    """That the conversation began with questions that are no longer kept."""
    st.html(markup.about(None, [words.dropped.format(n=words.number(number))], words))


def outcome(
    value: Exchange,
    turn: int,
    fetch: FetchArticle,
    words: Words,
    again: AskAgain | None = None,
    moved_on: bool = False,
) -> None:
    """What came of the question: its answer, or the line that says why there is none.

    ``moved_on``: whether the index has changed since.
    """
    if value.answer is not None:
        answer(value.answer, turn, fetch, value, again, moved_on)
    else:
        failure(value.failure, words)


def answer(
    value: Answer,
    turn: int,
    fetch: FetchArticle,
    asked: Exchange | None = None,
    again: AskAgain | None = None,
    moved_on: bool = False,
) -> None:
    """The whole answer: short answer, claims, what is to be known about them, ledger, sources, what was withheld.

    ``asked`` says how it was asked for; ``again`` asks once more, over all dates or everywhere; ``moved_on``: whether
    the index has changed since.
    """
    words = words_for(value.language)
    st.html(markup.said(value, words))
    if value.refusal is not None:
        st.html(markup.refusal(*refused(value.refusal, value.window, words), words))
    if value.direct:
        st.html(markup.direct(value, emphasis.proof(value.citations, value.direct, value.language), turn))
    if value.claims:
        st.html(markup.claims(value, turn))
    if moved_on:
        _since(value, turn, fetch, asked or Exchange(value.question), again)
    _about(value, turn, words, asked or Exchange(value.question), again)
    cited, folded, heading = proofs(value), set[int](), words.sources
    if value.ledger is not None and value.ledger.rows:
        folded = _ledger(value, cited, turn, words, fetch)
    if value.refusal is not None and value.refusal.nearest is not None:
        cited, heading = cited or (replace(value.refusal.nearest, number=1),), words.nearest
    if shown := [citation for citation in cited if citation.number not in folded]:
        _cards(shown, cited, value, turn, heading, fetch)
    if value.withheld:
        label = counted("withheld_note", value.language, len(value.withheld)).rstrip(".")
        with st.expander(label, key=f"withheld-{turn}"):
            st.html(markup.withheld(value.withheld, value.language))


def _about(value: Answer, turn: int, words: Words, asked: Exchange, again: AskAgain | None) -> None:
    """What is to be known of the answer, and the ways to ask again where its search was narrowed."""
    kept = asked.chosen.kept
    lines = markup.about(value.as_of, remarks(value, words, kept, asked.read_time), words)
    if lines:
        st.html(lines)
    if again is None:
        return
    full = (value.standalone or value.question,)
    if value.time_words:
        st.button(words.window_remove, key=f"window-{turn}", type="tertiary", icon=":material/history_toggle_off:",
                  on_click=again, args=full, kwargs={"read_time": False})  # fmt: skip
    if value.refusal is not None and not kept.is_empty:
        st.button(words.widen, key=f"everywhere-{turn}", type="tertiary", icon=":material/travel_explore:",
                  on_click=again, args=full, kwargs={"everywhere": True, "read_time": asked.read_time})  # fmt: skip


def _since(value: Answer, turn: int, fetch: FetchArticle, asked: Exchange, again: AskAgain | None) -> None:
    """That an answer may not hold any more, with the way to ask anew: a quote of it is gone, or it was a refusal."""
    words = words_for(value.language)
    if value.refusal is None and not any(become_of(citation, fetch, words) for citation in proofs(value)):
        return
    st.html(markup.about(None, [words.moved_on], words))
    if again is not None:
        st.button(words.ask_again, key=f"anew-{turn}", type="tertiary", icon=":material/refresh:", on_click=again,
                  args=(value.standalone or value.question,), kwargs={"read_time": asked.read_time})  # fmt: skip


def _ledger(value: Answer, cited: Sequence[Citation], turn: int, words: Words, fetch: FetchArticle) -> set[int]:
    """The newest reports as a table, all of them as a plot, the earlier ones folded up with their source cards.

    Returns the numbers of the cards shown so.
    """
    assert value.ledger is not None
    rows = value.ledger.rows
    proof, folds = proofs_of(rows, cited), earlier(rows)
    marks = [markup.mark(turn, citation, words) for citation in proof]
    kept = {citation.number for citation in (*value.citations, *proof[folds:])}
    folded = [citation for citation in dict.fromkeys(proof[:folds]) if citation.number not in kept]
    with st.container(key=f"ledger-{turn}"):
        newest = replace(value.ledger, rows=rows[folds:])
        st.html(ledgers.table(newest, marks[folds:], words))
        if chart.plottable(value.ledger):
            if unit := chart.measured_in(value.ledger.unit, words):
                st.html(ledgers.unit(unit, words))
            alt = ledgers.heading(value.ledger, words)
            st.vega_lite_chart(spec=chart.over_time(value.ledger, words), key=f"plot-{turn}", alt=alt)
        if folds:
            with st.expander(words.earlier_reports.format(n=words.number(folds)), key=f"reports-{turn}"):
                st.html(ledgers.table(replace(value.ledger, rows=rows[:folds]), marks[:folds], words))
                for citation in folded:
                    _card(citation, cited, value, turn, fetch)
    return {citation.number for citation in folded}


def _cards(
    shown: Sequence[Citation],
    cited: Sequence[Citation],
    value: Answer,
    turn: int,
    heading: str,
    fetch: FetchArticle,
) -> None:
    words = words_for(value.language)
    st.html(f'<h3 class="cw-heading"{markup.lang(words.language)}>{markup.text(heading)}</h3>')
    for citation in shown:
        _card(citation, cited, value, turn, fetch)


def _card(citation: Citation, cited: Sequence[Citation], value: Answer, turn: int, fetch: FetchArticle) -> None:
    words = words_for(value.language)
    with st.container(key=f"card-{turn}-{citation.number}"):
        bold = emphasis.spans(citation, _wanted(value, citation), value.language)
        st.html(markup.card(citation, bold, turn, value.language))
        if told := become_of(citation, fetch, words):
            st.html(markup.changed(told, words))
        label = f"{words.open_article} {citation.number}"
        if st.button(label, key=f"open-{turn}-{citation.number}", type="tertiary", icon=":material/article:"):
            open_article(citation, cited, fetch, words)


def _wanted(value: Answer, citation: Citation) -> tuple[str, ...]:
    """What to set in bold in a quote: the short answer, and the figures the ledger reads off it."""
    rows = value.ledger.rows if value.ledger else ()
    figures = [row.value for row in rows if place(row.citation) == place(citation)]
    return (value.direct, *figures) if value.direct else tuple(figures)
