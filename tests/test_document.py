"""The built document, read back: the reference report line by line, and nothing else's words."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from lagesbild_xlsx import build
from tests.conftest import ROOT, MakeWorkbook
from tests.templates import lines, text_of
from tools import make_examples, make_templates

REFERENCE = ROOT / "tests" / "reference" / "lagesbild-2021-05-20.txt"
HEADING = "Aktivitet\tAnsvar\tStatus\tKommentar"


def built(workbook: Path, folder: Path) -> Path:
    document = build(workbook, output=folder / "ut.docx").document
    assert document is not None
    return document


def bare(xml: str) -> str:
    return re.sub("<[^>]*>", "", xml).strip()


def reference_lines() -> list[str]:
    """Return the reference without page header, repeated headings and blanks, statuses in words."""
    text = REFERENCE.read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if line.strip() and line != "STRÄNGNÄS KOMMUN"]
    first = kept.index(HEADING)
    kept = [line for n, line in enumerate(kept) if line != HEADING or n == first]
    return [_with_words(line.split("\t")) for line in kept]


def _with_words(cells: list[str]) -> str:
    if len(cells) == 4 and not cells[2]:
        cells[2] = "Ej bedömd"
    if len(cells) == 2 and not cells[1]:
        cells[1] = "Inget rapporterat"
    return "\t".join(cells)


def test_document_says_what_the_reference_says(tmp_path: Path) -> None:
    document = built(ROOT / "examples" / "strangnas-2021-05-20.xlsx", tmp_path)
    assert lines(document) == reference_lines()


def test_municipality_stands_in_the_header_and_page_number_in_the_footer(tmp_path: Path) -> None:
    document = built(ROOT / "examples" / "strangnas-2021-05-20.xlsx", tmp_path)
    with zipfile.ZipFile(document) as package:
        header, footer = (package.read(f"word/{n}1.xml").decode() for n in ("header", "footer"))
    assert bare(header) == "Strängnäs kommun"
    assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]
    assert bare(footer) == "Sida 1 (1)"


def test_reference_and_version_stand_in_the_footer_where_there_are_any(tmp_path: Path) -> None:
    document = built(ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx", tmp_path)
    footer = zipfile.ZipFile(document).read("word/footer1.xml").decode()
    assert bare(footer) == "Dnr KS 2026/0417Version 2Sida 1 (1)"


def test_another_municipality_has_nothing_of_the_example(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    hard = 'A & B < C > D "å" {{7*7}} <w:p/> &amp;\nandra raden\tefter tabb'
    document = built(workbook(Orter=[{"Lägesbild": hard}]), tmp_path)
    with zipfile.ZipFile(document) as package:
        everything = "".join(package.read(name).decode() for name in package.namelist())
    names = ("Strängnäs", "Mariefred", "Åkers", "Ulfhäll", "resecentrum", "traktor", "2021")
    assert all(name in " ".join(reference_lines()) for name in names)
    assert [name for name in names if name in everything] == []
    assert f"Granby\t{hard}" in lines(document)


def test_status_is_a_word_and_a_colour(tmp_path: Path) -> None:
    document = docx.Document(
        str(built(ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx", tmp_path))
    )
    looks = {}
    for cell in document.element.body.iter("{*}tc"):
        style = cell.find(".//{*}pStyle").get(qn("w:val"))
        name = next(s.name for s in document.styles if s.style_id == style)
        if name.startswith("Status "):
            shading = cell.find("{*}tcPr/{*}shd")
            looks[name] = (text_of(cell), shading.get(qn("w:fill")))
    assert looks == {
        "Status Rött": ("Rött", "C00000"),
        "Status Gult": ("Gult", "FFD24D"),
        "Status Grönt": ("Grönt", "2E7D32"),
        "Status Ej bedömd": ("Ej bedömd", "E7E9EC"),
    }


def test_bold_italic_and_links_reach_the_document(tmp_path: Path) -> None:
    document = built(ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx", tmp_path)
    with zipfile.ZipFile(document) as package:
        xml = package.read("word/document.xml").decode()
        links = package.read("word/_rels/document.xml.rels").decode()
    assert re.search(r"<w:b/><w:bCs/></w:rPr><w:t [^>]*>Fler klagomål på buskörning<", xml)
    assert re.search(r"<w:i/><w:iCs/></w:rPr><w:t [^>]*>Trygghetsmätningen", xml)
    (link,) = re.findall(r'<w:hyperlink r:id="(\w+)"[^>]*>(.*?)</w:hyperlink>', xml)
    assert "Läs om kommunens arbete för trygghet" in link[1]
    assert '<w:rStyle w:val="Hyperlnk"/>' in link[1]
    assert re.search(rf'Id="{link[0]}"[^>]*Target="https://example.se/trygghet"', links)


def test_an_address_as_text_is_shown_without_its_scheme(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    def link(book: openpyxl.Workbook) -> None:
        book["Framåt"]["B2"] = "https://www.example.se/trygghet"
        book["Framåt"]["B2"].hyperlink = "https://www.example.se/trygghet"
        book["Framåt"]["B3"] = "https://www.example.org/"
        book["Framåt"]["B3"].hyperlink = "https://www.example.org/"

    shown = lines(built(workbook(edit=link), tmp_path))
    assert {"example.se/trygghet", "example.org"} <= {*shown}


def test_properties_are_the_reports_own(workbook: MakeWorkbook, tmp_path: Path) -> None:
    properties = docx.Document(str(built(workbook(), tmp_path))).core_properties
    assert properties.title == (
        "Samlad lägesbild 2026-03-05 med utgångspunkt i medborgarlöftet 2026 och"
        " samverkansöverenskommelsen för perioden 2024-2027"
    )
    assert properties.author == properties.last_modified_by == "Granby kommun"
    assert str(properties.created.date() if properties.created else "") == "2026-03-05"
    assert properties.language == "sv-SE"


def test_empty_sheets_leave_their_headings_out(workbook: MakeWorkbook, tmp_path: Path) -> None:
    def empty(book: openpyxl.Workbook) -> None:
        for name in ("Prioriteringar", "Orter", "Framåt", "Balanslista", "Ordlista"):
            book[name].delete_rows(2, 10)

    path = workbook(edit=empty, Rapport=[{}] * 5 + [{"Värde": "Utifrån möten."}])
    assert lines(built(path, tmp_path))[1:] == [
        "En inledning.",
        "Granby kommuns och Polisens gemensamma lägesbild",
        "Vilka risker, styrkor och trender ser vi?",
        "Allmänt",
        "Utifrån möten.",
    ]


def test_same_workbook_gives_the_same_bytes(tmp_path: Path) -> None:
    path = ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx"
    first = built(path, tmp_path).read_bytes()
    assert built(path, tmp_path).read_bytes() == first


def test_workbook_is_never_changed(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = workbook()
    before = path.read_bytes(), path.stat().st_mtime_ns
    built(path, tmp_path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_document_lies_beside_the_workbook_with_its_date(workbook: MakeWorkbook) -> None:
    path = workbook()
    assert build(path).document == path.with_name("lagesbild-2026-03-05.docx")


# ------------------------------------------------------------------ what the project ships


def test_templates_are_fresh(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "tools.make_templates", str(tmp_path)]
    subprocess.run(run, check=True, cwd=ROOT)  # noqa: S603 - our own tool
    for made in tmp_path.iterdir():
        assert made.read_bytes() == (ROOT / "templates" / made.name).read_bytes()
    assert {p.name for p in tmp_path.iterdir()} == {p.name for p in (ROOT / "templates").iterdir()}


def test_examples_are_fresh(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "tools.make_examples", str(tmp_path)]
    subprocess.run(run, check=True, cwd=ROOT)  # noqa: S603 - our own tool
    made_files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert tmp_path / make_examples.TEMPLATE_OF_2021 in made_files
    for made in made_files:
        shipped = ROOT / "examples" / made.relative_to(tmp_path)
        assert made.read_bytes() == shipped.read_bytes()


def test_example_reads_back_as_it_was_written() -> None:
    from lagesbild_xlsx.excel import read_workbook  # noqa: PLC0415
    from lagesbild_xlsx.sheets import read_lagesbild  # noqa: PLC0415

    read = read_lagesbild(read_workbook(ROOT / "examples" / "strangnas-2021-05-20.xlsx"))
    assert read.findings == ()
    assert read.value == make_examples.REPORT_OF_2021


VALIDATOR = ROOT / ".tools" / "node_modules" / ".bin" / "ooxml-validator"


def _known(error: dict[str, str]) -> bool:
    """Whether it is the order of font children that openpyxl writes and Excel reads."""
    return error["path"] == "/xl/styles.xml" and bool(
        re.search(r"/x:font\[\d+\]$", error["xPath"] or "")
    )


@pytest.mark.parametrize(
    "name",
    [
        "templates/lagesbild.docx",
        "examples/strangnas-2021-05-20.xlsx",
        "examples/tallmyra/tallmyra-2026-11-12.xlsx",
    ],
)
def test_open_xml_sdk_finds_no_fault(name: str, tmp_path: Path) -> None:
    if not VALIDATOR.exists():
        pytest.skip("the Open XML SDK validator is not installed: make .tools/…/ooxml-validator")
    file = ROOT / name
    made = [file] if file.suffix == ".docx" else [file, built(file, tmp_path)]
    for each in made:
        assert sdk_errors(each) == []


def sdk_errors(file: Path) -> list[dict[str, str]]:
    """Return what Microsoft's Open XML SDK says against a file."""
    run = [str(VALIDATOR), str(file), "--officeVersion", "Microsoft365"]
    said = subprocess.run(run, capture_output=True, text=True, check=False)  # noqa: S603
    return [error for error in json.loads(said.stdout)["errors"] if not _known(error)]


def test_wheel_carries_the_template(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("lagesbild_xlsx", "templates"):
        shutil.copytree(ROOT / name, source / name)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    isolated = ["--no-build-isolation", "--wheel-dir", str(tmp_path), str(source)]
    subprocess.run([*pip, *isolated], check=True, capture_output=True)  # noqa: S603
    (wheel,) = tmp_path.glob("*.whl")
    unpacked = tmp_path / "unpacked"
    zipfile.ZipFile(wheel).extractall(unpacked)
    code = "from lagesbild_xlsx.pipeline import standard_template as t; print(t())"
    found = subprocess.run(  # noqa: S603
        [sys.executable, "-P", "-c", code],
        env={"PYTHONPATH": str(unpacked), "PATH": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert Path(found) == unpacked / "lagesbild_xlsx" / "templates" / "lagesbild.docx"


def test_make_templates_knows_every_template() -> None:
    assert (make_templates.TEMPLATES / "lagesbild.docx").exists()
