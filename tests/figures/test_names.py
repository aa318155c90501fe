"""Names: what is one, its key, and which names are the same in two languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.figures import find_names, mentions, same_name

FOUND = [
    ("fr", "Aux Etats-Unis, le président américain Joe Biden a reçu M. Hadi.", ["Etats-Unis", "Joe Biden", "Hadi"]),
    ("fr", "L'Union européenne et l'ONU se réunissent à Genève.", ["Union européenne", "ONU", "Genève"]),
    ("fr", "Selon l'Institut Pasteur et Louis d'Hendecourt, rien.", ["Institut Pasteur", "Louis d'Hendecourt"]),
    ("fr", "Interrogé vendredi, Éric Dupond-Moretti a refusé.", ["Éric Dupond-Moretti"]),
    ("fr", "La Côte d'Ivoire bat le Sénégal.", ["Côte d'Ivoire", "Sénégal"]),
    ("fr", "Le Premier ministre Jean Castex est venu.", ["Jean Castex"]),
    ("fr", "Charles de Gaulle parlait à Brazzaville.", ["Charles de Gaulle", "Brazzaville"]),
    ("fr", "Depuis trois jours, rien.", []),
    ("fr", "Y aura-t-il une grève à Lyon ?", ["Lyon"]),
    ("fr", "Y a-t-il des morts ? Y avait-il une alerte ?", []),
    ("fr", "Y. Marchand parle de la génération Y.", ["Y. Marchand", "Y"]),
    ("en", "Is there a strike? Will there be one in Lyon?", ["Lyon"]),
    ("fr", "« Nous attendons », dit-elle. Les pompiers aussi.", []),
    ("fr", "La SNCF supprime des trains.", ["SNCF"]),
    ("en", "In the United States, President Joe Biden met Mr. Hadi.", ["United States", "President Joe Biden", "Hadi"]),
    ("en", "The European Union and the UN met in Geneva.", ["European Union", "UN", "Geneva"]),
    ("en", "J. K. Rowling and Conor O'Brien wrote it.", ["J. K. Rowling", "Conor O'Brien"]),
    ("en", "The Bank of England raised rates in March.", ["Bank of England"]),
    ("en", "Officials said nothing. Nobody knows.", []),
    ("en", "U.S. officials flew to Kyiv.", ["U.S.", "Kyiv"]),
    ("en", "Bashar al-Assad met Itamar ben-Gvir.", ["Bashar al-Assad", "Itamar ben-Gvir"]),
    ("en", "Ursula von der Leyen, Jacobus van 't Hoff.", ["Ursula von der Leyen", "Jacobus van 't Hoff"]),
    ("en", "Conor O'Neil, Jose dos Santos and Luiz da Silva.", ["Conor O'Neil", "Jose dos Santos", "Luiz da Silva"]),
    ("en", "Kenyan Eliud Xoge won.", ["Kenyan", "Eliud Xoge"]),
    ("en", "The South African Ruan van Dyk won.", ["South African", "Ruan van Dyk"]),
    ("en", "Russian Foreign Minister Pavel Orlin spoke.", ["Russian", "Pavel Orlin"]),
    ("en", "Dutch King Willem-Alexander spoke.", ["Dutch", "Willem-Alexander"]),
    ("en", "She won the French Open with British Airways.", ["French Open", "British Airways"]),
    ("en", "Royal Dutch Shell and American Express.", ["Royal Dutch Shell", "American Express"]),
    ("en", "The Israeli Defence Forces; the Irish Sea.", ["Israeli Defence Forces", "Irish Sea"]),
    ("fr", "Bashar al-Assad et Nabil el-Fassi.", ["Bashar al-Assad", "Nabil el-Fassi"]),
    ("fr", "C'est l'Omanais Salim al-Harrasi.", ["Omanais", "Salim al-Harrasi"]),
    ("fr", "La mosquée al-Aqsa.", ["al-Aqsa"]),
    ("fr", "L'Italien Paolo Rossi bat le Fidjien Waisale Koro.", ["Italien", "Paolo Rossi", "Fidjien", "Waisale Koro"]),
    ("fr", "Selon l'Américaine Jane Doe, rien.", ["Américaine", "Jane Doe"]),
    ("fr", "C'est l'Ukrainien Zelensky.", ["Ukrainien", "Zelensky"]),
    ("fr", "Elle gagne le French Open avec British Airways.", ["French Open", "British Airways"]),
    ("fr", "Ici Romain Grosjean, Corse Matin et Christian Dior.", ["Romain Grosjean", "Corse Matin", "Christian Dior"]),
    ("fr", "Le Parisien TV le dit, le Républicain Lorrain aussi.", ["Parisien TV", "Républicain Lorrain"]),
    ("fr", "Nous y allons, explique à l'AFP Karel Novotny.", ["AFP", "Karel Novotny"]),
    ("fr", "C'est faux, a déclaré à Reuters Paul Martin.", ["Reuters", "Paul Martin"]),
    ("fr", "Il siège à l'ONU Genève.", ["ONU Genève"]),
    ("en", "According to France's minister, it is over.", ["France"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "names"), FOUND)
def test_names_of_a_sentence(language, text, names):
    found = find_names(text, language)
    assert [name.text for name in found] == names
    assert all(text[name.start : name.end] == name.text for name in found)


SAME = [
    ("Etats-Unis", "United States", True),
    ("États-Unis d'Amérique", "USA", True),
    ("Royaume-Uni", "Britain", True),
    ("Allemagne", "Germany", True),
    ("Corée du Sud", "South Korea", True),
    ("Corée du Nord", "South Korea", False),
    ("Londres", "London", True),
    ("ONU", "United Nations", True),
    ("OTAN", "NATO", True),
    ("OMS", "World Health Organization", True),
    ("UE", "European Union", True),
    ("Joe Biden", "Biden", True),
    ("Président Biden", "Joe Biden", True),
    ("Hunter Biden", "Joe Biden", False),
    ("Vladimir Poutine", "Putin", True),
    ("Volodymyr Zelensky", "Zelenskyy", True),
    ("Benjamin Netanyahou", "Netanyahu", True),
    ("Emmanuel Macron", "Brigitte Macron", False),
    ("Niger", "Nigeria", False),
    ("Guinée", "Guinea", True),
    ("Congo", "Kinshasa", False),
    ("Paris", "Parme", False),
]


@pytest.mark.parametrize(("french", "english", "same"), SAME)
def test_same_name(french, english, same):
    (a,), (b,) = find_names(f"Voici {french} ici", "fr"), find_names(f"Here is {english} now", "en")
    assert same_name(a, b) is same_name(b, a) is same


def test_mentions_know_peoples_and_places_in_any_case():
    french = mentions("Le président américain est à Pékin avec l'Union européenne.", "fr")
    assert {"american", "beijing", "european union"} <= french
    assert {"american", "beijing"} <= mentions("The American president is in Beijing.", "en")


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "xx"]))
@settings(max_examples=300, deadline=None)
def test_no_text_raises_and_every_span_is_its_text(text, language):
    end = 0
    for name in find_names(text, language):
        assert end <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        assert name.key
        assert same_name(name, name)
        end = name.end
    assert isinstance(mentions(text, language), frozenset)
