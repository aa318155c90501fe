"""Which words tell of an event, and which only look like it."""

from __future__ import annotations

import pytest

from rag.figures.flat import flatten
from rag.premises.event_words import patterns

TELLS = [
    ("en", "marry", "They were married in May."),
    ("en", "keep", "The court confirmed the ruling."),
    ("en", "impose", "A judge ordered a pause."),
    ("en", "abolish", "They dropped the charges."),
    ("en", "close", "The mill closed; the closure was sudden."),
    ("en", "postpone", "The vote was deferred."),
    ("en", "charge", "Two men were charged."),
    ("fr", "marry", "Ils se sont mariés en mai."),
    ("fr", "marry", "Le mariage a eu lieu."),
    ("fr", "end", "C'est la fin de la grève, terminée lundi."),
    ("fr", "die", "Deux morts, et elle meurt aussi."),
    ("fr", "close", "L'usine a fermé."),
    ("fr", "close", "Le musée ferme en mai."),
    ("fr", "close", "Les bars sont fermés."),
    ("fr", "keep", "Le conseil maintient la taxe."),
    ("fr", "keep", "La cour confirme la taxe."),
    ("fr", "keep", "Il a été confirmé dans ses fonctions."),
    ("fr", "keep", "Il maintiendrait la taxe."),
    ("fr", "refuse", "Il excluait de partir."),
    ("fr", "abolish", "La suppression de la taxe."),
    ("fr", "sell", "Il a vendu la ferme."),
    ("fr", "lift", "L'interdiction est levée."),
    ("fr", "arrest", "Deux arrestations ont eu lieu."),
    ("fr", "charge", "Elle a été mise en examen."),
    ("fr", "fall", "Les ventes tombent, elles ont chuté."),
]
TELLS_NOT = [
    ("en", "impose", "In order to pay, it is impossible to keep law and order."),
    ("en", "keep", "The mayor confirmed the closure of the mill."),
    ("en", "keep", "The police confirmed that he was at home."),
    ("en", "keep", "Keep up the pressure."),
    ("en", "abolish", "Sales dropped to their lowest level."),
    ("en", "fall", "She was dropped from the team."),
    ("en", "close", "The closest shop, close to the closet, is closer."),
    ("en", "allow", "The authorities gave an allowance to an authoritarian author."),
    ("en", "refuse", "The opposition sits opposite."),
    ("en", "buy", "She was acquitted."),
    ("en", "sign", "It is a sign of spring."),
    ("en", "admit", "Admittedly, it rained."),
    ("en", "arrest", "The detainees wrote."),
    ("fr", "marry", "Les marins et la marine, la mer et le droit maritime, des marionnettes."),
    ("fr", "end", "Financer, finalement, la finale, les finances, la finesse, sans cesse."),
    ("fr", "die", "Un mortier, la mortalité, un meurtrier."),
    ("fr", "close", "Un fermier tient fermement la ferme, un an de prison ferme, des fermes."),
    ("fr", "keep", "Maintenant, la maintenance, le gardien, la garde à vue, les conservateurs."),
    ("fr", "keep", "Le ministre a confirmé la suppression de la taxe."),
    ("fr", "keep", "La police a confirmé mercredi que tout va bien, a confirmé le ministre."),
    ("fr", "sell", "Vendredi, en Vendée, les vendanges et une vendetta."),
    ("fr", "release", "La liberté, un libéral, le Liberia, selon Libération."),
    ("fr", "lift", "Les lèvres, un levier, le level."),
    ("fr", "abolish", "Un suspense aux Invalides ; un dossier en suspens."),
    ("fr", "postpone", "Des différences, un reportage, le reporter."),
    ("fr", "impose", "Impossible, une imposture, une ordonnance."),
    ("fr", "win", "Une batterie et un batteur, sacrément."),
    ("fr", "open", "Un ouvrier, un ouvrage, ouvertement."),
    ("fr", "join", "L'intégralité, l'intégrité et les intégristes."),
    ("fr", "withdraw", "La retraite des retraités."),
    ("fr", "refuse", "L'opposition, un exclusif, les opposants, un écart."),
    ("fr", "deny", "Sa nièce, dans la Nièvre."),
    ("fr", "fall", "Il réplique à Tombouctou sur un tombeau, dans la tombe."),
    ("fr", "request", "La cour d'appel de Paris, en appel pour meurtre."),
    ("fr", "divorce", "Un séparatiste, séparément."),
    ("fr", "admit", "Avec reconnaissance, un candidat admissible."),
    ("fr", "buy", "Elle a été acquittée."),
    ("fr", "acquit", "La relaxation et le blanchiment."),
    ("fr", "rise", "Un progressiste, place Haussmann."),
    ("fr", "reinstate", "Un restaurant et son restaurateur."),
    ("fr", "launch", "Lancelot et le lanceur."),
    ("fr", "dismiss", "À Limoges, en mai."),
]


@pytest.mark.parametrize(("language", "concept", "text"), TELLS)
def test_words_that_tell_of_an_event(language: str, concept: str, text: str) -> None:
    assert patterns()[language][concept].search(flatten(text))


@pytest.mark.parametrize(("language", "concept", "text"), TELLS_NOT)
def test_words_that_only_look_like_it(language: str, concept: str, text: str) -> None:
    found = patterns()[language][concept].search(flatten(text))
    assert found is None, found


def test_every_event_has_words_in_both_languages() -> None:
    assert patterns()["en"].keys() == patterns()["fr"].keys()
    assert len(patterns()["en"]) == 38
