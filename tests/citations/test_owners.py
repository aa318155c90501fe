"""A figure is told of what its source tells it."""

from datetime import date

import pytest

from rag.citations.sources import Source
from rag.citations.support import why_unsupported

DAY = date(2024, 5, 15)
# claim, its language, sentence cited, its language
EXCHANGED = [
    ("Rents went from 640 euros to 590 euros.", "en", "Rents went from 590 euros to 640 euros.", "en"),
    ("Les loyers sont passés de 7,5 % à 6,2 %.", "fr", "Rents rose from 6.2% to 7.5%.", "en"),
    ("Output went to 3.4% from 2.9%.", "en", "Output slowed to 2.9% from 3.4%.", "en"),
    ("Exports grew by 8% in 2021.", "en", "Exports grew by 3% in 2021 and by 8% in 2022.", "en"),
    ("The mill was built in 1998.", "en", "The mill was built in 1931 and restored in 1998.", "en"),
    (
        "The mill was built in 1998 and restored in 1931.",
        "en",
        "The mill was built in 1931 and restored in 1998.",
        "en",
    ),
]
OWN = [
    ("Rents rose from 6.2% to 7.5%.", "en", "Les loyers sont passés de 6,2 % à 7,5 %.", "fr"),
    ("Output slowed from 3.4% to 2.9%.", "en", "Output slowed to 2.9% from 3.4%.", "en"),
    ("Exports grew by 8% in 2022, after 3% in 2021.", "en", "Exports grew by 3% in 2021 and by 8% in 2022.", "en"),
    ("The mill, built in 1931, was restored in 1998.", "en", "Built in 1931, the mill was restored in 1998.", "en"),
    ("Le moulin a été restauré en 1998.", "fr", "The mill was built in 1931 and restored in 1998.", "en"),
]


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), EXCHANGED)
def test_a_figure_of_something_else_is_not_borne_out(text, language, cited, theirs):
    reason = why_unsupported(text, language, [Source(cited, theirs, DAY)])
    assert reason is not None
    assert reason.fault == "swapped"


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), OWN)
def test_the_same_figures_in_another_order_are_borne_out(text, language, cited, theirs):
    assert why_unsupported(text, language, [Source(cited, theirs, DAY)]) is None
