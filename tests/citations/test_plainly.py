"""Whether the words of a short answer stand plainly in a text, or in doubt or denied."""

from datetime import date

import pytest

from rag.citations.plainly import held_plainly
from rag.citations.sources import Source
from rag.question import analyse

DAY = date(2024, 3, 14)
COULD = "The ferry could sail again on 20 June, its captain said."
POURRAIT = "Le ferry pourrait reprendre la mer le 20 juin, a indiqué son capitaine."
PLANNED = "The line is expected to cost 40 million euros."
SIGNED = "The deal was not signed on 12 May but on 3 June."
DENIED = "The harbour board denied that it had ignored two warnings."
NIE = "La direction a nié avoir reçu deux avertissements."
MISSED = "She has not been seen since 12 May."


@pytest.mark.parametrize(
    ("text", "told", "question", "plain"),
    [
        ("20 June", COULD, "When will the ferry sail again?", False),
        ("20 June", COULD, "When could the ferry sail again?", True),
        ("possibly 20 June", COULD, "When will the ferry sail again?", True),
        ("20 June", POURRAIT, "When will the ferry sail again?", False),
        ("20 juin", POURRAIT, "Quand le ferry reprendra-t-il la mer ?", False),
        ("20 juin", POURRAIT, "Quand le ferry pourrait-il reprendre la mer ?", True),
        ("40 million euros", PLANNED, "How much will the line cost?", True),
        ("40 million euros", PLANNED, "How much did the line cost?", False),
        ("on 12 May", SIGNED, "When was the deal signed?", False),
        ("3 June", SIGNED, "When was the deal signed?", True),
        ("it had ignored two warnings", DENIED, "Did the board ignore warnings?", False),
        ("two", DENIED, "How many warnings did the board ignore?", False),
        ("deux avertissements", NIE, "Combien d'avertissements la direction a-t-elle reçus ?", False),
        ("The harbour board", DENIED, "Who denied it?", True),
        ("since 12 May", MISSED, "When was she last seen?", True),
        ("12 May", MISSED, "When was she last seen?", True),
        ("3 May", "The deal was signed on 3 May.", "When was the deal signed?", True),
        ("40", "No more than 40 boats sailed.", "How many boats sailed?", True),
        ("somewhere else", COULD, "Where will the ferry sail?", True),
    ],
)
def test_doubt_and_denial_are_kept(text, told, question, plain):
    language = "fr" if told in (POURRAIT, NIE) else "en"
    assert held_plainly(text, Source(told, language, DAY), analyse(question)) is plain
