"""The headings of a lägesbild: which part each begins, and what it says beyond that."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum, auto
from typing import NamedTuple

from lagesbild_xlsx.model import Section, Source
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.reading.blocks import Paragraph
from lagesbild_xlsx.word.reading.facts import LONGEST_LINE, without_dates, without_promise
from lagesbild_xlsx.word.reading.texts import split


class Part(Enum):
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
    Part.SHORT_TERM: Section.SHORT_TERM,
    Part.LONG_TERM: Section.LONG_TERM,
    Part.COMMUNICATION: Section.COMMUNICATION,
}
SOURCES: dict[Part, str] = {
    Part.PRIORITIES: "",
    Part.PROMISE: Source.CITIZENS_PROMISE,
    Part.AGREEMENT: Source.COOPERATION_AGREEMENT,
}

SIKT = r"(?:planerade )?(?:aktiviteter |insatser |åtgärder )?(?:på )?"
DOING = r"(?:aktiviteter|åtgärder|insatser)"
PLACES = r"(?:ort(?:er(?:na)?)?|kommundel(?:ar(?:na)?)?|område(?:n(?:a)?)?|tätort(?:er(?:na)?)?)"
WHOLE: tuple[tuple[Part, str], ...] = (
    (Part.INTRODUCTION, r"uppdrag(?:et)?|inledning|bakgrund|syfte|sammanfattning|kort om läget"),
    (Part.PRIORITIES, r"prioriterade områden|(?:(?:kommunens|våra) )?prioritering(?:ar(?:na)?)?"),
    (Part.PRIORITIES, r"fokus(?:områden)?|(?:det här|detta|vad) .{0,20}\bprioritera\w*"),
    (Part.PROMISE, r"medborgarlöfte\w*(?: (?:för )?\d{4})?|(?:våra )?löften"),
    (Part.PROMISE, r"(?:det här|detta|vad) (?:har )?vi (?:har )?lova[rt]\??"),
    (Part.AGREEMENT, r"samverkansöverenskommelse\w*"),
    (Part.GENERAL, r"allmänt|orter(?:na)?"),
    (Part.GENERAL, rf"(?:nu)?läge(?:t|sbild(?:en)?)? (?:per|i|för) (?:\w+ )?{PLACES}"),
    (Part.GENERAL, rf"(?:nu)?läge(?:t|sbild(?:en)?)? {PLACES} för {PLACES}"),
    (Part.GENERAL, r"aktuellt läge|nuläget?|läget(?: (?:just nu|idag|i dag))?"),
    (Part.GENERAL, r"så (?:här )?ser (?:det|läget) ut(?: (?:just nu|nu|idag|i dag))?"),
    (Part.SHORT_TERM, SIKT + r"(?:kort(?:are)?) sikt"),
    (Part.LONG_TERM, SIKT + r"(?:läng(?:re)?|lång) sikt"),
    (Part.COMMUNICATION, r"kommunikation(?:sinsatser)?|kommunikationsplan"),
    (Part.FORWARD, r"framåt|framåtblick|vad vi gör framöver|på gång|nästa steg"),
    (Part.FORWARD, r"(?:vad )?(?:som )?händer (?:härnäst|framöver)"),
    (Part.OVERVIEW, r"översikt"),
    (Part.BALANCE, rf"(?:pågående |beslutade |planerade )?{DOING}"),
    (Part.BALANCE, r"åtgärdslista|aktivitetslista|lista över (?:aktiviteter|åtgärder)"),
    (Part.BALANCE, r"(?:det här|detta|vad) (?:gör vi|vi gör)(?: och hur .*)?"),
    (Part.LEGEND, r"(?:status)?förklaring(?:ar)?|färgförklaring|status(?:färger)?"),
    (Part.GLOSSARY, r"ordlista\w*|förkortningar\w*|begrepp(?:slista)?|ordförklaringar"),
    (Part.GLOSSARY, r"ord (?:i|och|som) .*"),
    (Part.OTHER, r"statistik|siffror|metod|källor|nästa möte|bilag(?:a|or)|slutsats(?:er)?"),
    (Part.OTHER, r"(?:beslut|övriga? \w+)\b.*|deltagare|närvarande"),
)
"""What a heading of each part says in full, folded; those of OTHER begin no part of a lägesbild."""

OPEN: tuple[tuple[Part, str], ...] = (
    (Part.INTRODUCTION, r"(?:samlad |gemensam )?(?:nu)?lägesbild\b.*"),
    (Part.PROMISE, r"(?:prioritera\w+|prioritering\w*|medborgarlöfte\w*)\b.*medborgarlöfte\w*.*"),
    (Part.AGREEMENT, r"(?:prioritera\w+|prioritering\w*)\b.*överenskommelse\w*.*"),
    (Part.AGREEMENT, r"samverkansöverenskommelse\w* .*\d{4}"),
    (Part.GENERAL, r".*\bgemensamma lägesbild|vilka risker.*"),
    (
        Part.BALANCE,
        r"(?:balanslista|åtgärds(?:lista|plan)|handlingsplan|aktivitets(?:lista|plan))\b.*",
    ),
    (Part.BALANCE, rf"uppföljning av {DOING}\b.*"),
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

    part: Part
    text: str
    rest: str
    says_more: bool


def heading_in(paragraph: Paragraph, municipality: str = "") -> Heading | None:
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
            if is_plain and (part is Part.OTHER or _is_label(part, remainder)):
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


def _is_label(part: Part, rest: str) -> bool:
    """Return whether a line is a label before a value, such as ``Status: ny``, and no legend."""
    return part is Part.LEGEND and bool(rest) and not re.search(r"[=:–-]", rest)


def _part_in(patterns: Collection[tuple[Part, re.Pattern[str]]], folded: str) -> Part | None:
    return next((part for part, pattern in patterns if pattern.fullmatch(folded)), None)


def _says_more(folded: str, names: Collection[str]) -> bool:
    """Return whether a heading has words that are neither a heading's, a date nor a name."""
    words = re.findall(r"\w+", without_dates(folded))
    return any(word not in names and not WORDS.fullmatch(word) for word in words)


def _is_like_one(folded: str) -> bool:
    """Return whether a plain line is short, or has a date, as a heading does."""
    bare = folded.partition("(")[0] if folded.endswith(")") else folded
    return len(bare.split()) <= MOST_WORDS or without_dates(folded) != folded
