"""Premises of questions: granted, contradicted or unsaid."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.premises import Premise, doubtful_premise
from rag.question import analyse
from rag.types import ArticleInfo, Question
from tests import found


def evidence(*texts, language="fr", title=""):
    info = ArticleInfo("", title, "Le Phare", published=date(2021, 3, 1), language=language)
    return [found.evidence(text, replace(info, id=f"a{number}")) for number, text in enumerate(texts)]


CONTRADICTED = [
    ("Why did Karel Novotny resign?", "en", "Karel Novotny n'a pas démissionné, a dit sa porte-parole.", "resign"),
    ("Pourquoi Karel Novotny a-t-il démissionné ?", "fr", "Karel Novotny est mort dimanche à 80 ans.", "démissionné"),
    ("Why did sales of Valmont fall?", "en", "Les ventes de Valmont ont augmenté de 3 %.", "fall"),
    ("Pourquoi les ventes de Valmont ont-elles baissé ?", "fr", "Sales at Valmont rose by 3%.", "baissé"),
    ("When did Lanvaux ban the cups?", "en", "Lanvaux autorise de nouveau les gobelets.", "ban the cups"),
    ("Quand Lanvaux a-t-elle interdit les sacs ?", "fr", "On demande à interdire à Lanvaux.", "interdit les sacs"),
    ("Why did Marelle abolish the tax?", "en", "Marelle maintient la taxe.", "abolish the tax"),
    ("How did Ophir win the race?", "en", "Ophir a perdu la course.", "win the race"),
    ("When was Mirela Santos acquitted?", "en", "Mirela Santos a été condamnée à six mois de prison.", "acquitted"),
    ("Quand Lanvaux a-t-il décidé de fermer le pont ?", "fr", "Le pont de Lanvaux reste ouvert.", "fermer le pont"),
]  # fmt: skip
GRANTED = [
    ("Why did Karel Novotny resign?", "en", "Karel Novotny a démissionné vendredi."),
    ("Why did sales of Valmont fall?", "en", "Les ventes de Valmont ont reculé, après avoir augmenté."),
    ("Who is Karel Novotny?", "en", "Karel Novotny n'a pas démissionné."),
    ("Did Karel Novotny resign?", "en", "Karel Novotny n'a pas démissionné."),
    ("Why did Karel Novotny resign?", "en", "Les ventes de Valmont n'ont pas augmenté."),
    ("When did the museum open?", "en", "Le musée a été inauguré en mai."),
    ("Why was Karel Novotny not allowed to vote?", "en", "Karel Novotny avait interdiction de voter."),
    ("Why was Karel Novotny's concert called off?", "en", "Le concert de Karel Novotny a été suspendu."),
    ("Qui a battu Ophir ?", "fr", "Lanvaux a gagné la course en battant Ophir."),
    ("Why did Valmont buy Ophir?", "en", "Le rachat d'Ophir par Valmont doit sauver l'usine."),
    ("Pourquoi Ophir a-t-elle repris la mer ?", "fr", "Ophir navigue de nouveau, faute de port."),
    ("Quand la grève de Valmont a-t-elle commencé ?", "fr", "Les dockers de Valmont sont en grève depuis lundi."),
    ("Why did Lanvaux refuse to pay?", "en", "Lanvaux n'a pas payé et ne paiera pas."),
    ("Where did Lanvaux and Ophir agree on a price?", "en", "Lanvaux et Ophir se sont mis d'accord à Valmont."),
    ("When will Lanvaux decide whether to keep the tax?", "en", "Lanvaux a abandonné la taxe l'an dernier."),
    ("When does Lanvaux vote on keeping the tax?", "en", "Lanvaux a abandonné la taxe l'an dernier."),
    ("Quand Lanvaux se prononcera-t-il sur le maintien de la taxe ?", "fr", "Lanvaux a abandonné la taxe."),
    ("Quand Lanvaux décidera-t-il de la fermeture du pont ?", "fr", "Le pont de Lanvaux a rouvert."),
    ("How did Ophir win the race?", "en", "L'adversaire d'Ophir a reconnu sa défaite."),
    ("How did Ophir win the race?", "en", "Valmont a perdu la course face à Ophir."),
    ("Qui a gagné le marathon de Marelle ?", "fr", "Rain fell on Marelle throughout the race."),
    ("Who lost the race at Marelle?", "en", "Ophir a gagné la course à Marelle."),
    ("Qui a gagné la course de Marelle ?", "fr", "Valmont a perdu la course de Marelle."),
    ("When was Anne Poll elected mayor of Marelle?", "en", "Karel Novotny a perdu le vote contre Anne Poll."),
    ("Who is calling for a ban at Lanvaux?", "en", "Des habitants de Lanvaux demandent une interdiction."),
    ("What pay rise do the dockers of Valmont want?", "en", "Les dockers de Valmont réclament une hausse de 12 %."),
    ("Pourquoi Ophir déconseille-t-il d'accepter l'offre ?", "fr", "Ophir conseille de ne pas accepter l'offre."),
    ("Why was the Lanvaux fair called off?", "en", "La foire de Lanvaux n'aura finalement pas lieu."),
    ("Pourquoi la foire de Lanvaux a-t-elle été annulée ?", "fr", "The Lanvaux fair will not take place this year."),
]


FORMS = [("formé", "Pourquoi le lac s'est-il formé en hiver ?"), ("formee", "Pourquoi la mare s'est-elle formee ?")]


@pytest.mark.parametrize(("word", "question"), FORMS)
def test_a_denied_word_is_quoted_as_the_question_spells_it(word, question):
    near = evidence("Il ne s'est pas formé de lac, ni la mare, qui ne s'est pas formée.")
    found = doubtful_premise(analyse(question, "fr"), near)
    assert found is not None and found.text == word


def text_of(sentence):
    return "en" if sentence.startswith("Sales") else "fr"


@pytest.mark.parametrize(("question", "language", "sentence", "word"), CONTRADICTED)
def test_a_contradicted_event_is_named_with_the_sentence_against_it(question, language, sentence, word):
    near = evidence(sentence, language=text_of(sentence))
    found = doubtful_premise(Question(question, language), near)
    assert found is not None
    assert (found.text, found.relation, found.evidence) == (word, "contradicted", near[0])


@pytest.mark.parametrize(("question", "language", "sentence"), GRANTED)
def test_what_is_said_or_not_asked_is_granted(question, language, sentence):
    assert doubtful_premise(Question(question, language), evidence(sentence)) is None


def test_one_sentence_that_affirms_outweighs_any_number_that_deny():
    near = evidence(
        "Karel Novotny ne démissionnera jamais.", "Karel Novotny a démissionné.", "Novotny n'a pas démissionné."
    )
    assert doubtful_premise(Question("Why did Karel Novotny resign?", "en"), near) is None


def test_an_event_of_another_thing_affirms_nothing():
    near = evidence("La ville a baissé la taxe sur le bois.", "Le prix du lait a augmenté en mai.")
    found = doubtful_premise(Question("Pourquoi la taxe sur le bois a-t-elle augmenté ?", "fr"), near)
    assert found is not None and found.evidence == near[0]


def test_a_why_whose_event_nothing_tells_of():
    near = evidence("Karel Novotny a visité l'usine de Valmont.", "Novotny aime les trains.")
    found = doubtful_premise(Question("Why did Karel Novotny resign?", "en", "why"), near)
    assert found == Premise("resign", "unsaid", near[0])
    assert doubtful_premise(Question("When did Karel Novotny resign?", "en", "when"), near) is None
    assert doubtful_premise(Question("Why did Karel Novotny not resign?", "en", "why"), near) is None
    titled = evidence("Il aime les trains.", title="Karel Novotny démissionne de la mairie")
    assert doubtful_premise(Question("Why did Karel Novotny resign?", "en", "why"), titled) is None
    likes = evidence("Karel Novotny a quitté la mairie.")
    assert doubtful_premise(Question("Why did Karel Novotny resign?", "en", "why"), likes, alike=all_alike) is None


def all_alike(words, others):
    return [float(bool(others))] * len(words)


def test_a_word_of_a_why_said_only_to_be_denied():
    near = evidence("L'immeuble n'était pas insalubre pour la préfecture.", "Un incendie a pris dans l'immeuble.")
    asked = Question("Pourquoi l'immeuble était-il insalubre ?", "fr", "why")
    found = doubtful_premise(asked, near)
    assert found is not None and found.evidence is not None
    assert (found.text, found.relation) == ("insalubre", "contradicted")
    assert found.evidence.sentence == near[0].sentence
    said = [*near, *evidence("Un appartement insalubre, dit un habitant de l'immeuble.")]
    assert doubtful_premise(asked, said) is None
    assert doubtful_premise(Question("Qui a dit l'immeuble insalubre ?", "fr", "who"), near) is None


def test_only_news_of_the_time_asked_about_affirms():
    old = evidence("Les ventes de Valmont ont baissé.")[0]
    new = evidence("Les ventes de Valmont ont augmenté.")[0]
    new = replace(new, hit=replace(new.hit, article=replace(new.hit.article, published=date(2023, 5, 2))))
    asked = Question("Why did sales of Valmont fall in May 2023?", "en", "why")
    assert doubtful_premise(asked, [old, new]) == Premise("fall", "contradicted", new)
    assert doubtful_premise(Question("Why did sales of Valmont fall?", "en", "why"), [old, new]) is None


def test_what_others_are_quoted_as_saying_is_not_taken_for_granted():
    near = evidence("Le gouvernement n'a pas abandonné la police.")
    asked = Question("Who called the strike, saying the government had abandoned the police?", "en", "who")
    assert doubtful_premise(asked, near) is None


def test_no_evidence_no_doubt():
    assert doubtful_premise(Question("Why did Karel Novotny resign?", "en"), []) is None


@given(st.text(max_size=80), st.text(min_size=1, max_size=120), st.sampled_from(["en", "fr", "xx"]))
@settings(max_examples=150, deadline=None)
def test_never_raises(question, sentence, language):
    near = evidence(sentence, language=language)
    asked = Question(question, language)
    assert isinstance(doubtful_premise(asked, near), Premise | None)


def test_english_articles_grant_what_they_say_in_other_words():
    for question, text in [
        ("Pourquoi Karel Novotny n'a-t-il pas eu le droit de voter ?", "Karel Novotny was barred from voting."),
        ("Pourquoi le match de Valmont a-t-il été annulé ?", "The match in Valmont was suspended."),
        ("Où Ophir et Lanvaux se sont-ils mis d'accord ?", "Ophir and Lanvaux reached a deal in Valmont."),
    ]:
        assert doubtful_premise(Question(question, "fr"), evidence(text, language="en")) is None


def test_a_beaten_record_is_no_defeat():
    question = Question("How did Karel Novotny win in Lanvaux?", "en")
    assert doubtful_premise(question, evidence("Karel Novotny saw two records beaten.", language="en")) is None
    found = doubtful_premise(question, evidence("Karel Novotny was narrowly beaten.", language="en"))
    assert found is not None and found.relation == "contradicted"


PAID = "Marelle a payé 34 millions d'euros pour réparer le pont."


@pytest.mark.parametrize(
    ("question", "language", "doubted"),
    [
        ("Why did Marelle pay 60 million euros for the bridge?", "en", "60 million euros"),
        ("Pourquoi Marelle a-t-elle payé 60 millions d'euros ?", "fr", "60 millions d'euros"),
        ("Why did Marelle pay 34 million euros for the bridge?", "en", None),
        ("Why did Marelle pay some 35 million euros for the bridge?", "en", None),
        ("Why did Marelle pay 60 million dollars for the bridge?", "en", None),
        ("How much of the 60 million euros did Marelle pay?", "en", None),
    ],
)
def test_a_sum_in_whose_place_the_article_gives_another(question, language, doubted):
    found = doubtful_premise(analyse(question, language), evidence(PAID))
    assert (found.text if found else None) == doubted
    assert found is None or found.evidence.sentence.text == PAID


def test_a_sum_that_any_passage_gives_is_granted():
    items = evidence(PAID, "Le pont de Lanvaux a coûté 60 millions d'euros.")
    assert doubtful_premise(analyse("Why did Marelle pay 60 million euros?", "en"), items) is None
