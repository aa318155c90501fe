"""Whose words are asked for, and on what."""

from __future__ import annotations

import pytest

from rag.language.statements import Statement, statement_of
from rag.question import analyse


@pytest.mark.parametrize(
    ("question", "speaker", "about"),
    [
        ("What did Ines Karsa say about pensions?", "Ines Karsa", "pensions"),
        ("what does the Ministry of Health recommend?", "Ministry of Health", ""),
        ("And what does Karsa think of the euro?", "Karsa", "euro"),
        ("What is Ines Karsa's position on the new bridge?", "Ines Karsa", "new bridge"),
        ("Qu'a dit Ines Karsa sur les retraites ?", "Ines Karsa", "retraites"),
        ("Que pense Ines Karsa de l'euro ?", "Ines Karsa", "euro"),
        ("Que pense Karsa d'Odul ?", "Karsa", "Odul"),
        ("Que pense François de Brenne d'Odul ?", "François de Brenne", "Odul"),
        ("Qu’a dit Dominique de Brenne à propos du pont ?", "Dominique de Brenne", "pont"),
        ("Qu'est-ce que Karsa a dit du climat ?", "Karsa", "climat"),
        ("Que dit l'ONU du Yémen ?", "ONU", "Yémen"),
        ("Quelle est la position d'Ines Karsa sur l'Europe ?", "Ines Karsa", "Europe"),
        ("Que demande Ines Karsa ?", "Ines Karsa", ""),
        ("Qu'a dit le pape Odul de la guerre ?", "Odul", "guerre"),
        ("What does the mayor Ines Karsa say about the bridge?", "Ines Karsa", "bridge"),
    ],
)
def test_speaker_and_matter(question: str, speaker: str, about: str) -> None:
    assert statement_of(question) == Statement(speaker, about)
    asked = analyse(question)
    assert asked.kind == "statement"
    assert asked.topic == f"{speaker} {about}".strip()


@pytest.mark.parametrize(
    "question",
    [
        "What did the mayor say about the fire?",
        "What did Ines Karsa say to her parents?",
        "How did Ines Karsa react to the fire?",
        "What did Ines Karsa say about the fire that destroyed the church of Lyre in 2024?",
        "When did Ines Karsa say that?",
        "Comment Ines Karsa a-t-elle réagi à l'incendie ?",
        "Qu'a fait Ines Karsa ?",
        "Que devient Ines Karsa ?",
    ],
)
def test_other_questions_ask_for_no_statement(question: str) -> None:
    assert statement_of(question) is None
    assert analyse(question).kind != "statement"
