"""The telling words of a question, in its own and in the other language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language import index_terms
from rag.ranking.rarity import rarity
from rag.ranking.terms import coverage, wanted


def test_own_language_keeps_each_telling_word_once() -> None:
    words = wanted("Combien de maisons, de vieilles maisons, ont brûlé à Lyon ?", "fr", "fr")
    assert [word.word for word in words] == ["maisons", "vieilles", "brûlé", "Lyon"]
    assert all(word.terms[0] == (index_terms(word.word, "fr")[0], 1.0) for word in words)
    assert [len(word.terms) for word in words[:3]] == [1, 1, 1]  # only Lyon has kin
    assert [word.is_name for word in words] == [False, False, False, True]


def test_other_language_goes_through_translations() -> None:
    words = {word.word: word for word in wanted("How many newspapers did the minister read?", "en", "fr")}
    assert words["newspapers"].found_in(index_terms("Le ministre lit des journaux", "fr")) > 0.1
    assert words["minister"].found_in(index_terms("Le ministre lit des journaux", "fr")) > 0.3


def test_names_and_numbers_stand_for_themselves() -> None:
    words = {word.word: word for word in wanted("Did Kellogg lose 1,250.5 euros?", "en", "fr")}
    assert words["Kellogg"].is_name
    assert words["Kellogg"].found_in(index_terms("M. Kellogg", "fr")) == 1.0
    assert words["1,250.5"].found_in(index_terms("1 250,5 euros", "fr")) == 1.0


def test_unknown_languages_are_searched_as_the_words_stand() -> None:
    assert [word.terms[0][0] for word in wanted("Kellogg Ukraine", "en", "sv")] == index_terms("Kellogg Ukraine", "sv")


def test_rare_words_tell_more() -> None:
    assert rarity("year", "en") < rarity("bridg", "en") < 1.0
    assert rarity("maison", "fr") < rarity("zzyzx", "fr") == 1.0


@given(st.text(max_size=60), st.sampled_from(["en", "fr", "de"]), st.sampled_from(["en", "fr", "und"]))
def test_laws_of_coverage(text: str, language: str, target: str) -> None:
    words = wanted(text, language, target)
    assert coverage(words, frozenset()) == 0
    everything = frozenset(term for word in words for term, _ in word.terms)
    some = frozenset(sorted(everything)[::2])
    assert 0 <= coverage(words, some) <= coverage(words, everything) <= 1 + 1e-9
    assert len({word.terms for word in words}) == len(words)


@given(st.text(max_size=60))
def test_a_text_covers_itself(text: str) -> None:
    words = wanted(text, "fr", "fr")
    have = frozenset(term for word in words for term in index_terms(word.word, "fr"))
    assert coverage(words, have) == pytest.approx(1.0 if words else 0.0)


def test_kindred_names_are_found_but_count_less() -> None:
    (word,) = wanted("the Spanish", "en", "en")
    assert word.found_in(index_terms("a Spanish court", "en")) == 1.0
    assert word.found_in(index_terms("a court in Spain", "en")) == 0.5
    (word,) = wanted("les Espagnols", "fr", "en")
    assert word.found_in(index_terms("a Spanish court", "en")) == 1.0


def test_a_word_whose_other_form_is_translated_still_stands_for_itself() -> None:
    (word,) = wanted("the mayors", "en", "fr")
    assert word.found_in(index_terms("le maire", "fr")) > 0.5
    assert word.found_in(index_terms("mayors", "fr")) == 1.0


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quand la gare a-t-elle été inaugurée ?", False),
        ("Qui avait été élu ?", False),
        ("Pourquoi n'a-t-il pas été élu ?", False),
        ("Que s'est-il passé cet été ?", True),
        ("Où va-t-on en été ?", True),
    ],
)
def test_been_tells_nothing_and_summer_does(question: str, told: bool) -> None:
    assert ("été" in [word.word for word in wanted(question, "fr", "fr")]) is told


def test_a_name_with_an_apostrophe_is_found_as_it_is_indexed() -> None:
    (word,) = [word for word in wanted("Que demande O'Leary ?", "fr", "fr") if word.word == "Leary"]
    assert word.found_in(index_terms("Le patron, M. O’Leary, demande", "fr")) == 1.0
    (word,) = [word for word in wanted("Que demande O'Leary ?", "fr", "en") if word.word == "Leary"]
    assert word.found_in(index_terms("O'Leary said", "en")) == 1.0


def test_a_verb_is_found_by_its_other_forms() -> None:
    (word,) = wanted("win", "en", "en")
    assert word.found_in(index_terms("She won.", "en")) == 0.8
    assert 0 < wanted("gagné", "fr", "en")[0].found_in(["win"]) < 1
    (name,) = wanted("Did Rose", "en", "en")
    assert name.is_name and not name.found_in(["rise"])


def test_a_word_that_both_languages_spell_alike_stands_for_itself_too() -> None:
    (ferry,) = wanted("the ferry", "en", "fr")
    assert ferry.found_in(index_terms("le ferry", "fr")) == pytest.approx(0.4)
    assert ferry.found_in(index_terms("un traversier", "fr")) > 0.6
    (chair,) = wanted("the chair", "en", "fr")
    assert chair.found_in(index_terms("la chair", "fr")) < 0.1
    (silo,) = wanted("le silo", "fr", "en")
    assert silo.found_in(index_terms("a silo", "en")) == pytest.approx(0.4)
