"""What a claim must keep of how its source holds what it says, and what is none of its business."""

import pytest

from rag.citations.holding import lost_manner
from rag.citations.reasons import Reason
from rag.citations.reporting import governed, manner
from rag.citations.sources import Source

KEPT = [
    # claim, sentence cited in French
    ("The marathon, scheduled for November, has been cancelled.", "Le marathon, prévu en novembre, a été annulé."),
    ("The band split up in 1999.", "Né à Lyon, le groupe s'est séparé en 1999."),
    ("The road is closed, the prefecture said.", "La route est fermée, a indiqué la préfecture."),
    ("The company may have lost the contract.", "La société aurait perdu le contrat."),
    ("Swimming is not allowed on the beach.", "La baignade est interdite sur la plage."),
    ("Talks have not taken place for three months.", "Les réunions sont suspendues depuis trois mois."),
    (
        "The family was stuck on the road for two hours.",
        "La famille est restée deux heures sur la route, sans pouvoir partir.",
    ),
    ("The body of his wife was found.", "Le corps sans vie de sa femme a été découvert."),
    ("The show does not resume until January.", "Le spectacle ne reprend qu'en janvier."),
    (
        "The mayor launched the project for 13 million.",
        "Le maire, qui a promis des économies, a lancé le chantier pour 13 millions.",
    ),
    ("It is only a suspension.", "Il ne s'agit que d'une suspension."),
]
LOST = [
    ("The road is closed.", "La route est fermée, a indiqué la préfecture.", "unattributed"),
    ("The road is closed.", "La préfecture affirme que la route est fermée.", "unattributed"),
    ("The road is closed.", "Selon la préfecture, la route est fermée.", "unattributed"),
    ("The company lost the contract.", "La société aurait perdu le contrat.", "unhedged"),
    ("The company lost the contract.", "La société a peut-être perdu le contrat.", "unhedged"),
    ("The minister resigned on Friday.", "Le ministre n'a pas démissionné vendredi.", "undenied"),
    ("The minister resigned on Friday.", "Le ministre refuse de démissionner vendredi.", "undenied"),
    ("The marathon has not been cancelled.", "Le marathon a été annulé.", "denied"),
    ("The minister did not resign.", "Le ministre, né à Lyon, a démissionné.", "denied"),
    ("The operator expected an improvement.", "L'opérateur n'attend \"pas d'amélioration\".", "undenied"),
]

# claim, its language, sentence cited, its language
HEDGED = [
    ("The dyke gave way, the province said.", "en", "The dyke may have given way, the province said.", "en"),
    ("The dyke will give way.", "en", "The dyke could give way.", "en"),
    ("The dyke will give way, engineers say.", "en", "La digue pourrait céder, disent les ingénieurs.", "fr"),
    ("La digue cédera, selon la province.", "fr", "La digue pourrait céder, selon la province.", "fr"),
    ("La digue va céder.", "fr", "The dyke might give way.", "en"),
    ("The suspect crossed the border.", "en", "The suspect may have crossed the border.", "en"),
    ("The firm will shed 40 jobs, unions say.", "en", "Les syndicats redoutent la perte de 40 emplois.", "fr"),
    ("The barge is sinking.", "en", "La barge serait en train de couler.", "fr"),
]
HEDGE_KEPT = [
    ("The dyke could give way, engineers say.", "en", "La digue pourrait céder, disent les ingénieurs.", "fr"),
    ("La digue risque de céder.", "fr", "The dyke might give way.", "en"),
    ("Selon la province, la barge a coulé.", "fr", "Selon la province, la barge aurait coulé.", "fr"),
    ("The barge sank, the province says.", "en", "Selon la province, la barge aurait coulé.", "fr"),
    ("The port said it will close.", "en", "Le port a dit qu'il fermerait.", "fr"),
    ("Residents heard a blast.", "en", "Residents could hear a blast.", "en"),
    ("Women are twice as susceptible.", "en", "Women are twice as likely to fall ill.", "en"),
    ("The council puts the cost at 4 million.", "en", "The dyke costs 4 million, the council said.", "en"),
]


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), HEDGED)
def test_neither_a_speaker_nor_a_future_stands_for_a_hedge(text, language, cited, theirs):
    assert lost_manner(text, language, [Source(cited, theirs)]) == Reason("unhedged")


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), HEDGE_KEPT)
def test_a_hedge_is_kept_by_another_hedge_and_hearsay_by_who_says_it(text, language, cited, theirs):
    assert lost_manner(text, language, [Source(cited, theirs)]) is None


# claim, its language, sentence cited, its language
TO_COME = [
    ("The conductor left the opera on 12 May.", "en", "The conductor will leave the opera on 12 May.", "en"),
    ("The conductor, who came in 2019, left the opera on 12 May.", "en",
     "Le chef, arrivé en 2019, quittera l'opéra le 12 mai.", "fr"),
    ("The school sold its garden.", "en", "L'école va vendre son jardin.", "fr"),
    ("The abbey sold its vineyard.", "en", "The abbey is going to sell its vineyard.", "en"),
    ("The abbey sold its vineyard.", "en", "The abbey has agreed to sell its vineyard.", "en"),
    ("The abbey has sold its vineyard.", "en", "The abbey tried to sell its vineyard.", "en"),
    ("L'abbaye a vendu son vignoble.", "fr", "L'abbaye doit vendre son vignoble.", "fr"),
    ("L'abbaye a vendu son vignoble.", "fr", "L'abbaye tente de vendre son vignoble.", "fr"),
    ("The smuggler was sentenced to three years.", "en", "Prosecutors asked for a sentence of three years.", "en"),
    ("Trams will stop on Friday.", "en", "Unless a deal is found, trams will stop on Friday.", "en"),
    ("Le dépôt fermera.", "fr", "Si la loi passe, le dépôt fermera.", "fr"),
]  # fmt: skip
STILL_TO_COME = [
    ("Prosecutors wanted the smuggler jailed for three years.", "en",
     "Prosecutors asked for a sentence of three years.", "en"),
    ("The abbey offered to sell the vineyard it bought in 1990.", "en",
     "L'abbaye va vendre son vignoble, acheté en 1990.", "fr"),
    ("The abbey attempted to sell its vineyard.", "en", "The abbey tried to sell its vineyard.", "en"),
    ("Once the law passes, the depot will close.", "en", "Si la loi passe, le dépôt fermera.", "fr"),
    ("Le chef quitte l'opéra en mai, a dit le maire.", "fr",
     "Le chef quittera l'opéra en mai, a dit le maire.", "fr"),
    ("The conductor came in 2019.", "en", "Le chef, arrivé en 2019, quittera l'opéra le 12 mai.", "fr"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), TO_COME)
def test_what_is_to_come_wanted_or_on_condition_is_not_told_as_done(text, language, cited, theirs):
    assert lost_manner(text, language, [Source(cited, theirs)]) == Reason("unhedged")


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), STILL_TO_COME)
def test_what_is_to_come_may_be_told_in_other_words(text, language, cited, theirs):
    assert lost_manner(text, language, [Source(cited, theirs)]) is None


@pytest.mark.parametrize(("text", "cited"), KEPT)
def test_kept(text, cited):
    assert lost_manner(text, "en", [Source(cited, "fr")]) is None


@pytest.mark.parametrize(("text", "cited", "told"), LOST)
def test_lost(text, cited, told):
    assert lost_manner(text, "en", [Source(cited, "fr")]) == Reason(told)


def test_a_plain_source_beside_a_hedged_one_frees_the_claim():
    both = [Source("La société aurait perdu le contrat.", "fr"), Source("La société a perdu le contrat.", "fr")]
    assert lost_manner("The company lost the contract.", "en", both) is None


def test_a_mark_on_a_sentence_about_something_else_is_no_dropped_not():
    cited = [Source("Le ministre n'a pas démissionné vendredi.", "fr")]
    assert lost_manner("The bridge collapsed after heavy rain.", "en", cited) == Reason("unrelated")


def test_what_a_cue_governs():
    text = "Le maire, qui a démissionné, n'a rien dit, a indiqué la préfecture."
    parts = {part.kind: text[part.start : part.end].strip(" ,") for part in governed(text, "fr")}
    assert parts == {"attributed": "Le maire, qui a démissionné, n'a rien dit", "denied": "n'a rien dit"}


def test_may_the_month_and_born_are_no_cues():
    assert not manner("On 3 May the mayor was born.", "en").hedged
    assert not manner("Elle est née à Lyon.", "fr").denied
