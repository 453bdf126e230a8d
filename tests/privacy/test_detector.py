"""What is found in a text, where, and what is not."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lagesbild_xlsx.privacy import (
    NOBODY,
    SEVERE,
    Kind,
    NotPersons,
    cases,
    hits_in,
    masked,
    streets,
    vehicles,
)
from lagesbild_xlsx.privacy.detector import DETECTORS
from lagesbild_xlsx.privacy.text import Text, plain
from lagesbild_xlsx.privacy.words.first_names import FIRST_NAMES
from lagesbild_xlsx.privacy.words.surnames import SURNAMES


def kinds(text: str) -> list[Kind]:
    return [hit.kind for hit in hits_in(text)]


def test_only_a_valid_identity_number_is_an_error() -> None:
    assert frozenset({Kind.IDENTITY}) == SEVERE


def test_hits_come_in_reading_order_with_their_places_in_the_text_as_typed() -> None:
    text = "Omar\u00a0Farah, 8507\u00ad09–9805, Lindvägen 4"
    hits = hits_in(text)
    assert [hit.kind for hit in hits] == [Kind.NAME, Kind.IDENTITY, Kind.STREET]
    assert [hit.text for hit in hits] == ["Omar\u00a0Farah", "8507\u00ad09–9805", "Lindvägen 4"]
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)


@pytest.mark.parametrize(
    "number",
    [
        "850709-9805",
        "19850709-9805",
        "8507099805",
        "198507099805",
        "850709 9805",
        "850709 - 9805",
        "850709\n-9805",
        "850709-\n9805",
        "850709–9805",
        "850709\u20119805",
        "850709\u00a09805",
        "8507\u00ad099805",
        "85\u200b0709-98\u200b05",
        "８５０７０９-９８０５",
        "٨٥٠٧٠٩-٩٨٠٥",
        "1985-07-09-9805",
        "85 07 09-9805",
        "1985 07 09 9805",
        "850709/9805",
        "8\u03015\u0301\u0302\u03030709-9805",
    ],
)
def test_a_valid_number_is_found_in_every_spelling(number: str) -> None:
    assert [(hit.kind, hit.text) for hit in hits_in(f"Se {number}.")] == [(Kind.IDENTITY, number)]
    assert kinds(masked(f"Se {number}.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Referens 1850709-9805 gäller.",
        "Kod 850709-98051 gäller.",
        "Org.nr 556016-0680",
        "Mötet 2021-05-20 1830.",
        "Mötet 2021-05-20-1831.",
        "Från 2020-01-01-2020-12-31.",
        "Från 20200101-20201231.",
        "Klockan 202105201831 slutade larmet.",
        "Beloppet är 9001019803.",
    ],
)
def test_other_figures_are_no_identity_numbers(text: str) -> None:
    assert kinds(text) == []


def test_ten_digits_that_fail_the_check_are_told_only_where_they_are_called_a_number() -> None:
    assert kinds("9001019803") == []
    assert kinds("Pnr 9001019803") == [Kind.FAULTY]
    assert kinds("Anmälan mot: 9001019803") == [Kind.FAULTY]
    assert kinds("Faktura nr: 9001019803") == []


def test_a_date_that_the_year_does_not_have_is_faulty() -> None:
    assert kinds("19850231-9805") == [Kind.FAULTY]
    assert kinds("18850709-9804") == [Kind.FAULTY]


def test_a_bare_number_is_a_telephone_where_it_is_called_one_and_else_the_graver() -> None:
    assert kinds("Ring 0702149807") in ([Kind.PHONE], [])
    assert kinds("Se 0702149808") == [Kind.IDENTITY]
    assert kinds("Ring 0702149808") == [Kind.PHONE]


def test_a_description_ends_where_an_address_begins() -> None:
    hits = hits_in("Det är mannen på Storgatan 12 som stör.")
    assert [(hit.kind, hit.text) for hit in hits] == [
        (Kind.SINGLED_OUT, "mannen på"),
        (Kind.STREET, "Storgatan 12"),
    ]


def test_a_severe_number_is_told_also_inside_something_longer() -> None:
    hits = hits_in("Skriv till 850709-9805@example.se nu.")
    assert Kind.IDENTITY in [hit.kind for hit in hits]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna Berg", "Kontakt med Anna Berg i dag."),
        ("anna  BERG", "Kontakt med Anna Bergs grupp."),
        ("Xhevdet", "Kontakt med Xhevdet i dag."),
        ("Föreningen Anna Berg", "Föreningen Anna Berg bjuder in."),
    ],
)
def test_a_name_that_is_known_is_no_persons(name: str, text: str) -> None:
    assert hits_in(text, NotPersons.of([name, " "])) == ()


@pytest.mark.parametrize(
    "name",
    [
        "ANNA BERG",
        "Tesfaye Gebremariam",
        "Anna-Karin Öberg",
        "K. Berg",
        "Johan af Ekström",
        "Jens Ahl",
    ],
)
def test_a_name_is_found_first_in_a_text_and_inside_it(name: str) -> None:
    assert [hit.text for hit in hits_in(f"{name} ringde.")] == [name]
    assert [hit.text for hit in hits_in(f"Igår ringde {name}, igen.")] == [name]


@pytest.mark.parametrize("text", ["Selma Lagerlöfs torg", "Anders Bergs Bil", "Anna Berg AB"])
def test_a_place_or_a_firm_with_a_persons_name_is_no_person(text: str) -> None:
    assert kinds(f"Stökigt vid {text} i går.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Vi ses i rum Karin Boye, plan 3.",
        "IK Sleipner och IF Sylvia samverkar.",
        "Hos Jönssons, Peab och NCC byggs det.",
        "Vakthavande räddning 010-480 40 00",
        "sakerhetsavdelningen@kommunen.se",
        "Följ @vasterasstad och @raddningstjansten_md",
        "Buskage röjs vid GC-väg 12.",
        "Container vid Verkstadsgatan 18 brann.",
        "Tel vxl 0150-570 00.",
        "Bg 5050-1055 till Barncancerfonden.",
        "Ny rutin RUT-012 gäller.",
        "PAX 200 personer i lokalen",
        "Snapchat används mest bland 13–16-åringar.",
        "Sammanträdesrum Selma Lagerlöf bokas av kansliet.",
        "Möte på Hjalmar Brantingsplatsen.",
        "Hedvig Eleonora församling deltar.",
        "Bråk vid Norra Sten i går.",
        "Anmälda: Centrum 120, Norrmalm 45, Ekeby 3",
        "Lekplatsen vid Solvägen 4 rustas.",
        "Olyckor på riksväg 40 i maj.",
        "Storgatan 30-zon införs.",
        "Störningsjouren nås på 031-332 10 00.",
        "felanmalan.belysning@kommunen.se",
        "Filen lagesbild_vecka_14 är delad.",
        "Se www.kommunen.se/trygghet på Instagram.",
        "Rån och hot, BrB 8:5, ökade.",
        "Hissen 3 ur funktion.",
        "Detaljplan för Kvarngärdet 1:5 är antagen.",
        "Felanmälan nr 45812 om belysning.",
        "OSL 10 kap 18 a §",
        "Delmål 16.1.2.3 i Agenda 2030.",
        "Var tredje flicka i årskurs 2 på gymnasiet är orolig.",
        "Den som bor i området kan anmäla via appen.",
        "Ordföranden i Hyresgästföreningen bjöd in till möte.",
        "Rummen Karin och Hilma är bokade.",
        "Bergmans levererar nya lås.",
        "Hedvigs Kök har tillstånd till 02.",
        "Jensen Education flyttar in.",
        "Maslows behovstrappa togs upp.",
        "Fredrikas hage är lugn.",
        "St Lars kyrka är klottrad.",
        "Björk- och granskog gallras.",
        "Stina och Bengt är fiktiva ungdomar.",
        "Loppet startar vid Storgatan 1.",
        "Marknad på Storgatan 1-20.",
        "Hagby 2-1 vann.",
        "Box 74, 645 22 Strängnäs är kommunens postadress.",
        "Kommunens växel är 021-39 00 00.",
        "Diagnosen F84 är vanlig.",
        "Årskull 2008 får enkäten.",
        "Protokoll SN 2024-05-14 § 61",
        "Det var för 17 år sedan.",
        "Ser man till Sverige är det 16 år.",
        "En man i 30-årsåldern är vanligast.",
        "Utrikes födda i mars 2022 var fler.",
        "Polisen i Eskilstuna har bytt arbetssätt.",
        "Tiggare på torget störde ingen.",
        "Detaljplan för Delfinen 1 är antagen.",
        "Linköpingsmodellen 12 prövas.",
        "Mejla brottsforebyggande@kommunen.se",
    ],
)
def test_what_staff_write_of_no_person_is_not_told(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vi talade med Karin Boman i rum 3.", Kind.NAME),
        ("Besök Ekgatan 4, Solvägen 3, Torggatan 2", Kind.STREET),
        ("Vi talade med IF Sylvias tränare, Anna Berg.", Kind.NAME),
        ("Jönssons lägenhet är tom.", Kind.NAME),
        ("Följ @kalle_vasteras", Kind.HANDLE),
        ("Han bor på Solvägen 4.", Kind.STREET),
        ("info.karin.boye@kommunen.se", Kind.EMAIL),
        ("Hans snap är kalle_14.", Kind.HANDLE),
        ("Ägaren till Kvarngärdet 1:5 är dömd.", Kind.PROPERTY),
        ("Orosanmälan nr 45812, belysning saknas", Kind.CASE),
        ("De bor i Berga 3, Torpa 5, Lunda 7", Kind.STREET),
        ("Den tredje, en flicka i klass 7B på Vasaskolan", Kind.SINGLED_OUT),
        ("Den som bor på Solvägen kan ha sett rånet.", Kind.SINGLED_OUT),
        ("Ordföranden i Åby IF är polisanmäld.", Kind.SINGLED_OUT),
        ("Bergmans dotter är tolv.", Kind.NAME),
        ("Björn ringde om bommen.", Kind.NAME),
        ("Axel i 7B är borta.", Kind.NAME),
        ("Bor på Storgatan 1 vid marknaden", Kind.STREET),
        ("Familjen på Storgatan 1-9 oroas.", Kind.STREET),
        ("Pappans box är Box 74, 645 22 Strängnäs", Kind.STREET),
        ("Byns enda imam är hotad.", Kind.SINGLED_OUT),
        ("Den äldste av bröderna greps.", Kind.SINGLED_OUT),
        ("Nämndens ordförande fick dödshot.", Kind.SINGLED_OUT),
        ("Misstänkt man 17 år", Kind.SINGLED_OUT),
        ("Elin -07 och Adam -08", Kind.BIRTH),
        ("Bankgiro 90 20 03-3 är kassörens eget", Kind.ACCOUNT),
        ("Dnr IFO-BoU-24-0093", Kind.CASE),
        ("Sedd på Norra byväg 14", Kind.STREET),
        ("Skylten börjar på ABC", Kind.VEHICLE),
        ("Andelen är stor. En 15-årig pojke på Åkersskolan greps.", Kind.SINGLED_OUT),
        ("Pjäsen ställs in. Elin i 7B är borta.", Kind.NAME),
        ("Scenariot är klart.\nAnna Berg ringde.", Kind.NAME),
        ("Marknaden är slut. Larm från Storgatan 12.", Kind.STREET),
        ("Detaljplan antas. Björnen 7 står tom.", Kind.PROPERTY),
    ],
)
def test_what_looks_like_it_but_is_a_persons_is_told(text: str, kind: Kind) -> None:
    assert kind in kinds(text)


def test_a_place_in_a_list_of_addresses_is_not_cut_inside_its_name() -> None:
    assert [hit.text for hit in hits_in("Bor i Vallby 7, Bäckby 12")] == ["Vallby 7", "Bäckby 12"]


def test_every_common_first_name_before_a_surname_is_found() -> None:
    texts = {f"{first.title()} Ahlström" for first in FIRST_NAMES}
    missed = {text for text in texts if [hit.text for hit in hits_in(f"Se {text}.")] != [text]}
    assert missed == set()


def test_every_common_surname_after_a_first_name_is_found() -> None:
    texts = {f"Anna {surname.title()}" for surname in SURNAMES}
    missed = {text for text in texts if [hit.text for hit in hits_in(f"Se {text}.")] != [text]}
    assert missed == set()


def test_a_name_after_a_body_is_a_persons_only_where_both_parts_are_listed() -> None:
    assert [hit.text for hit in hits_in("Ring Polisen Per Sandström.")] == ["Per Sandström"]
    assert kinds("Ring Polisen Mitt Norra.") == []
    assert kinds("Ring Föreningen Ulfhälls Hällar.") == []


def test_a_first_name_that_is_known_hides_nobody_with_that_name() -> None:
    assert [hit.text for hit in hits_in("Anna Berg", NotPersons.of(["Anna"]))] == ["Anna Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "en åttaårig flicka i Hamnsundet",
        "en tjugotreårig man från Åker",
        "En pojke, 15 år, från Åkersskolan",
        "den 17-årige killen ifrån Mariefred",
    ],
)
def test_an_age_in_any_words_singles_out(text: str) -> None:
    assert [hit.text for hit in hits_in(f"{text} greps.")] == [text]


@pytest.mark.parametrize(
    "text", ["Storgatan 12-14", "Häradsvägen nr 7", "Torggatan 4 lgh 1102", "Storg. 12"]
)
def test_a_house_number_is_found_however_it_is_put(text: str) -> None:
    assert kinds(f"Larm från {text}.") == [Kind.STREET]


def test_a_known_name_does_not_hide_another() -> None:
    known = NotPersons.of(["Anna Berg"])
    assert [hit.text for hit in hits_in("Anna Berg och Anna Bergman", known)] == ["Anna Bergman"]


def test_text_without_figures_or_capitals_imports_no_heavy_library() -> None:
    program = (
        "import sys; from lagesbild_xlsx.privacy import hits_in; hits_in('Lugnt på torget.');"
        "print([m for m in ('phonenumbers', 'personnummer') if m in sys.modules])"
    )
    run = [sys.executable, "-c", program]
    done = subprocess.run(run, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "odd", ["A.", "Å\u0308", "07 ", "a@", "Anna Berg. ", "19900101-", "född ", "("]
)
def test_a_cell_full_of_one_thing_is_searched_in_a_moment(odd: str) -> None:
    assert len(hits_in(odd * (32_000 // len(odd)))) < 4_000


@pytest.mark.parametrize("names", [FIRST_NAMES, SURNAMES])
def test_listed_names_are_names_in_small_letters(names: frozenset[str]) -> None:
    assert len(names) >= 500
    assert all(re.fullmatch(r"[^\W\d_A-ZÅÄÖ]+(?:-[^\W\d_A-ZÅÄÖ]+)*", name) for name in names)


@pytest.mark.parametrize("filler", [8_185, 8_188, 8_190, 8_191, 16_000])
def test_a_number_across_the_end_of_a_very_long_text_is_found(filler: int) -> None:
    text = "ord " * filler + " 640823-3234 slut " + "ord " * filler
    [hit] = hits_in(text)
    assert (hit.kind, hit.text) == (Kind.IDENTITY, "640823-3234")
    assert text[hit.start : hit.end] == hit.text
    assert "640823-3234" not in masked(text)


def test_a_cell_full_of_addresses_is_searched_in_a_moment() -> None:
    assert len(hits_in("a@b.se " * 4_600)) == 4_600


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En kvinna, född 1985, i Åby anmälde.", [Kind.SINGLED_OUT, Kind.BIRTH]),
        ("En man, född 1962, boende i Malmköping", [Kind.SINGLED_OUT, Kind.BIRTH]),
        ("en pojke på 15\når från Åby", [Kind.SINGLED_OUT]),
        ("Kontakt: Anna,070-123 45 67", [Kind.NAME, Kind.PHONE]),
        ("f\t19850505", [Kind.BIRTH]),
        ("f\n1985-05-05", [Kind.BIRTH]),
    ],
)
def test_what_is_found_is_not_left_out_for_its_signs(text: str, expected: list[Kind]) -> None:
    assert kinds(text) == expected


WORDS = [
    "född", "f", "f.", " ", "\n", "\t", "1985", "år", "En", "man", "pojken", "i", "Åby", ",",
    "på", "15", "-", "årig", "Anna", "Berg", "070-123 45 67", "0701234567", "640823-3234",
    "ABC 123", "abc123", "reg.nr", "B 1234-21", "mål", "Storgatan", "storgatan", "3", "a@b.se",
    "klass 7", "åk 8", "gränd", "Torget", "Storg.", "(", "K1234-21", "SN 2021/12", "Ö",
    "Ćosić", "Želj", "Ж", "Norra", "gatan", "Gerhards", "väg", "nr", "nr.", "terrassen", "’",
    "2025-5000-BG1178", "FV-21-1234", "UM 123-21", "IoF", "BUN-KR", "2021/12", "_", "#", "?",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=12,
    )
)
def test_every_detector_is_asked_that_would_find_anything(words: list[str]) -> None:
    text = "".join(words)
    every = [span for each in DETECTORS for span in each.find(Text(plain(text).text), NOBODY)]
    told = {(hit.start, hit.end) for hit in hits_in(text)}
    assert all(any(start < span.end and span.start < end for start, end in told) for span in every)


AT_DIGITS = {
    "case": (cases._CASE, cases._REACH),  # noqa: SLF001 - what a detector searches with
    "record": (cases._RECORD, cases._REACH),  # noqa: SLF001 - the same
    "plate": (vehicles._PLATE, vehicles._REACH),  # noqa: SLF001 - the same
    "foreign plate": (vehicles._CAPITALS, vehicles._REACH),  # noqa: SLF001 - the same
    "street": (streets._NUMBERED, streets._REACH),  # noqa: SLF001 - the same
}


@pytest.mark.parametrize("name", AT_DIGITS)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nothing_is_missed_before_the_first_digit(name: str, data: st.DataObject) -> None:
    pattern, reach = AT_DIGITS[name]
    before = data.draw(st.text(alphabet="aA1 -?*.n", max_size=6))
    found = data.draw(st.from_regex(pattern._compiled))  # noqa: SLF001 - texts that it finds
    text = Text(plain(before + found).text)
    begun = pattern.finditer(text.text, text.before_digits(reach))
    assert [hit.span() for hit in begun] == [hit.span() for hit in pattern.finditer(text.text)]
