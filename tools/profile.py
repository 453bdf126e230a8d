"""The graphic profile of the templates: theme, styles, numbering and settings.

Colours are the theme's, so that another theme in Word (Design – Colours) changes them all.
"""

from __future__ import annotations

from collections.abc import Sequence

from tools.wordml import NAMESPACES

BLUE, GREY, PALE, RULE = "1B3A5C", "595959", "EEF2F6", "B8C4D0"

STATUSES = {
    # name: (fill, text); contrast 6.5:1, 11.9:1, 5.1:1 and 10.2:1
    "Rött": ("C00000", "FFFFFF"),
    "Gult": ("FFD24D", "1A1A1A"),
    "Grönt": ("2E7D32", "FFFFFF"),
    "Ej bedömd": ("E7E9EC", "333333"),
}

A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _colour(name: str, rgb: str) -> str:
    return f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>'


def theme() -> str:
    """Return the theme: its colours, its fonts, and the plainest effects that it must have.

    The series of charts have its accents: none of them is the colour of a status.
    """
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": BLUE, "lt2": PALE, "accent1": BLUE,
        "accent2": "00838F", "accent3": "8E24AA", "accent4": "6D4C41", "accent5": "5B7A99",
        "accent6": GREY, "hlink": "0B5394", "folHlink": "6A3D8A",
    }  # fmt: skip
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{A}" name="Lägesbild"><a:themeElements>'
        f'<a:clrScheme name="Lägesbild">{"".join(_colour(*c) for c in colours.items())}'
        f'</a:clrScheme><a:fontScheme name="Lägesbild"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Lägesbild"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


ACCENT = f'<w:color w:val="{BLUE}" w:themeColor="accent1"/>'


def _paragraph_style(  # noqa: PLR0913 - the parts of a style
    style_id: str,
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    based_on: str = "Normal",
    following: str = "",
    link: str = "",
    priority: int = 1,
) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="{int(style_id[0] == "L")}"'
        f' w:styleId="{style_id}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + (f'<w:link w:val="{link}"/>' if link else "")
        + f'<w:uiPriority w:val="{priority}"/><w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    ).replace(' w:customStyle="0"', "")


def _character_style(
    style_id: str, name: str, run: str, link: str = "", *, own: bool = False
) -> str:
    return (
        f'<w:style w:type="character"{" w:customStyle=" + chr(34) + "1" + chr(34) if own else ""}'
        f' w:styleId="{style_id}"><w:name w:val="{name}"/>'
        + (f'<w:link w:val="{link}"/>' if link else "")
        + '<w:uiPriority w:val="2"/><w:qFormat/>'
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _heading(level: int, size: int, before: int, after: int) -> str:
    return _paragraph_style(
        f"Rubrik{level}",
        f"heading {level}",
        "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>"
        f'<w:spacing w:before="{before}" w:after="{after}"'
        f' w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:bCs/>{ACCENT}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        following="Normal",
        priority=9,
    )


def _status(number: int, name: str, fill: str, colour: str) -> str:
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    run = f'<w:b/><w:bCs/><w:color w:val="{colour}"/>'
    edge = f'<w:bdr w:val="single" w:sz="24" w:space="0" w:color="{fill}"/>'
    style_id = f"LStatus{number}"
    return _paragraph_style(
        style_id,
        f"Status {name}",
        f'<w:keepLines/>{shading}<w:suppressAutoHyphens/><w:jc w:val="center"/>',
        run,
        based_on="LTabelltext",
        link=f"{style_id}Tecken",
    ) + _character_style(
        f"{style_id}Tecken", f"Status {name} Tecken", run + edge + shading, style_id, own=True
    )


def report_styles() -> str:
    """Return the styles that only the report over time has: of its figures and its chart."""
    return (
        _paragraph_style("LTal", "Tabelltal", '<w:jc w:val="right"/>', based_on="LTabelltext")
        + _paragraph_style(
            "LTalrubrik", "Tabelltalrubrik", '<w:jc w:val="right"/>', based_on="LTabellrubrik"
        )
        + _paragraph_style("LTabellinledning", "Tabellinledning", "<w:keepNext/>")
        + _paragraph_style("LDiagram", "Diagram", '<w:keepNext/><w:spacing w:after="60"/>')
    )


def styles(width: int, more: str = "") -> str:
    """Return every style of the templates; the page header and footer are of a width."""
    tight = '<w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/>'
    edge = f'w:val="single" w:sz="4" w:space="4" w:color="{RULE}"'
    side = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
        ' w:eastAsiaTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/>'
        '<w:szCs w:val="22"/><w:lang w:val="sv-SE" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="Standardstycketeckensnitt">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="Normaltabell">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="Ingenlista">'
        '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        "</w:style>"
        + _paragraph_style(
            "Rubrik",
            "Title",
            "<w:keepLines/><w:suppressAutoHyphens/>"
            '<w:spacing w:before="120" w:after="240" w:line="252" w:lineRule="auto"/>',
            f'<w:b/><w:bCs/>{ACCENT}<w:sz w:val="36"/><w:szCs w:val="36"/>',
            following="Normal",
            priority=10,
        )
        + _heading(1, 32, 400, 120)
        + _heading(2, 25, 280, 80)
        + _heading(3, 22, 240, 80)
        + _paragraph_style(
            "Punktlista",
            "List Bullet",
            '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="80"/>'
            '<w:ind w:left="397" w:hanging="397"/>',
            priority=10,
        )
        + _paragraph_style(
            "Numreradlista",
            "List Number",
            '<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="80"/>'
            '<w:ind w:left="397" w:hanging="397"/>',
            priority=10,
        )
        + _paragraph_style(
            "LIngress", "Ingress", '<w:spacing w:after="200"/>', '<w:sz w:val="24"/>'
        )
        + _paragraph_style(
            "LOrt",
            "Ort",
            f"<w:keepLines/><w:pBdr><w:top {edge}/><w:between {edge}/></w:pBdr>"
            '<w:tabs><w:tab w:val="left" w:pos="2155"/></w:tabs>'
            '<w:spacing w:before="60" w:after="60"/>'
            '<w:ind w:left="2155" w:hanging="2155"/>',
        )
        + _paragraph_style(
            "LForklaring",
            "Förklaring av status",
            '<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val="left" w:pos="1247"/></w:tabs>'
            '<w:spacing w:before="40" w:after="80" w:line="240" w:lineRule="auto"/>'
            '<w:ind w:left="1247" w:hanging="1190"/>',
            '<w:sz w:val="20"/><w:szCs w:val="20"/>',
        )
        + _paragraph_style(
            "LOrdlista",
            "Ordlista",
            '<w:keepNext/><w:keepLines/><w:spacing w:after="40" w:line="252" w:lineRule="auto"/>',
        )
        + _paragraph_style(
            "LTabelltext", "Tabelltext", tight, '<w:sz w:val="20"/><w:szCs w:val="20"/>'
        )
        + _paragraph_style(
            "LTabellrubrik",
            "Tabellrubrik",
            "<w:keepNext/>" + tight,
            '<w:b/><w:bCs/><w:color w:val="FFFFFF" w:themeColor="background1"/>',
            based_on="LTabelltext",
        )
        + _paragraph_style(
            "Beskrivning",
            "caption",
            '<w:keepLines/><w:spacing w:before="120" w:after="120"/>',
            f'<w:color w:val="{GREY}"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
            priority=35,
        )
        + _paragraph_style(
            "Sidhuvud",
            "header",
            f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs><w:spacing w:after="240"/>',
            f'<w:b/><w:bCs/><w:caps/>{ACCENT}<w:spacing w:val="30"/><w:sz w:val="20"/>'
            '<w:szCs w:val="20"/>',
            priority=99,
        )
        + _paragraph_style(
            "Sidfot",
            "footer",
            f'<w:tabs><w:tab w:val="center" w:pos="{width // 2}"/>'
            f'<w:tab w:val="right" w:pos="{width}"/>'
            '</w:tabs><w:spacing w:before="120" w:after="0"/>',
            f'<w:color w:val="{GREY}"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
            priority=99,
        )
        + "".join(_status(n, name, *look) for n, (name, look) in enumerate(STATUSES.items(), 1))
        + _character_style("LNamn", "Namn", "<w:b/><w:bCs/>", own=True)
        + _character_style("LVarde", "Värde", "", own=True)
        + _character_style(
            "LTomt", "Inget värde", f'<w:i/><w:iCs/><w:color w:val="{GREY}"/>', own=True
        )
        + _character_style("Platshllartext", "Placeholder Text", '<w:color w:val="666666"/>')
        + _character_style(
            "Hyperlnk",
            "Hyperlink",
            '<w:color w:val="0B5394" w:themeColor="hyperlink"/><w:u w:val="single"/>',
        )
        + '<w:style w:type="table" w:customStyle="1" w:styleId="LBalanslista">'
        '<w:name w:val="Tabell Balanslista"/><w:basedOn w:val="Normaltabell"/>'
        '<w:uiPriority w:val="40"/><w:tblPr><w:tblBorders>'
        f"<w:top {side}/><w:left {side}/><w:bottom {side}/><w:right {side}/>"
        f"<w:insideH {side}/><w:insideV {side}/></w:tblBorders><w:tblCellMar>"
        '<w:top w:w="28" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/>'
        '<w:color w:val="FFFFFF" w:themeColor="background1"/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{BLUE}" w:themeFill="accent1"/>'
        f"</w:tcPr></w:tblStylePr></w:style>{more}</w:styles>"
    )


def numbering() -> str:
    """Return the numbering of lists: bulleted ones, and those with numbers."""
    bullets = _levels("Punktlista", "bullet", ("•", "–"))
    numbers = _levels("Numreradlista", "decimal", ("%1.", "%2."))
    return (
        f"<w:numbering {NAMESPACES}>"
        f'<w:abstractNum w:abstractNumId="0">{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{numbers}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _levels(style: str, form: str, texts: Sequence[str]) -> str:
    """Return the levels of a list whose items have a style."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if at == 0 else "")
        + f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{397 * (at + 1)}" w:hanging="397"/></w:pPr>'
        f"<w:rPr>{ACCENT}</w:rPr></w:lvl>"
        for at, text in enumerate(texts)
    )
    return f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}'


def settings() -> str:
    """Return the settings: Word 2013 and later, in Swedish."""
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="1304"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{uri}"'
        f' w:val="1"/><w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{uri}"'
        ' w:val="1"/></w:compat><w:themeFontLang w:val="sv-SE"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"'
        ' w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4"'
        ' w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
        ' w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )
