"""E-mail addresses of persons, also those that are spelled so that no machine should find them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.names.judged import may_be_name
from lagesbild_xlsx.privacy.text import Pattern, Text

_EMAIL = Pattern(
    r"(?<![\w.+•-])(?:[\w.+-]+@\w[\w-]*(?:\.(?=\w)[\w-]+)*(?:,(?:se|com|nu|org|net)\b)?(?![\w@])|\w[\w.+-]{2,}@(?![\w•]))"
)
_AT = r"(?:\s?[(\[{<]\s?(?:at|a|ät|@|snabel-?\s?a)\s?[)\]}>]\s?|\s(?:snabel-?\s?a|at|ät|@)\s|-at-)"
_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|punkt|\.)\s?[)\]}]\s?|\s(?:dot|punkt|\.)\s)"
_SPELLED_OUT = Pattern(
    rf"(?<![\w.+•-])(?P<local>\w[\w+-]*(?:{_DOT}\w[\w+-]*){{0,3}}){_AT}[\w-]+(?:{_DOT}[\w-]+)+"
)
"""An address whose signs are written as words."""

FUNCTIONS = frozenset(
    """
    info registrator registratur kommun kommunen kommunstyrelsen kontakt kontakta kontaktcenter
    kundtjanst kundservice kundcenter servicecenter medborgarservice medborgarkontor reception vaxel
    vaxeln post brev mail epost support hjalp helpdesk it personal hr ekonomi faktura fakturor
    bokning bokningen lokalbokning fritid fritidsgard kultur skola skolan forskola bibliotek
    biblioteket bygg bygglov miljo teknik gata park felanmalan synpunkt synpunkter klagomal trygghet
    trygg sakerhet beredskap bra est ssp sspf andts andt folkhalsa polis polisen polispress tips
    press media kommunikation redaktion webb webmaster socialtjanst socialtjansten socialjour
    socialjouren socialkontoret orosanmalan mottagning mottagningen familjecentral ungdom unga
    ungdomsmottagning falt faltarna faltgruppen vard omsorg hemtjanst aldreomsorg forening
    foreningar styrelse styrelsen kansli kansliet namnd socialnamnden overformyndare overformyndaren
    valfard raddning raddningstjansten raddningstjanst dataskydd dataskyddsombud dso arkiv
    upphandling projekt no noreply reply office admin order bestallning service drift jour larm vakt
    sekreterare rektor rektorn expedition expeditionen elevhalsa elevhalsan skolskoterska
    studieexpedition kulturskolan turist turistbyra museum hamn idrott simhall badhus ishall bostad
    uthyrning hyra grannsamverkan nattvandring nattvandrarna volontar samverkan samhalle
    samhallsbyggnad plan planavdelning exploatering naringsliv arbetsmarknad vuxenutbildning sfi
    integration renhallning avfall vatten va energi trafik parkering fastighet lokal lokaler
    valkansli val diarium dnr insyn visselblasning vaktmastare konsument budget skuld namnden lpo
    lokalpolis kommunpolis enkat statistik analys nyhetsbrev event kalender anmalan ansokan remiss
    sekretariat ledning stab
    """.split()
)
"""First parts of addresses that belong to a function, as they are spelled in addresses."""

_FUNCTION_ENDINGS = (
    "skolan", "skola", "verket", "kontoret", "namnden", "forvaltningen", "enheten", "tjansten",
    "gruppen", "center", "samverkan", "foreningen", "jouren", "mottagningen", "biblioteket",
    "garden", "huset", "kommun", "service", "kansli", "anmalan", "omradet", "bolaget",
    "redaktionen", "team", "teamet", "vardar", "vardarna", "centralen", "arkivet", "stod", "coach",
    "ering", "ningen", "banken", "aktiviteter", "resurs", "sektionen", "stationen", "centrum",
)  # fmt: skip


def is_clue(word: str) -> bool:
    """Return whether a word can stand for the sign in an address."""
    return word.lower() in {"at", "ät", "snabel", "snabela"}


def email_addresses(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the e-mail addresses, but those of a function such as ``registrator``."""
    for address in _EMAIL.finditer(text.text):
        local, _, domain = address[0].lower().partition("@")
        if not (_is_function(local) or _is_task(local, domain)):
            yield Span(Kind.EMAIL, *address.span())


def spelled_out(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the addresses whose signs are written as words."""
    for address in _SPELLED_OUT.finditer(text.small):
        if not _is_function(address["local"]):
            yield Span(Kind.EMAIL, *address.span())


def _is_function(local: str) -> bool:
    """Return whether the first part of an address is that of a function: ``trygghet.park``."""
    first, *rest = re.split(r"[._+\s-]+", local)
    return _names_function(first) and not any(
        may_be_name(part) and not _names_function(part) for part in rest
    )


def _is_task(local: str, domain: str) -> bool:
    """Return whether one long word at a body's domain is a task: *brottsforebyggande*."""
    if domain.startswith(_PRIVATE) or not local.isalpha() or len(local) < _SHORTEST_TASK:
        return False
    parts = (part for at in range(3, len(local) - 1) for part in (local[:at], local[at:]))
    return not any(may_be_name(part) for part in parts)


_PRIVATE = (
    "gmail",
    "hotmail",
    "outlook",
    "live",
    "icloud",
    "yahoo",
    "telia",
    "bredband",
    "comhem",
    "spray",
    "passagen",
    "proton",
    "msn",
    "me.",
    "mail.",
    "tele2",
    "home.",
    "glocalnet",
)
"""How the domains begin that anybody has an address at."""
_SHORTEST_TASK = 9


def _names_function(part: str) -> bool:
    return part in FUNCTIONS or part.endswith(_FUNCTION_ENDINGS)
