"""What figure a question asks for, in English and French."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.question import analyse
from rag.reconcile.sought import sought, unit_fit


@pytest.mark.parametrize(
    ("question", "kinds", "unit"),
    [
        ("How many people died in the Vernier floods?", {"count"}, "death"),
        ("As of 4 May, how many people had been arrested in Delvaux?", {"count"}, "arrest"),
        ("Combien de personnes étaient mortes dans la crue de Vernier ?", {"count"}, "death"),
        ("Combien de blessés le séisme a-t-il faits ?", {"count"}, "injury"),
        ("How many Covid-19 infections were found at the plant?", {"count"}, "infection"),
        ("What is the death toll of the crash?", {"count"}, "death"),
        ("Quel est le bilan de l'accident d'Oldney ?", {"count"}, "death"),
        ("How many jobs will Norvex cut?", {"count"}, "job"),
        ("Combien de baleines se sont échouées ?", {"count"}, "fr:baleine"),
        ("How many hectares have burned?", {"quantity"}, "ha"),
        ("How much will the tramway cost?", {"money"}, ""),
        ("À combien s'élève la perte annuelle du groupe ?", {"money"}, ""),
        ("What was the turnout in the Cassel referendum?", {"percent"}, ""),
        ("Quel est le taux de grévistes à Belcourt ?", {"percent"}, ""),
        ("What is the incidence rate in Belcourt?", {"count"}, ""),
        ("What score did the polls give Hélène Castan?", {"percent"}, ""),
        ("How high did the Orne get at Vernier?", {"quantity"}, "m"),
        ("Quelle surface a brûlé à Vernier ?", {"quantity"}, "ha"),
        ("Combien d'argent la cagnotte a-t-elle réuni ?", {"money"}, ""),
        ("What was the ransom paid by the town?", {"money"}, ""),
        ("Quelle était la rançon demandée à Vernier ?", {"money"}, ""),
        ("What were the strongest gusts at Vernier?", {"quantity"}, "km/h"),
        ("Quelle est l'affluence à Vernier ?", {"count"}, "person"),
        ("How much oil leaked at Vernier?", {"quantity"}, ""),
        ("Combien d'eau le barrage de Vernier retient-il ?", {"quantity"}, ""),
        ("Quelle quantité de gazole a fui à Vernier ?", {"quantity"}, ""),
        ("How much per share does Norvex offer?", {"money"}, ""),
        ("What is the best offer for the Vernier club?", {"money"}, ""),
        ("Quelle amende le tribunal inflige-t-il à Norvex ?", {"money"}, ""),
        ("Quelle sanction financière vise Norvex ?", {"money"}, ""),
        ("Combien de bulletins ont été dépouillés ?", {"count"}, "ballot"),
        ("How much must be saved to bring the deficit down to 3%?", {"money"}, ""),
        ("Quelle somme faut-il économiser pour un déficit à 3 % ?", {"money"}, ""),
        ("How many members of staff fell ill at Vernier?", {"count"}, "employee"),
        ("Combien de membres du personnel sont malades ?", {"count"}, "employee"),
        ("How many job losses does Norvex plan?", {"count"}, "job"),
        ("Combien de suppressions de postes Norvex prévoit-il ?", {"count"}, "job"),
        ("How many of the 1,200 employees were laid off?", {"count"}, "employee"),
        ("How many of the employees, of 1,200, were laid off?", {"count"}, "employee"),
        ("How late will the Vernier line open?", {"duration"}, ""),
        ("Quel retard aura la ligne de Vernier ?", {"duration"}, ""),
        ("How long is the Vernier railway?", {"quantity"}, "m"),
        ("How long will the line be closed?", {"duration"}, ""),
        ("Combien de temps la ligne sera-t-elle fermée ?", {"duration"}, ""),
    ],
)
def test_the_kind_of_figure_and_what_it_counts(question: str, kinds: set[str], unit: str) -> None:
    want = sought(analyse(question))
    assert want is not None
    assert (set(want.kinds), want.unit) == (kinds, unit)
    assert not want.is_open


@pytest.mark.parametrize(
    "question",
    [
        "How old is Ada Brandt?",
        "Quel âge a Ada Brandt ?",
        "Who signed the treaty?",
        "Pourquoi le pont a-t-il fermé ?",
        "Où est Vernier ?",
        "What is the name of the mayor?",
        "Who said how much water the plant will use?",
        "Qui a dit combien de temps durerait la fermeture ?",
        "When did the town say how long the bridge would be closed?",
    ],
)
def test_nothing_where_no_figure_is_asked_for(question: str) -> None:
    assert sought(analyse(question)) is None


def test_how_well_a_count_fits() -> None:
    assert unit_fit("death", "death") == 1.0
    assert unit_fit("death", "injury") == 0.0
    assert unit_fit("infection", "case") == 0.8
    assert unit_fit("person", "spectator") == 0.7
    assert unit_fit("", "") == unit_fit("death", "") == 0.5
    assert unit_fit("en:whale", "en:shark") == 0.1 < unit_fit("en:whale", "fr:baleine") == 0.4


@given(st.text(max_size=60), st.sampled_from(["How many ", "Combien de ", "How much ", ""]))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(text: str, lead: str) -> None:
    want = sought(analyse(f"{lead}{text}"))
    assert want is None or want.kinds


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("How many children died in the Vernier floods?", "child"),
        ("Combien de femmes sont mortes à Vernier ?", "woman"),
        ("How many passengers died at Vernier?", "death"),
    ],
)
def test_of_some_of_the_dead_the_dead_are_no_count(question: str, unit: str) -> None:
    want = sought(analyse(question))
    assert want is not None and want.unit == unit
    assert unit_fit("child", "person") < unit_fit("passenger", "person")
