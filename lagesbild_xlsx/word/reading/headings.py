"""The headings of a lägesbild: which part each begins, and what it says beyond that."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum, auto
from typing import NamedTuple

from lagesbild_xlsx.model import PrioritySource, Section
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.reading.blocks import ReadParagraph
from lagesbild_xlsx.word.reading.facts import LONGEST_LINE, without_dates, without_promise
from lagesbild_xlsx.word.reading.texts import split


class ReportPart(Enum):
    """A part of the report."""

    BEFORE = auto()
    INTRODUCTION = auto()
    PRIORITIES = auto()
    PROMISE = auto()
    AGREEMENT = auto()
    GENERAL = auto()
    FORWARD = auto()
    SHORT_TERM = auto()
    LONG_TERM = auto()
    COMMUNICATION = auto()
    OVERVIEW = auto()
    BALANCE = auto()
    LEGEND = auto()
    GLOSSARY = auto()
    OTHER = auto()


SECTIONS = {
    ReportPart.SHORT_TERM: Section.SHORT_TERM,
    ReportPart.LONG_TERM: Section.LONG_TERM,
    ReportPart.COMMUNICATION: Section.COMMUNICATION,
}
SOURCES: dict[ReportPart, str] = {
    ReportPart.PRIORITIES: "",
    ReportPart.PROMISE: PrioritySource.CITIZENS_PROMISE,
    ReportPart.AGREEMENT: PrioritySource.COOPERATION_AGREEMENT,
}

SIKT = r"(?:planerade )?(?:aktiviteter |insatser |åtgärder )?(?:på )?"
DOING = r"(?:aktiviteter|åtgärder|insatser)"
PLACES = r"(?:ort(?:er(?:na)?)?|kommundel(?:ar(?:na)?)?|område(?:n(?:a)?)?|tätort(?:er(?:na)?)?)"
WHOLE: tuple[tuple[ReportPart, str], ...] = (
    (
        ReportPart.INTRODUCTION,
        r"uppdrag(?:et)?|inledning|bakgrund|syfte|sammanfattning|kort om läget",
    ),
    (
        ReportPart.PRIORITIES,
        r"prioriterade områden|(?:(?:kommunens|våra) )?prioritering(?:ar(?:na)?)?",
    ),
    (ReportPart.PRIORITIES, r"fokus(?:områden)?|(?:det här|detta|vad) .{0,20}\bprioritera\w*"),
    (ReportPart.PROMISE, r"medborgarlöfte\w*(?: (?:för )?\d{4})?|(?:våra )?löften"),
    (ReportPart.PROMISE, r"(?:det här|detta|vad) (?:har )?vi (?:har )?lova[rt]\??"),
    (ReportPart.AGREEMENT, r"samverkansöverenskommelse\w*"),
    (ReportPart.GENERAL, r"allmänt|orter(?:na)?"),
    (ReportPart.GENERAL, rf"(?:nu)?läge(?:t|sbild(?:en)?)? (?:per|i|för) (?:\w+ )?{PLACES}"),
    (ReportPart.GENERAL, rf"(?:nu)?läge(?:t|sbild(?:en)?)? {PLACES} för {PLACES}"),
    (ReportPart.GENERAL, r"aktuellt läge|nuläget?|läget(?: (?:just nu|idag|i dag))?"),
    (ReportPart.GENERAL, r"så (?:här )?ser (?:det|läget) ut(?: (?:just nu|nu|idag|i dag))?"),
    (ReportPart.SHORT_TERM, SIKT + r"(?:kort(?:are)?) sikt"),
    (ReportPart.LONG_TERM, SIKT + r"(?:läng(?:re)?|lång) sikt"),
    (ReportPart.COMMUNICATION, r"kommunikation(?:sinsatser)?|kommunikationsplan"),
    (ReportPart.FORWARD, r"framåt|framåtblick|vad vi gör framöver|på gång|nästa steg"),
    (ReportPart.FORWARD, r"(?:vad )?(?:som )?händer (?:härnäst|framöver)"),
    (ReportPart.OVERVIEW, r"översikt"),
    (ReportPart.BALANCE, rf"(?:pågående |beslutade |planerade )?{DOING}"),
    (ReportPart.BALANCE, r"åtgärdslista|aktivitetslista|lista över (?:aktiviteter|åtgärder)"),
    (ReportPart.BALANCE, r"(?:det här|detta|vad) (?:gör vi|vi gör)(?: och hur .*)?"),
    (ReportPart.LEGEND, r"(?:status)?förklaring(?:ar)?|färgförklaring|status(?:färger)?"),
    (ReportPart.GLOSSARY, r"ordlista\w*|förkortningar\w*|begrepp(?:slista)?|ordförklaringar"),
    (ReportPart.GLOSSARY, r"ord (?:i|och|som) .*"),
    (ReportPart.OTHER, r"statistik|siffror|metod|källor|nästa möte|bilag(?:a|or)|slutsats(?:er)?"),
    (ReportPart.OTHER, r"(?:beslut|övriga? \w+)\b.*|deltagare|närvarande"),
)
"""What a heading of each part says in full, folded; those of OTHER begin no part of a lägesbild."""

OPEN: tuple[tuple[ReportPart, str], ...] = (
    (ReportPart.INTRODUCTION, r"(?:samlad |gemensam )?(?:nu)?lägesbild\b.*"),
    (
        ReportPart.PROMISE,
        r"(?:prioritera\w+|prioritering\w*|medborgarlöfte\w*)\b.*medborgarlöfte\w*.*",
    ),
    (ReportPart.AGREEMENT, r"(?:prioritera\w+|prioritering\w*)\b.*överenskommelse\w*.*"),
    (ReportPart.AGREEMENT, r"samverkansöverenskommelse\w* .*\d{4}"),
    (ReportPart.GENERAL, r".*\bgemensamma lägesbild|vilka risker.*"),
    (
        ReportPart.BALANCE,
        r"(?:balanslista|åtgärds(?:lista|plan)|handlingsplan|aktivitets(?:lista|plan))\b.*",
    ),
    (ReportPart.BALANCE, rf"uppföljning av {DOING}\b.*"),
)
"""How a heading of each part begins or ends, folded. A sentence can be like that too."""

WHOLE_FORMS, OPEN_FORMS = (
    tuple((part, re.compile(form)) for part, form in forms) for forms in (WHOLE, OPEN)
)

WORDS = re.compile(
    r"vilka|risker|styrkor|och|trender|ser|finns|vi|samlad|gemensam\w*|(?:nu)?lägesbild|med"
    r"|utgångspunkt|i|enligt|från|för|till|den|period(?:en)?|åre[nt]|års?|kopplade?|balanslista|åtgärdsplan|handlingsplan"
    r"|prioriter\w+|områden|medborgarlöfte\w*|(?:samverkans)?överenskommelse\w*"
    r"|polisens?|kommunens?"
)
"""The words of the headings themselves, folded: they say nothing more than which part begins."""

MOST_WORDS = 5
"""A plain line with more words than these is rather a sentence."""

NUMBER_BEFORE = re.compile(r"^\s*(?:\d+(?:\.\d+)*\.?|[A-ZÅÄÖ]\.)\s+")


class Heading(NamedTuple):
    """A heading: its part, its own text, what follows on the line, and whether it says more."""

    part: ReportPart
    text: str
    rest: str
    says_more: bool


def heading_in(paragraph: ReadParagraph, municipality: str = "") -> Heading | None:
    """Return the heading that a paragraph is or begins with; None where there is none.

    A heading stands alone, or before a colon. The municipality's name says nothing more.
    """
    names = _words_of(municipality)
    head, colon, rest = split(paragraph.text, ":")
    candidates = [(paragraph.text, "")]
    if colon and head.count("(") == head.count(")"):
        candidates.append((head, rest))
    for text, remainder in candidates:
        if len(text) > LONGEST_LINE:
            continue
        folded = normalised(NUMBER_BEFORE.sub("", text))
        is_sentence = folded.endswith(".") and not paragraph.is_heading
        folded = folded if is_sentence else folded.rstrip(".")
        bare = without_promise(folded).strip()
        if part := _part_in(WHOLE_FORMS, folded) or _part_in(WHOLE_FORMS, bare):
            is_plain = not paragraph.is_heading or bool(remainder)
            if is_plain and (part is ReportPart.OTHER or _is_label(part, remainder)):
                continue
            return Heading(part, text, remainder, says_more=False)
        says_more = _says_more(folded, names)
        if (part := _part_in(OPEN_FORMS, folded)) and (
            paragraph.is_heading or not says_more or _is_like_one(folded)
        ):
            return Heading(part, text, remainder, says_more)
    return None


def says_more(text: str, municipality: str = "") -> bool:
    """Return whether a line has words that are neither a heading's, a date nor the name."""
    return _says_more(normalised(text), _words_of(municipality))


def _words_of(municipality: str) -> set[str]:
    """Return the words of a municipality's name, folded, also as they stand in the genitive."""
    return {normalised(word) for name in municipality.split() for word in (name, f"{name}s")}


def _is_label(part: ReportPart, rest: str) -> bool:
    """Return whether a line is a label before a value, such as ``Status: ny``, and no legend."""
    return part is ReportPart.LEGEND and bool(rest) and not re.search(r"[=:–-]", rest)


def _part_in(
    patterns: Collection[tuple[ReportPart, re.Pattern[str]]], folded: str
) -> ReportPart | None:
    return next((part for part, pattern in patterns if pattern.fullmatch(folded)), None)


def _says_more(folded: str, names: Collection[str]) -> bool:
    """Return whether a heading has words that are neither a heading's, a date nor a name."""
    words = re.findall(r"\w+", without_dates(folded))
    return any(word not in names and not WORDS.fullmatch(word) for word in words)


def _is_like_one(folded: str) -> bool:
    """Return whether a plain line is short, or has a date, as a heading does."""
    bare = folded.partition("(")[0] if folded.endswith(")") else folded
    return len(bare.split()) <= MOST_WORDS or without_dates(folded) != folded
