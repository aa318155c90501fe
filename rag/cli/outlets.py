"""Outlets as people type them: found whatever their case and accents; of a name that none has, the nearest are told.

Knows the outlets of an index and what ``--source`` says. Does not search, and takes no part of a name for the whole:
which outlet was meant is for the user to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from rag.language import fold
from rag.types import Filter

_NAMED = 3
_UNKNOWN = {
    "en": (
        "No outlet is called “{name}”",
        ": the nearest are {nearest}",
        "; citewire info --json names all there are.",
    ),
    "fr": (
        "Aucun média ne s’appelle « {name} »",
        "\u00a0: les plus proches sont {nearest}",
        "\u00a0; citewire info --json les nomme tous.",
    ),
}
"""Of each language: what is wrong, what may have been meant, and where they all are."""


def as_spelt(filter: Filter, outlets: Iterable[str]) -> Filter:
    """The filter with its outlets spelt as the index spells them; a name that no outlet has stays, and admits none."""
    spelt: dict[str, list[str]] = {}
    for outlet in outlets:
        spelt.setdefault(fold(outlet), []).append(outlet)
    found = [outlet for name in filter.sources for outlet in spelt.get(fold(name.strip()), [name])]
    return replace(filter, sources=tuple(dict.fromkeys(found)))


def unknown(names: Iterable[str], outlets: Sequence[str], language: str) -> list[str]:
    """A line for each name that no outlet has, in the language (French or else English), with the nearest there are."""
    start, middle, end = _UNKNOWN.get(language, _UNKNOWN["en"])
    lines = []
    for name in names:
        if name not in outlets:
            nearest = _nearest(name, outlets)
            told = start.format(name=name) + (middle.format(nearest=", ".join(nearest)) if nearest else "")
            lines.append(told + end)
    return lines


def _nearest(name: str, outlets: Sequence[str]) -> list[str]:
    """Outlets whose name has this one in it, and those written much like it."""
    wanted, folded = fold(name.strip()), {fold(outlet): outlet for outlet in outlets if outlet}
    within = [key for key in folded if wanted and wanted in key]
    return [folded[key] for key in dict.fromkeys([*within, *get_close_matches(wanted, folded, _NAMED)])][:_NAMED]
