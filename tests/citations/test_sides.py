"""Sides of "after", "before" and "because" that a claim exchanges."""

from __future__ import annotations

import pytest

from rag.citations.sides import sides_exchanged
from rag.citations.sources import Source

SEEN = "The comet was photographed by an amateur in Orsk eleven days before a telescope in Marelle confirmed it."
LAID_OFF = "Le chantier a licencié 400 soudeurs parce que la commande norvégienne a été annulée."
CASES = [
    # source, its language, claim, its language, whether the sides are exchanged
    (SEEN, "en", "A telescope in Marelle confirmed it before an amateur in Orsk photographed the comet.", "en", True),
    (SEEN, "en", "A telescope in Marelle confirmed it after an amateur in Orsk photographed the comet.", "en", False),
    (SEEN, "en", "An amateur in Orsk photographed the comet before a telescope confirmed it.", "en", False),
    (SEEN, "en", "An amateur in Orsk photographed the comet after a telescope in Marelle confirmed it.", "en", True),
    (
        LAID_OFF,
        "fr",
        "La commande norvégienne a été annulée parce que le chantier a licencié 400 soudeurs.",
        "fr",
        True,
    ),
    (LAID_OFF, "fr", "The yard laid off 400 welders because the Norwegian order was cancelled.", "en", False),
    (LAID_OFF, "fr", "Le chantier a licencié 400 soudeurs.", "fr", False),
]


@pytest.mark.parametrize(("source", "theirs", "claim", "language", "is_turned"), CASES)
def test_two_sides(source: str, theirs: str, claim: str, language: str, is_turned: bool) -> None:
    reason = sides_exchanged(claim, language, [Source(source, theirs)])
    assert (reason is not None and reason.fault == "swapped") == is_turned
