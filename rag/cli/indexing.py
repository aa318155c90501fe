"""Commands that make an index and look after it: build, watch, info, verify, compact, encoders.

Knows what each does and its exit status. Does not know how an index is made, or how it is told (``reports``).
"""

from __future__ import annotations

import argparse
from dataclasses import replace

from rag.cli.console import Console, ProgressLine, clean
from rag.cli.options import Parser, add_command, add_corpus, add_encoder, add_index, add_json
from rag.cli.reports import draw_info, draw_outdated, draw_report, size
from rag.errors import CitewireError
from rag.serialise import info_to_dict, report_to_dict
from rag.settings import Settings
from rag.types import BuildReport

_WATCHED = "stopped watching; the index is good as it is"


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
    command.set_defaults(run=_build, on_interrupt=_go_on)

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
        "Exit status 1 where something is wrong. What answers though its file became unreadable is named as well.",
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


def _go_on(arguments: argparse.Namespace) -> str:
    """What a build that was stopped leaves."""
    from rag.index import open_index

    try:
        with open_index(_chosen(arguments, Settings.from_environment()).index) as index:
            articles = index.info().articles
    except CitewireError:
        articles = 0
    kept = f"the index holds {articles:,} articles, which are kept" if articles else "nothing is indexed yet"
    return f"stopped; {kept}: run the same command again to go on"


def _build(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.build import build

    settings = _chosen(arguments, settings)
    line = ProgressLine(console)
    try:
        report = build(settings.corpus, settings.index, encoder=settings.encoder or None, progress=line)
    finally:
        line.clear()
    if arguments.json:
        console.data(report_to_dict(report))
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
        console.flush()

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


def _info(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.index import open_index

    with open_index(_chosen(arguments, settings).index) as index:
        info = index.info()
    if arguments.json:
        console.data(info_to_dict(info))
    else:
        draw_info(info, console)
    return 0


def _verify(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.index import open_index

    with open_index(_chosen(arguments, settings).index) as index:
        faults = index.verify()
        info = index.info() if not faults else None
    if arguments.json:
        told = {"faults": [str(fault) for fault in faults], "outdated": info_to_dict(info)["outdated"] if info else []}
        console.data(told)
    else:
        for fault in faults:
            console.line(clean(str(fault)))
        console.line(f"{len(faults):,} faults" if faults else "the index keeps all its laws")
        if info:
            draw_outdated(info, console)
    return 1 if faults else 0


def _compact(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.index import open_index

    with open_index(_chosen(arguments, settings).index) as index:
        before = index.info().bytes_on_disk
        index.compact()
        after = index.info().bytes_on_disk
    console.line(f"{size(before)} before, {size(after)} now")
    return 0


def _encoders(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.encoders import describe_encoders

    console.line(describe_encoders())
    return 0
