"""Which country a capital is of: a passage that names one speaks of no other country by that.

Knows its own table. Does not know other towns, nor when a capital stands for its government.
"""

from __future__ import annotations

from functools import lru_cache

from rag.figures.places import aliases

_CAPITALS = """
france: paris; united kingdom: london; germany: berlin; italy: rome; spain: madrid; belgium: brussels; portugal: lisbon
netherlands: the hague, amsterdam; switzerland: bern; austria: vienna; ireland: dublin
denmark: copenhagen; sweden: stockholm; norway: oslo; finland: helsinki; iceland: reykjavik; poland: warsaw
czech republic: prague; slovakia: bratislava; hungary: budapest; romania: bucharest; bulgaria: sofia; greece: athens
serbia: belgrade; croatia: zagreb; slovenia: ljubljana; albania: tirana; kosovo: pristina; bosnia: sarajevo
ukraine: kyiv; russia: moscow; belarus: minsk; moldova: chisinau; lithuania: vilnius; latvia: riga; estonia: tallinn
georgia: tbilisi; armenia: yerevan; azerbaijan: baku; turkey: ankara; cyprus: nicosia; malta: valletta
united states: washington; canada: ottawa; cuba: havana; haiti: port au prince; brazil: brasilia
argentina: buenos aires; chile: santiago; peru: lima; colombia: bogota; venezuela: caracas; bolivia: la paz
ecuador: quito; uruguay: montevideo; china: beijing; japan: tokyo; south korea: seoul; north korea: pyongyang
india: new delhi, delhi; pakistan: islamabad; bangladesh: dhaka; sri lanka: colombo; nepal: kathmandu; vietnam: hanoi
thailand: bangkok; indonesia: jakarta; malaysia: kuala lumpur; philippines: manila; taiwan: taipei; australia: canberra
new zealand: wellington; israel: jerusalem; lebanon: beirut; syria: damascus; jordan: amman; iraq: baghdad
iran: teheran, tehran; saudi arabia: riyadh; yemen: sanaa; qatar: doha; united arab emirates: abu dhabi
afghanistan: kabul; egypt: cairo; libya: tripoli; tunisia: tunis; algeria: algiers; morocco: rabat; sudan: khartoum
ethiopia: addis ababa; somalia: mogadishu; kenya: nairobi; uganda: kampala; rwanda: kigali; dr congo: kinshasa
mali: bamako; niger: niamey; chad: n djamena; senegal: dakar; burkina faso: ouagadougou; nigeria: abuja; ghana: accra
cameroon: yaounde; gabon: libreville; south africa: pretoria; zimbabwe: harare; madagascar: antananarivo
"""


@lru_cache(maxsize=256)
def capitals(country: str) -> frozenset[str]:
    """The keys of a country's capital and seat of government, by the country's key; empty where it is not known."""
    rows = (row.split(": ") for row in _CAPITALS.strip().replace("\n", "; ").split("; "))
    towns = next((towns.split(", ") for name, towns in rows if name == country), [])
    return frozenset(aliases().get(town, town) for town in towns)
