"""A document is read back before it is put in place, and says what workbook it comes from."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from lagesbild_xlsx import build
from lagesbild_xlsx.checked import CheckedReport
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.pipeline import building, trend, update
from lagesbild_xlsx.pipeline.reading import read_with_neighbours
from tests.conftest import ROOT, MakeWorkbook
from tests.docx_rules import faults
from tests.test_cli import run
from tests.test_document import VALIDATOR, sdk_errors

MAIN = "word/document.xml"
ROW = re.compile(rb"<w:tr>(?:(?!</w:tr>).)*Lysa upp.*?</w:tr>", re.DOTALL)


@pytest.mark.parametrize(
    "harm",
    [
        lambda xml: ROW.sub(b"", xml),
        lambda xml: xml.replace(b"Lysa upp", b"Lysa ut"),
        lambda xml: xml.replace(b"P\xc3\xa5 g\xc3\xa5ng.", b""),
        lambda xml: xml.replace(b"</w:body>", b""),
        lambda xml: xml.replace(b"Lysa upp", b"Lysa \xff"),
        lambda xml: xml.replace(b"Lysa upp", b"Lysa & upp"),
        lambda xml: xml.replace(b"<w:tr>", b"<w:tr><q:tr/>", 1),
        lambda xml: ROW.sub(rb"\g<0></w:tc>", xml),
        lambda xml: xml.replace(b"</w:tr>", b""),
    ],
)
def test_document_that_is_written_wrong_is_not_put_in_place(
    harm: Callable[[bytes], bytes],
    workbook: MakeWorkbook,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, target = workbook(), tmp_path / "ut.docx"
    target.write_bytes(b"gammalt")
    written, checksums = Package.with_parts, Package.checksums

    def wrong(changed: dict[str, bytes]) -> dict[str, bytes]:
        assert harm(changed[MAIN]) != changed[MAIN]
        return changed | {MAIN: harm(changed[MAIN])}

    monkeypatch.setattr(Package, "with_parts", lambda p, c, w: written(p, wrong(c), w))
    monkeypatch.setattr(Package, "checksums", lambda p, c, w: checksums(p, wrong(c), w))
    with pytest.raises(StopError) as stopped:
        build(path, output=target)
    assert stopped.value.finding.rule.code == "LB540"
    assert target.read_bytes() == b"gammalt"


@pytest.mark.parametrize(
    "harm",
    [
        lambda xml: ROW.sub(b"", xml),
        lambda xml: ROW.sub(rb"\g<0>\g<0>", xml),
        lambda xml: xml.replace(b"<w:body>", b"<w:body><!--").replace(
            b"</w:body>", b"--></w:body>"
        ),
        lambda xml: re.sub(rb"(<w:t [^>]*>)([^<]+)", rb"\2\1", xml),
        lambda xml: re.sub(rb"(<w:t[^>]*>)([^<]+)", rb"\1", xml),
    ],
)
@pytest.mark.parametrize("use", ["build", "update"])
def test_document_that_lost_anything_is_not_put_in_place(
    use: str,
    harm: Callable[[bytes], bytes],
    workbook: MakeWorkbook,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, target = workbook(), tmp_path / "ut.docx"
    build(path, output=target)
    before = target.read_bytes()
    whole = Package.with_parts

    def harmed(
        self: Package, changed: dict[str, bytes], without: frozenset[str] = frozenset()
    ) -> bytes:
        assert harm(changed[MAIN]) != changed[MAIN]
        return whole(self, {**changed, MAIN: harm(changed[MAIN])}, without)

    monkeypatch.setattr(Package, "with_parts", harmed)
    with pytest.raises(StopError, match="LB540"):
        build(path, output=target) if use == "build" else update(path, target)
    assert target.read_bytes() == before


@pytest.mark.parametrize("name", ["[Content_Types].xml", "word/styles.xml", "docProps/custom.xml"])
def test_document_without_a_part_is_not_put_in_place(
    name: str, workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Package.with_parts

    def harmed(self: Package, changed: dict[str, bytes], without: frozenset[str]) -> bytes:
        return whole(self, {n: p for n, p in changed.items() if n != name}, {*without, name})

    monkeypatch.setattr(Package, "with_parts", harmed)
    with pytest.raises(StopError, match="LB540"):
        build(workbook(), output=tmp_path / "ut.docx")
    assert not (tmp_path / "ut.docx").exists()


def test_document_whose_archive_is_damaged_is_not_put_in_place(
    workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Package.with_parts

    def harmed(self: Package, changed: dict[str, bytes], without: frozenset[str]) -> bytes:
        made = bytearray(whole(self, changed, without))
        at = made.index(b"word/document.xml") + 400
        made[at] ^= 0xFF
        return bytes(made)

    monkeypatch.setattr(Package, "with_parts", harmed)
    with pytest.raises(StopError, match="LB540"):
        build(workbook(), output=tmp_path / "ut.docx")


@pytest.mark.parametrize(
    "harm",
    [
        lambda parts: {**parts, "word/media/diagram.png": b""},
        lambda parts: {**parts, MAIN: parts[MAIN].replace(b"Tallmyra", b"Tallmora")},
        lambda parts: {n: part for n, part in parts.items() if n != MAIN},
    ],
)
def test_trend_report_that_is_harmed_with_its_chart_is_not_put_in_place(
    harm: Callable[[dict[str, bytes]], dict[str, bytes]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "ut.docx"
    target.write_bytes(b"gammalt")
    whole = Package.with_parts
    harmed: list[dict[str, bytes]] = []

    def wrong(
        self: Package, changed: dict[str, bytes], without: frozenset[str] = frozenset()
    ) -> bytes:
        if "word/media/diagram.png" not in changed:
            return whole(self, changed, without)
        harmed.append(harm(changed))
        assert harmed[0] != changed
        return whole(self, harmed[0], without)

    monkeypatch.setattr(Package, "with_parts", wrong)
    with pytest.raises(StopError, match="LB540"):
        trend(ROOT / "examples" / "tallmyra", target, replaces=True)
    assert harmed
    assert target.read_bytes() == b"gammalt"


def properties(path: Path) -> dict[str, str]:
    root = etree.fromstring(zipfile.ZipFile(path).read("docProps/custom.xml"))
    return {each.get("name", ""): each[0].text or "" for each in root}


def test_document_names_its_workbook_and_its_checksum(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path, target = workbook(), tmp_path / "ut.docx"
    build(path, output=target)
    assert properties(target) == {
        "Arbetsbok": path.name,
        "Arbetsbok SHA-256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    assert faults(target) == []
    newer = workbook(Balanslista=[{"Status": "Rött"}])
    update(newer, target)
    assert properties(target)["Arbetsbok SHA-256"] == hashlib.sha256(newer.read_bytes()).hexdigest()


def test_checksum_is_that_of_the_workbook_that_was_read(
    workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, newer = workbook(), workbook(Balanslista=[{"Status": "Rött"}])
    before = hashlib.sha256(path.read_bytes()).hexdigest()

    def read_and_replaced(*args: Any, **options: Any) -> tuple[CheckedReport, Path | None]:
        read = read_with_neighbours(*args, **options)
        newer.replace(path)  # as Excel does when it saves
        return read

    monkeypatch.setattr(building, "read_with_neighbours", read_and_replaced)
    build(path, output=tmp_path / "ut.docx")
    assert properties(tmp_path / "ut.docx")["Arbetsbok SHA-256"] == before


def test_only_the_name_of_the_workbook_is_handed_on_of_a_templates_properties(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template_path = tmp_path / "mall.docx"
    build(workbook(), output=template_path)  # a template with custom properties
    with zipfile.ZipFile(template_path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(ROOT / "templates" / "lagesbild.docx") as package:
        parts[MAIN] = package.read(MAIN)
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(
        b'name="Arbetsbok"', b'name="Handl\xc3\xa4ggare"'
    )
    with zipfile.ZipFile(template_path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    path = workbook()
    document = build(path, output=tmp_path / "ut.docx", template=template_path).document
    assert document
    assert properties(document)["Arbetsbok"] == path.name
    assert properties(document).keys() == {"Arbetsbok", "Arbetsbok SHA-256"}


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the Open XML SDK validator is not installed")
def test_open_xml_sdk_finds_no_fault_in_the_properties(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    build(workbook(), output=tmp_path / "ut.docx")
    assert sdk_errors(tmp_path / "ut.docx") == []
    assert docx.Document(str(tmp_path / "ut.docx")).core_properties.author == "Granby kommun"


def test_the_same_workbook_gives_the_same_bytes(tmp_path: Path) -> None:
    example = ROOT / "examples" / "strangnas-2021-05-20.xlsx"
    before = example.read_bytes()
    for name in ("a.docx", "b.docx"):
        assert run("build", example, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert example.read_bytes() == before
