"""The app in a process of its own and a browser to look at it: what the browser tests and the screenshot share."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import BrowserContext, Locator, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_S = 30


class NoBrowser(Exception):
    """There is no Chromium on this machine."""


def browser_path() -> str:
    """The Chromium to drive. Raises NoBrowser, which says how to install one."""
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    raise NoBrowser("no Chromium for the browser tests: install it (Debian: apt-get install chromium)")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(work: Path, corpus: Path, **more: str) -> Iterator[str]:
    """The app over a corpus, its index in a folder of ``work``; yields its address. ``more`` are further settings."""
    settings = {"CITEWIRE_CORPUS": str(corpus), "CITEWIRE_INDEX": str(work / "index"), **more}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("CITEWIRE_")}
    port, log = free_port(), work / "log"
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    with log.open("wb") as written:
        server = subprocess.Popen(command, cwd=work, env=inherited | settings, stdout=written, stderr=subprocess.STDOUT)
        try:
            _wait(f"http://localhost:{port}", server, log)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:  # a session still open keeps the server; the test is over all the same
                server.kill()
                server.wait()


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(f"the app did not start: {log.read_text(encoding='utf-8')[-2000:]}")


@contextmanager
def chat_model(write: Callable[[str], list[str]]) -> Iterator[str]:
    """A server that speaks OpenAI's protocol: ``write`` makes a reply's pieces from the prompt. Yields its URL."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            for piece in write(str(sent["messages"][-1]["content"])):
                delta = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
                event = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [delta]}
                self.wfile.write(b"data: " + json.dumps(event).encode() + b"\n\n")
                self.wfile.flush()
                time.sleep(0.4)  # as a model does, so that the draft can be seen
            self.wfile.write(b"data: [DONE]\n\n")

        def log_message(self, format: str, *values: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def browsing(profile: Path, **looks: object) -> Iterator[BrowserContext]:
    """A browser with an empty profile."""
    with sync_playwright() as driver:
        context = driver.chromium.launch_persistent_context(
            profile, executable_path=browser_path(), headless=True, args=FLAGS, **looks
        )
        context.set_default_timeout(PATIENCE_S * 1000)
        expect.set_options(timeout=PATIENCE_S * 1000)
        yield context
        context.close()


def ask(page: Page, question: str) -> Locator:
    """Type the question, press Enter, and wait until its exchange is drawn to the end."""
    number = page.locator(".cw-question").count()
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    exchange = page.locator(f".st-key-exchange-{number}")
    expect(exchange.locator(".cw-card:visible, .cw-refusal, .cw-failure").first).to_be_visible()
    expect(page.locator("[data-test-script-state='notRunning']")).to_have_count(1)
    return exchange


def open_article(page: Page, exchange: Locator, number: int) -> Locator:
    """Open the article of a source card, and wait until its quoted sentence is in view."""
    exchange.locator(f"[class*='st-key-open-'][class*='-{number}'] button").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("#quoted-sentence")).to_be_in_viewport()
    return dialog
