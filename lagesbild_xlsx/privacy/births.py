"""Dates that are said to be somebody's birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.names.capitalised import Word
from lagesbild_xlsx.privacy.names.judged import (
    is_certain_first_name,
    is_first_name,
    is_surname_only,
    may_be_name,
)
from lagesbild_xlsx.privacy.text import Pattern, Text
from lagesbild_xlsx.privacy.words.beside_names import is_thing

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_IN_WORDS = r"(?:arton|nitton|tjugo)hundra[a-zåäö]+|tvåtusen[a-zåäö]*"
_YEAR = rf"(?:(?:18|19|20)\d\d|[-'’]?\s?\d\d|{_IN_WORDS})"
_DAY = (
    r"(?:\d{1,2}\.?(?::?[ea])?"
    r"|[a-zåäö]*(?:första|andra|tredje|fjärde|femte|sjätte|[oå]nde|nde|de))"
)
_DATE = rf"""
    (?:18|19|20)\d\d [-./\ ]? (?:0?[1-9]|1[0-2]) [-./\ ]? [0-3]?\d (?!\d)
  | -?\d\d (?P<inner>[-./\ ]?) \d\d (?P=inner) \d\d
  | \d{{1,2}} \s?[./-]\s? \d{{1,2}} [./\ -]{{1,2}} (?:\d{{4}}|\d\d)
  | \d{{1,2}} \s \d{{1,2}} \s (?:19|20)\d\d
  | {_DAY} \s {_MONTH} (?:,?\s(?:år\s|månad\s)?{_YEAR})?
  | {_MONTH} \s (?:månad\s)? {_YEAR}
  | (?:19|20)\d\d (?: ,?\s{_MONTH} (?:\s\d{{1,2}})? | -(?:0[1-9]|1[0-2])(?![-\d]) )
  | \d{{1,2}}/\d{{1,2}}
"""
_ONLY_YEAR = (
    rf"(?:(?:18|19|20)\d\d|[-'’]\s?\d\d|\d\d|{_IN_WORDS})(?:/\d\d(?:\d\d)?)?"
    r"(?!\w|[.,:/%]\d|\s?%|\s?-\s?\d)"
)
_BIRTH = Pattern(
    rf"""
    (?<!rikes\ )(?<!är\ som\ )(?<!som\ är\ )
    (?: \b(?: f[öo]dd?(?:es)? | fö[dt]t? | født | f[öo]delse(?:datum|dag(?:en)?|tid|år|data)
          | fdat(?:um)? | fdt | geb\.? | dob | d\.o\.b\. | årsbarn )
        (?![^\W\d]) [\s:.=(~]*+ (?: (?:omkr\.|[^\d.;:\n(•]{{0,28}}?) \s\(? )??
      | (?P<many>\bfödda) [\s:.=(]*+ (?:[a-zåäö]{{1,12}}\s){{0,2}}?
      | (?<![\w.])(?: fdd? | f\.\s?d\. | f\.:? | f: | f(?=\s-?\d|\s{_MONTH}|\s(?:ca|omkr))
          | f(?=\d\d(?!\d)|\d{{4}}(?!\d)|\d{{6}}) )
        [\s:.=(~]*+ (?:(?:den|i|år|ca|cirka|omkr\.?|hösten|våren|sommaren|vintern|d\.|är)\s){{0,3}}
    )
    (?: (?:18|19|20)?\d0-talet | {_DATE} | (?P<year>{_ONLY_YEAR}) | (?<=\si\s){_MONTH} )
    (?! \d | [-+\ ]?• )
    (?: \s?(?:,|/|&|och|o|resp\.?)\s? (?P<other>(?:f\.?\s)?{_ONLY_YEAR}) )?
    """,
    spaced=True,
)
"""A date after *född*, with what says that it is one."""
_CODE, _CODED = Pattern(r"F\d\d"), Pattern(r"diagnos|icd|sjukdom|syndrom|npf|psyk|kod")
"""A diagnosis as it is coded (ICD-10): *F84*."""
_YEAR_IN_WORDS, _IN_MONTH = Pattern(_IN_WORDS), Pattern(rf"\bi\s{_MONTH}")

_SEVERAL = Pattern(
    r"\b(?:barn(?:en)?|syskon\w*|bröder\w*|systrar\w*|söner\w*|döttrar\w*|pojkar\w*|flickor\w*|familj\w*)"
    r"\W{1,3}(?:\w+\s){0,2}?(?:\(?f(?:ödda|\.)?:?\s)?"
    r"(?P<years>\(?(?:(?:19|20)\d\d|-\d\d)(?:(?:,\s?|/|\s&\s|\soch\s|\so\s)(?:(?:19|20)\d\d|-\d\d))+)(?![\w-])"
)
_FEWEST_IN_SEVERAL = 4
_YEAR_OF_SEVERAL = Pattern(r"(?:19|20)\d\d|-\d\d")
"""The years of brothers and sisters: *barn födda 2012, 2014 och 2016*."""

_BIRTHDAY = Pattern(
    rf"""
    \b(?:fyll(?:er|de|t|a)|blir|myndig|år) \s (?:\d{{1,3}}\s)? (?:år\s|myndig\s)? \(? (?:den\s|i\s
      |på\s)? (?:[a-zåäö]+dag(?:en)?\s(?:den\s)?)?
    (?: {_DATE} | {_MONTH} )
    """,
    spaced=True,
)
_BEFORE_BIRTH = Pattern(
    rf"""
    (?<![\w-]) (?: (?:19|20)?\d\d [-/.]?[01]\d[-/.]? [0-3]\d | {_DAY} \s {_MONTH} \s (?:19|20)\d\d )
    [\s,(]{{0,3}} (?: född | f\. | f\) | (?:är|=|som) \s (?:\w+\s)? födelse\w* )
  | (?<![\w-]) \d\d[.]\d\d[.](?:19|20)\d\d (?= \s\(?födelse)
  | (?<![\w-]) (?:19\d\d|200\d|201[0-5])[01]\d[0-3]\d (?= \s(?:pojke|flicka|kille|tjej|man|kvinna
    |elev|barn)\b )
  | (?<![\w-]) \d\d-\d\d-\d\d (?= \s är \s \w+ \s födelse)
  | (?<![\w-]) 19\d\d-\d\d-\d\d (?= \s?-\s?20\d\d-\d\d-\d\d(?!\d))
  | (?<![\w-]) (?:19|20)\d\d-[01]\d-xx \b
  | (?<![\w:]) (?:-\d\d | 0\d | [5-9]\d) :(?:a|an|or) \b
    """,
    spaced=True,
)
_BESIDE = Pattern(
    r"""
    (?<![\w-]) (?P<word>[^\W\d_]{2,}) [,:]?\s\(?
    (?P<date> (?:19|20)?\d\d-? (?:0[1-9]|1[0-2]) -? (?:0[1-9]|[12]\d|3[01])
      | [-'’](?:[4-9]\d|[0-2]\d) | (?<=\()(?:(?:19[3-9]|20[012])\d|0\d)(?=\)) )
    (?! \s?[-+]?\s?[\dx*] | [\w•:] | - )
    """,
    spaced=True,
)
"""A date right after a word: somebody's birth where the word is a person's."""
_DIGITS_OF_DATE, _BEFORE_YEAR = 6, (" -", " '", " ’", ",-", ",'", "(")

_SOMEBODY = (
    "pojke flicka kille tjej man kvinna person elev ungdom barn son dotter mamma pappa klient"
    " syskon bror syster brukare patient"
).split()
_PERSONS = frozenset(f"{word}{end}" for word in _SOMEBODY for end in ("", "n", "t", "en")) | {
    "mannen",
    "målsägande",
    "misstänkt",
}
_SOME = Pattern(r"(?:syskon|tvilling|bröder|systrar|trilling|par|båda|bägge)\w*\W{1,3}(?:är\s)?$")

_CUT_DATE = Pattern(r"(?<![\w-])(?:19|20)?\d\d[-/. ]?[01]\d[-/. ]?[0-3]\d(?!\d{3})")
"""The date of an identity number of which the last four digits are left out."""
_CROSSES = Pattern(r"\s?[-+]?\s?\d{0,2}(?:x{2,4}|\*{2,4}|n{4}|y{4}|_{2,4}|\?{2,4}|å{4})(?!\w)")
_LEFT_OUT = Pattern(r"-(?=\W*(?:de\s)?(?:fyra\s)?sista)|-?(?=\s(?:okän|saknar|utan))")
_OPEN = Pattern(r"-(?!\s?[\w•])")
_NOTHING = Pattern(r"-?(?![\d\w*?•]|\s?[-+]?\s?\d)")
"""What may stand instead of them: crosses, what says so, a dash, nothing."""
_CALLED = Pattern(r"\b(?:pnr|p-?nr|pers(?:on)?\.?\s?-?(?:nr|nummer))\.?:?\s$")


def is_clue(word: str) -> bool:
    """Return whether a word can stand before a birth."""
    small = word.lower()
    return small in {"f", "fd", "fdd", "fdt", "geb", "d", "blir"} or small.startswith(
        ("föd", "föt", "fød", "fod", "fdat", "dob", "fyll", "årsbarn")
    )


def is_person(word: str) -> bool:
    """Return whether a word is for a person, or a name."""
    small = word.lower()
    return small in _PERSONS or may_be_name(small)


def birth_dates(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the dates after *född* and the like; a bare date in a report is nobody's birth.

    *Elever födda 2007* are a year's, and not reported.
    """
    if not (text.digits or _YEAR_IN_WORDS.search(text.small) or _IN_MONTH.search(text.small)):
        return
    for several in _SEVERAL.finditer(text.small) if text.digits >= _FEWEST_IN_SEVERAL else ():
        for year in _YEAR_OF_SEVERAL.finditer(several["years"]):
            yield Span(Kind.BIRTH, *(at + several.start("years") for at in year.span()))
    for birth in _BIRTH.finditer(text.small):
        is_of_many = birth["many"] and birth["year"]
        is_code = _CODE.match(text.text, birth.start()) and _CODED.search(text.small)
        if not is_code and (not is_of_many or _SOME.ends(text.small, birth.start())):
            yield Span(Kind.BIRTH, *birth.span())
    for birthday in _BIRTHDAY.finditer(text.small):
        if not is_thing(text.small[: birthday.start()].rstrip().rpartition(" ")[2]):
            yield Span(Kind.BIRTH, *birthday.span())
    for before in _BEFORE_BIRTH.finditer(text.small):
        yield Span(Kind.BIRTH, *before.span())


def dates_of_persons(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the dates right after a word for a person, or a name: *elev 080503*."""
    if text.together < _DIGITS_OF_DATE and not any(sign in text.text for sign in _BEFORE_YEAR):
        return
    for beside in _BESIDE.finditer(text.text):
        word, is_date = beside["word"], beside["date"][0].isdigit()
        typed = Word(word, 0, len(word))
        is_first = is_first_name(typed) and (is_date or is_certain_first_name(typed))
        is_name = is_first or (is_date and is_surname_only(typed))
        if word.lower() in _PERSONS or (is_name and word[0].isupper()):
            yield Span(Kind.BIRTH, *beside.span("date"))


def cut_numbers(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the identity numbers without their last digits: *850709-XXXX*."""
    for date in _CUT_DATE.finditer(text.small):
        end = _end_of_cut(text.small, date)
        if end is not None:
            yield Span(Kind.BIRTH, date.start(), end)


def _end_of_cut(small: str, date: re.Match[str]) -> int | None:
    """Return where a number ends whose last digits are left out; one of a child is a date."""
    if crosses := _CROSSES.match(small, date.end()):
        return crosses.end()
    if not date[0].isdecimal():
        return None
    is_old_enough = len(date[0]) == len("YYYYMMDD") and date[0] < "2015"
    may_follow = [_LEFT_OUT, *[_OPEN] * is_old_enough]
    if _CALLED.ends(small, date.start()):
        may_follow.append(_NOTHING)
    rests = (pattern.match(small, date.end()) for pattern in may_follow)
    return next((rest.end() for rest in rests if rest), None)
