"""HTML inside text fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.readers.markup import plain, without_markup


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("<p>Hello <b>world</b>.</p>\n<p>Two &amp; three.</p>", "Hello world.\n\nTwo & three."),
        ("Un.<br/>Deux.<BR>Trois.", "Un.\n\nDeux.\n\nTrois."),
        ("<div><p>Un<script>x = '<p>'</script></p><style>p{}</style></div>", "Un"),
        ("<ul><li>Un</li><li>Deux</li></ul><p></p>", "Un\n\nDeux"),
        ("Le signe a < b, et <b>gras</b>.", "Le signe a < b, et <b>gras</b>."),
        ("Un paragraphe.\n\nUn autre.", "Un paragraphe.\n\nUn autre."),
        ("<div>Un.</div><div>Deux.</div>", "Un.\n\nDeux."),
        ("<p>First<P class='a'>Second", "First\n\nSecond"),
        ("A <p and q> is no tag.", "A <p and q> is no tag."),
        ("Un.\n\nDeux.<br class='a'>Trois\nquatre.", "Un.\n\nDeux.\n\nTrois quatre."),
        ("<p>Un\n\nseul.</p>", "Un seul."),
        ("<table><tr><th>Country</th><th>Deaths</th></tr><tr><td>France</td><td></td><td> 128</td></tr></table>",
         "Country | Deaths\n\nFrance | 128"),
        ("<dl><dt>France<dd>128</dl>", "France\n\n128"),
        ("<header>A</header>B<hr>C<main>D<aside>E</aside></main><figure>F<figcaption>G</figcaption></figure>",
         "A\n\nB\n\nC\n\nD\n\nE\n\nF\n\nG"),
        ("a\1b</p>", "ab"),
    ],
)  # fmt: skip
def test_paragraphs(given, told):
    assert without_markup(given) == told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("Sales of R&amp;B rose 5&nbsp;% &#8211; it said.", "Sales of R&B rose 5\xa0% – it said."),
        ("L&rsquo;&eacute;t&eacute; &#x2019;24", "L’été ’24"),
        ("Sales of R&B; and a < b, x &fake; & more", "Sales of R&B; and a < b, x &fake; & more"),
        ("Il a <b>dit</b> <a href='/x'>oui</a>.\nPuis non.", "Il a dit oui.\nPuis non."),
        ("If a <b and c> d, then a < d.", "If a <b and c> d, then a < d."),
        ("&lt;p&gt;Un pont.&lt;/p&gt;&lt;p&gt;R&amp;amp;B&lt;/p&gt;", "Un pont.\n\nR&B"),
        ("R&amp;amp;B", "R&B"),
        ("<p>La balise &lt;br&gt; va à la ligne.</p>", "La balise <br> va à la ligne."),
        ("Un paragraphe.\n\nUn autre.", "Un paragraphe.\n\nUn autre."),
    ],
)
def test_what_a_field_of_an_export_says(given, told):
    assert plain(given) == told


@given(st.text(alphabet=st.characters(exclude_characters="<&")))
def test_text_without_markup_stays_as_it_is(text):
    assert plain(text) == text


@given(st.text())
def test_whatever_it_holds_it_is_read(text):
    once = without_markup(f"<p>{text}</p>")
    assert "\0" not in once
    assert without_markup(text) == text or "<" in text
