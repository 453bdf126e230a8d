"""Runs of text and of fields: made anew, and taken apart where one holds several marks."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.word.elements import remove
from lagesbild_xlsx.word.fields.found import parsed
from lagesbild_xlsx.word.xml import W, text_element, w

SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def run_of(text: str, properties: etree._Element | None) -> etree._Element:
    """Return a run that says a text, in a format."""
    pieces = re.split("([\t\n])", text)
    return _run(
        "".join(SIGNS.get(each) or text_element(each) for each in pieces if each), properties
    )


def mark_run(kind: str, properties: etree._Element | None = None) -> etree._Element:
    """Return a run in which a field begins, is separated or ends."""
    return _run(f'<w:fldChar w:fldCharType="{kind}"/>', properties)


def code_run(code: str, properties: etree._Element | None = None) -> etree._Element:
    """Return a run that holds the code of a field."""
    run = _run('<w:instrText xml:space="preserve"/>', properties)
    run[-1].text = code
    return run


def _run(content: str, properties: etree._Element | None) -> etree._Element:
    run = etree.fromstring(f'<w:r xmlns:w="{W}">{content}</w:r>')
    if properties is not None:
        run.insert(0, deepcopy(properties))
    return run


def part_runs(root: etree._Element) -> None:
    """Give each mark of a field a run of its own, with the format of the run that it stood in."""
    for mark in list(root.iter(w("fldChar"))):
        run = mark.getparent()
        if run is None or run.tag != w("r"):
            continue
        before = [child for child in mark.itersiblings(preceding=True) if child.tag != w("rPr")]
        if before:
            run.addprevious(_with_content(run, list(reversed(before))))
        after = list(mark.itersiblings())
        if after:
            run.addnext(_with_content(run, after))


def _with_content(run: etree._Element, content: list[etree._Element]) -> etree._Element:
    """Return a run with the format of another, and some of its content."""
    made = _run("", run.find(w("rPr")))
    made.extend(content)
    return made


def spell_out(root: etree._Element, kind: str) -> None:
    """Make the simple fields of a kind complex ones, which can hold more than a line."""
    for simple in list(root.iter(w("fldSimple"))):
        if parsed(simple.get(w("instr"), "")).kind != kind:
            continue
        code = code_run(simple.get(w("instr"), ""))
        result = simple.iterchildren(w("r"), w("hyperlink"))
        for each in (mark_run("begin"), code, mark_run("separate"), *result, mark_run("end")):
            simple.addprevious(each)
        remove(simple)
