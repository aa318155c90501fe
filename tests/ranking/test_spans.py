"""Which words of a sentence answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from rag.question import analyse
from rag.ranking.asked import Asked
from rag.ranking.reader import ReadHits
from rag.ranking.scorer import SentenceScorer
from rag.ranking.spans import likeliest, options_of, span_in
from rag.ranking.terms import wanted
from rag.types import Sentence
from tests.found import evidence

TEXT = "Le pont de Millau, long de 2 460 mètres, a coûté 394 millions d'euros et a ouvert le 16 décembre 2004."
SAID = evidence(TEXT, score=0.5)


def _asked(text: str) -> Asked:
    question = analyse(text)
    return Asked(question, np.zeros(4, np.float32), {"fr": wanted(text, question.language, "fr")}, ())


def reading(asked: Asked) -> ReadHits:
    return partial(SentenceScorer(threads=1).readings, asked)


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
    asked = _asked(question)
    found = span_in(asked, [SAID], reading(asked))
    assert (TEXT[slice(*found[1])] if found else None) == words


def test_words_of_another_than_the_first_sentence_answer_where_that_has_none() -> None:
    first = replace(SAID, sentence=Sentence(0, 40, "Le pont de Millau a coûté cher au pays."), score=0.52)
    asked = _asked("Combien le pont de Millau a-t-il coûté ?")
    found = span_in(asked, [first, SAID], reading(asked))
    assert found is not None
    assert (found[0], TEXT[slice(*found[1])]) == (1, "394 millions d'euros")


def test_a_sentence_no_surer_than_one_that_says_something_else_is_less_sure() -> None:
    asked = _asked("Combien le pont de Millau a-t-il coûté ?")
    other = evidence("Le tunnel de Lyre a coûté 200 millions d'euros.", score=0.49)
    agrees = evidence("Il en a coûté 394 millions d'euros.", score=0.49)
    against = likeliest(asked, options_of(asked, [SAID, other], reading(asked)))
    beside = likeliest(asked, options_of(asked, [SAID, agrees], reading(asked)))
    assert against is not None
    assert beside is not None
    assert against.option.saying.text == beside.option.saying.text == "394 millions d'euros"
    assert against.known["ahead"] < 0.1 < beside.known["ahead"]
    assert against.probability < beside.probability


def test_what_is_known_of_words() -> None:
    asked = _asked("Depuis quand le pont est-il ouvert ?")
    text = "Le pont, ouvert depuis mars 2004, a été repeint en mai 2010."
    since, painted = options_of(asked, [evidence(text, score=0.5)], reading(asked))
    assert (since.saying.text, painted.saying.text) == ("mars 2004", "mai 2010")
    assert (since.known["bound"], painted.known["bound"]) == (1.0, -1.0)
    assert since.known["score"] == since.known["again"] == 0.0
    assert since.known["top"] == since.known["fits"] == 1.0
    assert since.known["tied"] > painted.known["tied"]
    found = likeliest(asked, [since, painted])
    assert found is not None
    assert (found.option, found.known["others"], found.known["is_time"]) == (since, 1.0, 1.0)


def test_nothing_to_say_is_no_answer() -> None:
    asked = _asked("Combien le pont a-t-il coûté ?")
    assert options_of(asked, [evidence("Le pont est beau.")], reading(asked)) == []
    assert likeliest(asked, []) is None
