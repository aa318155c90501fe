"""The page's own words in English and French: labels, dates, names of languages.

Knows: what the interface says. Does not know where it is said. Text of articles never passes through here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_MONTHS = {
    "en": ("January February March April May June July August September October November December").split(),
    "fr": ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre").split(),
}


@dataclass(frozen=True, slots=True)
class Words:
    """Every label of the page in one language. Templates take the named fields in braces."""

    language: str
    colon: str
    tagline: str
    welcome: str
    welcome_more: str
    try_one: str
    in_the_news: str
    whats_new: str
    ask: str
    you_asked: str
    reading: str
    unchecked: str
    sources: str
    source: str
    source_one: str
    source_many: str
    open_article: str
    article: str
    original_at: str
    quote: str
    undated: str
    date_from_text: str
    original_in: str
    also_in_one: str
    also_in_many: str
    detected: str
    as_of: str
    as_of_date: str
    as_of_help: str
    understood_as: str
    window: str
    narrowed: str
    time_read: str
    time_not_read: str
    window_remove: str
    since: str
    until: str
    no_answer: str
    by: str
    in_languages: str
    in_outlets: str
    either: str
    narrowing: str
    widen: str
    refused_within: str
    nearest: str
    ledger: str
    ledger_first: str
    ledger_update: str
    ledger_disagreement: str
    ledger_same: str
    column_date: str
    column_value: str
    column_source: str
    column_status: str
    column_proof: str
    earlier_reports: str
    units: tuple[tuple[str, str], ...]
    in_the_index: str
    article_one: str
    article_many: str
    undated_count: str
    built: str
    empty_index: str
    filters: str
    languages: str
    outlets: str
    published_since: str
    published_until: str
    all_of_them: str
    rebuild: str
    rebuilding: str
    first_build: str
    opening: str
    nothing_yet: str
    nothing_yet_more: str
    look_again: str
    stages: tuple[str, str, str, str]
    pace: str
    report: str
    skipped_one: str
    skipped_many: str
    doubtful_one: str
    doubtful_many: str
    clear: str
    restore: str
    download: str
    file_name: str
    failed: str
    unexpected: str
    stopped: str
    ask_again: str
    gone: str
    unknown_outlet: str
    names: tuple[tuple[str, str], ...]

    def day(self, value: date | None) -> str:
        """A calendar day in words: "28 November 2024", "1er décembre 2024"; the word for undated without one."""
        if value is None:
            return self.undated
        number = "1er" if self.language == "fr" and value.day == 1 else str(value.day)
        return f"{number} {_MONTHS[self.language][value.month - 1]} {value.year}"

    def language_name(self, code: str) -> str:
        """The name of a language in this one; its code where we have no word for it."""
        return dict(self.names).get(code, code.upper() if code != "und" else "?")

    def count(self, one: str, many: str, number: int) -> str:
        """The right of two templates for a number: French counts zero as singular, English as plural."""
        singular = number == 1 or (number == 0 and self.language == "fr")
        return (one if singular else many).format(n=self.number(number))

    def number(self, number: int) -> str:
        """A whole number with its thousands apart, as the language writes it."""
        from rag.figures.cldr import number as written  # the command line starts without

        return written(Decimal(number), self.language)


ENGLISH = Words(
    language="en",
    colon=": ",
    tagline="Answers from the news, each with its proof.",
    welcome="Ask the articles.",
    welcome_more="Every answer is built from sentences of the corpus, and every sentence opens where it was printed. "
    "Ask in English or in French; the articles answer in either.",
    try_one="Try one of these",
    in_the_news="In the newest headlines",
    whats_new="What’s new?",
    ask="Ask about the articles",
    you_asked="You asked",
    reading="Reading the articles…",
    unchecked="Draft, not yet checked against the articles",
    sources="Sources",
    source="Source",
    source_one="{n} source.",
    source_many="{n} sources.",
    open_article="Open article",
    article="Article",
    original_at="Original at ",
    quote="Quoted sentence",
    undated="undated",
    date_from_text="date read from the text",
    original_in="Original in {language}",
    also_in_one="also in 1 outlet",
    also_in_many="also in {n} outlets",
    detected="language detected",
    as_of="As of {day}",
    as_of_date="Answer as of",
    as_of_help="Answers only from what was published by this day.",
    understood_as="Understood as: {question}",
    window="Only reports {span}",
    narrowed="Only articles of: {what}",
    time_read="Time taken from “{words}”",
    time_not_read="All dates searched: the words of time in the question were not applied",
    window_remove="Search all dates",
    since="since {day}",
    until="until {day}",
    no_answer="The corpus does not say.",
    by="by {day}",
    in_languages="in {which}",
    in_outlets="in {which}",
    either="or",
    narrowing="Only articles published {what}",
    widen="Search everything",
    refused_within="Nothing published {what} says so; the rest of the corpus was not searched.",
    nearest="The nearest statement found",
    ledger="How the figure moved",
    ledger_first="first report",
    ledger_update="update",
    ledger_disagreement="disagreement",
    ledger_same="confirmed",
    column_date="Date",
    column_value="Figure",
    column_source="Outlet",
    column_status="Status",
    column_proof="Proof",
    earlier_reports="{n} earlier reports",
    units=(("death", "deaths"), ("injury", "injured"), ("missing", "missing"), ("arrest", "arrests"),
           ("infection", "infections"), ("hospitalisation", "in hospital"), ("person", "people"), ("%", "%")),
    in_the_index="In the index",
    article_one="{n} article",
    article_many="{n} articles",
    undated_count="{n} undated",
    built="Built {when}",
    empty_index="no articles yet",
    filters="Narrow the search",
    languages="Language of the articles",
    outlets="Outlets",
    published_since="Published since",
    published_until="Published until",
    all_of_them="All",
    rebuild="Rebuild the index",
    rebuilding="Rebuilding the index…",
    first_build="There is no index yet. Building one from the articles in {corpus}…",
    opening="Opening the index…",
    nothing_yet="No articles yet.",
    nothing_yet_more="Put some into {corpus}: text, Markdown, saved web pages, PDF, Word documents, JSON or tables. "
    "Then look again.",
    look_again="Look again",
    stages=("Reading articles", "Embedding passages", "Writing the index", "Removing old articles"),
    pace="{rate} passages a second, {left} left",
    report="{added} added, {changed} changed, {removed} removed, {unchanged} unchanged",
    skipped_one="1 file skipped",
    skipped_many="{n} files skipped",
    doubtful_one="1 article with something doubtful",
    doubtful_many="{n} articles with something doubtful",
    clear="Clear conversation",
    restore="Bring the cleared conversation back",
    download="Download conversation",
    file_name="citewire-conversation.md",
    failed="This did not work.",
    unexpected="an unexpected error ({kind}); its details are in the log of the server",
    stopped="Stopped before the answer came.",
    ask_again="Ask again",
    gone="This article is no longer in the index.",
    unknown_outlet="Unknown outlet",
    names=(("en", "English"), ("fr", "French"), ("de", "German"), ("es", "Spanish"), ("it", "Italian"),
           ("pt", "Portuguese"), ("nl", "Dutch"), ("uk", "Ukrainian"), ("ru", "Russian"), ("ar", "Arabic"),
           ("und", "unknown language")),
)  # fmt: skip

FRENCH = Words(
    language="fr",
    colon="\u00a0: ",
    tagline="Des réponses tirées de la presse, preuve à l’appui.",
    welcome="Interrogez les articles.",
    welcome_more="Chaque réponse est faite de phrases du corpus, et chaque phrase s’ouvre là où elle a paru. "
    "Posez vos questions en français ou en anglais\u00a0; les articles répondent dans les deux langues.",
    try_one="Quelques questions pour commencer",
    in_the_news="Dans les derniers titres",
    whats_new="Quoi de neuf ?",
    ask="Posez une question sur les articles",
    you_asked="Votre question",
    reading="Lecture des articles…",
    unchecked="Brouillon, pas encore vérifié dans les articles",
    sources="Sources",
    source="Source",
    source_one="{n} source.",
    source_many="{n} sources.",
    open_article="Ouvrir l’article",
    article="Article",
    original_at="Original\u00a0: ",
    quote="Phrase citée",
    undated="sans date",
    date_from_text="date lue dans le texte",
    original_in="Original en {language}",
    also_in_one="aussi dans 1 autre média",
    also_in_many="aussi dans {n} autres médias",
    detected="langue détectée",
    as_of="Au {day}",
    as_of_date="Répondre en date du",
    as_of_help="Ne répond qu’avec ce qui était paru à cette date.",
    understood_as="Compris ainsi\u00a0: {question}",
    window="Seulement les articles parus {span}",
    narrowed="Seulement les articles de\u00a0: {what}",
    time_read="Période déduite de « {words} »",
    time_not_read="Recherche à toutes les dates\u00a0: les mots de temps de la question n’ont pas été appliqués",
    window_remove="Chercher à toutes les dates",
    since="depuis le {day}",
    until="jusqu’au {day}",
    no_answer="Le corpus ne le dit pas.",
    by="jusqu’au {day}",
    in_languages="en {which}",
    in_outlets="dans {which}",
    either="ou",
    narrowing="Seulement les articles parus {what}",
    widen="Chercher partout",
    refused_within="Rien de paru {what} ne le dit\u00a0; le reste du corpus n’a pas été parcouru.",
    nearest="La phrase la plus proche",
    ledger="L’évolution du chiffre",
    ledger_first="premier chiffre",
    ledger_update="mise à jour",
    ledger_disagreement="désaccord",
    ledger_same="confirmé",
    column_date="Date",
    column_value="Chiffre",
    column_source="Média",
    column_status="Statut",
    column_proof="Preuve",
    earlier_reports="{n} chiffres antérieurs",
    units=(("death", "morts"), ("injury", "blessés"), ("missing", "disparus"), ("arrest", "arrestations"),
           ("infection", "contaminations"), ("hospitalisation", "hospitalisés"), ("person", "personnes"), ("%", "%")),
    in_the_index="Dans l’index",
    article_one="{n} article",
    article_many="{n} articles",
    undated_count="{n} sans date",
    built="Construit {when}",
    empty_index="aucun article",
    filters="Restreindre la recherche",
    languages="Langue des articles",
    outlets="Médias",
    published_since="Parus depuis le",
    published_until="Parus jusqu’au",
    all_of_them="Tous",
    rebuild="Reconstruire l’index",
    rebuilding="Reconstruction de l’index…",
    first_build="Il n’y a pas encore d’index. Construction à partir des articles de {corpus}…",
    opening="Ouverture de l’index…",
    nothing_yet="Pas encore d’articles.",
    nothing_yet_more="Mettez-en dans {corpus}\u00a0: texte, Markdown, pages web enregistrées, PDF, documents Word, "
    "JSON ou tableaux. Puis cherchez de nouveau.",
    look_again="Chercher de nouveau",
    stages=("Lecture des articles", "Calcul des vecteurs", "Écriture de l’index", "Retrait des anciens articles"),
    pace="{rate} passages par seconde, encore {left}",
    report="{added} ajoutés, {changed} modifiés, {removed} retirés, {unchanged} inchangés",
    skipped_one="1 fichier écarté",
    skipped_many="{n} fichiers écartés",
    doubtful_one="1 article à vérifier",
    doubtful_many="{n} articles à vérifier",
    clear="Effacer la conversation",
    restore="Rétablir la conversation effacée",
    download="Télécharger la conversation",
    file_name="conversation-citewire.md",
    failed="Cela n’a pas fonctionné.",
    unexpected="une erreur imprévue ({kind})\u00a0; ses détails sont dans le journal du serveur",
    stopped="Arrêté avant la réponse.",
    ask_again="Poser de nouveau la question",
    gone="Cet article n’est plus dans l’index.",
    unknown_outlet="Média inconnu",
    names=(("en", "anglais"), ("fr", "français"), ("de", "allemand"), ("es", "espagnol"), ("it", "italien"),
           ("pt", "portugais"), ("nl", "néerlandais"), ("uk", "ukrainien"), ("ru", "russe"), ("ar", "arabe"),
           ("und", "langue inconnue")),
)  # fmt: skip


def words_for(language: str | None) -> Words:
    """The page's words for a language code or locale ("fr-CA"); English where we have none."""
    return FRENCH if (language or "").lower().split("-")[0].split("_")[0] == "fr" else ENGLISH
