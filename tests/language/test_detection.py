"""Which language it is."""

import pytest

from rag.language import detect, detect_question, detection

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


PLAIN = [
    ("Le ministre a présenté jeudi son projet de loi pour les écoles dans une ville du Nord, avec des députés venus "
     "nombreux. Selon cette source, leur avis sera rendu après le vote, mais les syndicats sont inquiets.", "fr"),
    ("The minister presented the bill to parliament on Thursday, and members said that they would debate it in March. "
     "Their votes were counted with care, which this time took an hour from the start.", "en"),
    ("Combien de pays ont signé le traité ?", "fr"),
    ("how much of it is left in the fund?", "en"),
]  # fmt: skip

NEIGHBOURS = [
    ("Il presidente ha annunciato martedì che la riforma sarà approvata prima della fine dell'anno, ma per "
     "l'opposizione non è una misura in grado di risolvere i problemi della gente.", "it"),
    ("El president ha anunciat aquest dimarts que la reforma de les pensions s'aprovarà abans que acabi any, "
     "segons ha informat als mitjans, i que no es descarta una nova reunió amb els sindicats.", "ca"),
    ("De minister heeft aangekondigd dat de hervorming van de pensioenen voor het einde van het jaar zal worden "
     "goedgekeurd, maar of dat in het parlement lukt is de vraag.", "nl"),
]  # fmt: skip


def test_plain_words_decide_without_unpacking_the_n_grams():
    detection._identifier.cache_clear()
    texts, languages = zip(*PLAIN, strict=True)
    assert tuple(detect(text)[0] for text in texts) == languages
    assert detection._identifier.cache_info().currsize == 0
    assert tuple(detection._identifier().rank(text)[0][0] for text in texts) == languages


@pytest.mark.parametrize(("text", "language"), NEIGHBOURS)
def test_languages_near_by_are_not_taken_for_french_or_english(text, language):
    assert detect(text)[0] == language


def test_a_text_half_in_either_language_is_left_to_the_n_grams():
    assert detection._plainly(f"{PLAIN[0][0]} {PLAIN[1][0]}") is None


@pytest.mark.parametrize("text", ["Qui a battu Marta Rossi ?", "Et Marelle ?", "Qui est Paolo Rossi ?", "Où ?"])
def test_names_do_not_make_a_question_foreign(text: str) -> None:
    assert detect_question(text) == "fr"
