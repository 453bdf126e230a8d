"""Common first names, as ``spelled`` spells them.

Written by ``tools/make_names.py``, which says where they come from.
"""

FIRST_NAMES = frozenset(
    """
    aada aaden aage aaliyah aapo aarav aarne aaro aaron aatos abbas abbe abdallah abdelatif
    abdelaziz abdelkader abdelkarim abdelrahman abderaouf abderrahmane abdi abdiaziz abdifatah
    abdihakim abdikadir abdikarim abdinasir abdinoor abdiqani abdirahim abdirahman abdirashid
    abdirisak abdirizak abdisalam abdisamad abdishakur abdiwahab abdiweli abdul abdulaziz abdulkadir
    abdulkarim abdullah abdullahi abdulrahman abeba abebe abed abel abelone abhishek abigail abir
    abolfazl abraham abrehet abshir abukar ada adam adama adan adel adele adem adham adina adis
    admir adnan adrian adriana adrianna affe afnan afsaneh afshin agata agda agim agne agnes agneta
    agnete agnieszka agri agron ahlam ahmad ahmadreza ahmed ahmednur ahmet ahti aila aili aimo aina
    aino airi aisha ajla akash akbar aki akin ako akram aksel akseli ala alaa aladin alan alassane
    alba alban albana albert alberte alberto albin albina alden aldin aldo alejandra alejandro aleks
    aleksander aleksandr aleksandra aleksanteri aleksei aleksej aleksi alem alemayehu alen alena
    alessandro alevtyn alex alexander alexandra alexei alexis alf alfons alfred algot ali alia alice
    alicia alin alina aliou alireza alisa aliya alla allan allis alma almaz almir almira alper altin
    alva alvar alve alvin alyona alyssa amadeus amadou amal amalia amalie amaliia aman amanda amani
    amanuel amar amber amel amela amelia amelie amer amiin amin amina aminata amine amir amira
    amirali amirhossein amit amjad ammar amra amrita amvrosii ana anab anais anas anastasia
    anastasiia anastazja anda andela anders andre andrea andreas andreea andrei andres andrew andrey
    andrii andrij andrija andrius andrzej andré andréas andy ane anel anela anesa anette anfisa
    angel angela angelica angelika angelina anh anica aniela anil anis anisa anissa anita anja
    anjali anka anki ankica anmar ann ann-britt ann-charlott ann-charlotte ann-christin
    ann-christine ann-kristin ann-louise ann-mari ann-marie ann-sofi ann-sofie anna anna-karin
    anna-lena anna-liisa anna-lisa anna-maria anna-sofia anna-stina anne anne-lie anne-marie anneli
    annelie annemette annette anni annica annie anniina annika annikki annkatrin annmari annukka
    anong anssi ante antero anthony anto anton antonella antoni antonia antonija antonio antti antun
    anu anwar anzhela apinya apolonia aram aran arash araya arben arbnor arda ardalan ardian ardit
    arezki arezo arezou ari arian ariana arijeta arild arina arja arjun arkadii arkadiusz arman
    armas armin arne arnold aron arsalan arsen arta artem arthur arto arton arttu artturi artur
    artyom arun arvid arvin arvo arwa aryan arzu asaad asad asadullah asal asbjörn aseel asger
    asghar asha ashkan ashley ashraf ashti asko asli asma asmaa asmerom asmir aso assar asta aster
    aston astrid asuman atef atefeh atte aud audrey august aukusti aulikki aulis aune aung aurela
    aurelia aurelija aurora austin avhustyn avni avrelii awa awale awat awet awil axel axmed aya
    ayaan ayah ayan ayanle ayat ayca aydin ayele ayhan ayla aylin ayman aymen aynur ayoub ayse
    aysegul aysel aysun ayten azad azadeh azar azeb azem azin aziz aziza azize azra azza b-g b-o
    babak badr badria bahaa bahar bahareh bahman bahram bajram bao bara baraa baraka baran barbara
    barbro bardhyl barica baris barkhad barry bartek basel basem bashar bashiir bashir basil basma
    bassam bassel batoul batuhan bawan bayram beata beatrice behar behnam behnaz behrouz behzad
    bekim bekir belgin bella belma ben benedicte benedikte bengan bengt benjamin benke benny bent
    bente benthe berat bereket berfin berhane berhe berit berivan berk berkay berna berndt bernhard
    bernt berra bert berta bertil bertram besa besart besian besim besnik beth bettan bettina betty
    beyza bianca bianka bibbi bijan bilal bile bilge biljana bill billy binh biniam bintou birger
    birgit birgitta birgitte birgul birhan birre birte birthe biruk biserka bishaaro bitten biyan
    bjarne björg björn blake blanka blazej blerim blerina blerta bo bob bobban bobby bodil boe boel
    bogdan boguslaw bohdan bohdanna bohodar bohuslav bohuslava bojan boleslav bora boris borris
    borys boryslav bosko bosse botan bouchra bozena bozica bozo brandon branka branko brenda brhane
    brian brit-marie brita britt britt-mari britt-marie britta bror bruce bruno bryan bubba bujar
    buket bulent bulut burak burcu burhan burim bushra busra böje börge börje caasha cabdi cajsa
    caleb cali calle cameron camila camilla can canan cansu carin carina carita carl carl-gustaf
    carl-gustav carl-johan carl-philip carla carlo carlos carmen carol carola carolin carolina
    caroline carsten casper cassandra catalin catalina catarina catharina cathrine catrin catrine
    cecilia cecilie celia celine cem cemal cemile cengiz ceren ceyda cezary chabane chai chanez
    chanida chantal chao charles charlie charlott charlotta charlotte chelsea cheng cherif cheryl
    chi chia chidi chiman chinedu chioma chiraz chloe chnar chris christel christer christian
    christin christina christine christofer christoffer christopher cihan cindy cirkeline claes
    clara clas claudia claudiu claus clavs cody colin connie conny constantin corina cornelia cosmin
    courtney craig cristian cristina crystal cuma cumar curt curtis cynthia cyprian célia céline
    daahir daciana dag dagmar dagmara dagmawi dagny dahabo dahir dalal dalia dalibor damian damir
    dan dana dania danica daniel daniela daniella danijel danijela danna danne danny dante danut
    danylo dardan daria dario darius dariusz darko darren darya daryna daryoush dashni dashti dave
    david davor davyd daw dawid dawit deborah deepak deepika deeqa defne degan dejan dejen deka del
    delal demian demyd denada denis denisa denise deniz dennie dennis derek derya desalegn desiree
    desirée desta diaa diana dick diego dijana dilan dilara dilbrin dilek dilnaz dilovan dima
    dimitri dina dino diriye ditte diyar djamel dmitri dmitrij dmitriy dmitry dmytro dogan doha
    domagoj dominic dominik donald donjeta donna dora doreen dorin dorina doris dorota dorte dorthe
    doug douglas dounia draga dragan dragana dragica dragutin drazen drilon dualle duc duje dumitru
    dung dunia durdica duro dusan dustin duygu dylan dzenan dzenana dzenita döndu ebba ebbe ebon
    ebrahim ebrima ebru ece ecrin eddie eden edgar edin edina edit edita edith edmir edona eduard
    edvard edvin edward edwin edyta eelis eemeli eemil eerik eero eetu eeva efe egal egil egon egzon
    ehsan eija eila eileen einar einari einer eino eira eirik eivind eivor ekaterina ekrem elaha
    elahe elen elena eleonor eleonora elham eli elias elif eliisa elin elina elinor elis elisa
    elisabet elisabeth elise eliza elizabeta elizabeth ella ellen elli ellie ellinor elliot elly
    elma elmedin elmer elmeri elmi elmir elna elnaz elof elsa else elsebeth elsie elsy elton elvedin
    elvin elvir elvira elvis elvy elzbieta ema emad eman emanuel emanuela embla emeka emel emelie
    emil emilia emilie emiliia emilio emily emin emina emine emir emma emmi emmy emrah emre enar
    enes engin engla enis enisa ensio ephraim ephrem ercan erdal erdem erdogan eren erhan eric erica
    erik erika erion erkan erkki erland erling ermias ermin ermina erna ernad ernest ernst erol eron
    ersin eryk esa esad esben esin eskil esko esmaeil esmarelda esmat espen esperanza esra esraa
    essi esteban estelle ester esteri esther estifanos ethan ethel eugen eva eva-karin eva-lena
    eva-lotta evald evan eveliina evelina evelyn evert evgeni evgenia evgenij evgeny evren evy ewa
    ewelina eyad eyerusalem eylul eymen eyob faadumo fabian fadel fadi fadia fadil fadime faduma
    fadumo fahad fahd fahima faisa faisal fang fanny fanta farah farax fardowsa fares farhad farhan
    farhia farhiya fariba farid farida farideh fariha farnaz farouk farrokh farshad farshid fartun
    faruk farzad farzana farzaneh fatane fatema fatemeh fatih fatima fatime fatjon fatma fatmir
    fatos fatou fatoumata fatteh fatuma fawsia fawzia fayez faysal fayza federico fedir fedor fehim
    felicia felipe felix fella feng feofan ferdi ferdinand fereshteh fereydoun ferhat ferid feridoun
    feriel fernanda fernando feven fevzi fida fidan fiffi figen figge fikadu fikre fikret fikreta
    filip filippa filiz filmon filsan finn fiona firas firouz fisnik fitsum fiyori flamur flemming
    florence florent florentina florim florin fodil folake folke forough fosia fouad fouzia fowsia
    fran francesca francisco franciska franciszek franjo frank frans frants frasse fred fredde
    freddy frede frederik frederikke fredric fredrik fredrika freidun freja freshta freweini frida
    fritz frode fryderyk fuad fuma funda furkan gabriel gabriela gabriella gaja galina gamze gavin
    gazmend gebre gebriel geir gemma genet gennady gentian geoffrey georg george gerd gerda gerhard
    gert gertrud getachew getahun ghada ghaith ghassan ghazal ghebre gheorghe ghilas ghodrat gillis
    gintaras giovanni girma girmay gisela gittan gitte giulia giuseppe gizem gleb glenda glenn
    goitom golnaz gonzalo goran gordana gordon gorm gosia gottfrid grace graham grazyna greg greger
    greta grete grethe grigori gro grzegorz guadalupe gudrun guillermo gul gulay gulcan guled guler
    gulistan gulsen gulsum gulten gun gun-britt gun-marie gunay gunborg gundhild gunhild gunilla
    gunn gunnar gunnel gunner gunvor gupta gurkan gurli gurra gustaf gustav gustaw gyda gökhan gönul
    göran gösta göte haben habib habiba habibo habibullah habtom hadeel hadi hadil hadis hadjer
    haffe hafsa hagos hai haidar haile haitham haji hakan hala halil halima halime halimo halina
    halit halyna hamad hamdi hamed hamid hamidreza hampus hamza hana hanaa hanadi hanan hande hani
    hania hanna hannah hanne hannele hannes hannu hans harald haris harri harriet harry harun hasan
    hashem hasib hasret hassan hasse hatem hatice hava haval havrylo havva hawa haweya hawo hawre
    haya hayat haydar hayder hayley hazem heather heba hebbe hedda hedvig hege heidar heidi heikki
    hekmat helen helena helene helga helge heli helin helinä helle hellevi helmer helmi helvi helén
    heléne hemen hengameh henke henna hennadii henning henok henri henric henrietta henriette henrik
    henrikki henry heorhii herbert herdis herish herman hermanni hermon hernan hero hevin hewa hewan
    hiba hibaq hibo hien hieu hikmet hilal hilda hilde hilding hilkka hillevi hilma hinda hirut
    hisham hiwa hiwet hjalmar hjalte hjördis hlib hoa hoang hocine hodan hodo holger homa homayoun
    hong hoodo hooman hope hordii hossein houcine houda houshang howard hozan hrvoje hryhorii htun
    hubert huda hugh hugo hulya hung huong huri hurriyet husam huseyin hushyar husnija hussain
    hussam hussein håkan håkon håvard ian ib ibado iben ibrahim ida idil idiris idman idun ifeoma
    ifrah iftin igal ignacy igor ihab ihnat ihor iida iiris iisakki ika ikram ikran ilari ileana
    ilhan ilija ilir ilirjana ilkay ilkka illia ilmari ilona ilse ilya ilyas ilyes ilze iman imene
    ina inas indira ines inese inez ing-britt ing-mari ing-marie inga inga-britt inga-lill ingalill
    inge ingeborg ingegerd ingegärd ingela ingelise ingemar ingemo inger ingmar ingo ingrid
    ingrid-marie ingvar inkeri inna ioan ioana ion ionela ionut iraj irem irena irene irfan iris
    iris-marie irja irma irmeli iryna iréne isa isaac isabel isabell isabella isabelle isac isaiah
    isaias isak isatou ismahan ismail isman ismet ismo israa issa istahil iuliana iva ivan ivana
    ivanka ivar ivars iver ivica ivka ivo iwo iyad j-o jaafar jaakko jaana jaber jabir jacek jack
    jackie jacob jacobine jacqueline jade jadranka jadviga jadwiga jahangir jaime jakob jakov jakub
    jakup jalal jalmari jama jamaal jamac jamal james jamie jamil jamila jamileh jamshid jan
    jan-anders jan-erik jan-olof jan-åke jana jane janet jani janina janis janja janko janne janni
    jannie jano jared jari jarkko jarl jarmo jarno jaroslaw jasem jasim jasmin jasmina jasmine
    jasminka jasna jason javad javier jawad jawid jayden jean jean-pierre jeanette jedrzej jeff
    jeffrey jehad jekaterina jele jelena jenna jenni jennie jennifer jenny jens jeppe jere jeremi
    jeremy jerka jerker jerry jerzy jesper jesse jessica jessika jeton jibril jihad jill jim jimmie
    jimmy jing jiyan joachim joacim joakim joan joanna joao joaquin jocke jodie joel johan johanna
    johanne johannes john johnnie johnny jolanta joline jon jonas jonatan jonathan joni jonna jonny
    joona joonas joonatan joppe jordan jorge jorma jorunn jose josef josefiina josefin josefina
    josefine joseph josephine joshua josip josipa josko joso jossan josé joud jouko jouni jovan
    jovana joyce jozef jozo juan juana judith juha juhana juhani juho jukka julia julian juliana
    julianna julie julijana julita julius juliusz juma jumana jun juni junior juno juraj jure jurek
    jurgen jurgita jurij juris jussi justin justina justyna juulia juuso jyrki jytte jörgen k-a k-e
    k-g kaafiya kaan kaarina kaarlo kacper kada kadir kadra kadri kadriye kahina kahsay kai kaihan
    kaija kaisa kaj kaja kajetan kajsa kalervo kalevi kalina kalle kaltun kamal kamala kamil kamila
    kamilla kamran kanya kareem kareema karen karen-marie kari karim karima karin karina karl
    karl-axel karl-erik karl-gustav karl-johan karla karlo karol karoliina karolina karoline karrar
    karsten karwan karzan kasia kasim kaspar kasper kata katariina katarina katarzyna katcha kate
    katerina kateryna katharina kathleen kati katia katica katie katja katri katriina katrin katrina
    katrine katta kattis katya kauko kaveh kawa kawthar kaylee kazem kazim kazimierz keijo keith
    keld kelly kelvin kemal ken kenan kenn kennet kenneth kenny kent kenth kerem kerim kerry kerstin
    kerttu kevin keyvan khadar khadidja khadija khadra khaled khalid khalida khalil khawla khin
    khoma khosrow khrystyna kian kianoush kiarash kibreab kibrom kickan kicki kidane kiflom kim
    kimberly kimmo kinan kinda kinfe kiran kirill kirsi kirsten kirsti kirstin kirstine kjeld kjell
    kjersti kjetil klabbe klara klas klasse klaus klavdiia klavs klyment knut kofi konrad konstantin
    konstanty koorosh koray kornel kornelia kosar kosovare kostiantyn kostya kourosh kowsar kreshnik
    kricke krista kristen krister kristian kristiina kristijan kristin kristina kristine kristofer
    kristoffer krystian krystyna krzysztof ksawery ksenia kseniya kubra kujtim kullervo kumar kurt
    kustaa kwame kwang kyle kyllikki kyrylo kåre l-e l-g l-o labinot ladan lage laila laith lakshmi
    laleh lama lamia lamin lamine lan lana lara larisa lars lars-erik lars-gunnar lars-göran
    lars-olof lars-åke larysa lasse lassi laura lauren lauri laurits laus laust lavdim lawand layal
    layan layla lea leah lech leen leena leevi leffe lei leia leif leila lejla lelle lemlem lena
    lene lennart lennarth leo leokadia leon leona leonard leonardo leonel leonid leonora leontii
    leopold les leslie leszek letebrhan leutrim levent levi levko lewis leyla lezgin li liam liban
    lidia lidija lien liisa lila lilia lilian liliana liliia lilja lillan lillemor lilly lily lina
    linda line linh linn linn-marie linnea linnéa linus linus-johan liridon liridona lirim lisa
    lisbet lisbeth lise lise-lott lise-lotte liselott liselotte liubov liudmyla liv liva livia liwia
    liya liza ljiljana ljubica ljubov ljudmila lo logan loke lollo lona lone long loppan lorena
    lorenzo lotfi lotta lotte lotten loui louie louis louise lova love lovis lovisa lovre lovro lowe
    luam lubbe lubna lucas lucia lucian lucija ludde ludmila ludmyla ludvig ludwig luigi luis luisa
    lujain luka lukas lukasz luke lukian lula luljeta lulzim luna luul luwam lydia lykke lyna lynda
    lyudmila lyudmyla lärke maaria maarit maciej mackan macke madeleine madelene madis mads maedeh
    magda magdalena maggan magne magnus maha mahad mahamed mahamud mahder mahdi maher mahin mahir
    mahlet mahmoud mahnaz mahsa mahshid mahtab mai maija maiken maire maj maj-britt maj-lena maj-lis
    maja majed majid majken majlinda majsan majvor makar makda maks maksim maksym maksymilian malak
    malee malek malene malgorzata malgosia maliheh malik malin malou malte malthe malva malwina
    mamadou manal manar manda mandana mandy manel manfred mange manish manne manoj mansour manuel
    manuela mara maram marcel marcela marcelina marcelo marcin marco marcus mare marek maren
    margaret margareta margaretha margarita margit margot margret margrethe mari maria mariam
    mariama mariana mariann marianna marianne marica marie marie-louise mariela mariia marija
    marijan marijana marika marin marina mario marit marita maritta marius mariusz mariya marja
    marja-leena marja-liisa marjaana marjan marjatta marjo marju marjukka marjut mark marketta
    markku marko markus marlene marlon marta marte martin martina martine martta martti martyn
    marusia marwa marwan mary maryam maryama maryan maryna marzena marzia marzieh masih masoud
    masoumeh massinissa mate matea matej mateja mateo mateusz matheo mathias mathilda mathilde
    matias matija matilda matin mato mats matte matteo matthew matthias matti mattias matts maud
    mauno maureen mauri mauritz maurycy max maxim maximilian may maya mays maysa maysaa maysoon
    mazen maziar mazin mckenzie mebrahtu medhanie mediha meena mehari mehdi mehmed mehmet mehran
    mehrdad mehrnaz mehrnoosh mehrshad mei meja mekonnen melania melanie melat melek melih meliha
    melike melina melis melissa melker meltem melvin melwin mensur merete merethe merhawi meriem
    merima merja meron mersiha mersudin mert merve mervi meryem meseret mesfin mesut mete metin
    mette mevludin meya meysam mia micael michael michaela michal michala michel michelle micke mie
    mieszko miguel mihael mihaela mihai mihails mihret miia miika mijo mik mika mikael mikaela mike
    mikhail mikias mikkel mikko mikolaj mila milad milan mile milena milica milka milkias milla
    mille million milo milos milosz milton mimi mimmi min mina mindaugas mine minh minna minoo mio
    mira miranda miray mircea mirela miriam mirja mirjam mirjami mirjana mirko mirnes miro miroslav
    miroslaw mirsad mirsada mirza mislav mitchell mitra mladen moa modou mogens mogge mohamad
    mohamed mohammad mohammadreza mohammed mohamud mohamuud mohan mohand mohsen mojtaba molly moltas
    momodou mona monica monika moppe morgan morten morteza mostafa mouloud mouna mounir mourad
    moussa muamer muath mubarak muhamed muhammad muhammed muhammet muhannad muharem muhubo mujahid
    mukesh mukhtar mulki mulu mulugeta mumin muna munevver munir munira muntadher murad murat
    murtada musa muse musse mustafa mustapha muthanna muuse muzaffer mwajuma my mychajlo mykhailo
    mykhailyna mykolai mykyta myran myriam myron myroslav märta märtha måns mårten mélissa n-e nabi
    nabil nabila nacer naci nada nader nadera nadezda nadezhda nadia nadiia nadim nadir nadira nadja
    nael nafisa nahid nahla nahom naif naim naima naja najat najib najibullah najla najma najwa
    nalan nam nana nancy nanna nanni narges nargis narimane naser nasim nasir nasra nasrin nasser
    nassim nastaran nasteho natalia natalie nataliia natalija natalya natan natanael nataniel natasa
    natasha natasja natasza nathalie nathan natnael navid nawal nawras nazan nazanin nazar nazdar
    nazim nazir nazli nazmi nea nebiat necati necla neda nedim nedjma nedzad neema negar negin neha
    neil nekmat nela nellie nelly nenad neo nergis nermin nermina neslihan nesrin nesrine nestor
    nete nettan nevena nevenka nevin ngoc ngozi nguyen nhung nia nicholas nick nicke nicklas niclas
    nicolae nicolai nicolaj nicolas nicole nicoleta nicoline niels nigel nigisti nihad nihal nihat
    niilo niina nika nike nikita niklas niko nikodem nikola nikolai nikolaj nikolay nikolina niksa
    nilgun niloufar nils nils-erik nils-olof nima nimco nimet nimo nina ninoslav nippe niran nisha
    nishtiman nisse niyazi nizar noa noah noel noelle noomi noor noora noorullah nora norbert nour
    noura nouran nova novalie nuan nuray nurcan nurgul nuri nursel nurten nuur octavian oda odarka
    odd odeline odette ofelia oguz oiva okan okbay okhrim oksana okseniia oktay ola olaf olav olavi
    ole oleg oleh oleksa oleksandr oleksii oleksij oleksiy olena oles olexander olfert olga olgierd
    olha oliver olivia oliwer oliwier olle olli olof olov olusegun omar omed omelian omid omran onni
    onur onysym oona opanas orapin orest orhan orkhyp orvokki oryna orysia osama oscar oskar oskari
    osman osmo osob ossi ossian ostap osvald othman ottilia otto ouanes oumar ousmane oussama outi
    ove ove-bertil owe oxana ozan p-a p-g p-o paavo pablo paige palle pamela panas panteleimon paola
    paolo pari parisa parivash parmen parveen parvin parviz parwana parwin pascal pasi patric
    patrice patricia patrick patrik patryk paul paula pauli pauliina paulina pauline pavao pavlo paw
    pawel payam peder pedro pegah peggy pekka pelin pelle pendo penny pentti peppe per per-anders
    per-erik per-olof per-olov pernilla pernille pero pertti peshang petar pete peter petra petri
    petro petru petter petteri peyman pham phil philip philippe phoebe phuong pia pierre piia pim
    pinar piotr piotrek pirjo pirkko pirre plutten polina pontan pontus pooja pornthip poul pouria
    pouya prasert preben preecha priska priya prokhir przemyslaw putte puya pylyp päivi päivikki pär
    pål qadir qais qamar qasem qasim qendrim quan quang quentin quoc qusai rabah rabia racha rachel
    rachid radoslaw radu raed rafael rafal rafat raghad ragip ragna ragnar ragner ragnhild ragnvald
    rahaf rahim rahimullah rahma rahman rahmo rahul raija raili raimo rainer raisa raja rajaa rajesh
    rakesh ralf ralph raluca ramadan raman ramazan ramez rami ramin ramiz ramla ramona ramyar ramzi
    rana rand randi randy rangin rania rasa rasha rashid rashin rasim rasmus rasoul ratana rauno
    ravi rawan rawand rayan raymond raz razan razieh rebaz rebecca rebecka rebeka rebin rebwar recep
    redzep reem refik regina regitse regitze rehema reidun reijo reine reinhold reino renata rene
    renee rené renée resad resul rexhep reza rezan rezgar riad ribwar richard richardt rickard ricky
    rida ridvan rifet rigmor riham riikka riitta rijad rikard rikke riku riley rille rim rima
    rimantas risto rita ritt ritva riyad rizgar roar robar robban robel robert roberto robin roble
    rochdi roda rodney rodrigo roffe roger rojan rojda rojhat rojin roko roksana roksolana roland
    rolf roman romano ron ronahi ronak ronald ronja ronni ronnie ronny roope roosa rosa rose
    rose-marie roshan rosita ross rostyslav roxana roy roya roza rozalia rozaliia rozalija rozhin
    rozita ruba ruben rudolf rukaya ruken rukija rukiye rula rune ruqaya ruslan rut ruta rutger ruth
    ruza ruzica ryan rym ryma ryszard s-e saad saara saba sabah sabahudin sabina sabine sabir sabit
    sabri sabrin sabrina sadaf sadegh sadeta sadik sadiq saeed saeid safa safaa safet safia
    safiullah safiya safwan saga sagal sahal sahand sahar sahra said saif sajad sajjad sajra sakari
    sakda sakina sakir salado salah saleh salem salif salih salim salima sally salma salman
    salvatore salwa sam saman samaneh samantha samar samatar samer sami samia samir samira samiya
    samra samrawit samu samuel samuli samy sana sanaa sanaz sandeep sander sandra sanela sangar
    sanja sanjay sanna sanne sanni santeri santiago sara sarah sardar sari sarkawt sarwar sasa
    sattar satu savannah savas sawsan sayed saynab scott sead sean sebastian sebbe seda sedat sedin
    sefa segen seija sejla selahattin selam selamawit selcuk selda selim selin selma semen semere
    semih semir semira semra sena senad senada senait senka senol sepehr sepideh seppo serap sercan
    serdar serena sergei sergej sergey sergio serhat serhii serhij serhiy serife serine serkan
    serpil seth sevda sevgi sevil sevim sevinc seydou sezen sezgin shaban shabnam shadi shahab
    shahad shahd shahin shahla shahnaz shahram shahriar shahrzad shaida shaimaa shamim shamso shane
    shannon shapour sharif sharon shatha shaun shayan sheida sheila shereen sherko sherwan sheyda
    shima shirin shirley shiva shkar shkelqim shno shoresh shorsh shpend shpresa shqipe shukri
    shukria siaka siamak siarhei siavash sibel sickan sienna sigfrid sigge signe sigrid sigurd
    sigvard siham siiri silas silje sille sima sime simen simin simo simon simon-peter simone sinan
    sindre sine sini sinikka sinisa sirak siri sirikit sirin siriporn sirkka sirpa sirwan sisko
    sissel siv siv-britt sivan sivert sixten siyad siyamand slavica slavko slawomir slobodan snezana
    snizhana snjezana sofi sofia sofiane sofie sofiia sofiya soha soheil sohrab solmaz solomiia
    solomon solveig solvej somaye sombat somchai somsak son sondre soner songul sonia sonja sonny
    sophia sophie soran soraya sorin sorour soroush sossen souad soufiane soumia spas stacey stacy
    staffan stana stanislav stanislaw steen stefan stefania stefanija steffe stefica stein steinar
    stella stellan sten sten-åke stene stepan stephan stephanie steve steven stewart stian stig
    stig-arne stina stine stjepan stoffe stuart sture suad suat suban sucaad sucdi suda sue sufian
    suha suhail sukran suldan suleiman sulejman suleyman sultan sumaya sumeyye sune sunil sunita
    supaporn surer suresh susan susann susanna susanne sussanne sussi sussie suvad suvi suzana
    suzanne svante svea svein sven sven-erik sven-olof svenne svenning sverre svetlana sviatoslav
    sviatoslava svitlana sylvia sylwia symon synnöve sys szymon sören sörine sös tadesse tadeusz
    tage taha tahani taher tahereh tahmineh taim taina taisto tala talal taleb talib tamara tamer
    tamim tammy taneli taner tanja tanner tanya tapani tapio tara taraneh taras tarek tareq tarik
    tariq tarja taru tatiana tatjana tatyana tauno tavga taylan taylor tea ted tedros teemu teija
    tejs tekle tellervo tendai teodor teresa terese teresia tereza terezija terhi terje tero terry
    terttu tesfaldet tesfalem tesfay tesfaye tessa tessan tetiana teuta teuvo tewolde thanh thao
    thea theo theodor theres therese theresia therés therése thi thida thinhinane thiri thomas thor
    thore thure thuy tien tiffany tigist tiia tiina tijana tilda tilde tilly tim timmy timo timur
    tina tindra tine titti tobbe tobias tobiasz todd toivo tola tom tomas tomasz tomek tomi tomislav
    tommi tommie tommy tomo tompa tone toni tonje tonny tony topias tor tora torabi torben torbjörn
    tord tore torgny torill torsten torvald tosse totte tova tove tracy trang travis trevor trifa
    trine trinh tristan troels trokhym trond trung tsegay tsehay tsige tuan tubbe tugba tuija tuncay
    tuomas tuomo turan ture turgut turid turkan tuukka tuula tuuli tuulia tuulikki tuva tuyet tyler
    tymofii tymon tymoteusz tyra uba ubah ubbe uche uffe ufuk ugaas ugur ulf ulf-göran ulla
    ulla-britt ulla-carin ulla-karin ulle ulrica ulrik ulrika ulrike umit ummu umul umut unni uno
    uolevi uran urban ursula urszula ustym utku uwe vadim vadym vagn vahid valborg valdemar valdet
    valdis valentin valentina valentyn valentyna valeria valerii valmir valon valter valtteri
    vanessa vanja varfolomii varvara vasile vasilij vasily vasyl vasylyna vedad vedat vedran veera
    veeti vega vegard veijo veikko veli vendela venedykt veniiamyn venla vera verner verneri
    veronica veronika vesa vesna vetim viacheslav vian vickan victor victoria vidar vide viggan
    viggo viivi vijay viking vikram viktor viktoria viktoriia viktorija viktoriya vildana vilde
    vilgot vilhelm vilhelmiina vilhelmina vilho viljami viljo villads ville vilma vilmer vincent
    vinh viola violetta vira virpi vitali vitalii vitaly viveka vivian vivianne vjekoslav vjosa vlad
    vladimir vladislav vlado vladyslav vlora volkan volodymyr volodymyra vuokko väinö wael wafaa
    wafae wahid wahida waldemar waleed wali walid walter wanda warda warsame warsan wasim wassim
    wayne weena wei weldu weli wenche wendy werner widad wieslaw wieslawa wiktor wilda wilhelm
    wilhelmina wille william willy wilma wilmer winni winnie winta wipa witek witold wladyslaw
    wojciech wolfgang wubit xalimo xasan xenia xezal xhemail xhevat xhevdet xiao ximena xin yacine
    yagmur yahia yahya yahye yakiv yakup yalda yaman yan yanis yannick yara yared yarema yaroslav
    yaroslava yaryna yasar yasemin yaser yasin yasir yasmin yasmina yasmine yasser yavuz yaw yazan
    yda yefrem yegor yehya yelena yeliz yelysaveta yelysei yemane yerusalem yesim yeva yevgeny
    yevhen yi yigit yildiz yilmaz yin ying ylli ylva yngve yodit yohana yohannes yolanda yonas
    yonatan yonis yoonis yordanos yosef yosyp youba youcef younes yousef yousra youssef yrjö yrsa
    yuan yukhym yulia yuliia yuliya yun yunus yuri yurii yuriy yusra yustym yustyna yusuf yvonne
    zacharias zachary zack zackarias zafer zagros zaher zahra zaid zain zaina zainab zakaria
    zakarias zakariya zakariye zakhar zaki zana zanyar zara zarifa zaw zawadi zbigniew zdenka
    zdravko zdzislaw zdzislawa zehnia zehra zeinab zejna zekarias zeki zekir zekiye zelal zelda
    zeliha zeljka zeljko zelma zemen zena zenia zenon zeray zerin zerrin zewdi zeynab zeynep zhala
    zhang zhanna zhen zhi zhila zhina zhino zhwan zia ziad ziaullah ziba ziggy zilan zin zina zineb
    ziyad zlatan zlatko zlatoslava zoe zofia zohreh zora zoran zorian zorka zubaida zubeyde zufan
    zuhair zuhur zumra zvezdana zvonko zygmunt zynovii åbjörn åge åke åke-bertil åsa åse öivind
    öjvind ömer örjan örni östen övli öyku öystein öyvind özcan özge özgur özkan özlem
    """.split()
)
