"""What speaks against answering before anything is written, and how the refusal says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from rag.answering import Objection, near_enough, objection_to, refusal_of
from rag.citations import Verified
from rag.types import ArticleInfo, Draft, Evidence, Question, Withheld
from tests import found

TEXT = "La région paiera 34 millions d'euros pour le pont de Vernoux."


def evidence(text: str = TEXT, cosine: float = 0.6, year: int = 2023, heard: bool = True) -> Evidence:
    article = ArticleInfo("a", "Le pont", "La Rive", published=date(year, 5, 1), language="fr")
    item = found.evidence(text, article, score=0.9, dense=cosine)
    return replace(item, hit=replace(item.hit, lexical_rank=1 if heard else None))


def yes(_: str) -> bool:
    return True


def objection(asked: Question, found: list[Evidence], knows: Callable[[str], bool]) -> Objection | None:
    return objection_to(asked, found, near_enough(asked, found), knows)


def test_nothing_found_and_nothing_asked() -> None:
    found = objection(Question("Combien ?", "fr"), [], yes)
    assert found is not None
    assert (found.reason, found.nearest) == ("no_evidence", None)
    empty = objection(Question("", "en"), [], yes)
    assert empty is not None
    assert empty.reason == "empty_question"


@pytest.mark.parametrize(("cosine", "refused"), [(0.05, True), (0.17, True), (0.19, False), (0.8, False)])
def test_what_is_near_nothing_is_refused(cosine: float, refused: bool) -> None:
    assert (objection(Question("Combien ?", "fr"), [evidence(cosine=cosine)], yes) is not None) == refused


@pytest.mark.parametrize(("cosine", "refused"), [(0.29, True), (0.36, False)])
def test_where_no_article_has_a_word_of_the_question_vectors_must_be_nearer(cosine: float, refused: bool) -> None:
    strange = [evidence(cosine=cosine, heard=False)]
    assert (near_enough(Question("aaaa", "fr"), strange) == []) == refused
    assert near_enough(Question("aaaa", "fr"), [*strange, evidence(cosine=0.3)])


def test_capitals_tell_no_names_in_a_language_whose_words_are_not_known() -> None:
    spanish = found.evidence("El ayuntamiento aprobó un presupuesto de 32 millones.", language="es", dense=0.6)
    heard = replace(spanish, hit=replace(spanish.hit, lexical_rank=1))
    asked = Question("¿Cuál es el presupuesto?", "es")
    assert objection_to(asked, [heard], [heard], lambda word: False) is None


@pytest.mark.parametrize(
    ("question", "year", "unheard"),
    [
        ("Qui paiera le pont en 2023 ?", 2023, ""),
        ("Qui paiera le pont en 2022 ?", 2023, ""),
        ("Qui paiera le pont en 2036 ?", 2023, "2036"),
        ("Qui paiera le pont en 2019 ?", 2023, "2019"),
    ],
)
def test_a_year_that_nothing_speaks_of(question: str, year: int, unheard: str) -> None:
    found = objection(Question(question, "fr"), [evidence(year=year)], yes)
    assert (found is not None) == bool(unheard)
    assert found is None or unheard in found.told


def test_words_make_up_for_a_distant_vector_where_anything_is_near() -> None:
    near, said = evidence(cosine=0.3), evidence(cosine=0.1)
    far = replace(said, score=0.1)
    asked = Question("Combien ?", "fr")
    assert near_enough(asked, [said, near, far]) == [said, near]
    assert near_enough(asked, [said, far]) == []


def test_an_article_that_knows_all_names_is_near_however_far_its_vector() -> None:
    said = evidence("Anne Courtois a rappelé que le pont était ancien.", cosine=0.1)
    assert near_enough(Question("What did Anne Courtois say?", "en"), [said]) == [said]
    assert near_enough(Question("What did Paul Courtois say?", "en"), [said]) == []
    asked = Question("What did Courtois say?", "en")
    assert near_enough(asked, [said]) == [said]
    assert near_enough(asked, [replace(said, score=0.1)]) == []  # one name alone, and little else of the question


def test_what_says_the_question_plainly_is_about_it_however_far_its_vector() -> None:
    said = evidence("Quarante soldats prennent part aux recherches depuis lundi.", cosine=0.1)
    asked = Question("Combien de soldats prennent part aux recherches ?", "fr")
    assert near_enough(asked, [said]) == [said]
    assert near_enough(asked, [replace(said, score=0.4)]) == []
    assert near_enough(Question("Combien de soldats y a-t-il à Kaboul ?", "fr"), [said]) == []


@pytest.mark.parametrize(
    ("question", "score", "is_near"),
    [
        ("À combien sont estimés les dégâts ?", 0.7, True),
        ("À combien sont estimés les dégâts ?", 0.4, False),
        ("À combien sont estimés les loyers ?", 0.7, False),
        ("À combien sont les dégâts ?", 0.7, False),
    ],
)
def test_of_two_words_a_sentence_must_say_both(question: str, score: float, is_near: bool) -> None:
    said = replace(evidence("Les dégâts sont estimés à 90 millions d'euros.", cosine=0.1), score=score)
    assert bool(near_enough(Question(question, "fr"), [said])) == is_near


def test_articles_that_know_fewer_names_than_half_of_the_best_are_about_something_else() -> None:
    here, there = evidence(), evidence("Six ouvriers sont morts à Lancey.")
    there = replace(there, hit=replace(there.hit, passage=replace(there.hit.passage, article_id="b")))
    there = replace(there, hit=replace(there.hit, article=replace(there.hit.article, id="b")))
    assert near_enough(Question("How much will the bridge of Vernoux cost?", "en"), [there, here]) == [here]
    assert near_enough(Question("How much will the bridge cost?", "en"), [there, here]) == [there, here]


def test_a_name_the_corpus_never_mentions_is_named() -> None:
    asked = Question("Combien coûtera le pont de Brassac ?", "fr")
    found = objection(asked, [evidence()], lambda word: word != "Brassac")
    assert found is not None
    assert found.told == "Le corpus ne le dit pas : il ne mentionne jamais Brassac."
    assert found.nearest == evidence()


def test_a_name_spelt_nearly_so_is_not_called_unknown() -> None:
    near = [evidence("Le pont de Brassacq coûtera 3 millions d'euros.")]
    assert objection(Question("Combien coûtera le pont de Brassac ?", "fr"), near, lambda word: False) is None
    told = objection(Question("Combien coûtera le pont de Blagnac ?", "fr"), near, lambda word: False)
    assert told is not None and "Blagnac" in told.told


def test_another_language_may_spell_a_name_otherwise() -> None:
    asked = Question("How much will the bridge of Brassac cost?", "en")
    assert objection(asked, [evidence()], lambda word: False) is None


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("Le ministre danois Ole Brandt a ouvert le pont.", True),
        ("La Belgique a ouvert le pont.", False),
    ],
)
def test_a_country_whose_people_is_named_is_not_called_unknown(text: str, is_known: bool) -> None:
    asked = Question("Qui est le ministre du Danemark ?", "fr")
    assert (objection(asked, [evidence(text)], lambda word: False) is None) == is_known


def test_papers_need_not_name_the_country_of_an_office() -> None:
    asked = Question("Qui est le premier ministre de la France ?", "fr", "who", topic="premier ministre de la France")
    assert objection(asked, [evidence("Le Premier ministre Ole Brandt a salué Paris.")], lambda word: False) is None


def test_a_refusal_says_what_is_missing() -> None:
    weak = refusal_of(
        Question("Quel âge a le pont ?", "fr", "how_much"),
        Draft(refusal="weak_evidence"),
        Verified((), None, ()),
        [evidence()],
        None,
    )
    assert weak is not None
    assert weak.message.startswith("Le corpus ne le dit pas : ce qu'il contient à ce sujet ne donne pas l'âge demandé.")


def test_a_refusal_says_why_and_what_is_nearest() -> None:
    asked, near = Question("Qui ?", "fr"), [evidence()]
    withheld = Verified((), None, (Withheld("x", "no citation"),))
    assert refusal_of(asked, Draft(), withheld, near, None).reason == "withheld"  # type: ignore[union-attr]
    weak = refusal_of(asked, Draft(refusal="weak_evidence"), Verified((), None, ()), near, None)
    assert weak is not None and weak.nearest is not None
    assert (weak.reason, weak.nearest.quote) == ("weak_evidence", TEXT)
