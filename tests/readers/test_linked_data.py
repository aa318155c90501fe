"""What a page says of itself in JSON-LD."""

import json

import pytest

from rag.readers.linked_data import LiveBlog, days_of, live_blog

UPDATES = [
    {"@type": "BlogPosting", "headline": "Two dead", "datePublished": "2024-10-19T18:00:00+02:00"},
    {"@type": "BlogPosting", "headline": "The river rises", "datePublished": "2024-10-18T07:00:00+02:00"},
]
LIVE = {
    "@type": "LiveBlogPosting",
    "headline": "Floods in  Orlance, live",
    "datePublished": "2024-10-18T06:00:00+02:00",
    "publisher": {"@type": "Organization", "name": "The Orlance Post"},
    "liveBlogUpdate": UPDATES,
}


def test_a_live_blog_has_its_own_headline_and_the_day_of_its_newest_update():
    told = LiveBlog("Floods in Orlance, live", "The Orlance Post", "2024-10-19T18:00:00+02:00")
    assert live_blog([json.dumps(LIVE)]) == told
    assert live_blog(["{not json", json.dumps({"@graph": [{"@type": "WebSite"}, LIVE]})]) == told
    assert live_blog([json.dumps({**LIVE, "@type": ["LiveBlogPosting"], "publisher": ["The Orlance Post"]})]) == told
    modified = live_blog([json.dumps({**LIVE, "dateModified": "2024-10-20T09:00:00+02:00"})])
    assert modified is not None and modified.day == "2024-10-20T09:00:00+02:00"


@pytest.mark.parametrize("updates", [[], None, "live", [{"headline": "Two dead"}], [{"datePublished": "this evening"}]])
def test_without_a_readable_day_of_an_update_it_tells_none(updates):
    assert live_blog([json.dumps({**LIVE, "liveBlogUpdate": updates})]) == LiveBlog(
        "Floods in Orlance, live", "The Orlance Post", ""
    )


def test_other_articles_and_several_live_blogs_are_none():
    assert live_blog([json.dumps({**LIVE, "@type": "NewsArticle", "about": "LiveBlogPosting"})]) is None
    assert live_blog([json.dumps([LIVE, {**LIVE, "headline": "A storm, live"}])]) is None


def test_the_days_of_articles():
    assert days_of([json.dumps(LIVE), json.dumps({"@type": "VideoObject", "datePublished": "2024-01-01"}), "["]) == {
        "2024-10-18T06:00:00+02:00"
    }
