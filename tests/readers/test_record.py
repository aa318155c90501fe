"""What an article must hold."""

from datetime import date

import pytest

from rag.errors import ArticleError
from rag.readers.record import LARGEST, from_export, to_article
from rag.types import Article, Skipped

TEXT = "Le conseil municipal a voté lundi la construction d'une passerelle au-dessus du fleuve."
FULL = {
    "id": "42",
    "title": " Une  passerelle\n",
    "text": TEXT,
    "url": "https://exemple.fr/a",
    "source": "Le Quotidien",
    "published": "2024-11-28T10:30:00+01:00",
    "language": "fr-FR",
}


def test_all_fields():
    article = to_article(FULL, "a.json")
    info = article.info
    assert (article.id, info.title, article.text) == ("42", "Une passerelle", TEXT)
    assert (info.url, info.source, info.path) == ("https://exemple.fr/a", "Le Quotidien", "a.json")
    assert (info.published, info.published_at) == (date(2024, 11, 28), "2024-11-28T10:30:00+01:00")
    assert (info.published_origin, info.language, info.language_detected) == ("metadata", "fr", False)


def test_text_alone():
    info = to_article({"text": TEXT}, "dossier/a.txt").info
    assert (info.id, info.title, info.source, info.url) == ("dossier/a.txt", "", "", "")
    assert (info.published, info.published_at, info.published_origin) == (None, "", "unknown")
    assert (info.language, info.language_detected) == ("fr", True)


def test_a_date_read_from_the_text_is_marked_so():
    info = to_article({"text": "Paris, le 28 novembre 2024 - Il pleut sur la ville."}, "a.txt").info
    assert (info.published, info.published_origin) == (date(2024, 11, 28), "text")


def test_metadata_goes_before_the_text():
    info = to_article({"text": "Paris, le 28 novembre 2024 - Il pleut.", "published": "2024-12-01"}, "a.txt").info
    assert (info.published, info.published_origin) == (date(2024, 12, 1), "metadata")


def test_aliases_of_fields():
    record = {"headline": "T", "body": TEXT, "link": "https://exemple.fr/b", "publisher": {"name": "Le Soir"},
              "date": "28 novembre 2024", "lang": "français", "guid": 7}  # fmt: skip
    info = to_article(record, "a.json").info
    assert (info.id, info.title, info.source, info.language) == ("7", "T", "Le Soir", "fr")
    assert info.published == date(2024, 11, 28)


def test_names_of_fields_as_services_write_them():
    record = {"Web-Title": "T", "fields": {"bodyText": TEXT}, "publishedAt": "2024-11-28", "Source": ["AFP", "Reuters"]}
    article = to_article(record, "a.json")
    assert (article.text, article.info.title, article.info.source) == (TEXT, "T", "AFP, Reuters")
    assert article.info.published == date(2024, 11, 28)
    assert to_article({"maintext": TEXT, "source": {"id": None, "name": None}, "_id": 9}, "a").info.id == "9"


def test_an_empty_field_gives_way_to_another_name_for_it():
    assert to_article({"content": "", "content_text": TEXT, "id": None, "guid": "g"}, "a.json").info.id == "g"


def test_what_an_export_of_a_table_has_for_missing_is_missing():
    article = to_article({"text": TEXT, "id": float("nan"), "title": float("nan"), "date": float("nan")}, "a.json#1")
    assert (article.id, article.info.title, article.info.published, article.doubt) == ("a.json#1", "", None, "")


def test_ids_come_from_the_record_then_the_url_then_the_path():
    with_url = {"text": TEXT, "url": "HTTPS://Exemple.fr/a#haut"}
    one, other = to_article(with_url, "a.json#1"), to_article({**with_url, "url": "https://exemple.fr/a"}, "b.json#9")
    assert one.id == other.id and one.id.startswith("url-") and len(one.id) == 24
    assert to_article({**with_url, "url": "https://exemple.fr/b"}, "a.json#1").id != one.id
    assert to_article({"text": TEXT}, "a.json#1").id == "a.json#1"


def test_content_hash_follows_content_and_not_place():
    reference = to_article(FULL, "a.json").info.content_hash
    assert to_article({**FULL, "id": "43"}, "b.json").info.content_hash == reference
    for field, value in {"text": TEXT + " Oui.", "title": "Autre", "source": "S", "published": "2024-11-29"}.items():
        assert to_article({**FULL, field: value}, "a.json").info.content_hash != reference, field


def test_text_is_stored_in_normal_form():
    assert to_article({"text": "e\u0301te\u0301\r\net \x00hiver"}, "a.txt").text == "été\net hiver"


@pytest.mark.parametrize("language", ["", None, "klingon"])
def test_a_language_that_is_none_is_detected(language):
    info = to_article({"text": TEXT, "language": language}, "a.json").info
    assert (info.language, info.language_detected) == ("fr", True)


@pytest.mark.parametrize("text", ["12 34 56 78", "🚀 🚀"])
def test_a_language_that_cannot_be_told_is_undetermined(text):
    assert to_article({"text": text}, "a.txt").info.language == "und"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({}, "no text"),
        ({"text": ""}, "no text"),
        ({"text": " \n\u00a0"}, "no text"),
        ({"text": "\x00\x01"}, "no text"),
        ({"text": None, "title": "T"}, "no text"),
        ({"text": 5}, "'text' is a number"),
        ({"text": ["a"]}, "'text' is a list"),
        ({"text": TEXT, "title": [1]}, "'title' is a list"),
        ({"text": TEXT, "title": True}, "'title' is a truth value"),
        ({"text": TEXT, "source": {"name": {}}}, "'source' is a mapping"),
        ({"text": TEXT, "title": "t" * 3_000}, "'title' has 3000 characters"),
        ({"text": "é" * (LARGEST // 2 + 1)}, "1.0 MB of text"),
    ],
)  # fmt: skip
def test_what_is_refused_and_why(record, reason):
    with pytest.raises(ArticleError, match=reason):
        to_article(record, "a.json")


@pytest.mark.parametrize("published", ["hier", "03/04/2024", "2024-02-30", "2024", "0001-01-01T00:00:00"])
def test_a_date_that_cannot_be_read_leaves_the_article_undated_and_is_told(published):
    article = to_article({"text": TEXT, "published": published, "language": "en"}, "a.json")
    assert (article.text, article.info.published, article.info.published_origin) == (TEXT, None, "unknown")
    assert article.doubt == "its date is none that can be read, so it counts as undated: write it as 2024-11-28"


def test_where_the_date_given_cannot_be_read_that_of_the_text_counts():
    article = to_article({"text": "Paris, le 27 novembre 2024 - Il pleut.", "published": "mercredi"}, "a.json")
    assert (article.info.published, article.info.published_origin) == (date(2024, 11, 27), "text")
    assert "the one its text begins with counts, 2024-11-27" in article.doubt


def test_a_date_still_to_come_counts_and_is_told():
    article = to_article({"text": TEXT, "published": "2999-01-01"}, "a.json")
    assert article.info.published == date(2999, 1, 1)
    assert article.doubt == "its date, 2999-01-01, is still to come: see whether it is right"
    assert to_article({"text": TEXT, "published": date.today().isoformat()}, "a.json").doubt == ""


def test_a_day_at_the_head_of_a_text_that_may_be_a_month_is_told():
    article = to_article({"text": f"Publié le 03/04/2024\n\n{TEXT}"}, "a.txt")
    assert article.info.published is None
    assert article.doubt == "its date is none that can be read, so it counts as undated: write it as 2024-11-28"
    article = to_article({"text": f"Publié le 03/04/2024\n\n{TEXT}", "language": "fr"}, "a.json")
    assert (article.info.published, article.doubt) == (date(2024, 4, 3), "")


def test_a_date_still_to_come_at_the_head_of_a_text_is_told_as_well():
    article = to_article({"text": "LYON, 28 novembre 2099 - Il pleut sur la ville."}, "a.txt")
    assert article.info.published == date(2099, 11, 28)
    assert article.doubt == "its date, 2099-11-28, is still to come: see whether it is right"


@pytest.mark.parametrize("text", ["On 11 March 1998, two barns burned.", "Née le 11 mars 1998 à Lyon, elle est morte."])
def test_a_text_that_begins_with_any_date_is_undated_and_that_is_told(text):
    article = to_article({"text": text}, "a.txt")
    assert (article.info.published, article.info.published_origin) == (None, "unknown")
    assert article.doubt.startswith("the date its text begins with, 1998-03-11, may be of what it tells")


@pytest.mark.parametrize("published", [True, ["a", 5], {"year": 2024}, {"$date": None}, "x" * 200])
def test_a_date_of_the_wrong_kind_leaves_the_article_undated_and_is_told(published):
    article = to_article({"text": TEXT, "published": published}, "a.json")
    assert (article.text, article.info.published) == (TEXT, None)
    assert ("its date is none that can be read" in article.doubt) == (published != {"$date": None})


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("id", {"a": 1}, "the field 'id' is a mapping, not text: it counts as missing"),
        ("id", True, "the field 'id' is a truth value, not text: it counts as missing"),
        ("id", "x" * 400, "the field 'id' has 400 characters: 300 at most: it counts as missing"),
        ("url", {"a": 1}, "the field 'url' is a mapping, not text: it counts as missing"),
        ("language", {"a": 1}, "the field 'language' is a mapping, not text: it counts as missing"),
    ],
)
def test_a_field_an_article_can_do_without_is_ignored_and_told(field, value, told):
    article = to_article({"text": TEXT, field: value}, "a.json#1")
    assert (article.id, article.info.url, article.info.language, article.doubt) == ("a.json#1", "", "fr", told)


def exported(record):
    article = from_export(record, "a.json#1")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("day", [{"$date": "2024-11-28T10:30:00Z"}, {"$date": {"$numberLong": "1732789800000"}}])
def test_what_a_database_wraps_is_unwrapped(day):
    article = exported({"_id": {"$oid": "66ab"}, "text": TEXT, "published": day})
    assert (article.id, article.doubt) == ("66ab", "")
    assert article.info.published_at == "2024-11-28T10:30:00+00:00"


PAGE = "<p>Le pont de R&amp;B ouvre.</p><p>Il a coûté&nbsp;cher.</p>"


@pytest.mark.parametrize(
    "record",
    [
        {"title": {"rendered": "R&amp;B &#8211; un pont"}, "content": {"rendered": PAGE, "protected": False}},
        {"headline": {"main": "R&B – un pont", "kicker": None}, "fields": {"body": PAGE}},
        {"title": "R&amp;B &ndash; <i>un</i> pont", "_source": {"text": PAGE}},
        {
            "webTitle": "R&B – un pont",
            "fields": {"body": "<p>Autre.</p>", "bodyText": "Le pont de R&B ouvre.\n\nIl a coûté cher."},
        },
    ],
)
def test_texts_and_titles_as_services_wrap_and_mark_them(record):
    article = exported(record)
    assert article.info.title == "R&B – un pont"
    assert article.text == "Le pont de R&B ouvre.\n\nIl a coûté cher."


def test_the_longest_summary_is_the_text_where_there_is_no_other():
    record = {"title": "T", "snippet": "Le pont.", "abstract": "Le pont ouvre &amp; ferme.", "text": None}
    assert exported(record).text == "Le pont ouvre & ferme."
    assert exported({**record, "text": "Le port."}).text == "Le port."
    assert (
        exported({**record, "content": {"rendered": ""}, "excerpt": {"rendered": "<p>" + TEXT + "</p>"}}).text == TEXT
    )


def test_the_description_of_anything_else_is_no_article():
    skipped = from_export({"@type": "WebSite", "name": "Le Soir", "description": "Un journal."}, "a.json#1")
    assert isinstance(skipped, Skipped) and "no text" in skipped.reason
    assert exported({"@type": ["NewsArticle"], "headline": "T", "description": "Un pont."}).text == "Un pont."


@pytest.mark.parametrize(
    ("fields", "source", "url"),
    [
        ({"media_name": "Le Soir"}, "Le Soir", ""),
        ({"source_domain": "soir.example"}, "soir.example", ""),
        ({"provider": [{"name": "Le Soir"}]}, "Le Soir", ""),
        ({"source": {"uri": "soir.example", "title": "Le Soir"}}, "Le Soir", ""),
        ({"source": "https://soir.example/a", "source-hostname": "Le Soir"}, "Le Soir", "https://soir.example/a"),
        ({"source": "https://www.soir.example/a", "url": "https://b.example/c"}, "soir.example", "https://b.example/c"),
        ({"source": "https://www.soir.example/"}, "soir.example", ""),
        ({"source": "http://[oops"}, "http://[oops", ""),
        ({"source": "Le Soir", "media": [{"type": "image"}, {"type": "video"}]}, "Le Soir", ""),
    ],
)
def test_outlets_as_services_name_them(fields, source, url):
    article = exported({"text": TEXT, **fields})
    assert (article.info.source, article.info.url) == (source, url)


def test_the_address_where_an_outlet_should_be_makes_no_id():
    assert exported({"text": TEXT, "source": "https://soir.example/feeds/world"}).id == "a.json#1"


def test_an_article_its_service_removed_is_skipped_by_name():
    record = {
        "title": "[Removed]",
        "description": "[Removed]",
        "content": "[Removed]",
        "publishedAt": "1970-01-01T00:00:00Z",
    }
    assert from_export(record, "a.json#3") == Skipped("a.json#3", "no text: its service has removed it ([Removed])")


def test_a_text_its_service_cut_is_told():
    article = exported({"content": "Le pont de la ville a ouvert hier, a dit le… [+2345 chars]"})
    assert article.text == "Le pont de la ville a ouvert hier, a dit le…"
    assert article.doubt == "its text is cut, 2,345 characters of it are not in the file"


def test_a_text_of_just_the_limit_is_taken():
    assert len(to_article({"text": "a" * LARGEST, "language": "en"}, "a.txt").text) == LARGEST


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Le 28 novembre 2024, le ministère se prépare à livrer des ponts. On attend.",
            date(2024, 11, 28),
        ),
        ("On 28 November 2024, the ministry is preparing to send bridges.", date(2024, 11, 28)),
        ("Le 28 novembre 2024, le ministère a livré des ponts.", None),
        ("Le 28 novembre 2024, le ministère livrera des ponts.", None),
        ("Le 6 juin 1944, les alliés débarquent.", None),
        ("Le 28 novembre 2024, le ministère se prépare. En 2026, les ponts sont là.", None),
    ],
)
def test_a_text_that_begins_with_a_date_and_tells_of_it_as_the_present_is_dated_in_doubt(text, day):
    article = to_article({"text": text}, "a.txt")
    assert article.info.published == day
    assert "text begins with" in article.doubt
