"""Feeds saved as files: an article an entry."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rag.errors import ArticleError
from rag.readers import feed
from rag.types import Article, Skipped

RSS = """<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Le Phare</title><language>fr-FR</language><link>https://phare.example/</link>
<item><title>Le pont &amp; la crue</title><link>https://phare.example/pont</link>
<guid isPermaLink="false">pont-1</guid><pubDate>Thu, 28 Nov 2024 08:30:00 +0100</pubDate>
<description><![CDATA[<b>Le pont</b> rouvre.]]></description>
<content:encoded><![CDATA[<p>Le pont de Vernoux rouvre, a dit <a href="x">Zoé Müller</a>.</p><p>Coût : 3 &lt; 4.</p>
<script>alert(1)</script>]]></content:encoded></item>
<item><title>Bref</title><description>La crue a fait 2 blessés.</description></item>
<item><title>Rien</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Beacon</title>
<entry><title>Bridge</title><id>tag:beacon.example,2024:1</id><updated>2024-11-28T08:30:00Z</updated>
<link href="https://beacon.example/bridge"/><summary>The bridge reopens on Tuesday, the mayor said.</summary></entry>
</feed>"""


def read(tmp_path: Path, name: str, data: bytes) -> list[Article | Skipped]:
    (tmp_path / name).write_bytes(data)
    return list(feed.read(tmp_path / name, name))


def test_an_entry_of_rss_is_an_article_with_its_own_text(tmp_path: Path) -> None:
    first, second, third = read(tmp_path, "a.rss", RSS.encode("iso-8859-1"))
    assert isinstance(first, Article)
    assert first.text == "Le pont de Vernoux rouvre, a dit Zoé Müller.\n\nCoût : 3 < 4."
    assert (first.info.id, first.info.title, first.info.source) == ("pont-1", "Le pont & la crue", "Le Phare")
    assert (first.info.published, first.info.language) == (date(2024, 11, 28), "fr")
    assert (first.info.url, first.info.path) == ("https://phare.example/pont", "a.rss#1")
    assert isinstance(second, Article)
    assert (second.text, second.info.published) == ("La crue a fait 2 blessés.", None)
    assert isinstance(third, Skipped)
    assert "no text" in third.reason


def test_atom_is_read_by_whichever_ending(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "b.xml", ATOM.encode())
    assert isinstance(item, Article)
    assert (item.info.source, item.info.published, item.info.language) == ("The Beacon", date(2024, 11, 28), "en")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<urlset><url><loc>https://phare.example/</loc></url></urlset>", "not a feed"),
        (b"no markup at all", "not a feed"),
        (b"<rss version='2.0'><channel><title>Le Phare</title></channel></rss>", "without entries"),
    ],
)
def test_what_is_no_feed_is_named(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        read(tmp_path, "c.xml", data)


def test_nothing_is_fetched_for_an_entity_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret", encoding="utf-8")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    item = "<item><title>A</title><description>Text with &x; in it.</description></item>"
    found = read(tmp_path, "d.rss", f"{entity}<rss version='2.0'><channel>{item}</channel></rss>".encode())
    assert "the secret" not in repr(found)


EXPORT = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Le Phare</title>{}</channel></rss>"""
POST = """<item><title>{title}</title><pubDate>{day}</pubDate><content:encoded><![CDATA[{text}]]></content:encoded>
<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type></item>"""


def exported(tmp_path: Path, **post: str) -> Article | Skipped:
    usual = {"title": "Le pont", "day": "Thu, 28 Nov 2024 08:30:00 +0000", "text": "<p>Le pont rouvre.</p>"}
    item = POST.format(**{**usual, "status": "publish", "kind": "post", **post})
    (found,) = read(tmp_path, "export.xml", EXPORT.format(item).encode())
    return found


@pytest.mark.parametrize(
    ("post", "reason"),
    [
        ({"status": "draft"}, "not published: its status is 'draft'"),
        ({"status": "private"}, "not published: its status is 'private'"),
        ({"status": "inherit", "kind": "attachment"}, "not an article: WordPress has it as 'attachment'"),
        ({"kind": "wp_global_styles"}, "not an article: WordPress has it as 'wp_global_styles'"),
    ],
)
def test_what_wordpress_has_not_published_is_skipped_by_name(tmp_path: Path, post: dict[str, str], reason: str) -> None:
    assert exported(tmp_path, **post) == Skipped("export.xml#1", reason)


def test_the_day_of_a_post_that_has_none_is_none(tmp_path: Path) -> None:
    article = exported(tmp_path, day="Mon, 30 Nov -0001 00:00:00 +0000")
    assert isinstance(article, Article)
    assert article.info.published is None
    assert "none that can be read" in article.doubt


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<p>Le pont.</p>[caption id="a" width="3"]<img src="x"> Le pont vu du ciel[/caption]<p>Il rouvre.</p>',
         "Le pont.\n\nIl rouvre."),
        ('<p>Le pont.</p>[gallery ids="1,2"][embed]https://a.example/v[/embed]<p>Il [sic] rouvre [enfin].</p>',
         "Le pont.\n\nIl [sic] rouvre [enfin]."),
        ('[vc_row full="1"]<p>Le pont.</p>[/vc_row]', "Le pont."),
        ("Le <strong>pont</strong> rouvre.\n\nIl a coûté cher.", "Le pont rouvre.\n\nIl a coûté cher."),
        ("<!-- wp:paragraph --><p>Le pont &amp; le port.</p><!-- /wp:paragraph -->", "Le pont & le port."),
    ],
)  # fmt: skip
def test_shortcodes_are_taken_out_and_brackets_of_the_author_stay(tmp_path: Path, text: str, told: str) -> None:
    article = exported(tmp_path, text=text)
    assert isinstance(article, Article)
    assert article.text == told


def test_a_body_escaped_twice_is_read_as_one_escaped_once(tmp_path: Path) -> None:
    item = (
        "<item><title>R&amp;amp;B</title><description>&amp;lt;p&amp;gt;Le pont.&amp;lt;/p&amp;gt;</description></item>"
    )
    (article,) = read(tmp_path, "a.rss", f"<rss version='2.0'><channel><title>P</title>{item}</channel></rss>".encode())
    assert isinstance(article, Article)
    assert (article.info.title, article.text) == ("R&B", "Le pont.")


MEDIA = "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>P</title>{}</channel></rss>"
PICTURE = """<media:content url="a.jpg"><media:description type="html">The mayor, in a picture that says far more than
the text does.</media:description></media:content>"""


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (f"<description>The bridge opens.</description>{PICTURE}", "The bridge opens."),
        (f"{PICTURE}<description>The bridge opens.</description><media:description/>", "The bridge opens."),
        (PICTURE, "The mayor, in a picture that says far more than\nthe text does."),
    ],
)
def test_what_is_said_of_a_picture_is_the_text_only_where_nothing_else_is(tmp_path: Path, item: str, text: str) -> None:
    (article,) = read(tmp_path, "a.rss", MEDIA.format(f"<item><title>A</title>{item}</item>").encode())
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize(
    ("feed", "language"),
    [
        ("<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>P</title><language>en</language>"
         "<item><title>A</title><description>Zwei.</description><dc:language>de</dc:language></item></channel></rss>",
         "de"),
        ("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>P</title><entry xml:lang='de'><id>1</id>"
         "<title>A</title><summary>Zwei.</summary></entry></feed>", "de"),
        ("<rss version='2.0' xml:lang='en'><channel><title>P</title><language>de</language>"
         "<item><title>A</title><description>Zwei.</description></item></channel></rss>", "de"),
    ],
)  # fmt: skip
def test_the_language_of_an_entry_goes_before_that_of_its_feed(tmp_path: Path, feed: str, language: str) -> None:
    (article,) = read(tmp_path, "a.xml", feed.encode())
    assert isinstance(article, Article)
    assert (article.info.language, article.info.language_detected) == (language, False)


def test_what_wordpress_adds_to_an_entry_is_no_part_of_it(tmp_path: Path) -> None:
    footer = "&lt;p>The post &lt;a href='x'>Bridge&lt;/a> appeared first on &lt;a href='y'>The Beacon&lt;/a>.&lt;/p>"
    summary = "&lt;p>The bridge reopens on Tuesday, the mayor said.&lt;/p>"
    more = "&lt;p>Read more: &lt;a href='z'>Tunnel shut, 40 stuck&lt;/a>&lt;/p>"
    entry = ATOM.replace("The bridge reopens on Tuesday, the mayor said.", summary + more + footer)
    (item,) = read(tmp_path, "a.atom", entry.replace("<summary>", '<summary type="html">').encode())
    assert isinstance(item, Article)
    assert item.text == "The bridge reopens on Tuesday, the mayor said."
