"""What a question demands: slots, the thing counted, the role asked for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.question import analyse
from rag.ranking.demand import demand_of

CASES = [
    ("How many bells were recast?", "count", ("bells",)),
    ("Combien de cloches ont été refondues ?", "count", ("cloches",)),
    ("À combien d'exemplaires le livre s'est-il vendu ?", "count", ("exemplaires",)),
    ("How many cabin crew jobs will go?", "count", ("crew", "jobs")),
    ("What was the number of visitors in May?", "count", ("visitors",)),
    ("How many years in prison did Karel Novotny get?", "duration", ("prison",)),
    ("Combien d'années la halle est-elle restée fermée ?", "duration", ()),
    ("How many kilos of grapes were picked?", "mass", ()),
    ("Combien d'euros la mairie a-t-elle versés ?", "money", ()),
    ("How much did the bridge cost?", "money", ()),
    ("Quel est le tarif du billet ?", "money", ()),
    ("Combien d'argent la mairie a-t-elle versé ?", "money", ()),
    ("Combien d'essence reste-t-il ?", "amount", ()),
    ("Who said how much the bridge would cost?", "name", ()),
    ("Combien de livres le jury a-t-il lus ?", "count", ("livres",)),
    ("Combien de livres la mairie a-t-elle versées ?", "money", ()),
    ("How many fishermen died?", "count", ("fishermen",)),
    ("Who worries about how much water the plant will use?", "name", ()),
    ("What was the mayor's annual salary?", "money", ("salary",)),
    ("What did the village spend on the hall?", "money", ()),
    ("What share of voters stayed at home?", "percent", ()),
    ("Quel a été le taux de participation ?", "percent", ()),
    ("How old was the driver?", "age", ()),
    ("Where was the driver born?", "birth", ()),
    ("Quand le conducteur est-il né ?", "birth", ()),
    ("À quelle heure le feu a-t-il pris ?", "clock", ()),
    ("In what year was the yacht launched?", "year", ()),
    ("When was the yacht launched?", "date", ()),
    ("How large is the staff of the institute?", "count", ("people",)),
    ("Quel est l'effectif de l'usine ?", "count", ("personnes",)),
    ("How many people lost their lives in the blast?", "count", ("deaths",)),
    ("Combien de personnes ont été tuées par l'explosion ?", "count", ("morts",)),
    ("Combien de personnes ont été légèrement blessées ?", "count", ("blesses",)),
    ("How many people watched the blast?", "count", ("people",)),
    ("What is the death toll of the blast?", "count", ("deaths",)),
    ("Quel est le bilan humain de l'explosion ?", "count", ("morts",)),
    ("How tall is the tower?", "length", ()),
    ("How high is the tower?", "length", ()),
    ("How high is the deposit rate?", "amount", ()),
    ("What score did the party get in the election?", "percent", ()),
    ("De combien le prix du blé a-t-il reculé ?", "amount", ()),
    ("By how much did the price of wheat fall?", "amount", ()),
    ("What ransom was paid?", "money", ()),
    ("Quelle est la vitesse maximale du train ?", "speed", ()),
    ("What verdict did the court hand down?", "verdict", ()),
    ("À quelle peine a-t-il été condamné ?", "penalty", ()),
    ("Who is Karel Novotny's lawyer?", "name", ("lawyer",)),
    ("Quel photographe a pris la une ?", "name", ("photographe",)),
    ("Comment s'appelle le chauffeur du car ?", "name", ("chauffeur",)),
    ("In which town did it happen?", "place", ("town",)),
    ("Why did the hall close?", "words", ()),
    ("How long is the new tramway line?", "length", ()),
    ("How long was the strike at the mine?", "duration", ()),
    ("How long was the railway journey?", "duration", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slot", "heads"), CASES)
def test_demands(text: str, slot: str, heads: tuple[str, ...]) -> None:
    demand = demand_of(analyse(text))
    assert (demand.slot, demand.heads) == (slot, heads)


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_demands_something(text: str) -> None:
    demand = demand_of(analyse(text, "en"))
    assert len(demand.heads) <= 2
