"""Common Swedish first names and surnames, in small letters.

Written by ``tools/make_names.py``, which says where they come from.
"""

FIRST_NAMES = frozenset(
    """
    aaron abbas abdi abdirahman abdul abdullah abdullahi adam adele adnan adrian agne agnes agneta
    agnieszka ahmad ahmed aina aisha alan alba albert alberto albin alejandro aleksandra alex
    alexander alexandra alexis alf alfons alfred algot ali alice alicia alina allan alma alva alvar
    alve alvin amadeus amalia amanda amelia amelie amin amina amir amira ana anas anders andrea
    andreas andres andrew andrzej andré andréas anette angela angelica angelika angelina anita anja
    ann ann-britt ann-charlott ann-charlotte ann-christin ann-christine ann-kristin ann-louise
    ann-mari ann-marie ann-sofi ann-sofie anna anna-karin anna-lena anna-lisa anna-maria anne
    anne-marie anneli annelie annette annica annie annika annikki antero anthony anton antonia
    antonio arne arnold aron arthur artur arvid assar asta aston astrid august aurora axel barbara
    barbro beata beatrice bella ben bengt benjamin benny berit berndt bernhard bernt bert bertil
    betty bianca bill billy birger birgit birgitta bjarne björn bo bodil boel boris brita britt
    britt-mari britt-marie britta bror bruno börje cajsa camilla carin carina carl carl-johan carlos
    carmen carola carolin carolina caroline casper cassandra catarina catharina cathrine catrin
    cecilia celine charles charlie charlott charlotta charlotte christel christer christian christin
    christina christine christofer christoffer christopher claes clara clas claudia colin conny
    cornelia cristina curt dag dagmar dagny dan daniel daniela daniella dante david del denise
    dennis desirée diana dick doris douglas ebba ebbe eddie edgar edit edith edvard edvin edward
    edwin egon einar eira eivor elena eleonor eleonora elias elin elina elinor elis elisa elisabet
    elisabeth elise elizabeth ella ellen ellie ellinor elliot elly elma elmer elna elof elsa else
    elsie elsy elton elvin elvira elvis elvy emanuel emelie emil emilia emilie emilio emily emma
    emmy enar engla eric erica erik erika erland erling erna ernst eskil estelle ester esther ethel
    eugen eva eva-lena evald evelina evelyn evert evy ewa fabian fanny fatima felicia felix
    ferdinand filip filippa florence folke frank frans fred fredric fredrik fredrika freja frida
    fritz gabriel gabriella georg george gerd gerda gerhard gert gertrud gillis gisela glenn
    gottfrid greger greta gudrun gun gun-britt gunborg gunhild gunilla gunnar gunnel gunvor gustaf
    gustav göran gösta göte hamid hampus hamza hanna hannah hannele hannes hans harald harriet harry
    hasan hassan hedda hedvig heidi helen helena helene helga helge helmer helén heléne henning
    henric henrietta henrik henry herbert herman hilda hilding hillevi hilma hjalmar hjördis holger
    hugo hussein håkan ian ibrahim ida idun ilona ilse ina ines inez ing-britt ing-marie inga
    inga-britt inga-lill ingalill inge ingeborg ingegerd ingegärd ingela ingemar inger ingmar ingrid
    ingvar irene iris irma iréne isa isaac isabel isabell isabella isabelle isac isak ismail ivan
    ivar jack jacob jakob jamal james jan jan-erik jan-olof jan-åke jane janet jari jarl jasmin
    jasmine jean jeanette jennie jennifer jenny jens jerker jerry jesper jessica jill jim jimmie
    jimmy joachim joacim joakim joanna joel johan johanna johannes john johnny joline jon jonas
    jonatan jonathan jonna jonny jose josef josefin josefina josefine joseph josephine josé juan
    judith juhani julia julian julie julius juni junior jörgen kaarina kai kaj kajsa kalevi kalle
    kari karim karin karina karl karl-erik karolina kasper katarina katarzyna katharina katja katrin
    kennet kenneth kenny kent kenth kerstin kevin khaled khalid kian kim kjell klara klas knut
    konrad krister kristian kristin kristina kristine kristofer kristoffer krzysztof kumar kurt lage
    laila lara lars lars-erik lars-göran lars-olof lars-åke lasse laura lea leah leena leia leif
    leila lena lennart leo leon leona leonard leonardo leopold levi li liam liisa lilian lillemor
    lilly lily lina linda linn linnea linnéa linus lisa lisbet lisbeth lise-lott lise-lotte liselott
    liselotte liv livia lo loke lotta loui louie louis louise lova love lovis lovisa lowe lucas
    lucia ludvig ludwig luis lukas luna lydia lykke maarit madeleine madelene magdalena magnus mahdi
    mahmoud maj maj-britt maj-lis maja majken majvor malgorzata malin malte malva manfred manuel
    marcin marco marcus marek margaret margareta margaretha margit margot margret mari maria mariam
    mariana mariann marianne marie marie-louise marika marina mario marit marita marja marjatta mark
    marko markus marlene marta martin martina mary maryam matheo mathias mathilda matias matilda
    mats matteo matti mattias matts maud mauritz max maximilian may maya mehmet meja melina melissa
    melker melvin melwin mia micael michael michaela michal michel michelle miguel mika mikael
    mikaela mila milan milla milo milton mimmi mina minna mio mira miranda miriam mirjam moa mohamad
    mohamed mohammad mohammed molly mona monica monika morgan muhammad mustafa my märta märtha måns
    mårten nadia nadja nancy nanna natalia natalie natanael nathalie nellie nelly neo nicholas
    nicklas niclas nicolas nicole niklas nikola nils nina noa noah noel nora nour nova ola olav
    olavi ole olga oliver olivia oliwer olle olof olov omar oscar oskar osman ossian ottilia otto
    ove owe patric patricia patrick patrik paul paula paulina pauline pawel peder pekka pelle per
    per-erik per-olof pernilla peter petra petter philip pia pierre piotr pontus pär rafael ragnar
    ragnhild ralf ralph rasmus raymond rebecca rebecka regina reine reinhold renée reza richard
    rickard rigmor rikard rita robert roberto robin roger roland rolf ronald ronja ronnie ronny rosa
    rose rose-marie rosita roy ruben rudolf rune rut ruth sabina saga said saleh sally sam sami
    samir samira samuel sandra sanna sara sarah sebastian selma seth sigfrid sigge signe sigrid
    sigurd sigvard simon simone siri siv sivert sixten sofi sofia sofie solveig sonia sonja sonny
    sophia sophie staffan stefan stella stellan sten stephanie stig stina sture sune susan susann
    susanna susanne suzanne svante svea sven sven-erik sven-olof sylvia sören tage tanja tapani
    tapio ted teodor teresa terese teresia thea theo theodor theres therese theresia therése thi
    thomas thor thore thure tilda tilde tim timo tina tindra tobias tom tomas tomasz tommy toni tony
    tor tora torbjörn tord tore torgny torsten tova tove tristan ture tuulikki tuva tyra ulf ulla
    ulla-britt ulrica ulrik ulrika uno urban valborg valdemar valentin valentina valter vanessa
    vanja vega vendela vera verner veronica veronika victor victoria vidar vide viggo viking viktor
    viktoria vilgot vilhelm vilhelmina ville vilma vilmer vincent viola viveka vivianne waldemar
    walter werner wilhelm wilhelmina wille william willy wilma wilmer yasmin ylva yngve yousef yusuf
    yvonne zahra åke åsa åse örjan östen
    """.split()
)

SURNAMES = frozenset(
    """
    abbas abdi abdullah abrahamsson adolfsson ahlberg ahlgren ahlin ahlqvist ahlström ahmad ahmadi
    ahmed alexandersson alfredsson ali alm almgren almqvist anderberg andersen andersson andreasson
    andrén antonsson aronsson arvidsson asp asplund augustsson axelsson backlund backman bengtsson
    berg bergdahl berggren bergkvist berglund bergman bergqvist bergsten bergstrand bergström
    bergvall berntsson bertilsson björk björklund björkman blixt blom blomberg blomgren blomkvist
    blomqvist bodin bohlin bohman bolin boman borg borgström boström brandt brink broberg brodin
    brolin broman brännström burman bylund byström bäck bäckman bäckström börjesson carlberg carlson
    carlsson chen christensen claesson dahl dahlberg dahlgren dahlin dahlqvist dahlström dahlén
    danielsson davidsson edberg edin edlund edman edström edvardsson einarsson ek ekberg ekdahl
    ekelund ekholm eklund eklöf ekman ekstrand ekström eliasson elofsson emanuelsson emilsson
    engberg engdahl englund engman engström engvall ericson ericsson eriksson erlandsson fagerström
    falk farah ferm flink folkesson fors forsberg forsell forsgren forslund forsman frank fransson
    franzén fredriksson friberg frid frisk gabrielsson gashi grahn granath granberg granlund
    granström green gren grönlund gullberg gunnarsson gustafsson gustavsson göransson hagberg
    haglund hagman hagström hall hallberg hallgren hallin halvarsson hammar hammarström hanna hansen
    hansson haraldsson hasan hassan hedberg hedin hedlund hedman hedström helgesson hellberg
    hellgren hellman hellström henningsson henriksson hermansson hjalmarsson hjelm hjort holgersson
    holm holmberg holmgren holmqvist holmström holst hosseini hult hultgren hultman hussein hägg
    hägglund häggström håkansson högberg höglund ibrahim ingvarsson isaksson ismail israelsson issa
    ivarsson jacobsson jafari jakobsson jansson jarl jensen jeppsson johannesson johansen johansson
    johnson johnsson jonasson jonsson josefsson juhlin jönsson jörgensen karlberg karlsson karlström
    khalil khan kjellberg klasson kling knutsson krantz kristensson kristiansson kristoffersson
    kvist källström landin landström lantz larsen larsson lennartsson levin li lidström lidén lilja
    liljegren lind lindahl lindberg lindblad lindblom linde lindell linder lindfors lindgren lindh
    lindholm lindkvist lindmark lindquist lindqvist lindskog lindström lindvall lindén liu ljung
    ljungberg ljunggren ljungqvist lund lundberg lundblad lundell lundgren lundh lundholm lundin
    lundkvist lundmark lundquist lundqvist lundström löf löfgren lönn lövgren magnusson malm
    malmberg malmgren malmqvist malmström marklund martinsson mattsson melander melin moberg modig
    mohamed mohammad mohammadi mohammed mohamud molin mustafa månsson mårtensson möller nguyen
    nielsen niklasson nilsson norberg nord nordberg nordgren nordin nordlander nordlund nordqvist
    nordström norgren norlin norling norman norrman norén nyberg nygren nylander nylén nyman nyström
    näslund ohlsson olander olausson olofsson olsen olsson omar oskarsson osman ottosson palm
    palmgren palmqvist paulsson pedersen persson petersen petersson pettersson pihl pålsson rask
    rasmussen rehn robertsson roos rosenberg rosengren rosenqvist rosén roth rydberg rydén sahlin
    said saleh salomonsson samuelsson sandberg sandell sandgren sandin sandström schmidt selin
    simonsson singh sjöberg sjöblom sjödin sjögren sjöholm sjölander sjölin sjölund sjöstedt
    sjöstrand sjöström skog skoglund skoog sköld smith stark steen stenberg stenlund stenström storm
    strand strandberg strid ström strömberg ståhl sundberg sundell sundin sundqvist sundström svahn
    svanberg svantesson svedberg svensson svärd söderberg södergren söderholm söderlund söderman
    söderqvist söderström sörensen thor thorén thulin torstensson tran turesson törnqvist vallin
    vesterlund vestin viberg viklund vikström vilhelmsson wahlberg wahlgren wahlström wall wallgren
    wallin wallén wang wennberg werner westberg wester westerberg westerlund westin westlund westman
    wiberg widén wiklund wikström wilhelmsson winberg zetterberg zhang åberg ågren åkerlund åkerman
    åkesson åsberg åslund åström öberg öhman östberg österberg östling östlund östman
    """.split()
)
