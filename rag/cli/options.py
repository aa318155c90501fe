"""How options look and what they may hold: the parser every command is built from, and the types of its arguments.

Knows argparse. Does not know what the commands do.
"""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import sys
import textwrap
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from rag.types import Filter

_NO_COMMAND = re.compile(r"argument COMMAND: invalid choice: '(.*?)' \(choose from")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help that is the same on every supported Python: options written ``-k, --hits N``, 100 columns at most.

    Descriptions are wrapped, examples kept as they are.
    """

    def __init__(self, prog: str) -> None:
        width = min(shutil.get_terminal_size().columns, 102) - 2
        super().__init__(prog, max_help_position=26, width=width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return super()._fill_text(text if text.startswith("examples:") else textwrap.fill(text, width), width, indent)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        value = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{', '.join(action.option_strings)} {value}"


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what was wrong, what may have been meant and where help is; exit status 2."""
        line = " ".join(message.split())
        if wrong := _NO_COMMAND.search(line):
            known = re.findall(r"[a-z]+", line[wrong.end() :])
            line = f"there is no command {wrong[1]!r}{_meant(wrong[1], known) or ': choose from ' + ', '.join(known)}"
        self.exit(2, f"{self.prog.split()[0]}: {line}: see {self.prog} --help\n")

    def parse(self, words: Sequence[str], namespace: argparse.Namespace) -> argparse.Namespace:
        """What ``words`` say; an option that is none is told by the command it was given to."""
        found, rest = self.parse_known_args(words, namespace)
        if rest:
            command = self.commands[found.command] if getattr(found, "command", None) in self.commands else self
            command.error(_unquoted(found, rest) or command.unknown(rest))
        return found

    def unknown(self, rest: Sequence[str]) -> str:
        """What is told of words that nothing here takes, with what may have been meant by the first option of them."""
        known = [option for action in self._actions for option in action.option_strings]
        wrong = next((word for word in rest if word.startswith("-")), rest[0])
        return f"unrecognized arguments: {' '.join(rest)}{_meant(wrong.partition('=')[0], known)}"

    @property
    def commands(self) -> dict[str, Parser]:
        """The commands by name; none on the parser of a command."""
        groups = [action for action in self._actions if isinstance(action, argparse._SubParsersAction)]
        return dict(groups[0].choices) if groups else {}


def _meant(word: str, known: Sequence[str]) -> str:
    """What may have been meant: what begins so, else what is written much like it; dashes make no likeness."""
    begun = [each for each in known if word.strip("-") and each.startswith(word)]
    alike = {each.lstrip("-"): each for each in known}
    close = begun or [alike[each] for each in get_close_matches(word.lstrip("-"), alike, 1)]
    return f": did you mean {' or '.join(close)}?" if close else ""


def _unquoted(found: argparse.Namespace, rest: Sequence[str]) -> str:
    """What is told where a shell took a question apart into words; empty where that is not what happened."""
    first = getattr(found, "question", "-")
    if first == "-" or any(word.startswith("-") for word in rest):
        return ""
    question = " ".join([first, *rest])
    quoted = shlex.quote(question) if set(question) & set('"$`\\!') else f'"{question}"'
    return f"put the question in quotes: citewire {found.command} {quoted}"


def new_parser(prog: str, description: str, epilog: str = "") -> Parser:
    """A parser in the house's form."""
    return Parser(
        prog=prog, description=description, epilog=epilog or None, formatter_class=Formatter, allow_abbrev=False
    )


def add_command(
    commands: argparse._SubParsersAction[Parser], name: str, summary: str, description: str, examples: Sequence[str]
) -> Parser:
    """A command with its help: a summary for the list, a description, and examples."""
    epilog = "examples:\n" + "\n".join(f"  {example}" for example in examples) if examples else None
    return commands.add_parser(
        name,
        help=summary,
        description=description,
        epilog=epilog,
        formatter_class=Formatter,
        allow_abbrev=False,
    )


def add_index(parser: Parser) -> None:
    """``--index``."""
    parser.add_argument(
        "--index", type=folder, metavar="DIR", help="folder of the index (default: $CITEWIRE_INDEX, else index)"
    )


def add_corpus(parser: Parser) -> None:
    """``--corpus``."""
    parser.add_argument(
        "--corpus", type=folder, metavar="DIR", help="folder of the articles (default: $CITEWIRE_CORPUS, else corpus)"
    )


def add_encoder(parser: Parser) -> None:
    """``--encoder``."""
    parser.add_argument(
        "--encoder", metavar="NAME", help="encoder, see citewire encoders (default: $CITEWIRE_ENCODER, else bundled)"
    )


def add_json(parser: Parser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help="print one JSON object, for scripts")


def add_filter(parser: Parser) -> None:
    """``--language``, ``--source``, ``--since``, ``--until``: which articles may answer."""
    group = parser.add_argument_group("which articles may answer")
    group.add_argument(
        "--language",
        action="append",
        default=[],
        type=language,
        metavar="CODE",
        help="only this language (en, fr); repeatable",
    )
    group.add_argument("--source", action="append", default=[], metavar="NAME", help="only this outlet; repeatable")
    group.add_argument(
        "--since", type=first_day, metavar="DATE", help="published on this day or later: 2024-11-28, 2024-11, 2024"
    )
    group.add_argument("--until", type=last_day, metavar="DATE", help="published on this day or earlier")


def filter_of(arguments: argparse.Namespace) -> Filter:
    """The filter that the options of ``add_filter`` describe."""
    return Filter(
        languages=tuple(dict.fromkeys(arguments.language)),
        sources=tuple(dict.fromkeys(arguments.source)),
        since=arguments.since,
        until=arguments.until,
    )


def folder(text: str) -> Path:
    """A folder; an empty name, as a shell variable that is not set leaves it, is not taken for the current one."""
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty: name a folder, or leave the option out")
    return Path(text)


def first_day(text: str) -> date:
    """The first day of a day, month or year written as ISO 8601."""
    return _day(text, last=False)


def last_day(text: str) -> date:
    """The last day of a day, month or year written as ISO 8601."""
    return _day(text, last=True)


def _day(text: str, last: bool) -> date:
    match = _DAY.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        year = int(match[1])
        month = int(match[2]) if match[2] else (12 if last else 1)
        day = int(match[3]) if match[3] else (monthrange(year, month)[1] if last else 1)
        return date(year, month, day)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date: write 2024-11-28, 2024-11 or 2024") from None


def language(text: str) -> str:
    """An ISO 639-1 code in lower case; ``fr-FR`` and ``FR`` are taken as ``fr``."""
    code = re.split(r"[-_]", text.strip().lower())[0]
    if not re.fullmatch(r"[a-z]{2,3}", code):
        raise argparse.ArgumentTypeError(f"{text!r} is no language code: write en or fr")
    return code


def hits(text: str) -> int:
    """A number of passages, 1 to 50."""
    return _whole(text, 1, 50)


def port(text: str) -> int:
    """A TCP port."""
    return _whole(text, 1, 65535)


def _whole(text: str, low: int, high: int) -> int:
    if not re.fullmatch(r"\d{1,9}", text) or not low <= int(text) <= high:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {low} to {high}")
    return int(text)


def read_question(text: str) -> str:
    """The question, or what standard input holds where it is ``-``; what is not UTF-8 is read as Western text."""
    if text == "-":
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
        text = sys.stdin.read().strip() if sys.stdin else ""  # there is none where it was closed
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # bytes of another encoding, which Python carries along as lone surrogates
        return text.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return text
