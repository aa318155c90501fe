"""The command ``serve``: starts the page in the browser.

Knows where the page lies and how Streamlit is told to keep to this machine. Does not import Streamlit: the page runs in
a process of its own, which gets the settings through its environment.
"""

from __future__ import annotations

import argparse
import errno
import os
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import rag
from rag.cli.console import Console
from rag.cli.options import Parser, add_command, add_corpus, add_encoder, add_index, port
from rag.errors import UsageError
from rag.settings import Settings


def add(commands: argparse._SubParsersAction[Parser]) -> None:
    """``serve``."""
    command = add_command(
        commands,
        "serve",
        "serve the same to the browser",
        "Serves the page at http://localhost:8501, to this machine only unless --host says otherwise. "
        "Where there is no index yet, the page builds it from the corpus.",
        ["citewire serve", "citewire serve --port 8600 --index ~/news-index --corpus ~/news"],
    )
    command.add_argument("--host", default="localhost", help="address to listen on (default: localhost)")
    command.add_argument("--port", default=8501, type=port, help="port to listen on (default: 8501)")
    add_index(command)
    add_corpus(command)
    add_encoder(command)
    command.set_defaults(run=_serve, on_interrupt="stopped serving")


def page() -> Path:
    """The page: ``app.py`` beside the package in a checkout, ``rag/app_page.py`` in an installed wheel.

    Raises:
        UsageError: neither is there.
    """
    package = Path(rag.__file__).resolve().parent
    for candidate in (package / "app_page.py", package.parent / "app.py"):
        if candidate.is_file():
            return candidate
    raise UsageError(f"the page is missing beside {package}: install citewire again")


def command_line(host: str, number: int) -> list[str]:
    """The command that serves the page: no browser opened, no statistics sent, no watch kept on source files."""
    options = {
        "server.address": host,
        "server.port": str(number),
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "browser.serverAddress": "localhost" if host in ("localhost", "127.0.0.1", "::1", "0.0.0.0", "::") else host,
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", str(page()), *flags]


def _serve(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    given = {name: getattr(arguments, name) for name in ("index", "corpus", "encoder")}
    settings = replace(settings, **{name: value for name, value in given.items() if value is not None})
    _refuse_taken(arguments.host, arguments.port)
    words = command_line(arguments.host, arguments.port)
    environment = settings.to_environment()
    console.note(f"serving at http://{arguments.host}:{arguments.port}; Ctrl-C stops")
    if os.name == "posix":  # the page takes this process's place, so that signals meant for it reach it
        os.execve(words[0], words, environment)
    return subprocess.run(words, env=environment, check=False).returncode


def _refuse_taken(host: str, number: int) -> None:
    """Refuse a port somebody listens on already, before Streamlit is loaded to find out."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, number, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise _no_address(host, error) from error
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:  # a name that leads to another machine
                raise _no_address(host, error) from error
            raise UsageError(
                f"{host}:{number} cannot be listened on ({error.strerror}): choose another --port"
            ) from error


def _no_address(host: str, error: OSError) -> UsageError:
    return UsageError(f"--host {host} is no address of this machine ({error.strerror}): try localhost")
