"""The stored form and the form for comparing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language import fold, language_code, normalise


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [
        ("une\r\ndeux\rtrois", "une\ndeux\ntrois"),
        ("e\u0301te\u0301", "été"),
        ("a\tb", "a b"),
        ("a\x00b\x1b[0m", "ab[0m"),
        ("\ufeffLe texte", "Le texte"),
        ("un\u2028deux\u2029trois", "un\ndeux\ntrois"),
        ("1\u202f250\u00a0€", "1\u202f250\u00a0€"),
        ("  espaces  gardés \n", "  espaces  gardés \n"),
        ("lone \ud83d surrogate", "lone  surrogate"),
        ("It\x92s \x80\x35, \x93no\x94 \x96 c\x9cur\x85", "It’s €5, “no” – cœur…"),
        ("a\x81b\x7fc", "abc"),
        ("mi\u00adnistre e\u00ad\u0301", "ministre é"),
    ],
)
def test_normalise(given_text, stored):
    assert normalise(given_text) == stored


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_normalise_is_idempotent_nfc_and_storable(text):
    stored = normalise(text)
    assert normalise(stored) == stored
    assert unicodedata.is_normalized("NFC", stored)
    assert not any(unicodedata.category(mark) == "Cc" and mark != "\n" for mark in stored)
    assert stored.encode("utf-8").decode("utf-8") == stored


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ÉTÉ", "ete"),
        ("Œuvre", "oeuvre"),
        ("Lætitia", "laetitia"),
        ("l\u2019État", "l'etat"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Søren", "soren"),
        ("ﬁn", "fin"),
        ("İstanbul", "istanbul"),
        ("mi\u00adnistre", "ministre"),
        ("plain", "plain"),
    ],
)
def test_fold(written, folded):
    assert fold(written) == folded


@given(st.text())
def test_fold_is_idempotent(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("value", "code"),
    [("fr", "fr"), ("fr-FR", "fr"), ("FR_ca", "fr"), ("French", "fr"), ("français", "fr"), ("fra", "fr"), ("eng", "en"),
     (" EN ", "en"), ("de-DE", "de"), ("klingon", ""), ("", ""), ("x", "")],
)  # fmt: skip
def test_language_code(value, code):
    assert language_code(value) == code
