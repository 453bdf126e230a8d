"""A made-up municipality with words of its own: scale, agreements and sections, and no glossary."""

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
)
from tools.vallunda_sheet import SHEET

HOUSING = "Överenskommelse med bostadsbolagen"
FOLLOW_UP = "Uppföljning"

LAGESBILD = Lagesbild(
    report=Report(
        municipality="Vallunda kommun",
        date=dt.date(2026, 10, 8),
        promise_year="2026",
        cooperation_period="2025-2028",
        introduction=(
            "Det här är kommunens, Polisens och bostadsbolagens gemensamma bild av tryggheten i"
            " Vallunda. Den visar vad vi har kommit överens om, hur långt arbetet har kommit och"
            " vad som händer härnäst."
        ),
        basis="Utifrån trygghetsmötena i september och bostadsbolagens boendedialoger.",
        appendices=SHEET,
    ),
    priorities=(
        Priority(source=PrioritySource.CITIZENS_PROMISE, priority="Lugnare trafik vid skolorna"),
        Priority(source=HOUSING, priority="Tryggare trapphus och källare"),
        Priority(source=HOUSING, priority="Snabbare hjälp vid störningar"),
        Priority(source=PrioritySource.COOPERATION_AGREEMENT, priority="Färre unga i kriminalitet"),
    ),
    localities=(
        Locality(name="Vallunda centrum", note="Lugnare än i våras. Några klagomål på mopeder."),
        Locality(name="Kvarnby", note="Nedskräpning vid badplatsen efter sommaren."),
        Locality(name="Ekedal"),
    ),
    paragraphs=(
        Paragraph(section="Kort sikt", text="Trafikkontroller vid skolorna hela oktober."),
        Paragraph(
            section="Längre sikt", text="Ny belysning i Ekedal när gångvägarna är färdigbyggda."
        ),
        Paragraph(section="Kommunikation", text="Boende får ett brev om vem de kan ringa."),
        Paragraph(
            section=FOLLOW_UP,
            text="Bostadsbolagens enkät i november visar om de boende känner sig tryggare.",
        ),
    ),
    activities=(
        Activity(
            number="1",
            activity="Kontrollera hastigheten vid de tre största skolorna",
            owner="Polisen",
            status="Pågår",
            comment="Två av tre skolor är klara.",
            due=dt.date(2026, 10, 30),
        ),
        Activity(
            number="2",
            activity="Byta lås och belysning i trapphusen på Kvarngatan",
            owner="Vallundahem",
            status="Försenad",
            comment="Leveransen av lås har dröjt. Ny tid är satt.",
            due=dt.date(2026, 11, 20),
        ),
        Activity(
            number="3",
            activity="Ta fram en gemensam rutin för störningar",
            owner="Kommunen och Vallundahem",
            status="På remiss",
            comment="Svar senast i november.",
            due=dt.date(2026, 12, 11),
        ),
        Activity(
            number="4",
            activity="Starta föräldragrupper i årskurs 7",
            owner="Kommunen",
            status="Ej påbörjad",
            comment="Börjar efter höstlovet.",
        ),
        Activity(
            number="5",
            activity="Städa och sätta upp fler papperskorgar vid badplatsen",
            owner="Kommunen",
            status="Klar",
            comment="Klart i september.",
        ),
    ),
    lists=(
        ListRow(
            status="Ej påbörjad",
            meaning="arbetet har inte börjat",
            owner="Vallunda kommun",
            alias="Kommunen",
            source=PrioritySource.CITIZENS_PROMISE,
            section="Kort sikt",
        ),
        ListRow(
            status="Försenad",
            meaning="blir inte klart i tid",
            owner="Polisen",
            source=HOUSING,
            section="Längre sikt",
        ),
        ListRow(
            status="På remiss",
            meaning="väntar på andras svar",
            colour="Gult",
            owner="Vallundahem",
            source=PrioritySource.COOPERATION_AGREEMENT,
            section="Kommunikation",
        ),
        ListRow(status="Pågår", meaning="arbetet går enligt plan", section=FOLLOW_UP),
        ListRow(status="Klar", meaning="arbetet är gjort"),
    ),
)
