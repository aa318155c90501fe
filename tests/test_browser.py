"""The page in a real browser: asked, answered, proved, and nothing asked of any other machine.

Needs Chromium (Debian: ``apt-get install chromium``). Everything else is real: the app's own process, an index that the
page builds by itself from the sample corpus, and one article that tries to be more than text.
"""

from __future__ import annotations

import re
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browsing import ROOT, NoBrowser, ask, browser_path, browsing, chat_model, open_article, served

NEWSROOM = ROOT / "tests" / "newsroom"
"""Made-up reports: one figure that moves, outlets that disagree, a wire copy, and an article that is hostile markup."""

FLOOD = "How many people were driven from their homes by the flood in Brackwater?"


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


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    try:
        browser_path()
    except NoBrowser as missing:
        pytest.fail(str(missing), pytrace=False)
    work = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "corpus", work / "corpus")
    shutil.copytree(NEWSROOM, work / "corpus" / "newsroom")
    with served(work, work / "corpus") as address:
        yield address


@pytest.fixture(scope="module")
def site(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    looks = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"}
    with browsing(tmp_path_factory.mktemp("profile"), **looks) as context:
        yield Site(address, context, [])


@pytest.fixture
def page(site: Site) -> Iterator[Page]:
    page = site.open()
    yield page
    page.close()


# The texts of ours below WCAG 2.2 AA (4.5:1; 3:1 from 24 px, or 18.66 px bold), as "text: ratio". Colours are mixed on
# a canvas, which reads every notation. https://www.w3.org/TR/WCAG22/#contrast-minimum
CONTRASTS = """root => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const paint = colours => {
    canvas.fillStyle = "white"; canvas.fillRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const low = [];
  for (const element of document.querySelectorAll(`${root} :is([data-testid=stHtml] *, svg.marks text)`)) {
    const own = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("").trim();
    if (!own || element.closest("style, script") || !element.getClientRects().length) continue;
    const grounds = [];
    for (let at = element; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
    const style = getComputedStyle(element);
    const ink = element.ownerSVGElement ? style.fill : style.color;
    const [a, b] = [paint(grounds), paint([...grounds, ink])].map(luminance);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) low.push(`${own.slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
  return low;
}"""

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
    if question == DRAWDOWN[1][0]:
        expect(card).to_contain_text("Original in French")
    mark.click()
    expect(card).to_be_in_viewport()
    assert page.url.endswith(f"#{card.get_attribute('id')}")
    quoted = card.locator("blockquote").inner_text()
    dialog = open_article(page, exchange, 1)
    assert dialog.locator("#quoted-sentence").inner_text() == quoted
    expect(dialog.locator("#quoted-sentence")).to_be_focused()
    expect(dialog).to_contain_text("Keith Kellogg")
    expect(dialog).to_have_accessible_name(dialog.locator("h3").inner_text())
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_figure_that_moves_has_a_ledger_with_its_plot(page: Page) -> None:
    exchange = ask(page, FLOOD)
    card = exchange.locator(".st-key-ledger-0")
    rows = card.locator("tbody tr")
    expect(rows.first).to_contain_text("4 March 2024")
    expect(rows.first).to_contain_text("1,200")
    expect(card.locator(".cw-update").first).to_be_visible()
    expect(card.locator(".cw-disagreement").first).to_be_visible()
    expect(card.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()
    for number in range(rows.count()):
        mark = rows.nth(number).locator(".cw-mark")
        assert exchange.locator(mark.get_attribute("href") or "").count() == 1, "each row is cited"


def test_a_wire_copy_is_told_beside_its_original(page: Page) -> None:
    exchange = ask(page, "What did the county say on Tuesday about Brackwater?")
    card = exchange.locator(".cw-card", has_text="1,850").first
    expect(card).to_contain_text("also in 1 outlet: Coast Daily")
    expect(card).to_contain_text("Harbour Post")


def test_as_of_answers_from_what_was_published_by_then(page: Page) -> None:
    page.get_by_role("group", name="Answer as of").get_by_role("spinbutton").first.click()
    page.keyboard.type("20240304")
    page.keyboard.press("Tab")
    expect(page.locator("[data-test-script-state='notRunning']")).to_have_count(1)
    exchange = ask(page, FLOOD)
    expect(exchange.locator(".cw-claims")).to_contain_text("1,200 people")
    expect(exchange).to_contain_text("As of 4 March 2024")
    expect(exchange).not_to_contain_text("1,850")


def test_a_day_out_of_range_is_told_to_change_nothing(page: Page) -> None:
    page.get_by_role("group", name="Answer as of").get_by_role("spinbutton").first.click()
    page.keyboard.type("17000101")
    page.keyboard.press("Tab")
    below = "element => getComputedStyle(element, '::after').content"
    field = page.locator(".st-key-as-of .stDateInput")
    expect(field.get_by_role("alert")).to_be_attached()
    assert "Not a day between 1800 and 2100" in field.evaluate(below)
    page.evaluate("document.documentElement.lang = 'fr'")
    assert "Ce n’est pas un jour entre 1800 et 2100" in field.evaluate(below)


def test_articles_are_added_from_the_page_and_what_is_not_taken_is_named(page: Page, tmp_path: Path) -> None:
    text = "The weir at Orsk was repaired on 3 May 2021. The repair of the weir cost 48,700 euros."
    (tmp_path / "weir.txt").write_text(text, encoding="utf-8")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    page.get_by_text("Add articles").first.click()
    page.locator(".st-key-add input[type=file]").set_input_files([tmp_path / "weir.txt", tmp_path / "broken.json"])
    sidebar = page.get_by_test_id("stSidebar")
    expect(sidebar).to_contain_text("1 added, 0 changed, 0 removed")
    expect(sidebar.locator(".cw-skipped")).to_contain_text("broken.json: not valid JSON")
    expect(sidebar.locator(".cw-skipped li").filter(has_text="broken.json")).to_have_count(1)
    expect(sidebar.get_by_test_id("stFileUploaderFile")).to_have_count(0)
    exchange = ask(page, "How much did the repair of the weir at Orsk cost?")
    expect(exchange.locator("blockquote").first).to_contain_text("48,700 euros")


def test_words_of_time_are_shown_and_can_be_taken_away(page: Page) -> None:
    first = ask(page, "What happened in Brackwater last week?")
    expect(first).to_contain_text("“last week”")
    first.get_by_role("button", name="Search all dates").click()
    again = page.locator(".st-key-exchange-1")
    expect(again.locator("blockquote").first).to_contain_text("Brackwater")
    expect(again).not_to_contain_text("“last week”")
    expect(again).to_contain_text("the words of time in the question were not applied")


def honest_and_not(prompt: str) -> list[str]:
    """What a chat model might write: a claim that its sentence bears out, and one that it does not."""
    [number] = set(re.findall(r"\[(\d+)\] The flood in Brackwater has driven 1,200 people", prompt))
    return [
        f"The county said that the flood has driven 1,200 people from their homes [{number}].\n",
        f"The county said that it killed 4,000 people [{number}].\n",
    ]


def test_a_chat_models_draft_is_told_as_one_and_what_is_not_borne_out_is_withheld(site: Site, tmp_path: Path) -> None:
    with chat_model(honest_and_not) as url:
        model = {"CITEWIRE_CHAT_MODEL": "openai:m", "CITEWIRE_CHAT_BASE_URL": url, "OPENAI_API_KEY": "none"}
        with served(tmp_path, NEWSROOM, **model) as address:
            page = site.context.new_page()
            page.goto(address)
            page.get_by_test_id("stChatInputTextArea").fill(FLOOD)
            page.keyboard.press("Enter")
            expect(page.locator(".cw-draft")).to_contain_text("not yet checked")
            exchange = page.locator(".st-key-exchange-0")
            expect(exchange.locator(".cw-claims")).to_contain_text("1,200 people")
            expect(page.locator(".cw-draft")).to_have_count(0)
            expect(exchange.locator(".cw-claims")).not_to_contain_text("4,000")
            exchange.get_by_text("1 statement withheld").click()
            expect(exchange.locator(".cw-withheld s")).to_contain_text("4,000 people")
            expect(exchange.locator(".cw-reason")).not_to_be_empty()
            page.close()


def test_an_opened_article_is_scrolled_with_the_keys(site: Site) -> None:
    page = site.open(width=1280, height=420)
    dialog = open_article(page, ask(page, "how much drawdown authority remains?"), 1)
    scroller = dialog.locator("[tabindex='0']:has(.cw-article)")
    scroller.evaluate("element => { element.scrollTop = 0; }")
    for _ in range(6):
        page.keyboard.press("Shift+Tab")
        if scroller.evaluate("element => element === document.activeElement"):
            break
    expect(scroller).to_be_focused()
    page.keyboard.press("PageDown")
    page.wait_for_function("document.activeElement.scrollTop > 0")
    page.close()


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


def test_an_example_starts_a_conversation_that_can_be_kept_and_left(page: Page) -> None:
    example = page.locator(".st-key-examples button").first
    question = example.inner_text()
    example.click()
    expect(page.locator(".cw-question")).to_contain_text(question)
    expect(page.locator(".cw-card").first).to_be_visible()
    with page.expect_download() as kept:
        page.get_by_role("button", name="Download conversation").click()
    written = kept.value.path().read_text(encoding="utf-8")
    assert question in written and "> " in written
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".cw-welcome")).to_be_visible()
    expect(page.locator(".cw-question")).to_have_count(0)


def test_a_page_loaded_again_shows_its_conversation_and_back_leads_to_the_one_before(page: Page) -> None:
    empty = page.url
    ask(page, DRAWDOWN[1][0])
    exchange = ask(page, FLOOD)
    quoted = exchange.locator("blockquote").first.inner_text()
    first = page.url
    assert first != empty
    page.reload()
    expect(exchange.locator("blockquote").first).to_have_text(quoted)
    expect(page.locator(".cw-question")).to_have_count(2)
    expect(page.locator("#question-1")).to_be_in_viewport()
    expect(page.locator(".st-key-exchange-0 .cw-direct")).to_have_text(re.compile(DRAWDOWN[1][1]))
    assert exchange.evaluate("element => element.lang") == "en"
    dialog = open_article(page, exchange, 1)
    assert dialog.locator("#quoted-sentence").inner_text() == quoted
    page.keyboard.press("Escape")
    expect(ask(page, "and on 4 March 2024?")).to_contain_text("driven from their homes by the flood in Brackwater")
    assert page.url == first

    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".cw-welcome")).to_be_visible()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_focused()
    assert page.url == empty
    ask(page, DRAWDOWN[1][0])
    expect(page.locator(".cw-question")).to_have_count(1)
    assert page.url not in (empty, first)
    page.go_back()
    expect(page.locator(".cw-welcome")).to_be_visible()
    page.go_back()
    expect(page.locator(".cw-question")).to_have_count(3)
    assert page.url == first
    page.go_back()
    expect(page.locator(".cw-welcome")).to_be_visible()
    assert page.url == empty


def test_the_newest_answer_is_read_from_its_beginning(page: Page) -> None:
    for question, _ in DRAWDOWN:
        exchange = ask(page, question)
    page.wait_for_timeout(800)
    expect(exchange.locator(".cw-question")).to_be_in_viewport()


def test_an_answer_is_told_to_who_does_not_see_it_in_its_own_language(page: Page) -> None:
    live = page.locator("#cw-live")
    expect(live).to_have_attribute("aria-live", "polite")
    expect(live).to_have_text("")
    exchange = ask(page, DRAWDOWN[0][0])
    expect(live).to_have_text(re.compile(r"4\D{1,3}5 milliards de dollars \d sources?\."))
    expect(live).to_have_attribute("lang", "fr")
    spoken = "element => element.closest('[lang]').lang"
    button = exchange.locator("[class*='st-key-open-'] button").first
    for said, language in (
        (exchange.locator(".cw-question bdi"), "fr"),
        (exchange.locator(".cw-question .cw-eyebrow"), "en"),
        (exchange.locator(".cw-card header").first, "fr"),
        (button, "fr"),
    ):
        assert said.evaluate(spoken) == language
    assert page.evaluate("document.documentElement.lang") == "en"


def test_buttons_that_open_one_article_at_two_quotes_have_names_that_tell_them_apart(page: Page) -> None:
    exchange = ask(page, "Who received the Nobel Peace Prize?")
    cards = exchange.locator(".st-key-card-0-1, .st-key-card-0-2")
    expect(cards).to_have_count(2)
    for number in range(2):
        card = cards.nth(number)
        start = re.escape(card.locator("blockquote").inner_text()[:60])
        button = card.get_by_role("button")
        expect(button).to_have_accessible_name(re.compile(f"^Open article {number + 1}, .+: {start}"))


def test_the_keyboard_finds_the_button_of_the_sidebar_and_sees_where_it_is(page: Page) -> None:
    seen = {}
    for _ in range(20):
        page.keyboard.press("Tab")
        name, line = page.evaluate(
            "[document.activeElement.ariaLabel || document.activeElement.tagName,"
            " getComputedStyle(document.activeElement).outlineStyle]"
        )
        seen[name] = line
    assert seen["Collapse sidebar"] == "solid"
    assert seen["MAIN"] == "solid"


def test_a_filter_offers_what_is_in_the_index_and_nothing_else(page: Page) -> None:
    page.get_by_text("Narrow the search").click()
    page.locator(".st-key-languages").get_by_role("combobox").click()
    expect(page.get_by_role("option", name="English")).to_be_visible()
    assert page.get_by_role("option").all_inner_texts() == ["English", "French"]


def test_after_an_example_the_focus_is_on_the_question(page: Page) -> None:
    page.locator(".st-key-examples button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".cw-card").first).to_be_visible()
    expect(page.locator("#question-0")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_of_ours_stands_out_from_its_ground(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    exchange = ask(page, FLOOD)
    expect(exchange.locator("svg.marks text").first).to_be_visible()
    page.wait_for_timeout(300)
    grounds = page.evaluate("getComputedStyle(document.querySelector('.stApp')).colorScheme")
    assert grounds == scheme
    assert page.evaluate(CONTRASTS, ".stApp") == []
    open_article(page, exchange, 1)
    page.wait_for_timeout(500)  # the dialog fades in
    assert page.evaluate(CONTRASTS, "[role=dialog]") == []


def test_on_a_narrow_screen_nothing_is_cut_off(site: Site) -> None:
    page = site.open(width=390, height=800)
    ask(page, "how much drawdown authority remains?")
    ask(page, "how much drawdown authority remains? " + 300 * "x")
    edges = "elements => elements.map(element => element.getBoundingClientRect().right)"
    assert max(page.locator(".stMainBlockContainer *").evaluate_all(edges)) <= 390
    page.close()


def test_on_a_short_screen_nothing_stands_over_what_is_read(site: Site) -> None:
    page = site.open(width=320, height=256)
    exchange = ask(page, "how much drawdown authority remains?")
    page.wait_for_timeout(800)  # until it has been scrolled to the question
    quote = exchange.locator("blockquote").first
    quote.evaluate("element => element.scrollIntoView({block: 'end'})")
    seen = "element => [30, 130, 230].map(y => element.contains(document.elementFromPoint(160, y)))"
    assert sum(quote.evaluate(seen)) >= 2
    page.close()


def test_on_a_short_narrow_screen_the_title_stands_beside_the_button_of_the_sidebar(site: Site) -> None:
    page = site.open(width=320, height=480)
    button = page.get_by_test_id("stExpandSidebarButton")
    expect(button).to_be_visible()
    edges = "element => { const at = element.getBoundingClientRect(); return [at.left, at.top, at.right, at.bottom]; }"
    right, bottom = button.evaluate(edges)[2:]
    left, top = page.locator(".cw-masthead h1").evaluate(edges)[:2]
    assert top < bottom and left >= right
    page.close()


def test_on_paper_there_is_nothing_to_click(page: Page) -> None:
    ask(page, "how much drawdown authority remains?")
    page.emulate_media(media="print")
    expect(page.locator(".cw-quote").first).to_be_visible()
    for away in (".st-key-ask", ".stSidebar", ".stButton"):
        expect(page.locator(away).first).to_be_hidden()


def test_a_question_of_many_lines_leaves_room_for_its_answer(page: Page) -> None:
    exchange = ask(page, "how much drawdown authority remains, " + 60 * "given what was said of it before, " + "?")
    assert exchange.locator(".cw-question").evaluate("element => element.offsetHeight") < 300


def test_the_page_asks_nothing_of_any_other_machine(site: Site, page: Page) -> None:
    ask(page, "how much drawdown authority remains?")
    hosts = {urlsplit(url).hostname for url in site.requested if not url.startswith(("data:", "blob:"))}
    assert hosts == {"localhost"}


def test_it_listens_to_this_machine_only(address: str) -> None:
    port = urlsplit(address).port
    assert port is not None
    others = {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), port, type=socket.SOCK_STREAM)}
    for other in others - {"::1"}:
        if not other.startswith("127."):
            with socket.socket(socket.AF_INET6 if ":" in other else socket.AF_INET) as probe:
                probe.settimeout(2)
                assert probe.connect_ex((other, port)) != 0, f"{other}:{port} answers"
