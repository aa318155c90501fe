"""Which figures of a passage may be what is asked for, and which are labels, the question's own or of another fate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.question import analyse
from rag.reconcile.reading import Reader
from rag.reconcile.sought import sought
from rag.types import ArticleInfo
from tests.found import hit_of


def read(question: str, text: str, language: str = "en") -> list[str]:
    """The figures read as candidates, as written."""
    asked = analyse(question)
    want = sought(asked)
    assert want is not None
    info = ArticleInfo("a", "Vernoux", "Journal", published=date(2021, 3, 1), language=language)
    return [item.figure.text for item in Reader(asked, want).read([hit_of(info, text, dense=0.8)])]


@pytest.mark.parametrize(
    ("question", "text", "figures"),
    [
        ("How many boats did Orlin build?", "The yard built 40 boats beside the Orlin 520 last year.", ["40"]),
        ("How many boats will Orlin 520 be?", "Orlin calls it the 520, and will build 40.", ["40"]),
        ("How many people died at Vernoux?", "The number of people killed at Vernoux rose to 21.", ["21"]),
        ("How many people were injured at Vernoux?", "The number of people killed at Vernoux rose to 21.", []),
        ("How many people died at Vernoux?", "At Vernoux 9 people died and 30 were injured.", ["9"]),
        ("How many cases are there at Vernoux?", "Vernoux has 21 cases: dial 0800.", ["21"]),
        ("How much does the Vernoux pass cost?", "The Vernoux pass rises by 5 euros and costs 40 euros.", ["40 euros"]),
        ("How high is the Vernoux tower?", "The Vernoux tower, 12 metres wide, is 93 metres high.", ["93 metres"]),
        ("By how much did the Vernoux pass rise?", "The Vernoux pass rose by 5 euros in May.", ["5 euros"]),
        ("How many people died at Vernoux?", "At Vernoux it sickened 42 people and claimed three lives.", ["three"]),
        ("How many cases are there at Vernoux?", "At Vernoux it has sickened 42 people.", ["42"]),
        ("How many are missing at Vernoux?", "À Vernoux, 24 personnes manquent à l'appel.", ["24"]),
        ("How many people died at Vernoux?", "Rescue teams left, bringing deaths to 11 since Vernoux.", ["11"]),
        ("How many people died at Vernoux?", "Nine of those killed at Vernoux were children.", []),
        ("How many children died at Vernoux?", "Nine of those killed at Vernoux were children.", ["Nine"]),
        ("How many people died at Vernoux?", "À Vernoux, trois des victimes étaient des enfants.", []),
        (
            "How much goes to the 40 euro pass at Vernoux?",
            "At Vernoux 9 euros of a pass of 40 euros go to it.",
            ["9 euros"],
        ),
        (
            "What share of the vote do polls give Alma Kern at Vernoux?",
            "Polls at Vernoux put Odin Vale behind Alma Kern (39%) and Lena Roth (31%).",
            ["39%"],
        ),
        ("What share of the vote do polls give the left at Vernoux?", "Polls at Vernoux: Lena Roth (31%).", ["31%"]),
        ("How long was Roy Orlin jailed for?", "Orlin was jailed for 5 years.", ["5 years"]),
        ("How many years in prison did Orlin get?", "Orlin, who cost 5 clubs a title, was given 4 years.", ["4 years"]),
    ],
)
def test_figures_that_may_answer(question: str, text: str, figures: list[str]) -> None:
    assert [figure.removesuffix(" people").removesuffix(" boats") for figure in read(question, text)] == figures


def test_what_happened_is_found_in_other_words() -> None:
    asked = analyse("Combien de personnes ont perdu la vie à Vernoux ?")
    want = sought(asked)
    assert want is not None
    info = ArticleInfo("a", "Crue", "Journal", published=date(2021, 3, 1), language="fr")
    full = hit_of(replace(info, id="b"), "Deux personnes ont perdu la vie à Vernoux.")
    found = {}
    for text in ("La crue a fait 21 morts à Vernoux.", "La crue a touché 21 personnes à Vernoux."):
        hits = [hit_of(info, text, dense=0.8), full]
        found[text] = [item.features["near"] for item in Reader(asked, want).read(hits)]
    assert found["La crue a fait 21 morts à Vernoux."] == [1.0, 1.0]
    assert all(near < 1.0 for near in found["La crue a touché 21 personnes à Vernoux."][:-1])


def features(question: str, text: str, language: str = "fr") -> dict[str, dict[str, float]]:
    """The features of each candidate, by its words."""
    asked = analyse(question)
    want = sought(asked)
    assert want is not None
    info = ArticleInfo("a", "", "Journal", published=date(2021, 3, 1), language=language)
    return {item.figure.text: dict(item.features) for item in Reader(asked, want).read([hit_of(info, text, dense=0.8)])}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("À Vernoux, neuf randonneurs ont perdu la vie sur quatre sentiers.", {"neuf": 0.95}),
        ("Dix personnes avaient trouvé la mort à Vernoux.", {"Dix": 0.95}),
        ("Un corps, puis deux corps ont été retrouvés à Vernoux.", {"deux": 0.8}),
        ("La crue de Vernoux porte à six le nombre de morts.", {"six": 0.95}),
        ("Un immeuble de quatre étages s'est effondré à Vernoux.", {}),
    ],
)
def test_those_who_died_are_counted_in_many_words(text: str, units: dict[str, float]) -> None:
    found = features("Combien de morts la crue de Vernoux a-t-elle faits ?", text)
    assert {figure: each["unit"] for figure, each in found.items() if each["unit"] >= 0.5} == units


def test_bare_millions_behind_a_sum_of_money_are_money() -> None:
    text = "Le chantier de Vernoux a coûté 5 milliards d'euros. Le pont seul en aura coûté 780 millions."
    found = features("Combien a coûté le pont de Vernoux ?", text)
    assert list(found) == ["5 milliards d'euros", "780 millions"]


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("La Chine a remporté 91 médailles.", 1.0),
        ("Les Français ont remporté 64 médailles.", 0.0),
        ("La France, devant l'Italie, a remporté 64 médailles.", 0.0),
        ("La délégation a remporté 64 médailles.", 0.0),
    ],
)
def test_a_sentence_about_other_countries_is_told_from_one_about_that_asked_about(text: str, foreign: float) -> None:
    found = features("Combien de médailles la France a-t-elle remportées ?", text)
    assert [each["foreign"] for each in found.values()] == [foreign]


@pytest.mark.parametrize(
    ("text", "other"), [("12% des voix sont allées à Orlin.", 0.0), ("12% des gardiens sont en grève.", 1.0)]
)
def test_a_share_of_all_is_told_from_one_of_some(text: str, other: float) -> None:
    found = features("Quelle part des votes Orlin a-t-il obtenue ?", text)
    assert [each["other"] for each in found.values()] == [other]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Le taux de grévistes est de 31 %.", 0.0),
        ("Un salarié sur quatre est en grève.", 0.0),
        ("Un conducteur sur deux est en grève.", 1.0),
        ("Les conducteurs restent mobilisés, à 77 % de grévistes.", 1.0),
        ("Moins de la moitié (47 %) des conducteurs sont en grève.", 1.0),
        ("Environ un conducteur sur cinq (22,4 %) est en grève.", 1.0),
    ],
)
def test_a_share_of_the_strikers_of_one_trade_is_none_of_all(text: str, other: float) -> None:
    found = features("Quelle part du personnel est en grève ?", text)
    assert {each["other"] for each in found.values()} == {other}


@pytest.mark.parametrize(
    ("question", "text", "part"),
    [
        ("What is the inflation rate?", "Food inflation reached 11%.", 1.0),
        ("What is the inflation rate?", "Inflation reached 7%.", 0.0),
        ("What is the food inflation rate?", "Food inflation reached 11%.", 0.0),
    ],
)
def test_a_rate_of_some_goods_is_none_of_all(question: str, text: str, part: float) -> None:
    assert [each["part"] for each in features(question, text).values()] == [part]


def test_a_part_that_is_asked_for_is_none_and_the_dead_of_whom_some_are_told_are_all() -> None:
    treated = features("How many patients are in intensive care?", "On compte 19.861 malades, dont 203 en réanimation.")
    assert [each["part"] for figure, each in treated.items() if figure.startswith("203")] == [0.0]
    dead = features("How many people died?", "Dix morts ici, quatre là : huit de ces 14 décès sont dus au gaz.")
    assert [each["whole"] for figure, each in dead.items() if figure.startswith("14")] == [0.0]


def test_what_was_promised_is_of_now_where_promises_are_asked_for() -> None:
    text = "Les fondations ont reçu 80 millions d'euros, sur les 850 millions promis."
    asked, other = (features(question, text) for question in ("How much was pledged?", "How much was paid?"))
    whole = next(figure for figure in asked if figure.startswith("850"))
    assert (asked[whole]["then"], other[whole]["then"]) == (0.0, 1.0)
    assert (asked[whole]["first"], other[whole]["first"]) == (1.0, 1.0)


def test_what_happened_to_cause_it_is_not_what_happened_to_the_figure() -> None:
    text = "15% des vols ont été supprimés."
    caused = features("Quelle part des vols sont annulés en raison de la grève ?", text)
    asked = features("Quelle part du personnel est en grève ?", text)
    assert [each["role"] for found in (caused, asked) for each in found.values()] == [0.0, -1.0]


@pytest.mark.parametrize(
    ("question", "text", "units"),
    [
        (
            "How many people have signed the Vernoux petition?",
            "La pétition de Vernoux a 612 000 signataires, dont 40 maires.",
            {"612 000": 1.0},
        ),
        (
            "Combien d'infirmiers participent à la grève à Vernoux ?",
            "The Vernoux hospital counts 320 strikers and 40 rooms.",
            {"320": 1.0},
        ),
        ("How many people had to leave their homes at Vernoux?", "Vernoux compte 1 200 évacués.", {"1 200": 1.0}),
        ("How many seats were sold at Vernoux?", "Vernoux a vendu 62 000 billets.", {"62 000": 0.8}),
        (
            "How many signatures has the Vernoux petition gathered?",
            "La pétition de Vernoux a été signée par 85 000 personnes.",
            {"85 000": 1.0},
        ),
        (
            "How many staff of the Vernoux hospital were infected?",
            "À Vernoux, 23 membres du personnel ont été contaminés.",
            {"23": 1.0},
        ),
        ("How many animals are ill at Vernoux?", "À Vernoux, 71 bovins sont malades.", {"71": 0.8}),
    ],
)
def test_what_is_counted_is_told_by_what_it_did(question: str, text: str, units: dict[str, float]) -> None:
    found = features(question, text)
    counted = {figure.rpartition(" ")[0] if figure[-1].isalpha() else figure: each for figure, each in found.items()}
    assert {figure: each["unit"] for figure, each in counted.items() if each["unit"] >= 0.8} == units


def test_who_marches_takes_part_in_no_strike() -> None:
    found = features("How many nurses take part in the strike?", "Il y a 320 grévistes ; 7 000 infirmiers ont défilé.")
    roles = {figure.split()[0]: each["role"] for figure, each in found.items()}
    assert roles == {"320": 1.0, "7": -1.0}


def test_what_happened_counts_as_said_in_other_words_whatever_it_is() -> None:
    question = "How many seats were sold at Vernoux?"
    told = [features(question, f"À Vernoux, 6 200 places ont {deed}.") for deed in ("trouvé preneur", "été repeintes")]
    near = [next(iter(each.values()))["role"] for each in told]
    assert near == [1.0, 0.0]
