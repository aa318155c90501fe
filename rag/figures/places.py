"""One key for a place, people or institution, whichever of the two languages names it.

Knows country and continent names from the CLDR (see `cldr`) and small tables of its own: other names of countries,
cities spelt differently, institutions and their acronyms. Keys are folded English names.
"""

from __future__ import annotations

from functools import lru_cache

from rag.figures.cldr import territories
from rag.figures.flat import fold
from rag.figures.peoples import peoples

__all__ = ["aliases", "peoples"]

_ALIASES = """
united states: etats unis, etats unis d amerique, united states of america, usa, u s a, u s, us
united kingdom: royaume uni, uk, u k, great britain, grande bretagne, britain
united arab emirates: uae, emirats arabes unis, emirats
russia: russian federation, federation de russie, federation russe
china: chine, people s republic of china, republique populaire de chine
south korea: coree du sud, republic of korea
north korea: coree du nord, dprk
czech republic: czechia, tchequie, republique tcheque
ivory coast: cote d ivoire
dr congo: rdc, drc, democratic republic of congo, democratic republic of the congo
dr congo: republique democratique du congo, congo kinshasa
congo: congo brazzaville, republic of the congo, republique du congo
myanmar: birmanie, burma, myanmar birmanie
turkey: turquie, turkiye
palestinian territories: territoires palestiniens, palestine
netherlands: pays bas, the netherlands, holland, hollande
saudi arabia: arabie saoudite
north macedonia: macedoine du nord, macedonia, macedoine
vatican: vatican city, etat de la cite du vatican, saint siege, holy see
hong kong: hong kong sar china, r a s chinoise de hong kong
bosnia: bosnia herzegovina, bosnie herzegovine, bosnie
syria: syrie
europe: europe
golan: golan heights, plateau du golan
world war i: world war one, first world war, premiere guerre mondiale, wwi
world war ii: world war two, second world war, seconde guerre mondiale, deuxieme guerre mondiale, wwii
new york: new york city
middle east: moyen orient, proche orient, near east
west bank: cisjordanie
gaza: bande de gaza, gaza strip
crimea: crimee
england: angleterre
scotland: ecosse
wales: pays de galles
northern ireland: irlande du nord
brittany: bretagne
corsica: corse
normandy: normandie
catalonia: catalogne
bavaria: baviere
california: californie
florida: floride
louisiana: louisiane
new mexico: nouveau mexique
pennsylvania: pennsylvanie
virginia: virginie
georgia: georgie
hawaii: hawai
london: londres
paris: paris
beijing: pekin
moscow: moscou
brussels: bruxelles
geneva: geneve
cairo: le caire, caire
athens: athenes
rome: roma
venice: venise
milan: milano
florence: firenze
naples: napoli
turin: torino
genoa: genes
lisbon: lisbonne
warsaw: varsovie
vienna: vienne
copenhagen: copenhague
prague: praha
bucharest: bucarest
kyiv: kiev
kharkiv: kharkov
seoul: seoul
tehran: teheran
jerusalem: jerusalem
damascus: damas
aleppo: alep
baghdad: bagdad
mosul: mossoul
beirut: beyrouth
algiers: alger
tunis: tunis
tripoli: tripoli
kabul: kaboul
riyadh: riyad
mecca: la mecque, mecque
mumbai: bombay
havana: la havane, havane
mexico: mexico city
new orleans: nouvelle orleans, la nouvelle orleans
philadelphia: philadelphie
montreal: montreal
quebec: quebec
barcelona: barcelone
seville: seville
cordoba: cordoue
edinburgh: edimbourg
dunkirk: dunkerque
lyon: lyons
marseille: marseilles
strasbourg: strasburg
cologne: koln
munich: munchen
frankfurt: francfort
hamburg: hambourg
antwerp: anvers
the hague: la haye, haye
singapore: singapour
hanoi: hanoi
mogadishu: mogadiscio
addis ababa: addis abeba
khartoum: khartoum
bengal: bengale
kashmir: cachemire
punjab: pendjab
siberia: siberie
caucasus: caucase
alps: alpes
tuscany: toscane
sicily: sicile
sardinia: sardaigne
lombardy: lombardie
andalusia: andalousie
calabria: calabre
apulia: pouilles, puglia
piedmont: piemont
liguria: ligurie
umbria: ombrie
campania: campanie
galicia: galice
asturias: asturies
castile: castille
biscay: biscaye
thuringia: thuringe
westphalia: westphalie
rhineland: rhenanie
bohemia: boheme
moravia: moravie
silesia: silesie
pomerania: pomeranie
picardy: picardie
savoy: savoie
macedonia: macedoine
anatolia: anatolie
lapland: laponie
flanders: flandre, flandres
wallonia: wallonie
saxony: saxe
burgundy: bourgogne
basque country: pays basque
black sea: mer noire
red sea: mer rouge
north sea: mer du nord
ghent: gand
hanover: hanovre
krakow: cracovie
bologna: bologne
canary islands: iles canaries, canaries
azores: acores
bosphorus: bosphore
cornwall: cornouailles
transylvania: transylvanie
newfoundland: terre neuve
british columbia: colombie britannique
nova scotia: nouvelle ecosse
new caledonia: nouvelle caledonie
north carolina: caroline du nord
south carolina: caroline du sud
north dakota: dakota du nord
south dakota: dakota du sud
west virginia: virginie occidentale
arctic: arctique
antarctic: antarctique
rhine: rhin
danube: danube
thames: tamise
mediterranean: mediterranee, mediterranean sea, mer mediterranee
atlantic: atlantique, atlantic ocean, ocean atlantique
pacific: pacifique, pacific ocean, ocean pacifique
baltic: baltique, baltic sea, mer baltique
channel: manche, english channel
white house: maison blanche
kremlin: kremlin
capitol: capitole
supreme court: cour supreme
united nations: nations unies, onu, un, u n, organisation des nations unies
security council: conseil de securite
european union: union europeenne, ue, eu, e u
european commission: commission europeenne
european parliament: parlement europeen
european central bank: banque centrale europeenne, bce, ecb
nato: otan, north atlantic treaty organization
world health organization: organisation mondiale de la sante, oms, who, world health organisation
international monetary fund: fonds monetaire international, fmi, imf
world bank: banque mondiale
world trade organization: organisation mondiale du commerce, omc, wto
international criminal court: cour penale internationale, cpi, icc
international labour organization: organisation internationale du travail, oit, ilo
oecd: ocde
opec: opep
unesco: unesco
unicef: unicef
iaea: aiea
african union: union africaine
arab league: ligue arabe
red cross: croix rouge
koran: coran, quran, qur an
red crescent: croissant rouge
islamic state: etat islamique, ei, isis, isil, is, daech, daesh
al qaeda: al qaida, al qaida, al qaeda
hamas: hamas
hezbollah: hezbollah
taliban: talibans
european court of human rights: cour europeenne des droits de l homme, cedh, echr
federal reserve: us federal reserve, american federal reserve, reserve federale americaine, reserve federale, fed
republican party: parti republicain
democratic party: parti democrate
labour party: parti travailliste
conservative party: parti conservateur
socialist party: parti socialiste, ps
france unbowed: la france insoumise, france insoumise, lfi
national rally: rassemblement national, rn
national front: front national, fn
la republique en marche: lrem, republique en marche
europe ecology the greens: europe ecologie les verts, eelv
paris saint germain: psg, paris sg
senate: senat
congress: congres
house of representatives: chambre des representants
house of commons: chambre des communes
national assembly: assemblee nationale
constitutional council: conseil constitutionnel
council of state: conseil d etat
world cup: coupe du monde
olympic games: jeux olympiques, jo, olympics
champions league: ligue des champions
europa league: ligue europa
christmas: noel, christmas day
new year: nouvel an, new year s day, new year s
easter: paques
covid 19: covid
world war ii: seconde guerre mondiale, deuxieme guerre mondiale, second world war
world war i: premiere guerre mondiale, first world war
"""
_NOT_PLACES = frozenset(("001", "ZZ", "XA", "XB", "UN", "EU", "QO"))  # "le monde" is also a newspaper


@lru_cache(maxsize=1)
def aliases() -> dict[str, str]:
    """Folded name in either language -> key, for countries, cities and institutions."""
    table: dict[str, str] = {}
    english, french = territories("en"), territories("fr")
    for code, name in english.items():
        if code in _NOT_PLACES:
            continue
        key = fold(name)
        table.setdefault(key, key)
        table.setdefault(fold(french.get(code, name)), key)
    for line in _ALIASES.strip().splitlines():
        key, _, others = line.partition(": ")
        for other in [key, *others.split(", ")]:
            table[other] = key
    for key, target in list(table.items()):
        table[key] = table.get(target, target)
    return table


@lru_cache(maxsize=1)
def known_keys() -> frozenset[str]:
    """The keys of all places and institutions of the tables."""
    return frozenset(aliases().values())
