"""What each page is for, and what it asks for. A field that is added here is on the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lagesbild_xlsx.columns import joined_words
from lagesbild_xlsx.model import ListRow
from lagesbild_xlsx.pipeline.formats import FORMATS
from lagesbild_xlsx.pipeline.standard_templates import TEMPLATE_KINDS
from lagesbild_xlsx.starter import SCALES

WORKBOOK, DOCUMENT, PICTURE = ".xlsx,.xlsm,.xltx,.xltm", ".docx,.dotx", ".png,.jpg,.jpeg"


class FieldKind(StrEnum):
    """What kind of field it is."""

    FILE = "file"
    FILES = "files"
    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    TICK = "tick"
    CHOICE = "choice"


@dataclass(frozen=True)
class TaskField:
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
    kind: FieldKind = FieldKind.FILE
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
    fields: tuple[TaskField, ...]
    more: tuple[TaskField, ...] = ()


TEMPLATE = TaskField(
    "mall", "Egen mall (.docx)", help="Utan en egen används standardmallen.", accept=DOCUMENT
)
PREVIOUS = TaskField(
    "forra",
    "Tidigare arbetsböcker",
    FieldKind.FILES,
    help="Då sägs vad som har ändrats sedan förra gången, och vad som står still.",
)
INTERNAL = TaskField(
    "intern",
    "Internt arbetsmaterial",
    FieldKind.TICK,
    help="Personnummer blir varningar, och dokumentet märks.",
)
DRAFT = TaskField(
    "utkast",
    "Utkast",
    FieldKind.TICK,
    help="Dokumentet märks som utkast, också om det inte har några fel.",
)
REVIEWING = TaskField(
    "granskning", "Behåll mallens kommentarer och spårade ändringar", FieldKind.TICK
)
KINDS = {
    "liggande": "Liggande sidor",
    "orter": "Varje ort för sig",
    "forandring": "Med en kolumn för förändring",
    "trend": "Rapporten över tid",
}


def _ticks(*but: str) -> tuple[TaskField, ...]:
    """Return a tick for each format that is asked for, but for those that are made anyhow."""
    asked = (each for each in FORMATS.values() if each.tick and each.name not in but)
    return tuple(TaskField(each.name, each.tick, FieldKind.TICK) for each in asked)


def _in_words(scale: Iterable[ListRow]) -> str:
    """Return the words of a scale: ``Rött, Gult eller Grönt``."""
    return joined_words(tuple(row.status for row in scale))


TASKS: tuple[Task, ...] = (
    Task(
        "rapport",
        "Gör rapport",
        "Välj arbetsboken, eller släpp den här, så visas vad som ska rättas och hur rapporten"
        " blir. Spara i Excel, så visas det nya här.",
        "Gör rapporten",
        (TaskField("arbetsbok", "Arbetsbok (.xlsx)", required=True),),
        (TEMPLATE, PREVIOUS, DRAFT, INTERNAL, REVIEWING, *_ticks("html", "pdf")),
    ),
    Task(
        "ny",
        "Ny arbetsbok",
        "En arbetsbok att fylla i, med listrutor, färger och exempel.",
        "Gör arbetsboken",
        (
            TaskField("kommun", "Kommunens namn", FieldKind.TEXT),
            TaskField("orter", "Orter, en på varje rad", FieldKind.LINES),
            TaskField("datum", "Lägesbildens datum", FieldKind.DATE),
            TaskField(
                "skala",
                "Hur aktiviteterna bedöms",
                FieldKind.CHOICE,
                choices=tuple((name, _in_words(rows)) for name, rows in SCALES.items()),
            ),
            TaskField("tom", "Utan exempelrader", FieldKind.TICK),
        ),
        (
            TaskField(
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
        (TaskField("dokument", "Dokument (.docx)", accept=DOCUMENT, required=True),),
    ),
    Task(
        "nasta",
        "Nästa period",
        "Nästa lägesbilds arbetsbok görs av den förra. Avslutade aktiviteter flyttas, och"
        " kommentarerna till kolumnen Förra gången.",
        "Gör nästa arbetsbok",
        (
            TaskField("arbetsbok", "Förra arbetsboken (.xlsx)", required=True),
            TaskField("datum", "Nästa lägesbilds datum", FieldKind.DATE, required=True),
        ),
    ),
    Task(
        "jamfor",
        "Jämför",
        "Vad som har ändrats från en arbetsbok till nästa, aktivitet för aktivitet.",
        "Jämför",
        (
            TaskField("forra", "Förra gången (.xlsx)", required=True),
            TaskField("nu", "Nu (.xlsx)", required=True),
        ),
    ),
    Task(
        "over-tid",
        "Över tid",
        "Hur det har gått, ur flera arbetsböcker: en för varje lägesbild.",
        "Gör rapporten",
        (TaskField("arbetsbocker", "Arbetsböckerna", FieldKind.FILES, required=True),),
        (TaskField("mall", "Egen mall för rapporten (.docx)", accept=DOCUMENT), *_ticks("html")),
    ),
    Task(
        "uppdatera",
        "Uppdatera dokument",
        "Ett dokument som är gjort här förut får det som är nytt i arbetsboken. Det som är ändrat"
        " för hand runt om rörs inte.",
        "Uppdatera",
        (
            TaskField("arbetsbok", "Arbetsbok (.xlsx)", required=True),
            TaskField("dokument", "Dokument (.docx)", accept=DOCUMENT, required=True),
        ),
        (TEMPLATE, PREVIOUS, INTERNAL, *_ticks("html")),
    ),
    Task(
        "flera",
        "Många arbetsböcker",
        "Varje arbetsbok blir ett dokument med arbetsbokens namn. Ett fel i en av dem hindrar inte"
        " de andra.",
        "Gör dokumenten",
        (TaskField("arbetsbocker", "Arbetsböckerna", FieldKind.FILES, required=True),),
        (
            TEMPLATE,
            TaskField(
                "namnda",
                "Filer som arbetsböckerna nämner",
                FieldKind.FILES,
                help="Mallar och förra lägesbilder, där arbetsböckerna har sådana.",
                accept=f"{WORKBOOK},{DOCUMENT}",
            ),
            DRAFT,
            INTERNAL,
            REVIEWING,
            *_ticks(),
        ),
    ),
    Task(
        "mall",
        "Ny mall",
        "En mall att ändra i Word, med kommunens logotyp, färg och typsnitt.",
        "Gör mallen",
        (
            TaskField(
                "slag",
                "Slag",
                FieldKind.CHOICE,
                choices=(("", "Standardmallen"), *((k, KINDS[k]) for k in TEMPLATE_KINDS)),
            ),
            TaskField("logga", "Logotyp (PNG eller JPEG)", accept=PICTURE),
            TaskField(
                "logga-alt",
                "Vad logotypen föreställer",
                FieldKind.TEXT,
                help="För den som inte ser den, till exempel Granby kommun.",
            ),
            TaskField(
                "farg",
                "Profilens färg",
                FieldKind.TEXT,
                help="Som i den grafiska profilen: 005A9C.",
            ),
            TaskField("typsnitt", "Typsnitt", FieldKind.TEXT),
        ),
    ),
    Task(
        "kontrollera-mall",
        "Kontrollera mall",
        "Vad mallen saknar, stavar fel eller upprepar, och vilka namn som den kan använda.",
        "Kontrollera",
        (TaskField("mall", "Mall (.docx)", accept=DOCUMENT, required=True),),
        (TaskField("arbetsbok", "Arbetsbok (.xlsx)", help="För egna blad och kolumner."),),
    ),
)
"""The pages, in the order of the bar at the top."""

BY_NAME = {task.name: task for task in TASKS}
