"""Which of the dates on a page is its own."""

import pytest
from trafilatura import load_html

from rag.readers.dates import parse_published
from rag.readers.page_date import day_of_page

TEXT = (
    "<p>The harbour of Vernoux will be closed for two weeks from Monday on, the mayor said, while divers look for the "
)
TEXT += "lost anchor; the ferries go from the old quay until then.</p>"
LINKED = '<script type="application/ld+json">{}</script>'


def day(*, head="", top="", above="", body=TEXT + TEXT, below="", lang="en", address=""):
    article = f"<main><article><h1>A quiet harbour</h1>{above}{body}</article></main>"
    page = f"<html lang='{lang}'><head><title>A</title>{head}</head><body>{top}{article}{below}</body></html>"
    return day_of_page(load_html(page), address)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-06">',
        '<meta property="article:modified_time" content="2024-07-01"><meta name="date" content="2024-05-06">',
        '<meta name="DC.date.issued" content="6 May 2024"><meta name="date" content="2024-08-01">',
        '<meta name="date" content="05/06/2024"><meta name="parsely-pub-date" content="2024-05-06">',
        LINKED.format('{"@type": "NewsArticle", "datePublished": "2024-05-06", "dateModified": "2024-07-01"}'),
        LINKED.format(
            '{"@graph": [{"@type": "WebSite", "datePublished": "2019-01-01"},'
            ' {"@type": ["Article"], "datePublished": "2024-05-06"}]}'
        ),
        LINKED.format("{not json") + LINKED.format('[{"@type": "LiveBlogPosting", "datePublished": "2024-05-06"}]'),
    ],
)
def test_metadata_tell_it(head):
    assert day(head=head) == "2024-05-06"


@pytest.mark.parametrize(
    "above",
    [
        "<time datetime='2024-05-06'>Monday</time>",
        "<div><span class='date'>6 May 2024 | 3 min read</span></div>",
        "<p>Published 6 May 2024, updated 9 May 2024</p>",
        "<a href='/a' rel='bookmark'><time class='entry-date' datetime='2024-05-06'>6 May</time></a>",
        "<div class='elementor-widget-container has-sidebar'><time>6 May 2024</time></div>",
        "<p class='lead'>" + "A summary that is as long as a paragraph. " * 4 + "</p><time>6 May 2024</time>",
        "<span itemprop='datePublished' content='2024-05-06'>Monday</span>",
    ],
)
def test_what_stands_beside_the_headline_tells_it(above):
    assert day(above=above) == "2024-05-06"


@pytest.mark.parametrize(
    "around",
    [
        {"below": "<aside><a href='/1'><time datetime='2023-01-01'>1 January 2023</time></a></aside>"},
        {"below": "<div id='comments'><time datetime='2020-02-02'>2 February 2020</time><p>Well said.</p></div>"},
        {"above": "<a href='/1'><time datetime='2023-01-01'>1 January 2023</time> Read this too</a>"},
        {"body": TEXT + "<div class='comment-list'><time datetime='2020-02-02'>2 February 2020</time></div>"},
        {"body": TEXT + TEXT + "<section><time datetime='2022-02-02'>2 February 2022</time></section>"},
        {"body": "<p>The fair opens on <time datetime='2025-07-14'>14 July</time>, he said.</p>" + TEXT * 2},
        {"above": "<p>The fair opens on 14 July 2025.</p>"},
        {"above": "<p>Updated daily.</p><p>14 July 2025</p>"},
        {"below": "<footer><p class='date'>© 12 March 2019 The Beacon</p><p>Last build 2018-03-03</p></footer>"},
        {"top": "<header><div class='date'>Saturday 28 November 2020</div></header>"},
        {"top": "<header><h1>The Beacon</h1><span class='date'>28 November 2020</span></header>"},
        {"head": '<meta property="og:image" content="https://beacon.example/2021/03/04/a.jpg">'},
        {"head": '<meta property="article:modified_time" content="2024-07-01">'},
        {"head": LINKED.format('{"@type": "VideoObject", "datePublished": "2024-05-06"}')},
        {
            "head": LINKED.format(
                '[{"@type": "Article", "datePublished": "2024-05-06"},'
                ' {"@type": "Article", "datePublished": "2024-05-07"}]'
            )
        },
        {"address": "https://beacon.example/story/2024-05"},
    ],
)
def test_dates_of_anything_else_are_not_its_own(around):
    if "fair opens" in around.get("body", ""):
        around = {"body": around["body"].replace("he said.", "he said. " + "The stalls are let already. " * 5)}
    assert day(**around) == ""


@pytest.mark.parametrize(
    ("around", "said"),
    [
        (
            {"above": "<p class='date'>Published 03/04/2024 10:00 AM EST</p>", "lang": "en-US"},
            "Published 03/04/2024 10:00 AM EST",
        ),
        ({"head": '<meta name="date" content="03/04/2024">', "lang": "en-US"}, "03/04/2024"),
        ({"above": "<span class='date'>Publié le 03/04/2024 à 10h00</span>", "lang": "fr"}, "2024-04-03"),
        (
            {"head": '<meta name="date" content="03/04/2024">', "address": "https://b.example/2024/03/04/a"},
            "2024-03-04",
        ),
    ],
)
def test_day_and_month_are_told_apart_as_in_any_other_file(around, said):
    assert day(**around) == said


def test_the_address_tells_it_where_nothing_else_does():
    assert day(address="https://beacon.example/2024/05/06/harbour.html") == "2024-05-06"


def test_the_moment_is_kept():
    head = '<meta property="article:published_time" content="2024-05-06T23:30:00-05:00">'
    assert day(head=head) == "2024-05-06T23:30:00-05:00"


def test_a_page_that_marks_no_article_is_dated_beside_its_headline_and_not_beside_the_name_of_its_site():
    site = "<header><h1>The Beacon</h1><time>28 November 2020</time></header>"
    story = f"<div><h1>A quiet harbour</h1><time>6 May 2024</time>{TEXT}</div>"
    assert day_of_page(load_html(f"<html><body>{site}{story}</body></html>"), "") == "2024-05-06"
    assert day_of_page(load_html(f"<html><body>{site}<div><h2>A harbour</h2>{TEXT}</div></body></html>"), "") == ""


@pytest.mark.parametrize(
    "above",
    [
        "<time class='updated' datetime='2024-05-09'>9 May</time><time datetime='2024-05-06'>6 May</time>",
        "<p>Updated: <time datetime='2024-05-09'>9 May</time></p><p>By A.</p><time datetime='2024-05-06'>6 May</time>",
        "<p>Mis à jour le 9 mai 2024</p><p>Publié le 6 mai 2024</p>",
        "<p>Mis à jour le 9 mai 2024 - Publié le 6 mai 2024</p>",
        "<p><b>Updated</b> <span><time>9 May 2024</time></span> / <span>Posted</span> <time>6 May 2024</time></p>",
        "<span class='modified'><span class='date'>9 May 2024</span></span><span class='date'>6 May 2024</span>",
        "<time itemprop='dateModified'>9 May 2024</time><!-- Updated --><time>6 May 2024</time>",
        "<time class='published updated'>6 May 2024</time><time>9 May 2024</time>",
        "<time class='updated'>6 May 2024</time>",
    ],
)
def test_the_day_of_an_update_counts_only_where_no_other_follows(above):
    assert day(above=above) == "2024-05-06"


def test_the_address_goes_before_the_day_of_an_update():
    updated = "<p>Updated 9 May 2024</p>"
    assert day(above=updated, address="https://beacon.example/2024/05/06/harbour.html") == "2024-05-06"
    assert day(above=updated) == "2024-05-09"


@pytest.mark.parametrize(
    ("body", "title", "said"),
    [
        ("<div><h2>A harbour</h2><div>Posted by Jo on May 6, 2024 in News</div>{}</div>", "", "2024-05-06"),
        ("<h2>Menu</h2><div><h2>A harbour</h2><p>Published 6 May 2024</p>{}</div>", "A harbour", "2024-05-06"),
        ("<div><font size=5><b>A harbour</b></font><br><i>6 May 2024</i><time>6 May 2024</time>{}</div>", "A harbour",
         "2024-05-06"),
        ("<div><b>A harbour</b><br><i>Published on 6 May 2024</i>{}</div>", "", "2024-05-06"),
        ("<div><b>A harbour</b><br><span class='date'>6 May 2024</span>{}</div>", "", ""),
        ("<div><h2>A harbour</h2><p>Published 6 May 2024</p>{0}</div><div><h2>A fair</h2>{0}</div>", "", ""),
        ("<div>Monday, 6 May 2024</div><div><b>A harbour</b>{}</div>", "", ""),
        ("<p>Posted 6 May 2024</p><div><h2>A harbour</h2>{}</div>", "", ""),
    ],
)  # fmt: skip
def test_a_page_without_a_main_headline_is_dated_beside_what_stands_for_it(body, title, said):
    page = f"<html><body>{body.format(TEXT * 2)}</body></html>"
    found = day_of_page(load_html(page), "", title)
    assert (found and parse_published(found)[0].isoformat()) == said


def test_a_live_blog_is_dated_by_its_newest_update_whatever_its_metadata_say():
    live = """{"@type": "LiveBlogPosting", "datePublished": "2024-05-06", "liveBlogUpdate":
    [{"@type": "BlogPosting", "datePublished": "2024-05-06"},
    {"@type": "BlogPosting", "datePublished": "2024-05-08"}]}"""
    assert (
        day(head='<meta property="article:published_time" content="2024-05-06">' + LINKED.format(live)) == "2024-05-08"
    )
