"""Abbreviations in a text: which they are, and those that every reader knows.

*Myndigheternas skrivregler* (Språkrådet, 2014) asks for an explanation the first time, but for
abbreviations that are better known than what they stand for, and for names: nobody looks up what
HSB or IFK stood for once. ``EVERYDAY`` holds both, by kind: words in capitals that a Swedish
spelling dictionary has (*Den stora svenska ordlistan*, which comes with LibreOffice) and that are
not of one trade only, and what companies, clubs, associations and authorities call themselves.
Terms of the work against crime (BRÅ, EST, SSPF, LVU) are never among them: those are what the
glossary is for.
"""

from __future__ import annotations

import re

ABBREVIATION = re.compile(r"[A-ZÅÄÖ](?<!\w.)[A-ZÅÄÖ]{1,4}(?!\w)(?!-?\d|\s\d{4}[/:-]\d)")
"""Two to five capitals that are a word; what stands before is looked at after the first of them.

What a record number begins with (*KS 2026/214*) is none.
"""

MOST_SHOUTED = 2
"""More words than these in capitals are shouted, not abbreviated."""

_BY_KIND = {
    "companies and their shops": """
        ABB ASEA BMW CGI COOP DHL DN DNB EON GB GP HM ICA IKEA JM JYSK KFC KPMG LKAB MAX MTR
        NCC NK OBS OK PEAB PWC SAAB SAS SBAB SCA SDS SEAT SEB SF SIBA SJ SKF SL SSAB TT UPS
        VR VW ÖOB
    """,
    "homes": """
        BRF HB HGF HSB SKB
    """,
    "clubs and associations": """
        ABF AIK BIK BK BOIS BTK CK DHR DIF FC FF FK FUB GF GIF GK GOIF HIF HK HRF IBF IBK
        IBS IF IFK IFS IK IKF IM IOGT IP IS JC JK KAK KFUK KFUM KIF KTK LRF LSK MAI MFF MHF
        MK NBV NTO PRO RFS RFSL RFSU RK RPG RSMH SISU SK SKPF SOK SPF SRF SS STF SV TBV TK
        UNF VIK VSK ÖIS
    """,
    "unions and parties": """
        CUF KD KDU LO LR LUF MP MUF SACO SD SEKO SSU TCO
    """,
    "authorities, courts and countries": """
        AF BBC BVC CIA CSN DO EES EG EU FBI FHM FIFA FN FRA ILO IMF JO KB KK KO KU MVC NASA
        NATO OECD OPEC OSSE PTS SCB SFI SKR SMHI SOS SR SVT TV UD UEFA UK UN UNHCR UR US USA
        VAB WHO WTO
    """,
    "bodies and illnesses": """
        ADHD AIDS CP DNA EEG EKG GHB HBT HBTQ HBTQI HIV HPV IQ IVF KBT LSD MRSA MS PCB PMS
        PTSD RNA TBC THC
    """,
    "machines and nets": """
        AI AM CAD CD CPU CV DJ DVD EL FAQ FM FTP GPS GPU GSM HD HTML ICT ID IT LAN LCD LED
        LTE MMS NFC PC PDF PIN QR RFID RSS SIM SMS SUV UHF URL USB VHF VPN VVS WC WIFI WWW
    """,
    "traffic": """
        ABS ATV BMX EPA MC MTB UV
    """,
    "offices and money": """
        AB ABC BNP DM EM EUR FAX GBP HR KF KL KS KY MBA MVH NB NM NOK NR OS OSA PM PR PS
        RSVP SEK SM SO SOU TBA TEL USD VA VD VIP VM ÅF ÅVC
    """,
    "Roman numerals": """
        II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI
    """,
    "words that are stressed, and places": """
        ALDRIG ALLA ALLT BARA BRA EFTER EJ EN ETT FALSKT FEL FÅR FÖR GRÖN GUL GULT HAR HELA HUR HÖG
        ICKE INGA INGEN INTE JA KLAR KLART LÅG MER MEST MYCKE MÅSTE NEJ NU NY NYA NYTT OCH
        OM RÖD RÖTT SAMT SANT SE SKA STOPP VAD VAR VEM ÄR
    """,
}

EVERYDAY = frozenset(word for words in _BY_KIND.values() for word in words.split())
"""Abbreviations, names in capitals and shouted words that need no explanation to anyone."""


def abbreviations_in(text: str) -> tuple[str, ...]:
    """Return the abbreviations of a text, each once, in its order; none of a shouted text."""
    if text.isupper() and len(text.split()) > MOST_SHOUTED:
        return ()
    return tuple(dict.fromkeys(ABBREVIATION.findall(text)))
