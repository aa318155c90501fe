"""Errors are told in the page's language, without the options of a command line."""

from __future__ import annotations

import pytest

from rag import errors
from rag.ui.failures import told
from rag.ui.words import ENGLISH, FRENCH, Words


@pytest.mark.parametrize(
    ("error", "words", "line"),
    [
        (
            errors.CorpusError("corpus folder /a b does not exist or is not a folder: name one with --corpus"),
            FRENCH,
            "Le dossier des articles ne peut pas servir (corpus folder /a b does not exist or is not a folder)",
        ),
        (
            errors.ArticleError("no text: write some"),
            ENGLISH,
            "The folder of the articles cannot be used (no text: write some)",
        ),
        (
            errors.IndexDamaged("x.db is damaged (no: y): put back a copy, or run `citewire build --index C:/i`"),
            ENGLISH,
            "The index is damaged: put back a copy of it, or move its folder away, and rebuild it "
            "(x.db is damaged (no: y))",
        ),
        (
            errors.IndexMismatch("the index i is of an older Citewire: run `citewire build --index i`"),
            FRENCH,
            "L’index vient d’un autre encodeur ou d’une autre version\u00a0: reconstruisez-le "
            "(the index i is of an older Citewire)",
        ),
        (
            errors.SettingsError("hits=0 is out of range: choose 1 to 50 (CITEWIRE_HITS)"),
            ENGLISH,
            "A setting cannot be used (hits=0 is out of range: choose 1 to 50 (CITEWIRE_HITS))",
        ),
        (errors.UsageError("ask wants text"), FRENCH, "ask wants text"),
    ],
)
def test_an_error_is_told_for_who_reads_the_page(error: errors.CitewireError, words: Words, line: str) -> None:
    assert told(error, words) == line


def test_every_kind_that_is_told_is_one_of_ours() -> None:
    kinds = [kind for kind, _ in ENGLISH.errors]
    assert kinds == [kind for kind, _ in FRENCH.errors]
    assert all(issubclass(getattr(errors, kind), errors.CitewireError) for kind in kinds)
