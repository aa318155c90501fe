"""Names of a claim in the words of its source's language, piece by piece, and strangers that are told apart."""

import pytest

from rag.citations.naming import missing_name
from rag.citations.reasons import Reason
from rag.citations.sources import Source

NAMED = [
    (
        "US Health Secretary Paula Dorn visited Taiwan.",
        "en",
        "Le ministre américain de la Santé Paula Dorn est à Taïwan.",
    ),
    ("China's mission to the UN denounced it.", "en", "La mission chinoise à l'ONU l'a dénoncé."),
    ("Sweden sent him to Belgium.", "en", "L'armée suédoise l'a envoyé en Belgique."),
    ("La France insoumise a protesté.", "fr", "Le groupe LFI a protesté."),
    ("LFI a protesté.", "fr", "La France insoumise a protesté."),
    ("The Amazon is burning.", "en", "L'Amazonie brûle."),
    ("She came from Bosnia and Herzegovina.", "en", "Elle venait de Bosnie-Herzégovine."),
    ("The Dorns gave a book.", "en", "Le couple Dorn a offert un livre."),
    ("Green MEP Paula Dorn agreed.", "en", "L'eurodéputée verte Paula Dorn était d'accord."),
    ("L'agence de l'ONU l'a dit.", "fr", "Cette agence onusienne l'a dit."),
    ("Le SpaceKite de Dorn Galactic a du retard.", "fr", "Dorn Galactic a retardé son SpaceKite."),
    ("The President of the United States, Dorn, came.", "en", "Le président des États-Unis Dorn est venu."),
    ("Les Nations unies, Paula Dorn en tête, ont protesté.", "fr", "L'ONU Paula Dorn en tête a protesté."),
]
STRANGERS = [
    (
        "US Health Secretary Paula Stern visited Taiwan.",
        "en",
        "Le ministre américain de la Santé Paula Dorn est à Taïwan.",
    ),
    ("Japan's mission to the UN denounced it.", "en", "La mission chinoise à l'ONU l'a dénoncé."),
    ("British films lead.", "en", "Les films américains sont en tête."),
    ("He spoke at the UN.", "en", "Il a parlé d'une participation à l'OTAN."),
    ("PCF a protesté.", "fr", "La France insoumise a protesté."),
    ("Tom and Marienfeld are getting married.", "en", "Tom et Mary se marient."),
    ("Le SpaceKite de Stern Galactic a du retard.", "fr", "Dorn Galactic a retardé son SpaceKite."),
]


@pytest.mark.parametrize(("text", "language", "cited"), NAMED)
def test_named(text, language, cited):
    assert missing_name(text, language, [Source(cited, "fr")]) is None


@pytest.mark.parametrize(("text", "language", "cited"), STRANGERS)
def test_strangers(text, language, cited):
    assert missing_name(text, language, [Source(cited, "fr")])


def test_a_first_name_may_come_from_the_passage_where_one_person_bears_the_surname():
    sentence = "Le président Dorn s'est retiré."
    one = Source(sentence, "fr", context=f"Paula Dorn a parlé. {sentence}")
    two = Source(sentence, "fr", context=f"Paula Dorn a parlé. Karl Dorn aussi. {sentence}")
    assert missing_name("Paula Dorn withdrew.", "en", [one]) is None
    assert missing_name("Paula Dorn withdrew.", "en", [two]) == Reason("absent", "Paula Dorn")
    assert missing_name("Karl Dorn withdrew.", "en", [one]) == Reason("absent", "Karl Dorn")
    alone = [Source(sentence, "fr")]
    assert missing_name("Paula Dorn withdrew.", "en", alone) == Reason("absent", "Paula Dorn")
