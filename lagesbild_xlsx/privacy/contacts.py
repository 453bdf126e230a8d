"""Telephone numbers and e-mail addresses of persons; the only importer of phonenumbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lagesbild_xlsx.privacy.kinds import Kind, Span
from lagesbild_xlsx.privacy.known import Known

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_MAYBE_PHONE = re.compile(r"(?<!\d)(?<!\d,)(?:\+\d|\(?0)(?:[\s()./-]{0,4}\d){6}")
MOST_TRIES = 1_000
"""How many groups of figures in a text that are no number are tried: no cell that is meant to be
read holds more, and each takes as long as twenty words."""

_HOURS = re.compile(r"(?:[01]\d|2[0-4])[.:]?[0-5]\d\s?-\s?(?:[01]\d|2[0-4])[.:]?[0-5]\d")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d")
_EMAIL = re.compile(r"(?<![\w.+•-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

_FUNCTIONS = frozenset(
    """
    info registrator registratur kommun kommunen kommunstyrelsen kontakt kontakta kontaktcenter
    kundtjanst kundservice kundcenter servicecenter medborgarservice medborgarkontor reception
    vaxel vaxeln post brev mail epost support hjalp helpdesk it personal hr ekonomi faktura
    fakturor bokning bokningen lokalbokning fritid fritidsgard kultur skola skolan forskola
    bibliotek biblioteket bygg miljo teknik gata park felanmalan synpunkt synpunkter klagomal
    trygghet trygg sakerhet beredskap bra est ssp sspf andts folkhalsa polis polisen polispress
    tips press media kommunikation redaktion webb webmaster socialtjanst socialtjansten socialjour
    socialjouren socialkontoret orosanmalan mottagning mottagningen familjecentral ungdom
    ungdomsmottagning falt faltarna faltgruppen vard omsorg hemtjanst aldreomsorg forening
    foreningar styrelse styrelsen kansli kansliet namnd socialnamnden overformyndare valfard
    raddning raddningstjansten dataskydd dataskyddsombud dso arkiv upphandling projekt no noreply
    reply
    """.split()
)
"""First parts of addresses that belong to a function, as they are spelled in addresses."""


def phone_numbers(text: str, _known: Known) -> Iterator[Span]:
    """Yield the telephone numbers; those of services (020, 0771) are nobody's."""
    if not _MAYBE_PHONE.search(text):
        return
    from phonenumbers import PhoneNumberMatcher  # noqa: PLC0415 heavy, and seldom needed

    for match in PhoneNumberMatcher(text, "SE", max_tries=MOST_TRIES):
        if _is_called(match.raw_string) and not _is_service(match.number):
            yield Span(Kind.PHONE, match.start, match.end)


def _is_called(typed: str) -> bool:
    """Return whether figures are written as a telephone number, not as hours or a date."""
    return typed[0] in "+0(" and not (_HOURS.fullmatch(typed) or _DATE.fullmatch(typed))


def _is_service(number: PhoneNumber) -> bool:
    """Return whether a number is one that anybody can have the use of: free, shared, premium."""
    from phonenumbers import PhoneNumberType, number_type  # noqa: PLC0415 as above

    return number_type(number) in {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.UAN,
    }


def email_addresses(text: str, _known: Known) -> Iterator[Span]:
    """Yield the e-mail addresses, but those of a function such as ``registrator``."""
    for address in _EMAIL.finditer(text):
        parts = re.split(r"[._+-]", address[0].partition("@")[0].lower())
        if not all(part in _FUNCTIONS for part in parts):
            yield Span(Kind.EMAIL, *address.span())
