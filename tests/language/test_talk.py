"""What asks nothing of the articles, and what only begins like it. Tables of our own."""

from __future__ import annotations

import pytest

from rag.language.talk import is_talk, without_courtesy
from rag.question import analyse


@pytest.mark.parametrize("text", ["hello", "Thank you very much!", "Bonjour", "Merci beaucoup", "ok"])
def test_a_greeting_asks_nothing(text: str) -> None:
    assert is_talk(text)
    assert analyse(text).text == ""


@pytest.mark.parametrize(
    "text",
    [
        "Who are you?",
        "What is your name?",
        "what can you do",
        "Translate this to French",
        "Tell me a joke",
        "Write me a poem about the sea",
        "Qui es-tu ?",
        "Quel est votre nom ?",
        "Comment fonctionnez-vous ?",
        "Traduis en anglais",
        "2+2?",
        "what is 12 * 4",
    ],
)
def test_what_is_asked_of_us_is_not_asked_of_the_articles(text: str) -> None:
    assert is_talk(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Hello Kitty", "bonjour tristesse", "AU", "?", "", "2019", "13/11/2015", "2019-2020", "1 + one"),
        *(
            "Who are you waiting for, asked the judge?",
            "Who wrote a poem about the sea?",
            "How does the vaccine work?",
            "How does it work?",
            "Comment ça marche ?",
        ),
    ],
)
def test_what_only_begins_like_one_is_asked(text: str) -> None:
    assert not is_talk(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "Good evening, I am writing a piece on ferries and would be grateful for help. Could you please be so"
            " kind as to tell me: how much does the crossing cost?",
            "how much does the crossing cost?",
        ),
        ("I am preparing a talk, could you let me know when the bridge reopens?", "when the bridge reopens?"),
        (
            "Bonjour, je prépare un article sur les bacs. Auriez-vous l'amabilité de m'indiquer, s'il vous plaît,"
            " combien coûte la traversée ?",
            "combien coûte la traversée ?",
        ),
        ("Je vous serais reconnaissante de bien vouloir me préciser quand le pont rouvre ?", "quand le pont rouvre ?"),
        ("My question is: who won?", "who won?"),
        ("Could the minister tell us how many died?", "Could the minister tell us how many died?"),
        ("I live in Lund. It burned. How many died?", "I live in Lund. It burned. How many died?"),
        ("Nos pompiers travaillent. Combien sont-ils ?", "Nos pompiers travaillent. Combien sont-ils ?"),
        ("Bonjour, qui a gagné la coupe ?", "qui a gagné la coupe ?"),
        ("Bonjour, peux-tu me dire quand la ligne a ouvert ?", "quand la ligne a ouvert ?"),
        ("Dis-moi combien de personnes sont mortes", "combien de personnes sont mortes"),
        ("Hello, could you please tell me who won?", "who won?"),
        ("I'd like to know why the bridge is closed", "why the bridge is closed"),
        ("Dites-moi s'il a démissionné", "il a démissionné"),
        ("tell me about Lisbon", "tell me about Lisbon"),
        ("Parle-moi de Lisbonne", "Parle-moi de Lisbonne"),
        ("Bonjour !", "Bonjour !"),
        ("Si la ligne ouvre, qui paie ?", "Si la ligne ouvre, qui paie ?"),
    ],
)
def test_politeness_ahead_of_a_question_is_no_part_of_it(text: str, rest: str) -> None:
    assert without_courtesy(text) == rest


def test_no_opening_is_taken_for_a_name() -> None:
    for text in ("Bonjour, qui a gagné à Lyre ?", "Dis-moi qui a gagné à Lyre", "Peux-tu me dire qui a gagné à Lyre ?"):
        assert analyse(text).names == ("Lyre",)
