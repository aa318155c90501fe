"""An answer that takes a while, in a real browser: no click takes it away, and Stop leaves nothing behind.

Needs Chromium, as ``test_browser`` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import ROOT, ask, browsing, chat_model, served

NEWSROOM = ROOT / "tests" / "newsroom"
FLOOD = "How many people were driven from their homes by the flood in Brackwater?"
QUIET = "What is the boiling point of tungsten?"

prompts: list[str] = []


def slowly(prompt: str) -> list[str]:
    """A chat model that thinks for some seconds about what has a figure."""
    prompts.append(prompt)
    [number, *_] = re.findall(r"\[(\d+)\] The flood in Brackwater has driven 1,200 people", prompt) or ["1"]
    written = f"The county said that the flood has driven 1,200 people from their homes [{number}].".split(" ")
    return [f"{word} " for word in written]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    work = tmp_path_factory.mktemp("waiting")
    with chat_model(slowly) as url:
        model = {"CITEWIRE_CHAT_MODEL": "openai:m", "CITEWIRE_CHAT_BASE_URL": url, "OPENAI_API_KEY": "none"}
        with served(work, NEWSROOM, **model) as address, browsing(work / "profile", locale="en-GB") as context:
            page = context.new_page()
            page.set_viewport_size({"width": 1280, "height": 900})
            page.goto(address)
            yield page


@pytest.fixture(autouse=True)
def _anew(page: Page) -> None:
    page.goto(urlsplit(page.url)._replace(query="").geturl())
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible()
    expect(page.locator("[data-test-script-state='notRunning']")).to_have_count(1)
    prompts.clear()


def send(page: Page, question: str) -> None:
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")


def test_a_click_meanwhile_takes_nothing_away_and_nothing_is_asked_twice(page: Page) -> None:
    ask(page, QUIET)
    send(page, FLOOD)
    exchange = page.locator(".st-key-exchange-1")
    expect(exchange.locator(".cw-draft")).to_be_visible()
    page.get_by_text("Narrow the search").click()
    page.locator(".st-key-languages").get_by_role("combobox").click()
    page.get_by_role("option", name="English").click()
    expect(exchange.locator(".cw-question")).to_contain_text("Brackwater")
    expect(exchange.locator(".cw-claims")).to_contain_text("1,200 people")
    expect(exchange.locator(".cw-waiting, .cw-stopped, .cw-draft, .cw-failure")).to_have_count(0)
    assert len(prompts) == 1, "the next run waits for the answer already on its way"


def test_a_page_loaded_again_meanwhile_waits_for_the_answer_on_its_way(page: Page) -> None:
    send(page, FLOOD)
    exchange = page.locator(".st-key-exchange-0")
    expect(exchange.locator(".cw-draft")).to_be_visible()
    page.reload()
    expect(exchange.locator(".cw-question")).to_contain_text("Brackwater")
    expect(exchange.locator(".cw-claims")).to_contain_text("1,200 people")
    expect(page.locator("#cw-live")).to_contain_text("1 source.")
    assert len(prompts) == 1


def test_two_questions_at_once_are_both_answered_in_turn(page: Page) -> None:
    send(page, FLOOD)
    expect(page.locator(".st-key-exchange-0 .cw-waiting")).to_be_visible()
    send(page, QUIET)
    expect(page.locator(".st-key-exchange-1").locator(".cw-claims, .cw-refusal")).to_be_visible()
    expect(page.locator(".st-key-exchange-0 .cw-claims")).to_contain_text("1,200 people")
    expect(page.locator(".cw-failure")).to_have_count(0)


def test_a_stopped_question_says_so_and_can_be_asked_again(page: Page) -> None:
    ask(page, QUIET)
    send(page, FLOOD)
    exchange = page.locator(".st-key-exchange-1")
    expect(exchange.locator(".cw-waiting")).to_be_visible()
    expect(exchange.locator(".cw-stopped")).to_be_hidden()
    page.get_by_text("Stop", exact=True).click()
    expect(exchange.locator(".cw-waiting")).to_be_hidden()
    expect(exchange.locator(".cw-stopped")).to_be_visible()
    assert page.locator("[data-stale='true']:visible").count() == 0
    exchange.get_by_role("button", name="Ask again").click()
    expect(exchange.locator(".cw-claims")).to_contain_text("1,200 people")
    expect(exchange.locator(".cw-stopped")).to_have_count(0)
