"""Every part that is written has its content type, and every relationship an id of its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from unittest import mock

import pytest
from lxml import etree

from lagesbild_xlsx import annotate, build, check
from lagesbild_xlsx.opc import (
    OFFICE_RELATIONSHIPS,
    FileKind,
    Package,
    Relationship,
)
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.pipeline import standard_template, update
from tests.conftest import MakeWorkbook
from tests.docx_rules.about_package import CONTENT_TYPES, untyped
from tests.rawbook import MAIN, raw_parts, write_parts
from tests.test_annotate import parts_of
from tests.test_document import VALIDATOR, sdk_errors

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
STYLES = Relationship(f"{OFFICE_RELATIONSHIPS}/styles", "xl/styles.xml")
SHEETS = f"{{{MAIN}}}sheets"
WORKBOOK = FileKind("en arbetsbok", "Excel", (WORKBOOK_TYPE,), 1000)


def overrides_only(path: Path) -> Path:
    """Write a package anew with a content type for each part, and none for an extension."""
    parts = parts_of(path)
    types = etree.fromstring(parts[CONTENT_TYPES])
    known = {each.get("PartName") for each in types}
    for default in types.findall(f"{{{TYPES}}}Default"):
        types.remove(default)
        for name in (f"/{part}" for part in parts if part != CONTENT_TYPES):
            if name.endswith(f".{default.get('Extension')}") and name not in known:
                override = etree.SubElement(types, f"{{{TYPES}}}Override", PartName=name)
                override.set("ContentType", default.get("ContentType", ""))
    parts[CONTENT_TYPES] = etree.tostring(types)
    return write_parts(path.with_stem("utan-standardtyper"), parts)


def without_type(path: Path) -> list[str]:
    parts = parts_of(path)
    return list(untyped(parts, etree.fromstring(parts[CONTENT_TYPES])))


def fit(path: Path | None) -> bool:
    assert path
    return without_type(path) == [] and not (VALIDATOR.exists() and sdk_errors(path))


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """Return a template that gives no extension a content type."""
    path = tmp_path / "mall.docx"
    path.write_bytes(standard_template().read_bytes())
    return overrides_only(path)


def test_document_of_a_template_with_overrides_only_has_every_content_type(
    template: Path, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    assert without_type(template) == []
    document = build(workbook(), tmp_path / "ut.docx", template).document
    assert fit(document)
    assert document
    assert fit(
        update(workbook(Balanslista=[{"Status": "Rött"}]), overrides_only(document)).document
    )


def test_document_of_a_template_whose_xml_is_the_main_document_unless_it_says_otherwise(
    template: Path, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    parts = parts_of(template)
    main = rb'<Override PartName="/word/document.xml"'
    assert main in parts[CONTENT_TYPES]
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(main, b'<Default Extension="xml"')
    assert fit(build(workbook(), tmp_path / "ut.docx", write_parts(template, parts)).document)


def test_annotated_copy_of_a_workbook_with_overrides_only_has_every_content_type(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = overrides_only(workbook(Balanslista=[{"Status": "Blått"}]))
    assert without_type(path) == []
    assert fit(annotate(check(path), tmp_path / "kopia.xlsx"))


def test_copy_of_a_package_whose_parts_lack_content_types_has_them(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(Balanslista=[{"Status": "Blått"}])
    parts = parts_of(path)
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(b'Extension="rels"', b'Extension="r"')
    assert without_type(write_parts(path, parts)) != []
    assert fit(annotate(check(path), tmp_path / "kopia.xlsx"))


# ------------------------------------------------------------------ the editor itself


def edited(
    edit: Callable[[PackageEditor], object], change: Iterable[tuple[str, str, str]] = ()
) -> dict[str, str]:
    """Return the parts of a small workbook after an edit, as they are in the package."""
    parts: dict[str, str] = raw_parts("", styles="<fonts/>")
    for name, old, new in change:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    with Package(held, WORKBOOK) as package:
        editor = PackageEditor(package)
        edit(editor)
        written = package.with_parts(editor.changed(), editor.dropped)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def types_of(parts: dict[str, str]) -> dict[str, str]:
    """Return the content types by name or extension, each of which is said once."""
    root = etree.fromstring(parts[CONTENT_TYPES].encode())
    types = {
        each.get("PartName", each.get("Extension", "")): each.get("ContentType", "")
        for each in root
    }
    assert len(types) == len(root)
    return types


def ids_of(parts: dict[str, str], source: str = "xl/_rels/workbook.xml.rels") -> dict[str, str]:
    root = etree.fromstring(parts[source].encode())
    return {each.get("Id", ""): each.get("Target", "") for each in root}


def test_xml_part_gets_its_own_type_where_its_extension_means_another() -> None:
    default = f'<Default Extension="XML" ContentType="{WORKBOOK_TYPE}"/>'
    change = (CONTENT_TYPES, "</Types>", f"{default}</Types>")
    parts = edited(lambda e: e.add("xl/a.xml", b"<a/>", "application/xml"), [change])
    assert types_of(parts)["/xl/a.xml"] == "application/xml"
    assert types_of(parts)["XML"] == WORKBOOK_TYPE


def test_part_takes_the_type_of_its_extension_or_gives_it_one() -> None:
    def edit(editor: PackageEditor) -> None:
        editor.add("xl/a.xml", b"<a/>", "application/xml")
        editor.add("xl/b.vml", b"<b/>", "b")
        editor.add("xl/c.VML", b"<c/>", "b")
        editor.add("xl/d.vml", b"<d/>", "d")

    types = types_of(edited(edit))
    assert types["xml"] == "application/xml"
    assert (types["vml"], types["/xl/d.vml"]) == ("b", "d")
    assert not {"/xl/a.xml", "/xl/b.vml", "/xl/c.VML"} & types.keys()


def test_part_that_is_named_already_keeps_one_type() -> None:
    override = '<Override PartName="/XL/a.xml" ContentType="x"/>'
    change = (CONTENT_TYPES, "</Types>", f"{override}</Types>")
    parts = edited(lambda e: e.add("xl/A.xml", b"<a/>", "y"), [change])
    assert types_of(parts)["/XL/a.xml"] == "y"


def test_relationship_that_is_there_is_used_again_and_a_new_one_has_a_free_id() -> None:
    outside = Relationship(f"{OFFICE_RELATIONSHIPS}/hyperlink", "https://example.se", external=True)
    given: list[str] = []

    def edit(editor: PackageEditor) -> None:
        wanted = (STYLES, outside, outside, Relationship(outside.type, "xl/blad.xml"))
        given.extend(editor.relate("xl/workbook.xml", each) for each in wanted)
        editor.relate("xl/blad.xml", outside)

    parts = edited(edit, [("xl/_rels/workbook.xml.rels", 'Id="r1"', 'Id="rId1"')])
    assert given == ["styles", "rId2", "rId2", "rId3"]
    assert ids_of(parts)["rId3"] == "/xl/blad.xml"
    assert ids_of(parts, "xl/_rels/blad.xml.rels") == {"rId1": "https://example.se"}


def test_address_outside_is_redirected_also_where_it_had_none_and_parts_stay_related() -> None:
    image, link = (
        f'TargetMode="External" Type="{OFFICE_RELATIONSHIPS}/{kind}"'
        for kind in ("image", "hyperlink")
    )
    outside = (
        f'<Relationship Id="o1" {image} Target="https://example.se/a.png"/>'
        f'<Relationship Id="o2" {image}/>'
        f'<Relationship Id="o3" {link} Target="https://example.se"/>'
    )
    rels = "xl/_rels/workbook.xml.rels"
    change = (rels, "</Relationships>", f"{outside}</Relationships>")
    unchanged = ids_of(edited(lambda _: None, [change]))
    found = ids_of(
        edited(lambda e: e.redirect(lambda o: o.kind == "image", "about:blank"), [change])
    )
    assert found == unchanged | {"o1": "about:blank", "o2": "about:blank"}


def test_dropped_part_leaves_nothing_behind() -> None:
    def edit(editor: PackageEditor) -> None:
        editor.drop("xl/workbook.xml", {"xl/styles.xml"})
        editor.drop("xl/workbook.xml", ())

    parts = edited(edit)
    assert "xl/styles.xml" not in parts
    assert "/xl/styles.xml" not in types_of(parts)
    assert "styles" not in ids_of(parts)


def test_part_is_read_as_it_is_by_now() -> None:
    def edit(editor: PackageEditor) -> None:
        editor.put("xl/styles.xml", f'<styleSheet xmlns="{MAIN}"/>'.encode())
        editor.root("xl/styles.xml").set("a", "1")
        assert b'a="1"' in editor.read("xl/styles.xml")
        editor.put("xl/styles.xml", editor.read("xl/styles.xml").replace(b'"1"', b'"2"'))
        assert editor.free_name("xl/styles{}.xml") == "xl/styles1.xml"

    parts = edited(edit)
    assert 'a="2"' in parts["xl/styles.xml"]
    assert types_of(parts)["/xl/styles.xml"] == STYLES_TYPE


def test_what_only_a_dropped_part_leads_to_is_dropped_with_it() -> None:
    led_to = (
        ("xl/styles.xml", "xl/bara-har.xml"),
        ("xl/bara-har.xml", "xl/bara-dar.xml"),
        ("xl/bara-dar.xml", "xl/bara-har.xml"),
        ("xl/styles.xml", "xl/delad.xml"),
        ("xl/workbook.xml", "xl/delad.xml"),
    )

    def add(editor: PackageEditor) -> None:
        for source, target in led_to:
            editor.add(target, b"<a/>", "application/xml")
            editor.relate(source, Relationship(f"{OFFICE_RELATIONSHIPS}/image", target))

    def add_and_drop(editor: PackageEditor) -> None:
        add(editor)
        editor.drop("xl/workbook.xml", {"xl/styles.xml"})

    assert {target for _, target in led_to} <= edited(add).keys()
    left = edited(add_and_drop)
    assert "xl/delad.xml" in left
    assert [name for name in left if "bara" in name] == []


def test_part_that_holds_nothing_unwanted_stays_as_it_is_and_another_is_parsed_once() -> None:
    def edit(editor: PackageEditor) -> None:
        with mock.patch.object(editor.package, "parsed", wraps=editor.package.parsed) as parsed:
            assert editor.take_out("xl/styles.xml", lambda each: each.tag == "borta") == []
            assert not editor.is_changed("xl/styles.xml")
            [sheets] = editor.take_out("xl/workbook.xml", lambda each: each.tag == SHEETS)
            assert sheets.tag == SHEETS
            assert parsed.call_count == 2

    assert "<sheets" not in edited(edit)["xl/workbook.xml"]
