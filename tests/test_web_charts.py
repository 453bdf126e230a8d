"""Charts in a web page: drawn so that they can be read, and all of their figures in tables."""

from __future__ import annotations

import io
from itertools import pairwise
from zipfile import ZipFile

import pytest
from lxml import etree, html

from lagesbild_xlsx.colours import contrast
from lagesbild_xlsx.html.charts.figures import CHART
from lagesbild_xlsx.html.page import web_page
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.xml import theme_colours
from lagesbild_xlsx.pipeline import TEMPLATE_KINDS, standard_template
from lagesbild_xlsx.word.stories import TEMPLATE
from lagesbild_xlsx.word.xml import w
from tests.charts import KINDS, axis, group, levels, of_kind, part, points, series, with_charts


def page_of(*blobs: bytes, words: str = "Anmälningar per ort") -> html.HtmlElement:
    return html.document_fromstring(web_page(with_charts(*blobs, words=words)).value)


def tables(*blobs: bytes) -> list[list[list[str]]]:
    """Return the cells of the tables of charts."""
    found = page_of(*blobs).iter("table")
    return [[[cell.text or "" for cell in row] for row in table.iter("tr")] for table in found]


def simple(labels: str, *figures: str, kind: str = "barChart") -> bytes:
    """Return a chart whose series are for the same labels."""
    held = [series(name, labels, each) for name, each in zip("abcdef", figures, strict=False)]
    return part(group(kind, *held))


def test_bars_have_their_labels_figures_and_names() -> None:
    labels = points(["<b>Ås", "Öby"])
    [svg] = page_of(simple(labels, points([4]), points([-2.5, None]))).iter("svg")
    assert svg.get("aria-label") == "Anmälningar per ort"
    assert [text.text for text in svg.iter("text")] == ["a", "b", "<b>Ås", "4", "-2,5", "Öby"]
    key, other_key, above, below = svg.iter("rect")
    assert key.get("fill") == above.get("fill") != other_key.get("fill") == below.get("fill")
    widths = [float(bar.get("width")) for bar in (above, below)]
    assert widths[0] / widths[1] == pytest.approx(4 / 2.5, abs=0.01)
    assert float(below.get("x")) + widths[1] == pytest.approx(float(above.get("x")), abs=0.1)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_and_has_its_figures(kind: str) -> None:
    page = page_of(of_kind(kind))
    [svg] = page.iter("svg")
    assert len(svg) > 6
    assert [strong.text for strong in page.iter("strong")] == ["Per ort"]
    [table] = tables(of_kind(kind))
    rows = {
        "scatterChart": [["", "Anmälda"], ["1", "3"], ["2,5", "-1"], ["4", "2"]],
        "bubbleChart": [
            ["", "Anmälda", "Anmälda, storlek"], ["1", "3", "4"], ["2,5", "-1", "1"],
            ["4", "2", "2"],
        ],
    }  # fmt: skip
    several = [["", "2025", "2026"], ["Ås", "4", "-2,5"], ["Öby", "", "7"], ["Lund", "12", "1"]]
    assert table == rows.get(kind, several)


def test_line_is_broken_where_a_figure_is_missing_and_a_lone_one_is_a_point() -> None:
    figures = points([1, 2, None, 3, "#N/A", 4, 5])
    [svg] = page_of(simple(points([*"abcdefg"]), figures, kind="lineChart")).iter("svg")
    lines = [each.get("points").split() for each in svg.iter("polyline")]
    assert [len(line) for line in lines] == [2, 2]
    assert len(list(svg.iter("circle"))) == 1


def test_lines_differ_by_more_than_colour() -> None:
    figures = [points([1, 2, at]) for at in range(3)]
    [svg] = page_of(simple(points([*"abc"]), *figures, kind="lineChart")).iter("svg")
    drawn = list(svg.iter("polyline"))[3:]
    assert len({each.get("stroke-dasharray") for each in drawn}) == 3


def test_dates_and_figures_are_shown_as_in_excel() -> None:
    labels = points([45962, 45992], "yyyy-mm-dd")
    figures = points([1234.5, 0.5], "# ##0.0")
    [table] = tables(simple(labels, figures, points([0.25, 1], "0%"), kind="lineChart"))
    assert table[1:] == [["2025-11-01", "1 234,5", "25%"], ["2025-12-01", "0,5", "100%"]]


def test_days_can_be_counted_from_1904() -> None:
    held = group("lineChart", series("a", points([44500], "yyyy-mm-dd"), points([1])))
    [table] = tables(part(held, before='<c:date1904 val="1"/>'))
    assert table[1] == ["2025-11-01", "1"]


def test_dates_stand_as_far_apart_as_they_are() -> None:
    labels = points([45658, 45659, 45668], "yyyy-mm-dd")
    held = group("lineChart", series("a", labels, points([1, 2, 3])))
    [svg] = page_of(part(held, axis("dateAx", 1), axis("valAx", 2))).iter("svg")
    [line] = svg.iter("polyline")
    xs = [float(each.split(",")[0]) for each in line.get("points").split()]
    first, second = (after - before for before, after in pairwise(xs))
    assert second / first == pytest.approx(9, abs=0.05)


def test_labels_of_several_levels_are_joined_from_the_outermost() -> None:
    labels = levels(["Kvinnor", "Män", "Kvinnor", "Män"], ["Norr", None, "Söder", None])
    [table] = tables(simple(labels, points([1, 2, 3, 4])))
    assert [row[0] for row in table[1:]] == [
        "Norr, Kvinnor", "Norr, Män", "Söder, Kvinnor", "Söder, Män",
    ]  # fmt: skip


def test_what_is_read_at_another_axis_is_drawn_by_itself_and_said() -> None:
    labels = points(["jan", "feb", "mars"])
    left = group("barChart", series("Anmälda", labels, points([400, 300, 500])))
    share = points([0.5, 0.25, 0.75], "0%")
    right = group("lineChart", series("Lösta", labels, share), axes=(3, 4))
    axes = (axis("catAx", 1, "Månad"), axis("valAx", 2, "Antal"), axis("valAx", 4, "Andel"))
    blob = part(left, right, *axes)
    first, second = page_of(blob).iter("svg")
    assert len(list(first.iter("rect"))) == 1 + 3
    assert [text.text for text in second.iter("text")][:2] == ["Andel", "Lösta"]
    assert [svg.get("aria-label") for svg in (first, second)] == [
        "Anmälningar per ort (Antal)", "Anmälningar per ort (Andel)",
    ]  # fmt: skip
    assert tables(blob) == [
        [
            ["Månad", "Anmälda (Antal)", "Lösta (Andel)"],
            ["jan", "400", "50%"],
            ["feb", "300", "25%"],
            ["mars", "500", "75%"],
        ]
    ]


def test_points_that_are_for_other_numbers_have_a_table_of_their_own() -> None:
    held = [
        series("a", points([1, 2]), points([5, 6]), xy=True),
        series("b", points([1, 3]), points([7, 8]), xy=True),
    ]
    assert tables(part(group("scatterChart", *held))) == [
        [["", "a"], ["1", "5"], ["2", "6"]],
        [["", "b"], ["1", "7"], ["3", "8"]],
    ]


def test_what_has_no_name_is_numbered() -> None:
    held = [series("", "", points([5, 6])), series("", "", points([7]))]
    [table] = tables(part(group("barChart", *held)))
    assert table == [["", "Serie 1", "Serie 2"], ["1", "5", "7"], ["2", "6", ""]]


def test_very_many_bars_are_a_line() -> None:
    labels = points([f"dag {at}" for at in range(200)])
    [svg] = page_of(simple(labels, points(list(range(200))))).iter("svg")
    assert float(svg.get("viewbox").split()[3]) < 400


def test_own_colour_that_is_not_seen_on_white_is_not_taken() -> None:
    def filled(colour: str) -> str:
        look = f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr>'
        return series("a", points(["Ås"]), points([1])).replace("<c:cat>", f"{look}<c:cat>")

    for colour, is_taken in (("005A9C", True), ("FFF2CC", False)):
        [svg] = page_of(part(group("barChart", filled(colour)))).iter("svg")
        assert (next(svg.iter("rect")).get("fill") == f"#{colour}") is is_taken


def test_title_is_the_words_of_a_chart_that_has_none() -> None:
    made = web_page(with_charts(of_kind("pieChart"), words=""))
    assert made.findings == ()
    assert html.document_fromstring(made.value).find(".//svg").get("aria-label") == "Per ort"


def test_chart_without_figures_is_its_words() -> None:
    page = page_of(part(group("barChart")))
    assert page.find(".//div[@class='diagram']/p").text == "Anmälningar per ort"
    assert not list(page.iter("svg", "table"))


@pytest.mark.parametrize("figure", ["1e400", "NaN", "1e40", "-inf", "mycket"])
def test_figure_that_no_drawing_has_room_for_is_left_out_of_it(figure: str) -> None:
    page = page_of(simple(points(["Ås", "Öby"]), points([figure, 2]).replace("str", "num")))
    assert "nan" not in html.tostring(page.find(".//svg"), encoding="unicode").lower()
    assert [text.text for text in page.find(".//svg").iter("text")] == ["Ås", "Öby", "2"]


def test_chart_of_a_newer_kind_is_its_words_and_that_is_told() -> None:
    extended = "http://schemas.microsoft.com/office/drawing/2014/chartex"
    document = with_charts(of_kind("barChart"))
    changed = io.BytesIO()
    with ZipFile(io.BytesIO(document)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(CHART.strip("{}").encode(), extended.encode())
            new.writestr(name, content)
    page = web_page(changed.getvalue())
    assert [finding.rule.code for finding in page.findings] == ["LB573"]
    assert "[Anmälningar per ort]" in page.value


def recoloured(document: bytes, **colours: str) -> bytes:
    """Return a document whose theme has other colours."""
    stored = io.BytesIO()
    with ZipFile(io.BytesIO(document)) as old, ZipFile(stored, "w") as new:
        for name in old.namelist():
            root = etree.fromstring(old.read(name)) if "/theme" in name else None
            for accent, rgb in colours.items() if root is not None else ():
                for element in root.iter(f"{{*}}{accent}"):
                    element[0].set("val", rgb)
            new.writestr(name, old.read(name) if root is None else etree.tostring(root))
    return stored.getvalue()


def test_series_without_a_colour_have_those_of_the_theme_as_in_word() -> None:
    document = recoloured(
        with_charts(simple(points(["Ås"]), points([4]), points([7]))),
        accent1="112233",
        accent2="FFFFFF",
    )
    [svg] = html.document_fromstring(web_page(document).value).iter("svg")
    fills = [each.get("fill") for each in svg.iter("rect")]
    assert fills[0] == "#112233"
    assert "#FFFFFF" not in fills  # no one would see it on the paper


@pytest.mark.parametrize("kind", TEMPLATE_KINDS)
def test_no_series_of_a_standard_template_looks_like_a_status(kind: str) -> None:
    with Package(standard_template(kind), TEMPLATE) as package:
        [theme] = package.related(package.main_part, "theme")
        colours = theme_colours(package.xml(theme))
        accents = {colours[f"accent{number}"] for number in range(1, 7)}
        fills = {
            shading.get(w("fill"))
            for style in package.xml("word/styles.xml")
            if style.get(w("styleId"), "").startswith("LStatus")
            for shading in style.iter(w("shd"))
        }
    assert len(accents) == 6
    assert len(fills) >= 3
    assert not accents & fills
    assert all(contrast(each, "FFFFFF") >= 3 for each in accents)
