"""A lägesbild of a municipality that does not exist, which shows all that a workbook can say."""

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
    Table,
    Term,
)
from lagesbild_xlsx.places import FormattedText, Run

PROMISE, AGREEMENT = PrioritySource.CITIZENS_PROMISE, PrioritySource.COOPERATION_AGREEMENT

LAGESBILD = Lagesbild(
    report=Report(
        municipality="Tallmyra kommun",
        date=dt.date(2026, 11, 12),
        promise_year="2026",
        cooperation_period="2024–2027",
        introduction=(
            "Det här är kommunens och Polisens gemensamma bild av tryggheten hösten 2026. Den"
            " bygger på BRÅ-mötet i oktober, EST-mötena sedan augusti och trygghetsmätningen"
            " i september. Den visar vad som går bra, vad som går trögt och vad vi gör"
            " härnäst."
        ),
        basis=(
            "Utifrån lokala BRÅ, EST, trygghetsvandringarna i september och rapporter från skola,"
            " socialtjänst & fritid."
        ),
        record_number="KS 2026/0417",
        version="2",
    ),
    priorities=(
        Priority(source=PROMISE, priority="Tryggare kvällar vid stationen och i centrum"),
        Priority(source=PROMISE, priority="Färre olyckor med A-traktorer och mopeder"),
        Priority(source=AGREEMENT, priority="Minska nyrekryteringen till kriminella nätverk"),
        Priority(source=AGREEMENT, priority="Minska skadegörelse och klotter"),
        Priority(source=AGREEMENT, priority="Förebygga våld i nära relationer"),
    ),
    localities=(
        Locality(
            name="Tallmyra tätort",
            note=FormattedText(
                (
                    Run("Lugnare vid stationen sedan belysningen byttes i september. "),
                    Run("Fler klagomål på buskörning", bold=True),
                    Run(" vid torget, mest fredagar klockan 20–24.\n"),
                    Run(
                        "Trygghetsmätningen visar 71 % trygga kvällstid, mot 66 % förra året.",
                        italic=True,
                    ),
                )
            ),
        ),
        Locality(
            name="Hamnsundet",
            note="Skadegörelse i båthamnen vid tre tillfällen i oktober. Nattvandringen har"
            " kommit i gång igen och har 24 anmälda föräldrar.",
        ),
        Locality(
            name="Östra Lunden",
            note="Bråk mellan ungdomsgrupper efter skoltid, enligt skolan < 5 gånger under hösten.",
        ),
        Locality(name="Ödekyrka"),
    ),
    paragraphs=(
        Paragraph(
            section=Section.SHORT_TERM,
            text="Fältarna och områdespolisen är ute tillsammans fredag och lördag kväll fram till"
            " jul. Fritidsgården i Östra Lunden har öppet även på söndagar.",
        ),
        Paragraph(
            section=Section.LONG_TERM,
            text="Arbetet enligt SSPF börjar på högstadieskolorna vid terminsstarten. En"
            " gemensam handlingsplan för resenärernas trygghet tas fram under våren.",
        ),
        Paragraph(
            section=Section.COMMUNICATION,
            text="Resultatet av trygghetsmätningen presenteras den 1 december på kommunens"
            " webbplats och på ett öppet möte i Hamnsundet.",
        ),
        Paragraph(
            section=Section.COMMUNICATION,
            text=FormattedText(
                (
                    Run(
                        "Läs om kommunens arbete för trygghet",
                        link="https://example.se/trygghet",
                    ),
                )
            ),
        ),
    ),
    activities=(
        Activity(
            number="1",
            activity="Genomföra sex trygghetsvandringar, en i varje ort och tre i centrum",
            owner="Tallmyra kommun och Polisen",
            status=Status.GREEN,
            comment="Fem av sex är klara.",
            due=dt.date(2026, 11, 30),
        ),
        Activity(
            number="2",
            activity="Byta belysning vid stationen och på gångvägen till skolan",
            locality="Tallmyra tätort",
            owner="Tallmyra kommun",
            status=Status.GREEN,
            comment="Klart vid stationen. Gångvägen påbörjas vecka 48.",
            due=dt.date(2026, 12, 15),
        ),
        Activity(
            number="3",
            activity="Kontrollera A-traktorer och mopeder tillsammans med skolorna",
            locality="Östra Lunden",
            owner="Polisen",
            status=Status.YELLOW,
            comment="Två av fyra kontroller är gjorda. Resten väntar på en ny mätutrustning.",
        ),
        Activity(
            number="4",
            activity="Starta SSPF på båda högstadieskolorna",
            owner="Kultur- och fritidsförvaltningen, Socialtjänsten och Polisen",
            status=Status.RED,
            comment=FormattedText(
                (
                    Run("Står still: ", bold=True),
                    Run("samtyckesblanketten är inte beslutad.\nTas upp i styrgruppen 3 december."),
                )
            ),
            due=dt.date(2027, 1, 11),
        ),
        Activity(
            number="5",
            activity="Utbilda 40 anställda i att upptäcka våld i nära relationer",
            owner="Socialtjänsten",
            status=Status.YELLOW,
            comment="22 av 40 är utbildade.",
        ),
        Activity(
            number="6",
            activity="Laga båthamnens staket och sätta upp kameror vid bryggorna",
            locality="Hamnsundet",
            owner="Tallmyrabostäder",
            status=Status.GREEN,
        ),
        Activity(
            number="7",
            activity="Erbjuda alla i årskurs 8 samtal om droger med skolsköterska och polis",
            owner="Skolan och Polisen",
            comment="Planeras till februari.",
        ),
    ),
    glossary=(
        Term(term="BRÅ", explanation="lokalt brottsförebyggande råd"),
        Term(term="EST", explanation="effektiv samordning för trygghet"),
        Term(term="SSPF", explanation="samverkan mellan skola, socialtjänst, polis och fritid"),
    ),
    lists=(
        ListRow(
            status=Status.RED,
            meaning="står still eller avbrutits",
            owner="Tallmyra kommun",
            alias="Kommunen; TK",
        ),
        ListRow(status=Status.YELLOW, meaning="framåtrörelse men vissa hinder", owner="Polisen"),
        ListRow(status=Status.GREEN, meaning="rullar på", owner="Socialtjänsten"),
        ListRow(owner="Kultur- och fritidsförvaltningen", alias="Kultur och fritid; KFF"),
        ListRow(owner="Skolan", alias="Utbildningsförvaltningen"),
        ListRow(owner="Tallmyrabostäder"),
    ),
    own=(
        Table(
            "Möten",
            ("Datum", "Möte", "Plats"),
            (
                {"Datum": "3 december", "Möte": "Styrgruppen", "Plats": "Kommunhuset"},
                {"Datum": "10 december", "Möte": "Lokalt BRÅ", "Plats": "Polisstationen"},
            ),
        ),
    ),
)
