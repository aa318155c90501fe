"""Words that the evidence says only to deny them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rag.premises.denials import denied_word, is_negated, is_negative
from tests.found import evidence


def same(words: Sequence[str], others: Sequence[str]) -> list[float]:
    return [float(word in others) for word in words]


@pytest.mark.parametrize(
    ("words", "language", "text", "expected"),
    [
        ("levant", "fr", "Aucun bateau de la Compagnie du Levant n'a quitté le port.", None),
        ("mare formee", "fr", "La mare s'est sans doute formée en hiver.", None),
        ("marathon", "en", "She had never run a marathon before.", None),
        ("visits", "en", "Cost, and not fear, was what those who missed visits gave.", None),
        ("fear", "en", "Cost, and not fear, was what those who missed visits gave.", "fear"),
        ("usine insalubre", "fr", "L'usine n'était pas insalubre.", "insalubre"),
        ("mill unsafe", "en", "The mill was never found unsafe.", "unsafe"),
    ],
)
def test_a_word_said_under_a_denial_alone(words: str, language: str, text: str, expected: str | None) -> None:
    said = [evidence(text, language=language)]
    silent = evidence("Rien.", language="fr")
    found = denied_word(words.split(), said, silent, same)
    assert (found[0] if found else None) == expected
    assert found is None or found[1] is said[0]


def test_what_the_best_sentence_says_is_granted() -> None:
    denial = evidence("L'usine n'est pas fermée.")
    assert denied_word(["fermee"], [denial], evidence("L'usine est fermée."), same) is None
    assert denied_word(["fermee"], [denial], denial, same) is not None


def test_a_reason_is_of_what_is_so() -> None:
    denial = evidence("L'usine n'est pas fermée.")
    reason = evidence("L'usine n'a pas été fermée en mai en raison du bruit.")
    assert denied_word(["fermee"], [denial, reason], reason, same) is None


def test_to_refuse_is_negative_but_negates_nothing() -> None:
    for text in ("Why did he refuse to pay?", "Pourquoi a-t-il rejeté l'offre ?", "Pourquoi a-t-il décliné le prix ?"):
        assert is_negative(text) and not is_negated(text)
    for text in (
        "Why was nobody hurt?",
        "Pourquoi personne n'est-il venu ?",
        "Why wasn't it sold?",
        "Pourquoi nul, ici, n'ose partir ?",
    ):
        assert is_negated(text)
    assert not is_negative("Pourquoi un contrat exclusif ?")
