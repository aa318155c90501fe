"""Commands that ask: ask and search.

Knows their options and exit statuses. Does not know how answers are found (``rag.assistant``) or drawn
(``rag.cli.draw``).
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date

from rag.cli.console import Console, ProgressLine, clean
from rag.cli.options import (
    Parser,
    add_command,
    add_filter,
    add_index,
    add_json,
    filter_of,
    hits,
    last_day,
    read_question,
)
from rag.errors import UsageError
from rag.serialise import answer_to_dict, evidence_to_dict, hit_to_dict
from rag.settings import Settings
from rag.types import Answer

ANSWERED, REFUSED = 0, 3


def add(commands: argparse._SubParsersAction[Parser]) -> None:
    """``ask`` and ``search``."""
    _add_ask(commands)
    _add_search(commands)


def _add_ask(commands: argparse._SubParsersAction[Parser]) -> None:
    command = add_command(
        commands,
        "ask",
        "answer a question, with proof",
        "Answers a question from the articles, and cites the sentences the answer rests on. "
        "Where the articles do not say, it says that, with exit status 3.",
        [
            'citewire ask "how much drawdown authority remains?"',
            'citewire ask "combien de morts au Maroc ?" --language fr --since 2023-09',
            'citewire ask "how many died in Morocco?" --as-of 2023-09-11 --explain',
            'echo "who was named special envoy for Ukraine?" | citewire ask - --json',
        ],
    )
    command.add_argument("question", help="the question, in English or French; - reads it from standard input")
    add_index(command)
    add_json(command)
    command.add_argument(
        "-k", "--hits", type=hits, metavar="N", help="passages to answer from (default: $CITEWIRE_HITS, else 8)"
    )
    command.add_argument(
        "--as-of",
        type=last_day,
        metavar="DATE",
        help="answer from what was published by this day: 2024-11-28, 2024-11, 2024",
    )
    command.add_argument(
        "--all-dates", action="store_true", help='search all dates, even where the question says "last week"'
    )
    command.add_argument(
        "--explain",
        action="store_true",
        help="show passages with their ranks and sentences with their scores; with --json: every sentence",
    )
    add_filter(command)
    command.set_defaults(run=_ask)


def _add_search(commands: argparse._SubParsersAction[Parser]) -> None:
    command = add_command(
        commands,
        "search",
        "find passages, without answering",
        "Shows the passages nearest to a question, best first, with the rank each side of the search gave them.",
        [
            'citewire search "land mines treaty" -k 3',
            'citewire search "traité sur les mines" --source "Citewire sample (Paris)" --json',
        ],
    )
    command.add_argument("question", help="what to look for; - reads it from standard input")
    add_index(command)
    add_json(command)
    command.add_argument(
        "-k", "--hits", type=hits, metavar="N", help="passages to show (default: $CITEWIRE_HITS, else 8)"
    )
    add_filter(command)
    command.set_defaults(run=_search)


def _question(arguments: argparse.Namespace) -> str:
    question = read_question(arguments.question).strip()
    if not question:
        raise UsageError('the question is empty: ask something, such as citewire ask "who signed the treaty?"')
    return question


def _settings(arguments: argparse.Namespace, settings: Settings) -> Settings:
    given = {name: getattr(arguments, name) for name in ("index", "hits")}
    return replace(settings, **{name: value for name, value in given.items() if value is not None})


def _ask(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    question = _question(arguments)
    _check_days(arguments.since, arguments.until)
    answer, strangers = _answered(question, arguments, _settings(arguments, settings), console)
    if arguments.json:
        found = answer_to_dict(answer)
        if arguments.explain:
            found["evidence"] = [evidence_to_dict(evidence) for evidence in answer.evidence]
        console.data(found)
    else:
        from rag.cli import draw

        draw.answer(answer, console, explain=arguments.explain)
        for line in strangers:
            console.paragraph(clean(line))
    return ANSWERED if answer.refusal is None else REFUSED


def _answered(
    question: str, arguments: argparse.Namespace, settings: Settings, console: Console
) -> tuple[Answer, list[str]]:
    """The answer, and what is to be told of outlets that there are none of."""
    from rag.assistant import Assistant
    from rag.cli.outlets import as_spelt, unknown

    line = ProgressLine(console)
    written = 0

    def count(text: str) -> None:
        nonlocal written
        written += len(text)
        line.text(f"writing, {written:,} characters so far")

    try:
        assistant = Assistant.open(settings.index, settings=settings)
        outlets = list(assistant.index.info().sources) if arguments.source else []
        filter = as_spelt(filter_of(arguments), outlets)
        answer = assistant.ask(
            question,
            filter=filter,
            as_of=arguments.as_of,
            read_time=not arguments.all_dates,
            on_text=count,
        )
        return answer, unknown(filter.sources, outlets, answer.language)
    finally:
        line.clear()


def _search(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.cli.outlets import as_spelt, unknown
    from rag.retrieve import Retriever

    question = _question(arguments)
    _check_days(arguments.since, arguments.until)
    settings = _settings(arguments, settings)
    retriever = Retriever.open(settings.index)
    outlets = list(retriever.index.info().sources) if arguments.source else []
    filter = as_spelt(filter_of(arguments), outlets)
    found = retriever.search(question, k=settings.hits, filter=filter)
    if arguments.json:
        console.data({"question": question, "passages": [hit_to_dict(hit) for hit in found]})
    else:
        from rag.cli import draw

        draw.hits(found, console)
    strangers = unknown(filter.sources, outlets, "en")
    if not found and not filter.is_empty and not strangers:
        strangers = ["No passage passes the filters: widen them, or leave them out."]
    for line in strangers:
        console.note(f"citewire: {clean(line)}")
    return 0


def _check_days(since: date | None, until: date | None) -> None:
    if since and until and since > until:
        raise UsageError(f"--since {since} is after --until {until}: no article can be both")
