"""The question's own words for what it takes for granted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.figures.flat import flatten
from rag.premises.events import events
from rag.premises.quoting import phrase_at, word_as_asked

PHRASES = [
    ("en", "Why did Valmont decide to close the Lanvaux paper mill?", "close the Lanvaux paper mill"),
    ("en", "When did Karel Novotny resign from Ophir-Alliance?", "resign from Ophir-Alliance"),
    ("en", "Why did Karel Novotny resign in May 2018?", "resign"),
    ("en", "Who was convicted of the theft of the silver?", "convicted of the theft"),
    ("en", "Why did the sale of the mill take so long?", "sale of the mill"),
    ("en", "Why did Lanvaux ban the plastic cups, which are cheap?", "ban the plastic cups"),
    ("en", "Where will Ophir sign the treaty on the fishing of eels?", "sign the treaty"),
    ("en", "Why did the strike end?", "strike"),
    ("fr", "Pourquoi Valmont a-t-elle fermé l'usine de Lanvaux ?", "fermé l'usine de Lanvaux"),
    ("fr", "Pourquoi Karel Novotny a-t-il démissionné en mai 2018 ?", "démissionné"),
    ("fr", "Quand le musée rouvrira-t-il ?", "rouvrira"),
    ("fr", "Qui a été condamné pour le vol de l'argenterie ?", "condamné pour le vol de l'argenterie"),
    ("fr", "Pourquoi la fermeture de l'usine a-t-elle tardé ?", "fermeture de l'usine"),
    ("fr", "Pourquoi Lanvaux veut-elle interdire les gobelets ?", "interdire les gobelets"),
    ("fr", "Pourquoi Lanvaux a-t-elle refusé de vendre ?", "refusé de vendre"),
]


@pytest.mark.parametrize(("language", "question", "phrase"), PHRASES)
def test_a_verb_is_quoted_with_its_object_and_a_noun_with_what_it_is_of(
    language: str, question: str, phrase: str
) -> None:
    event = events(question, language)[0]
    assert phrase_at(question, event.start, event.start + len(event.text), language) == phrase


def test_a_word_is_quoted_as_the_question_spells_it() -> None:
    assert word_as_asked("Pourquoi la mare s'est-elle formée ?", "formee") == "formée"
    assert word_as_asked("Pourquoi ?", "formee") == "formee"


@given(st.text(min_size=1, max_size=80), st.data(), st.sampled_from(["en", "fr"]))
def test_a_phrase_is_a_slice_of_the_question_no_shorter_than_the_word(
    text: str, data: st.DataObject, language: str
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    phrase = phrase_at(text, start, end, language)
    assert text.startswith(phrase, start) and len(phrase) >= end - start
    assert len(flatten(phrase)) == len(phrase)
