"""How far the denials of a sentence reach."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.figures.flat import flatten
from rag.premises.reach import denied_spans, denies, is_denied


def governed(text: str, language: str, words: str) -> list[str]:
    """Which of these words of a text a denial governs."""
    flat = flatten(text)
    spans = denied_spans(flat, language)
    places = {word: re.search(rf"\b{flatten(word)}\b", flat) for word in words.split()}
    return [word for word, place in places.items() if place and is_denied(spans, place.start())]


GOVERNED = [
    ("en", "The mill was not closed, the owner said.", "mill closed owner", ["closed"]),
    ("en", "She had never run a marathon before.", "run marathon", ["run"]),
    ("en", "He was never a member of the club.", "member", ["member"]),
    ("en", "Cost, and not fear, was the main reason given.", "cost fear reason", ["fear"]),
    ("en", "Cost and not fear was the main reason given.", "fear reason", ["fear"]),
    ("en", "No boat of the yard left the port.", "boat yard port", ["boat"]),
    ("en", "No boat of the yard has been sold.", "boat yard sold", ["boat", "sold"]),
    ("en", "Police found no sign of poison.", "police poison", ["poison"]),
    ("en", "The board has no plans to close the mill.", "board close", ["close"]),
    ("en", "Nobody has ever been charged.", "charged", ["charged"]),
    ("en", "None of the sailors on board was hurt.", "sailors board hurt", ["hurt"]),
    ("en", "The board rejected the sale, which the staff wanted.", "sale staff", ["sale"]),
    ("en", "He denied that the mill was closed.", "mill closed", ["mill", "closed"]),
    ("en", "It went on without power, and closed on Monday.", "power closed", ["power"]),
    ("en", "It is not, the owner says, closed for good.", "owner closed", ["closed"]),
    ("en", "The mill hardly closed.", "closed", ["closed"]),
    ("fr", "L'immeuble n'était pas insalubre pour la préfecture.", "immeuble insalubre", ["insalubre"]),
    ("fr", "L'immeuble n'est pas, selon elle, insalubre.", "elle insalubre", ["insalubre"]),
    ("fr", "Le canal est resté sans eau, car la vanne était fermée.", "eau vanne", ["eau"]),
    ("fr", "Il est parti sans vendre le bateau, la voile déchirée.", "vendre bateau voile", ["vendre", "bateau"]),
    ("fr", "Aucun bateau de la Compagnie du Levant n'a quitté le port.", "bateau Levant quitté", ["bateau", "quitté"]),
    ("fr", "Elle n'avait jamais couru de marathon.", "couru marathon", ["couru"]),
    ("fr", "Il n'avait jamais tenté de fuir.", "tenté fuir", ["tenté", "fuir"]),
    ("fr", "Personne à bord n'a été blessé.", "bord blessé", ["blessé"]),
    ("fr", "Une personne à bord a été blessée.", "blessée", []),
    ("fr", "Rien n'a été vendu, malgré les offres.", "vendu offres", ["vendu"]),
    ("fr", "Le coût, et non la peur, est la raison donnée.", "coût peur raison", ["peur"]),
    ("fr", "Il refuse de fermer l'usine, qui perd de l'argent.", "fermer perd", ["fermer"]),
    ("fr", "Il dément que l'usine soit fermée.", "fermée", ["fermée"]),
    ("fr", "Un contrat exclusif pour l'usine et ses opposants.", "usine opposants", []),
]


@pytest.mark.parametrize(("language", "text", "words", "expected"), GOVERNED)
def test_a_denial_governs_its_own_clause(language: str, text: str, words: str, expected: list[str]) -> None:
    assert governed(text, language, words) == expected


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("fr", "La mare s'est sans doute formée en hiver.", "formée"),
        ("fr", "Nul doute que la mare s'est formée en hiver.", "formée"),
        ("fr", "L'usine a fermé, et pas seulement en hiver.", "hiver"),
        ("fr", "L'usine a brûlé avant qu'il ne ferme.", "brûlé"),
        ("en", "The pond no doubt formed in winter.", "formed"),
        ("en", "The mill not only closed but burnt.", "closed"),
        ("en", "No fewer than nine mills closed.", "closed"),
    ],
)
def test_what_denies_in_form_only_governs_nothing(language: str, text: str, word: str) -> None:
    assert governed(text, language, word) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Nobody came.", True), ("en", "She came.", False), ("en", "She refused.", False),
        ("en", "No doubt she came.", False), ("fr", "Personne n'est venu.", True),
        ("fr", "Une personne est venue.", False),
        ("fr", "Elle est venue sans doute.", False), ("fr", "Elle n'est pas venue.", True),
    ],
)  # fmt: skip
def test_what_denies_anything_at_all(language: str, text: str, expected: bool) -> None:
    assert denies(flatten(text), language) is expected


@given(st.text(max_size=120), st.sampled_from(["en", "fr", "de"]))
def test_stretches_lie_in_the_text(text: str, language: str) -> None:
    flat = flatten(text)
    assert all(0 <= start < end <= len(flat) for start, end in denied_spans(flat, language))
