"""English words that begin sentences without being names, in flat form: function words, and what news often opens with.

Knows one word list. Does not know what it is for (see `names`).
"""

WORDS = """
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
