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
