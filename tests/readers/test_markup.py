"""HTML inside text fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.readers.markup import without_markup


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("<p>Hello <b>world</b>.</p>\n<p>Two &amp; three.</p>", "Hello world.\n\nTwo & three."),
        ("Un.<br/>Deux.<BR>Trois.", "Un.\n\nDeux.\n\nTrois."),
        ("<div><p>Un<script>x = '<p>'</script></p><style>p{}</style></div>", "Un"),
        ("<ul><li>Un</li><li>Deux</li></ul><p></p>", "Un\n\nDeux"),
        ("Le signe a < b, et <b>gras</b>.", "Le signe a < b, et <b>gras</b>."),
        ("Un paragraphe.\n\nUn autre.", "Un paragraphe.\n\nUn autre."),
    ],
)
def test_paragraphs(given, told):
    assert without_markup(given) == told


@given(st.text())
def test_whatever_it_holds_it_is_read(text):
    once = without_markup(f"<p>{text}</p>")
    assert "\0" not in once
    assert without_markup(text) == text or "<" in text
