"""Number formats, as Excel has them: what a code says is what is shown."""

from __future__ import annotations

import datetime as dt
import doctest
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagesbild_xlsx import numberformat
from lagesbild_xlsx.numberformat import (
    BUILT_IN,
    LONGEST,
    moment_of,
    number_format,
    serial_of,
)


def shown(code: str, value: float | str, *, date1904: bool = False) -> str:
    form = number_format(code, date1904=date1904)
    text = form.shown_text(value) if isinstance(value, str) else form.shown(value)
    return text.replace("\u00a0", "~")  # else no reader would see which space it is


# ------------------------------------------------------------------ numbers


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("0", 2.5, "3"),
        ("0", -2.5, "-3"),
        ("0", -0.2, "0"),
        ("0.00", 1.005, "1,01"),
        ("0.00", 0.1 + 0.2, "0,30"),
        ("0.00", -0.001, "0,00"),
        ("000", 7, "007"),
        ("#", 0, ""),
        ("#.##", 1.5, "1,5"),
        ("#.##", 1, "1,"),
        ("#.##", 0.5, ",5"),
        ("0.0#", 12.345, "12,35"),
        ("?0.0?", 1.5, " 1,5 "),
        ("#.###0", -10.29, "-10,290"),
        (".00", 12.5, "12,50"),
        ("#,##0", 1234567, "1~234~567"),
        ("#,##0.00", 1234567.891, "1~234~567,89"),
        ("0,000", 5, "0~005"),
        ("?,???,???", 12345, "   12~345"),
        ("0,", 1234567, "1235"),
        ("0.0,,", 1234567, "1,2"),
        ("0.#,", 1234567, "1234,6"),
        (",0", 5, ",5"),
        ("0 ,", 1234, "1234 ,"),
        ("0%", 0.085, "9%"),
        ("0.0 %", 0.085, "8,5 %"),
        ("0.0%%", 0.5, "5000,0%%"),
        ('0.0" %"', 5, "5,0 %"),
        ("0.0\\ \\%", 5, "5,0 %"),
        ("0", 1e22, "1" + "0" * 22),
        ("0", 123456789012345678, "123456789012346000"),
        ("000-00-0000", 123456789, "123-45-6789"),
        ("###-####", 12, "-12"),
        ('"This is "0"."00', 3.14, "This is 0.03"),
        ("0.0.0", 1.25, "1,2.5"),
        ("-0", 5, "-5"),
        ("$#,##0.00", -1234.5, "-$1~234,50"),
        ('"-"0', -3, "--3"),
    ],
)
def test_digits_are_put_in_their_places(code: str, value: float, text: str) -> None:
    assert shown(code, value) == text


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ('0 "veckor"', 5, "5 veckor"),
        ('"h""I"', 1, "hI"),
        ("0\\ \\m\\2", 2, "2 m2"),
        ("0_)", 2, "2 "),
        ("0* x", 2, "2x"),
        ("**0", 2, "2"),
        ("[Red]0", 2, "2"),
        ("[Color 12]0", 2, "2"),
        ("0 kr", 2, "2 kr"),
        ("0\\ [$kr-41D]", 2, "2 kr"),
        ("[$€-2]\\ 0", 2, "€ 2"),
        ("[$USD]\\ 0", 2, "USD 2"),
        ('"[h]:mm" 0', 2, "[h]:mm 2"),
        ("123", 0.7, "123"),
        ('0 "utan slut', 2, "2 utan slut"),
        ("0\\", 2, "2\\"),
    ],
)
def test_text_in_a_code_is_shown(code: str, value: float, text: str) -> None:
    assert shown(code, value) == text


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("0.00E+00", 1500000, "1,50E+06"),
        ("0.00E+00", -0.00015, "-1,50E-04"),
        ("0.0e-0", 12345, "1,2e4"),
        ("##0.0E+0", 12345, "12,3E+3"),
        ("##0.0E+0", 999999, "1,0E+6"),
        ("##0.0E+0", 0.00012, "120,0E-6"),
        ("##0.0E+0", 0, "000,0E+0"),
        ("0.0|E+|0", 0.5, "5,0|E|-1"),
        ("0E+000", 1e100, "1E+100"),
    ],
)
def test_exponents_are_shown(code: str, value: float, text: str) -> None:
    assert shown(code, value) == text


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("# ?/?", 0.5, " 1/2"),
        ("# ?/?", 12.3, "12 1/3"),
        ("# ?/?", 0.3, " 2/7"),
        ("# ?/?", 5, "5    "),
        ("# ?/?", 0, "0    "),
        ("# ?/?", -0.01, "0    "),
        ("# ??/??", -12.34, "-12 17/50"),
        ("# ??/??", 1.2, "1  1/5 "),
        ("# ???/???", 1234.5678, "1234  67/118"),
        ("??/??", 1.2, " 6/5 "),
        ("# ?/4", 12.3, "12 1/4"),
        ("# ??/16", 1.3, "1  5/16"),
        ("# ??/100", 1.285, "1 29/100"),
        ("# #/#", 2, "2"),
        ("# 0/0", 2, "2 0/1"),
        ("? 0/0", 0, "0 0/1"),
        ("#,##0 ?/?", 1234.5, "1~234 1/2"),
        ('0" av "?/?', 2.5, "2 av 1/2"),
        ("0/", 2, "2/"),
    ],
)
def test_fractions_are_shown(code: str, value: float, text: str) -> None:
    assert shown(code, value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (7, "7"),
        (-12.5, "-12,5"),
        (1 / 3, "0,333333333"),
        (2 / 3, "0,666666667"),
        (1234.56789, "1234,56789"),
        (123456.789012, "123456,789"),
        (12345678901, "12345678901"),
        (123456789012, "1,23457E+11"),
        (99999999999.9, "1E+11"),
        (0.00012345678, "0,000123457"),
        (0.000012, "0,000012"),
        (0.00001234567, "1,23457E-05"),
        (1e-10, "1E-10"),
        (9.999999e-12, "1E-11"),
        (1e100, "1E+100"),
    ],
)
def test_general_has_eleven_signs(value: float, text: str) -> None:
    assert shown("General", value) == text
    assert shown('"ca "General" st"', abs(value)) == f"ca {text.strip('-')} st"


# ------------------------------------------------------------------ sections


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("0", ("5", "-5", "0", "x")),
        ("0;(0)", ("5", "(5)", "0", "x")),
        ("0;(0);-", ("5", "(5)", "-", "x")),
        ('0;-0;"-";"Dnr "@', ("5", "-5", "-", "Dnr x")),
        (";;;", ("", "", "", "")),
        ("0;;", ("5", "", "", "x")),
        ('"Ja";;"Nej"', ("Ja", "", "Nej", "x")),
        ("+0;-0;±0", ("+5", "-5", "±0", "x")),
        ("0;[Red]-0;@", ("5", "-5", "0", "x")),
        ('"Dnr KS "@', ("5", "-5", "0", "Dnr KS x")),
        ("@@", ("5", "-5", "0", "xx")),
        ('0;0;0;"text"', ("5", "5", "0", "text")),
        ("0;0;0;General", ("5", "5", "0", "x")),
        ('"alltid"', ("alltid", "-alltid", "alltid", "x")),
        ('_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', (" 5,00 ", "-5,00 ", " -   ", "x")),
    ],
)
def test_sections_are_for_positive_negative_zero_and_text(
    code: str, texts: tuple[str, ...]
) -> None:
    assert tuple(shown(code, value) for value in (5, -5, 0, "x")) == texts


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ('[=1]"Ja";[=0]"Nej"', 1, "Ja"),
        ('[=1]"Ja";[=0]"Nej"', 0, "Nej"),
        ('[=1]"Ja";[=0]"Nej"', 2, "2"),
        ('[=1]"Ja";[=0]"Nej"', -2.5, "-2,5"),
        ('[<10]#" lite"', 9, "9 lite"),
        ('[<10]#" lite"', 10, "10"),
        ('[< -10]0" grader"', -11, "-11 grader"),
        ('[>=1000000]0.0,," mnkr";[>=1000]0," tkr";0', 1500000, "1,5 mnkr"),
        ('[>=1000000]0.0,," mnkr";[>=1000]0," tkr";0', 2500, "3 tkr"),
        ('[>=1000000]0.0,," mnkr";[>=1000]0," tkr";0', -5, "-5"),
        ("[<=9999999]000-00 00;(000) 000 00 00", 81234567, "(008) 123 45 67"),
        ('[<-25]"A"0;[>25]"B"0;"C"0', -26, "A26"),
        ('[<-25]"A"0;[>25]"B"0;"C"0', -25, "-C25"),
        ("[>=10]0.0;0", -5, "-5"),
        ("[>-6]0.0;0", -7, "7"),
        ("[<>0]0.0;0", 0, "0"),
        ("[>1e2]0.0;0", 101, "101,0"),
        ("[1]0", 5, "5"),
    ],
)
def test_conditions_go_before_the_places_of_sections(code: str, value: float, text: str) -> None:
    assert shown(code, value) == text


# ------------------------------------------------------------------ dates and times


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("yyyy-mm-dd", 44336, "2021-05-20"),
        ("YYYY-MM-DD", 44336, "2021-05-20"),
        ("d/m yyyy", 44336, "20-5 2021"),
        ("d\\/m yyyy", 44336, "20/5 2021"),
        ("y yy yyy yyyy", 44336, "21 21 2021 2021"),
        ("m mm mmm mmmm mmmmm", 44336, "5 05 maj maj m"),
        ("d dd ddd dddd", 44336, "20 20 to torsdag"),
        ("dddd", 44339, "söndag"),
        ('"v. "ww', 44336, "v. 20"),
        ("e", 44336, "2021"),
        ("bbbb", 44336, "2564"),
        ('"Klart senast "yyyy-mm-dd', 44336, "Klart senast 2021-05-20"),
        ("yyyy-mm-dd;@", 44336, "2021-05-20"),
        ("[$-41D]d mmmm", 44336, "20 maj"),
        ("[$-409]mmmm d, yyyy", 44336, "May 20, 2021"),
        ("[$-en-US]d mmm", 44336, "20 May"),
        ("[$-1010409]m/d/yyyy", 44336, "5/20/2021"),
        ("[$-407]dddd d. mmmm", 44336, "Donnerstag 20. Mai"),
        ("[$-0]mmmm", 44336, "maj"),
        ("[$-F800]dddd, mmmm dd, yyyy", 44336, "den 20 maj 2021"),
        ("[$-x-systime]h:mm:ss AM/PM", 44336.75, "18:00:00"),
        ("yyyy-mm-dd", 0, "1900-01-00"),
        ("yyyy-mm-dd", 59, "1900-02-28"),
        ("yyyy-mm-dd", 60, "1900-02-29"),
        ("yyyy-mm-dd", 61, "1900-03-01"),
        ("yyyy-mm-dd dddd", 1, "1900-01-01 söndag"),
        ("yyyy-mm-dd", 2958465.9, "9999-12-31"),
        ("yyyy-mm-dd", 2958466, "2958466"),
        ("yyyy-mm-dd", -1, "-1"),
        ("yyyy-mm-dd", 44336.99999, "2021-05-20"),
    ],
)
def test_days_are_shown(code: str, value: float, text: str) -> None:
    assert shown(code, value) == text


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("h:mm", 0.75, "18:00"),
        ("hh:mm:ss", 0.5, "12:00:00"),
        ("h:mm AM/PM", 0.75, "6:00 em"),
        ("h:mm AM/PM", 0, "12:00 fm"),
        ("[$-409]h:mm AM/PM", 0.75, "6:00 PM"),
        ("h A/P", 0.75, "6 P"),
        ("h a/p", 0.25, "6 a"),
        ("AM/PM", 0.25, "fm"),
        ('h" h "mm" min"', 0.5, "12 h 00 min"),
        ("ss.0", 0.70707, "10,8"),
        ("ss,0", 0.70707, "10,8"),
        ("mm:ss.000", 0.70707, "58:10,848"),
        ("hh .00", 0.70707, "16 ,85"),
        ("s.00000", 0.70707, "10,84800"),
        ("hh:mm", 0.99999, "23:59"),
        ("hh:mm:ss", 0.999999, "00:00:00"),
        ("yyyy-mm-dd hh:mm", 44336.999999, "2021-05-21 00:00"),
        ("m:h:m", 0.5, "1:12:0"),
        ("mm:ss", 0.5, "00:00"),
        ("h-m-m", 3290.1278435, "3-4-1"),
        ("[h]:mm", 1.5, "36:00"),
        ('[h]:mm" timmar"', 1.5, "36:00 timmar"),
        ("[hh]:mm:ss", 2.9999999999999996, "72:00:00"),
        ("[mm]:ss", 3.14159, "4523:53"),
        ("[s].000", 3.14159, "271433,376"),
        ("[h] h", 3.14159, "75 75"),
        ("[h]:mm", -1.5, "-36:00"),
        ("[h]:mm;-[h]:mm", -1.5, "-36:00"),
        ("[h]:mm", -1e-9, "0:00"),
        ("hh:mm", -0.5, "-0,5"),
        ("[h]:mm", 1e300, "1E+300"),
    ],
)
def test_times_are_shown(code: str, value: float, text: str) -> None:
    assert shown(code, value) == text


def test_days_are_counted_from_1904_where_the_workbook_does() -> None:
    assert shown("yyyy-mm-dd dddd", 0, date1904=True) == "1904-01-01 fredag"
    assert shown("yyyy-mm-dd", 44336 - 1462, date1904=True) == "2021-05-20"
    assert shown("[h]:mm", 1.5, date1904=True) == "36:00"
    assert shown("hh:mm", -0.5, date1904=True) == "-12:00"
    assert shown("yyyy-mm-dd", 2957004, date1904=True) == "2957004"


@given(st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(9999, 12, 31)), st.booleans())  # noqa: DTZ001
def test_moment_has_one_serial_number(moment: dt.datetime, date1904: bool) -> None:  # noqa: FBT001
    moment = moment.replace(microsecond=0)
    serial = serial_of(moment, date1904=date1904)
    if serial >= 0:
        assert moment_of(serial, date1904=date1904) == moment
        form = number_format("yyyy-mm-dd hh:mm:ss", date1904=date1904)
        assert form.moment(serial) == moment
        assert form.shown(serial) == str(moment)


@pytest.mark.parametrize("serial", [-1, 2958466, 1e300, -1e300])
def test_there_are_moments_in_the_calendar_only(serial: float) -> None:
    assert moment_of(serial) is None


@pytest.mark.parametrize(
    ("code", "value", "is_moment"),
    [
        ("yyyy-mm-dd", 44336, True),
        ("h:mm", 0.5, True),
        ("[h]:mm", 0.5, False),
        ('0" dagar"', 5, False),
        ("General", 44336, False),
        ("[<1]hh:mm;0", 0.5, True),
        ("[<1]hh:mm;0", 5, False),
    ],
)
def test_format_says_whether_it_shows_a_moment(code: str, value: float, is_moment: bool) -> None:  # noqa: FBT001
    assert (number_format(code).moment(value) is not None) is is_moment


def test_built_in_formats_are_those_of_a_swedish_excel() -> None:
    assert shown(BUILT_IN[14], 44336.75) == "2021-05-20"
    assert shown(BUILT_IN[15], 44336.75) == "20-maj-21"
    assert shown(BUILT_IN[22], 44336.75) == "2021-05-20 18:00"
    assert shown(BUILT_IN[8], -1234.5) == "-1~234,50 kr"
    assert shown(BUILT_IN[44], 0) == " -   kr "
    assert shown(BUILT_IN[47], 0.70707) == "58:10,8"
    assert all(number_format(code).shown(1) for code in BUILT_IN.values())


# ------------------------------------------------------------------ codes that cannot be read


@pytest.mark.parametrize(
    "code",
    [
        "",
        "0;0;0;0;0",
        "0." + "0" * 400,
        "hh 0",
        "0 st",
        "General 0",
        "yyyy General",
    ],
)
def test_code_that_cannot_be_read_is_general(code: str) -> None:
    assert shown(code, 12.5) == "12,5"


CODES = st.text(
    st.sampled_from('0#?.,%/E+-"\\_*[]$<>=@;:ymdhsbegwaAP1 å\n') | st.characters(), max_size=300
)
VALUES = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-10, 60_000)


@given(CODES, VALUES, st.booleans())
def test_any_code_shows_something(code: str, value: float, date1904: bool) -> None:  # noqa: FBT001
    form = number_format(code, date1904=date1904)
    assert isinstance(form.shown(value), str)
    assert isinstance(form.shown_text("text"), str)
    assert form.moment(value) is None or isinstance(form.moment(value), dt.datetime)


@pytest.mark.parametrize(
    "piece",
    [
        "[$",
        "[",
        '"',
        "\\",
        "0-",
        "#,",
        "0.",
        "%",
        "E+0",
        "?/?",
        "[h]",
        "m",
        "h:",
        ".0",
        "_",
        "*",
        "@",
    ],
)
def test_long_code_takes_no_time(piece: str) -> None:
    code = (piece * LONGEST)[:LONGEST]
    start = process_time()
    for value in (1.5, -1e300, 5e-324):
        number_format(code).shown(value)
    assert process_time() - start < 0.5


def test_examples_of_the_package_are_true() -> None:
    assert doctest.testmod(numberformat) == doctest.TestResults(failed=0, attempted=2)
