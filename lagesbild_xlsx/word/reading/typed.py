"""A lägesbild that somebody wrote by hand: found by what its headings and tables say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import columns_of
from lagesbild_xlsx.model import Activity, Locality, Section, Source, Term
from lagesbild_xlsx.model.choices import STATUS_WORD, status_of_fill
from lagesbild_xlsx.places import FILE, Cell, FormattedText, fold, runs_of, trimmed
from lagesbild_xlsx.word.reading.blocks import Block, Paragraph, Table, TableCell
from lagesbild_xlsx.word.reading.facts import facts_in
from lagesbild_xlsx.word.reading.gathered import Found, Gathered, Said, heading_named


class Part(Enum):
    """A part of the report."""

    BEFORE = auto()
    INTRODUCTION = auto()
    PROMISE = auto()
    AGREEMENT = auto()
    GENERAL = auto()
    FORWARD = auto()
    SHORT_TERM = auto()
    LONG_TERM = auto()
    COMMUNICATION = auto()
    BALANCE = auto()
    LEGEND = auto()
    GLOSSARY = auto()


SIKT = r"(?:planerade )?(?:aktiviteter )?(?:på )?"
HEADINGS: tuple[tuple[Part, str], ...] = (
    (Part.INTRODUCTION, r"(?:samlad |gemensam )?lägesbild\b.*"),
    (Part.INTRODUCTION, r"uppdrag(?:et)?|inledning|bakgrund"),
    (Part.PROMISE, r"(?:prioritera\w+|prioritering\w*|medborgarlöfte\w*)\b.*medborgarlöfte\w*.*"),
    (Part.PROMISE, r"medborgarlöfte\w*(?: (?:för )?\d{4})?"),
    (Part.AGREEMENT, r"(?:prioritera\w+|prioritering\w*)\b.*överenskommelse\w*.*"),
    (Part.AGREEMENT, r"samverkansöverenskommelse\w*(?: .*\d{4})?"),
    (Part.GENERAL, r".*\bgemensamma lägesbild"),
    (Part.GENERAL, r"vilka risker.*|allmänt|lägesbild per ort|orter(?:na)?|läget i orterna"),
    (Part.SHORT_TERM, SIKT + r"(?:kort(?:are)?) sikt"),
    (Part.LONG_TERM, SIKT + r"(?:läng(?:re)?|lång) sikt"),
    (Part.COMMUNICATION, r"kommunikation(?:sinsatser)?|kommunikationsplan"),
    (Part.FORWARD, r"framåt|framåtblick|vad vi gör framöver"),
    (Part.BALANCE, r"balanslista\b.*"),
    (Part.LEGEND, r"(?:status)?förklaring(?:ar)?|färgförklaring|status(?:färger)?"),
    (Part.GLOSSARY, r"ordlista\w*|förkortningar\w*|begrepp(?:slista)?"),
)
"""What a heading of each part says, folded; the first that fits is meant."""

SECTIONS = {
    Part.SHORT_TERM: Section.SHORT_TERM,
    Part.LONG_TERM: Section.LONG_TERM,
    Part.COMMUNICATION: Section.COMMUNICATION,
}
SOURCES = {Part.PROMISE: Source.CITIZENS_PROMISE, Part.AGREEMENT: Source.COOPERATION_AGREEMENT}

BULLET = re.compile(r"^\s*[-–•·▪●*]\s+")
LEGEND_LINE = re.compile(r"\s*(?P<status>\w+)\s*[\t=:–-]\s*(?:=\s*)?(?P<meaning>\S.*)", re.DOTALL)
TERM_LINE = re.compile(
    r"\s*(?P<term>\S.{0,60}?)(?:\s+(?P<mark>[-–—=])\s+|\s*(?P<colon>:)\s+|\s*\t\s*)(?P<explanation>\S.*)",
    re.DOTALL,
)
HYPHENS = ("-", "=", None)
"""The marks between a term and its explanation that are the template's own hyphen."""

LONGEST_NAME = 40
LONGEST_LETTERHEAD = 60
PAGE_NUMBER = re.compile(r"(?:sida|sid)\.? \d+(?: ?(?:av|\(|/) ?\d+\)?)?|\d+ ?\(\d+\)")


@dataclass
class TypedReader:
    """Goes through the blocks of a document, and gathers what each part of it says."""

    blocks: Sequence[Block]
    around: Sequence[str] = ()
    gathered: Gathered = field(default_factory=Gathered)
    part: Part = Part.BEFORE
    columns: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    is_under_name: bool = False

    def read(self) -> Gathered:
        """Return what was found."""
        self._letterheads = letterheads(self.blocks)
        for block in self.blocks:
            if isinstance(block, Table):
                self._take_table(block)
            else:
                self._take_paragraph(block)
        for line in (*self.around, *self._letterheads):
            self._note_facts(line)
        for text, count in self.left_out.items():
            times = "" if count == 1 else f" ({count} gånger)"
            self.gathered.findings.append(rules.LINE_LEFT_OUT.at(FILE, value=text, times=times))
        return self.gathered

    # -------------------------------------------------------------- paragraphs

    def _take_paragraph(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if text in self._letterheads:
            self.left_out[str(text)] += 1
            return
        heading = None if paragraph.is_list else heading_in(text)
        if heading is not None:
            self._enter(heading[0], text)
            text = heading[1]
        elif self._take_legend_line(text):
            return
        if text:
            self._take_text(paragraph._replace(text=text))

    def _enter(self, part: Part, text: str) -> None:
        if part is Part.BALANCE:
            self.columns = []
        self.part, self.is_under_name = part, False
        self._note_facts(text)

    def _note_facts(self, text: str) -> None:
        """Note the facts of a line; say where it has another date than the ones before."""
        for name, value in facts_in(text).items():
            known = self.gathered.field("Rapport", name)
            if not known:
                self.gathered.set_field("Rapport", name, value)
            elif known != value and name == "Datum":
                remark = rules.FACTS_DIFFER.at(FILE, heading=name, first=known, other=value)
                self.gathered.findings.append(remark)

    def _take_text(self, paragraph: Paragraph) -> None:
        """Take a paragraph into the part that it stands in."""
        text = trimmed(without_bullet(paragraph.text))
        if self.part in SOURCES:
            source = Said(SOURCES[self.part])
            self.gathered.add("Prioriteringar", {"Källa": source, "Prioritering": Said(text)})
        elif self.part in SECTIONS or self.part is Part.FORWARD:
            self._take_forward(text)
        elif self.part is Part.INTRODUCTION:
            self._add_line("Inledning", text)
        elif self.part is Part.GENERAL:
            self._take_general(paragraph, text)
        elif self.part is Part.GLOSSARY and (found := TERM_LINE.fullmatch(text)):
            self._add_term(found["term"], found["mark"], found["explanation"])
        else:
            self._note_facts(text)
            self.gathered.leave(text)

    def _take_forward(self, text: str) -> None:
        section = SECTIONS.get(self.part, Section.SHORT_TERM)
        self.gathered.add("Framåt", {"Avsnitt": Said(section), "Text": Said(text)})
        if self.part is Part.FORWARD:
            self.gathered.remark(rules.SECTION_GUESSED, "Framåt", "Avsnitt", section=section)

    def _add_line(self, name: str, text: str) -> None:
        """Add a paragraph to a field of the report."""
        known = self.gathered.field("Rapport", name)
        joined = FormattedText((*runs_of(known), *runs_of("\n"), *runs_of(text)))
        if known:
            self.gathered.rows["Rapport"][0][name] = Said(joined)
        else:
            self.gathered.set_field("Rapport", name, text)

    def _take_general(self, paragraph: Paragraph, text: str) -> None:
        """Take a paragraph about the localities: a name with its note, or what it builds on."""
        localities = self.gathered.rows.get("Orter", [])
        if "\t" in text:
            name, _, note = _split(text, "\t")
            self._add_locality(name, note)
        elif paragraph.is_heading and len(text) <= LONGEST_NAME:
            self._add_locality(text.rstrip(": "), "")
            self.is_under_name = True
        elif named := _named_note(text):
            self._add_locality(*named)
        elif self.is_under_name and localities:
            note = localities[-1]["Lägesbild"].text
            lines = (*runs_of(note), *runs_of("\n"), *runs_of(text)) if note else runs_of(text)
            localities[-1]["Lägesbild"] = Said(FormattedText(lines))
        elif localities:
            self.gathered.leave(text)
        else:
            self._add_line("Underlag", text)

    def _add_locality(self, name: str, note: str) -> None:
        blank = fold(note) in ("inget rapporterat", "-", "–")
        self.gathered.add("Orter", {"Ort": Said(name), "Lägesbild": Said("" if blank else note)})

    def _add_term(self, term: str, mark: str | None, explanation: str) -> None:
        said = {"Begrepp": Said(term), "Förklaring": Said(trimmed(explanation))}
        if mark not in HYPHENS:
            said["Skiljetecken"] = Said(mark or "")
        self.gathered.add("Ordlista", said)

    def _take_legend_line(self, text: str) -> bool:
        """Take a line such as ``Rött = står still``; return whether it was one."""
        found = LEGEND_LINE.fullmatch(text)
        if found is None or self.part not in (Part.BALANCE, Part.LEGEND, Part.GLOSSARY):
            return False
        status = status_in(TableCell(found["status"]))
        if status:
            self._add_meaning(status, found["meaning"])
        return bool(status)

    def _add_meaning(self, status: str, meaning: str) -> None:
        self.gathered.add("Listor", {"Status": Said(status), "Betydelse": Said(meaning)})

    # -------------------------------------------------------------- tables

    def _take_table(self, table: Table) -> None:
        rows = list(table.rows)
        at = next((n for n, row in enumerate(rows[:3]) if is_balance_heading(row)), None)
        if at is not None:
            self.part = Part.BALANCE
            self.columns = [heading_named("Balanslista", cell.text) for cell in rows[at]]
            rows = rows[at + 1 :]
        if self._take_meanings(rows):
            return
        if self.part is Part.BALANCE and self.columns:
            self._take_activities(rows)
        else:
            takers: dict[Part, Callable[[Sequence[TableCell]], None]] = {
                Part.GENERAL: self._take_locality_row,
                Part.GLOSSARY: self._take_term_row,
            }
            for row in rows:
                takers.get(self.part, self._take_plain_row)(row)

    def _take_meanings(self, rows: Sequence[Sequence[TableCell]]) -> bool:
        """Take a legend: rows of a status, in word or colour, and what it means."""
        pairs = [(status_in(row[0]), row[1].text) for row in rows if len(row) == 2]  # noqa: PLR2004
        if not pairs or len(pairs) < len(rows) or not all(map(all, pairs)):
            return False
        for status, meaning in pairs:
            self._add_meaning(status, meaning.lstrip("=–- "))
        return True

    def _take_activities(self, rows: Iterable[Sequence[TableCell]]) -> None:
        for row in rows:
            if is_balance_heading(row):
                continue
            texts = [cell.text for cell in row]
            if len([text for text in texts if text]) == 1 and len(row) < len(self.columns):
                self.gathered.leave("".join(texts))  # a heading inside the table
                continue
            self._take_activity(row)

    def _take_activity(self, row: Sequence[TableCell]) -> None:
        found: Found = {}
        for heading, cell in zip(self._columns_of(row), row, strict=False):
            found[heading] = Said(cell.text, cell.fill if heading == "Status" else "")
        status = found.get("Status", Said())
        is_read_by_colour = bool(status.fill) and not any(map(str.isalnum, status.text))
        if is_read_by_colour or fold(status.text) == "ej bedömd":
            found["Status"] = Said("", status.fill if is_read_by_colour else "")
        self.gathered.add("Balanslista", found)
        if is_read_by_colour and (word := status_in(TableCell("", status.fill))):
            found = self.gathered.rows["Balanslista"][-1]
            self.gathered.remark(rules.STATUS_BY_COLOUR, "Balanslista", "Status", status=word)

    def _columns_of(self, row: Sequence[TableCell]) -> list[str]:
        """Return a heading for each cell of a row; a number where the table has none."""
        more = (f"Kolumn {n}" for n in range(len(self.columns) + 1, len(row) + 1))
        return [heading or f"Kolumn {n}" for n, heading in enumerate(self.columns, 1)] + list(more)

    def _take_locality_row(self, row: Sequence[TableCell]) -> None:
        name, *notes = (cell.text for cell in row)
        if heading_named("Orter", name) == columns_of(Locality)["name"].heading and notes:
            return
        if notes:
            self._add_locality(name.rstrip(": "), joined(notes))
        else:
            self._take_text(Paragraph(name))

    def _take_term_row(self, row: Sequence[TableCell]) -> None:
        term, *rest = (cell.text for cell in row)
        if heading_named("Ordlista", term) != columns_of(Term)["term"].heading and rest:
            self._add_term(term, None, joined(rest).lstrip("=–- "))
        elif not rest:
            self._take_text(Paragraph(term))

    def _take_plain_row(self, row: Sequence[TableCell]) -> None:
        if self.part in SOURCES or self.part in SECTIONS:
            for cell in row:
                self._take_text(Paragraph(cell.text, is_list=True))
        else:
            self._note_facts(" ".join(cell.text for cell in row))
            self.gathered.leave("\t".join(cell.text for cell in row))


# ------------------------------------------------------------------ what a text is


def heading_in(text: str) -> tuple[Part, str] | None:
    """Return the part that a heading begins, and what follows it on the line; None if it is none.

    A heading stands alone, or before a colon.
    """
    head, colon, rest = _split(text, ":")
    for candidate, remainder in ((text, ""), (head, rest)):
        folded = fold(re.sub(r"^\s*(?:\d+(?:\.\d+)*\.?|[A-ZÅÄÖ]\.)\s+", "", candidate)).rstrip(".")
        for part, pattern in HEADINGS:
            if re.fullmatch(pattern, folded) and (candidate is text or colon):
                return part, remainder
    return None


def letterheads(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the lines of a letterhead that stand in the text: in capitals, or a page number."""
    texts = [str(block.text) for block in blocks if isinstance(block, Paragraph)]
    counts = Counter(texts)
    return frozenset(
        text
        for text in counts
        if PAGE_NUMBER.fullmatch(fold(text))
        or (text.isupper() and len(text) <= LONGEST_LETTERHEAD and "KOMMUN" in text.split())
    )


def is_balance_heading(row: Sequence[TableCell]) -> bool:
    """Return whether a row holds the headings of the balance list: the activity's and another."""
    wanted = {column.heading for column in columns_of(Activity).values()}
    found = {heading_named("Balanslista", cell.text) for cell in row} & wanted
    return columns_of(Activity)["activity"].heading in found and len(found) > 1


def status_in(cell: TableCell) -> str:
    """Return the status that a cell says in a word, or else by its colour; nothing if none."""
    asked = Cell(FILE, cell.text, fill=cell.fill)
    read = STATUS_WORD(asked) if cell.text else status_of_fill(asked)
    return "" if read.findings else str(read.value or "")


def without_bullet(text: str) -> str:
    """Return a text without a bullet that was typed before it."""
    found = BULLET.match(text)
    if not found:
        return text
    runs, cut = [], found.end()
    for run in runs_of(text):
        runs.append(run._replace(text=run.text[cut:]))
        cut = max(cut - len(run.text), 0)
    return FormattedText(runs)


def joined(texts: Iterable[str]) -> str:
    """Return texts on lines of their own, their formats kept."""
    said = [text for text in texts if text]
    if len(said) == 1:
        return said[0]
    return FormattedText(run for text in said for run in (*runs_of(text), *runs_of("\n")))


def _split(text: str, mark: str) -> tuple[str, str, str]:
    """Return what stands before a mark, the mark, and what follows with its formats."""
    head, found, _ = str(text).partition(mark)
    cut, runs = len(head) + len(found), []
    for run in runs_of(text):
        runs.append(run._replace(text=run.text[cut:]))
        cut = max(cut - len(run.text), 0)
    return head.strip(), found, trimmed(FormattedText(runs))


def _named_note(text: str) -> tuple[str, str] | None:
    """Return a locality and its note from a line that begins with the name in bold."""
    first, *rest = runs_of(text)
    name = first.text.strip().rstrip(":–- ")
    if not rest or not first.bold or not 0 < len(name) <= LONGEST_NAME:
        return None
    return name, trimmed(FormattedText(rest)).lstrip(":–- ")
