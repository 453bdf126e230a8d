"""Numbers of cases about a person: of the police, of courts, of boards, and what is called one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.text import Pattern, Text
from lagesbild_xlsx.privacy.words.persons import SOMEBODY, THE_ONE

_BOARDS = (
    "SN SOC SOCN SON IFO IFN IoF BoF ÄN ÄON ON OSN VON VoO VOO VO FSN ASN IAN SAN VÄN ÖFN ÖF EHT"
    " VUX LSS HVB HSL PN SI BEO BUN-KR BUN-E MAS"
).split()
"""How an office that decides about persons begins its record numbers; KS and KF do not."""
_BOARD = f"(?:{'|'.join(_BOARDS)})"
_COURTS = "AM ÄM KFM FUB UM FT PMT".split()
_OFFICES = frozenset((*(board.partition("-")[0] for board in _BOARDS), *_COURTS, "FV", "BG"))
"""The words in front of their numbers, and the police's; some are one letter."""
_CASE = Pattern(
    rf"""
    (?<![\w/-])
    (?: (?:0?\d{{4}}-)? [Kk]-?\s?\d{{3,7}}-\d\d(?:\d\d)?                # the police: 5000-K1234-21
      | 0?\d{{4}}-? [Kk]-?\s?\d(?:\s?\d){{0,6}}(?:-\d\d|(?<=\d{{6}}))
      | \d{{4}}-\d{{4}}-BG\d{{3,6}} | FV-\d\d-\d{{4,6}} | [A-Z]\d{{4}}-\d{{4}}-\d{{4}}
      | (?:{"|".join(_COURTS)}|[ABTÖÄKMFPU])[-\s]?\d{{3,6}}-\d\d(?:\d\d)?   # courts: B 1234-21
      | (?:AM|ÄM|KFM)[-\s]?\d{{1,3}}-\d{{3,6}}-\d\d
      | {_BOARD} (?:-[A-Z]{{1,4}})?[\s/-]? (?:19|20)\d\d (?!-\d\d-\d\d)
        [/:-] \d+ (?:-\d+)?                                               # boards: SN 2021/123
      | {_BOARD} [\s/-]?\d{{1,6}}[-/](?:19|20)\d\d
      | {_BOARD} (?:-[A-Z][A-Za-z]{{0,3}})? [\s/-]? [12]\d [/:-] \d{{3,5}}
      | (?:19|20)\d\d[-/:]{_BOARD}[-/:\s]\d+
    )
    (?![\w/•]|-\d)
    """,
    spaced=True,
)

_ABOUT_ENDINGS = (
    "akt", "akten", "dossier", "dossiern", "dossiernr", "journal", "journalen", "ärende", "ärendet",
    "anmälan", "utredning", "utredningen", "avvikelse", "avvikelsen", "remiss", "remissen",
    "placering", "placeringen", "beslut", "beslutet", "orosanm", "polisanm", "rapport",
)  # fmt: skip
_ABOUT_WORDS = frozenset(
    """
    anm panm lob lvu lvm lpt lss fu förundersökning mål målet avhysning kontaktförbud skuldsanering
    färdtjänst dom domen klient brukare patient sarah maria faderskap vårdnad treserva procapita
    combine lifecare viva durtvå dnr diarienr diarienummer diarie ref referens referensnr id case
    blad anmälningsnr ärendenr aktnr målnr journalnr dossiernr skadenr händelsenr knr jnr klientnr
    brukarnr patientnr elevnr ärendenummer målnummer aktnummer anmälningsnummer nummer nr
    """.split()
)
_SAID = Pattern(
    r"""
    (?<![\w-])
    (?: (?P<about> (?:[a-zåäö-]*(?:akt|dossier|journal|ärende|anmälan|utredning|avvikelse|remiss
            |placering|beslut)(?:en|n|et)? | (?:orosan|p-?an|polisan|an)m
            | lob(?:-?blad\w*)? | lv[um](?:-mål)? | lpt | lss | fu | förundersökning | mål(?:et)?
            | avhysning\w* | kontaktförbud\w* | skuldsanering\w* | färdtjänst\w* | dom(?:en)?
            | (?:[a-zåäö]*vakts|händelse|avvikelse|incident|tillbuds|polis)rapport | klient
            | brukare | patient | lex\s(?:sarah|maria) | faderskap\w* | vårdnad\w* | treserva
            | procapita | combine | lifecare | viva | durtvå)) (?!\w) (?P<told>-?(?:nr|nummer|id
              |blad)\b)?
      | (?P<number> (?:anmälnings|ärende|akt|mål|journal|dossier|skade|händelse|k-?|j|klient|brukar
            |patient|elev|beslut\w*|case-?)(?:nr|nummer|id)\b | ärende-id )
      | (?P<record> (?:dnr|diarienr|diarienummer|diarie|ref|referens|referensnr|id)\b )
    )
    [\s:.,(–-]{0,3} (?: (?:i|hos|på|till|soc)\s[^\W\d]+[\s:,]+ | enl\.?\s\d+:\d+\s )? (?:soc[:\s]+)?
    (?P<said> (?:nr|nummer|dnr|id|\#)[\s:.]{0,2} )? (?P<sign>[:\#\s]{0,2}) (?<!\d)
    (?P<case> (?:[a-zåäö]{1,5}[\s./-]?){0,2} \d(?:[\d./:-]*\d)? )
    (?! [\w•%] | [.,]\d | \s?% | \s?(?:st|kr|tkr|år|kap|§|procent|personer|ärenden|anmälningar
        |elever|barn|fall|gånger|ggr)\b )
    (?: \s?(?:,|/|&|\+|och|o|resp)\s?
        (?P<other> (?:[a-zåäö]{1,5}[\s-]?)? \d[\d./:-]*\d ) (?![\w•%,.]) )?
    """,
    spaced=True,
)
"""A number after a word for a case: *akt 88123*, *orosanmälan nr 4471*.

A number that is only said to be one (*dnr*) is a person's where one is spoken of.
"""

_TWO_DIGITS = Pattern(r"\d[\d./:-]*\d")
"""What such a number holds at least: one digit counts things."""

_DAY = r"(?:0[1-9]|1[0-2])(?P=dash)(?:0[1-9]|[12]\d|3[01])"
_NO_CASE = Pattern(
    rf"""
    (?:[^\W\d]+\s)? (?:
        (?:19|20)\d\d(?P<dash>-?){_DAY}(?:[-\s]\d.*)? | \d\d[01]\d[0-3]\d-\d\d+
      | [0-3]?\d[/.][01]?\d(?:[/.-]\d{{2,4}})? | (?:19|20)\d\d(?:\s?-\s?(?:19|20)?\d\d)?
      | \d{{1,3}}(?:\.\d{{1,3}}){{3}} )
    | (?: ks|ksau|kf|kfn|kn|bn|pbn|mbn|sbn|tn|msn|mn|tfn|ksn|ssn|fn|ub|uh|sfs|prop|afs|iso|lso|jo
        |nja|msbfs|sosfs|hslf|dir|sou|ds|ntu|brå|eu|esf|bg|pg|tel|rapport|etapp|vecka|kl|den|kap|punkt|§
      )[\s./-]?\d.*
    | v[\s.]?\d\d?
    """,
    spaced=True,
)
"""Dates and years, the records of boards that decide about no person, and what else is numbered."""
_PLANNED = Pattern(
    r"plan|bygg|vatten|betänkande|mark|miljö|bidrags|inköps|detaljplane|budget|nämnd\w*|inriktnings"
)
_RECORD = Pattern(
    r"""
    (?<![\w/.-]) [A-ZÅÄÖ]{1,5}(?:-[A-ZÅÄÖ]{1,3})? [\s/-]? \d{2,4} [-/:] \d{2,6} (?:-\d+)?
    (?! [\w•] | [-/:]\d )
  | (?: SNIU | SNAU | IU | [Ii]ndividutskott\w* | [Ss]ocialutskott\w* ) \s?§\s?\d+ (?:/\d+)?
    """,
    spaced=True,
)
"""A record of whatever office: a person's where one is spoken of."""
_FEWEST_OF_RECORD = 4
"""How many digits such a record has at least, but for a paragraph."""
_REACH = len("BUN-KR-ABCD ")
"""How many letters stand at most before the first digit of either, or else one word."""
_PERSON = Pattern(
    r"enskild|individ|barn|placer|orosan|omhänd|misstänk|målsäg|tingsrätt|förvaltningsrätt|polis"
    r"|åklag|\blex\b|skadestånd|sjuk|bistånd|försörjning|avstäng|vräk|missbruk|skuld|ivo\b|hvo\b"
    r"|\bjo\b|\bdo\b|kränk|klagomål från|vårdnad|elev|patient|bodelning|dödsfall"
    r"|häkt|familj|\bbup\b|lv[um]\b|lss\b|hot\b|person"
)
_OF_THINGS = Pattern(
    r"felanmäl|infracontrol|nedskräp|trasig|belysning|servering|polistillstånd"
    r"|offentlig tillställning|ordningsvaktsför|upphandl|medborgarlöft|tillsyn|skadeanmäl"
)
"""What is numbered about lamps, permits and purchases, and about no person."""
_ALWAYS_SOMEBODYS = ("oros", "polis", "akt", "journal", "lv", "lob", "placering", "fu", "lex")
_FEWEST = 4
"""How many digits a number has that is no number of things, where nothing says that it is one."""


def is_about(word: str) -> bool:
    """Return whether a number can stand after a word that is somebody's case."""
    small = word.lower()
    return small in _ABOUT_WORDS or small.endswith(_ABOUT_ENDINGS)


def is_beside_record(word: str) -> bool:
    """Return whether a word can be the letters of a record: *SN*, *IoF*, *K*."""
    return word.isupper() or word in {"IoF", "BoF", "VoO", "k"} or word.lower().endswith("utskott")


def begins_case(word: str) -> bool:
    """Return whether the police, a court or a board of those puts a word before its numbers."""
    is_letter = len(word) == 1 and (word.isupper() or word == "k")
    return is_letter or word in _OFFICES


def case_numbers(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the numbers of cases as the police, courts and boards have them."""
    for case in _CASE.finditer(text.text, text.before_digits(_REACH)):
        yield Span(Kind.CASE, *case.span())


def records(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the numbers of records, of whatever office, in a text that speaks of somebody."""
    if text.together < _FEWEST_OF_RECORD and "§" not in text.text:
        return
    for record in _RECORD.finditer(text.text, text.before_digits(_REACH)):
        if not _NO_CASE.fullmatch(record[0].lower()) and _speaks_of_somebody(text):
            yield Span(Kind.CASE, *record.span())


def said_numbers(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the numbers after words for cases."""
    if not _TWO_DIGITS.search(text.text):
        return
    for said in _SAID.finditer(text.small):
        if _is_number_of_case(text, said):
            yield Span(Kind.CASE, *said.span("case"))
            if said["other"]:
                yield Span(Kind.CASE, *said.span("other"))


def _is_number_of_case(text: Text, said: re.Match[str]) -> bool:
    """Return whether a number after *akt* is one, not a date, a year or a number of things."""
    digits = sum(sign.isdigit() for sign in said["case"])
    is_other = _NO_CASE.fullmatch(said["case"]) or _PLANNED.match(said["about"] or "")
    if is_other or digits < 2 or _is_of_things(text, said["about"] or ""):  # noqa: PLR2004 see _TWO_DIGITS
        return False
    if said["record"]:
        return digits >= _FEWEST and _speaks_of_somebody(text)
    is_said = said["number"] or said["told"] or said["said"] or said["sign"].strip()
    return bool(is_said) or digits >= _FEWEST


def _is_of_things(text: Text, about: str) -> bool:
    return not about.startswith(_ALWAYS_SOMEBODYS) and _OF_THINGS.search(text.small) is not None


def _speaks_of_somebody(text: Text) -> bool:
    if _OF_THINGS.search(text.small):
        return False
    is_spoken_of = text.has(SOMEBODY.__contains__) or text.has(THE_ONE.__contains__)
    return is_spoken_of or _PERSON.search(text.small) is not None
