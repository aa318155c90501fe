"""What the page does in the browser by itself: its language, where it scrolls and what it tells a screen reader.

Constant scripts: nothing from an article, an answer or a visitor is ever put into one. Does not know Streamlit.
"""

from __future__ import annotations

# Streamlit's buttons have no name but their label: of two quotes of one article they would differ in a number alone.
_NAME_BUTTONS = """
  const name = () => {
    for (const button of document.querySelectorAll("[class*='st-key-card-'] .stButton button:not([aria-label])")) {
      const card = button.closest("[class*='st-key-card-']"), label = button.querySelector("p");
      const [title, quote] = ["h4", "blockquote"].map(part => card.querySelector(part));
      if (!label || !title || !quote) continue;
      const said = quote.textContent.slice(0, 120);
      button.setAttribute("aria-label", `${label.textContent}, ${title.textContent}: ${said}`);
    }
  };
  new MutationObserver(name).observe(document.body, {childList: true, subtree: true});
"""
# A live region is heard where it stands before its text changes: this one is made once, outside of what is drawn anew.
SPEAKS = {
    code: f"""<script>
document.documentElement.lang = "{code}";
if (!document.getElementById("cw-live")) {{
  const live = document.createElement("div");
  live.id = "cw-live";
  live.setAttribute("role", "status");
  live.setAttribute("aria-live", "polite");
  document.body.append(live);
  {_NAME_BUTTONS}
}}
</script>"""
    for code in ("en", "fr")
}
SAY_NEWEST = """<script>
for (const exchange of document.querySelectorAll("[class*='st-key-exchange-']")) {
  const said = exchange.querySelector(".cw-said");
  if (said) exchange.lang = said.lang;
}
setTimeout(() => {
  const live = document.getElementById("cw-live"), said = [...document.querySelectorAll(".cw-said")].pop();
  if (live && said) { live.lang = said.lang; live.replaceChildren(...said.cloneNode(true).childNodes); }
}, 300);
</script>"""


def _until_touched(show: str) -> str:
    """A script that does ``show`` at once and twice more, as long as nobody scrolls, types or clicks.

    What it looks for may be drawn later, and a dialog takes the focus when it has opened.
    """
    return f"""<script>
(() => {{
  let going = true;
  const stop = () => {{ going = false; }};
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) addEventListener(kind, stop, {{once: true}});
  const show = () => {{ if (going) {{ {show} }} }};
  for (const wait of [0, 200, 600]) setTimeout(show, wait);
}})();
</script>"""


# What scrolls in an opened article can be reached with the Tab key, else PageDown and the arrow keys would do nothing
# there (WCAG 2.1.1). The dialog is called by the article's title, which Streamlit would read as Markdown.
SHOW_QUOTE = _until_touched("""
    const opened = document.querySelector("[role=dialog] .cw-article"), title = opened && opened.querySelector("h3");
    const scroller = opened && opened.closest("section > div");
    if (scroller) { scroller.tabIndex = 0; scroller.setAttribute("role", "group"); }
    for (const called of opened ? [scroller, opened.closest("[role=dialog]")] : []) {
      called.setAttribute("aria-label", title.textContent);
      called.removeAttribute("aria-labelledby");
    }
    const quoted = document.getElementById("quoted-sentence");
    if (quoted) { quoted.scrollIntoView({block: "center"}); quoted.focus({preventScroll: true}); }
""")
FOCUS_BOX = _until_touched("""
    const box = document.querySelector(".st-key-ask textarea");
    if (box && document.activeElement === document.body) box.focus({preventScroll: true});
""")
SHOW_LAST_QUESTION = _until_touched("""
    const asked = [...document.querySelectorAll(".cw-question")].pop();
    if (asked) asked.scrollIntoView({block: "start"});
    if (asked && document.activeElement === document.body) asked.focus({preventScroll: true});
""")
