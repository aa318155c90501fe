"""What the lexical side counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language import fold, index_terms, normalise, stem, stop_words


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("l'Ukraine", ["ukrain"]),
        ("L\u2019Ukraine", ["ukrain"]),
        ("qu'elle", []),
        ("jusqu'au retrait", ["retr"]),
        ("aujourd'hui", ["aujourdhui"]),
        ("les prud'hommes", ["prudhomm"]),
        ("le porte-parole", ["port", "parol"]),
        ("1 250,5 euros", ["1250.5", "euro"]),
        ("1\u202f250\u00a0000 morts", ["1250000", "mort"]),
        ("4.634 morts", ["4634", "mort"]),
        ("3,5 %", ["3.5"]),
        ("en 2024", ["2024"]),
        ("Covid-19", ["covid", "19"]),
        ("20h30", ["20h30"]),
        ("les États-Unis", ["etat", "unis"]),
        ("l'OMS et le G7", ["om", "g7"]),
        ("combien de morts ?", ["mort"]),
        ("", []),
        ("… !", []),
    ],
)
def test_french_terms(text, terms):
    assert index_terms(text, "fr") == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Ukraine's allies", ["ukrain", "alli"]),
        ("$1,250.5", ["1250.5"]),
        ("1,250,000 people", ["1250000", "peopl"]),
        ("version 3.5", ["version", "3.5"]),
        ("they don't", []),
        ("the U.S. Army", ["us", "armi"]),
        ("the US and the WHO said", ["us", "who", "said"]),
        ("tell us who", ["tell"]),
        ("WHO IS THE PRESIDENT", ["presid"]),
    ],
)
def test_english_terms(text, terms):
    assert index_terms(text, "en") == terms


def test_a_number_is_one_term_in_both_languages():
    assert index_terms("1 250,5", "fr") == index_terms("1,250.5", "en") == ["1250.5"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("sécurité", "securite"), ("Élections", "election"), ("retraits", "retrait"), ("euros", "euro")],
)
def test_french_forms_meet(one, other):
    assert stem(one, "fr") == stem(other, "fr")


@pytest.mark.parametrize(("one", "other"), [("elections", "election"), ("remains", "remained"), ("Allies", "ally")])
def test_english_forms_meet(one, other):
    assert stem(one, "en") == stem(other, "en")


def test_other_languages_are_stemmed_or_at_least_folded():
    assert stem("Häuser", "de") == stem("häusern", "de")
    assert stem("Őrség", "xx") == "orseg"
    assert index_terms("東京", "ja") == ["東", "京"]


def test_stop_words_are_in_folded_form_and_leave_content_words_alone():
    for language in ("fr", "en"):
        assert all(fold(word) == word for word in stop_words(language))
    assert {"combien", "quand", "pourquoi"} <= stop_words("fr")
    assert {"how", "much", "when"} <= stop_words("en")
    assert not {"ete", "or", "guerre", "pays"} & stop_words("fr")
    assert stop_words("xx") == frozenset()


@given(st.text(), st.sampled_from(["fr", "en", "und"]))
def test_terms_are_folded_and_hold_no_space(text, language):
    for term in index_terms(text, language):
        assert term and not any(mark.isspace() for mark in term)


def test_a_soft_hyphen_cuts_no_word_once_a_text_is_in_its_stored_form():
    assert index_terms(normalise("le gouver\u00adnement"), "fr") == index_terms("le gouvernement", "fr")
