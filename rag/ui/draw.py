"""Answers on the page: what ``markup`` makes of them, put into Streamlit's containers with what can be clicked.

Knows: the order of things in an exchange. Does not know where answers come from; articles are fetched by the function
it is handed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from rag.messages import counted, message
from rag.types import Answer, Citation, LedgerRow
from rag.ui import chart, emphasis, ledgers, markup, scripts
from rag.ui.narrowing import refused
from rag.ui.opened import FetchArticle, open_article
from rag.ui.pending import Pending
from rag.ui.words import Words, words_for

AskAgain = Callable[[str], None]

ICON = Path(__file__).with_name("icon.svg")
_REPORTS_AT_ONCE, _NEWEST_REPORTS = 8, 6  # rows of a ledger shown: all of so many, else only the newest
_WORD = re.compile(r"\w+")
_STYLE = Path(__file__).with_name("style.css")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question of the conversation with its answer, or with what went wrong in one line.

    ``pending`` is the answer on its way, once asked for; ``read_time``: whether the question's own words of time narrow
    the search.
    """

    question: str
    answer: Answer | None = None
    failure: str = ""
    pending: Pending | None = None
    read_time: bool = True

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self.answer is None and not self.failure


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


def announce() -> None:
    """Have the newest answer told to who does not see it, and every exchange in its own language."""
    st.html(scripts.SAY_NEWEST, unsafe_allow_javascript=True)


def question(value: str, turn: int, words: Words) -> None:
    """The question as the heading of its exchange."""
    st.html(markup.question(value, turn, words))


def outcome(value: Exchange, turn: int, fetch: FetchArticle, words: Words, all_dates: AskAgain | None = None) -> None:
    """What came of the question: its answer, or the line that says why there is none."""
    if value.answer is not None:
        answer(value.answer, turn, fetch, all_dates, value.read_time)
    else:
        failure(value.failure, words)


def answer(
    value: Answer, turn: int, fetch: FetchArticle, all_dates: AskAgain | None = None, read_time: bool = True
) -> None:
    """The whole answer: short answer, claims, what is to be known about them, ledger, sources, what was withheld.

    ``all_dates`` asks a question again without reading a time from its words; ``read_time``: whether one was read.
    """
    words = words_for(value.language)
    st.html(markup.said(value, words))
    if value.refusal is not None:
        st.html(markup.refusal(*refused(value.refusal, value.window, words), words))
    if value.direct:
        said = [c for c in value.citations if emphasis.spans(c, (value.direct,), value.language)]
        st.html(markup.direct(value, next(iter(said), None), turn))
    if value.claims:
        st.html(markup.claims(value, turn))
    _about(value, turn, words, all_dates, read_time)
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


def proofs(value: Answer) -> tuple[Citation, ...]:
    """The citations of the claims, then those only the ledger has, each with a number of its own; as they are shown."""
    cited = list(value.citations)
    places = {_place(citation) for citation in cited}
    rows = value.ledger.rows if value.ledger else ()
    for row in rows[_earlier(rows) :] + rows[: _earlier(rows)]:
        if _place(row.citation) not in places:
            places.add(_place(row.citation))
            cited.append(replace(row.citation, number=max((c.number for c in cited), default=0) + 1))
    return tuple(cited)


def _about(value: Answer, turn: int, words: Words, all_dates: AskAgain | None, read_time: bool) -> None:
    told = {counted("withheld_note", value.language, len(value.withheld))}  # below
    if value.as_of is not None:
        told.add(message("as_of_note", value.language, date=value.as_of.isoformat()))  # in the line before
    remarks = [note for note in value.notes if note not in told]
    if _says_more(value.standalone, value.question):
        remarks.insert(0, words.understood_as.format(question=value.standalone))
    remarks += markup.searched(value, words)
    if not read_time:
        remarks.append(words.time_not_read)
    lines = markup.about(value.as_of, remarks, words)
    if lines:
        st.html(lines)
    if value.time_words and all_dates is not None:
        st.button(words.window_remove, key=f"window-{turn}", type="tertiary", icon=":material/history_toggle_off:",
                  on_click=all_dates, args=(value.standalone or value.question,))  # fmt: skip


def _says_more(full: str, typed: str) -> bool:
    """Whether a completed question holds a word that was not typed; an opening left out is not worth a remark."""
    return not set(_WORD.findall(full.casefold())) <= set(_WORD.findall(typed.casefold()))


def _ledger(value: Answer, cited: Sequence[Citation], turn: int, words: Words, fetch: FetchArticle) -> set[int]:
    """The newest reports as a table, all of them as a plot, the earlier ones folded up with their source cards.

    Returns the numbers of the cards shown so.
    """
    assert value.ledger is not None
    at = {_place(citation): citation for citation in cited}
    rows = value.ledger.rows
    proof = [at[_place(row.citation)] for row in rows]
    earlier = _earlier(rows)
    marks = [markup.mark(turn, citation, words) for citation in proof]
    kept = {citation.number for citation in (*value.citations, *proof[earlier:])}
    folded = [citation for citation in dict.fromkeys(proof[:earlier]) if citation.number not in kept]
    with st.container(key=f"ledger-{turn}"):
        newest = replace(value.ledger, rows=rows[earlier:])
        st.html(ledgers.table(newest, marks[earlier:], words))
        if chart.plottable(value.ledger):
            if unit := chart.measured_in(value.ledger.unit, words):
                st.html(ledgers.unit(unit, words))
            alt = ledgers.heading(value.ledger, words)
            st.vega_lite_chart(spec=chart.over_time(value.ledger, words), key=f"plot-{turn}", alt=alt)
        if earlier:
            with st.expander(words.earlier_reports.format(n=words.number(earlier)), key=f"reports-{turn}"):
                st.html(ledgers.table(replace(value.ledger, rows=rows[:earlier]), marks[:earlier], words))
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
        label = f"{words.open_article} {citation.number}"
        if st.button(label, key=f"open-{turn}-{citation.number}", type="tertiary", icon=":material/article:"):
            open_article(citation, cited, fetch, words)


def _earlier(rows: Sequence[LedgerRow]) -> int:
    """How many reports of a ledger are folded up."""
    return len(rows) - _NEWEST_REPORTS if len(rows) > _REPORTS_AT_ONCE else 0


def _place(citation: Citation) -> tuple[str, int, int]:
    return citation.article_id, citation.start, citation.end


def _wanted(value: Answer, citation: Citation) -> tuple[str, ...]:
    """What to set in bold in a quote: the short answer, and the figures the ledger reads off it."""
    rows = value.ledger.rows if value.ledger else ()
    figures = [row.value for row in rows if _place(row.citation) == _place(citation)]
    return (value.direct, *figures) if value.direct else tuple(figures)
