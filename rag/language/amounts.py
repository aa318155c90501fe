"""Whether French "combien de" asks for an amount ("combien d'essence") and not for a count ("combien de soldats").

Knows that what is counted stands in the plural. English says "how much" and "how many" and needs none of this.
"""

from __future__ import annotations

import re

_ASKED = re.compile(r"\bcombien d(?:e |['’] ?)(?:l['’] ?|la |le )?(?P<noun>[\w-]+)")
_PLURAL = re.compile(r"[sxz]$")
_WITHOUT_PLURAL = frozenset("bois gaz riz jus poids".split())  # end like one
# Abbreviated units, people as one, and what is no noun: "combien d'entre eux".
_COUNTED = re.compile(r"(?:temps|monde|entre|ceux|celles|[kcm]?m[23]?|[kmgt]?wh?|k?g|t|ha|l|km-h)$|\d")


def asks_amount(folded: str) -> bool:
    """Whether a folded question asks by "combien de" for how much there is of what cannot be counted."""
    asked = _ASKED.search(folded)
    noun = asked["noun"] if asked else ""
    if not noun or _COUNTED.match(noun):
        return False
    return noun in _WITHOUT_PLURAL or not _PLURAL.search(noun)
