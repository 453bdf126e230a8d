"""Names that no list of Faker's holds in Latin letters, by where they are common.

Written down from general knowledge of the languages that are spoken in Sweden, not copied from a
list: facts that nobody has a right to, free to use as the rest of the project.
"""

from __future__ import annotations

SWEDISH = """
abbe adina affe allis anki annkatrin anne-lie ante arman ayla bengan benke berra bettan birre bobban
bosse bibbi bubba calle carl-gustaf carl-gustav charlie danne dennie ebon elvira embla ester fiffi
figge folke frasse fredde gittan gurra haffe hasse henke hebbe ingemo jocke janne jerka jeppe joppe
jossan juni kattis kickan kicki kalle katta klabbe klasse kricke lasse leffe lillan linn-marie lelle
lollo loppan lotten ludde lubbe macke maggan majsan manne matte micke mackan mange mogge moppe musse
myran nettan nicke nisse nippe noomi olle ove-bertil palle pelle peppe pirre plutten pontan putte
rille robban robin roffe ronja rutger sanne sebbe sickan siv-britt sossen stene steffe stoffe sussi
svenne tessan tessa tilly titti tobbe tompa tommie tosse totte tubbe ubbe uffe ulle viggan vanja
vickan viktorija ville wille åke-bertil zackarias zack zakarias zoe zelda p-o j-o l-e k-g b-o p-a
l-o s-e p-g k-e n-e l-g k-a b-g ada alfons algot alma alvin annelie aston benny bianca bodil
cassandra celine chloe colin elsie emmy freja hedda hilda idun inez iris-marie isak julian juno kian
leia leonel levi liam lilly loke luna lykke lova majken malte melvin meya milo mira moltas noelle
nils nike novalie olle otto penny ruben selma sigge signe sixten stina svea tage thea theo tuva tyra
vidar viggo vilde wilhelm wilda ylva ziggy hillevi annica carl-johan karl-johan nils-erik nils-olof
per-olov per-anders lars-gunnar anna-stina anna-sofia eva-karin eva-lotta gun-marie ing-mari
ingrid-marie jan-anders karl-gustav karl-axel sten-åke stig-arne ulf-göran ulla-carin ulla-karin
maj-lena brit-marie birgitte evelina annmari rebeka rebecka jessika therés bettina agda ottilia
ragnvald torvald
"""

ARABIC = """
abbas abdallah abdelaziz abdelkarim abdelrahman abdul abdulaziz abdulkarim abdullah abdulrahman abed
abir adam adel adham adnan afnan ahlam ahmad ahmed aisha akram ala alaa ali alia aliya amal aman
amani amer amin amina amir amira ammar anas anwar arwa asaad aseel ashraf asma asmaa atef aya ayah
ayat ayman ayoub aziz aziza badr bahaa baraa bashar bashir basel basem basil basma bassam bassel
batoul bilal bushra dalal dalia dana dania diaa dima dina doha dunia eman emad esraa eyad fadel fadi
fadia fahad fahd faisal farah fares farid farida farouk fatema fatima fatma fayez fayza fida firas
fouad fuad ghada ghaith ghassan ghazal hadeel hadi hadil hafsa haidar haitham hala hamad hamed hamid
hamza hanaa hanadi hanan hani hasan hashem hassan hatem haya haydar hayder hazem heba hiba hisham
huda husam hussam hussein hussain ibrahim ihab ikram iman inas israa issa ismail iyad jaafar jabir
jaber jalal jamal jamil jamila jana jasem jasim jawad jehad jihad joud jumana kamal kareem karim
karima kareema kawthar khadija khaled khalid khalil khawla kinan kinda lama lamia lana layal layla
laith layan leen leila lina lubna lujain luna maha mahdi maher mahmoud mai majed majid malak malek
manal manar mansour maram mariam marwa marwan maryam masoud mays maysa maysaa maysoon mazen mazin
mohamad mohamed mohammad mohammed mona mounir moussa mouna muath muhammad muhammed muhannad mujahid
mukhtar munir murad musa mustafa mustapha muthanna nabil nabila nada nader nadia nadim nael nahla
naif naim najat najla najwa nasir nasser nawal nawras nazir nermin nizar noor nour noura nouran omar
omran osama osman othman qais qasem qasim qusai raed rafat raghad rahaf rahma raja rajaa rami ramez
ramzi rana rand rania rashid rasha rawan rayan razan reem riad riham rima rim rita riyad ruba rula
rukaya ruqaya saad sabah sabri sadiq safa safaa safwan sahar said saif sakina salah saleh salem
salim salma salman salwa samar samer sami samia samir samira sana sanaa sara sarah sawsan shadi
shahad shahd shaimaa shatha shereen siham sirin soha souad sufian suha suhail suleiman sultan sumaya
tahani talal tala taleb talib tamara tamer tamim tarek tareq tariq taim wael wafaa waleed walid
wasim wassim widad yahya yaman yara yasin yasir yasmin yasmine yasser yazan yehya yosef yousef
youssef younes yunus yusra yusuf zaid zaher zahra zain zaina zainab zakaria zakariya zaki zeinab
zena ziad zina ziyad zuhair azza amjad anmar sajad sajjad murtada muntadher mustafa karrar hayat
"""

SOMALI = """
aaden abdi abdiaziz abdifatah abdihakim abdikadir abdikarim abdinasir abdinoor abdiqani abdirahim
abdirahman abdirashid abdirisak abdirizak abdisalam abdisamad abdishakur abdiweli abdiwahab abshir
abukar adan ahmednur amiin amina anab anisa asad asha asli awale awil axmed ayan ayaan ayanle
barkhad bashiir bile bishaaro burhan cabdi caasha cali cumar daahir deeqa deka dahabo dahir degan
diriye dualle egal elmi fadumo faduma faadumo faisa farah farax farhan farhiya farhia fartun
fardowsa faysal fatuma fawsia filsan fosia fowsia guled habiba habibo halima halimo hamdi hani
haweya hawa hawo hibaq hibo hinda hodan hodo hoodo ibado idil idiris idman iftin ifrah igal ikran
ilhan ilyas isman ismahan istahil jama jamaal jamac jibril kaltun kadra kaafiya kasim khadar khadra
kowsar layla leyla liban luul mahad mahamed mahamud mahdi maryan maryama mohamud mohamuud mubarak
muhubo mulki mumin munira muna muse muuse nafisa naima najma nasra nasteho nimo nimco nuur omar osob
qamar qasim rahma rahmo ramla roble roda sabah sabrin safiya sagal sahal sahra salado samatar samiya
saynab shamso shukri siyad siham sucdi sucaad suad suban suldan sumaya surer taher ubah uba ugaas
umul warsame warsan weli xalimo xasan yahye yasin yonis yoonis yusuf zahra zakariye zeynab zuhur
"""

PERSIAN_AND_KURDISH = """
abolfazl afsaneh afshin agri ahmadreza akbar alireza alan ako amirali amirhossein aram aran arash
ardalan arezo arezou arian ariana arman armin arsalan arvin aryan asadullah asal asghar ashkan ashti
aso atefeh awat azad azadeh azar aziz azin babak badria bahar bahareh bahman bahram baran bawan
behnam behnaz behrouz behzad berivan berfin bijan biyan botan chia chiman chnar dana darya dashni
daryoush dashti delal dilan dilara dilbrin dilnaz dilovan diyar ebrahim ehsan elaha elahe elham
elnaz esmaeil esmat fahima farhad fariba farid farideh fariha farnaz farrokh farshad farshid farzad
farzana farzaneh fatane fatemeh fawzia fereshteh fereydoun feridoun firouz forough freshta freidun
ghazal ghodrat golnaz gulistan habib habibullah hadis haji hamidreza hana haval hawre heidar hekmat
helin hemen hengameh hero herish hevin hewa hiwa homa homayoun hooman hossein houshang hozan hushyar
iman iraj jahangir jamshid jamileh javad jawid jiyan kaihan kamran karwan karzan kaveh kawa kazem
keyvan khalida khosrow kian kianoush kiarash koorosh kourosh kosar ladan laleh lawand leyla lezgin
maedeh mahin mahnaz mahsa mahshid mahtab majid maliheh mandana marjan marzia marzieh masih masoud
masoumeh matin maziar mehdi mehran mehrdad mehrnaz mehrnoosh mehrshad meysam milad mina minoo mitra
mohammadreza mojtaba mohsen morteza mostafa nabi nadera nahid najib najibullah narges nargis naser
nasim nasrin nastaran navid nazanin nazdar nazir neda negar negin nekmat niloufar nima nishtiman
noorullah omid omed pari parisa parivash parvin parviz parwin parwana payam pegah peshang peyman
pouria pouya puya qadir rabia rahim rahimullah rahman ramin ramyar rangin rashin raman rasoul rawand
raz razieh rebaz rebin rebwar reza rezan rezgar ribwar rizgar robar rojan rojda rojhat rojin ronak
ronahi roshan roya roza rozhin rozita ruken sabir sadaf sadegh saeed saeid safiullah sahand saman
samaneh samira sanaz sangar sara sardar sarkawt sarwar sattar sayed sepehr sepideh serdar serhat
sevda shabnam shadi shahab shahin shahla shahram shahriar shahrzad shahnaz shaida shamim shapour
sharif shayan sheida sherko sherwan sheyda shima shirin shiva shkar shoresh shno shorsh shukria
siamak siavash sima simin sirwan sivan siyamand soheil sohrab solmaz somaye soran soraya sorour
soroush tahereh tahmineh taraneh tavga torabi trifa vahid vian wahid wahida wali warda xezal yalda
yaser zagros zahra zana zanyar zarifa zeinab zelal zerin zhala zhila zhina zhino zhwan zilan ziba
zia ziaullah zohreh zubaida
"""

TURKISH = """
abdulkadir adem ahmet akin ali alper arda arzu asli asuman ayca aydin ayhan ayla aylin aynur ayse
aysegül aysel aysun ayten azize bahar baris batuhan bayram bekir belgin berat berk berkay berna
beyza bilge birgül bora buket bulent bulut burak burcu burhan busra bülent can canan cansu cem cemal
cemile cengiz ceren ceyda cihan cuma defne deniz derya dilek dogan döndü duygu ebru ece ecrin efe
ekrem elif emel emine emir emrah emre enes engin ercan erdal erdem erdogan eren erhan erkan erol
ersin esin esra evren eylül eymen fadime faruk fatih fatma ferdi ferhat fevzi fidan figen fikret
filiz funda furkan gamze gizem gökhan gönül gül gülay gülcan güler gülsen gülsüm gülten günay gürkan
hakan halil halime halit hamdi hamza hande harun hasret hatice hava havva hikmet hilal huri hülya
hürriyet hüseyin ibrahim ilhan ilkay irem irfan ismet kaan kadir kadriye kamil kazim kemal kenan
kerem kerim koray kübra levent leyla mahir mehmet melek melih melike melis meltem merve mert merve
meryem mesut metin mete mine miray muhammet murat mustafa muzaffer münevver naci nalan nazan nazli
necati necla nergis neslihan nesrin nevin nihal nihat nilgün nimet niyazi nuray nurcan nurgül nuri
nursel nurten oguz okan oktay onur orhan osman ozan öykü ömer özcan özge özgür özkan özlem pelin
pinar ramazan recep resul ridvan rukiye sabri sadik sakir salih savas seda sedat sefa selahattin
selcuk selda selim selin selma semih semra sena senol serap sercan serdar serhat serife serkan
serpil sevda sevgi sevil sevim sevinc sezen sezgin sibel sinan soner songül suat sultan süleyman
sümeyye sükran taner tarik taylan tugba tuncay turan turgut türkan ufuk ugur umut utku ümit ümmü
vedat veli volkan yagmur yakup yasar yasemin yasin yavuz yeliz yesim yigit yildiz yilmaz yunus yusuf
zafer zehra zeki zekiye zeliha zerrin zeynep zübeyde
"""

EAST_AFRICAN = """
abeba abel abraham abrehet alem alemayehu almaz amanuel aman araya asmerom aster awet ayele azeb
abebe bereket berhane berhe biniam birhan biruk brhane dagmawi daniel dawit dejen desalegn desta
ebba eden elen elsa elias ermias ephrem estifanos ephraim eyob eyerusalem feven filmon fitsum fiyori
fikre fikadu freweini genet getachew getahun gebre gebriel ghebre girma girmay goitom hagos haben
habtom haile hana helen henok hermon hewan hiwet hirut isaias kahsay kidane kibrom kibreab kiflom
kinfe lemlem letebrhan liya luam lula luwam mahder mahlet makda mebrahtu medhanie mehari mekonnen
melat merhawi meron meseret mesfin michael mihret mikias milkias million mulu mulugeta nahom natnael
nebiat nigisti okbay robel ruta ruth saba samrawit samuel segen selam selamawit semere senait sirak
simon solomon tadesse tedros tekle tesfaldet tesfalem tesfay tesfaye tewolde tigist tsegay tsehay
tsige weldu winta wubit yared yemane yerusalem yohana yohannes yonas yonatan yodit yordanos zekarias
zemen zeray zewdi zufan aminata baraka bintou chidi chinedu chioma emeka fatou fatoumata folake
ifeoma juma kofi kwame mamadou mariama mwajuma neema ngozi nia olusegun oumar ousmane pendo rehema
salif seydou siaka tendai uche yaw zawadi adama alassane aliou amadou awa ebrima fanta isatou lamin
momodou modou
"""

BALKAN = """
adis admir adnan agim agron ajla alban albana albin albina alden aldin alma almir almira altin amar
amela amer amra anel anela anesa anita arben ardian ardit arbnor arijeta arta arton asmir aurela
avni azem azra bajram bardhyl behar bekim belma besa besart besian besim besnik blerim blerina
blerta bojan bosko bujar burim dardan dejan denada denis dijana dino donjeta dragan dragana drilon
dusan dzenan dzenana dzenita edin edina edita edmir edona egzon elma elmedin elmir elvedin elvir
elvira emin emina emir enes enis enisa ermin ermina ernad erion eron esad fadil fatih fatime fatjon
fatmir fatos fehim ferid fikret fikreta fisnik flamur florent florim gazmend gentian goran haris
harun hasib haris husnija ibrahim ilir ilirjana indira irfan irma ismet ivana jakup jasmin jasmina
jasna jelena jeton jovan jovana kadri kemal kenan kosovare kreshnik kujtim labinot lavdim lejla
leonora leutrim liridon liridona lirim lulzim luljeta mahir majlinda maja mediha mehmed mensur
meliha merima mevludin mersiha mersudin milan milena milos mirela mirnes mirsad mirsada mirza muamer
muhamed muharem munira murat mustafa nadira naim nazmi nedim nedzad nenad nermin nermina nevena
nihad nikola ninoslav osman qendrim ragip ramadan ramiz rasim redzep refik resad rexhep rifet rijad
rukija sabahudin sabina sabit sadeta safet sajra salih samir samra sanela sanja sasa sead sedin
sejla selma semir semira senad senada senka shaban shkelqim shpend shpresa shqipe slavica slavko
slobodan snezana sulejman suvad svetlana tarik tatjana teuta tijana uran valdet valon valmir vedad
vesna vetim vildana vjosa vlora xhevdet xhemail xhevat ylli zejna zekir zlatan zlatko zoran zumra
zvezdana
"""

ROMANCE_AND_ROMA = """
adriana alejandra alessandro alex alin andreea andrei angela antonella bogdan camila carlos catalin
catalina claudiu constantin corina cosmin cristian cristina daciana danut denisa diego dorin dorina
dumitru elena emanuela esperanza esteban federico felipe fernanda fernando florentina florin
francesca francisco gabriela gheorghe giovanni giulia giuseppe gonzalo guadalupe guillermo hernan
ileana ioan ioana ion ionela ionut iuliana jaime javier joao joaquin jorge jose juan juana juliana
liliana lorenzo lucian luigi luisa manuela marcela marcelo mariela marius matteo mihaela mihai
mircea monica mustafa nicolae nicoleta octavian pablo paola paolo pedro petru radu raluca ramona
rodrigo roxana salvatore santiago sergio sorin stefania valentin valeria vasile ximena yolanda
"""

ASIAN = """
aarav abhishek akash amit amrita anh anil anjali anong apinya arjun arun aung bao binh chai chanida
chao cheng chi daw deepak deepika dung duc fang feng gupta hai hien hieu hoa hoang hong htun hung
huong jing jun kamala kanya khin kiran kumar kwang lan lakshmi lei lien linh long malee manish manoj
meena mei min minh mohan mukesh nam neha ngoc nguyen nhung niran nisha nuan orapin parveen pham
phuong pim pooja pornthip prasert preecha priya quang quan quoc rahul rajesh rakesh ratana ravi
sakda sandeep sanjay sirikit siriporn sombat somchai somsak son suda sunil sunita supaporn suresh
thanh thao thi thiri thida thuy tien trang trinh trung tuan tuyet vijay vikram vinh wei wipa xiao
xin yan yi ying yin yuan yun zaw zhang zhen zhi zin
"""

SLAVIC_AND_BALTIC = """
agata aleksandr aleksandra aleksei alena alexei alyona anastasia andrei andrey andrius anfisa anton
arina artur artyom asta aurelija bozena boguslaw darius daria dariusz denis dimitri dmitri dmitrij
dmitriy dmitry ekaterina elena elzbieta eugen evgeni evgenia evgenij evgeny ewelina fedor galina
gennady gintaras gleb grazyna grigori gosia igor ilya ilze inese inna ivars janis jadwiga jaroslaw
jekaterina jelena jolanta julia jurgita juris katya kasia katerina kirill konstantin kostya krystyna
ksenia kseniya larisa lech leokadia leszek lilia lukas lukasz ludmila lyudmila maciej madis magda
malgorzata malgosia maksim margarita mariya marzena marju marius maxim mihails mikhail mindaugas
miroslaw nadezhda natalia natalija natalya nikita nikolai nikolay nina oksana oleg oleksii oleksiy
olga olha piotrek polina raisa rasa roman rimantas ruslan ryszard serhiy sergei sergej sergey
siarhei slawomir sofiya stanislav stanislaw svetlana tadeusz tamara tanya tatiana tatjana tatyana
timur tomek tomasz urszula valdis vadim valentyna vasily vasyl vera viktoriya vitali vitaly vladimir
vladislav vlad volodymyr wanda wieslaw wieslawa witek wladyslaw yaroslav yegor yelena yevgeny yulia
yuliia yuliya yuri yuriy yurii zbigniew zdzislaw zenon zhanna zofia zygmunt ihor iryna kateryna
ludmyla lyudmyla ljudmila ljubov nadja nadezda natasja tatyana svitlana vasilij vladimir dmitrij
aleksej andrij serhij jurij mychajlo mykhailo olexander oleksij oxana halina jadviga jurek krystian
zdzisława
"""

WESTERN = """
aaliyah abigail alyssa amber andy angel angela ashley audrey austin barry blake brandon brenda brian
bruce bryan caleb cameron carl-philip carol chantal chelsea cheryl chris cindy cody courtney craig
crystal curtis cynthia darren dave deborah derek dominic donald donna doreen doug dustin dylan
edward eileen ethan evan fiona gavin gemma geoffrey glenda gordon grace graham greg hannes hayley
heather hope howard hugh ingo isaiah jackie jade jamie jared jason jayden jean-pierre jeff jeffrey
jeremy jesse jill jodie jordan joshua joyce jürgen justin karen-marie kathleen katie katrina kaylee
keith kelly kelvin kerry kimberly kirsten klaus kristen kurt kyle lauren leslie lewis linus-johan
logan luke mandy manfred marcel marlon matthew maureen mckenzie melanie michelle mike mitchell
natasha nathan neil nigel olaf paige pamela pascal patrice peggy phil philippe phoebe quentin rachel
randy ricky riley rodney ross ryan sabine samantha savannah scott sean serena shane shannon sharon
shaun sheila shirley sienna simon-peter stacey stacy steve steven stewart stuart sue tanner tara
taylor terry tiffany todd tracy travis trevor tyler uwe vincent wayne wendy wolfgang zachary
"""

MORE_SURNAMES = """
ahlin alfredsson almér ankarcrona arnell askling backe beijer bergqvist billing bjurman bjurling
blidberg bonde borén bratt brandel broddesson brundin brunzell byberg bylin cederholm cedergren
cederlöf cronholm dahlöf de-geer drakenberg ebbesson edfeldt edling ehn ehrling ekdal ekedahl
eneroth enqvist essen estberg fahlén falck falkman flodin forsell forss frykman fröberg frisell gadd
gahm geijer gidlund gillberg granlöf grape grönberg grönvall gyllenhammar gyllensten hagelin haglöf
hallman hammarberg hammarlund heijne heiskanen hemlin hessel hillerström hjalmar hjertqvist hoffman
holmén hugosson hultén håkanson hällgren höög höök ihrman ingelsson jarnvall jerkeman jernberg
johanson josefson kallin kempe killander kihlberg kjellin kjellgren kjellsson klingberg klingvall
knutson kruse kullberg kullman kvarnström kylén lagercrantz lagergren lagerkvist lagerlöf lagerström
laurin leander leijon lejon lennmarker lethin liedholm liljeblad liljeqvist liljeroth lindroth
lindros lindström-ali linnér ljungström lothigius lundell lundén lundmark löfstedt löfvenberg
lönnqvist malmer malmsten malmquist matsson mauritzson mellgren modin mohlin moqvist mårdh mörk
mörner naess nauclér nerman nilzén nohrborg nordenskiöld nordlöf nordén nordquist norell nyholm
nydahl nyrén nyström-berg nääs odelberg ohlin olin olsén osbeck ottander palmér palmstierna pantzar
parling paulin pernvik persdotter plate posse prytz quist ramel ramström ranelid rapp rask
reuterskiöld ridderstad ringqvist risberg rodin roslund rosenlund rosenqvist rosell rosendahl rydell
rydman rådberg rönnberg rönnqvist röös sahlén salén sandahl sandelin sandell sandvall sandhu schultz
schyffert seger selander selling sennerby sjöö sjödahl sjöstrand skarin skytte snäll sparre
spångberg stenbeck stenmark stenvall sterner stjernberg stolpe strandqvist stridh strindberg stål
ståhle sundberg sundén sunesson svanström svenonius swahn swanberg swedin söder söderqvist södergård
tegnér tengblad tengvall thelin thorell thorsell thunberg tidblom tidefors tillman tornberg
troedsson trolle trulsson tullgren tunell törnblom törngren törnkvist ugglas ullman uhlin unger
velander vennberg wachtmeister wadman wahlgren wahlin wahlqvist wallander wallberg wallenberg wallin
wallman wallmark wedin weiland wennberg wennerström wennström wessman westberg westerberg westergren
westerlund westin westling westman westlund wetterberg wiberg wickman wickström widell widén wiklund
wikman wikström wilhelmsson willén winberg wirén wrede zackrisson zetterberg zetterlund zetterqvist
zetterström åberg ågren åhlén åkerberg åkerblom åkerlund åkerman åkerström åkesson åslund åstrand
öberg öhlund öhman öhrn öman örn östberg östergren österlund östlund östling östman ask gran hed
sand stolt holmlund sandlund abboud abdallah abdelrahman abdi abdulrahman adan ahmadi ahmadzai
akbari al-ali al-hassan al-khatib alhassan alhaddad alkhatib almasri alsayed ali alizadeh amini
amiri ansari arabi aslan asgari assad atassi ayoub aziz azimi azizi babaei bahrami bakr barakat
barazi barzani barzanji bayat bazzi boutros butt chahine chaudhry daher dahir daoud darwish
derakhshan dirie duale ebrahimi elmi eskandari fadel fahmi faraj farahani faraji farhat fayad
ghaderi ghafari ghanem ghasemi gholami haddad haidari haidar hakimi hamad hamdan hamidi hamoud hanna
haqqani hariri hashemi hashimi hassani hassoun heidari hosseini hossaini hussaini ibrahimi issa
jabbar jabbour jaber jafari jalali jalil jama jamali jamal jassim jawadi kamal karam karimi kassem
kazemi khalaf khalidi khalil khan khatib khoury kurdi maalouf mahmoud mahmoudi mahmud majid malik
malki mansour mansouri maroun masri mikhail moradi mousavi moussa mrad mubarak muhammadi mustafa
nader nahas najjar nasr nasser naser nazari nazzal noori noori nouri nour nur osman othman qadir
qasim rahimi rahman rahmani ramadan rashid rasool rasouli rezai rezaei rostami saadi sabbagh sadeghi
safi saidi salah saleh salem salim salman salih samadi samara sarkis sawaya sayed shafiei shah
shahin shaikh shakir shamoun sharif sharifi shirazi soltani suleiman sultani taha taheri tahir
tahmasebi tawfiq wali warsame yacoub yahya yassin yonis yousef yousefi youssef yousif yusuf zaidan
zaman zand zarei abay abebe abera abraha alemu andemariam araya asfaw assefa ayele bekele berhane
beyene demissie desta gebre gebremariam gebremedhin gebremeskel gebremichael gebreselassie ghebre
ghebremedhin girma goitom habte habtemariam haile hailu hagos kahsay kebede kidane mebrahtu mehari
mekonnen mengistu mulugeta negash negassi okbazghi shiferaw tadesse tekle tesfamariam tesfamichael
tesfay tesfaye teklemariam tewolde weldemariam woldemichael woldu yemane yohannes zeray zerom zewdu
diallo traore diop ndiaye sow camara keita toure kone mensah owusu boateng okafor okeke adeyemi
mwangi kamau otieno wanjiru njoroge kariuki odhiambo mutua kimani acar akbas akin aksoy aktas altun
arslan aslan atasoy avci aydemir aydin aydogan bayram bilgin bozkurt bulut cakir can celik cetin
cinar coskun demir demirci demirel demirtas dogan duman erdem erdogan ergün güler gül günes güven
isik kaplan kara karaca karahan karatas kaya keskin kilic koc korkmaz koyuncu kurt küçük özcan
özdemir özer özgür özkan özmen öztürk polat sahin sari sen simsek solak tas tasci tekin toprak tunc
turan turgut ucar ünal yalcin yavuz yildirim yildiz yilmaz yücel ahmeti alili bajrami berisha bytyqi
dauti demaj dema elezi ferati gashi haliti hasani hoti hoxha hyseni ismaili jashari kelmendi
krasniqi kryeziu lleshi maliqi mehmeti morina musliu mustafa osmani pllana rama ramadani rexhepi
rustemi sadiku salihu selimi shabani shala sylejmani syla thaci xhaferi zeka zeqiri zogu bui chan
chang cho choi dang dao dinh do doan duong ho hoang huang huynh kim lam le lee li lin liu luong mai
ngo nguyen park pham phan pham sun tang tran trinh truong vo vu wang wong wu yang zhang zhao zhou
zhu kumar patel sharma singh gupta das khatun begum akhtar hossain islam miah rahman uddin sidhu
gill dhillon grewal dumitru ionescu marin munteanu popa popescu radu rusu stan stoica constantin
florea alvarez castillo castro cruz diaz fernandez flores garcia gomez gonzalez gutierrez hernandez
jimenez lopez martinez mendoza morales moreno muñoz navarro ortega ortiz perez ramirez ramos reyes
rivera rodriguez rojas romero ruiz salazar sanchez santos silva soto suarez torres valdez vargas
vasquez bianchi conti esposito ferrari ricci rossi russo baran kaczmarek kowal kowalczyk kozlowski
krol lis mazur michalak nowak nowicki pawlak sikora walczak wojcik wrobel zajac zielinski bondar
bondarenko boiko kravets melnyk moroz rudenko savchuk lysenko ivanov ivanova kuznetsov petrov
petrova popov popova smirnov smirnova sokolov volkov kalnins berzins kazlauskas tamm saar sepp
abrahams adams baker brown campbell carter clark collins cooper davies evans harris hughes jackson
jones lewis martin mitchell moore murphy parker roberts robinson taylor thomas thompson walker
watson williams wilson wright bauer becker fischer hoffmann koch krüger meyer müller neumann richter
schneider schröder schulz schwarz wagner weber zimmermann hansen jensen nilsen olsen
"""

FIRST_BY_HAND = (
    SWEDISH, ARABIC, SOMALI, PERSIAN_AND_KURDISH, TURKISH, EAST_AFRICAN, BALKAN, ROMANCE_AND_ROMA,
    ASIAN, SLAVIC_AND_BALTIC, WESTERN,
)  # fmt: skip
LAST_BY_HAND = (MORE_SURNAMES,)
