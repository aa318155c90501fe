"""Follow-up questions: a table of conversations, and laws for any question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.follow_up import context_of, is_whole, language_of, standalone, takes_up
from rag.types import Answer, Turn

MINES_FR = "Combien de pays ont signé le traité sur les mines en 2022 ?"
MINES_EN = "How many countries signed the mine treaty?"
VISIT = "When did Okafor visit Portugal?"
WEALTH = "Quel est le PIB de la France ?"
ATTACK = "Combien de morts dans l'attentat de Nice ?"
PACKAGE = "Did Okafor approve the package?"
ENVOY = "Who was named special envoy for the Arctic?"
MINISTER = "Qu'a dit le ministre de l'Intérieur ?"
TRIAL = "Combien de volontaires participent à l'essai du vaccin de Lund ?"
LEFT = "how much money remains?"


def turn(question: str, direct: str | None = None) -> Turn:
    language = "fr" if "é" in question or "Qu" in question or "Combien" in question else "en"
    return Turn(question, question, Answer(question, language, direct=direct))


TIMES = [
    (MINES_FR, "Et en 2023 ?", "Combien de pays ont signé le traité sur les mines en 2023 ?"),
    (MINES_FR, "et en mars 2023 ?", "Combien de pays ont signé le traité sur les mines en mars 2023 ?"),
    (MINES_FR, "2023 ?", "Combien de pays ont signé le traité sur les mines en 2023 ?"),
    (MINES_FR, "et depuis 2020 ?", "Combien de pays ont signé le traité sur les mines depuis 2020 ?"),
    (MINES_EN, "and in 2023?", "How many countries signed the mine treaty in 2023?"),
    (MINES_EN, "what about 2023?", "How many countries signed the mine treaty in 2023?"),
    (MINES_FR, "et l'an dernier ?", "Combien de pays ont signé le traité sur les mines l'an dernier ?"),
    (MINES_EN, "and last year?", "How many countries signed the mine treaty last year?"),
    ("Who won in 2020?", "and in 2021?", "Who won in 2021?"),
    ("Who won last year?", "and in 2021?", "Who won in 2021?"),
    (WEALTH, "et en 2019 ?", "Quel est le PIB de la France en 2019 ?"),
]
MOROCCO = "How many died in the 2004 Morocco earthquake?"
ELECTED = "Qui a gagné les élections de 2024 ?"
TENTH = "Combien de morts au Maroc le 10 septembre 2023 ?"
IN_PLACE = [  # where something leads to the time there was, what is new of the time takes its place
    (MOROCCO, "and in 2023?", "How many died in the 2023 Morocco earthquake?"),
    (MOROCCO, "and last year?", "How many died in the Morocco earthquake last year?"),
    (MOROCCO, "and since 2010?", "How many died in the Morocco earthquake since 2010?"),
    (ELECTED, "et en 2019 ?", "Qui a gagné les élections de 2019 ?"),
    (ELECTED, "et en avril 2019 ?", "Qui a gagné les élections d'avril 2019 ?"),
    (ELECTED, "et depuis 2010 ?", "Qui a gagné les élections depuis 2010 ?"),
    ("Qui a gagné l'élection d'août 2020 ?", "et en mars 2021 ?", "Qui a gagné l'élection de mars 2021 ?"),
    ("Qui a revendiqué l'attentat du 11 mars 2004 ?", "et en 2015 ?", "Qui a revendiqué l'attentat de 2015 ?"),
    ("Qui a revendiqué l'attentat du 11 mars 2004 ?", "et le 13 mai 2015 ?",
     "Qui a revendiqué l'attentat du 13 mai 2015 ?"),
    ("What is the budget for 2024?", "and in 2023?", "What is the budget for 2023?"),
    ("Who won Euro 2024?", "and in 2020?", "Who won Euro 2020?"),
    ("What happened in Paris last May?", "and in June?", "What happened in Paris last June?"),
    ("What happened in Paris last May?", "and in June 2020?", "What happened in Paris in June 2020?"),
    ("What happened in early May?", "and in June?", "What happened in June?"),
    ("What happened in the last week?", "and in 2021?", "What happened in 2021?"),
    ("Qu'a-t-on voté le lundi 5 mai ?", "et en juin ?", "Qu'a-t-on voté en juin ?"),
    ("What happened between 2020 and 2023?", "and in 2019?", "What happened in 2019?"),
    (TENTH, "et le 11 ?", "Combien de morts au Maroc le 11 septembre 2023 ?"),
    (TENTH, "et le 1er ?", "Combien de morts au Maroc le 1er septembre 2023 ?"),
    ("Who won on September 10, 2023?", "and the 11th?", "Who won on September 11th, 2023?"),
    ("Combien de morts au Maroc ?", "et le 11 ?", "Le 11 (combien de morts au Maroc) ?"),
]  # fmt: skip
NO_MONTHS = [  # names, verbs and planets
    ("Who met Theresa May?", "and in June?", "Who met Theresa May in June?"),
    ("Who met Theresa May in 2019?", "and in 2020?", "Who met Theresa May in 2020?"),
    ("What may happen in May?", "and in June?", "What may happen in June?"),
    ("What may happen?", "and in June?", "What may happen in June?"),
    ("Did May resign?", "and in June?", "Did May resign in June?"),
    ("How many joined the march in Paris?", "and in June?", "How many joined the march in Paris in June?"),
    ("How many joined the May march?", "and in June?", "How many joined the June march?"),
    ("What was found on Mars?", "and in June?", "What was found on Mars in June?"),
    ("What was found on the Moon?", "and on Mars?", "What was found on Mars?"),
    ("What did Theresa May say?", "et en juin ?", "En juin (what did Theresa May say) ?"),
]
PLACES = [
    (WEALTH, "Et le Canada ?", "Quel est le PIB du Canada ?"),
    (WEALTH, "et les États-Unis ?", "Quel est le PIB des États-Unis ?"),
    (WEALTH, "et l'Allemagne ?", "Quel est le PIB de l'Allemagne ?"),
    (WEALTH, "Et au Japon ?", "Quel est le PIB du Japon ?"),
    ("What is the GDP of France?", "and Japan?", "What is the GDP of Japan?"),
    ("What is the GDP of France?", "what about Japan?", "What is the GDP of Japan?"),
    ("What is the GDP of France?", "in Japan?", "What is the GDP of Japan?"),
    ("How many died in Italy?", "and in Spain?", "How many died in Spain?"),
    (ENVOY, "and for Antarctica?", "Who was named special envoy for Antarctica?"),
    (PACKAGE, "and the Senate?", "Did the Senate approve the package?"),
    (MINES_EN, "in Africa?", "How many countries signed the mine treaty in Africa?"),
]
ON = "Qu'a dit Okafor sur les masques ?"
PARTS = [
    (ON, "Et sur les tests ?", "Qu'a dit Okafor sur les tests ?"),
    (ON, "Et de l'hôpital ?", "Qu'a dit Okafor de l'hôpital ?"),
    (ON, "Et Silva ?", "Qu'a dit Silva sur les masques ?"),
    ("What did Okafor say about the masks?", "And about hospitals?", "What did Okafor say about hospitals?"),
    ("What does Okafor think of Silva?", "And Moreau?", "What does Moreau think of Silva?"),
    ("What did Okafor say?", "And about masks?", "What did Okafor say about masks?"),
    (
        "What did Okafor say on masks (the summit)?",
        "and on the tests?",
        "What did Okafor say on the tests (the summit)?",
    ),
    (ATTACK, "Et les blessés ?", "Combien de blessés (morts dans l'attentat de Nice) ?"),
    (MINES_EN, "And women?", "How many women (countries signed the mine treaty)?"),
    (VISIT, "And Silva?", "Silva (when did Okafor visit Portugal)?"),
    (LEFT, "What about ammunition?", "Ammunition (how much money remains)?"),
    (MINISTER, "Et le Premier ministre ?", "Le Premier ministre (qu'a dit le ministre de l'Intérieur) ?"),
]
WORDS = [
    (VISIT, "Why?", "Why did Okafor visit Portugal?"),
    (VISIT, "And where exactly?", "Where exactly did Okafor visit Portugal?"),
    (PACKAGE, "When?", "When did Okafor approve the package?"),
    (ON, "Quand ?", "Quand (dit Okafor sur les masques) ?"),
    (MINES_EN, "When?", "When (countries signed the mine treaty)?"),
    (LEFT, "since when?", "Since when (money remains)?"),
    (MINES_FR, "Et pourquoi ?", "Pourquoi (pays ont signé le traité sur les mines en 2022) ?"),
    (MINES_EN, "tell me more", "Tell me more (countries signed the mine treaty)?"),
    (MINES_EN, "What else?", "What else (countries signed the mine treaty)?"),
    (VISIT, "is that true?", "Is that true (Okafor visit Portugal)?"),
    (ATTACK, "Et ensuite ?", "Ensuite (morts dans l'attentat de Nice) ?"),
    (ATTACK, "peux-tu m'en dire plus ?", "Peux-tu m'en dire plus (morts dans l'attentat de Nice) ?"),
    ("Pourquoi le maire a-t-il démissionné ?", "Quand ?", "Quand le maire a-t-il démissionné ?"),
    ("Le maire a-t-il démissionné ?", "Pourquoi ?", "Pourquoi le maire a-t-il démissionné ?"),
]
BROAD = [
    ("What happened in Lund?", "How many people died?", "How many people died (Lund)?"),
    ("Quoi de neuf sur le traité ?", "Combien de pays l'ont signé ?", "Combien de pays l'ont signé (traité) ?"),
]
REFERENCES = [
    (MINES_EN, "and who signed it?", "Who signed it (the mine treaty)?"),
    (MINES_FR, "and who signed it?", "Who signed it (le traité sur les mines en 2022)?"),
    (MINES_FR, "Qui l'a signé ?", "Qui l'a signé (le traité sur les mines en 2022) ?"),
    (MINES_FR, "Qui les a comptés ?", "Qui les a comptés (le traité sur les mines en 2022) ?"),
    (MINES_FR, "Que dit ce traité ?", "Que dit ce traité (le traité sur les mines en 2022) ?"),
    (MINES_EN, "who opposed this?", "Who opposed this (the mine treaty)?"),
    (MINES_EN, "who signed?", "Who signed (the mine treaty)?"),
    (VISIT, "Did he meet Silva?", "Did Okafor meet Silva?"),
    (VISIT, "What did his wife say?", "What did Okafor's wife say?"),
    (VISIT, "Quand est-elle née ?", "Quand est-elle née (Okafor) ?"),
    (MINISTER, "Quand l'a-t-il dit ?", "Quand l'a-t-il dit (le ministre de l'Intérieur) ?"),
    (MINISTER, "pourquoi a-t-il démissionné ?", "Pourquoi a-t-il démissionné (le ministre de l'Intérieur) ?"),
    (MINISTER, "Qui le remplace ?", "Qui le remplace (le ministre de l'Intérieur) ?"),
    (WEALTH, "Quelle est sa population ?", "Quelle est sa population (le PIB de la France) ?"),
    (ATTACK, "Est-ce qu'ils ont été arrêtés ?", "Est-ce qu'ils ont été arrêtés (morts dans l'attentat de Nice) ?"),
    (ATTACK, "Où ça s'est passé ?", "Où ça s'est passé (morts dans l'attentat de Nice) ?"),
    (ATTACK, "Combien de blessés ?", "Combien de blessés (morts dans l'attentat de Nice) ?"),
    (TRIAL, "Qui le dirige ?", "Qui le dirige (volontaires participent à l'essai du vaccin de Lund) ?"),
    ("When did Okafor's mother die?", "Where did he live?", "Where did Okafor live?"),
    ("Où Okafor s'est-il rendu en juin ?", "À quelle méthode d'enquête a-t-il renoncé ?",
     "À quelle méthode d'enquête a-t-il renoncé (Okafor) ?"),
    ("Dans quelle ville Okafor ouvrait-elle son école ?", "Combien d'élèves sont attendus ?",
     "Combien d'élèves sont attendus (ville Okafor ouvrait-elle son école) ?"),
]  # fmt: skip
UNNAMED = [  # they name nobody and say little: the talk is still of the same
    (MINES_EN, "which countries refused?", "Which countries refused (the mine treaty)?"),
    (MINES_EN, "Where was the ceremony held?", "Where was the ceremony held (the mine treaty)?"),
    (MINES_FR, "Combien ont refusé ?", "Combien ont refusé (le traité sur les mines en 2022) ?"),
    (MINES_FR, "Combien de pays ont-ils refusé ?",
     "Combien de pays ont-ils refusé (le traité sur les mines en 2022) ?"),
    (MINES_FR, "Quand la cérémonie a-t-elle eu lieu ?",
     "Quand la cérémonie a-t-elle eu lieu (le traité sur les mines en 2022) ?"),
]  # fmt: skip
ALONE = [
    (MINES_FR, "Quelle est la capitale du Pérou ?"),
    (MINES_FR, "Combien reste-t-il de mines en Angola ?"),
    (MINES_FR, "Y a-t-il une grève des trains ?"),
    (MINES_FR, "Faut-il un visa pour le Pérou ?"),
    (MINES_FR, "Quand le président du club a-t-il parlé de son fils aîné ?"),
    (MINES_FR, "Est-ce que le Sénat a voté la loi ?"),
    (MINES_FR, "quand la sonde zora 3 a-t-elle décollé ?"),
    (MINES_FR, "Quand zora 3 a-t-elle décollé ?"),
    (MINES_FR, "merci"),
    (MINES_EN, "How long does it take to travel to Mars?"),
    (MINES_EN, "Who is the prime minister of Japan?"),
    (MINES_EN, "What did Silva say about his son?"),
    (MINES_EN, "Is it true that the bridge reopened?"),
    (MINES_EN, "Why is it important to vote?"),
    (MINES_EN, "What is inflation?"),
    (MINES_FR, "Qu'est-ce qu'une autorité de retrait ?"),
    (MINES_FR, "Ou commence la grande forêt du nord ?"),
    (MINES_EN, "Is there a strike in Lisbon?"),
    (MINES_EN, "What happened in Lisbon this week?"),
    (MINES_EN, "thanks"),
    (MINES_EN, "What's new?"),
    (MINES_EN, "latest news"),
    (MINES_EN, "Who are you?"),
    (MINES_FR, "Quoi de neuf ?"),
    (MINES_FR, "Traduis cela en anglais"),
    (MINES_EN, "Who is Ada Brandt?"),
    (MINES_FR, "Qui a gagné à Lens ce samedi ?"),
    (MINES_FR, "Qui l'a emporté en Géorgie ?"),
    (MINES_EN, "Who won in Lisbon this Saturday?"),
    (MINES_EN, "How long does it take to cross the strait?"),
    (MINES_EN, "How many people died in the Lisbon fire of 1988?"),
]


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    TIMES + IN_PLACE + NO_MONTHS + PLACES + PARTS + WORDS + BROAD + REFERENCES + UNNAMED,
)
def test_a_follow_up_is_completed(before: str, question: str, expected: str) -> None:
    assert standalone(question, [turn(before)]) == expected


@pytest.mark.parametrize(("before", "question"), ALONE)
def test_a_question_that_stands_alone_is_left_alone(before: str, question: str) -> None:
    assert standalone(question, [turn(before)]) == question


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When was he named?", "When was Ada Brandt named?"),
        ("What did her boss say?", "What did Ada Brandt's boss say?"),
        ("When?", "When (Ada Brandt named special envoy for the Arctic)?"),
        ("Quand a-t-elle été nommée ?", "Quand a-t-elle été nommée (Ada Brandt) ?"),
    ],
)
def test_he_and_she_are_whoever_the_answer_named(question: str, expected: str) -> None:
    assert standalone(question, [turn(ENVOY, direct="Ada Brandt")]) == expected


RAYNER = "Who is Angela Rayner?"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who saw her yesterday?", "Who saw Angela Rayner yesterday?"),
        ("Who saw her last week?", "Who saw Angela Rayner last week?"),
        ("Who saw her this week in Paris?", "Who saw Angela Rayner this week in Paris?"),
        ("Who met her in Paris?", "Who met Angela Rayner in Paris?"),
        ("Who criticised her publicly?", "Who criticised Angela Rayner publicly?"),
        ("Who gave her the letter?", "Who gave Angela Rayner the letter?"),
        ("Who met her?", "Who met Angela Rayner?"),
        ("Who gave her money?", "Who gave Angela Rayner's money?"),  # or to her: it cannot be told
        ("Who is her ally?", "Who is Angela Rayner's ally?"),
        ("What was in her last speech?", "What was in Angela Rayner's last speech?"),
        ("Who are her in-laws?", "Who are Angela Rayner's in-laws?"),
        ("What was her early life like?", "What was Angela Rayner's early life like?"),
    ],
)
def test_her_is_a_possessive_only_before_what_may_be_hers(question: str, expected: str) -> None:
    assert standalone(question, [turn(RAYNER)]) == expected


def test_an_answer_that_is_no_name_names_nobody() -> None:
    assert standalone("How old is he?", [turn("Who won?", direct="4–5 billion")]) == "How old is he (won)?"


def test_only_the_last_turn_gives_the_topic_and_any_turn_the_person() -> None:
    history = [turn(ENVOY, direct="Ada Brandt"), turn("how many ships crossed the strait?")]
    assert standalone("who counted them?", history) == "Who counted them (the strait)?"
    assert standalone("where does she live?", history) == "Where does Ada Brandt live?"


def test_a_completed_question_is_completed_from_again() -> None:
    first = standalone("and who signed it?", [turn(MINES_EN)])
    second = Turn("and who signed it?", first, Answer(first, "en"))
    assert standalone("and who refused it?", [turn(MINES_EN), second]) == "Who refused it (the mine treaty)?"
    assert standalone("when?", [second]) == "When (signed it, the mine treaty)?"


def conversation(*questions: str) -> list[str]:
    """What each question of a conversation is completed to."""
    history: list[Turn] = []
    for question in questions:
        full = standalone(question, history)
        history.append(Turn(question, full, Answer(question, turn(question).answer.language)))
    return [turn.standalone for turn in history[1:]]


def test_a_long_talk_stays_with_its_subject_and_does_not_grow() -> None:
    assert conversation(
        "How many people died in the Lisbon fire?", "how many were injured?", "when did it start?",
        "and in April?", "What did the mayor say?", "and the firemen?", "What about the new coastal railway?",
    ) == [
        "How many were injured (people died in the Lisbon fire)?",
        "When did it start (people died in the Lisbon fire)?",
        "When did it start (people died in the Lisbon fire) in April?",
        "What did the mayor say (people died in the Lisbon fire)?",
        "The firemen (people died in the Lisbon fire)?",
        "The new coastal railway?",
    ]  # fmt: skip


def test_a_turn_that_asks_nothing_is_passed_over() -> None:
    history = [turn(MINES_EN), turn("thanks")]
    assert standalone("and in 2023?", history) == standalone("and in 2023?", history[:1])


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How much did it cost?", "How much did it cost (the mine treaty)?"),
        ("How long did it take?", "How long did it take (the mine treaty)?"),
    ],
)
def test_what_it_cost_is_asked_of_what_was_spoken_of(question: str, expected: str) -> None:
    assert standalone(question, [turn(MINES_EN)]) == expected


def test_the_opening_alone_is_dropped() -> None:
    assert standalone("And who leads the Arctic Council?", [turn(MINES_EN)]) == "Who leads the Arctic Council?"


def test_without_a_conversation_nothing_is_added() -> None:
    assert standalone("  and   who signed it? ", []) == "and who signed it?"


def test_context_does_not_drown_the_question() -> None:
    long = "What did the committee on " + "very important and " * 30 + "other matters decide?"
    assert len(standalone("and who disagreed with it?", [turn(long)])) < 200


@given(st.text(max_size=60), st.text(max_size=80), st.sampled_from(["", "Ada Brandt", "12"]))
def test_any_question_after_any_other_gives_a_question(question: str, before: str, direct: str) -> None:
    completed = standalone(question, [turn(before, direct)])
    assert completed == " ".join(completed.split())
    assert bool(completed) == bool(question.split())
    assert standalone(question, []) == " ".join(question.split())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which ministers resigned?", True),
        ("Who signed it?", False),
        ("and in 2023?", False),
    ],
)
def test_a_question_may_be_whole_though_context_was_added(question: str, expected: bool) -> None:
    completed = standalone(question, [turn(MINES_EN)])
    assert is_whole(question, completed) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did the mayor say?", True),
        ("Qu'a décidé le tribunal ?", True),
        ("Qui dirige l'enquête ?", True),
        ("What is the interest rate?", False),
        ("Quel est le taux directeur ?", False),
        ("Who heads the order of pharmacists?", False),
        ("Which rocket lifted off?", False),
    ],
)
def test_a_noun_with_its_article_alone_may_be_one_spoken_of(question: str, expected: bool) -> None:
    assert takes_up(question) is expected


def test_the_context_is_what_stands_in_brackets() -> None:
    assert context_of(standalone("who signed?", [turn(MINES_EN)])) == "the mine treaty"
    assert context_of("Who signed the treaty?") == ""


def test_the_language_is_that_of_the_words_just_typed() -> None:
    assert language_of("and the wounded?", [turn(MINES_FR)]) == "en"
    assert language_of("Et où ?", [turn(MINES_EN)]) == "fr"
    assert language_of("Okafor?", [turn(MINES_FR)]) == "fr"
    assert language_of("Okafor?", []) is None


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        (MINES_FR, "and injured?", "How many injured"),
        (MINES_EN, "Et les blessés ?", "Combien de blessés"),
        (MINES_EN, "Et où ?", "Où ("),
        (MINES_FR, "and where?", "Where ("),
    ],
)
def test_a_part_in_the_other_language_keeps_its_own_words_and_puts_the_rest_in_brackets(
    before: str, question: str, expected: str
) -> None:
    completed = standalone(question, [turn(before)])
    assert completed.startswith(expected)
    assert "(" in completed
