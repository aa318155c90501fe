"""Commands that make an index and look after it: build, watch, info, verify, compact, encoders.

Knows how their results are told. Does not know how an index is made.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace

from rag.cli.console import Console, ProgressLine, clean, describe_seconds
from rag.cli.options import Parser, add_command, add_corpus, add_encoder, add_index, add_json
from rag.errors import CitewireError
from rag.serialise import info_to_dict, report_to_dict
from rag.settings import Settings
from rag.types import BuildReport, IndexInfo, Skipped

_NAMED = 3  # files named of those skipped for one reason; --verbose names all
_WATCHED = "stopped watching; the index is good as it is"
_GO_ON = "stopped; what was indexed so far is kept: run the same command again to go on"


def add_build(commands: argparse._SubParsersAction[Parser]) -> None:
    """``build`` and ``watch``."""
    command = add_command(
        commands,
        "build",
        "bring the index in line with the corpus",
        "Reads every article of the corpus and brings the index in line with it. Only new text is embedded. "
        "A file that cannot be read is skipped, and named with the reason.",
        ["citewire build", "citewire build --corpus ~/news --index ~/news-index"],
    )
    add_corpus(command)
    add_index(command)
    add_encoder(command)
    add_json(command)
    command.set_defaults(run=_build, on_interrupt=_GO_ON)

    command = add_command(
        commands,
        "watch",
        "follow the corpus, and build as files come and go",
        "Builds once, then again whenever files of the corpus come, change or go, until it is stopped with Ctrl-C.",
        ["citewire watch --corpus ~/news --index ~/news-index"],
    )
    add_corpus(command)
    add_index(command)
    add_encoder(command)
    command.set_defaults(run=_watch, on_interrupt=_WATCHED)


def add_care(commands: argparse._SubParsersAction[Parser]) -> None:
    """``info``, ``verify``, ``compact`` and ``encoders``."""
    command = add_command(
        commands,
        "info",
        "what is in the index",
        "Shows articles, passages, languages, outlets, the span of dates, the encoder and the size of the index.",
        ["citewire info", "citewire info --json"],
    )
    add_index(command)
    add_json(command)
    command.set_defaults(run=_info)

    command = add_command(
        commands,
        "verify",
        "check the index against its own laws",
        "Checks offsets, counts, hashes and derived files, says what is wrong and which command mends it. "
        "Exit status 1 where something is wrong.",
        ["citewire verify"],
    )
    add_index(command)
    add_json(command)
    command.set_defaults(run=_verify)

    command = add_command(
        commands,
        "compact",
        "give back the space of what was deleted",
        "Rewrites the files of the index, so that nothing of a deleted article is left in any of them.",
        ["citewire compact"],
    )
    add_index(command)
    command.set_defaults(run=_compact, on_interrupt="stopped; the index is as it was: run citewire compact again")

    command = add_command(
        commands,
        "encoders",
        "which encoders there are, and how to use another",
        "Shows the encoder at hand, and how to use any sentence-transformers model instead.",
        ["citewire encoders"],
    )
    command.set_defaults(run=_encoders)


def _chosen(arguments: argparse.Namespace, settings: Settings) -> Settings:
    """The settings with what the options say."""
    given = {name: getattr(arguments, name, None) for name in ("corpus", "index", "encoder")}
    return replace(settings, **{name: value for name, value in given.items() if value is not None})


def _build(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.build import build

    settings = _chosen(arguments, settings)
    line = ProgressLine(console)
    try:
        report = build(settings.corpus, settings.index, encoder=settings.encoder or None, progress=line)
    finally:
        line.clear()
    if arguments.json:
        console.line(json.dumps(report_to_dict(report), ensure_ascii=False, indent=2))
    else:
        draw_report(report, console, every_file=arguments.verbose)
    return 0


def _watch(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.watch import watch

    settings = _chosen(arguments, settings)
    console.note(f"watching {settings.corpus}; Ctrl-C stops")
    line = ProgressLine(console)

    def built(report: BuildReport) -> None:
        line.clear()
        draw_report(report, console, every_file=arguments.verbose)
        console.out.flush()

    def failed(error: CitewireError) -> None:
        line.clear()
        console.note(f"citewire: {' '.join(str(error).split())}; trying again")

    try:
        watch(
            settings.corpus,
            settings.index,
            encoder=settings.encoder or None,
            on_build=built,
            on_error=failed,
            progress=line,
        )
    finally:
        line.clear()
    console.note(f"citewire: {_WATCHED}")
    return 0


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
    _draw_reasons("skipped", report.skipped, console, every_file)
    _draw_reasons("doubtful", report.doubtful, console, every_file)


def _draw_reasons(what: str, told: Sequence[Skipped], console: Console, every_file: bool) -> None:
    by_reason: dict[str, list[str]] = {}
    for item in told:
        by_reason.setdefault(clean(item.reason), []).append(clean(item.path))
    for reason, paths in by_reason.items():
        if every_file or len(paths) <= _NAMED:
            for path in paths:
                console.line(f"{what} {path}: {reason}")
        else:
            console.line(f"{what} {', '.join(paths[:_NAMED])} and {len(paths) - _NAMED:,} more: {reason}")


def _info(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.index import open_index

    with open_index(_chosen(arguments, settings).index) as index:
        info = index.info()
    if arguments.json:
        console.line(json.dumps(info_to_dict(info), ensure_ascii=False, indent=2))
    else:
        draw_info(info, console)
    return 0


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
        "size": _size(info.bytes_on_disk),
        "search": info.search,
    }
    for name, value in rows.items():
        console.line(f"{console.dim(f'{name:<10}')} {clean(value)}")


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


def _size(count: int) -> str:
    size = float(count)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:,.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:,.1f} GB"


def _verify(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.index import open_index

    with open_index(_chosen(arguments, settings).index) as index:
        faults = index.verify()
    if arguments.json:
        console.line(json.dumps({"faults": [str(fault) for fault in faults]}, ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            console.line(clean(str(fault)))
        console.line(f"{len(faults):,} faults" if faults else "the index keeps all its laws")
    return 1 if faults else 0


def _compact(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.index import open_index

    with open_index(_chosen(arguments, settings).index) as index:
        before = index.info().bytes_on_disk
        index.compact()
        after = index.info().bytes_on_disk
    console.line(f"{_size(before)} before, {_size(after)} now")
    return 0


def _encoders(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.encoders import describe_encoders

    console.line(describe_encoders())
    return 0
