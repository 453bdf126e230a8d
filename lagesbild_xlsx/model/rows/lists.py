"""The lists, which say what the words of the other sheets mean."""

from __future__ import annotations

from dataclasses import dataclass

from lagesbild_xlsx.columns import column, columns_of, text
from lagesbild_xlsx.model.declared import colour, colour_of_fill, counts_as, status_word
from lagesbild_xlsx.model.rows.row import Row
from lagesbild_xlsx.model.status_words import COLOURS, Standing, Status
from lagesbild_xlsx.model.words import STANDARD_WORDS


@dataclass(frozen=True, kw_only=True)
class ListRow(Row):
    """A row of the lists: a status with what it is, an owner with other names, a source, a section.

    What stands on a row together has nothing else to do with each other.
    """

    status: str = column(
        "Status",
        status_word,
        blank=Status.NOT_JUDGED,
        suggestions=STANDARD_WORDS.scale.words,
        width=13,
        help="ett ord i er skala, det sämsta först. Utan egna ord: Rött, Gult eller Grönt",
    )
    meaning: str = column("Betydelse", text, width=34, help="vad statusen betyder")
    colour: str = column(
        "Färg",
        colour,
        optional=True,
        for_work_only=True,
        suggestions=tuple(COLOURS),
        rare=True,
        of_fill=colour_of_fill,
        width=13,
        help="Rött, Gult, Grönt, Blått eller Grått, eller inget i en cell med statusens färg",
    )
    counts_as: str = column(
        "Räknas som",
        counts_as,
        optional=True,
        for_work_only=True,
        suggestions=tuple(standing.value for standing in Standing if standing.value),
        rare=True,
        width=16,
        help="Dåligt, Trögt, Ej påbörjat, Bra eller Klart, om statusen är något av det",
    )
    owner: str = column(
        "Ansvarig",
        text,
        synonyms=("Ansvar", "Ansvariga"),
        width=36,
        for_work_only=True,
        help="en ansvarig, med det namn som ska användas",
    )
    alias: str = column(
        "Alias",
        text,
        width=34,
        for_work_only=True,
        help="andra namn på den ansvarige, åtskilda med semikolon",
    )
    own_only: str = column(
        "Bara i arbetsboken",
        text,
        optional=True,
        rare=True,
        width=26,
        for_work_only=True,
        help="namnet på ett blad, en kolumn eller ett fält som är ert eget och inte ska nämnas när"
        " dokumentet görs",
    )
    source: str = column(
        "Källor",
        text,
        optional=True,
        for_work_only=True,
        rare=True,
        width=28,
        help="en källa till prioriteringar, i den ordning som de ska stå",
    )
    section: str = column(
        "Avsnitt",
        text,
        optional=True,
        for_work_only=True,
        rare=True,
        width=22,
        help="ett avsnitt under Framåt, i den ordning som de ska stå",
    )

    @property
    def fill(self) -> str:
        """The colour of the status: a name, or RRGGBB of its cells; nothing where it has none."""
        return self.colour or self.origin.fills.get(columns_of(ListRow)["status"].heading, "")
