"""What each page is for, and what it asks for. A field that is added here is on the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lagesbild_xlsx.columns import listed
from lagesbild_xlsx.model import ListRow
from lagesbild_xlsx.pipeline import TEMPLATE_KINDS
from lagesbild_xlsx.starter import SCALES

WORKBOOK, DOCUMENT, PICTURE = ".xlsx,.xlsm,.xltx,.xltm", ".docx,.dotx", ".png,.jpg,.jpeg"


class Kind(StrEnum):
    """What kind of field it is."""

    FILE = "file"
    FILES = "files"
    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    TICK = "tick"
    CHOICE = "choice"


@dataclass(frozen=True)
class Field:
    """One thing that a page asks for.

    Attributes:
        name: what it is called when it is sent.
        label: what stands at it.
        kind: what kind it is.
        help: what more is to be known.
        accept: the endings of the files that it takes.
        choices: what can be chosen, by what is sent.
        required: whether it must be given.
    """

    name: str
    label: str
    kind: Kind = Kind.FILE
    help: str = ""
    accept: str = WORKBOOK
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Task:
    """One page: what is done there, what it asks for first, and what only some need."""

    name: str
    title: str
    lead: str
    button: str
    fields: tuple[Field, ...]
    more: tuple[Field, ...] = ()


TEMPLATE = Field(
    "mall", "Egen mall (.docx)", help="Utan en egen används standardmallen.", accept=DOCUMENT
)
PREVIOUS = Field(
    "forra",
    "Tidigare arbetsböcker",
    Kind.FILES,
    help="Då sägs vad som har ändrats sedan förra gången, och vad som står still.",
)
INTERNAL = Field(
    "intern",
    "Internt arbetsmaterial",
    Kind.TICK,
    help="Personnummer blir varningar, och dokumentet märks.",
)
DRAFT = Field(
    "utkast",
    "Utkast",
    Kind.TICK,
    help="Dokumentet märks som utkast, också om det inte har några fel.",
)
REVIEWING = Field("granskning", "Behåll mallens kommentarer och spårade ändringar", Kind.TICK)
PDF = Field("pdf", "Gör också PDF, vilket tar några sekunder", Kind.TICK)
KINDS = {
    "liggande": "Liggande sidor",
    "orter": "Varje ort för sig",
    "forandring": "Med en kolumn för förändring",
    "trend": "Rapporten över tid",
}


def _in_words(scale: Iterable[ListRow]) -> str:
    """Return the words of a scale: ``Rött, Gult eller Grönt``."""
    return listed(tuple(row.status for row in scale))


TASKS: tuple[Task, ...] = (
    Task(
        "rapport",
        "Gör rapport",
        "Välj arbetsboken, eller släpp den här, så visas vad som ska rättas och hur rapporten"
        " blir. Spara i Excel, så visas det nya här.",
        "Gör rapporten",
        (Field("arbetsbok", "Arbetsbok (.xlsx)", required=True),),
        (TEMPLATE, PREVIOUS, DRAFT, INTERNAL, REVIEWING),
    ),
    Task(
        "ny",
        "Ny arbetsbok",
        "En arbetsbok att fylla i, med listrutor, färger och exempel.",
        "Gör arbetsboken",
        (
            Field("kommun", "Kommunens namn", Kind.TEXT),
            Field("orter", "Orter, en på varje rad", Kind.LINES),
            Field("datum", "Lägesbildens datum", Kind.DATE),
            Field(
                "skala",
                "Hur aktiviteterna bedöms",
                Kind.CHOICE,
                choices=tuple((name, _in_words(rows)) for name, rows in SCALES.items()),
            ),
            Field("tom", "Utan exempelrader", Kind.TICK),
        ),
        (
            Field(
                "skala-ur",
                "Som i en annan arbetsbok (.xlsx)",
                help="Är skalan en egen tas den ur den arbetsboken.",
            ),
        ),
    ),
    Task(
        "las-in",
        "Läs in Word-rapport",
        "En lägesbild i Word blir en arbetsbok, också en som är skriven för hand.",
        "Läs in",
        (Field("dokument", "Dokument (.docx)", accept=DOCUMENT, required=True),),
    ),
    Task(
        "nasta",
        "Nästa period",
        "Nästa lägesbilds arbetsbok görs av den förra. Avslutade aktiviteter flyttas, och"
        " kommentarerna till kolumnen Förra gången.",
        "Gör nästa arbetsbok",
        (
            Field("arbetsbok", "Förra arbetsboken (.xlsx)", required=True),
            Field("datum", "Nästa lägesbilds datum", Kind.DATE, required=True),
        ),
    ),
    Task(
        "jamfor",
        "Jämför",
        "Vad som har ändrats från en arbetsbok till nästa, aktivitet för aktivitet.",
        "Jämför",
        (
            Field("forra", "Förra gången (.xlsx)", required=True),
            Field("nu", "Nu (.xlsx)", required=True),
        ),
    ),
    Task(
        "over-tid",
        "Över tid",
        "Hur det har gått, ur flera arbetsböcker: en för varje lägesbild.",
        "Gör rapporten",
        (Field("arbetsbocker", "Arbetsböckerna", Kind.FILES, required=True),),
        (Field("mall", "Egen mall för rapporten (.docx)", accept=DOCUMENT), PDF),
    ),
    Task(
        "uppdatera",
        "Uppdatera dokument",
        "Ett dokument som är gjort här förut får det som är nytt i arbetsboken. Det som är ändrat"
        " för hand runt om rörs inte.",
        "Uppdatera",
        (
            Field("arbetsbok", "Arbetsbok (.xlsx)", required=True),
            Field("dokument", "Dokument (.docx)", accept=DOCUMENT, required=True),
        ),
        (TEMPLATE, PREVIOUS, INTERNAL, PDF),
    ),
    Task(
        "flera",
        "Många arbetsböcker",
        "Varje arbetsbok blir ett dokument med arbetsbokens namn. Ett fel i en av dem hindrar inte"
        " de andra.",
        "Gör dokumenten",
        (Field("arbetsbocker", "Arbetsböckerna", Kind.FILES, required=True),),
        (
            TEMPLATE,
            Field(
                "namnda",
                "Filer som arbetsböckerna nämner",
                Kind.FILES,
                help="Mallar och förra lägesbilder, där arbetsböckerna har sådana.",
                accept=f"{WORKBOOK},{DOCUMENT}",
            ),
            DRAFT,
            INTERNAL,
            REVIEWING,
            PDF,
            Field("html", "Gör också webbsidor", Kind.TICK),
        ),
    ),
    Task(
        "mall",
        "Ny mall",
        "En mall att ändra i Word, med kommunens logotyp, färg och typsnitt.",
        "Gör mallen",
        (
            Field(
                "slag",
                "Slag",
                Kind.CHOICE,
                choices=(("", "Standardmallen"), *((k, KINDS[k]) for k in TEMPLATE_KINDS)),
            ),
            Field("logga", "Logotyp (PNG eller JPEG)", accept=PICTURE),
            Field(
                "logga-alt",
                "Vad logotypen föreställer",
                Kind.TEXT,
                help="För den som inte ser den, till exempel Granby kommun.",
            ),
            Field("farg", "Profilens färg", Kind.TEXT, help="Som i den grafiska profilen: 005A9C."),
            Field("typsnitt", "Typsnitt", Kind.TEXT),
        ),
    ),
    Task(
        "kontrollera-mall",
        "Kontrollera mall",
        "Vad mallen saknar, stavar fel eller upprepar, och vilka namn som den kan använda.",
        "Kontrollera",
        (Field("mall", "Mall (.docx)", accept=DOCUMENT, required=True),),
        (Field("arbetsbok", "Arbetsbok (.xlsx)", help="För egna blad och kolumner."),),
    ),
)
"""The pages, in the order of the bar at the top."""

BY_NAME = {task.name: task for task in TASKS}
