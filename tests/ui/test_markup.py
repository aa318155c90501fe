"""Article text as HTML: every character stands for itself, highlights stand where the offsets say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.types import Answer, Article, ArticleInfo, Citation, Claim, Ledger, LedgerRow, Refusal, Withheld
from rag.ui import ledgers, markup
from rag.ui.words import ENGLISH, FRENCH, words_for

HOSTILE = (
    '<script>alert(1)</script> <img src=x onerror="alert(2)"> **bold** $latex$ [link](http://x.example) :smile: & \'"'
)
OURS = set("article header h2 h3 h4 p span bdi time blockquote strong mark ul li s a div".split())
OURS |= set("table caption thead tbody tr th td".split())

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("<>&\"'*$[]:_`#\n"), max_size=80)


class _Reader(HTMLParser):
    """Reads markup back: text, tags, attributes, and the text inside each <mark>."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words, self.tags, self.attributes, self.marked, self._open = "", set(), [], [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        self._open.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        if "mark" in self._open:
            self.marked[-1] += data


def cited(quote: str = "Il reste 4 à 5 milliards de dollars.", **values: object) -> Citation:
    fixed: dict[str, object] = {
        "number": 1, "article_id": "a", "start": 0, "end": len(quote), "quote": quote, "title": "Titre",
        "source": "Journal", "published": date(2024, 11, 29), "language": "fr",
    }  # fmt: skip
    return Citation(**(fixed | values))  # type: ignore[arg-type]


@given(texts, st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=4))
def test_marked_text_reads_back_as_it_was(value: str, spans: list[tuple[int, int]]) -> None:
    read = _Reader(markup.marked(value, spans))
    assert read.words == value.replace("\r", "")
    assert read.tags <= {"strong"}


@given(texts.filter(lambda value: len(value.strip("\n")) > 0), st.data())
def test_the_highlight_of_an_article_is_the_cited_slice(value: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(value) - 1))
    end = data.draw(st.integers(start + 1, len(value)))
    read = _Reader(markup.article(Article(ArticleInfo("a"), value), (start, end), (), ENGLISH))
    assert "".join(read.marked) == value[start:end].replace("\n", "")
    assert read.words.endswith(value.replace("\n", ""))
    named = [held for name, held in read.attributes if name == "id"]
    assert named == (["quoted-sentence"] if value[start:end].strip("\n") else [])


def test_other_cited_sentences_are_marked_but_not_named() -> None:
    article = Article(ArticleInfo("a", language="fr"), "Une phrase. Deux phrases.\nTrois phrases.")
    drawn = markup.article(article, (12, 25), [(0, 11), (26, 40)], FRENCH)
    assert _Reader(drawn).marked == ["Une phrase.", "Deux phrases.", "Trois phrases."]
    assert drawn.count('id="quoted-sentence"') == 1
    assert '<mark class="cw-cited" id="quoted-sentence" tabindex="-1" aria-label="Phrase citée">Deux' in drawn


def _everything_hostile() -> list[str]:
    hostile = cited(
        HOSTILE, title=HOSTILE, source=HOSTILE, url="javascript:alert(1)", also_in=(HOSTILE,), language=HOSTILE
    )
    info = ArticleInfo("a", HOSTILE, HOSTILE, 'https://x.example/"><script>', date(2024, 1, 1), language=HOSTILE)
    answer = Answer(HOSTILE, "en", direct=HOSTILE, claims=(Claim(HOSTILE, (hostile,)),))
    ledger = Ledger(HOSTILE, HOSTILE, (LedgerRow(HOSTILE, None, HOSTILE, hostile, 1.0, 2.0),))
    return [
        markup.question(HOSTILE, 0, ENGLISH),
        markup.said(answer, ENGLISH),
        markup.direct(answer, hostile, 0),
        markup.claims(answer, 0),
        markup.card(hostile, [(0, 8)], 0, "en"),
        markup.article(Article(info, HOSTILE), (3, 9), [(12, 20)], ENGLISH),
        markup.refusal(HOSTILE, HOSTILE, ENGLISH),
        markup.narrowed(HOSTILE, ENGLISH),
        markup.failure(HOSTILE, ENGLISH),
        markup.about(date(2024, 1, 1), [HOSTILE], ENGLISH),
        markup.withheld([Withheld(HOSTILE, HOSTILE)], "fr"),
        ledgers.table(ledger, [markup.mark(0, hostile, ENGLISH)], ENGLISH),
        markup.streaming(HOSTILE, ENGLISH),
    ]


def test_nothing_hostile_becomes_markup() -> None:
    for drawn in _everything_hostile():
        read = _Reader(drawn)
        assert read.tags <= OURS, drawn
        assert not [name for name, _ in read.attributes if name.startswith("on") or name == "src"], drawn
        links = [value or "" for name, value in read.attributes if name == "href"]
        assert all(link.startswith(("#source-", "https://")) for link in links), drawn
        assert "alert(1)" in read.words or "alert(1)" in str(read.attributes), "the text is shown, as text"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org/x", ""),
        ("http:", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, shown: str) -> None:
    assert markup.web_address(url) == shown


def test_marks_lead_to_their_cards() -> None:
    answer = Answer("?", "en", claims=(Claim("It is so.", (cited(), cited(number=2))),))
    drawn = markup.claims(answer, 3)
    assert re.findall(r'href="#([^"]+)"', drawn) == ["source-3-1", "source-3-2"]
    assert 'id="source-3-2"' in markup.card(cited(number=2), (), 3, "en")
    assert 'aria-label="Source 1: Journal"' in drawn


def test_a_card_says_what_is_known_of_its_source() -> None:
    drawn = markup.card(cited(also_in=("Gazette", "Courrier"), published_origin="text"), [(9, 32)], 0, "en")
    assert "<strong>4 à 5 milliards de doll" in drawn
    assert '<blockquote class="cw-quote" lang="fr" dir="auto">' in drawn
    assert '<time datetime="2024-11-29">29 November 2024</time> (date read from the text)' in drawn
    assert "Original in French" in drawn
    assert "also in 2 outlets: Gazette, Courrier" in drawn
    own = markup.card(cited(published=None, source="", title=""), (), 0, "fr")
    assert "Original" not in own
    assert "sans date" in own
    assert "Média inconnu" in own
    assert "<bdi>a</bdi></h4>" in own


def test_an_article_without_a_title_is_called_by_its_address_or_its_file() -> None:
    file = cited(title="", article_id="2024/été à la plage.txt")
    assert '<h4 lang="fr"><bdi>2024/été à la plage.txt</bdi></h4>' in markup.card(file, (), 0, "fr")
    page = markup.card(replace(file, article_id="url-0123456789abcdef0123", url="https://example.org/a"), (), 0, "fr")
    assert "<bdi>https://example.org/a</bdi>" in page and "url-0123" not in page
    shown = markup.article(Article(ArticleInfo("été.txt"), "Oui."), (0, 4), (), FRENCH)
    assert "<h3><bdi>été.txt</bdi></h3>" in shown


def test_a_long_question_heads_no_ledger_and_a_long_reply_is_withheld_in_one_line() -> None:
    assert len(ledgers.heading(Ledger("how much " * 500, "EUR", ()), ENGLISH)) < 190
    assert len(markup.withheld([Withheld("word " * 5000, "It cites no sentence.")], "en")) < 500


def test_a_quoted_claim_keeps_its_language_and_a_written_one_speaks_the_answers() -> None:
    quote = cited()
    drawn = markup.claims(Answer("?", "en", claims=(Claim(quote.quote, (quote,)), Claim("Four to five.", (quote,)))), 0)
    assert re.findall(r'<bdi lang="(..)">', drawn) == ["fr", "en"]


def test_the_ledger_is_a_table_with_a_status_and_a_proof_in_every_row() -> None:
    rows = (
        LedgerRow("2 012", date(2023, 9, 10), "Paris", cited(), 2012, 2012, "first"),
        LedgerRow("2 862", date(2023, 9, 11), "Londres", cited(number=2), 2862, 2862, "update"),
        LedgerRow("2 900", None, "", cited(number=3), 2900, 2900, "disagreement"),
    )
    marks = [markup.mark(0, row.citation, FRENCH) for row in rows]
    drawn = ledgers.table(Ledger("morts", "death", rows), marks, FRENCH)
    assert drawn.count('<tr role="row">') == 4
    for word in ("10 septembre 2023", "mise à jour", "désaccord", "sans date", "Média inconnu", "#source-0-3"):
        assert word in drawn


def test_an_answer_in_a_breath_speaks_the_language_of_what_it_tells() -> None:
    quote = cited()
    answer = Answer("?", "en", claims=(Claim(quote.quote, (quote,)),))
    drawn = markup.said(answer, ENGLISH)
    assert '<div class="cw-said" lang="en"><span lang="fr">Il reste' in drawn
    assert "1 source." in drawn
    assert "quatre" in markup.said(replace(answer, language="fr", direct="quatre"), FRENCH)
    refused = Answer("?", "en", refusal=Refusal("no_evidence", "The corpus does not say."))
    assert "The corpus does not say." in markup.said(refused, ENGLISH)


def test_failures_are_one_line() -> None:
    assert "first second" in markup.failure("first\n  second", ENGLISH)
    assert 'role="alert"' in markup.failure("x", ENGLISH)


def test_words_follow_the_locale() -> None:
    assert words_for("fr-CA") is FRENCH
    assert words_for("FR") is FRENCH
    assert words_for("de-DE") is ENGLISH
    assert words_for(None) is ENGLISH


def test_words_speak_of_days_counts_and_languages() -> None:
    assert FRENCH.day(date(2024, 12, 1)) == "1er décembre 2024"
    assert ENGLISH.day(date(2024, 12, 1)) == "1 December 2024"
    assert ENGLISH.day(None) == "undated"
    assert [ENGLISH.count("{n} one", "{n} many", n) for n in (0, 1, 2)] == ["0 many", "1 one", "2 many"]
    assert [FRENCH.count("{n} un", "{n} des", n) for n in (0, 1, 2)] == ["0 un", "1 un", "2 des"]
    assert FRENCH.language_name("en") == "anglais"
    assert ENGLISH.language_name("sw") == "SW"


def test_both_languages_take_the_same_fields() -> None:
    for name in ENGLISH.__dataclass_fields__:
        english, french = getattr(ENGLISH, name), getattr(FRENCH, name)
        assert bool(english) == bool(french), name
        if isinstance(english, str):
            assert set(re.findall(r"\{\w+\}", english)) == set(re.findall(r"\{\w+\}", french)), name


def test_language_attributes_hold_language_codes_only() -> None:
    assert markup.lang("fr") == ' lang="fr"'
    assert markup.lang("pt-BR") == ' lang="pt-BR"'
    assert markup.lang("und") == ""
    assert markup.lang('fr" onclick="x') == ""
    assert 'lang="' not in markup.quote(replace(cited(), language="und"), ())


def test_an_article_tells_that_its_language_was_detected() -> None:
    drawn = markup.article(
        Article(ArticleInfo("a", language="fr", language_detected=True), "Une phrase."), (0, 11), (), ENGLISH
    )
    assert "French (language detected)" in drawn
    assert "undated" in drawn


def test_nothing_yet_shows_the_place_and_the_reason_as_text():
    drawn = markup.nothing_yet(Path("/a<b>"), "no\narticle & such", ENGLISH)
    assert "<code>/a&lt;b&gt;</code>" in drawn
    assert "no article &amp; such" in drawn
    assert "cw-why" in drawn and "cw-why" not in markup.nothing_yet(Path("/a"), "", FRENCH)
