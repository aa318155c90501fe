"""The command ``evaluate``: gold questions asked of an index, and the figures told.

Knows files and tables. Does not know what the figures mean.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from rag.cli.console import Console, ProgressLine, clean
from rag.cli.options import Parser, add_command, add_index, add_json, language
from rag.settings import Settings


def add(commands: argparse._SubParsersAction[Parser]) -> None:
    """``evaluate``."""
    command = add_command(
        commands,
        "evaluate",
        "measure answers against gold questions",
        "Asks every question of the files in each language it is put in, and prints how often the evidence "
        "was found, the answer right, the citation good and the refusal just, by language pair and by question type.",
        [
            "citewire evaluate questions.jsonl --index index",
            "citewire evaluate questions.jsonl unanswerable.jsonl --json > figures.json",
            "citewire evaluate questions.jsonl --compare figures.json",
        ],
    )
    command.add_argument("questions", nargs="+", type=Path, metavar="QUESTIONS", help="JSONL files of gold questions")
    add_index(command)
    add_json(command)
    command.add_argument(
        "--language",
        action="append",
        default=[],
        type=language,
        metavar="CODE",
        help="ask in this language only; repeatable",
    )
    command.add_argument("--details", action="store_true", help="with --json: also what came of each question")
    command.add_argument(
        "--compare", type=Path, metavar="FILE", help="tell also what changed since the figures of an earlier --json run"
    )
    command.set_defaults(run=_evaluate, on_interrupt="stopped before all questions were asked: there are no figures")


def _evaluate(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    from rag.evaluate import Outcome, compare, evaluate, read_earlier

    earlier = read_earlier(arguments.compare) if arguments.compare else None
    settings = replace(settings, index=arguments.index or settings.index)
    line = ProgressLine(console)
    asked = 0

    def count(outcome: Outcome) -> None:
        nonlocal asked
        asked += 1
        line.text(f"asked {asked:,} questions, the last {outcome.pair} in {outcome.milliseconds:.0f} ms")

    try:
        report = evaluate(
            arguments.questions, settings.index, settings=settings, languages=arguments.language, on_outcome=count
        )
    finally:
        line.clear()
    compared = compare(report, earlier) if earlier else None
    if not arguments.json:
        console.line(clean(report.to_table()))
        if compared:
            console.line(f"\n{clean(compared.to_table())}")
        return 0
    figures = report.to_dict()
    if compared:
        figures["compared"] = compared.to_dict()
    about = figures["about"]
    if isinstance(about, dict) and not arguments.details:
        about.pop("outcomes", None)
    console.data(figures)
    return 0
