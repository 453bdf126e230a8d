"""The reference report of 2021-05-20 as a lägesbild; a status that was a colour only is blank."""

from __future__ import annotations

import datetime as dt

from lagesbild_xlsx.model import (
    Activity,
    Lagesbild,
    ListRow,
    Locality,
    Paragraph,
    Priority,
    PrioritySource,
    Report,
    Section,
    Status,
    Term,
)

LAGESBILD = Lagesbild(
    report=Report(
        municipality="Strängnäs kommun",
        date=dt.date(2021, 5, 20),
        promise_year="2021",
        cooperation_period="2020-2023",
        introduction=(
            "Här är den samlade lägesbilden med utgångspunkt i medborgarlöftet och "
            "samverkansöverenskommelsen tillsammans med de senaste rapporterna från lokala BRÅ- "
            "och EST-möten. Den visar var vi står idag och vad vi ska fokusera framöver på "
            "kortare och längre sikt."
        ),
        basis="Utifrån lokala BRÅ, EST och ANDTS - Alkohol, narkotika, dopning, tobak och spel",
    ),
    priorities=(
        Priority(
            source=PrioritySource.CITIZENS_PROMISE,
            priority=(
                "Fokus på ungdomar med normbrytande beteende, kriminalitet och att upptäcka "
                "drogmissbruk bland unga."
            ),
        ),
        Priority(
            source=PrioritySource.CITIZENS_PROMISE,
            priority="Minska problematiken med A-traktorer och mopedbilar.",
        ),
        Priority(
            source=PrioritySource.COOPERATION_AGREEMENT,
            priority="Minska ungdomsbrottsligheten",
        ),
        Priority(
            source=PrioritySource.COOPERATION_AGREEMENT,
            priority="Minska droganvändningen bland unga",
        ),
        Priority(
            source=PrioritySource.COOPERATION_AGREEMENT,
            priority="Kommunikation om trygghet",
        ),
        Priority(
            source=PrioritySource.COOPERATION_AGREEMENT,
            priority="Otrygghet i offentlig miljö",
        ),
    ),
    localities=(
        Locality(
            name="Mariefred",
            note=(
                "Ganska lugnt förutom att invånarna upplever det som ett problem med A-traktorer "
                "och "
                "mopedbilar. Skolorna och kyrkan meddelar att det är många elever som inte mår "
                "psykiskt bra på grund av att de inte kunnat gå i skolan som vanligt."
            ),
        ),
        Locality(name="Stallarholmen", note="Som alltid ganska lugnt i Stallarholmen"),
        Locality(
            name="Strängnäs",
            note=(
                "Stökigt kring resecentrum sedan en tid. Stora grupper med ungdomar som hänger "
                "där. "
                "Misshandel och rån. Problem med A-traktorer och mopedbilar."
            ),
        ),
        Locality(name="Åker", note="En del skadegörelse och stök vid Åkersskolan."),
        Locality(name="Övrigt"),
    ),
    paragraphs=(
        Paragraph(
            section=Section.SHORT_TERM,
            text=(
                "Tack vare det riktade statsbidraget till avgiftsfria sommarlovsaktiviteter för "
                "barn kommer många aktiviteter kunna genomföras i hela kommunen."
            ),
        ),
        Paragraph(
            section=Section.SHORT_TERM,
            text=(
                "Förhoppningsvis kommer man att kunna sätta igång med till exempel "
                "fotbollsfredag och fotbollslördag när restriktionerna lättar den 1 juni. Andra "
                "föreningar som fått del av medel från trygghetsfonden är till exempel: "
                "Föreningen Ulfhälls hällar som kommer att ordna workshops och utställning med "
                "ungdomar. Styrketräningsklubben som nattvandrar på helgerna Friluftsförbundet "
                "som anordnar grillkvällar för ungdomar."
            ),
        ),
        Paragraph(
            section=Section.SHORT_TERM,
            text=(
                "Under sommaren kommer både socialfältare och fritidsfältare vara ute på "
                "kvällarna. Fritidsgårdarna kommer att hålla i många aktiviteter, främst "
                "utomhus. Ordningstjänst kommer att rondera i centrala Strängnäs inklusive "
                "resecentrum onsdag-söndag mellan klockan 18-02."
            ),
        ),
        Paragraph(
            section=Section.LONG_TERM,
            text=(
                "Fortsatt strategiskt arbete med Team Ungdom. Socialkontoret kommer att utöka "
                "sitt förebyggande arbete med bland annat fältande socialsekreterare och SSPF "
                "(samverkan runt individer mellan skola, socialtjänst, polis och fritid.) En "
                "verksamhetsgemensam handlingsplan för att göra resecentrum tryggare."
            ),
        ),
        Paragraph(
            section=Section.COMMUNICATION,
            text=(
                "Aktiviteterna kopplade till medborgarlöftet kommer att presenteras varje "
                "tertiäl på polisen.se samt strangnas.se. Under februari kommunicerades "
                "återkopplingen av medborgarlöftet 2020 i alla kanaler tillsammans med Polisen. "
                "Det nya medborgarlöftet för 2021 gick ut brett den 11 mars, genom en digital "
                "pressträff och egna nyheter internt och externt som delades i sociala medier. "
                "Vi har också kommunicerat arbetet som gjorts runt resecentrum. "
                "Enkätundersökning, orsaksanalys och att en handlingsplan är på gång."
            ),
        ),
    ),
    activities=(
        Activity(
            activity="Polis och kommun kommer att genomföra 4 stycken trygghetsvandringar",
            owner="Kommunen",
            comment="Kommer genomföras i höst",
        ),
        Activity(
            activity=(
                "Områdespolis, kommunpolis och utryckningspolis fortsätter under året sina täta "
                "kontakter med skola, fritidsgårdar, socialtjänst och lokala brottsförebyggande "
                "råd, för att tidigt upptäcka ungdomar som är på väg in i kriminalitet och "
                "narkotikabruk."
            ),
            owner="Polisen",
            comment="Ständigt pågående samverkan.",
        ),
        Activity(
            activity=(
                "Polisen kommer genomföra två narkotikasök på skolor med hund, i förebyggande "
                "syfte och skapa förutsättningar för en drogfri miljö för barn och ungdomar."
            ),
            owner="Polisen",
            comment="En av två genomförda tidigare under året.",
        ),
        Activity(
            activity=(
                "Polisen kommer kontinuerligt arbeta med Linköpingsmodellen, i lämpliga fall i "
                "direkt samverkan med socialtjänsten på plats hemma hos den unga individen."
            ),
            owner="Polisen och Strängnäs kommun",
            comment="Har varit svårt att genomföra på grund av restriktionerna under pandemin",
        ),
        Activity(
            activity=(
                "Strängnäs kommun kommer mäta avloppsvattnet i kommunen för att kartlägga hur "
                "utbrett narkotikabruket är."
            ),
            owner="Strängnäs kommun",
            comment="Beställning gjord.",
        ),
        Activity(
            activity=(
                "Strängnäs kommun kommer under året att samordna minst två föräldraträffar på "
                "skolor, för förebyggande information där polisen medverkar som en aktör för "
                "narkotikainformation."
            ),
            owner="Strängnäs kommun",
            comment="Anordnas i höst.",
        ),
        Activity(
            activity="Informationskampanj för föräldrar med inriktning på A-traktorer och "
            "mopedbilar.",
            owner="Strängnäs kommun och polisen",
        ),
        Activity(
            activity="Insatser mot problematiken runt A-traktorer och mopedbilar.",
            owner="Polisen",
        ),
        Activity(
            activity="SSPF kring individer",
            owner="Strängnäs kommun socialtjänst",
            comment="Kommer att starta under året",
        ),
        Activity(
            activity="Linköpingsmodellen",
            owner="Polisen och Strängnäs kommun",
            comment="Polisen är igång men ingen samverkan",
        ),
        Activity(
            activity="Fastighetsägarnätverk",
            owner="Strängnäs kommun",
            comment="Ej genomförts på grund av pandemin. Kommer att anordnas i höst",
        ),
        Activity(
            activity="EST-möten",
            owner="Strängnäs kommun",
            comment="Rullar på men behöver utvecklas",
        ),
        Activity(
            activity="Lokala BRÅ-möten",
            owner="Strängnäs kommun",
            status=Status.GREEN,
            comment="Svårt att få rätt personer att medverka. Också internt. Under utveckling",
        ),
        Activity(
            activity="Kommunikation",
            owner="Polisen och Strängnäs kommun",
            status=Status.YELLOW,
            comment="Påbörjat arbete med gemensamt årshjul",
        ),
    ),
    glossary=(
        Term(term="EST", explanation="Effektiv Samordning för Trygghet"),
        Term(term="BRÅ", explanation="Brottsförebyggande rådet"),
        Term(term="ANDTS", mark="–", explanation="alkohol, narkotika, dopning, tobak och spel"),
        Term(term="SSPF", explanation="samverkan skola, socialtjänst, polis och fritid"),
    ),
    lists=(
        ListRow(
            status=Status.RED,
            meaning="står still eller avbrutits",
            owner="Strängnäs kommun",
            alias="Kommunen",
        ),
        ListRow(
            status=Status.YELLOW,
            meaning="framåtrörelse men vissa hinder",
            owner="Polisen",
        ),
        ListRow(
            status=Status.GREEN,
            meaning="rullar på",
            owner="Strängnäs kommun socialtjänst",
            alias="Socialtjänsten",
        ),
    ),
)
