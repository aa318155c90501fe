"""Two actors that change places around the same words, and what only looks so."""

from __future__ import annotations

import pytest

from rag.citations.actors import changed_places
from rag.citations.sources import Source

NORVALIA = "Norvalia overtook Ostrania as the largest buyer of tin."
RIDLEY = "Tom Ridley sold his inn in Orsk to Maria Holm."
BANK = "Le gouvernement a emprunté 3 millions d'euros à la banque Odin."
LEFT = "Karel Novotny a trahi Mirela Santos. Elle l'a quitté."
CASES = [
    # source, its language, claim, its language, whether two have changed places
    (NORVALIA, "en", "Ostrania overtook Norvalia as the largest buyer of tin.", "en", True),
    (NORVALIA, "en", "Norvalia overtook Ostrania as the largest buyer.", "en", False),
    (BANK, "fr", "La banque Odin a emprunté 3 millions d'euros au gouvernement.", "fr", True),
    (RIDLEY, "en", "Maria Holm a vendu son auberge à Orsk à Tom Ridley.", "fr", True),
    (RIDLEY, "en", "Tom Ridley a vendu son auberge d'Orsk à Maria Holm.", "fr", False),
    ("Karel Novotny a trahi Mirela Santos.", "fr", "Mirela Santos was betrayed by Karel Novotny.", "en", False),
    ("Le chef de la Norvex, Karel Novotny, a ri.", "fr", "Norvex's chief, Karel Novotny, laughed.", "en", False),
    (LEFT, "fr", "Mirela Santos a quitté Karel Novotny.", "fr", False),
]


@pytest.mark.parametrize(("source", "theirs", "claim", "language", "is_turned"), CASES)
def test_two_actors(source: str, theirs: str, claim: str, language: str, is_turned: bool) -> None:
    reason = changed_places(claim, language, [Source(source, theirs)])
    assert (reason is not None and reason.fault == "swapped") == is_turned


def test_of_several_sources_any_may_say_it_so() -> None:
    one, other = "Norvalia overtook Ostrania last year.", "Ostrania overtook Norvalia this year."
    assert changed_places(other, "en", [Source(one, "en")]) is not None
    assert changed_places(other, "en", [Source(one, "en"), Source(other, "en")]) is None
