"""The names of months and days, and what else of a date depends on its language.

Excel asks Windows. The Swedish and the English names and signs are those of Windows, which are also
LibreOffice's; the others are LibreOffice's, which follow Unicode's CLDR.
A language is found by the last ten bits of an LCID ([MS-LCID] 2.2), or by its tag (RFC 5646).
"""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """How a language writes dates; weeks begin with Sunday."""

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
    """Return the language of an LCID in hexadecimal or of a tag; Swedish where none is known."""
    try:
        return BY_NUMBER.get(int(tag, 16) & 0x3FF, SWEDISH)
    except ValueError:
        return BY_TAG.get(tag[:2].lower(), SWEDISH)
