"""A claim that gives one name the part of another."""

import pytest

from rag.citations.roles import misplaced
from rag.citations.support import Source

ROBBED = "Sidney Alder, 91 ans, s'est fait voler 300 euros par un homme."
CASES = [
    (ROBBED, "Sidney Alder, 91, stole 300 euros.", "en", "Sidney Alder"),
    (ROBBED, "Sidney Alder, 91, had 300 euros stolen.", "en", ""),
    ("Paul Ferrand a accusé Jeanne Morel.", "Jeanne Morel accused Paul Ferrand.", "en", "Jeanne Morel"),
    ("Paul Ferrand a accusé Jeanne Morel.", "Jeanne Morel was accused by Paul Ferrand.", "en", ""),
    ("Paul Ferrand a accusé Jeanne Morel.", "Paul Ferrand accused Jeanne Morel.", "en", ""),
    ("Jeanne Morel a été arrêtée lundi.", "Jeanne Morel arrested a man on Monday.", "en", "Jeanne Morel"),
    (
        '"Jeanne Morel a menti", a déclaré Paul Ferrand.',
        "Jeanne Morel a déclaré que c'était faux.",
        "fr",
        "Jeanne Morel",
    ),
    ('"Jeanne Morel a menti", a déclaré Paul Ferrand.', "Paul Ferrand said Jeanne Morel had lied.", "en", ""),
]


@pytest.mark.parametrize(("source", "claim", "language", "about"), CASES)
def test_names_keep_their_parts(source, claim, language, about):
    reason = misplaced(claim, language, [Source(source, "fr")])
    assert (reason.about if reason else "") == about
    assert reason is None or reason.fault == "swapped"
