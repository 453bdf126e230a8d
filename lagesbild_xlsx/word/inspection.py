"""What a template lacks, misspells or repeats, and what it can name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import SheetOf, columns_of, headings_of, sheets_of
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model import NOT_JUDGED, Activity, ExtraData, Lagesbild
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.places import FILE, normalised
from lagesbild_xlsx.word.available_sheets import available_sheets
from lagesbild_xlsx.word.compiler import Compiler
from lagesbild_xlsx.word.fields.document_values import is_needed
from lagesbild_xlsx.word.fields.parts import refresh_fields
from lagesbild_xlsx.word.levels import add_level_styles
from lagesbild_xlsx.word.optional_columns import settle_columns
from lagesbild_xlsx.word.stories import TEMPLATE, story_roots, styles_of
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.tags import Condition, TemplateNames, ValueReference
from lagesbild_xlsx.word.template_sheets import TemplateSheet
from lagesbild_xlsx.word.uses import Use
from lagesbild_xlsx.word.xml import text_of, val, w

LANGUAGE = "sv-SE"


def inspect(
    template: Path, lagesbild: Lagesbild, extra_data: ExtraData, *, is_known: bool
) -> tuple[Finding, ...]:
    """Return what is to be said of a template.

    Args:
        template: the path of a Word document or template.
        lagesbild: what it is to be filled with.
        extra_data: what is said beside what the workbook says.
        is_known: whether that is the municipality's own workbook; if not, a name that the tool does
            not know may be one of theirs, and is only reported.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged.
    """
    with Package(template, TEMPLATE) as package:
        package.refuse_doctypes()
        unknown = rules.TAG_UNKNOWN if is_known else rules.TAG_PERHAPS_OWN
        compiler = Compiler(package.path.name, styles_of(package), unknown=unknown)
        names = TemplateNames(available_sheets(lagesbild, None, extra_data))
        roots = story_roots(package)
        add_level_styles(compiler.styles, lagesbild)
        plain = list(_faults_of_lay_out(template.name, roots, compiler.styles))
        left = _fields_left(package, roots)
        for root in roots.values():
            settle_columns(root, names.sources, keeps_blank=True)
            compiler.compile(root, names)
    if not compiler.uses:
        compiler.findings.append(rules.TEMPLATE_WITHOUT_CONTROLS.at(FILE, template=template.name))
    reports = {normalised(table.name) for table in extra_data.report}
    is_report = any(normalised(use.source.name) in reports for use in compiler.uses)
    used = _faults_of_use(template.name, compiler, () if is_report else _sheets_to_show(lagesbild))
    return (*compiler.findings, *compiler.warnings, *used, *plain, *left)


def _fields_left(package: Package, stories: Mapping[str, etree._Element]) -> list[Finding]:
    """Return what is said of fields that no document brings up to date."""
    if not is_needed(stories.values()):
        return []
    found = refresh_fields(PackageEditor(package), stories)
    return [finding for finding in found if finding.rule is rules.FIELDS_LEFT]


def _sheets_to_show(lagesbild: Lagesbild) -> tuple[SheetOf, ...]:
    """Return the sheets that a template should show, one way or the other: not those left out."""
    declared = sheets_of(Lagesbild).items()
    return tuple(
        sheet for field, sheet in declared if getattr(lagesbild, field) or not sheet.optional
    )


def _faults_of_use(
    template: str, compiler: Compiler, sheets: Iterable[SheetOf]
) -> Iterator[Finding]:
    """Yield what a template does not show of these sheets, and the rows that it shows twice."""
    uses = compiler.uses
    shown = {normalised(use.source.name): use.source for use in uses if not _is_condition(use)}
    for sheet in sheets:
        source = shown.get(normalised(sheet.name))
        if source is None:
            yield rules.SHEET_NOT_SHOWN.at(FILE, template=template, sheet=sheet.name)
        else:
            yield from _columns_not_shown(template, source, sheet.row_class, uses)
    yield from _shown_twice(template, uses)
    yield from _styles_missing(template, compiler)


def _is_condition(use: Use) -> bool:
    return isinstance(use.meaning, Condition)


def _columns_not_shown(
    template: str, source: TemplateSheet, row_class: type, uses: Iterable[Use]
) -> Iterator[Finding]:
    values = {
        use.meaning.heading
        for use in uses
        if isinstance(use.meaning, ValueReference) and use.source.name == source.name
    }
    chosen_by = {source.first}  # a filtered repeat says it in its heading
    for column in columns_of(row_class).values():
        is_for_readers = not (column.optional or column.for_work_only)
        is_needed = is_for_readers and column.heading not in chosen_by
        if is_needed and column.heading not in values:
            yield rules.COLUMN_NOT_SHOWN.at(
                FILE, template=template, heading=column.heading, sheet=source.name
            )


def _shown_twice(template: str, uses: Iterable[Use]) -> Iterator[Finding]:
    """Yield the repeats of the same rows that stand in the template more than once."""
    seen: dict[str, Use] = {}
    for use in uses:
        if isinstance(use.meaning, (ValueReference, Condition)):
            continue
        first = seen.setdefault(normalised(use.tag), use)
        if first is not use:
            yield rules.ROWS_SHOWN_TWICE.at(FILE, template=template, tag=use.tag, near=use.near)


def _styles_missing(template: str, compiler: Compiler) -> Iterator[Finding]:
    """Yield the values of a column with choices that have no style, where some or all should."""
    status = headings_of(Activity)["status"]
    used = {
        use.meaning.heading: use for use in compiler.uses if isinstance(use.meaning, ValueReference)
    }
    use = used.get(status)
    if use is None:
        return
    present = compiler.styles.of_values(status)
    for choice in (*use.source.choices.get(status, ()), NOT_JUDGED):
        if normalised(choice) not in present:
            yield rules.STYLE_MISSING.at(FILE, template=template, style=f"{status} {choice}")


def _faults_of_lay_out(
    template: str, roots: Mapping[str, etree._Element], styles: Styles
) -> Iterator[Finding]:
    """Yield what would keep a document from being accessible, and is the template's to mend."""
    title = styles.id_of("paragraph", "Title")
    paragraphs = [p for root in roots.values() for p in root.iter(w("p"))]
    used = {val(p.find(f"{w('pPr')}/{w('pStyle')}")) for p in paragraphs}
    if title is None or title not in used:
        yield rules.TITLE_MISSING.at(FILE, template=template)
    language = val(styles.root.find(f".//{w('rPrDefault')}//{w('lang')}"))
    if language != LANGUAGE:
        yield rules.LANGUAGE_NOT_SWEDISH.at(FILE, template=template, language=language or "inget")
    for root in roots.values():
        for table in root.iter(w("tbl")):
            first = next(table.iter(w("tr")), None)
            if first is None or first.find(f"{w('trPr')}/{w('tblHeader')}") is None:
                text = " ".join(text_of(table).split())
                yield rules.TABLE_WITHOUT_HEADING.at(FILE, template=template, text=text[:40])


def names_in(lagesbild: Lagesbild, extra_data: ExtraData) -> dict[str, tuple[str, ...]]:
    """Return the names that a template can use: each sheet with its columns or fields."""
    return {
        source.name: source.headings
        for source in available_sheets(lagesbild, None, extra_data).values()
    }
