"""``citewire serve`` starts the page, on this machine only, with the settings it was given."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from rag.cli.serving import command_line, page

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_found_in_a_checkout() -> None:
    assert page() == ROOT / "app.py"


def test_streamlit_is_told_to_keep_to_itself() -> None:
    words = command_line("localhost", 8600)
    assert words[:5] == [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    assert {"--server.address=localhost", "--server.port=8600", "--server.headless=true"} <= set(words)
    assert "--browser.gatherUsageStats=false" in words
    assert "--browser.serverAddress=example.org" in command_line("example.org", 8600)


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX knows them")
def test_the_page_answers_on_localhost_until_it_is_stopped(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    words = [
        sys.executable,
        "-m",
        "rag",
        "serve",
        "--host",
        "127.0.0.1",
        "--port",
        str(number),
        "--index",
        str(tmp_path),
    ]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            assert _health(number, process) == "ok"
        finally:
            process.send_signal(signal.SIGTERM)
            out, _ = process.communicate(timeout=30)
    assert f"serving at http://127.0.0.1:{number}; Ctrl-C stops" in out
    assert not re.search(r"usage statistics|Traceback", out)


def _health(number: int, process: subprocess.Popen[str]) -> str:
    for _ in range(600):
        assert process.poll() is None, "the page ended before it answered"
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{number}/_stcore/health", timeout=5) as reply:
                return reply.read().decode()
        except OSError:
            time.sleep(0.1)
    return "no answer"
