"""The page in a real browser: asked, answered, proved, and nothing asked of any other machine.

Needs Chromium (Debian: ``apt-get install chromium``). Everything else is real: the app's own process, an index that the
page builds by itself from the sample corpus, and one article that tries to be more than text.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
PATIENCE_S = 30

HOSTILE = """---
title: "<i>Quillmarsh</i> **plants** :tulip: tulips"
source: "<b>Garden</b> [Gazette](http://evil.example/)"
url: "javascript:window.taken=1"
published: 2024-05-02
language: en
---

<script>window.taken = 1</script> <img src="http://evil.example/x.png" onerror="window.taken = 2"> # Not a heading

The town of Quillmarsh planted **87,400 tulips** <b>this spring</b> for $x^2$ :rocket: [more](http://evil.example/more).
"""


@dataclass
class Site:
    """The running app: its address, and every request the browser made."""

    address: str
    context: BrowserContext
    requested: list[str]

    def open(self, **viewport: int) -> Page:
        page = self.context.new_page()
        if viewport:
            page.set_viewport_size({"width": viewport["width"], "height": viewport["height"]})
        page.on("request", lambda request: self.requested.append(request.url))
        page.on("websocket", lambda socket: self.requested.append(socket.url))
        page.goto(self.address)
        expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible()
        return page


def browser_path() -> str:
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    pytest.fail("no Chromium for the browser tests: install it (Debian: apt-get install chromium)", pytrace=False)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_served(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the app did not start: {log.read_text(encoding='utf-8')[-2000:]}")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    work = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "corpus", work / "corpus")
    (work / "corpus" / "hostile.md").write_text(HOSTILE, encoding="utf-8")
    environment = os.environ | {"CITEWIRE_CORPUS": str(work / "corpus"), "CITEWIRE_INDEX": str(work / "index")}
    port, log = free_port(), work / "log"
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    with log.open("wb") as written:
        server = subprocess.Popen(command, cwd=work, env=environment, stdout=written, stderr=subprocess.STDOUT)
        try:
            wait_until_served(f"http://localhost:{port}", server, log)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture(scope="module")
def site(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with sync_playwright() as driver:
        context = driver.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=browser_path(), headless=True, args=FLAGS,
            viewport={"width": 1280, "height": 900}, locale="en-GB",
        )  # fmt: skip
        context.set_default_timeout(PATIENCE_S * 1000)
        expect.set_options(timeout=PATIENCE_S * 1000)
        yield Site(address, context, [])
        context.close()


@pytest.fixture
def page(site: Site) -> Iterator[Page]:
    page = site.open()
    yield page
    page.close()


def ask(page: Page, question: str) -> Locator:
    """Type the question, press Enter, and wait until its exchange is drawn to the end."""
    number = page.locator(".cw-question").count()
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    exchange = page.locator(f".st-key-exchange-{number}")
    expect(exchange.locator(".cw-card, .cw-refusal, .cw-failure").first).to_be_visible()
    expect(page.locator("[data-test-script-state='notRunning']")).to_have_count(1)
    return exchange


def open_article(page: Page, exchange: Locator, number: int) -> Locator:
    exchange.locator(f"[class*='st-key-open-'][class*='-{number}'] button").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("#quoted-sentence")).to_be_in_viewport()
    return dialog


DRAWDOWN = [
    ("Combien reste-t-il d'autorité de retrait ?", r"4\D{1,3}5 milliards de dollars"),
    ("how much drawdown authority remains?", r"4\D{1,3}5 billion US dollars"),
]


@pytest.mark.parametrize(("question", "figure"), DRAWDOWN)
def test_the_figure_its_mark_its_quote_and_the_highlight(page: Page, question: str, figure: str) -> None:
    exchange = ask(page, question)
    expect(exchange.locator(".cw-direct")).to_have_text(re.compile(figure))
    mark = exchange.locator(".cw-mark").first
    expect(mark).to_have_text("[1]")
    card = exchange.locator(".cw-card").first
    expect(card.locator("blockquote")).to_contain_text("4 à 5 milliards de dollars d'autorité de retrait")
    expect(card.locator("blockquote")).to_have_attribute("lang", "fr")
    expect(card.locator("blockquote strong")).to_have_text(re.compile("4 à 5 milliards"))
    mark.click()
    expect(card).to_be_in_viewport()
    assert page.url.endswith(f"#{card.get_attribute('id')}")
    quoted = card.locator("blockquote").inner_text()
    dialog = open_article(page, exchange, 1)
    assert dialog.locator("#quoted-sentence").inner_text() == quoted
    assert page.evaluate("document.activeElement.id") == "quoted-sentence"
    expect(dialog).to_contain_text("Keith Kellogg")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_what_the_corpus_does_not_say_is_refused(page: Page) -> None:
    exchange = ask(page, "What is the boiling point of tungsten?")
    expect(exchange.locator(".cw-refusal")).to_be_visible()
    expect(exchange.locator(".cw-claims, .cw-direct")).to_have_count(0)


def test_an_article_cannot_be_more_than_text(page: Page) -> None:
    exchange = ask(page, "How many tulips did the town of Quillmarsh plant?")
    card = exchange.locator(".cw-card", has_text="Quillmarsh").first
    expect(card.locator("blockquote")).to_contain_text(
        "**87,400 tulips** <b>this spring</b> for $x^2$ :rocket: [more]("
    )
    expect(card.locator("h4")).to_have_text("<i>Quillmarsh</i> **plants** :tulip: tulips")
    expect(card).to_contain_text("<b>Garden</b> [Gazette](http://evil.example/)")
    dialog = open_article(page, exchange, 1)
    expect(dialog).to_contain_text('<script>window.taken = 1</script> <img src="http://evil.example/x.png" onerror=')
    assert dialog.locator(".cw-article").locator("script, img, b, i, a, .katex").count() == 0
    assert exchange.locator("a[href*='evil'], .cw-card img, .katex").count() == 0
    assert page.evaluate("typeof window.taken") == "undefined"


def test_an_example_starts_a_conversation_that_can_be_cleared(page: Page) -> None:
    example = page.locator(".st-key-examples button").first
    question = example.inner_text()
    example.click()
    expect(page.locator(".cw-question")).to_contain_text(question)
    expect(page.locator(".cw-card").first).to_be_visible()
    page.get_by_role("button", name="Clear conversation").click()
    expect(page.locator(".cw-welcome")).to_be_visible()
    expect(page.locator(".cw-question")).to_have_count(0)


def test_the_newest_answer_is_read_from_its_beginning(page: Page) -> None:
    for question, _ in DRAWDOWN:
        exchange = ask(page, question)
    page.wait_for_timeout(1600)
    expect(exchange.locator(".cw-question")).to_be_in_viewport()


def test_on_a_narrow_screen_nothing_is_cut_off(site: Site) -> None:
    page = site.open(width=390, height=800)
    ask(page, "how much drawdown authority remains?")
    edges = "elements => elements.map(element => element.getBoundingClientRect().right)"
    assert max(page.locator(".stMainBlockContainer *").evaluate_all(edges)) <= 390
    page.close()


def test_the_page_asks_nothing_of_any_other_machine(site: Site, page: Page) -> None:
    ask(page, "how much drawdown authority remains?")
    hosts = {urlsplit(url).hostname for url in site.requested if not url.startswith(("data:", "blob:"))}
    assert hosts == {"localhost"}
