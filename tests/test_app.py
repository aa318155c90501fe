"""The page as Streamlit runs it, over a real index of a small corpus: every state a visitor can meet."""

from __future__ import annotations

import html
import re
import shutil
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from rag.build import build
from rag.ui.exchange import Exchange

ROOT = Path(__file__).resolve().parent.parent

FERRY = """---
title: "Ferry between Osmer and Lindhaven stops for the winter"
source: Harbour Post
published: 2024-10-04
language: en
---

The ferry between Osmer and Lindhaven carried 41,200 passengers this summer. The crossing stops for the winter.
"""
LIBRARY = """---
title: "La bibliothèque de Sauvigny rouvre"
source: Le Petit Courrier
published: 2024-11-18
language: fr
---

La bibliothèque de Sauvigny a rouvert mardi après des travaux de 3,4 millions d'euros. Elle compte 52 000 livres.
"""
LATER = FERRY.replace("2024-10-04", "2024-12-01").replace("Harbour Post", "Coast Daily")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "ferry.md").write_text(FERRY, encoding="utf-8")
    (folder / "library.md").write_text(LIBRARY, encoding="utf-8")
    monkeypatch.setenv("CITEWIRE_CORPUS", str(folder))
    monkeypatch.setenv("CITEWIRE_INDEX", str(tmp_path / "index"))
    return folder


@pytest.fixture
def built(corpus: Path, tmp_path: Path) -> Path:
    build(corpus, tmp_path / "index")
    return tmp_path / "index"


def opened(conversation: str | list[str] = "") -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if conversation:
        page.query_params["conversation"] = conversation
    page.run()
    assert not page.exception
    return page


def drawn(page: AppTest) -> str:
    """Everything the page drew as HTML in its main column and its sidebar."""
    parts = [*page.main.get("html"), *page.sidebar.get("html")]
    return "\n".join(part.proto.body for part in parts)


def ask(page: AppTest, question: str) -> str:
    """Ask, and give back what was drawn from this question on."""
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    before, heading, after = drawn(page).rpartition('<h2 class="cw-question"')
    assert heading
    return heading + after


def quotes(markup: str) -> Iterator[str]:
    for found in re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", markup, re.S):
        yield html.unescape(re.sub(r"</?strong>", "", found))


def test_without_an_index_the_page_builds_one_by_itself(corpus: Path) -> None:
    page = opened()
    markup = drawn(page)
    assert "2 articles" in markup
    assert "2 added, 0 changed, 0 removed, 0 unchanged" in markup
    assert "4 October 2024 – 18 November 2024" in markup
    assert "Ask the articles." in markup


def test_the_empty_page_of_any_corpus_offers_what_is_new_and_what_its_headlines_name(corpus: Path) -> None:
    (corpus / "later.md").write_text(LATER.replace("stops for", "is back after"), encoding="utf-8")
    page = opened()
    offered = [button.label for button in page.main.get("button")]
    assert offered[0] == "What’s new?"
    assert {"Osmer", "Lindhaven"} <= set(offered[1:])
    page.main.get("button")[0].click().run()
    assert not page.exception
    assert "Coast Daily" in drawn(page)
    assert "cw-refusal" not in drawn(page)


def test_an_answer_is_drawn_with_its_claims_marks_and_cards(built: Path) -> None:
    page = opened()
    markup = ask(page, "How many passengers did the ferry carry?")
    assert "<bdi>How many passengers did the ferry carry?</bdi></h2>" in markup
    assert 'href="#source-0-1"' in markup
    assert 'id="source-0-1"' in markup
    assert any("41,200 passengers" in quote for quote in quotes(markup))
    assert "Harbour Post" in markup
    assert "Ask the articles." not in drawn(page)


def test_every_quote_is_a_slice_of_an_article(built: Path) -> None:
    markup = ask(opened(), "Combien de livres compte la bibliothèque ?")
    assert [quote for quote in quotes(markup) if "52 000 livres" in quote]
    assert all(quote in FERRY or quote in LIBRARY for quote in quotes(markup))


def test_the_conversation_is_kept_until_a_new_one_is_begun(built: Path) -> None:
    page = opened()
    ask(page, "How many passengers did the ferry carry?")
    assert 'id="question-1"' in ask(page, "Combien de livres compte la bibliothèque ?")
    page.run()
    assert drawn(page).count('class="cw-question"') == 2
    page.button(key="begin").click().run()
    assert 'class="cw-question"' not in drawn(page)
    assert "Ask the articles." in drawn(page)
    page.button(key="back").click().run()
    assert drawn(page).count('class="cw-question"') == 2
    page.button(key="begin").click().run()
    ask(page, "How many passengers did the ferry carry?")
    assert drawn(page).count('class="cw-question"') == 1


def test_a_page_loaded_again_shows_its_conversation_and_follow_ups_stand_on_it(built: Path) -> None:
    page = opened()
    assert "conversation" not in page.query_params, "nothing asked yet"
    page.multiselect(key="sources").set_value(["Harbour Post"]).run()
    page.date_input(key="as-of").set_value(date(2024, 10, 31)).run()
    before = ask(page, "How many passengers did the ferry carry?")
    again = opened(page.query_params["conversation"])
    assert drawn(again).count('class="cw-question"') == 1
    assert before[before.index('id="question-0"') :].split("cw-direct")[1] in drawn(again)
    assert list(quotes(drawn(again))) == list(quotes(before))
    assert "Only articles published in Harbour Post, by 31 October 2024" in drawn(again), "the filters are back"
    again.button(key="widen").click().run()
    followed = ask(again, "and in 2024?")
    assert 'id="question-1"' in followed
    assert "Understood as: How many passengers did the ferry carry in 2024?" in followed
    assert again.query_params == page.query_params
    assert 'id="question-1"' in drawn(page.run()), "two tabs show the same conversation"


def test_a_conversation_left_can_be_erased_wherever_it_is_shown(built: Path) -> None:
    page = opened()
    ask(page, "How many passengers did the ferry carry?")
    name = page.query_params["conversation"]
    other = opened(name)
    page.button(key="begin").click().run()
    page.button(key="erase").click().run()
    assert [button.key for button in page.button if button.key in ("back", "erase")] == []
    for shown in (other.run(), opened(name)):
        assert "ferry carry" not in drawn(shown)
        assert "Ask the articles." in drawn(shown)
        assert 'class="cw-failure"' not in drawn(shown)
    ask(other, "Combien de livres compte la bibliothèque ?")
    assert 'id="question-1"' not in drawn(other), "it begins anew"
    assert drawn(opened(other.query_params["conversation"])).count('class="cw-question"') == 1


def test_a_conversation_that_two_tabs_left_and_one_erased_cannot_be_had_back(built: Path) -> None:
    page = opened()
    ask(page, "How many passengers did the ferry carry?")
    other = opened(page.query_params["conversation"])
    for tab in (page, other):
        tab.button(key="begin").click().run()
    page.button(key="erase").click().run()
    other.button(key="back").click().run()  # as it was still drawn there
    assert not other.exception
    assert "Ask the articles." in drawn(other)
    assert [button.key for button in other.run().button if button.key in ("back", "erase")] == []
    ask(other, "Combien de livres compte la bibliothèque ?")
    assert drawn(opened(other.query_params["conversation"])).count('class="cw-question"') == 1


@pytest.mark.parametrize("name", ["nonsense", "", "../index", "é\x00" * 100, ["a", "b"]])
def test_a_conversation_nobody_keeps_begins_a_new_one_under_a_name_of_its_own(
    built: Path, name: str | list[str]
) -> None:
    page = opened(name)
    assert "Ask the articles." in drawn(page)
    assert 'class="cw-failure"' not in drawn(page)
    ask(page, "How many passengers did the ferry carry?")
    assert page.query_params["conversation"] not in (name, "b")
    assert len(page.query_params["conversation"]) == 22
    assert "Ask the articles." in drawn(opened(name))


def test_conversations_do_not_show_in_each_other(built: Path) -> None:
    one, other = opened(), opened()
    ask(one, "How many passengers did the ferry carry?")
    ask(other, "Combien de livres compte la bibliothèque ?")
    assert one.query_params["conversation"] != other.query_params["conversation"]
    assert "ferry carry" not in drawn(opened(other.query_params["conversation"]))
    first = one.query_params["conversation"]
    one.button(key="begin").click().run()
    assert "conversation" not in one.query_params
    ask(one, "How many passengers did the ferry carry?")
    assert one.query_params["conversation"] != first
    assert drawn(one).count('class="cw-question"') == 1


def test_a_conversation_of_an_open_page_outlives_its_place_among_those_kept(built: Path) -> None:
    page = opened()
    ask(page, "How many passengers did the ferry carry?")
    st.cache_resource.clear()
    assert 'class="cw-question"' not in drawn(opened(page.query_params["conversation"]))
    assert 'class="cw-question"' in drawn(page.run())
    assert 'class="cw-question"' in drawn(opened(page.query_params["conversation"])), "kept once more"


def test_a_conversation_is_opened_although_an_outlet_it_kept_to_is_gone(built: Path, corpus: Path) -> None:
    page = opened()
    page.multiselect(key="sources").set_value(["Harbour Post"]).run()
    page.multiselect(key="languages").set_value(["en"]).run()
    ask(page, "How many passengers did the ferry carry?")
    (corpus / "ferry.md").unlink()
    build(corpus, built)
    again = opened(page.query_params["conversation"])
    assert 'class="cw-question"' in drawn(again)
    assert 'class="cw-narrowed"' not in drawn(again)


def test_a_conversation_without_its_beginning_says_so(built: Path) -> None:
    page = opened()
    ask(page, "How many passengers did the ferry carry?")
    for _ in range(101):
        page.session_state["shown"].add(Exchange("And then?", failure="no"))
    page.run()
    assert not page.exception
    assert "Questions asked here before and no longer kept: 2" in drawn(page)
    assert drawn(page).count('class="cw-question"') == 100


@pytest.mark.parametrize("loaded_again", [True, False])
def test_an_answer_whose_article_has_changed_since_says_so_and_can_be_asked_again(
    built: Path, corpus: Path, loaded_again: bool
) -> None:
    page = opened()
    ask(page, "How many passengers did the ferry carry?")
    ask(page, "Combien de livres compte la bibliothèque ?")
    (corpus / "ferry.md").write_text(FERRY.replace("41,200", "43,900"), encoding="utf-8")
    build(corpus, built)
    page = opened(page.query_params["conversation"]) if loaded_again else page.run()
    first, second = drawn(page).split('id="question-1"')
    assert "The articles have changed since this was answered" in first
    assert "This article has changed since; the quoted sentence is no longer in it." in first
    assert "changé" not in second, "its own article is what it was"
    page.button(key="anew-0").click().run()
    assert not page.exception
    assert any("43,900" in quote for quote in quotes(drawn(page)))
    assert [button.key for button in page.button if str(button.key).startswith("anew")] == ["anew-0"]


def test_a_refusal_says_when_articles_came_since(built: Path, corpus: Path) -> None:
    page = opened()
    ask(page, "How many voyages did the hovercraft make?")
    told = "The articles have changed since this was answered"
    assert told not in drawn(page.run())
    (corpus / "later.md").write_text(LATER.replace("ferry", "hovercraft"), encoding="utf-8")
    build(corpus, built)
    assert told in drawn(page.run())


def test_an_opened_article_shows_the_quoted_sentence_highlighted(built: Path) -> None:
    page = opened()
    ask(page, "How many passengers did the ferry carry?")
    page.button(key="open-0-1").click().run()
    assert not page.exception
    everything = "\n".join(part.proto.body for part in page.get("html"))
    shown = re.search(r'<mark class="cw-cited" id="quoted-sentence"[^>]*>(.*?)</mark>', everything)
    assert shown is not None
    assert html.unescape(shown.group(1)) in FERRY
    assert "The crossing stops for the winter." in everything


@pytest.mark.parametrize(
    ("edited", "marked", "told"),
    [
        (("The ferry between", "Corrected.\n\nThe ferry between"), True, False),
        (("41,200", "43,900"), False, True),
    ],
    ids=["the sentence has moved", "the sentence was changed"],
)
def test_an_article_edited_since_marks_its_quoted_sentence_or_says_that_it_is_gone(
    built: Path, corpus: Path, edited: tuple[str, str], marked: bool, told: bool
) -> None:
    page = opened()
    ask(page, "How many passengers did the ferry carry?")
    (corpus / "ferry.md").write_text(FERRY.replace(*edited), encoding="utf-8")
    build(corpus, built)
    page.button(key="open-0-1").click().run()
    assert not page.exception
    everything = "\n".join(part.proto.body for part in page.get("html"))
    shown = re.findall(r'<mark class="cw-cited" id="quoted-sentence"[^>]*>(.*?)</mark>', everything)
    quoted = "The ferry between Osmer and Lindhaven carried 41,200 passengers this summer."
    assert shown == ([quoted] if marked else [])
    assert ("the quoted sentence is no longer in it" in everything) == told


def test_a_deleted_article_is_told_to_be_gone(built: Path, corpus: Path) -> None:
    page = opened()
    ask(page, "How many passengers did the ferry carry?")
    (corpus / "ferry.md").unlink()
    build(corpus, built)
    page.button(key="open-0-1").click().run()
    everything = "\n".join(part.proto.body for part in page.get("html"))
    assert "This article is no longer in the index." in everything
    assert "This did not work." not in everything


def test_filters_decide_what_may_answer(built: Path) -> None:
    page = opened()
    page.multiselect(key="languages").set_value(["fr"]).run()
    markup = ask(page, "How many passengers did the ferry carry?")
    assert not any("41,200" in quote for quote in quotes(markup))
    page.multiselect(key="languages").set_value([]).run()
    page.multiselect(key="sources").set_value(["Harbour Post"]).run()
    markup = ask(page, "Combien de livres compte la bibliothèque ?")
    assert not any("52 000" in quote for quote in quotes(markup))


def test_what_narrows_the_search_is_told_beside_the_box_and_can_be_taken_away(built: Path) -> None:
    page = opened()
    assert 'class="cw-narrowed"' not in drawn(page)
    page.multiselect(key="sources").set_value(["Harbour Post"]).run()
    page.date_input(key="as-of").set_value(date(2024, 10, 31)).run()
    assert "Only articles published in Harbour Post, by 31 October 2024" in drawn(page)
    markup = ask(page, "Combien de livres compte la bibliothèque ?")
    assert "Rien de paru dans Harbour Post, jusqu’au 31 octobre 2024" in markup
    page.button(key="widen").click().run()
    assert not page.exception
    assert 'class="cw-narrowed"' not in drawn(page)
    assert any("52 000" in quote for quote in quotes(ask(page, "Combien de livres compte la bibliothèque ?")))


@pytest.mark.parametrize("blank", ["   ", "?", " ?! … "])
def test_what_says_nothing_is_no_question(built: Path, blank: str) -> None:
    page = opened()
    page.chat_input[0].set_value(blank).run()
    assert not page.exception
    assert 'class="cw-question"' not in drawn(page)
    assert "Ask the articles." in drawn(page)


def test_what_the_filters_refused_can_be_asked_again_of_everything(built: Path) -> None:
    page = opened()
    page.multiselect(key="sources").set_value(["Harbour Post"]).run()
    assert "cw-refusal" in ask(page, "Combien de livres compte la bibliothèque ?")
    page.button(key="everywhere-0").click().run()
    assert not page.exception
    assert drawn(page).count('class="cw-question"') == 2
    assert any("52 000" in quote for quote in quotes(drawn(page)))
    assert 'class="cw-narrowed"' not in drawn(page)
    assert [button.key for button in page.button if str(button.key).startswith("everywhere")] == ["everywhere-0"]


def test_a_refusal_of_the_whole_corpus_offers_no_wider_search(built: Path) -> None:
    page = opened()
    assert "cw-refusal" in ask(page, "What is the boiling point of tungsten?")
    assert not [button for button in page.button if str(button.key).startswith("everywhere")]


def test_days_that_contradict_each_other_are_called_so_when_they_are_set(built: Path) -> None:
    page = opened()
    page.date_input(key="as-of").set_value(date(2024, 10, 31)).run()
    page.date_input(key="since").set_value(date(2024, 11, 1)).run()
    assert "No article can be published since 1 November 2024 and by 31 October 2024" in drawn(page)
    page.date_input(key="since").set_value(date(2024, 10, 1)).run()
    assert "Only articles published between 1 October 2024 and 31 October 2024" in drawn(page)


def test_as_of_leaves_out_what_came_later(built: Path, corpus: Path) -> None:
    page = opened()
    page.date_input(key="as-of").set_value(date(2024, 10, 31)).run()
    markup = ask(page, "Combien de livres compte la bibliothèque ?")
    assert not any("52 000" in quote for quote in quotes(markup))
    page.date_input(key="as-of").set_value(date(2024, 11, 30)).run()
    markup = ask(page, "Combien de livres compte la bibliothèque ?")
    assert any("52 000" in quote for quote in quotes(markup))
    assert "30 novembre 2024" in markup


def test_a_refusal_says_so_and_shows_the_nearest_statement_only(built: Path) -> None:
    markup = ask(opened(), "What is the boiling point of tungsten?")
    assert 'class="cw-refusal"' in markup
    assert 'class="cw-claims"' not in markup
    assert 'class="cw-direct"' not in markup


def test_rebuilding_follows_the_corpus(built: Path, corpus: Path) -> None:
    page = opened()
    (corpus / "library.md").unlink()
    (corpus / "broken.json").write_text("{not json", encoding="utf-8")
    page.button(key="rebuild").click().run()
    assert not page.exception
    markup = drawn(page)
    assert "0 added, 0 changed, 1 removed, 1 unchanged" in markup
    assert "broken.json" in markup
    assert "1 article<" in markup
    assert not any("52 000" in quote for quote in quotes(ask(page, "Combien de livres compte la bibliothèque ?")))


def test_files_that_came_or_went_since_the_last_build_are_told_until_it_is_done_again(
    built: Path, corpus: Path
) -> None:
    assert "Files since" not in drawn(opened())
    (corpus / "library.md").unlink()
    (corpus / "later.md").write_text(LATER, encoding="utf-8")
    st.cache_resource.clear()  # five seconds later
    page = opened()
    assert "Files since the last build: 1 new, 1 removed." in drawn(page)
    page.button(key="rebuild").click().run()
    assert not page.exception
    assert "1 added, 0 changed, 1 removed, 1 unchanged" in drawn(page)
    assert "Files since" not in drawn(page)


def test_a_build_from_elsewhere_is_picked_up_without_a_restart(built: Path, corpus: Path) -> None:
    page = opened()
    assert "2 articles" in drawn(page)
    (corpus / "tram.txt").write_text(
        "Le tramway de Corvalle a transporté 9 300 voyageurs le premier jour. Il relie la gare au port.",
        encoding="utf-8",
    )
    build(corpus, built)
    page.run()
    assert "3 articles" in drawn(page)
    assert any(
        "9 300" in quote for quote in quotes(ask(page, "Combien de voyageurs a transporté le tramway de Corvalle ?"))
    )


@pytest.mark.parametrize("missing", [True, False], ids=["no folder", "an empty folder"])
def test_without_articles_the_page_says_where_to_put_them_and_looks_again(corpus: Path, missing: bool) -> None:
    away = corpus.rename(corpus.with_name("away"))
    if not missing:
        corpus.mkdir()
    page = opened()
    assert drawn(page).count("No articles yet.") == 1
    assert f"<code>{corpus}</code>" in drawn(page)
    assert 'class="cw-failure"' not in drawn(page)
    assert not page.chat_input
    if not missing:
        corpus.rmdir()
    away.rename(corpus)
    page.button(key="rebuild").click().run()
    assert not page.exception
    assert "2 articles" in drawn(page) and "2 added" in drawn(page)


def test_an_index_deleted_under_the_page_is_built_again_and_the_question_answered(built: Path) -> None:
    page = opened()
    shutil.rmtree(built)
    assert "41,200" in ask(page, "How many passengers did the ferry carry?")
    assert 'class="cw-failure"' not in drawn(page)


def test_a_damaged_index_is_one_line_and_the_page_stays(built: Path) -> None:
    for path in built.iterdir():
        if path.is_file():
            path.write_bytes(b"\x00not an index\x00" * 100)
    page = opened()
    assert drawn(page).count('class="cw-failure"') == 1
    page.button(key="rebuild").click().run()
    assert drawn(page).count('class="cw-failure"') == 1, "the same is not told twice"


def test_a_corpus_that_is_gone_is_told_without_options_of_a_command_line(built: Path, corpus: Path) -> None:
    page = opened()
    corpus.rename(corpus.with_name("away"))
    page.button(key="rebuild").click().run()
    assert not page.exception
    assert f"The folder of the articles cannot be used (corpus folder {corpus} does not exist" in drawn(page)
    assert "--corpus" not in drawn(page)
    assert "2 articles" in drawn(page)


def test_an_impossible_setting_is_one_line(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITEWIRE_HITS", "many")
    page = opened()
    assert "CITEWIRE_HITS" in drawn(page)
    assert not page.chat_input


def test_a_chat_model_that_cannot_be_reached_is_told_beside_the_articles_own_sentences(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITEWIRE_CHAT_MODEL", "openai:none")
    monkeypatch.setenv("CITEWIRE_CHAT_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    markup = ask(opened(), "How many passengers did the ferry carry?")
    assert any("41,200 passengers" in quote for quote in quotes(markup))
    assert "openai:none at http://127.0.0.1:9/v1 cannot be reached" in markup
    assert 'class="cw-failure"' not in markup


def test_a_chat_model_that_cannot_be_set_up_is_one_line(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITEWIRE_CHAT_MODEL", "nonsense")
    page = opened()
    assert drawn(page).count('class="cw-failure"') == 1
    assert "names no known provider" in drawn(page)


def test_the_page_is_told_to_keep_to_this_machine() -> None:
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert told["server"]["address"] == "localhost"
    assert told["browser"]["gatherUsageStats"] is False
    assert told["client"]["toolbarMode"] == "viewer"  # no Deploy button
