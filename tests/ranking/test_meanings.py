"""What else a word may stand for."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rag.language import fold
from rag.ranking.meanings import kin, means_itself, translations, translations_of_another_form


def test_a_people_and_its_place_stand_for_one_another() -> None:
    spanish = dict(kin("Spanish"))
    assert (spanish["espagnole"], spanish["spain"], spanish["espagne"]) == (1.0, 0.5, 0.5)
    spain = dict(kin("Spain"))
    assert (spain["espagne"], spain["spanish"]) == (1.0, 0.5)


def test_regions_and_cities_count_too() -> None:
    assert dict(kin("bretons"))["brittany"] == 0.5
    assert dict(kin("Vienna"))["vienne"] == 1.0


def test_a_place_without_a_capital_is_none() -> None:
    assert kin("turkey") == kin("china") == ()
    assert kin("table") == ()


@pytest.mark.parametrize("word", ["American", "Britain", "Koreans"])
def test_short_and_joined_names_tell_nothing(word: str) -> None:
    assert all(len(name) > 3 and " " not in name for name, _ in kin(word))


def test_an_acronym_stands_for_that_of_the_other_language() -> None:
    assert dict(kin("ECB")) == {"bce": 1.0}
    assert dict(kin("CPI")) == {"icc": 1.0}
    assert dict(kin("US"))["usa"] == 1.0
    assert kin("us") == ()


@given(st.text(max_size=20))
@example("ARGENTINE")
def test_no_word_is_its_own_kin(word: str) -> None:
    assert fold(word) not in dict(kin(word))


def test_another_form_stands_in_for_one_the_table_lacks() -> None:
    assert translations("mers", "fr", "en") == ()
    assert translations_of_another_form("mers", "fr", "en")[0][0] == "sea"
    assert "maire" in dict(translations_of_another_form("mayors", "en", "fr"))


def test_no_other_form_is_far_off() -> None:
    assert translations_of_another_form("zzyzxes", "en", "fr") == ()
    assert translations_of_another_form("ô", "fr", "en") == ()
    assert translations_of_another_form("publications", "en", "fr") == ()  # not those of "publics"
    assert translations_of_another_form("mers", "fr", "de") == ()


def test_another_form_says_less_than_the_word_itself() -> None:
    itself = sum(chance for _, chance in translations("mayor", "en", "fr"))
    assert 0 < sum(chance for _, chance in translations_of_another_form("mayors", "en", "fr")) < itself


@pytest.mark.parametrize("word", "ferry crash weekend sponsor cargo scan corridor clash interview toast".split())
def test_words_that_french_spells_and_means_alike(word: str) -> None:
    assert means_itself(word, "en", "fr")


@pytest.mark.parametrize("word", "silo mannequin chalet verdict portrait lesion duplex".split())
def test_words_that_english_spells_and_means_alike(word: str) -> None:
    assert means_itself(word, "fr", "en")


FRIENDS = """
chair pain fin main coin four car or pour but sang son sale comment court pays tires rang lame pie grave habit lit legs
once patron prune report route sensible slip sort stage store ton venue location attend bail bride cave crane file fond
course demand the you street
""".split()


@pytest.mark.parametrize("word", FRIENDS)
def test_false_friends_and_foreign_words_do_not_stand_for_themselves(word: str) -> None:
    assert not means_itself(word, "en", "fr")


@pytest.mark.parametrize("word", "chair pain main coin four car or mare tour barrage crane sale route chat".split())
def test_false_friends_of_french_do_not_either(word: str) -> None:
    assert not means_itself(word, "fr", "en")


@given(st.text(max_size=12), st.sampled_from(["en", "fr", "de"]), st.sampled_from(["en", "fr", "de"]))
def test_any_word_may_be_asked_about(word: str, language: str, target: str) -> None:
    assert means_itself(word, language, target) in (True, False)
