"""Whose count a figure is."""

from __future__ import annotations

import pytest

from rag.figures import find_figures
from rag.figures.flat import flatten
from rag.reconcile.sides import side_of

BOTH = "La marche a réuni 28.000 personnes selon les syndicats, 11.500 selon la police."
PUT_AT = "Organisers put the crowd at 28,000; police counted 11,500."


@pytest.mark.parametrize(
    ("question", "text", "language", "sides"),
    [
        ("How many marched, according to police?", BOTH, "fr", [-1.0, 1.0]),
        ("Combien de marcheurs selon les organisateurs ?", BOTH, "fr", [1.0, -1.0]),
        ("Combien de marcheurs selon les organisateurs ?", PUT_AT, "en", [1.0, -1.0]),
        ("How many marched?", BOTH, "fr", [0.0, 0.0]),
        ("How many marched, according to police?", "La marche a réuni 28.000 personnes.", "fr", [0.0]),
        ("How many marched, according to Ines Karsa?", BOTH, "fr", [0.0, 0.0]),
    ],
)
def test_the_side_nearest_to_a_figure_gives_it(question: str, text: str, language: str, sides: list[float]) -> None:
    figures = find_figures(text, language)
    assert [side_of(question, flatten(text), figure, figures) for figure in figures] == sides
