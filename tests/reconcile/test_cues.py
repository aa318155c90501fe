"""What the words around a figure say of it, and which of two figures they tell apart."""

from __future__ import annotations

from datetime import date

import pytest

from rag.figures import find_figures
from rag.figures.flat import flatten
from rag.reconcile.cues import cues, has_number
from rag.reconcile.roles import agreement, first_role, role_words, roles_in

DAY = date(2022, 5, 9)


def told(text: str, figure: str, language: str) -> set[str]:
    figures = find_figures(text, language, DAY)
    one = next(each for each in figures if each.text.endswith(figure))
    return {name for name, value in cues(flatten(text), one, figures, DAY).items() if value}


@pytest.mark.parametrize(
    ("text", "figure", "language", "marks"),
    [
        ("They lost one seat, leaving them 38 in the new assembly.", "38", "en", {"total"}),
        ("Some 48 new cases were told of.", "48", "en", {"added"}),
        ("The police made 63 arrests, bringing the total to 94.", "94", "en", {"total", "sum"}),
        ("Quarante-huit cas de plus, portant le total à 231.", "231", "fr", {"total", "sum"}),
        ("Quelque 48 nouveaux cas ont été signalés.", "48", "fr", {"added"}),
        ("The toll rose to 21 dead, up from 9.", "9", "en", {"total", "old"}),
        ("Le bilan est de 21 morts, contre 9 la veille.", "9", "fr", {"old", "then"}),
        ("Un précédent bilan du ministère faisait état de 78 morts.", "78", "fr", {"old"}),
        ("Il en faut 100.000 pour obtenir un débat.", "100.000", "fr", {"goal"}),
        ("Ils ont reçu 80 millions d'euros, sur les 850 millions promis.", "80 millions d'euros", "fr", {"part"}),
        ("Plus de 1 400 blessés étaient dans un état critique.", "1 400", "fr", {"part"}),
        ("L'an dernier, 40 personnes étaient mortes.", "40", "fr", {"ago"}),
        ("Cette année-là, 40 personnes avaient été déplacées.", "40", "fr", {"ago"}),
        ("That year 40 people had to leave.", "40", "en", {"ago"}),
        ("The camp was built for 2,000 people and holds 12,900.", "2,000", "en", {"part"}),
        ("Prévu pour 2.000 occupants, le camp en abrite 6.400.", "2.000", "fr", {"part"}),
        ("Le pays compte 98,7 décès pour 100.000 habitants.", "98,7", "fr", {"rate"}),
        ("The rate is 171 cases per 100,000 people.", "171", "en", {"rate"}),
        ("Le taux est de 171 pour 100.000 habitants.", "100.000", "fr", {"whole"}),
        ("Les 22 établissements fermés, sur un total de 60.000.", "60.000", "fr", {"whole"}),
        ("La réanimation compte 96 malades de la grippe en moins.", "96", "fr", {"added"}),
        ("La réanimation compte 3.000 malades, un recul de 186 patients.", "186", "fr", {"added"}),
        ("On a compté 1.024 malades en 24 heures.", "1.024", "fr", {"added"}),
        ("La confiance est passée sous la barre des 50%.", "50%", "fr", {"old"}),
        ("Dans le seul district de Vernoux, 2.800 habitants ont fui.", "2.800", "fr", {"part"}),
        ("In the north alone, 2,800 people fled.", "2,800", "en", {"part"}),
        ("La suppression de 187 des 540 emplois est annoncée.", "540", "fr", {"whole"}),
        ("Depuis le début de l'année, 24.000 hectares ont brûlé.", "24.000 hectares", "fr", {"wider"}),
        ("D'ordinaire, 75 bateaux passent l'écluse.", "75", "fr", {"then"}),
        ("La fondation Orlin, elle, a reçu 221 millions d'euros.", "221 millions d'euros", "fr", {"aside"}),
        ("The fire burned 40 hectares.", "40 hectares", "en", set()),
    ],
)
def test_marks_of_a_figure(text: str, figure: str, language: str, marks: set[str]) -> None:
    assert marks <= told(text, figure, language)
    if not marks:
        assert told(text, figure, language) == set()


def test_what_another_figure_adds_is_none_of_this_one() -> None:
    text = "The final bill will be 3.4 billion euros, 800 million more than planned."
    assert "added" not in told(text, "3.4 billion euros", "en")
    assert "added" not in told("La surface est de 6.480 hectares, soit 10 % de moins.", "6.480 hectares", "fr")


def test_a_day_gone_by() -> None:
    assert "past" in told("Le jeudi 5 mai, 55,6% du personnel avait cessé le travail.", "55,6%", "fr")
    assert "past" not in told("Lundi 9 mai, 17,3% du personnel a cessé le travail.", "17,3%", "fr")


@pytest.mark.parametrize(("year", "past"), [("2022", 0.0), ("2021", 1.0), ("2019", 2.0)])
def test_years_gone_by_tell_more_against_a_figure_than_days(year: str, past: float) -> None:
    text = f"La tempête Berthe, en {year}, avait coûté 260 millions d'euros."
    published = date(2022, 3, 9)
    figures = find_figures(text, "fr", published)
    cost = next(each for each in figures if each.kind == "money")
    assert cues(flatten(text), cost, figures, published)["past"] == past


def test_what_has_just_been_added_up_is_of_today() -> None:
    text = "It sold 16 million last year, bringing the total to 32 million."
    assert told(text, "32 million", "en") == {"total", "sum"}


def test_numbers_are_seen_in_figures_and_words() -> None:
    assert has_number("seize otages") and has_number("41.2 degrees") and not has_number("rien a dire")


def test_what_happens_to_what_is_counted() -> None:
    held, freed = roles_in("How many hostages are still held?"), roles_in("L'armée a libéré seize otages")
    assert (held, freed) == ({"held"}, {"freed"})
    assert agreement(held, freed) == -1.0
    assert agreement(held, roles_in("Six otages sont toujours retenus")) == 1.0
    assert agreement(held, frozenset()) == 0.0
    assert agreement(frozenset({"raised"}), frozenset({"donated"})) == 0.5
    assert first_role("people attended the funeral of those killed") == "attended"
    assert first_role("houses") == ""
    for told in (
        "2 901 personnes ont perdu la vie",
        "l'accident a coûté la vie à six mineurs",
        "the fire claimed 12 lives",
    ):
        assert roles_in(told) == {"killed"}, told
    flat = "six personnes ont perdu la vie"
    assert [flat[start:end] for start, end in role_words(flat, frozenset({"killed"}))] == ["perdu la vie"]
