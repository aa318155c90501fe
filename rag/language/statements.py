"""Questions for what somebody says of something: "what did X say about pensions?", "que pense X de l'euro ?".

Knows how English and French ask so, and which words are the speaker and which the matter. How somebody answers or
reacts to something is none of these: that asks for one statement. Does not know articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rag.language.text import question_words

_LONGEST = 5  # words of the matter; what is longer asks for one statement in particular
_GIVEN = r"[A-ZÀ-Þ][\w'’.-]*"
_TITLED = r"(?:(?:the|le|la|les) |l['’] ?)?(?:[a-zà-ÿ-]+ )?"
_NAME = rf"{_TITLED}(?P<who>{_GIVEN}(?: (?:(?:van|von|der|el|al|bin|ben|of) )?{_GIVEN})*)"
_NAME_DE = rf"{_TITLED}(?P<who>{_GIVEN}(?: {_GIVEN})*(?: d(?:e|u|es) {_GIVEN}(?: {_GIVEN})*)?)"
_SAID_EN = (
    r"(?:say|said|think|thought|declare|announce|promise|propose|claim|argue|write|explain|demand|want|recommend"
    r"|call for|ask for)(?:d|ed)?"
)
_OF_EN = r"(?P<led> (?:about|on|of|regarding|concerning|over|for) (?P<about>.+))?"
_SAID_FR = r"(?:dit|déclaré|annoncé|promis|proposé|affirmé|expliqué|pensé|demandé|écrit|réclamé)"
_SAYS_FR = r"(?:dit|pense|propose|disait|pensait|demande|réclame|veut|voulait|recommande)"
_OF_FR = (
    r"(?P<led> (?:sur|(?:à propos |au sujet )?d(?:e|u|es|['’])|concernant|pour|contre)(?: |(?<=['’]))(?P<about>.+))?"
)
_AND = r"^(?:[Aa]nd |[Ss]o |[Bb]ut |[Ee]t |[Mm]ais )?"
_ASKS = tuple(
    re.compile(_AND + pattern + "$")
    for pattern in (
        rf"[Ww]hat (?:did|does|do|has|have|had) {_NAME} {_SAID_EN}{_OF_EN}",
        rf"[Ww]hat (?:is|was) {_NAME}['’]s? (?:position|opinion|views?|stance){_OF_EN}",
        rf"[Qq]u['’](?:a|ont|avait) {_SAID_FR} {_NAME_DE}{_OF_FR}",
        rf"[Qq]u['’]est[- ]ce que {_NAME_DE} (?:(?:a|ont|avait) {_SAID_FR}|{_SAYS_FR}){_OF_FR}",
        rf"[Qq]ue {_SAYS_FR} {_NAME}{_OF_FR}",
        rf"[Qq]uelle (?:est|était) (?:la position|l['’]opinion|l['’]avis) (?:de |du |d['’]){_NAME}{_OF_FR}",
    )
)
_ARTICLE = re.compile(r"^(?:the|les?|la) |^l['’] ?", re.IGNORECASE)
_REST_OF_NAME = re.compile(rf"^({_GIVEN}) (?:de|d['’]) ?(.+)$")


@dataclass(frozen=True, slots=True)
class Statement:
    """Whose words are asked for, and what about, as written; "" where of nothing in particular.

    ``head`` is the question up to the word that leads to the matter.
    """

    speaker: str
    about: str
    head: str = field(default="", compare=False)

    @property
    def topic(self) -> str:
        """Both, as they are looked for."""
        return f"{self.speaker} {self.about}".strip()


def statement_of(text: str) -> Statement | None:
    """Whose statement a question asks for, and on what; None where something else is asked, or one in particular."""
    words = question_words(text)
    match = next((found for pattern in _ASKS if (found := pattern.match(words))), None)
    if match is None:
        return None
    speaker, about = match["who"], (match["about"] or "").strip()
    head = words[: match.start("led")] if about else words
    rest = _REST_OF_NAME.match(about)
    if rest and len(speaker.split()) == 1 and " de " in words:  # "que pense François de Rugy de Macron"
        speaker, about, head = f"{speaker} de {rest[1]}", rest[2], words[: match.start("about") + rest.end(1)]
    about = _ARTICLE.sub("", about)
    return Statement(speaker, about, head) if len(about.split()) <= _LONGEST else None
