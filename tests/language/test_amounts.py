"""Which French questions by "combien de" ask for an amount, and which for a count."""

import pytest

from rag.language import fold
from rag.language.amounts import asks_amount

CASES = [
    ("Combien d'argent la ville a-t-elle reçu ?", True),
    ("Combien d'essence reste-t-il ?", True),
    ("Combien d’aide le port a-t-il obtenu ?", True),
    ("Combien de l'aide a été versé ?", True),
    ("Combien de bois a brûlé ?", True),
    ("Combien de soldats sont partis ?", False),
    ("Combien d'eaux usées ont été rejetées ?", False),
    ("Combien de temps a duré la panne ?", False),
    ("Combien de monde est venu ?", False),
    ("Combien d'entre eux sont restés ?", False),
    ("Combien de km reste-t-il ?", False),
    ("Combien coûte le billet ?", False),
    ("How much aid was sent?", False),
]


@pytest.mark.parametrize(("text", "amount"), CASES)
def test_asks_amount(text, amount):
    assert asks_amount(fold(text)) is amount
