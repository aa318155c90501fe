"""A claim may say it of fewer than its source, never of more."""

import pytest

from rag.citations.quantifiers import widened
from rag.citations.sources import Source

# claim, its language, sentence cited, its language, the words at fault
WIDER = [
    ("All of the guests were divers.", "en", "Some of the guests were divers.", "en", "All"),
    ("The guests were divers.", "en", "Some of the guests were divers.", "en", "The guests"),
    ("All pupils were vaccinated.", "en", "La plupart des élèves ont été vaccinés.", "fr", "All"),
    ("Tous les élèves ont été vaccinés.", "fr", "Certains élèves ont été vaccinés.", "fr", "Tous les"),
    ("Les élèves ont été vaccinés.", "fr", "Certains élèves ont été vaccinés.", "fr", "Les élèves"),
    ("Most farmers signed.", "en", "Few farmers signed.", "en", "Most"),
    ("Every farmer signed.", "en", "Several farmers signed.", "en", "Every"),
    ("Rashes were rare in all children.", "en", "Rashes were rare in most children.", "en", "all"),
    ("The five dams leak.", "en", "Three of the five dams leak.", "en", "five"),
    ("Les cinq barrages fuient.", "fr", "Trois des cinq barrages fuient.", "fr", "cinq"),
    ("All of the state's 40 dams leak.", "en", "Seven of the state's 40 dams leak.", "en", "40"),
    ("Divers seek 48 missing children.", "en", "Les plongeurs cherchent 48 disparus, dont 9 enfants.", "fr",
     "48 missing children"),
    ("The flu killed 700 nurses.", "en", "The flu killed 700 people, half of them nurses.", "en", "700 nurses"),
]  # fmt: skip
NO_WIDER = [
    ("Some guests were divers.", "en", "Many of the guests were divers.", "en"),
    ("Schools stayed closed.", "en", "Many schools stayed closed.", "en"),
    ("Most pupils were vaccinated.", "en", "La plupart des élèves ont été vaccinés.", "fr"),
    ("All farmers signed.", "en", "Tous les agriculteurs ont signé.", "fr"),
    ("In all, several farmers signed.", "en", "Several farmers signed.", "en"),
    ("Of the five dams, three leak.", "en", "Three of the five dams leak.", "en"),
    (
        "Les plongeurs cherchent 48 disparus, dont 9 enfants.",
        "fr",
        "Divers seek 48 missing, including 9 children.",
        "en",
    ),
    ("La police a saisi 12 colis, dont trois vides.", "fr", "Police seized 12 parcels, three of them empty.", "en"),
]


@pytest.mark.parametrize(("text", "language", "cited", "theirs", "about"), WIDER)
def test_what_is_said_of_some_is_not_said_of_all(text, language, cited, theirs, about):
    reason = widened(text, language, [Source(cited, theirs)])
    assert reason is not None
    assert (reason.fault, reason.about) == ("absent", about)


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), NO_WIDER)
def test_as_much_or_less_is_borne_out(text, language, cited, theirs):
    assert widened(text, language, [Source(cited, theirs)]) is None


def test_one_source_that_says_it_of_all_is_enough():
    both = [Source("Some of the guests were divers.", "en"), Source("All of the guests were divers.", "en")]
    assert widened("All of the guests were divers.", "en", both) is None
