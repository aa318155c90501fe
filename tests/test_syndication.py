"""Copies are found, and updates are not taken for copies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.syndication import is_copy, sketch

PARAGRAPHS = [
    "PARIS, 3 mai - Le conseil municipal a voté lundi la construction d'une passerelle au-dessus du fleuve, attendue "
    "depuis plus de dix ans par les habitants des deux rives et par les associations de cyclistes.",
    "L'ouvrage, long de 240 mètres, doit coûter 18 millions d'euros. La région en paiera un tiers, l'Europe un autre, "
    "et la ville le reste, sans hausse d'impôts selon la maire, qui en avait fait une promesse de campagne.",
    "Les travaux commenceront au printemps prochain et dureront vingt-six mois. Deux appels d'offres seront lancés "
    "avant l'été, l'un pour les fondations, l'autre pour le tablier en bois et en acier imaginé par l'architecte.",
    "L'opposition regrette que le marché couvert, fermé depuis l'incendie de l'hiver dernier, doive attendre encore. "
    "Elle demande un calendrier public et une réunion avec les commerçants avant la fin du mois.",
]
STORY = "\n".join(PARAGRAPHS)
OTHER = (
    "Le club de la ville a remporté samedi la finale du championnat régional devant trois mille spectateurs. Mené à la "
    "pause, il a renversé le match en marquant deux fois dans le dernier quart d'heure, avant de tenir jusqu'au bout."
)


def copies(one, other):
    return is_copy(sketch(one), sketch(other))


def test_case_accents_and_punctuation_make_no_difference():
    assert sketch("LE CHAT, dort — sur le « canape » gris") == sketch("Le chat dort sur le canapé gris.")


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.replace("PARIS, 3 mai", "LYON, 4 mai"),
        "\n".join(PARAGRAPHS[:3]),
        "\n".join(PARAGRAPHS[:1] + PARAGRAPHS[2:]),
        STORY + "\nNotre rédaction suit ce dossier.",
        STORY.upper(),
    ],
    ids=["same", "dateline", "cut at the end", "paragraph dropped", "sentence added", "capitals"],
)
def test_copies_with_the_edits_outlets_make(copy):
    assert copies(copy, STORY)
    assert not copies(copy, OTHER)


def test_a_version_with_other_figures_is_an_update_and_no_copy():
    update = STORY.replace("18 millions", "23 millions").replace("240 mètres", "260 mètres")
    assert not copies(update, STORY)


@given(*[st.sampled_from([STORY, OTHER, *PARAGRAPHS, "court", ""]) | st.text(max_size=40)] * 2)
def test_whoever_is_a_copy_of_another_is_copied_by_it_and_any_text_with_words_copies_itself(one, other):
    assert copies(one, other) == copies(other, one)
    assert copies(one, one) == bool(sketch(one).runs)
