"""A speaker told by what they are is one of the source's, or of its sort."""

import pytest

from rag.citations.sources import Source
from rag.citations.speakers import other_speaker

# claim, its language, sentence cited, its language
OTHER = [
    ("According to the government, the ferry leaks.", "en", "According to the union, the ferry leaks.", "en"),
    ("The ferry leaks, according to the prefecture.", "en", "Le ferry fuit, d'après le syndicat des marins.", "fr"),
    ("Rebels said the ferry sank.", "en", "Police said the ferry sank.", "en"),
    ("Witnesses said the ferry sank.", "en", "La police a indiqué que le ferry avait coulé.", "fr"),
    ("Selon le ministère de la Santé, neuf marins sont morts.", "fr",
     "Selon le ministère de l'Intérieur, neuf marins sont morts.", "fr"),
    ("The ferry is safe, the president said.", "en", "The ferry is safe, engineers said.", "en"),
]  # fmt: skip
SAME = [
    ("According to officials, the ferry leaks.", "en", "Le ferry fuit, selon la préfecture.", "fr"),
    ("According to the operator, the ferry leaks.", "en", "The ferry leaks, the company said.", "en"),
    ("Police said the ferry sank.", "en", "Le ferry a coulé, selon une source proche de l'enquête.", "fr"),
    ("The union said the ferry leaks.", "en", "Le ferry fuit, a dit Ines Halvorsen, du syndicat des marins.", "fr"),
    ("According to the European Union, the ferry leaks.", "en", "According to the commission, the ferry leaks.", "en"),
    ("He said the ferry leaks.", "en", "According to the union, the ferry leaks.", "en"),
]


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), OTHER)
def test_a_speaker_of_another_sort_is_told(text, language, cited, theirs):
    reason = other_speaker(text, language, [Source(cited, theirs)])
    assert reason is not None
    assert reason.fault == "absent"
    assert reason.about in text


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), SAME)
def test_a_speaker_who_may_be_the_same_passes(text, language, cited, theirs):
    assert other_speaker(text, language, [Source(cited, theirs)]) is None
