"""French words that begin sentences without being names, in flat form: function words, and what news often opens with.

Knows one word list. Does not know what it is for (see `names`).
"""

WORDS = """
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
