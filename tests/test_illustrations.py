"""Pictures of a workbook as they are prepared for Word: where, how large, what is in them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from PIL import Image, ImageChops, PngImagePlugin

from lagesbild_xlsx.diagnostics import Severity, StopError
from lagesbild_xlsx.pictures import Illustration, PictureFile
from lagesbild_xlsx.pictures.alt_texts import is_written
from tests.drawnbook import (
    INCH,
    MC,
    book_with_rich_image,
    book_with_wps_image,
    drawn_book,
    image_file,
    one_cell,
    pic,
    shown,
    two_cells,
)
from tests.rawbook import strict, write_parts

RED, GREEN, DARK_RED, DARK_GREEN = (255, 0, 0), (0, 255, 0), (128, 0, 0), (0, 128, 0)


def the_one(path: Path) -> Illustration:
    """Return the only picture that a workbook shows."""
    [found] = shown(path).value
    return found


def body_of(path: Path) -> PictureFile:
    body = the_one(path).body
    assert isinstance(body, PictureFile)
    return body


def pixels_of(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(body_of(path).data)).convert("RGB")


def on_sheet(content: str, at: tuple[int, int], size: tuple[int, int]) -> str:
    """Return an anchor with a place and a size on the sheet."""
    where = f'<xdr:pos x="{at[0]}" y="{at[1]}"/><xdr:ext cx="{size[0]}" cy="{size[1]}"/>'
    return f"<xdr:absoluteAnchor>{where}{content}<xdr:clientData/></xdr:absoluteAnchor>"


def frame(uri: str) -> str:
    """Return a frame that holds something of a kind."""
    held = f'<a:graphicData uri="{uri}"/>'
    return f"<xdr:graphicFrame><a:graphic>{held}</a:graphic></xdr:graphicFrame>"


def is_same(one: Image.Image, other: Image.Image) -> bool:
    """Return whether two pictures have the same pixels."""
    return ImageChops.difference(one, other).getbbox() is None


def codes(path: Path) -> list[tuple[str, str | None]]:
    return [(finding.rule.code, finding.place.cell) for finding in shown(path).findings]


# ------------------------------------------------------------------ where, and how large


@pytest.mark.parametrize(
    ("anchor", "cell", "bottom"),
    [
        (one_cell(pic(), column=1, row=6), "B7", 9),
        (two_cells(pic(), (1, 6), (3, 9)), "B7", 9),
        (on_sheet(pic(), (700_000, 200_000), (INCH, INCH)), "B2", 6),
    ],
)
def test_a_picture_stands_where_its_upper_left_corner_is(
    tmp_path: Path, anchor: str, cell: str, bottom: int
) -> None:
    found = the_one(drawn_book(tmp_path / "a.xlsx", [anchor]))
    assert (found.place.cell, found.place.sheet, found.bottom_row) == (cell, "Blad", bottom)
    assert (found.width, found.height) == (INCH, INCH // 2)


def test_an_own_height_of_rows_counts_where_a_picture_has_a_place_on_the_sheet(
    tmp_path: Path,
) -> None:
    anchor = on_sheet(pic(), (0, 100 * 12_700), (9, 9))
    rows = '<row r="1" ht="90" customHeight="1"/>'
    assert the_one(drawn_book(tmp_path / "a.xlsx", [anchor], rows=rows)).place.cell == "A2"


def test_a_picture_without_a_size_is_as_large_as_its_cells(tmp_path: Path) -> None:
    path = drawn_book(tmp_path / "a.xlsx", [two_cells(pic(size=(0, 0)), (0, 0), (2, 3))])
    found = the_one(path)
    assert (found.width, found.height) == (2 * 64 * 9_525, 3 * 15 * 12_700)


def test_pictures_come_in_reading_order(tmp_path: Path) -> None:
    anchors = [one_cell(pic(), column=c, row=r) for c, r in ((0, 9), (4, 2), (1, 2))]
    found = shown(drawn_book(tmp_path / "a.xlsx", anchors)).value
    assert [each.place.cell for each in found] == ["B3", "E3", "A10"]


def test_of_a_picture_in_several_forms_the_first_counts(tmp_path: Path) -> None:
    both = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="x">{pic()}</mc:Choice>'
        f"<mc:Fallback>{pic()}</mc:Fallback></mc:AlternateContent>"
    )
    assert len(shown(drawn_book(tmp_path / "a.xlsx", [one_cell(both)])).value) == 1


@pytest.mark.parametrize(
    ("rows", "before"),
    [
        ('<row r="2" hidden="1"/><row r="3" hidden="1"/>', ""),
        ("", '<cols><col min="2" max="2" width="9" hidden="1"/></cols>'),
    ],
)
def test_what_stands_in_hidden_cells_is_not_shown(tmp_path: Path, rows: str, before: str) -> None:
    for number, anchor in enumerate((one_cell(pic()), two_cells(pic(), (1, 1), (1, 2)))):
        path = drawn_book(tmp_path / f"{number}.xlsx", [anchor], rows=rows, before=before)
        assert shown(path) == ((), ())


def test_a_hidden_picture_is_not_shown(tmp_path: Path) -> None:
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic(words='hidden="1"'))])
    assert shown(path) == ((), ())


# ------------------------------------------------------------------ what is seen of it


def test_what_is_cropped_away_is_gone(tmp_path: Path) -> None:
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic(source='l="50000" b="50000"'))])
    seen = pixels_of(path)
    assert seen.size == (20, 10)
    assert seen.getcolors() == [(200, DARK_GREEN)]


def test_a_crop_that_reaches_outside_gives_room_that_is_transparent(tmp_path: Path) -> None:
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic(source='l="-50000"'))])
    seen = Image.open(io.BytesIO(body_of(path).data))
    assert (seen.size, seen.getpixel((0, 0))) == ((60, 20), (0, 0, 0, 0))


@pytest.mark.parametrize(
    ("transform", "corner", "size"),
    [
        ("", DARK_RED, (INCH, INCH // 2)),
        ('flipH="1"', DARK_GREEN, (INCH, INCH // 2)),
        ('flipV="1"', RED, (INCH, INCH // 2)),
        ('rot="5400000"', RED, (INCH // 2, INCH)),
        ('rot="10800000"', GREEN, (INCH, INCH // 2)),
        ('rot="-5400000"', DARK_GREEN, (INCH // 2, INCH)),
        ('rot="5400000" flipH="1"', GREEN, (INCH // 2, INCH)),
    ],
)
def test_flips_and_quarter_turns_are_in_the_file_itself(
    tmp_path: Path, transform: str, corner: tuple[int, int, int], size: tuple[int, int]
) -> None:
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic(transform=transform))])
    found = the_one(path)
    assert (found.width, found.height) == size
    assert pixels_of(path).getpixel((0, 0)) == corner
    assert body_of(path).rotation == 0


def test_another_angle_is_kept_as_one(tmp_path: Path) -> None:
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic(transform='rot="600000"'))])
    assert body_of(path).rotation == 600_000
    assert pixels_of(path).size == (40, 20)


def test_a_picture_is_no_sharper_than_it_is_seen(tmp_path: Path) -> None:
    images = {"bild.jpeg": image_file("JPEG", (2_000, 1_000))}
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], images)
    assert pixels_of(path).size == (220, 110)
    assert body_of(path).content_type == "image/jpeg"


def test_effects_are_kept_and_what_the_picture_was_before_is_not(tmp_path: Path) -> None:
    inside = (
        '<a:grayscl/><a:lum bright="20000"/><a:extLst><a:ext uri="x"><a:hemligt/></a:ext>'
        "</a:extLst>"
    )
    effects = body_of(drawn_book(tmp_path / "a.xlsx", [one_cell(pic(inside=inside))])).effects
    assert "grayscl" in effects
    assert 'bright="20000"' in effects
    assert "ext" not in effects


# ------------------------------------------------------------------ what is in the file


def exif() -> bytes:
    """Return EXIF data with a place and a name."""
    said = Image.Exif()
    said[0x013B] = "Anna Andersson"
    said[0x0112] = 6
    said.get_ifd(0x8825)[1] = "N"
    return said.tobytes()


def test_a_photograph_keeps_its_pixels_and_loses_place_name_and_time(tmp_path: Path) -> None:
    form: dict[str, Any] = {"exif": exif(), "comment": b"C:\\Users\\anna", "dpi": (300, 300)}
    photograph = image_file("JPEG", **form) + b"efter slutet: Anna"
    assert b"Anna Andersson" in photograph
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], {"bild.jpeg": photograph})
    kept = body_of(path).data
    for gone in (b"Exif", b"Anna", b"C:\\Users"):
        assert gone not in kept
    before, after = (Image.open(io.BytesIO(each)) for each in (photograph, kept))
    assert is_same(before, after)
    assert after.size == (40, 20)  # the orientation that it had is that of no program of Office


def test_a_progressive_photograph_with_colours_of_its_own_keeps_them(tmp_path: Path) -> None:
    photograph = image_file("JPEG", (300, 200), progressive=True, icc_profile=b"profil" * 20)
    size = (3 * INCH, 2 * INCH)
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic(size=size))], {"b.jpeg": photograph})
    kept = Image.open(io.BytesIO(body_of(path).data))
    assert kept.info["icc_profile"] == b"profil" * 20
    assert is_same(kept, Image.open(io.BytesIO(photograph)))


def test_the_small_picture_in_a_photograph_is_not_kept(tmp_path: Path) -> None:
    photograph = image_file("JPEG")
    start = photograph.index(b"JFIF\0")
    length = 16 + 3 * 4
    small = photograph[: start - 2] + length.to_bytes(2, "big") + photograph[start : start + 12]
    small += b"\x02\x02" + b"hemligt hand" + photograph[start + 14 :]
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], {"b.jpeg": small})
    assert b"hemligt" not in body_of(path).data
    assert pixels_of(path).size == (40, 20)


def test_a_drawing_in_png_loses_its_texts_and_keeps_how_it_is_shown(tmp_path: Path) -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Anna Andersson")
    texts.add_itxt("Path", "/home/anna/karta.png")
    drawing = image_file("PNG", pnginfo=texts, dpi=(300, 300), exif=exif()) + b"efter slutet"
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], {"bild.png": drawing})
    kept = body_of(path).data
    for gone in (b"Anna", b"/home", b"eXIf", b"tEXt", b"iTXt", b"efter"):
        assert gone not in kept
    assert b"pHYs" in kept
    assert pixels_of(path).getpixel((0, 0)) == DARK_RED


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_formats_become_png_without_what_they_held(tmp_path: Path, form: str) -> None:
    how: dict[str, Any] = {"exif": exif(), "lossless": True} if form == "WEBP" else {}
    how = {"comment": b"Anna"} if form == "GIF" else how
    images = {f"bild.{form.lower()}": image_file(form, **how)}
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], images)
    assert (body_of(path).content_type, body_of(path).extension) == ("image/png", "png")
    assert b"Anna" not in body_of(path).data
    assert pixels_of(path).getpixel((39, 19)) == GREEN


def test_a_photograph_for_print_is_cropped_in_colours_for_screens(tmp_path: Path) -> None:
    images = {"bild.jpeg": image_file("JPEG", mode="CMYK")}
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic(source='l="50000"'))], images)
    kept = Image.open(io.BytesIO(body_of(path).data))
    assert (kept.mode, kept.size) == ("RGB", (20, 20))


EMF = b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(60)


def test_a_metafile_is_carried_as_it_is_but_not_with_what_is_cropped_away(tmp_path: Path) -> None:
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], {"bild.emf": EMF})
    assert (body_of(path).data, body_of(path).content_type) == (EMF, "image/x-emf")
    cropped = one_cell(pic(source='l="50000"'))
    path = drawn_book(tmp_path / "b.xlsx", [cropped], {"bild.emf": EMF})
    assert shown(path).value == ()
    assert codes(path) == [("LB238", "B2")]


def test_a_metafile_does_not_say_what_its_file_was_called(tmp_path: Path) -> None:
    said = "Ritprogram\0Annas karta.emf\0\0".encode("utf-16-le")
    head = EMF[:60] + struct.pack("<II", len(said) // 2, len(EMF)) + EMF[68:]
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], {"bild.emf": head + said + b"rest"})
    kept = body_of(path).data
    assert kept == EMF + bytes(len(said)) + b"rest"


# ------------------------------------------------------------------ words


@pytest.mark.parametrize(
    "words",
    [
        "",
        "karta.png",
        "C:\\Users\\anna\\Pictures\\karta",
        "https://example.se/karta",
        "Bild 3",
        "Picture 12",
        "Bildobjekt 1",
        "IMG_2044",
        "bild",
        "En bild som visar karta\n\nAutomatiskt genererad beskrivning",
        "A map. Description automatically generated",
        "En karta. AI-genererat innehåll kan vara felaktigt.",
        "5f3a9b2c-77aa-4c11-9d3e-0a1b2c3d4e5f",
        "..",
    ],
)
def test_what_a_program_wrote_says_nothing(words: str) -> None:
    assert not is_written(words)


@pytest.mark.parametrize(
    "words",
    ["Karta över centrum", "Belysning", "Torget 2026", "Diagram över brott", "Bron"],
)
def test_what_somebody_wrote_counts(words: str) -> None:
    assert is_written(words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('descr="Karta över centrum"', "Karta över centrum"),
        ('descr="karta.png" title="Karta över  centrum"', "Karta över centrum"),
        ('title="Karta"', "Karta"),
    ],
)
def test_what_a_picture_shows_is_read(tmp_path: Path, words: str, said: str) -> None:
    result = shown(drawn_book(tmp_path / "a.xlsx", [one_cell(pic(words=words))]))
    assert [each.alt_text for each in result.value] == [said]
    assert result.findings == ()


def test_a_picture_without_words_is_told_at_its_cell_and_none_are_made_up(tmp_path: Path) -> None:
    result = shown(drawn_book(tmp_path / "a.xlsx", [one_cell(pic(words='descr="karta.png"'))]))
    assert [each.alt_text for each in result.value] == [""]
    [finding] = result.findings
    assert (finding.rule.code, finding.place.cell) == ("LB237", "B2")
    assert finding.rule.severity is Severity.WARNING


def test_a_decorative_picture_needs_no_words(tmp_path: Path) -> None:
    mark = '<a:extLst><a:ext uri="x"><adec:decorative val="1"/></a:ext></a:extLst>'
    result = shown(drawn_book(tmp_path / "a.xlsx", [one_cell(pic(words="", more=mark))]))
    assert [each.is_decorative for each in result.value] == [True]
    assert result.findings == ()


# ------------------------------------------------------------------ in cells

KEYS = '<k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/><k n="Text"/>'
VALUES = "<v>0</v><v>5</v><v>Karta över centrum</v>"
RICH_CELL = '<c r="C2" t="e" vm="1"><v>#VALUE!</v></c>'


def test_a_picture_in_a_cell_belongs_to_its_row(tmp_path: Path) -> None:
    found = the_one(book_with_rich_image(tmp_path / "a.xlsx", RICH_CELL, KEYS, VALUES))
    assert (found.place.cell, found.row, found.bottom_row) == ("C2", 2, 2)
    assert found.alt_text == "Karta över centrum"


def test_a_picture_in_a_cell_is_as_large_as_its_pixels_allow(tmp_path: Path) -> None:
    found = the_one(book_with_rich_image(tmp_path / "a.xlsx", RICH_CELL, KEYS, VALUES))
    assert (found.width, found.height) == (40 * 9_525, 20 * 9_525)


def test_a_picture_in_merged_cells_fills_them(tmp_path: Path) -> None:
    merge = '<mergeCells><mergeCell ref="C2:F11"/></mergeCells>'
    path = book_with_rich_image(tmp_path / "a.xlsx", RICH_CELL, KEYS, VALUES, after=merge)
    found = the_one(path)
    assert (found.width, found.height) == (4 * 64 * 9_525, 2 * 64 * 9_525)


def test_a_picture_that_wps_shows_in_a_cell_belongs_to_its_row(tmp_path: Path) -> None:
    formula = '_xlfn.DISPIMG("ID_1",1)'
    cell = f'<c r="C2" t="str"><f>{escape(formula)}</f><v>={escape(formula)}</v></c>'
    cropped = pic(words='name="ID_1" descr="Karta över centrum"', source='l="50000"')
    path = book_with_wps_image(tmp_path / "a.xlsx", cell, cropped.replace(' name="Bild 1"', ""))
    found = the_one(path)
    assert (found.place.cell, found.alt_text) == ("C2", "Karta över centrum")
    assert set(pixels_of(path).getcolors() or ()) == {(200, DARK_GREEN), (200, GREEN)}


def test_a_strict_workbook_shows_its_pictures(tmp_path: Path) -> None:
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())])
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    texts = {n: p.decode() for n, p in parts.items() if n.endswith((".xml", ".rels"))}
    path = write_parts(tmp_path / "b.xlsx", {**parts, **strict(texts)})
    assert the_one(path).place.cell == "B2"


def test_a_picture_that_is_fetched_from_the_web_is_left_out_by_name(tmp_path: Path) -> None:
    cell = '<c r="C2" t="e" vm="1"><f>_xlfn.IMAGE("https://example.se/a.png")</f><v>#VALUE!</v></c>'
    path = book_with_rich_image(tmp_path / "a.xlsx", cell, KEYS, VALUES)
    assert shown(path).value == ()
    assert codes(path) == [("LB238", "C2")]


def reason(path: Path) -> str:
    [finding] = shown(path).findings
    return finding.message.partition(": ")[2]


def test_a_picture_whose_cell_does_not_say_which_it_is_is_not_called_linked(tmp_path: Path) -> None:
    lost = "arbetsboken säger inte vilken bildfil cellen visar."
    cell = '<c r="C2" t="str"><f>_xlfn.DISPIMG("ID_2",1)</f><v>=DISPIMG("ID_2",1)</v></c>'
    assert reason(book_with_wps_image(tmp_path / "a.xlsx", cell, pic())) == lost
    book = book_with_rich_image(tmp_path / "b.xlsx", RICH_CELL.replace('"1"', '"9"'), KEYS, VALUES)
    assert reason(book) == lost
    fetched = RICH_CELL.replace("<v>", '<f>_xlfn.IMAGE("https://example.se/a.png")</f><v>')
    book = book_with_rich_image(tmp_path / "c.xlsx", fetched, KEYS, VALUES)
    assert reason(book).startswith("länkade bilder och bilder från webben")


# ------------------------------------------------------------------ what is not carried


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (pic("r9"), "Bilden"),
        (pic("r9", reference="link"), "Bilden"),
        (f"<xdr:grpSp><xdr:nvGrpSpPr/>{pic()}</xdr:grpSp>", "Gruppen"),
        ("<xdr:sp><xdr:txBody><a:p><a:r><a:t>Obs</a:t></a:r></a:p></xdr:txBody></xdr:sp>", "Text"),
        ("<xdr:cxnSp/>", "Figuren"),
        (frame("http://x/2006/diagram"), "SmartArt-bilden"),
        (frame("http://x/2010/slicer"), "Utsnittet"),
    ],
)
def test_what_cannot_be_carried_is_named_with_its_cell(
    tmp_path: Path, content: str, what: str
) -> None:
    elsewhere = (
        '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/image" Target="https://example.se/a.png" TargetMode="External"/>'
    )
    result = shown(drawn_book(tmp_path / "a.xlsx", [one_cell(content)], related=elsewhere))
    assert result.value == ()
    [finding] = result.findings
    assert (finding.rule.code, finding.place.cell) == ("LB238", "B2")
    assert finding.message.startswith(what)
    assert "på B2 kommer inte med" in finding.message


def test_many_of_a_kind_that_cannot_be_carried_are_told_once(tmp_path: Path) -> None:
    anchors = [one_cell("<xdr:cxnSp/>", row=row) for row in range(5)]
    [finding] = shown(drawn_book(tmp_path / "a.xlsx", anchors)).findings
    assert "Figuren på B1 och 4 till kommer inte med" in finding.message


def test_a_picture_of_no_known_format_is_left_out(tmp_path: Path) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], {"bild.svg": svg})
    assert shown(path).value == ()
    assert codes(path) == [("LB238", "B2")]


# ------------------------------------------------------------------ hostile files


def png_of(width: int, height: int) -> bytes:
    """Return a small PNG file that says to be this large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1_000))), (b"IEND", b""))
    parts = (
        struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        for kind, held in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("side", [8_000, 10_000, 60_000])
def test_a_picture_that_no_computer_can_show_stops_the_document(tmp_path: Path, side: int) -> None:
    images = {"bild.png": png_of(side, side)}
    result = shown(drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], images))
    [finding] = result.findings
    assert (finding.rule.code, finding.place.cell, finding.is_error) == ("LB239", "B2", True)
    assert "för många bildpunkter" in finding.message


def test_a_crop_cannot_make_a_small_picture_huge(tmp_path: Path) -> None:
    source = " ".join(f'{side}="-1000000000"' for side in "ltrb")
    images = {"bild.png": image_file(size=(1_000, 1_000))}
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic(source=source))], images)
    assert codes(path) == [("LB239", "B2")]


def test_a_workbook_with_thousands_of_pictures_is_too_large(tmp_path: Path) -> None:
    anchors = [one_cell(pic(), row=row) for row in range(2_001)]
    with pytest.raises(StopError, match="LB016"):
        shown(drawn_book(tmp_path / "a.xlsx", anchors))


@pytest.mark.parametrize(
    "damaged", [image_file("JPEG", (400, 400))[:2_000], png_of(40, 400), b"\x89PNG\r\n\x1a\n"]
)
def test_a_damaged_picture_stops_the_document(tmp_path: Path, damaged: bytes) -> None:
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], {"bild.png": damaged})
    found = shown(path)
    assert found.value == ()
    assert [finding.rule.code for finding in found.findings] == ["LB239"]


def test_a_reference_that_is_none_is_told_as_damage(tmp_path: Path) -> None:
    cell = RICH_CELL.replace("C2", "ÅÄÖ2")
    path = drawn_book(tmp_path / "a.xlsx", [one_cell(pic())], rows=f'<row r="2">{cell}</row>')
    with pytest.raises(StopError, match="LB00"):
        shown(path)
