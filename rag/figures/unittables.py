"""Units and counted nouns in English and French: for each its canonical English name and the pattern of its words.

Knows tables only. Patterns are for flat text (see `flat`); the words of several lines may be alike, the first counts.
"""

from __future__ import annotations

SYMBOLS = {
    **{
        "us$": "USD",
        "$us": "USD",
        "$": "USD",
        "€": "EUR",
        "£": "GBP",
        "¥": "JPY",
        "a$": "AUD",
        "au$": "AUD",
        "aud$": "AUD",
        "s$": "SGD",
    },
    **{"c$": "CAD", "ca$": "CAD", "$ca": "CAD", "hk$": "HKD", "nz$": "NZD", "r$": "BRL", "₽": "RUB", "₹": "INR"},
    **{"₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₦": "NGN"},
}
CODES = "usd eur gbp jpy cny rub inr cad aud chf brl krw try uah sek nok dkk pln czk huf xof xaf".split()
CURRENCY_WORDS = """
USD us dollars?|u\\.s\\. dollars?|dollars? americains?|american dollars?|dollars?
CAD canadian dollars?|dollars? canadiens?
AUD australian dollars?|dollars? australiens?
HKD hong kong dollars?|dollars? de hong kong
EUR euros?
GBP pounds? sterling|british pounds?|livres? sterling|livres? britanniques?|sterling
CHF swiss francs?|francs? suisses?
XOF (?:west african )?cfa francs?|francs? cfa(?: \\(bceao\\))?
FRF french francs?|francs? francais|francs?
JPY japanese yen|yens?
CNY (?:chinese )?yuans?|yuans?(?: renminbi)?(?: chinois)?|renminbis?
RUB (?:russian )?rubles?|(?:russian )?roubles?(?: russes?)?
INR indian rupees?|roupies? indiennes?|rupees?|roupies?
KRW south korean won|wons? sud-coreens?|korean won
SEK swedish (?:kronor|kronas?|crowns?)|couronnes? suedoises?
NOK norwegian (?:kroner|krones?|crowns?)|couronnes? norvegiennes?
DKK danish (?:kroner|krones?|crowns?)|couronnes? danoises?
CZK czech (?:koruny?|korunas?|crowns?)|couronnes? tcheques?
TRY turkish liras?|livres? turques?
LBP lebanese pounds?|livres? libanaises?
EGP egyptian pounds?|livres? egyptiennes?
UAH (?:ukrainian )?hryvnias?(?: ukrainiennes?)?
BRL brazilian rea(?:ls?|is)|rea(?:ls?|is) bresiliens?|reais
MXN mexican pesos?|pesos? mexicains?
ARS argentine pesos?|pesos? argentins?
PLN (?:polish )?zlotys?(?: polonais)?
HUF (?:hungarian )?forints?(?: hongrois)?
ZAR (?:south african )?rands?(?: sud-africains?)?
ILS (?:israeli )?(?:new )?shekels?|(?:nouveaux? )?shekels?(?: israeliens?)?
NGN (?:nigerian )?nairas?(?: nigerians?)?
MAD moroccan dirhams?|dirhams? marocains?
AED emirati dirhams?|uae dirhams?|dirhams? emiratis?|dirhams? des emirats arabes unis
DZD dinars? algeriens?|algerian dinars?
SAR saudi riyals?|riyals? saoudiens?
IRR iranian rials?|rials?(?: iraniens?)?|riyals? iraniens?
BTC bitcoins?
peso pesos?
dinar dinars?
dirham dirhams?
crown crowns?|couronnes?|kronor|kroner
riyal riyals?
"""
CENTS = {"cents": "USD", "cent": "USD", "centimes": "EUR", "centime": "EUR", "pence": "GBP"}
QUANTITIES = """
km kilometres?|kilometers?|km
m metres?|meters?|m
cm centimetres?|centimeters?|cm
mm millimetres?|millimeters?|mm
mile miles?
nmi nautical miles?|milles? (?:marins?|nautiques?)
ly light[- ]years?|annees?[- ]lumieres?
au astronomical units?|unites? astronomiques?
ft feet|foot|ft|pieds?
in inch(?:es)?|pouces?
yd yards?|yd
km2 square kilometres?|square kilometers?|kilometres? carres?|km2|sq km
m2 square metres?|square meters?|metres? carres?|m2|sq m
mi2 square miles?|milles? carres?|sq mi
ft2 square feet|square foot|pieds? carres?
m3 cubic metres?|cubic meters?|metres? cubes?|m3
ha hectares?|ha
acre acres?
t tonnes?|metric tons?|tons?
kg kilograms?|kilogrammes?|kilos?|kg
g grams?|grammes?|g
mg milligrams?|milligrammes?|mg
lb pounds?|lbs?
oz ounces?|onces?|oz
L litres?|liters?|l
cl centilitres?|cl
ml millilitres?|milliliters?|ml
gal us gallons?|gallons?|gal
bbl barrels?|barils?
hl hectolitres?|hl
°C degrees? celsius|degrees? c|degres? celsius|°c|°
°F degrees? fahrenheit|degres? fahrenheit|°f
degree degrees?|degres?
km/h kilometres? (?:per|an) hour|kilometers? (?:per|an) hour|km/h|kmh|kph|km h
km/h kilometres?-heure|(?:kilometres?|km)/heure|kilometres? a l'heure|kilometres? par heure
mph miles (?:per|an) hour|mph
m/s m/s|metres? par seconde|metres? per second
kn knots?|noeuds?|nœuds?|kn
W watts?|w
kW kilowatts?|kw
MW megawatts?|mw
GW gigawatts?|gw
kWh kilowatt-?heures?|kilowatt-?hours?|kwh
MWh megawatt-?heures?|megawatt-?hours?|mwh
GWh gwh|gigawatt-?heures?|gigawatt-?hours?
Nm newton-?metres?|newton-?meters?|nm
TWh terawatt-?heures?|terawatt-?hours?|twh
hp horsepower|hp|chevaux|ch
MHz mhz
GHz ghz
dB decibels?|db
GB gigabytes?|gigaoctets?|gb
MB megabytes?|megaoctets?|mb
TB terabytes?|teraoctets?|tb
kcal kilocalories?|kcal
"""
DURATIONS = """
century centuries|century|siecles?
decade decades?|decennies?
year years?|ans?|annees?(?![- ]lumieres?\\b)|yrs?
quarter quarters?|trimestres?
semester semestres?|semesters?
month months?|mois
week weeks?(?!-?e?nds?\\b)|semaines?|wks?
day days?|jours?|journees?
night nights?|nuits?
hour hours?|heures?|hrs?|h
minute minutes?|mins?|mn
second seconds?|secondes?
"""
NOUNS = """
country country|countries|nations?|pays
person people|persons?|personnes?|humans?|humains?
man men|hommes?
woman women|femmes?
child child|children|kids|enfants?
death deaths?|dead|fatalit(?:y|ies)|morts?|mortes?|deces|killed|tues?|tuees?
injury injured|wounded|injur(?:y|ies)|hurt|blesses?|blessees?
missing missing|disparus?|disparues?
arrest arrests?|arrested|arrestations?|interpellations?|interpelles?
detainee detainees?|detenus?|prisoners?|prisonniers?
hostage hostages?|otages?
victim victims?|victimes?
survivor survivors?|survivants?|rescapee?s?
evacuee evacuees?|evacuee?s?
striker strikers?|grevistes?
case cases?|cas
infection infections?|contaminations?|infected
hospitalisation hospitali[sz]ations?|hospitali[sz]ed|hospitalises?|hospitalisees?
patient patients?|malades?
inhabitant inhabitants?|residents?|habitants?|riverains?
voter voters?|electeurs?|electrices?
vote votes?|voix|suffrages?
ballot ballots?(?! box)|ballot papers?|bulletins?
seat seats?|sieges?
deputy deputies|deputes?|lawmakers?|mps
senator senators?|senateurs?
job jobs?|emplois?|postes?
employee employees?|employes?|salaries?|workers?|staff|travailleurs?
soldier soldiers?|soldats?|troops|militaires?
fighter fighters?|combattants?|militants?|djihadistes?|jihadists?
police policiere?s?|police(?:wo)?m[ae]n|(?:police )?officers?|gendarmes?|(?:officier|agent)s? de police
firefighter firefighters?|pompiers?|sapeurs[- ]pompiers|sapeur[- ]pompier|soldats du feu
protester protesters?|protestors?|demonstrators?|manifestants?
refugee refugees?|refugies?
migrant migrants?
displaced displaced|deplaces?
student students?|etudiante?s?|pupils?|eleves?|lyceens?|lyceennes?|collegiens?|collegiennes?|ecoliers?
teacher teachers?|enseignante?s?|professeure?s?
youth young people|youths?|youngsters?|jeunes gens|jeunes(?! (?:femmes|hommes|filles|garcons|enfants)\\b)
school (?:middle |high |secondary |primary )?schools?|ecoles?|colleges?|lycees?|etablissements? scolaires?
hospital hospitals?|hopitaux|hopital
house houses?|homes?|maisons?|habitations?
dwelling dwellings?|housing units?|logements?
household households?|foyers?|menages?
building buildings?|batiments?|immeubles?
family families|family|familles?
company companies|company|firms?|entreprises?|societes?
shop shops?|stores?|magasins?|boutiques?
car cars?|voitures?|vehicules?|vehicles?
train trains?
flight flights?|vols?
plane planes?|aircraft|avions?
ship ships?|vessels?|boats?|navires?|bateaux?
passenger passengers?|passagers?
traveller travell?ers?|voyageurs?
spectator spectators?|viewers?|spectateurs?|telespectateurs?
visitor visitors?|visiteurs?
tourist tourists?|touristes?
ticket tickets?|billets?
goal goals?|buts?
point points?
match match|matches|games?|matchs?
player players?|joueurs?
team teams?|equipes?
time times|fois
rocket rockets?|roquettes?
missile missiles?
drone drones?
bomb bombs?|bombes?
test tests?
dose doses?
vaccine vaccines?|vaccins?
city cities|city|towns?|villes?
municipality municipalities|communes?|municipalites?
department departments?|departements?
region regions?
village villages?
island islands?|iles?
signature signatures?|signataires?|signator(?:y|ies)
page pages?
copy copies|exemplaires?
book books?|livres?
film films?|movies?
album albums?
song songs?|chansons?
complaint complaints?|plaintes?
fire fires?|incendies?|feux?
attack attacks?|attentats?|attaques?
airstrike strikes?|airstrikes?|air strikes?|frappes?
earthquake earthquakes?|seismes?
animal animals?|animaux
cattle cattle|cows?|calves|heifers?|bovins?|vaches?|veaux|genisses?
sheep sheep|lambs?|ewes?|moutons?|brebis|agneaux|ovins?
pig pigs?|hogs?|swine|porcs?|cochons?
poultry poultry|hens?|chickens?|ducks?|geese|volailles?|poules?|poulets?|canards?|oies?
dog dogs?|chiens?
cat cats?|chats?|felins?
tree trees?|arbres?
expert experts?
candidate candidates?|candidats?|candidates?
member members?|membres?
minister ministers?|ministres?
doctor doctors?|medecins?
nurse nurses?|infirmiers?|infirmieres?
journalist journalists?|journalistes?
customer customers?|clients?
user users?|utilisateurs?
subscriber subscribers?|followers?|abonnes?
supporter supporters?|fans?
civilian civilians?|civils?
group groups?|groupes?
site sites?
project projects?|projets?
measure measures?|mesures?
question questions?
message messages?
account accounts?|comptes?
"""
