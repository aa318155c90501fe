"""An office belongs to the name it stands by, with what qualifies it."""

import pytest

from rag.citations.sources import Source
from rag.citations.titles import mistitled

# claim, its language, sentence cited, its language, fault and office
WRONG = [
    ("Mayor Ines Halvorsen fled.", "en", "Deputy mayor Ines Halvorsen fled.", "en", ("absent", "Mayor")),
    ("Le président Luc Ferrand part.", "fr", "Le vice-président Luc Ferrand part.", "fr", ("absent", "président")),
    ("Minister Luc Ferrand was fined.", "en", "L'ancien ministre Luc Ferrand a été condamné.", "fr",
     ("absent", "Minister")),
    ("Director Ines Halvorsen signed.", "en", "Acting director Ines Halvorsen signed.", "en", ("absent", "Director")),
    ("Governor Ines Halvorsen met the minister, Tom Akeley.", "en",
     "The minister, Ines Halvorsen, met governor Tom Akeley.", "en", ("swapped", "minister")),
    ("Chief executive Tom Akeley spoke.", "en",
     "Prosecutor Tom Akeley accused the firm's chief executive, Ines Halvorsen.", "en", ("swapped", "Chief executive")),
]  # fmt: skip
RIGHT = [
    ("Ines Halvorsen, then deputy mayor, fled.", "en", "Deputy mayor Ines Halvorsen fled.", "en"),
    ("L'ex-ministre Luc Ferrand a été condamné.", "fr", "Former minister Luc Ferrand was fined.", "en"),
    ("Environment minister Luc Ferrand resigned.", "en", "Le ministre de l'Environnement, Luc Ferrand, part.", "fr"),
    ("Le patron de Sorano, Tom Akeley, part.", "fr", "Sorano's CEO, Tom Akeley, is leaving.", "en"),
    ("The minister Tom Akeley left.", "en", "The ministers Ines Halvorsen and Tom Akeley left.", "en"),
]


@pytest.mark.parametrize(("text", "language", "cited", "theirs", "fault"), WRONG)
def test_an_office_of_another_or_without_its_deputy_is_told(text, language, cited, theirs, fault):
    reason = mistitled(text, language, [Source(cited, theirs)])
    assert reason is not None
    assert (reason.fault, reason.about) == fault


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), RIGHT)
def test_the_same_office_in_other_words_is_borne_out(text, language, cited, theirs):
    assert mistitled(text, language, [Source(cited, theirs)]) is None
