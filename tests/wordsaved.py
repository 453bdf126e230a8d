"""A document as Word saves it, and as other programs write one: the same, in other XML.

Each trait is one that public files have. One of them is named, as owner/repository/path.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import count
from pathlib import Path

from lxml import etree

from tests.rawbook import write_parts

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Trait = Callable[[etree._Element], None]  # noqa: SLF001 - lxml's own name for its elements


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def made(name: str, /, **attributes: str) -> etree._Element:
    element = etree.Element(w(name))
    for key, value in attributes.items():
        element.set(w(key), value)
    return element


# ------------------------------------------------------------------ controls


def placeholder(root: etree._Element) -> None:
    """Word names a building block for every control that a person puts in.

    dotnet/Open-XML-SDK/test/DocumentFormat.OpenXml.Tests.Assets/assets/TestFiles/
    Data-Bound-Content-Controls.docx
    """
    for properties in root.iter(w("sdtPr")):
        block = made("placeholder")
        block.append(made("docPart", val="DefaultPlaceholder_-1854013440"))
        after = [each for each in properties if each.tag in {w("alias"), w("tag"), w("id")}]
        properties.insert(1 + max(map(properties.index, after), default=-1), block)


def end_properties(root: etree._Element) -> None:
    """OfficeDev/Open-Xml-PowerTools/TestFiles/DA102-TemplateDocument.docx."""
    for properties in root.iter(w("sdtPr")):
        end = made("sdtEndPr")
        etree.SubElement(etree.SubElement(end, w("rPr")), w("noProof"))
        properties.addnext(end)


def id_first(root: etree._Element) -> None:
    """superdoc/docx-editor/examples/content-controls/public/content-control.docx."""
    for properties in root.iter(w("sdtPr")):
        for number in properties.findall(w("id")):
            properties.insert(0, number)


def looks(root: etree._Element) -> None:
    """open-xml-templating/docxtemplater/examples/expected-sdtcontent-valid.docx."""
    for properties in root.iter(w("sdtPr")):
        etree.SubElement(properties, f"{{{W15}}}color").set(w("val"), "4472C4")
        etree.SubElement(properties, f"{{{W15}}}appearance").set(f"{{{W15}}}val", "hidden")


def locks(root: etree._Element) -> None:
    """ONLYOFFICE-QA/ooxml_parser/spec/document/elements/paragraph/std/std_content/
    sdt_properties_lock.docx.
    """
    for properties in root.iter(w("sdtPr")):
        properties.append(made("lock", val="sdtLocked"))


# ------------------------------------------------------------------ text


def revision_ids(root: etree._Element) -> None:
    """SyncfusionExamples/DocIO-Examples/Word-document/Merge-multiple-Word-files-in-same-page/.NET/
    Merge-multiple-Word-files-in-same-page/Data/Salutation.docx.
    """
    of = {"p": ("rsidR", "rsidRDefault", "rsidP"), "tr": ("rsidR", "rsidTr"), "r": ("rsidRPr",)}
    for kind, names in of.items():
        for element in root.iter(w(kind)):
            for name in names:
                element.set(w(name), "00AB12CD")


def paragraph_ids(root: etree._Element) -> None:
    """Harbour-Enterprises/SuperDoc/e2e-tests/test-data/basic-documents/vertical-merge.docx."""
    for number, element in enumerate(root.iter(w("p"), w("tr")), 0x10000000):
        element.set(f"{{{W14}}}paraId", f"{number:08X}")
        element.set(f"{{{W14}}}textId", "77777777")


def split_runs(root: etree._Element) -> None:
    """Word cuts a run in two where it marks a word as misspelt.

    verronpro/docx-stamper/test/sources/ChangingPageLayoutInRepeatDocPartTest.docx
    """
    for run in list(root.iter(w("r"))):
        texts = run.findall(w("t"))
        words = (texts[0].text or "") if len(texts) == 1 else ""
        if len(words) > 1 and all(each.tag in {w("t"), w("rPr")} for each in run):
            rest = deepcopy(run)
            middle = len(words) // 2
            for part, said in ((run, words[:middle]), (rest, words[middle:])):
                [text] = part.findall(w("t"))
                text.text = said
                text.set(XML_SPACE, "preserve")
            run.addnext(rest)
            run.addprevious(made("proofErr", type="spellStart"))
            run.addnext(made("proofErr", type="spellEnd"))


def page_breaks(root: etree._Element) -> None:
    """dotnet/Open-XML-SDK/test/DocumentFormat.OpenXml.Tests.Assets/assets/TestDataStorage/
    v2FxTestFiles/wordprocessing/paragraph/sectionBreak.docx.
    """
    for paragraph in list(root.iter(w("p")))[::3]:
        run = next(paragraph.iter(w("r")), None)
        if run is not None and run.find(w("t")) is not None:
            run.find(w("t")).addprevious(made("lastRenderedPageBreak"))


def bookmarks(root: etree._Element) -> None:
    """Word remembers where one was, and numbers all bookmarks anew.

    guigrpa/docx-templates/src/__tests__/fixtures/simpleQuery.docx
    """
    names = {mark.get(w("name")) for mark in root.iter(w("bookmarkStart"))}
    if root.tag == w("document") and "_GoBack" not in names:
        last = list(root.iter(w("p")))[-1]
        last.append(made("bookmarkStart", id="99999", name="_GoBack"))
        last.append(made("bookmarkEnd", id="99999"))
    numbers: dict[str, str] = {}
    for mark in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
        new = numbers.setdefault(mark.get(w("id"), ""), str(len(numbers)))
        mark.set(w("id"), new)


def languages(root: etree._Element) -> None:
    """ONLYOFFICE-QA/ooxml_parser/spec/document/elements/paragraph/runs/link/
    hyperlink_with_run_into_it.docx.
    """
    for run in root.iter(w("r")):
        properties = run.find(w("rPr"))
        if properties is None:
            properties = made("rPr")
            run.insert(0, properties)
        if properties.find(w("lang")) is None:
            properties.append(made("lang", val="sv-SE"))


TRAITS: tuple[Trait, ...] = (
    placeholder,
    end_properties,
    id_first,
    looks,
    locks,
    split_runs,
    page_breaks,
    bookmarks,
    languages,
    revision_ids,
    paragraph_ids,
)


# ------------------------------------------------------------------ the package


def as_word_saves(path: Path, *traits: Trait) -> Path:
    """Write a document as Word saves it: with these traits, or with all."""
    parts = parts_of(path)
    for name in _stories(parts):
        root = _declaring(etree.fromstring(parts[name]))
        for trait in traits or TRAITS:
            trait(root)
        parts[name] = _with_other_ids(root, name, parts)
    return write_parts(path, parts)


def with_other_prefixes(path: Path) -> Path:
    """Write a document as programs do that give names other prefixes.

    jgm/pandoc/test/docx/ns0-reference.docx
    """
    parts = parts_of(path)
    for name in (*_stories(parts), "word/styles.xml"):
        root = etree.fromstring(parts[name])
        kept = {prefix: uri for prefix, uri in _prefixes_of(root).items() if uri not in {W, R}}
        renamed = _with_prefixes(root, {**kept, "ns0": W, "ns1": R})
        etree.cleanup_namespaces(renamed, keep_ns_prefixes=[*kept])
        parts[name] = etree.tostring(renamed, encoding="UTF-8", standalone=True)
        assert b"<w:" not in parts[name]
    return write_parts(path, parts)


def indented(path: Path) -> Path:
    """Write a document as programs do that put each element on a line of its own.

    open-xml-templating/docxtemplater/examples/loop-with-field-and-nofield.docx
    """
    parts = parts_of(path)
    for name in _stories(parts):
        root = etree.fromstring(parts[name])
        etree.indent(root)
        parts[name] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return write_parts(path, parts)


def as_it_was(path: Path) -> Path:
    """Leave a document as it is."""
    return path


FORMS: dict[str, Callable[[Path], Path]] = {
    "as Word saves it": as_word_saves,
    "with other prefixes": with_other_prefixes,
    "indented": indented,
}


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _stories(parts: dict[str, bytes]) -> Iterator[str]:
    for name in parts:
        if name == "word/document.xml" or name.startswith(("word/header", "word/footer")):
            yield name


def _declaring(root: etree._Element) -> etree._Element:
    """Return a part that declares what Word declares, and says what may be ignored."""
    known = {"w14": W14, "w15": W15, "mc": MC}
    declared = _with_prefixes(root, {**known, **_prefixes_of(root)})
    declared.set(f"{{{MC}}}Ignorable", "w14 w15")
    return declared


def _prefixes_of(root: etree._Element) -> dict[str, str]:
    return {prefix: uri for prefix, uri in root.nsmap.items() if prefix}


def _with_prefixes(root: etree._Element, prefixes: dict[str, str]) -> etree._Element:
    """Return a part with these prefixes declared, and all that it held."""
    element = etree.Element(root.tag, nsmap=prefixes)
    for name, value in root.attrib.items():
        element.set(name, value)
    element.extend(list(root))
    return element


def _with_other_ids(root: etree._Element, name: str, parts: dict[str, bytes]) -> bytes:
    """Return a part with its relationships numbered anew, as Word does when it saves."""
    folder, _, base = name.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels"
    if rels in parts:
        relationships = etree.fromstring(parts[rels])
        free = (f"rId{number}" for number in count(101))
        numbers = {each.get("Id", ""): next(free) for each in relationships}
        for each in relationships:
            each.set("Id", numbers[each.get("Id", "")])
        for element in root.iter():
            for key in [key for key in element.attrib if str(key).startswith(f"{{{R}}}")]:
                element.set(key, numbers.get(element.get(key, ""), element.get(key, "")))
        parts[rels] = etree.tostring(relationships, encoding="UTF-8", standalone=True)
    return etree.tostring(root, encoding="UTF-8", standalone=True)
