"""What Citewire itself says in an answer, in English and in French.

Knows the sentences of refusals, notes and reasons to withhold. Does not know when they are said, nor what a chat model
is told to say (``rag.writers``).
"""

from __future__ import annotations

_MESSAGES = {
    "en": {
        "no_evidence": "The corpus does not say: nothing in it is about this.",
        "unheard": "The corpus does not say: it never mentions {name}.",
        "weak_evidence": "The corpus does not say it plainly. The nearest statement is below.",
        "unintroduced": "The corpus does not say who or what that is. The nearest statement is below.",
        "unsaid": "The corpus does not say what {who} says of that. The nearest statement is below.",
        "missing": "The corpus does not say: what it has on this gives no {what}. The nearest statement is below.",
        "missing_count": "count of what was asked about",
        "missing_money": "such sum of money",
        "missing_percent": "such share",
        "missing_duration": "such length of time",
        "missing_age": "age",
        "missing_length": "such length or height",
        "missing_speed": "speed",
        "missing_mass": "weight",
        "missing_amount": "such figure",
        "missing_clock": "time of day",
        "missing_year": "year for it",
        "missing_date": "date for it",
        "missing_penalty": "penalty",
        "missing_birth": "time or place of birth",
        "missing_verdict": "verdict",
        "filtered_out": "No article passes the filters; widen them, or clear them.",
        "withheld": "The corpus does not say: nothing that could be written is borne out by its sentences.",
        "empty_question": "Ask something about the articles.",
        "long_question": "A question may have {words} words and {letters} characters at most: ask it in fewer.",
        "false_premise": "The corpus does not bear out what the question takes for granted: “{premise}”. The nearest "
        "statement is below.",
        "list_note": "A sentence for each name found; there may be others.",
        "agreed_note": "{count} of the articles found name it.",
        "withheld_note_one": "1 statement withheld: not borne out by what it cites.",
        "withheld_note": "{count} statements withheld: not borne out by what they cite.",
        "withheld_empty": "It says nothing.",
        "withheld_mark": "Mark {about} cites nothing.",
        "withheld_marks": "Marks {about} cite nothing.",
        "withheld_uncited": "It cites no sentence.",
        "withheld_misquoted": "The sentence it cites is not in its article.",
        "withheld_absent": "No sentence it cites says “{about}”.",
        "withheld_repeated": "It says “{about}” more often than the sentences it cites.",
        "withheld_unattributed": "It drops who said so.",
        "withheld_unhedged": "It takes for certain what the sentence it cites does not.",
        "withheld_undenied": "It leaves out a “not” or “never” of the sentence it cites.",
        "withheld_denied": "It denies what the sentence it cites does not deny.",
        "withheld_unrelated": "Little or nothing of it is in the sentence it cites.",
        "withheld_swapped": "It says of “{about}” what the sentence it cites says of another.",
        "chat_failed_note": "These are the articles' own sentences, since {why}.",
        "chat_unproved_note": "Nothing that the chat model wrote is borne out by what it cites: these are the "
        "articles' own sentences.",
        "chat_refused_note": "The chat model wrote that the articles do not say.",
        "chat_long_note": "The chat model wrote more than can be checked; statements read: {count}.",
        "part_note": "The corpus does not say: {part}",
        "as_of_note": "Answered from what was published by {date}.",
        "told_later_note": "No article of that time ({words}) says so: a later one tells of it.",
        "superseded_note": "Reports give different values for this figure over time: see how it moved.",
    },
    "fr": {
        "no_evidence": "Le corpus ne le dit pas : aucun article n'en parle.",
        "unheard": "Le corpus ne le dit pas : il ne mentionne jamais {name}.",
        "weak_evidence": "Le corpus ne le dit pas clairement. La phrase la plus proche est ci-dessous.",
        "unintroduced": "Le corpus ne dit pas de qui ou de quoi il s'agit. La phrase la plus proche est ci-dessous.",
        "unsaid": "Le corpus ne rapporte pas ce que dit {who} à ce sujet. La phrase la plus proche est ci-dessous.",
        "missing": "Le corpus ne le dit pas : ce qu'il contient à ce sujet ne donne pas {what}. La phrase la plus "
        "proche est ci-dessous.",
        "missing_count": "le nombre demandé",
        "missing_money": "la somme demandée",
        "missing_percent": "la part demandée",
        "missing_duration": "la durée demandée",
        "missing_age": "l'âge demandé",
        "missing_length": "la longueur ou la hauteur demandée",
        "missing_speed": "la vitesse demandée",
        "missing_mass": "le poids demandé",
        "missing_amount": "le chiffre demandé",
        "missing_clock": "l'heure demandée",
        "missing_year": "l'année demandée",
        "missing_date": "la date demandée",
        "missing_penalty": "la peine demandée",
        "missing_birth": "la date ou le lieu de naissance",
        "missing_verdict": "le jugement demandé",
        "filtered_out": "Aucun article ne passe les filtres ; élargissez-les ou effacez-les.",
        "withheld": "Le corpus ne le dit pas : rien de ce qui pouvait être écrit n'est étayé par ses phrases.",
        "empty_question": "Posez une question sur les articles.",
        "long_question": "Une question compte au plus {words} mots et {letters} caractères : abrégez-la.",
        "false_premise": "Le corpus ne confirme pas ce que la question tient pour acquis : «\u00a0{premise}\u00a0». La "
        "phrase la plus proche est ci-dessous.",
        "list_note": "Une phrase pour chaque nom trouvé ; il peut y en avoir d'autres.",
        "agreed_note": "{count} des articles trouvés le disent.",
        "withheld_note_one": "1 affirmation écartée : les phrases citées ne l'étayent pas.",
        "withheld_note": "{count} affirmations écartées : les phrases citées ne les étayent pas.",
        "withheld_empty": "Elle ne dit rien.",
        "withheld_mark": "Le renvoi {about} ne correspond à aucune phrase.",
        "withheld_marks": "Les renvois {about} ne correspondent à aucune phrase.",
        "withheld_uncited": "Elle ne cite aucune phrase.",
        "withheld_misquoted": "La phrase citée ne se trouve pas dans son article.",
        "withheld_absent": "Aucune phrase citée ne dit «\u00a0{about}\u00a0».",
        "withheld_repeated": "Elle dit «\u00a0{about}\u00a0» plus souvent que les phrases citées.",
        "withheld_unattributed": "Elle omet qui le dit.",
        "withheld_unhedged": "Elle tient pour certain ce que la phrase citée laisse incertain.",
        "withheld_undenied": "Elle omet une négation de la phrase citée.",
        "withheld_denied": "Elle nie ce que la phrase citée ne nie pas.",
        "withheld_unrelated": "La phrase citée n'en dit rien, ou presque.",
        "withheld_swapped": "Elle dit de «\u00a0{about}\u00a0» ce que la phrase citée dit d'un autre.",
        "chat_failed_note": "Voici les phrases mêmes des articles, faute de réponse du modèle ({why}).",
        "chat_unproved_note": "Rien de ce que le modèle a écrit n'est étayé par ce qu'il cite : voici les phrases "
        "mêmes des articles.",
        "chat_refused_note": "Le modèle a écrit que les articles ne le disent pas.",
        "chat_long_note": "Le modèle a écrit plus qu'on ne peut vérifier ; affirmations lues : {count}.",
        "part_note": "Le corpus ne le dit pas : {part}",
        "as_of_note": "Réponse d'après ce qui était publié au {date}.",
        "told_later_note": "Aucun article de cette période ({words}) ne le dit : un article ultérieur en parle.",
        "superseded_note": "Ce chiffre a des valeurs différentes selon les articles et les dates : voir son évolution.",
    },
}


def message(key: str, language: str, **values: object) -> str:
    """The sentence for ``key`` in ``language``, in English where there is no translation. KeyError for no such key."""
    return _MESSAGES.get(language, _MESSAGES["en"])[key].format(**values)


def counted(key: str, language: str, count: int) -> str:
    """The sentence for ``key`` about ``count`` things, in the singular for one."""
    return message(f"{key}_one" if count == 1 else key, language, count=count)
