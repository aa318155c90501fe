"""The ledger of a figure as an HTML table, and the words for what each of its reports is.

Knows rows and columns. Does not know escaping (see `markup`) nor the plot beside it (see `chart`).
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.types import Ledger, LedgerRow
from rag.ui.markup import lang, shortened, text
from rag.ui.words import Words

_CELL = ' role="cell"'  # told, because on narrow screens the table is laid out as a grid


def table(value: Ledger, numbers: Sequence[str], words: Words) -> str:
    """The ledger as a table, oldest first; ``numbers`` holds the mark of every row as HTML made here."""
    head = "".join(
        f'<th scope="col" role="columnheader">{text(label)}</th>'
        for label in (
            words.column_date,
            words.column_value,
            words.column_source,
            words.column_status,
            words.column_proof,
        )
    )
    rows = "".join(_ledger_row(row, number, words) for row, number in zip(value.rows, numbers, strict=True))
    caption = f"<caption>{text(heading(value, words))}</caption>"
    parts = f'{caption}<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody>'
    return f'<table class="cw-ledger" role="table"{lang(words.language)}>{parts}</table>'


def heading(value: Ledger, words: Words) -> str:
    """What the ledger is about: the question, however long that is, in one line."""
    return words.ledger + words.colon + shortened(value.subject, 160)


def unit(name: str, words: Words) -> str:
    """What the axis of a plot measures, over the plot: beside the axis it would be cut off."""
    return f'<p class="cw-unit"{lang(words.language)}>{text(name)}</p>'


def _ledger_row(row: LedgerRow, number: str, words: Words) -> str:
    cells = (
        f"<td{_CELL}>{text(words.day(row.published))}</td>",
        f'<td{_CELL} class="cw-value"><bdi>{text(row.value)}</bdi></td>',
        f"<td{_CELL}><bdi>{text(row.source or words.unknown_outlet)}</bdi></td>",
        f'<td{_CELL}><span class="cw-status cw-{row.status}">{text(status(row, words))}</span></td>',
        f"<td{_CELL}>{number}</td>",
    )
    return f'<tr role="row">{"".join(cells)}</tr>'


def status(row: LedgerRow, words: Words) -> str:
    """What a row of the ledger is to the rows before it, in words."""
    named = {
        "first": words.ledger_first,
        "update": words.ledger_update,
        "disagreement": words.ledger_disagreement,
        "same": words.ledger_same,
    }
    return named[row.status]
