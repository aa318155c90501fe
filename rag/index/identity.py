"""Which encoder an index was made with, stamped into its database, and whether a given one is it.

Knows names, fingerprints and dimensions. Does not know what encoders do.
"""

from __future__ import annotations

import secrets

from rag.errors import IndexDamaged, IndexMismatch
from rag.index.store import Database
from rag.types import EncoderIdentity


def check(database: Database, encoder: EncoderIdentity | None, *, may_stamp: bool) -> None:
    """See that the index is the encoder's; a new one is made so where ``may_stamp``.

    Raises:
        IndexMismatch: it is another encoder's, or was never finished and may not be stamped.
    """
    stamped = database.meta("encoder_fingerprint")
    if not stamped:
        if encoder is None or not may_stamp:
            raise IndexMismatch(
                f"the index {database.folder} was never finished: run `citewire build --index {database.folder}`"
            )
        with database.writing():
            stamp(database, encoder)
            database.set_meta("uid", secrets.token_hex(8))
    elif encoder is not None and encoder.fingerprint != stamped:
        raise IndexMismatch(
            f"the index {database.folder} was made with encoder {database.meta('encoder')} ({stamped}), not "
            f"{encoder.name} ({encoder.fingerprint}): set CITEWIRE_ENCODER to it, or run "
            f"`citewire build --index {database.folder}` to encode it anew"
        )


def dimension(database: Database) -> int:
    """How long the vectors of a stamped index are.

    Raises:
        IndexDamaged: its manifest does not say.
    """
    told = database.meta("dimension")
    if not told.isdecimal():
        raise IndexDamaged(
            f"the manifest of the index {database.folder} does not say how long its vectors are: move the folder away "
            f"and run `citewire build --index {database.folder}`"
        )
    return int(told)


def stamp(database: Database, encoder: EncoderIdentity) -> None:
    """Make the index the encoder's, inside the caller's ``writing()``."""
    database.set_meta("encoder", encoder.name)
    database.set_meta("encoder_fingerprint", encoder.fingerprint)
    database.set_meta("dimension", str(encoder.dimension))


def is_foreign(database: Database, encoder: EncoderIdentity | None) -> bool:
    """Whether the index is stamped, with another encoder."""
    return encoder is not None and database.meta("encoder_fingerprint") not in ("", encoder.fingerprint)
