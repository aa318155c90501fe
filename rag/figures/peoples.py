"""Words for the people of a country, region, city or creed, in English and French, and the place they belong to.

Knows its own table: no library has demonyms in both languages. Does not know the names of places (see `places`).
"""

from __future__ import annotations

from functools import lru_cache

# place: English: French; a people without a place of one name has none.
_PEOPLES = """
united states: american: americain; united kingdom: british: britannique; france: french: francais
germany: german: allemand; england: english: anglais; spain: spanish: espagnol; italy: italian: italien
russia: russian: russe; china: chinese: chinois; japan: japanese: japonais; ukraine: ukrainian: ukrainien
poland: polish: polonais; europe: european: europeen; africa: african: africain; asia: asian: asiatique
iran: iranian: iranien; iraq: iraqi: irakien; syria: syrian: syrien; israel: israeli: israelien
palestinian territories: palestinian: palestinien; lebanon: lebanese: libanais; turkey: turkish: turc
egypt: egyptian: egyptien; saudi arabia: saudi: saoudien; algeria: algerian: algerien; morocco: moroccan: marocain
tunisia: tunisian: tunisien; libya: libyan: libyen; belgium: belgian: belge; switzerland: swiss: suisse
netherlands: dutch: neerlandais; portugal: portuguese: portugais; greece: greek: grec; sweden: swedish: suedois
norway: norwegian: norvegien; denmark: danish: danois; finland: finnish: finlandais; ireland: irish: irlandais
scotland: scottish: ecossais; wales: welsh: gallois; canada: canadian: canadien; mexico: mexican: mexicain
brazil: brazilian: bresilien; argentina: argentine: argentin; colombia: colombian: colombien
venezuela: venezuelan: venezuelien; cuba: cuban: cubain; india: indian: indien; pakistan: pakistani: pakistanais
afghanistan: afghan: afghan; : korean: coreen; north korea: north korean: nord coreen
south korea: south korean: sud coreen; vietnam: vietnamese: vietnamien; australia: australian: australien
hungary: hungarian: hongrois; czech republic: czech: tcheque; romania: romanian: roumain; bulgaria: bulgarian: bulgare
serbia: serbian: serbe; croatia: croatian: croate; austria: austrian: autrichien; georgia: georgian: georgien
armenia: armenian: armenien; : kurdish: kurde; mali: malian: malien; nigeria: nigerian: nigerian
senegal: senegalese: senegalais; sudan: sudanese: soudanais; yemen: yemeni: yemenite; qatar: qatari: qatari
united arab emirates: emirati: emirati
: muslim: musulman; : christian: chretien; : jewish: juif; : catholic: catholique; : protestant: protestant
: republican: republicain; : democratic: democrate; : arab: arabe; : islamist: islamiste
catalonia: catalan: catalan; corsica: corsican: corse
albania: albanian: albanais; kosovo: kosovar: kosovar; slovenia: slovenian: slovene; slovakia: slovak: slovaque
bosnia: bosnian: bosnien; macedonia: macedonian: macedonien; montenegro: montenegrin: montenegrin
lithuania: lithuanian: lituanien; latvia: latvian: letton; estonia: estonian: estonien; belarus: belarusian: bielorusse
moldova: moldovan: moldave; cyprus: cypriot: chypriote; malta: maltese: maltais; iceland: icelandic: islandais
luxembourg: luxembourgish: luxembourgeois; monaco: monegasque: monegasque; azerbaijan: azerbaijani: azerbaidjanais
kazakhstan: kazakh: kazakh; chechnya: chechen: tchetchene; jordan: jordanian: jordanien; kuwait: kuwaiti: koweitien
oman: omani: omanais; bahrain: bahraini: bahreini; ethiopia: ethiopian: ethiopien; eritrea: eritrean: erythreen
somalia: somali: somalien; kenya: kenyan: kenyan; uganda: ugandan: ougandais; rwanda: rwandan: rwandais
burundi: burundian: burundais; dr congo: congolese: congolais; cameroon: cameroonian: camerounais
gabon: gabonese: gabonais; chad: chadian: tchadien; niger: nigerien: nigerien; burkina faso: burkinabe: burkinabe
ivory coast: ivorian: ivoirien; ghana: ghanaian: ghaneen; togo: togolese: togolais; benin: beninese: beninois
guinea: guinean: guineen; mauritania: mauritanian: mauritanien; angola: angolan: angolais
mozambique: mozambican: mozambicain; zimbabwe: zimbabwean: zimbabween; zambia: zambian: zambien
madagascar: malagasy: malgache; south africa: south african: sud africain; indonesia: indonesian: indonesien
malaysia: malaysian: malaisien; thailand: thai: thailandais; cambodia: cambodian: cambodgien; laos: laotian: laotien
philippines: filipino: philippin; myanmar: burmese: birman; bangladesh: bangladeshi: bangladais
nepal: nepalese: nepalais
sri lanka: sri lankan: sri lankais; taiwan: taiwanese: taiwanais; mongolia: mongolian: mongol
hong kong: hong konger: hongkongais; singapore: singaporean: singapourien; tibet: tibetan: tibetain
new zealand: new zealander: neo zelandais; chile: chilean: chilien; peru: peruvian: peruvien
bolivia: bolivian: bolivien; ecuador: ecuadorian: equatorien; uruguay: uruguayan: uruguayen
paraguay: paraguayan: paraguayen; haiti: haitian: haitien; guatemala: guatemalan: guatemalteque
honduras: honduran: hondurien; nicaragua: nicaraguan: nicaraguayen; panama: panamanian: panameen
jamaica: jamaican: jamaicain; puerto rico: puerto rican: portoricain; dominican republic: dominican: dominicain
latin america: latin american: latino americain; united nations: onusian: onusien
: african american: afro americain; central america: central american: centramericain
north america: north american: nord americain; south america: south american: sud americain
california: californian: californien; texas: texan: texan; florida: floridian: floridien
new york: new yorker: new yorkais
paris: parisian: parisien; london: londoner: londonien; berlin: berliner: berlinois; rome: roman: romain
madrid: madrilenian: madrilene; barcelona: barcelonan: barcelonais; moscow: muscovite: moscovite
brussels: brusselian: bruxellois; geneva: genevan: genevois; lyon: lyonnais: lyonnais
marseille: marseillais: marseillais
brittany: breton: breton; normandy: norman: normand; alsace: alsatian: alsacien; bavaria: bavarian: bavarois
quebec: quebecer: quebecois; sicily: sicilian: sicilien; basque country: basque: basque
fiji: fijian: fidjien; samoa: samoan: samoan; tonga: tongan: tongien; tanzania: tanzanian: tanzanien
liberia: liberian: liberien; gambia: gambian: gambien; sierra leone: sierra leonean: sierra leonais
namibia: namibian: namibien; malawi: malawian: malawien; mauritius: mauritian: mauricien; uzbekistan: uzbek: ouzbek
tajikistan: tajik: tadjik; turkmenistan: turkmen: turkmene; kyrgyzstan: kyrgyz: kirghize; andorra: andorran: andorran
costa rica: costa rican: costaricien; el salvador: salvadoran: salvadorien; botswana: botswanan: botswanais
"""
_IRREGULAR = {
    **{
        "turque": "turkish",
        "turques": "turkish",
        "turks": "turkish",
        "turk": "turkish",
        "grecque": "greek",
        "grecques": "greek",
    },
    **{
        "juive": "jewish",
        "juives": "jewish",
        "jews": "jewish",
        "jew": "jewish",
        "swedes": "swedish",
        "danes": "danish",
    },
    **{"poles": "polish", "spaniards": "spanish", "frenchman": "french", "britons": "british", "finns": "finnish"},
    **{"democrat": "democratic", "democrats": "democratic", "hollandais": "dutch", "hollandaise": "dutch"},
    **{"kurds": "kurdish", "kurd": "kurdish", "scots": "scottish", "serbs": "serbian", "croats": "croatian"},
    **{"briton": "british", "spaniard": "spanish", "frenchwoman": "french", "swede": "swedish", "dane": "danish"},
    **{"lettonne": "latvian", "lettonnes": "latvian", "bretonne": "breton", "bretonnes": "breton"},
    **{"belarusse": "belarusian", "belarusses": "belarusian", "belarussian": "belarusian"},
    **{"argentinian": "argentine", "argentinians": "argentine", "ecuadorean": "ecuadorian"},
    **{"iraqien": "iraqi", "iraqienne": "iraqi", "israelite": "israeli", "scot": "scottish", "thais": "thai"},
}


@lru_cache(maxsize=1)
def peoples() -> dict[str, str]:
    """Folded word for a people or creed, in any number and gender -> key ("americaines" -> "american")."""
    table = dict(_IRREGULAR)
    for _, english, french in _rows():
        for form in _forms(french):
            table.setdefault(form, english)
        for form in (english, english + "s"):
            table[form] = english
    return table


@lru_cache(maxsize=1)
def homes() -> dict[str, str]:
    """Key of a people -> key of its place ("american" -> "united states")."""
    return {english: place for place, english, _ in _rows() if place}


def adjectives(place: str, language: str) -> tuple[str, ...]:
    """The folded words of a language for what is of a place, by the place's key ("brazil" -> "bresilien", ...)."""
    found = [(english, french) for home, english, french in _rows() if home == place]
    own = {english for english, _ in found}
    others = [form for form, english in _IRREGULAR.items() if english in own]
    usual = [form for english, french in found for form in (_forms(french) if language == "fr" else (english,))]
    return (*usual, *others)


def _rows() -> list[tuple[str, str, str]]:
    rows = _PEOPLES.strip().replace("\n", "; ").split("; ")
    return [(place.strip(), english.strip(), french.strip()) for place, english, french in (r.split(":") for r in rows)]


def _forms(french: str) -> list[str]:
    feminine = french + ("ne" if french.endswith("en") else "e")
    if french.endswith("e"):
        feminine = french
    return [french, french + "s", feminine, feminine + "s"]
