"""Common surnames, as ``spelled`` spells them.

Written by ``tools/make_names.py``, which says where they come from.
"""

SURNAMES = frozenset(
    """
    aalto aaltonen abada abay abbad abbas abbassi abbes abboud abdallah abdelaziz abdellaoui abdelli
    abdelrahman abdi abdou abdullah abdulrahman abebe abed abera abid abou abouda aboukir abraha
    abrahamovska abrahams abrahamsson acar achour achouri adams adan adda adeyemi adolfsson ahlberg
    ahlgren ahlin ahlqvist ahlström ahmad ahmadi ahmadzai ahmed ahmeti aho ahokas ahola ahonen
    airaksinen aissani aissaoui akbari akbas akhtar akin aksoy aktas al-ali al-hassan al-khatib
    alanen alanko alatalo alemu alexandersson alfredsson alhaddad alhassan ali alili alkhatib allal
    allali alm almasri almgren almqvist almér alsayed altun alvarez amara amari ameur amini amiri
    ammari amrane amrani amri amrouche anderberg andersen andersson andreasson andreiko andriievych
    andriiovych andriishyn andriishyna andrén ankarcrona ansari antikainen antonsson anttila
    anttonen arab arabi araya aribi arkhymovych arnell aro aronets aronsson arsenych arslan artiukh
    artym artymovych artymyshyna arvidsson asaula asfaw asgari asikainen ask askling aslan asp
    asplund assad assefa atasoy atassi attia augustsson autio auvinen avci axelsson ayad ayadi
    aydemir aydin aydogan ayele ayoub azhazha azimi aziz azizi azzouz babaei babak babiak babii
    babko babych bacha backe backlund backman baghdadi bahloul bahrami bahri baida baidak bairak
    bajrami baker bakhouche bakhti baklan bakr balaban bandera bandura bandurka barabash barakat
    baran baranets barannyk baranyk barazi barzani barzanji bashtan batih baturynets bauer bayat
    bayram bazylevska bazylevych bazzi bebeshko becker begum beijer bekele belaid belaidi belarbi
    belbachir belhadj belkacem belkacemi belkadi belkheir belkhiri benabdellah benahmed benaicha
    benaissa benali benamar benamara benameur benaouda bencheikh bengtsson benmoussa bensaid
    bensalah bensalem benslimane benyahia benyamina benyoucef benziane berg bergdahl berggren
    bergkvist berglund bergman bergqvist bergsten bergstrand bergström bergvall berhane berisha
    berkane berkani berntsson bertilsson berzins bettahar bevz bey beyene bezborodko bezditko
    bianchi bilgin billing bjurling bjurman björk björklund björkman blidberg blixt blom blomberg
    blomgren blomkvist blomqvist boateng bodin bohlin bohman boiko bolin boman bondar bonde borg
    borgström borén boström bouabdellah bouafia boualem bouali bouaziz boubekeur boucetta bouchama
    bouchareb boudiaf boudjemaa boudraa bouguerra boukhalfa boukhari boukhatem boumaza boumediene
    bounab boussaid boutaleb boutros bouziane bouzid bouzidi bozkurt brahimi brahmi brandel brandt
    bratt brink broberg brodin brolin broman brown brundin brunzell brännström bui bulut burman butt
    byberg bylin bylund byström bytyqi bäck bäckman bäckström börjesson cakir camara campbell can
    carlberg carlson carlsson carter castillo castro cederholm celik cetin chaban chabane chahine
    chaib chaika chala chalyi chan chang chaoui charef charnysh chaudhry cheikh chellaoua chen
    cherednyk chergui cheriet cherif cherifi cherinko chibani chikh chmil cho choi chornovil
    christensen chubai chuiko chumak chupryna cinar claesson clark collins constantin conti cooper
    coskun cronholm cruz daher dahir dahl dahlberg dahlgren dahlin dahlqvist dahlström dahlén
    dahmane dahmani dakhno dang danielsson dankevych dankiv danko dao daoud daoudi darahan darwish
    das dashkevych dauti davidsson davies davymuka de-geer deineka deineko deisun dema demaj demir
    demirci demirel demirtas demissie derakhshan derbal derehus derevianko derhach deriazhna
    deriazhnyi derkach derkaoui derouiche derradji desta dhillon diaf diallo diaz dib dif dinh diop
    dirie djebbar djellal djellouli djoudi do doan dogan drakenberg drobakha drobiazko drozd duale
    dubas dubyna duman dumitru duong duplii durdynets dutka dzhun dzhus dziuba dzyndra ebrahimi
    edberg edin edling edlund edman edström edvardsson ehn ehrling einarsson ek ekberg ekdahl ekdal
    ekedahl ekelund ekholm eklund eklöf ekman ekstrand ekström elezi eliasson elmi elo elofsson
    eloranta emanuelsson emilsson eneroth engberg engdahl englund engman engström engvall erdem
    erdogan ergun ericson ericsson eriksson erkkilä erlandsson eronen eskandari eskelinen eskola
    esposito essen estberg evans fadel fagerström fahlén fahmi falck falk falkman farah farahani
    faraj faraji fares farhat fartushniak fayad fellah ferati ferhat ferm fernandez ferrari filali
    fischer flink flodin florea flores folkesson fors forsberg forsell forsgren forslund forsman
    forss frank franko fransson franzén fredriksson friberg frid frisell frisk frykman fröberg furs
    gabrielsson gacem gadd gahm galagan garcia gashi gasmi gebre gebremedhin gebremeskel
    gebremichael geijer gerega gereta gerus ghaderi ghafari ghanem gharbi ghasemi ghazi ghebre
    ghebremedhin gherbi gholami gidlund gill gillberg girma goitom goliash gomez gonzalez grahn gran
    granath granberg granlund granström grape green gren grewal grönberg grönlund grönroos grönvall
    guendouz guerfi guessoum gul guler gullberg gunes gunnarsson gupta gustafsson gustavsson
    gutierrez guven gyllenhammar gyllensten gzhytska göransson haapala haapanen haapaniemi haataja
    haavisto habelko habte hachemi haddad haddouche hadjadj hadji hagberg hagelin haglund hagman
    hagos hagström haida haidabura haidai haidamaka haidar haidari haievska haile hailu haivoronska
    hakala hakimi hakkarainen haliti hall hallberg hallgren hallin hallman halme halonen halvarsson
    hamad hamadi hamadouche hamdan hamdani hamdi hamel hamidi hamlaoui hammadi hammar hammarberg
    hammarlund hammarström hamoud hamoudi hamza hamzaoui hanna hannula hansen hansson haqqani
    haraldsson hariri harju harris hartikainen hasan hasani hashemi hashimi hassan hassani hassoun
    hautala hautamäki haverinen havrylets havryliv havrylyshyna havrysh havryshkevych hed hedberg
    hedin hedlund hedman hedström heidari heijne heikkilä heikkinen heino heinonen heiskanen
    helenius helgesson helin hellberg hellgren hellman hellström helminen hemlin henni henningsson
    henriksson hermansson hernandez hessel hietala hietanen hiltunen hirvonen hjalmar hjalmarsson
    hjelm hjort ho hoang hocine hodunok hoffman hoffmann hohol hohol-yanovska hokkanen holappa
    holgersson holm holmberg holmgren holmlund holmqvist holmström holmén holoborodko holopainen
    holst holyk honkanen hossain hossaini hosseini hoti houari hoxha hrechanyk hrechko hres huang
    hughes huhtala huk hult hultgren hultman hultén hunko huotari huovinen hupalo hussaini hussein
    hutsuliak huttunen huuskonen huynh huz huzii hyseni hyttinen hytönen hyvärinen hyvönen hägg
    hägglund häggström häkkinen hämäläinen hänninen härkönen håkanson håkansson högberg höglund höög
    höök ibrahim ibrahimi ihalainen ihrman ikhlef ikonen immonen ingvarsson ionescu irvanets
    isaievych isaksson ishchak isik islam ismail ismaili israelsson issa ivanov ivanova ivarsson
    jaakkola jaatinen jabbar jabbour jaber jackson jacobsson jafari jakobsson jalali jalil jalonen
    jama jamal jamali jansson jarl jarnvall jashari jassim jauhiainen jawadi jensen jeppsson
    jerkeman jernberg jimenez johannesson johansen johanson johansson johnson johnsson jokela
    jokinen jonasson jones jonsson josefson josefsson juhlin juntunen jussila juvonen jäntti järvelä
    järvenpää järvi järvinen jääskeläinen jönsson jörgensen kaci kaczmarek kaddour kaddouri kadi
    kadri kahsay kaikkonen kainulainen kallin kallio kalnins kamal kamau kamel kanerva kangas
    kanivets kankaanpää kantola kaplan kara karaca karahan karam karas karatas karhu karhunen kari
    karimi kariuki karjalainen karlberg karlsson karlström karpa karppinen karttunen karvinen
    karvonen kassem kauppila kauppinen kaya kazemi kazlauskas kebaili kebede kebir keinänen keita
    kelmendi kempe kemppainen keränen keskin keskinen keskitalo ketola kettunen khalaf khaldi khaled
    khalidi khalil khan khatib khatun khelif khelifa khelifi khelil khmara khomyk khorishko khoury
    khrystych khudiak khudobiak kidane kihlberg kilic killander kilpeläinen kim kimani kinnunen
    kiuru kivelä kivimäki kivinen kiviniemi kivistö kjellberg kjellin klasson kling klingberg
    klingvall knutson knutsson koc koch koistinen koivisto koivula koivunen kokko kokkonen
    kolehmainen kolodub komar komulainen kone konoplia konttinen koponen kopytko korbut korhonen
    korichi korkmaz korpela korpi korsun kortelainen korzh koskela koski koskinen kosonen kouidri
    kovanen kovpak kowal koyuncu kozak krantz krasniqi kravets kristensson kristiansson
    kristoffersson krol kruger kruse kryeziu kucuk kuisma kujala kukkonen kullberg kullman kulmala
    kumar kumpulainen kuosmanen kurdi kurki kuronen kurt kuusela kuusisto kuznetsov kvist kybkalo
    kyllönen kylymnyk kylén kähkönen källström kämäräinen kärki kärkkäinen laakkonen laakso
    laaksonen laba lahmar lahoda lahti lahtinen laib laiho laine laitinen lakehal lakhal lakhdari
    lam lammi lampinen lamri landin landström lankinen lantz laouar lappalainen larbi laribi larsen
    larsson lassila latreche latvala laukkanen laurila laurin le leander lee lehikoinen lehtimäki
    lehtinen lehto lehtola lehtonen leijon leino leinonen lejon lemeshko lennartsson lennmarker
    lepistö leppänen leskinen lesyk lethin levin lewis li liashko lidström lidén liedholm
    liimatainen lilja liljeblad liljegren liljeroth lin lind lindahl lindberg lindblad lindblom
    linde lindell linder lindfors lindgren lindh lindholm lindkvist lindmark lindquist lindqvist
    lindroos lindros lindroth lindskog lindström lindvall lindén linna linnér lipponen lis liu
    liukkonen ljung ljungberg ljunggren ljungqvist lleshi lopez lothigius loucif lounis lubenets
    lukash lund lundberg lundblad lundell lundgren lundh lundholm lundin lundkvist lundmark
    lundquist lundqvist lundström lundén luoma luong lupii luukkonen lytvyn lähteenmäki löf löfgren
    löfvenberg lönn lövgren maalouf madani madi magnusson mahi mahmoud mahmoudi mahmud mai majid
    makhlouf makhloufi makkonen makohon malek malik malinen maliqi malki malm malmberg malmer
    malmgren malmqvist malmsten malmström malyk malyshko mamchur manninen mansour mansouri maouche
    marin markkanen marklund maroun martikainen martin martinez martinsson marttila marttinen
    masliak masokha masri matiash matikainen matilainen mattila mattsson mauritzson mazepa mazouz
    mazouzi mazur mebarki mebrahtu mecheri meddah medjahed meftah mehari mehmeti mekonnen melander
    melin melnyk mendoza mengistu mensah merabet merah meriläinen merzoug merzougui mesbah messaoudi
    meyer meziane meziani miah michalak miettinen mihoubi mikhail mikkola mikkonen miloudi mimouni
    mitchell moberg modig modin mohamed mohammad mohammadi mohammed mohammedi mohamud mohlin
    moilanen moisio mokadem mokhtari mokrane mokrani molin mononen moore moradi morales moreno
    morina moroz morsli moskal mostefaoui moulay mousavi moussa moussaoui mrad mubarak muhammadi
    muhonen muller mulugeta munoz munteanu murphy musliu mustafa mustonen mutua mwangi myllymäki
    mäenpää mäkelä mäki mäkinen männistö mäntylä määttä månsson mårdh mårtensson möller mörk mörner
    nacer nader naess nahas naili najjar nalyvaiko naser nasr nasri nasser nauclér navarro nazari
    nazzal ndiaye nedjar negash negassi nehoda neporozhnii nerman nestaiko neumann nevala nevalainen
    ngo nguyen nielsen niemelä niemi nieminen niiranen niklasson nikula nilsen nilsson nilzén
    niskanen nissinen njoroge nohrborg noori norberg nord nordberg nordenskiöld nordgren nordin
    nordlander nordlund nordqvist nordström nordén norell norgren norlin norling norman norrman
    norén nouar noui nour nouri nousiainen nowak nowicki nur nurmi nurminen nuutinen nyberg nydahl
    nygren nyholm nykänen nylander nylund nylén nyman nyrén nyström näslund nääs oberemko odelberg
    odhiambo ohlin ohlsson oikarinen oinonen ojala ojanen okafor okbazghi okeke okhrymovych oksanen
    olander olausson oliinyk olin ollikainen ollila olofsson olsen olsson olsén omar orlyk orobets
    ortega ortiz osbeck oskarsson osman osmani othman otieno otmani ottander ottosson ouali ouchene
    owusu paananen paavilainen paavola pajunen pakarinen palii palm palmgren palmqvist palmstierna
    palmér palomäki pantzar park parker parkkinen parling partanen parviainen pasanen patel paulin
    paulsson pavlyk pawlak pedersen pehkonen pekkala pekkarinen pelekh pelkonen peltola peltonen
    peltoniemi pennanen penttilä penttinen perebyinis perepelytsia perez pernvik persdotter persson
    perälä pesonen petersen petersson petliura petrov petrova petryk pettersson pham phan piddubna
    piddubnyi pietilä pihl piirainen pirinen pitkänen plate pllana pohjola polat poltavets popa
    popescu popov popova posse prokopovych pryimak prykhodko prytula prytz puhakka pulkkinen puranen
    pushkar pustovit puustinen pääkkönen pålsson pöllänen qadir qasim quist raatikainen rabhi rabia
    rachedi radu rahal rahimi rahman rahmani rahmoune rahmouni rais rajala rak rama ramadan ramadani
    ramdani ramel ramirez ramos ranelid ranta rantala rantanen rapp rashid rask rasmussen rasool
    rasouli rauhala rautiainen rautio rebryk redko rehn reinikainen repo reuterskiöld reva rexhepi
    reyes rezaei rezai rezig riabets riaboshapka riabovil ricci richter ridderstad riihimäki
    riikonen rinne rintala risberg rissanen rivera roberts robertsson robinson rodin rodriguez rojas
    romanets romero ronkainen roos rosell rosenberg rosendahl rosengren rosenlund rosenqvist roslund
    rossi rostami rosén roth ruban rubets rudko rudyk ruiz ruotsalainen russo rustemi rusu ruuskanen
    rydberg rydell rydman rydén rytkönen ryynänen räisänen räsänen räty rådberg rönkkö rönnberg röös
    saad saadi saar saarela saari saarinen saastamoinen sabbagh sabri saci sadeghi sadiku safi sahal
    sahin sahli sahlin sahlén sahraoui said saidani saidi sainio salah salazar saleh salem salhi
    salih salihu salii salim sallinen salman salmela salmi salminen salo salomaa salomonsson salonen
    salén samadi samara samuelsson sanchez sand sandahl sandberg sandelin sandell sandgren sandhu
    sandin sandlund sandström sandvall santos saoudi sari sarkis savolainen sawaya sayah sayed
    schmidt schneider schröder schultz schulz schwarz schyffert seddiki seger selami selander selimi
    selin selling sen sennerby senouci sepp seppä seppälä seppänen shabani shablii shafiei shah
    shahin shaikh shakhrai shakir shala shamoun shamrai shapoval sharif sharifi sharma shcherbak
    shcherban shchors shchyrytsia shelest sheremet sheremeta shiferaw shirazi shmorhun shovkoplias
    shtepa shtokalo shukhevych shutko shvachka shvachko shvaika shyian shylo sidhu sihvonen sikora
    sillanpää silva silvennoinen simashkevych simola simonen simonsson simsek singh sipilä sirko
    sirobaba sirviö sirén sjöberg sjöblom sjödahl sjödin sjögren sjöholm sjölander sjölin sjölund
    sjöstedt sjöstrand sjöström sjöö skarin skog skoglund skoog skorobohatko skoryk skyba skyrda
    skytte sköld slimani sliusar smail smirnov smirnova smith smyk snäll soini soininen sokolov
    solak soltani somko soto soudani sow sparre spångberg stan stark steen stelmakh stenbeck
    stenberg stenlund stenmark stenström stenvall sterner stets stjernberg stoica stolpe stolt storm
    strand strandberg strid stridh strindberg ström strömberg stus ståhl ståhle stål suarez suhonen
    suleiman sultani sun sundberg sundell sundin sundqvist sundström sundén suomalainen suominen
    sutinen svahn svanberg svantesson svedberg svenonius svensson svystun svärd swahn swanberg
    swedin sych syla sylejmani syrjälä söder söderberg södergren södergård söderholm söderlund
    söderman söderqvist söderström sörensen tabet tadesse taha taheri tahir tahmasebi tahraoui tahri
    taibi taipale takala talan talbi taleb tamm tamminen tang tanskanen taran tarvainen tas tasci
    taskinen tawfiq taylor tegnér tekin tekle tengblad tengvall tervo tesfamichael tesfay tesfaye
    teslia tewolde thaci thelin thomas thompson thor thorell thorsell thorén thulin thunberg
    tiahnybok tiainen tidblom tidefors tiihonen tikka tikkanen tillman timonen tirkkonen tkach
    toivanen toivonen tokar tolonen tolvanen toprak tornberg torres torstensson touati touil toumi
    toure tovstolis tovstukha tran traore trinh trolle truong tryhub tsisyk tsiupa tsiutsiura
    tsushko tsymbal tunc tunell tuomi tuominen tuovinen turan turesson turgut turkalo turpeinen
    turunen tverdokhlib tychyna tykha tykhyi tähtinen törnblom törnqvist ucar uddin ugglas uhlin
    ullman umanets unal unger uotila usyk uusitalo vainio vakhnii valdez valkama valkonen vallin
    valtonen vargas varis vartiainen vasquez vasylashko vasylechko vasylevych velander velychko
    venhrynovych vennberg venäläinen veres verhun verkhola verkhovynets vermenych vernydub vernyhora
    vertyporokh vesterinen vesterlund vestin viberg viitala viitanen viklund vikström vilhelmsson
    viljanen virta virtanen viter vitruk vlokh vo vobla voblyi volkov voutilainen vovk vu vuorela
    vuori vuorinen vyshniak vyshyvana vyshyvanyi vysochan väisänen välimäki väyrynen väänänen
    wachtmeister wadman wagner wahlberg wahlgren wahlin wahlström wali walker wall wallander
    wallberg wallenberg wallgren wallin wallman wallmark wallén wang wanjiru warsame watson weber
    wedin weiland wennberg werner wessman westberg wester westerberg westerlund westin westling
    westlund westman wetterberg wiberg wickman widell widén wiklund wikman wikström wilhelmsson
    williams willén wilson winberg wirén wojcik woldemichael woldu wong wrede wright wrobel wu
    xhaferi yacoub yahi yahia yahiaoui yahya yalcin yang yarema yaremkiv yaremko yarosh yassin yavuz
    yemane yemets yeresko yevtushok yildirim yildiz yilmaz yizhak yizhakevych ylinen ylitalo ylönen
    yohannes yonis yousef yousefi yousfi yousif youssef yucel yurchyshyna yusuf zabara zabarna
    zabarnyi zabashta zabila zaidan zaidi zaiets zaika zajac zakusylo zaman zand zaoui zaporozhets
    zarei zaruba zarudna zarudnyi zasiadko zasukha zatula zeka zeqiri zeray zerom zeroual zerrouki
    zetterberg zetterlund zewdu zhadan zhaivoron zhalilo zhang zhao zharko zhou zhu zhuk zhuravel
    zhurba ziane ziani zidane zimmermann zinkevych zitouni zogu zouaoui zubko åberg ågren åhlén
    åkerberg åkerblom åkerlund åkerman åkesson åsberg åslund åstrand åström öberg öhlund öhman öhrn
    öman örn östberg österberg österlund östling östlund östman özcan özdemir özer özgur özkan özmen
    özturk
    """.split()
)
