"""What a template may hold beside text: shapes, charts, effects, tracked marks, other formats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from lagesbild_xlsx import StopError, build
from lagesbild_xlsx.pipeline import check_template, update
from tests.conftest import MakeWorkbook
from tests.rawbook import write_parts
from tests.templates import lines, told_of_template, write_template
from tests.test_document import VALIDATOR, sdk_errors
from tests.test_update import parts_of, told
from tools.wordml import paragraph, repeat, text, value

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
DELETED = '<w:rPr><w:del w:id="70" w:author="Eva" w:date="2026-01-01T00:00:00Z"/></w:rPr>'


def built(folder: Path, workbook: Path, template: Path, told: Sequence[str] = ()) -> dict[str, str]:
    outcome = build(workbook, output=folder / "ut.docx", template=template)
    assert [finding.rule.code for finding in told_of_template(outcome)] == list(told)
    with_text = {
        name: part.decode(errors="replace") for name, part in raw(folder / "ut.docx").items()
    }
    assert check_codes(template) & {"LB501", "LB504"} == set()
    return with_text


def raw(path: Path) -> dict[str, bytes]:
    return {name: part.encode() for name, part in parts_of(path).items()}


def check_codes(template: Path) -> set[str]:
    return {finding.rule.code for finding in check_template(template).findings}


def with_part(template: Path, old: str, new: str, part: str = "word/document.xml") -> Path:
    parts = parts_of(template)
    assert old in parts[part]
    return write_parts(template, {**parts, part: parts[part].replace(old, new)})


# ------------------------------------------------------------------ shapes


SHAPE = (
    f'<w:r><w:pict {VML}><v:shapetype id="_x0000_t202" coordsize="21600,21600"'
    ' o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1026"'
    ' o:spid="_x0000_s1026" type="#_x0000_t202" style="width:100pt;height:30pt"><v:textbox>'
    "<w:txbxContent><w:p><w:r><w:t>!</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)


def test_shapes_in_a_repeat_have_ids_of_their_own_and_one_kind(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = repeat("Orter", paragraph("Normal", SHAPE, value("Ort")))
    template = write_template(tmp_path / "mall.docx", block)
    assert shape_ids(built(tmp_path, workbook(), template), 2)
    more = workbook(Orter=[{}, {}, {"Ort": "Nyby", "Lägesbild": "Lugnt."}])
    assert told(update(more, tmp_path / "ut.docx", template)) == []
    assert shape_ids(parts_of(tmp_path / "ut.docx"), 3)
    if VALIDATOR.exists():
        assert sdk_errors(tmp_path / "ut.docx") == []


def shape_ids(parts: dict[str, str], count: int) -> bool:
    xml = parts["word/document.xml"]
    ids = re.findall(r'<v:shape id="(\w+)"', xml)
    assert len(set(ids)) == len(ids) == count
    assert re.findall(r'o:spid="(\w+)"', xml) == ids
    return xml.count('<v:shapetype id="_x0000_t202"') == 1


def test_object_in_a_repeat_names_its_own_shape(workbook: MakeWorkbook, tmp_path: Path) -> None:
    held = SHAPE.replace("w:pict", "w:object").replace(
        "</w:object>", '<o:OLEObject Type="Link" ShapeID="_x0000_s1026"/></w:object>'
    )
    block = repeat("Orter", paragraph("Normal", held, value("Ort")))
    xml = built(tmp_path, workbook(), write_template(tmp_path / "mall.docx", block))[
        "word/document.xml"
    ]
    ids = re.findall(r'<v:shape id="(\w+)"', xml)
    assert re.findall(r'ShapeID="(\w+)"', xml) == ids
    assert len(set(ids)) == 2


# ------------------------------------------------------------------ charts


CHART = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:extent cx="1000"'
    ' cy="1000"/><wp:docPr id="1" name="Diagram"/><a:graphic'
    f' xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/chart"><c:chart'
    f' xmlns:c="{DRAWING}/chart" r:id="rId90"/></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
CHART_PART = (
    f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:r="{OFFICE}/relationships"><c:chart>'
    "<c:plotArea><c:layout/></c:plotArea></c:chart>"
    '<c:externalData r:id="rId1"/></c:chartSpace>'
)


def relationship(number: str, kind: str, target: str) -> str:
    kind = f"{OFFICE}/relationships/{kind}"
    return f'<Relationship Id="{number}" Type="{kind}" Target="{target}"/>'


def chart_template(path: Path, *blocks: str) -> Path:
    """Write a template with a chart that has its data in a workbook."""
    parts = parts_of(write_template(path, *blocks))
    types = (("charts/chart1.xml", CHART_TYPE), ("embeddings/bok.xlsx", BOOK_TYPE))
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, kind in types
    )
    rels = "word/_rels/document.xml.rels"
    changed = {
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(
            "</Types>", f"{overrides}</Types>"
        ),
        rels: parts[rels].replace(
            "</Relationships>",
            relationship("rId90", "chart", "charts/chart1.xml") + "</Relationships>",
        ),
        "word/charts/chart1.xml": CHART_PART,
        "word/charts/_rels/chart1.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}">'
        + relationship("rId1", "package", "../embeddings/bok.xlsx")
        + "</Relationships>",
        "word/embeddings/bok.xlsx": "data",
    }
    return write_parts(path, {**parts, **changed})


def charts_in(parts: dict[str, str]) -> dict[str, str]:
    """Return the chart that each drawing shows, with the workbook of its data."""
    rels = dict(
        re.findall(r'Id="(\w+)"[^>]*Target="([^"]*)"', parts["word/_rels/document.xml.rels"])
    )
    rels |= {
        number: target
        for target, number in re.findall(
            r'Target="([^"]*)"[^>]*Id="(\w+)"', parts["word/_rels/document.xml.rels"]
        )
    }
    found = {}
    for number in re.findall(r'<c:chart [^>]*r:id="(\w+)"', parts["word/document.xml"]):
        chart = rels[number].rpartition("/")[2]
        assert parts[f"word/charts/{chart}"] == CHART_PART
        [data] = re.findall(r'Target="([^"]*)"', parts[f"word/charts/_rels/{chart}.rels"])
        found[chart] = data.rpartition("/")[2]
        assert parts[f"word/embeddings/{found[chart]}"] == "data"
    return found


def test_chart_in_a_repeat_is_copied_with_its_data(workbook: MakeWorkbook, tmp_path: Path) -> None:
    block = repeat("Orter", paragraph("Normal", value("Ort"), CHART))
    template = chart_template(tmp_path / "mall.docx", block)
    found = charts_in(built(tmp_path, workbook(), template))
    assert found == {"chart1.xml": "bok.xlsx", "chart2.xml": "bok1.xlsx"}
    more = workbook(Orter=[{"Ort": "Alby", "Lägesbild": "Lugnt."}, {"Ort": "Granby"}, {"Ort": "Ö"}])
    update(more, tmp_path / "ut.docx", template)
    assert lines(tmp_path / "ut.docx") == ["Alby", "Granby", "Ö"]
    found = charts_in(parts_of(tmp_path / "ut.docx"))
    assert len(found) == len(set(found.values())) == 3


def test_chart_that_stands_once_is_not_copied(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template = chart_template(
        tmp_path / "mall.docx", paragraph("Normal", value("Rapport.Kommun"), CHART)
    )
    assert charts_in(built(tmp_path, workbook(), template)) == {"chart1.xml": "bok.xlsx"}


# ------------------------------------------------------------------ effects


W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def test_effects_of_2010_stand_after_all_other_properties(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    effect = f'<w14:shadow {W14} w14:blurRad="1"/>'
    run = f'<w:r><w:rPr><w:shadow/><w:color w:val="FF0000"/>{effect}</w:rPr><w:t>Kommun</w:t></w:r>'
    made = value("Rapport.Kommun", "?")
    made = re.sub(r"<w:r>.*?</w:r>", lambda _: run, made, count=1)
    template = write_template(tmp_path / "mall.docx", paragraph("Normal", made))
    xml = built(tmp_path, workbook(), template)["word/document.xml"]
    [properties] = re.findall(r"<w:rPr>(.*?)</w:rPr><w:t [^>]*>Granby kommun", xml)
    names = re.findall(r"<([\w:]+)", properties)
    assert names == ["w:shadow", "w:color", "w14:shadow"]


# ------------------------------------------------------------------ paragraph marks


def marked(*content: str, style: str = "Normal", more: str = "") -> str:
    """Return a paragraph whose mark is deleted with tracked changes."""
    block = paragraph(style, *content)
    return block.replace("</w:pPr>", f"{DELETED}{more}</w:pPr>")


DELETED_RUN = '<w:del w:id="71" w:author="Eva"><w:r><w:delText>Punkt</w:delText></w:r></w:del>'


def test_paragraphs_whose_marks_are_deleted_are_joined_with_the_next(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    blocks = (
        marked(text("Ett ")),
        marked(text("två ")),
        paragraph("Rubrik1", text("tre "), value("Rapport.Kommun")),
        paragraph("Normal", text("sist")),
    )
    template = write_template(tmp_path / "mall.docx", *blocks)
    xml = built(tmp_path, workbook(), template)["word/document.xml"]
    assert lines(tmp_path / "ut.docx") == ["Ett två tre Granby kommun", "sist"]
    assert xml.count("<w:p>") == 2
    assert '<w:pStyle w:val="Rubrik1"/></w:pPr><w:r><w:t xml:space="preserve">Ett' in xml


def test_deleted_bullet_leaves_none(workbook: MakeWorkbook, tmp_path: Path) -> None:
    blocks = (
        paragraph("Punktlista", text("första "), value("Rapport.Kommun")),
        marked(DELETED_RUN, style="Punktlista"),
        paragraph("Punktlista", text("tredje")),
    )
    template = write_template(tmp_path / "mall.docx", *blocks)
    xml = built(tmp_path, workbook(), template)["word/document.xml"]
    assert xml.count('<w:pStyle w:val="Punktlista"/>') == 2


def test_deleted_mark_before_a_table_or_at_a_section_leaves_the_text(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    blocks = (
        marked(text("före"), value("Rapport.Kommun")),
        table,
        marked(DELETED_RUN),
        table,
        marked(text("avsnitt"), more="<w:sectPr/>"),
        marked(text("sist")),
    )
    template = write_template(tmp_path / "mall.docx", *blocks)
    xml = built(tmp_path, workbook(), template)["word/document.xml"]
    assert lines(tmp_path / "ut.docx") == ["föreGranby kommun", "avsnitt", "sist"]
    assert xml.count("<w:sectPr") == 2


# ------------------------------------------------------------------ other formats


def test_strict_template_is_refused_as_what_it_is(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template = write_template(tmp_path / "mall.docx", paragraph("Normal", value("Rapport.Kommun")))
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    template = with_part(template, f"{OFFICE}/relationships", strict, "_rels/.rels")
    message = "LB002.*Strict Open XML, inte ett Word-dokument.*Spara som"
    for use in (check_template, lambda path: build(workbook(), tmp_path / "ut.docx", path)):
        with pytest.raises(StopError, match=message):
            use(template)


MACROS = {
    "document": ("application/vnd.ms-word.document.macroEnabled.main+xml", "dokument med makron"),
    "template": (
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "mall med makron",
    ),
}


@pytest.mark.parametrize("kind", MACROS)
def test_template_with_macros_is_refused_as_what_it_is(
    kind: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    content_type, name = MACROS[kind]
    template = write_template(tmp_path / "mall.docx", paragraph("Normal", value("Rapport.Kommun")))
    [old] = re.findall(r"[\w./-]*\.(?:document|template)\.main\+xml", types_of(template))
    with_part(template, old, content_type, "[Content_Types].xml")
    with pytest.raises(StopError, match=f"LB002.*{name}, inte.*spara den som ett Word-dokument"):
        build(workbook(), tmp_path / "ut.docx", template)


def types_of(template: Path) -> str:
    return parts_of(template)["[Content_Types].xml"]


def test_text_of_another_file_goes_along(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template = write_template(
        tmp_path / "mall.docx",
        paragraph("Normal", value("Rapport.Kommun")),
        '<w:altChunk r:id="rId91"/>',
    )
    chunk = relationship("rId91", "aFChunk", "text.htm")
    with_part(
        template,
        "</Relationships>",
        f"{chunk}</Relationships>",
        "word/_rels/document.xml.rels",
    )
    default = '<Default Extension="htm" ContentType="text/html"/>'
    with_part(template, "</Types>", f"{default}</Types>", "[Content_Types].xml")
    write_parts(template, {**parts_of(template), "word/text.htm": "<p>Text"})
    parts = built(tmp_path, workbook(), template, ["LB524"])
    assert parts["word/text.htm"] == "<p>Text"
    assert '<w:altChunk r:id="rId91"/>' in parts["word/document.xml"]


def test_styles_with_alternatives_are_read(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template = write_template(tmp_path / "mall.docx", paragraph("Normal", value("Rapport.Kommun")))
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    one = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/></w:style>'
    alternatives = (
        f'<mc:AlternateContent xmlns:mc="{compatibility}"><mc:Choice Requires="w14" {W14}>'
        f"{one.format('Ny')}</mc:Choice><mc:Fallback>{one.format('Gammal')}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    with_part(template, "</w:styles>", f"{alternatives}</w:styles>", "word/styles.xml")
    assert "mc:AlternateContent" in built(tmp_path, workbook(), template)["word/styles.xml"]
