"""Which language it is."""

import pytest

from rag.language import detect, detect_question

QUESTIONS = [
    ("combien", "fr"),
    ("how much", "en"),
    ("Quand ?", "fr"),
    ("When?", "en"),
    ("Pourquoi", "fr"),
    ("et la BCE ?", "fr"),
    ("and the ECB?", "en"),
    ("Qui est Keith Kellogg ?", "fr"),
    ("Who is Keith Kellogg?", "en"),
    ("how much drawdown authority remains?", "en"),
    ("Combien reste-t-il d'autorité de retrait ?", "fr"),
    ("nombre de morts séisme Maroc", "fr"),
    ("death toll Morocco earthquake", "en"),
    ("What about Macron's reform in Île-de-France?", "en"),
    ("Que dit le New York Times ?", "fr"),
    ("Wie viele Menschen starben in Berlin?", "de"),
    ("¿Cuántos muertos hubo en Marruecos?", "es"),
]


@pytest.mark.parametrize(("question", "language"), QUESTIONS)
def test_questions(question, language):
    assert detect_question(question) == language


@pytest.mark.parametrize("question", ["", "2024", "???", "🚀"])
@pytest.mark.parametrize("default", ["fr", "en"])
def test_a_question_that_does_not_tell_takes_the_default(question, default):
    assert detect_question(question, default) == default


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a présenté jeudi son projet de loi devant les députés, qui l'examineront en mars.", "fr"),
        ("The minister presented the bill to parliament on Thursday, and members will debate it in March.", "en"),
        ("Der Minister hat dem Parlament am Donnerstag seinen Gesetzentwurf vorgelegt.", "de"),
        ("El ministro presentó el jueves su proyecto de ley ante los diputados.", "es"),
        ("Министр представил законопроект в четверг.", "ru"),
    ],
)
def test_texts(text, language):
    found, confidence = detect(text)
    assert found == language
    assert 0.5 < confidence <= 1.0


@pytest.mark.parametrize("text", ["", "   \n", "1 234,5 %", "…"])
def test_no_letters_no_language(text):
    assert detect(text) == ("und", 0.0)
