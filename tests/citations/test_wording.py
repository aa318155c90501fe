"""Units and counted nouns without a number, and figures that a source says in words."""

import pytest

from rag.citations.sources import Source
from rag.citations.support import unsupported_value, written_in

BORNE = [
    ("They met daily for a year.", "en", "Ils se sont vus chaque jour pendant un an."),
    ("A wall was brought to light.", "en", "Un mur a été mis au jour."),
    ("Both doctors resigned.", "en", "Les deux médecins ont démissionné."),
    ("Les deux médecins ont démissionné.", "fr", "Both doctors resigned."),
    ("He first worked in Lyon.", "en", "Il a d'abord travaillé à Lyon."),
    ("He is number two on the list.", "en", "Il est numéro 2 sur la liste."),
    ("Je suis libre le dimanche.", "fr", "I am free on Sundays."),
    (
        "She was charged on Friday evening, 13 September.",
        "en",
        "Elle a été inculpée dans la soirée du vendredi 13 septembre.",
    ),
    ("The victims died in the fire.", "en", "Les corps ont été trouvés après l'incendie."),
    ("The security forces left.", "en", "Les gendarmes sont partis."),
]
STRANGE = [
    ("They met for months.", "en", "Ils se sont vus pendant des années."),
    ("The hospitals are closed.", "en", "Les écoles sont fermées."),
    ("The cities are the most expensive countries.", "en", "Les villes sont les villes les plus chères."),
    ("He is number three on the list.", "en", "Il est numéro 2 sur la liste."),
    ("He was the second to arrive.", "en", "Il est arrivé troisième, avec un nouveau vélo."),
    ("Three doctors resigned.", "en", "Les deux médecins ont démissionné."),
]


def reason(text, language, cited):
    return unsupported_value(text, language, [Source(cited, "en" if language == "fr" else "fr")])


@pytest.mark.parametrize(("text", "language", "cited"), BORNE)
def test_borne(text, language, cited):
    assert reason(text, language, cited) is None


@pytest.mark.parametrize(("text", "language", "cited"), STRANGE)
def test_strange(text, language, cited):
    assert reason(text, language, cited)


def test_a_copy_may_change_no_noun_though_a_paraphrase_may():
    cited = Source("Dans le reste du pays et dans les métropoles, la rentrée des élèves a lieu lundi matin.", "fr")
    changed = "Dans le reste des villes et dans les métropoles, la rentrée des élèves a lieu lundi matin."
    assert unsupported_value(changed, "fr", [cited])
    assert unsupported_value("Dans les grandes villes, on reprend lundi.", "fr", [cited]) is None


def test_names_do_not_tell_the_language_of_a_claim():
    source = Source("The plan is backed by Paula Dorn, Karl Stern and Nicolas Hart.", "en")
    assert written_in("Paula Dorn, Karl Stern et Nicolas Hart soutiennent le projet.", "fr", [source]) == "fr"


@pytest.mark.parametrize(("said", "borne"), [("mois", True), ("jours", False), ("heures", False)])
def test_a_copy_may_change_no_measure_though_another_word_for_one_is_near(said: str, borne: bool) -> None:
    cited = (
        "Le pont reste fermé aux camions pour le deuxième mois consécutif, a indiqué la région dans un bulletin publié"
        " au lendemain de la visite des experts."
    )
    claim = cited.replace("mois", said)
    found = unsupported_value(claim, "fr", [Source(cited, "fr")])
    assert (found is None) == borne
