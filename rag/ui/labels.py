"""What a page has words for, and how a language writes days, numbers and names of languages.

Knows: which labels there are, and the gaps in them. Does not know the words (see `words`), nor where they are said.
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
    time_counted: str
    time_counted_newest: str
    time_later: str
    time_not_read: str
    window_remove: str
    since: str
    until: str
    no_answer: str
    by: str
    between: str
    on: str
    contradiction: str
    in_languages: str
    in_outlets: str
    other_outlets: str
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
    drift: str
    drift_new: tuple[str, str]
    drift_changed: tuple[str, str]
    drift_removed: tuple[str, str]
    rebuild: str
    rebuilding: str
    first_build: str
    opening: str
    nothing_yet: str
    nothing_yet_more: str
    look_again: str
    add: str
    add_more: str
    stages: tuple[str, str, str, str]
    pace: str
    report: str
    emptied: str
    skipped_one: str
    skipped_many: str
    doubtful_one: str
    doubtful_many: str
    begin: str
    back: str
    erase: str
    erase_more: str
    erase_now: str
    dropped: str
    moved_on: str
    download: str
    file_name: str
    failed: str
    unexpected: str
    errors: tuple[tuple[str, str], ...]
    stopped: str
    ask_again: str
    gone: str
    quote_gone: str
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
