"""Excel's calendar: the day of a serial number, and what days and months are called.

Serial numbers are those of ECMA-376 part 1, 18.17.4.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

DAY = 24 * 60 * 60
"""How many seconds a day has."""

FIRST_OF_1904 = 1462
"""The serial number of 1904-01-01, which is 0 where a workbook counts from 1904."""

LAST = 2958465
"""The serial number of 9999-12-31, the last day that Excel knows."""

NEVER_WAS = 60
"""The serial number of 1900-02-29, which Excel has from Lotus 1-2-3."""

EPOCH = dt.date(1899, 12, 30).toordinal()
"""The day of serial number 0, as the days after 1900-02-29 count it."""


class Day(NamedTuple):
    """A day as Excel shows it; weeks begin with Sunday, which is 0."""

    serial: int
    year: int
    month: int
    day: int

    @property
    def weekday(self) -> int:
        """The day of the week, which is a day wrong before 1900-03-01."""
        return (self.serial - 1) % 7

    @property
    def week(self) -> int:
        """The number of the week (ISO 8601)."""
        return dt.date.fromordinal(EPOCH + self.serial).isocalendar().week


def day_of(serial: int) -> Day | None:
    """Return the day of a serial number that counts from 1900, None outside the calendar."""
    if not 0 <= serial <= LAST:
        return None
    if serial == 0:
        return Day(serial, 1900, 1, 0)
    if serial == NEVER_WAS:
        return Day(serial, 1900, 2, 29)
    date = dt.date.fromordinal(EPOCH + serial + (serial < NEVER_WAS))
    return Day(serial, date.year, date.month, date.day)


def moment_of(serial: float, *, date1904: bool = False) -> dt.datetime | None:
    """Return the moment of a serial number, to the second; None outside the calendar.

    Args:
        serial: days since the start of the calendar.
        date1904: whether the workbook counts from 1904-01-01 instead of from 1900.
    """
    first = FIRST_OF_1904 if date1904 else 0
    if not 0 <= serial <= LAST - first + 1:
        return None
    seconds = round(serial * DAY) + first * DAY
    if seconds >= (LAST + 1) * DAY:
        return None
    start = dt.datetime.fromordinal(EPOCH + (seconds < NEVER_WAS * DAY))
    return start + dt.timedelta(seconds=seconds)


def serial_of(moment: dt.datetime, *, date1904: bool = False) -> float:
    """Return the serial number of a moment."""
    days = (moment - dt.datetime.fromordinal(EPOCH)) / dt.timedelta(days=1)
    return days - (FIRST_OF_1904 if date1904 else days <= NEVER_WAS)


# ------------------------------------------------------------------ languages


class Language(NamedTuple):
    """How a language writes dates; weeks begin with Sunday.

    Excel asks Windows. The Swedish and the English names and signs are those of Windows, which are
    also LibreOffice's; the others are LibreOffice's, which follow Unicode's CLDR.
    """

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    days: tuple[str, ...]
    short_days: tuple[str, ...]
    morning: str
    afternoon: str
    date_separator: str


def _language(*names: str) -> Language:
    """Return a language by its names, each kind with space between, and its three signs."""
    months, short_months, days, short_days = (tuple(each.split()) for each in names[:4])
    return Language(months, short_months, days, short_days, *names[4:])


SWEDISH = _language(
    "januari februari mars april maj juni juli augusti september oktober november december",
    "jan feb mar apr maj jun jul aug sep okt nov dec",
    "söndag måndag tisdag onsdag torsdag fredag lördag",
    "sö må ti on to fr lö",
    *("fm", "em", "-"),
)
ENGLISH = _language(
    "January February March April May June July August September October November December",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
    "Sun Mon Tue Wed Thu Fri Sat",
    *("AM", "PM", "/"),
)
DANISH = _language(
    "januar februar marts april maj juni juli august september oktober november december",
    "jan feb mar apr maj jun jul aug sep okt nov dec",
    "søndag mandag tirsdag onsdag torsdag fredag lørdag",
    "søn man tir ons tor fre lør",
    *("AM", "PM", "-"),
)
NORWEGIAN = _language(
    "januar februar mars april mai juni juli august september oktober november desember",
    "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
    "søndag mandag tirsdag onsdag torsdag fredag lørdag",
    "sø. ma. ti. on. to. fr. lø.",
    *("a.m.", "p.m.", "."),
)
FINNISH = _language(
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu "
    "marraskuu joulukuu",
    "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
    "sunnuntai maanantai tiistai keskiviikko torstai perjantai lauantai",
    "su ma ti ke to pe la",
    *("ap.", "ip.", "."),
)
GERMAN = _language(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag",
    "So Mo Di Mi Do Fr Sa",
    *("vorm.", "nachm.", "."),
)
FRENCH = _language(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "dimanche lundi mardi mercredi jeudi vendredi samedi",
    "dim. lun. mar. mer. jeu. ven. sam.",
    *("AM", "PM", "/"),
)

BY_NUMBER = {
    0x06: DANISH,
    0x07: GERMAN,
    0x09: ENGLISH,
    0x0B: FINNISH,
    0x0C: FRENCH,
    0x14: NORWEGIAN,
    0x1D: SWEDISH,
}
BY_TAG = {
    "da": DANISH,
    "de": GERMAN,
    "en": ENGLISH,
    "fi": FINNISH,
    "fr": FRENCH,
    "nb": NORWEGIAN,
    "nn": NORWEGIAN,
    "no": NORWEGIAN,
    "sv": SWEDISH,
}


def language_of(tag: str) -> Language:
    """Return the language of an LCID in hexadecimal or of a tag; Swedish where none is known.

    It is found by the last ten bits of the LCID ([MS-LCID] 2.2), or by the tag (RFC 5646).
    """
    try:
        return BY_NUMBER.get(int(tag, 16) & 0x3FF, SWEDISH)
    except ValueError:
        return BY_TAG.get(tag[:2].lower(), SWEDISH)
