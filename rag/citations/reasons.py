"""Why a claim is withheld: what kind of fault, and the words of the claim it is about.

Knows the kinds. Does not know how a fault is found, nor the sentences it is told in (`rag.messages`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rag.messages import message

Fault = Literal[
    "empty",
    "mark",
    "marks",
    "uncited",
    "misquoted",
    "absent",
    "repeated",
    "unattributed",
    "unhedged",
    "undenied",
    "denied",
    "unrelated",
    "swapped",
]


@dataclass(frozen=True, slots=True)
class Reason:
    """A fault of a claim. ``about`` are the words of the claim that are at fault, where some are."""

    fault: Fault
    about: str = ""

    def told(self, language: str) -> str:
        """One plain sentence in ``language``, in English where there is no translation."""
        return message(f"withheld_{self.fault}", language, about=self.about)


def unknown(marks: Sequence[str]) -> Reason:
    """The reason for citation marks that name nothing the writer was shown."""
    return Reason("mark" if len(marks) == 1 else "marks", ", ".join(marks))
