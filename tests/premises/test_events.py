"""What a sentence says of an event."""

from __future__ import annotations

import pytest

from rag.premises.events import Event, events, stance

STANCES = [
    ("en", "convict", "Nobody has ever been charged.", "against"),
    ("en", "convict", "No one was convicted of it.", "against"),
    ("en", "convict", "None of the three men has been convicted.", "against"),
    ("en", "convict", "A man was charged and nobody was hurt.", "silent"),
    ("en", "convict", "He was convicted in May.", "affirmed"),
    ("en", "die", "Nobody died, the mayor said.", "against"),
    ("en", "die", "A man died, and nothing was done.", "affirmed"),
    ("en", "sell", "Nothing has been sold.", "against"),
    ("en", "open", "The museum hardly opened last year.", "against"),
    ("en", "postpone", "The launch was put back by a year.", "affirmed"),
    ("en", "withdraw", "Three of them dropped out of the trial.", "affirmed"),
    ("en", "fall", "Three of them drop out.", "silent"),
    ("fr", "withdraw", "Sept participants ont abandonné.", "affirmed"),
    ("en", "sign", "Unions opposed it, and the mayor signed.", "affirmed"),
    ("fr", "convict", "Personne n'a été condamné.", "against"),
    ("fr", "convict", "Nul n'a été mis en examen.", "against"),
    ("fr", "convict", "Aucun des trois hommes n'a été condamné.", "against"),
    ("fr", "convict", "Une personne a été condamnée.", "affirmed"),
    ("fr", "sell", "Rien n'a été vendu.", "against"),
    ("en", "rise", "The bank raised its rate.", "affirmed"),
    ("en", "rise", "The bank lowered its rate.", "against"),
    ("en", "rise", "The club raised money.", "silent"),
    ("en", "fall", "The council cut bus fares.", "affirmed"),
    ("en", "fall", "The line was cut off.", "silent"),
    ("fr", "rise", "La banque a relevé son taux.", "affirmed"),
    ("fr", "rise", "La banque a abaissé son taux.", "against"),
    ("fr", "fall", "La ville a réduit les tarifs.", "affirmed"),
    ("fr", "sell", "L'usine a été vendue sans doute trop tôt.", "affirmed"),
    ("fr", "open", "Le musée, qui n'a pas de toit, a ouvert.", "affirmed"),
    ("fr", "open", "Le musée n'a pas, selon la mairie, ouvert en mai.", "against"),
    ("fr", "abolish", "La mairie confirme la suppression de la taxe.", "affirmed"),
]


@pytest.mark.parametrize(("language", "concept", "text", "expected"), STANCES)
def test_what_a_sentence_says_of_an_event(language: str, concept: str, text: str, expected: str) -> None:
    assert stance(text, language, concept) == expected


def test_events_of_a_question_stand_where_their_words_do() -> None:
    assert events("Pourquoi la mairie a-t-elle fermé le musée ?", "fr") == [Event(28, "fermé", ("close",))]
    assert events("Who was convicted of the theft?", "en") == [Event(8, "convicted", ("convict",))]
