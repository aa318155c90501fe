"""Word translations for search, from the committed table."""

from rag.translation import translate_term, words_from


def test_common_words_lead_with_their_usual_counterpart() -> None:
    assert translate_term("soldiers", "en", "fr")[0][0] == "soldats"
    assert translate_term("unemployment", "en", "fr")[0][0] == "chomage"
    assert translate_term("maire", "fr", "en")[0][0] == "mayor"


def test_case_and_accents_do_not_matter() -> None:
    assert translate_term("Élections", "fr", "en") == translate_term("elections", "fr", "en") != ()


def test_probabilities_fall_and_sum_to_at_most_one() -> None:
    for term, source, target in [("government", "en", "fr"), ("retrait", "fr", "en"), ("strike", "en", "fr")]:
        chances = [chance for _, chance in translate_term(term, source, target)]
        assert chances == sorted(chances, reverse=True)
        assert 0 < sum(chances) <= 1.011  # rounded to two digits in the table


def test_unknown_words_and_other_languages_give_nothing() -> None:
    assert translate_term("zzyzx", "en", "fr") == ()
    assert translate_term("maire", "fr", "fr") == ()
    assert translate_term("maire", "fr", "de") == ()


def test_words_from_lists_the_forms_of_a_word() -> None:
    forms = words_from("Élect", "fr")
    assert {"election", "elections", "electeurs"} <= set(forms)
    assert forms == sorted(forms) and all(form.startswith("elect") for form in forms)
    assert words_from("e", "fr") == words_from("elect", "de") == words_from("zzyzx", "en") == []
