"""Charts in a document, as Word keeps them: what they draw, and the axes that it is read at."""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lagesbild_xlsx.html.charts.figures import CHART

NAMESPACES = (
    f'xmlns:c="{CHART.strip("{}")}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
KINDS = (
    "barChart", "bar3DChart", "lineChart", "areaChart", "pieChart", "doughnutChart", "radarChart",
    "scatterChart", "bubbleChart", "stockChart",
)  # fmt: skip
Value = str | float | None


def points(values: Sequence[Value], code: str = "General") -> str:
    """Return what a chart keeps of values; None is a point that is missing."""
    is_text = any(isinstance(value, str) and not value.startswith("#") for value in values)
    kind, form = ("str", "") if is_text else ("num", f"<c:formatCode>{code}</c:formatCode>")
    kept = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(str(value))}</c:v></c:pt>'
        for at, value in enumerate(values)
        if value is not None
    )
    count = f'<c:ptCount val="{len(values)}"/>'
    cache = f"<c:{kind}Cache>{form}{count}{kept}</c:{kind}Cache>"
    return f"<c:{kind}Ref><c:f>Blad1!$A$1</c:f>{cache}</c:{kind}Ref>"


def levels(*given: Sequence[Value]) -> str:
    """Return labels of several levels, the innermost first."""
    kept = "".join(
        "<c:lvl>"
        + "".join(
            f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>'
            for at, value in enumerate(level)
            if value is not None
        )
        + "</c:lvl>"
        for level in given
    )
    cache = f'<c:multiLvlStrCache><c:ptCount val="{len(given[0])}"/>{kept}</c:multiLvlStrCache>'
    return f"<c:multiLvlStrRef><c:f>Blad1!$A$1</c:f>{cache}</c:multiLvlStrRef>"


def series(name: str, labels: str, figures: str, sizes: str = "", *, xy: bool = False) -> str:
    """Return a series; ``xy`` where its points have two numbers each."""
    told = f"<c:tx>{points([name])}</c:tx>" if name else ""
    across, up = ("xVal", "yVal") if xy else ("cat", "val")
    held = f"<c:{across}>{labels}</c:{across}>" if labels else ""
    size = f"<c:bubbleSize>{sizes}</c:bubbleSize>" if sizes else ""
    return f"<c:ser>{told}{held}<c:{up}>{figures}</c:{up}>{size}</c:ser>"


def group(kind: str, *held: str, axes: tuple[int, int] = (1, 2)) -> str:
    """Return series of one kind, and the axes that they are read at."""
    ids = "".join(f'<c:axId val="{number}"/>' for number in axes)
    return f"<c:{kind}>{''.join(held)}{ids}</c:{kind}>"


def axis(kind: str, number: int, title: str = "") -> str:
    """Return an axis."""
    told = f"<c:title>{rich(title)}</c:title>" if title else ""
    return f'<c:{kind}><c:axId val="{number}"/>{told}</c:{kind}>'


def rich(words: str) -> str:
    """Return words as a title holds them."""
    return f"<c:tx><c:rich><a:p><a:r><a:t>{words}</a:t></a:r></a:p></c:rich></c:tx>"


def part(*held: str, title: str = "", before: str = "") -> bytes:
    """Return a chart: groups of series and their axes."""
    told = f"<c:title>{rich(title)}</c:title>" if title else ""
    area = f"<c:chart>{told}<c:plotArea>{''.join(held)}</c:plotArea></c:chart>"
    return f"<c:chartSpace {NAMESPACES}>{before}{area}</c:chartSpace>".encode()


def of_kind(kind: str) -> bytes:
    """Return a chart of a kind, with two series where that kind has several."""
    if kind in {"scatterChart", "bubbleChart"}:
        sizes = points([4, 1, 2]) if kind == "bubbleChart" else ""
        held = [series("Anmälda", points([1, 2.5, 4]), points([3, -1, 2]), sizes, xy=True)]
    else:
        labels = points(["Ås", "Öby", "Lund"])
        held = [
            series("2025", labels, points([4, None, 12])),
            series("2026", labels, points([-2.5, 7, 1])),
        ]
    return part(group(kind, *held), axis("catAx", 1), axis("valAx", 2, "Antal"), title="Per ort")


def with_charts(*blobs: bytes, words: str = "Anmälningar per ort") -> bytes:
    """Return a document with charts, in this order."""
    document = Document()
    for at, blob in enumerate(blobs, 1):
        name = PackURI(f"/word/charts/chart{at}.xml")
        number = document.part.relate_to(
            Part(name, CT.DML_CHART, blob, document.part.package), RT.CHART
        )
        run = document.add_paragraph().add_run()
        run._r.append(  # noqa: SLF001 - python-docx makes no charts
            parse_xml(
                f'<w:drawing {nsdecls("w", "wp", "a", "r")} xmlns:c="{CHART.strip("{}")}">'
                f'<wp:inline><wp:docPr id="{at}" name="d" descr="{words}"/><a:graphic>'
                f'<a:graphicData><c:chart r:id="{number}"/></a:graphicData></a:graphic>'
                "</wp:inline></w:drawing>"
            )
        )
    stored = io.BytesIO()
    document.save(stored)
    return stored.getvalue()
