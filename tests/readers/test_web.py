"""Pages saved from the web."""

from datetime import date

import pytest

from rag.readers import SourceFile, read_file
from rag.types import Skipped

PAGE = """<!doctype html><html lang="fr"><head><title>Un incendie à Marseille | Le Journal</title>
<meta property="og:title" content="Un incendie à Marseille"><meta property="og:site_name" content="Le Journal">
<meta property="article:published_time" content="2024-07-03T10:00:00+02:00">
<link rel="canonical" href="https://lejournal.example/a/1"></head><body><nav><a href="/">Accueil</a> <a>Sport</a></nav>
<article><h1>Un incendie à Marseille</h1>
<p>Un incendie a détruit <b>200 hectares</b> près de Marseille mercredi, selon les pompiers.</p>
<script>alert("non")</script>
<p>Quelque 300 habitants ont été évacués dans la nuit, a indiqué la préfecture.</p></article>
<footer>Mentions légales, cookies</footer></body></html>"""


def read(tmp_path, content, name="a.html"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_file(tmp_path, SourceFile(name, path.stat().st_size, 0)))


def test_the_article_without_what_is_around_it(tmp_path):
    (article,) = read(tmp_path, PAGE)
    assert article.text == (
        "Un incendie a détruit 200 hectares près de Marseille mercredi, selon les pompiers.\n\n"
        "Quelque 300 habitants ont été évacués dans la nuit, a indiqué la préfecture."
    )
    info = article.info
    assert (info.title, info.source, info.url) == (
        "Un incendie à Marseille",
        "Le Journal",
        "https://lejournal.example/a/1",
    )
    assert (info.published, info.published_origin, info.language) == (date(2024, 7, 3), "metadata", "fr")


def test_two_copies_of_one_page_have_one_id(tmp_path):
    (one,) = read(tmp_path, PAGE, "one.html")
    (other,) = read(tmp_path, PAGE, "other.htm")
    assert one.id == other.id


def test_a_bare_page(tmp_path):
    (article,) = read(tmp_path, "<html><body><p>A fire in Lille burned three houses.</p></body></html>")
    assert (article.text, article.info.title, article.info.published) == (
        "A fire in Lille burned three houses.",
        "",
        None,
    )


def test_a_page_in_an_older_encoding(tmp_path):
    old = PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252")
    (article,) = read(tmp_path, old)
    assert "détruit 200 hectares près de Marseille" in article.text


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ('<meta charset="iso-8859-15">', "iso8859_15", "Le pont a coûté 3 € la minute, selon l'œuvre de l'été."),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
            "cp1252",
            "The “bold” plan – £3m.",
        ),
        ("<meta charset=windows-1256>", "cp1256", "أعلن الوزير إعادة فتح المدارس في الخريف المقبل بعد أشهر من القلق."),
        ("<meta charset='gb2312'>", "gb18030", "部长宣布学校将于九月重新开放，数月的担忧终于结束。"),
        ('<meta charset="utf-8">', "cp1252", "Le préfet a annoncé la réouverture de l'école."),
        ('<meta charset="no-such-thing">', "cp1252", "Le préfet a annoncé la réouverture de l'école."),
        ('<meta charset="windows-1252">', "utf-8", "Le préfet a annoncé la réouverture de l'école."),
    ],
)
def test_a_page_is_in_the_encoding_it_says_unless_it_cannot_be(tmp_path, declared, encoding, text):
    script = "<script>let menu = 1;</script>" * 300
    page = f"<html><head>{declared}</head><body>{script}<article><p>{text}</p></article></body></html>"
    (article,) = read(tmp_path, page.encode(encoding))
    assert article.text == text


def test_pictures_inside_a_page_do_not_count(tmp_path):
    picture = '<img src="data:image/png;base64,' + "A" * 3_000_000 + '">'
    (article,) = read(tmp_path, PAGE.replace("<article>", "<article>" + picture))
    assert article.text.startswith("Un incendie a détruit")


@pytest.mark.parametrize("content", ["<html></html>", "<html><body><script>let a = 1;</script></body></html>"])
def test_a_page_without_an_article_is_skipped(tmp_path, content):
    (skipped,) = read(tmp_path, content)
    assert skipped == Skipped("a.html", "no article can be made out in this page: save its text as .txt")


def test_a_page_of_which_another_article_has_the_only_date_is_undated(tmp_path):
    other = '<aside><h3>À lire aussi</h3><a href="/2"><time datetime="2023-01-01">1er janvier 2023</time></a></aside>'
    page = PAGE.replace("2024-07-03T10:00:00+02:00", "").replace("<footer>", other + "<footer>")
    (article,) = read(tmp_path, page)
    assert (article.info.published, article.info.published_origin, article.doubt) == (None, "unknown", "")


def test_a_day_that_may_be_a_month_is_told_and_not_guessed(tmp_path):
    page = PAGE.replace('lang="fr"', 'lang="en-US"').replace("2024-07-03T10:00:00+02:00", "03/04/2024")
    (article,) = read(tmp_path, page)
    assert article.info.published is None
    assert article.doubt == "its date is none that can be read, so it counts as undated: write it as 2024-11-28"


def test_a_page_keeps_its_moment_and_one_still_to_come_is_told(tmp_path):
    (article,) = read(tmp_path, PAGE)
    assert article.info.published_at == "2024-07-03T10:00:00+02:00"
    (article,) = read(tmp_path, PAGE.replace("2024-07-03T10", "2099-07-03T10"))
    assert article.doubt == "its date, 2099-07-03, is still to come: see whether it is right"


@pytest.mark.parametrize(
    ("head", "body", "told"),
    [
        ("404 Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>", "an error page"),
        ("Just a moment...", "<p>Checking your browser before accessing the site. Enable cookies.</p>", "for robots"),
        ("A bridge", "<article><h1>A bridge</h1><p>Subscribe to continue reading.</p></article>", "an invitation"),
    ],
)
def test_what_a_server_sends_in_place_of_an_article_is_skipped_by_name(tmp_path, head, body, told):
    (skipped,) = read(tmp_path, f"<html><head><title>{head}</title></head><body>{body}</body></html>")
    assert isinstance(skipped, Skipped) and skipped.path == "a.html" and told in skipped.reason


def test_a_short_article_comes_in_paragraphs_without_headline_byline_and_buttons(tmp_path):
    page = """<html><head><title>Kiln fire in Tarrow | The Post</title></head><body><article>
    <h1>Kiln fire in Tarrow</h1>
    <p class="byline">By Ida Holm, 5 March 2024</p>
    <p>Four potters were hurt when a kiln burst near Tarrow on Monday.</p>
    <p>Nine others were led out, the police said.</p><div class="share">Share on Facebook Tweet this</div></article>
    </body></html>"""
    (article,) = read(tmp_path, page)
    assert article.text == (
        "Four potters were hurt when a kiln burst near Tarrow on Monday.\n\nNine others were led out, the police said."
    )


def test_a_short_article_loses_no_sentence_to_its_buttons(tmp_path):
    page = """<html><head><title>Kiln fire</title></head><body><nav>Menu Search</nav><div class="live">
    <div class="post"><h3>Four hurt</h3>
    <p>Four potters were hurt when a kiln burst near Tarrow, a doctor said.</p></div>
    <div class="post"><h3>Fire</h3>
    <p>A fire has broken out in the pottery of Tarrow, neighbours told the police.</p></div>
    </div></body></html>"""
    (article,) = read(tmp_path, page)
    assert "Four potters were hurt" in article.text and "A fire has broken out" in article.text


def test_pointers_to_other_articles_are_not_of_the_article(tmp_path):
    pointer = "<p><strong>Lire aussi :</strong> <a href=x>À Toulon, 600 hectares ont brûlé en une nuit</a></p>"
    below = "<h3>Les plus lus</h3><ul><li>Le maire de Toulon mis en examen</li></ul><p>Partager cet article</p>"
    (plain,) = read(tmp_path, PAGE)
    (article,) = read(tmp_path, PAGE.replace("<p>Quelque", pointer + "<p>Quelque").replace("</article>", below))
    assert article.text == plain.text


def test_a_page_cut_by_an_invitation_to_subscribe_says_so(tmp_path):
    offer = (
        "<section><p>La suite est réservée aux abonnés.</p><p>Accédez à tous les contenus en illimité. 1 € pendant un "
        "mois, puis 11,99 €.</p></section></article>"
    )
    (plain,) = read(tmp_path, PAGE)
    (article,) = read(tmp_path, PAGE.replace("</article>", offer))
    assert (article.text, plain.doubt) == (plain.text, "")
    assert article.doubt == (
        "it ends with an invitation to subscribe, so that its text may be cut: save the page with the article open"
    )


def test_a_live_blog_has_its_own_headline_and_outlet_and_the_day_of_its_newest_update(tmp_path):
    linked = """<script type="application/ld+json">{"@type": "LiveBlogPosting",
    "headline": "En direct, incendie à Marseille",
    "datePublished": "2024-07-03T10:00:00+02:00", "publisher": {"name": "Le Quai"}, "liveBlogUpdate": [{"@type":
    "BlogPosting", "headline": "Deux blessés", "datePublished": "2024-07-04T08:00:00+02:00"}]}</script></head>"""
    (article,) = read(tmp_path, PAGE.replace("</head>", linked))
    info = article.info
    assert (info.title, info.source) == ("En direct, incendie à Marseille", "Le Quai")
    assert info.published_at == "2024-07-04T08:00:00+02:00"


TABLES = """<html><head><title>Journal de Lorve</title></head><body><table><tr><td><a href=i>Accueil</a><br>
<a href=s>Sports</a></td>
<td><font size=5><b>Le moulin de Lorve sera fermé</b></font><br><i>Publié le 12 avril 2003</i><p>Le moulin de Lorve sera
fermé cet été pour la première fois depuis 1971, a indiqué la préfecture. Les travaux dureront cinq mois.</p>
{}<p>Les truites seront pêchées.</p></td></tr></table></body></html>"""


def test_a_page_laid_out_in_a_table_is_read_in_lines_and_dated(tmp_path):
    (article,) = read(tmp_path, TABLES.format(""))
    assert article.text.split("\n\n") == [
        "Le moulin de Lorve sera fermé",
        "Publié le 12 avril 2003",
        "Le moulin de Lorve sera fermé cet été pour la première fois depuis 1971, a indiqué la préfecture. "
        "Les travaux dureront cinq mois.",
        "Les truites seront pêchées.",
    ]
    assert article.info.published == date(2003, 4, 12)


def test_a_table_of_figures_stays_one(tmp_path):
    rows = "<table><tr><th>Année</th><th>Visites</th></tr><tr><td>2001</td><td>4 200</td></tr></table>"
    (article,) = read(tmp_path, PAGE.replace("</article>", rows + "</article>"))
    assert "| 2001 | 4 200 |" in article.text
    (article,) = read(tmp_path, TABLES.format(rows))
    assert "| 2001 | 4 200 |" in article.text
