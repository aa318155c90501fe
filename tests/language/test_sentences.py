"""Where sentences are: a table of cases, paragraphs, quotations, and the laws every text obeys."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.language import normalise, sentence_spans


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


# Each string is one text; "|" marks where one sentence ends and the next begins.
CASES = [
    "M. Dupont a vu Mme Durand. |Il est parti.",
    "MM. Hollande et Valls sont venus. |Ils ont parlé.",
    "Le Dr Martin et le Pr. Raoult répondent. |Merci.",
    "L'art. 3 dit tout. |L'article suivant aussi.",
    "Voir p. 12 et fig. 4. |Fin.",
    "Il pèse 1 250,5 kg. |C'est lourd.",
    "Le taux est de 3.5 pour cent. |Bien.",
    "On compte 4.634 morts. |C'est trop.",
    "César naît en 100 av. J.-C. à Rome. |Il meurt en 44.",
    "Il vit au Ier siècle av. J.-C. |Les sources manquent.",
    "Des fruits, p. ex. Pommes et poires. |Voilà.",
    "Des pommes, des poires, etc. |Mais pas de noix.",
    "Des pommes, etc. et des noix. |Voilà.",
    "J. K. Rowling et J.-P. Martin arrivent. |Ils lisent.",
    "George W. Bush a parlé. |Il est reparti.",
    "Il dit : « Vive la France ! » |Puis il part.",
    "« Vive la France ! », dit-il. |Puis il part.",
    "« Où est-il ? » demande-t-elle. |Personne ne sait.",
    "Il a « gagné la guerre ! » hier. |Bravo.",
    'Il a dit : "C\'est fini." |Puis il est parti.',
    'Il a "gagné la guerre !", dit-on. |Bravo.',
    "Et puis... rien. |Fin.",
    "Et puis… |Rien ne vint.",
    "On a tout perdu (...) |C'est horrible.",
    "Quoi ?! |Non !",
    "C'est le 25 juin. |10 personnes viennent.",
    "Le 3 janv. 2024, il neige. |Il fait froid.",
    "Le site www.exemple.fr est là. |Voir https://a.b/c.html?x=1. |Fin.",
    "Écrivez à moi@exemple.fr. |Merci.",
    "(Il rit.) |Elle aussi.",
    "La phrase collée.La suivante. |Fin.".replace("collée.La", "collée.|La"),
    "Le fichier Pop.Up est ouvert. |Fin.",
    "– Bonjour ! – dit-il. |– Salut.",
    "Yahoo! a gagné. |Bien.",
    "He met Mr. Smith and Mrs. Jones. |They left.",
    "The U.S. President spoke. |He left.",
    "He lives in the U.S. |He works there.",
    "No. 10 said nothing. |The press waited.",
    "He said no. |The press waited.",
    "At 3 p.m. the train left. |It was full.",
    "The train left at 3 p.m. |It was full.",
    "Apple Inc. said so. |It was late.",
    "He works for Apple Inc. |The firm is big.",
    "St. Petersburg is cold. |It snows.",
    "Gen. Mark A. Milley and Lt. Col. Vindman spoke. |Fine.",
    "In Roe v. Wade the court ruled. |That was in 1973.",
    "Some (e.g. Smith) agree; others, i.e. Jones, do not. |Fine.",
    "It costs $3.5 billion. |That is a lot.",
    '"Stop!" President Biden said. |He left.',
    '"Stop!" he said. |He left.',
    '"We won." |She smiled.',
    "“We won.” |She smiled.",
    "Plan B. |The rest is silence.",
    "Martin Luther King Jr. spoke. |They marched.",
    "Washington, D.C. is hot. |It rains.",
    "Was it him? |Yes.",
    '"He was kind." |Mr. Smith said that he was shocked.',
    "The station I. P. Pavlova is near. |It is deep.",
    "The prisoner, A. A. J., is 28. |He waits.",
    "It was not I. |The others left.",
    "It happened on Sept. 11. |The towers fell.",
]


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case):
    marked = case.split("|")
    assert sentences("".join(marked)) == [part.strip() for part in marked]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un titre\nLe texte suit.", ["Un titre", "Le texte suit."]),
        ("Fin du premier\n\nDébut du second.", ["Fin du premier", "Début du second."]),
        ("1. Un point.\n2. Un autre.", ["1. Un point.", "2. Un autre."]),
        ("Liste :\n- un élément\n- un autre", ["Liste :", "- un élément", "- un autre"]),
        ("# Titre\n\nTexte.", ["# Titre", "Texte."]),
        # A sentence cut by a break that is clearly not finished is kept whole.
        ("Le président a décidé\nde partir. Bien.", ["Le président a décidé\nde partir.", "Bien."]),
        ("Le président\n\n, lui, est parti.", ["Le président\n\n, lui, est parti."]),
        # Breaks just inside a quotation, as one source has them.
        ('Elle décrit : "\nC\'est ainsi."\nIl part.', ['Elle décrit : "\nC\'est ainsi."', "Il part."]),
        ('"\nOui, je viens.\n" Il sourit.', ['"\nOui, je viens.\n"', "Il sourit."]),
        ('"\nOui, je viens\n", a-t-il dit. Fin.', ['"\nOui, je viens\n", a-t-il dit.', "Fin."]),
        ('Il dit : "Un. Deux.\nTrois", puis sort.', ['Il dit : "Un.', "Deux.", 'Trois", puis sort.']),
    ],
)
def test_paragraphs(text, expected):
    assert sentences(text) == expected


def test_hard_wrapped_lines_are_no_paragraphs():
    text = (
        "The committee met on Thursday to discuss the plan that the\n"
        "Minister had put forward in the spring. Nothing was decided\n"
        "Before the members went home they agreed to meet again.\n"
        "\n"
        "A second paragraph begins here and it is also broken at the\n"
        "Usual width."
    )
    found = sentences(text)
    assert found[0].startswith("The committee met") and found[0].endswith("in the spring.")
    assert found[-1] == "A second paragraph begins here and it is also broken at the\nUsual width."
    assert len(found) == 3


def test_empty_texts_have_no_sentence():
    assert sentence_spans("") == []
    assert sentence_spans(" \n\n \u00a0") == []


PIECES = st.sampled_from(
    'Le chat M. U.S. 3.5 art. « » " “ ” ( ) . ! ? … ... , : ; - – Il The J.-C. 1. etc. https://a.b/c. É é'.split()
    + [" ", "  ", "\u00a0", "\n", "\n\n", "\n- "]
)


@settings(max_examples=400)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=40).map(" ".join)))
def test_spans_are_ordered_trimmed_and_cover_all_but_white_space(raw):
    text = normalise(raw)
    spans = sentence_spans(text)
    position = 0
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


def test_a_large_text_without_a_break_or_full_of_open_quotes_comes_back_whole():
    for unit in ("Une phrase assez courte. ", '"Une phrase ouverte. ', "mot\n", 'a"\n'):
        text = (unit * 40_000)[:900_000]
        spans = sentence_spans(text)
        assert spans[0][0] == 0
        assert spans[-1][1] == len(text.rstrip())
