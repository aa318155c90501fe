"""Words that begin sentences without being names, in English and French, in flat form.

Knows two word lists: function words, and nouns, verbs and adverbs that news sentences often open with.
"""

from __future__ import annotations

_EN = """
about above accidents according across actually add additional additionally adult after afterwards again air
airlines alcohol all allow almost along also although always am among an analysts ancient and animal animals another
answer any anybody anyone anything apart apparently apples approximately april are aren around artificial as aside
ask astronomy at attendance august authorities baby back bacteria bad banks based be beautiful beauty because before
beginning behind being believe besides better between bicycle big birds blood blow blue body both bound box boys
bread break breaking bring brush business but buy buying by cable call campaigners can carbon careful carry cars
cell certain certified change chasing check cheese chicken chief children chocolate choose classes clean clearly
close coffee cold come commercial common companies compare compared computer consequently construction contact
contemporary cook correct costume could counting countries court cows creation credits criminal critic critical
critics current currently cut data death december defense democracy depending despite did didn different dig dinner
diplomats do doctor doctors does doesn dogs doing don dozens dr draw drink drive drop due during each earlier early
eat eating economists education effective either elected electrons elsewhere empty engine engineering enjoy episodes
even eventually every everybody everyone everything everywhere evidence examples excuse experts explain express
extra families family fast fasten father fear featuring february feel few fight figures fill film filming finally
find finding finish firefighters firms first fish fishing five fly follow following food for forget four frankly
free fresh friday friends friendship fries from fruit further generally get getting girl girls give given giving
glad go going good gossip government grab gravitational gravity green guess guests had half hand hang happy has have
haven having he head health heavy hello help her here high higher highly his historian historically history hold
home honesty horses hospitals hot how however human humans hundreds hurry i ice if immediately in indeed individual
inflation initial initially instant instead internationally investigators investors iron is isn it its january judge
judges judging juice july june just keep kids land large last later law lawmakers lawyers lead leaders learn
learning leave leaves lend less let lie life light lightning lights like likewise listen little live living local
located lock long look looking lost luck mad main major make making man many march markets marriage mastering
mathematics may meanwhile meat medical meet members men military millions mine ministers ministry mixing modern mom
monday money more most mother move moves mr mrs ms much music mutations my nations natural nearly negotiators
neither never nevertheless next nice night no nobody non none normally not notable notably note nothing november now
nowadays nuclear numerous nurses obviously october of officers officials often oil old on once one online only open
opposition organic originally other others otherwise our out outside over overall paintings paper parents parks
parliament part party pass pathology patients pay people perhaps personnel phase pick plans plants players playing
please police popcorn popular portrait president previous prices primary prime principal prior private producer
producers production profits prominent promise prosecutors proteins protesters protons pull put quit radio raise ray
read reading rebels recent recently recording relatives remember remove reports rescuers research researchers
residents respect revenue review rice right ring roll rules running sales saturday save say saying says school
schools science scientists seafood search season seasons second secret see seeing seen send separate september set
seven several shall shares she shooting shortly should shouldn show shut sign significant similar similarly since
sing sit sitting six sixty ski skirt slate sleep small smoking snow so social soldiers solutions some somebody
someday someone something sometimes song soon sooner sorry sources speak speaking special spending spin spring stand
start starting stay step stereotactic still stop strange strictly strong stronger students studies study subsequent
subsequently substantial such suddenly sugar summer sunday supporters swimming take taking talk taste tea teachers
teams teenage television tell ten test thank thanks that the their then there therefore these they things think
thinking this those though thousands three thriller through throughout throw thursday thus tickets tie time times to
today together tomorrow too top total towards toy traditional traditionally traffic troops trust try tuesday turn
twelve two typically ultimately under unfortunately unless unlike until up upon use using usually vaccines variety
various vegetables very visitors voters wait wake walk walking was wash wasn watch water we wearing wednesday
welcome well were what whatever when whenever where whereas wherever whether which while white who whoever whose why
will winter with within without witnesses women won words work workers worst would wouldn write writing written
yeast yeasts yes yesterday yet you young your yours
"""
_FR = """
accessible accompagne accompagnee accueilli accuse acte actes actuellement affaire affirmant afin age agee ages
ailleurs ainsi alerte alertee alertes aller allez alors ambiance ami analystes ancien ancienne anime animee annonce
annoncee aout apparemment appel appelant appele appeles apres arrete arretez arrive arrivee arrives assez assis
associe associee atteint atteinte attentats attention au aucun aucune auditionne aujourd auparavant aupres aussi
aussitot autant auteur autorites autour autre autrefois autrement autres aux avant avec avez avis avocat avocats
avoir avril ayant bac baisse balance baptisee beaucoup belle bien bientot bienvenue bilan blesse blessee boire bon
bonne bref ca candidat car casse ce ceci cela celle celles celui cent centaines cependant certainement certaines
certains certes ces cet cette ceux chacun changer chanter chaque charge chef chercheurs chere cheveux chez choque
chronique cinq cinquante circulation cite clairement classe classee colere combien comme comment complement
completement compose composee compte concernant concevoir conclusion concretement concu concue condamne confinement
conformement confronte connaissant connu connue consciente consequence considerant considere consideree constatant
construit construite contacte contactee contactes contraint contrairement contre converti coronavirus cote coup
cours craignant cree creee critique dans davantage de debut decede decembre decidement decision dedans defendant
dehors deja demain denoncant deplorant depuis depute dernier derniere dernierement derriere des desireux desormais
detenu deux deuxieme devant developpee devenu devenue differentes difficile dimanche diplome dire directeur
directrice disons disponible distanciation dites dix dizaines donc dont douze dr drole du durant echantillon ecole
effectivement egalement eh elle elles elu elus en encore enfin engagee enquete enqueteurs ensemble ensuite entendu
entendue entre entree environ envoye esperant esperons essai est estimant et etaient etes etre eux evidemment eviter
evitez evoquant ex exemple experts expliquant face faire fais faisant faisons fait faites fallait fan faut faute
faux felicitations femme ferme fervent fevrier fidele figure fille filme fils fin finalement fini fondee force
forcement fort forte forts franchement gare general glacier globalement gouvernement grace grandes greve grievement
grosse habitants habitue habituellement hausse helas heureusement hier histoire historiquement homme honnetement
honte hormis hors hospitalise hotels huit ici il illustration ils imaginez immediatement impossible inacceptable
inadmissible inchange inconnu incroyable initialement inquiete inspire installe interdiction interdire interpelle
interpellee interroge interrogee interroges intervention interviewe intitule inutile invite invitee ironie issu
jamais janvier je jeudi jeunes joint jour journee joyeux juge jugeant juges juin jungle jusqu jusque juste la
laisser laissez lance lancee le les leur leurs liberte libres ligne localement loi loin long longtemps lors lorsqu
lorsque lui lundi lutter m ma mai maintenant maire maires mais mal malgre malheureusement maman manifestants
manifestement manque mardi marge marie masque mauvais mauvaise medecin medecins meilleur membre meme memes menace
menee merci mercredi mere mes mesure mettez mettre mi midi mieux militant milliers ministre ministres mis mise
mission mlle mm mme moi moins mon montant mort mouvement muni municipales musique national naturellement ndlr ne
neanmoins nee neuf ni no nombre nombreux nomme non normalement nos notamment notre nous nouveau nouvel nouvelle
novembre nuit nul nulle objectif octobre officiellement on ont onze operation organiser originaire originaires ou
oui pandemie papa par parallelement parce pardon parfois parler parmi parquet partant particulierement partie partis
partout pas passant passe passee passer passions pays pendant pensez pere personne personnellement petit peu peur
peut photo pire place placee places plan plein plus plusieurs plutot poids police policiers politiquement pompiers
port portant porte portee porter portrait pour pourquoi poursuivi pourtant pouvoir prefet premier premiere premieres
premiers prenant prendre pres present presentant presentation presente presentee president presque presse pression
preuve prevu prevue principal principalement priorite pris prise prix probablement probleme proche procureur
programme proprietaire protection proteger publiee puis puisqu puisque qu quand quant quarante quatorze quatre
quatrieme que quel quelle quelles quelqu quelque quelques quels question questionne questions qui quinze quitte quoi
quoiqu quotidien raison rapidement rappelant rappelons rapporte rattrape realisee recemment recettes recherche
reconnaissant reduction reduire reforme regardez regulierement relance rendez rendre repere repondant reponse repose
reprenant reprise responsables reste restez restons resultat retour retrait retraites reunis revenant revenir rien
risque riverains sa sachant sachez saisi saisie samedi sans sauf savoir scientifiques se seconde secouristes
secretaire seize selon sept septembre sera serait serieusement seront service ses seul seule seulement seules seuls
si signe silence simple simplement sinon sitot situation situe situee six societe soignants soit soixante solidarite
sollicite sollicitee son sondage sont sorti sortie soucieux soudain souffrant soulignant source sous soutenu soutien
souvent soyez soyons stage stupefiant suite suivant suivent suivi sur surnomme surnommee surtout symbole syndicats
tandis tant techniquement tel telle temoins terrible toi tolerance tombe tot totalement touche toujours tour tous
tout toute toutefois toutes traditionnellement travail travailler treize trente tres tribunal trois troisieme trop
troubles tu un une urgence va vendredi venez ventes venu venue venus verdict veritable vers vetus via victime
victimes victoire video viennent vigilance vingt vise visiblement vive vivement vivre voila voir vos voter votre
voulant vouloir vous voyant voyez vraiment vu
"""
STARTERS = {"en": frozenset(_EN.split()), "fr": frozenset(_FR.split())}
