"""The earlier lägesbilder of the municipality that does not exist: six periods before the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lagesbild_xlsx.model import (
    Activity,
    Lagesbild,
    Locality,
    Paragraph,
    Priority,
    PrioritySource,
    Report,
    Section,
    Status,
)
from tools import tallmyra

RED, YELLOW, GREEN, NONE = Status.RED, Status.YELLOW, Status.GREEN, Status.NOT_JUDGED


@dataclass(frozen=True)
class Period:
    """One earlier lägesbild: its date, the season that it tells of, and its notes."""

    date: dt.date
    season: str
    notes: tuple[str, str, str, str]
    soon: str
    later: str
    told: str


PERIODS = (
    Period(
        dt.date(2025, 9, 11),
        "sensommaren 2025",
        (
            "Oroligt vid stationen på kvällarna. Belysningen är trasig på gångvägen till skolan.",
            "Lugn sommar i hamnen. Många besökare, få händelser.",
            "Fritidsgården saknas. Ungdomarna samlas vid mataffären.",
            "",
        ),
        "Fältarna är ute på fredagar. Polisen kontrollerar mopeder vid skolstarten.",
        "En fritidsgård i Östra Lunden planeras till årsskiftet.",
        "Medborgarlöftet för 2025 följs upp på kommunens webbplats i oktober.",
    ),
    Period(
        dt.date(2025, 11, 13),
        "hösten 2025",
        (
            "Två rån mot unga vid stationen i oktober. Fler vuxna efterfrågas på kvällarna.",
            "Skadegörelse på två båtar.",
            "Bråk mellan ungdomsgrupper utanför skolan.",
            "Ett inbrott i bygdegården.",
        ),
        "Ordningsvakter vid stationen har sökts. Beslut väntas före jul.",
        "Socialtjänsten utbildar sina anställda i att upptäcka våld i nära relationer.",
        "En enkät om trygghet skickas till alla hushåll i januari.",
    ),
    Period(
        dt.date(2026, 2, 12),
        "vintern 2026",
        (
            "Lugnare i centrum under vintern. Stationen är fortfarande otrygg enligt enkäten.",
            "",
            "Fritidsgården öppnade i januari och har 35 besökare en vanlig kväll.",
            "",
        ),
        "Två trygghetsvandringar planeras till april.",
        "SSPF ska starta på högstadieskolorna under året.",
        "Enkätens resultat presenteras på ett öppet möte i mars.",
    ),
    Period(
        dt.date(2026, 4, 16),
        "våren 2026",
        (
            "A-traktorer kör fort genom centrum på kvällarna.",
            "Nattvandringen har upphört, för få föräldrar är anmälda.",
            "Lugnt. Fritidsgården har öppet även på lördagar.",
            "Skolan rapporterar hög frånvaro i årskurs 9.",
        ),
        "Vandringarna i april och maj leds av kommunen och Polisen tillsammans.",
        "En rutin för orosanmälningar blir klar före sommaren.",
        "Kampanj om A-traktorer i maj, i sociala medier och på skolorna.",
    ),
    Period(
        dt.date(2026, 6, 11),
        "försommaren 2026",
        (
            "Ny belysning vid stationen sattes upp i maj. Färre klagomål sedan dess.",
            "Staketet i båthamnen klipptes upp i maj. Tre båtmotorer är borta.",
            "Skolavslutningen väntas bli lugn. Fältarna och Polisen är på plats.",
            "",
        ),
        "Sommarlovsaktiviteter i alla orter. Fältarna arbetar kvällar hela juni.",
        "Ansökan om kameror i båthamnen skickas in efter sommaren.",
        "Sommarens aktiviteter står på kommunens webbplats.",
    ),
    Period(
        dt.date(2026, 9, 10),
        "sensommaren 2026",
        (
            "Lugn sommar i centrum. Buskörning vid torget några helger i augusti.",
            "Inbrott i fyra båtar i juli. Nattvandringen söker fler föräldrar.",
            "Skolorna startade lugnt. Fritidsgården har öppet fem dagar i veckan.",
            "En brand i en container i augusti.",
        ),
        "Trygghetsmätningen görs i september. Polisen kontrollerar A-traktorer vid skolorna.",
        "SSPF väntar på beslut om samtycke.",
        "Det nya medborgarlöftet förbereds tillsammans med elevråden.",
    ),
)


@dataclass(frozen=True)
class Course:
    """How an activity went: from which period, and its status and comment in each one.

    ``texts`` are what it was called in other words, by period; ``unnumbered`` the periods before
    it got its number.
    """

    activity: Activity
    first: int
    steps: tuple[tuple[Status, str], ...]
    texts: tuple[tuple[int, str], ...] = ()
    unnumbered: frozenset[int] = frozenset()

    def at(self, period: int) -> Activity | None:
        """Return the activity as it stood in a period; None where it was not in the list."""
        if not self.first <= period < self.first + len(self.steps):
            return None
        status, comment = self.steps[period - self.first]
        return replace(
            self.activity,
            number="" if period in self.unnumbered else self.activity.number,
            activity=dict(self.texts).get(period, self.activity.activity),
            status=status,
            comment=comment,
        )


NOW = {activity.number: activity for activity in tallmyra.LAGESBILD.activities}

COURSES = (
    Course(
        NOW["1"],
        2,
        (
            (NONE, "Datum är inte bestämda."),
            (YELLOW, "En av sex är klar. Två väntar på datum."),
            (YELLOW, "Tre av sex är klara. Två väntar på datum."),
            (GREEN, "Fyra av sex är klara."),
        ),
        texts=((2, "Genomföra fyra trygghetsvandringar i centrum"),),
    ),
    Course(
        NOW["2"],
        0,
        (
            (RED, "Pengar saknas i årets budget."),
            (RED, "Pengar saknas i årets budget."),
            (YELLOW, "Upphandling pågår."),
            (YELLOW, "Leverantör är vald. Arbetet börjar i maj."),
            (GREEN, "Stationen är klar. Gångvägen återstår."),
            (GREEN, "Stationen är klar. Gångvägen återstår."),
        ),
    ),
    Course(
        NOW["3"],
        0,
        (
            (YELLOW, "En av fyra kontroller är gjord."),
            (YELLOW, "Två av fyra kontroller är gjorda."),
            (GREEN, "Fyra av fyra är gjorda. Nya planeras."),
            (GREEN, "Kampanj på skolorna i maj."),
            (GREEN, "Kampanjen nådde 600 elever."),
            (YELLOW, "En av fyra kontroller är gjord i höst."),
        ),
    ),
    Course(
        NOW["4"],
        2,
        (
            (YELLOW, "Rektorerna är informerade."),
            (YELLOW, "Väntar på blankett för samtycke."),
            (RED, "Blanketten är inte beslutad."),
            (RED, "Blanketten är inte beslutad."),
        ),
    ),
    Course(
        NOW["5"],
        1,
        (
            (YELLOW, "4 av 40 är utbildade."),
            (YELLOW, "9 av 40 är utbildade."),
            (YELLOW, "19 av 40 är utbildade."),
            (YELLOW, "19 av 40 är utbildade."),
            (YELLOW, "19 av 40 är utbildade."),
        ),
    ),
    Course(
        NOW["6"],
        4,
        (
            (RED, "Ingen har tagit på sig ansvaret."),
            (YELLOW, "Staketet är beställt."),
        ),
        unnumbered=frozenset((4,)),
    ),
    Course(
        Activity(
            number="8",
            activity="Öppna en fritidsgård i Östra Lunden",
            owner="Kultur- och fritidsförvaltningen",
            locality="Östra Lunden",
            due=dt.date(2025, 12, 31),
        ),
        0,
        (
            (YELLOW, "Lokalen är hyrd. Personal söks."),
            (YELLOW, "Två av tre tjänster är tillsatta."),
            (GREEN, "Öppnade i januari."),
        ),
    ),
    Course(
        Activity(
            number="9",
            activity="Ta fram en gemensam rutin för orosanmälningar",
            owner="Socialtjänsten och Skolan",
            due=dt.date(2026, 6, 1),
        ),
        0,
        (
            (RED, "Inte påbörjat."),
            (YELLOW, "En arbetsgrupp är utsedd."),
            (YELLOW, "Utkast finns."),
            (YELLOW, "Utkastet är på remiss."),
            (GREEN, "Beslutad i maj."),
        ),
    ),
    Course(
        Activity(
            activity="Starta nattvandring i Hamnsundet",
            owner="Tallmyra kommun",
            locality="Hamnsundet",
        ),
        0,
        (
            (NONE, "Föräldramöte i oktober."),
            (GREEN, "12 föräldrar vandrar varje fredag."),
            (GREEN, "12 föräldrar vandrar varje fredag."),
            (RED, "Upphörde i mars."),
            (RED, "Nytt föräldramöte efter sommaren."),
            (YELLOW, "Nystart med 15 föräldrar."),
        ),
        texts=(
            (4, "Starta nattvandring igen i Hamnsundet"),
            (5, "Starta nattvandring igen i Hamnsundet"),
        ),
    ),
    Course(
        Activity(
            number="11",
            activity="Ha ordningsvakter vid stationen på helgkvällar",
            owner="Tallmyra kommun och Polisen",
            locality="Tallmyra tätort",
            due=dt.date(2026, 3, 1),
        ),
        0,
        (
            (RED, "Tillstånd saknas."),
            (RED, "Ansökan är inskickad."),
            (RED, "Ansökan är avslagen och överklagad."),
            (RED, "Väntar på beslut."),
            (RED, "Överklagandet avslogs. Aktiviteten avslutas."),
        ),
    ),
)


def lagesbild_of(number: int) -> Lagesbild:
    """Return the lägesbild of an earlier period, by its place in ``PERIODS``."""
    period = PERIODS[number]
    year = period.date.year
    names = (locality.name for locality in tallmyra.LAGESBILD.localities)
    return replace(
        tallmyra.LAGESBILD,
        report=Report(
            municipality=tallmyra.LAGESBILD.report.municipality,
            date=period.date,
            promise_year=str(year),
            cooperation_period=tallmyra.LAGESBILD.report.cooperation_period,
            introduction=f"Det här är kommunens och Polisens gemensamma bild av tryggheten"
            f" {period.season}. Den visar vad som går bra, vad som går trögt och vad vi gör"
            " härnäst.",
            basis="Utifrån lokala BRÅ, EST och rapporter från skola och socialtjänst.",
        ),
        priorities=tuple(_priorities()),
        localities=tuple(
            Locality(name=name, note=note) for name, note in zip(names, period.notes, strict=True)
        ),
        paragraphs=(
            Paragraph(section=Section.SHORT_TERM, text=period.soon),
            Paragraph(section=Section.LONG_TERM, text=period.later),
            Paragraph(section=Section.COMMUNICATION, text=period.told),
        ),
        activities=tuple(activity for course in COURSES if (activity := course.at(number))),
        own=(),
    )


def _priorities() -> Iterator[Priority]:
    yield Priority(
        source=PrioritySource.CITIZENS_PROMISE, priority="Tryggare kvällar vid stationen"
    )
    yield from (
        priority
        for priority in tallmyra.LAGESBILD.priorities
        if priority.source is PrioritySource.COOPERATION_AGREEMENT
    )


LAGESBILDER = tuple(map(lagesbild_of, range(len(PERIODS))))
