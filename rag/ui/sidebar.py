"""The sidebar: what is in the index, what may answer, and the button that brings the index up to date.

Knows: the controls and their values. Does not know how an index is built or searched; it is handed functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import streamlit as st

from rag.pace import Progress
from rag.types import BuildReport, Filter, IndexInfo, Skipped
from rag.ui import markup
from rag.ui.narrowing import Choices, contradiction, within
from rag.ui.words import Words
from rag.unchanged import Drift

OnProgress = Callable[[Progress], None]

_STAGES = ("reading", "embedding", "indexing", "removing")
_FEW = 3  # files so many at most are named at once
_FIRST_DAY, _LAST_DAY = date(1800, 1, 1), date(2100, 12, 31)


def choose(value: Choices) -> None:
    """Set every filter; to be called before they are drawn, or on a click."""
    kept = value.filter
    st.session_state["languages"], st.session_state["sources"] = list(kept.languages), list(kept.sources)
    st.session_state["as-of"], st.session_state["since"], st.session_state["until"] = (
        value.as_of,
        kept.since,
        kept.until,
    )


def narrowed(chosen: Choices, words: Words) -> None:
    """What narrows the search, with the button that takes it away; nothing where nothing does.

    Told beside the box one asks in, because the sidebar may be closed.
    """
    if not chosen.kept.is_empty:
        with st.container(key="narrowed", horizontal=True, vertical_alignment="center", gap="small"):
            told = contradiction(chosen.kept, words) or words.narrowing.format(what=within(chosen.kept, words, True))
            st.html(markup.narrowed(told, words))
            st.button(words.widen, key="widen", type="tertiary", icon=":material/close:", on_click=choose,
                      args=(Choices(),))  # fmt: skip


def heading(words: Words) -> None:
    """What the sidebar is about."""
    st.html(f'<span class="cw-eyebrow">{markup.text(words.in_the_index)}</span>')


def facts(info: IndexInfo, words: Words) -> None:
    """How many articles, in which languages, from when to when, built when."""
    total = words.count(words.article_one, words.article_many, info.articles) if info.articles else words.empty_index
    rows = [
        (words.language_name(code), words.number(number))
        for code, number in sorted(info.languages.items(), key=lambda item: -item[1])
    ]
    lines = "".join(f"<dt>{markup.text(name)}</dt><dd>{markup.text(number)}</dd>" for name, number in rows)
    dates = [words.day(day) for day in (info.first_published, info.last_published) if day is not None]
    tail = [" – ".join(dict.fromkeys(dates))] if dates else []
    if info.undated:
        tail.append(words.undated_count.format(n=words.number(info.undated)))
    if info.built_at:
        tail.append(words.built.format(when=_moment(info.built_at, words)))
    feet = "".join(f"<p>{markup.text(line)}</p>" for line in tail)
    st.html(
        f'<section class="cw-facts" aria-label="{markup.text(words.in_the_index)}">'
        f'<p class="cw-total">{markup.text(total)}</p><dl>{lines}</dl><div class="cw-report">{feet}</div></section>'
    )


def _moment(iso: str, words: Words) -> str:
    try:
        moment = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    return f"{words.day(moment.date())}, {moment:%H:%M}"


def choices(info: IndexInfo, words: Words) -> Choices:
    """The filters and the as-of control, as set now."""
    as_of = _day(words.as_of_date, "as-of", words.as_of_help)
    with st.expander(words.filters, key="filters"):
        languages = _several(words.languages, info.languages, "languages", words, words.language_name)
        sources = _several(words.outlets, filter(None, info.sources), "sources", words)
        since = _day(words.published_since, "since")
        until = _day(words.published_until, "until")
    return Choices(Filter(languages=tuple(languages), sources=tuple(sources), since=since, until=until), as_of)


def _several(
    label: str, options: Iterable[str], key: str, words: Words, named: Callable[[str], str] = str
) -> list[str]:
    """Which of them were chosen. None is all of them: an option to choose all would say the same, but as a filter."""
    return st.multiselect(
        label, sorted(options), format_func=named, key=key, placeholder=words.all_of_them, select_all=False
    )


def _day(label: str, key: str, help_text: str | None = None) -> date | None:
    value = st.date_input(
        label, value=None, min_value=_FIRST_DAY, max_value=_LAST_DAY, format="YYYY-MM-DD", key=key, help=help_text
    )
    return value if isinstance(value, date) else None


def behind(value: Drift, words: Words) -> None:
    """How many files came, changed or went since the index was built; nothing where none did."""
    counts = ((words.drift_new, value.new), (words.drift_changed, value.changed), (words.drift_removed, value.removed))
    if what := ", ".join(words.count(*templates, number) for templates, number in counts if number):
        st.html(f'<p class="cw-report" role="status">{markup.text(words.drift.format(what=what))}</p>')


def uploads(corpus: Path, words: Words) -> list[tuple[str, bytes]]:
    """Where articles are handed over: names and contents of those that just were, each of them once."""
    number = st.session_state.setdefault("uploads", 0)
    with st.expander(words.add, key="add"):
        files = st.file_uploader(
            words.add, accept_multiple_files=True, key=f"upload-{number}", label_visibility="collapsed"
        )
        place = f"<code>{markup.text(str(corpus))}</code>"
        st.html(f'<p class="cw-report">{markup.text(words.add_more).replace("{corpus}", place)}</p>')
    if files:
        st.session_state.uploads = number + 1  # the next run shows an empty one
    return [(file.name, file.getvalue()) for file in files]


def watched(label: str, words: Words, run: Callable[[OnProgress], BuildReport]) -> BuildReport:
    """Run a build with a progress bar under a label; the bar goes away when it ends, well or not."""
    bar = st.progress(0.0, text=label)

    def show(progress: Progress) -> None:
        share = progress.done / progress.total if progress.total else 0.0
        bar.progress(min(max(share, 0.0), 1.0), text=step(progress, words))

    try:
        return run(show)
    finally:
        bar.empty()


def step(progress: Progress, words: Words) -> str:
    """How far a build is, and once that is known, how fast and how long it will take: "Embedding passages: 40/90"."""
    text = f"{words.stages[_STAGES.index(progress.stage)]}{words.colon}{progress.done}/{progress.total}"
    if progress.rate and progress.left:
        minutes, seconds = divmod(round(progress.left), 60)
        left = f"{minutes} min {seconds:02} s" if minutes else f"{seconds} s"
        text += f" · {words.pace.format(rate=f'{progress.rate:.0f}', left=left)}"
    return text


def report(value: BuildReport, words: Words) -> None:
    """What the last build did, and every file it skipped or doubts with the reason."""
    line = words.report.format(
        added=value.added, changed=value.changed, removed=value.removed, unchanged=value.unchanged
    )
    st.html(f'<p class="cw-report" role="status">{markup.text(line)}</p>')
    if value.emptied:
        st.html(f'<p class="cw-report" role="status">{markup.text(words.emptied)}</p>')
    skipped(value.skipped, words)
    _named(words.count(words.doubtful_one, words.doubtful_many, len(value.doubtful)), value.doubtful, "doubtful")


def skipped(told: Sequence[Skipped], words: Words) -> None:
    """What was not taken, each with the reason."""
    _named(words.count(words.skipped_one, words.skipped_many, len(told)), told, "skipped")


def _named(label: str, told: Sequence[Skipped], key: str) -> None:
    if told:
        with st.expander(label, key=key, expanded=len(told) <= _FEW):
            items = [f"<li><bdi>{markup.text(item.path)}</bdi>: {markup.text(item.reason)}</li>" for item in told]
            st.html(f'<ul class="cw-skipped">{"".join(items)}</ul>')
