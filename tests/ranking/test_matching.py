"""Words of a question found in a sentence: by terms, by meaning, and where."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.ranking.matching import match_all, telling_words
from rag.ranking.terms import wanted


def test_what_is_said_in_other_words_is_meant() -> None:
    (matched,) = match_all(wanted("What informations were stolen?", "en", "fr"), ["Des données ont été volées."], "fr")
    words = [item.word for item in wanted("What informations were stolen?", "en", "fr")]
    meant = dict(zip(words, matched.meant(), strict=True))
    assert meant["informations"] > 0.2
    assert np.all(matched.meaning >= matched.terms)
    assert np.all((matched.meaning >= 0) & (matched.meaning <= 1))


def test_a_name_is_not_meant_by_another_name() -> None:
    words = wanted("Who met Macron in Paris?", "en", "fr")
    (matched,) = match_all(words, ["Hollande est à Lyon."], "fr")
    assert matched.meant() == pytest.approx(np.zeros(len(words)))


def test_places_are_those_of_the_words() -> None:
    text = "Le pont de l'Europe a coûté 12 millions."
    (matched,) = match_all(wanted("pont", "fr", "fr"), [text], "fr")
    assert [text[a:b] for a, b in matched.places] == ["pont", "Europe", "coûté", "12", "millions"]


@given(st.lists(st.text(max_size=40), max_size=4))
def test_every_text_has_its_matches(texts: list[str]) -> None:
    words = wanted("Combien le pont a-t-il coûté en 2019 ?", "fr", "fr")
    found = match_all(words, texts, "fr")
    assert [item.terms.shape for item in found] == [(len(words), len(telling_words(text, "fr"))) for text in texts]
