"""Which words of a sentence answer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rag.question import analyse
from rag.ranking.asked import Asked
from rag.ranking.spans import likeliest, span_in
from rag.ranking.terms import wanted
from rag.types import Sentence
from tests.found import evidence

TEXT = "Le pont de Millau, long de 2 460 mètres, a coûté 394 millions d'euros et a ouvert le 16 décembre 2004."
SAID = evidence(TEXT, score=0.5)


def _asked(text: str) -> Asked:
    question = analyse(text)
    return Asked(question, np.zeros(4, np.float32), {"fr": wanted(text, question.language, "fr")}, ())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Combien le pont a-t-il coûté ?", "394 millions d'euros"),
        ("How much did the bridge cost?", "394 millions d'euros"),
        ("When did the bridge open?", "16 décembre 2004"),
        ("Why was the bridge closed?", None),
        ("Did the bridge open on 16 December 2004?", None),
    ],
)
def test_span(question: str, words: str | None) -> None:
    span = span_in(_asked(question), [SAID], threads=1)
    assert (TEXT[slice(*span)] if span else None) == words


def test_a_sentence_no_surer_than_one_that_says_something_else_gives_no_short_answer() -> None:
    asked = _asked("Combien le pont a-t-il coûté ?")
    other = replace(SAID, sentence=Sentence(0, 40, "Le viaduc a coûté 200 millions d'euros."), score=0.49)
    agrees = replace(SAID, sentence=Sentence(0, 40, "Il en a coûté 394 millions d'euros."), score=0.49)
    assert span_in(asked, [SAID, other], threads=1) is None
    assert span_in(asked, [SAID, agrees], threads=1) is not None


def test_what_is_known_of_the_likeliest_words() -> None:
    found = likeliest(_asked("Combien le pont a-t-il coûté ?"), [SAID], threads=1)
    assert found is not None
    assert TEXT[found.candidate.start : found.candidate.end] == "394 millions d'euros"
    assert found.candidate.fit == 1.0
    assert found.known["margin"] > 2.0
    assert found.known["is_name"] == 0.0
    assert 0.45 < found.probability < 1.0
