"""What stands in a new workbook: the lists that everybody needs, and rows to learn from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lagesbild_xlsx.columns import columns_of
from lagesbild_xlsx.model import (
    STANDARD_WORDS,
    Activity,
    Lagesbild,
    ListRow,
    Locality,
    Paragraph,
    Priority,
    PrioritySource,
    Report,
    Row,
    Scale,
    Section,
    Status,
    Term,
    shown,
)
from lagesbild_xlsx.places import Place

MUNICIPALITY = "Exempelby kommun"
LOCALITIES = ("Exempelby", "Norra Exempelby", "Övrigt")

SCALES: Mapping[str, tuple[ListRow, ...]] = {
    "trafikljus": (
        ListRow(status=Status.RED, meaning="står still eller avbrutits"),
        ListRow(status=Status.YELLOW, meaning="framåtrörelse men vissa hinder"),
        ListRow(status=Status.GREEN, meaning="rullar på"),
    ),
    "påbörjad": (
        ListRow(
            status="Ej påbörjad",
            meaning="arbetet har inte börjat",
            colour="Grått",
            counts_as="Ej påbörjat",
        ),
        ListRow(
            status="Försenad", meaning="blir inte klart i tid", colour="Rött", counts_as="Dåligt"
        ),
        ListRow(status="Pågår", meaning="arbetet är i gång", colour="Blått"),
        ListRow(status="Klar", meaning="arbetet är gjort", colour="Grönt", counts_as="Klart"),
    ),
    "procent": (
        ListRow(
            status="0 %",
            meaning="arbetet har inte börjat",
            colour="Grått",
            counts_as="Ej påbörjat",
        ),
        ListRow(status="1–49 %", meaning="mindre än hälften är gjort", colour="Gult"),
        ListRow(status="50–99 %", meaning="minst hälften är gjort", colour="Blått"),
        ListRow(status="100 %", meaning="allt är gjort", colour="Grönt", counts_as="Klart"),
    ),
}
"""The scales that a new workbook can begin with, by what they are called."""

STANDARD = SCALES["trafikljus"]


def readme(
    municipality: str = "", scale: Scale = STANDARD_WORDS.scale, *, empty: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return the lines of the first sheet, each after the look that it has."""
    name = municipality or MUNICIPALITY
    lines = [(look, line.format(municipality=name)) for look, line in README]
    if not scale.is_standard:
        lines.append(("text", OWN_SCALE.format(words=scale.in_words)))
    return tuple((look, line) for look, line in lines if not (empty and "exempel v" in line))


OWN_SCALE = (
    "Status är {words}, eller inget om aktiviteten inte är bedömd. Orden står i bladet Listor."
)


README = (
    ("title", "Samlad lägesbild"),
    (
        "text",
        "Fyll i bladen, spara, och välj filen på sidan Samlad lägesbild, som har en genväg.",
    ),
    ("text", "Som kommando: lagesbild build och filens namn. Dokumentet ligger bredvid."),
    ("heading", "Så här gör du"),
    ("text", "1. Rapport: kommunens namn, datum och den text som inleder."),
    ("text", "2. Prioriteringar: vad medborgarlöftet och samverkansöverenskommelsen lyfter fram."),
    ("text", "3. Orter: en rad för varje ort. Lämna lägesbilden tom om inget är rapporterat."),
    ("text", "4. Framåt: en rad för varje stycke, på kort sikt, längre sikt och kommunikation."),
    (
        "text",
        "5. Balanslista: en rad för varje aktivitet. Välj status, och skriv varför i kommentaren.",
    ),
    ("text", "6. Ordlista: förkortningar och begrepp som läsaren kan behöva."),
    ("text", "7. Listor: förklaringen till färgerna, och namnen på dem som kan ansvara."),
    ("heading", "Bra att veta"),
    ("text", "Raderna med exempel visar hur det kan se ut. Skriv över dem eller ta bort dem."),
    ("text", "Ny rad i en cell: Alt + Enter. Fet och kursiv text följer med till dokumentet."),
    (
        "text",
        "Egna kolumner och blad går bra att lägga till. Byt inte namn på dem som redan finns.",
    ),
    (
        "text",
        "Statistik, diagram och bilder på ett eget blad: skriv bladets namn i fältet Bilagor.",
    ),
    ("text", "Två ansvariga skrivs i samma cell, till exempel Polisen och {municipality}."),
    ("text", "Vad som är fel, cell för cell, står på sidan. Som kommando: lagesbild check."),
)
"""The lines of :func:`readme`, with a gap for the municipality's name."""


def starter(
    municipality: str = "",
    localities: Sequence[str] = (),
    date: dt.date | None = None,
    scale: Sequence[ListRow] = STANDARD,
    *,
    empty: bool = False,
) -> Lagesbild:
    """Return the lägesbild that a new workbook holds.

    Args:
        municipality: its name; a made-up one, or nothing in an empty workbook, if not given.
        localities: their names; made-up ones, or none in an empty workbook, if not given.
        date: the date of the report.
        scale: the words that a status can be, each with what it means.
        empty: whether to leave the example rows out. The lists and the glossary stay.
    """
    name = municipality or ("" if empty else MUNICIPALITY)
    base = Lagesbild(
        report=Report(municipality=name, date=date),
        localities=tuple(Locality(name=n) for n in dict.fromkeys(filter(None, localities))),
        glossary=(
            Term(term="BRÅ", explanation="lokalt brottsförebyggande råd"),
            Term(term="EST", explanation="effektiv samordning för trygghet"),
            Term(term="SSPF", explanation="samverkan skola, socialtjänst, polis och fritid"),
        ),
        lists=_lists(name or "Kommunen", scale),
    )
    return base if empty else _with_examples(base)


def rows_left(lagesbild: Lagesbild) -> tuple[Place, ...]:
    """Return where the example rows stand that nobody has touched, in the order of the sheets.

    A short one, such as ”Övrigt”, may be somebody's own: it counts only where longer ones are left.
    """
    report = lagesbild.report
    scale = tuple(row for row in lagesbild.lists if row.status) or STANDARD
    made_up = starter(report.municipality, date=report.date, scale=scale)
    kept = [row for rows in _rows_of(lagesbild) for row in rows]
    examples = {_said(row) for rows in _rows_of(made_up) for row in rows}
    begun = {said[0] for said in examples}
    left = [row for row in kept if _first(row) in begun and _said(row) in examples]
    is_named = lagesbild.report.municipality == MUNICIPALITY
    if not is_named and all(len(" ".join(_said(row))) < LONG_ENOUGH for row in left):
        return ()
    named = (lagesbild.report.place("municipality"),) if is_named else ()
    return (*named, *(row.origin.row for row in left))


LONG_ENOUGH = 60
"""How many letters an example row has that nobody else writes."""


def _rows_of(lagesbild: Lagesbild) -> tuple[tuple[Row, ...], ...]:
    """Return the rows of the sheets that have examples."""
    return (
        lagesbild.priorities,
        lagesbild.localities,
        lagesbild.paragraphs,
        lagesbild.activities,
    )


def _first(row: Row) -> str:
    """Return what the first column of a row says: it tells most rows from the examples."""
    return shown(getattr(row, next(iter(columns_of(type(row))))))


def _said(row: Row) -> tuple[str, ...]:
    """Return what a row says, but for who is responsible, which follows from the municipality."""
    return tuple(shown(getattr(row, name)) for name in columns_of(type(row)) if name != "owner")


def _lists(municipality: str, scale: Sequence[ListRow]) -> tuple[ListRow, ...]:
    alias = "" if municipality == "Kommunen" else "Kommunen"
    owners = ((municipality, alias), ("Polisen", "Polismyndigheten"), ("Socialtjänsten", ""))
    rows = (*scale, *(ListRow() for _ in owners[len(scale) :]))
    nobody = (("", ""),) * (len(rows) - len(owners))
    return tuple(
        replace(row, owner=owner, alias=other)
        for row, (owner, other) in zip(rows, (*owners, *nobody), strict=True)
    )


def _example_statuses(scale: Scale) -> tuple[str, str]:
    """Return the statuses of two activities that are under way, one of them more."""
    if scale.is_standard:
        return Status.GREEN, Status.YELLOW
    middle = scale.words[len(scale.words) // 2]
    return ("50 %", "20 %") if scale.is_percent else (middle, middle)


def _with_examples(base: Lagesbild) -> Lagesbild:
    """Return a lägesbild with example rows in each list that is empty."""
    more, less = _example_statuses(base.scale)
    year = (base.report.date or dt.date(2026, 1, 15)).year
    made_up = (
        Locality(name=LOCALITIES[0], note="Lugnt. Skolorna rapporterar färre bråk än i våras."),
        *(Locality(name=name) for name in LOCALITIES[1:]),
    )
    return replace(
        base,
        report=replace(
            base.report,
            date=base.report.date or dt.date(2026, 1, 15),
            promise_year=str(year),
            cooperation_period=f"{year}-{year + 3}",
            introduction=(
                "Här är den samlade lägesbilden med utgångspunkt i medborgarlöftet och"
                " samverkansöverenskommelsen. Den visar var vi står idag och vad vi ska fokusera på"
                " framöver."
            ),
            basis="Utifrån lokala BRÅ och EST.",
        ),
        priorities=(
            Priority(source=PrioritySource.CITIZENS_PROMISE, priority="Tryggare kvällar i centrum"),
            Priority(
                source=PrioritySource.COOPERATION_AGREEMENT, priority="Minska ungdomsbrottsligheten"
            ),
        ),
        localities=base.localities or made_up,
        paragraphs=(
            Paragraph(section=Section.SHORT_TERM, text="Trygghetsvandring i centrum i vår."),
            Paragraph(section=Section.LONG_TERM, text="En gemensam handlingsplan för stationen."),
            Paragraph(section=Section.COMMUNICATION, text="Vi berättar på kommunens webbplats."),
        ),
        activities=(
            Activity(
                number="1",
                activity="Genomföra två trygghetsvandringar",
                owner="Kommunen och Polisen" if base.owners.get("kommunen") else "Polisen",
                status=more,
                comment="Den första är planerad till april.",
            ),
            Activity(
                number="2",
                activity="Starta SSPF på högstadieskolorna",
                owner="Socialtjänsten",
                status=less,
                comment="Påbörjat. Väntar på beslut om samtycke.",
            ),
            Activity(number="3", activity="Föräldraträffar om droger", owner="Polisen"),
        ),
    )
