"""Which words of a sentence answer."""

from __future__ import annotations

import pytest

from rag.question import analyse
from rag.ranking.spans import span_in
from rag.types import ArticleInfo, Hit, Passage, Sentence

TEXT = "Le pont de Millau, long de 2 460 mètres, a coûté 394 millions d'euros et a ouvert le 16 décembre 2004."
SENTENCE = Sentence(0, len(TEXT), TEXT)
HIT = Hit(Passage("a", 0, 0, len(TEXT), TEXT, (SENTENCE,), "Le pont de Millau"), ArticleInfo("a", language="fr"), 1.0)


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
    span = span_in(analyse(question), HIT, SENTENCE, threads=1)
    assert (TEXT[slice(*span)] if span else None) == words
