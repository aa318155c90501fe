"""Words that begin sentences without being names, in English and French, in flat form.

Knows two word lists: function words, and nouns, verbs and adverbs that news sentences often open with.
"""

from __future__ import annotations

_EN = """
abandoned ability able aboard about above absence academic accepted access accessible accident accidents acclaim
accompanied according account accounts accuracy accurate achieve achieved acid acids acknowledged acoustic
acquired across act acting action actions active activists activities activity actors actresses actual actually
add added adding addition additional additionally additions address adjust admission adopted adult adults
advance advanced advantage advisers advisors aesthetic affect affected after afterwards again against agreed
ahead aides aim aimed ain air aircraft aired airing airlines album alcohol aliens all allow allowed allowing
allows almost alone along alongside already also alternative although always am amateur amino among amongst
amount amounts an analysts analyzing ancient and angular animal animals announced annual annually another answer
ants any anybody anyone anything anyway apart apparently appear appearance appeared appears apples applications
applied appointed approach approached appropriate approval approved approximately april archaeological architect
architects architectural architecture are area areas aren arepa argued around arranged arrangement arrival
arrived arsenic article artifacts artificial artist artistic artists as aside ask asked aspects assailants
assassination assault assigned assistance assistant associated assumed astrology astronauts astronomers
astronomy at athletes atmosphere atom atomic atoms attached attack attacked attackers attacking attacks attempt
attempted attempting attempts attendance attended attention attraction attractions attributed auction audience
audiences audio august auroral author authorities authors autumn available average avoid awarded babies baby
back backboard background backing bacon bacteria bacterial bad bakers balance ball balls banks banned bars based
basic basis basket be bears beat beautiful beauty became because become becomes becoming beef been before began
begin beginning begun behave behavior behind being belief believe believed below belt besides better between
beverage beyond bibimbap bicycle big biggest billion binary binding biologists birds birth bite block blood blow
blue boats bodies body boiled bomb bombers bonus books border borders born both bottom bought bound box boxes
boy boys brain bread break breakfast breaking breathing breeders brick brief bring bringing broadcast broth
brother brought brush buddy budget build builders buildings built bulgogi burglars burn business but butter buy
buying by cable cake cakes call called calling calls came camera cameramen campaign campaigners campaigns
camping camps can cancelled cancer cancers cannot canon capacity capture captured carbon cardiac career careful
caregivers carers carried carrier carriers carry carrying cars carved case cases cast casting casualties catch
categories caught cause caused causes causing cavalry ceiling celestial cell cells centuries century certain
certainly certified chain chance change changed changes character characteristics characters charge charged
charts chasing check cheese cheeses chefs chemical chicken chief child children chocolate choose chorus chose
chosen chromosome churches circumstances cities citizens claim claimed claiming claims class classes classic
classical classified clean clear clearly climate climatologists climb climbers clinical clip cloning close
closed closely closer clothing clubs clue coal coffee cold collapse colonial colonies colonists color colors
colour column columnists combination combined come comes commanders commenced commentators commented commercial
commercially commissioned commit committed common commonly communities commuters companies compare compared
compete competition competitions competitive complete completed completely completion complex complicated
component composed composer composition compound compounds comprising compulsory computer computers concentrated
concentration concept concern concerning concluded condition conditions conducted confirmed conflict conflicts
connected connection consecutive consensus consequently conservative consider considerable considered
considering consist consisted consistently consisting consists constant constitutional constructed construction
consumed consumption contact contain contained containing contains contemporary content continue continued
continues continuing continuous contract contrast contributed control controlled controlling controversial
controversy converted cook cooked cooking cooks copies copy cord core correct correspondents cost costume could
count counter counting countries country coup couple course court cover coverage covered covering covers cows
cream create created creating creation credited credits crime criminal critic critical criticized critics cross
crowd crystals cuisine culinary culture cultures curiosity current currently currents curry customers customs
cut cuts cyclists daily dairy damage damaged dance dancers dancing dangerous data date dated dates daughter day
days dealing death deaths debris debut debuted decade decades december decided decides decision decisions
declared decline declined dedicated deemed deeply defeat defeated defender defense defensive defined defining
deforestation degree degrees delegates democracy demonstration demonstrators dentists departure depending
depicted depiction depicts deployed derived descendants describe described describing design designated designed
designer designers designs desperate despite destroyed destruction detectives determine determined develop
developed developing diameter diarrhea did didn died diet difference differences different difficult difficulty
dig dinner diplomats direct directed directly directors dirty disaster discipline discovered disease diseases
dish dishes display displayed disputed disputes distance distant distinct distinguish distribution dive divers
diverse divided diving divisions do doctor doctors does doesn dogs doing domestic dominant dominated don done
double down dozens dr draw drawing drawings drawn dress drew dried drink drinking drive driven drivers driving
drop dropped drugs drums dry due during each earlier earliest early earned easier easily easy eat eaten eating
ecologists economists economy edge editors education effect effective effects effort efforts eggs eight either
elected election elections electric electrical electricians electromagnetic electromagnetism electron electrons
element elements elevations eleven elite elsewhere emerged emphasis employees empty en end ended ending ends
enemy energies energy engine engineer engineering engineers enjoy enjoyed enough enter entered entering entire
entirely entitled entrance entry environmentalists envoys epidemiologists epigenetic episode episodes equal
equations equipment equipped equivalent especially essentially establish established establishment estimated
estimates ethnic even evening event events eventually ever every everybody everyone everything everywhere
evidence evolved exact example examples except excuse executed execution executive executives exercise exhibited
exhibition exist existed existence existing exists expanded expansion expect expected expensive experience
experienced experimental experiments experts explain explained exposed express expressed expression extended
extending extensive extent external extra extremely face faced faces facilities facility facing fact factors
failed failure faith fall falling families family famous fans far farmers fast fasten faster father favorable
favorite fear featured features featuring february feed feel feelings feet fell fellow felt fencing few fewer
fictional field fields fifteen fight fighters fighting figure figures fill filled film filmed filming final
finale finally find finding finds finger finish finished fire firefighters firm firms first fish fishermen
fishing five fixed flat flavour flooding floods floor flour flow flowers fly focus focused follow followed
following follows food foot for forced forecasters forests forget forgive form formal format formed former
formerly forming forms forty forward fought foul fouls founded founding four fourth frame frames frankly free
frequency frequent frequently fresh friday fried friend friends friendship fries from frozen fruit fruits fuel
full fully fun function functions fundamental funds further future gain gained game garlic garnered gasoline
gave gendarmes gene generally generate generated genes genetic genre genres geologists geometry get getting girl
girls give given gives giving glad global go goal goalkeeper going gold good goodbye goods gossip got governed
governing government governments grab grades gradually granite granted gravitational gravity gravy greater
greatest greatly green grew grilled gross grossed grossing ground groups grow growers growing grown growth guess
guest guests guitar gum gunmen guys gymnasts habitat hackers had half hand handling hands hang happiness happy
harvesting has have haven having hazard he head headed heads health healthy heat heated heavily heavy height
held hello help helped her here high higher highest highly himself his historian historians historically history
hitting hold holding holds hole holes holiday holidaymakers home homeowners honestly honesty hope horses
hospitals host hosted hot hour hours houses how however http huge hull human humans humor hundred hundreds
hunters hunting hurry husband hydrogen i ice idea ideas identified identify identity if ignore image images
immediate immediately immigrants immigration impact importance important impossible improve improved in
inception incident include included includes including income increase increased increases increasing
increasingly indeed indicate indicating indigenous individual individuals infantry inflation influence
influenced influences influential ingredients inhabitants inherited initial initially injured injuries injury
inquiry inside inspectors inspiration inspired instance instant instead institutions instruments insurers
intellectual intended intense interaction interactions interest internationally interview into introduced
introduction invasion invented investigators investors invite involved involvement involves involving iron is
isn isolated issued issues it its itself january javelin jazz jobs joined judge judges judging juice july jump
jumping june just kata keep keeping kept kernel kernels kids killed killing kind kissing knowledge known label
lack lady laid land landed landing landlords lands landscape language languages large largely larger largest
last lasted late later latter laughter launched law lawmakers lawyers lay layer layers lead leader leaders
leading leads learn learning least leave leaves leaving left legal legs lemons lend lenders length less let
letters level levels lie lies life lift lifted light lighter lightning lights like likely likewise limit limited
line lines link linked liquid listed listen listeners lists literally literary literature little live lived
lives living local locals located location locations lock long longer longest look looking looters loss losses
lost lots low lower luck lunch lyrics mad made magistrates magnetic main mainly maintain maintained major
majority make making man managed management manager manner many marble march marked marketing markets marriage
married martial mask mass massive mastering match matches material materials mathematics matter maximum may mean
meaning means meant meanwhile measure measured measurement measurements meat mechanical mechanics medical meet
meeting member members memorize men mentioned metal meteorologists meters method methods metric microscope might
military milk million millions mind mine ministers ministry minorities minority minute minutes missions mixed
mixing mixture mobile models modern modified moisture molecular molecules mom moment momentum monasteries monday
money month months more morning most mostly mother motivated motorists mounted mourners move moved movements
moves movie moving mr mrs ms much multi multiple mural murder music musicians must mutations my naked name named
names narrow nations natural naturally nature near nearby nearly nebulae necessary need needed needs negative
negotiations negotiators neighbor neighbors neighbours neither nervous network neutrons never nevertheless news
newspapers next nice night nine ninth nitrogen no nobody nominated nomination nominations non none normally not
notable notably note noted nothing noting novel november now nowadays nuclear nuclei nucleus number numbers
numerous nurses obesity object objects observation observed observers obtain obtained obviously occasionally
occasions occupation occupied occur occurred occurs october of offensive offer offered offers officers official
officially officials often oil okay old older oldest on once one ones onions online only onto onwards open
opened opening operate operated operating operations opinion opponent opponents opportunity opposing opposition
optical oranges orbit order ordered organ organic organised organisers organisms organizations organized
organizers origin original originally originated other others otherwise our out outer outside over overall
overcome owing owned owner ownership oxygen paid paint painted painters painting paintings pair paper parallel
pardon parents parks parliament parodied parody part partially participants participated particle particles
particular particularly parties partly parts party pass passed passengers passing past paste path pathology
patient patients pavilions pay peaked pedestrians penalty pension pensioners people peoples perceived percent
perfect perform performances performed performing perhaps period periodic periods permanent permitted person
personal personnel pharmacists phase phenomena pho photographers photography physical physics piano pick picked
piece pieces pilot pilots pirates pizza place placed places plane planetary planets planned planning plans plant
plants plastic plate play played player players playing plays please plot poem poet point points police
political politics pollsters pond poor popcorn popular popularity population pork portion portrait portraits
position positions positive possession possibility possible possibly potato potatoes potential potentially pour
poutine poverty powder power powerful practical practice practices praised pray precipitation precise predicted
predominantly premiere premiered preparation prepared presence present presented president press pressure
prevent previous previously prices primarily primary prime principal principle prior private probably problem
problems process processes produce produced producer producers produces producing product production products
professional profits programs prohibited projects prominent promise promote promoted promotion promotional
proper properties property proposed prosecutors protect protected protection protein proteins protesters
protests proton protons proved proven provide provided provides providing provinces psychiatrists psychologists
public publication published publishers puck pull purchased purpose purposes push pushed put quality quarks
question quickly quit quite radiation radical radio radius rain rains raise raised ramen range ranging rank
ranked ranking ranks rapidly rare rarely rate rated rates rather rating ratings ray rays reach reached reaching
reaction reactions read readers reading real realistic reality really rear reason reasons rebels rebuilt receive
received receiving recent recently reception recognized recommended record recorded recording recurring reduce
reduced reducing refer reference references referred refers reflected reflections refused regarded regarding
regardless regime region regional regions regular regulators reign related relations relationship relationships
relative relatively relatives relativity release released religion religious remain remainder remained remaining
remains remember remind remove removed renal rendang renewed replaced replacing report reported reports
represent representation represented representing request require required requires rescuers research
researchers resemblance reserves residents resignation resources respect respective respectively responded
response responsible rest restaurant restaurants restored result resulted resulting results retailers retirees
retreat return returned returning revealed revenge revenue review reviews revived rice rich rider rides riding
right ring rioters rise rising risk roads robbers role roles roll romance romantic room rope rotation roughly
route routine rule ruled rules run running runs rural safe safety said salad sale sales salt same saturday sauce
sausage save say saying says scale scenes schedule scholars school schools science scientific scientists score
scored screening sculptures seafood seal search season seasonal seasons second secondary seconds secret sections
secure secured see seeing seemed seen seismologists selected self sell selling semi send sense sensitive sent
separate separated september sequel sequence sequences series serious serve served serves serving session
sessions set sets setting settled seven seventh several severe severely sex sexual shake shall shape shaped
share shared shareholders shares she sheep ship shipping ships shirt shoot shooting short shorter shortly shot
shots should shouldn show showed showing shown shows shut side sight sign signal signals signed significant
significantly similar similarly simple simply simultaneously since sing singers singing single sings sit sitting
situated situation six sixth sixty size ski skill skills skin skirt slate sleep sliced slightly slot slow slowly
small smaller smallpox smoke smoking smugglers snap snorkel snow so social sociologists sodium soft soil sold
soldiers solid solution solutions some somebody someday somehow someone something sometimes somewhat song
songwriting soon sooner sorry sound soundtrack source sources spacecraft spacetime spare speak speaking special
specialized species specific specifically spectators speed speeds spending spent spices spin spoken spokespeople
sponsored sport sports spot spread spring stability stage stages stand standards standing stands star starring
start started starting starts stated statement stating stations statues status stay stayed steak steel stem step
steps stereotactic stick still stir stock stop stopped stored stories storms storyline straight strange
strategic strategy strength strictly striking stroke strong stronger strongly structure structures student
students studied studies studio study studying style styles subject subjects subscribers subsequent subsequently
substantial succeeded success successful successfully such sudden suddenly suffered sugar suggest suggested
suggests suicide suitable summer sunday sung supernatural suppliers supplies supply support supported supporters
supports sure surface surgeons surrounded surrounding survived survivors swans sweet swimming swing symbol syrup
system systems table take taken takes taking talk talking tank tape target targets taste taught tea teachers
team teams technicians technique techniques teenage telephone telescopes television tell tells temperature
temperatures temporarily temporary ten tenants tend tends tensions tenth term termed terms territories test
tests texture than thank thanks that the theaters theatrical their them theme themed themselves then theoretical
theories therapy there therefore these they thick thieves thin things think thinking third thirteen thirty this
those though thought thousands threat three thriller throne through throughout throw thursday thus thyroid
ticket tickets tie time times tissue tissues title titled to today together told tomorrow tonight tonnes too
took top topped tornado total tourists tournament tournaments toward towards towns toy track tradition
traditional traditionally traditions traffic traffickers trained transfer transferred transformation translated
transport transportation travel traveling treat treated treatment treatments trial tribute tried tries trip
troops true trust try trying tube tuesday tumor tumors turn turned turning turns twelve twenty twice two type
types typical typically ultimately umpire unable under underground understand understanding underwater
unemployment unfortunately unions unique units universities unknown unless unlike until up uplift upon urban
usage use used useful users uses using usually vaccines value values variation variations varied varies
varieties variety various vary varying vast vaulting vegetable vegetables version versions vertical very vessel
victory videos view viewed viewers views villagers violence viral virologists virtually visible visit visited
visiting visitors vocal vocals volume von vote voted voters wait waiter waiters wake walk walking walls wanted
was wash washing wasn watch watched water wave waves ways we wealthy weapons wear wearing weather wedding
wednesday week weeks weight welcome well went were whales what whatever when whenever where whereabouts whereas
wherever whether which while white who whoever whole whom whose why wide widely widespread will window winds
wine winemakers winner winning wins winter wires with within without witnesses woman women won wooden word words
work worked worker workers working works worldwide worst worth would wouldn wrist write writer writers writing
written wrote years yeast yeasts yes yesterday yet you young your yours
"""
_FR = """
abattu abord abri absence absent absolument abus accepte acces accessible accident accompagne accompagnee accord
accordee accueil accueille accueilli accueillir accueillis accusations accuse achat acheter acte actes acteur acteurs
actions activite activites actrice actualite actuel actuelle actuellement adjoint administration admis admise adopte
adresse adultes aeroport affaire affichant affiche affirmant affirme afin agace age agee agees agent agents ages
agissait agit agression agressions agriculteurs aide aider aides aient ailleurs aime ainsi ajoutant ajoute ajouter
album alcool alentours alerte alertee alertes allait allant allemande aller allez allons alors amateurs ambiance
ambition ameliorer amende amendement americaine americaines ami amis amoureux ampleur analyse analystes ancien
ancienne anciens animal animateur animaux anime animee annee annees anniversaire annonce annoncee annoncer annonces
annulation antenne anti aout appareil apparemment apparition appartement appartenant appel appelant appele appeler
appeles appelle appels application apporte apporter appris approche apres argent arme armes arrestation arret arrete
arreter arretes arretez arriere arrive arrivee arrivent arriver arrives arrondissement article artiste artistes asile
assez assis assise associations associe associee assurant assure assurer attaque attaquer attaques atteindre atteint
atteinte attend attendant attendre attendu attendue attentat attentats attente attention au aucun aucune audience
audition auditionne augmentation augmente augmenter aujourd auparavant aupres auquel aura auraient aurais aurait
auront aussi aussitot autant auteur auteurs automne automobilistes autonomie autorisation autoriser autorites
autoroute autour autre autrefois autrement autres aux avaient avais avait avance avant avec avenir averti avez avion
avions avis avocat avocate avocats avoir avons avortement avouant avril ayant baby bac back baignade baisse baisser
balance balle balles bande baptise baptisee barre barrieres base basee bataille bateau batiment batiments battre beau
beaucoup bebe belle beneficier besoin bete bien biens bientot bienvenue bilan billets blesse blessee blessees blesses
blessures bloc boire boite bon bonne bonnes bons bord bout bras bref bruit bureaux ca cabinet cache cadre cafe
cagnotte calendrier calme cameras camp campagne cancer candidat candidate candidats candidature canicule cannabis
capable capacite capitale capturer car caractere carbone carburant carriere carrosserie carte carton casse casser
catalogue catastrophe categorie cathedrale cause causes ce ceci cela celebre celle celles cellule celui cent centaine
centaines centrale cependant ceremonie certain certaine certainement certaines certains certes ces cet cette ceux
chacun chacune chaine chaleur chance change changement changer chanson chanter chanteur chanteuse chaque charge
chargee chasse chassis chauffeur chef cheffe chefs chemin chercher chercheurs chere chers cheveux chez chien chiens
chiffre chiffres choc choisi choix chomage choque choquee chose choses chronique chute chutes ci cible ciel cinema
cinq cinquantaine cinquante cinquieme circonscription circonstances circuit circulation citant cite citoyens civile
clair clairement classe classee classement classes client clients climat climatique coeur colere collaboration
collegue collegues colonnes combat combien comedienne commandes comme commence commencer comment commente commerces
commis commissariat commun communaute commune communes communication communique communiste compagne compagnie
compagnon comparer competition complement completement comportement compose composee comprend comprendre compris
compte compter comptez concernant concerne concernes concert concevoir conclu conclusion conclusions conclut
concretement concu concue condamne condamnee condition conditions conducteur conduire conduit conduite conference
confiance confie confiee confinement confirmant confirme conflit conformement confronte confrontee confrontes
connaissance connaissant connait connaitre connu connue conscience consciente conseiller conseils consequence
consequences considerant considere consideree consommateurs consommation constatant constate constructeur construction
construire construit construite contact contacte contactee contactes contamination contaminations contestation
contexte continue continuer contraint contraire contrairement contrat contre controle controles convergence converti
coronavirus corps corruption cote cotes couleur couleurs coup couple coups courant cours course court cout couteau
couvert craignant creation cree creee creer crime crimes criminelle crise critique critiques croire crois cuir
cylindres da danger dangereux dans date davantage de debat debats debut decede decedee decembre deces decide decidee
decidement decider decision decisions declaration declarations declare declenche deconfinement decouvert decouverte
decouvrir decret decrit decrite dedans defend defendant defendre defendu defi defile degage degats degres dehors deja
dela delai delegue demain demandant demande demandent demander demandes demandez demarchage demarche demeure demi
demission democrate democratie denoncant denonce denoncent denoncer depart departement departements departs depenses
depistage deplacement deplacements deplorant deplore depose depuis depute deputee deputes dernier derniere
dernierement dernieres derniers derriere des desireux desole desormais dessus destination detail detaille details
detention detenu detenus determiner deux deuxieme devaient devait devant developpant developpe developpee devenir
devenu devenue devient devoile devoir devons devra devraient devrait devront dialogue difference differentes
differents difficile difficiles difficulte difficultes diffuse diffusee diffusion dimanche diner diners diplome dire
directement directeur directrice dirigeant dirigeants dis disait disant discours discussions disent disons disparition
disparu disponible disponibles dispose dispositif disposition distance distanciation distribution dites divers dix
dixit dizaine dizaines document documents doigt doit doivent dollars domicile dommage donc donne donnee donnees donner
dons dont dossier dossiers dote dotee double doute douze dr drame drapeau drogue droit droite droits drole drone du
dur durant dure duree eau eaux ecart echange echanges echantillon echec echelle ecole ecoles ecologique ecologiste
ecologistes economique economiques ecoutez ecran ecrit edition editions effacer effectifs effectivement effectue effet
effets efficace efficacite effort efforts egalement egard eh electeurs election elections electricite electrique
electriques elements eleve eleves elle elles elu elue elus emission emissions emmenes emotion empecher emploi emplois
employe employes en encheres encontre encore endroit energie enfant enfants enfin engage engagee engagement engager
enorme enquete enquetes enqueteurs enregistre enregistres enseignants ensemble ensuite entend entendre entendu
entendue entier entourage entouree entraine entrant entre entree entreprise entreprises entrer entretien envers envie
environ envoye envoyer epidemie episode epoque epouse epreuve epreuves equipe equipements equipes erreur espace
espaces espece esperant espere esperons espoir esprit essai essais essayer essentiel est estimant estime estiment et
etabli etablir etablissement etablissements etaient etais etait etant etape etes etranger etrangeres etrangers etre
etude etudes etudiants europeen europeenne euros eux evenement evenements eventuelle evidemment eviter evitez
evolution evoquant evoque ex exactement examen exception exceptionnelle executif exemplaire exemplaires exemple
exercice existe experience experts explications expliquant explique expliquer explosion exposition expression exprime
exprimer exterieur exterieurement extreme extremement face facon faible faire fais faisait faisant faisons fait faite
faites faits fake fallait famille familles fan fans fasse faudra faut faute faux faveur favorable felicitations femme
femmes fer fera ferme fermees fermer fermes fermeture fervent fetes feuilleton feux fevrier fibre fidele fideles fier
figure file fille filles fillette film filme filmee films fils fin final finale finalement financement financier fini
finition finitions fiscale fixe flammes flic fois fonction fonctionnaires fonctions fond fondateur fondee font force
forcement forces foret formation forme fort forte fortement fortes forts foule foulee foyer foyers fracture frais
franchement frappe fraude frere froid frontiere frontieres fuite fumer furieux fustigeant futur future gagne gagner
gamme garcon garder gare gauche gendarmes general generale generalement genre gens gerer geste gestes gestion gilet
glacier globalement gouvernement grace grandes grands grave gravement graves greve greves grievement gros grosse
groupe groupes habitacle habitants habitude habitue habituee habituellement haine harcelement hausse hauteur
hebdomadaire hectares helas heros heure heureusement heureux hier histoire historique historiquement hiver home
hommage homme hommes honnetement honneur honte hopital hopitaux hormis hors hospitalise hospitalisee hotels huit
humains humoriste humour hypothese ici idee idees identifie identifier identite il illustration ils image images
imaginez immediat immediate immediatement immense immeuble immigration impact importance important importante
importantes importants importe imposer impossible impot impots impression inacceptable inadmissible incapable
incarcere incendie incendies inchange incident inconnu incroyable indique individu individus inedite infection
information informations informer initialement initiative inoubliable inquiete inquietude insiste inspire installation
installe installee instant institutions instruction insuffisant insupportable intention interdiction interdire
interdit interet interets internationale internautes interne interpellation interpelle interpellee interroge
interrogee interroges intervenir intervention intervient interview interviewe intitule intitulee inutile inverse
investigations investir invite invitee invites ironie isolement issu issue jamais jantes janvier jaune jaunes je jeter
jeudi jeune jeunes jihadistes job joint jointe joker joue jouer jour journaliste journalistes journee jours joyeux
judiciaire judiciaires juge jugeant jugee juges juif juin jungle jusqu jusque juste justement justifie justifier
kilometres la labas laisse laisser laissez laissons lance lancee lancement lancer laquelle large largement laureat le
leader legerement legislatives lendemain lequel les lesquelles lesquels lettre leur leurs leve levee liberte libertes
libres liee liees lien liens lies lieu lieux ligne lignes limite limitee limiter lire liste litres litteralement livre
livree livres local locale localement locales locaux logement loi loin long longtemps longue lors lorsqu lorsque lourd
lui lumiere lundi lutte lutter lycee m ma magasin magasins mai main mains maintenant maintenir maintien maire maires
mairie mais maisons majorite mal malade malades maladie maladies malaise malgre malheureusement maman mandat maniere
manifestants manifestation manifestations manifestement manifester manque marche mardi marge mari mariage marie marque
marquee mars martele martyrs masque masques massivement materiel matiere matinee mauvais mauvaise maximum medecin
medecins medias mediatique medical medicale medicament medicaments meilleur meilleure membre membres meme memes
memoire menace menaces mene menee mener merci mercredi mere mes message messages mesurant mesure mesures methode
metier metres metro mettant mettent mettez mettre meurtre mi micro midi mieux migrants milieu militaire militaires
militant militante militants milliard milliards milliers million millions mineurs ministere ministre ministres minute
mis mise mises mission mlle mm mme mobilisation mobilises mode modele modeles moi moindre moins mois moitie moment
moments mon mondiale monstre montant montee monter montrant montre montrent montrer moralement mort morts moteur mots
mourir mouvement moyenne moyens multiples muni municipal municipale municipales musique musulmans naissance national
nationale naturellement ndlr ne neanmoins necessaire necessaires necessite nee negociations neige neuf ni niveau no
nombre nombreuses nombreux nomination nomme noms non normal normale normalement nos notamment notant note notre
nourriture nous nouveau nouveaux nouvel nouvelle nouvelles novembre novice noyades nucleaire nuit nul nulle numero
objectif objet objets obligation obligatoire obtenir obtenu occasion octobre oeuvre officiel officielle officiellement
offre offrir on ont onze operation operations oppose opposes opposition option orages ordre ores organisateurs
organisations organise organisee organiser organisme originaire originaires origine ou oui ouvert ouverte ouverture
ouvrir page paix pandemie papa par paradoxalement parallele parallelement parce parcours pardon parents parfaitement
parfois parisienne parle parlementaire parlementaires parler parmi parole paroles parquet parrain pars part partage
partager partant partenaires participants participation participe participer particulier particuliere particulierement
partie parties partir partis partout pas passage passagers passant passe passee passer passion passionne passions
patient patients patron payer pays peau peine pendant pense pensees penser pensez perdre perdu pere performances
periode permanence permet permettant permettent permettra permettre permis personnalite personnalites personne
personnel personnellement personnels personnes perte petit petite petites petits peu peuple peur peut peuvent peux
phase phenomene photo photos physique physiquement piece pieces pied pieds pilote pire piste place placee places plage
plages plaide plainte plaisir plan planete plateau plateforme plein pleine pleinement plonge pluie pluies plupart plus
plusieurs plutot poids pointe points polemique police policier policiere policieres policiers politique politiquement
politiques pollution pompiers populaire population populations port portant porte portee porter portes portrait pose
poser positif positifs position possibilite possible possibles poste postes pouces pour pourquoi pourra pourraient
pourrait pourront poursuit poursuivi poursuivre pourtant pousse pouvait pouvant pouvoir pouvoirs pouvons pratique
pratiques precaution precedent precedente precisant precise preciser prefere prefet premier premiere premieres
premiers prenant prend prendre prennent prenons preparation preparer pres prescrit presence present presentant
presentateur presentation presente presentee presenter presents presidence president presidente presidentiel
presidentielle presidents presque presse pressenti pression prestations pret prets preuve prevention prevenu previent
prevoit prevu prevue primaire prime principal principale principalement principaux principe priorite pris prise prises
prison prive privee prives privilegier prix probablement probleme problemes procedure proces processus prochain
prochaine prochainement prochaines prochains proche proches procureur producteur production produit produits
professeur professionnel professionnelle professionnels profit profite profiter profondement programme progression
progressivement projet projets promesse promis promotion propagation propos propose proposee proposer proposes
proposition propositions propre propres proprietaire proprietaires propriete protection proteger protocole province
provisoire provoque proximite public publication publics publie publiee publiques puis puisqu puisque puissance puisse
puissent qu qualifiant qualifie qualifiee qualite quand quant quarantaine quarante quartier quartiers quasi quasiment
quatorze quatre quatrieme que quel quelle quelles quelqu quelque quelques quels question questionne questions qui
quiconque quinquennat quinzaine quinze quitte quitter quoi quoiqu quotidien raconte rafales raison raisons ralliement
rangs rapide rapidement rappel rappelant rappele rappeler rappelle rappelons rapport rapporte rapports rare rares ras
rassemblements rattrape reaction reagi reagir realisateur realise realisee realiser realises realite reanimation
rebaptisee recemment recettes recevoir recherche recherches reclame reconnaissance reconnaissant reconnait reconnu
reconnue record recours recu recue recuperer redaction reduction reduire reduit reference referendum reforme reformes
refus refuse regard regardez regards regime region regional regions regle regles regrette regulierement rejoindre
rejoint relance relancee relation relativement releve remettre remis remise remontant remonte rencontre rencontrer
rend rendez rendre rendu rendue renforcer renseignement rentree rentrer reouverture repas repere repond repondant
repondre repondu reponse reponses report repose reprenant reprendre representant representants represente repris
reprise reprises reputee reseaux residence respect respecter responsabilite responsabilites responsable responsables
restaurant restaurants reste restent rester restez restons restrictions resultat resultats retard retirer retour
retrait retraite retraites retrouve retrouvee retrouver retrouves reunis reussi revanche revelations revele revenant
revenir revenu revenus revient ri rien risque risques riverains role rouge route routes rouvrir rue rues rumeurs
rupture russe sa sachant sachez sais saisi saisie saison sait salaire salaires salaries salle salles saluant salue
samedi sanctions sang sanitaire sanitaires sans sauf sauver savoir scandale scenario scene scientifique scientifiques
scolaire scolaires scrutin se seance second seconde secondes secouristes secours secretaire secteur secteurs securite
sein seize selon semaine semaines semble semblent senateur senateurs sens sentiment sept septembre sera seraient
serait serez serieusement serieux seront service services ses seuil seul seule seulement seules seuls sexuelle
sexuelles si siecle sieges signale signe silence simple simplement sinon site sites sitot situation situe situee
situes six social sociale sociales socialiste sociaux societe soient soignants soins soir soiree soit soixante soldats
solidarite sollicite sollicitee solution solutions sommes sommet son sondage sondages sont sort sorte sorti sortie
sorties sortir soucieux soudain souffrant souhaite souhaitent soulignant souligne soupconne source sources sourire
sous soutenir soutenu soutien souvent souvient soyez soyons speciale specialiste spectacle spectateurs spectre stage
stations statut stock strategie structure stupefiant subi subitement succes suffisamment suis suite suivant suivent
suivi suivra suivre sujet sujets superieur supplementaires suppression supprimer sur surf surnomme surnommee surprise
sursis surtout surveillance suscite suspect suspects suspension symbole sympathisants symptomes syndicats systeme ta
tabac table taille tandis tant tard taux taxe taxes technique techniquement techniques technologie tel telephone
telespectateurs television telle tellement telles tels temoignage temoignages temoigne temoin temoins temperature
temperatures tempete temps tendance tenir tension tensions tentative tente tenter tenu tenue terme termes terrain
terrible territoires terrorisme terroriste terroristes test tester tests tete texte tiens tient tiers tire tirer titre
toi toit tolerance tombe tomber ton tonnes tot total totale totalement touche touches toujours tour touristes tournage
tournee tourner tous tout toute toutefois toutes traces traditionnellement trafic train trains traitement transmission
transparence transporte transportee travail travaille travaillent travailler travailleurs travaux travers traverser
treize trentaine trente tres tribunal triste trois troisieme trop troubles trouvaient trouvait trouve trouvent trouver
tu tues tweet tweete ultra un une unique uniquement urgence usage usagers usine utilisateurs utilisation utilise
utilisee utiliser va vacances vaccin vaccins vague vais valeur valoir vaste vecu vehicule vehicules veille velo venait
vendredi vendu vendus venez venir vent vente ventes vents venu venue venus verdict verifier veritable verite vers
version versions vetue vetus veulent veut veux via vice victime victimes victoire vide video videos viennent vient
vies vigilance vigueur village villes vingt vingtaine viol violence violences violent violents virus vis visage visant
vise visiblement visite visiteurs vite vitesse vivant vive vivement vivent vivre voici voie voies voila voile voir
voire vois voisin voisins voit voiture voitures voix volant volontaires volonte vols vont vos vote voter votre voulait
voulant vouloir voulons voulu vous voyage voyageurs voyant voyez vrai vraiment vu yeux zone zones
"""
STARTERS = {"en": frozenset(_EN.split()), "fr": frozenset(_FR.split())}
