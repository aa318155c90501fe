"""Several persons or places asked for: a sentence for each, over an index of our own with the bundled encoder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Assistant, Settings
from rag.messages import message
from rag.question import analyse
from tests.opening import opened

NEWS = {
    "a": "La conseillère Ada Brune a démissionné mardi du conseil de Lyre. Elle ouvrira une librairie.",
    "b": "Paul Marle, conseiller de Lyre, a démissionné à son tour. La pluie tombait.",
    "c": "Un troisième conseiller de Lyre, Luc Ferrand, a démissionné pendant l'été.",
    "d": "Le conseiller Marc Olive pourrait démissionner du conseil de Lyre, dit-on.",
    "e": "Le musée de Lyre a rouvert. Jeanne Roche, sa directrice, en est ravie.",
}
GONE = {"a": "Ada Brune", "b": "Paul Marle", "c": "Luc Ferrand"}


def of_lyre(folder: Path, news: dict[str, str]) -> Assistant:
    about = {"title": "Lyre", "published": "2024-06-03", "language": "fr"}
    return opened(folder, ({"id": name, "text": text} | about for name, text in news.items()))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with of_lyre(tmp_path_factory.mktemp("several"), NEWS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Quels conseillers de Lyre ont démissionné ?",
        "Which councillors of Lyre resigned?",
        "Quels sont les conseillers de Lyre qui ont démissionné ?",
        "List the councillors of Lyre who resigned.",
    ],
)
def test_each_name_has_its_sentence_of_an_article_of_its_own(asked: Assistant, question: str) -> None:
    answer = asked.ask(question)
    assert answer.refusal is None
    told = {claim.citations[0].article_id: claim.text for claim in answer.claims}
    assert len(told) == len(answer.claims)
    assert {name: name in told for name in GONE} == dict.fromkeys(GONE, True)
    assert all(name in told[article] for article, name in GONE.items())
    assert not {"d", "e"} & set(told), "what only may be, or is of something else, is not listed"
    assert answer.direct is None
    assert message("list_note", answer.language) in answer.notes
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))


def test_of_one_there_is_no_list(asked: Assistant) -> None:
    answer = asked.ask("Quel conseiller a démissionné pendant l'été ?")
    assert message("list_note", "fr") not in answer.notes
    assert "Luc Ferrand" in answer.claims[0].text


def test_two_names_make_no_list(tmp_path: Path) -> None:
    few = {name: NEWS[name] for name in ("a", "b", "e")}
    with of_lyre(tmp_path, few) as assistant:
        answer = assistant.ask("Quels conseillers de Lyre ont démissionné ?")
    assert message("list_note", "fr") not in answer.notes


OFFERS = {
    "a": "La Pologne a proposé son aide à la ville de Lyre.",
    "b": "L'Estonie a proposé son aide à la ville de Lyre : vingt ingénieurs partiront lundi.",
    "c": "L'Irlande a proposé son aide à la ville de Lyre après la crue.",
    "d": "La Lettonie n'a pas proposé son aide à la ville de Lyre.",
    "e": "Le Danemark n'a pas proposé son aide à la ville de Lyre, faute de bateaux.",
    "f": "La Finlande n'a pas proposé son aide à la ville de Lyre non plus.",
    "g": "La Suède pourrait avoir proposé son aide à la ville de Lyre, dit-on.",
}


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("Quels pays ont proposé leur aide à Lyre ?", {"a", "b", "c"}),
        ("Quels pays n'ont pas proposé leur aide à Lyre ?", {"d", "e", "f"}),
    ],
)
def test_a_list_is_of_those_who_did_or_of_those_who_did_not(question: str, articles: set[str], tmp_path: Path) -> None:
    with of_lyre(tmp_path, OFFERS) as assistant:
        answer = assistant.ask(question)
    assert message("list_note", "fr") in answer.notes
    assert {claim.citations[0].article_id for claim in answer.claims} == articles


def test_a_list_is_twice_as_long_as_other_answers_at_most(tmp_path: Path) -> None:
    names = ("Ada Brune", "Paul Marle", "Luc Ferrand", "Jean Sorel", "Rose Martel", "Hugo Vidal", "Inès Carton")
    many = {str(n): f"Le conseiller {name} a démissionné du conseil de Lyre." for n, name in enumerate(names)}
    with of_lyre(tmp_path, many) as assistant:
        answer = assistant.ask("Quels conseillers de Lyre ont démissionné ?")
    assert len(answer.claims) == 2 * Settings().claims
    assert analyse("Quels conseillers ont démissionné ?").kind != "list", "which articles name several decides it"


def test_copies_of_one_report_make_no_list(tmp_path: Path) -> None:
    text = "Les conseillers de Lyre Ada Brune, Paul Marle et Luc Ferrand ont démissionné."
    with of_lyre(tmp_path, dict.fromkeys("abc", text)) as assistant:
        answer = assistant.ask("Quels conseillers de Lyre ont démissionné ?")
    assert message("list_note", "fr") not in answer.notes
    assert [claim.text for claim in answer.claims] == [text]
