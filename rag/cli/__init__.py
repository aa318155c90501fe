"""The command line: ``citewire`` and ``python -m rag``.

Knows which commands there are, how a mistake and an interruption are told, and which exit status means what. Does not
know what the commands do: each group has its file, and loads the library only when it runs. The groups themselves are
loaded by ``main``, so that it hears an interruption from the first moment on.

Exit status: 0 done or answered, 1 not all is well (``verify`` found faults), 2 a usage or index error, 3 refused for
lack of evidence, 70 a fault of Citewire itself, 130 interrupted.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence

from rag.cli.console import Console
from rag.cli.failures import describe
from rag.cli.options import Parser, new_parser
from rag.errors import CitewireError
from rag.settings import Settings

__all__ = ["main", "parser"]

_DESCRIPTION = "Answers questions over a folder of news articles and proves every answer with sentences from them."

_EPILOG = """\
examples:
  citewire build                                  bring ./index in line with ./corpus
  citewire ask "how much drawdown authority remains?"
  citewire serve                                  the same in the browser

citewire COMMAND --help tells more. Settings come from CITEWIRE_* environment variables; options win."""


def parser() -> Parser:
    """The whole parser; ``run`` of the parsed arguments is the command's function."""
    from rag import __version__
    from rag.cli import answering, indexing, measuring, serving

    top = new_parser("citewire", _DESCRIPTION, _EPILOG)
    top.add_argument("--version", action="version", version=f"citewire {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    indexing.add_build(commands)
    answering.add(commands)
    serving.add(commands)
    indexing.add_care(commands)
    measuring.add(commands)
    for name, command in commands.choices.items():
        also = "name every file that is skipped or doubtful, and " if name in ("build", "watch") else ""
        told = f"{also}tell on standard error what is being done"
        command.add_argument("-v", "--verbose", action="store_true", help=told)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit status. A mistake is one line on standard error."""
    console = Console.open()
    arguments = argparse.Namespace(verbose=False)
    try:
        words = list(sys.argv[1:] if argv is None else argv)
        if not words:  # somebody who does not know yet what there is
            parser().print_help(console.out)
            return 0
        arguments = parser().parse(words, arguments)
        _configure_logging(arguments.verbose)
        status: int = arguments.run(arguments, Settings.from_environment(), console)
        console.flush()
        return status
    except CitewireError as error:
        return _told(console, str(error))
    except BrokenPipeError:
        _silence(console)
        return 0
    except OSError as error:
        return _told(console, describe(error))
    except KeyboardInterrupt:
        return _interrupted(arguments, console)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    except Exception as error:  # the last resort: one line, with the way to the rest
        if _by_interruption(error):
            return _interrupted(arguments, console)
        if arguments.verbose:
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        console.note(f"citewire: unexpected {what}: a fault of Citewire; run the same with --verbose to see where")
        return 70


def _interrupted(arguments: argparse.Namespace, console: Console) -> int:
    console.note(f"\n{_hint(arguments)}" if console.live else _hint(arguments))
    return 130


def _by_interruption(error: BaseException | None) -> bool:
    """Whether Ctrl-C is behind this: an extension interrupted while it loads says only that it could not."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt) or str(error) == "initialization failed":
            return True
        error = error.__cause__ or error.__context__
    return False


def _told(console: Console, message: str) -> int:
    console.note(f"citewire: {' '.join(message.split())}")
    return 2


def _hint(arguments: argparse.Namespace) -> str:
    """What an interruption means for this command."""
    hint = getattr(arguments, "on_interrupt", "stopped")
    return f"citewire: {hint(arguments) if callable(hint) else hint}"


def _silence(console: Console) -> None:
    """The reader of standard output has gone: say no more, also not when the interpreter flushes at its end."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        try:
            os.dup2(nowhere.fileno(), console.out.fileno())
        except (OSError, ValueError):  # a stream that is no file has nothing to flush
            return


def _configure_logging(verbose: bool) -> None:
    """Our own warnings on standard error; what libraries have to say only with ``--verbose``."""
    logging.basicConfig(stream=sys.stderr, format="citewire: %(message)s", level=logging.ERROR)
    logging.getLogger().setLevel(logging.WARNING if verbose else logging.ERROR)
    logging.getLogger("rag").setLevel(logging.INFO if verbose else logging.WARNING)
