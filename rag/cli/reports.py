"""What builds did and what is in an index, as text for people.

Knows what is named and what is only counted. Does not know how it came about. Names of files and outlets are cleaned of
control characters before they are written.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.cli.console import Console, clean, describe_seconds
from rag.types import BuildReport, IndexInfo, Skipped

_NAMED = 3  # files named of those skipped for one reason; --verbose names all, and so do we where one more is left


def draw_report(report: BuildReport, console: Console, every_file: bool = False) -> None:
    """The summary of a build: counts, what was embedded, what was skipped and why; many for one reason in one line."""
    counts = [f"{getattr(report, name):,} {name}" for name in ("added", "changed", "removed")]
    counts += [f"{report.moved:,} moved"] if report.moved else []
    counts += [f"{report.unchanged:,} unchanged", f"{len(report.skipped):,} skipped"]
    console.line(f"articles: {', '.join(counts)}")
    embedded = f"{report.embedded:,} newly embedded" if report.embedded else "nothing newly embedded"
    console.line(f"passages: {report.passages:,} in the index, {embedded}, in {describe_seconds(report.seconds)}")
    if report.search != "exact":
        console.line(f"search: {report.search}")
    if report.emptied:
        console.line("the corpus holds no readable article any more: the index is empty now, and answers nothing")
    _draw_reasons("skipped", report.skipped, console, every_file)
    _draw_reasons("doubtful", report.doubtful, console, every_file)


def _draw_reasons(what: str, told: Sequence[Skipped], console: Console, every_file: bool) -> None:
    """Each reason with the files it is of; what answers as it was once read is always named."""
    outdated = {_line(item.reason) for item in told if item.taken == "before"}
    by_reason: dict[str, list[str]] = {}
    for item in told:
        by_reason.setdefault(_line(item.reason), []).append(_line(item.path))
    for reason, paths in by_reason.items():
        if every_file or len(paths) <= _NAMED + 1 or reason in outdated:
            for path in paths:
                console.line(f"{what} {path}: {reason}")
        else:
            named = f"{', '.join(paths[:_NAMED])} and {len(paths) - _NAMED:,} more"
            console.line(f"{what} {named}: {reason} (--verbose names all)")


def draw_info(info: IndexInfo, console: Console) -> None:
    """What is in an index, for people."""
    rows = {
        "articles": f"{info.articles:,}",
        "passages": f"{info.passages:,}",
        "languages": _tally(info.languages.items()),
        "outlets": _tally(info.sources.items()),
        "published": _span(info),
        "built": f"{info.built_at or 'never'}, generation {info.generation:,}",
        "encoder": f"{info.encoder} ({info.dimension} dimensions, {info.encoder_fingerprint})",
        "size": size(info.bytes_on_disk),
        "search": info.search,
    }
    for name, value in rows.items():
        _row(name, value, console)
    draw_outdated(info, console)


def draw_outdated(info: IndexInfo, console: Console) -> None:
    """What answers as it was read before its file became unreadable, a line each."""
    for item in info.outdated:
        _row("outdated", f"{item.path}: {item.reason}", console)


def _row(name: str, value: str, console: Console) -> None:
    console.line(f"{console.dim(f'{name:<10}')} {_line(value)}")


def _line(text: str) -> str:
    """Cleaned, and on one line: names of files may have several."""
    return clean(text).replace("\n", "\N{REPLACEMENT CHARACTER}")


def _tally(counts: object) -> str:
    pairs = sorted(dict(counts).items(), key=lambda pair: (-pair[1], pair[0]))  # type: ignore[call-overload]
    text = ", ".join(f"{name or 'unknown'} {count:,}" for name, count in pairs[:8])
    return f"{text}, and {len(pairs) - 8:,} more" if len(pairs) > 8 else text or "none"


def _span(info: IndexInfo) -> str:
    undated = f"{info.undated:,} undated" if info.undated else ""
    if info.first_published is None or info.last_published is None:
        return undated or "nothing"
    span = f"{info.first_published} to {info.last_published}"
    return f"{span}, {undated}" if undated else span


def size(count: int) -> str:
    """``812 bytes``, ``3.4 MB``."""
    size = float(count)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:,.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:,.1f} GB"
